"""How documents are found by meaning now: which model, which languages, which index, and what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from desktop.widgets.amounts import figure

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
        parts = [self._model_words(state, embedder_setting)]
        if state is not None:
            parts += [self._index_words(state), self._again_words(state)]
            if state.index_trouble is not None:
                parts.append(f"{state.index_trouble.owner_sentence} {state.index_trouble.owner_next_step}")
        self.words.setText(" ".join(part for part in parts if part))

    def _model_words(self, state: KnowledgeState | None, setting: str) -> str:
        if state is not None and state.embedder is None and state.trouble:
            return self.tr("The model of meanings does not answer, so files are found by their words only.")
        embedder = state.embedder if state is not None else None
        only_english = not setting if embedder is None else embedder.languages == ("en",)
        if only_english:
            return self.tr(
                "The built-in model finds meanings in English; texts in other languages are found by their words. "
                "Choose a multilingual model in the settings if you need more."
            )
        name = embedder.title if embedder is not None else setting
        return self.tr("Meanings are found with {0}.").format(name)

    def _index_words(self, state: KnowledgeState) -> str:
        chunks = [index for index in state.indexes if index.total]
        if not chunks:
            return ""
        index = chunks[0]
        names = {
            "exact": self.tr("exact comparison"),
            "chroma": self.tr("Chroma"),
            "chroma_server": self.tr("Chroma server"),
        }
        if index.is_whole:
            return self.tr("Index: {0}, {1} passages.").format(names[index.engine], figure(index.total))
        return self.tr("Index: {0}, {1} of {2} passages so far.").format(
            names[index.engine], figure(index.ready), figure(index.total)
        )

    def _again_words(self, state: KnowledgeState) -> str:
        again = state.reindex
        if not again.embedder:
            return ""
        if state.embedder is not None and state.embedder.name != again.embedder:
            return self.tr("A new index is being made, {0} passages so far; the old one answers until then.").format(
                figure(again.done)
            )
        return self.tr("Meanings are being prepared, {0} passages so far.").format(figure(again.done))
