"""How loud sound is, in decibels below full scale."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from models.speech.engines import Samples

SILENCE_DB = -120.0
CLIPPED_AT = 0.999
CLIPPED_SAMPLES = 3
"""One full sample is a click; a clipped voice has several."""


@dataclass(frozen=True, slots=True)
class Level:
    """Peak and mean of a short stretch, `SILENCE_DB` to 0; `clipped` where the microphone could not follow."""

    peak_db: float = SILENCE_DB
    rms_db: float = SILENCE_DB
    clipped: bool = False


def decibels(amplitude: float) -> float:
    """An amplitude between 0 and 1 below full scale."""
    return max(SILENCE_DB, 20.0 * math.log10(amplitude)) if amplitude > 0.0 else SILENCE_DB


def level_of(samples: Samples) -> Level:
    """The level of a stretch of sound."""
    if len(samples) == 0:
        return Level()
    sizes = np.abs(samples)
    rms = math.sqrt(float(np.dot(samples, samples)) / len(samples))
    clipped = int(np.count_nonzero(sizes >= CLIPPED_AT)) >= CLIPPED_SAMPLES
    return Level(decibels(float(sizes.max())), decibels(rms), clipped)
