"""One collection: its name, its folders, its files, and what is known of the chosen ones."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from desktop.knowledge.document_card import DocumentCard
from desktop.knowledge.document_list import DocumentModel, DocumentRows, Fetch
from desktop.knowledge.document_words import collection_caption
from desktop.knowledge.folder_list import FolderList
from desktop.theme.icons import icon
from desktop.theme.stylesheet import ui_font
from desktop.theme.theme_state import theme
from desktop.widgets.elided_label import ElidedLabel
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.flow_layout import flow_row
from desktop.widgets.icon_button import IconButton
from desktop.widgets.search_field import SearchField

if TYPE_CHECKING:
    from core.knowledge.document_rows import Collection, Document

_FEW = 12


class CollectionDetail(QWidget):
    """Shows what it is given; what its owner wants is told by the buttons themselves and by the signals."""

    renamed = Signal(str)

    def __init__(self, fetch: Fetch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Collection | None = None
        self.documents = DocumentModel(fetch, self)
        self.rows = DocumentRows(self.documents, self)
        self.folders = FolderList(self)
        self.card = DocumentCard(self)
        self.card.hide()
        self.empty = EmptyState(
            "file-text",
            self.tr("Drop files or a folder here"),
            self.tr("Hearth reads PDF, Office and OpenDocument files, e-mail, web pages, books, pictures and code."),
            action=self.tr("Add files…"),
            parent=self,
        )
        self.nothing = EmptyState("search", self.tr("No file is called like that."), compact=True, parent=self)
        self._make_head()
        self._make_filter()
        self.middle = QStackedWidget(self)
        for part in (self.rows, self.nothing, self.empty):
            self.middle.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._head)
        column.addWidget(self._buttons)
        column.addWidget(self.folders)
        column.addWidget(self._filter)
        column.addWidget(self.middle, stretch=1)
        column.addWidget(self.card)
        self._chain_tabs()
        self.rows.chosen.connect(lambda: self.card.show_documents(self.rows.selected()))
        self.documents.loaded.connect(self._loaded)
        theme().changed.connect(self._dress)
        self._dress()

    def _make_head(self) -> None:
        self.back = IconButton("arrow-left", self.tr("Back to the list"), parent=self)
        self.name = QLineEdit(self)
        self.name.setProperty("kind", "bare")
        self.name.setProperty("role", "heading")
        self.name.setAccessibleName(self.tr("Name of the collection"))
        self.name.setMaxLength(120)
        self.name.editingFinished.connect(self._renamed)
        self.caption = ElidedLabel(parent=self)
        self.caption.setProperty("role", "caption")
        self.ask = QPushButton(icon("chat", size=16), self.tr("Ask"), self)
        self.ask.setAccessibleName(self.tr("Ask about these files in a new chat"))
        self.ask.setToolTip(self.ask.accessibleName())
        self.survey = QPushButton(icon("question", size=16), self.tr("Ask every file…"), self)
        self.add = QPushButton(self.tr("Add"), self)
        self.add.setProperty("kind", "primary")
        self.add.setAccessibleName(self.tr("Add to the collection"))
        self.more = IconButton("more", self.tr("More"), parent=self)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.name)
        below = QHBoxLayout()
        below.setContentsMargins(8, 0, 0, 0)  # below the first letter of the name, whose field has a ring
        below.addWidget(self.caption)
        names.addLayout(below)
        self._head = QHBoxLayout()
        self._head.setSpacing(8)
        top = Qt.AlignmentFlag.AlignTop
        self._head.addWidget(self.back, alignment=top)
        self._head.addLayout(names, stretch=1)
        self._head.addWidget(self.more, alignment=top)
        self._buttons = flow_row(self.ask, self.survey, self.add, parent=self)  # the name keeps a line of its own

    def _make_filter(self) -> None:
        self._filter = QWidget(self)
        self.by_name = SearchField(self.tr("Find a file by its name"), parent=self._filter)
        self.by_name.searched.connect(lambda _: self.documents.begin())
        self.by_name.left_empty.connect(lambda: self.rows.setFocus())
        self.only_bad = QPushButton(self._filter)
        self.only_bad.setProperty("kind", "chip")
        self.only_bad.setCheckable(True)
        self.only_bad.toggled.connect(lambda _: self.documents.begin())
        row = QHBoxLayout(self._filter)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.by_name, stretch=1)
        row.addWidget(self.only_bad)

    def _chain_tabs(self) -> None:
        card = self.card
        order = [
            self.back, self.name, self.more, self.ask, self.survey, self.add, self.folders, self.by_name, self.only_bad,
            self.rows, card.open, card.read, card.folder, card.forget,
        ]  # fmt: skip
        for one, following in pairwise(order):
            QWidget.setTabOrder(one, following)

    # ---- what it shows ----------------------------------------------------------------------------------------------

    @property
    def shown(self) -> Collection | None:
        """The collection in sight."""
        return self._shown

    @property
    def collection_id(self) -> str:
        """Its id, "" when there is none."""
        return self._shown.collection_id if self._shown is not None else ""

    def show_collection(self, collection: Collection) -> None:
        """Show it; its files are fetched when it is another one, or has changed."""
        before, self._shown = self._shown, collection
        is_other = before is None or before.collection_id != collection.collection_id
        if is_other or not self.name.hasFocus():
            self.name.setText(collection.name)
            self.name.setCursorPosition(0)
        self.caption.setText(collection_caption(collection))
        self.folders.show_folders(collection.folders)
        bad = collection.failed + collection.missing + collection.partial
        self.only_bad.setVisible(bool(bad))
        self.only_bad.setText(QCoreApplication.translate("CollectionDetail", "%n with problems", "", bad))
        for button in (self.ask, self.survey):  # what was read is kept
            button.setEnabled(collection.ready + collection.partial + collection.missing > 0)
        self._filter.setVisible(collection.documents > _FEW or bool(bad) or bool(self.by_name.text()))
        if is_other:
            self.by_name.blockSignals(True)
            self.by_name.clear()
            self.by_name.blockSignals(False)
            self.only_bad.blockSignals(True)
            self.only_bad.setChecked(False)
            self.only_bad.blockSignals(False)
            self.card.show_documents(())
            self.documents.begin()
        else:
            if not bad and self.only_bad.isChecked():
                self.only_bad.setChecked(False)
            self.documents.refresh(self.rows.last_seen_row())

    def _loaded(self) -> None:
        self.card.show_documents(self.rows.selected())
        any_there = self.documents.rowCount() > 0
        filtered = bool(self.by_name.text()) or self.only_bad.isChecked()
        self.middle.setCurrentWidget(self.rows if any_there else self.nothing if filtered else self.empty)

    def chosen(self) -> Sequence[Document]:
        """The documents that something is to be done with."""
        return self.rows.selected()

    def menu_place(self, button: QWidget) -> QPoint:
        """Where a menu of this button opens."""
        return button.mapToGlobal(button.rect().bottomLeft())

    def _renamed(self) -> None:
        name = self.name.text().strip()
        if self._shown is None or name == self._shown.name:
            return
        if name:
            self.renamed.emit(name)
        else:
            self.name.setText(self._shown.name)

    def _dress(self) -> None:
        """The name is a field that looks like a heading."""
        self.name.setFont(ui_font(theme().tokens.type.heading, weight=QFont.Weight.DemiBold))
