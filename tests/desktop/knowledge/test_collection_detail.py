"""The head of a collection: what one can do with all of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.knowledge.knowledge_page import KnowledgePage
from tests.peers.knowledge_desk_stage import KnowledgeWindow


@pytest.fixture
def stage(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[KnowledgeWindow]:
    stage = KnowledgeWindow(tmp_path / "home", qtbot, qapp)
    yield stage
    stage.end()
    assert stage.reported == []


def shown(stage: KnowledgeWindow) -> KnowledgePage:
    page = KnowledgePage(stage.bridge, stage.assistant, toasts=stage.toasts, report=stage.reported.append)
    stage.show(page)
    return page


def test_a_collection_can_be_asked_in_a_new_chat_once_something_of_it_is_read(
    stage: KnowledgeWindow, tmp_path: Path
) -> None:
    empty = stage.collection("Empty")
    page = shown(stage)
    stage.wait(lambda: page.detail.collection_id == empty)
    assert not page.detail.ask.isEnabled()
    lease = tmp_path / "lease.txt"
    lease.write_text("The lease of the flat ends in March.")
    papers = stage.read(lease)
    page.show_collection(papers)
    stage.wait(page.detail.ask.isEnabled)
    wanted: list[str] = []
    page.chat_wanted.connect(wanted.append)
    page.detail.ask.setFocus()
    QTest.keyClick(page.detail.ask, Qt.Key.Key_Space)
    assert wanted == [papers]
