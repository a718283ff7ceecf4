"""Which full stops do not end a sentence: abbreviations as data, initials, series such as “z. B.”, ordinals."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

_SERIES: Final = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_WORD_BEFORE: Final = re.compile(r"[^\s(\[{\"'“„«»‘*_~/]+\Z")
ORDINAL_LANGUAGES: Final = frozenset(
    {"de", "da", "nb", "no", "fi", "cs", "sk", "pl", "hu", "hr", "sl", "is", "et", "lv"}
)
"""Where “3.” before a word is “third”: rules of orthography of these languages."""


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """Three kinds, in small letters and without their last full stop; `assets/voice/abbreviations.toml` says which."""

    never: frozenset[str]
    sometimes: frozenset[str]
    numbered: frozenset[str]


@cache
def known_abbreviations() -> Abbreviations:
    """Those of all languages together: answers mix languages."""
    told = tomllib.loads((files("assets") / "voice" / "abbreviations.toml").read_text(encoding="utf-8"))

    def of(kind: str) -> frozenset[str]:
        return frozenset(word for language in told.values() for word in language[kind])

    return Abbreviations(of("never"), of("sometimes"), of("numbered"))


def stop_ends_sentence(before: str, following: str, *, language: str, is_series: bool) -> bool:
    """Whether the full stop behind `before` (the sentence so far, without it) ends the sentence.

    `following` is the first character of the next word, `is_series` whether that word is one letter and a full stop.
    """
    if following.islower():
        return False
    match = _WORD_BEFORE.search(before)
    word = match.group() if match is not None else ""
    if word.isdigit():
        return not (len(word) <= 2 and language in ORDINAL_LANGUAGES)
    if len(word) == 1 and word.isalpha():
        return _single_letter_ends(word, before, is_series=is_series, language=language)
    return _word_ends(word.lower(), following)


def _single_letter_ends(letter: str, before: str, *, is_series: bool, language: str) -> bool:
    """An initial (“J. Smith”) and a series (“z. B. so”) go on; “so do I.” and “solve it for x.” do not."""
    if is_series:
        return False
    head = before[: -len(letter)].rstrip()
    if len(head) > 1 and head[-1] == "." and head[-2].isalpha() and (len(head) == 2 or not head[-3].isalpha()):
        return False
    if letter == "I" and language in ("", "en"):
        return len(head.split()) >= 2
    return letter.islower()


def _word_ends(word: str, following: str) -> bool:
    known = known_abbreviations()
    if word in known.never:
        return False
    if word in known.sometimes:
        return True  # what follows is no small letter
    return not _SERIES.fullmatch(word) and not (word in known.numbered and following.isdigit())
