"""Is the microphone heard, does the loudspeaker play: tried in place, the microphone open only while one looks."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import aclosing
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.settings.trouble_strip import TroubleStrip, plain_words
from desktop.settings.voice_room import VoiceRoom
from desktop.theme.icons import icon, icon_pixmap
from desktop.theme.theme_state import theme
from desktop.widgets.announcer import announce
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.level_meter import LevelMeter

if TYPE_CHECKING:
    from core.voice.levels import Level
    from desktop.bridge import Call


class OpenMark(QWidget):
    """A red dot and words while the microphone is open; empty else, but it keeps its room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dot = QLabel(self)
        self._words = plain_words("", "caption", self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._dot, alignment=Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._words, stretch=1)
        theme().changed.connect(self._paint)
        self._on = False
        self._rest = ""

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def show_open(self, on: bool, *, rest: str = "") -> None:  # noqa: FBT001  a setter, as Qt names them
        """Open or not; `rest` is what stands there while it is not."""
        self._on, self._rest = on, rest
        self._words.setText(self.tr("The microphone is open.") if on else rest)
        self._paint()

    def _paint(self) -> None:
        self._dot.setVisible(self._on)
        if self._on:
            side = theme().px(10)
            self._dot.setPixmap(icon_pixmap("dot", colour="danger", size=side, ratio=self.devicePixelRatioF()))


class MicrophoneTest(QFrame):
    """A button, lights, and words. Hiding it ends the test, and with it the microphone is closed."""

    def __init__(self, room: VoiceRoom, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "sunken")
        self._room = room
        self._call: Call | None = None
        self._was_loud = False
        self.button = QPushButton(self)
        self.button.clicked.connect(self._pressed)
        self.meter = LevelMeter(self)
        self.mark = OpenMark(self)
        self.trouble = TroubleStrip(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(8)
        layout.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.meter)
        layout.addWidget(self.mark)
        layout.addWidget(self.trouble)
        room.sound_changed.connect(self._show_sound)
        room.setting_changed.connect(self._setting_changed)
        self._show()

    @property
    def is_running(self) -> bool:
        """Whether the microphone is being listened to."""
        return self._call is not None

    def stop(self) -> None:
        """End the test."""
        call, self._call = self._call, None
        if call is not None:
            call.cancel()
        self._show()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks any more."""
        super().hideEvent(event)
        self.stop()

    def _pressed(self) -> None:
        if self.is_running:
            self.stop()
            return
        self.trouble.clear()
        self._was_loud = False
        self._begin()
        self._show()
        announce(self, self.tr("The microphone is open."))

    def _begin(self) -> None:
        room = self._room

        async def levels() -> AsyncIterator[Level]:
            async with aclosing((await room.voice()).trial.levels()) as heard:
                async for level in heard:
                    yield level

        call: list[Call] = []
        call.append(
            room.follow(
                levels,
                owner=self,
                batch=self._heard,
                told=lambda error: self.trouble.tell(error, action=self.tr("Look again"), do=self._look_again),
                ended=lambda: self._ended(call[0]),
            )
        )
        self._call = call[0]

    def _ended(self, call: Call) -> None:
        """The microphone was closed: by this test, by the end of something else that used it, or by the lock."""
        if self._call is call:
            self._call = None
            self._show()

    def _heard(self, levels: Sequence[Level]) -> None:
        if self._call is None:
            return
        level = levels[-1]
        peak = max(one.peak_db for one in levels)
        clipped = any(one.clipped for one in levels)
        self.meter.set_level(level.rms_db, peak, clipped=clipped)
        if clipped and not self._was_loud:
            self._was_loud = True
            announce(self, self.tr("Too loud"))

    def _look_again(self) -> None:
        self.trouble.clear()
        self._room.look_at_sound(anew=True)

    def _setting_changed(self, name: str) -> None:
        if name == "microphone" and self.is_running:
            self.stop()
            self._begin()  # the other microphone, at once
            self._show()

    def _show_sound(self) -> None:
        trouble = self._room.sound.trouble.get("microphone") if self._room.sound is not None else None
        if trouble is not None:
            self.trouble.tell(trouble, action=self.tr("Look again"), do=self._look_again)
        else:
            self.trouble.clear()
        self.button.setEnabled(trouble is None or self.is_running)

    def _show(self) -> None:
        on = self.is_running
        self.button.setText(self.tr("Stop the test") if on else self.tr("Test the microphone"))
        self.button.setIcon(icon("stop" if on else "microphone", size=16))
        self.mark.show_open(on, rest=self.tr("Speak as you usually do: the lights should reach the last third."))
        if not on:
            self.meter.clear()


class LoudspeakerTest(QWidget):
    """A tone and a sentence on the chosen loudspeaker."""

    def __init__(self, room: VoiceRoom, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._call: Call | None = None
        self.tone = QPushButton(icon("speaker", size=16), self.tr("Play a tone"), self)
        self.sentence = QPushButton(icon("quote", size=16), self.tr("Say a sentence"), self)
        self.tone.clicked.connect(lambda: self._play(is_tone=True))
        self.sentence.clicked.connect(lambda: self._play(is_tone=False))
        self.trouble = TroubleStrip(self)
        buttons = FlowLayout(spacing=8)
        buttons.addWidget(self.tone)
        buttons.addWidget(self.sentence)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(buttons)
        layout.addWidget(self.trouble)
        room.sound_changed.connect(self._show_sound)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody waits for it any more."""
        super().hideEvent(event)
        if self._call is not None:
            self._call.cancel()
            self._call = None
            self._room.ask(self._silent(), owner=self, told=lambda _: None)

    async def _silent(self) -> None:
        await (await self._room.voice()).trial.stop()

    def _play(self, *, is_tone: bool) -> None:
        self.trouble.clear()
        if self._call is not None:
            self._call.cancel()
        call: list[Call] = []
        call.append(
            self._room.ask(
                self._played(is_tone=is_tone), owner=self, told=self._tell, ended=lambda: self._ended(call[0])
            )
        )
        self._call = call[0]

    def _ended(self, call: Call) -> None:
        if self._call is call:
            self._call = None

    async def _played(self, *, is_tone: bool) -> None:
        trial = (await self._room.voice()).trial
        await (trial.play_tone() if is_tone else trial.say(self._room.language))

    def _tell(self, error: object) -> None:
        from core.errors import HearthError

        if not isinstance(error, HearthError):
            return
        if error.code == "NoVoice":
            self.trouble.tell(error, action=self.tr("Show voices"), do=lambda: self._room.models_wanted("voice"))
        else:
            self.trouble.tell(error, action=self.tr("Look again"), do=self._look_again)

    def _look_again(self) -> None:
        self.trouble.clear()
        self._room.look_at_sound(anew=True)

    def _show_sound(self) -> None:
        trouble = self._room.sound.trouble.get("loudspeaker") if self._room.sound is not None else None
        for button in (self.tone, self.sentence):
            button.setEnabled(trouble is None)
        if trouble is not None:
            self._tell(trouble)
        else:
            self.trouble.clear()
