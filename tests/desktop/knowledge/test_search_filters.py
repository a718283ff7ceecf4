"""Filters of a search: what their boxes offer, and what they narrow a real search to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.knowledge.search_filters import SearchFilters
from tests.peers.knowledge_desk_stage import KnowledgeWindow


@pytest.fixture
def stage(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[KnowledgeWindow]:
    stage = KnowledgeWindow(tmp_path / "home", qtbot, qapp)
    yield stage
    stage.end()
    assert stage.reported == []


def test_a_search_is_narrowed_to_one_of_several_folders_by_keys(stage: KnowledgeWindow, tmp_path: Path) -> None:
    knowledge = stage.assistant.knowledge
    collection_id = stage.collection()
    for name in ("Flat", "Boat"):
        folder = tmp_path / "papers" / name
        folder.mkdir(parents=True)
        (folder / f"{name}.txt").write_text(f"The insurance of the {name.lower()} ends in March.")
        stage.wait_for(knowledge.collections.add_folder(collection_id, folder, watched=False))

    async def settled() -> None:
        await knowledge.watching.settle()
        await knowledge.ingest.settle()

    filters = SearchFilters()
    stage.show(filters)
    assert not filters.folder.isVisible()  # there is nothing to choose
    stage.wait_for(settled())
    filters.show_collections(stage.wait_for(knowledge.collections.list()))
    assert filters.folder.isVisible()
    assert [filters.folder.itemText(row) for row in range(filters.folder.count())] == ["All folders", "Boat", "Flat"]

    def found() -> list[str]:
        passages = stage.wait_for(knowledge.retrieval.search("insurance March", filters=filters.filters())).passages
        return sorted(passage.document_name for passage in passages)

    assert found() == ["Boat.txt", "Flat.txt"]
    filters.folder.setFocus()
    QTest.keyClick(filters.folder, Qt.Key.Key_Down)
    assert filters.narrows
    assert found() == ["Boat.txt"]
    filters.clear()
    assert found() == ["Boat.txt", "Flat.txt"]
