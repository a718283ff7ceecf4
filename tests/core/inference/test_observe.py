from __future__ import annotations

import logging
from contextlib import aclosing

import pytest

from core.clock import RealClock
from core.errors import ModelTrouble
from core.inference.gateway import Gateway
from core.inference.middleware import GatewayEvent, ModelCall
from core.inference.model_trouble import AnswerBrokeOff
from core.inference.resilience import RetryPolicy
from core.inference.standard_chain import standard_chain
from core.metrics.timings import Timings
from models.engine_errors import ServerRefused, StreamBroken
from models.language.messages import ChatMessage, ChatRequest, TextPiece
from models.language.scripted_model import ScriptedServer, spoken

SECRET = "canary-5f1c"
CALL = ModelCall(ChatRequest("m", (ChatMessage("user", f"My secret is {SECRET}"),)), "chat", fallback_models=("b",))


class Desk:
    def __init__(self) -> None:
        self.server = ScriptedServer(["m", "b"])
        self.timings = Timings()
        chain = standard_chain(clock=RealClock(), timings=self.timings, retries=RetryPolicy(first_wait_s=0.01))
        self.gateway = Gateway({"ollama": self.server}, middleware=chain)

    async def ask(self) -> list[GatewayEvent]:
        async with aclosing(self.gateway.stream(CALL)) as stream:
            return [event async for event in stream]


@pytest.fixture
def desk(caplog: pytest.LogCaptureFixture) -> Desk:
    caplog.set_level(logging.DEBUG)
    return Desk()


async def test_a_whole_call_is_measured_and_logged_in_one_line(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    desk.server.script(spoken("one two three", prompt_tokens=12))
    await desk.ask()
    (timing,) = desk.timings.calls
    assert (timing.purpose, timing.model, timing.outcome, timing.attempts) == ("chat", "m", "whole", 1)
    assert timing.usage.prompt_tokens == 12
    assert timing.first_piece_s is not None
    assert timing.pieces == 4
    lines = [record.getMessage() for record in caplog.records if "model call" in record.getMessage()]
    assert len(lines) == 1
    assert "outcome=whole" in lines[0]


async def test_neither_log_nor_figures_hold_a_word_of_it(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    desk.server.script(
        [ServerRefused(f"template failed near {SECRET}", status=503)],
        [TextPiece(f"You said {SECRET}"), StreamBroken(f"lost at {SECRET}")],
    )
    with pytest.raises(ModelTrouble):
        await desk.ask()
    assert "outcome=AnswerBrokeOff" in caplog.text
    assert SECRET not in caplog.text
    assert SECRET not in repr(desk.timings.calls)


async def test_a_stopped_call_counts_as_stopped_not_as_failed(desk: Desk) -> None:
    desk.server.script([TextPiece("a"), 30.0])
    stream = desk.gateway.stream(CALL)
    await anext(stream)
    await stream.aclose()
    assert desk.timings.calls[0].outcome == "stopped"
    assert desk.timings.session().failed_calls == 0


async def test_a_fallback_is_measured_under_the_model_that_answered(desk: Desk) -> None:
    desk.server.script([ServerRefused("no", status=500)], spoken("from b"))
    await desk.ask()
    (timing,) = desk.timings.calls
    assert (timing.wanted_model, timing.model, timing.attempts) == ("m", "b", 2)


async def test_a_failed_call_counts_as_failed(desk: Desk) -> None:
    desk.server.script([TextPiece("a"), StreamBroken("x")])
    with pytest.raises(AnswerBrokeOff):
        await desk.ask()
    assert desk.timings.session().failed_calls == 1
