"""Doors for the time of one transfer: opened for the named hosts, audited, closed with the last transfer to a host."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import timedelta

from core.audit.trail import AuditTrail
from core.clock import Clock
from core.errors import HearthError
from core.logs import Public
from core.network.doors import Doors

_log = logging.getLogger("hearth.library")
# Should the closing ever be missed, a door is shut by the clock all the same.
_LONGEST = timedelta(days=2)


class TemporaryDoors:
    """Opens doors that are never kept with the profile. A door that the owner opened for good stays as it is."""

    def __init__(self, doors: Doors, audit: AuditTrail, *, clock: Clock) -> None:
        self._doors = doors
        self._audit = audit
        self._clock = clock
        self._users: Counter[tuple[str, int | None]] = Counter()

    @asynccontextmanager
    async def open(self, hosts: Sequence[str], *, purpose: str, subject: str, port: int | None) -> AsyncIterator[None]:
        """Open while the block runs. It does not run unless its beginning is in the audit trail."""
        await self._audit.record("download began", subject, hosts=list(hosts), purpose=purpose)
        outcome = "broken off"
        opened: list[tuple[str, int | None]] = []
        try:
            for host in hosts:
                opened += self._open_one(host, port, purpose)
            yield
            outcome = "done"
        finally:
            for door in opened:
                self._close_one(*door)
            try:
                with suppress(HearthError):  # the vault is closing, or the disk is full: the beginning stands
                    await self._audit.record("download ended", subject, outcome=outcome)
            finally:
                _log.info("download %s", Public(outcome))

    def _open_one(self, host: str, port: int | None, purpose: str) -> list[tuple[str, int | None]]:
        key = (host, port)
        if not self._users[key]:
            if any(door.host == host and door.port in (None, port) for door in self._doors.open_doors()):
                return []  # the owner's own
            self._doors.open(host, port, purpose=purpose, until=self._clock.now() + _LONGEST)
        self._users[key] += 1
        return [key]

    def _close_one(self, host: str, port: int | None) -> None:
        self._users[host, port] -= 1
        if self._users[host, port]:
            return
        del self._users[host, port]
        mine = [door for door in self._doors.open_doors() if (door.host, door.port) == (host, port)]
        if any(door.until is not None for door in mine):  # not one that the owner opened for good meanwhile
            self._doors.close(host, port)
