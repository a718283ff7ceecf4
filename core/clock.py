"""Time as a parameter: the real clock, and one that a test turns by hand."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """What time it is, and how long the machine has been up."""

    def now(self) -> datetime:
        """Zone-aware wall time in UTC; may jump."""

    def uptime_s(self) -> float:
        """Seconds that never go back and, where the system can, go on during suspend."""


class RealClock:
    """The computer's own clock."""

    def now(self) -> datetime:
        """Wall time in UTC."""
        return datetime.now(UTC)

    def uptime_s(self) -> float:
        """`CLOCK_BOOTTIME` where there is one, since it counts suspended time; else the monotonic clock."""
        if hasattr(time, "CLOCK_BOOTTIME"):
            return time.clock_gettime(time.CLOCK_BOOTTIME)
        return time.monotonic()


class ManualClock:
    """A clock that stands still until it is moved: for tests and demonstrations."""

    def __init__(self, start: datetime = datetime(2026, 1, 1, tzinfo=UTC)) -> None:
        self._now = start
        self._uptime_s = 1000.0

    def now(self) -> datetime:
        """The time it was set to."""
        return self._now

    def uptime_s(self) -> float:
        """Seconds moved since the start, and a thousand."""
        return self._uptime_s

    def move(self, seconds: float) -> None:
        """Let `seconds` pass."""
        self._now += timedelta(seconds=seconds)
        self._uptime_s += seconds

    def jump(self, seconds: float) -> None:
        """Let the wall clock jump, as when somebody sets it; uptime stays."""
        self._now += timedelta(seconds=seconds)
