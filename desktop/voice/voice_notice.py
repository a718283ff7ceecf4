"""What went wrong with the voice, as it is shown: a sentence, a next step, and a button that leads to the place.

Told once: the same trouble again is news only after something worked, or after a while.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Literal, TypeAlias

from PySide6.QtCore import QCoreApplication

from core.errors import HearthBug, HearthError
from desktop.failures import failure_of

translate = QCoreApplication.translate

Way: TypeAlias = Literal["", "speech", "voice", "settings", "unlock"]

TOLD_AGAIN_AFTER_S = 120.0
"""A microphone with a loose contact comes and goes every few seconds; nobody wants to read of it each time."""

_WAYS: dict[str, Way] = {
    "NoSpeechModel": "speech",
    "SpeechModelUnfit": "speech",
    "NoVoice": "voice",
    "MicrophoneLost": "settings",
    "MicrophoneSilent": "settings",
    "NoMicrophone": "settings",
    "NoLoudspeaker": "settings",
    "RecogniserDied": "settings",
    "GraphicsCardGaveUp": "settings",
    "SoundServerGone": "settings",
    "VaultLocked": "unlock",
}
"""By the name of the class: the classes themselves live in a room that is loaded with the first use of the voice."""


@dataclass(frozen=True, slots=True)
class Notice:
    """`way` is where the button leads, "" for none; “speech” and “voice” are purposes of the page of models.

    `detail` is what the next step sends its reader to, "" where it sends nobody.
    """

    sentence: str
    next_step: str
    way: Way = ""
    detail: str = ""

    @property
    def action(self) -> str:
        """What the button says; empty for none."""
        match self.way:
            case "speech" | "voice":
                return translate("Voice", "Show models")
            case "settings":
                return translate("Voice", "Voice settings")
            case "unlock":
                return translate("Voice", "Unlock")
            case _:
                return ""


def notice_of(error: BaseException) -> Notice | None:
    """What to show for `error`; None for a bug, or for what the owner stopped."""
    failure = failure_of(error)
    if failure is None or not isinstance(error, HearthError) or isinstance(error, HearthBug):
        return None
    detail = failure.details if error.points_to_detail else ""
    return Notice(failure.sentence, failure.next_step, _WAYS.get(type(error).__name__, ""), detail)


def locked_notice() -> Notice:
    """Somebody speaks to a locked Hearth."""
    return Notice(
        translate("Voice", "Hearth is locked."), translate("Voice", "Unlock it, then speak again."), way="unlock"
    )


class ToldOnce:
    """Remembers what was told."""

    def __init__(self) -> None:
        self._told: dict[str, float] = {}

    def is_news(self, notice: Notice) -> bool:
        """Whether this was not told lately; it is from now on."""
        now = time.monotonic()
        before = self._told.get(notice.sentence)
        self._told[notice.sentence] = now
        return before is None or now - before > TOLD_AGAIN_AFTER_S

    def forget(self) -> None:
        """Something was understood: whatever was in the way is over."""
        self._told.clear()
