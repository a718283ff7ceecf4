"""Auto-lock: closes the vault after idle time, before the computer sleeps and when its screen is locked.

Idle time is measured on a clock that goes on during suspend (CLOCK_BOOTTIME): with one that stands still, a vault left
open in the evening would still be open in the morning (KeePassXC issue 2014).
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Literal, TypeAlias

from core.clock import Clock

LockReason: TypeAlias = Literal["idle", "suspend", "screen_lock"]

CHECK_EVERY_S = 5.0
# Between two checks the computer was not asleep unless more than this went missing; a busy machine may be slow.
_SLEEP_AT_LEAST_S = 30.0


class AutoLock:
    """Calls `on_lock` once when there is a reason, and again only after `unlocked`.

    `idle_s` None never locks for idleness. `on_suspend` and `on_screen_lock` tell whether those are reasons at all.
    """

    def __init__(
        self,
        clock: Clock,
        *,
        idle_s: float | None,
        on_lock: Callable[[LockReason], None],
        on_suspend: bool = True,
        on_screen_lock: bool = True,
    ) -> None:
        self._clock = clock
        self._on_lock = on_lock
        self.idle_s = idle_s
        self.on_suspend = on_suspend
        self.on_screen_lock = on_screen_lock
        self._is_locked = False
        self._touched_s = clock.uptime_s()
        self._checked_s = self._touched_s
        self._offset_s = self._wall_minus_uptime_s()

    def touch(self) -> None:
        """The owner did something."""
        now_s = self._clock.uptime_s()
        self._check_idle(now_s)  # the first key press after a night must not keep the vault open
        self._touched_s = now_s

    def unlocked(self) -> None:
        """The vault was opened again; everything counts from now."""
        self._is_locked = False
        self._touched_s = self._checked_s = self._clock.uptime_s()
        self._offset_s = self._wall_minus_uptime_s()

    def suspended(self) -> None:
        """The computer is about to sleep."""
        if self.on_suspend:
            self._lock("suspend")

    def screen_locked(self) -> None:
        """The screen was locked, or another user's session came to the front."""
        if self.on_screen_lock:
            self._lock("screen_lock")

    def check(self) -> None:
        """Lock if it is time. Also notices a sleep that nobody announced, by the time that is missing."""
        now_s, offset_s = self._clock.uptime_s(), self._wall_minus_uptime_s()
        missing_s = now_s - self._checked_s - CHECK_EVERY_S
        jumped_s = offset_s - self._offset_s  # where uptime stands still during sleep, wall time runs ahead of it
        self._checked_s, self._offset_s = now_s, offset_s
        self._check_idle(now_s)
        if self.on_suspend and max(missing_s, jumped_s) > _SLEEP_AT_LEAST_S:
            self._lock("suspend")

    async def watch(self, *, every_s: float = CHECK_EVERY_S) -> None:
        """Check until cancelled."""
        self._checked_s = self._clock.uptime_s()
        while True:
            self.check()
            await asyncio.sleep(every_s)

    def _check_idle(self, now_s: float) -> None:
        if self.idle_s is not None and now_s - self._touched_s >= self.idle_s:
            self._lock("idle")

    def _lock(self, reason: LockReason) -> None:
        if not self._is_locked:
            self._is_locked = True
            self._on_lock(reason)

    def _wall_minus_uptime_s(self) -> float:
        return self._clock.now().timestamp() - self._clock.uptime_s()
