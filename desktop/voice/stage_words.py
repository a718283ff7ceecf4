"""How the voice stands, in words: one stage at a time, the same in overlay, bar and for screen readers."""

from __future__ import annotations

from typing import Literal, TypeAlias

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from core.events import VoiceMode, VoiceState

translate = QCoreApplication.translate

Stage: TypeAlias = Literal[
    "rest", "opening", "ready", "waiting", "listening", "understanding", "thinking", "speaking", "muted"
]
Holding: TypeAlias = Literal["held", "latched", "hands_free"]

ICONS: dict[Stage, str] = {
    "rest": "microphone",
    "opening": "microphone",
    "ready": "hands-free",
    "waiting": "waveform",
    "listening": "microphone",
    "understanding": "waveform",
    "thinking": "thinking",
    "speaking": "speaker",
    "muted": "microphone-off",
}


def stage_of(state: VoiceState, mode: VoiceMode, *, microphone_open: bool) -> Stage:
    """What is shown for a state of the core. Nothing is called listening before sound really comes in."""
    match state:
        case "listening":
            return "listening" if microphone_open else "opening"
        case "transcribing":
            return "understanding"
        case "thinking":
            return "thinking"
        case "speaking":
            return "speaking"
        case "armed" if mode == "waiting_for_phrase":
            return "waiting" if microphone_open else "opening"
        case "armed" if mode == "hands_free":
            return "ready" if microphone_open else "opening"
        case "armed":
            return "opening"
        case _:
            return "rest"


def stage_words(stage: Stage, *, mode: VoiceMode = "off") -> str:
    """The stage in a word or two."""
    words: dict[Stage, str] = {
        "rest": "",
        "opening": translate("Voice", "One moment…"),
        "ready": translate("Voice", "Just speak"),
        "waiting": translate("Voice", "Waits for the wake phrase"),
        "listening": translate("Voice", "Listening"),
        "understanding": translate("Voice", "Understanding…"),
        "thinking": translate("Voice", "Thinking…"),
        "speaking": translate("Voice", "Speaking"),
        "muted": translate("Voice", "Microphone off"),
    }
    if mode == "reading" and stage in ("thinking", "speaking"):
        return translate("Voice", "Reading aloud")
    return words[stage]


def hint_words(holding: Holding, *, dictating: bool, escape: bool) -> str:
    """What ends the listening, below the words."""
    if holding == "hands_free":
        return ""
    if dictating:
        held, latched = translate("Voice", "Release to write it"), translate("Voice", "Press again to write it")
    else:
        held, latched = translate("Voice", "Release to send"), translate("Voice", "Press again to send")
    how = held if holding == "held" else latched
    return f"{how} · {translate('Voice', 'Esc to cancel')}" if escape else how


def copied_words() -> str:
    """A dictated text lies in the clipboard."""
    paste = QKeySequence(QKeySequence.StandardKey.Paste).toString(QKeySequence.SequenceFormat.NativeText)
    return translate("Voice", "Copied – paste it with {0}").format(paste or "Ctrl+V")


def mood_words(mood: str) -> str:
    """How the last utterance sounded, in a word; empty: nothing that stands out."""
    words = {
        "calm": translate("Voice", "calm"),
        "cheerful": translate("Voice", "cheerful"),
        "tense": translate("Voice", "tense"),
        "tired": translate("Voice", "tired"),
        "hurried": translate("Voice", "in a hurry"),
    }
    return words.get(mood, "")
