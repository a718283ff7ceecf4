"""`theme()`: which tokens hold now, and a signal when they change."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject, Signal

from desktop.theme.design_tokens import LIGHT, Tokens

STYLED = "hearth_styled"
"""Property of an application that was made with the right style: to set it later makes PySide look through all styles,
which costs the start 25 ms."""


class Theme(QObject):
    """The one theme of the program. Set by `stylesheet.apply_theme`, read by everything that paints itself."""

    changed = Signal(object)  # the new Tokens; also when only the text size changed

    def __init__(self) -> None:
        super().__init__()
        self.tokens: Tokens = LIGHT
        self.text_scale_percent = 100
        self.reduced_motion = False

    def px(self, size: int) -> int:
        """A letter size of the type scale in logical pixels, after the owner's text size."""
        return max(1, round(size * self.text_scale_percent / 100))

    def move_ms(self, duration_ms: int) -> int:
        """How long a movement may take: nothing moves for owners who asked for calm."""
        return 0 if self.reduced_motion else duration_ms


@cache
def theme() -> Theme:
    """The one instance."""
    return Theme()
