"""What a line of a streamed answer is: text, heading, item of a list, code, table, formula, or nothing to be said.

Looks no further than it must: ordinary text is known by its first character, so that it can be spoken while the rest
of the line is still being written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

_INDENT: Final = re.compile(r"[ \t]*(?:>[ \t]*)*")
_RULE_MARKS: Final = frozenset("-*_=+|: \t")
_RULE: Final = re.compile(
    r"[ \t]*(?:[-*_=][ \t]*){3,}|[ \t]*=+[ \t]*|[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)+"
)
_NUMBER: Final = re.compile(r"\d{1,3}[.)](?=[ \t])")
_DEFINITION: Final = re.compile(r"\[[^\]\n]{1,60}\]:")
_DEFINITION_REACH: Final = 64
_FORMULA: Final = {"$$": "$$", "\\[": "\\]"}


@dataclass(frozen=True, slots=True)
class Line:
    """One line. Of prose, `content` is where its text goes on behind its marks; of anything else `end` is its end."""

    kind: Literal["prose", "code", "table", "heading", "list_item"] = "prose"
    is_prose: bool = False
    is_announced: bool = False
    content: int = 0
    end: int = 0


class AnswerLines:
    """Remembers in which block the stream is. A block ends by its own mark; a table by a line that is no row."""

    def __init__(self) -> None:
        self._closing = ""  # of code and formulas
        self._is_table = False
        self._is_table_edged = True  # rows begin with “|”, so the first character tells

    def look_at(self, text: str, start: int, *, is_over: bool) -> Line | None:
        """The line that begins at `start`; None where more text is needed. `is_over`: no more will come."""
        if self._closing:
            return self._in_block(text, start, is_over=is_over)
        match = _INDENT.match(text, start)
        at = start if match is None else match.end()
        if at >= len(text):
            return Line(end=len(text)) if is_over else None
        if text[at] == "\n":
            self._is_table = False
            return Line(end=at)
        if self._is_table and (text[at] == "|" or not self._is_table_edged):
            end = _line_end(text, at, is_over=is_over)
            if end is None or "|" in text[at:end]:
                return None if end is None else Line(kind="table", end=end)
        self._is_table = False
        return self._classify(text, at, is_over=is_over)

    def _in_block(self, text: str, start: int, *, is_over: bool) -> Line | None:
        end = _line_end(text, start, is_over=is_over)
        if end is None:
            return None
        line = text[start:end].strip(" \t>")
        is_fence = self._closing[0] in "`~"
        if (line.startswith(self._closing) and not line.strip(self._closing[0])) or (
            not is_fence and self._closing in line
        ):
            self._closing = ""
        return Line(kind="code", end=end)

    def _classify(self, text: str, at: int, *, is_over: bool) -> Line | None:
        first = text[at]
        if first in "`~":
            return self._maybe_fence(text, at, is_over=is_over)
        if first in "$\\":
            return self._maybe_formula(text, at, is_over=is_over)
        if first == "|":
            return self._maybe_table(text, at, is_over=is_over)
        if first == "#":
            return _maybe_heading(text, at, is_over=is_over)
        if first in "-*_=+:":
            return self._marks(text, at, is_over=is_over)
        if first == "•":
            return Line(kind="list_item", is_prose=True, content=at + 1)
        if first == "[":
            return _maybe_definition(text, at, is_over=is_over)
        if first.isdigit() and first.isascii():
            return _maybe_number(text, at, is_over=is_over)
        return Line(is_prose=True, content=at)

    def _maybe_fence(self, text: str, at: int, *, is_over: bool) -> Line | None:
        first, head = text[at], text[at : at + 3]
        if head != first * len(head):
            return Line(is_prose=True, content=at)
        if len(head) < 3:
            return Line(is_prose=True, content=at) if is_over else None
        end = _line_end(text, at, is_over=is_over)
        if end is None:
            return None
        line = text[at:end]
        mark = line[: len(line) - len(line.lstrip(first))]
        if first == "`" and "`" in line[len(mark) :]:
            return Line(is_prose=True, content=at)  # ```code``` inside a line
        self._closing = mark
        return Line(kind="code", is_announced=True, end=end)

    def _maybe_formula(self, text: str, at: int, *, is_over: bool) -> Line | None:
        head = text[at : at + 2]
        if len(head) < 2 and not is_over:
            return None
        closing = _FORMULA.get(head)
        if closing is None:
            return Line(is_prose=True, content=at)
        end = _line_end(text, at, is_over=is_over)
        if end is None:
            return None
        if closing not in text[at + 2 : end]:
            self._closing = closing
        return Line(kind="code", is_announced=True, end=end)

    def _maybe_table(self, text: str, at: int, *, is_over: bool) -> Line | None:
        end = _line_end(text, at, is_over=is_over)
        if end is None:
            return None
        if text[at:end].count("|") < 2:
            return Line(is_prose=True, content=at)
        self._is_table = self._is_table_edged = True
        return Line(kind="table", is_announced=True, end=end)

    def _marks(self, text: str, at: int, *, is_over: bool) -> Line | None:
        """A rule, the line under a table's or a title's head, a bullet, or text that begins with emphasis."""
        behind = at
        while behind < len(text) and text[behind] in _RULE_MARKS:
            behind += 1
        if behind >= len(text) and not is_over:
            return None
        if (behind >= len(text) or text[behind] == "\n") and _RULE.fullmatch(text, at, behind):
            if "|" not in text[at:behind]:
                return Line(end=behind)
            self._is_table, self._is_table_edged = True, False
            return Line(kind="table", is_announced=True, end=behind)
        is_bullet = text[at] in "-*+" and text[at + 1 : at + 2] in (" ", "\t")
        return Line(kind="list_item" if is_bullet else "prose", is_prose=True, content=at + is_bullet)


def _line_end(text: str, at: int, *, is_over: bool) -> int | None:
    end = text.find("\n", at)
    if end < 0:
        return len(text) if is_over else None
    return end


def _maybe_heading(text: str, at: int, *, is_over: bool) -> Line | None:
    behind = at
    while behind < len(text) and text[behind] == "#" and behind - at < 7:
        behind += 1
    if behind >= len(text) and not is_over:
        return None
    is_heading = behind - at <= 6 and text[behind : behind + 1] in (" ", "\t")
    return Line(kind="heading" if is_heading else "prose", is_prose=True, content=behind)


def _maybe_number(text: str, at: int, *, is_over: bool) -> Line | None:
    match = _NUMBER.match(text, at)
    if match is not None:
        return Line(kind="list_item", is_prose=True, content=match.end())
    behind = at
    while behind < len(text) and behind - at < 3 and text[behind].isdigit():
        behind += 1
    is_open = behind >= len(text) or (text[behind] in ".)" and behind + 1 >= len(text))
    return None if is_open and not is_over else Line(is_prose=True, content=at)


def _maybe_definition(text: str, at: int, *, is_over: bool) -> Line | None:
    """`[^1]: …` and `[name]: https://…` are notes and addresses for the eye."""
    ahead = text[at : at + _DEFINITION_REACH]
    if _DEFINITION.match(ahead):
        end = _line_end(text, at, is_over=is_over)
        return None if end is None else Line(end=end)
    closing = ahead.find("]")
    is_open = "\n" not in ahead and len(ahead) < _DEFINITION_REACH and (closing < 0 or closing + 1 >= len(ahead))
    return None if is_open and not is_over else Line(is_prose=True, content=at)
