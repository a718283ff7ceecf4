"""Text that came out of silence or noise: recognisers always write something. Here it is told from what was said.

Four witnesses: the recogniser's own doubt, the voice detector, the loudness, and the text itself (loops, phrases of
subtitles). None of them drops words alone where the others are sure.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Literal, TypeAlias

from models.speech.engines import Segment

Dropped: TypeAlias = Literal["", "silence", "noise", "repetition", "too_short"]

NO_SPEECH = 0.6
"""The recogniser says itself that nobody spoke. The small Whisper of the tests: 0.93 and more for silence, hiss, hum
and fans, at most 0.06 for 150 phrases; but 0.0 for typing, clicks and breath, which only the detector tells."""

_SURE_VOICED_S = 0.5
_SURE_SHARE = 0.4
_SURE_LOG_PROBABILITY = -0.5
"""Where the detector heard so much speech and the text is this likely, the recogniser's doubt does not count."""

_LEAST_VOICED_S = 0.1
"""Four frames of the detector; the shortest “no” of 12 voices at the highest speed has seven."""

_LEAST_S = 0.2
_QUIETEST_DB = -62.0
"""The loudest 32 ms: below it is the hiss of a microphone, not somebody."""

_UNLIKELY = -1.0
_LOOPED_RATIO = 2.4
"""gzip's ratio; Whisper's authors use the same. Only for texts long enough to have one."""

_LOOPED_LETTERS = 60
_MOST_IN_A_ROW = (0, 8, 4, 4, 3, 3, 3, 3, 3)
"""So often may one word, two words, … follow themselves: people do say “no, no, no, no”."""

_LOOPED_SHARE = 0.6
_WORDS_PER_S = 7.0
_LETTERS_PER_S_UNSPACED = 14.0
_WORDS_AT_LEAST = 3

_PHANTOM_NO_SPEECH = 0.2
_PHANTOM_VOICED_S = 0.25
_PHANTOM_SHARE = 0.15
_PHANTOM_LOG_PROBABILITY = -0.8

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What else is known of a sound. `voiced_s` is None where no detector listened."""

    duration_s: float
    loudest_db: float = 0.0
    voiced_s: float | None = None

    @property
    def share(self) -> float:
        """How much of it was speech; 1 where nobody knows."""
        return 1.0 if self.voiced_s is None else self.voiced_s / max(self.duration_s, 1e-6)


def why_unheard(evidence: Evidence) -> Dropped:
    """Why this sound need not be recognised at all; empty: it should be."""
    if evidence.duration_s < _LEAST_S:
        return "too_short"
    if evidence.loudest_db < _QUIETEST_DB or evidence.voiced_s == 0:
        return "silence"
    if evidence.voiced_s is not None and evidence.voiced_s < _LEAST_VOICED_S:
        return "too_short"
    return ""


def what_was_said(
    segments: Sequence[Segment], evidence: Evidence, language: str
) -> tuple[tuple[Segment, ...], Dropped]:
    """The segments that somebody really said, loops cut short; and, where none is left, why."""
    if why := why_unheard(evidence):
        return (), why
    kept: list[Segment] = []
    why = "silence"
    for segment in segments:
        reason, text = _judged(segment, evidence, language)
        if reason:
            why = reason
        elif text:
            kept.append(segment if text == segment.text else replace(segment, text=text, words=()))
    return tuple(kept), "" if kept else why


def _judged(segment: Segment, evidence: Evidence, language: str) -> tuple[Dropped, str]:
    words = _WORD.findall(segment.text)
    if not words:
        return "silence", ""
    sure = (
        evidence.voiced_s is not None
        and evidence.voiced_s >= _SURE_VOICED_S
        and evidence.share >= _SURE_SHARE
        and segment.average_log_probability > _SURE_LOG_PROBABILITY
    )
    if segment.no_speech_probability > NO_SPEECH and not sure:
        return "silence", ""
    if segment.average_log_probability < _UNLIKELY and evidence.share < _SURE_SHARE:
        return "noise", ""
    text, looped = _without_loop(segment.text)
    if looped > _LOOPED_SHARE or (looped == 0 and _is_dense(segment)):
        return "repetition", ""
    if not looped and _is_too_much(words, segment.text, evidence):
        return "noise", ""
    if _is_phantom(segment, evidence, language):
        return "noise", ""
    return "", text


def _is_dense(segment: Segment) -> bool:
    return segment.compression_ratio > _LOOPED_RATIO and len(segment.text) > _LOOPED_LETTERS


def _is_too_much(words: Sequence[str], text: str, evidence: Evidence) -> bool:
    """More words than anybody could have said in that time."""
    if evidence.voiced_s is None:
        return False
    if unspaced := len(_UNSPACED.findall(text)):
        return unspaced > _WORDS_AT_LEAST * 2 + _LETTERS_PER_S_UNSPACED * evidence.voiced_s
    return len(words) > _WORDS_AT_LEAST + _WORDS_PER_S * evidence.voiced_s


def _is_phantom(segment: Segment, evidence: Evidence, language: str) -> bool:
    if " ".join(_WORD.findall(segment.text.casefold())) not in _phantoms(language):
        return False
    weak_detector = evidence.voiced_s is not None and (
        evidence.voiced_s < _PHANTOM_VOICED_S or evidence.share < _PHANTOM_SHARE
    )
    return (
        weak_detector
        or segment.no_speech_probability > _PHANTOM_NO_SPEECH
        or segment.average_log_probability < _PHANTOM_LOG_PROBABILITY
    )


def _without_loop(text: str) -> tuple[str, float]:
    """`text` up to the end of the first round of a loop, and how much of its words the loop was (0: there is none)."""
    found = list(_WORD.finditer(text))
    units = [match[0].casefold() for match in found]
    if len(units) == 1 and len(_UNSPACED.findall(text)) > 1:
        found = list(re.finditer(r"\w", text))
        units = [match[0] for match in found]
    for length in range(1, len(_MOST_IN_A_ROW)):
        for at in range(len(units) - length * _MOST_IN_A_ROW[length]):
            rounds = 1
            while units[at + rounds * length : at + (rounds + 1) * length] == units[at : at + length]:
                rounds += 1
            if rounds > _MOST_IN_A_ROW[length]:
                end = found[at + length - 1].end()
                end += len(text[end:]) - len(text[end:].lstrip(".!?。！？"))
                return text[:end], rounds * length / len(units)
    return text, 0.0


@cache
def _phantoms(language: str) -> frozenset[str]:
    table = tomllib.loads((files("assets") / "voice" / "phantom_phrases.toml").read_text("utf-8"))
    wanted = [language] if language in table else list(table)
    return frozenset(phrase.casefold() for name in wanted for phrase in table[name])
