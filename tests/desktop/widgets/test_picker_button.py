from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.widgets.picker_button import PickerButton, button_text
from desktop.widgets.popup_frame import PopupFrame


class Colours(PopupFrame):
    """One field to choose in."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Colours", parent)
        self.field = QLineEdit(self)
        QVBoxLayout(self).addWidget(self.field)

    def take_focus(self) -> None:
        """To the field."""
        self.field.setFocus()


class ColourPicker(PickerButton):
    """Opens it."""

    def __init__(self) -> None:
        super().__init__("quiet")
        self.colours: Colours | None = None

    def open_list(self) -> None:
        """Make it once."""
        if self.colours is None:
            self.colours = Colours(self)
            self.own(self.colours)
        self.unfold(self.colours, width=200)


@pytest.fixture
def picker(qtbot: QtBot) -> ColourPicker:
    made = ColourPicker()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.setFocus()
    return made


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_it_opens_by_keyboard_as_a_combo_box_does(picker: ColourPicker, qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(picker, key)
    qtbot.waitUntil(lambda: picker.colours is not None and picker.colours.isVisible())
    assert picker.isChecked()
    assert picker.colours is not None
    qtbot.waitUntil(lambda: picker.colours is not None and picker.colours.field.hasFocus())


def test_it_is_up_again_when_its_list_is_closed_and_makes_no_second_one(picker: ColourPicker, qtbot: QtBot) -> None:
    picker.click()
    first = picker.colours
    assert first is not None
    first.close()
    assert not picker.isChecked()
    picker.click()
    assert picker.colours is first
    assert picker.isChecked()
    qtbot.keyClick(first, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not picker.isChecked())


@pytest.mark.parametrize(
    ("words", "shown"), [("Lisbon", "Lisbon"), ("R&D", "R&&D"), ("A long name", "A long…"), ("A long&name", "A long…")]
)
def test_long_names_are_cut_and_no_letter_becomes_a_shortcut(words: str, shown: str) -> None:
    assert button_text(words, most=7) == shown
