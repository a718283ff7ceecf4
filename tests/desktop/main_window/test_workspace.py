"""Sidebar, search and commands against a real store; by keyboard where a keyboard can do it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QInputDialog, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from desktop.main_window.conversation_tree import KIND_ROLE
from desktop.main_window.search_panel import HIT_ROLE, WHY_ROLE
from desktop.main_window.shortcuts_overview import ShortcutsOverview
from desktop.main_window.window_geometry import WindowGeometry
from tests.peers.ollama_server import OllamaPeer
from tests.peers.patience import PATIENCE_S
from tests.peers.window_driver import WindowDriver


@pytest.fixture
def driver(tmp_path: Path, qtbot: QtBot) -> Iterator[WindowDriver]:
    with OllamaPeer() as peer:
        driver = WindowDriver(tmp_path / "hearth", qtbot, peer)
        driver.make_profile()
        driver.start()
        driver.app.bridge.run_to_end(
            driver.assistant.settings.change("chat.automatic_titles", False), timeout_s=PATIENCE_S
        )
        yield driver
        driver.end()


def core(driver: WindowDriver, work: Any) -> Any:
    return driver.app.bridge.run_to_end(work, timeout_s=PATIENCE_S)


def add_chat(driver: WindowDriver, title: str, *texts: str) -> str:
    async def made() -> str:
        store = driver.assistant.conversations
        conversation = await store.create(title=title)
        parent = None
        for text in texts:
            parent = (
                await store.append(conversation.conversation_id, parent_id=parent, role="user", text=text)
            ).message_id
        return conversation.conversation_id

    conversation_id: str = core(driver, made())
    driver.wait(lambda: driver.sidebar.tree.conversation(conversation_id))
    return conversation_id


def test_a_chat_made_anywhere_appears_and_opens(driver: WindowDriver) -> None:
    conversation_id = add_chat(driver, "Sourdough", "How much starter?")
    driver.sidebar.opened.emit(conversation_id, "", "")
    driver.wait(lambda: driver.texts() == ["How much starter?"])
    assert driver.sidebar.selected_chats() == [conversation_id]


def test_alt_and_arrows_step_through_the_chats(driver: WindowDriver, qtbot: QtBot) -> None:
    add_chat(driver, "One", "first")
    add_chat(driver, "Two", "second")
    ids = driver.sidebar.tree.conversation_ids()
    driver.workspace.commands.run("chat.next")
    driver.wait(lambda: driver.chat.conversation_id == ids[0])
    driver.workspace.commands.run("chat.next")
    driver.wait(lambda: driver.chat.conversation_id == ids[1])
    driver.workspace.commands.run("chat.previous")
    driver.wait(lambda: driver.chat.conversation_id == ids[0])


def test_the_search_finds_a_message_and_enter_goes_to_it(driver: WindowDriver, qtbot: QtBot) -> None:
    wanted = add_chat(driver, "Bread", "flour", "the needle is here", "water")
    add_chat(driver, "Other", "nothing")
    driver.workspace.commands.run("chat.search")
    field = driver.sidebar.search_field
    driver.wait(lambda: field.hasFocus())
    qtbot.keyClicks(field, "needle")
    driver.wait(lambda: driver.sidebar.results.view.model().rowCount() == 1)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    driver.wait(lambda: driver.chat.conversation_id == wanted)
    assert "the needle is here" in driver.texts()


def test_a_chat_that_only_means_the_same_stands_behind_the_words_and_says_why(
    driver: WindowDriver, qtbot: QtBot
) -> None:
    chats = driver.assistant.memory.chats
    chats._rest_s = 0.0
    words = add_chat(driver, "Brakes", "An automobile has brakes, problem or not")
    wanted = add_chat(driver, "Car", "My car makes a grinding noise when braking.")
    core(driver, chats.settle())
    model = driver.sidebar.results.view.model()
    qtbot.keyClicks(driver.sidebar.search_field, "automobile brakes problem")
    driver.wait(
        lambda: [model.index(row, 0).data(WHY_ROLE) for row in range(model.rowCount())] == ["", "similar meaning"]
    )
    assert [model.index(row, 0).data(HIT_ROLE).conversation_id for row in range(2)] == [words, wanted]
    assert "similar meaning" in model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    driver.sidebar.results.mark(1)
    driver.sidebar.results.choose_current()
    driver.wait(lambda: driver.chat.conversation_id == wanted)


def test_what_is_not_found_is_said(driver: WindowDriver, qtbot: QtBot) -> None:
    qtbot.keyClicks(driver.sidebar.search_field, "unheard-of")
    driver.wait(lambda: "Nothing found" in driver.sidebar.results._nothing.text())
    driver.sidebar.search_field.clear()
    driver.wait(lambda: driver.sidebar._pages.currentWidget() is not driver.sidebar.results)


def test_f2_renames_in_place(driver: WindowDriver, qtbot: QtBot) -> None:
    conversation_id = add_chat(driver, "Old name", "text")
    driver.sidebar.view.setCurrentIndex(driver.sidebar.tree.index_of(conversation_id))
    driver.workspace.commands.run("chat.rename")
    editor = driver.sidebar.view.findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    qtbot.keyClicks(editor, "New name")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    driver.wait(lambda: core(driver, driver.assistant.conversations.get(conversation_id)).title == "New name")


def test_pin_and_archive_and_back(driver: WindowDriver) -> None:
    conversation_id = add_chat(driver, "Keep", "text")
    driver.sidebar.mark(conversation_id)
    driver.workspace.commands.run("chat.pin")
    driver.wait(lambda: driver.sidebar.tree.conversation(conversation_id).pinned)  # type: ignore[union-attr]
    driver.workspace.commands.run("chat.archive")
    driver.wait(lambda: driver.sidebar.tree.conversation(conversation_id) is None)
    driver.workspace.commands.run("view.archive")
    driver.wait(lambda: driver.sidebar.tree.conversation(conversation_id))
    driver.sidebar.mark(conversation_id)
    driver.workspace.commands.run("chat.archive")
    driver.wait(lambda: driver.sidebar.tree.conversation(conversation_id) is None)
    driver.sidebar.narrow(tag="", archived=False)
    driver.wait(lambda: driver.sidebar.tree.conversation(conversation_id))


def test_a_deleted_chat_comes_back_by_undo_and_goes_for_good_without(driver: WindowDriver) -> None:
    conversation_id = add_chat(driver, "Away", "text")
    driver.sidebar.mark(conversation_id)
    driver.workspace.commands.run("chat.delete")
    assert driver.sidebar.tree.conversation(conversation_id) is None
    assert "Chat deleted." in driver.workspace.toasts.texts()
    assert driver.workspace.deletes.undo(conversation_id)
    driver.sidebar.reload()
    driver.wait(lambda: driver.sidebar.tree.conversation(conversation_id))
    driver.sidebar.mark(conversation_id)
    driver.workspace.commands.run("chat.delete")
    driver.workspace.deletes.all_now()
    driver.wait(lambda: core(driver, driver.assistant.conversations.all_ids()) == [])


def test_folders_are_made_filled_renamed_and_deleted_without_their_chats(
    driver: WindowDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    conversation_id = add_chat(driver, "Report", "text")
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("Work", True))
    driver.workspace.commands.run("folder.new")
    driver.wait(lambda: driver.sidebar.folders)
    folder_id = driver.sidebar.folders[0].folder_id
    driver.sidebar.move_chats([conversation_id], folder_id)
    driver.wait(lambda: driver.sidebar.tree.conversation(conversation_id).folder_id == folder_id)  # type: ignore[union-attr]
    index = driver.sidebar.tree.index_of_folder(folder_id)
    assert index.data(KIND_ROLE) == "folder"
    assert driver.sidebar.tree.setData(index, "Office")
    driver.wait(lambda: driver.sidebar.folders and driver.sidebar.folders[0].name == "Office")
    driver.sidebar.view.setCurrentIndex(driver.sidebar.tree.index_of_folder(folder_id))
    driver.workspace.commands.run("folder.delete")
    driver.wait(lambda: not driver.sidebar.folders)
    driver.wait(lambda: driver.sidebar.tree.conversation(conversation_id))


def test_tags_narrow_the_list(driver: WindowDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    tagged = add_chat(driver, "Bread", "text")
    other = add_chat(driver, "Taxes", "text")
    driver.sidebar.mark(tagged)
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("food, #slow", True))
    driver.workspace.commands.run("chat.tags")
    driver.wait(lambda: driver.sidebar.tree.conversation(tagged).tags == ("food", "slow"))  # type: ignore[union-attr]
    driver.sidebar.narrow(tag="food", archived=False)
    driver.wait(lambda: driver.sidebar.tree.conversation(other) is None)
    assert driver.sidebar._notice.isVisible()
    driver.sidebar._notice.click()
    driver.wait(lambda: driver.sidebar.tree.conversation(other))


def test_menus_offer_what_fits_the_row(driver: WindowDriver) -> None:
    conversation_id = add_chat(driver, "Bread", "text")
    driver.sidebar.mark(conversation_id)
    menu = driver.workspace.chat_commands.chat_menu()
    menu.aboutToShow.emit()
    titles = [action.text() for action in menu.actions()]
    assert titles == ["Rename", "Pin", "Archive", "Tags…", "", "Move to folder", "Export as", "", "Delete"]
    driver.workspace.commands.run("chat.pin")
    driver.wait(lambda: driver.workspace.commands.title("chat.pin") == "Unpin")
    menu.aboutToShow.emit()
    assert menu.actions()[1].text() == "Unpin"


def test_a_link_is_opened_only_after_all_of_it_was_shown(driver: WindowDriver) -> None:
    driver.workspace.open_link("https://example.org/a?b=c")
    box = driver.workspace.findChild(QMessageBox)
    assert box is not None
    assert box.informativeText() == "https://example.org/a?b=c"
    box.close()
    driver.workspace.open_link("file://localhost/etc/passwd")
    assert any("does not open" in text for text in driver.workspace.toasts.texts())


def test_the_overview_lists_every_command_that_has_keys(driver: WindowDriver) -> None:
    driver.workspace.commands.run("help.shortcuts")
    overview = driver.workspace.findChild(ShortcutsOverview)
    assert isinstance(overview, QDialog)
    shown = {label.text() for label in overview.findChildren(type(driver.chat.header.badge))}
    with_keys = [one for one in driver.workspace.commands.all() if one.shortcuts]
    assert len(with_keys) > 15
    assert {one.title.rstrip("…") for one in with_keys} <= shown
    overview.close()


@pytest.mark.parametrize("text", ["", "{}", "null", "[1]", '{"width": "wide"}', '{"width": 1e999}', "\x00"])
def test_a_broken_note_of_the_geometry_gives_the_usual_window(text: str) -> None:
    assert WindowGeometry.from_text(text) == WindowGeometry()


def test_the_geometry_comes_back_as_it_was_and_inside_limits() -> None:
    kept = WindowGeometry(900, 700, 10, 20, maximised=True, sidebar=300)
    assert WindowGeometry.from_text(kept.as_text()) == kept
    assert WindowGeometry.from_text(WindowGeometry(1, 1, None, None).as_text()).width >= 560
