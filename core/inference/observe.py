"""Log and measure a model call. Neither ever holds a character of a prompt, of an answer or of a server's own words."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, field

from core.clock import Clock
from core.errors import HearthError
from core.events import ModelSwitched, Retrying
from core.inference.middleware import GatewayEvent, GatewayStream, ModelCall, Proceed, wrapped
from core.logs import Public
from core.metrics.timings import STOPPED, WHOLE, CallTiming, Timings
from models.language.messages import Finished, Usage

_log = logging.getLogger("hearth.inference")


@dataclass(slots=True)
class _Seen:
    """What went by so far."""

    clock: Clock
    model: str
    started_s: float
    first_piece_s: float | None = None
    pieces: int = 0
    attempts: int = 1
    outcome: str = STOPPED  # until it is known to have ended otherwise
    usage: Usage = field(default_factory=Usage)

    def note(self, event: GatewayEvent) -> None:
        kind = type(event)
        if kind is ModelSwitched or kind is Retrying:
            self.attempts += 1
            self.model = event.used if isinstance(event, ModelSwitched) else self.model
            return
        self.pieces += 1
        if self.first_piece_s is None:
            self.first_piece_s = self.elapsed_s
        if isinstance(event, Finished):
            self.usage = event.usage
            self.outcome = WHOLE

    @property
    def elapsed_s(self) -> float:
        return self.clock.uptime_s() - self.started_s


class _Observer:
    """Hands on all events untouched and tells `_ended` how the call went."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    async def wrap(self, call: ModelCall, proceed: Proceed) -> GatewayStream:
        """Hand on all events of the call."""
        seen = _Seen(self._clock, call.request.model, self._clock.uptime_s())
        try:
            async with wrapped(proceed(call)) as events:
                async for event in events:
                    seen.note(event)
                    yield event
            seen.outcome = WHOLE
        except HearthError as error:
            seen.outcome = error.code
            raise
        except (GeneratorExit, asyncio.CancelledError):
            raise  # stopped, unless the last piece was already through
        except BaseException as bug:
            seen.outcome = type(bug).__name__
            raise
        finally:
            self._ended(call, seen)

    def _ended(self, call: ModelCall, seen: _Seen) -> None:
        raise NotImplementedError


class CallLog(_Observer):
    """One line a call: purpose, how it ended, times and counts; the model is the owner's own business."""

    def __init__(self, clock: Clock, *, log: logging.Logger = _log) -> None:
        super().__init__(clock)
        self._log = log

    def _ended(self, call: ModelCall, seen: _Seen) -> None:
        level = logging.INFO if seen.outcome in (WHOLE, STOPPED) else logging.WARNING
        self._log.log(
            level,
            "model call purpose=%s outcome=%s first_piece_s=%s total_s=%.3f pieces=%d attempts=%d "
            "prompt_tokens=%s answer_tokens=%s",
            Public(call.purpose),
            Public(seen.outcome),
            None if seen.first_piece_s is None else round(seen.first_piece_s, 3),
            seen.elapsed_s,
            seen.pieces,
            seen.attempts,
            seen.usage.prompt_tokens,
            seen.usage.answer_tokens,
        )


class CallMeter(_Observer):
    """Puts one `CallTiming` a call into `Timings`."""

    def __init__(self, timings: Timings, clock: Clock) -> None:
        super().__init__(clock)
        self._timings = timings

    def _ended(self, call: ModelCall, seen: _Seen) -> None:
        self._timings.record_call(
            CallTiming(
                at=self._clock.now(),
                purpose=call.purpose,
                model=seen.model,
                wanted_model=call.request.model,
                outcome=seen.outcome,
                first_piece_s=seen.first_piece_s,
                total_s=seen.elapsed_s,
                pieces=seen.pieces,
                attempts=seen.attempts,
                usage=seen.usage,
            )
        )
