"""Blocks of one device in, frames at 16 kHz out: raw and clean sound of the same moment side by side.

Cleaning costs more than everything else that happens to a frame, and in a quiet room nobody looks at the result. So it
can be left until somebody does: the last half second is kept for that, and cleaned at once. What lies before it the
stages never hear; to them the quiet is only shorter than it was, and what they know of the room stays true.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

import numpy as np

from core.voice.cleanup import STEP, Cleanup
from core.voice.resampling import Resampler, mono
from core.voice.ring_buffer import Block
from models.speech.engines import FRAME_SAMPLES, RATE_HZ, Samples

Clean: TypeAlias = Samples | Callable[[], Samples]

LEARNING = 3 * RATE_HZ
"""At first everything is cleaned: noise suppression needs two seconds to know a room."""
AFTER_PLAYING = RATE_HZ
"""An echo comes later than what was played."""
UNCLEANED = RATE_HZ // 2
"""Half a second takes 3 ms to clean, 6 ms with echo cancellation (shared EPYC core)."""
AT_ONCE_FORGOTTEN = RATE_HZ // 4
"""More than that half second is forgotten in few large steps."""
KEPT_CLEAN = RATE_HZ
"""For who asks after somebody else did."""


class FrameStream:
    """Made anew for each opening of a device."""

    def __init__(self, rate_hz: int, cleanup: Cleanup | None) -> None:
        self._resampler = Resampler(rate_hz, RATE_HZ)
        self._cleanup = cleanup
        self._raw = _Kept()
        self.lead = self._needed_lead()
        """Samples of silence that stand before the first of the device."""
        self._raw.add(np.zeros(self.lead, dtype=np.float32))
        self._clean = _Kept()
        self._told_to = 0
        self._cleaned_to = 0
        self._at_once_to = LEARNING
        self._resets = -1
        self._skip_to(0)

    def _needed_lead(self) -> int:
        """Silence in front, so that a frame is complete when a block of its length has come, and not just after it.

        The filters hold back a few samples, and cleaning wants whole steps.
        """
        held_back = self._resampler.held_back
        if held_back is None:
            return 0
        if self._cleanup is None or not self._cleanup.changes_sound:
            return held_back
        ends = range(0, STEP * FRAME_SAMPLES, FRAME_SAMPLES)
        return held_back + max(-(-(end + self._cleanup.delay_samples) // STEP) * STEP - end for end in ends)

    def feed(
        self, block: Block, *, played: Samples | None = None, lazily: bool = False
    ) -> Iterator[tuple[Samples, Clean]]:
        """What is complete after `block`. `played` is what the loudspeaker was given since the last time.

        With `lazily` the clean sound may come as something to call for it.
        """
        self._raw.add(self._resampler.feed(mono(block)))
        if played is not None and len(played):
            self._take_played(played)
        at_once = not lazily or self._raw.end <= self._at_once_to
        if at_once:
            self._clean_all()
        ready = self._ready_to()
        while self._told_to + FRAME_SAMPLES <= ready:
            start = self._told_to
            self._told_to += FRAME_SAMPLES
            raw = self._raw.part(start, self._told_to)
            yield raw, self._cleaned(start, raw) if at_once else self._to_be_cleaned(start, raw)
        self._forget()

    def _take_played(self, played: Samples) -> None:
        """Sound and what was played at that time reach the stages together."""
        self._at_once_to = self._raw.end + AFTER_PLAYING
        if self._cleanup is not None:
            self._clean_all(but=FRAME_SAMPLES)
            self._cleanup.reference(played)

    def _ready_to(self) -> int:
        """A frame is told once its clean sound can be there, whether somebody wants it or not."""
        if self._cleanup is None or not self._cleanup.changes_sound:
            return self._raw.end
        return self._raw.end // STEP * STEP - self._cleanup.delay_samples

    def _to_be_cleaned(self, start: int, raw: Samples) -> Clean:
        return lambda: self._cleaned(start, raw)

    def _cleaned(self, start: int, raw: Samples) -> Samples:
        if self._cleanup is None or not self._cleanup.changes_sound:
            return raw
        if start + FRAME_SAMPLES > self._clean.end:
            self._clean_all()
        clean = self._clean.part(start, start + FRAME_SAMPLES)
        return clean if len(clean) == FRAME_SAMPLES else raw

    def _clean_all(self, but: int = 0) -> None:
        """Everything that waits, in whole steps."""
        if self._cleanup is None or not self._cleanup.changes_sound:
            return
        if self._resets != self._cleanup.resets:  # other stages: what they held back is gone
            self._skip_to(self._cleaned_to)
        end = (self._raw.end - but) // STEP * STEP
        if end > self._cleaned_to:
            self._clean.add(self._cleanup.process(self._raw.part(self._cleaned_to, end)))
            self._cleaned_to = end

    def _forget(self) -> None:
        """What lies too far back. A frame that nobody asked for is never cleaned."""
        if self._raw.end - self._cleaned_to > UNCLEANED + AT_ONCE_FORGOTTEN:
            self._skip_to(max(self._cleaned_to, (self._raw.end - UNCLEANED) // STEP * STEP))
        self._raw.drop_until(min(self._told_to, self._cleaned_to))
        self._clean.drop_until(self._raw.end - KEPT_CLEAN)

    def _skip_to(self, sample: int) -> None:
        self._cleaned_to = sample
        self._clean = _Kept(sample)
        if self._cleanup is not None:
            self._cleanup.reset()
            self._resets = self._cleanup.resets


class _Kept:
    """The end of a stream, by the numbers of its samples."""

    def __init__(self, start: int = 0) -> None:
        self._start = start
        self._samples: Samples = np.zeros(0, dtype=np.float32)

    @property
    def end(self) -> int:
        return self._start + len(self._samples)

    def add(self, samples: Samples) -> None:
        self._samples = np.concatenate([self._samples, samples])

    def part(self, start: int, end: int) -> Samples:
        """A copy; shorter where it is not all there."""
        if start < self._start:
            return self._samples[:0]
        return self._samples[start - self._start : end - self._start].copy()

    def drop_until(self, sample: int) -> None:
        if sample > self._start:
            self._samples = self._samples[sample - self._start :]
            self._start = sample
