"""A real profile with documents, and a window on the screen for pages and viewers of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.bridge import Bridge
from desktop.theme.design_tokens import LIGHT
from desktop.theme.stylesheet import apply_theme
from desktop.widgets.toast import Toasts
from tests.peers.profile_at_hand import ProfileAtHand

if TYPE_CHECKING:
    from core.knowledge.passage import Passage

PATIENCE_MS = 30_000
_NO_KEY = Qt.KeyboardModifier.NoModifier


class KnowledgeWindow:
    """Call `end`. `address` is that of a stand-in for Ollama."""

    def __init__(self, home: Path, qtbot: QtBot, qapp: QApplication, address: str = "http://127.0.0.1:9") -> None:
        apply_theme(qapp, LIGHT, text_scale_percent=100, reduced_motion=True)
        self.qtbot, self.bridge = qtbot, Bridge()
        self.reported: list[BaseException] = []
        self._opening = ProfileAtHand(home, address).assistant()
        self.assistant = self.wait_for(self._opening.__aenter__())
        self.window = QWidget()
        self.window.resize(1000, 700)
        self._layout = QVBoxLayout(self.window)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.toasts = Toasts(self.window)
        self.collection_id = ""

    def show(self, page: QWidget) -> None:
        """Put a page into the window."""
        self._layout.addWidget(page)
        self.window.show()
        self.window.activateWindow()
        self.qtbot.waitActive(self.window)

    def collection(self, name: str = "Papers") -> str:
        """A new collection."""
        made = self.wait_for(self.assistant.knowledge.collections.create(name))
        return str(made.collection_id)

    def read(self, *paths: Path) -> str:
        """A collection with these files, read to the end."""
        self.collection_id = self.collection_id or self.collection()
        knowledge = self.assistant.knowledge

        async def done() -> None:
            await knowledge.collections.add_files(self.collection_id, paths)
            await knowledge.watching.settle()
            await knowledge.ingest.settle()

        self.wait_for(done())
        return self.collection_id

    def found(self, query: str) -> list[Passage]:
        """What a question finds by its words."""
        return list(self.wait_for(self.assistant.knowledge.retrieval.find(query, mode="word")).passages)

    def press(self, widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = _NO_KEY) -> None:
        """A real key, to what has the keyboard in `widget`'s window."""
        QTest.keyClick(widget.window().focusWidget() or widget, key, modifiers)

    def wait(self, condition: Callable[[], object]) -> None:
        """Until it holds."""
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=PATIENCE_MS)

    def wait_for(self, work: Any) -> Any:
        """What the core answers."""
        return self.bridge.run_to_end(work, timeout_s=30)

    def end(self) -> None:
        """Close window and profile."""
        for child in self.window.findChildren(QWidget):
            if child.isWindow():
                child.close()
        self.window.close()

        async def left() -> None:
            await self._opening.__aexit__(None, None, None)

        self.wait_for(left())
        self.bridge.stop()
        self.window.deleteLater()
