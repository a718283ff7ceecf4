"""Whether the program that holds a selection on X11 still answers.

Qt waits five seconds for it, several times over, with everything standing still; a program that hangs must not make
Hearth hang. So it is asked first, over a connection of its own and with little patience.
"""

from __future__ import annotations

import logging
import select
import time
from typing import TYPE_CHECKING, Literal

from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from Xlib.display import Display

log = logging.getLogger("hearth.selection_owner")

PATIENCE_S = 0.25
"""A living program answers within some milliseconds, a busy one within a tenth of a second."""


def owner_answers(selection: Literal["PRIMARY", "CLIPBOARD"]) -> bool:
    """Whether it is safe to read. True also where there is no X server, and where nobody holds anything.

    Must not be asked while this very program holds the selection: it could not answer itself.
    """
    if QGuiApplication.platformName() != "xcb":
        return True
    try:
        from Xlib import error as xlib_error
        from Xlib.display import Display
    except ImportError:
        return True
    try:
        display = Display()
        try:
            return _answers(display, selection)
        finally:
            display.close()
    except (xlib_error.DisplayError, xlib_error.XError, xlib_error.ConnectionClosedError, OSError):
        log.warning("the holder of the selection could not be asked")
        return True


def _answers(display: Display, selection: str) -> bool:
    from Xlib import X

    atom = display.intern_atom(selection)
    if not display.get_selection_owner(atom):
        return True
    asking = display.screen().root.create_window(-1, -1, 1, 1, 0, X.CopyFromParent)
    asking.convert_selection(atom, display.intern_atom("TARGETS"), display.intern_atom("HEARTH_ASKS"), X.CurrentTime)
    display.flush()
    ends_s = time.monotonic() + PATIENCE_S
    while True:
        while display.pending_events():
            if display.next_event().type == X.SelectionNotify:
                return True
        left_s = ends_s - time.monotonic()
        if left_s <= 0 or not select.select([display.fileno()], [], [], left_s)[0]:
            log.info("the holder of the selection does not answer")
            return False
