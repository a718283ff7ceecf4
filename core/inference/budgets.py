"""Limits that the owner sets on calls of models: how often, and how many tokens. Both are off unless installed."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from core.clock import Clock
from core.inference.middleware import GatewayStream, ModelCall, Proceed, wrapped
from core.inference.model_trouble import BudgetSpent, TooManyCalls
from models.language.messages import ChatRequest, Finished, TextPiece, ThinkingPiece

# A token of English is about four characters (see core.chat.context_window); good enough for servers that never count.
_CHARACTERS_PER_TOKEN = 4


class RateLimit:
    """A token bucket: `calls_per_minute` permits a minute, at most `burst` saved up.

    A call waits for its permit for up to `patience_s`; a longer wait is refused at once with `TooManyCalls`.
    """

    def __init__(
        self, calls_per_minute: float, *, clock: Clock, burst: int | None = None, patience_s: float = 10.0
    ) -> None:
        self._rate_per_s = calls_per_minute / 60
        self._size = float(burst if burst is not None else max(1, math.ceil(calls_per_minute / 4)))
        self._clock = clock
        self._patience_s = patience_s
        self._permits = self._size
        self._filled_at_s = clock.uptime_s()

    async def wrap(self, call: ModelCall, proceed: Proceed) -> GatewayStream:
        """Take a permit, then hand on all events."""
        wait_s = self._take()
        if wait_s > 0:
            try:
                await asyncio.sleep(wait_s)
            except asyncio.CancelledError:
                self._permits += 1  # it was never used
                raise
        async with wrapped(proceed(call)) as events:
            async for event in events:
                yield event

    def _take(self) -> float:
        """Take a permit, if need be one that is still to come, and tell how long until it is there."""
        now_s = self._clock.uptime_s()
        self._permits = min(self._size, self._permits + (now_s - self._filled_at_s) * self._rate_per_s)
        self._filled_at_s = now_s
        wait_s = max(0.0, (1 - self._permits) / self._rate_per_s)
        if wait_s > self._patience_s:
            raise TooManyCalls(wait_s=str(math.ceil(wait_s)))
        self._permits -= 1
        return wait_s


class TokenBudget:
    """At most `per_call` tokens an answer and `per_day` tokens a day (UTC), prompts included; None does not limit.

    `spent_today` is what earlier sessions of the same day used; what was spent is handed to `on_spent` so that it can
    be kept. A call begins while anything is left, and the last one may overdraw: its prompt is not known in tokens.
    """

    def __init__(
        self,
        *,
        clock: Clock,
        per_call: int | None = None,
        per_day: int | None = None,
        spent_today: int = 0,
        on_spent: Callable[[int], None] | None = None,
    ) -> None:
        self._clock = clock
        self._per_call = per_call
        self._per_day = per_day
        self._day = clock.now().date()
        self._spent = spent_today
        self._on_spent = on_spent

    @property
    def spent_today(self) -> int:
        """Tokens used since midnight UTC."""
        self._turn_the_page(self._clock.now().date())
        return self._spent

    async def wrap(self, call: ModelCall, proceed: Proceed) -> GatewayStream:
        """Refuse with `BudgetSpent`, or hand on all events and count what they cost, whole answer or not."""
        if self._per_day is not None and self.spent_today >= self._per_day:
            raise BudgetSpent(limit=f"{self._per_day:,}")
        answered = 0
        cost: int | None = None
        try:
            async with wrapped(proceed(self._limited(call))) as events:
                async for event in events:
                    if isinstance(event, TextPiece | ThinkingPiece):
                        answered += len(event.text)
                    elif isinstance(event, Finished):
                        cost = (event.usage.prompt_tokens or 0) + (event.usage.answer_tokens or 0) or None
                    yield event
        finally:
            if cost is not None:
                self._spend(cost)
            elif answered:
                self._spend((_prompt_characters(call.request) + answered) // _CHARACTERS_PER_TOKEN)

    def _limited(self, call: ModelCall) -> ModelCall:
        limits = [limit for limit in (self._per_call, call.request.sampling.max_tokens) if limit is not None]
        if self._per_call is None:
            return call
        sampling = replace(call.request.sampling, max_tokens=min(limits))
        return replace(call, request=replace(call.request, sampling=sampling))

    def _spend(self, tokens: int) -> None:
        self._turn_the_page(self._clock.now().date())
        self._spent += tokens
        if self._on_spent is not None:
            self._on_spent(tokens)

    def _turn_the_page(self, today: date) -> None:
        if today != self._day:
            self._day = today
            self._spent = 0


def _prompt_characters(request: ChatRequest) -> int:
    return sum(len(message.text) for message in request.messages)
