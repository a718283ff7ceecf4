"""Controls of the voice's settings that no form can make from a type: they offer what is there, by its real name.

Each has `chosen`, a signal with the value that is wanted, and `show_value` for the one in force.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from desktop.settings.voice_room import Kind, VoiceRoom, bare_name, seconds_of
from desktop.widgets.form_field import QuietCombo, TextArea
from desktop.widgets.language_name import language_name

LEAST_CHARACTERS, LEAST_SHOWN = 22, 9
LEAST_CHARACTERS_OF_LANGUAGES = 15

_WHISPERS = (
    "af am ar as az ba be bg bn bo br bs ca cs cy da de el en es et eu fa fi fo fr gl gu ha haw he hi hr ht hu hy "
    "id is it ja jw ka kk km kn ko la lb ln lo lt lv mg mi mk ml mn mr ms mt my ne nl nn no oc pa pl ps pt ro ru "
    "sa sd si sk sl sn so sq sr su sv sw ta te tg th tk tl tr tt uk ur uz vi yi yo zh"
)
SPOKEN_LANGUAGES = tuple(_WHISPERS.split())
"""What Whisper was trained on."""
NEAR_LANGUAGES = ("en", "de", "es", "ja")
"""Stand first: those of the window, of the commands and of the voices that come with the catalogue."""


class OfferBox(QuietCombo):
    """A choice whose entries come later, or change while it is shown. A value that is not offered stays listed."""

    chosen = Signal(object)
    is_wide = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = ""
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(LEAST_CHARACTERS)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.view().setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.activated.connect(lambda row: self.chosen.emit(self.itemData(row)))

    def minimumSizeHint(self) -> QSize:
        """Long names are cut where there is little room; the list and the tooltip have them whole."""
        hint = super().minimumSizeHint()
        return QSize(hint.width() * LEAST_SHOWN // self.minimumContentsLength(), hint.height())

    def show_value(self, value: str) -> None:
        """The value that is set."""
        self._value = value
        self.fill()

    def fill(self) -> None:
        """Offer what there is now."""
        entries = list(self.entries())
        if self._value and self._value not in [value for value, _ in entries]:
            entries.append((self._value, self.missing(self._value)))
        if [(self.itemData(row), self.itemText(row)) for row in range(self.count())] != entries:
            blocked = self.blockSignals(True)
            self.clear()
            for row, (value, text) in enumerate(entries):
                self.addItem(text, value)
                self.setItemData(row, text, Qt.ItemDataRole.ToolTipRole)
            self.blockSignals(blocked)
        self.setCurrentIndex(self.findData(self._value))
        self.setToolTip(self.currentText())

    def entries(self) -> Sequence[tuple[str, str]]:
        """Values and their words."""
        raise NotImplementedError

    def missing(self, value: str) -> str:
        """The words of a value that is not there."""
        return value


class DevicePicker(OfferBox):
    """A microphone or loudspeaker by its own name, which may be long; follows what is plugged in and out."""

    is_wide = True

    def __init__(self, room: VoiceRoom, kind: Kind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self._kind: Kind = kind
        room.sound_changed.connect(self.fill)
        self.fill()

    def entries(self) -> Sequence[tuple[str, str]]:
        """The usual one first."""
        sound = self._room.sound
        items = sound.devices.get(self._kind, ()) if sound is not None else ()
        usual = next((item.title for item in items if item.is_usual), "")
        first = self.tr("Usual one ({0})").format(usual) if usual else self.tr("Usual one of this computer")
        if sound is not None and not items:
            first = self.tr("None found")
        return [("", first), *((item.name, item.title) for item in items)]

    def missing(self, value: str) -> str:
        """It stays chosen, and takes over when it comes back."""
        if self._room.sound is None:
            return value
        return self.tr("{0} (not connected)").format(self._room.titles.get(value, value))

    def showPopup(self) -> None:
        """The list is as fresh as the system."""
        self._room.look_at_sound()
        super().showPopup()


class SpeechModelBox(OfferBox):
    """An installed speech model, with what was measured of it."""

    is_wide = True

    def __init__(self, room: VoiceRoom, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        room.engines_changed.connect(self.fill)
        self.fill()

    def entries(self) -> Sequence[tuple[str, str]]:
        """“Automatic (base)”, then the smallest first."""
        engines = self._room.engines
        if engines is None:
            return [("", self.tr("Automatic"))]
        if not engines.models:
            return [("", self.tr("None installed"))]
        chosen = bare_name(engines.chosen)
        is_automatic = not self._room.settings.speech_model
        first = self.tr("Automatic ({0})").format(chosen) if is_automatic else self.tr("Automatic")
        return [("", first), *((one.model.model_id, self._words(one)) for one in engines.models)]

    def _words(self, one: Any) -> str:
        seconds = seconds_of(one.verdict, one.device)
        name = bare_name(one.model.model_id)
        if not seconds:
            return name
        return self.tr("{0} · {1} s for 3 s").format(name, QLocale().toString(seconds, "f", 1 if seconds >= 0.1 else 2))

    def missing(self, value: str) -> str:
        """It was removed; another one hears meanwhile."""
        return self.tr("{0} (not installed)").format(bare_name(value)) if self._room.engines else bare_name(value)

    def showPopup(self) -> None:
        """The list is as fresh as the library."""
        self._room.look_at_engines()
        super().showPopup()


class LanguageBox(OfferBox):
    """A language, by its name; `none` is what stands for an empty value."""

    def __init__(self, none: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rest = sorted(
            (language_name(code), code)
            for code in SPOKEN_LANGUAGES
            if code not in NEAR_LANGUAGES and language_name(code) != code
        )
        near = [(code, language_name(code)) for code in NEAR_LANGUAGES]
        self.setMinimumContentsLength(LEAST_CHARACTERS_OF_LANGUAGES)
        self._entries = [("", none), *near, *((code, name) for name, code in rest)]
        self.fill()

    def entries(self) -> Sequence[tuple[str, str]]:
        """Near ones first, then by name."""
        return self._entries


class WordsEditor(TextArea):
    """Words, one a line; kept when the keyboard leaves."""

    chosen = Signal(object)
    is_wide = True

    def __init__(self, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(fewest_lines=3, most_lines=10, parent=parent)
        self.setPlaceholderText(placeholder)

    def show_value(self, words: Sequence[str]) -> None:
        """The words that are set. What is being typed stays."""
        if not (self.hasFocus() and self.document().isModified()):
            self.setPlainText("\n".join(words))
            self.document().setModified(False)

    def words(self) -> tuple[str, ...]:
        """Each once, without empty lines."""
        lines = (line.strip() for line in self.toPlainText().splitlines())
        return tuple(dict.fromkeys(line for line in lines if line))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving keeps the words."""
        super().focusOutEvent(event)
        if self.document().isModified():
            self.document().setModified(False)
            self.chosen.emit(self.words())
