"""The scripted server does what any server does, so that tests and demonstrations may stand on it."""

from __future__ import annotations

from contextlib import aclosing

import pytest

from models.engine_errors import ModelMissing, StreamBroken
from models.language.language_model import ModelDetails, ModelServer
from models.language.messages import ChatMessage, ChatRequest, Finished, TextPiece, Usage
from models.language.ollama_model import OllamaServer
from models.language.openai_compatible import OpenAiServer
from models.language.scripted_model import ScriptedServer, spoken

ASKED = ChatRequest("scripted", (ChatMessage("user", "Is anybody there?"),))


async def test_every_server_is_one_model_server() -> None:
    servers: list[ModelServer] = [ScriptedServer(), OllamaServer(), OpenAiServer("http://127.0.0.1:8080")]
    assert [server.provider for server in servers] == ["scripted", "ollama", "openai"]
    for server in servers:
        await server.aclose()


async def test_scripts_are_said_in_order_and_then_the_question_is_repeated() -> None:
    server = ScriptedServer()
    server.script(spoken("Yes, I am."), [TextPiece("Still here."), Finished("stop", Usage())])
    heard = []
    for _ in range(3):
        pieces = [piece async for piece in server.stream(ASKED)]
        assert isinstance(pieces[-1], Finished)
        heard.append("".join(piece.text for piece in pieces if isinstance(piece, TextPiece)))
    assert heard == ["Yes, I am.", "Still here.", "Is anybody there?"]
    assert server.requests == [ASKED] * 3
    assert server.closed_early == 0


async def test_a_script_may_fail_in_the_middle() -> None:
    server = ScriptedServer()
    server.script([TextPiece("Half"), 0.0, StreamBroken("scripted")])
    heard = []
    with pytest.raises(StreamBroken):
        heard.extend([piece async for piece in server.stream(ASKED)])
    assert server.closed_early == 0


async def test_an_answer_that_nobody_waits_for_is_counted() -> None:
    server = ScriptedServer(writer=lambda _: spoken("one two three"))
    async with aclosing(server.stream(ASKED)) as pieces:
        await anext(pieces)
    assert server.closed_early == 1


async def test_only_its_own_models_answer() -> None:
    server = ScriptedServer(("small",), details=(ModelDetails("small", context_tokens=512),))
    with pytest.raises(ModelMissing):
        [piece async for piece in server.stream(ASKED)]
    assert (await server.details("small")).context_tokens == 512
    await server.warm("small", context_tokens=512)
    assert [loaded.name for loaded in await server.loaded()] == ["small"]
    one, two = await server.embed("small", ["a", "b"])
    assert len(one) == len(two) == 32
    assert one != two
