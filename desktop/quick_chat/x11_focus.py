"""Which window has the keyboard on X11, and giving it to another.

Window managers keep a program that was not used last from taking the focus. That rule does not hold for what the owner
asked for by a hotkey, so the request is made as a pager makes it (EWMH 1.5, `_NET_ACTIVE_WINDOW`, source indication 2).
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from Xlib.display import Display

log = logging.getLogger("hearth.x11_focus")

_PAGER = 2


class X11Focus:
    """A connection of its own to the X server. Made by `connected`."""

    def __init__(self, display: Display) -> None:
        self._display = display
        self._root = display.screen().root
        self._active = display.intern_atom("_NET_ACTIVE_WINDOW")
        # What happens to a window that is gone by now is no error.
        display.set_error_handler(lambda *_: None)

    @classmethod
    def connected(cls) -> X11Focus | None:
        """None where Qt does not speak to an X server, or the server takes no second connection."""
        if QGuiApplication.platformName() != "xcb":
            return None
        try:
            from Xlib import error as xlib_error
            from Xlib.display import Display
        except ImportError:
            log.warning("no library for X11")
            return None
        try:
            return cls(Display())
        except (xlib_error.DisplayError, OSError):
            log.warning("no second connection to the X server")
            return None

    def active_window(self) -> int:
        """The window that has the keyboard, as the window manager says; 0 for none."""
        from Xlib import X
        from Xlib import error as xlib_error

        try:
            found = self._root.get_full_property(self._active, X.AnyPropertyType)
        except (xlib_error.XError, xlib_error.ConnectionClosedError, OSError):
            return 0
        return int(found.value[0]) if found is not None and len(found.value) else 0

    def activate(self, window: int) -> None:
        """Ask the window manager to bring `window` to the front and to give it the keyboard."""
        from Xlib import X
        from Xlib import error as xlib_error
        from Xlib.protocol import event

        try:
            message = event.ClientMessage(
                window=self._display.create_resource_object("window", window),
                client_type=self._active,
                data=(32, [_PAGER, X.CurrentTime, 0, 0, 0]),
            )
            self._root.send_event(message, event_mask=X.SubstructureRedirectMask | X.SubstructureNotifyMask)
            self._display.flush()
        except (xlib_error.ConnectionClosedError, OSError):
            log.warning("the X server is gone")

    def is_composited(self) -> bool:
        """Whether somebody draws translucent windows as such (ICCCM: the owner of `_NET_WM_CM_Sn`)."""
        from Xlib import error as xlib_error

        try:
            atom = self._display.intern_atom(f"_NET_WM_CM_S{self._display.get_default_screen()}")
            owner = self._display.get_selection_owner(atom)
        except (xlib_error.ConnectionClosedError, OSError):
            return False
        return bool(owner)

    def close(self) -> None:
        """End the connection."""
        self._display.close()
