"""One chat at a time on the screen, any number of answers behind it."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.events import StorageFull
from desktop.chat.message_actions import MessageAction
from tests.peers.ollama_replies import ErrorLine, Pause, Say, answer, held_answer
from tests.peers.ollama_server import OllamaPeer
from tests.peers.patience import PATIENCE_S
from tests.peers.window_driver import WindowDriver

MODEL = "llama3.2:3b"


@pytest.fixture
def peer() -> Iterator[OllamaPeer]:
    with OllamaPeer() as peer:
        yield peer


@pytest.fixture
def driver(tmp_path: Path, qtbot: QtBot, peer: OllamaPeer) -> Iterator[WindowDriver]:
    driver = WindowDriver(tmp_path / "hearth", qtbot, peer)
    driver.make_profile()
    driver.start()
    driver.app.bridge.run_to_end(driver.assistant.settings.change("chat.automatic_titles", False), timeout_s=PATIENCE_S)
    driver.wait(lambda: driver.chat.models)
    yield driver
    driver.end()


def act(driver: WindowDriver, kind: str, row: int, text: str = "") -> None:
    message_id = driver.chat.path[row].message_id
    driver.chat.transcript.action_requested.emit(MessageAction(kind, message_id, text))  # type: ignore[arg-type]


def settled(driver: WindowDriver) -> None:
    driver.wait(lambda: not driver.chat.busy)
    driver.wait(lambda: driver.chat.path and driver.chat.path[-1].state != "streaming")


def test_a_question_is_answered_word_by_word_and_kept(driver: WindowDriver, peer: OllamaPeer) -> None:
    peer.script(MODEL, answer("Because of Rayleigh scattering.", tokens_per_s=200))
    driver.ask("Why is the sky blue?")
    assert driver.texts() == ["Why is the sky blue?", "Because of Rayleigh scattering."]
    assert driver.chat.meter.text()
    path = driver.app.bridge.run_to_end(
        driver.assistant.conversations.path(driver.chat.conversation_id), timeout_s=PATIENCE_S
    )
    assert [message.text for message in path] == driver.texts()


def test_the_second_question_follows_the_first(driver: WindowDriver, peer: OllamaPeer) -> None:
    peer.script(MODEL, answer("One."), answer("Two."))
    driver.ask("First?")
    driver.ask("Second?")
    driver.wait(lambda: len(driver.texts()) == 4)
    assert driver.texts() == ["First?", "One.", "Second?", "Two."]


def test_an_answer_that_was_quicker_than_the_window_is_never_finished_without_its_words(
    driver: WindowDriver, peer: OllamaPeer
) -> None:
    peer.script(MODEL, answer("One."), answer("Two."))
    driver.ask("First?")
    seen: list[tuple[str, str]] = []
    driver.chat.transcript.list.scrolled.connect(
        lambda: seen.extend((one.state, one.text) for one in driver.chat.path[3:])
    )
    store, conversation_id = driver.assistant.conversations, driver.chat.conversation_id

    async def stored() -> None:
        path = await store.path(conversation_id)
        while len(path) < 4 or path[-1].state == "streaming":
            await asyncio.sleep(0.01)
            path = await store.path(conversation_id)

    def stand_still(*_: object) -> None:
        live.grew.disconnect(stand_still)
        driver.app.bridge.run_to_end(stored(), timeout_s=PATIENCE_S)

    live = driver.chat._live
    live.grew.connect(stand_still)  # at the news that the answer begins, before any of its words
    driver.ask("Second?", wait=False)
    driver.wait(lambda: ("complete", "Two.") in seen)
    assert set(seen) <= {("streaming", ""), ("complete", "Two.")}
    assert driver.texts() == ["First?", "One.", "Second?", "Two."]


def test_stop_keeps_what_had_arrived(driver: WindowDriver, peer: OllamaPeer) -> None:
    peer.script(MODEL, answer("word " * 2000, tokens_per_s=100))
    driver.ask("Write a lot.", wait=False)
    driver.wait(lambda: len(driver.texts()) == 2 and "word" in driver.texts()[1])
    assert driver.workspace.commands.run("answer.stop")
    settled(driver)
    driver.wait(lambda: driver.chat.path[-1].state == "stopped")
    assert "word" in driver.texts()[1]
    assert not driver.workspace.commands.can("answer.stop")


def test_an_answer_goes_on_behind_another_chat_and_is_whole_on_return(driver: WindowDriver, peer: OllamaPeer) -> None:
    long = " ".join(f"word{number}" for number in range(300))
    gate = threading.Event()
    peer.script(MODEL, held_answer(long[:400], long[400:], gate))
    driver.ask("Write a lot.", wait=False)
    driver.wait(lambda: len(driver.texts()) == 2 and "word3 " in driver.texts()[1])
    first = driver.chat.conversation_id
    driver.workspace.commands.run("chat.new")
    assert driver.chat.conversation_id == ""
    assert driver.chat._live.live(first) is not None
    driver.chat.show_conversation(first)
    driver.wait(lambda: driver.chat.conversation_id == first and len(driver.texts()) == 2)
    gate.set()
    settled(driver)
    driver.wait(lambda: driver.texts()[1] == long)


def test_two_chats_answer_side_by_side(driver: WindowDriver, peer: OllamaPeer) -> None:
    gate = threading.Event()
    slow = held_answer("alpha " * 50, "alpha " * 100, gate)
    peer.script(MODEL, slow, held_answer("beta " * 50, "beta " * 100, gate))
    driver.ask("First?", wait=False)
    driver.wait(lambda: len(driver.texts()) == 2 and "alpha" in driver.texts()[1])
    first = driver.chat.conversation_id
    driver.workspace.commands.run("chat.new")
    driver.ask("Second?", wait=False)
    driver.wait(lambda: len(driver.texts()) == 2 and "beta" in driver.texts()[1])
    second = driver.chat.conversation_id
    assert driver.chat._live.live(first) is not None
    assert driver.chat._live.live(second) is not None
    gate.set()
    settled(driver)
    assert driver.texts()[1].strip() == ("beta " * 150).strip()
    driver.chat.show_conversation(first)
    driver.wait(lambda: driver.chat.conversation_id == first)
    settled(driver)
    driver.wait(lambda: driver.texts()[1].strip() == ("alpha " * 150).strip())


def test_regenerating_makes_a_branch_and_the_arrows_switch(driver: WindowDriver, peer: OllamaPeer) -> None:
    peer.script(MODEL, answer("First answer."), answer("Second answer."))
    driver.ask("Tell me.")
    act(driver, "regenerate", 1)
    driver.wait(lambda: driver.texts() == ["Tell me.", "Second answer."])
    settled(driver)
    assert driver.chat.path[1].sibling_count == 2
    act(driver, "previous_branch", 1)
    driver.wait(lambda: driver.texts() == ["Tell me.", "First answer."])
    act(driver, "next_branch", 1)
    driver.wait(lambda: driver.texts() == ["Tell me.", "Second answer."])


def test_an_edited_question_is_asked_again_beside_the_first(driver: WindowDriver, peer: OllamaPeer) -> None:
    peer.script(MODEL, answer("Four."), answer("Six."))
    driver.ask("Two and two?")
    act(driver, "edit", 0, "Three and three?")
    driver.wait(lambda: driver.texts() == ["Three and three?", "Six."])
    settled(driver)
    act(driver, "previous_branch", 0)
    driver.wait(lambda: driver.texts() == ["Two and two?", "Four."])


def test_a_fork_takes_the_chat_up_to_that_message(driver: WindowDriver, peer: OllamaPeer) -> None:
    peer.script(MODEL, answer("One."), answer("Two."))
    driver.ask("First?")
    driver.ask("Second?")
    driver.wait(lambda: len(driver.texts()) == 4)
    origin = driver.chat.conversation_id
    act(driver, "fork", 1)
    driver.wait(lambda: driver.chat.conversation_id not in ("", origin))
    assert driver.texts() == ["First?", "One."]


def test_a_deleted_message_can_be_brought_back(driver: WindowDriver, peer: OllamaPeer) -> None:
    peer.script(MODEL, answer("One."))
    driver.ask("First?")
    act(driver, "delete", 1)
    assert driver.texts() == ["First?"]
    message_id = next(iter(driver.chat._deletes._waiting))
    assert driver.chat._deletes.undo(message_id)
    driver.chat.reload()
    driver.wait(lambda: driver.texts() == ["First?", "One."])


def test_a_deleted_message_is_gone_when_its_time_is_over(driver: WindowDriver, peer: OllamaPeer) -> None:
    peer.script(MODEL, answer("One."))
    driver.ask("First?")
    act(driver, "delete", 1)
    driver.chat._deletes.all_now()
    conversation_id = driver.chat.conversation_id

    def kept() -> list[str]:
        path = driver.app.bridge.run_to_end(driver.assistant.conversations.path(conversation_id), timeout_s=PATIENCE_S)
        return [message.text for message in path]

    driver.wait(lambda: kept() == ["First?"])


def test_an_error_in_mid_answer_is_a_card_and_the_next_try_answers(driver: WindowDriver, peer: OllamaPeer) -> None:
    peer.script(MODEL, (Say("Half an "), ErrorLine("model runner has unexpectedly stopped")), answer("Whole answer."))
    driver.ask("Tell me.")
    assert driver.chat.path[1].state == "failed"
    assert driver.chat.path[1].error is not None
    act(driver, "retry", 1)
    driver.wait(lambda: driver.texts() == ["Tell me.", "Whole answer."])


def test_drafts_stay_with_their_chats(driver: WindowDriver, peer: OllamaPeer) -> None:
    peer.script(MODEL, answer("One."))
    driver.ask("First?")
    first = driver.chat.conversation_id
    driver.chat.composer.set_text("half a thought")
    driver.workspace.commands.run("chat.new")
    assert driver.chat.composer.text() == ""
    driver.chat.composer.set_text("another thought")
    driver.chat.show_conversation(first)
    driver.wait(lambda: driver.chat.conversation_id == first)
    assert driver.chat.composer.text() == "half a thought"
    driver.workspace.commands.run("chat.new")
    assert driver.chat.composer.text() == "another thought"


def test_a_private_chat_is_answered_and_reaches_no_disk(driver: WindowDriver, peer: OllamaPeer, tmp_path: Path) -> None:
    peer.script(MODEL, answer("A secret answer."))
    driver.workspace.commands.run("chat.new_private")
    driver.ask("A secret question")
    assert driver.chat.conversation is not None
    assert driver.chat.conversation.private
    assert driver.app.bridge.run_to_end(driver.assistant.conversations.all_ids(), timeout_s=PATIENCE_S) == []
    driver.wait(lambda: driver.sidebar.tree.conversation(driver.chat.conversation_id))


def test_the_chosen_model_is_asked_and_stays_with_the_chat(driver: WindowDriver, peer: OllamaPeer) -> None:
    other = next(model.name for model in driver.chat.models if model.name != MODEL and not model.remote)
    peer.script(other, answer("From the other."))
    driver.chat.picker.chosen.emit(other)
    driver.ask("Who are you?")
    assert peer.chats()[-1]["model"] == other
    assert driver.chat.path[1].model == other
    assert driver.chat.conversation is not None
    assert driver.chat.conversation.model == other


def test_a_server_that_is_down_is_named_with_the_next_step_and_found_again(
    driver: WindowDriver, peer: OllamaPeer
) -> None:
    port = int(peer.address.rpartition(":")[2])
    peer.stop()
    driver.workspace.commands.run("chat.new")
    driver.chat.find_models()
    driver.wait(lambda: driver.chat.empty.trouble.isVisible())
    assert "Ollama" in driver.chat.empty.trouble.accessibleName()
    with OllamaPeer(port=port):
        driver.chat.empty.retry_wanted.emit()
        driver.wait(lambda: not driver.chat.empty.trouble.isVisible())
        driver.chat.finish()


def test_no_model_at_all_says_how_to_get_one(tmp_path: Path, qtbot: QtBot) -> None:
    with OllamaPeer(models=()) as bare:
        driver = WindowDriver(tmp_path / "bare", qtbot, bare)
        driver.make_profile()
        driver.start()
        driver.wait(lambda: not driver.chat.empty.trouble.isHidden())
        assert "No language model is installed" in driver.chat.empty.trouble.accessibleName()
        driver.end()


def test_an_automatic_title_arrives_in_header_and_sidebar(driver: WindowDriver, peer: OllamaPeer) -> None:
    driver.app.bridge.run_to_end(driver.assistant.settings.change("chat.automatic_titles", True), timeout_s=PATIENCE_S)
    peer.script(MODEL, answer("Because of scattering."), answer("Why the sky is blue"))
    driver.ask("Why is the sky blue?")
    driver.wait(lambda: driver.chat.header.title.text() == "Why the sky is blue")
    conversation_id = driver.chat.conversation_id

    def title() -> str:
        conversation = driver.sidebar.tree.conversation(conversation_id)
        return "" if conversation is None else conversation.title

    driver.wait(lambda: title() == "Why the sky is blue")


def test_the_owner_renames_in_the_header_and_escape_takes_it_back(driver: WindowDriver, qtbot: QtBot) -> None:
    driver.ask("First?")
    title = driver.chat.header.title
    title.setFocus()
    title.selectAll()
    qtbot.keyClicks(title, "My own title\r")
    driver.wait(lambda: driver.chat.conversation is not None and driver.chat.conversation.title == "My own title")
    title.setFocus()
    qtbot.keyClicks(title, "never mind")
    qtbot.keyClick(title, "\x1b")
    assert title.text() == "My own title"


def test_a_full_disk_is_a_banner_until_there_is_room(driver: WindowDriver) -> None:
    async def announce(*, full: bool) -> None:
        driver.assistant.announcer.announce(StorageFull(full))

    driver.app.bridge.call(announce(full=True))
    driver.wait(lambda: driver.chat._banner.isVisible())
    driver.app.bridge.call(announce(full=False))
    driver.wait(lambda: not driver.chat._banner.isVisible())


def test_locked_in_mid_answer_what_had_arrived_is_kept(driver: WindowDriver, peer: OllamaPeer) -> None:
    peer.script(MODEL, answer("word " * 2000, tokens_per_s=100))
    driver.ask("Write a lot.", wait=False)
    driver.wait(lambda: len(driver.texts()) == 2 and "word" in driver.texts()[1])
    conversation_id = driver.chat.conversation_id
    driver.workspace.commands.run("profile.lock")
    driver.wait(lambda: driver.app.flow is not None)
    flow = driver.app.flow
    assert flow is not None
    flow.unlock.keyring_button.click()
    driver.wait(lambda: driver.app.workspace is not None)
    driver.chat.show_conversation(conversation_id)
    driver.wait(lambda: len(driver.texts()) == 2)
    assert "word" in driver.texts()[1]
    assert driver.chat.path[1].state == "stopped"


def test_up_in_the_empty_composer_edits_the_last_question(driver: WindowDriver, peer: OllamaPeer, qtbot: QtBot) -> None:
    peer.script(MODEL, answer("One."), answer("Two."))
    driver.ask("First?")
    settled(driver)
    qtbot.keyClick(driver.chat.composer.editor(), Qt.Key.Key_Up)
    row = driver.chat.transcript.list.rows[driver.chat.path[0].message_id]
    assert row.edited_text == "First?"
    row._end_edit("Second?")
    driver.wait(lambda: driver.texts() == ["Second?", "Two."])


def test_a_model_that_answered_is_marked_as_loaded(driver: WindowDriver, peer: OllamaPeer) -> None:
    peer.script(MODEL, answer("One.", tokens_per_s=200))
    driver.ask("First?")
    driver.wait(lambda: driver.chat.picker.state() == "loaded")


def test_answer_again_right_after_stop_is_done_as_soon_as_the_answer_is_kept(
    driver: WindowDriver, peer: OllamaPeer
) -> None:
    peer.script(MODEL, (Say("Long and "), Pause()), answer("Short."))
    driver.ask("Why?", wait=False)
    driver.wait(lambda: driver.texts()[-1:] == ["Long and "])
    driver.chat.answers.stop()
    assert driver.chat.answers.can_regenerate
    driver.chat.answers.regenerate_last()
    driver.wait(lambda: driver.texts() == ["Why?", "Short."])
    settled(driver)
    assert driver.chat.path[-1].sibling_count == 2


def test_a_question_far_from_the_end_is_edited_in_full_sight(driver: WindowDriver, peer: OllamaPeer) -> None:
    peer.script(MODEL, *(answer("Line.\n\n" * 12) for _ in range(4)))
    for number in range(4):
        driver.ask(f"Question {number}?\n" + "More words.\n" * 6)
    view = driver.chat.transcript
    for row in (0, 2, 4, 6):
        view.begin_edit(driver.chat.path[row].message_id)
        editor = view.list.rows[driver.chat.path[row].message_id]._editor
        assert editor is not None
        top = editor.mapTo(view.list.viewport(), editor.rect().topLeft()).y()
        assert top >= 0
        assert top + editor.height() <= view.list.viewport().height()
        editor.edit.insertPlainText("\nyet another line" * 4)
        bottom = editor.mapTo(view.list.viewport(), editor.rect().bottomLeft()).y()
        assert bottom <= view.list.viewport().height()
        editor.cancelled.emit()


def test_a_failed_answer_says_nothing_about_its_time(driver: WindowDriver, peer: OllamaPeer) -> None:
    from desktop.chat.row_words import end_words, speed_of

    peer.script(MODEL, (ErrorLine("broken"),))
    driver.ask("Why?")
    assert speed_of(driver.chat.path[-1]) == ""
    assert end_words(driver.chat.path[-1]).startswith("The answer failed:")


def test_a_chosen_model_is_loaded_at_once_and_again_after_a_long_absence(
    driver: WindowDriver, peer: OllamaPeer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def loads() -> list[str]:
        return [request.data["model"] for request in peer.requests_to("/api/generate")]

    other = next(model.name for model in driver.chat.models if model.name != MODEL and not model.remote)
    driver.chat.picker.chosen.emit(other)
    driver.wait(lambda: other in loads())
    before = loads().count(other)
    driver.chat.model_desk.watch.window_changed(is_active=False)
    driver.chat.model_desk.watch.window_changed(is_active=True)
    monkeypatch.setattr("desktop.chat.model_watch.COLD_AFTER_S", 0.0)
    driver.chat.model_desk.watch.window_changed(is_active=False)
    driver.chat.model_desk.watch.window_changed(is_active=True)
    driver.wait(lambda: loads().count(other) == before + 1)
    cloud = next((model.name for model in driver.chat.models if model.remote), None)
    if cloud is not None:
        driver.chat.picker.chosen.emit(cloud)
        driver.chat.find_models()
        assert cloud not in loads()


def test_a_new_default_model_answers_new_chats_at_once_and_leaves_this_one_alone(driver: WindowDriver) -> None:
    driver.ask("Hello")
    run = driver.app.bridge.run_to_end
    run(driver.assistant.settings.change("chat.default_model", "qwen3:4b"), timeout_s=PATIENCE_S)
    driver.wait(lambda: driver.chat.model_desk._is_default_new)
    assert driver.chat.chosen_model == MODEL
    driver.chat.show_new()
    assert driver.chat.chosen_model == "qwen3:4b"
    run(driver.assistant.settings.change("chat.default_model", MODEL), timeout_s=PATIENCE_S)
    driver.wait(lambda: driver.chat.chosen_model == MODEL)
