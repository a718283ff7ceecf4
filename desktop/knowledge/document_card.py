"""What is known of the chosen document, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.knowledge.document_words import counts_text, files_text, notice_help, noticed, state_words
from desktop.widgets.amounts import size_text
from desktop.widgets.elided_label import ElidedLabel
from desktop.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from core.knowledge.document_rows import Document


class DocumentCard(QFrame):
    """Shows what it is given; the signals tell what its owner wants with it."""

    open_wanted = Signal()
    read_wanted = Signal()
    forget_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._documents: Sequence[Document] = ()
        self.name = ElidedLabel(mode=Qt.TextElideMode.ElideMiddle, parent=self)
        self.name.setProperty("role", "strong")
        self.path = ElidedLabel(mode=Qt.TextElideMode.ElideMiddle, parent=self)
        self.path.setProperty("role", "caption")
        self.facts = _lines(self)
        self.trouble = _lines(self)
        self.trouble.setProperty("role", "error")
        self.open = QPushButton(self.tr("Read it here"), self)
        self.read = QPushButton(self.tr("Read again"), self)
        self.folder = QPushButton(self.tr("Show in folder"), self)
        self.forget = QPushButton(self.tr("Forget…"), self)
        self.open.clicked.connect(self.open_wanted)
        self.read.clicked.connect(self.read_wanted)
        self.forget.clicked.connect(self.forget_wanted)
        self.folder.clicked.connect(self._show_folder)
        buttons = QWidget(self)
        flow = FlowLayout(buttons, spacing=4)
        for button in (self.open, self.read, self.folder, self.forget):
            button.setProperty("kind", "quiet")
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 12, 8)
        column.setSpacing(4)
        for part in (self.name, self.path, self.facts, self.trouble):
            column.addWidget(part)
        column.addSpacing(2)
        column.addWidget(buttons)

    def show_documents(self, documents: Sequence[Document]) -> None:
        """These are chosen; none hides the card."""
        self._documents = documents
        self.setVisible(bool(documents))
        if len(documents) == 1:
            self._show_one(documents[0])
        elif documents:
            self._show_several(documents)

    def _show_one(self, document: Document) -> None:
        self.name.setText(document.name)
        self.path.setText(document.path)
        self.path.setVisible(bool(document.path))
        sentences = [notice_help(notice) for notice in noticed(document)]
        is_bad = document.state in ("failed", "missing")
        counted = counts_text(document) if document.passages else state_words(document)
        if document.title and document.title != document.name:
            counted = f"{document.title} · {counted}"
        self.facts.setText("\n".join([*([counted] if not is_bad or document.passages else []), *sentences]))
        self.facts.setVisible(bool(self.facts.text()))
        error = document.error
        self.trouble.setText("" if error is None else f"{error.sentence} {error.next_step}")
        self.trouble.setVisible(bool(self.trouble.text()))
        self.open.setVisible(bool(document.content_id))
        self.folder.setVisible(bool(document.path))

    def _show_several(self, documents: Sequence[Document]) -> None:
        self.name.setText(files_text(len(documents)))
        self.path.hide()
        self.facts.setText(size_text(sum(document.size_bytes for document in documents)))
        self.facts.show()
        self.trouble.hide()
        self.open.hide()
        self.folder.hide()

    def _show_folder(self) -> None:
        from pathlib import Path

        if self._documents:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(self._documents[0].path).parent)))


def _lines(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setProperty("role", "muted")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
