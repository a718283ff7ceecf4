"""When a model fails: limits of time, tries again, and the next model of the list.

All of it happens before the first piece only. Once the owner has read a word, nothing is started anew.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from types import TracebackType

from core.errors import ModelTrouble
from core.events import ModelSwitched, Retrying
from core.inference.middleware import GatewayStream, ModelCall, Proceed, is_piece, wrapped
from core.inference.model_trouble import (
    AnswerBrokeOff,
    AnswerStalled,
    AnswerTookTooLong,
    NoFirstWord,
    ServerBusy,
    ServerNotRunning,
    ServerOutdated,
    WrongAddress,
)
from core.inference.served_models import place_of

# Trouble of the whole server: another model of the same server would fail in the same way.
_SERVER_TROUBLE = (ServerNotRunning, WrongAddress, ServerOutdated)


@dataclass(frozen=True, slots=True)
class TimeLimits:
    """How long a model may take, in seconds. None waits without end.

    The first piece may take long: a large model is read from disk first (40 GB at 200 MB/s are 200 s).
    """

    first_piece_s: float | None = 300.0
    silence_s: float | None = 60.0
    total_s: float | None = None


class TimeLimit:
    """Ends a call whose server is silent for too long. The caller's own slowness never counts as silence."""

    def __init__(self, limits: TimeLimits = TimeLimits()) -> None:
        self._limits = limits

    async def wrap(self, call: ModelCall, proceed: Proceed) -> GatewayStream:
        """Hand on all events, or raise `NoFirstWord`, `AnswerStalled` or `AnswerTookTooLong`."""
        loop = asyncio.get_running_loop()
        total_s = self._limits.total_s
        ends_at = None if total_s is None else loop.time() + total_s
        with _Patience(loop, self._limits.first_piece_s, ends_at=ends_at) as patience:
            async with wrapped(proceed(call)) as events:
                begun = False
                while True:
                    patience.wait_begins()
                    try:
                        event = await anext(events)
                    except StopAsyncIteration:
                        return
                    except asyncio.CancelledError:
                        if patience.ran_out():
                            raise self._trouble(call, begun=begun, overall=patience.overall) from None
                        raise
                    patience.wait_ends()
                    if not begun and is_piece(event):
                        begun = True
                        patience.expect(self._limits.silence_s)
                    yield event

    def _trouble(self, call: ModelCall, *, begun: bool, overall: bool) -> ModelTrouble:
        model = place_of(call.request.model).model
        if overall:
            return AnswerTookTooLong(model=model, limit_s=f"{self._limits.total_s:g}")
        if begun:
            return AnswerStalled(model=model, silence_s=f"{self._limits.silence_s:g}")
        return NoFirstWord(model=model, wait_s=f"{self._limits.first_piece_s:g}")


class _Patience:
    """Cancels the waiting task when one wait lasts too long.

    `asyncio.timeout` around every piece would cost more than handling the piece. One timer that looks at the clock
    now and then costs a piece two assignments.
    """

    def __init__(self, loop: asyncio.AbstractEventLoop, limit_s: float | None, *, ends_at: float | None) -> None:
        self._limit_s = limit_s
        self.overall = False
        self._loop = loop
        self._ends_at = ends_at
        self._since: float | None = None
        self._task: asyncio.Task[object] | None = None
        self._cancelling_before = 0
        self._struck = False
        self._timer: asyncio.TimerHandle | None = None

    def __enter__(self) -> _Patience:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._since = None
        if self._timer is not None:
            self._timer.cancel()

    def expect(self, limit_s: float | None) -> None:
        """From the next wait on, allow `limit_s`."""
        self._limit_s = limit_s
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def wait_begins(self) -> None:
        self._since = self._loop.time()
        task = asyncio.current_task()
        if task is not self._task:
            self._task = task
            self._cancelling_before = task.cancelling() if task is not None else 0
        if self._timer is None:
            self._look()

    def wait_ends(self) -> None:
        self._since = None
        if self._struck:  # the piece came in the same moment as the limit: the piece wins
            self.ran_out()

    def ran_out(self) -> bool:
        """Whether the cancellation that just arrived is ours alone; if so, it is taken back."""
        if not self._struck or self._task is None:
            return False
        self._struck = False
        return self._task.uncancel() <= self._cancelling_before

    def _deadline(self) -> tuple[float | None, bool]:
        silent = None if self._limit_s is None or self._since is None else self._since + self._limit_s
        if self._ends_at is not None and (silent is None or self._ends_at < silent):
            return self._ends_at, True
        return silent, False

    def _look(self) -> None:
        """Cancel the wait that has lasted too long, or look again when it will have; no wait, no timer."""
        self._timer = None
        deadline, overall = self._deadline()
        if self._since is None or deadline is None or self._task is None:
            return
        left_s = deadline - self._loop.time()
        if left_s > 0:
            self._timer = self._loop.call_later(left_s, self._look)
            return
        self.overall = overall
        self._struck = True
        self._task.cancel()


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """How often which trouble is tried again, and how long to wait: `first_wait_s`, then twice as long each time."""

    first_wait_s: float = 0.4
    longest_wait_s: float = 5.0
    tries: tuple[tuple[type[ModelTrouble], int], ...] = (
        (ServerNotRunning, 1),  # it may be restarting; if it is not, the owner should know soon
        (ServerBusy, 3),
        (AnswerBrokeOff, 2),  # before the first piece: the server went down while loading
    )

    def tries_for(self, trouble: ModelTrouble) -> int:
        """How many further tries `trouble` is worth."""
        return next((tries for kind, tries in self.tries if isinstance(trouble, kind)), 0)

    def wait_s(self, attempt: int) -> float:
        """Seconds before the `attempt`-th further try, from 1."""
        return min(self.first_wait_s * 2.0 ** (attempt - 1), self.longest_wait_s)


class Retry:
    """Makes a call again when it failed, before its first piece, for a reason that can pass."""

    def __init__(self, policy: RetryPolicy = RetryPolicy()) -> None:
        self._policy = policy

    async def wrap(self, call: ModelCall, proceed: Proceed) -> GatewayStream:
        """Hand on the events of the first try that begins; `Retrying` announces each further one."""
        attempt = 0
        while True:
            begun = False
            try:
                async with wrapped(proceed(call)) as events:
                    async for event in events:
                        begun = begun or is_piece(event)
                        yield event
                return
            except ModelTrouble as trouble:
                attempt += 1
                if begun or attempt > self._policy.tries_for(trouble):
                    raise
                reason = trouble.owner_sentence
            wait_s = self._policy.wait_s(attempt)
            yield Retrying(attempt=attempt, wait_s=wait_s, reason=reason)
            await asyncio.sleep(wait_s)


class Fallback:
    """Asks the next model of the call's list when one fails or is missing."""

    async def wrap(self, call: ModelCall, proceed: Proceed) -> GatewayStream:
        """Hand on the events of the first model that begins; raise the wanted model's trouble when none does."""
        models = [call.request.model, *([] if call.fixed else call.fallback_models)]
        models = list(dict.fromkeys(models))
        first_trouble: ModelTrouble | None = None
        while models:
            model = models.pop(0)
            begun = False
            try:
                async with wrapped(proceed(replace(call, request=replace(call.request, model=model)))) as events:
                    async for event in events:
                        begun = begun or is_piece(event)
                        yield event
                return
            except ModelTrouble as trouble:
                first_trouble = first_trouble or trouble
                models = _worth_asking(models, model, trouble)
                if begun or not models:
                    raise first_trouble if not begun else trouble from None
                reason = trouble.owner_sentence
            yield ModelSwitched(wanted=call.request.model, used=models[0], reason=reason)


def _worth_asking(models: Sequence[str], failed: str, trouble: ModelTrouble) -> list[str]:
    if not isinstance(trouble, _SERVER_TROUBLE):
        return list(models)
    return [model for model in models if place_of(model).server != place_of(failed).server]
