"""How documents are found by meaning now, with the way to the settings of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from desktop.widgets.meaning_words import again_words, index_words, model_words, trouble_words

if TYPE_CHECKING:
    from core.knowledge.knowledge_base import KnowledgeState


class MeaningLine(QWidget):
    """`change` leads to the settings."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLabel(self)
        self.words.setProperty("role", "caption")
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.change = QPushButton(self.tr("Settings"), self)
        self.change.setProperty("kind", "link")
        self.change.setAccessibleDescription(self.tr("How documents are found"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.words, stretch=1)
        row.addWidget(self.change, alignment=Qt.AlignmentFlag.AlignBottom)

    def show_state(self, state: KnowledgeState | None, embedder_setting: str) -> None:
        """How it is; None before the documents were asked."""
        parts = [model_words(state, embedder_setting)]
        if state is not None:
            parts += [index_words(state), again_words(state), trouble_words(state)]
        if not embedder_setting:
            parts.insert(1, self.tr("A multilingual model can be chosen in the settings."))
        self.words.setText(" ".join(part for part in parts if part))
