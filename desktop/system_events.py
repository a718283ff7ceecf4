"""What the computer does that matters to an open vault: it goes to sleep, its screen is locked, the owner is active.

Linux: logind (`PrepareForSleep`, `Lock`) on the system bus; the screen savers of freedesktop.org and GNOME on the
session bus. Windows and macOS: no signal of Qt's tells of suspend or screen lock, so there `AutoLock` notices a suspend
by the jump of its clock, and the screen lock only by idleness. `watched` says what is really listened to.
"""

from __future__ import annotations

import logging
import sys
import time
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import SLOT, QEvent, QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication, QWindow

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection

log = logging.getLogger("hearth.system_events")

LOGIND = ("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep")
SESSION_LOCK = ("", "org.freedesktop.login1.Session", "Lock")
SCREEN_SAVERS = (
    ("", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged"),
    ("", "/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged"),
    ("", "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged"),
)

ACTIVITY = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.MouseMove,
    }
)
TELL_EVERY_S = 1.0
"""Activity is told at most this often: idle times are minutes, mouse moves come by the hundred."""


class SystemEvents(QObject):
    """Signals from the system. Nothing is listened to before `start`.

    `system_bus` and `session_bus` are addresses for tests; None means the buses of this session.
    """

    about_to_sleep = Signal()
    woke_up = Signal()
    screen_locked = Signal()
    owner_active = Signal()

    def __init__(
        self, parent: QObject | None = None, *, system_bus: str | None = None, session_bus: str | None = None
    ) -> None:
        super().__init__(parent)
        self._addresses = {"system": system_bus, "session": session_bus}
        self._logind_name = "org.freedesktop.login1"
        self._told_at_s = float("-inf")
        self.watched: frozenset[str] = frozenset()

    def start(self, application: QGuiApplication) -> None:
        """Listen from now on.

        Keys and mouse are seen where they come in, at the windows that have had the keyboard. A filter on the
        application would be asked for each event of each widget: a third of the time that drawing a page takes.
        """
        application.focusWindowChanged.connect(self._watch)
        self._watch(application.focusWindow())
        # What an input method composes goes past the window, to the field; there the cursor moves.
        application.inputMethod().cursorRectangleChanged.connect(self._tell_activity)
        watched = {"activity"}
        if sys.platform.startswith("linux"):
            watched |= self._listen_on_buses()
        self.watched = frozenset(watched)
        log.info("listening to %s", ", ".join(sorted(watched)))

    def _listen_on_buses(self) -> set[str]:
        heard: set[str] = set()
        system, session = self._bus("system"), self._bus("session")
        if system.isConnected():
            if system.connect(self._logind_name, *LOGIND, self, _slot("on_prepare_for_sleep(bool)")):
                heard.add("suspend")
            if system.connect(self._logind_name, *SESSION_LOCK, self, _slot("on_session_lock()")):
                heard.add("screen lock")
        if session.isConnected():
            for source in SCREEN_SAVERS:
                if session.connect(*source, self, _slot("on_screen_saver(bool)")):
                    heard.add("screen lock")
        return heard

    def _bus(self, name: str) -> QDBusConnection:
        # Imported here: it loads libdbus, which other systems do not have and the first paint does not need.
        from PySide6.QtDBus import QDBusConnection

        address = self._addresses[name]
        if address is not None:
            return QDBusConnection.connectToBus(address, f"hearth-{name}-{id(self)}")
        return QDBusConnection.systemBus() if name == "system" else QDBusConnection.sessionBus()

    @Slot(bool)
    def on_prepare_for_sleep(self, begins: bool) -> None:  # noqa: FBT001 the signature that logind sends
        """The machine is about to sleep, or has woken up."""
        (self.about_to_sleep if begins else self.woke_up).emit()

    @Slot()
    def on_session_lock(self) -> None:
        """The session was locked."""
        self.screen_locked.emit()

    @Slot(bool)
    def on_screen_saver(self, active: bool) -> None:  # noqa: FBT001 the signature that the screen saver sends
        """The screen saver came on or went off."""
        if active:
            self.screen_locked.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See what comes in at a window; never keep it."""
        if event.type() in ACTIVITY:
            self._tell_activity()
        return False

    @Slot(QWindow)
    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)  # a second time changes nothing

    @Slot()
    def _tell_activity(self) -> None:
        now_s = time.monotonic()
        if now_s - self._told_at_s >= TELL_EVERY_S:
            self._told_at_s = now_s
            self.owner_active.emit()


def _slot(signature: str) -> bytes:
    # WORKAROUND(PySide6 6.11): the type stubs of `QDBusConnection.connect` say bytes, but it takes only this text.
    return cast("bytes", SLOT(signature))
