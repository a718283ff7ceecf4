"""A code block: lines of one height, laid out only when they come into sight, coloured when the colours are known."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen, QTextCharFormat, QTextLayout

from desktop.chat.highlighting import ColouredLines
from desktop.chat.markdown_blocks import Code, Span
from desktop.chat.text_flow import NO_MARKS, Marks, mark_look
from desktop.chat.transcript_style import TranscriptStyle

_KEPT_LINES = 300
_UNBROKEN = 1.0e6
_TAB = "    "


class CodeLayout:
    """A code block in one width. Its header names the language; the copy button lies on it."""

    can_scroll = True

    def __init__(self, style: TranscriptStyle) -> None:
        self._style = style
        self._letters = style.mono()
        self.block = Code("")
        self.text = ""
        self.height = 0.0
        self.width = 0.0
        self.content_width = 0.0
        self.changed_top = 0.0  # everything above looks as before the last `set_block`
        self.scroll_x = 0.0
        self.header_height = float(style.px(34))
        self._padding = float(style.px(14))
        self._lines: list[str] = [""]
        self._starts: list[int] = [0]
        self._longest = 0
        self._advance = QFontMetricsF(self._letters.font).horizontalAdvance("0")
        self._colours: ColouredLines = []
        self._cache: dict[int, QTextLayout] = {}

    @property
    def line_count(self) -> int:
        """Lines of code."""
        return len(self._lines)

    def set_block(self, block: Code, width: float) -> None:
        """Show `block`; text that only grew keeps its lines."""
        text = block.text
        self.changed_top = 0.0
        if self.text and width == self.width:
            self.changed_top = self.header_height + max(0, len(self._lines) - 1) * self._letters.line_height
        if self.text and text.startswith(self.text) and len(text) >= len(self.text):
            self._extend(text)
        elif text != self.text:
            self.changed_top = 0.0
            self._replace(text)
        self.block, self.text, self.width = block, text, width
        self.height = self.header_height + len(self._lines) * self._letters.line_height + 1.7 * self._padding
        self.content_width = self._longest * self._advance + 2 * self._padding
        self.scroll_x = min(self.scroll_x, self.max_scroll)

    @property
    def max_scroll(self) -> float:
        """How far the code can be scrolled to the side, in pixels."""
        return max(0.0, self.content_width - self.width)

    @property
    def has_colours(self) -> bool:
        """Whether some lines are coloured."""
        return bool(self._colours)

    @property
    def is_coloured(self) -> bool:
        """Whether all lines are coloured."""
        return len(self._colours) >= len(self._lines)

    def set_colours(self, code: str, colours: ColouredLines) -> None:
        """Colour the lines of `code`, which is the text or the beginning of it."""
        if self.text.startswith(code):
            complete = len(colours) if code == self.text else len(colours) - 1
            self._colours = colours[:complete]
            self._cache.clear()

    def _replace(self, text: str) -> None:
        self._lines = text.split("\n")
        self._starts = [0, *accumulate(len(line) + 1 for line in self._lines[:-1])]
        self._longest = max(_columns(line) for line in self._lines)
        self._colours = []
        self._cache.clear()

    def _extend(self, text: str) -> None:
        added = text[len(self.text) :]
        if not added:
            return
        last = len(self._lines) - 1
        self._cache.pop(last, None)
        first, *others = added.split("\n")
        self._lines[last] += first
        self._longest = max(self._longest, _columns(self._lines[last]))
        for line in others:
            self._starts.append(self._starts[-1] + len(self._lines[-1]) + 1)
            self._lines.append(line)
            self._longest = max(self._longest, _columns(line))

    # ---- painting --------------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, origin: QPointF, clip: QRectF, marks: Marks = NO_MARKS) -> None:
        """Draw what lies inside `clip`."""
        frame = QRectF(origin.x(), origin.y(), self.width, self.height)
        self._paint_frame(painter, frame, clip)
        top = origin.y() + self.header_height + self._padding * 0.7
        first = max(0, int((clip.top() - top) // self._letters.line_height))
        last = min(len(self._lines), int((clip.bottom() - top) // self._letters.line_height) + 1)
        painter.save()
        painter.setClipRect(frame.adjusted(1, self.header_height, -1, -1).intersected(clip))
        painter.setPen(self._letters.colour)
        for number in range(first, last):
            at = QPointF(frame.left() + self._padding - self.scroll_x, top + number * self._letters.line_height)
            self._line(number).draw(painter, at, self._line_marks(number, marks))
        painter.restore()

    def _paint_frame(self, painter: QPainter, frame: QRectF, clip: QRectF) -> None:
        style = self._style
        radius = style.tokens.radius.m
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(style.colour("border"), 1))
        painter.setBrush(style.colour("code_background"))
        painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        header = QRectF(frame.left(), frame.top(), frame.width(), self.header_height)
        if header.intersects(clip):
            path = QPainterPath()
            path.addRoundedRect(frame.adjusted(1, 1, -1, -1), radius - 1, radius - 1)
            painter.setClipPath(path)
            painter.setPen(QPen(style.colour("border"), 1))
            painter.drawLine(
                QPointF(header.left(), header.bottom() - 0.5), QPointF(header.right(), header.bottom() - 0.5)
            )
            label = style.small()
            painter.setFont(label.font)
            painter.setPen(style.colour("text_muted"))
            painter.drawText(
                header.adjusted(self._padding, 0, -style.px(90), 0),
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
                self.block.language[:40] or "text",
            )
        painter.restore()

    def _line(self, number: int) -> QTextLayout:
        found = self._cache.get(number)
        if found is not None:
            return found
        if len(self._cache) >= _KEPT_LINES:
            self._cache.clear()
        line = self._lines[number]
        layout = QTextLayout(line, self._letters.font)
        option = layout.textOption()
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        option.setTabStopDistance(self._advance * len(_TAB))
        option.setWrapMode(option.WrapMode.NoWrap)
        layout.setTextOption(option)
        if number < len(self._colours):
            layout.setFormats(
                [self._coloured(line, start, length, name) for start, length, name in self._colours[number]]
            )
        layout.setCacheEnabled(True)
        layout.beginLayout()
        laid = layout.createLine()
        if laid.isValid():
            laid.setLineWidth(_UNBROKEN)
            laid.setPosition(QPointF(0, self._letters.baseline - laid.ascent()))
        layout.endLayout()
        if not line.isascii():
            self._longest = max(self._longest, int(laid.naturalTextWidth() / self._advance) + 1)
        self._cache[number] = layout
        return layout

    def _coloured(self, line: str, start: int, length: int, name: str) -> QTextLayout.FormatRange:
        found = QTextLayout.FormatRange()
        found.start = _units(line, start)
        found.length = _units(line, start + length) - found.start
        look = QTextCharFormat()
        look.setForeground(self._style.colour(name))
        if name == "code_comment":
            look.setFontItalic(True)
        found.format = look
        return found

    def _line_marks(self, number: int, marks: Marks) -> list[QTextLayout.FormatRange]:
        start, line = self._starts[number], self._lines[number]
        ranges = []
        for (first, last), kind in marks.ranges():
            begin, stop = max(0, first - start), min(len(line), last - start)
            if begin < stop:
                found = QTextLayout.FormatRange()
                found.start = _units(line, begin)
                found.length = _units(line, stop) - found.start
                found.format = mark_look(self._style, kind)
                ranges.append(found)
        return ranges

    # ---- asking ----------------------------------------------------------------------------------------------------

    def offset_at(self, x: float, y: float) -> int:
        """The offset nearest to a point."""
        number = int((y - self.header_height - self._padding * 0.7) // self._letters.line_height)
        if number < 0:
            return 0
        if number >= len(self._lines):
            return len(self.text)
        line = self._line(number).lineAt(0)
        units = line.xToCursor(x - self._padding + self.scroll_x) if line.isValid() else 0
        return self._starts[number] + _characters(self._lines[number], units)

    def span_at(self, x: float, y: float) -> Span | None:
        """Code has no links."""
        return None

    def top_of(self, offset: int) -> float:
        """Top of the line that holds `offset`."""
        number = max(0, bisect_right(self._starts, offset) - 1)
        return self.header_height + self._padding * 0.7 + number * self._letters.line_height


def _columns(line: str) -> int:
    """Width of a line in characters; wide scripts count twice."""
    if line.isascii():
        return len(line) + (line.count("\t") * (len(_TAB) - 1) if "\t" in line else 0)
    return sum(2 if sign > "\u2e7f" else 1 for sign in line)


def _units(line: str, offset: int) -> int:
    return offset if line.isascii() else len(line[:offset].encode("utf-16-le")) // 2


def _characters(line: str, units: int) -> int:
    return units if line.isascii() else len(line.encode("utf-16-le")[: units * 2].decode("utf-16-le", "ignore"))
