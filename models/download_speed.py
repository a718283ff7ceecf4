"""Speed as a sliding average, time left, and how often to tell."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from time import monotonic

WINDOW_S = 8.0
TELL_EVERY_S = 0.1
_SAMPLE_EVERY_S = 0.25


class Speed:
    """Bytes per second over the last seconds in which bytes were to come; pauses between tries count as time."""

    def __init__(self, now: Callable[[], float] = monotonic) -> None:
        self._now = now
        self._samples: deque[tuple[float, int]] = deque([(now(), 0)])
        self._came = 0
        self._told_at = -1.0

    def came(self, size_bytes: int) -> bool:
        """So many bytes came; returns whether it is time to tell."""
        self._came += size_bytes
        now = self._now()
        if now - self._samples[-1][0] >= _SAMPLE_EVERY_S:
            self._samples.append((now, self._came))
            while len(self._samples) > 2 and now - self._samples[1][0] > WINDOW_S:
                self._samples.popleft()
        if now - self._told_at < TELL_EVERY_S:
            return False
        self._told_at = now
        return True

    @property
    def bytes_per_s(self) -> float:
        """The average; 0 before anything can be said."""
        then, before = self._samples[0]
        passed_s = self._now() - then
        return (self._came - before) / passed_s if passed_s >= 0.05 else 0.0

    def remaining_s(self, left_bytes: int | None) -> float | None:
        """How long `left_bytes` will take at this speed; None while nobody can tell."""
        speed = self.bytes_per_s
        if left_bytes is None or speed <= 0:
            return None
        return left_bytes / speed
