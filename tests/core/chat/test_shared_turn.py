from __future__ import annotations

import asyncio
from contextlib import aclosing

import pytest

from core.chat.shared_turn import SharedTurn
from core.errors import NothingToAnswer
from core.events import TextDelta, TurnEvent, TurnFinished, TurnStarted
from tests.core.chat.chat_desk import MODEL, Desk, said
from tests.peers.ollama_replies import Pause, Say, answer


async def told(turn: SharedTurn) -> list[TurnEvent]:
    return [event async for event in turn.events()]


async def test_all_readers_get_all_events_also_those_that_come_late(desk: Desk) -> None:
    desk.peer.script(MODEL, answer("Paris is the capital of France."))
    async with SharedTurn(desk.turns.ask(await desk.chat(), "Where?")) as turn:
        first, second = await asyncio.gather(told(turn), told(turn))
        late = await told(turn)
        assert first == second == late
        assert said(first) == "Paris is the capital of France."
        assert isinstance(first[-1], TurnFinished)
        assert turn.is_over


async def test_it_goes_on_without_any_reader(desk: Desk) -> None:
    desk.peer.script(MODEL, answer("Paris."))
    chat = await desk.chat()
    async with SharedTurn(desk.turns.ask(chat, "Where?")) as turn:
        await turn.wait()
    assert (await desk.store.path(chat))[-1].text == "Paris."


async def test_a_reader_that_leaves_disturbs_nobody(desk: Desk) -> None:
    desk.peer.script(MODEL, (Say("One"), Pause(0.2), *answer(" two")))
    async with SharedTurn(desk.turns.ask(await desk.chat(), "Count.")) as turn:
        async with aclosing(turn.events()) as events:
            assert isinstance(await anext(events), TurnStarted)
        assert said(await told(turn)) == "One two"


async def test_stopping_keeps_what_has_arrived_and_tells_every_reader(desk: Desk) -> None:
    desk.peer.script(MODEL, (Say("Half an answer"), Pause()))
    chat = await desk.chat()
    turn = SharedTurn(desk.turns.ask(chat, "Tell me."))
    reading = asyncio.create_task(told(turn))
    async for event in turn.events():
        if isinstance(event, TextDelta):
            break
    await turn.stop()
    last = (await reading)[-1]
    assert isinstance(last, TurnFinished)
    assert last.stopped
    kept = (await desk.store.path(chat))[-1]
    assert (kept.text, kept.state) == ("Half an answer", "stopped")
    await turn.stop()


async def test_what_the_story_raises_every_reader_meets(desk: Desk) -> None:
    async with SharedTurn(desk.turns.ask(await desk.chat(), "   ")) as turn:
        for _ in range(2):
            with pytest.raises(NothingToAnswer):
                await told(turn)


async def test_a_turn_that_is_left_is_stopped(desk: Desk) -> None:
    desk.peer.script(MODEL, (Say("Half"), Pause()))
    chat = await desk.chat()
    async with SharedTurn(desk.turns.ask(chat, "Tell me.")) as turn:
        async for event in turn.events():
            if isinstance(event, TextDelta):
                break
    assert turn.is_over
    assert (await desk.store.path(chat))[-1].state == "stopped"
