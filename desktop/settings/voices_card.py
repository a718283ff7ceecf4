"""Which voice speaks which language, each to be listened to."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.settings.settings_form import LINK_INSET
from desktop.settings.trouble_strip import TroubleStrip, plain_words
from desktop.settings.voice_controls import OfferBox
from desktop.settings.voice_room import Engines, VoiceRoom, bare_name, window_language
from desktop.widgets.form_field import QuietCombo
from desktop.widgets.icon_button import IconButton
from desktop.widgets.language_name import language_name

if TYPE_CHECKING:
    from core.settings.sections import VoiceOfLanguage
    from core.voice.voice_choice import InstalledVoice
    from desktop.bridge import Call

translate = QCoreApplication.translate

SYSTEM = "system"
VOICE = "voice"


class VoiceBox(OfferBox):
    """A voice for one language; empty: the best one that is there."""

    def __init__(self, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._language = language
        self._engines = Engines()
        self.setAccessibleName(self.tr("Voice for {0}").format(language_name(language)))

    def offer(self, engines: Engines, value: str) -> None:
        """These are there; this one is chosen."""
        self._engines = engines
        self.show_value(value)

    def entries(self) -> list[tuple[str, str]]:
        """“Automatic”, installed ones, the system's."""
        fitting = [voice for voice in self._engines.voices if self._language in voice.languages]
        found = [("", self.tr("Automatic"))]
        found += [(voice.voice_id, voice_title(voice)) for voice in fitting]
        if self._language in self._engines.system_languages:
            found.append((SYSTEM, self.tr("The system’s voice")))
        return found

    def missing(self, value: str) -> str:
        """It was removed."""
        return self.tr("{0} (not installed)").format(bare_name(value))


class VoiceLine:
    """The controls of one language: voice, speaker where it has several, listen."""

    def __init__(self, language: str, card: VoicesCard) -> None:
        self.language = language
        self.title = plain_words(language_name(language), "", card)
        self.title.setWordWrap(False)
        self.box = VoiceBox(language, card)
        self.speaker = QuietCombo(card)
        self.speaker.setAccessibleName(translate("VoicesCard", "Speaker for {0}").format(language_name(language)))
        words = translate("VoicesCard", "Listen to the voice for {0}").format(language_name(language))
        self.listen = IconButton("play", words, parent=card)

    def show(self, engines: Engines, entry: VoiceOfLanguage | None) -> None:
        """What is there and what is chosen."""
        self.box.offer(engines, entry.voice if entry is not None else "")
        voice = next((one for one in engines.voices if entry is not None and one.voice_id == entry.voice), None)
        speakers = voice.speakers if voice is not None else ()
        self.speaker.setVisible(len(speakers) > 1)
        if [self.speaker.itemText(row) for row in range(self.speaker.count())] != list(speakers):
            self.speaker.clear()
            self.speaker.addItems(list(speakers))
        if entry is not None:
            self.speaker.setCurrentIndex(entry.speaker or 0)


class VoicesCard(QFrame):
    """A line for each language that a voice is installed or chosen for, and for the owner's."""

    def __init__(self, room: VoiceRoom, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "sunken")
        self._room = room
        self._playing: Call | None = None
        self.lines: dict[str, VoiceLine] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self.trouble = TroubleStrip(self)
        self.more = QPushButton(self.tr("Get more voices"), self)
        self.more.setProperty("kind", "link")
        self.more.clicked.connect(lambda: room.models_wanted(VOICE))
        links = QHBoxLayout()
        links.setContentsMargins(-LINK_INSET, 0, 0, 0)
        links.addWidget(self.more)
        links.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(8)
        layout.addWidget(plain_words(self.tr("Voices"), "strong", self))
        hint = self.tr("The voice follows the language of the answer. A persona may have a voice of its own.")
        layout.addWidget(plain_words(hint, "caption", self))
        layout.addWidget(self.trouble)
        layout.addLayout(self._grid)
        layout.addLayout(links)
        room.engines_changed.connect(self._show)
        room.setting_changed.connect(self._setting_changed)
        self._show()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody waits for it any more."""
        super().hideEvent(event)
        if self._playing is not None:
            self._playing.cancel()
            self._playing = None
            self._room.ask(self._silent(), owner=self, told=lambda _: None)

    async def _silent(self) -> None:
        await (await self._room.voice()).trial.stop()

    # ---- what is shown --------------------------------------------------------------------------------------------

    def _languages(self, engines: Engines) -> list[str]:
        found = {language for voice in engines.voices for language in voice.languages}
        found |= {entry.language for entry in self._room.settings.voices}
        found |= {self._room.language, window_language()}
        own = self._room.language
        return sorted(found, key=lambda code: (code != own, language_name(code)))

    def _show(self) -> None:
        engines = self._room.engines
        if engines is None:
            return
        languages = self._languages(engines)
        if list(self.lines) != languages:
            self._lay_out(languages)
        chosen = {entry.language: entry for entry in self._room.settings.voices}
        for language, line in self.lines.items():
            line.show(engines, chosen.get(language))
        self._say_what_is_missing(engines)

    def _lay_out(self, languages: list[str]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.lines = {language: VoiceLine(language, self) for language in languages}
        for row, line in enumerate(self.lines.values()):
            for column, widget in enumerate((line.title, line.box, line.speaker, line.listen)):
                self._grid.addWidget(widget, row, column)
            line.box.chosen.connect(partial(self._choose, line.language))
            line.speaker.activated.connect(partial(self._choose_speaker, line.language))
            line.listen.clicked.connect(partial(self._listen, line.language))

    def _say_what_is_missing(self, engines: Engines) -> None:
        self.more.setVisible(bool(engines.voices))  # else the strip leads there
        if engines.voices:
            self.trouble.clear()
        elif engines.system_languages:
            self.trouble.say(
                self.tr("The system’s voice speaks until you install a better one."),
                self.tr("Voices made for reading sound far more natural."),
                action=self.tr("Get a voice"),
                do=lambda: self._room.models_wanted(VOICE),
            )
        else:
            self.trouble.say(
                self.tr("There is no voice on this computer that could speak."),
                self.tr("Answers are shown as text until you install one."),
                action=self.tr("Get a voice"),
                do=lambda: self._room.models_wanted(VOICE),
            )
        for line in self.lines.values():
            line.listen.setEnabled(bool(engines.voices or engines.system_languages))

    def _setting_changed(self, name: str) -> None:
        if name in ("voices", "spoken_language"):
            self._show()

    # ---- what is done ---------------------------------------------------------------------------------------------

    def _choose(self, language: str, voice: object) -> None:
        self._keep(language, str(voice or ""), None)

    def _choose_speaker(self, language: str, speaker: int) -> None:
        entry = next((one for one in self._room.settings.voices if one.language == language), None)
        if entry is not None:
            self._keep(language, entry.voice, speaker)

    def _keep(self, language: str, voice: str, speaker: int | None) -> None:
        from core.settings.sections import VoiceOfLanguage

        kept = [entry for entry in self._room.settings.voices if entry.language != language]
        if voice:
            kept.append(VoiceOfLanguage(language=language, voice=voice, speaker=speaker))
        self._room.change("voices", tuple(kept), owner=self, told=self.trouble.tell)

    def _listen(self, language: str) -> None:
        if self._playing is not None:
            self._playing.cancel()
        entry = next((one for one in self._room.settings.voices if one.language == language), None)
        self._playing = self._room.ask(self._said(language, entry), owner=self, told=self.trouble.tell)

    async def _said(self, language: str, entry: VoiceOfLanguage | None) -> None:
        trial = (await self._room.voice()).trial
        if entry is None:
            await trial.say(language)
        else:
            await trial.say(language, voice_id=entry.voice, speaker=entry.speaker)


def voice_title(voice: InstalledVoice) -> str:
    """Its name; the quality behind it where the id tells one."""
    quality = bare_name(voice.voice_id).rsplit("-", 1)[-1]
    name = voice.name or bare_name(voice.voice_id)
    return f"{name} ({quality})" if quality in ("high", "low", "x_low") and quality not in name else name
