"""One message as a widget: header, thinking, notices, text, attachments, error and what can be done with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QToolTip, QWidget

from core.conversations.message_tree import Message
from desktop.chat.answer_sources import AnswerSources
from desktop.chat.attachment_strip import AttachmentStrip, LoadAttachment
from desktop.chat.citation_marks import cited_numbers, number_of
from desktop.chat.citation_stops import CitationStop, CitationStops
from desktop.chat.edit_in_place import EditInPlace
from desktop.chat.error_card import ErrorCard
from desktop.chat.markdown_blocks import Block, Span, copied_text
from desktop.chat.message_actions import ActionBar, RowPlace
from desktop.chat.message_layout import Hit, MessageLayout
from desktop.chat.row_painting import paint_bubble, paint_dot, paint_header, paint_note, paint_notices, paint_stopped
from desktop.chat.row_tools import RowTools
from desktop.chat.row_words import speed_of, spoken_name, spoken_sources, time_of
from desktop.chat.source_strip import SourceStrip
from desktop.chat.spoken_place import heard_until
from desktop.chat.text_flow import Marks
from desktop.chat.thinking_fold import ThinkingFold
from desktop.chat.transcript_style import TranscriptStyle
from desktop.widgets.amounts import figure

#: A row that shall show its buttons without pointer or keyboard on it makes them so much later: making them takes
#: longer than painting the row, and nobody presses one before.
_BAR_AFTER_MS = 120
_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


@dataclass(slots=True)
class RowContent:
    """What a row shows."""

    message: Message
    blocks: Sequence[Block]
    thinking: str = ""
    is_thinking: bool = False
    thinking_s: float | None = None
    notices: Sequence[str] = ()
    status: str = ""
    hidden_characters: int = 0
    can_show_more: bool = True
    is_last: bool = False
    models: Sequence[str] = field(default_factory=tuple)
    place: RowPlace = "chat"
    is_spoken: bool = False
    sources: AnswerSources | None = None

    @property
    def is_growing(self) -> bool:
        """Whether more may come."""
        return self.message.state == "streaming"


class MessageRow(QWidget):
    """A row. It is as tall as `fit` says; text is painted, everything that can be pressed is a widget."""

    action_chosen = Signal(str, str)  # kind, text
    size_changed = Signal()
    more_wanted = Signal()
    source_pointed = Signal(int, object)  # number of a source, its place on the screen (QRect); 0: none any more

    def __init__(
        self, parent: QWidget, style: TranscriptStyle, content: RowContent, load: LoadAttachment | None
    ) -> None:
        super().__init__(parent)
        self.style_ = style
        self.content = content
        self.text = MessageLayout(style)
        self.marks: Mapping[int, Marks] = {}
        self._tools = RowTools(self, self.text, self._scrolled_sideways)
        self._load = load
        self._thinking: ThinkingFold | None = None
        self._strip: AttachmentStrip | None = None
        self._error: ErrorCard | None = None
        self._sources: SourceStrip | None = None
        self._citations: CitationStops | None = None
        self._bar: ActionBar | None = None
        self._bar_is_for: object = None
        self._bar_is_due = False
        self._more: QPushButton | None = None
        self._editor: EditInPlace | None = None
        self._text_at = QPointF(0, 0)
        self._bubble = QRectF()
        self._header = QRect()
        self._notices = QRect()
        self._footer = QRect()
        self._changed_y = 0
        self._ring = False
        self._near = False
        self._heard: tuple[int, int, str] | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_StaticContents)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._read_content()
        self.text.set_blocks(content.blocks, 0)

    @property
    def message(self) -> Message:
        """The message it shows."""
        return self.content.message

    @property
    def is_own(self) -> bool:
        """Whether the owner wrote it."""
        return self.message.role == "user"

    @property
    def is_note(self) -> bool:
        """Whether it is a note: something to read, as wide as the column, not the right side of a talk."""
        return self.is_own and self.content.place == "notes"

    @property
    def _ends_right(self) -> bool:
        """Whether its buttons stand below its right edge."""
        return self.is_own and not self.is_note

    def spoken(self) -> str:
        """What a screen reader says for it, with the words that have arrived until now."""
        words = " ".join(block.plain_text for block in self.content.blocks[:4])
        return spoken_name(self.message, words) + spoken_sources(self.content.sources, self.content.blocks)

    # ---- content ---------------------------------------------------------------------------------------------------

    def grow(self, content: RowContent, first_block: int) -> int:
        """The text grew; blocks before `first_block` are as before. Returns the new height.

        Only lays out. The list moves the rows first, so that Qt can copy what is painted already, and then calls
        `repaint_growth`.
        """
        self.content = content
        top = self.text.set_blocks(content.blocks, first_block)
        height = self.fit(self.width(), first_block)
        self._changed_y = int(self._text_at.y() + top) - 4
        return height

    def repaint_growth(self) -> None:
        """Paint what `grow` changed."""
        self.update(0, self._changed_y, self.width(), self.height() - self._changed_y)

    def show_content(self, content: RowContent) -> None:
        """Show something else, laid out anew unless the blocks are those that lie there.

        A growing answer's list of blocks is one and the same object, so the comparison is with what was laid out.
        """
        self.content = content
        self._read_content()
        placed = self.text.placed
        if len(placed) != len(content.blocks) or any(
            there.block is not block and there.block != block
            for there, block in zip(placed, content.blocks, strict=True)
        ):
            self.text.set_blocks(content.blocks, 0)
        self.update()

    def _read_content(self) -> None:
        content, message = self.content, self.content.message
        self.setAccessibleName(self.spoken())
        self._read_heard()
        if content.thinking and self._thinking is None:
            self._thinking = ThinkingFold(self, self.style_)
            self._thinking.toggled.connect(lambda _: self.size_changed.emit())
            self._thinking.show()
        if self._thinking is not None:
            self._thinking.set_state(content.thinking, live=content.is_thinking, seconds=content.thinking_s)
        if message.attachments and self._strip is None:
            self._strip = AttachmentStrip(self, message.attachments, self._load, self.style_)
            self._strip.play_wanted.connect(lambda the_id: self.action_chosen.emit("play_recording", the_id))
            self._strip.show()
        self.refresh_error()
        self._read_sources()
        self._read_bar()
        if content.hidden_characters and self._more is None:
            self._more = QPushButton(self)
            self._more.setProperty("kind", "chip")
            self._more.clicked.connect(self.more_wanted)
            self._more.show()
        if self._more is not None:
            left = figure(content.hidden_characters)
            words = self.tr("Show more (%1 characters are not shown)")
            if not content.can_show_more:
                words = self.tr("Copy the whole message (%1 characters are not shown)")
            self._more.setText(words.replace("%1", left))
            self._more.setVisible(content.hidden_characters > 0)

    def _read_sources(self) -> None:
        """What it was made from, once it is whole: before that the words come first."""
        sources = self.content.sources
        if sources is None or self.is_own or self.content.is_growing:
            if self._sources is not None:
                self._sources.hide()
            return
        if self._sources is None:
            strip = self._sources = SourceStrip(self, self.style_)
            strip.pointed.connect(self.source_pointed)
            strip.opened.connect(lambda number: self.action_chosen.emit("open_source", str(number)))
            strip.all_wanted.connect(lambda: self.action_chosen.emit("how_made", ""))
            strip.memory_wanted.connect(lambda: self.action_chosen.emit("show_memory", ""))
        self._sources.show_sources(sources, sorted(cited_numbers(self.content.blocks)))
        self._sources.show()

    def refresh_error(self) -> None:
        """Show why it failed, and what can be done about it now."""
        error = self.message.error
        if error is None and self._error is not None:
            self._error.deleteLater()
            self._error = None
        if error is not None and self._error is None:
            self._error = ErrorCard(self, error, place=self.content.place)
            self._error.chosen.connect(lambda kind: self.action_chosen.emit(kind, ""))
            self._error.folded.connect(self.size_changed)
            self._error.show()
        if self._error is not None:
            self._error.set_models_at_hand(bool(self.content.models))

    def _read_bar(self) -> None:
        """Other buttons for another state; a bar that fits stays, one that is not there yet can wait."""
        message = self.message
        fits = (message.state == "streaming", message.sibling_index, message.sibling_count, tuple(self.content.models))
        if self._bar is not None and self._bar_is_for != fits:
            self._bar.hide()
            self._bar.deleteLater()
            self._bar = None
        self._bar_is_for = fits
        if self._bar is not None or self._near or self.has_focus_within():
            self._show_bar()
        elif not self._bar_is_due and not self.content.is_growing and (self.content.is_last or fits[2] > 1):
            self._bar_is_due = True
            QTimer.singleShot(_BAR_AFTER_MS, self, self._make_due_bar)

    def _make_due_bar(self) -> None:
        self._bar_is_due = False
        self._show_bar()
        self.update(self._footer)

    def set_last(self, *, last: bool) -> None:
        """Whether this is the last message: that one shows its buttons always."""
        if self.content.is_last != last:
            self.content.is_last = last
            self._read_bar()
            self.update(self._footer)

    def set_spoken(self, *, spoken: bool) -> None:
        """Whether it is being read aloud: its buttons stay in sight then, so that it can be ended."""
        if self.content.is_spoken != spoken:
            self.content.is_spoken = spoken
            if self._bar is not None:
                self._bar.show_spoken(spoken)
            self._show_bar()
            self.update(self._footer)

    def _wants_bar(self) -> bool:
        if self.content.place == "comparison":  # the column has the buttons
            return False
        wanted = self._near or self.content.is_last or self.content.is_spoken or self.hasFocus()
        return wanted and not self.content.is_growing

    def _show_bar(self) -> None:
        wanted = self._wants_bar() or self._has_focus_inside()
        if self._editor is not None or not (wanted or self.message.sibling_count > 1) or self.content.is_growing:
            if self._bar is not None:
                self._bar.hide()
            return
        if self._bar is None:
            self._bar = ActionBar(
                self, self.message, self.content.models, place=self.content.place, is_spoken=self.content.is_spoken
            )
            self._bar.chosen.connect(self.action_chosen)
            self._bar.show()
            self._place_bar()
        self._bar.show()
        self._bar.show_actions(wanted)
        self._place_bar()

    def _has_focus_inside(self) -> bool:
        inside = self.window().focusWidget() if self.window() else None
        return inside is not None and inside is not self and self.isAncestorOf(inside)

    # ---- geometry --------------------------------------------------------------------------------------------------

    def fit(self, width: int, first_block: int = 0) -> int:
        """Arrange for `width` pixels; returns the height the row wants."""
        style = self.style_
        column = min(style.reading_width, width - 2 * style.tokens.spacing.xl)
        left = (width - column) // 2
        y = style.px(12)
        y = self._fit_own(left, y, column) if self.is_own else self._fit_answer(left, y, column)
        self._tools.place(self._text_at.x(), self._text_at.y(), first_block)
        self._place_citations()
        if self._more is not None and not self._more.isHidden():
            size = self._more.sizeHint()
            self._more.setGeometry(left, y + 6, size.width(), size.height())
            y += size.height() + 12
        if self._sources is not None and not self._sources.isHidden():
            y += style.px(8)
            height = self._sources.fit(column)
            self._sources.setGeometry(left, y, column, height)
            y += height
        if self._error is not None:
            y += style.px(10) if self.text.placed else style.px(4)
            wanted = self._error.heightForWidth(column)
            self._error.setGeometry(left, y, column, wanted)
            y += wanted
        self._footer = QRect(left, y + 4, column, max(style.px(30), 30))
        self._place_bar()
        return y + 4 + self._footer.height() + style.px(2)

    def _fit_own(self, left: int, y: int, column: int) -> int:
        style = self.style_
        if self._strip is not None:
            height = self._strip.fit(column)
            self._strip.setGeometry(left, y, column, height)
            y += height
        if self._editor is not None:
            height = self._editor.wanted_height(column)
            self._editor.setGeometry(left, y, column, height)
            self._bubble = QRectF()
            return y + height
        pad_x, pad_y = style.px(16), style.px(14 if self.is_note else 10)
        most = (column if self.is_note else int(column * 0.82)) - 2 * pad_x
        self.text.set_width(most)
        if self.is_note and self.text.placed:
            self._bubble = QRectF(left, y, column, self.text.height + 2 * pad_y)
            self._text_at = QPointF(left + pad_x, y + pad_y)
            return int(self._bubble.bottom())
        inner = min(most, int(self.text.natural_width) + 1)
        if inner < most and all(not hasattr(placed.layout, "scroll_x") for placed in self.text.placed):
            self.text.set_width(inner)
        if not self.text.placed:
            self._bubble = QRectF()
            self._text_at = QPointF(left, y)
            return y
        self._bubble = QRectF(left + column - inner - 2 * pad_x, y, inner + 2 * pad_x, self.text.height + 2 * pad_y)
        self._text_at = QPointF(self._bubble.left() + pad_x, y + pad_y)
        return int(self._bubble.bottom())

    def _fit_answer(self, left: int, y: int, column: int) -> int:
        style = self.style_
        line = style.small().line_height
        if self.content.place != "comparison":  # there the column says who answers
            self._header = QRect(left, y, column, line + style.px(4))
            y = self._header.bottom() + style.px(7)
        if self._thinking is not None:
            height = self._thinking.fit(column)
            self._thinking.setGeometry(left, y - style.px(4), column, height)
            y += height
        notices = len(self.content.notices) + bool(self.content.status)
        self._notices = QRect(left, y, column, notices * (line + style.px(4)))
        if notices:
            y = self._notices.bottom() + style.px(8)
        self.text.set_width(column)
        self._text_at = QPointF(left, y)
        y += int(self.text.height)
        if self._end_words():
            y += style.px(6) + line
        if self.content.is_growing and not self.text.placed and not self.content.is_thinking:
            y += style.prose().line_height
        return y

    def _place_citations(self) -> None:
        """Each citation is a stop of the keyboard, once it is known what they cite."""
        sources = self.content.sources
        if sources is None or self.is_own or self.content.is_growing or self._editor is not None:
            if self._citations is not None:
                self._citations.clear()
            return
        if self._citations is None:
            self._citations = CitationStops(self, self.style_)
        at = self._text_at
        for stop in self._citations.place([(one, place.translated(at)) for one, place in self.text.cited()], sources):
            stop.pointed.connect(self.source_pointed)
            stop.opened.connect(lambda number: self.action_chosen.emit("open_source", str(number)))

    def _scrolled_sideways(self) -> None:
        """The citations of a wide table go with it."""
        self._place_citations()
        self.update()

    def _place_bar(self) -> None:
        if self._bar is None or self._footer.isNull():
            return
        size = self._bar.sizeHint()
        left = self._footer.right() - size.width() + 1 if self._ends_right else self._footer.left() - 6
        self._bar.setGeometry(left, self._footer.top(), size.width(), max(size.height(), self._footer.height()))

    def resized_to(self, width: int) -> int:
        """Arrange for another width and take the height; returns it."""
        height = self.fit(width)
        self.resize(width, height)
        return height

    # ---- painting --------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Background, header, text and footer inside the exposed part."""
        painter = QPainter(self)
        clip = QRectF(event.rect())
        style = self.style_
        painter.fillRect(event.rect(), style.colour("window"))
        if self.is_note:
            paint_note(painter, style, self._bubble)
        elif self.is_own:
            paint_bubble(painter, style, self._bubble)
        elif not self._header.isNull():
            paint_header(painter, style, self._header, self.message)
            paint_notices(painter, style, self._notices, self._notice_lines())
        if self._editor is None:
            self.text.paint(painter, self._text_at, clip, self.marks)
        if words := self._end_words():
            top = self._text_at.y() + self.text.height + style.px(6)
            area = QRectF(self._text_at.x(), top, self._footer.width(), style.small().line_height)
            paint_stopped(painter, style, area, words)
            self._paint_heard(painter)
        elif self.content.is_growing and not self.content.is_thinking:
            below = style.px(16) if self.text.placed else style.prose().line_height / 2
            paint_dot(painter, style, QPointF(self._text_at.x(), self._text_at.y() + self.text.height + below))
        self._paint_footer(painter)
        if self._ring:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(style.colour("focus"), style.tokens.focus_width))
            edge = QRectF(self._footer.left() - 14, 3, self._footer.width() + 28, self.height() - 6)
            painter.drawRoundedRect(edge, style.tokens.radius.l, style.tokens.radius.l)

    def _end_words(self) -> str:
        """The quiet line under an answer that was stopped, or not heard to its end."""
        if self._heard is not None:
            words = self.tr("Heard up to here: “…{0}”").format(self._heard[2])
            return words if self._heard[2] else self.tr("Not heard to its end.")
        return self.tr("You stopped this answer.") if self.message.state == "stopped" else ""

    def _read_heard(self) -> None:
        message = self.message
        self._heard = None
        if message.heard_characters is not None and not self.is_own and not self.content.is_growing:
            texts = [block.plain_text for block in self.content.blocks]
            self._heard = heard_until(message.text, message.heard_characters, texts)

    def _paint_heard(self, painter: QPainter) -> None:
        """A stroke in the text where the owner interrupted it."""
        if self._heard is None:
            return
        block, offset, _ = self._heard
        if block >= len(self.text.placed):
            return
        hit = Hit(block, offset)
        at = QPointF(self._text_at.x() + self.text.x_of(hit) + 1, self._text_at.y() + self.text.top_of(hit))
        pen = QPen(self.style_.colour("accent"), 2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(at + QPointF(0, 2), at + QPointF(0, self.style_.prose().line_height - 2))

    def _notice_lines(self) -> list[tuple[str, str]]:
        """Quiet lines above the text, each with the name of its icon."""
        lines = [(notice, "info") for notice in self.content.notices]
        if self.content.status:
            lines.append((self.content.status, "retry"))
        return lines

    def _paint_footer(self, painter: QPainter) -> None:
        style = self.style_
        shown = self._wants_bar() or self._has_focus_inside()
        words = time_of(self.message) if self.is_own else speed_of(self.message)
        if self.content.place == "comparison":  # the column says it
            return
        if not words or not shown or self._editor is not None:
            return
        painter.setFont(style.small().font)
        painter.setPen(style.colour("text_faint"))
        area = QRect(self._footer)
        if self._bar is not None and self._ends_right:
            area.setRight(self._bar.x() - style.px(8))
        elif self._bar is not None:
            area.setLeft(self._bar.geometry().right() + style.px(8))
        if painter.fontMetrics().horizontalAdvance(words) > area.width():
            return  # large letters in a narrow window: the buttons need the line
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)

    # ---- asking ----------------------------------------------------------------------------------------------------

    def hit(self, position: QPoint) -> Hit:
        """The place in the text nearest to a point of the row."""
        return self.text.hit(position.x() - self._text_at.x(), position.y() - self._text_at.y())

    def span_at(self, position: QPoint) -> Span | None:
        """The span under a point of the row."""
        return self.text.span_at(position.x() - self._text_at.x(), position.y() - self._text_at.y())

    def is_text_at(self, position: QPoint) -> bool:
        """Whether there is text to select under a point."""
        area = QRectF(self._text_at.x(), self._text_at.y(), self.text.width, self.text.height)
        return self._editor is None and area.contains(position)

    def top_of(self, hit: Hit) -> int:
        """Top of the line at `hit`, in the row."""
        return int(self._text_at.y() + self.text.top_of(hit))

    def line_from(self, hit: Hit, direction: int) -> Hit | None:
        """The place one line below (1) or above (-1) `hit`; None beyond the message's text."""
        line = self.style_.prose().line_height
        y = self.text.top_of(hit) + line / 2 + direction * line
        if not 0 <= y <= self.text.height:
            return None
        return self.text.hit(self.text.x_of(hit), y)

    def scroll_sideways(self, position: QPoint, delta: float) -> bool:
        """Scroll the wide block under a point."""
        hit = self.hit(position)
        return self._tools.scroll_sideways(hit.block, delta)

    def set_marks(self, marks: Mapping[int, Marks]) -> None:
        """Set off other parts of the text."""
        if marks or self.marks:
            self.marks = marks
            self.update()

    # ---- editing, pointer, focus -----------------------------------------------------------------------------------

    def begin_edit(self, text: str | None = None) -> None:
        """Let the owner change the text (or go on with `text`) in place; sending it again is an `edit` action."""
        if self._editor is not None:
            return
        is_note = self.content.place == "notes"
        self._editor = EditInPlace(self, self.message.text if text is None else text, self.style_, is_note=is_note)
        self._editor.sent.connect(self._end_edit)
        self._editor.cancelled.connect(lambda: self._end_edit(""))
        self._editor.resized.connect(self.size_changed)
        self._editor.show()
        self._show_bar()
        self.size_changed.emit()
        self._editor.focus()

    @property
    def is_edited(self) -> bool:
        """Whether the owner is changing the text now."""
        return self._editor is not None

    @property
    def edited_text(self) -> str:
        """The text as the owner has changed it so far."""
        return self._editor.edit.toPlainText() if self._editor is not None else ""

    def _end_edit(self, text: str) -> None:
        if self._editor is None:
            return
        self._editor.deleteLater()
        self._editor = None
        self.size_changed.emit()
        self._show_bar()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if text:
            self.action_chosen.emit("change_note" if self.content.place == "notes" else "edit", text)

    def has_focus_within(self) -> bool:
        """Whether the row or something in it has the keyboard."""
        return self.hasFocus() or self._has_focus_inside()

    def plain_text(self) -> str:
        """The words of the message as they can be copied."""
        return copied_text(list(self.content.blocks))

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001  Qt's signature
        """Tab goes from the row through its buttons, then out of the list."""
        stops: list[QWidget] = [self, *self._stops()]
        now = self.window().focusWidget()
        place = stops.index(now) if now in stops else 0
        following = place + (1 if forward else -1)
        if not 0 <= following < len(stops):
            return super().focusNextPrevChild(forward)
        stops[following].setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        return True

    def _stops(self) -> list[QWidget]:
        """What can be reached with Tab in this row, from above."""
        found = [
            child
            for child in self.findChildren(QWidget)
            if child.isVisible() and child.isEnabled() and child.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
        ]
        return sorted(found, key=self._reading_place)

    def _reading_place(self, child: QWidget) -> tuple[int, int]:
        """From above; in one line as it is read, which for text may be from right to left."""
        place = child.mapTo(self, QPoint())
        return place.y(), child.order if isinstance(child, CitationStop) else place.x()

    def event(self, event: QEvent) -> bool:
        """Pointer in and out, and the tooltip with a link's full address."""
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self._near = event.type() == QEvent.Type.Enter
            self._show_bar()
            self.update(self._footer)
        elif event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            span = self.span_at(event.pos())
            if span is not None and span.address and not number_of(span):
                QToolTip.showText(event.globalPos(), span.address, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A ring shows where the keyboard is; clicks need none."""
        self._ring = event.reason() in _KEYBOARD
        self._show_bar()
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes; the actions stay while one of them has the keyboard."""
        self._ring = False
        self._show_bar()
        self.update()
        super().focusOutEvent(event)
