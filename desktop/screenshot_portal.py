"""A picture of the screen where programs may not take one by themselves: `org.freedesktop.portal.Screenshot`.

The portal answers twice: at once with the path of a request, later with a signal from that path (XDG Desktop Portal,
“Request”). Its picture is a file; it is read and deleted.
"""

from __future__ import annotations

import logging
import secrets
from typing import cast

from PySide6.QtCore import SLOT, QObject, QUrl, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher
from PySide6.QtGui import QImage

log = logging.getLogger("hearth.screenshot_portal")

SERVICE = "org.freedesktop.portal.Desktop"
PATH = "/org/freedesktop/portal/desktop"
INTERFACE = "org.freedesktop.portal.Screenshot"
REQUEST = "org.freedesktop.portal.Request"

_TAKEN, _CANCELLED = 0, 1


class ScreenshotPortal(QObject):
    """Takes one picture at a time. `failed` carries a few technical words for the log."""

    taken = Signal(QImage)
    cancelled = Signal()
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None, *, bus: str = "") -> None:
        super().__init__(parent)
        # A connection of its own: closed with it, and never the one that others share.
        self._name = f"hearth-screenshot-{secrets.token_hex(4)}"
        if bus:
            self._bus = QDBusConnection.connectToBus(bus, self._name)
        else:
            self._bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, self._name)
        self._heard: set[str] = set()
        self._waiting = False

    def take(self) -> None:
        """Ask the portal; it may ask the owner. Ends in exactly one of the signals."""
        if self._waiting:
            return
        self._waiting = True
        if not self._bus.isConnected():
            self._fail("no session bus")
            return
        token = f"hearth{secrets.token_hex(8)}"
        sender = self._bus.baseService().removeprefix(":").replace(".", "_")
        # Heard before it is asked for, so that a quick answer is not missed.
        self._hear(f"{PATH}/request/{sender}/{token}")
        message = QDBusMessage.createMethodCall(SERVICE, PATH, INTERFACE, "Screenshot")
        message.setArguments(["", {"handle_token": token, "modal": False, "interactive": False}])
        watcher = QDBusPendingCallWatcher(self._bus.asyncCall(message), self)
        watcher.finished.connect(self._asked)

    def close(self) -> None:
        """End the connection."""
        QDBusConnection.disconnectFromBus(self._name)

    def _asked(self, watcher: QDBusPendingCallWatcher) -> None:
        reply = watcher.reply()
        watcher.deleteLater()
        if reply.type() == QDBusMessage.MessageType.ErrorMessage:
            self._fail(reply.errorName())
            return
        # Portals before 0.9 choose the path themselves.
        arguments = reply.arguments()
        if arguments and hasattr(arguments[0], "path"):
            self._hear(arguments[0].path())

    def _hear(self, path: str) -> None:
        if path not in self._heard:
            self._heard.add(path)
            # WORKAROUND(PySide6 6.11): the type stubs say bytes, but it takes only this text.
            slot = cast("bytes", SLOT("on_response(uint,QVariantMap)"))
            self._bus.connect(SERVICE, path, REQUEST, "Response", self, slot)

    @Slot("uint", "QVariantMap")
    def on_response(self, response: int, results: dict[str, object]) -> None:
        """The request is over."""
        if not self._waiting:
            return
        if response == _CANCELLED:
            self._end()
            self.cancelled.emit()
        elif response != _TAKEN:
            self._fail(f"response {response}")
        else:
            self._take_file(str(results.get("uri", "")))

    def _take_file(self, address: str) -> None:
        from pathlib import Path

        url = QUrl(address)
        if not url.isLocalFile():
            self._fail("no file")
            return
        file = Path(url.toLocalFile())
        image = QImage(str(file))
        try:
            file.unlink(missing_ok=True)
        except OSError:
            log.warning("the portal's picture could not be deleted")
        if image.isNull():
            self._fail("no picture")
            return
        self._end()
        self.taken.emit(image)

    def _fail(self, why: str) -> None:
        self._end()
        log.info("no picture of the screen: %s", why)
        self.failed.emit(why)

    def _end(self) -> None:
        self._waiting = False
        for path in self._heard:
            slot = cast("bytes", SLOT("on_response(uint,QVariantMap)"))
            self._bus.disconnect(SERVICE, path, REQUEST, "Response", self, slot)
        self._heard.clear()
