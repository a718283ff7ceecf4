"""Two answers to one question side by side, one above the other where there is no room, and a vote between them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from core.conversations.message_tree import Message
from desktop.chat.attachment_strip import LoadAttachment
from desktop.chat.comparison_column import ComparisonColumn
from desktop.chat.vote_bar import VoteBar
from desktop.theme.theme_state import theme
from desktop.widgets.announcer import announce
from desktop.widgets.icon_button import IconButton
from desktop.widgets.visible_text import visible

SIDES = ("a", "b")
_SIDE_BY_SIDE = 620
_CLOSE_TOGETHER = 480
"""Still side by side at this width where the window is lower than `_ONE_ABOVE_THE_OTHER`, with a few lines each."""
_ONE_ABOVE_THE_OTHER = 560
_QUESTION_LINES = 3
_MOST_QUESTION_CHARACTERS = 2_000


class ComparisonView(QWidget):
    """Shows what it is told and asks for the rest. Blind names hide which model is which until a vote."""

    voted = Signal(str)  # Choice
    closed = Signal()
    stop_wanted = Signal(str)  # side
    retry_wanted = Signal(str)  # side
    taken = Signal(str)  # side
    link_activated = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, load_attachment: LoadAttachment | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Comparison of two answers"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._models: dict[str, str] = dict.fromkeys(SIDES, "")
        self._blind = self._kept = False
        self.columns = {side: ComparisonColumn(self, side, load_attachment=load_attachment) for side in SIDES}
        self.votes = VoteBar(self, keys_in=self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._question = QLabel(self)
        self._question.setTextFormat(Qt.TextFormat.PlainText)
        self._question.setWordWrap(True)
        self._question.setObjectName("compared_question")
        self.close_button = IconButton("close", self.tr("Back to the chat"), shortcut="Esc", parent=self)
        card = QFrame(self)
        card.setProperty("role", "sunken")
        top = QHBoxLayout(card)
        top.setContentsMargins(16, 8, 8, 8)
        top.addWidget(self._question, stretch=1)
        top.addWidget(self.close_button, alignment=Qt.AlignmentFlag.AlignTop)
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setSpacing(12)
        for column in self.columns.values():
            self._pair.addWidget(column, stretch=1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 0, 16, 0)
        layout.setSpacing(12)
        layout.addWidget(card)
        layout.addLayout(self._pair, stretch=1)
        layout.addWidget(self.votes)

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.closed)
        self.votes.finished.connect(self.closed)
        self.votes.voted.connect(self._vote)
        for side, column in self.columns.items():
            column.stop_wanted.connect(lambda side=side: self.stop_wanted.emit(side))
            column.retry_wanted.connect(lambda side=side: self.retry_wanted.emit(side))
            column.taken.connect(lambda side=side: self.taken.emit(side))
            column.link_activated.connect(self.link_activated)

    # ---- what is shown ---------------------------------------------------------------------------------------------

    def show_pair(self, question: str, models: Mapping[str, str], *, blind: bool, kept: bool) -> None:
        """Another question and two models. `kept` tells whether a vote will be: in a private chat it is not."""
        words = " ".join(visible(question[:_MOST_QUESTION_CHARACTERS]).split())
        self._question.setText(words)
        self._question.setToolTip(visible(question[:_MOST_QUESTION_CHARACTERS]) if len(words) > 200 else "")
        self._question.setMaximumHeight(self._question.fontMetrics().lineSpacing() * _QUESTION_LINES + 4)
        self._models, self._blind, self._kept = dict(models), blind, kept
        self.votes.set_choice(None)
        self._show_names()
        for column in self.columns.values():
            column.wait()
        self.refresh()

    def show_choice(self, choice: str | None) -> None:
        """What was voted before; the names are no secret any more."""
        self.votes.set_choice(choice)  # type: ignore[arg-type]  # a signal carries it as text
        self._blind = self._blind and choice is None
        self._show_names()
        self.refresh()

    @property
    def is_running(self) -> bool:
        """Whether an answer is still being written."""
        return any(column.is_running for column in self.columns.values())

    @property
    def is_blind(self) -> bool:
        """Whether the names of the models are hidden."""
        return self._blind

    def answer(self, side: str) -> Message | None:
        """The answer of one side, None before it exists."""
        return self.columns[side].message

    def model(self, side: str) -> str:
        """The model that was asked on one side, blind or not."""
        return self._models[side]

    def refresh(self) -> None:
        """One can vote when both answers are there."""
        answers = [column.message for column in self.columns.values()]
        failed = [one for one in answers if one is None or one.state == "failed"]
        if self.is_running:
            note = self.tr("You can vote when both answers are there.")
        elif len(failed) == len(answers):
            note = self.tr("Neither model could answer.")
        elif failed:
            note = self.tr("Only one model could answer: there is nothing to vote about.")
        else:
            note = self._vote_words()
        self.votes.show_state(can_vote=not self.is_running and not failed, note=note)

    def tell_end(self) -> None:
        """Say to a screen reader that both answers are there."""
        if not self.is_running:
            announce(self, self.tr("Both answers are finished. Keys 1 to 4 vote."))

    def _vote_words(self) -> str:
        choice = self.votes.choice
        if choice is None:
            if self._blind:
                return self.tr("Which answer is better? The names of the models are shown after your vote.")
            return self.tr("Which answer is better?")
        if choice == "both_good":
            told = self.tr("You found both good.")
        elif choice == "both_bad":
            told = self.tr("You found both bad.")
        else:
            better = self._models[SIDES[0] if choice == "first" else SIDES[1]]
            told = self.tr("You prefer {0}. The chat goes on with its answer.").format(better)
        if not self._kept:
            told = self.tr("{0} The vote is not kept: this chat is private.").format(told)
        return told

    def _show_names(self) -> None:
        for side, column in self.columns.items():
            hidden = self.tr("Model {0}").format(side.upper())
            column.set_name(hidden if self._blind else self._models[side])

    def _vote(self, choice: str) -> None:
        self.show_choice(choice)
        announce(self, self.votes.note.text())
        self.voted.emit(choice)

    # ---- window and keys -------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where each column can hold a line of text, else one above the other if both have room."""
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        is_low = event.size().height() < theme().px(_ONE_ABOVE_THE_OTHER)
        wide = event.size().width() >= theme().px(_CLOSE_TOGETHER if is_low else _SIDE_BY_SIDE)
        self._pair.setDirection(direction.LeftToRight if wide else direction.TopToBottom)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape stops what is being written, then leads back to the chat."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.is_running:
            for side in SIDES:
                self.stop_wanted.emit(side)
        else:
            self.closed.emit()
