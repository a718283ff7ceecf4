"""In a narrow window the sidebar leaves the room to the chat, and comes back with the width."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.main_window.sidebar_room import NARROW, SidebarRoom
from desktop.main_window.window_geometry import WindowGeometry
from tests.peers.window_driver import WindowDriver


class Window(QWidget):
    """A window with a sidebar, before a chat or another page."""

    def __init__(self) -> None:
        super().__init__()
        self.sidebar, self.field = QWidget(self), QLineEdit(self)
        self.search = QLineEdit(self.sidebar)
        row = QHBoxLayout(self)
        row.addWidget(self.sidebar)
        row.addWidget(self.field)
        self.is_chat = True
        self.room = SidebarRoom(self, self.sidebar, chat_in_sight=lambda: self.is_chat)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[Window]:
    window = Window()
    qtbot.addWidget(window)
    window.resize(900, 400)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.field.setFocus()
    yield window
    window.close()


def test_it_goes_when_the_window_becomes_narrow_and_comes_back(window: Window) -> None:
    assert window.sidebar.isVisible()
    window.resize(NARROW - 1, 400)
    assert not window.sidebar.isVisible()
    window.resize(NARROW, 400)
    assert window.sidebar.isVisible()


def test_on_a_page_without_a_button_to_bring_it_back_it_stays(window: Window) -> None:
    window.is_chat = False
    window.resize(600, 400)
    assert window.sidebar.isVisible()
    window.is_chat = True
    window.room.fit()
    assert not window.sidebar.isVisible()
    window.is_chat = False
    window.room.fit()
    assert window.sidebar.isVisible()


def test_what_the_owner_wants_holds(window: Window) -> None:
    window.resize(600, 400)
    window.room.toggle()
    assert window.sidebar.isVisible()
    window.resize(650, 400)
    assert window.sidebar.isVisible()
    window.room.toggle()
    window.resize(900, 400)
    assert not window.sidebar.isVisible()  # put away by its owner, not by us
    window.room.toggle()
    assert window.sidebar.isVisible()


def test_who_types_in_it_keeps_it(window: Window) -> None:
    window.search.setFocus()
    window.resize(600, 400)
    assert window.sidebar.isVisible()


def test_the_program_opens_narrow_with_the_chat_alone_and_a_button_for_the_rest(tmp_path: Path, qtbot: QtBot) -> None:
    driver = WindowDriver(tmp_path / "home", qtbot)
    driver.make_profile()
    driver.start()
    driver.wait(lambda: driver.app.workspace is not None)
    frame = driver.app.window
    assert frame is not None
    frame.resize(620, 700)
    driver.wait(lambda: not driver.sidebar.isVisible())
    driver.chat.sidebar_wanted.emit()
    assert driver.sidebar.isVisible()
    driver.workspace.commands.run("view.sidebar")
    assert not driver.sidebar.isVisible()
    driver.workspace.pages.show_page("memory")
    driver.workspace.commands.run("view.sidebar")
    assert driver.sidebar.isVisible()
    driver.end()


def test_it_is_away_from_the_first_moment_in_a_window_that_opens_narrow(tmp_path: Path, qtbot: QtBot) -> None:
    driver = WindowDriver(tmp_path / "home", qtbot)
    driver.make_profile()
    driver.early.change("general.window", WindowGeometry(width=640, height=700).as_text())
    driver.app._geometry = WindowGeometry(width=640, height=700)
    driver.start()
    driver.wait(lambda: driver.app.workspace is not None and driver.workspace.isVisible())
    driver.wait(lambda: not driver.sidebar.isVisible())
    driver.end()
