"""Where no model can answer: what exactly is missing, the next step, and what Hearth can do without one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.chat.missing_words import missing_words
from desktop.theme.theme_state import theme

if TYPE_CHECKING:
    from core.inference.missing_model import Missing

_ONE_ROW = 360


class NoModelCard(QFrame):
    """Says it in the owner's words; the highlighted button leads on."""

    setup_wanted = Signal()
    retry_wanted = Signal()
    note_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "warning_card")
        self._sentence, self._next_step = self._line("strong"), self._line("")
        self._meanwhile = self._line("muted")
        self._meanwhile.setText(
            self.tr("Until then Hearth quotes your documents when you ask. You can search your chats and keep notes.")
        )
        self.setup = QPushButton(self.tr("Set up…"), self)
        self.setup.setObjectName("set_up")
        self.setup.setProperty("kind", "primary")
        self.setup.clicked.connect(self.setup_wanted)
        self.again = QPushButton(self.tr("Try again"), self)
        self.again.setObjectName("try_again")
        self.again.clicked.connect(self.retry_wanted)
        self.note = QPushButton(self.tr("New note"), self)
        self.note.setObjectName("new_note")
        self.note.clicked.connect(self.note_wanted)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(8)
        self._row.addStretch(1)
        for button in (self.setup, self.again, self.note):
            self._row.addWidget(button)
        self._row.addStretch(1)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(24, 16, 24, 16)
        inside.setSpacing(8)
        inside.addWidget(self._sentence)
        inside.addWidget(self._next_step)
        inside.addLayout(self._row)
        inside.addWidget(self._meanwhile)

    def _line(self, role: str) -> QLabel:
        line = QLabel(self)
        line.setProperty("role", role)
        line.setTextFormat(Qt.TextFormat.PlainText)
        line.setWordWrap(True)
        line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return line

    def say(self, sentence: str, next_step: str) -> None:
        """Show these words."""
        self._sentence.setText(sentence)
        self._next_step.setText(next_step)
        self._next_step.setVisible(bool(next_step))
        self.setAccessibleName(" ".join(part for part in (sentence, next_step) if part))

    def show_missing(self, missing: Missing) -> None:
        """Say what is missing."""
        self.say(*missing_words(missing))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Buttons one below the other where they have no room in a row."""
        super().resizeEvent(event)
        wide = event.size().width() >= theme().px(_ONE_ROW)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
