"""Cuts a long recording into windows that Whisper hears at once, leaving out what is not speech.

A window is at most 30 s of speech from one or several places; it knows where in the recording each part of it was.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field, replace

import numpy as np

from models.speech.engines import FRAME_SAMPLES, RATE_HZ, Samples, Segment
from models.speech.silero import SileroDetector

_FRAME_S = FRAME_SAMPLES / RATE_HZ
_SPEECH = 0.5
_SILENCE = 0.35
_PAD_FRAMES = 13
"""416 ms before and after speech, as faster-whisper's own filter keeps them (400 ms)."""

_PAUSE_FRAMES = 63
"""A silence of 2 s ends a stretch, as in faster-whisper's own filter."""

_WINDOW_FRAMES = 930
"""29.8 s"""

_CUT_AMONG_FRAMES = 250
"""Speech without a pause is cut where the detector is least sure, in its last 8 s."""

_SMOOTHED_FRAMES = 5
_OPEN_S = 90.0
"""A window that is not full is heard when the recording has moved on so far: sparse speech should not wait for long."""


@dataclass(frozen=True, slots=True)
class Part:
    """`samples` of a recording, from `start_s` of it on."""

    start_s: float
    samples: Samples = field(repr=False)

    @property
    def duration_s(self) -> float:
        """How long it lasts."""
        return len(self.samples) / RATE_HZ


@dataclass(frozen=True, slots=True)
class Window:
    """What is to be heard at once."""

    parts: tuple[Part, ...]

    @property
    def samples(self) -> Samples:
        """All parts, one after the other."""
        return np.concatenate([part.samples for part in self.parts])

    def placed(self, segment: Segment) -> Segment:
        """`segment` with the times of the recording instead of those of this window."""
        return replace(
            segment,
            start_s=self.time_of(segment.start_s),
            end_s=self.time_of(segment.end_s, is_end=True),
            words=tuple(
                replace(word, start_s=self.time_of(word.start_s), end_s=self.time_of(word.end_s, is_end=True))
                for word in segment.words
            ),
        )

    def time_of(self, at_s: float, *, is_end: bool = False) -> float:
        """When in the recording the moment `at_s` of this window was. On a seam an end belongs to what was before."""
        passed_s = 0.0
        for part in self.parts:
            within_s = at_s - passed_s
            if within_s < part.duration_s or (is_end and within_s <= part.duration_s):
                return round(part.start_s + max(0.0, within_s), 3)
            passed_s += part.duration_s
        last = self.parts[-1]
        return round(last.start_s + last.duration_s, 3)


class SpeechWindows:
    """Takes a recording block by block and gives windows.

    `several`: a window is filled with speech from several places, since a short one costs as much as a full one.
    """

    def __init__(self, detector: SileroDetector, *, several: bool = True) -> None:
        self._detector = detector
        self._several = several
        self._left: Samples = np.zeros(0, dtype=np.float32)
        self._clock_s = 0.0
        self._before: deque[Samples] = deque(maxlen=_PAD_FRAMES)
        self._speech: list[Samples] = []
        self._sureness: list[float] = []
        self._speech_start_s = 0.0
        self._silent_frames = 0
        self._parts: list[Part] = []
        self._ready: list[Window] = []

    def feed(self, start_s: float, samples: Samples) -> list[Window]:
        """The windows that are complete with these samples. A jump of `start_s` is a gap: nothing reaches over it."""
        expected_s = self._clock_s + len(self._left) / RATE_HZ
        if abs(start_s - expected_s) > _FRAME_S:
            self._end_stretch(keep_frames=len(self._speech))
            self._before.clear()
            self._left = self._left[:0]
            self._clock_s = start_s
        sound = np.concatenate((self._left, samples))
        whole = len(sound) - len(sound) % FRAME_SAMPLES
        self._left = sound[whole:]
        frames = sound[:whole].reshape(-1, FRAME_SAMPLES)
        for frame, sureness in zip(frames, self._detector.probabilities(sound[:whole]), strict=True):
            self._take(frame, float(sureness))
        return self._given()

    def finish(self) -> list[Window]:
        """What is left at the end of the recording."""
        if len(self._left):
            self.feed(self._clock_s + len(self._left) / RATE_HZ, np.zeros(FRAME_SAMPLES - len(self._left), np.float32))
        self._end_stretch(keep_frames=len(self._speech))
        self._close_window()
        return self._given()

    def _take(self, frame: Samples, sureness: float) -> None:
        self._clock_s += _FRAME_S
        if not self._speech:
            if sureness < _SPEECH:
                self._before.append(frame)
                if self._parts and self._clock_s - self._parts[0].start_s > _OPEN_S:
                    self._close_window()
                return
            self._speech = list(self._before)
            self._sureness = [0.0] * len(self._speech)
            self._speech_start_s = self._clock_s - (len(self._speech) + 1) * _FRAME_S
            self._silent_frames = 0
        self._speech.append(frame)
        self._sureness.append(sureness)
        self._silent_frames = self._silent_frames + 1 if sureness < _SILENCE else 0
        if self._silent_frames >= _PAUSE_FRAMES:
            self._end_stretch(keep_frames=len(self._speech) - self._silent_frames + _PAD_FRAMES)
        elif len(self._speech) >= _WINDOW_FRAMES:
            self._cut_stretch()

    def _end_stretch(self, *, keep_frames: int) -> None:
        if not self._speech:
            return
        self._add(self._speech[:keep_frames])
        self._before.clear()
        self._before.extend(self._speech[keep_frames:])
        self._speech, self._sureness = [], []

    def _cut_stretch(self) -> None:
        """Speech goes on longer than a window: cut it at the quietest place near its end."""
        lately = np.asarray(self._sureness[-_CUT_AMONG_FRAMES:])
        smooth = np.convolve(lately, np.ones(_SMOOTHED_FRAMES) / _SMOOTHED_FRAMES, mode="same")
        inner = smooth[_SMOOTHED_FRAMES:-_SMOOTHED_FRAMES]
        cut = len(self._speech) - len(lately) + _SMOOTHED_FRAMES + int(np.argmin(inner))
        self._add(self._speech[:cut])
        self._speech, self._sureness = self._speech[cut:], self._sureness[cut:]
        self._speech_start_s += cut * _FRAME_S

    def _add(self, frames: list[Samples]) -> None:
        part = Part(self._speech_start_s, np.concatenate(frames))
        if sum(len(other.samples) for other in self._parts) + len(part.samples) > _WINDOW_FRAMES * FRAME_SAMPLES:
            self._close_window()
        self._parts.append(part)
        if not self._several:
            self._close_window()

    def _close_window(self) -> None:
        if self._parts:
            self._ready.append(Window(tuple(self._parts)))
            self._parts = []

    def _given(self) -> list[Window]:
        ready, self._ready = self._ready, []
        return ready
