"""The settings of documents: the models that are there, how the index is, and the warning of a server of vectors."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.settings.documents_form import DocumentsSettings, EmbedderBox
from desktop.settings.settings_window import SettingsWindow
from tests.peers.knowledge_desk_stage import KnowledgeWindow
from tests.peers.ollama_server import OllamaPeer, PeerModel


@pytest.fixture
def stage(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[KnowledgeWindow]:
    models = (
        PeerModel("llama3.2:3b"),
        PeerModel("bge-m3:latest", family="bert", capabilities=("embedding",), embedding_length=64),
    )
    with OllamaPeer(models) as peer:
        stage = KnowledgeWindow(tmp_path / "home", qtbot, qapp, peer.address)
        yield stage
        stage.end()
        assert stage.reported == []


@pytest.fixture
def window(stage: KnowledgeWindow) -> SettingsWindow:
    window = SettingsWindow(
        stage.bridge, stage.assistant, toasts=stage.toasts, report=stage.reported.append, parent=stage.window
    )
    window.show_page("knowledge")
    stage.qtbot.waitActive(window)
    return window


def test_embedding_models_of_ollama_are_offered_and_no_others(stage: KnowledgeWindow, window: SettingsWindow) -> None:
    box = window.findChild(EmbedderBox)
    assert box is not None
    stage.wait(lambda: box.count() == 2)
    assert [box.itemData(row) for row in range(2)] == ["", "bge-m3:latest"]
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    stage.wait(lambda: stage.assistant.settings.values.knowledge.embedder == "bge-m3:latest")


def test_the_page_says_what_the_built_in_model_understands(stage: KnowledgeWindow, window: SettingsWindow) -> None:
    page = window.findChild(DocumentsSettings)
    assert page is not None
    stage.wait(lambda: page.state_words.isVisible())
    assert "meanings in English" in page.state_words.text()


def test_a_server_of_vectors_is_chosen_under_a_warning(stage: KnowledgeWindow, window: SettingsWindow) -> None:
    page = window.findChild(DocumentsSettings)
    assert page is not None
    assert not page.warning.isVisible()
    stage.wait_for(stage.assistant.settings.change("knowledge.engine", "chroma_server"))
    stage.wait(lambda: page.warning.isVisible())
    assert "unencrypted" in page.warning.text()
    stage.wait_for(stage.assistant.settings.change("knowledge.engine", "automatic"))
    stage.wait(lambda: not page.warning.isVisible())
