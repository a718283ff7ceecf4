"""Bad input on the screen: each strange text is painted, asked or answered, at once or as a stream, and stays whole."""

from __future__ import annotations

import time

import pytest

pytest.importorskip("PySide6")

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.conversations.message_tree import Message
from core.conversations.stored_text import storable
from core.events import TextDelta
from desktop.chat.transcript_view import TranscriptView
from desktop.theme.design_tokens import LIGHT
from desktop.theme.stylesheet import apply_theme
from tests.peers.strange_texts import STRANGE_TEXTS
from tests.peers.transcript_stage import answered, said, streaming

pytestmark = pytest.mark.qt

# Not a measure of speed, but the bound between slow and frozen, on the slowest machine that runs this.
FROZEN_S = 5.0
STREAMED_AT_ONCE = 8_000


@pytest.fixture
def view(qtbot: QtBot) -> TranscriptView:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, LIGHT)
    made = TranscriptView()
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    qtbot.waitExposed(made)
    return made


class Watch:
    """Lets Qt work after each step and remembers the longest one."""

    def __init__(self) -> None:
        self._since = time.monotonic()
        self.longest_s = 0.0

    def step(self) -> None:
        QApplication.processEvents()
        now = time.monotonic()
        self.longest_s, self._since = max(self.longest_s, now - self._since), now


def paint(view: TranscriptView, message: Message) -> None:
    """Show it alone, and paint everything that is in sight."""
    view.set_path([])
    view.set_path([message])
    watch = Watch()
    assert not view.grab().isNull()
    watch.step()
    assert watch.longest_s < FROZEN_S
    assert len(view.list.rows) == 1


def shown(view: TranscriptView, message_id: str) -> str:
    """What the row of a message has to say, with as much as may be unfolded at its end."""
    index = view.model.index_of(message_id)
    assert index is not None
    while view.model.can_show_more(index):
        view.model.show_more(index)
    return "\n".join(block.plain_text for block in view.model.blocks_of(index))


@pytest.mark.parametrize("kind", STRANGE_TEXTS)
def test_a_strange_text_is_painted_as_a_question_and_copied_as_it_is(view: TranscriptView, kind: str) -> None:
    text = storable(STRANGE_TEXTS[kind])[:80_000] + "\nthe last words"
    message = said(0, text)
    paint(view, message)
    view._act("copy_markdown", message.message_id, "")
    assert QApplication.clipboard().text() == text
    assert view.model.text_of(0) == text
    assert shown(view, message.message_id).endswith("the last words")


@pytest.mark.parametrize("kind", STRANGE_TEXTS)
def test_a_strange_answer_is_painted_at_once_and_as_a_stream_to_its_last_words(view: TranscriptView, kind: str) -> None:
    text = storable(STRANGE_TEXTS[kind])[:80_000] + "\n\nThe last words."
    at_once = answered(1, text)
    paint(view, at_once)
    assert "The last words." in shown(view, at_once.message_id)
    view.set_path([])
    view.set_path([said(0, "question")])
    view.begin_answer(streaming(1))
    watch = Watch()
    for position in range(0, len(text), STREAMED_AT_ONCE):
        view.apply("message-1", [TextDelta(text[position : position + STREAMED_AT_ONCE])])
        watch.step()
    assert view.model.text_of(1) == text
    view.finish(at_once)
    watch.step()
    assert watch.longest_s < FROZEN_S
    assert not view.grab().isNull()
    assert "The last words." in shown(view, at_once.message_id)


def test_an_answer_of_one_line_of_5_megabytes_streams_in_without_freezing(view: TranscriptView) -> None:
    piece = "endless words without a line " * 4_000
    view.set_path([said(0, "question")])
    view.begin_answer(streaming(1))
    watch = Watch()
    for _ in range(5_000_000 // len(piece)):
        view.apply("message-1", [TextDelta(piece)])
        watch.step()
    whole = piece * (5_000_000 // len(piece))
    assert view.model.text_of(1) == whole
    view.finish(answered(1, whole))
    watch.step()
    assert not view.grab().isNull()
    assert watch.longest_s < FROZEN_S
    assert view.model.text_of(1) == whole
    paint(view, answered(3, whole))  # as when the chat is opened another day
    assert view.model.hidden_characters(0) > 0, "the rest of it is laid out on demand"


def test_10000_tiny_messages_are_walked_from_the_end_to_the_beginning(view: TranscriptView) -> None:
    messages = [(answered if number % 2 else said)(number, str(number)) for number in range(10_000)]
    watch = Watch()
    view.set_path(messages)
    watch.step()
    bar = view.list.verticalScrollBar()
    assert "message-9999" in view.list.rows
    for share in range(20, -1, -1):
        bar.setValue(bar.maximum() * share // 20)
        watch.step()
        view.grab()
    assert "message-0" in view.list.rows
    assert len(view.list.rows) < 200
    assert watch.longest_s < FROZEN_S
