"""A line above the composer: what the voice is doing, what was understood, and the buttons to silence and end it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from core.events import VoiceMode
from desktop.theme.icons import icon_pixmap
from desktop.theme.theme_state import theme
from desktop.voice.level_view import LevelView
from desktop.voice.stage_words import ICONS, Stage, mood_words, stage_words
from desktop.widgets.announcer import announce
from desktop.widgets.elided_label import ElidedLabel
from desktop.widgets.icon_button import IconButton

_BARS = 16


class HandsFreeBar(QFrame):
    """Shown in hands-free mode, while a wake phrase is waited for, and while something is spoken."""

    mute_wanted = Signal(bool)
    pause_wanted = Signal(bool)
    skip_wanted = Signal()
    end_wanted = Signal()
    appears = Signal()  # at once after this: the layout makes room for it
    shown_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("hands_free_bar")
        self.setProperty("role", "accent_card")
        self._stage: Stage = "rest"
        self._mode: VoiceMode = "off"
        self._muted = self._paused = False
        self._mark, self._word = QLabel(self), QLabel(self)
        self._word.setProperty("role", "strong")
        self.level = LevelView(self, bars=_BARS)
        self.level.setFixedWidth(theme().px(72))
        self.words = ElidedLabel(mode=Qt.TextElideMode.ElideLeft, parent=self)
        self._mood = QLabel(self)
        self._mood.setProperty("role", "caption")
        self._pause = IconButton("pause", self.tr("Pause"), parent=self)
        self._skip = IconButton("skip", self.tr("Skip this sentence"), parent=self)
        self._mute = IconButton("microphone-off", self.tr("Microphone off"), parent=self)
        self._end = IconButton("close", self.tr("End hands-free"), parent=self)
        self._lay_out()
        self._connect()
        self._dress()
        theme().changed.connect(self._dress)
        self.hide()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 4, 4)
        row.setSpacing(theme().tokens.spacing.s)
        for widget in (self._mark, self._word, self.level):
            row.addWidget(widget)
        row.addWidget(self.words, stretch=1)
        for button in (self._mood, self._pause, self._skip, self._mute, self._end):
            row.addWidget(button)

    def _connect(self) -> None:
        self._mute.clicked.connect(lambda: self.mute_wanted.emit(not self._muted))
        self._pause.clicked.connect(lambda: self._set_paused(not self._paused))
        self._skip.clicked.connect(self.skip_wanted)
        self._end.clicked.connect(self.end_wanted)

    @property
    def stage(self) -> Stage:
        """What it shows."""
        return self._stage

    def state_text(self) -> str:
        """What it says."""
        return self._word.text()

    def show_stage(self, stage: Stage, mode: VoiceMode, *, muted: bool = False) -> None:
        """Show what goes on; hidden where there is nothing for a bar to say."""
        was_shown = not self.isHidden()
        self._stage, self._mode, self._muted = "muted" if muted and stage == "rest" else stage, mode, muted
        if stage != "speaking":
            self._paused = False
        if not self._shows_words:
            self.show_words("")
        self._say()
        wanted = muted or mode in ("hands_free", "waiting_for_phrase") or stage == "speaking"
        wanted = (wanted or mode == "reading") and self._stage != "rest"
        if wanted and not was_shown:
            self.appears.emit()
        if wanted != was_shown:
            self.setVisible(wanted)
            self.shown_changed.emit()

    @property
    def _shows_words(self) -> bool:
        """Of the owner. Beside “Thinking” and “Speaking” they would look like Hearth's, and be the last guess."""
        return self._stage in ("opening", "listening", "understanding") and self._mode != "reading"

    def show_words(self, text: str) -> None:
        """What has been understood so far; nothing while nobody is listened to."""
        text = text if self._shows_words else ""
        if self.words.text() != text:
            self.words.setText(text)
            self.words.setAccessibleName(text)

    def show_mood(self, mood: str) -> None:
        """How the last utterance sounded; nothing without a mood."""
        words = mood_words(mood)
        self._mood.setText(words)
        self._mood.setToolTip(self.tr("How you sounded. A guess that makes answers gentler or shorter."))
        self._mood.setVisible(bool(words))

    def _set_paused(self, paused: bool) -> None:  # noqa: FBT001  a state
        self._paused = paused
        self._say()
        self.pause_wanted.emit(paused)

    def _say(self) -> None:
        words = self.tr("Paused") if self._paused else stage_words(self._stage, mode=self._mode)
        if words != self._word.text():
            self._word.setText(words)
            self.setAccessibleName(words)
            if not self.isHidden():
                announce(self, words)
        hands_free = self._muted or self._mode in ("hands_free", "waiting_for_phrase")
        speaks = self._stage == "speaking"
        hears = self._stage in ("ready", "waiting", "listening", "opening")
        self.level.setVisible(hears)
        self.level.set_live(self._stage == "listening")
        self._pause.setVisible(speaks)
        self._skip.setVisible(speaks and not self._paused)
        self._mute.setVisible(hands_free)
        if self._paused:
            self._pause.set_look("play", self.tr("Go on"))
        else:
            self._pause.set_look("pause", self.tr("Pause"))
        if self._muted:
            self._mute.set_look("microphone", self.tr("Microphone on"))
        else:
            self._mute.set_look("microphone-off", self.tr("Microphone off"))
        if hands_free:
            waits = self._mode == "waiting_for_phrase"
            self._end.set_look("close", self.tr("Stop waiting") if waits else self.tr("End hands-free"))
        else:
            self._end.set_look("stop", self.tr("Stop speaking"))
        self._dress()

    def _dress(self) -> None:
        side = theme().px(18)
        colour = "text_muted" if self._stage in ("muted", "opening") else "accent"
        self._mark.setPixmap(icon_pixmap(ICONS[self._stage], colour=colour, size=side, ratio=self.devicePixelRatioF()))
