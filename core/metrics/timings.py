"""What model calls and turns of this session took: kept in memory, bounded, never a word of what was said."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from statistics import median

from core.clock import Clock
from models.language.messages import Usage

WHOLE = "whole"
STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class CallTiming:
    """One call of a model. Seconds are what the caller waited; `usage` is what the server measured.

    `outcome` is `whole`, `stopped` or the code of an error. `attempts` counts retries, `model` is the one that
    answered in the end.
    """

    at: datetime
    purpose: str
    model: str
    wanted_model: str
    outcome: str
    first_piece_s: float | None
    total_s: float
    pieces: int
    attempts: int
    usage: Usage = field(default_factory=Usage)

    @property
    def tokens_per_s(self) -> float | None:
        """Writing speed as the server measured it; else from the caller's clock, without the wait for the first."""
        if (measured := self.usage.tokens_per_s) is not None:
            return measured
        if not self.usage.answer_tokens or self.first_piece_s is None or self.total_s <= self.first_piece_s:
            return None
        return self.usage.answer_tokens / (self.total_s - self.first_piece_s)


@dataclass(frozen=True, slots=True)
class TurnTiming:
    """Where the time of one turn went. `stages` are (name, seconds) in the order in which they ended."""

    at: datetime
    answer_id: str
    conversation_id: str
    model: str
    outcome: str
    stages: tuple[tuple[str, float], ...]
    first_token_s: float | None
    total_s: float
    usage: Usage = field(default_factory=Usage)

    def stage_s(self, name: str) -> float:
        """Seconds spent in the stage called `name`, 0 when there was none."""
        return sum(seconds for stage, seconds in self.stages if stage == name)


@dataclass(frozen=True, slots=True)
class SessionFigures:
    """This session in a few numbers; medians over what is still kept."""

    calls: int
    failed_calls: int
    prompt_tokens: int
    answer_tokens: int
    median_first_piece_s: float | None
    median_tokens_per_s: float | None


class Stopwatch:
    """Stage times of one turn."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._started_s = clock.uptime_s()
        self._stages: list[tuple[str, float]] = []
        self.first_token_s: float | None = None

    @property
    def elapsed_s(self) -> float:
        """Seconds since the start."""
        return self._clock.uptime_s() - self._started_s

    @property
    def stages(self) -> tuple[tuple[str, float], ...]:
        """All stages that ended."""
        return tuple(self._stages)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Count what happens inside as the stage `name`, also when it fails."""
        before_s = self._clock.uptime_s()
        try:
            yield
        finally:
            self._stages.append((name, self._clock.uptime_s() - before_s))

    def first_token(self) -> None:
        """The first word of the answer, or of the thinking before it, has arrived."""
        if self.first_token_s is None:
            self.first_token_s = self.elapsed_s


class Timings:
    """The latest calls and turns, and totals of the whole session."""

    def __init__(self, *, keep: int = 1000) -> None:
        self._calls: deque[CallTiming] = deque(maxlen=keep)
        self._turns: deque[TurnTiming] = deque(maxlen=keep)
        self._call_count = 0
        self._failed_count = 0
        self._prompt_tokens = 0
        self._answer_tokens = 0

    @property
    def calls(self) -> tuple[CallTiming, ...]:
        """The latest calls, oldest first."""
        return tuple(self._calls)

    @property
    def turns(self) -> tuple[TurnTiming, ...]:
        """The latest turns, oldest first."""
        return tuple(self._turns)

    def record_call(self, call: CallTiming) -> None:
        """Keep `call`."""
        self._calls.append(call)
        self._call_count += 1
        self._failed_count += call.outcome not in (WHOLE, STOPPED)
        self._prompt_tokens += call.usage.prompt_tokens or 0
        self._answer_tokens += call.usage.answer_tokens or 0

    def record_turn(self, turn: TurnTiming) -> None:
        """Keep `turn`."""
        self._turns.append(turn)

    def turn(self, answer_id: str) -> TurnTiming | None:
        """The turn that made `answer_id`, while it is kept."""
        return next((turn for turn in reversed(self._turns) if turn.answer_id == answer_id), None)

    def forget(self) -> None:
        """Drop everything, as when the vault is locked."""
        self._calls.clear()
        self._turns.clear()
        self._call_count = self._failed_count = self._prompt_tokens = self._answer_tokens = 0

    def session(self) -> SessionFigures:
        """This session so far."""
        firsts = [call.first_piece_s for call in self._calls if call.first_piece_s is not None]
        rates = [rate for call in self._calls if (rate := call.tokens_per_s) is not None]
        return SessionFigures(
            calls=self._call_count,
            failed_calls=self._failed_count,
            prompt_tokens=self._prompt_tokens,
            answer_tokens=self._answer_tokens,
            median_first_piece_s=median(firsts) if firsts else None,
            median_tokens_per_s=median(rates) if rates else None,
        )
