"""Guesses how tall a row will be, in a microsecond, from the length of its text."""

from __future__ import annotations

from collections.abc import Callable

from core.conversations.message_tree import Message
from desktop.chat.transcript_style import TranscriptStyle

#: Width of an average letter of Inter, in parts of its size; measured on English prose.
_LETTER = 0.53
#: Taller than this many lines no row is guessed to be.
_MOST_LINES = 4000.0


def estimator(style: TranscriptStyle, width: int) -> Callable[[Message], int]:
    """A function from messages to heights in pixels, for a list `width` pixels wide."""
    column = min(style.reading_width, max(200, width - 48))
    line = style.prose().line_height
    letters = max(1.0, column / (style.px(style.tokens.type.reading) * _LETTER))
    own_letters = letters * 0.8
    frame = style.px(84)

    def estimate(message: Message) -> int:
        text = message.text
        lines = len(text) / (own_letters if message.role == "user" else letters) + 1
        if len(text) > 60:
            lines += text.count("\n") * 0.6
        return frame + int(min(lines, _MOST_LINES) * line)

    return estimate
