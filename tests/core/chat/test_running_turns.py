from __future__ import annotations

import asyncio

import pytest

from core.errors import VaultLocked
from core.events import TextDelta, TurnEvent, TurnFailed, TurnFinished
from tests.core.chat.chat_desk import MODEL, Desk, heard, said, until
from tests.peers.ollama_replies import Pause, Say, answer


async def test_a_turn_whose_reader_waits_is_stopped_and_the_reader_lives_on(desk: Desk) -> None:
    desk.peer.script(MODEL, (Say("Half"), Pause(30), Say(" and the rest")))
    chat = await desk.chat()
    seen = asyncio.Event()

    async def read() -> list[TurnEvent]:
        events = []
        async for event in desk.turns.ask(chat, "Tell me"):
            events.append(event)
            if isinstance(event, TextDelta):
                seen.set()
        return events

    reader = asyncio.create_task(read())
    await seen.wait()
    await desk.turns.aclose()

    kept = (await desk.store.path(chat))[-1]
    assert (kept.state, kept.text) == ("stopped", "Half")
    events = await reader
    assert isinstance(events[-1], TurnFinished)
    assert events[-1].stopped
    assert await desk.peer.requests_to("/api/chat")[0].wait_cut()


async def test_a_turn_that_nobody_reads_is_stopped_too(desk: Desk) -> None:
    desk.peer.script(MODEL, (Say("Half"), Pause(30)))
    chat = await desk.chat()
    events = desk.turns.ask(chat, "Tell me")
    while not isinstance(await anext(events), TextDelta):
        pass

    await desk.turns.aclose()

    kept = (await desk.store.path(chat))[-1]
    assert (kept.state, kept.text) == ("stopped", "Half")
    assert isinstance(await anext(events), TurnFinished)
    assert await anext(events, None) is None


async def test_no_turn_begins_after_the_end(desk: Desk) -> None:
    chat = await desk.chat()
    before = desk.turns.ask(chat, "made before, read after")
    await desk.turns.aclose()
    for events in (before, desk.turns.ask(chat, "made after")):
        with pytest.raises(VaultLocked):
            await anext(events)
    assert await desk.store.path(chat) == []


async def test_a_reader_who_is_cancelled_at_the_same_moment_stays_cancelled(desk: Desk) -> None:
    desk.peer.script(MODEL, (Say("Half"), Pause(30)))
    chat = await desk.chat()
    reader = asyncio.create_task(desk.ask(chat, "Tell me"))

    async def is_asked() -> bool:
        return bool(desk.peer.requests_to("/api/chat"))

    await until(is_asked)
    stopping = asyncio.create_task(desk.turns.aclose())
    await asyncio.sleep(0)
    reader.cancel()
    await asyncio.wait([reader, stopping])
    assert reader.cancelled()
    assert (await desk.store.path(chat))[-1].state == "stopped"


@pytest.mark.parametrize("steps", range(0, 60, 3))
async def test_whenever_it_is_stopped_no_answer_streams_on_and_every_reader_hears_an_end(
    desk: Desk, steps: int
) -> None:
    desk.peer.script(MODEL, answer("One two three."), answer("One two three."))
    first, second = await desk.chat(), await desk.chat()
    readers = [asyncio.create_task(heard(desk.turns.ask(chat, "Tell me"))) for chat in (first, second)]
    for _ in range(steps):
        await asyncio.sleep(0.0005)

    await desk.turns.aclose()

    kept = {chat: await desk.store.path(chat) for chat in (first, second)}
    assert all(message.state in ("complete", "stopped") for path in kept.values() for message in path)
    for chat, reader in zip((first, second), readers, strict=True):
        try:
            events = await reader
        except VaultLocked:
            assert [message.text for message in kept[chat]] in ([], ["Tell me", ""])
            continue
        assert isinstance(events[-1], TurnFinished | TurnFailed)
        assert said(events) == kept[chat][-1].text
