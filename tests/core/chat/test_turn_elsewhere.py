"""Turns over OpenAI-compatible servers, beside Ollama or without it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from core.clock import RealClock
from core.events import ModelSwitched, TurnFailed, TurnFinished
from core.inference.resilience import RetryPolicy, TimeLimits
from core.inference.standard_chain import standard_chain
from models.language.ollama_model import OllamaServer
from models.language.openai_compatible import OpenAiServer
from tests.core.chat.chat_desk import Desk, said
from tests.peers.ollama_replies import Drop, Say, answer
from tests.peers.openai_server import Dialect, OpenAiPeer


@pytest.fixture(params=["llama.cpp", "vllm", "lm-studio"])
async def lab(desk: Desk, request: pytest.FixtureRequest) -> AsyncIterator[tuple[Desk, OpenAiPeer, str]]:
    dialect: Dialect = request.param
    with OpenAiPeer(dialect=dialect) as peer:
        chain = standard_chain(
            clock=RealClock(),
            timings=desk.timings,
            limits=TimeLimits(first_piece_s=5, silence_s=0.4),
            retries=RetryPolicy(first_wait_s=0.02),
        )
        servers = {"ollama": OllamaServer(desk.peer.address), "lab": OpenAiServer(peer.address)}
        await desk.gateway.replace(servers, middleware=chain)
        model = next(model.name for model in await desk.gateway.models() if model.server == "lab" and model.chats)
        yield desk, peer, model


async def test_another_server_answers_with_thinking_apart(lab: tuple[Desk, OpenAiPeer, str]) -> None:
    desk, peer, model = lab
    peer.script(answer("Four.", thinking="Two and two."))
    events = await desk.ask(await desk.chat(model=model), "2+2?")
    assert isinstance(events[-1], TurnFinished)
    kept = await desk.answer(events)
    assert (kept.text, kept.thinking, kept.model) == ("Four.", "Two and two.", model)


async def test_thinking_that_the_server_leaves_in_the_text_is_folded_too(lab: tuple[Desk, OpenAiPeer, str]) -> None:
    desk, peer, model = lab
    peer.script(answer("<think>Two and two.</think>\n\nFour."))
    kept = await desk.answer(await desk.ask(await desk.chat(model=model), "2+2?"))
    assert (kept.text, kept.thinking) == ("Four.", "Two and two.")


async def test_when_it_goes_down_ollama_answers_instead(lab: tuple[Desk, OpenAiPeer, str]) -> None:
    desk, peer, model = lab
    peer.stop()
    desk.wish(fallback_models=("llama3.2:3b",))
    events = await desk.ask(await desk.chat(model=model), "Hello")
    assert [event.used for event in events if isinstance(event, ModelSwitched)] == ["llama3.2:3b"]
    assert said(events) == "Hello from llama3.2:3b."


async def test_a_drop_in_the_middle_keeps_what_arrived(lab: tuple[Desk, OpenAiPeer, str]) -> None:
    desk, peer, model = lab
    peer.script((Say("Half"), Drop()))
    events = await desk.ask(await desk.chat(model=model), "Hello")
    assert isinstance(events[-1], TurnFailed)
    assert (await desk.answer(events)).text == "Half"
