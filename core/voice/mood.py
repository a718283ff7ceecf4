"""A guess at the owner's mood from how and what was said, against how they usually speak. Off until switched on.

It is only ever used to soften or shorten an answer, and says nothing unless an utterance stands clearly apart: a
neighbour's habit of speaking is no mood, so everything is measured against a baseline of the same speaker, kept in
memory only and forgotten with the session.
"""

from __future__ import annotations

import math
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, Literal, TypeAlias

from core.voice.plain_words import plain_words
from core.voice.prosody import SILENT, Prosody, prosody

__all__ = ["FEWEST_UTTERANCES", "SILENT", "Baseline", "Mood", "Prosody", "hint_for_prompt", "mood_of", "prosody"]

Mood: TypeAlias = Literal["", "calm", "cheerful", "tense", "tired", "hurried"]

FEWEST_UTTERANCES: Final = 5
"""So many utterances make a baseline; before that there is no mood."""

_FEWEST_VOICED_S = 0.35
_WEIGHT_OF_NEW = 0.1
"""After ten utterances the baseline forgets with this share, so that it follows a cold or another microphone."""

# How much a speaker varies without any mood: standard deviations never count as less. Pitch and range in semitones,
# loudness in dB, pace in syllables a second. Set so that the steady utterances of tests/core/voice/test_mood.py
# (three voices, sentences that differ) give no mood at all.
_LEAST_DEVIATION = {"pitch": 1.2, "range": 1.8, "energy": 2.5, "pace": 0.55}

_HINTS: Final[dict[Mood, str]] = {
    "": "",
    "calm": "The user sounds calm; an unhurried answer is fine.",
    "cheerful": "The user sounds cheerful; a warm tone is welcome.",
    "tense": "The user sounds tense; answer gently, shortly and to the point.",
    "tired": "The user sounds tired; keep the answer short and gentle.",
    "hurried": "The user seems to be in a hurry; answer as shortly as possible.",
}


@dataclass(frozen=True, slots=True)
class Apart:
    """How far an utterance stands from the baseline, each in standard deviations."""

    pitch: float
    range: float
    energy: float
    pace: float


class Baseline:
    """How this speaker usually sounds: running mean and deviation of each measure. In memory only."""

    def __init__(self) -> None:
        self._mean: dict[str, float] = {}
        self._variance: dict[str, float] = {}
        self._count = 0

    @property
    def utterances(self) -> int:
        """How many utterances it knows."""
        return self._count

    @property
    def is_ready(self) -> bool:
        """Whether it knows enough to tell what is unusual."""
        return self._count >= FEWEST_UTTERANCES

    def add(self, heard: Prosody) -> None:
        """Take one utterance in, after `mood_of` was asked about it. One with hardly any voice is left out."""
        if heard.voiced_s < _FEWEST_VOICED_S:
            return
        self._count += 1
        weight = max(1.0 / self._count, _WEIGHT_OF_NEW)
        for name, value in _measures(heard).items():
            off = value - self._mean.get(name, value)
            self._mean[name] = self._mean.get(name, value) + weight * off
            self._variance[name] = (1 - weight) * (self._variance.get(name, 0.0) + weight * off * off)

    def apart(self, heard: Prosody) -> Apart:
        """How far `heard` stands apart; all zero while there is no baseline."""
        if not self.is_ready or heard.voiced_s < _FEWEST_VOICED_S:
            return Apart(0.0, 0.0, 0.0, 0.0)
        measures = _measures(heard)
        return Apart(**{name: self._deviations(name, value) for name, value in measures.items()})

    def _deviations(self, name: str, value: float) -> float:
        deviation = max(math.sqrt(self._variance[name]), _LEAST_DEVIATION[name])
        return (value - self._mean[name]) / deviation


def mood_of(heard: Prosody, baseline: Baseline, text: str = "") -> Mood:
    """The mood of one utterance, mostly empty. Words alone never make one, and neither does a single measure."""
    apart = baseline.apart(heard)
    words = _word_moods(text)

    def is_said(mood: Mood) -> float:
        return 1.0 if mood in words else 0.0

    scores: dict[Mood, float] = {
        "hurried": _least(apart.pace - 0.5, 1.0 + max(apart.energy, apart.pitch)) + is_said("hurried"),
        "tense": _least(apart.pitch, apart.energy + 0.3, 2.5 - abs(apart.pace)) + is_said("tense"),
        "cheerful": _least(apart.range - 0.3, apart.pitch + 0.5, apart.energy + 1.2) + is_said("cheerful"),
        "tired": _least(-apart.pace, -apart.energy, 0.8 - apart.pitch) + is_said("tired"),
        "calm": _least(-apart.pace - 0.3, 1.0 - apart.range, 1.4 - abs(apart.energy), 1.4 - abs(apart.pitch)),
    }
    moved = max(abs(apart.pitch), abs(apart.range), abs(apart.energy), abs(apart.pace)) >= _MOVED
    mood = max(scores, key=lambda each: scores[each])
    return mood if moved and scores[mood] >= _CLEARLY else ""


_MOVED = 1.0
"""Something of the voice must stand apart by so many deviations, whatever the words are."""
_CLEARLY = 1.2
"""Least score: two measures both this far apart, or less of it with words that go with the mood."""


def hint_for_prompt(mood: Mood) -> str:
    """One short sentence for the model's instructions, only to soften or shorten; empty where there is no mood."""
    return _HINTS[mood]


def _least(*shares: float) -> float:
    return min(shares)


def _measures(heard: Prosody) -> dict[str, float]:
    return {
        "pitch": 12 * math.log2(max(heard.pitch_hz, 1.0)),
        "range": heard.pitch_range,
        "energy": heard.energy_db,
        "pace": heard.pace,
    }


def _word_moods(text: str) -> frozenset[Mood]:
    """Moods whose words are in `text`, in any of the languages."""
    spaced = f" {' '.join(word.text for word in plain_words(text))} "
    return frozenset(
        mood
        for language, moods in _lexicon().items()
        for mood, phrases in moods
        if any((phrase if language == "ja" else f" {phrase} ") in spaced for phrase in phrases)
    )


@cache
def _lexicon() -> dict[str, list[tuple[Mood, list[str]]]]:
    data = tomllib.loads((files("assets") / "voice" / "mood.toml").read_text(encoding="utf-8"))
    return {language: list(moods.items()) for language, moods in data.items()}
