"""`DocumentDeeds`: what is done with collections and their files, asked about first where something is destroyed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt
from PySide6.QtWidgets import QMessageBox

from core.errors import Cancelled, HearthError
from desktop.knowledge.document_words import BAD_STATES, files_text
from desktop.knowledge.name_question import NameQuestion
from desktop.widgets.menu import Menu

if TYPE_CHECKING:
    from core.knowledge.document_rows import DocumentState, WatchedFolder
    from core.knowledge.knowledge_base import Knowledge
    from desktop.knowledge.knowledge_desk import KnowledgeDesk
    from desktop.knowledge.knowledge_page import KnowledgePage
    from desktop.widgets.toast import Toasts

translate = QCoreApplication.translate


class DocumentDeeds(QObject):
    """The hands of the page of documents."""

    def __init__(
        self, page: KnowledgePage, desk: KnowledgeDesk, *, toasts: Toasts, report: Callable[[BaseException], None]
    ) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        self._toasts = toasts
        self._report = report

    def do(self, work: Callable[[Knowledge], Any], *, done: Callable[[Any], None] | None = None) -> None:
        """Do `work` with the documents; what is refused is said."""
        self._desk.ask(work, owner=self, done=done, failed=self._refused)

    def rename(self, name: str) -> None:
        """Call the collection in sight so."""
        the_id = self._page.shown_id
        self.do(lambda knowledge: knowledge.collections.rename(the_id, name))

    def read_again(self) -> None:
        """Read the chosen files again."""
        ids = [document.document_id for document in self._page.detail.chosen()]
        if ids:
            self.do(lambda knowledge: knowledge.collections.read_again(ids))

    def _read_all_again(self, states: tuple[DocumentState, ...]) -> None:
        the_id = self._page.shown_id

        async def again(knowledge: Knowledge) -> None:
            found = await knowledge.collections.documents(the_id, states=states, limit=1_000_000)
            await knowledge.collections.read_again([document.document_id for document in found])

        self.do(again)

    def collection_menu(self, where: QPoint) -> None:
        """What can be done with the collection in sight."""
        collection = self._page.detail.shown
        if collection is None:
            return
        menu = self.menu()
        failed = menu.addAction(translate("KnowledgePage", "Read again what failed"))
        failed.setEnabled(bool(collection.failed + collection.missing + collection.partial))
        failed.triggered.connect(lambda: self._read_all_again(BAD_STATES))
        menu.addAction(translate("KnowledgePage", "Read everything again")).triggered.connect(
            lambda: self._read_all_again(())
        )
        menu.addAction(translate("KnowledgePage", "Renew the index")).triggered.connect(
            lambda: self.do(lambda knowledge: knowledge.index_again())
        )
        menu.addSeparator()
        menu.addAction(translate("KnowledgePage", "Rename…")).triggered.connect(self._ask_new_name)
        menu.addAction(translate("KnowledgePage", "Delete the collection…")).triggered.connect(self._ask_to_delete)
        menu.popup(where)

    def document_menu(self, where: QPoint) -> None:
        """What can be done with the chosen files."""
        chosen = self._page.detail.chosen()
        if not chosen:
            return
        menu = self.menu()
        if len(chosen) == 1 and chosen[0].content_id:
            menu.addAction(translate("KnowledgePage", "Read it here")).triggered.connect(
                lambda: self._page.read_document(chosen[0])
            )
        menu.addAction(translate("KnowledgePage", "Read again")).triggered.connect(self.read_again)
        menu.addAction(translate("KnowledgePage", "Forget…")).triggered.connect(self.ask_to_forget)
        menu.popup(self._page.detail.rows.viewport().mapToGlobal(where))

    def _ask_new_name(self) -> None:
        collection = self._page.detail.shown
        if collection is None:
            return
        question = NameQuestion(
            translate("KnowledgePage", "Rename the collection"), collection.name, parent=self._page.window()
        )
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.named.connect(self.rename)
        question.open()

    def _ask_to_delete(self) -> None:
        collection = self._page.detail.shown
        if collection is None:
            return
        the_id = collection.collection_id
        self._confirm(
            translate("KnowledgePage", "Delete the collection"),
            translate("KnowledgePage", "Delete “{0}”?").format(collection.name),
            translate(
                "KnowledgePage",
                "All that was read of it is destroyed: texts, passages and index ({0}). The files themselves stay "
                "where they are.",
            ).format(files_text(collection.documents)),
            translate("KnowledgePage", "Delete"),
            lambda: self.do(lambda knowledge: knowledge.collections.delete(the_id)),
        )

    def ask_to_forget(self) -> None:
        """Forget the chosen files?"""
        chosen = self._page.detail.chosen()
        if not chosen:
            return
        ids = [document.document_id for document in chosen]
        passages = sum(document.passages for document in chosen)
        told = translate(
            "KnowledgePage",
            "All that was read is destroyed, with %n passages of the index. What lies on the disk stays where it is.",
            "",
            passages,
        )
        if any(document.folder_id for document in chosen):
            told += " " + translate("KnowledgePage", "In a folder that is followed they are left out from now on.")
        question = (
            translate("KnowledgePage", "Forget “{0}”?").format(chosen[0].name)
            if len(chosen) == 1
            else translate("KnowledgePage", "Forget %n files?", "", len(chosen))
        )
        self._confirm(
            translate("KnowledgePage", "Forget"),
            question,
            told,
            translate("KnowledgePage", "Forget"),
            lambda: self.do(lambda knowledge: knowledge.collections.remove(ids)),
        )

    def ask_to_remove_folder(self, folder: WatchedFolder) -> None:
        """Take out a folder that is followed?"""
        self._confirm(
            translate("KnowledgePage", "Take out a folder"),
            translate("KnowledgePage", "Take out “{0}”?").format(folder.path),
            translate(
                "KnowledgePage",
                "All that was read of its files is destroyed. The folder and its files stay as they are.",
            ),
            translate("KnowledgePage", "Take out"),
            lambda: self.do(lambda knowledge: knowledge.collections.remove_folder(folder.folder_id)),
        )

    def _confirm(self, title: str, question: str, told: str, button: str, deed: Callable[[], object]) -> None:
        box = QMessageBox(self._page.window())
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
        box.setDefaultButton(box.addButton(translate("KnowledgePage", "Cancel"), QMessageBox.ButtonRole.RejectRole))
        go.clicked.connect(deed)
        box.open()

    def _refused(self, error: BaseException) -> None:
        """Say what was not done, and what can be done about it."""
        if isinstance(error, HearthError):
            if not isinstance(error, Cancelled):
                self._toasts.show(f"{error.owner_sentence} {error.owner_next_step}", kind="error")
        else:
            self._report(error)

    def menu(self) -> Menu:
        """An empty menu of the page."""
        menu = Menu(self._page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu
