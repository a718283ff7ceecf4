"""Every command once; menus and shortcuts read the registry."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from core.errors import HearthBug
from desktop.commands import SEPARATOR, Command, Commands


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    return window


def test_a_shortcut_runs_its_command_and_a_menu_shows_it(window: QWidget, qtbot: QtBot) -> None:
    ran: list[str] = []
    commands = Commands(window)
    commands.add([Command("new", "New chat", lambda: ran.append("new"), shortcuts=("Ctrl+N",))])
    menu = commands.menu(["new", SEPARATOR], window)
    menu.aboutToShow.emit()
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert ran == ["new"]
    assert menu.actions()[0].text() == "New chat"
    assert commands.hint("new") == "New chat (Ctrl+N)"


def test_a_command_that_cannot_be_used_does_nothing_and_is_grey(window: QWidget) -> None:
    ran: list[str] = []
    able = False
    commands = Commands(window)
    commands.add([Command("stop", "Stop", lambda: ran.append("stop"), enabled_when=lambda: able)])
    menu = commands.menu(["stop"], window)
    menu.aboutToShow.emit()
    assert not menu.actions()[0].isEnabled()
    assert not commands.run("stop")
    able = True
    menu.aboutToShow.emit()
    assert menu.actions()[0].isEnabled()
    assert commands.run("stop")
    assert ran == ["stop"]


def test_a_switch_shows_its_state(window: QWidget) -> None:
    state = {"on": False}
    commands = Commands(window)
    commands.add(
        [Command("side", "Sidebar", lambda: state.update(on=not state["on"]), checked_when=lambda: state["on"])]
    )
    menu = commands.menu(["side"], window)
    menu.actions()[0].trigger()
    menu.aboutToShow.emit()
    assert state["on"]
    assert menu.actions()[0].isChecked()


def test_an_id_or_a_shortcut_is_given_once(window: QWidget) -> None:
    commands = Commands(window)
    commands.add([Command("one", "One", lambda: None, shortcuts=("Ctrl+1",))])
    with pytest.raises(HearthBug):
        commands.add([Command("one", "Again", lambda: None)])
    with pytest.raises(HearthBug):
        commands.add([Command("two", "Two", lambda: None, shortcuts=("ctrl+1",))])


def test_a_choice_shows_an_ampersand_and_runs(window: QWidget) -> None:
    ran: list[bool] = []
    menu = QMenu(window)
    Commands(window).add_choice(menu, "Salt & pepper", lambda: ran.append(True), checked=True)
    assert menu.actions()[0].text() == "Salt && pepper"
    assert menu.actions()[0].isChecked()
    menu.actions()[0].trigger()
    assert ran == [True]


def test_a_removed_command_is_gone(window: QWidget) -> None:
    commands = Commands(window)
    commands.add([Command("one", "One", lambda: None, shortcuts=("Ctrl+1",))])
    commands.remove(["one"])
    assert "one" not in commands
    assert not commands.run("one")
    commands.add([Command("one", "One", lambda: None, shortcuts=("Ctrl+1",))])
