"""The chain of middleware as Hearth uses it, in the order that `middleware` explains."""

from __future__ import annotations

from collections.abc import Sequence

from core.clock import Clock
from core.inference.answer_cache import AnswerCache
from core.inference.budgets import RateLimit, TokenBudget
from core.inference.inline_thinking import InlineThinking
from core.inference.middleware import Middleware
from core.inference.observe import CallLog, CallMeter
from core.inference.resilience import Fallback, Retry, RetryPolicy, TimeLimit, TimeLimits
from core.inference.transforms import Transform, Transforms
from core.metrics.timings import Timings


def standard_chain(
    *,
    clock: Clock,
    timings: Timings,
    limits: TimeLimits | None = None,
    retries: RetryPolicy | None = None,
    transforms: Sequence[Transform] = (),
    cache: AnswerCache | None = None,
    budget: TokenBudget | None = None,
    rate_limit: RateLimit | None = None,
) -> list[Middleware]:
    """All middleware, outermost first; what is not given is off and costs nothing."""
    layers: list[Middleware | None] = [
        CallLog(clock),
        CallMeter(timings, clock),
        InlineThinking(),
        Transforms(transforms) if transforms else None,
        cache,
        budget,
        rate_limit,
        Fallback(),
        Retry(retries or RetryPolicy()),
        TimeLimit(limits or TimeLimits()),
    ]
    return [layer for layer in layers if layer is not None]
