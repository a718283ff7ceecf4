"""What a message is made of: a flat column of blocks, each with its place in lists and quotes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntFlag
from typing import Literal, TypeAlias

Container: TypeAlias = Literal["quote", "item"]
CellAlignment: TypeAlias = Literal["left", "center", "right"]


class Emphasis(IntFlag):
    """How a stretch of text is set off; flags may be combined."""

    NONE = 0
    STRONG = 1
    ITALIC = 2
    CODE = 4
    STRUCK = 8
    LINK = 16
    IMAGE = 32
    CITATION = 64
    UNSUPPORTED = 128  # of a citation: it names no passage


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `end` of a prose look like `emphasis`; links carry their full address."""

    start: int
    end: int
    emphasis: Emphasis
    address: str = ""


@dataclass(frozen=True, slots=True)
class Prose:
    """Text without markup; line breaks are `\\n`. Spans do not overlap and are in order."""

    text: str
    spans: tuple[Span, ...] = ()

    def joined(self, other: Prose) -> Prose:
        """This prose with `other` behind it."""
        if not self.text:
            return other
        shift = len(self.text)
        moved = tuple(Span(s.start + shift, s.end + shift, s.emphasis, s.address) for s in other.spans)
        return Prose(self.text + other.text, self.spans + moved)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands: its containers from the outside in, and the marker of the list item it begins."""

    containers: tuple[Container, ...] = ()
    marker: str = ""

    @property
    def indent_text(self) -> str:
        """What stands before the block in copied plain text."""
        lead = "".join("> " if container == "quote" else "  " for container in self.containers)
        return f"{lead[:-2]}{self.marker} " if self.marker else lead


TOP = Place()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text, or a heading when `level` is 1 to 6."""

    prose: Prose
    level: int = 0
    place: Place = TOP

    @property
    def plain_text(self) -> str:
        """The characters that can be selected and copied."""
        return self.prose.text


@dataclass(frozen=True, slots=True)
class Code:
    """A code block. `closed` is False while more of it may come."""

    text: str
    language: str = ""
    closed: bool = True
    place: Place = TOP

    @property
    def plain_text(self) -> str:
        """The characters that can be selected and copied."""
        return self.text


@dataclass(frozen=True, slots=True)
class Table:
    """A table; every row has as many cells as the header."""

    header: tuple[Prose, ...]
    rows: tuple[tuple[Prose, ...], ...]
    alignments: tuple[CellAlignment, ...]
    place: Place = TOP

    @property
    def plain_text(self) -> str:
        """Cells divided by tabs, rows by line breaks: what a spreadsheet understands."""
        return "\n".join("\t".join(cell.text.replace("\n", " ") for cell in row) for row in (self.header, *self.rows))


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across."""

    place: Place = TOP

    @property
    def plain_text(self) -> str:
        """A rule has nothing to select."""
        return ""


Block: TypeAlias = Paragraph | Code | Table | Rule


def copied_text(blocks: list[Block] | tuple[Block, ...]) -> str:
    """Plain text of whole blocks: markers and quote signs kept, list items on lines of their own."""
    parts: list[str] = []
    previous: Block | None = None
    for block in blocks:
        if previous is not None:
            parts.append(gap_text(previous, block))
        parts.append(block_text(block))
        previous = block
    return "".join(parts)


def block_text(block: Block) -> str:
    """Plain text of one whole block with what stands before it."""
    lead = block.place.indent_text
    if not lead:
        return block.plain_text
    rest = " " * len(lead) if block.place.marker else lead
    return lead + block.plain_text.replace("\n", "\n" + rest)


def gap_text(before: Block, after: Block) -> str:
    """What divides two blocks in copied text: neighbours in a list stay close together."""
    return "\n" if before.place.containers and after.place.containers else "\n\n"
