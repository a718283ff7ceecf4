"""The sound of an utterance that is not text for good yet: at most half a minute, cut at its quietest place."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np

from core.voice.endpointing import SPEECH
from core.voice.not_speech import Evidence
from models.speech.engines import FRAME_SAMPLES, RATE_HZ, Samples

_SMOOTH_FRAMES = 6
"""A cut wants 0.2 s of quiet around it."""

_FLOOR = 1e-5


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of sound and what is known of it."""

    start_sample: int
    samples: Samples = field(repr=False)
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class _Kept:
    start: int
    samples: Samples = field(repr=False)
    probability: float | None
    db: float


class OpenSound:
    """Frames in their order. Gaps of the stream are left out, so that seconds of sound are what was really heard."""

    def __init__(self) -> None:
        self._frames: deque[_Kept] = deque()
        self._count = 0

    @property
    def seconds(self) -> float:
        """How much is kept."""
        return self._count / RATE_HZ

    def add(self, start_sample: int, samples: Samples, probability: float | None) -> None:
        """One more frame. It is kept, not copied."""
        loudness = float(np.sqrt(np.mean(np.square(samples, dtype=np.float64)))) if len(samples) else 0.0
        self._count += len(samples)
        self._frames.append(_Kept(start_sample, samples, probability, 20 * float(np.log10(max(loudness, _FLOOR)))))

    def until(self, end_sample: int | None = None) -> Piece:
        """Everything up to `end_sample`, still kept."""
        return _piece(frame for frame in self._frames if end_sample is None or frame.start < end_sample)

    def drop_until(self, sample: int) -> None:
        """Forget the frames that begin before `sample`."""
        while self._frames and self._frames[0].start < sample:
            self._count -= len(self._frames.popleft().samples)

    def quietest(self, *, after_s: float, before_end_s: float) -> int:
        """The sample at the quietest 0.2 s between `after_s` from the beginning and `before_end_s` from the end."""
        frames = list(self._frames)
        first = max(0, round(after_s * RATE_HZ / FRAME_SAMPLES))
        last = max(first + 1, len(frames) - round(before_end_s * RATE_HZ / FRAME_SAMPLES) - _SMOOTH_FRAMES)
        # A frame that is surely speech is worse than any loudness: music in the background does not move the cut.
        cost = np.array([frame.db + 40 * (frame.probability or 0.0) for frame in frames])
        sums = np.convolve(cost, np.ones(_SMOOTH_FRAMES), "valid")[first:last]
        at = first + int(np.argmin(sums)) + _SMOOTH_FRAMES // 2
        return frames[at].start


def _piece(frames: Iterable[_Kept]) -> Piece:
    kept = list(frames)
    if not kept:
        return Piece(0, np.zeros(0, dtype=np.float32), Evidence(0.0, loudest_db=-120.0))
    samples = np.concatenate([frame.samples for frame in kept])
    evidence = Evidence(len(samples) / RATE_HZ, loudest_db=max(frame.db for frame in kept), voiced_s=_voiced_s(kept))
    return Piece(kept[0].start, samples, evidence)


def _voiced_s(frames: Iterable[_Kept]) -> float | None:
    known = [frame for frame in frames if frame.probability is not None]
    if not known:
        return None
    return sum(len(frame.samples) for frame in known if (frame.probability or 0) >= SPEECH) / RATE_HZ
