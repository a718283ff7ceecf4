"""Two models answer one question side by side in the real window, and one of them is voted for."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QBoxLayout
from pytestqt.qtbot import QtBot

from core.chat.votes import PairTally
from desktop.chat.comparison_view import ComparisonView
from desktop.chat.message_actions import MessageAction
from tests.peers.ollama_replies import ErrorLine, Hold, Pause, Say, answer, paced
from tests.peers.ollama_server import OllamaPeer
from tests.peers.patience import PATIENCE_S
from tests.peers.window_driver import WindowDriver

A, B = "llama3.2:3b", "gemma3:4b"


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


def compare(driver: WindowDriver, text: str, *, blind: bool = False) -> ComparisonView:
    driver.chat.comparing.choose()
    driver.chat.comparing.bar.set_pair(A, B)
    driver.chat.comparing.bar.blind.setChecked(blind)
    driver.chat.composer.set_text(text)
    QTest.keyClick(driver.chat.composer.editor(), Qt.Key.Key_Return)
    driver.wait(lambda: driver.chat.comparing.is_shown)
    return driver.chat.comparing.view


def finished(driver: WindowDriver) -> ComparisonView:
    view = driver.chat.comparing.view
    driver.wait(lambda: not view.is_running and not driver.chat.busy)
    return view


def shown(view: ComparisonView, side: str) -> str:
    rows = view.columns[side].transcript.list.rows.values()
    return "\n".join(row.plain_text() for row in rows)


def tally(driver: WindowDriver) -> list[PairTally]:
    return driver.app.bridge.run_to_end(driver.assistant.votes.tally(), timeout_s=PATIENCE_S)


def stored(driver: WindowDriver) -> list[str]:
    path = driver.app.bridge.run_to_end(
        driver.assistant.store_of(driver.chat.conversation_id).path(driver.chat.conversation_id), timeout_s=PATIENCE_S
    )
    return [message.text for message in path]


def test_both_answers_stream_at_once_at_their_own_speed(driver: WindowDriver, peer: OllamaPeer) -> None:
    peer.script(A, answer("Fast. " * 40, tokens_per_s=400))
    gate = threading.Event()
    peer.script(B, (*paced((Say("Slow. ") for _ in range(30)), 25), Hold(gate), *answer("Slow. " * 10)))
    view = compare(driver, "Why is the sky blue?")
    driver.wait(lambda: "Slow." in shown(view, "b") and not view.columns["a"].is_running)
    assert view.columns["b"].is_running
    driver.wait(lambda: "tokens/s" in view.columns["b"].state.text())
    assert not any(button.isEnabled() for button in view.votes.buttons)
    gate.set()
    finished(driver)
    assert shown(view, "a").split() == ["Fast."] * 40
    assert [view.columns[side].name.text() for side in "ab"] == [A, B]
    assert all(button.isEnabled() for button in view.votes.buttons)


def test_a_vote_by_key_makes_its_answer_the_branch_that_goes_on(driver: WindowDriver, peer: OllamaPeer) -> None:
    peer.script(A, answer("From A."), answer("And on."))
    peer.script(B, answer("From B."))
    view = compare(driver, "Why?")
    finished(driver)
    QTest.keyClick(view, Qt.Key.Key_1)
    driver.wait(lambda: tally(driver) == [PairTally(B, A, 0, 1, 0, 0)])
    driver.wait(lambda: stored(driver) == ["Why?", "From A."])
    QTest.keyClick(view, Qt.Key.Key_2)
    driver.wait(lambda: tally(driver) == [PairTally(B, A, 1, 0, 0, 0)])
    driver.wait(lambda: stored(driver) == ["Why?", "From B."])
    assert "gemma3:4b" in view.votes.note.text()
    QTest.keyClick(view, Qt.Key.Key_1)
    driver.wait(lambda: stored(driver) == ["Why?", "From A."])
    QTest.keyClick(view, Qt.Key.Key_Escape)
    driver.wait(lambda: driver.texts() == ["Why?", "From A."])
    assert driver.chat.path[-1].sibling_count == 2
    driver.chat.comparing.end()
    driver.ask("Go on?")
    assert driver.texts()[-2:] == ["Go on?", "And on."]


@pytest.mark.parametrize(("key", "column"), [(Qt.Key.Key_3, "both_good"), (Qt.Key.Key_4, "both_bad")])
def test_a_tie_is_a_vote_too(driver: WindowDriver, key: Qt.Key, column: str) -> None:
    view = compare(driver, "Why?")
    finished(driver)
    QTest.keyClick(view, key)
    driver.wait(lambda: tally(driver))
    assert getattr(tally(driver)[0], column) == 1


def test_one_side_is_stopped_alone(driver: WindowDriver, peer: OllamaPeer) -> None:
    peer.script(A, answer("On and on. " * 400, tokens_per_s=20))
    peer.script(B, answer("Done."))
    view = compare(driver, "Why?")
    driver.wait(lambda: "On and" in shown(view, "a") and not view.columns["b"].is_running)
    view.columns["a"].stop.click()
    finished(driver)
    answers = [view.answer(side) for side in "ab"]
    assert [one.state for one in answers if one is not None] == ["stopped", "complete"]


def test_one_side_that_fails_says_so_and_can_be_tried_again(driver: WindowDriver, peer: OllamaPeer) -> None:
    peer.script(A, answer("Well."))
    peer.script(B, (Say("Be"), ErrorLine("out of memory")), answer("Now."))
    view = compare(driver, "Why?")
    finished(driver)
    assert view.columns["b"].state.text() == "failed"
    assert not view.votes.buttons[0].isEnabled()
    assert "nothing to vote" in view.votes.note.text()
    view.columns["b"].retry_wanted.emit()
    driver.wait(lambda: view.columns["b"].is_running)
    finished(driver)
    assert shown(view, "b") == "Now."
    assert view.votes.buttons[0].isEnabled()


def test_a_server_that_dies_in_the_middle_fails_both_and_keeps_what_came(
    driver: WindowDriver, peer: OllamaPeer
) -> None:
    for model in (A, B):
        peer.script(model, (Say("Half an answer."), Pause(60)))
    view = compare(driver, "Why?")
    driver.wait(lambda: all("Half an answer." in shown(view, side) for side in "ab"))
    peer.stop()
    finished(driver)
    assert [view.columns[side].state.text() for side in "ab"] == ["failed", "failed"]
    assert [one.text for side in "ab" if (one := view.answer(side)) is not None] == ["Half an answer."] * 2
    assert not any(button.isEnabled() for button in view.votes.buttons)


def test_blind_names_are_told_after_the_vote(driver: WindowDriver, peer: OllamaPeer) -> None:
    for model in (A, B):
        peer.script(model, answer("Who am I?"))
    view = compare(driver, "Why?", blind=True)
    finished(driver)
    assert view.is_blind
    told = " ".join(
        [
            *(view.columns[side].name.text() + view.columns[side].accessibleName() for side in "ab"),
            view.votes.note.text(),
        ]
        + [row.accessibleName() for side in "ab" for row in view.columns[side].transcript.list.rows.values()]
    )
    assert A not in told
    assert B not in told
    QTest.keyClick(view, Qt.Key.Key_3)
    assert sorted(view.columns[side].name.text() for side in "ab") == sorted([A, B])
    driver.wait(lambda: tally(driver))


def test_another_model_answers_beside_an_answer_that_is_there(driver: WindowDriver, peer: OllamaPeer) -> None:
    peer.script(A, answer("From A."))
    peer.script(B, answer("From B."))
    driver.ask("Why?")
    answer_id = driver.chat.path[-1].message_id
    driver.chat.transcript.action_requested.emit(MessageAction("compare", answer_id, B))
    driver.wait(lambda: driver.chat.comparing.is_shown)
    view = finished(driver)
    assert [shown(view, side) for side in "ab"] == ["From A.", "From B."]
    view.columns["b"].take.click()
    driver.wait(lambda: driver.texts() == ["Why?", "From B."])


def test_a_comparison_is_shown_again_after_a_restart_with_its_vote(
    tmp_path: Path, qtbot: QtBot, peer: OllamaPeer
) -> None:
    first = WindowDriver(tmp_path / "hearth", qtbot, peer)
    first.make_profile()
    first.start()
    first.wait(lambda: first.chat.models)
    view = compare(first, "Why?")
    finished(first)
    QTest.keyClick(view, Qt.Key.Key_2)
    first.wait(lambda: tally(first))
    chat, words = first.chat.conversation_id, sorted(shown(view, side) for side in "ab")
    first.end()
    again = WindowDriver(tmp_path / "hearth", qtbot, peer, keyring=first.keyring)
    again.start()
    again.wait(lambda: again.app.workspace is not None)
    again.chat.show_conversation(chat)
    again.wait(lambda: len(again.chat.path) == 2)
    again.chat.transcript.action_requested.emit(MessageAction("side_by_side", again.chat.path[-1].message_id))
    again.wait(lambda: again.chat.comparing.is_shown)
    view = again.chat.comparing.view
    assert sorted(shown(view, side) for side in "ab") == words
    again.wait(lambda: view.votes.choice in ("first", "second"))
    again.wait(lambda: again.chat.models)
    again.chat.comparing.choose()
    again.wait(lambda: set(again.chat.comparing.bar.pair()) == {A, B})
    again.end()


def test_leaving_the_chat_and_coming_back_goes_on_with_the_comparison(driver: WindowDriver, peer: OllamaPeer) -> None:
    peer.script(A, answer("Done."))
    peer.script(B, (Say("Half."), Pause(0.5), *answer("Whole.")))
    view = compare(driver, "Why?")
    driver.wait(lambda: "Half." in shown(view, "b"))
    chat = driver.chat.conversation_id
    driver.chat.show_new()
    assert not driver.chat.comparing.is_shown
    driver.chat.show_conversation(chat)
    driver.wait(lambda: driver.chat.comparing.is_shown and "Half." in shown(view, "b"))
    finished(driver)
    assert "Whole." in shown(view, "b")
    assert shown(view, "a") == "Done."


def test_a_vote_in_a_private_chat_is_not_kept(driver: WindowDriver, peer: OllamaPeer) -> None:
    peer.script(B, answer("From B."))
    driver.chat.show_new(private=True)
    view = compare(driver, "Secret?")
    finished(driver)
    QTest.keyClick(view, Qt.Key.Key_2)
    assert "not kept" in view.votes.note.text()
    driver.wait(lambda: stored(driver) == ["Secret?", "From B."])
    assert tally(driver) == []


def test_columns_stand_one_above_the_other_where_it_is_narrow(driver: WindowDriver) -> None:
    view = compare(driver, "Why?")
    finished(driver)
    window = driver.app.window
    assert window is not None
    driver.sidebar.hide()
    window.resize(1200, 800)
    QApplication.processEvents()
    assert view._pair.direction() == QBoxLayout.Direction.LeftToRight
    window.resize(480, 800)
    QApplication.processEvents()
    assert view._pair.direction() == QBoxLayout.Direction.TopToBottom
    assert all(column.height() > 100 for column in view.columns.values())


def test_everything_is_reached_with_tab(driver: WindowDriver) -> None:
    view = compare(driver, "Why?")
    finished(driver)
    QTest.keyClick(view, Qt.Key.Key_3)
    reached = set()
    for _ in range(40):
        focused = QApplication.focusWidget()
        if focused is not None:
            reached.add(focused.objectName() or focused.accessibleName())
        QTest.keyClick(focused or view, Qt.Key.Key_Tab)
    wanted = {"vote_first", "vote_both_bad", "leave_comparison", "Go on with this answer", "Copy this answer"}
    assert wanted <= reached
