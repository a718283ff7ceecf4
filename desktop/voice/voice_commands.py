"""What can be done by voice, as commands of a window: in its palette, its list of shortcuts, the microphone's menu."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QCoreApplication

from desktop.commands import SEPARATOR, Command

if TYPE_CHECKING:
    from desktop.voice.voice_desk import VoiceDesk

translate = QCoreApplication.translate

Run: TypeAlias = "Callable[[Callable[[VoiceDesk], object]], Callable[[], object]]"
Asks: TypeAlias = "Callable[[Callable[[VoiceDesk], bool]], Callable[[], bool]]"

MENU = (
    "voice.talk",
    "voice.hands_free",
    "voice.dictate",
    "voice.dictate_elsewhere",
    "voice.note",
    SEPARATOR,
    "voice.read_aloud",
    "voice.stop",
    "voice.repeat",
    SEPARATOR,
    "voice.faster",
    "voice.slower",
    "voice.louder",
    "voice.quieter",
)
"""The microphone's menu."""


def voice_commands(desk: Callable[[], VoiceDesk | None]) -> list[Command]:
    """To be added to the registry of the main window, before there is a desk that carries them out."""

    def run(what: Callable[[VoiceDesk], object]) -> Callable[[], object]:
        def on_the_desk() -> object:
            found = desk()
            return None if found is None else what(found)

        return on_the_desk

    def asks(what: Callable[[VoiceDesk], bool]) -> Callable[[], bool]:
        return lambda: (found := desk()) is not None and what(found)

    return [*_listening(run, asks), *_speaking(run, asks), *_sound(run)]


def _listening(run: Run, asks: Asks) -> list[Command]:
    spoken = translate("VoiceCommands", "voice speak microphone")
    listens = asks(lambda desk: desk.is_listening)
    takes_note = asks(lambda desk: desk.takes_note)
    is_hands_free = asks(lambda desk: desk.is_hands_free)
    return [
        Command(
            "voice.talk",
            translate("VoiceCommands", "Talk"),
            run(lambda desk: desk.toggle_talk()),
            group="voice",
            shortcuts=("Ctrl+Shift+Space",),
            icon="microphone",
            keywords=spoken,
            title_now=lambda: (
                translate("VoiceCommands", "Send what you said") if listens() else translate("VoiceCommands", "Talk")
            ),
        ),
        Command(
            "voice.hands_free",
            translate("VoiceCommands", "Hands-free conversation"),
            run(lambda desk: desk.set_hands_free(not desk.is_hands_free)),
            group="voice",
            shortcuts=("Ctrl+Shift+H",),
            checked_when=is_hands_free,
            icon="hands-free",
            keywords=spoken,
        ),
        Command(
            "voice.dictate",
            translate("VoiceCommands", "Dictate into the message"),
            run(lambda desk: desk.toggle_dictation()),
            group="voice",
            shortcuts=("Ctrl+Shift+I",),
            icon="dictate",
            keywords=spoken,
        ),
        Command(
            "voice.dictate_elsewhere",
            translate("VoiceCommands", "Dictate for another program"),
            run(lambda desk: desk.toggle_dictation(elsewhere=True)),
            group="voice",
            icon="clipboard",
            keywords=translate("VoiceCommands", "voice clipboard paste"),
        ),
        Command(
            "voice.note",
            translate("VoiceCommands", "Record a voice note"),
            run(lambda desk: desk.toggle_note()),
            group="voice",
            shortcuts=("Ctrl+Shift+O",),
            icon="waveform",
            keywords=spoken,
            title_now=lambda: (
                translate("VoiceCommands", "Stop recording")
                if takes_note()
                else translate("VoiceCommands", "Record a voice note")
            ),
        ),
    ]


def _speaking(run: Run, asks: Asks) -> list[Command]:
    speaks = asks(lambda desk: desk.is_speaking)
    return [
        Command(
            "voice.read_aloud",
            translate("VoiceCommands", "Read the last answer aloud"),
            run(lambda desk: desk.read_last()),
            group="voice",
            shortcuts=("Ctrl+Shift+R",),
            icon="speaker",
            enabled_when=asks(lambda desk: desk.can_read_last),
        ),
        Command(
            "voice.stop",
            translate("VoiceCommands", "Stop speaking"),
            run(lambda desk: desk.stop_speaking()),
            group="voice",
            shortcuts=("Ctrl+Shift+.",),
            icon="stop",
            enabled_when=speaks,
        ),
        Command(
            "voice.repeat",
            translate("VoiceCommands", "Repeat the sentence"),
            run(lambda desk: desk.tell("repeat")),
            group="voice",
            icon="retry",
            enabled_when=speaks,
        ),
    ]


def _sound(run: Run) -> list[Command]:
    return [
        Command(
            "voice.faster",
            translate("VoiceCommands", "Speak faster"),
            run(lambda desk: desk.tell("faster")),
            group="voice",
        ),
        Command(
            "voice.slower",
            translate("VoiceCommands", "Speak slower"),
            run(lambda desk: desk.tell("slower")),
            group="voice",
        ),
        Command(
            "voice.louder",
            translate("VoiceCommands", "Speak louder"),
            run(lambda desk: desk.tell("louder")),
            group="voice",
        ),
        Command(
            "voice.quieter",
            translate("VoiceCommands", "Speak more quietly"),
            run(lambda desk: desk.tell("quieter")),
            group="voice",
        ),
    ]
