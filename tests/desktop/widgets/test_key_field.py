"""Keys are recorded by pressing them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.widgets.key_field import KeyField

CTRL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class Room:
    """A window with a field, something after it, and a shortcut of its own."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.field = KeyField("Quick chat", parent=self.window)
        self.after = QLineEdit(self.window)
        layout = QVBoxLayout(self.window)
        layout.addWidget(self.field)
        layout.addWidget(self.after)
        self.shortcuts: list[str] = []
        shortcut = QShortcut(QKeySequence("Ctrl+K"), self.window)
        shortcut.activated.connect(lambda: self.shortcuts.append("Ctrl+K"))
        self.changes: list[str] = []
        self.recording: list[bool] = []
        self.field.changed.connect(self.changes.append)
        self.field.recording.connect(self.recording.append)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.field.setFocus()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focus = self.window.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key, modifiers)


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    return Room(qtbot)


@pytest.mark.parametrize("begin", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_enter_or_space_begins_and_the_next_keys_are_taken(room: Room, begin: Qt.Key) -> None:
    room.press(begin)
    assert room.field.is_recording
    room.press(Qt.Key.Key_Space, CTRL_ALT)
    assert room.changes == ["Ctrl+Alt+Space"]
    assert room.field.keys == "Ctrl+Alt+Space"
    assert room.recording == [True, False]
    assert "Ctrl+Alt+Space" in room.field.recorder.accessibleName()


def test_a_click_begins(room: Room) -> None:
    QTest.mouseClick(room.field.recorder, Qt.MouseButton.LeftButton)
    room.press(Qt.Key.Key_F9)
    assert room.changes == ["F9"]


def test_held_modifiers_are_shown_while_the_key_is_missing(room: Room) -> None:
    room.press(Qt.Key.Key_Return)
    QTest.keyPress(room.field.recorder, Qt.Key.Key_Control)
    assert room.field.recorder.text() == "Ctrl+…"
    QTest.keyPress(room.field.recorder, Qt.Key.Key_Alt, Qt.KeyboardModifier.ControlModifier)
    assert room.field.recorder.text() == "Ctrl+Alt+…"
    QTest.keyRelease(room.field.recorder, Qt.Key.Key_Alt, Qt.KeyboardModifier.ControlModifier)  # both are let go
    assert room.field.recorder.text() == "Press the keys…"
    assert room.field.is_recording
    assert room.changes == []


def test_escape_keeps_the_old_keys(room: Room) -> None:
    room.field.set_keys("Ctrl+Alt+Q")
    room.press(Qt.Key.Key_Return)
    room.press(Qt.Key.Key_Escape)
    assert room.field.keys == "Ctrl+Alt+Q"
    assert room.changes == []
    assert room.recording == [True, False]
    assert room.field.recorder.text() == "Ctrl+Alt+Q"


@pytest.mark.parametrize("key", [Qt.Key.Key_Backspace, Qt.Key.Key_Delete])
def test_backspace_removes_the_keys(room: Room, key: Qt.Key) -> None:
    room.field.set_keys("Ctrl+Alt+Q")
    room.press(Qt.Key.Key_Return)
    room.press(key)
    assert room.changes == [""]


def test_the_cross_removes_the_keys_and_is_there_only_when_there_are_some(room: Room) -> None:
    assert not room.field.clear_button.isVisible()
    room.field.set_keys("Ctrl+Alt+Q")
    assert room.field.clear_button.isVisible()
    room.field.clear_button.click()
    assert room.changes == [""]
    assert room.field.recorder.hasFocus()


def test_tab_leaves_as_everywhere(room: Room) -> None:
    room.press(Qt.Key.Key_Return)
    room.press(Qt.Key.Key_Tab)
    assert room.after.hasFocus()
    assert room.recording == [True, False]
    assert room.changes == []


def test_tab_with_modifiers_is_a_key_like_others(room: Room) -> None:
    room.press(Qt.Key.Key_Return)
    room.press(Qt.Key.Key_Tab, CTRL_ALT)
    assert room.changes == ["Ctrl+Alt+Tab"]


def test_another_widget_with_the_focus_ends_it(room: Room) -> None:
    room.press(Qt.Key.Key_Return)
    room.after.setFocus()
    assert room.recording == [True, False]
    assert not room.field.is_recording


def test_a_hidden_field_listens_no_more(room: Room) -> None:
    room.press(Qt.Key.Key_Return)
    room.window.hide()
    assert not room.field.is_recording


def test_shortcuts_of_the_window_wait_while_keys_are_recorded(room: Room) -> None:
    room.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert room.shortcuts == ["Ctrl+K"]
    room.press(Qt.Key.Key_Return)
    room.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert room.shortcuts == ["Ctrl+K"]
    assert room.changes == ["Ctrl+K"]


def test_keys_of_the_keypad_are_told_apart(room: Room) -> None:
    room.press(Qt.Key.Key_Return)
    room.press(Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.KeypadModifier)
    assert room.changes == ["Ctrl+Num+5"]


def test_a_conflict_is_shown_and_goes_with_the_next_try(room: Room) -> None:
    room.field.show_conflict("Another program uses this combination.")
    assert room.field.conflict
    assert room.field.recorder.accessibleDescription() == room.field.conflict
    room.press(Qt.Key.Key_Return)
    assert room.field.conflict == ""


def test_the_same_keys_again_change_nothing(room: Room) -> None:
    room.field.set_keys("F9")
    room.press(Qt.Key.Key_Return)
    room.press(Qt.Key.Key_F9)
    assert room.changes == []
