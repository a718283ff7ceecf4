"""How far the reading of files is, with what one can do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from desktop.widgets.amounts import figure
from desktop.widgets.elided_label import ElidedLabel

if TYPE_CHECKING:
    from core.knowledge.ingest import IngestState


class ReadingStrip(QFrame):
    """In sight while something is read, waits, or is in trouble."""

    pause_wanted = Signal()
    go_on_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress of the reading"))
        self.line = ElidedLabel(mode=Qt.TextElideMode.ElideMiddle, parent=self)
        self.line.setProperty("role", "muted")
        self.trouble = QLabel(self)
        self.trouble.setProperty("role", "warning")
        self.trouble.setTextFormat(Qt.TextFormat.PlainText)
        self.trouble.setWordWrap(True)
        self.pause = QPushButton(self.tr("Pause"), self)
        self.go_on = QPushButton(self.tr("Continue"), self)
        self.stop = QPushButton(self.tr("Stop"), self)
        for button, wanted in (
            (self.pause, self.pause_wanted),
            (self.go_on, self.go_on_wanted),
            (self.stop, self.stop_wanted),
        ):
            button.setProperty("kind", "quiet")
            button.clicked.connect(wanted)
        left = QVBoxLayout()
        left.setSpacing(6)
        for part in (self.line, self.bar, self.trouble):
            left.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 8, 10)
        row.setSpacing(8)
        row.addLayout(left, stretch=1)
        for button in (self.pause, self.go_on, self.stop):
            row.addWidget(button)
        self.hide()

    def show_state(self, state: IngestState) -> None:
        """How it is now."""
        at_work = not state.at_rest
        trouble = ""
        if state.trouble is not None:
            trouble = f"{state.trouble.owner_sentence} {state.trouble.owner_next_step}"
        elif state.without_meaning:
            trouble = self.tr("The model of meanings does not answer: what is read now is found by its words only.")
        self.trouble.setText(trouble)
        self.trouble.setVisible(bool(trouble))
        self.setVisible(at_work or bool(trouble))
        for part in (self.bar, self.line):
            part.setVisible(at_work)
        self.stop.setVisible(at_work)
        self.pause.setVisible(at_work and not state.paused)
        self.go_on.setVisible(at_work and state.paused)
        self.bar.setRange(0, max(1, state.total))
        self.bar.setValue(state.done)
        self.line.setText(self._words(state))
        self.bar.setAccessibleDescription(self.line.text())

    def _words(self, state: IngestState) -> str:
        place = self.tr("{0} of {1}").format(figure(min(state.done + 1, state.total)), figure(state.total))
        if state.paused:
            return self.tr("Paused at {0}").format(place)
        if not state.name:
            return self.tr("Reading {0}").format(place)
        return self.tr("Reading {0}: {1}").format(place, state.name)
