from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from core.clock import ManualClock
from core.errors import Cancelled, HearthBug, NothingToAnswer, VaultLocked
from core.events import Announcer, Change, TransferChanged
from core.library.library_trouble import HostNotReached
from core.library.transfers import Job, Transfers
from models.engine_errors import TransferBroken


@pytest.fixture
async def transfers() -> AsyncIterator[Transfers]:
    transfers = Transfers(Announcer(), clock=ManualClock())
    yield transfers
    await transfers.aclose()


async def for_ever(job: Job) -> None:
    job.progress(10, 100, step="at it")
    await asyncio.sleep(3600)


async def soon() -> None:
    for _ in range(10):
        await asyncio.sleep(0)


async def test_what_waits_for_a_place_can_be_paused_resumed_and_cancelled(transfers: Transfers) -> None:
    first, second, third = (transfers.begin("files", for_ever, title=name) for name in "abc")
    await soon()
    assert [one.state for one in transfers.all()] == ["running", "running", "queued"]
    await transfers.pause(third.transfer_id)
    assert [one.state for one in transfers.all()] == ["running", "running", "paused"]
    await transfers.pause(first.transfer_id)
    await transfers.resume(third.transfer_id)
    await soon()
    assert [one.state for one in transfers.all()] == ["paused", "running", "running"]
    for one in (first, second, third):
        await transfers.cancel(one.transfer_id)
        assert (await transfers.settle(one.transfer_id)).state == "cancelled"


async def test_cancelling_cleans_up_and_pausing_does_not(transfers: Transfers) -> None:
    cleaned: list[str] = []

    async def clean_up() -> None:
        cleaned.append("up")

    one = transfers.begin("language", for_ever, title="x", clean_up=clean_up)
    await soon()
    await transfers.pause(one.transfer_id)
    assert cleaned == []
    await transfers.cancel(one.transfer_id)
    await transfers.cancel(one.transfer_id)
    assert cleaned == ["up"]


async def test_a_making_cannot_be_paused(transfers: Transfers) -> None:
    one = transfers.begin("create", for_ever, title="x")
    await soon()
    assert not transfers.all()[0].can_pause
    await transfers.pause(one.transfer_id)
    assert transfers.all()[0].state == "running"


@pytest.mark.parametrize(
    ("raised", "kind"),
    [
        (NothingToAnswer(), NothingToAnswer),
        (TransferBroken(address="https://h.example/x", tries=3), HostNotReached),
        (ZeroDivisionError("a mistake"), HearthBug),
    ],
)
async def test_every_failure_is_an_error_with_words(
    transfers: Transfers, raised: Exception, kind: type[Exception]
) -> None:
    tries = 0

    async def fails_once(job: Job) -> None:
        nonlocal tries
        tries += 1
        job.step("verifying", can_pause=False)
        if tries == 1:
            raise raised

    one = transfers.begin("files", fails_once, title="x")
    failed = await transfers.settle(one.transfer_id)
    assert failed.state == "failed"
    assert isinstance(failed.error, kind)
    await transfers.resume(one.transfer_id)
    done = await transfers.settle(one.transfer_id)
    assert (done.state, done.error) == ("done", None)


async def test_work_that_says_it_was_stopped_counts_as_cancelled(transfers: Transfers) -> None:
    async def stops(_: Job) -> None:
        raise Cancelled

    one = transfers.begin("files", stops, title="x")
    assert (await transfers.settle(one.transfer_id)).state == "cancelled"


async def test_only_what_has_ended_is_dismissed(transfers: Transfers) -> None:
    one = transfers.begin("files", for_ever, title="x")
    transfers.dismiss(one.transfer_id)
    assert transfers.get(one.transfer_id) is not None
    await transfers.cancel(one.transfer_id)
    transfers.dismiss(one.transfer_id)
    assert transfers.get(one.transfer_id) is None
    with pytest.raises(KeyError):
        await transfers.settle(one.transfer_id)


async def test_the_last_figures_are_always_told() -> None:
    announcer = Announcer()
    transfers = Transfers(announcer, clock=ManualClock())
    told: list[int] = []

    def heard(change: Change) -> None:
        if isinstance(change, TransferChanged) and (now := transfers.get(change.transfer_id)) is not None:
            told.append(now.done_bytes)

    announcer.subscribe(heard)
    stay = asyncio.Event()

    async def work(job: Job) -> None:
        for done in range(1, 101):
            job.progress(done, 200)
        await stay.wait()

    transfers.begin("files", work, title="x")
    async with asyncio.timeout(5):
        while told[-1:] != [100]:  # noqa: ASYNC110 - the announcement itself is what is waited for
            await asyncio.sleep(0.01)
    assert len(told) <= 4
    await transfers.aclose()


async def test_after_closing_nothing_begins(transfers: Transfers) -> None:
    one = transfers.begin("files", for_ever, title="x")
    await soon()
    waiting = asyncio.create_task(transfers.settle(one.transfer_id))
    await soon()
    await transfers.aclose()
    assert (await waiting).state == "paused"
    with pytest.raises(VaultLocked):
        transfers.begin("files", for_ever, title="y")
    await transfers.resume(one.transfer_id)
    assert transfers.all()[0].state == "paused"
