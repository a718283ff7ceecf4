"""Running text laid out in lines, in segments: when text grows, only the last segment is laid out again."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal, TypeAlias

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption

from desktop.chat.citation_marks import number_of
from desktop.chat.markdown_blocks import CellAlignment, Emphasis, Prose, Span
from desktop.chat.transcript_style import Letters, TranscriptStyle

#: Characters laid out at a time: 0.2 ms. A segment ends at a line's end, so that the joints cannot be seen.
_SEGMENT = 900
_BIG = 1.0e6
_CHIP_ROOM = 3.0  # pixels between the letters of inline code and the edge of its ground


MarkKind: TypeAlias = Literal["selection", "highlight", "accent", "spoken"]


@dataclass(frozen=True, slots=True)
class Marks:
    """What is set off in a text besides its own spans: the selection, words searched for, the sentence being spoken."""

    selection: tuple[int, int] | None = None
    found: Sequence[tuple[int, int]] = ()
    current: tuple[int, int] | None = None
    spoken: tuple[int, int] | None = None

    def ranges(self) -> list[tuple[tuple[int, int], MarkKind]]:
        """What is set off and how, the later over the earlier."""
        wanted: list[tuple[tuple[int, int], MarkKind]] = [(self.spoken, "spoken")] if self.spoken is not None else []
        wanted += [(found, "accent" if found == self.current else "highlight") for found in self.found]
        if self.selection is not None:
            wanted.append((self.selection, "selection"))
        return wanted


NO_MARKS = Marks()


@dataclass(slots=True)
class _Segment:
    start: int
    end: int
    top: float
    height: float
    width: float
    layout: QTextLayout
    astral: list[int]  # positions of characters that take two UTF-16 units
    chips: list[tuple[QRectF, Emphasis]] | None = None  # grounds of code and citations, found at the first painting

    def to_units(self, offset: int) -> int:
        """UTF-16 position in the layout of a character offset of the whole text."""
        local = offset - self.start
        return local + bisect_left(self.astral, local) if self.astral else local

    def from_units(self, units: int) -> int:
        if not self.astral:
            return self.start + units
        doubled = [position + number for number, position in enumerate(self.astral)]
        return self.start + units - bisect_left(doubled, units)


class TextFlow:
    """One prose in one width. Offsets count characters of the prose's text; y grows downward from the flow's top."""

    def __init__(self, letters: Letters, style: TranscriptStyle, *, alignment: CellAlignment = "left") -> None:
        self.letters = letters
        self._style = style
        self._alignment = alignment
        self.prose = Prose("")
        self._width = -1.0
        self._segments: list[_Segment] = []
        self.height = 0.0
        self.natural_width = 0.0
        self.changed_top = 0.0  # everything above looks as before the last `set_prose`

    def set_prose(self, prose: Prose, width: float) -> None:
        """Show `prose` in `width` pixels; text that only grew keeps the segments before its end."""
        keep, self.changed_top = 0, 0.0
        if width == self._width and self._segments:
            keep = self._unchanged_segments(prose)
            self.changed_top = self._first_changed_line(prose, keep)
        del self._segments[keep:]
        self.prose, self._width = prose, width
        self._lay_out()

    def _first_changed_line(self, prose: Prose, keep: int) -> float:
        """Top of the line above the first one that looks different in `prose`."""
        start = self._segments[keep].start
        same = start + _common_length(self.prose.text[start:], prose.text[start:])
        for mine, theirs in zip_longest(self._spans_between(start, same), _between(prose.spans, start, same)):
            if mine != theirs:
                same = min(same, *(span.start for span in (mine, theirs) if span is not None))
                break
        return max(0.0, self.top_of(max(start, same - 1)) - self.letters.line_height)

    def _unchanged_segments(self, prose: Prose) -> int:
        last = self._segments[-1]
        old = self.prose
        if not prose.text.startswith(old.text[: last.start]):
            return 0
        kept = len(self._segments) - 1
        while kept and not self._same_spans(prose.spans, self._segments[kept - 1].end):
            kept -= 1
        return kept

    def _same_spans(self, spans: Sequence[Span], end: int) -> bool:
        ours = bisect_left(self.prose.spans, end, key=_start)
        theirs = bisect_left(spans, end, key=_start)
        return ours == theirs and tuple(spans[:theirs]) == self.prose.spans[:ours]

    def _lay_out(self) -> None:
        text = self.prose.text
        position = self._segments[-1].end if self._segments else 0
        top = self._segments[-1].top + self._segments[-1].height if self._segments else 0.0
        rtl = is_right_to_left(text)
        while position < len(text) or not self._segments:
            segment = self._segment(position, top, rtl=rtl)
            self._segments.append(segment)
            position, top = segment.end, top + segment.height
        if text.endswith("\n"):
            top += self.letters.line_height
        self.height = top
        self.natural_width = max(segment.width for segment in self._segments)

    def _segment(self, start: int, top: float, *, rtl: bool) -> _Segment:
        text = self.prose.text
        stop = min(len(text), start + _SEGMENT)
        newline = text.find("\n", start + _SEGMENT // 2, stop)
        if newline >= 0:
            stop = newline + 1
        piece = text[start:stop]
        astral = [] if piece.isascii() or max(piece) <= "\uffff" else [n for n, c in enumerate(piece) if c > "\uffff"]
        shown = piece[:-1] + " " if piece.endswith("\n") else piece
        layout = QTextLayout(shown.replace("\n", "\u2028"), self.letters.font)
        layout.setCacheEnabled(True)
        layout.setTextOption(_option(self._alignment, rtl=rtl))
        segment = _Segment(start, stop, top, 0.0, 0.0, layout, astral)
        spans = self._spans_between(start, stop)
        if spans:
            layout.setFormats([self._range(segment, span) for span in spans] + self._room_for_chips(segment, spans))
        self._break_lines(segment, more=stop < len(text) and not piece.endswith("\n"))
        return segment

    def _spans_between(self, start: int, stop: int) -> list[Span]:
        return _between(self.prose.spans, start, stop)

    def _range(self, segment: _Segment, span: Span) -> QTextLayout.FormatRange:
        found = QTextLayout.FormatRange()
        first = segment.to_units(max(span.start, segment.start))
        found.start = first
        found.length = segment.to_units(min(span.end, segment.end)) - first
        found.format = self.letters.format_of(span.emphasis)
        return found

    def _room_for_chips(self, segment: _Segment, spans: Sequence[Span]) -> list[QTextLayout.FormatRange]:
        """The ground of inline code is wider than its letters: it takes no room from the words beside it.

        Spacing stands behind a letter, so it goes to the one before the code and to the code's last one.
        """
        found: list[QTextLayout.FormatRange] = []
        for span in spans:
            if span.emphasis & Emphasis.CITATION:
                found += self._hidden_brackets(segment, span)
                continue
            if not span.emphasis & Emphasis.CODE:
                continue
            for at in (span.start - 1, span.end - 1):
                if segment.start <= at < segment.end and self.prose.text[at] != "\n":
                    own = next((one for one in spans if one.start <= at < one.end), None)
                    letter = Span(at, at + 1, own.emphasis if own is not None else Emphasis.NONE)
                    room = self._range(segment, letter)
                    wider = QTextCharFormat(room.format)
                    wider.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
                    wider.setFontLetterSpacing(_CHIP_ROOM)
                    room.format = wider
                    found.append(room)
        return found

    def _hidden_brackets(self, segment: _Segment, span: Span) -> list[QTextLayout.FormatRange]:
        """The brackets of a citation are the room beside its number: they are there, but not seen."""
        found: list[QTextLayout.FormatRange] = []
        for at in (span.start, span.end - 1):
            if segment.start <= at < segment.end:
                bracket = self._range(segment, Span(at, at + 1, span.emphasis))
                unseen = QTextCharFormat(bracket.format)
                unseen.setForeground(Qt.GlobalColor.transparent)
                bracket.format = unseen
                found.append(bracket)
        return found

    def _break_lines(self, segment: _Segment, *, more: bool) -> None:
        """Break into lines; when more text follows, the last line is left to the next segment."""
        layout, height, baseline = segment.layout, self.letters.line_height, self.letters.baseline
        layout.beginLayout()
        y, widest, count, last_start = 0.0, 0.0, 0, 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self._width)
            line.setPosition(QPointF(0, y + baseline - line.ascent()))
            widest = max(widest, line.naturalTextWidth())
            last_start = line.textStart()
            y += height
            count += 1
        layout.endLayout()
        if more and count > 1:
            segment.end = segment.from_units(last_start)
            y -= height
        segment.height, segment.width = y, widest

    def _chips_of(self, segment: _Segment) -> list[tuple[QRectF, Emphasis]]:
        """Rounded backgrounds of inline code and citations; drawn before the text."""
        if segment.chips is None:
            segment.chips = [
                (rect, span.emphasis)
                for span in self._spans_between(segment.start, segment.end)
                if span.emphasis & (Emphasis.CODE | Emphasis.CITATION)
                for rect in self._rects_in(segment, span.start, span.end)
            ]
        return segment.chips

    def _rects_in(self, segment: _Segment, start: int, end: int) -> list[QRectF]:
        first, last = segment.to_units(max(start, segment.start)), segment.to_units(min(end, segment.end))
        rects = []
        at = segment.layout.lineForTextPosition(first)
        for number in range(at.lineNumber() if at.isValid() else 0, segment.layout.lineCount()):
            line = segment.layout.lineAt(number)
            if line.textStart() >= last:
                break
            begin, stop = line.textStart(), line.textStart() + line.textLength()
            if begin >= last or stop <= first or number * self.letters.line_height >= segment.height:
                continue
            left = _x(line.cursorToX(max(first, begin)))
            right = _x(line.cursorToX(min(last, stop)))
            rects.append(
                QRectF(min(left, right), number * self.letters.line_height, abs(right - left), self.letters.line_height)
            )
        return rects

    # ---- painting and asking ---------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, origin: QPointF, clip: QRectF, marks: Marks = NO_MARKS) -> None:
        """Draw what lies inside `clip` (in the painter's coordinates)."""
        painter.setPen(self.letters.colour)
        for segment in self._segments:
            top = origin.y() + segment.top
            if top > clip.bottom():
                break
            if top + segment.height < clip.top():
                continue
            here = QPointF(origin.x(), top)
            if chips := self._chips_of(segment):
                self._paint_chips(painter, chips, here)
            cut = clip.intersected(QRectF(-_BIG, top, 2 * _BIG, segment.height))
            segment.layout.draw(painter, here, self._selections(segment, marks), cut)

    def _paint_chips(self, painter: QPainter, chips: Sequence[tuple[QRectF, Emphasis]], origin: QPointF) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._style.colour("hover"))
        inset = self.letters.line_height * 0.09
        for rect, look in chips:
            if look & Emphasis.CODE:
                painter.drawRoundedRect(rect.translated(origin).adjusted(-_CHIP_ROOM, inset, 0, -inset), 4, 4)
        for rect, look in chips:
            if not look & Emphasis.CODE:
                self._paint_citation(painter, rect.translated(origin), look)
        painter.restore()

    def _ground_of(self, line: QRectF) -> QRectF:
        """The ground of a citation that takes this part of a line: around the middle of its figures."""
        height = self._style.citation_px * 1.5
        middle = line.top() + self.letters.baseline - self._style.citation_px * 0.36
        return QRectF(line.left() + 0.5, middle - height / 2, line.width() - 1, height)

    def cited(self) -> list[tuple[int, QRectF]]:
        """The numbers that are cited, in the order of the text, and where their grounds lie."""
        found: list[tuple[int, QRectF]] = []
        for segment in self._segments:
            for span in self._spans_between(segment.start, segment.end):
                if span.emphasis & Emphasis.CITATION and span.start >= segment.start:
                    rects = self._rects_in(segment, span.start, span.end)
                    found += [(number_of(span), self._ground_of(rect).translated(0, segment.top)) for rect in rects[:1]]
        return found

    def _paint_citation(self, painter: QPainter, line: QRectF, look: Emphasis) -> None:
        """The ground of a citation; one that names no passage has a broken edge."""
        unsupported = bool(look & Emphasis.UNSUPPORTED)
        ground = self._ground_of(line)
        painter.setBrush(self._style.colour("warning_soft" if unsupported else "accent_soft"))
        edged = unsupported or self._style.tokens.name == "high_contrast"
        pen = QPen(self._style.colour("warning" if unsupported else "accent"), 1)
        pen.setStyle(Qt.PenStyle.DashLine if unsupported else Qt.PenStyle.SolidLine)
        painter.setPen(pen if edged else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(ground, 4, 4)

    def _selections(self, segment: _Segment, marks: Marks) -> list[QTextLayout.FormatRange]:
        ranges = [self._mark(segment, start, end, kind) for (start, end), kind in marks.ranges()]
        return [found for found in ranges if found is not None]

    def _mark(self, segment: _Segment, start: int, end: int, kind: MarkKind) -> QTextLayout.FormatRange | None:
        start, end = max(start, segment.start), min(end, segment.end)
        if start >= end:
            return None
        found = QTextLayout.FormatRange()
        found.start = segment.to_units(start)
        found.length = segment.to_units(end) - found.start
        found.format = mark_look(self._style, kind)
        return found

    def offset_at(self, x: float, y: float) -> int:
        """The offset nearest to a point."""
        segment = next((s for s in self._segments if y < s.top + s.height), self._segments[-1])
        lines = max(1, round(segment.height / self.letters.line_height))
        number = min(max(0, int((y - segment.top) // self.letters.line_height)), lines - 1)
        line = segment.layout.lineAt(number)
        if not line.isValid():
            return segment.end
        return min(segment.from_units(line.xToCursor(x)), segment.end)

    def span_at(self, x: float, y: float) -> Span | None:
        """The span under a point, None beside the text."""
        for segment in self._segments:
            if segment.top <= y < segment.top + segment.height:
                line = segment.layout.lineAt(int((y - segment.top) // self.letters.line_height))
                if not line.isValid() or not line.naturalTextRect().left() <= x <= line.naturalTextRect().right():
                    return None
                offset = self.offset_at(x, y)
                candidates = self._spans_between(max(0, offset - 1), offset + 1)
                return next((span for span in candidates if self._covers(segment, span, x, y)), None)
        return None

    def _covers(self, segment: _Segment, span: Span, x: float, y: float) -> bool:
        return any(rect.contains(x, y - segment.top) for rect in self._rects_in(segment, span.start, span.end))

    def top_of(self, offset: int) -> float:
        """Top of the line that holds `offset`."""
        for segment in self._segments:
            if offset < segment.end or segment is self._segments[-1]:
                line = segment.layout.lineForTextPosition(segment.to_units(min(offset, segment.end)))
                number = line.lineNumber() if line.isValid() else 0
                return segment.top + number * self.letters.line_height
        return 0.0

    def x_of(self, offset: int) -> float:
        """Horizontal place of `offset` in its line."""
        for segment in self._segments:
            if offset < segment.end or segment is self._segments[-1]:
                units = segment.to_units(min(offset, segment.end))
                line = segment.layout.lineForTextPosition(units)
                return _x(line.cursorToX(units)) if line.isValid() else 0.0
        return 0.0


def mark_look(style: TranscriptStyle, kind: MarkKind) -> QTextCharFormat:
    """How a marked stretch is written. Where the soft ground can hardly be seen, a line below says it, too."""
    look = QTextCharFormat()
    if kind == "spoken":
        look.setBackground(style.colour("accent_soft"))
        look.setForeground(style.colour("accent_on_soft"))
        look.setFontUnderline(style.tokens.name == "high_contrast")
    else:
        look.setBackground(style.colour(kind))
        look.setForeground(style.colour(f"{kind}_text"))
    return look


def _common_length(first: str, second: str) -> int:
    """How many characters at the start are the same; halving, since comparing slices is quick."""
    low, high = 0, min(len(first), len(second))
    while low < high:
        middle = (low + high + 1) // 2
        if first[low:middle] == second[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _between(spans: Sequence[Span], start: int, stop: int) -> list[Span]:
    """The spans that touch the characters from `start` to `stop`."""
    first = max(0, bisect_right(spans, start, key=_start) - 1)
    last = bisect_left(spans, stop, key=_start)
    return [span for span in spans[first:last] if span.end > start]


def _start(span: Span) -> int:
    return span.start


def _x(found: object) -> float:
    """`cursorToX` answers with a number or, in some versions of the binding, with a pair."""
    return float(found[0]) if isinstance(found, (tuple, list)) else float(found)  # type: ignore[arg-type]


def _option(alignment: CellAlignment, *, rtl: bool) -> QTextOption:
    flags = {
        "left": Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute,
        "center": Qt.AlignmentFlag.AlignHCenter,
        "right": Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute,
    }
    option = QTextOption(flags["right" if rtl and alignment == "left" else alignment])
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    return option


def is_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction is written from right to left (Unicode UAX 9, P2 and P3)."""
    for sign in text[:500]:
        direction = unicodedata.bidirectional(sign)
        if direction in ("R", "AL"):
            return True
        if direction == "L":
            return False
    return False
