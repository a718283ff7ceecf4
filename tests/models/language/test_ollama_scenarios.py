"""What a talk with Ollama is like; the same scenarios run against the stand-in and against a real server, if named."""

from __future__ import annotations

import json
import os
import struct
import zlib
from collections.abc import AsyncIterator
from contextlib import aclosing
from dataclasses import dataclass

import pytest

from models.engine_errors import AbilityMissing, ModelMissing, RemoteModelRefused
from models.language.language_model import ModelSummary
from models.language.messages import (
    ChatMessage,
    ChatRequest,
    Finished,
    Piece,
    Sampling,
    TextPiece,
    ThinkingPiece,
    ToolCallPiece,
    ToolDefinition,
)
from models.language.ollama_model import OllamaServer
from tests.peers.ollama_replies import CallTool, Done, Pause, Say, answer
from tests.peers.ollama_server import OllamaPeer

WEATHER = ToolDefinition(
    "weather",
    "The weather in a city",
    {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]},
)


@dataclass(frozen=True, slots=True)
class Served:
    """A server to talk to, with the stand-in behind it where it is one."""

    server: OllamaServer
    peer: OllamaPeer | None

    async def able(self, ability: str) -> str:
        """An installed model that has `ability`; the test is skipped without one."""
        for known in await self.server.models():
            if not known.remote and ability in (await self.server.details(known.name)).abilities:
                return known.name
        pytest.skip(f"no installed model can do this: {ability}")


@pytest.fixture(params=["stand-in", pytest.param("real", marks=pytest.mark.real_ollama)])
async def served(request: pytest.FixtureRequest) -> AsyncIterator[Served]:
    if request.param == "real":
        address = os.environ.get("HEARTH_TEST_OLLAMA", "")
        if not address:
            pytest.skip("HEARTH_TEST_OLLAMA names no server")
        server = OllamaServer(address)
        yield Served(server, None)
        await server.aclose()
        return
    async with OllamaPeer() as peer:
        server = OllamaServer(peer.address)
        yield Served(server, peer)
        await server.aclose()


async def heard(served: Served, request: ChatRequest) -> list[Piece]:
    return [piece async for piece in served.server.stream(request)]


def asked(model: str, text: str = "Say hello.", **more: object) -> ChatRequest:
    return ChatRequest(model, (ChatMessage("user", text),), **more)  # type: ignore[arg-type]


def text_of(pieces: list[Piece]) -> str:
    return "".join(piece.text for piece in pieces if isinstance(piece, TextPiece))


def png(width: int = 32) -> bytes:
    """A red square, made by hand."""

    def part(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + b"\xff\0\0" * width for _ in range(width))
    head = struct.pack(">IIBBBBB", width, width, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", zlib.compress(rows)) + part(b"IEND", b"")


async def test_an_answer_comes_in_pieces_and_ends_with_what_it_cost(served: Served) -> None:
    model = await served.able("chat")
    pieces = await heard(served, asked(model, "Count from one to five.", think=None, keep_alive_s=60))
    assert text_of(pieces).strip()
    *_, last = pieces
    assert isinstance(last, Finished)
    assert last.reason == "stop"
    assert sum(isinstance(piece, Finished) for piece in pieces) == 1
    assert last.usage.answer_tokens
    assert last.usage.tokens_per_s
    assert last.usage.tokens_per_s > 0


async def test_an_answer_that_may_not_go_on_ends_for_its_length(served: Served) -> None:
    model = await served.able("chat")
    if served.peer:
        served.peer.script(model, (Say("One"), Say(" two"), Done("length")))
    pieces = await heard(served, asked(model, "Tell a long story.", sampling=Sampling(max_tokens=2, seed=1)))
    assert isinstance(pieces[-1], Finished)
    assert pieces[-1].reason == "length"


async def test_thinking_comes_apart_from_the_answer(served: Served) -> None:
    model = await served.able("thinking")
    if served.peer:
        served.peer.script(model, answer("Nine.", thinking="Three times three is nine."))
    pieces = await heard(served, asked(model, "What is three times three?", think=True))
    thinking = "".join(piece.text for piece in pieces if isinstance(piece, ThinkingPiece))
    assert thinking.strip()
    assert text_of(pieces).strip()
    assert thinking not in text_of(pieces)


async def test_a_model_told_not_to_think_answers_at_once(served: Served) -> None:
    model = await served.able("thinking")
    pieces = await heard(served, asked(model, "What is three times three?", think=False))
    assert not any(isinstance(piece, ThinkingPiece) for piece in pieces)
    assert text_of(pieces).strip()


async def test_a_tool_call_comes_whole(served: Served) -> None:
    model = await served.able("tools")
    if served.peer:
        served.peer.script(model, (CallTool("weather", {"city": "Lisbon"}), Done()))
    question = "What is the weather in Lisbon? Use the tool."
    pieces = await heard(served, asked(model, question, tools=(WEATHER,), sampling=Sampling(temperature=0, seed=1)))
    calls = [piece.call for piece in pieces if isinstance(piece, ToolCallPiece)]
    assert calls
    assert calls[0].name == "weather"
    assert "lisbon" in str(calls[0].arguments["city"]).lower()
    assert isinstance(pieces[-1], Finished)
    assert pieces[-1].reason == "tool_calls"


async def test_an_image_is_seen_by_a_model_that_sees(served: Served) -> None:
    model = await served.able("vision")
    request = ChatRequest(model, (ChatMessage("user", "Which colour is this?", images=(png(),)),))
    assert text_of(await heard(served, request)).strip()


async def test_an_image_for_a_model_that_cannot_see_is_refused_before_it_is_sent(served: Served) -> None:
    blind = None
    for known in await served.server.models():
        abilities = (await served.server.details(known.name)).abilities
        blind = known.name if not known.remote and "chat" in abilities and "vision" not in abilities else blind
    if blind is None:
        pytest.skip("every installed model sees")
    request = ChatRequest(blind, (ChatMessage("user", "Which colour is this?", images=(png(),)),))
    with pytest.raises(AbilityMissing) as refused:
        await heard(served, request)
    assert refused.value.ability == "vision"
    if served.peer:
        assert not served.peer.chats()


async def test_a_schema_shapes_the_answer(served: Served) -> None:
    model = await served.able("chat")
    if served.peer:
        served.peer.script(model, answer('{"city": "Lisbon"}'))
    schema = {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]}
    question = "The capital of Portugal, as JSON."
    pieces = await heard(served, asked(model, question, response_schema=schema, think=None))
    assert set(json.loads(text_of(pieces))) == {"city"}


async def test_a_stopped_answer_ends_on_the_server_and_the_next_one_works(served: Served) -> None:
    model = await served.able("chat")
    if served.peer:
        served.peer.script(model, (Say("Once"), Say(" upon"), Pause(), Say(" a time"), Done()))
    async with aclosing(served.server.stream(asked(model, "Tell a very long story."))) as pieces:
        async for piece in pieces:
            if isinstance(piece, TextPiece | ThinkingPiece):
                break
    if served.peer:
        [request] = served.peer.requests_to("/api/chat")
        assert await request.wait_cut()
    assert isinstance((await heard(served, asked(model)))[-1], Finished)


async def test_the_list_of_models_tells_sizes_and_dates(served: Served) -> None:
    models = await served.server.models()
    assert models
    local = [model for model in models if not model.remote]
    assert local
    assert all(model.name and model.size_bytes > 1_000_000 and len(model.digest) == 64 for model in local)
    assert all(model.modified_at is not None and model.modified_at.utcoffset() is not None for model in local)


async def test_the_details_of_a_model_tell_its_window_and_abilities(served: Served) -> None:
    model = await served.able("chat")
    details = await served.server.details(model)
    assert details.context_tokens
    assert details.context_tokens >= 512
    assert "chat" in details.abilities
    assert details.family
    assert not details.remote


async def test_a_warmed_model_is_in_memory_with_its_window_until_it_is_unloaded(served: Served) -> None:
    model = await served.able("chat")
    await served.server.warm(model, context_tokens=2048, keep_alive_s=120)
    [loaded] = [entry for entry in await served.server.loaded() if entry.name == model]
    assert loaded.context_tokens == 2048
    assert loaded.size_bytes > 0
    assert loaded.expires_at is not None
    await served.server.unload(model)
    if served.peer:  # a real server takes a moment
        assert not await served.server.loaded()


async def test_texts_become_vectors_in_order(served: Served) -> None:
    model = await served.able("embedding")
    one, two, again = await served.server.embed(model, ["a cat", "a stone bridge", "a cat"])
    assert len(one) == len(two) > 8
    assert one != two
    assert one == pytest.approx(again, abs=1e-3)
    assert await served.server.embed(model, []) == []


async def test_a_chat_model_makes_no_vectors(served: Served) -> None:
    if served.peer is None:
        pytest.skip("a real server makes vectors with chat models too")
    with pytest.raises(AbilityMissing) as refused:
        await served.server.embed("llama3.2:3b", ["a cat"])
    assert refused.value.ability == "embedding"


async def test_a_model_that_is_not_installed_is_missing(served: Served) -> None:
    with pytest.raises(ModelMissing) as missing:
        await heard(served, asked("no-such-model:1b"))
    assert missing.value.model == "no-such-model:1b"
    with pytest.raises(ModelMissing):
        await served.server.details("no-such-model:1b")
    with pytest.raises(ModelMissing):
        await served.server.warm("no-such-model:1b")


async def test_no_text_is_sent_to_a_model_of_the_cloud(served: Served) -> None:
    for name in ("gpt-oss:120b-cloud", "kimi-k2:cloud", " GPT-OSS:20B-Cloud "):
        with pytest.raises(RemoteModelRefused):
            await heard(served, asked(name, "my secret"))
        with pytest.raises(RemoteModelRefused):
            await served.server.embed(name, ["my secret"])
        assert (await served.server.details(name)).remote
    if served.peer:
        assert not any(b"my secret" in request.body for request in served.peer.requests)
        assert not served.peer.requests_to("/api/show")


async def test_the_version_is_told(served: Served) -> None:
    version = await served.server.version()
    assert version[0].isdigit()
    assert "." in version


async def test_unusual_characters_survive_both_ways(served: Served) -> None:
    model = await served.able("chat")
    odd = "naïve 漢字 🧑‍🚀 \u2028 <b>&amp;</b> שלום \x00"
    if served.peer:
        served.peer.script(model, (Say(odd), Done()))
    pieces = await heard(served, asked(model, odd))
    assert isinstance(pieces[-1], Finished)
    if served.peer:
        assert text_of(pieces) == odd
        assert served.peer.chats()[-1]["messages"][0]["content"] == odd


async def test_a_model_without_a_tag_is_the_latest(served: Served) -> None:
    latest: list[ModelSummary] = [m for m in await served.server.models() if m.name.endswith(":latest")]
    if not latest:
        pytest.skip("no model is tagged latest")
    assert (await served.server.details(latest[0].name.removesuffix(":latest"))).family
