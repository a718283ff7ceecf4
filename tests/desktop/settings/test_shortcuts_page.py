"""The page of shortcuts in the real settings: pressing keys changes them everywhere and for good."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from core.settings.settings_store import EarlySettingsFile
from desktop.main_window.shortcuts_overview import ShortcutsOverview
from desktop.settings.shortcuts_page import ShortcutRow, ShortcutsPage
from desktop.shortcut_rules import refusal_of
from tests.peers.ollama_server import OllamaPeer
from tests.peers.patience import PATIENCE_S
from tests.peers.window_driver import WindowDriver

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def driver(tmp_path: Path, qtbot: QtBot) -> Iterator[WindowDriver]:
    with OllamaPeer() as peer:
        driver = WindowDriver(tmp_path / "hearth", qtbot, peer)
        driver.make_profile()
        driver.start()
        driver.wait(lambda: "voice.talk" in driver.workspace.commands)  # a moment after the first paint
        yield driver
        driver.end()


@pytest.fixture
def page(driver: WindowDriver) -> ShortcutsPage:
    driver.workspace.show_settings("shortcuts")
    window = driver.workspace._settings_window
    assert window is not None
    page = window.findChild(ShortcutsPage)
    assert isinstance(page, ShortcutsPage)
    return page


def press(qtbot: QtBot, row: ShortcutRow, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    """Press the plus, then the keys, as the owner does."""
    row.add_button.click()
    assert row.entry is not None
    qtbot.keyClick(row.entry.recorder, key, modifiers)


def kept(driver: WindowDriver) -> dict[str, tuple[str, ...]]:
    return dict(EarlySettingsFile(driver.paths.early_settings).values.desktop.shortcuts)


def chips(row: ShortcutRow) -> list[str]:
    return [row._chips.itemAt(place).widget().text() for place in range(row._chips.count())]  # type: ignore[union-attr]


def test_every_command_stands_there_with_its_keys(driver: WindowDriver, page: ShortcutsPage) -> None:
    commands = driver.workspace.commands
    assert set(page.rows) == {one.command_id for one in commands.all()}
    assert chips(page.rows["help.shortcuts"]) == ["F1", "Ctrl+/"]
    assert not page.reset_all.isEnabled()


def test_new_keys_hold_at_once_and_are_kept(driver: WindowDriver, page: ShortcutsPage, qtbot: QtBot) -> None:
    overview = ShortcutsOverview(driver.workspace.commands, driver.workspace)
    row = page.rows["view.sidebar"]
    press(qtbot, row, Qt.Key.Key_F9, Qt.KeyboardModifier.NoModifier)
    assert chips(row) == ["Ctrl+B", "F9"]
    driver.wait(lambda: kept(driver) == {"view.sidebar": ("Ctrl+B", "F9")})
    assert any(label.text() == "Ctrl+B   F9" for label in overview.findChildren(type(row.title)))
    assert row.reset_button.isVisibleTo(row)
    assert page.reset_all.isEnabled()
    window = driver.app.window
    assert window is not None
    driver.workspace._settings_window.close()  # type: ignore[union-attr]
    window.activateWindow()
    driver.wait(lambda: QApplication.activeWindow() is window)
    driver.chat.composer.focus_editor()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F9)
    driver.wait(lambda: not driver.sidebar.isVisible())


def test_a_conflict_is_named_and_solved_by_one_button(driver: WindowDriver, page: ShortcutsPage, qtbot: QtBot) -> None:
    row = page.rows["chat.new_private"]
    press(qtbot, row, Qt.Key.Key_N, CTRL)
    assert row.notice.text() == "Ctrl+N already belongs to “New chat”."
    assert kept(driver) == {}
    row.take_button.click()
    assert chips(row) == ["Ctrl+Shift+N", "Ctrl+N"]
    assert chips(page.rows["chat.new"]) == []
    driver.wait(lambda: kept(driver) == {"chat.new_private": ("Ctrl+Shift+N", "Ctrl+N")})
    page.rows["chat.new"].reset_button.click()
    assert chips(page.rows["chat.new"]) == ["Ctrl+N"]
    assert chips(row) == ["Ctrl+Shift+N"]
    driver.wait(lambda: kept(driver) == {})


def test_keys_are_removed_and_everything_is_reset(driver: WindowDriver, page: ShortcutsPage) -> None:
    row = page.rows["chat.new"]
    remove = row._chips.itemAt(0).widget()  # type: ignore[union-attr]
    assert isinstance(remove, QPushButton)
    assert remove.accessibleName() == "Remove Ctrl+N from “New chat”"
    remove.click()
    driver.wait(lambda: kept(driver) == {"chat.new": ()})
    assert not driver.workspace.commands.shortcut("chat.new")
    page.reset_all.click()
    driver.wait(lambda: kept(driver) == {})
    assert chips(row) == ["Ctrl+N"]


def test_escape_and_refused_keys_change_nothing(driver: WindowDriver, page: ShortcutsPage, qtbot: QtBot) -> None:
    row = page.rows["chat.new"]
    press(qtbot, row, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    driver.wait(lambda: not row._editing.isVisible())
    press(qtbot, row, Qt.Key.Key_C, CTRL)
    assert "copying" in row.notice.text()
    assert not row.take_button.isVisible()
    row.cancel_button.click()
    assert not row._editing.isVisible()
    assert QApplication.focusWidget() is row.add_button
    assert chips(row) == ["Ctrl+N"]


def test_the_search_finds_commands_by_words_and_by_keys(page: ShortcutsPage, driver: WindowDriver) -> None:
    def shown() -> list[str]:
        return [name for name, row in page.rows.items() if row.isVisibleTo(page)]

    page.search.setText("sideb")
    driver.wait(lambda: shown() == ["view.sidebar"])
    page.search.setText("ctrl+r")
    driver.wait(lambda: shown() == ["answer.regenerate"])
    page.search.setText("nothing like it")
    driver.wait(lambda: page.nothing.isVisible())
    page.search.clear()
    driver.wait(lambda: len(shown()) == len(page.rows))


def test_keys_changed_elsewhere_are_taken_over_and_survive_a_restart(driver: WindowDriver, page: ShortcutsPage) -> None:
    work = driver.assistant.settings.change("desktop.shortcuts", {"chat.new": ("Ctrl+J",)})
    driver.app.bridge.run_to_end(work, timeout_s=PATIENCE_S)
    driver.wait(lambda: chips(page.rows["chat.new"]) == ["Ctrl+J"])
    assert driver.workspace.commands.hint("chat.new") == "New chat (Ctrl+J)"
    driver.wait(lambda: kept(driver) == {"chat.new": ("Ctrl+J",)})


@pytest.mark.parametrize(
    "keys",
    [
        *("A", "Shift+A", "7", "Space", "Return", "Esc", "Tab", "Left", "Shift+End", "PgUp", "Ctrl+C", "Ctrl+Shift+Z"),
        *("Ctrl+Left", "Ctrl+Shift+Home", "Ctrl+Backspace", "Alt+F4", "Alt+Tab", "Meta+L", "Ctrl+Alt+F1", "", "Ä"),
    ],
)
def test_keys_that_others_need_are_refused_in_a_sentence(keys: str) -> None:
    assert refusal_of(keys).endswith(".")


@pytest.mark.parametrize(
    "keys", ["Ctrl+N", "Ctrl+Shift+F", "Alt+Up", "F1", "Shift+F5", "Ctrl+,", "Ctrl+Alt+N", "Ctrl+Shift+Backspace"]
)
def test_usual_keys_are_taken(keys: str) -> None:
    assert refusal_of(keys) == ""


def test_no_command_is_declared_with_keys_that_would_be_refused(driver: WindowDriver) -> None:
    for command in driver.workspace.commands.all():
        for keys in command.shortcuts:
            assert refusal_of(keys) == "", command.command_id
