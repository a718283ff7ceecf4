"""What was noticed in a chat: a bar that asks and takes no keyboard; and what was remembered, under an answer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.events import MemoriesUsed, TextDelta, TurnFinished, UsedMemory
from core.memory.facts import NewMemory
from core.memory.memory_rows import Memory
from desktop.chat.memory_proposals import ProposalBar
from desktop.chat.transcript_view import TranscriptView
from models.language.messages import Usage
from tests.peers.ollama_replies import answer
from tests.peers.ollama_server import OllamaPeer
from tests.peers.transcript_stage import row_of, said, streaming
from tests.peers.window_driver import WindowDriver


@pytest.fixture
def driver(tmp_path: Path, qtbot: QtBot) -> Iterator[WindowDriver]:
    with OllamaPeer() as peer:
        peer.script("llama3.2:3b", answer("Fine."))
        driver = WindowDriver(tmp_path / "hearth", qtbot, peer)
        driver.make_profile()
        driver.start()
        driver.app.bridge.run_to_end(driver.assistant.settings.change("memory.mode", "never"), timeout_s=10)
        driver.app.bridge.run_to_end(driver.assistant.settings.change("chat.automatic_titles", False), timeout_s=10)
        driver.wait(lambda: driver.chat.models)
        yield driver
        driver.end()


def notice(driver: WindowDriver, *texts: str, keep: bool = False) -> list[Memory]:
    chat, message = driver.chat.conversation_id, driver.chat.path[0].message_id
    news = [NewMemory(text, "fact", chat, message) for text in texts]
    return driver.app.bridge.run_to_end(driver.assistant.memory.propose(news, keep=keep), timeout_s=20)


def kept(driver: WindowDriver) -> list[str]:
    memories = driver.app.bridge.run_to_end(driver.assistant.memory.list(state="kept"), timeout_s=20)
    return [one.text for one in memories]


def bar_of(driver: WindowDriver) -> ProposalBar:
    driver.wait(lambda: driver.chat.shelf.proposals.bar is not None and driver.chat.shelf.proposals.bar.isVisible())
    bar = driver.chat.shelf.proposals.bar
    assert bar is not None
    return bar


def test_proposals_are_answered_one_by_one_while_the_owner_types_on(driver: WindowDriver) -> None:
    driver.ask("I bake on Saturdays, and I own a bicycle, and I am tired.")
    driver.chat.composer.focus_editor()
    notice(driver, "I bake on Saturdays.", "I own a bicycle.", "I am tired.")
    bar = bar_of(driver)
    driver.wait(lambda: "2 more" in bar.accessibleName())
    assert driver.chat.composer.editor().hasFocus()  # nothing was taken away from who types
    assert bar.words.text() == "I bake on Saturdays."
    bar.keep.click()
    driver.wait(lambda: bar.words.text() == "I own a bicycle.")
    bar.edit.click()
    driver.wait(bar.field.hasFocus)
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert bar.edit.hasFocus()
    QTest.keyClick(bar.edit, Qt.Key.Key_Space)
    bar.field.selectAll()
    QTest.keyClicks(bar.field, "I own a red bicycle.")
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    driver.wait(lambda: bar.words.text() == "I am tired.")
    bar.no.click()
    driver.wait(lambda: not bar.isVisible())
    assert sorted(kept(driver)) == ["I bake on Saturdays.", "I own a red bicycle."]


def test_a_proposal_stays_with_its_chat_and_goes_when_it_is_answered_elsewhere(driver: WindowDriver) -> None:
    driver.ask("I bake on Saturdays.")
    chat = driver.chat.conversation_id
    (memory,) = notice(driver, "I bake on Saturdays.")
    bar = bar_of(driver)
    driver.chat.show_new()
    driver.wait(lambda: not bar.isVisible())
    driver.chat.show_conversation(chat)
    driver.wait(bar.isVisible)
    driver.app.bridge.run_to_end(driver.assistant.memory.keep(memory.memory_id), timeout_s=20)
    driver.wait(lambda: not bar.isVisible())


def test_what_is_kept_by_itself_is_told_and_can_be_forgotten_at_once(driver: WindowDriver) -> None:
    driver.ask("I bake on Saturdays.")
    notice(driver, "I bake on Saturdays.", keep=True)
    driver.wait(lambda: driver.chat.toasts.texts() == ["Remembered: “I bake on Saturdays.”"])
    assert driver.chat.shelf.proposals.bar is None
    assert kept(driver) == ["I bake on Saturdays."]


def test_what_was_remembered_for_an_answer_stands_under_it(qtbot: QtBot) -> None:
    view = TranscriptView()
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show()
    view.set_path([said(0, "What shall I cook?")])
    view.begin_answer(streaming(1))
    view.apply("message-1", [MemoriesUsed((UsedMemory("m", "I am allergic to nuts."),)), TextDelta("Soup [1].")])
    row = row_of(view, 1)
    assert row._sources is None  # the words come first
    view.apply("message-1", [TurnFinished("message-1", False, Usage(), 0.1, 0.2)])
    view.finish(view.model[1])
    strip = row_of(view, 1)._sources
    assert strip is not None
    assert strip.remembered.isVisible()
    assert strip.remembered.accessibleName() == "Remembered: I am allergic to nuts."
    assert not strip.chips
    assert not strip.warning.isVisible()  # no documents were asked: brackets are brackets
    asked: list[str] = []
    view.action_requested.connect(lambda action: asked.append(action.kind))
    strip.remembered.click()
    assert asked == ["show_memory"]
