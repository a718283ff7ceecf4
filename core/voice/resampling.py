"""From one sampling rate to another, in streams: what is cut into blocks sounds as if it were whole."""

from __future__ import annotations

from typing import Any

import numpy as np

from core.voice.ring_buffer import Block
from models.speech.engines import Samples

QUALITY = "HQ"
"""20 bits; a second from 22,050 to 48,000 Hz takes 1 ms (shared EPYC core)."""

REACH = 24
"""Samples of the result on either side that a decimated sample is made of: 1.5 ms at 16 kHz."""
CUT_OFF = 0.92
"""Of the highest frequency that the result can carry: −6 dB there, −60 dB from its end on."""
STEEPNESS = 5.65
"""Kaiser's beta for 60 dB."""


class Resampler:
    """Mono sound from `from_hz` to `to_hz`. The same rate passes through untouched.

    To a whole fraction it decimates by a filter of its own, which holds back 3 ms; soxr, which does the rest, works in
    blocks and holds back up to 40 ms. That is too long between a mouth and an answer.
    """

    def __init__(self, from_hz: int, to_hz: int) -> None:
        self._rates = (from_hz, to_hz)
        self.reset()

    def reset(self) -> None:
        """Another stream begins; what was held back of the last one is dropped."""
        self._stream: Any = None
        self._decimator: Decimator | None = None
        from_hz, to_hz = self._rates
        if from_hz != to_hz and from_hz % to_hz == 0:
            self._decimator = Decimator(from_hz // to_hz)
        elif from_hz != to_hz:
            import soxr

            self._stream = soxr.ResampleStream(from_hz, to_hz, 1, dtype="float32", quality=QUALITY)

    @property
    def held_back(self) -> int | None:
        """How many samples of the result it always waits with; None where that varies."""
        if self._stream is not None:
            return None
        return 0 if self._decimator is None else REACH

    def feed(self, samples: Samples, *, last: bool = False) -> Samples:
        """The next samples; with `last` also those that the filter held back, after which it starts anew."""
        if self._decimator is not None:
            out = self._decimator.feed(samples, last=last)
        elif self._stream is not None:
            out = self._stream.resample_chunk(np.ascontiguousarray(samples), last=last)
        else:
            return samples
        if last:
            self.reset()
        return out


class Decimator:
    """Every `factor`-th sample of what a low pass leaves. The first sample that comes out is the first that went in."""

    def __init__(self, factor: int) -> None:
        self._factor = factor
        reach = REACH * factor
        at = np.arange(-reach, reach + 1)
        taps = np.sinc(at * CUT_OFF / factor) * np.kaiser(len(at), STEEPNESS)
        self._taps: Samples = (taps / taps.sum()).astype(np.float32)
        self._phases = [np.ascontiguousarray(self._taps[phase::factor]) for phase in range(factor)]
        self._kept: Samples = np.zeros(reach, dtype=np.float32)

    def feed(self, samples: Samples, *, last: bool = False) -> Samples:
        """The next samples; with `last` as if silence followed."""
        parts = [self._kept, samples]
        if last:
            parts.append(np.zeros(REACH * self._factor, dtype=np.float32))
        waiting = np.concatenate(parts)
        ready = (len(waiting) - len(self._taps)) // self._factor + 1
        if ready <= 0:
            self._kept = waiting
            return waiting[:0]
        # A phase at a time: the samples between those that come out are never computed.
        out: Samples = np.zeros(ready, dtype=np.float32)
        for phase in range(self._factor):
            taps = self._phases[phase]
            part = np.ascontiguousarray(waiting[phase :: self._factor][: ready + len(taps) - 1])
            out += np.correlate(part, taps, "valid")
        self._kept = waiting[ready * self._factor :]
        return out


def mono(block: Block) -> Samples:
    """The mean of all channels."""
    if block.ndim == 1:
        return block
    if block.shape[1] == 1:
        return block[:, 0]
    mean: Samples = block.mean(axis=1, dtype=np.float32)
    return mean
