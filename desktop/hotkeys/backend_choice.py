"""Which window system watches the keys here."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from typing import Literal

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from desktop.hotkeys.hotkey_backend import BindResult, HotkeyBackend

BackendName = Literal["x11", "portal", "windows", "macos", "none"]


class NoBackend(HotkeyBackend):
    """No window system that could watch keys: a remote or invisible screen."""

    name = "none"
    can_release = False
    is_possible = False

    def bind(self, hotkey_id: str, keys: str, *, title: str = "") -> BindResult:
        """Refuse it."""
        return self.probe(keys)

    def unbind(self, hotkey_id: str) -> None:
        """Nothing is bound."""

    def probe(self, keys: str) -> BindResult:
        """Nothing can be had."""
        return BindResult(
            "refused",
            self.tr("Keys cannot be watched on this screen."),
            self.tr("Make a shortcut in your desktop’s settings that runs the command shown here."),
        )

    def close(self) -> None:
        """Nothing is open."""


def choose_backend(
    *, platform: str = sys.platform, qt_platform: str | None = None, environment: Mapping[str, str] | None = None
) -> BackendName:
    """The backend for this session. `qt_platform` is Qt's own word for the window system.

    On a Wayland session X11 sees only keys that go to X11 windows, so it is never chosen there, even though Qt may
    run through XWayland.
    """
    known = os.environ if environment is None else environment
    qt_platform = QGuiApplication.platformName() if qt_platform is None else qt_platform
    if platform == "win32":
        return "windows" if qt_platform == "windows" else "none"
    if platform == "darwin":
        return "macos" if qt_platform == "cocoa" else "none"
    if qt_platform.startswith("wayland"):
        return "portal"
    if qt_platform != "xcb":
        return "none"
    on_wayland = bool(known.get("WAYLAND_DISPLAY")) or known.get("XDG_SESSION_TYPE") == "wayland"
    return "portal" if on_wayland else "x11"


def make_backend(
    name: BackendName, parent: QObject | None = None, *, to_qt: Callable[[Callable[[], None]], None] | None = None
) -> HotkeyBackend:
    """Make it; nothing is connected to yet. `to_qt` brings calls of other threads to Qt's (macOS needs it)."""
    if name == "x11":
        from desktop.hotkeys.x11 import X11Backend

        return X11Backend(parent=parent)
    if name == "portal":
        from desktop.hotkeys.portal import PortalBackend

        return PortalBackend(parent=parent)
    if name == "windows":
        from desktop.hotkeys.windows import WindowsBackend

        return WindowsBackend(parent=parent)
    if name == "macos" and to_qt is not None:
        from desktop.hotkeys.macos import MacosBackend

        return MacosBackend(to_qt, parent=parent)
    return NoBackend(parent)
