"""A page of personas or prompts in a window of its own, over a real assistant on a real vault."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core.assistant import Assistant
from desktop.bridge import Bridge
from desktop.widgets.library_page import LibraryPage
from desktop.widgets.toast import Toast, Toasts
from tests.peers.patience import PATIENCE_MS, PATIENCE_S
from tests.peers.profile_at_hand import ProfileAtHand

P = TypeVar("P", bound=LibraryPage)
T = TypeVar("T")


class LibraryDesk(Generic[P]):
    """Opens the profile below `home` and shows the page that `make` makes of it. End it with `end`."""

    def __init__(self, home: Path, qtbot: QtBot, make: Callable[[LibraryDesk[P]], P]) -> None:
        self.qtbot = qtbot
        self.bridge = Bridge()
        self.reported: list[BaseException] = []
        self._opening = ProfileAtHand(home).assistant()
        self.assistant: Assistant = self.wait_for(self._opening.__aenter__())
        self.window = QWidget()
        self.window.resize(1000, 700)
        self.toasts = Toasts(self.window)
        self.page = make(self)
        layout = QVBoxLayout(self.window)
        layout.addWidget(self.page)
        self.window.show()
        self.window.activateWindow()
        self.wait(lambda: self.page.rows.count())
        qtbot.waitActive(self.window)

    def wait(self, condition: Callable[[], object]) -> None:
        """Let the program run until `condition` holds."""
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=PATIENCE_MS)

    def wait_for(self, work: Coroutine[Any, Any, T]) -> T:
        """What `work` returns."""
        return self.bridge.run_to_end(work, timeout_s=PATIENCE_S)

    def titles(self) -> list[str]:
        """The rows in sight."""
        shown = set(self.page.rows.shown_ids())
        return [card.title for card in self.page.rows.cards() if card.card_id in shown]

    def choose(self, title: str) -> None:
        """Click the row with this title."""
        rows = self.page.rows
        row = [card.title for card in rows.cards()].index(title)
        where = rows.visualItemRect(rows.item(row)).center()
        self.qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=where)
        self.wait(lambda: rows.cards()[row].card_id == self.page._shown_id)

    def undo(self) -> None:
        """Press the button of the newest toast."""
        toast = self.toasts.findChildren(Toast)[-1]
        button = next(one for one in toast.findChildren(QPushButton) if one.property("kind") == "link")
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def end(self) -> None:
        """Close everything."""
        self.page.finish()
        self.window.close()
        self.wait_for(_left(self._opening))
        self.bridge.stop()
        self.window.deleteLater()


async def _left(opening: Any) -> None:
    await opening.__aexit__(None, None, None)
