"""One transcript: its title, how far it is, its words with a search, and the player below them."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from core.voice.transcript_rows import Transcript
from core.voice.transcription import TranscriptProgress
from desktop.theme.stylesheet import ui_font
from desktop.theme.theme_state import theme
from desktop.transcripts.player_bar import PlayerBar
from desktop.transcripts.spoken_words import SpokenWords
from desktop.transcripts.state_words import caption_words, progress_words
from desktop.widgets.amounts import figure
from desktop.widgets.announcer import announce
from desktop.widgets.elided_label import ElidedLabel
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.icon_button import IconButton
from desktop.widgets.search_field import SearchField

_STEPS = 1000


class TranscriptDetail(QWidget):
    """Shows what it is given; what its owner wants is told by the buttons themselves and by the signals."""

    renamed = Signal(str)
    stop_wanted = Signal()
    go_on_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Transcript | None = None
        self._make_head()
        self._make_progress()
        self._make_search()
        self.words = SpokenWords(self)
        self.words.hits_changed.connect(self._show_hits)
        self.nothing = EmptyState("waveform", self.tr("No words yet"), compact=True, parent=self)
        self.middle = QStackedWidget(self)
        self.middle.addWidget(self.words)
        self.middle.addWidget(self.nothing)
        self.player = PlayerBar(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._head)
        column.addWidget(self._strip)
        column.addLayout(self._search_row)
        column.addWidget(self.middle, stretch=1)
        column.addWidget(self.player)
        self._chain_tabs()
        theme().changed.connect(self._dress)
        self._dress()

    def _make_head(self) -> None:
        self.back = IconButton("arrow-left", self.tr("Back to the list"), parent=self)
        self.title = QLineEdit(self)
        self.title.setProperty("kind", "bare")
        self.title.setProperty("role", "heading")
        self.title.setAccessibleName(self.tr("Title"))
        self.title.setMaxLength(200)
        self.title.editingFinished.connect(self._renamed)
        self.caption = ElidedLabel(parent=self)
        self.caption.setProperty("role", "caption")
        self.ask = IconButton("chat", self.tr("Ask about it"), parent=self)
        self.copy = IconButton("copy", self.tr("Copy the text"), parent=self)
        self.translate = IconButton("globe", self.tr("Translate…"), parent=self)
        self.export = IconButton("download", self.tr("Export…"), parent=self)
        self.delete = IconButton("trash", self.tr("Delete"), parent=self)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.title)
        names.addWidget(self.caption)
        self.caption.setContentsMargins(6, 0, 0, 0)  # below the first letter of the title, whose field has a ring
        self._head = QHBoxLayout()
        self._head.setSpacing(4)
        self._head.addWidget(self.back, alignment=Qt.AlignmentFlag.AlignTop)
        self._head.addLayout(names, stretch=1)
        for button in (self.ask, self.copy, self.translate, self.export, self.delete):
            self._head.addWidget(button, alignment=Qt.AlignmentFlag.AlignTop)

    def _make_progress(self) -> None:
        self._strip = QFrame(self)
        self._strip.setProperty("role", "card")
        self.bar = QProgressBar(self._strip)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.progress_line = QLabel(self._strip)
        self.progress_line.setProperty("role", "muted")
        self.progress_line.setTextFormat(Qt.TextFormat.PlainText)
        self.progress_line.setWordWrap(True)
        self.stop = QPushButton(self.tr("Stop"), self._strip)
        self.go_on = QPushButton(self.tr("Continue"), self._strip)
        for button, wanted in ((self.stop, self.stop_wanted), (self.go_on, self.go_on_wanted)):
            button.setProperty("kind", "quiet")
            button.clicked.connect(wanted)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.bar)
        left.addWidget(self.progress_line)
        row = QHBoxLayout(self._strip)
        row.setContentsMargins(16, 12, 12, 12)
        row.setSpacing(12)
        row.addLayout(left, stretch=1)
        row.addWidget(self.stop)
        row.addWidget(self.go_on)

    def _make_search(self) -> None:
        self.search = SearchField(self.tr("Search in this transcript"), parent=self)
        self.search.searched.connect(self._search)
        self.search.moved.connect(lambda step: self.words.step_hit(1 if step > 0 else -1))
        self.search.left_empty.connect(lambda: self.words.setFocus())
        self.hits = QLabel(self)
        self.hits.setProperty("role", "caption")
        self.previous = IconButton("chevron-up", self.tr("Previous place"), parent=self)
        self.next = IconButton("chevron-down", self.tr("Next place"), parent=self)
        self.previous.clicked.connect(lambda: self.words.step_hit(-1))
        self.next.clicked.connect(lambda: self.words.step_hit(1))
        self._search_row = QHBoxLayout()
        self._search_row.setSpacing(4)
        self._search_row.addWidget(self.search, stretch=1)
        for part in (self.hits, self.previous, self.next):
            self._search_row.addWidget(part)
        self._show_hits(0, 0)

    def _chain_tabs(self) -> None:
        order = [
            self.back, self.title, self.ask, self.copy, self.translate, self.export, self.delete, self.stop,
            self.go_on, self.search, self.previous, self.next, self.words, self.player.play, self.player.slider,
            self.player.speed,
        ]  # fmt: skip
        for one, following in pairwise(order):
            QWidget.setTabOrder(one, following)

    # ---- what it shows ----------------------------------------------------------------------------------------------

    @property
    def shown(self) -> Transcript | None:
        """The transcript in sight."""
        return self._shown

    def show_transcript(self, transcript: Transcript, progress: TranscriptProgress | None) -> None:
        """Everything but the words."""
        before, self._shown = self._shown, transcript
        is_other = before is None or before.transcript_id != transcript.transcript_id
        if is_other or not self.title.hasFocus():
            self.title.setText(transcript.title)
            self.title.setCursorPosition(0)
        self.caption.setText(caption_words(transcript))
        if is_other:
            self.search.clear()
            self.player.show_position(0)
            self.player.show_playing(False)
        self.player.show_duration(transcript.duration_ms or transcript.done_ms)
        self._show_progress(transcript, progress)
        if before is not None and not is_other and before.state != transcript.state:
            announce(self, f"{transcript.title}: {self.progress_line.text() or self.tr('Done')}")
        self.show_emptiness()

    def _show_progress(self, transcript: Transcript, progress: TranscriptProgress | None) -> None:
        self._strip.setVisible(transcript.state != "complete")
        if transcript.state == "complete":
            self.progress_line.clear()
            return
        self.progress_line.setText(progress_words(transcript, progress))
        self.bar.setVisible(transcript.state != "failed")
        share = progress.share if progress is not None else None
        if transcript.state == "stopped" and transcript.duration_ms:
            share = min(1.0, transcript.done_ms / transcript.duration_ms)
        self.bar.setRange(0, _STEPS if share is not None or transcript.state != "running" else 0)
        self.bar.setValue(int((share or 0) * _STEPS))
        self.stop.setVisible(transcript.is_at_work)
        self.go_on.setVisible(transcript.state in ("stopped", "failed"))
        self.go_on.setText(self.tr("Try again") if transcript.state == "failed" else self.tr("Continue"))

    def show_emptiness(self) -> None:
        """Say what it means that there are no words, or show them."""
        transcript = self._shown
        has_words = self.words.last_position >= 0
        self.middle.setCurrentIndex(0 if has_words else 1)
        for part in (
            self.search,
            self.hits,
            self.previous,
            self.next,
            self.ask,
            self.copy,
            self.translate,
            self.export,
        ):
            part.setEnabled(has_words)
        if transcript is not None and not has_words:
            done = transcript.state == "complete"
            self.nothing.set_content("waveform", self.tr("Nobody speaks in it") if done else self.tr("No words yet"))

    def _show_hits(self, number: int, count: int) -> None:
        searching = bool(self.search.text())
        self.hits.setVisible(searching)
        self.hits.setText(
            self.tr("{0} of {1}").format(figure(number), figure(count)) if count else self.tr("Not found")
        )
        for button in (self.previous, self.next):
            button.setVisible(count > 1)
        if searching and count:
            self.search.setAccessibleDescription(self.hits.text())

    def _search(self, text: str) -> None:
        """Enter for the same words again goes on to the next place."""
        if text and text == self.words.query:
            self.words.step_hit(1)
        else:
            self.words.find_words(text)

    def _renamed(self) -> None:
        title = self.title.text().strip()
        if self._shown is None or title == self._shown.title:
            return
        if title:
            self.renamed.emit(title)
        else:
            self.title.setText(self._shown.title)

    def _dress(self) -> None:
        """The title is a field that looks like a heading."""
        self.title.setFont(ui_font(theme().tokens.type.heading, weight=QFont.Weight.DemiBold))
