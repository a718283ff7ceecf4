"""llama.cpp, vLLM and LM Studio: the same talk in three dialects, and what goes wrong in each."""

from __future__ import annotations

import json
import socket
from collections.abc import AsyncIterator
from contextlib import aclosing

import pytest

from models.engine_errors import (
    AbilityMissing,
    EngineError,
    ModelMissing,
    NotAModelServer,
    OutOfMemory,
    ServerRefused,
    ServerUnreachable,
    StreamBroken,
    StreamStalled,
)
from models.language.messages import (
    ChatMessage,
    ChatRequest,
    Finished,
    Piece,
    Sampling,
    TextPiece,
    ThinkingPiece,
    ToolCall,
    ToolCallPiece,
    ToolDefinition,
)
from models.language.openai_compatible import OpenAiServer
from tests.peers.ollama_replies import (
    CallTool,
    Done,
    Drop,
    EndOfBody,
    ErrorLine,
    NotHttp,
    Pause,
    Raw,
    Say,
    Step,
    Whole,
    answer,
    failed,
)
from tests.peers.openai_server import Dialect, OpenAiPeer, OpenAiPeerModel

MODEL = "tiny-chat"


@pytest.fixture(params=["llama.cpp", "vllm", "lm-studio"])
async def peer(request: pytest.FixtureRequest) -> AsyncIterator[OpenAiPeer]:
    dialect: Dialect = request.param
    async with OpenAiPeer(dialect) as running:
        yield running


@pytest.fixture
async def server(peer: OpenAiPeer) -> AsyncIterator[OpenAiServer]:
    made = OpenAiServer(f"{peer.address}/v1/", stall_timeout_s=0.3, first_byte_timeout_s=1.0)
    yield made
    await made.aclose()


def asked(model: str = MODEL, **more: object) -> ChatRequest:
    return ChatRequest(model, (ChatMessage("user", "Hello?"),), **more)  # type: ignore[arg-type]


def said(pieces: list[Piece]) -> str:
    return "".join(piece.text for piece in pieces if isinstance(piece, TextPiece))


async def fails_after(server: OpenAiServer, request: ChatRequest | None = None) -> tuple[EngineError, str]:
    text = ""
    try:
        async for piece in server.stream(request or asked()):
            text += piece.text if isinstance(piece, TextPiece) else ""
    except EngineError as error:
        return error, text
    pytest.fail("the stream did not fail")


async def test_an_answer_comes_in_pieces_and_ends_with_what_it_cost(peer: OpenAiPeer, server: OpenAiServer) -> None:
    peer.script(answer("Nine, of course 🧑‍🚀.", thinking="Three times three."))
    pieces = [piece async for piece in server.stream(asked())]
    assert said(pieces) == "Nine, of course 🧑‍🚀."
    assert "".join(p.text for p in pieces if isinstance(p, ThinkingPiece)) == "Three times three."
    last = pieces[-1]
    assert isinstance(last, Finished)
    assert last.reason == "stop"
    assert last.usage.prompt_tokens == 26
    assert last.usage.answer_tokens
    assert (last.usage.tokens_per_s is not None) == (peer.dialect == "llama.cpp")


async def test_an_answer_cut_for_its_length_says_so(peer: OpenAiPeer, server: OpenAiServer) -> None:
    peer.script((Say("One"), Done("length")))
    pieces = [piece async for piece in server.stream(asked())]
    assert isinstance(pieces[-1], Finished)
    assert pieces[-1].reason == "length"


async def test_tool_calls_are_put_together_from_their_fragments(peer: OpenAiPeer, server: OpenAiServer) -> None:
    first, second = {"city": "Lisbon", "days": [1, 2]}, {"city": "Évora"}
    peer.script((CallTool("weather", first, "call_a"), CallTool("weather", second, "call_b"), Done()))
    pieces = [piece async for piece in server.stream(asked())]
    calls = [piece.call for piece in pieces if isinstance(piece, ToolCallPiece)]
    assert calls == [ToolCall("weather", first, "call_a"), ToolCall("weather", second, "call_b")]
    assert isinstance(pieces[-1], Finished)
    assert pieces[-1].reason == "tool_calls"


async def test_a_tool_call_that_cannot_be_read_is_no_call(peer: OpenAiPeer, server: OpenAiServer) -> None:
    part = {"index": 0, "id": "c", "function": {"name": "erase", "arguments": '{"path": "/ho'}}
    event = {"choices": [{"index": 0, "delta": {"tool_calls": [part]}, "finish_reason": None}]}
    peer.script((Raw(f"data: {json.dumps(event)}\n\n".encode()), Done()))
    error, _ = await fails_after(server)
    assert isinstance(error, StreamBroken)
    assert "erase" in error.detail


async def test_what_is_asked_arrives_as_the_protocol_wants_it(peer: OpenAiPeer, server: OpenAiServer) -> None:
    peer.models[MODEL] = OpenAiPeerModel(MODEL, sees=True)
    messages = (
        ChatMessage("system", "Be brief."),
        ChatMessage("user", "See?", images=(b"\x89PNG\r\n", b"\xff\xd8\xff")),
        ChatMessage("assistant", "", tool_calls=(ToolCall("clock", {"zone": "UTC"}, "call_1"),)),
        ChatMessage("tool", "12:00", tool_name="clock", tool_call_id="call_1"),
    )
    request = ChatRequest(
        MODEL,
        messages,
        tools=(ToolDefinition("clock", "The time", {"type": "object"}),),
        sampling=Sampling(temperature=0.5, top_p=0.9, seed=7, max_tokens=64, stop=("END",)),
        think=False,
        response_schema={"type": "object"},
    )
    assert [piece async for piece in server.stream(request)]
    body = peer.requests_to("/v1/chat/completions")[-1].data
    assert [message["role"] for message in body["messages"]] == ["system", "user", "assistant", "tool"]
    assert body["messages"][1]["content"] == [
        {"type": "text", "text": "See?"},
        {"type": "image_url", "image_url": {"url": "data:image/png;base64,iVBORw0K"}},
        {"type": "image_url", "image_url": {"url": "data:image/jpeg;base64,/9j/"}},
    ]
    call = body["messages"][2]["tool_calls"][0]
    assert call == {"id": "call_1", "type": "function", "function": {"name": "clock", "arguments": '{"zone": "UTC"}'}}
    assert body["messages"][3]["tool_call_id"] == "call_1"
    assert body["tools"][0]["function"]["name"] == "clock"
    assert body["response_format"]["json_schema"]["schema"] == {"type": "object"}
    assert body["chat_template_kwargs"] == {"enable_thinking": False}
    given = (body["temperature"], body["top_p"], body["seed"], body["max_tokens"], body["stop"])
    assert given == (0.5, 0.9, 7, 64, ["END"])


async def test_lists_and_details_tell_what_the_server_knows(peer: OpenAiPeer, server: OpenAiServer) -> None:
    [model] = await server.models()
    assert model.name == MODEL
    details = await server.details(MODEL)
    assert details.context_tokens == 8192
    assert "chat" in details.abilities
    assert ("vision" in details.abilities) == (peer.dialect == "vllm")  # vLLM does not tell, so it is not ruled out
    assert [loaded.name for loaded in await server.loaded()] == [MODEL]
    assert await server.version() == {"llama.cpp": "b6789-0123abcd", "vllm": "0.11.0", "lm-studio": ""}[peer.dialect]
    await server.warm(MODEL)
    with pytest.raises(ModelMissing):
        await server.details("another")


async def test_a_model_that_sees_is_known(peer: OpenAiPeer, server: OpenAiServer) -> None:
    peer.models[MODEL] = OpenAiPeerModel(MODEL, sees=True)
    assert "vision" in (await server.details(MODEL)).abilities


async def test_vectors_come_in_the_order_of_the_texts(peer: OpenAiPeer, server: OpenAiServer) -> None:
    one, two, again = await server.embed(MODEL, ["a cat", "a bridge", "a cat"])
    assert one == again != two
    assert await server.embed(MODEL, []) == []
    wrong = {"data": [{"index": 0, "embedding": [1.0]}, {"index": 7, "embedding": [1.0]}]}
    peer.override("/v1/embeddings", (Whole(200, "application/json", json.dumps(wrong).encode()),))
    with pytest.raises(NotAModelServer):
        await server.embed(MODEL, ["one", "two"])


async def test_a_missing_model_is_known_in_each_servers_words(server: OpenAiServer) -> None:
    error, _ = await fails_after(server, asked("another"))
    assert isinstance(error, ModelMissing)
    with pytest.raises(ModelMissing):
        await server.embed("another", ["text"])


async def test_a_blind_model_is_known_in_each_servers_words(server: OpenAiServer) -> None:
    error, _ = await fails_after(server, ChatRequest(MODEL, (ChatMessage("user", "See?", images=(b"\x89PNG",)),)))
    assert isinstance(error, AbilityMissing)
    assert error.ability == "vision"


async def test_refusals_keep_the_servers_words(peer: OpenAiPeer, server: OpenAiServer) -> None:
    peer.script(failed(503, "Loading model"))
    loading, _ = await fails_after(server)
    assert type(loading) is ServerRefused
    assert (loading.status, loading.detail) == (503, "Loading model")
    words = {"object": "error", "message": "The model `x` does not exist.", "type": "NotFoundError", "code": 404}
    peer.override("/v1/chat/completions", (Whole(404, "application/json", json.dumps(words).encode()),))
    old_vllm, _ = await fails_after(server)
    assert isinstance(old_vllm, ModelMissing)
    peer.script(failed(500, "CUDA out of memory. Tried to allocate 2.00 GiB"))
    memory, _ = await fails_after(server)
    assert isinstance(memory, OutOfMemory)


@pytest.mark.parametrize(
    ("ending", "kind"),
    [
        (ErrorLine("The model has crashed without additional information. (Exit code: 6)"), StreamBroken),
        (ErrorLine("CUDA error: out of memory"), OutOfMemory),
        (Raw(b'error: {"code":500,"message":"slot unavailable","type":"server_error"}\n\n'), StreamBroken),
        (Raw(b"data: {half a line"), StreamBroken),
        (Raw(b"<html>bad gateway</html>\n"), StreamBroken),
        (Drop(reset=True), StreamBroken),
        (Drop(reset=False), StreamBroken),
        (EndOfBody(), StreamBroken),
        (Pause(), StreamStalled),
    ],
)
async def test_an_answer_that_breaks_off_keeps_what_came(
    peer: OpenAiPeer, server: OpenAiServer, ending: Step, kind: type[EngineError]
) -> None:
    tail = (EndOfBody(),) if isinstance(ending, Raw) else ()
    peer.script((Say("Half an"), Say(" answer"), ending, *tail))
    error, text = await fails_after(server)
    assert type(error) is kind
    assert text == "Half an answer"
    assert isinstance([piece async for piece in server.stream(asked())][-1], Finished)


async def test_a_long_prompt_may_be_read_in_silence(peer: OpenAiPeer, server: OpenAiServer) -> None:
    peer.script((Pause(0.6), *answer("Here I am.")))
    assert said([piece async for piece in server.stream(asked())]) == "Here I am."


async def test_comments_and_names_of_events_are_passed_over(peer: OpenAiPeer, server: OpenAiServer) -> None:
    peer.script((Raw(b": keep-alive\r\n\r\nevent: message\r\nid: 7\r\nretry: 10\r\n"), *answer("Hello")))
    assert said([piece async for piece in server.stream(asked())]) == "Hello"


async def test_an_end_without_the_word_done_is_an_end(peer: OpenAiPeer, server: OpenAiServer) -> None:
    event = {"choices": [{"index": 0, "delta": {"content": "Hello"}, "finish_reason": "stop"}]}
    peer.script((Raw(f"data: {json.dumps(event)}\n\n".encode()), EndOfBody()))
    pieces = [piece async for piece in server.stream(asked())]
    assert pieces == [TextPiece("Hello"), Finished("stop", pieces[-1].usage)]  # type: ignore[union-attr]


async def test_events_with_wrong_types_are_not_believed(peer: OpenAiPeer, server: OpenAiServer) -> None:
    events: list[object] = [
        {"choices": None},
        {"choices": [7]},
        {"choices": [{"delta": {"content": 3, "reasoning": [], "tool_calls": [None, {"index": "a"}, {"index": 0}]}}]},
        {"choices": [{"delta": "text", "finish_reason": 9}], "usage": [], "timings": {"predicted_ms": "fast"}},
        {"choices": [{"delta": {"content": "real"}, "finish_reason": "weird"}], "usage": {"prompt_tokens": -1}},
    ]
    raw = tuple(Raw(f"data: {json.dumps(event)}\n\n".encode()) for event in events)
    peer.script((*raw, Raw(b"data: [DONE]\n\ndata: after the end\n\n"), EndOfBody()))
    pieces = [piece async for piece in server.stream(asked())]
    assert said(pieces) == "real"
    assert isinstance(pieces[-1], Finished)
    assert pieces[-1].reason == "unknown"


async def test_stopping_closes_the_connection(peer: OpenAiPeer, server: OpenAiServer) -> None:
    peer.script((Say("Once"), Pause(), Done()))
    async with aclosing(server.stream(asked())) as pieces:
        await anext(pieces)
    assert await peer.requests_to("/v1/chat/completions")[0].wait_cut()


async def test_a_whole_answer_leaves_the_connection_for_the_next(peer: OpenAiPeer, server: OpenAiServer) -> None:
    for _ in range(4):
        assert [piece async for piece in server.stream(asked())]
    assert peer.connections_taken == 1


async def test_a_wrong_host_is_told(peer: OpenAiPeer, server: OpenAiServer) -> None:
    wrong = (
        Whole(200, "text/html", b"<title>Router</title>"),
        Whole(404, "application/json", b'{"detail":"Not Found"}'),
        NotHttp(b"220 mail.example ESMTP\r\n"),
    )
    for reply in wrong:
        peer.override("/v1/models", (reply,))
        with pytest.raises(NotAModelServer):
            await server.models()
    peer.override("/v1/chat/completions", (wrong[0],))
    error, _ = await fails_after(server)
    assert isinstance(error, NotAModelServer)


async def test_the_key_is_sent_and_a_wrong_one_is_refused() -> None:
    async with OpenAiPeer("llama.cpp", api_key="right") as peer:
        for key, works in (("right", True), ("wrong", False), ("", False), ("bro\nken", False), ("clé", False)):
            server = OpenAiServer(peer.address, api_key=key)
            if works:
                assert await server.models()
            else:
                with pytest.raises(ServerRefused) as refused:
                    await server.models()
                assert refused.value.status == 401
                assert not key or key not in refused.value.detail
            await server.aclose()


@pytest.mark.parametrize("address", ["", "localhost:99999999", "http://127.0.0.1:notaport", "ftp://127.0.0.1/v1"])
async def test_an_address_that_is_none_is_unreachable(address: str) -> None:
    server = OpenAiServer(address)
    with pytest.raises(ServerUnreachable):
        await server.models()
    await server.aclose()


async def test_nobody_listening_is_a_server_that_is_not_running() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        server = OpenAiServer(f"http://127.0.0.1:{taken.getsockname()[1]}")
        error, _ = await fails_after(server)
        assert isinstance(error, ServerUnreachable)
        with pytest.raises(ServerUnreachable):
            await server.version()
        await server.aclose()
