"""The audit trail as the owner reads it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.settings.activity_page import ENTRIES_AT_ONCE, ActivityPage
from desktop.settings.settings_window import SettingsWindow
from tests.peers.ollama_server import OllamaPeer
from tests.peers.patience import PATIENCE_S
from tests.peers.window_driver import PASSPHRASE, WindowDriver


@pytest.fixture
def driver(tmp_path: Path, qtbot: QtBot) -> Iterator[WindowDriver]:
    with OllamaPeer() as peer:
        driver = WindowDriver(tmp_path / "hearth", qtbot, peer)
        driver.make_profile(passphrase=PASSPHRASE)
        driver.start()
        yield driver
        driver.end()


def opened_page(driver: WindowDriver) -> ActivityPage:
    driver.workspace.show_settings("activity")
    window = driver.workspace._settings_window
    assert isinstance(window, SettingsWindow)
    page = window.page("activity").findChild(ActivityPage)
    assert page is not None
    return page


def sentences(page: ActivityPage) -> list[str]:
    return [label.text().replace("\u200b", "") for label in page.findChildren(QLabel) if not label.isHidden()]


def test_what_was_done_stands_there_in_sentences(driver: WindowDriver) -> None:
    async def act() -> None:
        assistant = driver.assistant
        assert assistant.vault is not None
        await assistant.open_door("models.example", 443, purpose="a larger model")
        await assistant.settings.change("privacy.retention_days", 30)
        await assistant.vault.keys.new_recovery_key()

    driver.app.bridge.run_to_end(act(), timeout_s=PATIENCE_S)
    page = opened_page(driver)
    for sentence in (
        "The profile was opened.",
        "A door to models.example was opened.",
        "The setting privacy.retention_days was changed.",
        "A new recovery key was made.",
    ):
        driver.wait(lambda sentence=sentence: sentence in sentences(page))
    page.check_button.click()
    driver.wait(lambda: "as it was written" in page.verdict.text())


def test_older_entries_come_when_they_are_asked_for(driver: WindowDriver) -> None:
    async def act() -> None:
        for number in range(ENTRIES_AT_ONCE + 5):
            await driver.assistant.audit.record("door opened", f"host-{number}.example")

    driver.app.bridge.run_to_end(act(), timeout_s=PATIENCE_S)
    page = opened_page(driver)
    driver.wait(lambda: len(page._shown) == ENTRIES_AT_ONCE)
    assert page.more_button.isVisible()
    page.more_button.click()
    driver.wait(lambda: any("host-0.example" in sentence for sentence in sentences(page)))
    assert not page.more_button.isVisible()


def test_a_long_name_makes_the_page_no_wider_than_large_letters_can_be_read(driver: WindowDriver) -> None:
    long = "hf.co/somebody/Llama-3.2-3B-Instruct-Uncensored-GGUF:Q4_K_M"
    driver.app.bridge.run_to_end(driver.assistant.audit.record("download ended", long), timeout_s=PATIENCE_S)
    page = opened_page(driver)
    driver.wait(lambda: any(long in sentence for sentence in sentences(page)))
    row = next(label for label in page.findChildren(QLabel) if "Instruct" in label.text())
    assert row.minimumSizeHint().width() < row.fontMetrics().horizontalAdvance(long) / 2
    assert long in row.accessibleName()
