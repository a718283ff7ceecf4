"""Every way in which a talk with Ollama goes wrong, each with the error that says which."""

from __future__ import annotations

import asyncio
import gc
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
    RemoteModelRefused,
    ServerRefused,
    ServerTooOld,
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
    ToolCall,
    ToolCallPiece,
    ToolDefinition,
)
from models.language.ollama_model import OllamaServer
from tests.peers.ollama_replies import (
    OUT_OF_MEMORY_TEXTS,
    Done,
    Drop,
    EndOfBody,
    ErrorLine,
    Flood,
    NotHttp,
    Pause,
    Raw,
    Reply,
    Say,
    Whole,
    answer,
    failed,
)
from tests.peers.ollama_server import OllamaPeer, PeerModel

MODEL = "llama3.2:3b"
HTML = Whole(200, "text/html; charset=utf-8", b"<!DOCTYPE html><title>Router</title>")


@pytest.fixture
async def peer() -> AsyncIterator[OllamaPeer]:
    async with OllamaPeer() as running:
        yield running


@pytest.fixture
async def server(peer: OllamaPeer) -> AsyncIterator[OllamaServer]:
    made = OllamaServer(peer.address, stall_timeout_s=0.3, first_byte_timeout_s=1.0)
    yield made
    await made.aclose()


def asked(model: str = MODEL, **more: object) -> ChatRequest:
    return ChatRequest(model, (ChatMessage("user", "Hello?"),), **more)  # type: ignore[arg-type]


async def fails_after(server: OllamaServer, request: ChatRequest | None = None) -> tuple[EngineError, str]:
    """The error of a stream, and the text that came before it."""
    text = ""
    try:
        async for piece in server.stream(request or asked()):
            text += piece.text if isinstance(piece, TextPiece) else ""
    except EngineError as error:
        return error, text
    pytest.fail("the stream did not fail")


async def test_nobody_listening_is_a_server_that_is_not_running() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{taken.getsockname()[1]}"
    server = OllamaServer(address)
    for call in (server.version(), server.models(), server.loaded(), server.details(MODEL), server.warm(MODEL)):
        with pytest.raises(ServerUnreachable) as raised:
            await call
        assert raised.value.address == address
    error, _ = await fails_after(server)
    assert isinstance(error, ServerUnreachable)
    await server.aclose()


@pytest.mark.parametrize("turns", [*range(24), 40, 80])
async def test_a_server_that_is_let_go_while_it_is_asked_keeps_no_connection(peer: OllamaPeer, turns: int) -> None:
    """Whatever the request was about: loading its library, connecting, waiting for the answer, reading it."""
    server = OllamaServer(peer.address)
    asking = asyncio.gather(server.version(), server.models(), return_exceptions=True)
    for _ in range(turns):
        await asyncio.sleep(0)
    await server.aclose()
    for outcome in await asking:
        assert isinstance(outcome, (str, list, EngineError))
    await peer.wait_left()


async def test_a_server_that_is_asked_after_its_end_answers_and_keeps_no_connection(peer: OllamaPeer) -> None:
    server = OllamaServer(peer.address)
    await server.aclose()
    assert await server.version()
    assert await server.models()
    await peer.wait_left()


@pytest.mark.parametrize("address", ["http://127.0.0.1:notaport", "http://[::1", "ftp://127.0.0.1"])
async def test_an_address_that_is_none_is_unreachable(address: str) -> None:
    server = OllamaServer(address)
    with pytest.raises((ServerUnreachable, NotAModelServer)):
        await server.version()
    await server.aclose()


async def test_another_web_server_is_not_a_model_server(peer: OllamaPeer, server: OllamaServer) -> None:
    for call in (server.version, server.models, server.loaded):
        for path in ("/api/version", "/api/tags", "/api/ps"):
            peer.override(path, (HTML,))
        with pytest.raises(NotAModelServer):
            await call()
    peer.override("/api/tags")
    peer.override("/api/chat", (HTML,))
    server.allow_remote = True
    error, _ = await fails_after(server)
    assert isinstance(error, NotAModelServer)
    assert "Router" in error.detail


@pytest.mark.parametrize(
    "reply",
    [
        Whole(200, "application/json", b"[1, 2]"),
        Whole(200, "application/json", b'{"hello": 1}'),
        Whole(200, "application/json", b"[" * 100_000),
        Whole(404, "text/html", b"<h1>Not found</h1>"),
        Whole(502, "text/html", b"<h1>Bad gateway</h1>"),
        Whole(301, "text/html", b"", (("Location", "http://203.0.113.7/"),)),
        Whole(200, "application/json", b"\x1f\x8b\x08", (("Content-Encoding", "gzip"),)),
        NotHttp(b"220 mail.example ESMTP\r\n"),
        NotHttp(b"\x00\xff\x13\x37" * 200),
        NotHttp(b"SSH-2.0-OpenSSH_9.2\r\n"),
    ],
)
async def test_a_wrong_host_is_told_from_a_broken_one(peer: OllamaPeer, server: OllamaServer, reply: Whole) -> None:
    peer.override("/api/version", (reply,), (reply,))
    peer.override("/api/tags", (reply,))
    with pytest.raises(NotAModelServer):
        await server.version()
    with pytest.raises(NotAModelServer):
        await server.models()


async def test_an_answer_without_end_is_not_read_into_memory(peer: OllamaPeer, server: OllamaServer) -> None:
    peer.override("/api/tags", (Raw(b" " * (65 * 1024 * 1024)), EndOfBody()))
    with pytest.raises(NotAModelServer) as raised:
        await server.models()
    assert "64 MiB" in raised.value.detail


async def test_a_model_that_vanished_after_it_was_listed_is_missing(peer: OllamaPeer, server: OllamaServer) -> None:
    peer.script(MODEL, failed(404, f"model '{MODEL}' not found"))
    error, _ = await fails_after(server)
    assert isinstance(error, ModelMissing)
    assert error.status == 404
    peer.script(MODEL, failed(404, f'model "{MODEL}" not found, try pulling it first'))
    error, _ = await fails_after(server)
    assert isinstance(error, ModelMissing)


@pytest.mark.parametrize("text", OUT_OF_MEMORY_TEXTS)
async def test_a_lack_of_memory_is_known_by_ollamas_words(peer: OllamaPeer, server: OllamaServer, text: str) -> None:
    peer.script(MODEL, failed(500, text), (Say("Well"), ErrorLine(text)), failed(500, text))
    before, _ = await fails_after(server)
    midway, said = await fails_after(server)
    assert isinstance(before, OutOfMemory)
    assert isinstance(midway, OutOfMemory)
    assert before.status == 500
    assert said == "Well"
    with pytest.raises(OutOfMemory):
        await server.warm(MODEL)


async def test_what_a_model_cannot_do_is_named(peer: OllamaPeer, server: OllamaServer) -> None:
    tool = ToolDefinition("clock", "The time", {"type": "object", "properties": {}})
    cases = (
        (asked(think=True), "thinking"),
        (asked("gemma3:4b", tools=(tool,)), "tools"),
        (asked("nomic-embed-text:latest"), "chat"),
        (ChatRequest(MODEL, (ChatMessage("user", "See?", images=(b"\x89PNG",)),)), "vision"),
    )
    for request, ability in cases:
        error, _ = await fails_after(server, request)
        assert isinstance(error, AbilityMissing)
        assert error.ability == ability


async def test_a_blind_model_of_an_old_server_is_known_by_its_late_failure(peer: OllamaPeer) -> None:
    peer.models["old:1b"] = PeerModel("old:1b", capabilities=None)
    peer.script("old:1b", failed(500, "this model is missing data required for image input"))
    server = OllamaServer(peer.address)
    error, _ = await fails_after(server, ChatRequest("old:1b", (ChatMessage("user", "See?", images=(b"\x89PNG",)),)))
    assert isinstance(error, AbilityMissing)
    assert error.ability == "vision"
    await server.aclose()


async def test_a_busy_server_refuses_with_its_own_words(peer: OllamaPeer, server: OllamaServer) -> None:
    words = "server busy, please try again.  maximum pending requests exceeded"
    peer.script(MODEL, failed(503, words))
    error, _ = await fails_after(server)
    assert type(error) is ServerRefused
    assert (error.status, error.detail) == (503, words)


async def test_a_host_that_ollama_does_not_allow_is_refused(peer: OllamaPeer, server: OllamaServer) -> None:
    peer.override("/api/version", (Whole(403, "", b""),))
    peer.override("/api/tags", (Whole(403, "", b""),))
    with pytest.raises(EngineError):
        await server.version()
    with pytest.raises(ServerRefused) as raised:
        await server.models()
    assert raised.value.status == 403


async def test_a_server_without_the_paths_we_need_is_too_old(peer: OllamaPeer, server: OllamaServer) -> None:
    peer.version = "0.1.20"
    peer.override("/api/ps", (Whole(404, "text/plain", b"404 page not found"),))
    with pytest.raises(ServerTooOld) as raised:
        await server.loaded()
    assert raised.value.version == "0.1.20"


@pytest.mark.parametrize(
    ("ending", "kind"),
    [
        (Drop(reset=True), StreamBroken),
        (Drop(reset=False), StreamBroken),
        (EndOfBody(), StreamBroken),
        (ErrorLine("an error was encountered while running the model: unexpected EOF"), StreamBroken),
        (Raw(b'{"model":"llama3.2:3b","message":{"role":"assist'), StreamBroken),
        (Raw(b"<html>gateway timeout</html>\n"), StreamBroken),
        (Raw(b"\x80\x81\x82\n"), StreamBroken),
        (Raw(b"[]\n"), StreamBroken),
        (Raw(b"[" * 200_000 + b"\n"), StreamBroken),
        (Raw(b'{"message":{"content":"' + b"x" * (10 * 1024 * 1024) + b'"}'), StreamBroken),
        (Pause(), StreamStalled),
    ],
)
async def test_an_answer_that_breaks_off_keeps_what_came(
    peer: OllamaPeer, server: OllamaServer, ending: Raw, kind: type[EngineError]
) -> None:
    tail: Reply = (EndOfBody(),) if isinstance(ending, Raw) else ()
    peer.script(MODEL, (Say("Half an"), Say(" answer"), ending, *tail))
    error, said = await fails_after(server)
    assert type(error) is kind
    assert error.model == MODEL
    assert said == "Half an answer"
    assert isinstance([piece async for piece in server.stream(asked())][-1], Finished)


@pytest.mark.parametrize("reset", [True, False])
async def test_a_server_that_dies_before_its_first_byte_breaks_the_answer(
    peer: OllamaPeer, server: OllamaServer, *, reset: bool
) -> None:
    peer.script(MODEL, (Drop(reset=reset),))
    error, _ = await fails_after(server)
    assert isinstance(error, StreamBroken)


async def test_garbage_instead_of_a_first_line_is_no_model_server(peer: OllamaPeer, server: OllamaServer) -> None:
    peer.script(MODEL, (Raw(b"hello there\n"), EndOfBody()))
    error, _ = await fails_after(server)
    assert isinstance(error, NotAModelServer)


async def test_a_long_line_within_bounds_is_read(peer: OllamaPeer, server: OllamaServer) -> None:
    text = "x" * (3 * 1024 * 1024)
    peer.script(MODEL, (Say(text), Done()))
    assert "".join([p.text async for p in server.stream(asked()) if isinstance(p, TextPiece)]) == text


async def test_lines_cut_anywhere_are_put_together(peer: OllamaPeer, server: OllamaServer) -> None:
    line = json.dumps({"message": {"content": "naïve 🧑‍🚀"}, "done": False}, ensure_ascii=False).encode() + b"\r\n\n"
    bytes_of_line: list[Raw | Done] = [Raw(line[at : at + 1]) for at in range(len(line))]
    peer.script(MODEL, (*bytes_of_line, Done()))
    first, *_ = [piece async for piece in server.stream(asked())]
    assert first == TextPiece("naïve 🧑‍🚀")


async def test_lines_with_wrong_types_are_not_believed(peer: OllamaPeer, server: OllamaServer) -> None:
    lines: list[object] = [
        {"message": None},
        {"message": {"content": 7, "thinking": ["a"], "tool_calls": {"a": 1}}},
        {"message": {"content": "real", "tool_calls": [None, {}, {"function": {"name": 3}}, {"function": []}]}},
        {"message": {"tool_calls": [{"function": {"name": "clock", "arguments": "not an object"}}]}},
        {"done": "yes", "message": {"content": "\ud83d half"}},
        {"done": True, "done_reason": ["odd"], "eval_count": "many", "eval_duration": -4, "prompt_eval_count": True},
        {"message": {"content": "after the end"}},
    ]
    raw = tuple(Raw(json.dumps(line).encode() + b"\n") for line in lines)
    peer.script(MODEL, (*raw, EndOfBody()))
    pieces = [piece async for piece in server.stream(asked())]
    assert "".join(p.text for p in pieces if isinstance(p, TextPiece)) == "real\ufffd half"
    [call] = [p.call for p in pieces if isinstance(p, ToolCallPiece)]
    assert (call.name, call.arguments) == ("clock", {})
    assert isinstance(pieces[-1], Finished)
    assert pieces[-1].usage.answer_tokens is None
    assert pieces[-1].usage.prompt_tokens is None


async def test_lists_with_wrong_types_are_not_believed(peer: OllamaPeer, server: OllamaServer) -> None:
    entries = [None, 3, {}, {"name": 4}, {"name": "a:1b", "size": "big", "details": 7, "modified_at": "yesterday"}]
    peer.override("/api/tags", (Whole(200, "application/json", json.dumps({"models": entries}).encode()),))
    [model] = await server.models()
    assert (model.name, model.size_bytes, model.modified_at) == ("a:1b", 0, None)
    shown = {"capabilities": [None, "vision", {}, "flying"], "model_info": {"general.architecture": [1]}, "details": []}
    peer.override("/api/show", (Whole(200, "application/json", json.dumps(shown).encode()),))
    details = await server.details("a:1b")
    assert details.abilities == {"vision"}
    assert details.context_tokens is None


@pytest.mark.parametrize(
    "vectors", [[], [[1.0]], [[1.0], [float("nan")]], [[1.0], ["a"]], [[1.0], [1.0, 2.0]], None, 3]
)
async def test_vectors_that_are_none_are_refused(peer: OllamaPeer, server: OllamaServer, vectors: object) -> None:
    peer.override("/api/embed", (Whole(200, "application/json", json.dumps({"embeddings": vectors}).encode()),))
    with pytest.raises(NotAModelServer):
        await server.embed("nomic-embed-text", ["one", "two"])


# ---- time -----------------------------------------------------------------------------------------------------------


async def test_a_model_may_take_longer_to_load_than_to_speak(peer: OllamaPeer, server: OllamaServer) -> None:
    peer.script(MODEL, (Pause(0.6), *answer("Here I am.")))
    assert isinstance([piece async for piece in server.stream(asked())][-1], Finished)


async def test_a_model_that_never_loads_stalls(peer: OllamaPeer, server: OllamaServer) -> None:
    peer.script(MODEL, (Pause(), Done()))
    error, _ = await fails_after(server)
    assert isinstance(error, StreamStalled)
    assert error.silence_s == 1.0
    assert await peer.requests_to("/api/chat")[-1].wait_cut()


async def test_a_slow_stream_is_no_stalled_stream(peer: OllamaPeer, server: OllamaServer) -> None:
    peer.script(MODEL, answer("A slow but steady answer is fine.", tokens_per_s=10))
    pieces = [piece async for piece in server.stream(asked())]
    assert isinstance(pieces[-1], Finished)


async def test_a_slow_reader_does_not_stall_its_own_stream(peer: OllamaPeer, server: OllamaServer) -> None:
    peer.script(MODEL, answer("one two three"))
    pieces: list[Piece] = []
    async for piece in server.stream(asked()):
        pieces.append(piece)
        await asyncio.sleep(0.4)
    assert isinstance(pieces[-1], Finished)


async def test_a_stalled_stream_can_be_cancelled_from_outside(peer: OllamaPeer) -> None:
    peer.script(MODEL, (Say("Hm"), Pause(), Done()))
    server = OllamaServer(peer.address)

    started = asyncio.Event()

    async def listen() -> None:
        async for _ in server.stream(asked()):
            started.set()

    task = asyncio.create_task(listen())
    await started.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await peer.requests_to("/api/chat")[0].wait_cut()
    await server.aclose()


async def test_an_outer_timeout_is_not_taken_for_a_stall(peer: OllamaPeer) -> None:
    peer.script(MODEL, (Say("Hm"), Pause(), Done()))
    server = OllamaServer(peer.address)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.2):
            await fails_after(server)
    await server.aclose()


# ---- stopping and using again ---------------------------------------------------------------------------------------


async def test_closing_the_iterator_ends_a_flood_on_the_server(peer: OllamaPeer, server: OllamaServer) -> None:
    peer.script(MODEL, (Flood(5_000_000), Done()))
    async with aclosing(server.stream(asked())) as pieces:
        assert isinstance(await anext(pieces), TextPiece)
    [request] = peer.requests_to("/api/chat")
    assert await request.wait_cut()
    assert request.chunks_sent < 1_000_000


async def test_a_forgotten_iterator_is_closed_too(peer: OllamaPeer, server: OllamaServer) -> None:
    peer.script(MODEL, (Say("Hm"), Pause(), Done()))
    pieces = server.stream(asked())
    await anext(pieces)
    del pieces
    gc.collect()
    assert await peer.requests_to("/api/chat")[0].wait_cut()


async def test_a_whole_answer_leaves_the_connection_for_the_next(peer: OllamaPeer, server: OllamaServer) -> None:
    for _ in range(5):
        assert [piece async for piece in server.stream(asked())]
    assert all(not request.cut.is_set() for request in peer.requests)
    assert peer.connections_taken == 1


async def test_a_server_that_was_started_again_is_simply_asked_again() -> None:
    async with OllamaPeer() as first:
        server = OllamaServer(first.address)
        assert [piece async for piece in server.stream(asked())]
    error, _ = await fails_after(server)
    assert isinstance(error, ServerUnreachable)
    async with OllamaPeer(port=first.port):
        assert isinstance([piece async for piece in server.stream(asked())][-1], Finished)
    async with OllamaPeer(port=first.port):  # this time nobody noticed that it was gone
        assert isinstance([piece async for piece in server.stream(asked())][-1], Finished)
    await server.aclose()


async def test_many_answers_at_once_do_not_mix(peer: OllamaPeer, server: OllamaServer) -> None:
    peer.respond_with = lambda request: answer(request.data["messages"][0]["content"] * 50)

    async def echo(word: str) -> str:
        request = ChatRequest(MODEL, (ChatMessage("user", word),))
        return "".join([p.text async for p in server.stream(request) if isinstance(p, TextPiece)])

    words = [f"word{at} " for at in range(30)]
    assert await asyncio.gather(*map(echo, words)) == [word * 50 for word in words]


# ---- privacy --------------------------------------------------------------------------------------------------------


async def test_a_cloud_model_in_disguise_gets_no_text(peer: OllamaPeer, server: OllamaServer) -> None:
    peer.models["harmless:1b"] = PeerModel("harmless:1b", remote_host="https://ollama.com", remote_model="gpt-oss:120b")
    for name in ("harmless:1b", "Harmless:1B", "registry.ollama.ai/library/harmless:1b"):
        error, _ = await fails_after(server, asked(name))
        assert isinstance(error, RemoteModelRefused)
    with pytest.raises(RemoteModelRefused):
        await server.warm("harmless:1b")
    with pytest.raises(RemoteModelRefused):
        await server.embed("harmless:1b", ["a secret"])
    assert not peer.requests_to("/api/chat")
    assert not peer.requests_to("/api/embed")


async def test_an_answer_that_turns_out_to_be_remote_is_cut(peer: OllamaPeer, server: OllamaServer) -> None:
    line = {"remote_host": "https://ollama.com", "message": {"content": "from afar"}, "done": False}
    peer.script(MODEL, (Raw(json.dumps(line).encode() + b"\n"), Pause(), Done()))
    error, said = await fails_after(server)
    assert isinstance(error, RemoteModelRefused)
    assert said == ""
    assert await peer.requests_to("/api/chat")[0].wait_cut()


async def test_an_allowed_cloud_model_answers(peer: OllamaPeer) -> None:
    server = OllamaServer(peer.address, allow_remote=True)
    pieces = [piece async for piece in server.stream(asked("gpt-oss:120b-cloud"))]
    assert isinstance(pieces[-1], Finished)
    assert (await server.details("gpt-oss:120b-cloud")).remote
    [cloud] = [model for model in await server.models() if model.remote]
    assert cloud.name == "gpt-oss:120b-cloud"
    await server.aclose()


async def test_neither_proxies_nor_keys_of_the_environment_are_used(
    peer: OllamaPeer, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.setenv("OLLAMA_API_KEY", "key-for-the-cloud")
    monkeypatch.setenv("OLLAMA_HOST", "127.0.0.1:9")
    server = OllamaServer(peer.address)
    assert await server.version() == peer.version
    assert "authorization" not in peer.requests[-1].headers
    assert not any("key-for-the-cloud" in value for value in peer.requests[-1].headers.values())
    await server.aclose()


async def test_what_is_asked_arrives_as_ollama_documents_it(peer: OllamaPeer, server: OllamaServer) -> None:
    messages = (
        ChatMessage("system", "Be brief."),
        ChatMessage("user", "See?", images=(b"\x89PNG\r\n",)),
        ChatMessage("assistant", "", tool_calls=(ToolCall("clock", {"zone": "UTC"}, "call_1"),)),
        ChatMessage("tool", "12:00", tool_name="clock", tool_call_id="call_1"),
    )
    request = ChatRequest(
        "gemma3:4b",
        messages,
        sampling=Sampling(temperature=0.5, top_p=0.9, seed=7, max_tokens=64, stop=("END",)),
        context_tokens=8192,
        think=False,
        keep_alive_s=-1,
        response_schema={"type": "object"},
    )
    assert [piece async for piece in server.stream(request)]
    assert peer.chats()[-1] == {
        "model": "gemma3:4b",
        "messages": [
            {"role": "system", "content": "Be brief."},
            {"role": "user", "content": "See?", "images": ["iVBORw0K"]},
            {
                "role": "assistant",
                "content": "",
                "tool_calls": [
                    {"id": "call_1", "function": {"index": 0, "name": "clock", "arguments": {"zone": "UTC"}}}
                ],
            },
            {"role": "tool", "content": "12:00", "tool_name": "clock", "tool_call_id": "call_1"},
        ],
        "stream": True,
        "options": {
            "num_ctx": 8192,
            "temperature": 0.5,
            "top_p": 0.9,
            "seed": 7,
            "num_predict": 64,
            "stop": ["END"],
        },
        "think": False,
        "keep_alive": -1,
        "format": {"type": "object"},
    }
