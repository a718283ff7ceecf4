from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import aclosing

import pytest

from core.errors import ModelTrouble
from core.events import ModelSwitched, Retrying
from core.inference.gateway import Gateway
from core.inference.middleware import GatewayEvent, Middleware, ModelCall
from core.inference.model_trouble import (
    AnswerBrokeOff,
    AnswerStalled,
    AnswerTookTooLong,
    ModelNotInstalled,
    NoFirstWord,
    NotEnoughMemory,
    ServerBusy,
    ServerNotRunning,
)
from core.inference.resilience import Fallback, Retry, RetryPolicy, TimeLimit, TimeLimits
from models.engine_errors import ModelMissing, OutOfMemory, ServerRefused, ServerUnreachable, StreamBroken
from models.language.messages import ChatMessage, ChatRequest, Finished, TextPiece, Usage
from models.language.scripted_model import ScriptedServer, spoken

BUSY = ServerRefused("busy", status=503)
QUICK = RetryPolicy(first_wait_s=0.01)
END = Finished("stop", Usage())


def call(model: str = "m", *fallback_models: str, fixed: bool = False) -> ModelCall:
    request = ChatRequest(model, (ChatMessage("user", "Hello"),))
    return ModelCall(request, "test", fallback_models=fallback_models, fixed=fixed)


async def heard(gateway: Gateway, asked: ModelCall, into: list[GatewayEvent] | None = None) -> list[GatewayEvent]:
    events: list[GatewayEvent] = [] if into is None else into
    async with aclosing(gateway.stream(asked)) as stream:
        async for event in stream:
            events.append(event)  # noqa: PERF401 - what came before an error counts, too
    return events


def gateway_over(server: ScriptedServer, *middleware: Middleware) -> Gateway:
    return Gateway({"ollama": server}, middleware=middleware)


def texts(events: Sequence[GatewayEvent]) -> str:
    return "".join(event.text for event in events if isinstance(event, TextPiece))


# ---- retry ----------------------------------------------------------------------------------------------------------


async def test_a_busy_server_is_asked_three_more_times_with_growing_waits() -> None:
    server = ScriptedServer(["m"])
    server.script([BUSY], [BUSY], [BUSY], spoken("at last"))
    events = await heard(gateway_over(server, Retry(QUICK)), call())
    waits = [(event.attempt, event.wait_s) for event in events if isinstance(event, Retrying)]
    assert waits == [(1, 0.01), (2, 0.02), (3, 0.04)]
    assert texts(events) == "at last"


async def test_after_the_last_try_the_trouble_is_told() -> None:
    server = ScriptedServer(["m"])
    server.script(*[[BUSY]] * 5)
    with pytest.raises(ServerBusy):
        await heard(gateway_over(server, Retry(QUICK)), call())
    assert len(server.requests) == 4


async def test_a_refused_connection_is_tried_once_more() -> None:
    server = ScriptedServer(["m"])
    server.script(*[[ServerUnreachable(address="http://127.0.0.1:1")]] * 3)
    with pytest.raises(ServerNotRunning):
        await heard(gateway_over(server, Retry(QUICK)), call())
    assert len(server.requests) == 2


@pytest.mark.parametrize("error", [ModelMissing(model="m"), OutOfMemory(model="m"), ServerRefused("no", status=400)])
async def test_trouble_that_will_not_pass_is_not_tried_again(error: Exception) -> None:
    server = ScriptedServer(["m"])
    server.script([error], spoken("never"))  # type: ignore[list-item]
    with pytest.raises(ModelTrouble):
        await heard(gateway_over(server, Retry(QUICK)), call())
    assert len(server.requests) == 1


async def test_after_the_first_piece_nothing_is_tried_again() -> None:
    server = ScriptedServer(["m"])
    server.script([TextPiece("Half"), StreamBroken("gone")], spoken("never"))
    events: list[GatewayEvent] = []
    with pytest.raises(AnswerBrokeOff):
        await heard(gateway_over(server, Fallback(), Retry(QUICK)), call("m", "other"), events)
    assert events == [TextPiece("Half")]
    assert len(server.requests) == 1


async def test_the_wait_for_a_retry_can_be_cancelled() -> None:
    server = ScriptedServer(["m"])
    server.script([BUSY], spoken("never"))
    stream = gateway_over(server, Retry(RetryPolicy(first_wait_s=60))).stream(call())
    assert isinstance(await anext(stream), Retrying)
    waiting = asyncio.ensure_future(anext(stream))
    await asyncio.sleep(0.01)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    await stream.aclose()
    assert len(server.requests) == 1


def test_waits_double_up_to_a_limit() -> None:
    policy = RetryPolicy(first_wait_s=1, longest_wait_s=5)
    assert [policy.wait_s(attempt) for attempt in (1, 2, 3, 4, 5)] == [1, 2, 4, 5, 5]


# ---- fallback -------------------------------------------------------------------------------------------------------


async def test_the_models_of_the_list_are_asked_in_turn() -> None:
    server = ScriptedServer(["m", "b", "c"])
    server.script([OutOfMemory(model="m")], spoken("third"))
    events = await heard(gateway_over(server, Fallback()), call("m", "missing", "c"))
    switched = [(event.wanted, event.used) for event in events if isinstance(event, ModelSwitched)]
    assert switched == [("m", "missing"), ("m", "c")]
    assert texts(events) == "third"


async def test_when_all_fail_the_first_trouble_is_told() -> None:
    server = ScriptedServer(["m"])
    server.script([OutOfMemory(model="m")])
    with pytest.raises(NotEnoughMemory):
        await heard(gateway_over(server, Fallback()), call("m", "missing"))


async def test_a_fixed_call_never_goes_to_another_model() -> None:
    server = ScriptedServer(["b"])
    with pytest.raises(ModelNotInstalled):
        await heard(gateway_over(server, Fallback()), call("m", "b", fixed=True))
    assert [request.model for request in server.requests] == ["m"]


async def test_a_server_that_is_down_is_not_asked_for_its_other_models() -> None:
    down, up = ScriptedServer(["m", "b"]), ScriptedServer(["c"])
    down.script(*[[ServerUnreachable(address="http://127.0.0.1:1")]] * 3)
    up.script(spoken("from elsewhere"))
    gateway = Gateway({"ollama": down, "lab": up}, middleware=[Fallback()])
    events = await heard(gateway, call("m", "b", "openai:c@lab"))
    assert [request.model for request in down.requests] == ["m"]
    assert texts(events) == "from elsewhere"


async def test_every_model_gets_its_own_tries() -> None:
    server = ScriptedServer(["m", "b"])
    server.script(*[[BUSY]] * 5, spoken("second try of b"))
    events = await heard(gateway_over(server, Fallback(), Retry(QUICK)), call("m", "b"))
    assert [request.model for request in server.requests] == ["m"] * 4 + ["b"] * 2
    assert texts(events) == "second try of b"


# ---- limits of time -------------------------------------------------------------------------------------------------


async def test_a_model_that_does_not_begin_in_time_is_given_up() -> None:
    server = ScriptedServer(["m"])
    server.script([30.0, TextPiece("late")])
    with pytest.raises(NoFirstWord):
        await heard(gateway_over(server, TimeLimit(TimeLimits(first_piece_s=0.05))), call())
    assert server.closed_early == 1


async def test_silence_in_the_middle_is_given_up_though_the_first_word_may_take_long() -> None:
    server = ScriptedServer(["m"])
    server.script([0.15, TextPiece("a"), 30.0, END])
    events: list[GatewayEvent] = []
    limits = TimeLimits(first_piece_s=20, silence_s=0.05)
    with pytest.raises(AnswerStalled):
        await heard(gateway_over(server, TimeLimit(limits)), call(), events)
    assert events == [TextPiece("a")]


async def test_an_answer_that_never_ends_is_ended() -> None:
    server = ScriptedServer(["m"])
    server.script([line for _ in range(1000) for line in (TextPiece("a"), 0.01)])
    limits = TimeLimits(first_piece_s=20, silence_s=20, total_s=0.1)
    with pytest.raises(AnswerTookTooLong):
        await heard(gateway_over(server, TimeLimit(limits)), call())


async def test_a_slow_reader_is_not_taken_for_a_silent_model() -> None:
    server = ScriptedServer(["m"])
    server.script([TextPiece("a"), TextPiece("b"), END])
    events = []
    async for event in gateway_over(server, TimeLimit(TimeLimits(0.05, 0.05, 10))).stream(call()):
        await asyncio.sleep(0.12)
        events.append(event)
    assert events == [TextPiece("a"), TextPiece("b"), END]


async def test_a_real_cancellation_stays_one_and_the_task_can_go_on_after_a_timeout() -> None:
    server = ScriptedServer(["m"])
    server.script([30.0], [30.0])
    gateway = gateway_over(server, TimeLimit(TimeLimits(first_piece_s=0.02)))

    async def patient() -> str:
        with pytest.raises(NoFirstWord):
            await heard(gateway, call())
        await asyncio.sleep(0)  # would raise if the timeout's cancellation were still pending
        task = asyncio.current_task()
        assert task is not None
        assert task.cancelling() == 0
        return "went on"

    assert await patient() == "went on"
    reader = asyncio.create_task(heard(gateway_over(server, TimeLimit(TimeLimits(first_piece_s=20))), call()))
    await asyncio.sleep(0.02)
    reader.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reader


async def test_a_limit_holds_when_different_tasks_read_on() -> None:
    server = ScriptedServer(["m"])
    server.script([TextPiece("a"), 30.0])
    stream = gateway_over(server, TimeLimit(TimeLimits(5, 0.05))).stream(call())
    assert await asyncio.create_task(anext(stream)) == TextPiece("a")  # type: ignore[arg-type]
    with pytest.raises(AnswerStalled):
        await asyncio.create_task(anext(stream))  # type: ignore[arg-type]


async def test_without_limits_no_timer_is_needed() -> None:
    server = ScriptedServer(["m"])
    server.script([0.02, TextPiece("a"), END])
    events = await heard(gateway_over(server, TimeLimit(TimeLimits(None, None, None))), call())
    assert texts(events) == "a"
