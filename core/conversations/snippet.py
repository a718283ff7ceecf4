"""A short piece of a message around what was found, and where in it: ranges of characters, no markup.

Made here rather than by the index's own `snippet`, which stops at a NUL, marks its hits inside of the text, and reads
every winner twice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from core.conversations.search_query import folded

SNIPPET_CHARACTERS = 180
_BEFORE_HIT = 50
_SLICE = 20_000
_OVERLAP = 200
_HITS_LOOKED_AT = 60


@dataclass(frozen=True, slots=True)
class Snippet:
    """One line of text; `highlights` are (start, end) in characters of `text`."""

    text: str
    highlights: tuple[tuple[int, int], ...]


def snippet(text: str, pattern: re.Pattern[str]) -> Snippet:
    """The window of `text` that holds the most different hits of `pattern`; its beginning when there are none."""
    hits = _hits(text, pattern)
    start = _window_start(text, hits)
    end = _word_end(text, min(len(text), start + SNIPPET_CHARACTERS))
    lead, tail = ("…" if start > 0 else ""), ("…" if end < len(text) else "")
    shown = lead + _one_line(text[start:end]) + tail
    shift = len(lead) - start
    inside = tuple((first + shift, min(last, end) + shift) for first, last, _ in hits if start <= first < end)
    return Snippet(shown, inside)


def _hits(text: str, pattern: re.Pattern[str]) -> list[tuple[int, int, str]]:
    """(start, end, what) of the first hits; reads on slice by slice until there are some."""
    for offset in range(0, max(len(text), 1), _SLICE - _OVERLAP):
        part = folded(text[offset : offset + _SLICE])
        found: list[tuple[int, int, str]] = []
        for hit in pattern.finditer(part):
            found.append((offset + hit.start(), offset + hit.end(), hit.group()))
            if len(found) == _HITS_LOOKED_AT:
                break
        if found:
            return found
    return []


def _window_start(text: str, hits: list[tuple[int, int, str]]) -> int:
    if not hits or len(text) <= SNIPPET_CHARACTERS:
        return 0
    best, best_score = hits[0][0], 0
    for first, _, _ in hits:
        window = [
            what for start, end, what in hits if first <= start and end <= first + SNIPPET_CHARACTERS - _BEFORE_HIT
        ]
        score = len(set(window)) * 100 + len(window)
        if score > best_score:
            best, best_score = first, score
    wanted = min(best - _BEFORE_HIT, len(text) - SNIPPET_CHARACTERS)
    return _word_start(text, wanted, best) if wanted > 0 else 0


def _word_start(text: str, wanted: int, hit: int) -> int:
    """The first beginning of a word from `wanted` on, before the hit."""
    for at in range(wanted, min(hit, wanted + 20)):
        if text[at - 1].isspace():
            return at
    return wanted


def _word_end(text: str, end: int) -> int:
    """Back to the end of a word, but not by more than twenty characters."""
    if end == len(text):
        return end
    for at in range(end, end - 20, -1):
        if text[at].isspace():
            return at
    return end


def _one_line(text: str) -> str:
    return "".join(" " if character.isspace() or character < " " else character for character in text)
