"""How a row stands in its column: a question on the right, an answer and a note as wide as the column."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from core.conversations.message_tree import StoredError
from desktop.chat.markdown_blocks import Emphasis, Paragraph
from desktop.chat.message_row import MessageRow
from desktop.chat.transcript_view import TranscriptView
from desktop.theme.design_tokens import THEMES, Tokens
from desktop.theme.stylesheet import apply_theme
from tests.peers.transcript_stage import answered, row_of, said

NOTE = "Flour from the mill\nand the **good** butter\n\n- two lemons\n- wrap it"


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[TranscriptView]:
    view = TranscriptView()
    qtbot.addWidget(view)
    view.resize(800, 600)
    view.show()
    yield view
    view.close()


def note(view: TranscriptView, text: str = NOTE) -> MessageRow:
    view.list.place = "notes"
    view.set_path([said(0, text)])
    return row_of(view, 0)


def words(row: MessageRow) -> list[str]:
    return [block.plain_text for block in row.content.blocks]


def test_a_note_is_read_with_its_markdown_and_its_lines_stay_lines(view: TranscriptView) -> None:
    row = note(view)
    assert words(row) == ["Flour from the mill\nand the good butter", "two lemons", "wrap it"]
    first = row.content.blocks[0]
    assert isinstance(first, Paragraph)
    assert any(span.emphasis & Emphasis.STRONG for span in first.prose.spans)


def test_a_question_stays_as_it_was_typed(view: TranscriptView) -> None:
    view.set_path([said(0, NOTE)])
    assert "**good**" in words(row_of(view, 0))[0]
    view.set_path([])
    assert "**good**" not in "".join(words(note(view)))  # the same list, now a page of notes


def test_a_note_is_as_wide_as_the_column_and_a_question_ends_at_its_right_edge(view: TranscriptView) -> None:
    view.set_path([said(0, "Short")])
    question = row_of(view, 0)._bubble
    view.set_path([])
    sheet = note(view, "Short")._bubble
    assert sheet.left() < question.left()
    assert sheet.right() == pytest.approx(question.right())
    assert row_of(view, 0)._text_at.x() < sheet.left() + 40


@pytest.mark.parametrize("tokens", THEMES, ids=lambda tokens: tokens.name)
def test_a_note_lies_on_a_sheet_that_can_be_seen(view: TranscriptView, qapp: QApplication, tokens: Tokens) -> None:
    apply_theme(qapp, tokens)
    row = note(view)
    seen = {row.grab().toImage().pixelColor(x, int(row._bubble.center().y())).name() for x in range(row.width())}
    assert {tokens.colours.window, tokens.colours.surface, tokens.colours.border} <= seen


def test_the_keyboard_goes_to_the_last_message_when_the_row_that_had_it_goes(
    view: TranscriptView, qtbot: QtBot
) -> None:
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    view.set_path(
        [said(0, "Why?"), answered(1, "", state="failed", error=StoredError("X", "It failed.", "Retry.", ""))]
    )
    card = row_of(view, 1)._error
    assert card is not None
    card.retry.setFocus()
    assert card.retry.hasFocus()
    view.set_path([said(0, "Why?"), answered(2, "Because.")])
    assert row_of(view, 2).hasFocus()
    assert view.list.current_index == 1


def test_a_keyboard_elsewhere_stays_there_when_rows_go(view: TranscriptView, qtbot: QtBot) -> None:
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    field = QLineEdit(view)
    field.show()
    field.setFocus()
    view.set_path([said(0, "Why?"), answered(1, "Because.")])
    view.set_path([said(2, "How?"), answered(3, "So.")])
    assert field.hasFocus()
