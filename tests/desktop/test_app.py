"""The program from its first page to its end: welcome, unlock, lock, close, and everything found again."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.errors import HistoryDamaged
from core.vault.recovery_key import RecoveryKey
from desktop.settings.keys_page import RecoveryCheck
from desktop.unlock.unlock_flow import UnlockFlow
from tests.peers.ollama_replies import answer, held_answer
from tests.peers.ollama_server import OllamaPeer
from tests.peers.window_driver import PASSPHRASE, WindowDriver


@pytest.fixture
def peer() -> Iterator[OllamaPeer]:
    with OllamaPeer() as peer:
        yield peer


@pytest.fixture
def driver(tmp_path: Path, qtbot: QtBot, peer: OllamaPeer) -> Iterator[WindowDriver]:
    driver = WindowDriver(tmp_path / "hearth", qtbot, peer)
    yield driver
    driver.end()


def flow_of(driver: WindowDriver) -> UnlockFlow:
    flow = driver.app.flow
    assert flow is not None
    return flow


def test_the_first_start_leads_from_welcome_to_a_chat(driver: WindowDriver) -> None:
    driver.start()
    flow = flow_of(driver)
    page = flow.create_page
    assert flow.currentWidget() is page
    assert not page.back.isVisible()
    page.by_passphrase.click()
    page.passphrase._entry.setText(PASSPHRASE)
    page.again._entry.setText(PASSPHRASE)
    page.create_button.click()
    driver.wait(lambda: flow.currentWidget() is flow.recovery)
    key = flow.recovery._key
    flow.recovery.typed.setText(key[:-1] + ("A" if key[-1] != "A" else "B"))
    flow.recovery.finish_button.click()
    assert "not the same" in flow.recovery.trouble.text
    flow.recovery.typed.setText(key.lower().replace("-", " "))
    flow.recovery.finish_button.click()
    driver.wait(lambda: driver.app.workspace is not None)
    assert driver.assistant.vault is not None
    assert driver.assistant.vault.alias == "Personal"


def test_a_profile_with_a_keyring_key_opens_by_itself(driver: WindowDriver) -> None:
    driver.make_profile()
    driver.start()
    assert driver.app.workspace is not None


def test_a_keyring_that_fails_leads_to_the_unlock_page_and_says_why(driver: WindowDriver) -> None:
    driver.make_profile(passphrase=PASSPHRASE)
    driver.keyring.trouble = RuntimeError("locked")
    driver.start()
    flow = flow_of(driver)
    assert flow.currentWidget() is flow.unlock
    assert "keyring" in flow.unlock.trouble.text
    flow.unlock.passphrase._entry.setText(PASSPHRASE)
    flow.unlock.unlock_button.click()
    driver.wait(lambda: driver.app.workspace is not None)


def test_the_owner_may_ask_to_be_asked_at_each_start(driver: WindowDriver) -> None:
    driver.make_profile()
    driver.early.change("general.unlock_at_start", False)
    driver.start()
    flow = flow_of(driver)
    assert not flow.unlock.trouble.text
    flow.unlock.keyring_button.click()
    driver.wait(lambda: driver.app.workspace is not None)


def test_a_wrong_passphrase_is_told_and_can_be_tried_again(driver: WindowDriver) -> None:
    driver.make_profile(use_keyring=False, passphrase=PASSPHRASE)
    driver.start()
    unlock = flow_of(driver).unlock
    unlock.passphrase._entry.setText("wrong horse battery")
    unlock.unlock_button.click()
    driver.wait(lambda: unlock.trouble.text)
    assert "does not open" in unlock.trouble.text
    assert unlock.unlock_button.isEnabled()
    unlock.passphrase._entry.setText(PASSPHRASE)
    unlock.unlock_button.click()
    driver.wait(lambda: driver.app.workspace is not None)


def test_the_recovery_key_opens_and_sets_a_new_passphrase(driver: WindowDriver) -> None:
    key = driver.make_profile(use_keyring=False, passphrase=PASSPHRASE)
    driver.start()
    flow = flow_of(driver)
    flow._show_recover(flow._current, False)
    flow.recover.key.setText(key)
    flow.recover.passphrase._entry.setText("a new passphrase for me")
    flow.recover.open_button.click()
    driver.wait(lambda: driver.app.workspace is not None)
    driver.app.lock()
    driver.wait(lambda: driver.app.flow is not None)
    unlock = flow_of(driver).unlock
    unlock.passphrase._entry.setText("a new passphrase for me")
    unlock.unlock_button.click()
    driver.wait(lambda: driver.app.workspace is not None)


def test_a_rolled_back_profile_asks_and_can_be_accepted(driver: WindowDriver) -> None:
    driver.make_profile(use_keyring=False, passphrase=PASSPHRASE)
    driver.start()
    unlock = flow_of(driver).unlock
    tried: list[bool] = []
    unlock.tried.connect(lambda _profile, _with, accept: tried.append(accept))
    unlock._last_try = None
    unlock.passphrase._entry.setText(PASSPHRASE)
    unlock.unlock_button.click()
    unlock.tell(HistoryDamaged())
    ways_out = [button.text() for button in unlock.trouble.findChildren(type(unlock.unlock_button))]
    assert ways_out == ["Accept the older state", "Restore a backup…"]
    unlock.trouble.findChildren(type(unlock.unlock_button))[0].click()
    assert tried == [False, True]
    driver.wait(lambda: driver.app.workspace is not None or unlock.trouble.text)


def test_locking_takes_everything_off_the_screen_and_unlocking_brings_it_back(
    driver: WindowDriver, peer: OllamaPeer
) -> None:
    driver.make_profile()
    driver.start()
    peer.script("llama3.2:3b", answer("The sky is blue."))
    driver.wait(lambda: driver.chat.models)
    driver.ask("Why is the sky blue?")
    conversation_id = driver.chat.conversation_id
    vault = driver.assistant.vault
    driver.workspace.commands.run("profile.lock")
    driver.wait(lambda: driver.app.flow is not None)
    assert vault is not None
    driver.wait(lambda: vault.is_closed)
    flow_of(driver).unlock.keyring_button.click()
    driver.wait(lambda: driver.app.workspace is not None)
    driver.wait(lambda: driver.sidebar.tree.conversation(conversation_id))
    driver.chat.show_conversation(conversation_id)
    driver.wait(lambda: len(driver.texts()) == 2)
    assert driver.texts()[0] == "Why is the sky blue?"


def test_a_locked_screen_locks_the_profile(driver: WindowDriver) -> None:
    driver.make_profile()
    driver.start()
    driver.app._after_start()
    events = driver.app._system_events
    assert events is not None
    events.on_screen_saver(True)
    driver.wait(lambda: driver.app.flow is not None)


def test_closing_and_starting_again_finds_window_and_chats(
    tmp_path: Path, qtbot: QtBot, peer: OllamaPeer, driver: WindowDriver
) -> None:
    driver.make_profile()
    driver.start()
    driver.wait(lambda: driver.chat.models)
    driver.ask("Remember this.")
    assert driver.app.window is not None
    driver.app.window.resize(900, 640)
    driver.end()
    again = WindowDriver(tmp_path / "hearth", qtbot, peer, keyring=driver.keyring)
    try:
        again.start()
        again.wait(lambda: again.sidebar.tree.conversation_ids())
        assert again.app.window is not None
        assert (again.app.window.width(), again.app.window.height()) == (900, 640)
    finally:
        again.end()


def test_closing_in_the_middle_of_an_answer_keeps_what_had_arrived(
    tmp_path: Path, qtbot: QtBot, peer: OllamaPeer, driver: WindowDriver
) -> None:
    driver.make_profile()
    driver.start()
    driver.wait(lambda: driver.chat.models)
    peer.script("llama3.2:3b", answer("word " * 3000, tokens_per_s=100))
    driver.ask("Write a lot.", wait=False)
    driver.wait(lambda: len(driver.texts()) == 2 and "word" in driver.texts()[1])
    driver.end()
    again = WindowDriver(tmp_path / "hearth", qtbot, peer, keyring=driver.keyring)
    try:
        again.start()
        again.wait(lambda: again.sidebar.tree.conversation_ids())
        again.chat.show_conversation(again.sidebar.tree.conversation_ids()[0])
        again.wait(lambda: len(again.texts()) == 2)
        assert "word" in again.texts()[1]
        assert again.chat.path[1].state == "stopped"
    finally:
        again.end()


def test_closing_while_the_recovery_key_is_shown_closes_the_new_vault(driver: WindowDriver) -> None:
    driver.start()
    flow = flow_of(driver)
    flow.create_page.by_keyring.setChecked(True)
    flow.create_page.create_button.click()
    driver.wait(lambda: flow.unfinished is not None)
    vault = flow.unfinished
    driver.end()
    assert vault is not None
    assert vault.is_closed


def test_erasing_destroys_the_profile_and_leads_back_to_the_welcome(driver: WindowDriver) -> None:
    driver.make_profile()
    driver.start()
    driver.workspace.erase_wanted.emit()
    driver.wait(lambda: driver.app.flow is not None)
    assert driver.profiles().list() == []
    assert flow_of(driver).currentWidget() is flow_of(driver).create_page


def test_a_window_made_anew_goes_on_with_the_answer_the_draft_and_the_place(
    driver: WindowDriver, peer: OllamaPeer
) -> None:
    """As when the language changes."""
    driver.make_profile()
    driver.start()
    driver.wait(lambda: driver.chat.models)
    gate = threading.Event()
    peer.script("llama3.2:3b", held_answer("word " * 100, "word " * 100 + "end", gate))
    driver.ask("Write a lot.", wait=False)
    driver.wait(lambda: len(driver.texts()) == 2 and "word" in driver.texts()[1])
    before, conversation_id = driver.workspace, driver.chat.conversation_id
    driver.chat.composer.set_text("And then")
    before.show_settings("privacy")
    driver.app.make_anew()
    assert driver.workspace is not before
    driver.wait(lambda: driver.chat.conversation_id == conversation_id)
    driver.wait(lambda: driver.chat.busy)
    gate.set()
    driver.wait(lambda: driver.texts() and driver.texts()[-1].endswith("end"))
    assert driver.chat.composer.text() == "And then"
    place = driver.workspace.place()
    assert (place.page, place.settings_page) == ("chat", "privacy")


def test_a_recovery_key_that_was_not_typed_back_is_remembered_until_it_is_checked(driver: WindowDriver) -> None:
    driver.start()
    flow = flow_of(driver)
    driver.wait(lambda: flow.create_page.by_keyring.isChecked())
    flow.create_page.create_button.click()
    driver.wait(lambda: flow.currentWidget() is flow.recovery)
    key = flow.recovery._key
    flow.recovery.finish_button.click()
    driver.wait(lambda: driver.app.workspace is not None)
    settings, vault = driver.assistant.settings, driver.assistant.vault
    assert settings.values.guide.recovery_unchecked
    assert vault is not None
    dialog = RecoveryCheck(driver.app.bridge, vault)
    passed: list[bool] = []
    dialog.passed.connect(lambda: passed.append(True))
    dialog.show()
    dialog.typed.setText(RecoveryKey.random().text)
    dialog.try_it()
    driver.wait(lambda: dialog.error.isVisible())
    assert settings.values.guide.recovery_unchecked
    dialog.typed.setText(key)
    dialog.try_it()
    driver.wait(lambda: passed)
    driver.wait(lambda: not settings.values.guide.recovery_unchecked)
