"""Deletions that can still be undone: carried out when their time is over, or at once when the vault is to close."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

UNDO_MS = 9_000


class PendingDeletes(QObject):
    """Waits a few seconds before it does what cannot be undone."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: dict[str, tuple[QTimer, Callable[[], object]]] = {}

    def later(self, key: str, delete: Callable[[], object]) -> None:
        """Call `delete` when the time is over, unless it is undone."""
        self.now(key)
        timer = QTimer(self, singleShot=True, interval=UNDO_MS)
        timer.timeout.connect(lambda: self.now(key))
        self._waiting[key] = (timer, delete)
        timer.start()

    def undo(self, key: str) -> bool:
        """Do not delete; tells whether there was still time."""
        waiting = self._waiting.pop(key, None)
        if waiting is None:
            return False
        self._drop(waiting[0])
        return True

    def now(self, key: str) -> None:
        """Delete without waiting any longer."""
        waiting = self._waiting.pop(key, None)
        if waiting is not None:
            self._drop(waiting[0])
            waiting[1]()

    def all_now(self) -> None:
        """Delete everything that waits."""
        for key in list(self._waiting):
            self.now(key)

    def __contains__(self, key: str) -> bool:
        return key in self._waiting

    def _drop(self, timer: QTimer) -> None:
        timer.stop()
        timer.deleteLater()
