"""The crossing between Qt and the core: nothing is lost, nothing is doubled, nothing outlives its owner."""

from __future__ import annotations

import asyncio
import gc
import random
import threading
import warnings
from collections.abc import AsyncIterator, Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.errors import Cancelled, HearthBug, WrongSecret
from desktop.bridge import Bridge, Call
from tests.peers.patience import PATIENCE_S


@pytest.fixture
def unheard() -> list[BaseException]:
    return []


@pytest.fixture
def bridge(qtbot: QtBot, unheard: list[BaseException]) -> Iterator[Bridge]:
    bridge = Bridge(unheard=unheard.append)
    yield bridge
    bridge.stop()
    # A coroutine that nobody awaited warns when it is collected, and warnings are errors.
    gc.collect()


async def count_to(last: int, *, pause_every: int = 0) -> AsyncIterator[int]:
    for number in range(last):
        if pause_every and number % pause_every == 0:
            await asyncio.sleep(0)
        yield number


def test_a_call_brings_its_result_to_the_qt_thread(bridge: Bridge, qtbot: QtBot) -> None:
    told: list[tuple[str, int]] = []

    async def where() -> int:
        bridge.assert_core_thread()
        return threading.get_ident()

    call = bridge.call(where(), done=lambda ident: told.append(("done", ident)))
    qtbot.waitUntil(lambda: bool(told))
    assert told[0][1] != threading.get_ident()
    assert not call.running


def test_an_error_reaches_failed_and_nobody_else(bridge: Bridge, qtbot: QtBot, unheard: list[BaseException]) -> None:
    failures: list[BaseException] = []
    done: list[None] = []

    async def fail() -> None:
        raise WrongSecret

    bridge.call(fail(), done=done.append, failed=failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    assert isinstance(failures[0], WrongSecret)
    assert not done
    assert not unheard


def test_an_error_that_nobody_listens_to_is_told_to_unheard(
    bridge: Bridge, qtbot: QtBot, unheard: list[BaseException]
) -> None:
    async def fail() -> None:
        raise ValueError("nobody asked")

    bridge.call(fail())
    qtbot.waitUntil(lambda: bool(unheard))
    assert str(unheard[0]) == "nobody asked"


def test_even_a_system_exit_on_the_loop_is_told_and_the_loop_lives_on(bridge: Bridge, qtbot: QtBot) -> None:
    failures: list[BaseException] = []
    done: list[int] = []

    async def leave() -> None:
        raise SystemExit(3)

    async def answer() -> int:
        return 42

    bridge.call(leave(), failed=failures.append)
    bridge.call(answer(), done=done.append)
    qtbot.waitUntil(lambda: bool(failures) and bool(done))
    assert isinstance(failures[0], SystemExit)


def test_a_faulty_callback_loses_none_of_the_callbacks_after_it(
    bridge: Bridge, qtbot: QtBot, unheard: list[BaseException]
) -> None:
    done: list[int] = []

    async def value(number: int) -> int:
        return number

    def faulty(_: int) -> None:
        raise KeyError("broken page")

    bridge.call(value(1), done=faulty)
    bridge.call(value(2), done=done.append)
    qtbot.waitUntil(lambda: bool(done) and bool(unheard))
    assert isinstance(unheard[0], KeyError)


def test_ten_thousand_items_arrive_once_and_in_order_in_few_batches(bridge: Bridge, qtbot: QtBot) -> None:
    batches: list[list[int]] = []
    finished: list[bool] = []
    bridge.stream(lambda: count_to(10_000, pause_every=7), batch=batches.append, finished=lambda: finished.append(True))
    qtbot.waitUntil(lambda: bool(finished))
    assert [number for batch in batches for number in batch] == list(range(10_000))
    assert len(batches) < 500


def test_the_first_item_does_not_wait_for_the_second(bridge: Bridge, qtbot: QtBot) -> None:
    batches: list[list[str]] = []
    more = threading.Event()

    async def slow() -> AsyncIterator[str]:
        yield "first"
        await asyncio.to_thread(more.wait)
        yield "second"

    bridge.stream(slow, batch=batches.append, every_ms=60_000)
    qtbot.waitUntil(lambda: bool(batches))
    assert batches == [["first"]]
    more.set()
    qtbot.waitUntil(lambda: len(batches) == 2)  # the end does not wait for the next minute either
    assert batches[1] == ["second"]


def test_a_stream_that_never_waits_lets_other_work_run(bridge: Bridge, qtbot: QtBot) -> None:
    stop = threading.Event()
    done: list[int] = []

    async def endless() -> AsyncIterator[int]:
        while not stop.is_set():
            yield 1

    async def answer() -> int:
        return 42

    finished: list[bool] = []
    bridge.stream(endless, batch=lambda items: None, finished=lambda: finished.append(True))
    bridge.call(answer(), done=done.append)
    qtbot.waitUntil(lambda: done == [42])
    stop.set()
    qtbot.waitUntil(lambda: bool(finished))


def test_a_stream_that_fails_shows_what_came_before(bridge: Bridge, qtbot: QtBot) -> None:
    told: list[object] = []

    async def breaks() -> AsyncIterator[str]:
        yield "a"
        yield "b"
        raise WrongSecret

    bridge.stream(breaks, batch=told.extend, failed=told.append)
    qtbot.waitUntil(lambda: len(told) == 3)
    assert told[:2] == ["a", "b"]
    assert isinstance(told[2], WrongSecret)


def test_a_maker_that_fails_is_a_failed_stream(bridge: Bridge, qtbot: QtBot) -> None:
    failures: list[BaseException] = []

    def make() -> AsyncIterator[int]:
        raise WrongSecret

    bridge.stream(make, batch=lambda items: None, failed=failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    assert isinstance(failures[0], WrongSecret)


def test_cancelling_closes_the_iterator_and_then_tells(bridge: Bridge, qtbot: QtBot) -> None:
    told: list[object] = []
    tidy: list[bool] = []

    async def waits() -> AsyncIterator[str]:
        try:
            yield "partial"
            await asyncio.Event().wait()
        finally:
            await asyncio.sleep(0.01)
            tidy.append(True)

    call = bridge.stream(waits, batch=told.extend, failed=lambda error: told.append((error, list(tidy))))
    qtbot.waitUntil(lambda: told == ["partial"])
    call.cancel()
    qtbot.waitUntil(lambda: len(told) == 2)
    error, tidied = told[1]  # type: ignore[misc]
    assert isinstance(error, Cancelled)
    assert tidied == [True]


def test_a_last_item_in_answer_to_a_cancellation_is_still_shown(bridge: Bridge, qtbot: QtBot) -> None:
    told: list[object] = []

    async def says_goodbye() -> AsyncIterator[str]:
        yield "hello"
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            yield "goodbye"
            yield "never asked for"

    call = bridge.stream(says_goodbye, batch=told.extend, failed=told.append)
    qtbot.waitUntil(lambda: told == ["hello"])
    call.cancel()
    qtbot.waitUntil(lambda: len(told) == 3)
    assert told[1] == "goodbye"
    assert isinstance(told[2], Cancelled)


def test_cancelling_at_random_moments_ends_each_call_exactly_once(
    bridge: Bridge, qtbot: QtBot, unheard: list[BaseException]
) -> None:
    chance = random.Random(7)
    ends: dict[int, list[str]] = {}
    calls: list[Call] = []

    async def work(steps: int) -> int:
        for _ in range(steps):
            await asyncio.sleep(0)
        return steps

    for number in range(400):
        ends[number] = []

        def done(_: object = None, number: int = number) -> None:
            ends[number].append("done")

        def failed(error: BaseException, number: int = number) -> None:
            ends[number].append(type(error).__name__)

        if number % 2:
            call = bridge.call(work(chance.randrange(20)), done=done, failed=failed)
        else:
            call = bridge.stream(
                lambda: count_to(20, pause_every=1), batch=lambda items: None, finished=done, failed=failed
            )
        calls.append(call)
        for victim in chance.sample(calls, k=min(3, len(calls))):
            victim.cancel()
        if chance.random() < 0.3:
            qtbot.wait(1)
    qtbot.waitUntil(lambda: all(ends.values()))
    qtbot.wait(50)
    assert all(len(end) == 1 for end in ends.values())
    assert {end[0] for end in ends.values()} == {"done", "Cancelled"}
    assert not any(call.running for call in calls)
    assert not unheard


def test_a_call_whose_owner_is_gone_is_finished_but_tells_nobody(bridge: Bridge, qtbot: QtBot) -> None:
    owner = QWidget()
    go_on = threading.Event()
    told: list[object] = []
    finished: list[bool] = []

    async def save() -> None:
        await asyncio.to_thread(go_on.wait)
        finished.append(True)

    bridge.call(save(), done=told.append, failed=told.append, owner=owner)
    owner.deleteLater()
    qtbot.wait(20)
    go_on.set()
    qtbot.waitUntil(lambda: bool(finished))
    qtbot.wait(20)
    assert not told


def test_a_stream_whose_owner_is_gone_is_closed(bridge: Bridge, qtbot: QtBot) -> None:
    owner = QWidget()
    told: list[object] = []
    closed: list[bool] = []

    async def endless() -> AsyncIterator[int]:
        try:
            while True:
                yield 1
                await asyncio.sleep(0.001)
        finally:
            closed.append(True)

    bridge.stream(endless, batch=told.extend, failed=told.append, owner=owner)
    qtbot.waitUntil(lambda: bool(told))
    owner.deleteLater()
    qtbot.waitUntil(lambda: bool(closed))
    before = list(told)
    qtbot.wait(60)
    assert told == before


def test_stopping_in_the_middle_of_everything_leaves_no_thread_and_no_task(qtbot: QtBot) -> None:
    bridge = Bridge()
    told: list[object] = []
    tidy: list[str] = []

    async def waits() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            await asyncio.sleep(0.01)
            tidy.append("call")

    async def endless() -> AsyncIterator[int]:
        try:
            while True:
                yield 1
                await asyncio.sleep(0)
        finally:
            tidy.append("stream")

    bridge.call(waits(), failed=told.append)
    bridge.stream(endless, batch=lambda items: None, failed=told.append)
    qtbot.wait(20)
    late = [bridge.call(waits(), failed=told.append) for _ in range(5)]  # posted, perhaps not started
    bridge.stop()
    assert sorted(set(tidy)) == ["call", "stream"]
    assert tidy.count("call") == 1 + len(late)
    assert "hearth-core" not in [thread.name for thread in threading.enumerate()]
    qtbot.wait(20)
    assert not told


def test_work_that_starts_new_work_while_it_is_cancelled_is_ended_too(qtbot: QtBot) -> None:
    bridge = Bridge()
    ended: list[str] = []

    async def child() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.append("child")

    async def parent() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            parent.task = asyncio.ensure_future(child())  # type: ignore[attr-defined]
            await asyncio.sleep(0)

    bridge.call(parent())
    qtbot.wait(10)
    bridge.stop()
    assert ended == ["child"]


def test_after_the_stop_nothing_starts_and_nothing_warns(qtbot: QtBot) -> None:
    bridge = Bridge()
    bridge.stop()
    bridge.stop()

    async def work() -> None:
        raise AssertionError("this must not run")

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        call = bridge.call(work())
        stream = bridge.stream(lambda: count_to(3), batch=lambda items: None)
        gc.collect()
    assert not call.running
    assert not stream.running
    call.cancel()


def test_the_bridge_refuses_the_wrong_thread(bridge: Bridge) -> None:
    seen: list[BaseException] = []

    def elsewhere() -> None:
        try:
            bridge.stream(lambda: count_to(1), batch=lambda items: None)
        except HearthBug as error:
            seen.append(error)

    thread = threading.Thread(target=elsewhere)
    thread.start()
    thread.join()
    assert len(seen) == 1
    with pytest.raises(HearthBug):
        bridge.assert_core_thread()


def test_run_to_end_returns_raises_and_gives_up(bridge: Bridge) -> None:
    async def answer() -> int:
        return 42

    async def fail() -> None:
        raise WrongSecret

    assert bridge.run_to_end(answer(), timeout_s=PATIENCE_S) == 42
    with pytest.raises(WrongSecret):
        bridge.run_to_end(fail(), timeout_s=PATIENCE_S)
    with pytest.raises(TimeoutError):
        bridge.run_to_end(asyncio.sleep(60), timeout_s=0.01)


def test_a_listener_hears_on_the_qt_thread_until_its_owner_is_gone(bridge: Bridge, qtbot: QtBot) -> None:
    owner = QObject()
    heard: list[tuple[str, int]] = []
    listener = bridge.listener(lambda word: heard.append((word, threading.get_ident())), owner)

    async def announce(word: str) -> None:
        listener(word)

    bridge.call(announce("one"))
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [("one", threading.get_ident())]
    owner.deleteLater()
    qtbot.wait(20)
    bridge.call(announce("two"))
    qtbot.wait(20)
    assert len(heard) == 1
