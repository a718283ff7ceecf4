"""Doors: the connections off this machine that the owner opened, one by one, each for a purpose."""

from __future__ import annotations

import ipaddress
import threading
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from core.clock import Clock, RealClock

MOST_REFUSALS_KEPT = 200


@dataclass(frozen=True, slots=True)
class Door:
    """One opened way out. `port` None means any port; `until` None means until it is closed.

    `host` is a name or an address without brackets. A name stands for the addresses it had when it was looked up.
    """

    host: str
    port: int | None
    purpose: str
    opened_at: datetime
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class RefusedConnection:
    """An attempt that no open door allowed. `port` is 0 for a name that was only to be looked up."""

    at: datetime
    host: str
    port: int
    attempts: int = 1


class Doors:
    """Which connections are open now, and which were refused. Safe to use from any thread.

    The audit hook of `core.network.guard` asks `allows` on whatever thread connects, so nothing here waits or fails.
    """

    def __init__(self, *, clock: Clock | None = None) -> None:
        self._clock = clock or RealClock()
        self._lock = threading.Lock()
        self._doors: dict[tuple[str, int | None], Door] = {}
        self._addresses: dict[str, set[str]] = {}
        self._refused: deque[RefusedConnection] = deque(maxlen=MOST_REFUSALS_KEPT)
        self._listeners: list[Callable[[], None]] = []

    def open(self, host: str, port: int | None = None, *, purpose: str, until: datetime | None = None) -> Door:
        """Allow connections to `host`, for `purpose`; a door that is open already is renewed."""
        door = Door(_plain(host), port, purpose, self._clock.now(), until)
        with self._lock:
            self._doors[door.host, port] = door
        self._tell()
        return door

    def close(self, host: str, port: int | None = None) -> bool:
        """Close that door; returns whether it was open. Connections that exist are not cut."""
        with self._lock:
            was_open = self._doors.pop((_plain(host), port), None) is not None
            self._forget_addresses(_plain(host))
        if was_open:
            self._tell()
        return was_open

    def replace(self, doors: Iterable[Door]) -> None:
        """Open exactly `doors`, as after unlocking a profile that keeps its own."""
        with self._lock:
            self._doors = {(_plain(door.host), door.port): door for door in doors}
            self._addresses.clear()
        self._tell()

    def open_doors(self) -> list[Door]:
        """The doors open now, oldest first; those whose time is over are dropped."""
        with self._lock:
            self._drop_expired()
            return sorted(self._doors.values(), key=lambda door: door.opened_at)

    def allows(self, host: str, port: int | None) -> bool:
        """Whether a connection to `host` may be made; `port` None asks only for looking up the name."""
        if is_loopback(host):
            return True
        host = _plain(host)
        with self._lock:
            self._drop_expired()
            names = {host} | {name for name, addresses in self._addresses.items() if host in addresses}
            return any(
                door.host in names and (port is None or door.port in (None, port)) for door in self._doors.values()
            )

    def remember_addresses(self, host: str, addresses: Iterable[str]) -> None:
        """`host` has an open door and was looked up: its addresses may be connected to as well."""
        with self._lock:
            if any(door.host == _plain(host) for door in self._doors.values()):
                self._addresses.setdefault(_plain(host), set()).update(_plain(address) for address in addresses)

    def refuse(self, host: str, port: int) -> None:
        """Remember that a connection was refused; the same one again counts up."""
        with self._lock:
            last = self._refused[-1] if self._refused else None
            if last is not None and (last.host, last.port) == (host, port):
                self._refused[-1] = RefusedConnection(self._clock.now(), host, port, last.attempts + 1)
            else:
                self._refused.append(RefusedConnection(self._clock.now(), host, port))
        self._tell()

    def refused(self) -> list[RefusedConnection]:
        """Refused connections of this run, newest first."""
        with self._lock:
            return list(reversed(self._refused))

    def subscribe(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call `listener` (on whatever thread changes something) after each change; the result ends that."""
        self._listeners.append(listener)

        def unsubscribe() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return unsubscribe

    def _drop_expired(self) -> None:
        now = self._clock.now()
        for key, door in list(self._doors.items()):
            if door.until is not None and door.until <= now:
                del self._doors[key]
                self._forget_addresses(door.host)

    def _forget_addresses(self, host: str) -> None:
        if not any(door.host == host for door in self._doors.values()):
            self._addresses.pop(host, None)

    def _tell(self) -> None:
        for listener in tuple(self._listeners):
            listener()


def is_loopback(host: str) -> bool:
    """Whether `host` is this machine by definition: 127.0.0.0/8, ::1, or the name `localhost`.

    Strict: any other form, even `localhost.` or `x.localhost`, is a name to the system, which may ask a server for it.
    """
    if host.lower() == "localhost":
        return True
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped is not None:
        address = address.ipv4_mapped
    return address.is_loopback


def _plain(host: str) -> str:
    return host.strip().strip("[]").rstrip(".").split("%", 1)[0].lower()
