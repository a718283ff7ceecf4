"""The palette in the real window: everything is found by its letters, from the keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.main_window.palette import Palette
from desktop.main_window.palette_rows import Heading
from desktop.main_window.palette_search import PaletteEntry
from desktop.main_window.palette_sources import persona_source, prompt_source
from tests.peers.ollama_server import OllamaPeer
from tests.peers.patience import PATIENCE_S
from tests.peers.window_driver import WindowDriver


@pytest.fixture
def driver(tmp_path: Path, qtbot: QtBot) -> Iterator[WindowDriver]:
    with OllamaPeer() as peer:
        driver = WindowDriver(tmp_path / "hearth", qtbot, peer)
        driver.make_profile()
        driver.start()
        yield driver
        driver.end()


def add_chat(driver: WindowDriver, title: str, *texts: str) -> str:
    async def made() -> str:
        store = driver.assistant.conversations
        chat = await store.create(title=title)
        parent: str | None = None
        for text in texts:
            message = await store.append(chat.conversation_id, role="user", text=text, parent_id=parent)
            parent = message.message_id
        return chat.conversation_id

    return driver.app.bridge.run_to_end(made(), timeout_s=PATIENCE_S)


def opened(driver: WindowDriver, qtbot: QtBot) -> Palette:
    """Press Ctrl+K as the owner does."""
    window = driver.app.window
    assert window is not None
    qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = driver.workspace._palette
    assert palette is not None
    driver.wait(lambda: palette.isVisible() and palette.field.hasFocus() and not palette._calls)
    return palette


def titles(palette: Palette) -> list[str]:
    return [row.title for row in palette.rows.rows if isinstance(row, PaletteEntry)]


def headings(palette: Palette) -> list[str]:
    return [row.text for row in palette.rows.rows if isinstance(row, Heading)]


def test_a_command_is_found_by_a_few_letters_and_enter_runs_it(driver: WindowDriver, qtbot: QtBot) -> None:
    palette = opened(driver, qtbot)
    qtbot.keyClicks(palette.field, "sideb")
    assert palette.current is not None
    assert palette.current.title == "Sidebar"
    assert palette.current.shortcut == "Ctrl+B"
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert not palette.isVisible()
    assert not driver.sidebar.isVisible()


def test_without_a_query_it_shows_recent_and_suggested(driver: WindowDriver, qtbot: QtBot) -> None:
    add_chat(driver, "Bread")
    palette = opened(driver, qtbot)
    assert headings(palette) == ["Recent", "Suggested", "Everything else"]
    assert titles(palette)[0] == "Bread"
    assert "New chat" in titles(palette)
    assert palette.current is not None
    qtbot.keyClicks(palette.field, "sidebar\r")
    qtbot.keyClicks(opened(driver, qtbot).field, "")
    assert titles(palette)[0] == "Sidebar"


def test_a_chat_is_found_by_its_title_and_by_words_inside(driver: WindowDriver, qtbot: QtBot) -> None:
    bread = add_chat(driver, "Bröt für Gäste", "flour", "the needle is here", "water")
    palette = opened(driver, qtbot)
    qtbot.keyClicks(palette.field, "brot gaste")
    assert titles(palette) == ["Bröt für Gäste"]
    palette.field.selectAll()
    qtbot.keyClicks(palette.field, "needle")
    driver.wait(lambda: headings(palette) == ["In your chats"])
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    driver.wait(lambda: driver.chat.conversation_id == bread)
    assert "the needle is here" in driver.texts()


def test_a_setting_is_found_by_a_choice_and_opened_with_the_keyboard_on_it(driver: WindowDriver, qtbot: QtBot) -> None:
    palette = opened(driver, qtbot)
    qtbot.keyClicks(palette.field, "dark")
    assert titles(palette)[0] == "Theme"
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    window = driver.workspace._settings_window
    assert window is not None
    driver.wait(lambda: window.isVisible() and window.forms["appearance"].rows["appearance.theme"].control.hasFocus())


def test_a_page_of_the_settings_is_found_by_what_stands_on_it(driver: WindowDriver, qtbot: QtBot) -> None:
    palette = opened(driver, qtbot)
    qtbot.keyClicks(palette.field, "recovery\r")
    window = driver.workspace._settings_window
    assert window is not None
    assert window.current_page == "keys"


def test_arrows_pages_home_and_end_walk_over_entries_only(driver: WindowDriver, qtbot: QtBot) -> None:
    palette = opened(driver, qtbot)

    def row() -> int:
        assert palette.current is not None
        return palette.list.currentIndex().row()

    first = row()
    qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    assert row() == first
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    assert row() > first
    qtbot.keyClick(palette.field, Qt.Key.Key_End)
    last = row()
    assert last == palette.rows.rowCount() - 1
    qtbot.keyClick(palette.field, Qt.Key.Key_PageUp)
    assert first < row() < last
    qtbot.keyClick(palette.field, Qt.Key.Key_PageDown)
    qtbot.keyClick(palette.field, Qt.Key.Key_Home)
    assert row() == first
    for _ in range(palette.rows.rowCount()):
        qtbot.keyClick(palette.field, Qt.Key.Key_Down)
        assert palette.current is not None
    assert row() == last


def test_home_and_end_move_in_the_typed_text_first(driver: WindowDriver, qtbot: QtBot) -> None:
    palette = opened(driver, qtbot)
    qtbot.keyClicks(palette.field, "chat")
    qtbot.keyClick(palette.field, Qt.Key.Key_Home)
    assert palette.field.cursorPosition() == 0
    qtbot.keyClick(palette.field, Qt.Key.Key_End)
    assert palette.field.cursorPosition() == 4
    assert palette.list.currentIndex().row() == 0
    qtbot.keyClick(palette.field, Qt.Key.Key_End)
    assert palette.list.currentIndex().row() == palette.rows.rowCount() - 1


def test_escape_and_a_second_ctrl_k_close_it_and_the_keyboard_goes_back(driver: WindowDriver, qtbot: QtBot) -> None:
    driver.chat.composer.focus_editor()
    before = QApplication.focusWidget()
    for key, modifier in (
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier),
    ):
        palette = opened(driver, qtbot)
        qtbot.keyClick(palette.field, key, modifier)
        assert not palette.isVisible()
        assert QApplication.focusWidget() is before


def test_tab_stays_inside_and_letters_go_on_searching_from_the_list(driver: WindowDriver, qtbot: QtBot) -> None:
    palette = opened(driver, qtbot)
    qtbot.keyClick(palette.field, Qt.Key.Key_Tab)
    assert palette.list.hasFocus()
    qtbot.keyClick(palette.list, Qt.Key.Key_Down)
    assert palette.isVisible()
    qtbot.keyClick(palette.list, Qt.Key.Key_S)
    assert palette.field.hasFocus()
    assert palette.field.text() == "s"


def test_a_click_beside_it_closes_it_and_a_click_on_a_row_takes_it(driver: WindowDriver, qtbot: QtBot) -> None:
    palette = opened(driver, qtbot)
    qtbot.mouseClick(palette, Qt.MouseButton.LeftButton, pos=palette.rect().bottomLeft())
    assert not palette.isVisible()
    palette = opened(driver, qtbot)
    qtbot.keyClicks(palette.field, "sidebar")
    at = palette.list.visualRect(palette.rows.index(0)).center()
    qtbot.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert not driver.sidebar.isVisible()


def test_what_cannot_be_used_now_is_not_offered(driver: WindowDriver, qtbot: QtBot) -> None:
    palette = opened(driver, qtbot)
    qtbot.keyClicks(palette.field, "stop the answer")
    assert "Stop the answer" not in titles(palette)


def test_nothing_found_is_said(driver: WindowDriver, qtbot: QtBot) -> None:
    palette = opened(driver, qtbot)
    qtbot.keyClicks(palette.field, "xyzzy-q")
    assert palette.empty.isVisible()
    assert palette.current is None
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_rows_are_spoken_with_kind_and_keys(driver: WindowDriver, qtbot: QtBot) -> None:
    palette = opened(driver, qtbot)
    qtbot.keyClicks(palette.field, "new chat")
    spoken = palette.rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "New chat, Chats, Action, Ctrl+N"


def test_changed_keys_are_shown_the_next_time(driver: WindowDriver, qtbot: QtBot) -> None:
    driver.workspace.commands.set_shortcuts("view.sidebar", ["F9"])
    palette = opened(driver, qtbot)
    qtbot.keyClicks(palette.field, "sidebar")
    assert palette.current is not None
    assert palette.current.shortcut == "F9"


def test_it_fits_a_small_window_and_follows_its_size(driver: WindowDriver, qtbot: QtBot) -> None:
    window = driver.app.window
    assert window is not None
    palette = opened(driver, qtbot)
    for width, height in ((560, 400), (1200, 800)):
        window.resize(width, height)
        driver.wait(lambda: palette.geometry() == driver.workspace.rect())
        assert palette.rect().contains(palette._panel.geometry())
    centre = palette._panel.geometry().center().x() - palette.rect().center().x()
    assert abs(centre) <= 1


def test_personas_and_prompts_are_offered_where_they_are_plugged_in(driver: WindowDriver, qtbot: QtBot) -> None:
    chosen: list[str] = []
    core = driver.assistant
    palette = Palette(
        driver.app.bridge,
        sources={
            "personas": persona_source(lambda: core.personas.list(), chosen.append),
            "prompts": prompt_source(lambda: core.prompts.list(), chosen.append),
        },
        parent=driver.workspace,
    )
    palette.open()
    driver.wait(lambda: not palette._calls and titles(palette))
    kinds = {row.kind for row in palette.rows.rows if isinstance(row, PaletteEntry)}
    assert kinds == {"persona", "prompt"}
    qtbot.keyClicks(palette.field, "/summ\r")
    assert len(chosen) == 1
    prompt = driver.app.bridge.run_to_end(core.prompts.get(chosen[0]), timeout_s=PATIENCE_S)
    assert prompt is not None
    assert prompt.name.startswith("summ")
