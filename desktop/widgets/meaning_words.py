"""What is said of how documents are found by meaning: which model, which languages, which index, what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.widgets.amounts import figure

if TYPE_CHECKING:
    from core.knowledge.knowledge_base import KnowledgeState

translate = QCoreApplication.translate


def model_words(state: KnowledgeState | None, setting: str) -> str:
    """Which model and which languages; `setting` is the one that is chosen, "" the built-in one."""
    if state is not None and state.embedder is None and state.trouble:
        return translate("MeaningWords", "The model of meanings does not answer: files are found by their words only.")
    embedder = state.embedder if state is not None else None
    only_english = not setting if embedder is None else embedder.languages == ("en",)
    if only_english:
        return translate(
            "MeaningWords",
            "The built-in model finds meanings in English; texts in other languages are found by their words.",
        )
    name = embedder.title if embedder is not None else setting
    return translate("MeaningWords", "Meanings are found with {0}.").format(name)


def index_words(state: KnowledgeState) -> str:
    """Which index answers, and how far it is; empty while there is none."""
    index = next((one for one in state.indexes if one.total), None)
    if index is None:
        return ""
    names = {
        "exact": translate("MeaningWords", "exact comparison"),
        "chroma": translate("MeaningWords", "Chroma"),
        "chroma_server": translate("MeaningWords", "Chroma server"),
    }
    if index.is_whole:
        return translate("MeaningWords", "Index: {0}, {1} passages.").format(names[index.engine], figure(index.total))
    return translate("MeaningWords", "Index: {0}, {1} of {2} passages so far.").format(
        names[index.engine], figure(index.ready), figure(index.total)
    )


def again_words(state: KnowledgeState) -> str:
    """What is being made in the background."""
    again = state.reindex
    if not again.embedder:
        return ""
    if state.embedder is not None and state.embedder.name != again.embedder:
        return translate(
            "MeaningWords", "A new index is being made, {0} passages so far; the old one answers until then."
        ).format(figure(again.done))
    return translate("MeaningWords", "Meanings are being prepared, {0} passages so far.").format(figure(again.done))


def trouble_words(state: KnowledgeState) -> str:
    """Why the chosen index does not answer."""
    trouble = state.index_trouble
    return "" if trouble is None else f"{trouble.owner_sentence} {trouble.owner_next_step}"
