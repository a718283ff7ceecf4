from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest

from core.clock import ManualClock
from core.vault.lock import CHECK_EVERY_S, AutoLock, LockReason


class Watched:
    """An auto-lock on a clock that is moved by hand, checked as often as it would be."""

    def __init__(self, *, idle_s: float | None = 600, on_suspend: bool = True, on_screen_lock: bool = True) -> None:
        self.clock = ManualClock()
        self.reasons: list[LockReason] = []
        self.told: Callable[[], object] = list
        self.lock = AutoLock(
            self.clock,
            idle_s=idle_s,
            on_lock=self.note,
            on_suspend=on_suspend,
            on_screen_lock=on_screen_lock,
        )

    def note(self, reason: LockReason) -> None:
        self.reasons.append(reason)
        self.told()

    def live(self, seconds: float) -> None:
        while seconds > 0:
            step = min(CHECK_EVERY_S, seconds)
            self.clock.move(step)
            self.lock.check()
            seconds -= step


def test_it_locks_once_after_the_idle_time_and_not_before() -> None:
    watched = Watched(idle_s=600)
    watched.live(599)
    assert watched.reasons == []
    watched.live(1)
    assert watched.reasons == ["idle"]
    watched.live(5000)
    assert watched.reasons == ["idle"]


def test_whoever_does_something_starts_the_idle_time_anew() -> None:
    watched = Watched(idle_s=600)
    for _ in range(20):
        watched.live(500)
        watched.lock.touch()
    assert watched.reasons == []
    watched.live(600)
    assert watched.reasons == ["idle"]


def test_never_means_never() -> None:
    watched = Watched(idle_s=None)
    watched.live(100_000)
    assert watched.reasons == []


def test_the_first_key_press_after_a_night_does_not_keep_it_open() -> None:
    watched = Watched(idle_s=600, on_suspend=False)
    watched.clock.move(8 * 3600)  # asleep: nothing is checked, uptime goes on
    watched.lock.touch()
    assert watched.reasons == ["idle"]


def test_it_locks_when_the_computer_goes_to_sleep() -> None:
    watched = Watched()
    watched.lock.suspended()
    watched.lock.screen_locked()
    assert watched.reasons == ["suspend"]


def test_it_locks_with_the_screen() -> None:
    watched = Watched()
    watched.lock.screen_locked()
    assert watched.reasons == ["screen_lock"]


def test_what_is_switched_off_is_no_reason() -> None:
    watched = Watched(on_suspend=False, on_screen_lock=False)
    watched.lock.suspended()
    watched.lock.screen_locked()
    watched.clock.move(300)
    watched.lock.check()
    watched.clock.jump(300)
    watched.lock.check()
    assert watched.reasons == []


def test_a_sleep_that_nobody_announced_shows_by_the_missing_time() -> None:
    watched = Watched(idle_s=600)
    watched.live(100)
    watched.clock.move(60)
    watched.lock.check()
    assert watched.reasons == ["suspend"]


def test_where_uptime_stands_still_in_sleep_the_wall_clock_tells() -> None:
    watched = Watched(idle_s=600)
    watched.live(100)
    watched.clock.jump(3600)
    watched.lock.check()
    assert watched.reasons == ["suspend"]


@pytest.mark.parametrize("jump_s", [-86400, -5, 5, 20])
def test_a_clock_that_is_set_back_or_adjusted_neither_locks_nor_keeps_open(jump_s: float) -> None:
    watched = Watched(idle_s=600)
    watched.live(300)
    watched.clock.jump(jump_s)
    watched.live(299)
    assert watched.reasons == []
    watched.live(1)
    assert watched.reasons == ["idle"]


def test_after_unlocking_everything_counts_from_the_start() -> None:
    watched = Watched(idle_s=600)
    watched.live(600)
    watched.clock.move(8 * 3600)
    watched.lock.unlocked()
    watched.live(599)
    assert watched.reasons == ["idle"]
    watched.live(1)
    assert watched.reasons == ["idle", "idle"]


def test_a_shorter_idle_time_holds_from_the_next_check() -> None:
    watched = Watched(idle_s=None)
    watched.live(1000)
    watched.lock.idle_s = 60
    watched.live(CHECK_EVERY_S)
    assert watched.reasons == ["idle"]


async def test_watching_checks_until_it_is_cancelled() -> None:
    watched, locked = Watched(idle_s=10), asyncio.Event()
    watched.told = locked.set
    watching = asyncio.create_task(watched.lock.watch(every_s=0.001))
    await asyncio.sleep(0.01)
    assert watched.reasons == []
    watched.clock.move(10)
    await asyncio.wait_for(locked.wait(), 10)
    watching.cancel()
    with pytest.raises(asyncio.CancelledError):
        await watching
    assert watched.reasons == ["idle"]
