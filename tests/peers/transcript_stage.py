"""A transcript in a window of its own, and messages to put into it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from core.conversations.message_tree import Message
from core.events import TextDelta
from desktop.chat.message_row import MessageRow
from desktop.chat.transcript_view import TranscriptView
from tests.bench.transcript_bench import sample_message


def said(number: int, text: str, **changes: Any) -> Message:
    """A message of the owner."""
    return replace(sample_message(number, "user", text), **changes)


def answered(number: int, text: str, **changes: Any) -> Message:
    """An answer."""
    return replace(sample_message(number, "assistant", text), **changes)


def streaming(number: int) -> Message:
    """An answer that begins."""
    return sample_message(number, "assistant", "", state="streaming")


def row_of(view: TranscriptView, number: int) -> MessageRow:
    """The row of a message that has one."""
    return view.list.rows[f"message-{number}"]


def point_in(view: TranscriptView, number: int, words: str) -> QPoint:
    """Where `words` begin, in the list's viewport."""
    row = row_of(view, number)
    for y in range(0, row.height(), 4):
        for x in range(0, row.width(), 3):
            place = QPoint(x, y)
            if row.is_text_at(place):
                hit = row.hit(place)
                text = row.text.placed[hit.block].layout.text
                if text[hit.offset :].startswith(words) and row.top_of(hit) <= y:
                    return row.pos() + place + QPoint(2, 2)
    raise AssertionError(f"“{words}” is not in sight")


def grow(
    view: TranscriptView, number: int, text: str, *, pause: Callable[[], None] = QApplication.processEvents
) -> None:
    """Stream `text` into an answer, 24 characters at a time."""
    for position in range(0, len(text), 24):
        view.apply(f"message-{number}", [TextDelta(text[position : position + 24])])
        pause()
