"""A dictated text goes where the cursor stands, as if it had been typed there."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from desktop.chat.composer import Composer
from desktop.voice.dictation import write_into


@pytest.fixture
def composer(qtbot: QtBot) -> Composer:
    made = Composer()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(
    ("before", "said", "wanted"),
    [
        ("", "Hello there.", "Hello there."),
        ("Dear Anna,", "thank you.", "Dear Anna, thank you."),
        ("Dear Anna,\n", "Thank you.", "Dear Anna,\nThank you."),
        ("She said “", "yes", "She said “yes"),
        ("Really", "?", "Really?"),
        ("今日は", "晴れです。", "今日は晴れです。"),
        ("Two ", " words ", "Two words"),
        ("As it was", "  ", "As it was"),
    ],
)
def test_it_stands_behind_what_is_there(composer: Composer, before: str, said: str, wanted: str) -> None:
    composer.set_text(before)
    write_into(composer, said)
    assert composer.text() == wanted


def test_it_takes_the_place_of_what_is_selected_and_can_be_undone(composer: Composer) -> None:
    composer.set_text("Meet me at noon please")
    cursor = composer.editor().textCursor()
    cursor.setPosition(11)
    cursor.setPosition(15, QTextCursor.MoveMode.KeepAnchor)
    composer.editor().setTextCursor(cursor)
    write_into(composer, "eight")
    assert composer.text() == "Meet me at eight please"
    composer.editor().undo()
    assert composer.text() == "Meet me at noon please"
