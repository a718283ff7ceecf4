"""How like one sound is to another, wherever it lies in it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from models.speech.engines import Samples


@dataclass(frozen=True, slots=True)
class Likeness:
    """The best match: normalised correlation (1.0: the same but for loudness) and where it begins, in samples."""

    correlation: float
    offset: int


def likeness(heard: Samples, said: Samples) -> Likeness:
    """Find `said` in `heard` (one rate). The whole of `said` counts: what is missing or cut lowers the figure."""
    size = len(heard) + len(said)
    length = 1 << (size - 1).bit_length()
    spectrum = np.fft.rfft(heard.astype(np.float64), length) * np.conj(np.fft.rfft(said.astype(np.float64), length))
    products = np.fft.irfft(spectrum, length)
    products = np.concatenate([products[length - len(said) + 1 :], products[: len(heard)]])
    energy = np.concatenate([[0.0], np.cumsum(np.pad(heard.astype(np.float64) ** 2, len(said)))])
    windows = energy[len(said) :] - energy[: -len(said)]
    windows = windows[1 : len(products) + 1]
    norm = np.sqrt(np.maximum(windows, 1e-12) * max(float(np.sum(said.astype(np.float64) ** 2)), 1e-12))
    best = int(np.argmax(products / norm))
    return Likeness(float(products[best] / norm[best]), best - len(said) + 1)
