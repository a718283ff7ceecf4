"""The page of documents: collections and their files, a search that says why each passage was found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QCoreApplication, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QFocusEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from core.errors import Cancelled, HearthError
from core.events import DocumentsChanged, IndexChanged, IngestProgressed, SettingChanged
from desktop.knowledge.collection_detail import CollectionDetail
from desktop.knowledge.document_words import collection_words, files_text, whole_document
from desktop.knowledge.knowledge_desk import KnowledgeDesk
from desktop.knowledge.meaning_line import MeaningLine
from desktop.knowledge.name_question import FolderQuestion, NameQuestion
from desktop.knowledge.pasted_text import PastedText
from desktop.knowledge.reading_strip import ReadingStrip
from desktop.knowledge.search_results import SearchResults
from desktop.theme.theme_state import theme
from desktop.widgets.card_rows import Card, CardRows
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.menu import Menu
from desktop.widgets.search_field import SearchField

if TYPE_CHECKING:
    from core.assistant import Assistant
    from core.events import Change
    from core.knowledge.document_rows import Collection, Document, DocumentState, WatchedFolder
    from core.knowledge.knowledge_base import Knowledge, KnowledgeState
    from core.knowledge.passage import Found
    from desktop.bridge import Bridge, Call
    from desktop.knowledge.survey_table import SurveyTable
    from desktop.widgets.toast import Toasts

_LIST_WIDTH = 240
_ROOM_FOR_BOTH = 640
_GATHER_MS = 250
_MOST_HITS = 30
_BAD: tuple[DocumentState, ...] = ("failed", "missing", "partial")


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
        self._toasts = toasts
        self._report = report
        self._desk = KnowledgeDesk(bridge, assistant, report)
        self._collections: dict[str, Collection] = {}
        self._shown_id = ""
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
        if collection_id in self._collections:
            self._open(collection_id)

    def finish(self) -> None:
        """The vault is about to close: nothing of the documents stays on the screen."""
        if self._table is not None and shiboken6.isValid(self._table):
            self._table.close()
        self.results.hits.show_passages(())

    def add_paths(self, paths: Sequence[Path]) -> None:
        """Files go into the collection in sight; for folders it is asked which one takes them."""
        folders = [path for path in paths if path.is_dir()]
        files = [path for path in paths if path not in folders]
        if files:
            self._add_files(files)
        if folders:
            self.offer_folders(folders)

    def offer_folders(self, folders: Sequence[Path]) -> None:
        """Ask which collection takes these folders, then read them."""
        question = FolderQuestion(
            folders, list(self._collections.values()), chosen=self._shown_id, parent=self.window()
        )
        question.answered.connect(lambda the_id, name, follow: self._add_folders(folders, the_id, name, follow=follow))
        question.open()

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
        self.new.clicked.connect(self._ask_name)
        self.empty.action_requested.connect(self._choose_folder)
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
        self.strip.stop_wanted.connect(lambda: self._do(lambda knowledge: knowledge.ingest.cancel()))
        self.meaning.change.clicked.connect(self.settings_wanted)
        detail.back.clicked.connect(self._to_list)
        detail.renamed.connect(self._rename)
        detail.ask.clicked.connect(lambda: self.chat_wanted.emit(self._shown_id))
        detail.survey.clicked.connect(self._ask_every_file)
        detail.add.clicked.connect(self._choose_what_to_add)
        detail.more.clicked.connect(lambda: self._collection_menu(detail.menu_place(detail.more)))
        detail.empty.action_requested.connect(self._choose_files)
        detail.folders.follow_wanted.connect(
            lambda the_id, on: self._do(lambda knowledge: knowledge.collections.follow(the_id, on))
        )
        detail.folders.remove_wanted.connect(self._ask_to_remove_folder)
        detail.rows.opened.connect(self._read_document)
        detail.rows.forget_wanted.connect(self._ask_to_forget)
        detail.rows.customContextMenuRequested.connect(self._document_menu)
        detail.card.open_wanted.connect(lambda: self._read_document(next(iter(detail.chosen()), None)))
        detail.card.read_wanted.connect(self._read_again)
        detail.card.forget_wanted.connect(self._ask_to_forget)
        theme().changed.connect(self._fit)

    # ---- what is there ----------------------------------------------------------------------------------------------

    def _take(self, everything: _Everything) -> None:
        self._asking = False
        self._collections = {one.collection_id: one for one in everything.collections}
        self.list.set_cards([_card(one) for one in everything.collections])
        self.results.show_collections(everything.collections)
        self._show_state(everything.state)
        wanted = self._wanted_id or self._shown_id
        if wanted not in self._collections:
            wanted = next(iter(self._collections), "")
        self._open(wanted)
        self._show_right_part()

    def _not_taken(self, error: BaseException) -> None:
        self._asking = False
        if not isinstance(error, Cancelled):
            self._report(error)

    def _open(self, collection_id: str) -> None:
        self._wanted_id = ""
        self._shown_id = collection_id
        blocked = self.list.blockSignals(True)
        self.list.set_current(collection_id)
        self.list.blockSignals(blocked)
        if collection_id:
            self.detail.show_collection(self._collections[collection_id])
        self._fit()

    def _show_right_part(self) -> None:
        searching = bool(self.search.text().strip())
        self.search.setEnabled(bool(self._collections) or searching)
        if searching:
            self.stack.setCurrentWidget(self.results)
        else:
            self.stack.setCurrentWidget(self._both if self._collections else self.empty)

    def _on_row(self) -> None:
        chosen = self.list.current_id()
        if chosen and chosen != self._shown_id and chosen in self._collections:
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
        the_id, name = self._shown_id, self.detail.by_name.text().strip()
        states = _BAD if self.detail.only_bad.isChecked() else ()

        async def stretch(knowledge: Knowledge) -> Sequence[Document]:
            return await knowledge.collections.documents(the_id, states=states, name=name, limit=count, offset=offset)

        self._desk.ask(stretch, owner=self, done=done)

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
            lambda knowledge: knowledge.retrieval.find(query, filters=filters, limit=_MOST_HITS),
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

    # ---- adding -----------------------------------------------------------------------------------------------------

    def _choose_what_to_add(self) -> None:
        menu = self._menu()
        menu.addAction(self.tr("Files…")).triggered.connect(self._choose_files)
        menu.addAction(self.tr("Folder…")).triggered.connect(self._choose_folder)
        menu.addAction(self.tr("Text…")).triggered.connect(self._ask_text)
        menu.popup(self.detail.menu_place(self.detail.add))

    def _choose_files(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("Add files"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: self.add_paths([Path(name) for name in names]))
        dialog.open()

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("Add a folder"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda name: self.offer_folders([Path(name)]))
        dialog.open()

    def _ask_text(self) -> None:
        dialog = PastedText(self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        the_id = self._shown_id
        dialog.kept.connect(
            lambda title, text: self._do(lambda knowledge: knowledge.collections.add_text(the_id, title, text))
        )
        dialog.open()

    def _ask_name(self) -> None:
        question = NameQuestion(self.tr("New collection"), parent=self.window())
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.named.connect(
            lambda name: self._do(
                lambda knowledge: knowledge.collections.create(name),
                done=lambda made: self.show_collection(made.collection_id),
            )
        )
        question.open()

    def _add_files(self, files: Sequence[Path]) -> None:
        the_id, name = self._shown_id, self.tr("Documents")

        async def add(knowledge: Knowledge) -> str:
            into = the_id or (await knowledge.collections.create(name)).collection_id
            await knowledge.collections.add_files(into, files)
            return into

        self._do(add, done=self.show_collection)

    def _add_folders(self, folders: Sequence[Path], collection_id: str, name: str, *, follow: bool) -> None:
        async def add(knowledge: Knowledge) -> str:
            into = collection_id or (await knowledge.collections.create(name)).collection_id
            for folder in folders:
                await knowledge.collections.add_folder(into, folder, watched=follow)
            return into

        self._do(add, done=self.show_collection)

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
            self.add_paths(paths)

    # ---- deeds ------------------------------------------------------------------------------------------------------

    def _do(self, work: Callable[[Knowledge], Any], *, done: Callable[[Any], None] | None = None) -> None:
        self._desk.ask(work, owner=self, done=done, failed=self._refused)

    def _with_ingest(self, work: Callable[[Knowledge], object]) -> None:
        async def done(knowledge: Knowledge) -> None:
            work(knowledge)

        self._do(done, done=lambda _: self._with_state())

    def _rename(self, name: str) -> None:
        the_id = self._shown_id
        self._do(lambda knowledge: knowledge.collections.rename(the_id, name))

    def _read_document(self, document: Document | None) -> None:
        if document is not None and document.content_id:
            self.passage_wanted.emit(whole_document(document))

    def _ask_every_file(self) -> None:
        from desktop.knowledge.survey_table import SurveyTable

        if self.detail.shown is not None:
            table = SurveyTable(self._desk.bridge, self._assistant, self.detail.shown, report=self._report, parent=self)
            table.passage_wanted.connect(self.passage_wanted)
            table.show()
            self._table = table

    def _read_again(self) -> None:
        ids = [document.document_id for document in self.detail.chosen()]
        if ids:
            self._do(lambda knowledge: knowledge.collections.read_again(ids))

    def _read_all_again(self, states: tuple[DocumentState, ...]) -> None:
        the_id = self._shown_id

        async def again(knowledge: Knowledge) -> None:
            found = await knowledge.collections.documents(the_id, states=states, limit=1_000_000)
            await knowledge.collections.read_again([document.document_id for document in found])

        self._do(again)

    def _collection_menu(self, where: QPoint) -> None:
        collection = self.detail.shown
        if collection is None:
            return
        menu = self._menu()
        failed = menu.addAction(self.tr("Read again what failed"))
        failed.setEnabled(bool(collection.failed + collection.missing + collection.partial))
        failed.triggered.connect(lambda: self._read_all_again(_BAD))
        menu.addAction(self.tr("Read everything again")).triggered.connect(lambda: self._read_all_again(()))
        menu.addAction(self.tr("Renew the index")).triggered.connect(
            lambda: self._do(lambda knowledge: knowledge.index_again())
        )
        menu.addSeparator()
        menu.addAction(self.tr("Rename…")).triggered.connect(self._ask_new_name)
        menu.addAction(self.tr("Delete the collection…")).triggered.connect(self._ask_to_delete)
        menu.popup(where)

    def _document_menu(self, where: QPoint) -> None:
        chosen = self.detail.chosen()
        if not chosen:
            return
        menu = self._menu()
        if len(chosen) == 1 and chosen[0].content_id:
            menu.addAction(self.tr("Read it here")).triggered.connect(lambda: self._read_document(chosen[0]))
        menu.addAction(self.tr("Read again")).triggered.connect(self._read_again)
        menu.addAction(self.tr("Forget…")).triggered.connect(self._ask_to_forget)
        menu.popup(self.detail.rows.viewport().mapToGlobal(where))

    def _ask_new_name(self) -> None:
        collection = self.detail.shown
        if collection is None:
            return
        question = NameQuestion(self.tr("Rename the collection"), collection.name, parent=self.window())
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.named.connect(self._rename)
        question.open()

    def _ask_to_delete(self) -> None:
        collection = self.detail.shown
        if collection is None:
            return
        the_id = collection.collection_id
        self._confirm(
            self.tr("Delete the collection"),
            self.tr("Delete “{0}”?").format(collection.name),
            self.tr(
                "All that was read of it is destroyed: texts, passages and index ({0}). The files themselves stay "
                "where they are."
            ).format(files_text(collection.documents)),
            self.tr("Delete"),
            lambda: self._do(lambda knowledge: knowledge.collections.delete(the_id)),
        )

    def _ask_to_forget(self) -> None:
        chosen = self.detail.chosen()
        if not chosen:
            return
        ids = [document.document_id for document in chosen]
        passages = sum(document.passages for document in chosen)
        told = QCoreApplication.translate(
            "KnowledgePage",
            "All that was read is destroyed, with %n passages of the index. What lies on the disk stays where it is.",
            "",
            passages,
        )
        if any(document.folder_id for document in chosen):
            told += " " + self.tr("In a folder that is followed they are left out from now on.")
        question = (
            self.tr("Forget “{0}”?").format(chosen[0].name)
            if len(chosen) == 1
            else QCoreApplication.translate("KnowledgePage", "Forget %n files?", "", len(chosen))
        )
        self._confirm(
            self.tr("Forget"),
            question,
            told,
            self.tr("Forget"),
            lambda: self._do(lambda knowledge: knowledge.collections.remove(ids)),
        )

    def _ask_to_remove_folder(self, folder: WatchedFolder) -> None:
        self._confirm(
            self.tr("Take out a folder"),
            self.tr("Take out “{0}”?").format(folder.path),
            self.tr("All that was read of its files is destroyed. The folder and its files stay as they are."),
            self.tr("Take out"),
            lambda: self._do(lambda knowledge: knowledge.collections.remove_folder(folder.folder_id)),
        )

    def _confirm(self, title: str, question: str, told: str, button: str, deed: Callable[[], object]) -> None:
        box = QMessageBox(self.window())
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(title)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(question)
        box.setInformativeText(told)
        go = box.addButton(button, QMessageBox.ButtonRole.DestructiveRole)
        go.setProperty("kind", "danger")
        go.style().unpolish(go)  # a box dresses its buttons as it takes them
        go.style().polish(go)
        box.setDefaultButton(box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole))
        go.clicked.connect(deed)
        box.open()

    def _refused(self, error: BaseException) -> None:
        """Say what was not done, and what can be done about it."""
        if isinstance(error, HearthError):
            if not isinstance(error, Cancelled):
                self._toasts.show(f"{error.owner_sentence} {error.owner_next_step}", kind="error")
        else:
            self._report(error)

    # ---- room -------------------------------------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever shows the page begins where it is of use."""
        (self.list if self._collections else self.new).setFocus(event.reason())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room, one after the other where there is not."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        both = self.width() >= theme().px(_ROOM_FOR_BOTH)
        self.list.setVisible(both or not self._in_detail)
        self.detail.setVisible(bool(self._shown_id) and (both or self._in_detail))
        self.detail.back.setVisible(not both)
        self.list.setMaximumWidth(theme().px(_LIST_WIDTH) if both else 16_777_215)
        self.list.setMinimumWidth(theme().px(_LIST_WIDTH) if both else 0)

    def _into_files(self) -> None:
        if self._shown_id:
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

    def _menu(self) -> Menu:
        menu = Menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu


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
