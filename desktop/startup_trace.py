"""For measurements: tells on stdout when the window was first painted and when one could type.

Only with HEARTH_STARTUP_TRACE set: one JSON line each, with the moment and the process's start on the monotonic clock.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject

VARIABLE = "HEARTH_STARTUP_TRACE"


class StartupTrace:
    """Reports moments; does nothing unless it was asked for."""

    def __init__(self, started_ns: int) -> None:
        self._started_ns = started_ns
        self._wanted = bool(os.environ.get(VARIABLE))

    def report(self, event: str) -> None:
        """Tell that `event` happened just now."""
        if self._wanted:
            line = {"event": event, "monotonic_ns": time.monotonic_ns(), "started_ns": self._started_ns}
            sys.stdout.write(json.dumps(line) + "\n")
            sys.stdout.flush()


class PaintWatch(QObject):
    """Calls `painted` once, right after the widget it watches was painted for the first time."""

    def __init__(self, watched: QObject, painted: Callable[[], None]) -> None:
        super().__init__(watched)
        self._painted = painted
        self._watched = watched
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the paint event; never keep one."""
        if event.type() == QEvent.Type.Paint:
            from PySide6.QtCore import QTimer

            self._watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._painted)
        return False
