"""The transcript as its page sees it: a path of messages, answers that grow, and what the owner wants done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from core.conversations.message_tree import Message
from core.events import TurnEvent
from desktop.chat.answer_sources import AnswerSources
from desktop.chat.attachment_strip import LoadAttachment
from desktop.chat.copied_answer import copied_answer, copied_markdown
from desktop.chat.find_in_chat import FindBar
from desktop.chat.message_actions import ActionKind, MessageAction
from desktop.chat.message_layout import Hit
from desktop.chat.message_row import MessageRow
from desktop.chat.passage_card import PassageCard
from desktop.chat.selectable_list import SelectableList
from desktop.chat.spoken_place import places_of
from desktop.chat.transcript_model import TranscriptModel
from desktop.chat.word_search import FoundPlace, places_in
from desktop.theme.icons import icon

_PILL_GAP = 14
_CARD_AFTER_MS = 220  # who only passes over a citation sees nothing jump up


class TranscriptView(QWidget):
    """Shows one path of a conversation. It stores nothing and fetches nothing by itself."""

    action_requested = Signal(object)  # MessageAction
    sources_wanted = Signal(object)  # ids of answers that came into sight
    link_activated = Signal(str)  # the full address, only ever after a click

    def __init__(self, parent: QWidget | None = None, *, load_attachment: LoadAttachment | None = None) -> None:
        super().__init__(parent)
        self.model = TranscriptModel()
        self.list = SelectableList(self, self.model, load_attachment=load_attachment)
        self.find_bar = FindBar(self, self.model)
        self.pill = self._made_pill()
        self.card: PassageCard | None = None
        self._asked_sources: set[str] = set()
        self._wanted_sources: list[str] = []
        self._ask_for_sources = QTimer(self, singleShot=True, interval=0)
        self._ask_for_sources.timeout.connect(self._want_sources)
        self._pointed: tuple[AnswerSources, int, QRect] | None = None
        self._card_due = QTimer(self, singleShot=True, interval=_CARD_AFTER_MS)
        self._card_due.timeout.connect(self._show_card)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        self.list.action_chosen.connect(self._act)
        self.list.link_activated.connect(self.link_activated)
        self.list.citation_pointed.connect(self._point_at)
        self.list.row_made.connect(self._row_made)
        self.list.verticalScrollBar().valueChanged.connect(self._scrolled_on)
        self.list.scrolled.connect(self._show_pill)
        self.list.viewport().installEventFilter(self)
        self.find_bar.found.connect(self._show_found)
        self.find_bar.closed.connect(self._leave_find)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.open_find)

    def _made_pill(self) -> QPushButton:
        pill = QPushButton(self)
        pill.setIcon(icon("arrow-down", size=16, colour="text"))
        pill.setText(self.tr("Jump to latest"))
        pill.setAccessibleName(self.tr("Jump to the latest message"))
        pill.setObjectName("jump_to_latest")
        pill.setCursor(Qt.CursorShape.PointingHandCursor)
        pill.clicked.connect(self._jump)
        pill.hide()
        return pill

    # ---- what is shown ---------------------------------------------------------------------------------------------

    def set_path(self, messages: Sequence[Message]) -> None:
        """Show these messages, the first one first. Another conversation begins at its end; the same one stays."""
        before = self.model[0].conversation_id if len(self.model) else None
        same = bool(messages) and before == messages[0].conversation_id
        asked_now = same and self.model.index_of(messages[-1].message_id) is None and _is_question(messages[-1])
        to_end = not same or asked_now or self.list.is_at_end
        self.model.set_path(messages)
        if not same:
            self.list.select(None)
            self.list.set_words("")
            self.find_bar.hide()
        self.list.path_changed(to_end=to_end)
        if not same:
            for message in messages[-1:]:
                if message.state == "streaming" and self.model.live(message.message_id) is None:
                    self.begin_answer(message)

    def begin_answer(self, message: Message) -> None:
        """An answer begins: a new row at the end, or the row that is there already."""
        if self.model.begin(message):
            self.list.rows_added(len(self.model) - 1)
        else:
            index = self.model.index_of(message.message_id)
            if index is not None:
                self.list.content_changed(index)

    def begin_exchange(self, question: Message, answer: Message) -> None:
        """A new question at the end and the answer that will grow below it, laid out in one go."""
        first = len(self.model)
        self.model.add(question)
        self.model.begin(answer)
        self.list.rows_added(first)

    def apply(self, message_id: str, events: Sequence[TurnEvent]) -> None:
        """Take a batch of events for an answer that grows; others are ignored."""
        index = self.model.index_of(message_id)
        if index is None:
            return
        growth = self.model.apply(message_id, events)
        self.list.grew(index, growth)
        if growth.first_block is not None:
            self.list.remark()

    def finish(self, message: Message) -> None:
        """The answer (or any message of the path) has its final form."""
        index = self.model.finish(message)
        if index is not None:
            follows = self.list.is_at_end
            self.list.content_changed(index)
            if index and follows and not message.model and "document" in message.origins:
                self.list.show_from(index - 1)  # quoted passages come at once: the best, the first, is seen
            self.list.remark()
            self._show_pill()
            self._wanted_sources.append(message.message_id)
            self._ask_for_sources.start()

    def _row_made(self, row: MessageRow) -> None:
        """An answer came into sight: what it was made from is asked for once."""
        message = row.message
        asked = message.role != "assistant" or message.state == "streaming" or message.message_id in self._asked_sources
        if not asked:
            self._asked_sources.add(message.message_id)
            self._wanted_sources.append(message.message_id)
            self._ask_for_sources.start()

    def _want_sources(self) -> None:
        wanted, self._wanted_sources = self._wanted_sources, []
        self.sources_wanted.emit(wanted)

    def forget_sources(self) -> None:
        """Documents changed: what is in sight is asked for again, the rest when it comes into sight."""
        self._asked_sources.clear()
        for row in self.list.rows.values():
            self._row_made(row)

    def set_sources(self, message_id: str, sources: AnswerSources) -> None:
        """What an answer was made from is known now."""
        index = self.model.set_sources(message_id, sources)
        if index is not None:
            self.list.content_changed(index)
            self.list.remark()

    def _point_at(self, message_id: str, number: int, beside: QRect) -> None:
        """The pointer or the keyboard came to a citation or a source, or left it."""
        sources = self.model.sources_of(message_id) if number else None
        self._pointed = None if sources is None else (sources, number, beside)
        if self._pointed is None:
            self._hide_card()
        else:
            self._card_due.start()

    def _show_card(self) -> None:
        if self._pointed is None or not self.isVisible():
            return
        if self.card is None:
            self.card = PassageCard(self)
        self.card.show_source(*self._pointed)

    def _scrolled_on(self) -> None:
        if self.card is not None:
            self.card.hide()

    def _hide_card(self) -> None:
        self._card_due.stop()
        if self.card is not None:
            self.card.hide()

    def set_attachment_loader(self, load: LoadAttachment) -> None:
        """Who fetches the bytes of pictures: called with an attachment and what takes the bytes, on Qt's thread."""
        self.list.load_attachment = load

    def set_models(self, names: Sequence[str]) -> None:
        """Models that “answer again” offers. What failed for want of one can be answered when there are some."""
        self.list.models = tuple(names)
        for row in self.list.rows.values():
            row.content.models = self.list.models
            row.refresh_error()

    def show_message(self, message_id: str, *, highlight: str = "") -> None:
        """Bring a message into sight and set off `highlight` in it; unknown messages change nothing."""
        index = self.model.index_of(message_id)
        if index is None:
            return
        places = places_in([block.plain_text for block in self.model.blocks_of(index)], highlight)
        self.list.set_words(highlight)
        self.list.reveal(index, Hit(places[0].block, places[0].start) if places else None)

    def show_spoken(self, message_id: str, start: int = 0, end: int = 0) -> None:
        """The characters `start` to `end` of a message are spoken now; an empty id, or an unknown one: nothing is.

        The sentence comes into sight if the one before it was: whoever has scrolled away reads something else.
        """
        index = self.model.index_of(message_id) if message_id else None
        if index is None:
            self._spoken_at = None
            self.list.set_spoken("")
            return
        before = self._spoken_at
        follows = before is None or before[0] != message_id or self.list.is_in_sight(index, before[1])
        texts = [block.plain_text for block in self.model.blocks_of(index)]
        places = places_of(self.model.text_of(index), start, end, texts) if end > start else []
        self.list.set_spoken(message_id, places)
        if places:
            hit = Hit(places[0].block, places[0].start)
            self._spoken_at = (message_id, hit)
            if follows and not self.list.is_in_sight(index, hit) and not self._is_written_on(index):
                self.list.reveal(index, hit)

    def _is_written_on(self, index: int) -> bool:
        """Whether the end of a growing answer is looked at: it must not jump away from under the eyes."""
        return self.model[index].state == "streaming" and self.list.is_at_end

    _spoken_at: tuple[str, Hit] | None = None

    @property
    def spoken_id(self) -> str:
        """The message that is read aloud, empty if none of these is."""
        return self.list.spoken_id

    def begin_edit(self, message_id: str) -> None:
        """Let the owner change a question in place."""
        index = self.model.index_of(message_id)
        if index is not None:
            self.list.reveal(index).begin_edit()

    def open_find(self) -> None:
        """Find words in this chat."""
        selected = self.list.selected_text()
        self._place_overlays()
        self.find_bar.begin(selected if selected and len(selected) < 80 and "\n" not in selected else "")
        self._place_overlays()

    def copy_selection(self) -> str:
        """Copy what is selected, or the current message; returns what was copied."""
        return self.list.copy()

    # ---- what the owner wants --------------------------------------------------------------------------------------

    def _act(self, kind: ActionKind, message_id: str, text: str) -> None:
        index = self.model.index_of(message_id)
        if index is None:
            return
        if kind == "edit" and not text:
            self.begin_edit(message_id)
            return
        if kind in ("copy", "copy_markdown"):
            text = self.model.text_of(index)
            if not self.model.hidden_characters(index):
                blocks, sources = self.model.blocks_of(index), self.model.sources_of(message_id)
                text = copied_answer(blocks, sources) if kind == "copy" else copied_markdown(text, blocks, sources)
            QGuiApplication.clipboard().setText(text)
        self.action_requested.emit(MessageAction(kind, message_id, text))

    def _show_found(self, words: str, row: int, place: FoundPlace | None) -> None:
        if place is None or row < 0:
            self.list.set_words(words)
            return
        self.list.reveal(row, Hit(place.block, place.start))
        self.list.set_words(words, (self.model[row].message_id, place))

    def _leave_find(self) -> None:
        index = self.list.current_index
        if index is not None:
            self.list.set_current(index, Qt.FocusReason.OtherFocusReason)

    def _jump(self) -> None:
        self.list.scroll_to_end()

    # ---- what floats above -----------------------------------------------------------------------------------------

    def _show_pill(self) -> None:
        wanted = len(self.model) > 0 and not self.list.is_at_end and self.list.is_far_from_end
        if wanted != self.pill.isVisible():
            self.pill.setVisible(wanted)
        if wanted:
            writing = self.model[len(self.model) - 1].state == "streaming"
            words = self.tr("Still writing: jump to latest") if writing else self.tr("Jump to latest")
            if self.pill.text() != words:
                self.pill.setText(words)
            self._place_overlays()

    def _place_overlays(self) -> None:
        if not self.pill.isHidden():
            size = self.pill.sizeHint()
            place = self.list.geometry()
            self.pill.setGeometry(
                place.center().x() - size.width() // 2,
                place.bottom() - size.height() - _PILL_GAP,
                size.width(),
                size.height(),
            )
            self.pill.raise_()
        if not self.find_bar.isHidden():
            size = self.find_bar.sizeHint()
            width = min(max(size.width(), 420), self.width() - 24)
            self.find_bar.setGeometry(self.width() - width - 20, 10, width, size.height())
            self.find_bar.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the pill and the find bar where they belong."""
        super().resizeEvent(event)
        self._place_overlays()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the list when its viewport changes size."""
        if event.type() == QEvent.Type.Resize:
            self._place_overlays()
        return super().eventFilter(watched, event)


def _is_question(message: Message) -> bool:
    """Whether a path that ends like this was just asked something: then its end is what the owner wants to see."""
    return message.role == "user" or message.state == "streaming"
