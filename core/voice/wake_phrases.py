"""Wake phrases: any words the owner typed, found by their sound at the beginning of what somebody said.

The transcript comes from the smallest Whisper and spells a name as it likes (“Hey Heart.”, “Hay Hearth,”), so
beginnings of the transcript are compared with the phrase as phonemes, word by word longer. The rest is handed back as
it was.
A phrase said alone may differ more than one with something after it: ordinary speech rarely ends there.
A beginning that sounds more like something people say all the time (“hey, how are …”) is not taken for the phrase.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, Literal, TypeAlias

from core.voice.likeness import Sound, distance, sound_of, worst_word
from core.voice.plain_words import PlainWord, is_spaced, plain, plain_words
from core.voice.spoken_commands import SpokenCommands

# Measured with tests/peers/wake_scores.py (110 mishearings of six phrases, 15,900 other sentences): with these shares
# 94.5 of 100 are found and four sentences are taken for a phrase, all made up to sound like one. At 0.26 and 0.20 it is
# 91 of 100; at 0.34 and 0.28 one more is found for nearly twice the false ones.
NEAR_ALONE: Final = 0.30
NEAR_WITH_REST: Final = 0.24
WORST_WORD: Final = 0.67
SHORT_SOUNDS: Final = 5
NEAR_SHORT: Final = 0.12
CLEAR_BY: Final = 0.05

_FEWEST_SOUNDS = 5
_FEWEST_SYLLABLES = 2
_VOWELS = frozenset("iɪyʏɨᵻeɛøœæaɑɒɐʌɶoɔɵɤuʊɯʉəɜɚɝɘɞ")
_MOST_SKIPPED = 2

RatingKind: TypeAlias = Literal["good", "empty", "unreadable", "command", "short", "common"]


@dataclass(frozen=True, slots=True)
class WakeMatch:
    """A phrase that was heard, as the owner typed it; `rest`: what was said after it, untouched; 1: exactly it."""

    phrase: str
    rest: str
    certainty: float = 1.0


@dataclass(frozen=True, slots=True)
class PhraseRating:
    """How well a phrase will do. `near` is what it sounds like (a command's name, or words that are said often).

    unreadable: it has signs whose sound is not known (kanji), and is found only where it is written the same way.
    """

    kind: RatingKind
    syllables: int
    near: str = ""


@dataclass(frozen=True, slots=True)
class Beginning:
    """The first words of a text, up to `end`, and how far in sound they are `off` a phrase."""

    phrase: str
    off: float
    end: int
    heard: Sound


@dataclass(frozen=True, slots=True)
class _Wanted:
    phrase: str
    language: str
    sound: Sound


class WakePhrases:
    """Listens to transcripts for the owner's phrases, each as it sounds in every one of `languages`."""

    def __init__(self, phrases: Sequence[str], languages: Sequence[str] = ("en",)) -> None:
        """`languages`: what the owner speaks, as ISO 639-1, the usual one first."""
        self._phrases = tuple(phrase for phrase in dict.fromkeys(phrases) if plain_words(phrase))
        self._languages = tuple(dict.fromkeys(languages)) or ("en",)
        self._wanted: tuple[_Wanted, ...] | None = None

    def warm(self) -> None:
        """Find out how the phrases sound. Computes: call it off the loop."""
        self._known()

    def spotted(self, text: str, language: str = "") -> WakeMatch | None:
        """The phrase that `text` begins with, or None. `language`: in which it was transcribed; empty: the usual."""
        heard_in = language or self._languages[0]
        best = self.nearest(text, heard_in)
        if best is None:
            return None
        if best.off > 0 and any(distance(said, best.heard) + CLEAR_BY < best.off for said in _common_sounds(heard_in)):
            return None
        return WakeMatch(best.phrase, _rest(text, best.end), round(1.0 - best.off, 3))

    def nearest(self, text: str, language: str) -> Beginning | None:
        """The beginning of `text` that is most like a phrase and like it enough, whatever else it is like."""
        best: Beginning | None = None
        for heard, end in _beginnings(text, language, max((len(each.sound) for each in self._known()), default=0)):
            alone = not plain_words(text[end:])
            for wanted in self._known():
                off = distance(wanted.sound, heard)
                if off > _near(wanted.sound, alone=alone) or worst_word(wanted.sound, heard) > WORST_WORD:
                    continue
                if best is None or off < best.off:
                    best = Beginning(wanted.phrase, off, end, heard)
        return best

    def _known(self) -> tuple[_Wanted, ...]:
        if self._wanted is None:
            self._wanted = tuple(
                _Wanted(phrase, language, sound)
                for phrase in self._phrases
                for language in _accents(self._languages)
                if len(sound := sound_of(plain(phrase, language), language)) > 1
            )
        return self._wanted


def _accents(languages: Sequence[str]) -> Iterator[str]:
    """The languages, and English without the r of “Hearth”, as half of its speakers say it."""
    yield from languages
    if "en" in languages:
        yield "en-gb"


def rate_phrase(phrase: str, language: str) -> PhraseRating:
    """What is to be expected of `phrase` said in `language`; for the settings page. Computes: call it off the loop."""
    sound = sound_of(plain(phrase, language), language)
    syllables = _syllables(sound)
    if not sound.exact:
        return PhraseRating("empty", 0)
    if sound.is_unread:
        return PhraseRating("unreadable", syllables)
    command = SpokenCommands((language,)).match(phrase, speaking=True, language=language)
    if command is not None:
        return PhraseRating("command", syllables, command.command)
    near = _said_often(phrase, language)
    if near:
        return PhraseRating("common", syllables, near)
    if len(sound) < _FEWEST_SOUNDS or syllables < _FEWEST_SYLLABLES:
        return PhraseRating("short", syllables)
    return PhraseRating("good", syllables)


def _said_often(phrase: str, language: str) -> str:
    """What is said all the time and would be taken for `phrase`, or empty."""
    spotter = WakePhrases((phrase,), (language,))
    own = plain(phrase, language)
    for said in _lists()["common"].get(language, ()):
        beginning = plain(said, language)[: len(own)] == own  # one is the beginning of the other
        if beginning or spotter.nearest(said, language) is not None:
            return said
    return ""


def _near(wanted: Sound, *, alone: bool) -> float:
    if len(wanted) < SHORT_SOUNDS:
        return NEAR_SHORT
    return NEAR_ALONE if alone else NEAR_WITH_REST


def _beginnings(text: str, language: str, sounds: int) -> Iterator[tuple[Sound, int]]:
    """Beginnings of `text` that may be a phrase of so many sounds, and where they end in it."""
    words = _pieces(text, language)
    skipped = 0
    while True:
        for count in range(1, len(words) - skipped + 1):
            part = words[skipped : skipped + count]
            heard = sound_of(plain(text[part[0].start : part[-1].end], language), language)
            yield heard, part[-1].end
            if len(heard) > 2 * sounds:
                break
        if skipped == _MOST_SKIPPED or skipped >= len(words) or words[skipped].text not in _skipped(language):
            return
        skipped += 1


def _pieces(text: str, language: str) -> list[PlainWord]:
    """Where a beginning may end: after words, or where they are not set apart, after any sign."""
    words = plain_words(text)
    if is_spaced(language):
        return list(words)
    return [
        PlainWord(text[at], at, at + 1)
        for word in words
        for at in range(word.start, word.end)
        if text[at + 1 : at + 2] not in ("ー", "ゃ", "ゅ", "ょ", "ャ", "ュ", "ョ")
    ]


def _rest(text: str, end: int) -> str:
    at = end
    while at < len(text) and not (text[at].isalnum() or text[at] in "¿¡“„«「『\"'([-+$€£#@"):
        at += 1
    return text[at:].rstrip()


def _syllables(sound: Sound) -> int:
    """Groups of vowels, which is near enough to tell “hey” from “hey Hearth”."""
    groups, inside = 0, False
    for sign in sound.exact:
        vowel = sign in _VOWELS
        groups += vowel and not inside
        inside = vowel
    return groups


@cache
def _common_sounds(language: str) -> tuple[Sound, ...]:
    said = (*_lists()["common"].get(language, ()), *_lists()["rivals"].get(language, ()))
    return tuple(dict.fromkeys(sound_of(plain(text, language), language) for text in said))


def _skipped(language: str) -> frozenset[str]:
    return frozenset(_lists()["skipped"].get(language, ()))


@cache
def _lists() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((files("assets") / "voice" / "wake.toml").read_text(encoding="utf-8"))
