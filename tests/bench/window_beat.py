"""Hearth's two threads as they are: Qt's loop in the main one with a window that moves, the core's loop beside it."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.bridge import Bridge

T = TypeVar("T")

_FRAME_BEATS = 16


class WindowBeat(QWidget):
    """A window whose thread wants to run each millisecond, and paints sixty times a second.

    `late_ms` is how much later each beat came: what holds Qt's loop up holds the window up by as much.
    """

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.late_ms: list[float] = []
        self._bridge = bridge
        self._timer = QTimer(self, interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._due = 0.0
        self.resize(640, 400)

    def begin(self) -> None:
        """From any thread: beat from now on."""
        self._bridge.to_qt(self._begin)

    def end(self) -> None:
        """From any thread: beat no longer."""
        self._bridge.to_qt(self._timer.stop)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Some words, as a progress would be shown."""
        painter = QPainter(self)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, f"{len(self.late_ms):,}")

    def _begin(self) -> None:
        self._due = time.perf_counter() + 0.001
        self._timer.start()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.late_ms.append(max(0.0, now - self._due) * 1000)
        self._due = now + 0.001
        if len(self.late_ms) % _FRAME_BEATS == 0:
            self.update()


def beside_window(work: Callable[[WindowBeat], Coroutine[Any, Any, T]]) -> T:
    """Run `work` on the core's loop while Qt's runs here; it begins and ends the beat as it likes."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication(["bench"])
    bridge = Bridge()
    window = WindowBeat(bridge)
    window.show()
    waiting = QEventLoop()
    results: list[T] = []
    faults: list[BaseException] = []

    def done(result: T) -> None:
        results.append(result)
        waiting.quit()

    def failed(fault: BaseException) -> None:
        faults.append(fault)
        waiting.quit()

    bridge.call(work(window), done=done, failed=failed, owner=window)
    waiting.exec()
    bridge.stop()
    window.close()
    window.deleteLater()
    application.processEvents()
    if faults:
        raise faults[0]
    return results[0]
