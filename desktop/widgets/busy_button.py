"""A button that shows that its work is running, and can call it off."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.theme.theme_state import theme
from desktop.widgets.announcer import announce
from desktop.widgets.spinner import Spinner


class BusyButton(QPushButton):
    """Emits `started` when pressed at rest, and `cancel_requested` when pressed (or Esc) while busy.

    The owner of the work calls `set_busy`; work that cannot be called off keeps the button from being pressed.
    """

    started = Signal()
    cancel_requested = Signal()

    def __init__(
        self,
        text: str,
        *,
        busy_text: str = "",
        kind: str = "primary",
        can_cancel: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._rest_text, self._busy_text, self._can_cancel = text, busy_text or text, can_cancel
        self._busy = False
        self._spinner = Spinner(self.update, self)
        self.setProperty("kind", kind)
        self.setAccessibleName(text)
        self.clicked.connect(self._on_clicked)

    def is_busy(self) -> bool:
        """Whether work is running."""
        return self._busy

    def set_busy(self, busy: bool, *, text: str = "") -> None:  # noqa: FBT001  a setter, as Qt names them
        """Show running work, or rest. `text` says what is being done just now."""
        was_busy, self._busy = self._busy, busy
        shown = (text or self._busy_text) if busy else self._rest_text
        self.setText(shown)
        self.setAccessibleName(
            self.tr("%1. Press to cancel.").replace("%1", shown) if busy and self._can_cancel else shown
        )
        self.setToolTip(self.tr("Cancel (Esc)") if busy and self._can_cancel else "")
        self.setEnabled(not busy or self._can_cancel)
        if busy == was_busy:
            return
        if busy:
            self._spinner.start()
            announce(self, shown)
        else:
            self._spinner.stop()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Wide enough for either text and the turning ring, so that nothing jumps."""
        hint = super().sizeHint()
        widest = max(self._width_of(text) for text in (self._rest_text, self._busy_text))
        return QSize(hint.width() + widest - self._width_of(self.text()) + 44, hint.height())

    def _width_of(self, text: str) -> int:
        """As QPushButton itself measures it, so that the difference is exact."""
        return self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic.value, text).width()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it as in a form; Esc calls running work off."""
        if event.key() == Qt.Key.Key_Escape and self._busy and self._can_cancel:
            self.cancel_requested.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ring stands before the text."""
        super().paintEvent(event)
        if not self._busy:
            return
        colours = theme().tokens.colours
        inks = {"primary": colours.accent_text, "danger": colours.danger_text}
        ink = inks.get(str(self.property("kind")), colours.text) if self.isEnabled() else colours.text_disabled
        side = self.fontMetrics().height() * 0.8
        text_start = (self.width() - self.fontMetrics().horizontalAdvance(self.text())) / 2
        rect = QRectF(max(8.0, text_start - side - 8), (self.height() - side) / 2, side, side)
        self._spinner.paint(QPainter(self), rect, QColor(ink))

    def _on_clicked(self) -> None:
        (self.cancel_requested if self._busy else self.started).emit()
