from __future__ import annotations

import asyncio

import pytest

from models.engine_errors import PrivateServerFailed
from models.language.awaited_ollama import AwaitedOllama
from models.language.messages import ChatMessage, ChatRequest, Finished, TextPiece
from models.language.ollama_model import OllamaServer
from tests.peers.ollama_replies import answer
from tests.peers.ollama_server import OllamaPeer

MODEL = "llama3.2:3b"
ASKED = ChatRequest(MODEL, (ChatMessage("user", "Hello?"),))


async def test_calls_wait_for_the_server_and_go_where_it_is_by_then() -> None:
    up = asyncio.Event()
    where = ""

    async def ready() -> str:
        await up.wait()
        return where

    server = AwaitedOllama(ready, OllamaServer)
    assert (server.provider, server.address) == ("ollama", "")
    asking = asyncio.create_task(server.version())
    await asyncio.sleep(0.01)
    assert not asking.done()
    async with OllamaPeer(version="0.35.1") as first, OllamaPeer(version="0.36.0") as second:
        where = first.address
        up.set()
        assert await asking == "0.35.1"
        assert {model.name for model in await server.models()} >= {MODEL}
        where = second.address
        second.script(MODEL, answer("Here I am."))
        pieces = [piece async for piece in server.stream(ASKED)]
        assert "".join(piece.text for piece in pieces if isinstance(piece, TextPiece)) == "Here I am."
        assert isinstance(pieces[-1], Finished)
        assert server.address == second.address
        await server.warm(MODEL)
        assert [model.name for model in await server.loaded()] == [MODEL]
        assert (await server.details(MODEL)).context_tokens
        assert len(await server.embed("nomic-embed-text:latest", ["one", "two"])) == 2
        await server.aclose()
        assert server.address == ""


async def test_a_server_that_was_given_up_is_told_to_whoever_asks() -> None:
    async def ready() -> str:
        raise PrivateServerFailed("it ended")

    server = AwaitedOllama(ready, OllamaServer)
    with pytest.raises(PrivateServerFailed):
        await server.models()
    with pytest.raises(PrivateServerFailed):
        [piece async for piece in server.stream(ASKED)]
    await server.aclose()


async def test_closing_the_stream_ends_the_generation() -> None:
    async with OllamaPeer() as peer:

        async def ready() -> str:
            return peer.address

        peer.script(MODEL, answer("one two three four five six seven", tokens_per_s=20))
        server = AwaitedOllama(ready, OllamaServer)
        stream = server.stream(ASKED)
        assert isinstance(await anext(stream), TextPiece)
        await stream.aclose()
        assert await peer.requests_to("/api/chat")[0].wait_cut()
        await server.aclose()
