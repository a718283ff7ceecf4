from __future__ import annotations

import asyncio
import inspect
import logging
import threading

import pytest

from core.errors import VaultLocked
from core.vault.lifetime import Lifetime
from tests.peers.patience import PATIENCE_S


async def test_what_is_late_is_made_once_whoever_asks_first() -> None:
    making, go_on = threading.Event(), threading.Event()
    made: list[object] = []

    def make() -> object:
        making.set()
        assert go_on.wait(PATIENCE_S)
        made.append(object())
        return made[-1]

    part = Lifetime().late(make)
    assert part.made is None
    elsewhere = asyncio.create_task(asyncio.to_thread(part))
    assert await asyncio.to_thread(making.wait, PATIENCE_S)
    at_once = asyncio.create_task(asyncio.to_thread(part))
    go_on.set()
    assert await elsewhere is await at_once is part.made
    assert len(made) == 1


async def test_a_part_may_ask_for_another_while_it_is_made() -> None:
    life = Lifetime()
    inner = life.late(lambda: "inner")
    assert life.late(lambda: f"around {inner()}")() == "around inner"


async def test_after_the_end_only_what_was_made_is_there() -> None:
    life = Lifetime()
    made = life.late(lambda: "made", refusal="too late")
    never = life.late(lambda: "never", refusal="too late")
    harmless = life.late(lambda: "harmless")
    made()
    life.end()
    assert (made(), harmless()) == ("made", "harmless")
    with pytest.raises(VaultLocked, match="too late"):
        never()
    assert never.made is None


async def test_what_runs_beside_is_told_to_end_and_no_longer_waited_for_than_said() -> None:
    life = Lifetime()
    running, stubborn, gone = asyncio.Event(), asyncio.Event(), asyncio.Event()
    ended: list[str] = []

    async def obedient() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.append("obedient")

    async def deaf() -> None:
        running.set()
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            await stubborn.wait()
        ended.append("deaf")
        gone.set()

    life.in_background(obedient())
    life.in_background(deaf())
    await asyncio.wait_for(running.wait(), PATIENCE_S)
    life.end()
    await life.end_background(within_s=0.05)
    assert ended == ["obedient"]
    stubborn.set()
    await asyncio.wait_for(gone.wait(), PATIENCE_S)
    assert ended == ["obedient", "deaf"]


async def test_what_is_told_to_end_before_it_began_is_never_begun_and_leaves_nothing_behind() -> None:
    life = Lifetime()
    begun: list[bool] = []

    async def work() -> None:
        begun.append(True)

    coroutine = work()
    life.in_background(coroutine)
    await life.end_background(within_s=PATIENCE_S)
    assert begun == []
    assert inspect.getcoroutinestate(coroutine) == inspect.CORO_CLOSED


async def test_what_fails_beside_is_told_to_the_log_alone(caplog: pytest.LogCaptureFixture) -> None:
    life = Lifetime()

    async def broken() -> None:
        raise RuntimeError("our own mistake")

    async def locked() -> None:
        raise VaultLocked("as expected")

    with caplog.at_level(logging.WARNING, logger="hearth.lifetime"):
        await life.watched(broken())
        await life.watched(locked())
    assert [record.levelname for record in caplog.records] == ["ERROR", "WARNING"]
    caplog.clear()
