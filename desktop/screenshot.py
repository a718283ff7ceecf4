"""A picture of the screen, or of a part of it, for the chat. It is never written to the disk by Hearth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QTimer, Signal
from PySide6.QtGui import QCursor, QGuiApplication, QImage

if TYPE_CHECKING:
    from desktop.screenshot_crop import ScreenshotCrop
    from desktop.screenshot_portal import ScreenshotPortal

SETTLE_MS = 180
"""A window that was hidden just now is gone from the screen after this."""


class Screenshot(QObject):
    """`take` ends in exactly one of the signals. Hide windows of Hearth before, or they are in the picture.

    `portal_bus` is the address of a bus whose portal is asked, for tests; “” asks the session's where the system lets
    no program look at the screen by itself (Wayland). With `crop` False all of the screen is taken at once.
    """

    taken = Signal(QImage)
    cancelled = Signal()
    refused = Signal(str)  # a sentence with the next step

    def __init__(self, parent: QObject | None = None, *, portal_bus: str = "", crop: bool = True) -> None:
        super().__init__(parent)
        self._portal_bus = portal_bus
        self._crop = crop
        self._portal: ScreenshotPortal | None = None
        self.overlay: ScreenshotCrop | None = None
        self._busy = False

    @property
    def busy(self) -> bool:
        """Whether a picture is being taken."""
        return self._busy

    def take(self) -> None:
        """Take a picture of the screen with the pointer, and let the owner choose a part of it."""
        if self._busy:
            return
        self._busy = True
        QTimer.singleShot(SETTLE_MS, self, self._ask_portal if self._needs_portal() else self._grab)

    def _needs_portal(self) -> bool:
        return bool(self._portal_bus) or QGuiApplication.platformName().startswith("wayland")

    def _grab(self) -> None:
        screen = QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
        image = screen.grabWindow(0).toImage()
        if image.isNull():
            self._refuse(self.tr("The screen could not be read. Allow Hearth to record the screen, and try again."))
        else:
            self._choose_part(image, screen.geometry())

    def _ask_portal(self) -> None:
        from desktop.screenshot_portal import ScreenshotPortal

        if self._portal is None:
            portal = self._portal = ScreenshotPortal(self, bus=self._portal_bus)
            portal.taken.connect(lambda image: self._choose_part(image, self._whole_place(image)))
            portal.cancelled.connect(self._cancel)
            portal.failed.connect(self._portal_failed)
        self._portal.take()

    def _whole_place(self, image: QImage) -> QRect:
        """The portal takes all screens at once; its picture is shown on the one with the pointer."""
        screen = QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
        return screen.geometry()

    def _portal_failed(self, _: str) -> None:
        self._refuse(
            self.tr(
                "Your desktop gave no picture of the screen. Take a screenshot with its own tool and paste it into the "
                "question."
            )
        )

    def _choose_part(self, image: QImage, place: QRect) -> None:
        image.setDevicePixelRatio(1)
        if not self._crop:
            self._take(image)
            return
        from desktop.screenshot_crop import ScreenshotCrop

        overlay = self.overlay = ScreenshotCrop(image, place)
        overlay.chosen.connect(self._take)
        overlay.cancelled.connect(self._cancel)
        overlay.show()
        overlay.raise_()
        overlay.activateWindow()

    def _take(self, image: QImage) -> None:
        self._busy, self.overlay = False, None
        self.taken.emit(image)

    def _cancel(self) -> None:
        self._busy, self.overlay = False, None
        self.cancelled.emit()

    def _refuse(self, sentence: str) -> None:
        self._busy = False
        self.refused.emit(sentence)

    def close(self) -> None:
        """Give up what is being done."""
        if self.overlay is not None:
            self.overlay.close()
        if self._portal is not None:
            self._portal.close()
            self._portal = None
