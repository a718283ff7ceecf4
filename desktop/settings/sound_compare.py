"""The stages of cleaning compared by ear: record five seconds, hear them as they came and as they are cleaned."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import aclosing
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.settings.microphone_test import OpenMark
from desktop.settings.trouble_strip import TroubleStrip, plain_words
from desktop.settings.voice_room import VoiceRoom
from desktop.theme.icons import icon
from desktop.widgets.announcer import announce
from desktop.widgets.busy_button import BusyButton
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.level_meter import LevelMeter

if TYPE_CHECKING:
    from core.voice.levels import Level
    from core.voice.sound_trial import Comparison, Loudness, Version
    from desktop.bridge import Call

STAGES = ("high_pass", "noise_suppression", "gain")
SILENT_DB = -100.0


class SoundCompare(QFrame):
    """What was recorded lies in memory and is forgotten when the page is left."""

    def __init__(self, room: VoiceRoom, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "sunken")
        self._room = room
        self._recording: Call | None = None
        self._playing: Call | None = None
        self._has_recording = False
        self.record = BusyButton(
            self.tr("Record 5 seconds"), busy_text=self.tr("Recording…"), kind="", can_cancel=True, parent=self
        )
        self.record.started.connect(self._record)
        self.record.cancel_requested.connect(self._cancel)
        self.raw = QPushButton(icon("play", size=16), self.tr("Hear it as it came"), self)
        self.clean = QPushButton(icon("play", size=16), self.tr("Hear it cleaned"), self)
        self.raw.clicked.connect(lambda: self._play("raw"))
        self.clean.clicked.connect(lambda: self._play("clean"))
        self.meter = LevelMeter(self)
        self.mark = OpenMark(self)
        self.figures = FigureGrid(self)
        self.trouble = TroubleStrip(self)
        self._lay_out()
        room.setting_changed.connect(self._setting_changed)
        self._show()

    def _lay_out(self) -> None:
        intro = self.tr(
            "Record yourself in your usual place, then turn the switches above on and off and listen. The recording "
            "stays in memory and is forgotten when you leave this page."
        )
        buttons = FlowLayout(spacing=8)
        for button in (self.record, self.raw, self.clean):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(8)
        layout.addWidget(plain_words(self.tr("Compare by ear"), "strong", self))
        layout.addWidget(plain_words(intro, "caption", self))
        layout.addLayout(buttons)
        layout.addWidget(self.meter)
        layout.addWidget(self.mark)
        layout.addWidget(self.figures)
        layout.addWidget(self.trouble)

    @property
    def is_recording(self) -> bool:
        """Whether the microphone is open for it."""
        return self._recording is not None

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks any more: silence, microphone closed, recording forgotten."""
        super().hideEvent(event)
        self.forget()

    def forget(self) -> None:
        """As if nothing had been recorded."""
        had_any = self._has_recording or self._recording is not None or self._playing is not None
        self._cancel()
        if self._playing is not None:
            self._playing.cancel()
            self._playing = None
        self._has_recording = False
        self.figures.clear()
        self._show()
        if had_any:
            self._room.ask(self._forgotten(), owner=self, told=lambda _: None)

    async def _forgotten(self) -> None:
        await (await self._room.voice()).trial.forget()

    # ---- recording ------------------------------------------------------------------------------------------------

    def _record(self) -> None:
        room = self._room
        self.trouble.clear()
        self._has_recording = False
        self.figures.clear()

        async def levels() -> AsyncIterator[Level]:
            async with aclosing((await room.voice()).trial.record()) as heard:
                async for level in heard:
                    yield level

        call: list[Call] = []
        call.append(
            room.follow(
                levels, owner=self, batch=self._heard, told=self.trouble.tell, ended=lambda: self._recorded(call[0])
            )
        )
        self._recording = call[0]
        self._show()

    def _cancel(self) -> None:
        call, self._recording = self._recording, None
        if call is not None:
            call.cancel()
            self._show()

    def _heard(self, levels: Sequence[Level]) -> None:
        if self._recording is not None:
            loudest = max(level.peak_db for level in levels)
            self.meter.set_level(levels[-1].rms_db, loudest, clipped=any(level.clipped for level in levels))

    def _recorded(self, call: Call) -> None:
        if self._recording is not call:
            return
        self._recording = None
        self._compare()
        self._show()

    def _compare(self) -> None:
        self._room.ask(self._compared(), owner=self, told=self.trouble.tell, done=self._take)

    async def _compared(self) -> Comparison | None:
        trial = (await self._room.voice()).trial
        return await trial.compare() if trial.recorded_s else None

    def _take(self, comparison: Comparison | None) -> None:
        if comparison is None or not self.isVisible():
            return
        had_recording, self._has_recording = self._has_recording, True
        self._show()
        self.figures.show_figures(comparison)
        if not comparison.works:
            self.trouble.say(
                self.tr("Sound cannot be cleaned on this computer."),
                self.tr("Its library does not load here. Recognition works on untouched sound anyway."),
            )
        if not had_recording:
            announce(self, self.tr("Recorded."))
            if self.record.hasFocus():
                self.clean.setFocus(Qt.FocusReason.OtherFocusReason)

    def _setting_changed(self, name: str) -> None:
        if name in STAGES and self._has_recording:
            self._compare()

    # ---- playing --------------------------------------------------------------------------------------------------

    def _play(self, version: Version) -> None:
        if self._playing is not None:
            self._playing.cancel()
        self.trouble.clear()
        self._playing = self._room.ask(self._played(version), owner=self, told=self.trouble.tell)

    async def _played(self, version: Version) -> None:
        await (await self._room.voice()).trial.play(version)

    def _show(self) -> None:
        on = self.is_recording
        self.record.set_busy(on)
        self.meter.setVisible(on)
        self.mark.setVisible(on)
        self.mark.show_open(on)
        if not on:
            self.meter.clear()
        for button in (self.raw, self.clean):
            button.setEnabled(self._has_recording)


class FigureGrid(QWidget):
    """Speech and room, before and after, in decibels; hidden while there is nothing to compare."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells: dict[tuple[int, int], QLabel] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(3, 1)
        heads = {
            (0, 1): self.tr("As it came"),
            (0, 2): self.tr("Cleaned"),
            (1, 0): self.tr("Your voice"),
            (2, 0): self.tr("The room behind it"),
            (3, 0): self.tr("Above the room"),
        }
        for row in range(4):
            for column in range(3):
                role = "caption" if (row, column) in heads else ""
                label = plain_words(heads.get((row, column), ""), role, self)
                label.setWordWrap(False)
                if column:
                    label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                grid.addWidget(label, row, column)
                self._cells[row, column] = label
        self.note = plain_words("", "caption", self)
        layout_row = QHBoxLayout()
        layout_row.addWidget(self.note, stretch=1)
        grid.addLayout(layout_row, 4, 0, 1, 4)
        self.hide()

    def clear(self) -> None:
        """Nothing to compare."""
        self.hide()

    def show_figures(self, comparison: Comparison) -> None:
        """The levels of a recording."""
        for column, loudness in ((1, comparison.raw), (2, comparison.clean)):
            for row, figure in enumerate(_figures(loudness), start=1):
                self._cells[row, column].setText(figure)
        self.note.setText(self._note(comparison.raw))
        self.note.setVisible(bool(self.note.text()))
        rows = ", ".join(
            f"{self._cells[row, 0].text()}: {self._cells[row, 1].text()}, {self._cells[row, 2].text()}"
            for row in (1, 2, 3)
        )
        self.setAccessibleName(self.tr("Loudness before and after"))
        self.setAccessibleDescription(rows)
        self.show()

    def text_of(self, row: int, column: int) -> str:
        """What stands there."""
        return self._cells[row, column].text()

    def _note(self, raw: Loudness) -> str:
        if raw.peak_db < SILENT_DB:
            return self.tr("There was only silence. Is the microphone muted, or is it another one?")
        if raw.clipped:
            return self.tr("It was too loud at times. Turn the microphone down, or move back a little.")
        if raw.speech_db - raw.room_db < 6:
            return self.tr("Nobody seems to have spoken, or the room is as loud as your voice.")
        return ""


def _figures(loudness: Loudness) -> tuple[str, str, str]:
    def decibels(value: float) -> str:
        return "–" if value < SILENT_DB else f"{QLocale().toString(round(value))} dB"

    above = loudness.speech_db - loudness.room_db
    is_known = loudness.room_db >= SILENT_DB
    return decibels(loudness.speech_db), decibels(loudness.room_db), decibels(above) if is_known else "–"
