"""The window that hides only where there is a way back, and what later starts ask of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.presence import Presence
from desktop.start_request import Request
from desktop.window_keeper import WindowKeeper
from tests.peers.ollama_server import OllamaPeer
from tests.peers.window_driver import WindowDriver


@pytest.fixture
def driver(tmp_path: Path, qtbot: QtBot) -> Iterator[WindowDriver]:
    with OllamaPeer() as peer:
        driver = WindowDriver(tmp_path / "hearth", qtbot, peer)
        yield driver
        driver.end()


def started(driver: WindowDriver) -> tuple[Presence, WindowKeeper]:
    """An open profile, with everything that is at hand."""
    driver.make_profile()
    driver.start()
    driver.wait(lambda: driver.app.presence is not None and driver.app.keeper is not None)
    assert driver.app.presence is not None
    assert driver.app.keeper is not None
    return driver.app.presence, driver.app.keeper


def test_without_tray_and_hotkeys_the_window_is_not_hidden(driver: WindowDriver) -> None:
    presence, keeper = started(driver)  # off-screen there is neither
    assert not presence.can_bring_back
    assert not keeper.hide()
    assert driver.app.window is not None
    assert driver.app.window.isVisible()


def test_a_hidden_window_comes_back_minimised_or_not(driver: WindowDriver) -> None:
    _, keeper = started(driver)
    window = driver.app.window
    assert window is not None
    window.hide()
    keeper.bring_to_front()
    assert window.isVisible()
    window.showMinimized()
    keeper.bring_to_front()
    assert not window.isMinimized()


def test_files_are_attached_to_a_new_chat(driver: WindowDriver, tmp_path: Path) -> None:
    presence, _ = started(driver)
    driver.ask("Hello")
    notes = tmp_path / "notes.txt"
    notes.write_text("Twelve kilometres.", encoding="utf-8")
    presence.carry_out(Request("open", text=str(notes)))
    driver.wait(lambda: driver.chat.composer.attachments())
    assert [one.name for one in driver.chat.composer.attachments()] == ["notes.txt"]
    assert driver.chat.path == []


def test_files_for_a_locked_hearth_are_attached_after_unlocking(driver: WindowDriver, tmp_path: Path) -> None:
    presence, _ = started(driver)
    notes = tmp_path / "notes.txt"
    notes.write_text("Twelve kilometres.", encoding="utf-8")
    driver.app.lock()
    driver.wait(lambda: driver.app.flow is not None)
    presence.carry_out(Request("open", text=str(notes)))
    flow = driver.app.flow
    assert flow is not None
    flow.unlock.keyring_button.click()
    driver.wait(lambda: driver.app.workspace is not None)
    driver.wait(lambda: driver.chat.composer.attachments())
    assert [one.name for one in driver.chat.composer.attachments()] == ["notes.txt"]


def test_a_new_chat_is_wanted_from_elsewhere(driver: WindowDriver) -> None:
    presence, _ = started(driver)
    driver.ask("Hello")
    assert driver.texts()
    presence.carry_out(Request("new"))
    driver.wait(lambda: driver.chat.path == [])
