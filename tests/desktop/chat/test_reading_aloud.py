"""The transcript shows which sentence is spoken, and how far an interrupted answer was heard."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from desktop.chat.message_actions import MessageAction
from desktop.chat.spoken_place import heard_until
from desktop.chat.transcript_view import TranscriptView
from desktop.theme.design_tokens import LIGHT
from desktop.theme.stylesheet import apply_theme
from tests.peers.transcript_stage import answered, row_of, said

TEXT = "It **rains** in the hills. The path is wet.\n\n- Take boots.\n- Take a coat."
LONG = "\n\n".join(f"Paragraph {n} has a sentence. And it has another one." for n in range(60))


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


def speak(view: TranscriptView, number: int, text: str, sentence: str) -> None:
    start = text.index(sentence)
    view.show_spoken(f"message-{number}", start, start + len(sentence))


def set_off(view: TranscriptView, number: int) -> list[str]:
    """What is painted as spoken in a row."""
    row = row_of(view, number)
    return [
        row.text.placed[block].layout.text[slice(*marks.spoken)]
        for block, marks in sorted(row.marks.items())
        if marks.spoken is not None
    ]


def inks(view: TranscriptView) -> set[str]:
    image = view.list.viewport().grab().toImage()
    return {QColor(image.pixel(x, y)).name() for y in range(0, image.height(), 2) for x in range(image.width())}


def test_the_sentence_that_is_spoken_is_set_off_and_only_that(view: TranscriptView) -> None:
    view.set_path([said(0, "How is it?"), answered(1, TEXT)])
    soft = LIGHT.colours.accent_soft
    assert soft not in inks(view)
    speak(view, 1, TEXT, "It **rains** in the hills.")
    assert set_off(view, 1) == ["It rains in the hills."]
    assert soft in inks(view)
    speak(view, 1, TEXT, "Take boots.")
    assert set_off(view, 1) == ["Take boots."]
    view.show_spoken("")
    assert set_off(view, 1) == []
    assert soft not in inks(view)


def test_words_that_were_searched_for_stay_marked_beside_it(view: TranscriptView) -> None:
    view.set_path([said(0, "How is it?"), answered(1, TEXT)])
    view.show_message("message-1", highlight="coat")
    speak(view, 1, TEXT, "Take boots.")
    assert set_off(view, 1) == ["Take boots."]
    assert any(marks.found for marks in row_of(view, 1).marks.values())


def test_it_is_followed_while_the_owner_looks_at_it(view: TranscriptView) -> None:
    view.set_path([said(0, "Tell me"), answered(1, LONG)])
    speak(view, 1, LONG, "Paragraph 0 has a sentence.")
    assert view.list.is_in_sight(1, view._spoken_at[1] if view._spoken_at else None)
    speak(view, 1, LONG, "Paragraph 30 has a sentence.")
    assert view._spoken_at is not None
    assert view.list.is_in_sight(1, view._spoken_at[1])


def test_who_has_scrolled_away_is_left_alone(view: TranscriptView) -> None:
    view.set_path([said(0, "Tell me"), answered(1, LONG)])
    speak(view, 1, LONG, "Paragraph 0 has a sentence.")
    view.list.scroll_to_end()
    before = view.list.verticalScrollBar().value()
    speak(view, 1, LONG, "Paragraph 1 has a sentence.")
    assert view.list.verticalScrollBar().value() == before


def test_each_answer_has_a_button_that_begins_and_ends_it(view: TranscriptView, qtbot: QtBot) -> None:
    view.set_path([said(0, "How is it?"), answered(1, TEXT)])
    wanted: list[MessageAction] = []
    view.action_requested.connect(wanted.append)

    def button() -> QToolButton | None:
        return row_of(view, 1).findChild(QToolButton, "read_aloud")

    qtbot.waitUntil(lambda: button() is not None)
    found = button()
    assert found is not None
    assert found.accessibleName() == "Read aloud"
    found.click()
    assert [(one.kind, one.message_id) for one in wanted] == [("read_aloud", "message-1")]
    view.show_spoken("message-1")
    assert found.accessibleName() == "Stop reading"
    view.show_spoken("")
    assert found.accessibleName() == "Read aloud"


def test_an_answer_that_was_interrupted_says_how_far_it_was_heard(view: TranscriptView) -> None:
    heard = TEXT.index(" The path")
    view.set_path([said(0, "How is it?"), answered(1, TEXT, state="stopped", heard_characters=heard)])
    row = row_of(view, 1)
    assert row._end_words() == "Heard up to here: “…It rains in the hills.”"
    assert row._heard is not None
    assert row._heard[:2] == (0, len("It rains in the hills."))


@pytest.mark.parametrize("heard", [None, 0, len(TEXT)])
def test_what_was_heard_whole_or_not_spoken_has_no_mark(view: TranscriptView, heard: int | None) -> None:
    view.set_path([said(0, "How is it?"), answered(1, TEXT, heard_characters=heard)])
    assert row_of(view, 1)._end_words() == ""


def test_the_place_up_to_which_it_was_heard_may_lie_within_a_word() -> None:
    found = heard_until("One two three four", 9, ["One two three four"])
    assert found is not None
    assert found[:2] == (0, 9)
