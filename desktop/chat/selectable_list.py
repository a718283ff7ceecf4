"""The list with everything the owner's hands do: select across messages, copy, follow links, move by keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from desktop.chat.attachment_strip import LoadAttachment
from desktop.chat.citation_marks import number_of
from desktop.chat.copied_answer import copied_answer
from desktop.chat.message_actions import add_model_choice, offers_for, others_than
from desktop.chat.message_layout import Hit
from desktop.chat.message_row import MessageRow
from desktop.chat.row_list import RowList
from desktop.chat.spoken_place import SpokenPlace
from desktop.chat.text_flow import Marks
from desktop.chat.text_selection import END, START, TextPoint, TextSelection, marks_in
from desktop.chat.transcript_model import TranscriptModel
from desktop.chat.word_search import FoundPlace, places_in, word_around
from desktop.theme.icons import icon

_AUTOSCROLL_MS = 30


class SelectableList(RowList):
    """A row list whose text can be selected, searched and copied."""

    link_activated = Signal(str)

    def __init__(
        self, parent: QWidget, model: TranscriptModel, *, load_attachment: LoadAttachment | None = None
    ) -> None:
        super().__init__(parent, model, load_attachment=load_attachment)
        self.selection: TextSelection | None = None
        self._words = ""
        self._found_now: tuple[str, FoundPlace] | None = None
        self._spoken: Mapping[int, tuple[int, int]] = {}
        self._dragging = False
        self._pressed_link = ""
        self._citation: tuple[str, int] | None = None
        self._clicks = 0
        self._last_press = QPoint()
        self._since_press = QTimer(self)
        self._since_press.setSingleShot(True)
        self._pull = QTimer(self)
        self._pull.setInterval(_AUTOSCROLL_MS)
        self._pull.timeout.connect(self._autoscroll)
        self._pointer = QPoint()
        self.viewport().setMouseTracking(True)
        self.row_made.connect(self._mark)

    # ---- what is set off -------------------------------------------------------------------------------------------

    def select(self, selection: TextSelection | None) -> None:
        """Select text, or nothing."""
        self.selection = selection
        for row in self.rows.values():
            self._mark(row)

    def set_words(self, words: str, current: tuple[str, FoundPlace] | None = None) -> None:
        """Highlight `words` in all messages, and one of the places more than the others."""
        self._words, self._found_now = words, current
        for row in self.rows.values():
            self._mark(row)

    def set_spoken(self, message_id: str, places: Sequence[SpokenPlace] = ()) -> None:
        """Set off the sentence that is spoken now; an empty id: nothing is read aloud any more."""
        before, self.spoken_id = self.spoken_id, message_id
        self._spoken = {place.block: (place.start, place.end) for place in places}
        for key in {before, message_id}:
            if (row := self.rows.get(key)) is not None:
                row.set_spoken(spoken=key == message_id)
                self._mark(row)

    def remark(self) -> None:
        """Set everything off again after the rows' text changed."""
        if self.selection is not None or self._words or self._spoken:
            for row in self.rows.values():
                self._mark(row)

    def _mark(self, row: MessageRow) -> None:
        texts = [placed.layout.text for placed in row.text.placed]
        index = self.model.index_of(row.message.message_id)
        selected: dict[int, tuple[int, int]] = {}
        if self.selection is not None and index is not None:
            found = self.selection.range_in(self.model, index)
            selected = marks_in(texts, *found) if found is not None else {}
        places: dict[int, list[tuple[int, int]]] = {}
        if self._words:
            for place in places_in(texts, self._words):
                places.setdefault(place.block, []).append((place.start, place.end))
        now: FoundPlace | None = None
        if self._found_now is not None and self._found_now[0] == row.message.message_id:
            now = self._found_now[1]
        spoken = self._spoken if row.message.message_id == self.spoken_id else {}
        row.set_marks(
            {
                number: Marks(
                    selected.get(number),
                    places.get(number, ()),
                    (now.start, now.end) if now is not None and now.block == number else None,
                    spoken.get(number),
                )
                for number in {*selected, *places, *spoken}
            }
        )

    # ---- the mouse -------------------------------------------------------------------------------------------------

    def _point_at(self, place: QPoint) -> TextPoint | None:
        row = self.row_at(place)
        if row is None:
            return None
        inside = place - row.pos()
        if inside.y() >= row.height():
            return TextPoint(row.message.message_id, END)
        return TextPoint(row.message.message_id, row.hit(inside))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to select; a second press takes the word, a third one the block, Shift extends."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        place = event.position().toPoint()
        row = self.row_at(place)
        if row is None:
            return
        index = self.model.index_of(row.message.message_id)
        if index is not None:
            self.set_current(index, Qt.FocusReason.MouseFocusReason)
        self._count_clicks(place)
        point = self._point_at(place)
        span = row.span_at(place - row.pos())
        self._pressed_link = span.address if span is not None and self._clicks == 1 else ""
        self._dragging = point is not None
        if point is None:
            return
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self.selection is not None:
            self.select(TextSelection(self.selection.anchor, point))
        elif self._clicks >= 2:
            self._select_around(row, point)
        else:
            self.select(TextSelection(point, point))

    def _count_clicks(self, place: QPoint) -> None:
        near = (place - self._last_press).manhattanLength() < 6
        self._clicks = self._clicks + 1 if self._since_press.isActive() and near else 1
        self._last_press = place
        self._since_press.start(QApplication.doubleClickInterval())

    def _select_around(self, row: MessageRow, point: TextPoint) -> None:
        hit = point.hit
        if hit.block >= len(row.text.placed):
            return
        text = row.text.placed[hit.block].layout.text
        start, end = word_around(text, hit.offset) if self._clicks == 2 else (0, len(text))
        key = point.message_id
        self.select(TextSelection(TextPoint(key, Hit(hit.block, start)), TextPoint(key, Hit(hit.block, end))))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Qt sends the second press as a double click."""
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Extend the selection while pressed; otherwise show what is under the pointer."""
        place = event.position().toPoint()
        if not self._dragging or not event.buttons() & Qt.MouseButton.LeftButton:
            self._show_cursor(place)
            return
        self._pointer = place
        if (place - self._last_press).manhattanLength() > 3:
            self._pressed_link = ""
        self._extend_to(place)
        outside = place.y() < 0 or place.y() > self.viewport().height()
        if outside and not self._pull.isActive():
            self._pull.start()
        elif not outside:
            self._pull.stop()

    def _extend_to(self, place: QPoint) -> None:
        point = self._point_at(place)
        if point is not None and self.selection is not None and self._clicks == 1:
            self.select(TextSelection(self.selection.anchor, point))

    def _autoscroll(self) -> None:
        """Pull the text while the pointer is held beyond the edge."""
        below = self._pointer.y() - self.viewport().height()
        distance = below if below > 0 else min(0, self._pointer.y())
        self.scroll_by(max(-60, min(60, distance // 2 or (1 if below > 0 else -1))))
        self._extend_to(QPoint(self._pointer.x(), max(0, min(self.viewport().height() - 1, self._pointer.y()))))

    def _show_cursor(self, place: QPoint) -> None:
        row = self.row_at(place)
        shape = Qt.CursorShape.ArrowCursor
        if row is not None:
            inside = place - row.pos()
            if row.span_at(inside) is not None and (row.span_at(inside).address):  # type: ignore[union-attr]
                shape = Qt.CursorShape.PointingHandCursor
            elif row.is_text_at(inside):
                shape = Qt.CursorShape.IBeamCursor
        self._point_at_citation(row, place)
        if self.viewport().cursor().shape() != shape:
            self.viewport().setCursor(shape)

    def _point_at_citation(self, row: MessageRow | None, place: QPoint) -> None:
        number = number_of(row.span_at(place - row.pos())) if row is not None else 0
        if not number or row is None:
            if self._citation is not None:
                self._citation = None
                self.citation_pointed.emit("", 0, QRect())
            return
        if (row.message.message_id, number) != self._citation:
            self._citation = (row.message.message_id, number)
            line = row.style_.prose().line_height
            beside = QRect(self.viewport().mapToGlobal(place) - QPoint(line, line // 2), QSize(line, line))
            self.citation_pointed.emit(*self._citation, beside)

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer is elsewhere."""
        self._point_at_citation(None, QPoint())
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End selecting; a link that was pressed and released is followed."""
        self._pull.stop()
        was, self._dragging = self._dragging, False
        if not was or event.button() != Qt.MouseButton.LeftButton or not self._pressed_link:
            return
        place = event.position().toPoint()
        row = self.row_at(place)
        span = row.span_at(place - row.pos()) if row is not None else None
        if row is not None and span is not None and span.address == self._pressed_link:
            if number := number_of(span):
                self.action_chosen.emit("open_source", row.message.message_id, str(number))
            else:
                self.link_activated.emit(span.address)
        self._pressed_link = ""

    # ---- the keyboard ----------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows between messages, Shift+arrows select, pages and ends scroll, the usual copy keys."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all()
        elif not self._move_by_key(event):
            event.ignore()

    def _move_by_key(self, event: QKeyEvent) -> bool:
        page = int(self.viewport().height() * 0.9)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if shift and event.key() in _STEPS:
            return self._extend_by_key(Qt.Key(event.key()))
        moves: dict[int, Callable[[], None]] = {
            Qt.Key.Key_PageUp: lambda: self.scroll_by(-page),
            Qt.Key.Key_PageDown: lambda: self.scroll_by(page),
            Qt.Key.Key_Home: lambda: self._to_end_row(last=False),
            Qt.Key.Key_End: lambda: self._to_end_row(last=True),
            Qt.Key.Key_Up: lambda: self._step(-1),
            Qt.Key.Key_Down: lambda: self._step(1),
            Qt.Key.Key_Return: self._menu_by_key,
            Qt.Key.Key_Enter: self._menu_by_key,
        }
        if event.key() == Qt.Key.Key_Escape and self.selection is not None:
            self.select(None)
            return True
        move = moves.get(event.key())
        if move is None or not len(self.model):
            return False
        move()
        return True

    def _to_end_row(self, *, last: bool) -> None:
        if last:
            self.scroll_to_end()
        else:
            self.scroll_to_start()
        self.set_current(len(self.model) - 1 if last else 0, Qt.FocusReason.TabFocusReason)

    def _step(self, direction: int) -> None:
        """To the next message; one that is taller than the window is scrolled through first."""
        index = self.current_index
        if index is None:
            return
        row = self.rows.get(self.model[index].message_id)
        height = self.viewport().height()
        if row is not None and row.y() > -row.height() and row.y() < height:
            beyond = row.y() + row.height() - height if direction > 0 else -row.y()
            if beyond > 8:
                self.scroll_by(direction * min(beyond, max(60, height // 4)))
                return
        target = min(max(0, index + direction), len(self.model) - 1)
        self.set_current(target, Qt.FocusReason.TabFocusReason)

    def _menu_by_key(self) -> None:
        index = self.current_index
        if index is not None:
            row = self.reveal(index)
            self.menu_for(row).popup(row.mapToGlobal(QPoint(row.width() // 2, min(40, row.height()))))

    def _extend_by_key(self, key: Qt.Key) -> bool:
        focus = self.selection.focus if self.selection is not None else self._start_of_current()
        anchor = self.selection.anchor if self.selection is not None else focus
        if focus is None or anchor is None:
            return False
        moved = self._moved(focus, key)
        self.select(TextSelection(anchor, moved))
        index = self.model.index_of(moved.message_id)
        if index is not None:
            self.reveal(index, moved.hit if moved.hit != END else None)
        return True

    def _start_of_current(self) -> TextPoint | None:
        index = self.current_index
        return TextPoint(self.model[index].message_id, START) if index is not None else None

    def _moved(self, point: TextPoint, key: Qt.Key) -> TextPoint:
        """`point` one character or one line further, over the borders of blocks and messages."""
        index = self.model.index_of(point.message_id)
        if index is None:
            return point
        texts = [block.plain_text for block in self.model.blocks_of(index)] or [""]
        block = min(point.hit.block, len(texts) - 1)
        offset = len(texts[block]) if point.hit.block >= len(texts) else point.hit.offset
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            row = self.reveal(index)
            moved = row.line_from(Hit(block, offset), 1 if key == Qt.Key.Key_Down else -1)
            if moved is not None:
                return TextPoint(point.message_id, moved)
            key = Qt.Key.Key_Right if key == Qt.Key.Key_Down else Qt.Key.Key_Left
            block, offset = (len(texts) - 1, len(texts[-1])) if key == Qt.Key.Key_Right else (0, 0)
        if key == Qt.Key.Key_Right:
            if offset < len(texts[block]):
                return TextPoint(point.message_id, Hit(block, offset + 1))
            if block + 1 < len(texts):
                return TextPoint(point.message_id, Hit(block + 1, 0))
            return self._edge(index + 1, START) or TextPoint(point.message_id, END)
        if offset > 0:
            return TextPoint(point.message_id, Hit(block, offset - 1))
        if block > 0:
            return TextPoint(point.message_id, Hit(block - 1, len(texts[block - 1])))
        return self._edge(index - 1, END) or TextPoint(point.message_id, START)

    def _edge(self, index: int, hit: Hit) -> TextPoint | None:
        return TextPoint(self.model[index].message_id, hit) if 0 <= index < len(self.model) else None

    # ---- copying and the menu --------------------------------------------------------------------------------------

    def select_all(self) -> None:
        """Select every message, also those without a widget."""
        if len(self.model):
            first, last = self.model[0].message_id, self.model[len(self.model) - 1].message_id
            self.select(TextSelection(TextPoint(first, START), TextPoint(last, END)))

    def selected_text(self) -> str:
        """The selected text without markup."""
        return self.selection.plain_text(self.model) if self.selection is not None else ""

    def copy(self) -> str:
        """Copy the selection, or the current message when nothing is selected; returns what was copied."""
        text = self.selected_text()
        index = self.current_index
        if not text and index is not None:
            sources = self.model.sources_of(self.model[index].message_id)
            text = copied_answer(self.model.blocks_of(index), sources)
        if text:
            QGuiApplication.clipboard().setText(text)
        return text

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """All actions of a message, under the pointer or for the current row."""
        place = self.viewport().mapFromGlobal(event.globalPos())
        index = self.current_index
        if event.reason() == QContextMenuEvent.Reason.Keyboard and index is not None:
            row: MessageRow | None = self.reveal(index)
        else:
            row = self.row_at(place)
        if row is not None:
            self.menu_for(row, place).popup(event.globalPos())

    def menu_for(self, row: MessageRow, place: QPoint | None = None) -> QMenu:
        """The menu of one message."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        message_id = row.message.message_id
        if self.selected_text():
            menu.addAction(icon("copy", size=16), self.tr("Copy selection")).triggered.connect(lambda: self.copy())
        self._add_link(menu, row, place)
        for offer in offers_for(row.message, self.place, is_spoken=message_id == self.spoken_id):
            action = menu.addAction(icon(offer.icon, size=16), offer.title)
            action.triggered.connect(lambda _=False, kind=offer.kind: self.action_chosen.emit(kind, message_id, ""))
            if offer.kind == "regenerate" and len(self.models) > 1:
                choice = menu.addMenu(icon("model", size=16), self.tr("Answer again with"))
                add_model_choice(
                    choice, self.models, lambda name: self.action_chosen.emit("regenerate", message_id, name)
                )
        if self.place == "chat" and (others := others_than(row.message, self.models)):
            comparison = menu.addMenu(icon("compare", size=16), self.tr("Compare with"))
            add_model_choice(comparison, others, lambda name: self.action_chosen.emit("compare", message_id, name))
        self._add_branches(menu, row)
        return menu

    def _add_link(self, menu: QMenu, row: MessageRow, place: QPoint | None) -> None:
        span = row.span_at(place - row.pos()) if place is not None else None
        if number := number_of(span):
            menu.addAction(icon("file-text", size=16), self.tr("Show source {0}").format(number)).triggered.connect(
                lambda: self.action_chosen.emit("open_source", row.message.message_id, str(number))
            )
        elif span is not None and span.address:
            address = span.address
            menu.addAction(icon("link", size=16), self.tr("Copy address")).triggered.connect(
                lambda: QGuiApplication.clipboard().setText(address)
            )

    def _add_branches(self, menu: QMenu, row: MessageRow) -> None:
        message = row.message
        choices: Sequence[tuple[str, str, bool]] = (
            ("previous_branch", self.tr("Earlier version"), message.sibling_index > 0),
            ("next_branch", self.tr("Later version"), message.sibling_index + 1 < message.sibling_count),
        )
        if message.sibling_count > 1:
            menu.addSeparator()
            for kind, title, possible in choices:
                action = menu.addAction(title)
                action.setEnabled(possible)
                action.triggered.connect(
                    lambda _=False, kind=kind: self.action_chosen.emit(kind, message.message_id, "")
                )


_STEPS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
