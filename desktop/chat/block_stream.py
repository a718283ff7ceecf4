"""Reads a message while it grows: finished blocks are frozen, only the open one is read again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from desktop.chat.citation_marks import CITED
from desktop.chat.markdown_blocks import Block, Code, Emphasis, Paragraph, Prose, Table
from desktop.chat.markdown_reader import Unit, read_inline, read_units
from desktop.widgets.visible_text import visible

#: An open paragraph longer than this is cut where no emphasis is open; reading takes about 1.1 ms per KiB.
_PARAGRAPH_CUT = 900
#: Markup that stays open for longer than this (a star without a partner) does not stop the cut.
_FORCED_CUT = 2400
#: An open block that cannot be divided is read again only when it has doubled, beyond this size.
_HEAVY = 2400
_FENCE = re.compile(r" {0,3}(`{3,}+|~{3,}+)[ \t]*+([^`\n]*)\n")
_LOOSE_MARKUP = re.compile(r"[*_`~\[\]!\\<]")
_SENTENCE_END = re.compile(r"[.!?…:;][”\"')]*[ \n](?=\w)|[。！？](?=\w)")
_WORD_END = re.compile(r"[ \n](?=[^\W\d_])")


@dataclass(slots=True)
class _OpenFence:
    sign: str
    indent: int
    language: str
    text: str = ""
    pending: str = ""  # the last line, while it may still become the closing fence


@dataclass(slots=True)
class _OpenTable:
    head: str
    rows: tuple[tuple[Prose, ...], ...]


class BlockStream:
    """Blocks of a text that arrives in pieces.

    `blocks` holds all blocks so far. `append` returns the index of the first one that may have changed; blocks before
    it never change again. The result does not depend on how the text was cut into pieces, except for markup left open
    over more than 2,400 characters. `passages` is how many of them the text may cite; None where none were given.
    """

    def __init__(self, passages: int | None = None) -> None:
        self.blocks: list[Block] = []
        self._frozen = 0
        self._open = ""  # source that may still be read differently
        self._environment: dict[str, Any] = {} if passages is None else {CITED: passages}
        self._number: int | None = None
        self._markup = ""
        self._paragraph: Prose | None = None
        self._table: _OpenTable | None = None
        self._fence: _OpenFence | None = None
        self._read_length = 0
        self._last_read: list[Block] = []
        self._carriage_return = False

    def append(self, text: str) -> int:
        """Take more text; returns the index of the first block that changed."""
        text = self._newlines(text)
        self._open += text
        first = self._frozen
        self._read(final=False)
        return first

    def finish(self) -> int:
        """No more text comes; returns the index of the first block that changed."""
        first = self._frozen
        if self._carriage_return:
            self._open += "\n"
            self._carriage_return = False
        self._read(final=True)
        self._frozen = len(self.blocks)
        return first

    def _newlines(self, text: str) -> str:
        if self._carriage_return:
            text = "\r" + text
        self._carriage_return = text.endswith("\r")
        if self._carriage_return:
            text = text[:-1]
        if "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        return text.replace("\x00", "\u2400")

    def _read(self, *, final: bool) -> None:
        while True:
            if self._fence is not None:
                if not self._read_fence(self._fence, final=final):
                    return
            elif self._paragraph is not None:
                if not self._read_paragraph(self._paragraph, final=final):
                    return
            elif not self._read_blocks(final=final):
                return

    # ---- a fence: lines are only appended -----------------------------------------------------------------------

    def _read_fence(self, fence: _OpenFence, *, final: bool) -> bool:
        """Move complete lines into the code block. True when the fence is closed and other text follows."""
        *lines, rest = self._open.split("\n")
        closing = re.compile(rf" {{0,3}}{re.escape(fence.sign[0])}{{{len(fence.sign)},}}[ \t]*$")
        for number, line in enumerate(lines):
            if closing.match(line):
                self._add_lines(fence, lines[:number])
                self._close_fence(fence)
                self._open = "\n".join([*lines[number + 1 :], rest])
                return True
        self._add_lines(fence, lines)
        self._open = rest
        maybe_closing = rest.strip(" \t") != "" and set(rest.strip()) == {fence.sign[0]}
        if final:
            if not closing.match(rest):
                self._add_lines(fence, [rest] if rest else [])
            self._close_fence(fence)
            self._open = ""
            return False
        shown = fence.text if maybe_closing or not rest else _with_line(fence.text, _unindented(rest, fence.indent))
        self._show([Code(visible(shown), fence.language, closed=False)])
        return False

    def _add_lines(self, fence: _OpenFence, lines: list[str]) -> None:
        if lines:
            added = "\n".join(_unindented(line, fence.indent) for line in lines) if fence.indent else "\n".join(lines)
            fence.text = _with_line(fence.text, added) if fence.pending else added
            fence.pending = "begun"

    def _close_fence(self, fence: _OpenFence) -> None:
        self._show([Code(visible(fence.text), fence.language, closed=True)])
        self._frozen = len(self.blocks)
        self._fence = None

    # ---- a long paragraph: cut where nothing is open ---------------------------------------------------------------

    def _read_paragraph(self, before: Prose, *, final: bool) -> bool:
        """Read on in a paragraph whose beginning is frozen. True when it ended and other text follows."""
        end = _paragraph_end(self._open)
        source = self._open if end is None else self._open[:end]
        prose = before.joined(
            read_inline(source.rstrip("\n") if end is not None or final else source, self._environment)
        )
        self._show([Paragraph(_stripped(prose))])
        if end is not None:
            self._frozen = len(self.blocks)
            self._paragraph = None
            self._open = self._open[end:]
            return True
        if not final:
            self._cut_paragraph(before)
        return False

    def _cut_paragraph(self, before: Prose) -> None:
        if len(self._open) <= _PARAGRAPH_CUT:
            return
        cut, prose = self._place_to_cut()
        if cut:
            self._paragraph = before.joined(prose)
            self._open = self._open[cut:]

    def _place_to_cut(self) -> tuple[int, Prose]:
        """Where the open paragraph can be divided with nothing left open, and the prose before that."""
        source = self._open[:-80]
        ends = [match.end() for match in _SENTENCE_END.finditer(source)][-3:]
        ends = ends or [match.end() for match in _WORD_END.finditer(source)][-3:]
        for end in reversed(ends):
            prose = read_inline(source[:end].rstrip(" "), self._environment)
            if not _leaves_open(prose) or len(source) > _FORCED_CUT:
                return end, Prose(prose.text + source[len(source[:end].rstrip(" ")) : end], prose.spans)
        if not ends and len(source) > _FORCED_CUT:
            return len(source), read_inline(source, self._environment)
        return 0, Prose("")

    # ---- everything else ------------------------------------------------------------------------------------------

    def _read_blocks(self, *, final: bool) -> bool:
        """Read the open source. True when it turned out to need another way of reading."""
        if not self._open.strip() and self._table is None:
            if len(self.blocks) > self._frozen:
                del self.blocks[self._frozen :]
            return False
        if not final and self._too_heavy():
            return False
        head = self._table.head if self._table else ""
        units = read_units(head + self._open, self._environment, first_number=self._number)
        self._read_length = len(self._open)
        if not units:
            self._show([])
            return False
        units = self._with_frozen_rows(units)
        self._show([block for unit in units for block in unit.blocks])
        self._last_read = self.blocks[self._frozen :]
        if final:
            return False
        last = units[-1]
        self._freeze_before(last, units, head)
        return self._continue_in(last)

    def _too_heavy(self) -> bool:
        """An open block that is large and cannot be divided: show what is new as it is, read it again later."""
        if len(self._open) <= _HEAVY or len(self._open) >= self._read_length * 2:
            return False
        tail = self._open[self._read_length :].strip("\n")
        self._show([*self._last_read, Paragraph(Prose(visible(tail)))])
        return True

    def _with_frozen_rows(self, units: list[Unit]) -> list[Unit]:
        table = units[0].blocks[0]
        if self._table is None or not isinstance(table, Table):
            return units
        whole = Table(table.header, self._table.rows + table.rows, table.alignments)
        return [Unit(units[0].kind, units[0].first_line, (whole,)), *units[1:]]

    def _freeze_before(self, last: Unit, units: list[Unit], head: str) -> None:
        """Keep all units but the last for good, and remember what is needed to read on from its start."""
        if len(units) > 1:
            self._frozen = len(self.blocks) - len(last.blocks)
            start = _offset_of_line(head + self._open, last.first_line)
            self._open = (head + self._open)[start:]
            self._read_length = len(self._open)
            self._last_read = list(last.blocks)
            self._table = None
            self._number, self._markup = last.number, last.markup
        elif last.kind != "list_item" or last.markup != self._markup:
            self._number, self._markup = last.number, last.markup

    def _continue_in(self, last: Unit) -> bool:
        if last.kind == "fence" and (match := _FENCE.match(self._open)):
            sign, info = match[1], match[2].split()
            indent = len(match[0]) - len(match[0].lstrip(" "))
            self._fence = _OpenFence(sign, indent, visible(info[0]) if info else "")
            self._open = self._open[match.end() :]
            self._number = None
            return True
        if last.kind == "paragraph":
            self._begin_cut()
        elif last.kind == "table":
            self._freeze_rows(last)
        return False

    def _begin_cut(self) -> None:
        self._open = self._open.lstrip("\n")
        if _paragraph_end(self._open) is None:
            self._cut_paragraph(Prose(""))

    def _freeze_rows(self, last: Unit) -> None:
        """Of an open table only the header and the last row are read again."""
        table = last.blocks[0]
        if not isinstance(table, Table) or len(table.rows) < 2:
            return
        if self._table is None:
            first, second, *_ = self._open.lstrip("\n").split("\n", 2)
            self._table = _OpenTable(f"{first}\n{second}\n", ())
            self._open = self._open.lstrip("\n").split("\n", 2)[2]
        lines = self._open.split("\n")
        filled = [number for number, line in enumerate(lines) if line.strip()]
        if len(filled) < 2 or len(filled) != len(table.rows) - len(self._table.rows):
            return  # the last line is not a row yet
        self._table.rows = table.rows[:-1]
        self._open = "\n".join(lines[filled[-1] :])

    def _show(self, blocks: list[Block]) -> None:
        self.blocks[self._frozen :] = blocks


def read_message(text: str, passages: int | None = None) -> list[Block]:
    """All blocks of a whole message; `passages` is how many it may cite."""
    stream = BlockStream(passages)
    stream.append(text)
    stream.finish()
    return stream.blocks


_OWN_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})[ \t]*([^`\n]*)\n(.*?)(?:^ {0,3}\1[`~]*[ \t]*$\n?|\Z)", re.M | re.S)


def read_own_words(text: str) -> list[Block]:
    """The owner's message as it was typed: only fenced code is set apart, every other sign stays what it is."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    blocks: list[Block] = []
    position = 0
    for match in _OWN_FENCE.finditer(text):
        _add_typed(blocks, text[position : match.start()])
        words = match[2].split()
        blocks.append(Code(visible(match[3].removesuffix("\n")), visible(words[0]) if words else ""))
        position = match.end()
    _add_typed(blocks, text[position:])
    return blocks


def _add_typed(blocks: list[Block], text: str) -> None:
    text = text.strip("\n")
    if text.strip():
        blocks.append(Paragraph(Prose(visible(text).replace("\t", "    "))))


def _paragraph_end(source: str) -> int | None:
    """Where a paragraph certainly ends: at a blank line or before a line that begins a block of another kind."""
    match = _BREAK.search(source)
    return match.start() + 1 if match else None


_BREAK = re.compile(r"\n(?=[ \t]*\n| {0,3}(?:#{1,6}[ \t]|```|~~~|>|[-*+][ \t]+\S|1[.)][ \t]+\S))")


def _leaves_open(prose: Prose) -> bool:
    """Whether signs of markup stayed in the text: what follows might still pair up with them."""
    sealed = Emphasis.CODE | Emphasis.CITATION
    coded = [(span.start, span.end) for span in prose.spans if span.emphasis & sealed]
    return any(
        not any(start <= match.start() < end for start, end in coded) for match in _LOOSE_MARKUP.finditer(prose.text)
    )


def _stripped(prose: Prose) -> Prose:
    text = prose.text.rstrip("\n ")
    return prose if len(text) == len(prose.text) else Prose(text, tuple(s for s in prose.spans if s.start < len(text)))


def _with_line(text: str, line: str) -> str:
    return f"{text}\n{line}"


def _unindented(line: str, indent: int) -> str:
    lead = len(line) - len(line.lstrip(" "))
    return line[min(indent, lead) :]


def _offset_of_line(source: str, line: int) -> int:
    offset = 0
    for _ in range(line):
        offset = source.index("\n", offset) + 1
    return offset
