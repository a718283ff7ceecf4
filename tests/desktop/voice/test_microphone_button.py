"""The microphone beside “Send”: held or clicked, with the mouse and from the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.voice.microphone_button import HELD_FROM_MS, MicrophoneButton

LEFT = Qt.MouseButton.LeftButton


class Stage:
    """A button in a window, beside another one, and what it told."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        column = QVBoxLayout(self.window)
        self.other = QPushButton("Other", self.window)
        self.button = MicrophoneButton(parent=self.window)
        column.addWidget(self.other)
        column.addWidget(self.button)
        qtbot.addWidget(self.window)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.window.activateWindow()
        self.told: list[str] = []
        self.button.began.connect(lambda: self.told.append("began"))
        self.button.ended.connect(lambda: self.told.append("ended"))
        self.button.latched.connect(lambda: self.told.append("latched"))


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    return Stage(qtbot)


def key(button: QWidget, kind: QEvent.Type, which: Qt.Key, *, repeats: bool = False) -> None:
    QApplication.sendEvent(button, QKeyEvent(kind, which, Qt.KeyboardModifier.NoModifier, "", repeats))


def hold(qtbot: QtBot) -> None:
    qtbot.wait(HELD_FROM_MS + 60)


def test_held_it_sends_when_it_is_let_go(stage: Stage, qtbot: QtBot) -> None:
    QTest.mousePress(stage.button, LEFT)
    assert stage.told == ["began"]
    hold(qtbot)
    QTest.mouseRelease(stage.button, LEFT)
    assert stage.told == ["began", "ended"]


def test_a_click_goes_on_listening_and_the_next_one_sends(stage: Stage) -> None:
    QTest.mouseClick(stage.button, LEFT)
    assert stage.told == ["began", "latched"]
    stage.button.show_listening(True)
    QTest.mouseClick(stage.button, LEFT)
    assert stage.told == ["began", "latched", "ended"]


@pytest.mark.parametrize("which", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_the_keyboard_can_hold_and_click_it_too(stage: Stage, qtbot: QtBot, which: Qt.Key) -> None:
    stage.button.setFocus()
    key(stage.button, QEvent.Type.KeyPress, which)
    hold(qtbot)
    key(stage.button, QEvent.Type.KeyPress, which, repeats=True)
    key(stage.button, QEvent.Type.KeyRelease, which, repeats=True)
    assert stage.told == ["began"]
    key(stage.button, QEvent.Type.KeyRelease, which)
    assert stage.told == ["began", "ended"]
    QTest.keyClick(stage.button, which)
    assert stage.told[2:] == ["began", "latched"]


def test_a_key_that_goes_up_elsewhere_is_up(stage: Stage, qtbot: QtBot) -> None:
    stage.button.setFocus()
    qtbot.waitUntil(stage.button.hasFocus)
    key(stage.button, QEvent.Type.KeyPress, Qt.Key.Key_Space)
    hold(qtbot)
    stage.other.setFocus()
    qtbot.waitUntil(lambda: stage.told == ["began", "ended"])


def test_other_mouse_buttons_do_not_talk(stage: Stage) -> None:
    QTest.mouseClick(stage.button, Qt.MouseButton.MiddleButton)
    assert stage.told == []


def test_a_screen_reader_hears_what_pressing_it_does_now(stage: Stage) -> None:
    assert stage.button.accessibleName() == "Talk: hold, or press to begin"
    stage.button.show_listening(True)
    assert stage.button.accessibleName() == "Listening. Press to send"
    assert stage.button.isChecked()
    stage.button.show_listening(False)
    assert not stage.button.isChecked()
