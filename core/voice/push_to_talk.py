"""The one key: held to speak, tapped twice to talk hands-free, tapped once by mistake and ignored."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

SHORT_S: Final = 0.3
"""A press under this is a mistake: nobody says anything in so little time."""
DOUBLE_S: Final = 0.4
"""A press so soon after a short one is the second half of a double tap, as double clicks are told."""
TAIL_S: Final = 0.12
"""What is heard after the release still belongs to the utterance: people let go while they say the last sound."""

Pressed: TypeAlias = Literal["press", "latch"]
Released: TypeAlias = Literal["release", "short", "ignored"]


class KeyTiming:
    """Tells one kind of press from another by the seconds of a clock that never goes back."""

    def __init__(self) -> None:
        self._pressed_at_s: float | None = None
        self._short_at_s: float | None = None
        self._latched = False

    @property
    def is_down(self) -> bool:
        """Whether the key is held."""
        return self._pressed_at_s is not None

    def press(self, now_s: float) -> Pressed:
        """The key went down. Repeats of a held key count as one press, if the caller asks `is_down` first."""
        self._latched = self._short_at_s is not None and now_s - self._short_at_s <= DOUBLE_S
        self._pressed_at_s, self._short_at_s = now_s, None
        return "latch" if self._latched else "press"

    def release(self, now_s: float) -> Released:
        """The key went up. The release of a latching press means nothing, and neither does one without a press."""
        pressed_at_s, self._pressed_at_s = self._pressed_at_s, None
        if pressed_at_s is None or self._latched:
            return "ignored"
        if now_s - pressed_at_s < SHORT_S:
            self._short_at_s = now_s
            return "short"
        return "release"

    def forget(self) -> None:
        """Whatever was held is not any more: Esc, or a press that failed."""
        self._pressed_at_s = None
        self._latched = False
