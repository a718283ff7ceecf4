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
_LONGEST_LINE = 2_000

# What Markdown writes around words: rules of tables and fences, marks at the beginning of a line, emphasis, links.
_MARKS = re.compile(
    r"(?m)^[ \t]*\|?[ \t]*:?-{3,}[-:| \t]*$"
    r"|^[ \t]*(?:```|~~~)[\w+-]*[ \t]*$"
    r"|^[ \t]{0,3}(?:\#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+(?=\S))"
    r"|`+|\*\*|(?<![\w*])\*(?=\w)|(?<=\w)\*(?![\w*])"
    r"|(?<=\])\([^()\s]{1,500}\)"
    r"|!?\[(?=[^\[\]\n]{1,300}\]\()|\](?=\()"
)
_TABLE_ROW = re.compile(r"(?m)^[ \t]*\|.*$")


@dataclass(frozen=True, slots=True)
class Snippet:
    """One line of text without the marks of Markdown; `highlights` are (start, end) in characters of `text`."""

    text: str
    highlights: tuple[tuple[int, int], ...]


def snippet(text: str, pattern: re.Pattern[str]) -> Snippet:
    """The window of `text` that holds the most different hits of `pattern`; its beginning when there are none."""
    hits = _hits(text, pattern)
    start = _window_start(text, hits)
    end = _word_end(text, min(len(text), start + SNIPPET_CHARACTERS))
    lead, tail = ("…" if start > 0 else ""), ("…" if end < len(text) else "")
    inside = [(first, min(last, end)) for first, last, _ in hits if start <= first < end]
    shown, places = _readable(text, start, end, inside)
    shift = len(lead)
    return Snippet(
        lead + shown + tail,
        tuple((places[first - start] + shift, places[last - start] + shift) for first, last in inside),
    )


def _readable(text: str, start: int, end: int, kept: list[tuple[int, int]]) -> tuple[str, list[int]]:
    """One line of words from `text[start:end]`, and where each of its characters went; hits stay whole."""
    line_start = text.rfind("\n", max(0, start - _LONGEST_LINE), start) + 1 or max(0, start - _LONGEST_LINE)
    line_end = text.find("\n", end, end + _LONGEST_LINE)
    line_end = min(len(text), end + _LONGEST_LINE) if line_end < 0 else line_end
    dropped = {at for mark in _MARKS.finditer(text, line_start, line_end) for at in range(*mark.span())}
    for row in _TABLE_ROW.finditer(text, line_start, line_end):
        dropped.update(at for at in range(*row.span()) if text[at] == "|")
    dropped.difference_update(at for first, last in kept for at in range(first, last))
    words: list[str] = []
    places: list[int] = []
    for at in range(start, end):
        places.append(len(words))
        character = " " if at in dropped or text[at].isspace() or text[at] < " " else text[at]
        glued = at in dropped and text[at] != "|"  # nothing stood between the words around it
        if glued or (character == " " and (not words or words[-1] == " ") and not _is_kept(at, kept)):
            continue
        words.append(character)
    places.append(len(words))
    return "".join(words), places


def _is_kept(at: int, kept: list[tuple[int, int]]) -> bool:
    return any(first <= at < last for first, last in kept)


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
