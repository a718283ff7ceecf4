"""What engines of speech have in common: sound as arrays, what was heard, and three protocols.

Sound is a one-dimensional float32 array between -1 and 1; where nothing else is said it is mono at `RATE_HZ`.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Literal, Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

Samples: TypeAlias = NDArray[np.float32]
Task: TypeAlias = Literal["transcribe", "translate"]

RATE_HZ = 16_000
"""What Whisper and the voice detector hear."""

FRAME_SAMPLES = 512
"""One frame of the voice detector: 32 ms (Silero v6 takes nothing else at 16 kHz)."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word and when it was said, in seconds from the beginning of the sound."""

    text: str
    start_s: float
    end_s: float
    probability: float


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of speech as the engine cut it. `words` is empty unless they were asked for."""

    text: str
    start_s: float
    end_s: float
    no_speech_probability: float
    average_log_probability: float
    compression_ratio: float
    words: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class Heard:
    """What an engine made of one sound. `engine_s` is its own time for it, without waiting and transport."""

    segments: tuple[Segment, ...]
    language: str
    language_probability: float
    duration_s: float
    engine_s: float

    @property
    def text(self) -> str:
        """All segments as one text."""
        return "".join(segment.text for segment in self.segments).strip()


@dataclass(frozen=True, slots=True)
class Hearing:
    """How to listen. `language` is ISO 639-1; None: found out by the engine. `hotwords` are names to be expected."""

    language: str | None = None
    task: Task = "transcribe"
    hotwords: tuple[str, ...] = ()
    word_times: bool = False
    beam_size: int = 1
    most_tokens: int = 224


@dataclass(frozen=True, slots=True)
class Saying:
    """How to speak: speed and volume as factors, `speaker` of a voice that has several."""

    speed: float = 1.0
    volume: float = 1.0
    speaker: int | None = None


@dataclass(frozen=True, slots=True)
class Speech:
    """A piece of spoken sound, mono at `rate_hz`."""

    samples: Samples = field(repr=False)
    rate_hz: int

    @property
    def duration_s(self) -> float:
        """How long it lasts."""
        return len(self.samples) / self.rate_hz


class Recogniser(Protocol):
    """Sound to text. Errors are `EngineError`s; cancelling the task gives the result up."""

    async def transcribe(self, samples: Samples, hearing: Hearing) -> Heard:
        """What is said in `samples` (at most 30 s)."""

    async def aclose(self) -> None:
        """Give its memory back; may be called twice."""


class VoiceDetector(Protocol):
    """Tells speech from everything else, frame by frame; it remembers what went before."""

    def probability(self, frame: Samples) -> float:
        """How surely somebody speaks in this frame of `FRAME_SAMPLES`, 0 to 1. Does not change `frame`."""

    def reset(self) -> None:
        """Forget what went before: another stream begins."""


class Synthesiser(Protocol):
    """Text to sound, piece by piece."""

    @property
    def languages(self) -> tuple[str, ...]:
        """What it speaks, as ISO 639-1."""

    def synthesise(self, text: str, saying: Saying) -> AsyncIterator[Speech]:
        """`text` as sound, a piece a sentence; none for a text without words. Closing the iterator ends the work."""

    async def aclose(self) -> None:
        """Give its memory back; may be called twice."""
