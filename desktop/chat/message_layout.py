"""A message's text as a column of laid-out blocks; while it grows, only the open block is laid out again."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeAlias, assert_never

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from desktop.chat.citation_marks import has_citations
from desktop.chat.code_block import CodeLayout
from desktop.chat.markdown_blocks import Block, Code, Paragraph, Place, Rule, Span, Table
from desktop.chat.table_block import TableLayout
from desktop.chat.text_flow import NO_MARKS, Marks, TextFlow, is_right_to_left
from desktop.chat.transcript_style import TranscriptStyle


class Laid(Protocol):
    """One laid-out block. Offsets count characters of `text`."""

    @property
    def text(self) -> str:
        """What can be selected."""

    @property
    def height(self) -> float:
        """Height in pixels."""

    def paint(self, painter: QPainter, origin: QPointF, clip: QRectF, marks: Marks = NO_MARKS) -> None:
        """Draw what lies inside `clip`."""

    def offset_at(self, x: float, y: float) -> int:
        """The offset nearest to a point."""

    def span_at(self, x: float, y: float) -> Span | None:
        """The span under a point."""

    def top_of(self, offset: int) -> float:
        """Top of the line that holds `offset`."""


class TextLayout:
    """A paragraph or heading."""

    def __init__(self, style: TranscriptStyle, *, level: int, colour: str, small: bool) -> None:
        letters = style.small(colour=colour) if small else style.prose(level, colour=colour)
        self._flow = TextFlow(letters, style)
        self.height = 0.0
        self.natural_width = 0.0
        self.changed_top = 0.0
        self.line_height = letters.line_height

    @property
    def text(self) -> str:
        """What can be selected."""
        return self._flow.prose.text

    def set_block(self, block: Paragraph, width: float) -> None:
        """Show `block`."""
        self._flow.set_prose(block.prose, width)
        self.changed_top = self._flow.changed_top
        self.height, self.natural_width = self._flow.height, self._flow.natural_width

    def paint(self, painter: QPainter, origin: QPointF, clip: QRectF, marks: Marks = NO_MARKS) -> None:
        """Draw what lies inside `clip`."""
        self._flow.paint(painter, origin, clip, marks)

    def cited(self) -> list[tuple[int, QRectF]]:
        """The numbers that are cited, and where their grounds lie."""
        return self._flow.cited() if has_citations(self._flow.prose) else []

    def offset_at(self, x: float, y: float) -> int:
        """The offset nearest to a point."""
        return self._flow.offset_at(x, y)

    def span_at(self, x: float, y: float) -> Span | None:
        """The span under a point."""
        return self._flow.span_at(x, y)

    def top_of(self, offset: int) -> float:
        """Top of the line that holds `offset`."""
        return self._flow.top_of(offset)

    def x_of(self, offset: int) -> float:
        """Horizontal place of `offset` in its line."""
        return self._flow.x_of(offset)


class RuleLayout:
    """A line across."""

    text = ""
    changed_top = 0.0

    def __init__(self, style: TranscriptStyle) -> None:
        self._style = style
        self.height = float(style.px(9))
        self._width = 0.0

    def set_block(self, block: Rule, width: float) -> None:
        """Take the width."""
        self._width = width

    def paint(self, painter: QPainter, origin: QPointF, clip: QRectF, marks: Marks = NO_MARKS) -> None:
        """Draw the line."""
        painter.setPen(QPen(self._style.colour("border"), 1))
        y = round(origin.y() + self.height / 2) + 0.5
        painter.drawLine(QPointF(origin.x(), y), QPointF(origin.x() + self._width, y))

    def offset_at(self, x: float, y: float) -> int:
        """There is no text."""
        return 0

    def span_at(self, x: float, y: float) -> Span | None:
        """There is no text."""
        return None

    def top_of(self, offset: int) -> float:
        """There is no text."""
        return 0.0


AnyLayout: TypeAlias = TextLayout | CodeLayout | TableLayout | RuleLayout


@dataclass(slots=True)
class PlacedBlock:
    """A block with its layout and where it stands in the column."""

    block: Block
    layout: AnyLayout
    left: float = 0.0
    top: float = 0.0

    @property
    def bottom(self) -> float:
        """Lower edge in the column."""
        return self.top + self.layout.height


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in a message's text: which block, which character of it."""

    block: int
    offset: int


@dataclass(frozen=True, slots=True)
class ColumnLook:
    """How the column's running text is written."""

    colour: str = "text"
    small: bool = False


@dataclass(slots=True)
class MessageLayout:
    """The column. `set_blocks` says which blocks may have changed; the others keep their lines."""

    style: TranscriptStyle
    look: ColumnLook = field(default_factory=ColumnLook)
    width: float = 0.0
    height: float = 0.0
    natural_width: float = 0.0
    placed: list[PlacedBlock] = field(default_factory=list)
    _laid_width: float = -1.0

    def set_width(self, width: float) -> None:
        """Lay everything out for another width."""
        if width != self.width:
            self.width = width
            self.set_blocks([placed.block for placed in self.placed], 0)

    def set_blocks(self, blocks: Sequence[Block], first: int) -> float:
        """Show `blocks`, of which those before `first` are as before. Returns the top of what changed."""
        first = self._first_changed(blocks, min(first, len(self.placed)))
        old = self.placed[first:]
        del self.placed[first:]
        changed_top: float | None = None
        for number, block in enumerate(blocks[first:]):
            before = old[number] if number < len(old) else None
            if before is not None and self._laid_width == self.width and before.block == block:
                placed = before
                self._stack(placed)
            else:
                placed = PlacedBlock(block, self._reused(before, block))
                self._place(placed)
                if changed_top is None:
                    grown = before is not None and placed.layout is before.layout and placed.top == before.top
                    changed_top = placed.top + (placed.layout.changed_top if grown else 0.0)
            self.placed.append(placed)
        self._laid_width = self.width
        self.height = self.placed[-1].bottom if self.placed else 0.0
        self.natural_width = max((self._natural(placed) for placed in self.placed), default=0.0)
        if changed_top is None:
            changed_top = self.height
        return changed_top

    def _first_changed(self, blocks: Sequence[Block], first: int) -> int:
        """Skip blocks that are the very same objects as before."""
        if self._laid_width != self.width:
            return first
        known = min(len(blocks), len(self.placed))
        while first < known and self.placed[first].block is blocks[first]:
            first += 1
        return first

    def _natural(self, placed: PlacedBlock) -> float:
        layout = placed.layout
        return placed.left + (layout.natural_width if isinstance(layout, TextLayout) else self.width)

    def _reused(self, old: PlacedBlock | None, block: Block) -> AnyLayout:
        if old is not None and type(old.block) is type(block):
            before = old.block
            same_look = not isinstance(before, Paragraph) or (
                isinstance(block, Paragraph)
                and before.level == block.level
                and ("quote" in before.place.containers) == ("quote" in block.place.containers)
            )
            if same_look:
                return old.layout
        return self._made(block)

    def _made(self, block: Block) -> AnyLayout:
        match block:
            case Paragraph():
                colour = "text_muted" if "quote" in block.place.containers else self.look.colour
                return TextLayout(self.style, level=block.level, colour=colour, small=self.look.small)
            case Code():
                return CodeLayout(self.style)
            case Table():
                return TableLayout(self.style)
            case Rule():
                return RuleLayout(self.style)
            case _:
                assert_never(block)

    def _place(self, placed: PlacedBlock) -> None:
        placed.left = self._indent(placed.block.place)
        width = max(self.width - placed.left, self.style.px(60))
        layout, block = placed.layout, placed.block
        match layout, block:
            case TextLayout(), Paragraph():
                layout.set_block(block, width)
            case CodeLayout(), Code():
                layout.set_block(block, width)
            case TableLayout(), Table():
                layout.set_block(block, width)
            case RuleLayout(), Rule():
                layout.set_block(block, width)
        self._stack(placed)

    def _stack(self, placed: PlacedBlock) -> None:
        before = self.placed[-1] if self.placed else None
        placed.top = before.bottom + self._gap(before.block, placed.block) if before else 0.0

    def _indent(self, place: Place) -> float:
        """Deep nesting shares two thirds of the width."""
        wanted = sum(self.style.px(26 if container == "item" else 20) for container in place.containers)
        return min(float(wanted), self.width * 0.66)

    def _gap(self, before: Block, after: Block) -> float:
        style = self.style
        if isinstance(after, Paragraph) and after.level:
            return style.px(28 if after.level <= 2 else 22)
        if isinstance(before, Paragraph) and before.level:
            return style.px(10)
        if isinstance(after, (Code, Table)) or isinstance(before, (Code, Table)):
            return style.px(14)
        if before.place.containers[:1] != after.place.containers[:1]:
            return style.px(16)
        if before.place.containers and after.place.containers and after.place.marker:
            return style.px(6)
        if self.look.small:
            return style.px(9)
        return style.px(10 if after.place.containers else 16)

    # ---- painting --------------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, origin: QPointF, clip: QRectF, marks: Mapping[int, Marks]) -> None:
        """Draw what lies inside `clip`; `marks` sets off parts of some blocks."""
        first = max(0, bisect_right(self.placed, clip.top() - origin.y(), key=_top) - 1)
        for number in range(first, len(self.placed)):
            placed = self.placed[number]
            if placed.top + origin.y() > clip.bottom():
                break
            self._paint_surroundings(painter, origin, number)
            at = QPointF(origin.x() + placed.left, origin.y() + placed.top)
            placed.layout.paint(painter, at, clip, marks.get(number, NO_MARKS))

    def _paint_surroundings(self, painter: QPainter, origin: QPointF, number: int) -> None:
        placed = self.placed[number]
        place = placed.block.place
        if not place.containers:
            return
        mirrored = isinstance(placed.block, Paragraph) and is_right_to_left(placed.layout.text)
        previous = self.placed[number - 1] if number else None
        left = 0.0
        for depth, container in enumerate(place.containers):
            if container == "quote":
                joined = (
                    previous is not None
                    and previous.block.place.containers[: depth + 1] == place.containers[: depth + 1]
                )
                top = previous.bottom if joined and previous is not None else placed.top
                bar = QRectF(origin.x() + left, origin.y() + top, 3, placed.bottom - top)
                painter.fillRect(bar, self.style.colour("control_border" if depth == 0 else "border"))
            left += self.style.px(26 if container == "item" else 20)
        if place.marker:
            self._paint_marker(painter, origin, placed, mirrored=mirrored)

    def _paint_marker(self, painter: QPainter, origin: QPointF, placed: PlacedBlock, *, mirrored: bool) -> None:
        marker = placed.block.place.marker
        letters = self.style.small() if self.look.small else self.style.prose()
        line = letters.line_height
        top = origin.y() + placed.top
        gap = self.style.px(8)
        if marker in "☐☑":
            self._paint_box(painter, QPointF(origin.x() + placed.left, top + line / 2), ticked=marker == "☑")
            return
        painter.setFont(letters.font)
        painter.setPen(self.style.colour("text_muted"))
        wide = self.style.px(60)
        area = QRectF(origin.x() + placed.left - gap - wide, top, wide, line)
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, marker)

    def _paint_box(self, painter: QPainter, middle: QPointF, *, ticked: bool) -> None:
        side = self.style.px(14)
        box = QRectF(middle.x() - side - self.style.px(8), middle.y() - side / 2, side, side)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.style.colour("accent" if ticked else "control_border"), 1.4))
        painter.setBrush(self.style.colour("accent") if ticked else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 3.5, 3.5)
        if ticked:
            painter.setPen(QPen(self.style.colour("accent_text"), 1.8))
            x, y, s = box.x(), box.y(), side
            painter.drawPolyline(
                [
                    QPointF(x + s * 0.24, y + s * 0.52),
                    QPointF(x + s * 0.43, y + s * 0.7),
                    QPointF(x + s * 0.77, y + s * 0.32),
                ]
            )
        painter.restore()

    # ---- asking ----------------------------------------------------------------------------------------------------

    def cited(self) -> list[tuple[int, QRectF]]:
        """The numbers that are cited, in the order of reading, and where their grounds lie in the column."""
        return [
            (number, ground.translated(placed.left, placed.top))
            for placed in self.placed
            if isinstance(placed.layout, TextLayout | TableLayout)
            for number, ground in placed.layout.cited()
        ]

    def hit(self, x: float, y: float) -> Hit:
        """The place in the text nearest to a point of the column."""
        if not self.placed or y < 0:
            return Hit(0, 0)
        number = max(0, bisect_right(self.placed, y, key=_top) - 1)
        placed = self.placed[number]
        if y > placed.bottom and number + 1 == len(self.placed):
            return Hit(number, len(placed.layout.text))
        return Hit(number, placed.layout.offset_at(x - placed.left, min(y, placed.bottom - 1) - placed.top))

    def span_at(self, x: float, y: float) -> Span | None:
        """The span under a point of the column."""
        number = bisect_right(self.placed, y, key=_top) - 1
        if number < 0:
            return None
        placed = self.placed[number]
        return placed.layout.span_at(x - placed.left, y - placed.top)

    def x_of(self, hit: Hit) -> float:
        """Horizontal place of `hit` in the column; the left edge for blocks that are not running text."""
        if not 0 <= hit.block < len(self.placed):
            return 0.0
        placed = self.placed[hit.block]
        return placed.left + (placed.layout.x_of(hit.offset) if isinstance(placed.layout, TextLayout) else 0.0)

    def top_of(self, hit: Hit) -> float:
        """Top of the line at `hit` in the column."""
        if not 0 <= hit.block < len(self.placed):
            return 0.0
        placed = self.placed[hit.block]
        return placed.top + placed.layout.top_of(hit.offset)


def _top(placed: PlacedBlock) -> float:
    return placed.top
