"""Notes in the real window: kept without any model, changed in place, and put to a model when the owner wants that."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.chat.error_card import ErrorCard
from desktop.chat.message_actions import MessageAction
from tests.peers.ollama_replies import answer
from tests.peers.ollama_server import OllamaPeer
from tests.peers.patience import PATIENCE_S
from tests.peers.window_driver import WindowDriver

MODEL = "llama3.2:3b"


@pytest.fixture
def driver(tmp_path: Path, qtbot: QtBot) -> Iterator[WindowDriver]:
    """A window with no model server anywhere."""
    driver = WindowDriver(tmp_path / "hearth", qtbot)
    driver.make_profile()
    driver.start()
    driver.wait(lambda: not driver.chat.empty.trouble.isHidden())
    yield driver
    driver.end()


def write(driver: WindowDriver, text: str, *, notes: int) -> None:
    driver.chat.composer.set_text(text)
    QTest.keyClick(driver.chat.composer.editor(), Qt.Key.Key_Return)
    driver.wait(lambda: len(driver.texts()) == notes)


def act(driver: WindowDriver, kind: str, row: int, text: str = "") -> None:
    message_id = driver.chat.path[row].message_id
    driver.chat.transcript.action_requested.emit(MessageAction(kind, message_id, text))  # type: ignore[arg-type]


def stored(driver: WindowDriver) -> list[str]:
    path = driver.app.bridge.run_to_end(
        driver.assistant.conversations.path(driver.chat.conversation_id), timeout_s=PATIENCE_S
    )
    return [message.text for message in path]


def count(driver: WindowDriver) -> int:
    return len(driver.app.bridge.run_to_end(driver.assistant.conversations.list(), timeout_s=PATIENCE_S))


def test_a_note_is_kept_without_any_model(driver: WindowDriver) -> None:
    driver.chat.empty.trouble.note.click()
    assert driver.chat.composer.editor().placeholderText() == "Write a note…"
    assert not driver.chat.picker.isVisible()
    assert not driver.chat.empty.trouble.isVisible()
    write(driver, "Water the plants", notes=1)
    write(driver, "Call Ann", notes=2)
    assert stored(driver) == ["Water the plants", "Call Ann"]
    driver.wait(lambda: driver.chat.header.title.text() == "Water the plants")
    assert driver.chat.is_notes
    driver.chat.show_new()
    assert driver.chat.composer.editor().placeholderText() == "Ask anything"
    assert driver.chat.picker.isVisible()


def test_a_note_is_changed_in_place_by_key(driver: WindowDriver) -> None:
    driver.chat.show_new(notes=True)
    for number, text in enumerate(("One", "Two", "Three"), start=1):
        write(driver, text, notes=number)
    driver.chat.transcript.begin_edit(driver.chat.path[0].message_id)
    editor = driver.chat.transcript.list.rows[driver.chat.path[0].message_id]._editor
    assert editor is not None
    assert editor.send.text() == "Save"
    editor.edit.setPlainText("First")
    QTest.keyClick(editor.edit, Qt.Key.Key_Return)
    driver.wait(lambda: driver.texts() == ["First", "Two", "Three"])
    assert stored(driver) == ["First", "Two", "Three"]


def test_a_note_is_deleted_alone(driver: WindowDriver) -> None:
    driver.chat.show_new(notes=True)
    for number, text in enumerate(("One", "Two", "Three"), start=1):
        write(driver, text, notes=number)
    act(driver, "remove_note", 1)
    assert driver.texts() == ["One", "Three"]
    driver.workspace.deletes.all_now()
    driver.wait(lambda: stored(driver) == ["One", "Three"])
    driver.wait(lambda: driver.texts() == ["One", "Three"])


def test_a_note_can_become_a_question_later(driver: WindowDriver) -> None:
    driver.chat.show_new(notes=True)
    write(driver, "Why is the sky blue?", notes=1)
    page = driver.chat.conversation_id
    with OllamaPeer() as peer:
        peer.script(MODEL, answer("Scattering."))
        answer_in(driver, peer)
        act(driver, "ask_about", 0)
        driver.wait(lambda: driver.texts() == ["Why is the sky blue?", "Scattering."] and not driver.chat.busy)
        assert not driver.chat.is_notes
        assert driver.chat.conversation_id != page
        driver.chat.show_conversation(page)
        driver.wait(lambda: driver.texts() == ["Why is the sky blue?"])
        driver.chat.finish()


def answer_in(driver: WindowDriver, peer: OllamaPeer) -> None:
    """From now on the window's model server is `peer`."""
    driver.address = peer.address
    driver.app.bridge.run_to_end(driver.assistant._answering().take_settings(), timeout_s=PATIENCE_S)
    driver.app.bridge.run_to_end(driver.assistant.settings.change("chat.automatic_titles", False), timeout_s=PATIENCE_S)
    driver.chat.find_models()
    driver.wait(lambda: driver.chat.models)


def test_a_question_that_nobody_answers_is_kept_and_answered_when_a_model_comes(driver: WindowDriver) -> None:
    driver.ask("Why is the sky blue?")
    card = driver.chat.transcript.list.findChild(ErrorCard)
    assert card is not None
    assert card.retry.text() == "Retry"
    with OllamaPeer() as peer:
        peer.script(MODEL, answer("Scattering."))
        answer_in(driver, peer)
        driver.wait(lambda: card.retry.text() == "Answer now")
        card.retry.click()
        driver.wait(lambda: driver.texts() == ["Why is the sky blue?", "Scattering."] and not driver.chat.busy)
        driver.chat.finish()


def test_a_question_that_nobody_answers_can_be_kept_as_a_note(driver: WindowDriver) -> None:
    driver.ask("Ask about the sky")
    card = driver.chat.transcript.list.findChild(ErrorCard)
    assert card is not None
    before = driver.chat.conversation_id
    card.chosen.emit("keep_note")
    driver.wait(lambda: driver.chat.is_notes and driver.texts() == ["Ask about the sky"])
    assert driver.chat.conversation_id != before
    driver.wait(lambda: count(driver) == 1)


def test_the_card_leads_to_the_set_up(driver: WindowDriver, qtbot: QtBot) -> None:
    with qtbot.waitSignal(driver.chat.setup_wanted):
        driver.chat.empty.trouble.setup.click()
    driver.ask("Anybody?")
    card = driver.chat.transcript.list.findChild(ErrorCard)
    assert card is not None
    with qtbot.waitSignal(driver.chat.setup_wanted):
        card.chosen.emit("setup")


def test_the_card_goes_by_itself_when_a_server_appears(driver: WindowDriver) -> None:
    with OllamaPeer() as peer:
        driver.address = peer.address
        driver.app.bridge.run_to_end(driver.assistant._answering().take_settings(), timeout_s=PATIENCE_S)
        driver.wait(lambda: not driver.chat.empty.trouble.isVisible())
        assert driver.chat.models
        driver.chat.finish()


def test_chats_are_searched_without_any_model(driver: WindowDriver) -> None:
    driver.chat.show_new(notes=True)
    write(driver, "The rhubarb needs water", notes=1)
    hits = driver.app.bridge.run_to_end(driver.assistant.search.search("rhubarb"), timeout_s=PATIENCE_S)
    assert {hit.conversation_id for hit in hits} == {driver.chat.conversation_id}
