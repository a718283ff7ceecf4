"""Cuts a streamed answer into pieces that can be spoken: sentences, and at the very beginning a clause.

A piece is decided by what stands before it and a bounded look ahead; where that look is not possible yet, the splitter
waits for more text. So the pieces do not depend on how the stream was cut. Blocks of code, tables and formulas are
one piece each, told as soon as their first line is there, so that they can be announced at once; the rest of them is
passed over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from core.voice.abbreviations import stop_ends_sentence
from core.voice.answer_lines import AnswerLines

SentenceKind: TypeAlias = Literal["prose", "code", "table", "heading", "list_item"]
Ending: TypeAlias = Literal["clause", "sentence", "block"]

FIRST_CLAUSE: Final = 25
"""Clauses are pieces from this many characters on, until as many were given out: about 1.5 s of speech, in which the
rest is written and synthesised. “Sure!” alone would be followed by a gap."""
LONGEST: Final = 250
"""Characters of a piece without punctuation: about 15 s of speech."""
_MOST_WITHOUT_SPACE: Final = 2000
_INLINE_REACH: Final = 200  # an opened bracket or backtick that is not closed by then is none
_SOFT_WRAP: Final = 40  # a line shorter than this was ended on purpose: a poem, an address
_CITATION_REACH: Final = 24
_WIDE_FROM: Final = "\u2e80"  # kana, hanzi, hangul: one is as long to say as 2.5 Latin letters

_INTERESTING: Final = re.compile(r"[.!?…。！？｡\n`\[\](),;:–—\-、，；：「」『』（）]")
_WIDE: Final = re.compile(f"[{_WIDE_FROM}-\U0003ffff]")
_CITATION: Final = re.compile(r"\[\^?\d{1,3}(?:\s?[,–-]\s?\d{1,3})*\]|【[^】\n]{1,20}】")
_TERMINATORS: Final = frozenset(".!?…")
_WIDE_TERMINATORS: Final = frozenset("。！？｡")
_CLOSERS: Final = frozenset("\"'”’»›)]}*_~“⁰¹²³⁴⁵⁶⁷⁸⁹")
_NO_BEGINNING: Final = frozenset("。！？｡」』）”’»、，；… \t")
_WIDE_OPEN: Final = frozenset("「『（")
_WIDE_CLOSE: Final = frozenset("」』）")
_WIDE_CLAUSE: Final = frozenset("、，；：")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One piece of an answer. `text` is the raw text from character `start` up to `end`, markup and all.

    Of code, tables and formulas it is the first line. `ends` tells how long the silence behind it should be.
    """

    text: str
    start: int
    end: int
    kind: SentenceKind = "prose"
    ends: Ending = "sentence"


class SentenceSplitter:
    """Fed with the pieces of a stream, gives out what is complete. `language` (ISO 639-1) settles ordinals."""

    def __init__(self, language: str = "") -> None:
        self._language = language
        self._buffer = ""
        self._base = 0  # place of buffer[0] in the answer
        self._at = 0
        self._start = 0
        self._line_start = 0
        self._is_line_start = True
        self._is_over = False
        self._kind: SentenceKind = "prose"
        self._lines = AnswerLines()
        self._weight, self._limit, self._last_mark = 0, 0, -1
        self._code_at, self._bracket_at, self._wide_depth = -1, -1, 0
        self._given = 0  # characters given out, wide ones counted more
        self._found: list[Sentence] = []
        self._begin_sentence(0)

    def feed(self, text: str) -> list[Sentence]:
        """More of the answer; returns the pieces that are complete now."""
        self._buffer += text
        return self._take()

    def finish(self) -> list[Sentence]:
        """The answer is whole: what was still open is given out. Nothing may be fed afterwards."""
        self._is_over = True
        self._buffer += "\n"
        return self._take()

    def _take(self) -> list[Sentence]:
        self._found = []
        while self._step():
            pass
        self._forget()
        return self._found

    def _step(self) -> bool:
        """Decide about one place; false where more text is needed."""
        if self._at >= len(self._buffer):
            return False
        return self._begin_line() if self._is_line_start else self._scan()

    def _peek(self, place: int) -> str | None:
        """The character there; None where it is not known yet."""
        if place < len(self._buffer):
            return self._buffer[place]
        return "\n" if self._is_over else None

    # ---- lines ------------------------------------------------------------------------------------------------------

    def _begin_line(self) -> bool:
        line = self._lines.look_at(self._buffer, self._at, is_over=self._is_over)
        if line is None:
            return False
        self._line_start = self._at
        if line.is_prose:
            self._kind = line.kind
            self._begin_sentence(self._at)
            self._at = line.content
            self._is_line_start = False
            return True
        if line.is_announced:
            self._begin_sentence(self._at)
            self._kind = line.kind
            self._give_out(line.end, "block")
        self._at = min(line.end + 1, len(self._buffer))
        self._begin_sentence(self._at)
        return True

    def _end_line(self, place: int) -> bool:
        """A line ends. It goes on where the text is wrapped: a long line, and the next begins with a small letter."""
        following = place + 1
        while (character := self._peek(following)) is not None and character in " \t>":
            following += 1
        if character is None:
            return False
        self._close_inline()
        if character.islower() and self._kind != "heading" and place - self._line_start >= _SOFT_WRAP:
            self._line_start = self._at = following
            return True
        self._give_out(place, "block")
        self._at = place + 1
        self._is_line_start = True
        return True

    # ---- inside a line ----------------------------------------------------------------------------------------------

    def _scan(self) -> bool:
        match = _INTERESTING.search(self._buffer, self._at)
        until = len(self._buffer) if match is None else match.start()
        if (limit := self._too_long_at(until)) is not None:
            self._cut(limit)
            return True
        self._at = until
        if match is None:
            return False
        return self._decide(until, match.group())

    def _decide(self, place: int, character: str) -> bool:
        if character == "\n":
            return self._end_line(place)
        if character in "`[])":
            return self._follow_inline(place, character)
        if character in _WIDE_OPEN or character in _WIDE_CLOSE:
            self._wide_depth = max(self._wide_depth + (1 if character in _WIDE_OPEN else -1), 0)
        elif not self._is_inside(place):
            if character in _TERMINATORS:
                return self._maybe_end(place)
            if character in _WIDE_TERMINATORS:
                if self._wide_depth == 0:
                    self._pass(place + 1)
                    self._give_out(place + 1, "sentence")
                    return True
            elif character != "(":
                return self._maybe_clause(place, character)
        self._pass(place + 1)
        return True

    def _follow_inline(self, place: int, character: str) -> bool:
        """Code in backticks, and links: full stops inside them end nothing."""
        if character == "`":
            self._code_at = place if self._code_at < 0 else -1
        elif character == "[":
            self._bracket_at = place
        elif character == "]":
            following = self._peek(place + 1)
            if following is None:
                return False
            if following != "(" or self._bracket_at < 0:
                self._bracket_at = -1
        elif self._bracket_at >= 0:
            self._bracket_at = -1
        self._pass(place + 1)
        return True

    def _is_inside(self, place: int) -> bool:
        return any(opened >= 0 and place - opened < _INLINE_REACH for opened in (self._code_at, self._bracket_at))

    def _maybe_end(self, place: int) -> bool:
        after = self._behind_closers(place + 1)
        if after is None:
            return False
        following = after
        while (character := self._peek(following)) is not None and character in " \t":
            following += 1
        if character is None:
            return False
        if character == "\n":
            self._pass(after)
            self._give_out(after, "block")
            return True
        if following == after:
            self._pass(after)
            return True
        ends = self._ends_before(place, following, character)
        if ends is None:
            return False
        self._pass(following if ends else after)
        if ends:
            self._give_out(after, "sentence")
            self._begin_sentence(following)
        return True

    def _behind_closers(self, place: int) -> int | None:
        """Behind further full stops, closing quotes and citations; None where that is not known yet."""
        while (character := self._peek(place)) is not None:
            if character in _TERMINATORS or character in _CLOSERS:
                place += 1
            elif character in "[【":
                match = _CITATION.match(self._buffer, place)
                ahead = self._buffer[place : place + _CITATION_REACH]
                if match is not None and match.end() - place <= _CITATION_REACH:
                    place = match.end()
                    continue
                is_open = not self._is_over and len(ahead) < _CITATION_REACH and not re.search(r"[\]】\n]", ahead)
                return None if is_open else place
            else:
                return place
        return None

    def _ends_before(self, place: int, following: int, character: str) -> bool | None:
        """Whether the full stop at `place` ends the sentence, where the next word begins with `character`."""
        if self._buffer[place] != ".":
            return not character.islower()
        second = self._peek(following + 1)
        if second is None:
            if self._is_one_letter_before(place):
                return None
            second = ""
        return stop_ends_sentence(
            self._buffer[self._start : place], character, language=self._language, is_series=second == "."
        )

    def _is_one_letter_before(self, place: int) -> bool:
        before = self._buffer[max(place - 2, self._start) : place]
        return before[-1:].isalpha() and (len(before) < 2 or not before[0].isalnum())

    def _maybe_clause(self, place: int, character: str) -> bool:
        """A comma, semicolon, colon or dash: where a long sentence may be cut, and the first piece may end."""
        if character not in _WIDE_CLAUSE and character != "—":
            following = self._peek(place + 1)
            if following is None:
                return False
            is_dash = character in "–-"
            if not following.isspace() or (is_dash and not self._buffer[place - 1 : place].isspace()):
                self._pass(place + 1)
                return True
        self._pass(place + 1)
        self._last_mark = place + 1
        if self._given < FIRST_CLAUSE * 2 and self._weight >= FIRST_CLAUSE * 2:
            self._give_out(place + 1, "clause")
        return True

    # ---- length -----------------------------------------------------------------------------------------------------

    def _too_long_at(self, until: int) -> int | None:
        """Where, before `until`, the piece gets too long; None: nowhere, and its weight is that up to `until`."""
        part = self._buffer[self._at : until]
        added = _weight_of(part)
        if self._weight + added < self._limit:
            self._weight += added
            return None
        for place, character in enumerate(part, self._at):
            self._weight += 5 if character >= _WIDE_FROM else 2
            if self._weight >= self._limit:
                return place + 1
        return None

    def _pass(self, place: int) -> None:
        """Go on to `place`, counting what was passed."""
        self._weight += _weight_of(self._buffer[self._at : place])
        self._at = place

    def _cut(self, limit: int) -> None:
        """Cut a piece that is too long: behind its last comma, else at a space; in the middle of a word only late."""
        cut = self._last_mark
        if cut - self._start < (limit - self._start) // 3:
            space = max(self._buffer.rfind(mark, self._start, limit) for mark in " \t\n")
            cut = space if space - self._start >= (limit - self._start) // 3 else -1
        if cut < 0:
            is_wide = self._buffer[limit - 1] >= _WIDE_FROM
            if not is_wide and self._limit < _MOST_WITHOUT_SPACE * 2:
                self._limit += LONGEST
                self._at = limit
                return
            cut = limit
        self._give_out(cut, "clause")
        self._at = cut

    # ---- pieces -----------------------------------------------------------------------------------------------------

    def _begin_sentence(self, start: int) -> None:
        self._start = start
        self._weight = 0
        self._limit = LONGEST * 2
        self._last_mark = -1
        self._close_inline()

    def _close_inline(self) -> None:
        self._code_at = self._bracket_at = -1
        self._wide_depth = 0

    def _give_out(self, end: int, ends: Ending) -> None:
        start = self._start
        while start < end and self._buffer[start] in _NO_BEGINNING:
            start += 1
        text = self._buffer[start:end].rstrip()
        if text.strip():
            start += len(text) - len(text.lstrip())
            text = text.strip()
            self._given += _weight_of(text)
            self._found.append(Sentence(text, self._base + start, self._base + start + len(text), self._kind, ends))
        self._begin_sentence(end)

    def _forget(self) -> None:
        """What was given out is not needed any more."""
        gone = min(self._start, self._at)
        if gone == 0:
            return
        self._buffer = self._buffer[gone:]
        self._base += gone
        self._at -= gone
        self._start -= gone
        self._line_start -= gone
        self._last_mark = max(self._last_mark - gone, -1)
        self._code_at = max(self._code_at - gone, -1)
        self._bracket_at = max(self._bracket_at - gone, -1)


def _weight_of(text: str) -> int:
    """Two for a character, five for a wide one."""
    return 2 * len(text) + (0 if text.isascii() else 3 * len(_WIDE.findall(text)))
