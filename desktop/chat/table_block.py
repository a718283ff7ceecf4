"""A table: cells are laid out once at their natural width, columns only move them; wide tables scroll."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from desktop.chat.citation_marks import has_citations
from desktop.chat.markdown_blocks import Prose, Span, Table
from desktop.chat.text_flow import NO_MARKS, Marks, TextFlow, is_right_to_left
from desktop.chat.transcript_style import Letters, TranscriptStyle

#: Cells wider than this wrap, at 100 %.
_MAX_CELL = 300
#: Bold and fixed-width letters are at most this much wider than plain ones (Inter, JetBrains Mono at 90 %).
_SET_OFF_WIDER = 1.1


@dataclass(slots=True)
class _Cell:
    """A cell is measured at once and laid out when it comes into sight: a table may have thousands."""

    prose: Prose
    start: int  # offset of the cell's text in the table's text
    letters: Letters
    style: TranscriptStyle
    width: float = 0.0
    height: float = 0.0
    laid: TextFlow | None = None

    @property
    def end(self) -> int:
        return self.start + len(self.prose.text)

    @property
    def flow(self) -> TextFlow:
        """The laid-out text."""
        if self.laid is None:
            self.laid = TextFlow(self.letters, self.style)
            self.laid.set_prose(self.prose, self.style.px(_MAX_CELL))
        return self.laid

    def measure(self) -> None:
        """Width and height; text that surely fits into one line is not laid out for that."""
        width = self.letters.metrics.horizontalAdvance(self.prose.text)
        if self.prose.spans:
            width *= _SET_OFF_WIDER
        if width < self.style.px(_MAX_CELL) * 0.9 and "\n" not in self.prose.text:
            self.width, self.height = width, float(self.letters.line_height)
        else:
            self.width, self.height = self.flow.natural_width, self.flow.height


class TableLayout:
    """A table in one width. Rows that came before are never laid out again while more arrive."""

    can_scroll = True

    def __init__(self, style: TranscriptStyle) -> None:
        self._style = style
        self.block: Table | None = None
        self._text: str | None = None
        self._widths: list[float] = []
        self.changed_top = 0.0  # everything above looks as before the last `set_block`
        self.height = 0.0
        self.width = 0.0
        self.content_width = 0.0
        self.scroll_x = 0.0
        self._rows: list[list[_Cell]] = []
        self._tops: list[float] = [0.0]
        self._lefts: list[float] = [0.0]
        self._pad_x, self._pad_y = float(style.px(14)), float(style.px(8))
        self._mirrored = False

    @property
    def max_scroll(self) -> float:
        """How far the table can be scrolled to the side, in pixels."""
        return max(0.0, self.content_width - self.width)

    def set_block(self, block: Table, width: float) -> None:
        """Show `block`; rows that did not change are kept."""
        keep = self._kept_rows(block) if width == self.width else 0
        del self._rows[keep:]
        self.block, self.width = block, width
        self._mirrored = is_right_to_left(" ".join(cell.text for cell in block.header))
        self._text = None
        before = self._lefts
        for prose_row in (block.header, *block.rows)[keep:]:
            self._add_row(prose_row)
        self._place(keep)
        same_columns = keep and before == self._lefts
        self.changed_top = self._tops[keep - 1] if same_columns else 0.0

    @property
    def text(self) -> str:
        """What can be selected; joined when somebody asks, for a table may grow a thousand times."""
        if self._text is None:
            self._text = self.block.plain_text if self.block is not None else ""
        return self._text

    def _kept_rows(self, block: Table) -> int:
        old = self.block
        if old is None or old.header != block.header or old.alignments != block.alignments:
            return 0
        common = min(len(old.rows), len(block.rows))
        if common and old.rows[: common - 1] == block.rows[: common - 1]:  # quick: rows are the same objects
            return common + (old.rows[common - 1] == block.rows[common - 1])
        return 1

    def _add_row(self, proses: tuple[Prose, ...]) -> None:
        assert self.block is not None
        letters = self._style.prose() if self._rows else self._header_letters()
        start = self._rows[-1][-1].end + 1 if self._rows else 0
        cells = []
        for prose in proses:
            cell = _Cell(prose, start, letters, self._style)
            cell.measure()
            cells.append(cell)
            start += len(prose.text) + 1
        self._rows.append(cells)

    def _header_letters(self) -> Letters:
        return self._style.prose(5)

    def _place(self, keep: int) -> None:
        """Column edges from the widest cells, row edges from the tallest; `keep` rows are where they were.

        Columns do not shrink again while a cell is being written.
        """
        columns = len(self._rows[0])
        widths = self._widths if keep else [0.0] * columns
        for row in self._rows[keep:]:
            widths = [max(width, cell.width) for width, cell in zip(widths, row, strict=True)]
        self._widths = widths
        lefts = [0.0]
        for width in widths:
            lefts.append(lefts[-1] + max(width, self._style.px(28)) + 2 * self._pad_x)
        spare = self.width - lefts[-1]
        if 0 < spare < self.width * 0.25:  # a table that nearly fills the column fills it
            lefts = [left + spare * number / columns for number, left in enumerate(lefts)]
        self._lefts = lefts
        tops = self._tops[: keep + 1] if keep else [0.0]
        for row in self._rows[keep:]:
            tops.append(tops[-1] + max(cell.height for cell in row) + 2 * self._pad_y)
        self._tops = tops
        self.content_width = lefts[-1]
        self.height = tops[-1] + (self._style.px(10) if self.max_scroll > 0 else 0)
        self.scroll_x = min(self.scroll_x, self.max_scroll)

    # ---- painting --------------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, origin: QPointF, clip: QRectF, marks: Marks = NO_MARKS) -> None:
        """Draw what lies inside `clip`."""
        frame = QRectF(origin.x(), origin.y(), min(self.width, self.content_width), self._tops[-1])
        inner = frame.adjusted(0.5, 0.5, -0.5, -0.5)
        radius = self._style.tokens.radius.m
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath()
        path.addRoundedRect(inner, radius, radius)
        painter.save()
        painter.setClipPath(path)
        painter.setClipRect(clip, Qt.ClipOperation.IntersectClip)
        left = frame.left() - self.scroll_x
        painter.fillRect(
            QRectF(frame.left(), frame.top(), frame.width(), self._tops[1]), self._style.colour("surface_sunken")
        )
        self._paint_cells(painter, QPointF(left, frame.top()), clip, marks)
        self._paint_lines(painter, frame, left, clip)
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._style.colour("border"), 1))
        painter.drawPath(path)
        painter.restore()

    def _visible_rows(self, top: float, clip: QRectF) -> range:
        first = max(0, bisect_right(self._tops, clip.top() - top) - 1)
        last = min(len(self._rows), bisect_right(self._tops, clip.bottom() - top))
        return range(first, last)

    def _paint_cells(self, painter: QPainter, corner: QPointF, clip: QRectF, marks: Marks) -> None:
        for number in self._visible_rows(corner.y(), clip):
            for column, cell in enumerate(self._rows[number]):
                at = QPointF(corner.x() + self._cell_x(column, cell), corner.y() + self._tops[number] + self._pad_y)
                cell.flow.paint(painter, at, clip, _marks_in(cell, marks))

    def _paint_lines(self, painter: QPainter, frame: QRectF, left: float, clip: QRectF) -> None:
        painter.setPen(QPen(self._style.colour("border"), 1))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        for number in self._visible_rows(frame.top(), clip):
            if number == 0:
                continue
            y = frame.top() + self._tops[number]
            painter.drawLine(QPointF(frame.left(), y), QPointF(frame.right(), y))
        for edge in self._lefts[1:-1]:
            x = left + (self.content_width - edge if self._mirrored else edge)
            painter.drawLine(QPointF(x, frame.top()), QPointF(x, frame.bottom()))

    def _cell_x(self, column: int, cell: _Cell) -> float:
        """Left edge of the cell's text from the table's left edge; right-to-left tables begin on the right."""
        assert self.block is not None
        begin, end = self._lefts[column], self._lefts[column + 1]
        if self._mirrored:
            begin, end = self.content_width - end, self.content_width - begin
        spare = end - begin - 2 * self._pad_x - cell.flow.natural_width
        alignment = self.block.alignments[column] if column < len(self.block.alignments) else "left"
        if is_right_to_left(cell.prose.text):
            # its lines are aligned to the right of the layout's own width
            return end - self._pad_x - self._style.px(_MAX_CELL)
        share = {"left": 0.0, "center": 0.5, "right": 1.0}[alignment]
        return begin + self._pad_x + spare * share

    # ---- asking ----------------------------------------------------------------------------------------------------

    def _cell_at(self, x: float, y: float) -> tuple[_Cell, float, float]:
        number = min(max(0, bisect_right(self._tops, y) - 1), len(self._rows) - 1)
        across = x + self.scroll_x
        if self._mirrored:
            across = self.content_width - across
        column = min(max(0, bisect_right(self._lefts, across) - 1), len(self._rows[number]) - 1)
        cell = self._rows[number][column]
        return cell, x + self.scroll_x - self._cell_x(column, cell), y - self._tops[number] - self._pad_y

    def cited(self) -> list[tuple[int, QRectF]]:
        """The numbers that are cited, row by row, and where their grounds lie; inside the frame where it scrolls."""
        found: list[tuple[int, QRectF]] = []
        for number, row in enumerate(self._rows):
            for column, cell in enumerate(row):
                if not has_citations(cell.prose):
                    continue
                left = self._cell_x(column, cell) - self.scroll_x
                for cites, ground in cell.flow.cited():
                    placed = ground.translated(left, self._tops[number] + self._pad_y)
                    placed.moveLeft(min(max(placed.left(), 0.0), max(0.0, self.width - placed.width())))
                    found.append((cites, placed))
        return found

    def offset_at(self, x: float, y: float) -> int:
        """The offset nearest to a point."""
        if y >= self._tops[-1]:
            return len(self.text)
        cell, inner_x, inner_y = self._cell_at(x, y)
        return cell.start + cell.flow.offset_at(inner_x, inner_y)

    def span_at(self, x: float, y: float) -> Span | None:
        """The span under a point."""
        if not 0 <= y < self._tops[-1] or x > self.content_width:
            return None
        cell, inner_x, inner_y = self._cell_at(x, y)
        return cell.flow.span_at(inner_x, inner_y)

    def top_of(self, offset: int) -> float:
        """Top of the row that holds `offset`."""
        for number, row in enumerate(self._rows):
            if offset <= row[-1].end:
                return self._tops[number]
        return 0.0


def _marks_in(cell: _Cell, marks: Marks) -> Marks:
    if marks is NO_MARKS:
        return NO_MARKS

    def moved(found: tuple[int, int]) -> tuple[int, int]:
        return found[0] - cell.start, found[1] - cell.start

    return Marks(
        moved(marks.selection) if marks.selection else None,
        [moved(found) for found in marks.found if found[0] < cell.end and found[1] > cell.start],
        moved(marks.current) if marks.current else None,
        moved(marks.spoken) if marks.spoken else None,
    )
