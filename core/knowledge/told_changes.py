"""Changes of documents, told a few times a second however many there are: who shows them asks the tables anew."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from core.events import DocumentsChanged

if TYPE_CHECKING:
    from core.clock import Clock
    from core.events import Announcer


class ToldChanges:
    """Belongs to the loop. The first change is told at once, those that come soon after it together."""

    def __init__(self, announcer: Announcer, clock: Clock, *, every_s: float) -> None:
        self._announcer = announcer
        self._clock = clock
        self._every_s = every_s
        self._waiting: set[str] = set()
        self._told_at_s = -every_s
        self._timer: asyncio.TimerHandle | None = None

    def tell(self, collection_id: str) -> None:
        """Documents of this collection changed; "" for any."""
        self._waiting.add(collection_id)
        left_s = self._told_at_s + self._every_s - self._clock.uptime_s()
        if left_s <= 0:
            self.tell_now()
        elif self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(left_s, self.tell_now)

    def tell_now(self) -> None:
        """All that was not told yet."""
        self._stay()
        waiting, self._waiting = self._waiting, set()
        self._told_at_s = self._clock.uptime_s()
        for collection_id in sorted(waiting):
            self._announcer.announce(DocumentsChanged(collection_id))

    def close(self) -> None:
        """Tell nothing any more."""
        self._stay()
        self._waiting.clear()

    def _stay(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
