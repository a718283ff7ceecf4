"""Settings: forms from the schema, kept at once; keys, doors, backup and erase through the core."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFrame,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QSpinBox,
)
from pytestqt.qtbot import QtBot

from core.settings.settings_schema import descriptions
from desktop.settings.keys_page import KeysPage, PassphraseDialog
from desktop.settings.model_choice import ModelChoiceBox, ModelOrder
from desktop.settings.network_page import NetworkPage
from desktop.settings.privacy_page import EraseDialog, PrivacyPage
from desktop.settings.settings_form import SettingRow
from desktop.settings.settings_pages import page_of_section, settings_pages
from desktop.settings.settings_window import FRAME, SIDE_WIDTH, SettingsWindow
from desktop.theme.design_tokens import LIGHT
from desktop.theme.stylesheet import apply_theme
from desktop.theme.theme_state import theme
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
    section = name.partition(".")[0]
    window.page(page_of_section(section).name)
    row = window.forms[section].rows[name]
    assert isinstance(row, SettingRow)
    return row


def value(driver: WindowDriver, name: str) -> Any:
    return driver.assistant.settings.value(name)


def test_every_setting_that_is_not_hidden_has_a_row_with_name_and_help(window: SettingsWindow) -> None:
    for page in window.pages:
        window.page(page)
    shown = {name for form in window.forms.values() for name in form.rows}
    wanted = {one.name for one in descriptions().values() if not one.hidden}
    assert shown == wanted
    for name in shown:
        assert row_of(window, name).control.accessibleName() == descriptions()[name].title


def test_every_page_has_a_title_that_is_translated_and_a_sign_of_its_own(driver: WindowDriver) -> None:
    icons = [page.icon for page in settings_pages()]
    assert len(set(icons)) == len(icons)
    assert "settings" not in icons  # what a section has that nobody gave a page


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


def test_a_text_is_kept_when_the_field_is_left(window: SettingsWindow, driver: WindowDriver, qtbot: QtBot) -> None:
    window.show_page("model_server")
    address = row_of(window, "model_server.ollama_address").control
    assert isinstance(address, QLineEdit)
    address.setFocus()
    qtbot.keyClicks(address, "http://127.0.0.1:11999\r")
    driver.wait(lambda: value(driver, "model_server.ollama_address") == "http://127.0.0.1:11999")


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
    driver.wait(row._error.isHidden)


def search_for(window: SettingsWindow, qtbot: QtBot, words: str) -> None:
    window.search.setFocus()
    window.search.selectAll()
    qtbot.keyClicks(window.search, words + "\r")


def pages_in_sight(window: SettingsWindow) -> list[str]:
    return [window.list.item(row).text() for row in range(window.list.count()) if not window.list.item(row).isHidden()]


def found(window: SettingsWindow) -> list[str]:
    return [name for name, row in window.found.rows.items() if row.isVisible()]


def test_the_search_shows_what_was_found_on_all_pages_with_the_words_marked(
    window: SettingsWindow, driver: WindowDriver, qtbot: QtBot
) -> None:
    search_for(window, qtbot, "lock")
    driver.wait(lambda: "privacy.lock_on_suspend" in found(window))
    assert "Privacy" in pages_in_sight(window)
    assert "general.unlock_at_start" in found(window)
    assert "background" in window.found.rows["privacy.lock_on_suspend"]._title.text()
    search_for(window, qtbot, "encrypted cache")
    driver.wait(lambda: found(window) == ["chat.answer_cache"])
    assert pages_in_sight(window) == ["Chat"]


def test_the_search_finds_choices_and_what_stands_on_pages_without_a_form(
    window: SettingsWindow, driver: WindowDriver, qtbot: QtBot
) -> None:
    search_for(window, qtbot, "dark")
    driver.wait(lambda: "appearance.theme" in found(window))
    search_for(window, qtbot, "espanol")
    driver.wait(lambda: found(window) == ["appearance.language"])
    search_for(window, qtbot, "passphrase")
    driver.wait(lambda: "Keys" in pages_in_sight(window) and "keys" in window.found.headings)
    window.found.headings["keys"].click()
    driver.wait(lambda: window.findChild(KeysPage) is not None)
    assert window.current_page == "keys"
    assert not window.search.text()


def test_a_setting_that_was_found_is_changed_there_and_on_its_page(
    window: SettingsWindow, driver: WindowDriver, qtbot: QtBot
) -> None:
    row = row_of(window, "chat.automatic_titles")
    search_for(window, qtbot, "automatic titles")
    driver.wait(lambda: found(window) == ["chat.automatic_titles"])
    switch = window.found.rows["chat.automatic_titles"].control
    assert isinstance(switch, QCheckBox)
    switch.click()
    driver.wait(lambda: value(driver, "chat.automatic_titles") is False)
    assert isinstance(row.control, QCheckBox)
    driver.wait(lambda: not row.control.isChecked())


def test_what_no_setting_has_is_said(window: SettingsWindow, driver: WindowDriver, qtbot: QtBot) -> None:
    search_for(window, qtbot, "no such thing anywhere")
    driver.wait(lambda: window._stack.currentWidget() is window.nothing)
    window.search.clear()
    driver.wait(lambda: window._stack.currentWidget() is window.page("appearance"))


def test_a_setting_is_shown_in_sight_and_with_the_keyboard(window: SettingsWindow, driver: WindowDriver) -> None:
    window.show_setting("chat.calls_per_minute")
    row = row_of(window, "chat.calls_per_minute")
    driver.wait(lambda: row._is_marked and row.control.hasFocus())
    area = window.page("chat")
    top = row.mapTo(area.viewport(), row.rect().topLeft()).y()
    assert 0 <= top <= area.viewport().height() - row.height()


def test_a_changed_setting_can_be_reset_and_an_unchanged_one_cannot(
    window: SettingsWindow, driver: WindowDriver
) -> None:
    window.show_page("chat")
    row = row_of(window, "chat.keep_alive_minutes")
    assert isinstance(row.control, QSpinBox)
    assert not row.reset_button.isVisible()
    row.control.setValue(99)
    driver.wait(row.reset_button.isVisible)
    row.reset_button.click()
    driver.wait(lambda: value(driver, "chat.keep_alive_minutes") == 15)
    driver.wait(lambda: row.control.value() == 15 and not row.reset_button.isVisible())


def test_a_page_is_reset_and_the_reset_undone(window: SettingsWindow, driver: WindowDriver) -> None:
    window.show_page("privacy")
    button = window._resets["privacy"]
    assert not button.isEnabled()
    for name, wanted in (("privacy.lock_after_minutes", 3), ("privacy.retention_days", 30)):
        control = row_of(window, name).control
        assert isinstance(control, QSpinBox)
        control.setValue(wanted)
        driver.wait(lambda name=name, wanted=wanted: value(driver, name) == wanted)
    driver.wait(button.isEnabled)
    button.click()
    driver.wait(lambda: value(driver, "privacy.retention_days") == 0)
    assert value(driver, "privacy.lock_after_minutes") == 10
    driver.wait(lambda: button.text() == "Undo the reset" and button.isEnabled())
    button.click()
    driver.wait(lambda: value(driver, "privacy.retention_days") == 30)
    assert value(driver, "privacy.lock_after_minutes") == 3
    driver.wait(lambda: button.text() == "Reset this page")


def test_languages_and_themes_are_read_in_words(window: SettingsWindow) -> None:
    language, theme_box = row_of(window, "appearance.language").control, row_of(window, "appearance.theme").control
    assert isinstance(language, QComboBox)
    assert isinstance(theme_box, QComboBox)
    assert [language.itemText(row) for row in range(5)] == ["System", "English", "Deutsch", "Español", "日本語"]
    assert [theme_box.itemText(row) for row in range(4)] == ["System", "Light", "Dark", "High contrast"]


# ---- models ---------------------------------------------------------------------------------------------------------


def test_installed_models_are_offered_and_any_other_name_is_taken(
    window: SettingsWindow, driver: WindowDriver, qtbot: QtBot
) -> None:
    window.show_page("chat")
    box = row_of(window, "chat.default_model").control
    assert isinstance(box, ModelChoiceBox)
    driver.wait(lambda: box.count() > 1)
    installed = box.itemText(1)
    box.setCurrentIndex(1)
    box.activated.emit(1)
    driver.wait(lambda: value(driver, "chat.default_model") == installed)
    line = box.lineEdit()
    assert line is not None
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "not-here:1b\r")
    driver.wait(lambda: value(driver, "chat.default_model") == "not-here:1b")
    box.activated.emit(0)
    driver.wait(lambda: value(driver, "chat.default_model") == "")
    assert line.text() == ""


def test_the_late_word_of_an_earlier_choice_leaves_what_is_typed(
    window: SettingsWindow, driver: WindowDriver, qtbot: QtBot
) -> None:
    window.show_page("chat")
    box = row_of(window, "chat.default_model").control
    assert isinstance(box, ModelChoiceBox)
    line = box.lineEdit()
    assert line is not None
    line.setFocus()
    qtbot.keyClicks(line, "not-here")
    box.show_value("llama3.2:3b")
    qtbot.keyClicks(line, ":1b\r")
    driver.wait(lambda: value(driver, "chat.default_model") == "not-here:1b")


def test_fallback_models_are_added_ordered_and_removed(
    window: SettingsWindow, driver: WindowDriver, qtbot: QtBot
) -> None:
    window.show_page("chat")
    order = row_of(window, "chat.fallback_models").control
    assert isinstance(order, ModelOrder)
    line = order.box.lineEdit()
    assert line is not None
    line.setFocus()
    qtbot.keyClicks(line, "one:1b\r")
    driver.wait(lambda: value(driver, "chat.fallback_models") == ("one:1b",))
    qtbot.keyClicks(line, "two:2b\r")
    driver.wait(lambda: value(driver, "chat.fallback_models") == ("one:1b", "two:2b"))

    def press(name: str) -> None:
        def buttons() -> list[QPushButton]:
            return [one for one in order.findChildren(QPushButton) if one.accessibleName() == name and one.isVisible()]

        driver.wait(buttons)
        buttons()[0].click()

    press("Move two:2b up")
    driver.wait(lambda: value(driver, "chat.fallback_models") == ("two:2b", "one:1b"))
    press("Remove two:2b")
    driver.wait(lambda: value(driver, "chat.fallback_models") == ("one:1b",))


def test_a_server_is_added_and_removed(window: SettingsWindow, driver: WindowDriver) -> None:
    records: Any = row_of(window, "model_server.openai_servers").control
    records.name.setText("workshop")
    records.address.setText("http://127.0.0.1:8080/v1")
    records.add_button.click()
    driver.wait(lambda: [one.name for one in value(driver, "model_server.openai_servers")] == ["workshop"])

    def removing() -> list[QPushButton]:
        return [one for one in records.findChildren(QPushButton) if one.accessibleName() == "Remove workshop"]

    driver.wait(removing)
    removing()[0].click()
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
    window.show_page("keys")
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
    window.show_page("keys")
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
    window.show_page("keys")
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
    window.show_page("keys")
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
    window.show_page("privacy")
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


@pytest.fixture
def text_size() -> Iterator[Callable[[int], None]]:
    application = QApplication.instance()
    assert isinstance(application, QApplication)

    def make(percent: int) -> None:
        apply_theme(application, LIGHT, text_scale_percent=percent)

    yield make
    make(100)


@pytest.mark.parametrize("percent", [150, 200])
def test_larger_text_keeps_the_open_window_on_the_screen(
    window: SettingsWindow, driver: WindowDriver, text_size: Callable[[int], None], percent: int
) -> None:
    screen = window.screen().availableGeometry()
    window.resize(window.minimumSize())
    window.move(screen.right() - window.width() // 2, screen.bottom() - window.height() // 2)
    text_size(percent)
    driver.wait(lambda: screen.contains(window.frameGeometry()))
    for page in window.pages:
        window.show_page(page)
        area = window.page(page)
        driver.wait(area.isVisible)
        assert screen.contains(window.frameGeometry()), page
        beside_the_list = 1280 - FRAME.width() - theme().px(SIDE_WIDTH)
        assert area.widget().minimumSizeHint().width() <= beside_the_list, page


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_a_window_that_is_opened_is_no_larger_than_a_small_screen(
    driver: WindowDriver, text_size: Callable[[int], None], percent: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    text_size(percent)
    small = QSize(1024, 600)
    monkeypatch.setattr(SettingsWindow, "_screen_room", lambda _: small)
    driver.workspace.commands.run("profile.settings")
    window = driver.workspace._settings_window
    assert window is not None
    assert window.minimumSize().boundedTo(small) == window.minimumSize()
    assert window.size().boundedTo(small) == window.size()
