"""Markers such as “[2]” in an answer: which passage each names, and which name none.

Code is not looked at (`row[1]` is no citation), nor are links. While an answer streams, what may still become code or a
link is held back, so that a citation which was shown once stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.knowledge.passage import Passage

# Nobody numbers more passages than this; a longer number in brackets is a year or a price.
_MOST_DIGITS = 3
_RANGE = 20

_MARKER = re.compile(r"[\[【［]([0-9０-９]{1,3}(?:\s*[,，、;–-]\s*[0-9０-９]{1,3})*)(?:†[^\]】]*)?[\]】］]")
_NUMBER = re.compile(r"([0-9０-９]{1,3})(?:\s*[–-]\s*([0-9０-９]{1,3}))?")
_FENCE = re.compile(r"^ {0,3}(?:>[ ]?)*(?:[-*+][ ]+|[0-9]{1,3}[.)][ ]+)?(`{3,}|~{3,})", re.MULTILINE)
_TICKS = re.compile(r"`+")
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n")


@dataclass(frozen=True, slots=True)
class Citation:
    """Characters `start` to `end` of the answer cite passage `number`; `passage` None: there is none, unsupported.

    Of a marker with several numbers (“[1, 3]”) each has its own place, without the brackets.
    """

    number: int
    passage: Passage | None
    start: int
    end: int


def cited(text: str, passages: Sequence[Passage], *, finished: bool = True) -> list[Citation]:
    """All citations in an answer whose passages were numbered from 1 in the order of `passages`.

    `finished` False for an answer that still grows: those found then are found in every longer text, too.
    """
    found: list[Citation] = []
    for start, end in _prose(text, finished=finished):
        for match in _MARKER.finditer(text, start, end):
            if _is_link(text, match.start(), match.end(), finished=finished):
                continue
            found += _numbers(match, passages)
    return found


def marked_numbers(text: str) -> Iterator[tuple[int, int, tuple[int, ...]]]:
    """Markers in a text without markup: (start, end, numbers) of each, whatever they name."""
    for match in _MARKER.finditer(text):
        if (
            text[match.end() : match.end() + 1] == ":"
            and not text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        ):
            continue  # the beginning of a list of sources
        yield match.start(), match.end(), tuple(citation.number for citation in _numbers(match, ()))


def unsupported(citations: Sequence[Citation]) -> list[int]:
    """Numbers that name no passage, each once."""
    return sorted({citation.number for citation in citations if citation.passage is None})


def _numbers(match: re.Match[str], passages: Sequence[Passage]) -> Iterator[Citation]:
    parts = list(_NUMBER.finditer(match.string, match.start(1), match.end(1)))
    alone = len(parts) == 1 and parts[0][2] is None
    for part in parts:
        first, last = int(part[1]), int(part[2] or part[1])
        start, end = (match.start(), match.end()) if alone else part.span()
        for number in range(first, min(last, first + _RANGE) + 1):
            passage = passages[number - 1] if 1 <= number <= len(passages) else None
            yield Citation(number, passage, start, end)


def _is_link(text: str, start: int, end: int, *, finished: bool) -> bool:
    """“[1](…)”, “[text][1]” of a reference link, “[1]: …” at the beginning of a line, “![1]” and “[^1]”."""
    after = text[end : end + 1]
    if not after and not finished:
        return True  # the next character tells
    if after == "(" or text[max(0, start - 1) : start] in ("!", "\\"):
        return True
    return after == ":" and not text[text.rfind("\n", 0, start) + 1 : start].strip()


def _prose(text: str, *, finished: bool) -> Iterator[tuple[int, int]]:
    """Stretches outside of code."""
    stretches = list(_outside_fences(text, finished=finished))
    for start, end in stretches:
        grows = not finished and (start, end) == stretches[-1]
        yield from _outside_ticks(text, start, end, grows=grows)


def _outside_fences(text: str, *, finished: bool) -> Iterator[tuple[int, int]]:
    at = 0
    opening = _FENCE.search(text)
    while opening is not None:
        yield at, opening.start()
        mark = re.escape(opening[1][0])
        closing = re.compile(rf"^ {{0,3}}(?:>[ ]?)*[ ]*{mark}{{{len(opening[1])},}}[ \t]*$", re.MULTILINE)
        line_end = text.find("\n", opening.end())
        closed = closing.search(text, line_end + 1) if line_end >= 0 else None
        if closed is None:
            return
        at = closed.end()
        opening = _FENCE.search(text, at)
    yield at, len(text) if finished else _settled(text, at)


def _settled(text: str, start: int) -> int:
    """Up to where a growing text cannot become a fence any more: a last line of ticks or spaces may."""
    line = text.rfind("\n", start) + 1 or start
    return line if not text[line:].strip(" \t`~>-*+0123456789.)") else len(text)


def _outside_ticks(text: str, start: int, end: int, *, grows: bool) -> Iterator[tuple[int, int]]:
    """Inline code lies between two runs of as many ticks in one paragraph; a run without its second is text."""
    at = paragraph_end = start
    while (run := _TICKS.search(text, at, end)) is not None:
        if run.start() >= paragraph_end:
            border = _PARAGRAPH_END.search(text, run.end(), end)
            paragraph_end = end if border is None else border.start()
        second = re.compile(rf"(?<!`)`{{{len(run[0])}}}(?!`)").search(text, run.end(), paragraph_end)
        if second is not None:
            yield at, run.start()
            at = second.end()
        elif grows and paragraph_end == end:
            yield at, run.start()
            return  # its second run may still come
        else:
            yield at, run.end()
            at = run.end()
    yield at, end
