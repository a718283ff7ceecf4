"""Tab goes through a chat as it is seen: header, the message in hand with its buttons, then what is being written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.chat.message_row import MessageRow
from tests.peers.ollama_server import OllamaPeer
from tests.peers.patience import PATIENCE_S
from tests.peers.window_driver import WindowDriver


@pytest.fixture
def driver(tmp_path: Path, qtbot: QtBot) -> Iterator[WindowDriver]:
    with OllamaPeer() as peer:
        driver = WindowDriver(tmp_path / "hearth", qtbot, peer)
        driver.make_profile()
        driver.start()
        driver.app.bridge.run_to_end(
            driver.assistant.settings.change("chat.automatic_titles", False), timeout_s=PATIENCE_S
        )
        driver.wait(lambda: driver.chat.models)
        driver.ask("Why is the sky blue?")
        yield driver
        driver.end()


def focused(driver: WindowDriver) -> QWidget:
    found = driver.chat.window().focusWidget()
    assert found is not None
    return found


def press(driver: WindowDriver, key: Qt.Key = Qt.Key.Key_Tab) -> QWidget:
    QTest.keyClick(focused(driver), key)
    return focused(driver)


def test_shift_tab_leads_from_the_editor_to_a_message_and_tab_back(driver: WindowDriver) -> None:
    driver.chat.composer.focus_editor()
    row = press(driver, Qt.Key.Key_Backtab)
    assert isinstance(row, MessageRow)
    reached: QWidget = row
    for _ in range(30):
        reached = press(driver)
        if not row.isAncestorOf(reached):
            break
    assert reached is driver.chat.composer.editor()


def test_tab_leads_from_the_header_to_a_message_and_shift_tab_back(driver: WindowDriver) -> None:
    menu = driver.chat.header.menu_button
    menu.setFocus()
    assert isinstance(press(driver), MessageRow)
    assert press(driver, Qt.Key.Key_Backtab) is menu


def test_the_message_in_hand_is_the_one_that_is_come_back_to(driver: WindowDriver) -> None:
    driver.chat.composer.focus_editor()
    row = press(driver, Qt.Key.Key_Backtab)
    assert isinstance(row, MessageRow)
    before = row.message.role
    other = press(driver, Qt.Key.Key_Up if before == "assistant" else Qt.Key.Key_Down)
    assert isinstance(other, MessageRow)
    assert other.message.role != before
    driver.chat.composer.focus_editor()
    assert press(driver, Qt.Key.Key_Backtab) is other


def test_in_a_new_chat_there_is_nothing_between_header_and_editor(driver: WindowDriver) -> None:
    driver.chat.show_new()
    driver.chat.composer.focus_editor()
    seen = [press(driver, Qt.Key.Key_Backtab) for _ in range(40)]
    assert not any(isinstance(one, MessageRow) for one in seen)


def test_tab_goes_past_the_messages_also_where_their_buttons_are_younger_than_the_composer_s(
    driver: WindowDriver,
) -> None:
    late = QPushButton("late", driver.chat.composer)  # as the microphone, which comes some seconds after the rest
    driver.chat.composer.add_slot(late)
    late.show()
    row = driver.chat.transcript.list.rows[driver.chat.path[-1].message_id]
    later = QToolButton(row)  # as the buttons of a message, made when they are wanted
    later.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    later.show()
    late.setFocus()
    reached = press(driver)
    assert reached is not late
    assert not row.isAncestorOf(reached)
    later.setFocus()
    late.setFocus()
    reached = press(driver, Qt.Key.Key_Backtab)
    assert reached is not late
    assert not row.isAncestorOf(reached)
