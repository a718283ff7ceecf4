"""A piece of an answer as sound that joins to its neighbours: natural silence behind it, no clicks at its edges."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from core.voice.sentences import Ending, Sentence
from models.speech.engines import Samples, Speech

PAUSE_S: Final[dict[Ending, float]] = {"clause": 0.04, "sentence": 0.12, "block": 0.25}
"""Silence behind a piece at usual speed. Voices add as much as they like (Piper's 0.05 to 0.4 s), so that is taken off
first."""
_LEAD_S: Final = 0.01
_KEPT_TAIL_S: Final = 0.03  # a fading “s” lies below the threshold
_FADE_S: Final = 0.004
_SILENCE: Final = 0.003
"""-50 dB of full scale; speech is brought to -20."""


@dataclass(frozen=True, slots=True, eq=False)
class SpokenSound:
    """`samples` at `rate_hz`, speech from `lead` on for `spoken` samples, silence behind; made at `speed`."""

    samples: Samples
    rate_hz: int
    lead: int
    spoken: int
    speed: float

    @property
    def duration_s(self) -> float:
        """With its silence."""
        return len(self.samples) / self.rate_hz

    def share_at(self, samples: int) -> float:
        """How much of the speech was heard after so many samples, 0 to 1."""
        return min(max((samples - self.lead) / max(self.spoken, 1), 0.0), 1.0)


def joined_sound(pieces: Sequence[Speech], ends: Ending, *, speed: float = 1.0) -> SpokenSound | None:
    """What a voice gave for one piece of text, ready to be played before the next one; None where there is no sound."""
    rate_hz = pieces[0].rate_hz if pieces else 0
    sound = np.concatenate([piece.samples for piece in pieces]) if pieces else np.zeros(0, np.float32)
    loud = np.flatnonzero(np.abs(sound) > _SILENCE)
    if len(loud) == 0:
        return None
    begin = max(int(loud[0]) - int(_LEAD_S * rate_hz), 0)
    end = min(int(loud[-1]) + 1 + int(_KEPT_TAIL_S * rate_hz), len(sound))
    silence = max(int(PAUSE_S[ends] / speed * rate_hz) - (end - int(loud[-1]) - 1), 0)
    samples = np.zeros(end - begin + silence, np.float32)
    samples[: end - begin] = sound[begin:end]
    fade = min(int(_FADE_S * rate_hz), (end - begin) // 2)
    ramp = np.linspace(0, 1, fade, endpoint=False, dtype=np.float32)
    samples[:fade] *= ramp
    samples[end - begin - fade : end - begin] *= ramp[::-1]
    return SpokenSound(samples, rate_hz, int(loud[0]) - begin, int(loud[-1]) + 1 - int(loud[0]), speed)


def heard_characters(sentence: Sentence, share: float) -> int:
    """Where in the answer one is after this share of a piece was heard, at the end of the last whole word."""
    if share >= 1.0:
        return sentence.end
    text = sentence.text
    at = int(share * len(text))
    while 0 < at < len(text) and _is_narrow(text[at - 1]) and _is_narrow(text[at]):
        at -= 1
    return sentence.start + len(text[:at].rstrip())


def _is_narrow(character: str) -> bool:
    """Part of a word whose letters belong together; of Chinese and Japanese each character can be heard by itself."""
    return character < "\u2e80" and (character.isalnum() or character in "'’-")
