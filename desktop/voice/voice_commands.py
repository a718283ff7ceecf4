"""What can be done by voice, as commands of a window: in its palette, its list of shortcuts, the microphone's menu."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.commands import SEPARATOR, Command

if TYPE_CHECKING:
    from desktop.voice.voice_desk import VoiceDesk

translate = QCoreApplication.translate

MENU = (
    "voice.talk",
    "voice.hands_free",
    "voice.dictate",
    "voice.dictate_elsewhere",
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


def voice_commands(desk: VoiceDesk) -> list[Command]:
    """To be added to the registry of the main window."""
    return [*_listening(desk), *_speaking(desk), *_sound(desk)]


def _listening(desk: VoiceDesk) -> list[Command]:
    spoken = translate("VoiceCommands", "voice speak microphone")
    return [
        Command(
            "voice.talk",
            translate("VoiceCommands", "Talk"),
            desk.toggle_talk,
            group="voice",
            shortcuts=("Ctrl+Shift+Space",),
            icon="microphone",
            keywords=spoken,
            title_now=lambda: (
                translate("VoiceCommands", "Send what you said")
                if desk.is_listening
                else translate("VoiceCommands", "Talk")
            ),
        ),
        Command(
            "voice.hands_free",
            translate("VoiceCommands", "Hands-free conversation"),
            lambda: desk.set_hands_free(not desk.is_hands_free),
            group="voice",
            shortcuts=("Ctrl+Shift+H",),
            checked_when=lambda: desk.is_hands_free,
            icon="hands-free",
            keywords=spoken,
        ),
        Command(
            "voice.dictate",
            translate("VoiceCommands", "Dictate into the message"),
            desk.toggle_dictation,
            group="voice",
            shortcuts=("Ctrl+Shift+I",),
            icon="dictate",
            keywords=spoken,
        ),
        Command(
            "voice.dictate_elsewhere",
            translate("VoiceCommands", "Dictate for another program"),
            partial(desk.toggle_dictation, elsewhere=True),
            group="voice",
            icon="clipboard",
            keywords=translate("VoiceCommands", "voice clipboard paste"),
        ),
    ]


def _speaking(desk: VoiceDesk) -> list[Command]:
    speaks = lambda: desk.is_speaking  # noqa: E731
    return [
        Command(
            "voice.read_aloud",
            translate("VoiceCommands", "Read the last answer aloud"),
            desk.read_last,
            group="voice",
            shortcuts=("Ctrl+Shift+R",),
            icon="speaker",
            enabled_when=lambda: desk.can_read_last,
        ),
        Command(
            "voice.stop",
            translate("VoiceCommands", "Stop speaking"),
            desk.stop_speaking,
            group="voice",
            shortcuts=("Ctrl+Shift+.",),
            icon="stop",
            enabled_when=speaks,
        ),
        Command(
            "voice.repeat",
            translate("VoiceCommands", "Repeat the sentence"),
            partial(desk.tell, "repeat"),
            group="voice",
            icon="retry",
            enabled_when=speaks,
        ),
    ]


def _sound(desk: VoiceDesk) -> list[Command]:
    return [
        Command(
            "voice.faster", translate("VoiceCommands", "Speak faster"), partial(desk.tell, "faster"), group="voice"
        ),
        Command(
            "voice.slower", translate("VoiceCommands", "Speak slower"), partial(desk.tell, "slower"), group="voice"
        ),
        Command(
            "voice.louder", translate("VoiceCommands", "Speak louder"), partial(desk.tell, "louder"), group="voice"
        ),
        Command(
            "voice.quieter",
            translate("VoiceCommands", "Speak more quietly"),
            partial(desk.tell, "quieter"),
            group="voice",
        ),
    ]
