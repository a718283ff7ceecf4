"""A folder that is dropped on the window, wherever it falls, can become documents that are asked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.knowledge.passage import Passage
from desktop.chat.message_editor import MessageEditor
from desktop.knowledge.knowledge_page import KnowledgePage
from desktop.knowledge.name_question import FolderQuestion
from tests.peers.window_driver import WindowDriver


@pytest.fixture
def window(tmp_path: Path, qtbot: QtBot) -> Iterator[WindowDriver]:
    driver = WindowDriver(tmp_path / "home", qtbot)
    driver.make_profile()
    driver.start()
    driver.wait(lambda: driver.app.workspace is not None)
    yield driver
    driver.end()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "Contracts"
    folder.mkdir()
    (folder / "lease.txt").write_text("The lease of the flat ends in March of next year.")
    return folder


BUTTON, KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
_KEPT: list[QMimeData] = []  # events do not keep what they carry


def data_of(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    _KEPT.append(data)
    return data


def dragged(*paths: Path) -> QDragEnterEvent:
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data_of(*paths), BUTTON, KEYS)
    enter.ignore()
    return enter


def drop(widget: QWidget, *paths: Path) -> bool:
    """Drag these over it and let them fall; tells whether they were taken."""
    enter = dragged(*paths)
    widget.dragEnterEvent(enter)
    if not enter.isAccepted():
        return False
    widget.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data_of(*paths), BUTTON, KEYS))
    return True


def taken(window: WindowDriver, folder: Path) -> KnowledgePage:
    """Agree to what is asked; returns the page with the documents in it."""
    page = window.workspace.pages.page("knowledge")
    assert isinstance(page, KnowledgePage)
    assert window.workspace.pages.current_name == "knowledge"
    question = window.app.window.findChild(FolderQuestion) if window.app.window is not None else None
    assert question is not None
    QTest.keyClick(question, Qt.Key.Key_Return)
    window.wait(lambda: [one.name for one in page.detail.documents.documents] == ["lease.txt"])
    window.wait(lambda: page.detail.documents.documents[0].state == "ready")
    assert page.detail.name.text() == folder.name
    return page


def test_a_folder_on_the_composer_is_offered_as_a_collection(window: WindowDriver, folder: Path) -> None:
    editor = window.chat.composer.findChild(MessageEditor)
    assert editor is not None
    assert drop(editor, folder)
    taken(window, folder)


def test_a_folder_beside_the_composer_is_offered_and_its_passage_is_shown(window: WindowDriver, folder: Path) -> None:
    assert drop(window.workspace, folder)
    page = taken(window, folder)
    page.search.setText("when does the lease end")
    window.wait(lambda: page.results.hits.count() == 1)
    QTest.keyClick(page.search, Qt.Key.Key_Return)
    window.wait(lambda: window.workspace.viewer is not None and window.workspace.viewer.isVisible())
    viewer = window.workspace.viewer
    assert viewer is not None
    window.wait(lambda: "March" in viewer.words.highlighted())
    window.workspace.lock_wanted.emit()
    window.wait(lambda: window.app.workspace is None)


def test_what_was_dropped_is_asked_in_a_new_chat_by_one_button_and_quoted_without_any_model(
    window: WindowDriver, folder: Path
) -> None:
    assert drop(window.workspace, folder)
    page = taken(window, folder)
    window.wait(page.detail.ask.isEnabled)
    QTest.keyClick(page.detail.ask, Qt.Key.Key_Space)
    assert window.workspace.pages.current_name == "chat"
    window.wait(lambda: window.chat.shelf.sources.picker.text().strip() == "Contracts")
    focused = window.workspace.window().focusWidget()
    assert focused is not None
    assert window.chat.composer.isAncestorOf(focused)
    window.ask("When does the lease of the flat end?")
    assert "in March of next year" in window.texts()[-1]


def test_with_no_model_what_was_dropped_is_asked_in_any_chat(window: WindowDriver, folder: Path) -> None:
    assert drop(window.workspace, folder)
    taken(window, folder)
    window.workspace.show_chat()
    window.wait(lambda: window.chat.shelf.sources.picker.text().strip() == "Documents")
    window.ask("When does the lease of the flat end?")
    assert "in March of next year" in window.texts()[-1]
    window.wait(lambda: window.chat.shelf.sources.picker.text() == "")  # the chat has begun


def test_a_file_is_attached_wherever_it_falls_on_the_chat_and_nothing_else_takes_it(
    window: WindowDriver, folder: Path
) -> None:
    editor = window.chat.composer.findChild(MessageEditor)
    assert editor is not None
    for target in (editor, window.workspace):
        assert drop(target, folder / "lease.txt")
    window.wait(lambda: window.chat.composer._strip.count() == 2)
    assert window.workspace.pages.current_name == "chat"
    window.workspace.pages.show_page("memory")
    assert not drop(window.workspace, folder / "lease.txt")


def test_while_something_is_dragged_it_is_said_what_becomes_of_it(window: WindowDriver, folder: Path) -> None:
    workspace = window.workspace
    shown = []
    for path in (folder, folder / "lease.txt"):
        workspace.dragEnterEvent(dragged(path))
        hint = workspace._drop_hint
        assert hint is not None
        assert hint.isVisible()
        assert hint.geometry() == workspace.pages.rect()
        shown.append(hint.accessibleName())
        workspace.dragLeaveEvent(QDragLeaveEvent())
        assert not hint.isVisible()
    assert shown == ["Drop the folder to ask its documents", "Drop files to attach them to this chat"]
    workspace.pages.show_page("memory")
    workspace.dragEnterEvent(dragged(folder / "lease.txt"))
    assert workspace._drop_hint is not None
    assert not workspace._drop_hint.isVisible()
    assert drop(workspace, folder)
    assert not workspace._drop_hint.isVisible()


def test_a_citation_of_the_chat_opens_the_viewer(window: WindowDriver, folder: Path) -> None:
    passage = Passage(
        1, "0" * 32, "lease.txt", "", 1, "", "", 0, 5, "March", frozenset({"word"}), 1, None, 1.0, content_id="1" * 32
    )
    window.chat.passage_wanted.emit(passage)
    viewer = window.workspace.viewer
    assert viewer is not None
    window.wait(lambda: viewer.notice.isVisible())
    assert viewer.words.toPlainText() == "March"
