"""The page of documents: collections and their files, a search that says why each passage was found."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QFocusEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from core.errors import Cancelled, HearthError
from core.events import DocumentsChanged, IndexChanged, IngestProgressed, SettingChanged
from desktop.knowledge.collection_detail import CollectionDetail
from desktop.knowledge.document_deeds import DocumentDeeds
from desktop.knowledge.document_intake import DocumentIntake
from desktop.knowledge.document_words import BAD_STATES, collection_words, whole_document
from desktop.knowledge.knowledge_desk import KnowledgeDesk
from desktop.knowledge.meaning_line import MeaningLine
from desktop.knowledge.reading_strip import ReadingStrip
from desktop.knowledge.search_results import SearchResults
from desktop.theme.theme_state import theme
from desktop.widgets.card_rows import Card, CardRows
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.search_field import SearchField

if TYPE_CHECKING:
    from core.assistant import Assistant
    from core.events import Change
    from core.knowledge.document_rows import Collection, Document, WatchedFolder
    from core.knowledge.knowledge_base import Knowledge, KnowledgeState
    from core.knowledge.passage import Found
    from desktop.bridge import Bridge, Call
    from desktop.knowledge.survey_table import SurveyTable
    from desktop.widgets.toast import Toasts

_LIST_WIDTH = 240
_ROOM_FOR_BOTH = 640
_GATHER_MS = 250
_MOST_HITS = 30


@dataclass(frozen=True, slots=True)
class _Everything:
    collections: Sequence[Collection]
    state: KnowledgeState


class KnowledgePage(QWidget):
    """`passage_wanted` carries a passage for the viewer; `settings_wanted` leads to how documents are found;
    `chat_wanted` to a new chat that asks a collection.
    """

    passage_wanted = Signal(object)
    chat_wanted = Signal(str)
    settings_wanted = Signal()

    def __init__(
        self, bridge: Bridge, assistant: Assistant, *, toasts: Toasts, report: Callable[[BaseException], None]
    ) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Documents"))
        self.setAcceptDrops(True)
        self._assistant = assistant
        self._report = report
        self._desk = KnowledgeDesk(bridge, assistant, report)
        self.deeds = DocumentDeeds(self, self._desk, toasts=toasts, report=report)
        self.intake = DocumentIntake(self, self.deeds)
        self.collections: dict[str, Collection] = {}
        self.shown_id = ""
        self._wanted_id = ""
        self._in_detail = False
        self._asking = False
        self._searching: Call | None = None
        self._table: SurveyTable | None = None
        self._again = QTimer(self, singleShot=True, interval=_GATHER_MS)
        self._again.timeout.connect(self.refresh)
        self._make_parts()
        self._lay_out()
        self._connect()
        self._fit()
        unsubscribe = assistant.announcer.subscribe(bridge.listener(self._on_change, self))
        self.destroyed.connect(lambda: unsubscribe())
        self.meaning.show_state(None, assistant.settings.values.knowledge.embedder)
        self.refresh()

    # ---- for others -------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Fetch what has changed."""
        if self._asking:
            self._again.start()
            return
        self._asking = True
        self._desk.ask(_everything, owner=self, done=self._take, failed=self._not_taken)

    def show_collection(self, collection_id: str) -> None:
        """Choose one, also one that is only just being made."""
        self._wanted_id = collection_id
        if collection_id in self.collections:
            self._open(collection_id)

    def finish(self) -> None:
        """The vault is about to close: nothing of the documents stays on the screen."""
        if self._table is not None and shiboken6.isValid(self._table):
            self._table.close()
        self.results.hits.show_passages(())

    # ---- making -----------------------------------------------------------------------------------------------------

    def _make_parts(self) -> None:
        self.new = QPushButton(self.tr("New collection…"), self)
        self.search = SearchField(self.tr("Search your documents"), parent=self)
        self.strip = ReadingStrip(self)
        self.list = CardRows(self.tr("Collections"), self)
        self.detail = CollectionDetail(self._fetch, self)
        self.results = SearchResults(self)
        self.meaning = MeaningLine(self)
        self.empty = EmptyState(
            "file-text",
            self.tr("Drop a folder or files here"),
            self.tr(
                "Hearth reads them on this computer and keeps their text encrypted. Then you can search them and ask "
                "about them, with the page that each answer comes from."
            ),
            action=self.tr("Add a folder…"),
            parent=self,
        )

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Documents"), self)
        title.setProperty("role", "title")
        about = QLabel(
            self.tr("Files that Hearth has read, to be searched and asked. Nothing leaves this computer."), self
        )
        about.setProperty("role", "muted")
        about.setWordWrap(True)
        both = QWidget(self)
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(20)
        row.addWidget(self.list)
        row.addWidget(self.detail, stretch=1)
        self.stack = QStackedWidget(self)
        blank = QWidget(self)  # until it is known what there is: an empty list would take the keyboard
        for part in (blank, both, self.empty, self.results):
            self.stack.addWidget(part)
        self._both = both
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(title, stretch=1)
        top.addWidget(self.new)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 16, 12)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(about)
        layout.addSpacing(8)
        layout.addWidget(self.search)
        layout.addSpacing(4)
        layout.addWidget(self.strip)
        layout.addSpacing(4)
        layout.addWidget(self.stack, stretch=1)
        layout.addSpacing(4)
        layout.addWidget(self.meaning)

    def _connect(self) -> None:
        detail, results = self.detail, self.results
        self.new.clicked.connect(self.intake.ask_name)
        self.empty.action_requested.connect(self.intake.choose_folder)
        self.list.currentRowChanged.connect(lambda _: self._on_row())
        self.list.itemActivated.connect(lambda _: self._into_files())
        self.list.itemClicked.connect(lambda _: self._show_alone())
        self.search.searched.connect(lambda _: self._search())
        self.search.moved.connect(results.hits.step)
        self.search.returnPressed.connect(results.hits.open_current)
        self.search.left_empty.connect(lambda: self.list.setFocus())
        results.filters.changed.connect(self._search)
        results.hits.opened.connect(self.passage_wanted)
        self.strip.pause_wanted.connect(lambda: self._with_ingest(lambda knowledge: knowledge.ingest.pause()))
        self.strip.go_on_wanted.connect(lambda: self._with_ingest(lambda knowledge: knowledge.ingest.go_on()))
        self.strip.stop_wanted.connect(lambda: self.deeds.do(lambda knowledge: knowledge.ingest.cancel()))
        self.meaning.change.clicked.connect(self.settings_wanted)
        detail.back.clicked.connect(self._to_list)
        detail.renamed.connect(self.deeds.rename)
        detail.ask.clicked.connect(lambda: self.chat_wanted.emit(self.shown_id))
        detail.survey.clicked.connect(self._ask_every_file)
        detail.add.clicked.connect(self.intake.choose)
        detail.more.clicked.connect(lambda: self.deeds.collection_menu(detail.menu_place(detail.more)))
        detail.empty.action_requested.connect(self.intake.choose_files)
        detail.folders.follow_wanted.connect(
            lambda the_id, on: self.deeds.do(lambda knowledge: knowledge.collections.follow(the_id, on))
        )
        detail.folders.remove_wanted.connect(self.deeds.ask_to_remove_folder)
        detail.folders.kinds_wanted.connect(self._ask_what_is_left_out)
        detail.rows.opened.connect(self.read_document)
        detail.rows.forget_wanted.connect(self.deeds.ask_to_forget)
        detail.rows.customContextMenuRequested.connect(self.deeds.document_menu)
        detail.card.open_wanted.connect(lambda: self.read_document(next(iter(detail.chosen()), None)))
        detail.card.read_wanted.connect(self.deeds.read_again)
        detail.card.forget_wanted.connect(self.deeds.ask_to_forget)
        theme().changed.connect(self._fit)

    # ---- what is there ----------------------------------------------------------------------------------------------

    def _take(self, everything: _Everything) -> None:
        self._asking = False
        self.collections = {one.collection_id: one for one in everything.collections}
        self.list.set_cards([_card(one) for one in everything.collections])
        self.results.show_collections(everything.collections)
        self._show_state(everything.state)
        wanted = self._wanted_id or self.shown_id
        if wanted not in self.collections:
            wanted = next(iter(self.collections), "")
        self._open(wanted)
        self._show_right_part()

    def _not_taken(self, error: BaseException) -> None:
        self._asking = False
        if not isinstance(error, Cancelled):
            self._report(error)

    def _open(self, collection_id: str) -> None:
        self._wanted_id = ""
        self.shown_id = collection_id
        blocked = self.list.blockSignals(True)
        self.list.set_current(collection_id)
        self.list.blockSignals(blocked)
        if collection_id:
            self.detail.show_collection(self.collections[collection_id])
        self._fit()

    def _show_right_part(self) -> None:
        searching = bool(self.search.text().strip())
        self.search.setEnabled(bool(self.collections) or searching)
        if searching:
            self.stack.setCurrentWidget(self.results)
        else:
            self.stack.setCurrentWidget(self._both if self.collections else self.empty)

    def _on_row(self) -> None:
        chosen = self.list.current_id()
        if chosen and chosen != self.shown_id and chosen in self.collections:
            self._open(chosen)

    def _on_change(self, change: Change) -> None:
        if isinstance(change, IngestProgressed) and change.done < change.total:
            self._with_state()
        elif _concerns(change) and not self._again.isActive():
            self._again.start()

    def _with_state(self) -> None:
        """How far the reading is; nothing is fetched for it."""

        async def now(knowledge: Knowledge) -> KnowledgeState:
            return knowledge.state()

        self._desk.ask(now, owner=self, done=self._show_state)

    def _show_state(self, state: KnowledgeState) -> None:
        self.strip.show_state(state.ingest)
        self.meaning.show_state(state, self._assistant.settings.values.knowledge.embedder)

    def _fetch(self, offset: int, count: int, done: Callable[[Sequence[Document]], None]) -> None:
        the_id, name = self.shown_id, self.detail.by_name.text().strip()
        states = BAD_STATES if self.detail.only_bad.isChecked() else ()

        async def stretch(knowledge: Knowledge) -> Sequence[Document]:
            return await knowledge.collections.documents(the_id, states=states, name=name, limit=count, offset=offset)

        self._desk.ask(stretch, owner=self, done=done)

    def _ask_what_is_left_out(self, folder: WatchedFolder) -> None:
        async def kinds(knowledge: Knowledge) -> Mapping[str, int]:
            return await knowledge.collections.unread_kinds(folder)

        self._desk.ask(kinds, owner=self, done=lambda found: self.detail.folders.show_kinds(folder, found))

    # ---- searching --------------------------------------------------------------------------------------------------

    def _search(self) -> None:
        query = self.search.text().strip()
        if self._searching is not None:
            self._searching.cancel()
            self._searching = None
        if not query:
            self._show_right_part()
            return
        filters = self.results.filters.filters()
        self._searching = self._desk.ask(
            lambda knowledge: knowledge.retrieval.search(query, filters=filters, limit=_MOST_HITS),
            owner=self,
            done=lambda found: self._found(query, found),
            failed=self._not_found,
        )

    def _found(self, query: str, found: Found) -> None:
        if query == self.search.text().strip():
            self.results.show_found(found)
            self._show_right_part()
            self._with_state()

    def _not_found(self, error: BaseException) -> None:
        if isinstance(error, Cancelled):
            return
        if isinstance(error, HearthError):
            self.results.show_failed(error.owner_sentence)
            self._show_right_part()
        else:
            self._report(error)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and folders are welcome."""
        if _dropped(event):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Everywhere on the page."""
        if _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped."""
        paths = _dropped(event)
        if paths:
            event.acceptProposedAction()
            self.intake.add_paths(paths)

    # ---- deeds ------------------------------------------------------------------------------------------------------

    def _with_ingest(self, work: Callable[[Knowledge], object]) -> None:
        async def done(knowledge: Knowledge) -> None:
            work(knowledge)

        self.deeds.do(done, done=lambda _: self._with_state())

    def read_document(self, document: Document | None) -> None:
        """Show it from its beginning."""
        if document is not None and document.content_id:
            self.passage_wanted.emit(whole_document(document))

    def _ask_every_file(self) -> None:
        from desktop.knowledge.survey_table import SurveyTable

        if self.detail.shown is not None:
            table = SurveyTable(self._desk.bridge, self._assistant, self.detail.shown, report=self._report, parent=self)
            table.passage_wanted.connect(self.passage_wanted)
            table.show()
            self._table = table

    # ---- room -------------------------------------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever shows the page begins where it is of use."""
        (self.list if self.collections else self.new).setFocus(event.reason())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room, one after the other where there is not."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        both = self.width() >= theme().px(_ROOM_FOR_BOTH)
        self.list.setVisible(both or not self._in_detail)
        self.detail.setVisible(bool(self.shown_id) and (both or self._in_detail))
        self.detail.back.setVisible(not both)
        self.list.setMaximumWidth(theme().px(_LIST_WIDTH) if both else 16_777_215)
        self.list.setMinimumWidth(theme().px(_LIST_WIDTH) if both else 0)

    def _into_files(self) -> None:
        if self.shown_id:
            self._in_detail = True
            self._fit()
            self.detail.rows.setFocus()

    def _show_alone(self) -> None:
        """Where there is no room for both, a click on a row leads to its files."""
        if not self.detail.isVisible():
            self._into_files()

    def _to_list(self) -> None:
        self._in_detail = False
        self._fit()
        self.list.setFocus()


def _concerns(change: Change) -> bool:
    if isinstance(change, SettingChanged):
        return change.name.startswith("knowledge.")
    return isinstance(change, DocumentsChanged | IngestProgressed | IndexChanged)


async def _everything(knowledge: Knowledge) -> _Everything:
    return _Everything(await knowledge.collections.list(), knowledge.state())


def _card(collection: Collection) -> Card:
    icons = [("error", collection.failed + collection.missing), ("clock", collection.waiting)]
    mark = next((name for name, count in icons if count), "folder" if collection.folders else "file-text")
    return Card(collection.collection_id, collection.name, collection_words(collection), icon_name=mark)


def _dropped(event: QDropEvent) -> list[Path]:
    """Files and folders of this computer; addresses are none."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
