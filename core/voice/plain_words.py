"""What was heard, as plain words to compare: no case, no punctuation, kana instead of what can be written otherwise."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*", re.UNICODE)
_KATAKANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}
_UNSPACED = frozenset({"ja", "zh", "th"})


@dataclass(frozen=True, slots=True)
class PlainWord:
    """One word and where it stood in the text it came from (`start` to `end`, in characters)."""

    text: str
    start: int
    end: int


def plain_words(text: str) -> tuple[PlainWord, ...]:
    """The words of `text`, lower case, in their order."""
    return tuple(PlainWord(_plain(found[0]), found.start(), found.end()) for found in _WORD.finditer(text))


def plain(text: str, language: str, readings: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """The units that a text of `language` is compared by: words, or single kana where words are not set apart.

    `readings` says how kanji are read; the longest that fits counts.
    """
    if language not in _UNSPACED:
        return tuple(word.text for word in plain_words(text))
    return tuple(_kana("".join(word.text for word in plain_words(text)), readings or {}))


def joined(units: tuple[str, ...], language: str) -> str:
    """The units as one text again."""
    return ("" if language in _UNSPACED else " ").join(units)


def is_spaced(language: str) -> bool:
    """Whether words of `language` are set apart by spaces."""
    return language not in _UNSPACED


def _plain(word: str) -> str:
    return unicodedata.normalize("NFKC", word).casefold().replace("’", "'").replace("ß", "ss")


def _kana(text: str, readings: Mapping[str, str]) -> str:
    longest = max((len(name) for name in readings), default=0)
    read: list[str] = []
    at = 0
    while at < len(text):
        for size in range(longest, 0, -1):
            reading = readings.get(text[at : at + size])
            if reading is not None:
                read.append(reading)
                at += size
                break
        else:
            read.append(text[at])
            at += 1
    return "".join(read).translate(_KATAKANA)
