"""“How this answer was made”: passages used and dropped with their scores, memories, time; and another try."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.chat.considered_passage import ConsideredPassage
from desktop.theme.theme_state import theme
from desktop.widgets.amounts import figure
from desktop.widgets.steady_scroll_area import SteadyScrollArea
from desktop.widgets.visible_text import visible

if TYPE_CHECKING:
    from core.knowledge.passage import Passage
    from desktop.chat.answer_story import AnswerStory

translate = QCoreApplication.translate
_SIZE = QSize(680, 720)


class HowMade(QDialog):
    """A dialog to look at; `again_wanted` carries the ticked passages, `passage_wanted` one to be opened."""

    again_wanted = Signal(object)  # list of Passage
    passage_wanted = Signal(object)

    def __init__(self, story: AnswerStory, *, can_retry: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("How this answer was made"))
        self._story = story
        self._can_retry = can_retry
        self.rows: list[ConsideredPassage] = []
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(20, 16, 20, 16)
        self._column.setSpacing(8)
        self._add_facts()
        self._add_passages()
        self._add_memories()
        self._add_times()
        self._column.addStretch(1)
        area = SteadyScrollArea(self)
        area.setAccessibleName(self.windowTitle())
        area.setProperty("kind", "page")  # there may be nothing in it to take the keyboard: it scrolls by itself
        area.setWidget(inside)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.again = QPushButton(self.tr("Answer again from these"), self)
        self.again.setProperty("kind", "primary")
        self.buttons.addButton(self.again, QDialogButtonBox.ButtonRole.ActionRole)
        self.again.clicked.connect(self._again)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(area)
        self.buttons.setContentsMargins(20, 8, 20, 16)
        layout.addWidget(self.buttons)
        self._follow_ticks()
        if self.rows:  # not the whole area, whose ring would run around the window
            self.rows[0].tick.setFocus(Qt.FocusReason.OtherFocusReason)
        self.resize(
            QSize(theme().px(_SIZE.width()), _SIZE.height()).boundedTo(self.screen().availableGeometry().size() * 0.9)
        )

    # ---- parts -----------------------------------------------------------------------------------------------------

    def _add_facts(self) -> None:
        message, audit = self._story.message, self._story.audit
        facts = [(self.tr("Answered by"), visible(message.model) or self.tr("Hearth itself, without a model"))]
        tokens = message.usage.prompt_tokens
        if tokens is not None:
            written = message.usage.answer_tokens
            words = self.tr("{0} tokens read").format(figure(tokens))
            if written is not None:
                words += ", " + self.tr("{0} written").format(figure(written))
            facts.append((self.tr("Size"), words))
        if audit is not None and audit.query:
            query = self.tr("“{0}”").format(visible(audit.query))
            if audit.rewritten:
                query += "\n" + self.tr("This is what the question means in this chat, in the model’s words.")
            facts.append((self.tr("Looked up"), query))
            facts.append((self.tr("Searched by"), _searched_words(audit.without_meaning)))
        elif audit is not None and audit.chosen:
            facts.append((self.tr("Looked up"), self.tr("Nothing: you chose the passages.")))
        elif audit is not None and audit.passages:
            facts.append((self.tr("Looked up"), self.tr("Nothing: this is how what you attached begins.")))
        if audit is not None and audit.earlier:
            facts.append(
                (
                    self.tr("Recalled"),
                    self.tr("%n older messages of this chat, looked up again", "", len(audit.earlier)),
                )
            )
        if audit is not None and audit.unsupported:
            listed = ", ".join(f"[{number}]" for number in audit.unsupported)
            facts.append((self.tr("Unsupported"), self.tr("{0} names no passage.").format(listed)))
        if "document" in message.origins:
            facts.append(
                (
                    self.tr("Trust"),
                    self.tr("Made from documents: what stands in them could have been written by anybody."),
                )
            )
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, (name, value) in enumerate(facts):
            grid.addWidget(self._label(name, "muted", wraps=False), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._label(value, ""), row, 1)
        self._column.addLayout(grid)

    def _add_passages(self) -> None:
        passages = self._story.passages
        used = [pair for pair in passages if pair[0].number]
        dropped = [pair for pair in passages if not pair[0].number]
        if self._story.audit is not None and self._story.audit.query and not used:
            self._heading(self.tr("Passages used"))
            self._column.addWidget(self._label(self.tr("None was near enough to the question."), "muted"))
        for title, pairs in ((self.tr("Passages used"), used), (self.tr("Found, not used"), dropped)):
            if not pairs:
                continue
            self._heading(f"{title}  {len(pairs)}")
            for item, passage in pairs:
                row = ConsideredPassage(item, passage, self)
                row.toggled.connect(self._follow_ticks)
                row.open_wanted.connect(self.passage_wanted)
                self.rows.append(row)
                self._column.addWidget(row)
        if self._story.audit is None:
            self._column.addWidget(
                self._label(self.tr("Neither documents nor memories were looked up for it."), "muted")
            )

    def _add_memories(self) -> None:
        if self._story.remembered:
            self._heading(self.tr("Remembered for it"))
            for text in self._story.remembered:
                self._column.addWidget(self._label(visible(text), ""))

    def _add_times(self) -> None:
        stages = [(name, seconds) for name, seconds in self._story.stages if seconds >= 0]
        if not stages:
            return
        self._heading(self.tr("Time"))
        longest = max(seconds for _, seconds in stages) or 1.0
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, (name, seconds) in enumerate(stages):
            words = stage_words(name)
            told = duration_words(seconds)
            bar = QProgressBar(self)
            bar.setRange(0, 1000)
            bar.setValue(max(1, round(1000 * seconds / longest)))
            bar.setTextVisible(False)
            bar.setAccessibleName(f"{words}: {told}")
            bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            bar.setFixedHeight(theme().px(8))
            grid.addWidget(self._label(words, "muted", wraps=False), row, 0)
            grid.addWidget(bar, row, 1)
            time = self._label(told, "", wraps=False)
            time.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(time, row, 2)
        self._column.addLayout(grid)
        audit = self._story.audit
        if audit is not None and audit.search_stages:
            parts = [f"{search_words(name)} {duration_words(took)}" for name, took in audit.search_stages.items()]
            self._column.addWidget(self._label(self.tr("In the search: {0}").format(", ".join(parts)), "caption"))

    def _heading(self, text: str) -> None:
        self._column.addSpacing(8)
        self._column.addWidget(self._label(text, "heading"))

    def _label(self, text: str, role: str, *, wraps: bool = True) -> QLabel:
        label = QLabel(text, self)
        label.setProperty("role", role)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(wraps)
        if wraps:
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    # ---- another try -----------------------------------------------------------------------------------------------

    def chosen(self) -> Sequence[Passage]:
        """The ticked passages, in their order."""
        return [row.passage for row in self.rows if row.is_chosen and row.passage is not None]

    def _follow_ticks(self) -> None:
        self.again.setVisible(bool(self.rows))
        self.again.setEnabled(self._can_retry and bool(self.chosen()))

    def _again(self) -> None:
        chosen = list(self.chosen())
        self.accept()
        self.again_wanted.emit(chosen)


def _searched_words(without_meaning: str) -> str:
    match without_meaning:
        case "":
            return translate("HowMade", "words and meaning")
        case "not_indexed":
            return translate("HowMade", "words alone: the meanings are not indexed yet")
        case "embedder_failed":
            return translate("HowMade", "words alone: the model of meanings failed")
        case _:
            return translate("HowMade", "words alone: there is no model of meanings")


def stage_words(name: str) -> str:
    """A stage of a turn."""
    match name:
        case "question":
            return translate("HowMade", "Storing the question")
        case "context":
            return translate("HowMade", "Reading the chat")
        case "memory" | "memories":
            return translate("HowMade", "Remembering")
        case "window":
            return translate("HowMade", "Fitting the window")
        case "sources":
            return translate("HowMade", "Asking the documents")
        case "answer":
            return translate("HowMade", "Writing the answer")
        case _:
            return name


def search_words(name: str) -> str:
    """A stage of a search."""
    match name:
        case "scope":
            return translate("HowMade", "which files")
        case "words":
            return translate("HowMade", "words")
        case "embed":
            return translate("HowMade", "meaning of the question")
        case "meaning":
            return translate("HowMade", "meanings")
        case "closely":
            return translate("HowMade", "a closer look")
        case "passages":
            return translate("HowMade", "passages")
        case "whole":
            return translate("HowMade", "all of it")
        case _:
            return name


def duration_words(seconds: float) -> str:
    """“12 ms”, “3.4 s”."""
    if seconds < 1:
        return translate("HowMade", "{0} ms").format(figure(seconds * 1000, digits=0 if seconds >= 0.01 else 1))
    return translate("HowMade", "{0} s").format(figure(seconds, digits=1))
