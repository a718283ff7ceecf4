"""Settings: forms from the schema, kept at once; keys, doors, backup and erase through the core."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QLineEdit, QMessageBox, QPushButton, QSpinBox
from pytestqt.qtbot import QtBot

from core.settings.settings_schema import descriptions
from desktop.settings.keys_page import KeysPage, PassphraseDialog
from desktop.settings.network_page import NetworkPage
from desktop.settings.privacy_page import EraseDialog, PrivacyPage
from desktop.settings.settings_form import SettingRow
from desktop.settings.settings_window import SettingsWindow
from tests.peers.ollama_server import OllamaPeer
from tests.peers.window_driver import PASSPHRASE, WindowDriver


@pytest.fixture
def driver(tmp_path: Path, qtbot: QtBot) -> Iterator[WindowDriver]:
    with OllamaPeer() as peer:
        driver = WindowDriver(tmp_path / "hearth", qtbot, peer)
        driver.make_profile(passphrase=PASSPHRASE)
        driver.start()
        yield driver
        driver.end()


@pytest.fixture
def window(driver: WindowDriver) -> SettingsWindow:
    driver.workspace.commands.run("profile.settings")
    window = driver.workspace._settings_window
    assert window is not None
    return window


def row_of(window: SettingsWindow, name: str) -> SettingRow:
    row = window.forms[name.partition(".")[0]].rows[name]
    assert isinstance(row, SettingRow)
    return row


def value(driver: WindowDriver, name: str) -> Any:
    return driver.assistant.settings.value(name)


def test_every_setting_that_is_not_hidden_has_a_row_with_name_and_help(window: SettingsWindow) -> None:
    shown = {name for form in window.forms.values() for name in form.rows}
    wanted = {one.name for one in descriptions().values() if not one.hidden}
    assert shown == wanted
    for name in shown:
        assert row_of(window, name).control.accessibleName() == descriptions()[name].title


def test_a_switch_a_number_and_a_choice_are_kept_at_once(window: SettingsWindow, driver: WindowDriver) -> None:
    switch = row_of(window, "chat.automatic_titles").control
    number = row_of(window, "privacy.lock_after_minutes").control
    choice = row_of(window, "appearance.theme").control
    assert isinstance(switch, QCheckBox)
    assert isinstance(number, QSpinBox)
    assert isinstance(choice, QComboBox)
    switch.click()
    number.setValue(25)
    choice.activated.emit(choice.findData("dark"))
    driver.wait(lambda: value(driver, "chat.automatic_titles") is False)
    driver.wait(lambda: value(driver, "privacy.lock_after_minutes") == 25)
    driver.wait(lambda: value(driver, "appearance.theme") == "dark")
    choice.activated.emit(choice.findData("light"))
    driver.wait(lambda: value(driver, "appearance.theme") == "light")


def test_texts_and_lists_are_kept_when_the_field_is_left(
    window: SettingsWindow, driver: WindowDriver, qtbot: QtBot
) -> None:
    window.show_page("chat")
    names = row_of(window, "chat.fallback_models").control
    assert isinstance(names, QLineEdit)
    names.setFocus()
    qtbot.keyClicks(names, "qwen3:4b,  llama3.2:3b\r")
    driver.wait(lambda: value(driver, "chat.fallback_models") == ("qwen3:4b", "llama3.2:3b"))


def test_a_value_that_cannot_be_is_refused_in_words_and_the_old_one_stands(
    window: SettingsWindow, driver: WindowDriver, qtbot: QtBot
) -> None:
    window.show_page("chat")
    row = row_of(window, "chat.temperature")
    assert isinstance(row.control, QLineEdit)
    row.control.setFocus()
    qtbot.keyClicks(row.control, "hot\r")
    driver.wait(lambda: not row._error.isHidden())
    assert "Temperature" in row._error.text()
    assert value(driver, "chat.temperature") is None
    assert row.control.text() == ""
    qtbot.keyClicks(row.control, "0,7\r")
    driver.wait(lambda: value(driver, "chat.temperature") == 0.7)
    assert row._error.isHidden()


def test_the_search_finds_settings_by_title_and_help(window: SettingsWindow, driver: WindowDriver) -> None:
    window.search.setText("encrypted cache")
    pages = [window.list.item(row).text() for row in range(window.list.count()) if not window.list.item(row).isHidden()]
    assert pages == ["Chat"]
    assert row_of(window, "chat.answer_cache").isVisibleTo(window)
    assert not row_of(window, "chat.temperature").isVisibleTo(window)
    window.search.setText("no such thing anywhere")
    assert window._stack.currentWidget() is window.nothing
    window.search.clear()
    assert row_of(window, "chat.temperature").isVisibleTo(window.forms["chat"])


def test_a_server_is_added_and_removed(window: SettingsWindow, driver: WindowDriver) -> None:
    records: Any = row_of(window, "model_server.openai_servers").control
    records.name.setText("workshop")
    records.address.setText("http://127.0.0.1:8080/v1")
    records.add_button.click()
    driver.wait(lambda: [one.name for one in value(driver, "model_server.openai_servers")] == ["workshop"])
    remove = next(one for one in records.findChildren(QPushButton) if one.accessibleName() == "Remove workshop")
    remove.click()
    driver.wait(lambda: not value(driver, "model_server.openai_servers"))


# ---- network --------------------------------------------------------------------------------------------------------


def test_nothing_is_open_until_a_door_is_opened_and_it_says_why_until_it_is_closed(
    window: SettingsWindow, driver: WindowDriver
) -> None:
    window.show_page("network")
    page = window.findChild(NetworkPage)
    assert page is not None
    assert page.nothing_open.isVisible()
    page.host.setText("models.example.org")
    page.open_button.click()  # no purpose yet: nothing happens
    assert not driver.assistant.doors.open_doors()
    page.port.setValue(443)
    page.purpose.setText("The model in the workshop")
    page.open_button.click()
    driver.wait(lambda: not page.nothing_open.isVisible())
    assert driver.assistant.doors.allows("models.example.org", 443)

    def close_button() -> QPushButton | None:
        name = "Close the door to models.example.org:443"
        found = [one for one in page.findChildren(QPushButton) if one.accessibleName() == name]
        return next((one for one in found if one.isVisible()), None)

    driver.wait(close_button)
    button = close_button()
    assert button is not None
    button.click()
    driver.wait(page.nothing_open.isVisible)
    assert not driver.assistant.doors.allows("models.example.org", 443)


def test_a_refused_connection_appears_by_itself(window: SettingsWindow, driver: WindowDriver) -> None:
    window.show_page("network")
    page = window.findChild(NetworkPage)
    assert page is not None
    assert page._no_refusals.isVisible()
    driver.assistant.doors.refuse("telemetry.example.com", 443)
    driver.wait(lambda: page._refusals.count() == 1)
    assert "telemetry.example.com" in page._refusals.itemAt(0).widget().text()  # type: ignore[union-attr]


# ---- keys -----------------------------------------------------------------------------------------------------------


def slots(driver: WindowDriver) -> set[str]:
    assert driver.assistant.vault is not None
    return {slot.kind for slot in driver.assistant.vault.keys.slots()}


def test_the_passphrase_is_changed_only_with_the_present_one(window: SettingsWindow, driver: WindowDriver) -> None:
    page = window.findChild(KeysPage)
    assert page is not None
    page._change_passphrase()
    dialog = page.findChild(PassphraseDialog)
    assert dialog is not None
    dialog.present._entry.setText("not the passphrase")
    dialog.new._entry.setText("quite another phrase")
    dialog.again._entry.setText("quite another phrases")
    dialog.try_it()
    assert "not the same" in dialog.error.text()
    dialog.again._entry.setText("quite another phrase")
    dialog.try_it()
    driver.wait(lambda: "does not open" in dialog.error.text())
    dialog.present._entry.setText(PASSPHRASE)
    closed: list[int] = []
    dialog.finished.connect(closed.append)
    dialog.try_it()
    driver.wait(lambda: closed)


def test_a_way_in_is_removed_and_added_again(window: SettingsWindow, driver: WindowDriver) -> None:
    page = window.findChild(KeysPage)
    assert page is not None
    assert slots(driver) == {"keyring", "passphrase", "recovery"}
    card = page.findChild(QFrame, "slot_keyring")
    assert card is not None
    card.findChild(QPushButton).click()  # type: ignore[union-attr]
    box = page.findChild(QMessageBox)
    assert box is not None
    next(one for one in box.buttons() if one.text() == "Remove").click()
    driver.wait(lambda: slots(driver) == {"passphrase", "recovery"})
    page._add_keyring()
    driver.wait(lambda: slots(driver) == {"keyring", "passphrase", "recovery"})


def test_a_new_recovery_key_is_shown_once(window: SettingsWindow, driver: WindowDriver) -> None:
    page = window.findChild(KeysPage)
    assert page is not None
    page._new_recovery_key()
    driver.wait(lambda: page.findChild(QMessageBox) is not None)
    box = page.findChild(QMessageBox)
    assert box is not None
    assert len(box.informativeText().split("\n")[0].split("-")) == 9
    box.close()


def test_encrypting_anew_shows_a_new_recovery_key_and_the_profile_opens_as_before(
    window: SettingsWindow, driver: WindowDriver
) -> None:
    page = window.findChild(KeysPage)
    assert page is not None
    page._rotate()
    dialog = page.findChild(PassphraseDialog)
    assert dialog is not None
    dialog.present._entry.setText("wrong words")
    dialog.try_it()
    driver.wait(lambda: "does not open" in dialog.error.text())
    dialog.present._entry.setText(PASSPHRASE)
    dialog.try_it()
    driver.wait(lambda: page.findChild(QMessageBox) is not None)
    box = page.findChild(QMessageBox)
    assert box is not None
    next(one for one in box.buttons() if one.text() == "I have kept it").click()
    driver.wait(lambda: driver.app.flow is not None)
    flow = driver.app.flow
    assert flow is not None
    flow.unlock.passphrase._entry.setText(PASSPHRASE)
    flow.unlock.unlock_button.click()
    driver.wait(lambda: driver.app.workspace is not None)


# ---- out and away ---------------------------------------------------------------------------------------------------


def test_backup_and_export_write_files_and_say_so(window: SettingsWindow, driver: WindowDriver, tmp_path: Path) -> None:
    page = window.findChild(PrivacyPage)
    assert page is not None
    page.back_up_to(tmp_path / "mine.hearth-backup")
    driver.wait(lambda: any("Backed up" in text for text in driver.workspace.toasts.texts()))
    assert (tmp_path / "mine.hearth-backup").stat().st_size > 0
    page.export_to(tmp_path / "chats.json")
    driver.wait(lambda: any("exported" in text for text in driver.workspace.toasts.texts()))
    assert (tmp_path / "chats.json").read_bytes().startswith(b"{")


def test_erasing_needs_the_name_typed(qtbot: QtBot) -> None:
    dialog = EraseDialog("Personal")
    qtbot.addWidget(dialog)
    assert not dialog.erase.isEnabled()
    qtbot.keyClicks(dialog.name, "Persona")
    assert not dialog.erase.isEnabled()
    qtbot.keyClicks(dialog.name, "l")
    assert dialog.erase.isEnabled()
    with qtbot.waitSignal(dialog.accepted):
        qtbot.mouseClick(dialog.erase, Qt.MouseButton.LeftButton)
