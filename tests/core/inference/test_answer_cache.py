from __future__ import annotations

from collections.abc import Iterator
from contextlib import aclosing
from dataclasses import replace

import pytest

from core.clock import ManualClock
from core.inference.answer_cache import AnswerCache
from core.inference.gateway import Gateway
from core.inference.middleware import GatewayEvent, ModelCall
from core.inference.resilience import Fallback
from core.vault.ephemeral import EphemeralDatabase
from models.engine_errors import StreamBroken
from models.language.messages import (
    ChatMessage,
    ChatRequest,
    Finished,
    Sampling,
    TextPiece,
    ThinkingPiece,
    ToolCall,
    ToolCallPiece,
    Usage,
)
from models.language.scripted_model import ScriptedServer, spoken

CALL = ModelCall(ChatRequest("m", (ChatMessage("user", "Capital of France?"),)), "chat")
DAY_S = 86_400


@pytest.fixture
def database() -> Iterator[EphemeralDatabase]:
    database = EphemeralDatabase()
    yield database
    database.close()


class Desk:
    def __init__(self, database: EphemeralDatabase, **wishes: object) -> None:
        self.clock = ManualClock()
        self.server = ScriptedServer(["m", "b"])
        self.cache = AnswerCache(database.writer, database.readers, b"k" * 32, clock=self.clock, **wishes)  # type: ignore[arg-type]
        self.gateway = Gateway({"ollama": self.server}, middleware=[self.cache, Fallback()])

    async def ask(self, call: ModelCall = CALL) -> list[GatewayEvent]:
        async with aclosing(self.gateway.stream(call)) as stream:
            return [event async for event in stream]


def text(events: list[GatewayEvent]) -> str:
    return "".join(event.text for event in events if isinstance(event, TextPiece))


async def rows(database: EphemeralDatabase) -> list[tuple[object, ...]]:
    return await database.readers.run(lambda c: c.execute("SELECT * FROM answer_cache").fetchall())


async def test_the_same_question_is_answered_without_the_server(database: EphemeralDatabase) -> None:
    desk = Desk(database)
    desk.server.script([ThinkingPiece("hm"), TextPiece("Par"), TextPiece("is"), Finished("stop", Usage(7, 2))])
    first, second = await desk.ask(), await desk.ask()
    assert len(desk.server.requests) == 1
    assert (text(first), text(second)) == ("Paris", "Paris")
    assert ThinkingPiece("hm") in second
    assert second[-1] == Finished("stop", Usage(7, 2))


@pytest.mark.parametrize(
    "other",
    [
        replace(CALL, request=replace(CALL.request, model="b")),
        replace(CALL, request=replace(CALL.request, sampling=Sampling(temperature=0.1))),
        replace(CALL, request=replace(CALL.request, messages=(ChatMessage("user", "Capital of Spain?"),))),
        replace(CALL, request=replace(CALL.request, messages=(ChatMessage("system", "Capital of France?"),))),
        replace(CALL, request=replace(CALL.request, think=True)),
    ],
)
async def test_anything_that_can_change_the_answer_is_another_question(
    database: EphemeralDatabase, other: ModelCall
) -> None:
    desk = Desk(database)
    desk.server.script(spoken("one"), spoken("two"))
    await desk.ask()
    assert text(await desk.ask(other)) == "two"


@pytest.mark.parametrize("call", [replace(CALL, cacheable=False), replace(CALL, purpose="test")])
async def test_private_and_unlisted_calls_are_neither_kept_nor_answered_from_it(
    database: EphemeralDatabase, call: ModelCall
) -> None:
    desk = Desk(database)
    desk.server.script(spoken("one"), spoken("two"))
    await desk.ask(call)
    assert await rows(database) == []
    await desk.ask(call)
    assert len(desk.server.requests) == 2


@pytest.mark.parametrize(
    "script",
    [
        [TextPiece("cut"), Finished("length", Usage())],
        [ToolCallPiece(ToolCall("t")), Finished("stop", Usage())],
        [Finished("stop", Usage())],
    ],
)
async def test_answers_that_are_cut_off_empty_or_call_tools_are_not_kept(
    database: EphemeralDatabase, script: list[object]
) -> None:
    desk = Desk(database)
    desk.server.script(script)  # type: ignore[arg-type]
    await desk.ask()
    assert await rows(database) == []


async def test_a_broken_answer_is_not_kept(database: EphemeralDatabase) -> None:
    desk = Desk(database)
    desk.server.script([TextPiece("Par"), StreamBroken("gone")])
    with pytest.raises(Exception, match="gone"):
        await desk.ask()
    assert await rows(database) == []


async def test_an_answer_of_a_fallback_model_is_not_kept_for_the_wanted_one(database: EphemeralDatabase) -> None:
    desk = Desk(database)
    desk.server.script(spoken("from b"))
    asked = replace(CALL, request=replace(CALL.request, model="missing"), fallback_models=("b",))
    await desk.ask(asked)
    assert await rows(database) == []


async def test_the_key_says_nothing_about_the_question(database: EphemeralDatabase) -> None:
    desk = Desk(database)
    await desk.ask()
    (key, *_), *_ = await rows(database)
    assert isinstance(key, bytes)
    assert len(key) == 32
    other = Desk(database)
    other.cache._mac_key = b"x" * 32
    await other.ask()
    assert len(await rows(database)) == 2


async def test_old_answers_and_the_least_recently_used_go(database: EphemeralDatabase) -> None:
    desk = Desk(database, entries=2, days=1)

    def about(place: str) -> ModelCall:
        return replace(CALL, request=replace(CALL.request, messages=(ChatMessage("user", place),)))

    for place in ("one", "two"):
        await desk.ask(about(place))
        desk.clock.move(1)
    await desk.ask(about("one"))  # used again, so “two” is the oldest
    desk.clock.move(1)
    await desk.ask(about("three"))
    await desk.ask(about("one"))
    assert len(desk.server.requests) == 3
    desk.clock.move(DAY_S + 10)
    await desk.ask(about("one"))
    assert len(desk.server.requests) == 4
    assert len(await rows(database)) == 1


async def test_a_spoilt_entry_costs_no_answer(database: EphemeralDatabase) -> None:
    desk = Desk(database)
    desk.server.script(spoken("one"), spoken("two"))
    await desk.ask()
    await database.writer.run(lambda c: c.execute("UPDATE answer_cache SET answer = '[[1'").close())
    assert text(await desk.ask()) == "two"


async def test_clearing_forgets_everything(database: EphemeralDatabase) -> None:
    desk = Desk(database)
    await desk.ask()
    await desk.cache.clear()
    assert await rows(database) == []
