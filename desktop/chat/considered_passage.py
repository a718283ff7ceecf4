"""One passage that was considered for an answer: a tick to answer from it, why it was found, what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.widgets.amounts import figure
from desktop.widgets.icon_button import IconButton
from desktop.widgets.page_text import file_and_page
from desktop.widgets.visible_text import visible

if TYPE_CHECKING:
    from core.chat.answer_audit import AuditedPassage
    from core.knowledge.passage import Passage

translate = QCoreApplication.translate
_MOST_SHOWN = 320
_MOST_LETTERS = 48  # of a file's name


class ConsideredPassage(QFrame):
    """`passage` is None when it was forgotten; then it cannot be chosen."""

    toggled = Signal()
    open_wanted = Signal(object)  # Passage

    def __init__(self, item: AuditedPassage, passage: Passage | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.item, self.passage = item, passage
        title = file_and_page(item.document_name, item.page, item.page_label)
        shown = file_and_page(_shortened(item.document_name), item.page, item.page_label)
        self.tick = QCheckBox(f"{item.number}   {shown}" if item.number else shown, self)
        self.tick.setText(self.tick.text().replace("&", "&&"))
        self.tick.setAccessibleName(title)
        self.tick.setToolTip("" if shown == title else title)
        self.tick.setChecked(bool(item.number) and passage is not None)
        self.tick.setEnabled(passage is not None)
        self.tick.toggled.connect(lambda _: self.toggled.emit())
        self.open = IconButton("external", self.tr("Open {0}").format(title), parent=self)
        self.open.setEnabled(passage is not None)
        self.open.clicked.connect(lambda: self.open_wanted.emit(passage))
        why = QLabel(found_words(item), self)
        why.setProperty("role", "caption")
        why.setWordWrap(True)
        why.setVisible(bool(why.text()))
        self.tick.setAccessibleDescription(why.text())
        words = QLabel(_shown(passage, self.tr("It was forgotten, or its file was changed since.")), self)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setProperty("role", "muted")
        words.setWordWrap(True)
        head = QHBoxLayout()
        head.addWidget(self.tick, stretch=1)
        head.addWidget(self.open)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 12)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(why)
        layout.addWidget(words)
        for label in (why, words):
            label.setContentsMargins(4, 0, 8, 0)

    @property
    def is_chosen(self) -> bool:
        """Whether to answer from it."""
        return self.passage is not None and self.tick.isChecked()


def found_words(item: AuditedPassage) -> str:
    """Why it was found, how well, and why it was not used."""
    parts: list[str] = []
    if item.dropped:
        parts.append(dropped_words(item.dropped))
    if item.word_rank is not None:
        parts.append(translate("ConsideredPassage", "by words: place {0}").format(item.word_rank))
    if item.cosine is not None:
        near = figure(item.cosine, digits=2)
        parts.append(translate("ConsideredPassage", "by meaning: {0} of 1").format(near))
    if item.score:
        parts.append(translate("ConsideredPassage", "score {0}").format(figure(item.score, digits=2)))
    return "  ·  ".join(parts)


def dropped_words(reason: str) -> str:
    """Why a passage was not used."""
    match reason:
        case "not_relevant":
            return translate("ConsideredPassage", "Not near enough to the question")
        case "duplicate":
            return translate("ConsideredPassage", "Says the same as another one")
        case "beyond_limit":
            return translate("ConsideredPassage", "Others were nearer")
        case "reranked":
            return translate("ConsideredPassage", "The model preferred others")
        case "no_room":
            return translate("ConsideredPassage", "No room in the model’s window")
        case _:
            return reason


def _shortened(name: str) -> str:
    """A check box is as wide as its words, and none may make the whole dialog wider than it is."""
    return name if len(name) <= _MOST_LETTERS else f"{name[: _MOST_LETTERS - 16]}…{name[-15:]}"


def _shown(passage: Passage | None, otherwise: str) -> str:
    if passage is None:
        return otherwise
    text = visible(" ".join(passage.text.split()))
    return text if len(text) <= _MOST_SHOWN else text[:_MOST_SHOWN].rsplit(" ", 1)[0] + " …"
