"""Finds words in texts the way people expect: case and accents of typing do not matter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """Where a word was found: which block, from which character to which."""

    block: int
    start: int
    end: int


@lru_cache(maxsize=8)
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(r"\s+".join(re.escape(word) for word in words.split()), re.IGNORECASE)


def places_in(texts: Sequence[str], words: str) -> list[FoundPlace]:
    """All places where `words` stand, in order; nothing for empty words."""
    if not words.strip():
        return []
    pattern = _pattern(words.strip())
    return [
        FoundPlace(number, match.start(), match.end())
        for number, text in enumerate(texts)
        for match in pattern.finditer(text)
    ]


def holds(text: str, words: str) -> bool:
    """Whether `words` stand somewhere in `text`."""
    return bool(words.strip()) and _pattern(words.strip()).search(text) is not None


def word_around(text: str, offset: int) -> tuple[int, int]:
    """The word at `offset`; a single sign when there is none."""
    for match in re.finditer(r"\w+(?:['’]\w+)*", text[max(0, offset - 200) : offset + 200]):
        shift = max(0, offset - 200)
        if match.start() + shift <= offset <= match.end() + shift:
            return match.start() + shift, match.end() + shift
    return min(offset, max(0, len(text) - 1)), min(offset + 1, len(text))
