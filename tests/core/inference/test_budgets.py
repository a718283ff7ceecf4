from __future__ import annotations

from contextlib import aclosing
from dataclasses import replace

import pytest

from core.clock import ManualClock
from core.inference.budgets import RateLimit, TokenBudget
from core.inference.gateway import Gateway
from core.inference.middleware import GatewayEvent, Middleware, ModelCall
from core.inference.model_trouble import BudgetSpent, TooManyCalls
from models.language.messages import ChatMessage, ChatRequest, Finished, Sampling, TextPiece, Usage
from models.language.scripted_model import ScriptedServer

CALL = ModelCall(ChatRequest("m", (ChatMessage("user", "x" * 400),)), "test")


class Desk:
    def __init__(self, *middleware: Middleware) -> None:
        self.server = ScriptedServer(
            ["m"], writer=lambda _: [TextPiece("y" * 40), Finished("stop", Usage(prompt_tokens=60, answer_tokens=40))]
        )
        self.gateway = Gateway({"ollama": self.server}, middleware=middleware)

    async def ask(self, call: ModelCall = CALL) -> list[GatewayEvent]:
        async with aclosing(self.gateway.stream(call)) as stream:
            return [event async for event in stream]


async def test_a_spent_budget_refuses_before_anything_is_sent_and_is_new_the_next_day() -> None:
    clock = ManualClock()
    spent: list[int] = []
    budget = TokenBudget(clock=clock, per_day=150, on_spent=spent.append)
    desk = Desk(budget)
    await desk.ask()
    await desk.ask()
    with pytest.raises(BudgetSpent) as caught:
        await desk.ask()
    assert "150" in caught.value.owner_sentence
    assert len(desk.server.requests) == 2
    assert spent == [100, 100]
    clock.move(86_400)
    await desk.ask()
    assert budget.spent_today == 100


async def test_what_earlier_sessions_spent_counts() -> None:
    desk = Desk(TokenBudget(clock=ManualClock(), per_day=150, spent_today=150))
    with pytest.raises(BudgetSpent):
        await desk.ask()


async def test_a_stopped_answer_costs_what_had_arrived() -> None:
    budget = TokenBudget(clock=ManualClock(), per_day=1000)
    desk = Desk(budget)
    stream = desk.gateway.stream(CALL)
    await anext(stream)
    await stream.aclose()
    assert budget.spent_today == (400 + 40) // 4


async def test_a_limit_per_call_bounds_the_answer_and_never_raises_it() -> None:
    desk = Desk(TokenBudget(clock=ManualClock(), per_call=50))
    await desk.ask()
    await desk.ask(replace(CALL, request=replace(CALL.request, sampling=Sampling(max_tokens=20))))
    assert [request.sampling.max_tokens for request in desk.server.requests] == [50, 20]


async def test_without_limits_the_budget_only_counts() -> None:
    budget = TokenBudget(clock=ManualClock())
    desk = Desk(budget)
    await desk.ask()
    assert budget.spent_today == 100
    assert desk.server.requests[0].sampling.max_tokens is None


async def test_calls_beyond_the_saved_up_permits_are_refused_with_the_time_to_wait() -> None:
    clock = ManualClock()
    desk = Desk(RateLimit(2, clock=clock, burst=2, patience_s=5))
    await desk.ask()
    await desk.ask()
    with pytest.raises(TooManyCalls) as caught:
        await desk.ask()
    assert "30 seconds" in caught.value.owner_next_step
    clock.move(30)
    await desk.ask()
    assert len(desk.server.requests) == 3


async def test_a_short_wait_for_a_permit_is_waited() -> None:
    desk = Desk(RateLimit(6000, clock=ManualClock(), burst=1, patience_s=5))
    await desk.ask()
    await desk.ask()
    assert len(desk.server.requests) == 2


async def test_permits_are_saved_up_only_to_the_burst() -> None:
    clock = ManualClock()
    desk = Desk(RateLimit(60, clock=clock, burst=2, patience_s=0))
    clock.move(3600)
    await desk.ask()
    await desk.ask()
    with pytest.raises(TooManyCalls):
        await desk.ask()
