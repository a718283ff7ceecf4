"""Whether anything is heard that a person could be: asked of each frame before the voice detector is.

A quiet room is quiet in every band, always as much. The floor of each of six bands is followed: down within half a
second, up by 6 dB a second at most, and not at all while somebody speaks. What lies above the floor in one band opens
the gate. A door or a key on the keyboard hardly moves the floor; a fan that starts does, within seconds; hum below
100 Hz does not count.

The gate does not decide what is speech: it only lets the detector sleep. Frames before its opening are given to the
detector as well, so a beginning is as early as it would be without a gate.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from models.speech.engines import FRAME_SAMPLES, Samples

LEARNING_FRAMES: Final = 63
"""The first two seconds it is open."""
HOLD_FRAMES: Final = 16
"""It stays open for half a second."""
ABOVE: Final = 2.5
"""4 dB above the floor, in the mean of about six frames, one band of six."""

_BANDS: Final = (3, 10, 21, 41, 81, 145)
"""First lines of the bands, each 31 Hz: 94, 313, 656, 1281, 2531 and 4531 Hz."""
_SMOOTH: Final = 0.3
_LEARN: Final = 1 / 63
"""The floor follows within two seconds …"""
_MOST: Final = 4.0
"""… what is at most four times as much, so that a bang counts as little as a word."""
_FALLS: Final = 2.0
"""It never stands at more than twice what was heard in the last fifth of a second."""
_LEAST: Final = (2e-5 * FRAME_SAMPLES) ** 2 / 8
"""Power of a band, at −94 dB: exact silence, which some microphones give, is no floor to be measured by."""
_WINDOW: Final = np.hanning(FRAME_SAMPLES).astype(np.float32)


class QuietGate:
    """For one stream of frames. A frame takes 25 µs, the detector 300 (busy EPYC core)."""

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Another stream begins."""
        self._floor: NDArray[np.float32] = np.full(len(_BANDS), np.inf, dtype=np.float32)
        self._mean: NDArray[np.float32] | None = None
        self._now = self._floor
        self._open_for = LEARNING_FRAMES

    def opens(self, frame: Samples) -> bool:
        """Whether this frame must be looked at. Call `heard` after it."""
        lines = np.fft.rfft(frame * _WINDOW)
        self._now = np.add.reduceat(lines.real**2 + lines.imag**2, _BANDS)
        if self._mean is None:
            self._mean = self._now
        self._mean = self._mean + _SMOOTH * (self._now - self._mean)
        self._floor = np.maximum(np.minimum(self._floor, _FALLS * self._mean), _LEAST)
        if (self._mean > ABOVE * self._floor).any():
            self._open_for = max(self._open_for, HOLD_FRAMES)
        elif self._open_for:
            self._open_for -= 1
        return self._open_for > 0

    def heard(self, *, speech: bool) -> None:
        """What the detector said of the frame; no speech where it was not asked."""
        if not speech:
            self._floor += _LEARN * (np.minimum(self._now, _MOST * self._floor) - self._floor)
