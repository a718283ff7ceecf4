"""How something was said: pitch, its range, loudness and pace, out of the sound alone, in numpy.

Pitch: autocorrelation of a Hann-windowed frame divided by that of the window (P. Boersma, “Accurate short-term analysis
of the fundamental frequency and the harmonics-to-noise ratio of a sampled sound”, IFA Proceedings 17, 1993). Pace:
peaks of loudness in voiced speech with a dip of 2 dB before them, as nuclei of syllables (N. de Jong and T. Wempe,
“Praat script to detect syllable nuclei”, Behavior Research Methods 41, 2009).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from models.speech.engines import RATE_HZ, Samples

_FRAME = 640  # 40 ms: three periods of 75 Hz
_HOP = 160  # 10 ms
_LOWEST_HZ = 75
_HIGHEST_HZ = 500
_VOICED = 0.5
"""Least height of the peak; Boersma's 0.45 lets more of a noisy room through."""
_OCTAVE_COST = 0.02
"""By how much a peak an octave lower must be higher to be taken; Boersma's 0.01, doubled for 40 ms frames."""
_SPEECH_BELOW_PEAK_DB = 25.0
_DIP_DB = 2.0
_SMOOTHED = 5
"""Frames; 50 ms is shorter than any syllable."""
_LONGEST_S = 15.0
"""More of an utterance tells nothing new. Measured on a busy machine: 10 ms for 2.7 s of speech, 49 ms for 15 s."""


@dataclass(frozen=True, slots=True)
class Prosody:
    """One utterance: median pitch, its range in semitones (tenth to ninetieth hundredth), loudness of voiced sound in
    dB of full scale, syllables a second, and how long there was voice at all (0: nothing else is to be believed).
    """

    pitch_hz: float = 0.0
    pitch_range: float = 0.0
    energy_db: float = -120.0
    pace: float = 0.0
    voiced_s: float = 0.0


SILENT: Final = Prosody()


def prosody(samples: Samples) -> Prosody:
    """What `samples` (16 kHz) tell, `SILENT` where there is no voice. Computes: call it off the loop."""
    sound = np.asarray(samples, dtype=np.float32)[: int(_LONGEST_S * RATE_HZ)]
    if len(sound) < 2 * _FRAME:
        return SILENT
    frames = sliding_window_view(sound, _FRAME)[::_HOP]
    loudness_db = _loudness_db(frames)
    loud = loudness_db > max(float(np.percentile(loudness_db, 98)) - _SPEECH_BELOW_PEAK_DB, -70.0)
    pitch_hz = np.zeros(len(frames), dtype=np.float32)
    pitch_hz[loud] = _pitch_hz(frames[loud])
    voiced = pitch_hz > 0
    voiced_s = float(np.count_nonzero(voiced)) * _HOP / RATE_HZ
    if voiced_s < 0.2:
        return SILENT
    semitones = 12 * np.log2(pitch_hz[voiced])
    low, middle, high = (float(value) for value in np.percentile(semitones, (10, 50, 90)))
    return Prosody(
        pitch_hz=float(2 ** (middle / 12)),
        pitch_range=high - low,
        energy_db=float(10 * np.log10(np.mean(10 ** (loudness_db[voiced] / 10)))),
        pace=_pace(loudness_db, voiced, loud),
        voiced_s=voiced_s,
    )


def _loudness_db(frames: NDArray[np.float32]) -> NDArray[np.float64]:
    power = np.einsum("ij,ij->i", frames, frames, dtype=np.float64) / frames.shape[1]
    return np.asarray(10 * np.log10(power + 1e-12), dtype=np.float64)


def _pitch_hz(frames: NDArray[np.float32]) -> NDArray[np.float32]:
    """Pitch of each frame, 0 where it has none."""
    if not len(frames):
        return np.zeros(0, dtype=np.float32)
    window, of_window = _window()
    tapered = (frames - frames.mean(axis=1, keepdims=True)) * window
    size = 2 * _FRAME
    spectrum = np.fft.rfft(tapered, size)
    shifted = np.fft.irfft(spectrum.real**2 + spectrum.imag**2, size)[:, : RATE_HZ // _LOWEST_HZ + 2]
    likeness = shifted / np.maximum(shifted[:, :1], 1e-12) / of_window[: shifted.shape[1]]
    first = RATE_HZ // _HIGHEST_HZ
    lags = np.arange(shifted.shape[1])
    scored = likeness[:, first:-1] - _OCTAVE_COST * np.log2(_LOWEST_HZ * lags[first:-1] / RATE_HZ)
    peak = (likeness[:, first:-1] >= likeness[:, first - 1 : -2]) & (likeness[:, first:-1] > likeness[:, first + 1 :])
    best = np.argmax(np.where(peak, scored, -np.inf), axis=1) + first
    rows = np.arange(len(frames))
    before, at, after = likeness[rows, best - 1], likeness[rows, best], likeness[rows, best + 1]
    bend = before - 2 * at + after
    exact = best + np.where(np.abs(bend) > 1e-9, 0.5 * (before - after) / np.where(bend == 0, 1, bend), 0.0)
    found = (at > _VOICED) & peak[rows, best - first]
    return np.where(found, RATE_HZ / np.maximum(exact, 1.0), 0.0).astype(np.float32)


@cache
def _window() -> tuple[NDArray[np.float32], NDArray[np.float64]]:
    window = np.hanning(_FRAME)
    shifted = np.fft.irfft(np.abs(np.fft.rfft(window, 2 * _FRAME)) ** 2)[:_FRAME]
    return window.astype(np.float32), shifted / shifted[0]


def _pace(loudness_db: NDArray[np.float64], voiced: NDArray[np.bool_], loud: NDArray[np.bool_]) -> float:
    """Syllables a second between the first and the last sound of the utterance."""
    smooth = np.convolve(loudness_db, np.ones(_SMOOTHED) / _SMOOTHED, mode="same")
    tops = np.flatnonzero((smooth[1:-1] >= smooth[:-2]) & (smooth[1:-1] > smooth[2:])) + 1
    count, last = 0, -1
    for top in tops[voiced[tops]].tolist():
        if last < 0 or smooth[top] - smooth[last:top].min() >= _DIP_DB:
            count, last = count + 1, top
        elif smooth[top] > smooth[last]:
            last = top
    places = np.flatnonzero(loud)
    return float(count / max((places[-1] - places[0] + 1) * _HOP / RATE_HZ, 0.2))
