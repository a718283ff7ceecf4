"""`DocumentIntake`: how files, folders and texts come into a collection, chosen, dropped or pasted."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QFileDialog

from desktop.knowledge.name_question import FolderQuestion, NameQuestion
from desktop.knowledge.pasted_text import PastedText

if TYPE_CHECKING:
    from core.knowledge.knowledge_base import Knowledge
    from desktop.knowledge.document_deeds import DocumentDeeds
    from desktop.knowledge.knowledge_page import KnowledgePage

translate = QCoreApplication.translate


class DocumentIntake(QObject):
    """The door of the page of documents."""

    def __init__(self, page: KnowledgePage, deeds: DocumentDeeds) -> None:
        super().__init__(page)
        self._page = page
        self._deeds = deeds

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
            folders, list(self._page.collections.values()), chosen=self._page.shown_id, parent=self._page.window()
        )
        question.answered.connect(lambda the_id, name, follow: self._add_folders(folders, the_id, name, follow=follow))
        question.open()

    def choose(self) -> None:
        """Files, a folder or a text?"""
        menu = self._deeds.menu()
        menu.addAction(translate("KnowledgePage", "Files…")).triggered.connect(self.choose_files)
        menu.addAction(translate("KnowledgePage", "Folder…")).triggered.connect(self.choose_folder)
        menu.addAction(translate("KnowledgePage", "Text…")).triggered.connect(self.ask_text)
        menu.popup(self._page.detail.menu_place(self._page.detail.add))

    def choose_files(self) -> None:
        """Let the owner pick files."""
        dialog = QFileDialog(self._page.window(), translate("KnowledgePage", "Add files"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: self.add_paths([Path(name) for name in names]))
        dialog.open()

    def choose_folder(self) -> None:
        """Let the owner pick a folder."""
        dialog = QFileDialog(self._page.window(), translate("KnowledgePage", "Add a folder"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda name: self.offer_folders([Path(name)]))
        dialog.open()

    def ask_text(self) -> None:
        """Let the owner paste a text."""
        dialog = PastedText(self._page.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        the_id = self._page.shown_id
        dialog.kept.connect(
            lambda title, text: self._deeds.do(lambda knowledge: knowledge.collections.add_text(the_id, title, text))
        )
        dialog.open()

    def ask_name(self) -> None:
        """Make a collection."""
        question = NameQuestion(translate("KnowledgePage", "New collection"), parent=self._page.window())
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.named.connect(
            lambda name: self._deeds.do(
                lambda knowledge: knowledge.collections.create(name),
                done=lambda made: self._page.show_collection(made.collection_id),
            )
        )
        question.open()

    def _add_files(self, files: Sequence[Path]) -> None:
        the_id, name = self._page.shown_id, translate("KnowledgePage", "Documents")

        async def add(knowledge: Knowledge) -> str:
            into = the_id or (await knowledge.collections.create(name)).collection_id
            await knowledge.collections.add_files(into, files)
            return into

        self._deeds.do(add, done=self._page.show_collection)

    def _add_folders(self, folders: Sequence[Path], collection_id: str, name: str, *, follow: bool) -> None:
        async def add(knowledge: Knowledge) -> str:
            into = collection_id or (await knowledge.collections.create(name)).collection_id
            for folder in folders:
                await knowledge.collections.add_folder(into, folder, watched=follow)
            return into

        self._deeds.do(add, done=self._page.show_collection)
