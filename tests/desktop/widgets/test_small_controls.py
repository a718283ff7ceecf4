"""Buttons, fields and labels: by mouse, by keyboard, and by name."""

from __future__ import annotations

from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.theme.design_tokens import DARK, LIGHT
from desktop.theme.stylesheet import apply_theme
from desktop.widgets.busy_button import BusyButton
from desktop.widgets.elided_label import ElidedLabel
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.flow_layout import flow_row
from desktop.widgets.icon_button import IconButton
from desktop.widgets.search_field import SearchField
from desktop.widgets.segmented_control import SegmentedControl


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> None:
    apply_theme(qapp, LIGHT, text_scale_percent=100, reduced_motion=False)


W = TypeVar("W", bound=QWidget)


def shown(qtbot: QtBot, widget: W) -> W:
    qtbot.addWidget(widget)
    widget.show()
    widget.activateWindow()
    qtbot.waitActive(widget)
    return widget


def test_a_busy_button_starts_then_calls_off(qtbot: QtBot) -> None:
    button = shown(qtbot, BusyButton("Create", busy_text="Creating…"))
    with qtbot.waitSignal(button.started), qtbot.assertNotEmitted(button.cancel_requested):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    button.set_busy(True)
    assert button.text() == "Creating…"
    assert "cancel" in button.accessibleName().lower()
    with qtbot.waitSignal(button.cancel_requested), qtbot.assertNotEmitted(button.started):
        qtbot.keyClick(button, Qt.Key.Key_Escape)
    with qtbot.waitSignal(button.cancel_requested):
        qtbot.keyClick(button, Qt.Key.Key_Return)
    width = button.sizeHint().width()
    button.set_busy(False)
    assert (button.text(), button.accessibleName(), button.sizeHint().width()) == ("Create", "Create", width)


def test_work_that_cannot_be_called_off_keeps_the_button_from_being_pressed(qtbot: QtBot) -> None:
    button = shown(qtbot, BusyButton("Save", can_cancel=False))
    button.set_busy(True)
    assert not button.isEnabled()


def test_a_busy_button_turns_and_stands_still_afterwards(qtbot: QtBot, qapp: QApplication) -> None:
    button = shown(qtbot, BusyButton("Save"))
    at_rest = button.grab().toImage()
    button.set_busy(True)
    first = button.grab().toImage()
    assert first != at_rest
    qtbot.waitUntil(lambda: button.grab().toImage() != first)
    button.set_busy(False)
    assert not button._spinner._timer.isActive()
    apply_theme(qapp, LIGHT, reduced_motion=True)
    button.set_busy(True)
    assert not button._spinner._timer.isActive(), "with reduced motion nothing turns"


def test_an_icon_button_says_what_it_does_and_how_to_reach_it(qtbot: QtBot) -> None:
    button = shown(qtbot, IconButton("search", "Search", shortcut=QKeySequence("Ctrl+K")))
    assert button.accessibleName() == "Search"
    assert button.toolTip() == "Search (Ctrl+K)"
    assert min(button.width(), button.height()) >= 24
    assert QAccessible.queryAccessibleInterface(button).role() == QAccessible.Role.Button
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Space)


def test_icon_buttons_grow_with_the_text(qtbot: QtBot, qapp: QApplication) -> None:
    button = shown(qtbot, IconButton("search", "Search"))
    before = button.sizeHint().width()
    apply_theme(qapp, DARK, text_scale_percent=200)
    assert button.sizeHint().width() > before


def test_a_long_name_ends_in_dots_and_is_whole_in_the_tooltip(qtbot: QtBot) -> None:
    label = shown(qtbot, ElidedLabel("a very long name of a file that does not fit.txt\nsecond line"))
    label.resize(120, 20)
    assert label.shown_text().endswith("…")
    assert label.toolTip() == label.text() == "a very long name of a file that does not fit.txt second line"
    label.resize(900, 20)
    assert label.toolTip() == ""
    label.setText("<b>bold</b>")
    assert label.shown_text() == "<b>bold</b>"


def test_an_empty_state_offers_the_next_step(qtbot: QtBot) -> None:
    state = shown(qtbot, EmptyState("chat", "No chats yet", "Ask something to begin.", action="New chat"))
    button = state.findChild(QPushButton)
    with qtbot.waitSignal(state.action_requested):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    state.set_content("search", "Nothing found")
    assert not button.isVisible()
    assert state.accessibleName() == "Nothing found"


def test_search_waits_for_a_pause_and_not_for_enter(qtbot: QtBot) -> None:
    field, asked = shown(qtbot, SearchField("Search chats")), []
    field.searched.connect(asked.append)
    with qtbot.waitSignal(field.searched):
        qtbot.keyClicks(field, "bread")
    assert asked == ["bread"]
    qtbot.keyClicks(field, "s")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert asked == ["bread", "breads"]
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert asked[-1] == ""
    with qtbot.waitSignal(field.left_empty):
        qtbot.keyClick(field, Qt.Key.Key_Escape)


def test_results_are_walked_without_leaving_the_search_field(qtbot: QtBot) -> None:
    field, moves = shown(qtbot, SearchField("Search chats")), []
    field.moved.connect(moves.append)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown):
        qtbot.keyClick(field, key)
    assert moves == [1, -1, 10]


def test_segments_are_one_stop_for_tab_and_move_with_arrows(qtbot: QtBot) -> None:
    control = shown(qtbot, SegmentedControl("Theme", [("system", "System"), ("light", "Light"), ("dark", "Dark")]))
    chosen: list[str] = []
    control.chosen.connect(chosen.append)
    control.set_value("light")
    assert (control.value(), chosen) == ("light", [])
    buttons = control.findChildren(QPushButton)
    assert [b.focusPolicy() == Qt.FocusPolicy.StrongFocus for b in buttons] == [False, True, False]
    buttons[1].setFocus()
    qtbot.keyClick(buttons[1], Qt.Key.Key_Right)
    qtbot.keyClick(buttons[2], Qt.Key.Key_Right)
    assert chosen == ["dark", "system"]
    qtbot.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    assert control.value() == "light"
    with pytest.raises(ValueError, match="mauve"):
        control.set_value("mauve")


def test_what_is_lower_than_its_line_stands_in_the_middle_of_it(qtbot: QtBot) -> None:
    words, button = QLabel("words"), QPushButton("a button")
    words.setFixedHeight(10)
    button.setFixedHeight(30)
    row = flow_row(words, button)
    qtbot.addWidget(row)
    row.resize(400, 30)
    row.show()
    assert (words.y(), button.y()) == (10, 0)
