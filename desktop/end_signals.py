"""SIGTERM, SIGINT and SIGHUP end the program in order: at log-out the vault is closed, not cut off."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier


class EndSignals(QObject):
    """Calls `ended` on Qt's thread when the system asks the program to end.

    Python handles a signal only when it runs Python, and Qt's loop may not for hours: the signal's number arrives
    through a socket that Qt watches.
    """

    def __init__(self, ended: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ended = ended
        self._reader, self._writer = socket.socketpair()
        self._reader.setblocking(False)
        self._writer.setblocking(False)
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._arrived)
        self._before = {number: signal.getsignal(number) for number in _numbers()}
        for number in self._before:
            signal.signal(number, lambda *_: None)
        self._fd_before = signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)

    def stop(self) -> None:
        """Let signals do what they did before."""
        signal.set_wakeup_fd(self._fd_before)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._notifier.setEnabled(False)
        self._reader.close()
        self._writer.close()

    def _arrived(self) -> None:
        if any(number in self._before for number in self._reader.recv(64)):
            self._ended()


def _numbers() -> list[int]:
    names = ("SIGTERM", "SIGINT", "SIGHUP")
    return [int(getattr(signal, name)) for name in names if hasattr(signal, name)]
