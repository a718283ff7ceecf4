"""The virtual list: rows exist only in sight and a page around it; what is in sight never jumps."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPalette, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QPushButton, QToolButton, QWidget

from core.conversations.message_tree import Message
from desktop.chat.attachment_strip import LoadAttachment
from desktop.chat.height_estimate import estimator
from desktop.chat.message_actions import RowPlace
from desktop.chat.message_layout import Hit
from desktop.chat.message_row import MessageRow, RowContent
from desktop.chat.read_ahead import ReadAhead
from desktop.chat.row_colours import RowColours
from desktop.chat.row_heights import RowHeights
from desktop.chat.transcript_access import install_access
from desktop.chat.transcript_model import Growth, TranscriptModel
from desktop.chat.transcript_style import TranscriptStyle, current_style
from desktop.theme.theme_state import theme

_TOP, _BOTTOM = 16, 20
#: The owner is at the end when the last line is at most this far below the window's edge, in pixels.
_AT_END = 6
_LINE_STEP = 44


class RowList(QAbstractScrollArea):
    """Rows of a model. The anchor is one row and its distance from the upper edge; all others follow from it."""

    action_chosen = Signal(str, str, str)  # kind, message id, text
    scrolled = Signal()
    row_made = Signal(object)  # MessageRow
    citation_pointed = Signal(str, int, object)  # message, number, place on the screen (QRect); 0: none any more

    def __init__(
        self, parent: QWidget, model: TranscriptModel, *, load_attachment: LoadAttachment | None = None
    ) -> None:
        super().__init__(parent)
        install_access()
        self.model = model
        self.rows: dict[str, MessageRow] = {}
        self.models: Sequence[str] = ()
        self._place: RowPlace = "chat"
        self.is_passed_by = False  # Tab is on its way past all messages, and none of them is entered
        self.spoken_id = ""  # the message that is being read aloud
        self.colours = RowColours(self)
        self._ahead = ReadAhead(self, model)
        self.load_attachment = load_attachment
        self._style: TranscriptStyle | None = None
        self._heights = RowHeights()
        self._anchor = 0
        self._offset = _TOP
        self._stick = True
        self._arranging = False
        self._current: str | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.arrange)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(True)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.verticalScrollBar().setSingleStep(_LINE_STEP)
        self.verticalScrollBar().setAccessibleName(self.tr("Scroll the conversation"))
        self._paint_background()
        theme().changed.connect(self._theme_changed)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    @property
    def place(self) -> RowPlace:
        """What the rows are part of."""
        return self._place

    @place.setter
    def place(self, place: RowPlace) -> None:
        self._place = place
        self.model.are_notes = place == "notes"

    @property
    def style_(self) -> TranscriptStyle:
        """Fonts and colours, made when the first row needs them."""
        if self._style is None:
            self._style = current_style()
        return self._style

    def _paint_background(self) -> None:
        palette = self.viewport().palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(theme().tokens.colours.window))
        self.viewport().setPalette(palette)

    def _theme_changed(self) -> None:
        """Make all rows anew in the new colours and sizes, with the same row at the top; edits go on."""
        self._style = None
        self._paint_background()
        edited = {key: row.edited_text for key, row in self.rows.items() if row.is_edited}
        focused = next((key for key, row in self.rows.items() if row.has_focus_within()), None)
        self._drop_rows(set(), also_busy=True)
        self._estimate_all()
        self.arrange()
        for key, text in edited.items():
            if (index := self.model.index_of(key)) is not None:
                self.reveal(index).begin_edit(text)
        if not edited and focused in self.rows:
            self.rows[focused].setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- content ---------------------------------------------------------------------------------------------------

    def path_changed(self, *, to_end: bool) -> None:
        """The model shows another path; rows of messages that are still the same stay as they are."""
        kept = {key: row for key, row in self.rows.items() if self._is_same(key, row)}
        had_keyboard = any(row.has_focus_within() for key, row in self.rows.items() if key not in kept)
        self._drop_rows(set(kept))
        anchor = self._anchor_id()
        self._estimate_all()
        for key, row in kept.items():
            index = self.model.index_of(key)
            if index is not None and row.content.is_last == (index + 1 == len(self.model)):
                self._heights.set(index, row.height())
            elif index is not None:
                self._renew(row, index)
        if to_end or anchor is None:
            self._stick, self._anchor, self._offset = True, max(0, len(self.model) - 1), _TOP
        else:
            self._anchor = anchor
        self.arrange(around=False)
        self._later.start(0)
        self._announce_count()
        if had_keyboard and len(self.model):  # else Qt gives it to whatever comes next in the window
            self._make_current(self.model[len(self.model) - 1].message_id)
            self._ensure(len(self.model) - 1)
            self.rows[self.model[len(self.model) - 1].message_id].setFocus(Qt.FocusReason.OtherFocusReason)

    def _is_same(self, message_id: str, row: MessageRow) -> bool:
        index = self.model.index_of(message_id)
        return index is not None and self.model[index] == row.message

    def _anchor_id(self) -> int | None:
        for row in self.rows.values():
            if row.y() + row.height() > 0:
                index = self.model.index_of(row.message.message_id)
                if index is not None:
                    self._offset = row.y()
                    return index
        return None

    def rows_added(self, first: int) -> None:
        """The model has new messages at its end, from index `first` on. After a new question its end is shown."""
        for index in range(first, len(self.model)):
            self._heights.append(self._estimate(self.model[index]))
            self._stick = self._stick or self.model[index].role == "user"
        before = self.rows.get(self.model[first - 1].message_id) if first else None
        if before is not None:
            before.set_last(last=False)
        self.arrange()
        self._announce_count()

    def content_changed(self, index: int) -> None:
        """Row `index` changed beyond its text."""
        row = self.rows.get(self.model[index].message_id)
        if row is None:
            self._heights.set(index, self._estimate(self.model[index]))
        else:
            self._renew(row, index)
        self.arrange()

    def grew(self, index: int, growth: Growth) -> None:
        """The answer in row `index` grew."""
        message_id = self.model[index].message_id
        row = self.rows.get(message_id)
        if row is None:
            if growth.first_block is not None:
                self._heights.set(index, max(self._heights[index], self._estimate(self.model[index])))
            self._sync_bar()
            return
        if growth.frame or growth.thinking:
            self._renew(row, index)
        elif growth.first_block is not None:
            self._heights.set(index, row.grow(self._content(index), growth.first_block))
        self.colours.wanted(row, growing=True)
        self.arrange()
        if growth.first_block is not None:
            row.repaint_growth()

    def _renew(self, row: MessageRow, index: int) -> None:
        row.show_content(self._content(index))
        self._heights.set(index, row.resized_to(self.viewport().width()))
        self.colours.wanted(row, growing=False)

    def _content(self, index: int) -> RowContent:
        model, message = self.model, self.model[index]
        live = model.live(message.message_id)
        return RowContent(
            message,
            model.blocks_of(index),
            thinking=model.thinking_of(index),
            is_thinking=live.is_thinking if live else False,
            thinking_s=model.thinking_s(message.message_id),
            notices=live.notices if live else message.notices,
            status=live.status if live else "",
            hidden_characters=model.hidden_characters(index),
            can_show_more=model.can_show_more(index),
            is_last=index + 1 == len(model),
            models=self.models,
            place=self.place,
            is_spoken=message.message_id == self.spoken_id,
            sources=model.sources_of(message.message_id),
        )

    def _announce_count(self) -> None:
        self.setAccessibleName(QCoreApplication.translate("RowList", "Conversation, %n messages", "", len(self.model)))

    # ---- heights ---------------------------------------------------------------------------------------------------

    def _estimate_all(self) -> None:
        self._heights = RowHeights(map(self._estimator(), self.model))

    def _estimate(self, message: Message) -> int:
        return self._estimator()(message)

    def _estimator(self) -> Callable[[Message], int]:
        return estimator(self.style_, self.viewport().width())

    # ---- arranging -------------------------------------------------------------------------------------------------

    def arrange(self, *, around: bool = True) -> None:
        """Make the rows that are needed, put them where they belong, let the others go."""
        if self._arranging:
            return
        self._arranging = True
        try:
            places = self._places(self.viewport().height() if around else 0)
            self._drop_rows({self.model[index].message_id for index in places})
            width = self.viewport().width()
            for index in self._order_of_moves(places):
                row = self.rows[self.model[index].message_id]
                if row.y() != places[index] or row.x() != 0:
                    row.move(0, places[index])
                if row.isHidden():
                    row.show()
            for index in places:
                row = self.rows[self.model[index].message_id]
                if row.width() != width or row.height() != self._heights[index]:
                    row.resize(width, self._heights[index])
            self._sync_bar()
            if places:
                self._ahead.look_around(min(places), max(places))
        finally:
            self._arranging = False
        self.scrolled.emit()

    def _order_of_moves(self, places: dict[int, int]) -> list[int]:
        """Upward from above, downward from below: a row that lands on no other is copied, not painted again."""
        if self._anchor not in places:
            return sorted(places)
        moved_down = places[self._anchor] > self.rows[self.model[self._anchor].message_id].y()
        return sorted(places, reverse=moved_down)

    def _places(self, margin: int) -> dict[int, int]:
        """Top of each needed row in the viewport, after bringing the anchor inside the ends."""
        if not len(self.model):
            return {}
        height = self.viewport().height()
        self._anchor = min(self._anchor, len(self.model) - 1)
        if self._stick:
            self._anchor = len(self.model) - 1
            self._offset = height - _BOTTOM - self._ensure(self._anchor)
        places: dict[int, int] = {}
        for _ in range(3):
            places = self._walk(margin, height)
            shift = self._overshoot(places, height)
            if not shift:
                break
            self._offset += shift
        self._anchor_in_sight(places)
        return places

    def _walk(self, margin: int, height: int) -> dict[int, int]:
        places: dict[int, int] = {}
        index, y = self._anchor, self._offset
        while index < len(self.model) and y < height + margin:
            places[index] = y
            y += self._ensure(index)
            index += 1
        index, y = self._anchor - 1, self._offset
        while index >= 0 and y > -margin:
            y -= self._ensure(index)
            places[index] = y
            index -= 1
        return places or {self._anchor: self._offset}

    def _overshoot(self, places: dict[int, int], height: int) -> int:
        """How far the rows must move so that no emptiness shows above the first or below the last."""
        last = len(self.model) - 1
        shift = 0
        if last in places:
            bottom = places[last] + self._heights[last]
            shift = max(0, height - _BOTTOM - bottom)
            self._stick = bottom + shift <= height - _BOTTOM + _AT_END
        if 0 in places and places[0] + shift > _TOP:
            shift = _TOP - places[0]
        return shift

    def _anchor_in_sight(self, places: dict[int, int]) -> None:
        """Hold on to the first row in sight: what happens above it then moves nothing."""
        for index in sorted(places):
            if places[index] + self._heights[index] > 0:
                self._anchor, self._offset = index, places[index]
                return

    def _ensure(self, index: int) -> int:
        """Height of row `index`, which exists after this."""
        message = self.model[index]
        row = self.rows.get(message.message_id)
        width = self.viewport().width()
        if row is None:
            row = MessageRow(self.viewport(), self.style_, self._content(index), self.load_attachment)
            row.action_chosen.connect(
                lambda kind, text, key=message.message_id: self.action_chosen.emit(kind, key, text)
            )
            row.size_changed.connect(lambda key=message.message_id: self._refit(key))
            row.more_wanted.connect(lambda key=message.message_id: self._show_more(key))
            row.source_pointed.connect(
                lambda number, beside, key=message.message_id: self.citation_pointed.emit(key, number, beside)
            )
            self.rows[message.message_id] = row
            self.colours.wanted(row, growing=False)
            self.row_made.emit(row)
            self._heights.set(index, row.resized_to(width))
            if self._current is None or self._current not in self.rows or self._current == message.message_id:
                self._make_current(message.message_id)
        elif row.width() != width:
            self._heights.set(index, row.resized_to(width))
        return self._heights[index]

    def _refit(self, message_id: str) -> None:
        row, index = self.rows.get(message_id), self.model.index_of(message_id)
        if row is not None and index is not None:
            self._heights.set(index, row.resized_to(self.viewport().width()))
            row.update()
            self._stick = self._stick and index + 1 < len(self.model)
            if row.is_edited:
                self._stick = False  # the end may leave the sight, the editor may not
                self.reveal(index)  # also where it grew beyond the edge
            else:
                self.arrange()

    def _show_more(self, message_id: str) -> None:
        index = self.model.index_of(message_id)
        if index is not None and not self.model.can_show_more(index):
            self.action_chosen.emit("copy", message_id, "")
        elif index is not None:
            self._stick = False
            self.model.show_more(index)
            self.content_changed(index)

    def _drop_rows(self, kept: set[str], *, also_busy: bool = False) -> None:
        for message_id in [key for key in self.rows if key not in kept]:
            row = self.rows[message_id]
            busy = self.model.index_of(message_id) is not None and (row.is_edited or row.has_focus_within())
            if busy and not also_busy:
                row.move(0, -row.height() - 10_000)  # kept out of sight: it has the keyboard
                continue
            del self.rows[message_id]
            self.colours.forget(row)
            row.hide()
            row.deleteLater()

    # ---- scrolling -------------------------------------------------------------------------------------------------

    def _sync_bar(self) -> None:
        bar = self.verticalScrollBar()
        height = self.viewport().height()
        total = self._heights.total + _TOP + _BOTTOM
        was = self._arranging
        self._arranging = True
        bar.setPageStep(max(1, height - 40))
        bar.setRange(0, max(0, total - height))
        bar.setValue(self._heights.before(self._anchor) + _TOP - self._offset)
        self._arranging = was

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """The owner moved the scroll bar or the wheel."""
        if self._arranging or not len(self.model):
            return
        wanted = self.verticalScrollBar().value()
        delta = wanted - (self._heights.before(self._anchor) + _TOP - self._offset)
        if abs(delta) <= 3 * self.viewport().height():
            self.scroll_by(delta)
        else:
            self._anchor = self._heights.row_at(wanted - _TOP)
            self._offset = self._heights.before(self._anchor) + _TOP - wanted
            self._stick = False
            self.arrange()

    def scroll_by(self, pixels: int) -> None:
        """Move the content up by `pixels` (down when negative)."""
        if pixels:
            self._stick = False
            self._offset -= pixels
            self.arrange()

    def hold_still(self) -> None:
        """The height is about to change: what is in sight stays where it is, unless an answer is being followed."""
        if len(self.model) and self.model[len(self.model) - 1].state != "streaming":
            self._stick = False

    def scroll_to_end(self) -> None:
        """Show the last line, and stay there while it grows."""
        self._stick = True
        self.arrange()

    def show_from(self, index: int) -> None:
        """Begin with this row, or higher where what follows does not fill the view."""
        self._stick, self._anchor, self._offset = False, index, _TOP
        self.arrange()

    def scroll_to_start(self) -> None:
        """Show the first message."""
        self._stick, self._anchor, self._offset = False, 0, _TOP
        self.arrange()

    @property
    def is_at_end(self) -> bool:
        """Whether the last line is in sight."""
        return self._stick

    @property
    def is_far_from_end(self) -> bool:
        """Whether a jump to the end is worth a button."""
        bar = self.verticalScrollBar()
        return bar.maximum() - bar.value() > self.viewport().height() // 3

    def reveal(self, index: int, hit: Hit | None = None) -> MessageRow:
        """Bring row `index`, or the line at `hit` in it, into sight; returns the row."""
        height = self._ensure(index)
        row = self.rows[self.model[index].message_id]
        line = row.top_of(hit) if hit is not None else 0
        top = self._top_of(index)
        view = self.viewport().height()
        extent = 60 if hit is not None else min(height, view - 60)
        if top is None or top + line < 8 or top + line + extent > view - 8:
            self._stick = False
            self._anchor = index
            self._offset = (view // 3 - line) if hit is not None else max(24, (view - height) // 3)
        self.arrange()
        return row

    def is_in_sight(self, index: int, hit: Hit | None = None) -> bool:
        """Whether row `index`, or the line at `hit` in it, can be seen now."""
        row = self.rows.get(self.model[index].message_id)
        if row is None or row.isHidden():
            return False
        height = self.viewport().height()
        if hit is None:
            return row.y() < height and row.y() + row.height() > 0
        return 0 <= row.y() + row.top_of(hit) < height

    def _top_of(self, index: int) -> int | None:
        """Top of a row in the viewport when it is near."""
        low, high = sorted((index, self._anchor))
        if high - low > 60:
            return None
        between = sum(self._heights[number] for number in range(low, high))
        return self._offset + (between if index > self._anchor else -between)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Sideways over a wide block scrolls that block; all else scrolls the list."""
        delta = event.angleDelta()
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        across = delta.x() or (delta.y() if shifted else 0)
        if across and (shifted or abs(delta.x()) > abs(delta.y())):
            place = event.position().toPoint()
            row = self.row_at(place)
            if row is not None and row.scroll_sideways(place - row.pos(), -across):
                event.accept()
                return
        super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width lays out the rows in sight anew and estimates the others again."""
        if event.oldSize().width() != event.size().width():
            known = {key: row for key, row in self.rows.items() if row.width() == event.size().width()}
            if not known and len(self.model):
                self._estimate_all()
        self.arrange(around=bool(self.rows))

    # ---- rows by place, current row, focus -------------------------------------------------------------------------

    def rows_in_order(self) -> Iterator[MessageRow]:
        """Rows that exist, from above."""
        return iter(sorted(self.rows.values(), key=lambda row: row.y()))

    def row_at(self, place: QPoint) -> MessageRow | None:
        """The row under a point of the viewport; the nearest one beside all."""
        nearest: MessageRow | None = None
        for row in self.rows_in_order():
            if row.y() <= place.y():
                nearest = row
            elif nearest is None:
                return row
        return nearest

    @property
    def current_index(self) -> int | None:
        """The row that the keyboard works on."""
        return self.model.index_of(self._current) if self._current is not None else None

    def set_current(self, index: int, reason: Qt.FocusReason) -> None:
        """Give row `index` the keyboard and bring it into sight."""
        row = (
            self.reveal(index) if reason != Qt.FocusReason.MouseFocusReason else self.rows[self.model[index].message_id]
        )
        self._make_current(self.model[index].message_id)
        row.setFocus(reason)

    def _make_current(self, message_id: str) -> None:
        """Only the current row is reached by Tab; arrows go on from there."""
        for key, row in self.rows.items():
            row.setFocusPolicy(Qt.FocusPolicy.TabFocus if key == message_id else Qt.FocusPolicy.NoFocus)
        self._current = message_id

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        """Tab from outside enters at the current row, not at some button of some row."""
        if self.is_passed_by or not isinstance(new, (QToolButton, QPushButton)) or not self.isAncestorOf(new):
            return
        if old is not None and not self.isAncestorOf(old) and old.window() is self.window():
            index = self.current_index
            if index is not None:
                self.set_current(index, Qt.FocusReason.TabFocusReason)
                return
        self._keep_in_sight(new)

    def _keep_in_sight(self, button: QWidget) -> None:
        """A long message has buttons and citations above and below what can be seen: Tab brings them into sight."""
        top = button.mapTo(self.viewport(), QPoint()).y()
        below = top + button.height() + _TOP - self.viewport().height()
        if top < _TOP:
            self.scroll_by(top - _TOP)
        elif below > 0:
            self.scroll_by(below)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001  Qt's signature
        """Tab leaves the list; inside it, each row hands it from button to button."""
        # WORKAROUND(PySide6 6.11): the chain is walked by Qt, not with `nextInFocusChain`, which makes each widget a
        # child of the one before it in Python's eyes: when a row goes, live objects elsewhere become invalid.
        for _ in range(1 + len(self.findChildren(QWidget))):
            if not super().focusNextPrevChild(forward):
                return False
            reached = self.window().focusWidget()
            if reached is None or not self._owns(reached):
                return True
        return False

    def _owns(self, widget: QWidget) -> bool:
        return widget is self or self.isAncestorOf(widget)

    def viewportEvent(self, event: QEvent) -> bool:
        """Everything as usual, but layout requests of rows do not reach the scroll area."""
        if event.type() == QEvent.Type.LayoutRequest:
            return True
        return super().viewportEvent(event)
