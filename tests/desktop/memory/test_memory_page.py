"""The page of memories over a real profile, by mouse and keyboard."""

from __future__ import annotations

from collections.abc import Coroutine, Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core.memory.facts import NewMemory
from core.memory.memory_rows import Memory
from desktop.bridge import Bridge
from desktop.memory.memory_card import MemoryCard
from desktop.memory.memory_page import MemoryPage
from desktop.theme.design_tokens import LIGHT
from desktop.theme.stylesheet import apply_theme
from desktop.widgets.toast import Toasts
from tests.peers.profile_at_hand import ProfileAtHand

PATIENCE_MS = 30_000
T = TypeVar("T")


class Desk:
    """A profile and its page in a window."""

    def __init__(self, home: Path, qtbot: QtBot) -> None:
        self.qtbot, self.bridge = qtbot, Bridge()
        self.reported: list[BaseException] = []
        self._opening = ProfileAtHand(home).assistant()
        self.assistant = self.do(self._opening.__aenter__())
        self.window = QWidget()
        self.window.resize(1000, 760)
        self.toasts = Toasts(self.window)
        self.page = MemoryPage(self.bridge, self.assistant, toasts=self.toasts, report=self.reported.append)
        layout = QVBoxLayout(self.window)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.page)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitActive(self.window)
        self.wait(lambda: self.page.empty.isVisible() or self.page.cards)

    def do(self, work: Coroutine[Any, Any, T]) -> T:
        return self.bridge.run_to_end(work, timeout_s=30)

    def wait(self, condition: Any) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=PATIENCE_MS)

    def remember(self, text: str, **facts: Any) -> Memory:
        memory = self.do(self.assistant.memory.add(text, **facts))
        self.wait(lambda: memory.memory_id in self.page.cards)
        return memory

    def noticed(self, text: str) -> tuple[Memory, str]:
        async def noticed() -> tuple[Memory, str]:
            chat = (await self.assistant.conversations.create()).conversation_id
            message = await self.assistant.conversations.append(chat, parent_id=None, role="user", text=text)
            new = NewMemory(text, "fact", chat, message.message_id)
            return (await self.assistant.memory.propose([new], keep=False))[0], chat

        memory, chat = self.do(noticed())
        self.wait(lambda: memory.memory_id in self.page.cards)
        return memory, chat

    def all(self) -> list[Memory]:
        return self.do(self.assistant.memory.list())

    def card(self, memory: Memory) -> MemoryCard:
        return self.page.cards[memory.memory_id]

    def texts(self) -> list[str]:
        return [card.memory.text for card in self.page.cards.values()]

    def close(self) -> None:
        self.window.close()
        self.window.deleteLater()
        self.do(self._opening.__aexit__(None, None, None))
        self.bridge.stop()
        assert self.reported == []


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, LIGHT)
    made = Desk(tmp_path / "home", qtbot)
    yield made
    made.close()


def test_an_empty_page_explains_and_takes_the_first_memory_by_keys(desk: Desk) -> None:
    page = desk.page
    assert page.empty.accessibleName() == "Nothing is remembered yet"
    assert "asks whether to remember" in page.empty.accessibleDescription()
    assert not page.search.isVisible()
    assert not page.forget_all.isVisible()
    page.new.setFocus()
    QTest.keyClicks(page.new, "I live in Porto.")
    QTest.keyClick(page.new, Qt.Key.Key_Return)
    desk.wait(lambda: desk.texts() == ["I live in Porto."])
    assert page.new.text() == ""
    assert page.count.text().startswith("1 memor")
    assert desk.all()[0].conversation_id is None


def test_a_proposal_is_kept_reworded_or_refused(desk: Desk) -> None:
    first, _ = desk.noticed("I bake on Saturdays.")
    second, _ = desk.noticed("I own a red bicycle.")
    third, _ = desk.noticed("I am tired.")
    desk.card(first).keep.click()
    desk.wait(lambda: desk.card(first).memory.state == "kept")
    card = desk.card(second)
    card.begin_edit()
    assert card.editor is not None
    assert card.editor.hasFocus()
    card.editor.selectAll()
    QTest.keyClicks(card.editor, "I own a blue bicycle.")
    QTest.keyClick(card.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.wait(lambda: "I own a blue bicycle." in desk.texts() and desk.card(second).memory.state == "kept")
    desk.card(third).no.click()
    desk.wait(lambda: third.memory_id not in desk.page.cards)
    assert {(one.text, one.state) for one in desk.all()} == {
        ("I bake on Saturdays.", "kept"),
        ("I own a blue bicycle.", "kept"),
    }


def test_escape_leaves_a_memory_as_it_was_and_the_keyboard_where_it_was(desk: Desk) -> None:
    memory = desk.remember("I am allergic to nuts.")
    card = desk.card(memory)
    card.edit.setFocus()
    QTest.keyClick(card.edit, Qt.Key.Key_Space)
    assert card.editor is not None
    QTest.keyClicks(card.editor, " Or not.")
    QTest.keyClick(card.editor, Qt.Key.Key_Escape)
    assert not card.is_edited
    assert card.edit.hasFocus()
    assert desk.all()[0].text == "I am allergic to nuts."


def test_what_is_typed_outlives_news(desk: Desk) -> None:
    memory = desk.remember("I am allergic to nuts.")
    card = desk.card(memory)
    card.begin_edit()
    assert card.editor is not None
    QTest.keyClicks(card.editor, " And to cats.")
    desk.remember("I live in Porto.")
    assert desk.card(memory) is card
    assert card.editor.toPlainText() == "I am allergic to nuts. And to cats."
    card.save.click()
    desk.wait(lambda: "I am allergic to nuts. And to cats." in desk.texts())


def test_a_memory_is_pinned_given_an_end_and_forgotten(desk: Desk) -> None:
    memory = desk.remember("I am allergic to nuts.")
    card = desk.card(memory)
    assert card.pin.accessibleName() == "Use it in every answer"
    card.pin.click()
    desk.wait(lambda: desk.card(memory).memory.pinned)
    desk.card(memory).expiry.click()
    menu = desk.card(memory).findChild(QMenu, "expiry_menu")
    assert menu is not None
    next(action for action in menu.actions() if action.text() == "For a month").trigger()
    menu.close()
    desk.wait(lambda: desk.card(memory).memory.expires_at is not None)
    desk.card(memory).forget.click()
    desk.wait(lambda: not desk.page.cards)
    assert desk.all() == []
    assert desk.toasts.texts() == ["Forgotten."]
    again = desk.toasts.findChild(QPushButton, "") or desk.toasts.findChildren(QPushButton)[0]
    assert again is not None


def test_memories_are_searched_by_word_and_what_is_not_there_is_told(desk: Desk) -> None:
    nuts = desk.remember("I am allergic to nuts.")
    desk.remember("I live in Porto.")
    QTest.keyClicks(desk.page.search, "nuts")
    desk.wait(lambda: desk.page.count.text().endswith("found"))
    assert desk.texts()[0] == nuts.text
    desk.page.search.setText("zeppelin")
    desk.wait(lambda: desk.page.empty.isVisible() or "zeppelin" not in desk.page.search.text())
    desk.page.search.clear()
    desk.wait(lambda: len(desk.page.cards) == 2)


def test_all_is_forgotten_after_a_question(desk: Desk) -> None:
    desk.remember("I am allergic to nuts.")
    desk.noticed("I bake on Saturdays.")
    desk.page.forget_all.click()
    box = desk.page.findChild(QMessageBox)
    assert box is not None
    assert box.text() == "Forget all 2 memories?"
    next(one for one in box.buttons() if one.text() == "Forget everything").click()
    desk.wait(lambda: not desk.page.cards)
    assert desk.all() == []


def test_where_it_was_learnt_is_one_click_away(desk: Desk) -> None:
    wanted: list[tuple[str, str]] = []
    desk.page.origin_wanted.connect(lambda chat, message: wanted.append((chat, message)))
    memory, chat = desk.noticed("I bake on Saturdays.")
    origin = desk.card(memory).findChild(QPushButton, "origin")
    assert origin is not None
    origin.click()
    assert wanted == [(chat, memory.message_id)]


def test_whether_hearth_learns_is_chosen_here_and_follows_the_settings(desk: Desk) -> None:
    desk.page.mode.chosen.emit("never")
    desk.wait(lambda: desk.assistant.settings.values.memory.mode == "never")
    desk.wait(lambda: desk.page.mode.value() == "never")
    assert "learns nothing" in desk.page.empty.accessibleDescription()
    desk.do(desk.assistant.settings.change("memory.mode", "automatic"))
    desk.wait(lambda: desk.page.mode.value() == "automatic")
