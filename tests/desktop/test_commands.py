"""Every command once; menus and shortcuts read the registry."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QPushButton, QWidget
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


# ---- keys the owner chose -------------------------------------------------------------------------------------------


def press(qtbot: QtBot, window: QWidget, key: Qt.Key) -> None:
    window.activateWindow()
    qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)


def two_commands(
    window: QWidget, overrides: dict[str, tuple[str, ...]] | None = None
) -> tuple[Commands, list[str], QPushButton]:
    ran: list[str] = []
    commands = Commands(window, overrides=overrides)
    commands.add(
        [
            Command("new", "New chat", lambda: ran.append("new"), shortcuts=("Ctrl+N",)),
            Command("find", "Find…", lambda: ran.append("find"), shortcuts=("Ctrl+F", "Ctrl+G")),
        ]
    )
    button = QPushButton(window)
    commands.keep_hint(button, "new")
    return commands, ran, button


def test_changed_keys_hold_at_once_in_menu_tooltip_and_keyboard(window: QWidget, qtbot: QtBot) -> None:
    commands, ran, button = two_commands(window)
    menu = commands.menu(["new"], window)
    commands.set_shortcuts("new", ["ctrl+m", "F7"])
    press(qtbot, window, Qt.Key.Key_N)
    assert ran == []
    press(qtbot, window, Qt.Key.Key_M)
    qtbot.keyClick(window, Qt.Key.Key_F7)
    assert ran == ["new", "new"]
    assert menu.actions()[0].shortcut().toString() == "Ctrl+M"
    assert button.toolTip() == "New chat (Ctrl+M)"
    assert commands.overrides == {"new": ("Ctrl+M", "F7")}


def test_a_key_is_taken_from_the_other_command_and_comes_back_when_it_is_free(window: QWidget, qtbot: QtBot) -> None:
    commands, ran, _ = two_commands(window)
    other = commands.conflict_of("Ctrl+f", besides="new")
    assert other is not None
    assert other.command_id == "find"
    commands.set_shortcuts("new", ["Ctrl+F"])
    press(qtbot, window, Qt.Key.Key_F)
    press(qtbot, window, Qt.Key.Key_G)
    assert ran == ["new", "find"]
    commands.set_shortcuts("new", ["Ctrl+N"])
    press(qtbot, window, Qt.Key.Key_F)
    assert ran == ["new", "find", "find"]
    assert commands.overrides == {}


def test_a_key_that_an_override_holds_can_be_given_to_another_command(window: QWidget) -> None:
    commands, _, _ = two_commands(window, {"new": ("Ctrl+M", "Ctrl+J")})
    commands.set_shortcuts("find", ["Ctrl+M"])
    assert commands.shortcuts("new") == ("Ctrl+J",)
    assert commands.shortcuts("find") == ("Ctrl+M",)


def test_a_settings_file_that_gives_one_key_twice_leaves_it_to_the_first_command(window: QWidget, qtbot: QtBot) -> None:
    _, ran, _ = two_commands(window, {"new": ("Ctrl+J",), "find": ("Ctrl+J",)})
    press(qtbot, window, Qt.Key.Key_J)
    assert ran == ["new"]


def test_a_command_without_keys_is_possible_and_overrides_of_other_windows_are_kept(window: QWidget) -> None:
    commands, _, button = two_commands(window, {"quick.hide": ("Ctrl+H",)})
    commands.set_shortcuts("new", [])
    assert commands.shortcut("new") == ""
    assert button.toolTip() == "New chat"
    assert commands.overrides == {"quick.hide": ("Ctrl+H",), "new": ()}
