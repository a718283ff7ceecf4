"""The page “Voice”: settings beside what they do, each tried out where it is set.

Rows are those of any form, kept and put back like all others; the cards between them test, compare and measure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.settings.commands_fold import CommandsFold
from desktop.settings.echo_test_card import EchoTestCard
from desktop.settings.microphone_test import LoudspeakerTest, MicrophoneTest
from desktop.settings.recognition_card import RecognitionCard
from desktop.settings.settings_form import LINK_INSET, ROW_INSET, ControlMaker, SettingRow
from desktop.settings.sound_compare import SoundCompare
from desktop.settings.trouble_strip import plain_words
from desktop.settings.voice_controls import DevicePicker, LanguageBox, SpeechModelBox, WordsEditor
from desktop.settings.voice_room import VoiceRoom
from desktop.settings.voices_card import VoicesCard
from desktop.settings.wake_phrases_editor import WakePhrasesEditor
from desktop.theme.icons import icon_pixmap
from desktop.theme.theme_state import theme

if TYPE_CHECKING:
    from core.assistant import Assistant
    from desktop.bridge import Bridge

SECTION = "voice"


class VoiceForm(QObject):
    """How the settings of the voice are shown. `models_wanted` gets a purpose, `guide_wanted` shows the first steps."""

    def __init__(
        self,
        bridge: Bridge,
        assistant: Assistant,
        *,
        report: Callable[[BaseException], None],
        models_wanted: Callable[[str], object],
        guide_wanted: Callable[[], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.room = VoiceRoom(
            bridge, assistant, report=report, models_wanted=models_wanted, guide_wanted=guide_wanted, parent=self
        )
        room = self.room
        own: dict[str, ControlMaker] = {
            "microphone": lambda parent: DevicePicker(room, "microphone", parent),
            "speaker": lambda parent: DevicePicker(room, "loudspeaker", parent),
            "speech_model": lambda parent: SpeechModelBox(room, parent),
            "spoken_language": lambda parent: LanguageBox(self.tr("Found out each time"), parent),
            "translate_to": lambda parent: LanguageBox(self.tr("As spoken"), parent),
            "vocabulary": lambda parent: WordsEditor(self.tr("One name or word a line"), parent),
            "wake_phrases": partial(WakePhrasesEditor, room),
        }
        self.controls: Mapping[str, ControlMaker] = {f"{SECTION}.{name}": make for name, make in own.items()}

    def arrange(self, rows: Mapping[str, SettingRow]) -> QWidget:
        """The page, with all of these rows on it."""
        return VoicePage(self.room, {name.removeprefix(f"{SECTION}."): row for name, row in rows.items()})


class VoicePage(QWidget):
    """Groups of rows and cards. What there is is looked up each time the page comes into sight."""

    def __init__(self, room: VoiceRoom, rows: Mapping[str, SettingRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._rows = dict(rows)
        self.microphone_test = MicrophoneTest(room)
        self.loudspeaker_test = LoudspeakerTest(room)
        self.compare = SoundCompare(room)
        self.echo = EchoTestCard(room)
        self.recognition = RecognitionCard(room)
        self.voices = VoicesCard(room)
        self.commands = CommandsFold(room)
        self.wake_note = WakeNote(room)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._lay_out()
        for news in (room.sound_changed, room.engines_changed, room.setting_changed):
            news.connect(self._settle)  # after the cards, which were connected before

    def _settle(self) -> None:
        """News change the height of cards, which the page learns level by level: at once, not squeezed first."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    def showEvent(self, event: QShowEvent) -> None:
        """Devices and models come and go while nobody looks."""
        super().showEvent(event)
        self._room.look()

    def _lay_out(self) -> None:
        self._intro()
        self._heading(self.tr("Microphone and loudspeaker"))
        self._add("microphone", self.microphone_test, "speaker", self.loudspeaker_test, "microphone_ready", "sounds")
        self._heading(self.tr("Clear sound"))
        self._add("high_pass", "noise_suppression", "gain", self.compare)
        self._heading(self.tr("Speaking over it"))
        self._add("echo_cancellation", self.echo, "interruption")
        self._heading(self.tr("Understanding you"))
        self._add("speech_model", self.recognition, "speech_device", "spoken_language", "translate_to", "live_text")
        self._add("vocabulary")
        self._heading(self.tr("Speaking to you"))
        self._add("speak_answers", self.voices, "speed_percent", "loudness_percent")
        self._heading(self.tr("Hands-free"))
        self._add("patience", "commands", self.commands, "wake", self.wake_note, "wake_phrases", "mood")
        if self._rows:
            self._heading(self.tr("Voice notes"))
            self._add(*list(self._rows))  # and whatever a later room adds

    def _intro(self) -> None:
        text = plain_words(
            self.tr("Everything that is said stays on this computer. The microphone is open only while it shows."),
            "muted",
            self,
        )
        steps = QPushButton(self.tr("Set it up step by step…"), self)
        steps.setProperty("kind", "link")
        steps.clicked.connect(lambda: self._room.guide_wanted())
        self._layout.addWidget(_inset(text))
        self._layout.addSpacing(4)
        self._layout.addWidget(_inset(steps, by=ROW_INSET - LINK_INSET), alignment=Qt.AlignmentFlag.AlignLeft)

    def _heading(self, text: str) -> None:
        label = QLabel(text, self)
        label.setProperty("role", "heading")
        label.setWordWrap(True)
        self._layout.addSpacing(20)
        self._layout.addWidget(_inset(label))
        self._layout.addSpacing(2)

    def _add(self, *parts: str | QWidget) -> None:
        for widget in self._widgets(parts):
            self._layout.addWidget(widget)

    def _widgets(self, parts: tuple[str | QWidget, ...]) -> Iterator[QWidget]:
        for part in parts:
            if isinstance(part, str):
                row = self._rows.pop(part, None)
                if row is not None:
                    yield row
            else:
                yield _inset(part, below=10)


class WakeNote(QWidget):
    """Says, while a wake phrase is waited for, that the microphone is open all the time."""

    def __init__(self, room: VoiceRoom, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        card = QVBoxLayout(self)
        card.setContentsMargins(0, 0, 0, 0)
        self._mark = QLabel(self)
        self.words = plain_words(
            self.tr("The microphone stays open while Hearth is unlocked; the tray and the window show it."), "", self
        )
        frame = QFrame(self)
        frame.setProperty("role", "notice")
        row = QHBoxLayout(frame)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(self._mark, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, stretch=1)
        card.addWidget(frame)
        room.setting_changed.connect(lambda name: self._show() if name == "wake" else None)
        theme().changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        side = theme().px(16)
        self._mark.setPixmap(icon_pixmap("microphone", colour="danger", size=side, ratio=self.devicePixelRatioF()))
        self.setVisible(self._room.settings.wake)


def _inset(widget: QWidget, *, by: int = ROW_INSET, below: int = 0) -> QWidget:
    """As far in as the words of the rows."""
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(by, 0, ROW_INSET, below)
    layout.addWidget(widget)
    return holder
