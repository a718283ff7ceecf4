"""What is to be played, between the loop that fills it and the loudspeaker's thread that empties it.

Counts samples, so that it is known what was really heard: what the device took, less what is still on its way. Volume,
ducking and pause are ramps: nothing clicks.
"""

from __future__ import annotations

import math
import threading
from collections import deque
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from core.voice.resampling import Resampler
from core.voice.ring_buffer import RingBuffer
from models.speech.engines import RATE_HZ, Samples

RAMP_S = 0.01
"""From one loudness to another: too short to be noticed as slow, too long to be heard as a click."""
REFERENCE_S = 2.0


class Position(NamedTuple):
    """How much of what is marked `tag` was heard, in samples at the rate it was given in. Nothing played: None, 0."""

    tag: object
    samples: int


NOWHERE = Position(None, 0)


@dataclass(slots=True)
class _Mark:
    """Where a piece lies: from `start`, `length` samples of the device, are `samples` of the tag from `offset`."""

    tag: object
    start: int
    length: int
    offset: int
    samples: int


class PlayQueue:
    """Sound at one rate. `pull` belongs to the device, the rest to the loop; a lock is held for microseconds."""

    def __init__(self, rate_hz: int) -> None:
        self.rate_hz = rate_hz
        self.latency_s = 0.0
        self.volume = 1.0
        self.duck = 1.0
        self.is_paused = False
        self.dry_runs = 0
        self.reference = RingBuffer(int(rate_hz * REFERENCE_S))
        self._lock = threading.Lock()
        self._pieces: deque[Samples] = deque()
        self._marks: deque[_Mark] = deque()
        self._gain = 1.0
        self._put = 0
        self._taken = 0
        self._silent = 0
        self._was_heard = 0
        self._more_comes = False

    # ---- the loop's side --------------------------------------------------------------------------------------------

    def mark(self, tag: object, samples: int, *, rate_hz: int) -> None:
        """`samples` of `tag`, given at `rate_hz`, follow what was marked before. Before its sound is put."""
        with self._lock:
            last = self._marks[-1] if self._marks else None
            start = last.start + last.length if last is not None else self._put
            offset = last.offset + last.samples if last is not None and last.tag == tag else 0
            length = round(samples * self.rate_hz / rate_hz)
            self._marks.append(_Mark(tag, start, length, offset, samples))

    def put(self, samples: Samples, *, more_comes: bool = False) -> None:
        """Sound at the queue's rate. Running dry where `more_comes` is counted: the loop was too slow."""
        with self._lock:
            if len(samples):
                self._pieces.append(samples)
                self._put += len(samples)
            self._more_comes = more_comes

    def position(self) -> Position:
        """What is heard at this moment."""
        with self._lock:
            heard = self._heard()
            while len(self._marks) > 1 and heard >= self._marks[1].start:
                self._marks.popleft()
            if not self._marks:
                return NOWHERE
            mark = self._marks[0]
            share = min(1.0, max(0.0, (heard - mark.start) / max(1, mark.length)))
            return Position(mark.tag, mark.offset + round(share * mark.samples))

    def clear(self) -> None:
        """Nothing more is played; positions begin anew."""
        with self._lock:
            self._pieces.clear()
            self._marks.clear()
            self._put = self._was_heard = self._taken
            self._more_comes = False

    @property
    def waiting_s(self) -> float:
        """How long what the device has not taken yet will last."""
        return (self._put - self._taken) / self.rate_hz

    @property
    def is_heard(self) -> bool:
        """Whether everything was heard that was put in."""
        with self._lock:
            return not self._pieces and self._heard() >= self._put

    def restarted(self) -> None:
        """The device was closed: what was on its way is not heard any more, and not waited for."""
        with self._lock:
            self._silent = int(self.latency_s * self.rate_hz) + 1

    def change_rate(self, rate_hz: int) -> None:
        """Another device runs at another rate: what is left is resampled, and positions stay true."""
        with self._lock:
            if rate_hz == self.rate_hz:
                return
            factor = rate_hz / self.rate_hz
            rest = np.concatenate(self._pieces) if self._pieces else np.zeros(0, dtype=np.float32)
            if len(rest):
                rest = Resampler(self.rate_hz, rate_hz).feed(rest, last=True)
            self._pieces = deque([rest] if len(rest) else [])
            for mark in self._marks:
                mark.start, mark.length = round(mark.start * factor), round(mark.length * factor)
            self._taken = round(self._taken * factor)
            self._was_heard = min(self._taken, round(self._was_heard * factor))
            self._put = self._taken + len(rest)
            self.rate_hz = rate_hz
            self.reference = RingBuffer(int(rate_hz * REFERENCE_S))

    def _heard(self) -> int:
        on_its_way = max(0, int(self.latency_s * self.rate_hz) - self._silent)
        self._was_heard = max(self._was_heard, self._taken - on_its_way)
        return self._was_heard

    # ---- the device's side ------------------------------------------------------------------------------------------

    def pull(self, count: int) -> Samples:
        """The next `count` samples as they are to be heard; silence where there are none. Never raises, never waits."""
        out = np.zeros(count, dtype=np.float32)
        with self._lock:
            target = 0.0 if self.is_paused else self.volume * self.duck
            # Held, only the ramp down to silence is still taken.
            wanted = min(count, math.ceil(self._gain * RAMP_S * self.rate_hz)) if self.is_paused else count
            filled = self._fill(out[:wanted])
            self._silent = count - filled if filled else self._silent + count
            if filled < wanted and self._more_comes:
                self.dry_runs += 1
                self._more_comes = False
            self._apply(out, target)
            self.reference.write(out[:, np.newaxis])
        return out

    def _fill(self, out: Samples) -> int:
        filled = 0
        while filled < len(out) and self._pieces:
            piece = self._pieces[0]
            size = min(len(piece), len(out) - filled)
            out[filled : filled + size] = piece[:size]
            filled += size
            if size == len(piece):
                self._pieces.popleft()
            else:
                self._pieces[0] = piece[size:]
        self._taken += filled
        return filled

    def _apply(self, out: Samples, target: float) -> None:
        """Loudness, from the present one to `target` at a steady pace; then hard limits, which devices have anyway."""
        if self._gain != target:
            pace = 1.0 / (RAMP_S * self.rate_hz)
            distance = target - self._gain
            steps = self._gain + np.sign(distance) * pace * np.arange(1, len(out) + 1, dtype=np.float32)
            gains = np.clip(steps, min(self._gain, target), max(self._gain, target))
            out *= gains
            self._gain = float(gains[-1]) if len(gains) else self._gain
        elif target != 1.0:
            out *= np.float32(target)
        np.clip(out, -1.0, 1.0, out=out)


class PlayedReference:
    """What the loudspeaker plays, at 16 kHz: the ear subtracts it from what it hears."""

    def __init__(self) -> None:
        self._queue: PlayQueue | None = None
        self._resampler: Resampler | None = None
        self._rate_hz = 0

    def follow(self, queue: PlayQueue) -> None:
        """Take it from this queue."""
        self._queue = queue

    def take(self) -> Samples:
        """Everything since the last time, mono at 16 kHz."""
        if self._queue is None:
            return np.zeros(0, dtype=np.float32)
        if self._resampler is None or self._rate_hz != self._queue.rate_hz:
            self._rate_hz = self._queue.rate_hz
            self._resampler = Resampler(self._rate_hz, RATE_HZ)
        return self._resampler.feed(self._queue.reference.take()[:, 0])
