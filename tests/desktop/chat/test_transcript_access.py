"""What a screen reader finds: a list that counts every message, items with names and words, named buttons."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.chat.transcript_view import TranscriptView
from desktop.theme.design_tokens import LIGHT
from desktop.theme.stylesheet import apply_theme
from tests.bench.transcript_bench import sample_path
from tests.peers.transcript_stage import answered, row_of, said

NAME, VALUE = QAccessible.Text.Name, QAccessible.Text.Value


@pytest.fixture
def view(qtbot: QtBot) -> TranscriptView:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, LIGHT)
    made = TranscriptView()
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    return made


def walk(found: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield found
    for number in range(found.childCount()):
        child = found.child(number)
        if child is not None:
            yield from walk(child)


def test_every_message_is_an_item_also_without_a_widget(view: TranscriptView) -> None:
    view.set_path(sample_path(3_000))
    found = QAccessible.queryAccessibleInterface(view.list)
    assert found.role() == QAccessible.Role.List
    assert found.text(NAME) == "Conversation, 3000 messages"
    assert found.childCount() == 3_000
    assert "message-1500" not in view.list.rows
    for number in (0, 1500, 1501, 2999):
        item = found.child(number)
        assert item.role() == QAccessible.Role.ListItem
        assert found.indexOfChild(item) == number
        said_by = "You said, " if number % 2 == 0 else "llama3.2:3b answered, "
        assert item.text(NAME).startswith(said_by)
        assert item.text(VALUE)
        assert item.parent().role() == QAccessible.Role.List


def test_a_row_offers_its_words_and_named_buttons(view: TranscriptView, qtbot: QtBot) -> None:
    view.set_path([said(0, "Hi"), answered(1, "Some **words**\n\n```python\nx\n```", thinking="hm", sibling_count=2)])
    qtbot.waitUntil(lambda: view.list.rows["message-1"]._bar is not None)  # made in an idle moment
    item = QAccessible.queryAccessibleInterface(view.list).child(1)
    assert item.text(VALUE) == "Some words\n\nx"
    buttons = [found for found in walk(item) if found.role() in (QAccessible.Role.Button, QAccessible.Role.PushButton)]
    names = {found.text(NAME) for found in buttons}
    assert {"Thought about it", "Copy python code", "Copy", "Answer again", "Later version"} <= names
    assert "" not in names


def test_the_item_of_a_deleted_message_is_no_longer_valid(view: TranscriptView) -> None:
    view.set_path(sample_path(500))
    item = QAccessible.queryAccessibleInterface(view.list).child(3)
    assert item.isValid()
    view.set_path(sample_path(2))
    assert not item.isValid()
    assert item.text(NAME) == ""


def test_the_focused_row_is_the_focused_child(view: TranscriptView, qtbot: QtBot) -> None:
    from PySide6.QtCore import Qt

    qtbot.waitExposed(view)
    view.activateWindow()
    view.set_path([said(0, "Hi"), answered(1, "Hello")])
    view.list.set_current(0, Qt.FocusReason.TabFocusReason)
    found = QAccessible.queryAccessibleInterface(view.list).focusChild()
    assert found is not None
    assert found.object() is row_of(view, 0)
