"""The viewer of a passage over real documents: their pages drawn, their text, and what is said when a file is gone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from desktop.knowledge.passage_view import PassageView
from tests.peers.document_corpus import picture as corpus_picture
from tests.peers.knowledge_desk_stage import KnowledgeWindow
from tests.peers.small_documents import SEEN, pdf


@pytest.fixture
def stage(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[KnowledgeWindow]:
    stage = KnowledgeWindow(tmp_path / "home", qtbot, qapp)
    yield stage
    stage.end()
    assert stage.reported == []


def opened(stage: KnowledgeWindow, query: str) -> PassageView:
    """The viewer at the first passage that a question finds."""
    passage = stage.found(query)[0]
    view = PassageView(stage.bridge, stage.assistant, report=stage.reported.append, parent=stage.window)
    view.show_passage(passage)
    return view


def test_a_pdf_is_shown_at_the_page_with_the_passage_marked(stage: KnowledgeWindow, tmp_path: Path) -> None:
    file = tmp_path / "lights.pdf"
    file.write_bytes(pdf(5, more=lambda put, page: None))
    stage.read(file)
    view = opened(stage, "lighthouse keeper ships")
    stage.wait(lambda: view.shows == "page" and view.canvas.marks)
    assert view.next.isVisible()
    assert "of 5" in view.place.text()
    mark = view.canvas.marks[0]
    assert view.canvas.widget().rect().contains(mark.toRect())
    assert not view.notice.isVisible()


def test_zoom_and_pages_are_reached_with_keys(stage: KnowledgeWindow, tmp_path: Path) -> None:
    file = tmp_path / "lights.pdf"
    file.write_bytes(pdf(3))
    stage.read(file)
    view = opened(stage, "lighthouse keeper ships")
    stage.wait(lambda: view.canvas.marks)
    first, width = view.page, view.canvas.page_width()
    stage.press(view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert view.canvas.page_width() > width
    stage.press(view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view.canvas.zoom == 1.0
    away = Qt.Key.Key_PageDown if first == 1 else Qt.Key.Key_PageUp  # which of the equal pages is found is open
    stage.press(view, away, Qt.KeyboardModifier.ControlModifier)
    assert abs(view.page - first) == 1
    stage.wait(lambda: not view.canvas.marks)
    stage.press(view, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    stage.wait(lambda: view.page == first and view.canvas.marks)


def test_the_text_of_a_pdf_can_be_read_instead(stage: KnowledgeWindow, tmp_path: Path) -> None:
    file = tmp_path / "lights.pdf"
    file.write_bytes(pdf(2))
    stage.read(file)
    view = opened(stage, "lighthouse keeper ships")
    stage.wait(lambda: view.canvas.marks)
    view.look.setFocus()
    view.look.findChildren(type(view.leave))[1].click()
    stage.wait(lambda: view.shows == "text" and SEEN in view.words.highlighted())


def test_a_text_is_shown_with_the_passage_highlighted_and_in_sight(stage: KnowledgeWindow, tmp_path: Path) -> None:
    file = tmp_path / "long.txt"
    lines = [f"Line {number} tells of the weather.\n\n" for number in range(2_000)]
    lines[1_500] = "🛰 The satellite Quokka was launched from Kourou in spring.\n\n"
    file.write_text("".join(lines))
    stage.read(file)
    view = opened(stage, "Quokka satellite launched Kourou")
    stage.wait(lambda: "Quokka" in view.words.highlighted() and len(view.words.toPlainText()) > 10_000)
    assert view.words.verticalScrollBar().value() > 1_000
    assert view.words.cursorRect().intersects(view.words.viewport().rect())


def test_on_a_scan_the_passage_is_marked_once_it_was_looked_through(stage: KnowledgeWindow, tmp_path: Path) -> None:
    file = tmp_path / "notice.pdf"
    lines = ("LOST at the harbour fair", "a brown leather satchel", "with a telescope of brass")
    file.write_bytes(corpus_picture(lines, "PDF"))
    stage.read(file)
    view = opened(stage, "telescope satchel harbour fair")
    stage.wait(lambda: view.shows == "page" and view.canvas.marks)
    marks = len(view.canvas.marks)
    stage.press(view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)  # another picture has them at once
    stage.wait(lambda: len(view.canvas.marks) == marks and view.canvas.zoom > 1)


def test_what_was_found_is_marked_and_what_was_joined_to_it_only_faintly(
    stage: KnowledgeWindow, tmp_path: Path
) -> None:
    hit = "The whaler Corvane was raised at Tarn with a winch of oak, and the harbour paid four hundred crowns for it."
    paragraphs = ("The harbour of Tarn has a winch. " * 20, f"{hit} " * 8, "A winch is oiled in spring at Tarn. " * 20)
    file = tmp_path / "harbour.md"
    file.write_text("\n\n".join(part.strip() for part in paragraphs))
    stage.read(file)
    view = opened(stage, "whaler Corvane raised winch harbour Tarn")
    stage.wait(lambda: "Corvane" in view.words.highlighted() and "oiled in spring" in view.words.toPlainText())
    assert "oiled in spring" not in view.words.highlighted()
    forms = {one.format.background().color().name() for one in view.words.extraSelections()}
    assert len(forms) == 2
    shown = "".join(one.cursor.selectedText() for one in view.words.extraSelections())
    assert "Corvane" in shown
    assert "winch" in shown.replace(view.words.highlighted(), "")


def test_a_missing_file_still_shows_its_kept_text(stage: KnowledgeWindow, tmp_path: Path) -> None:
    file = tmp_path / "lights.pdf"
    file.write_bytes(pdf(2))
    stage.read(file)
    file.unlink()
    view = opened(stage, "lighthouse keeper ships")
    stage.wait(lambda: view.notice.isVisible() and SEEN in view.words.highlighted())
    assert "no longer where it was" in view.notice_words.text()
    assert not view.open_file.isVisible()


def test_a_changed_file_is_not_drawn_in_place_of_what_was_read(stage: KnowledgeWindow, tmp_path: Path) -> None:
    file = tmp_path / "lights.pdf"
    file.write_bytes(pdf(2))
    stage.read(file)
    passage = stage.found("lighthouse keeper ships")[0]
    file.write_bytes(pdf(4, ["Another text"]))
    view = PassageView(stage.bridge, stage.assistant, report=stage.reported.append, parent=stage.window)
    view.show_passage(passage)
    stage.wait(lambda: "has changed" in view.notice_words.text())
    assert view.shows == "text"
    stage.wait(lambda: SEEN in view.words.highlighted())
    view.show_passage(replace(passage, document_id="0" * 32))
    stage.wait(lambda: "no longer in Hearth" in view.notice_words.text())
    assert SEEN in view.words.toPlainText()


def test_esc_closes_it_and_nothing_of_the_document_is_left_in_it(stage: KnowledgeWindow, tmp_path: Path) -> None:
    file = tmp_path / "lights.txt"
    file.write_text(SEEN)
    stage.read(file)
    view = opened(stage, "lighthouse keeper ships")
    stage.wait(lambda: SEEN in view.words.highlighted())
    stage.press(view, Qt.Key.Key_Escape)
    assert not view.isVisible()
    assert view.words.toPlainText() == ""


def test_opening_the_file_asks_first_and_names_it(stage: KnowledgeWindow, tmp_path: Path) -> None:
    file = tmp_path / "lights.pdf"
    file.write_bytes(pdf(1))
    stage.read(file)
    view = opened(stage, "lighthouse keeper ships")
    stage.wait(lambda: view.open_file.isVisible())
    view.open_file.click()
    box = view.findChild(QMessageBox)
    assert box is not None
    assert str(file) in box.informativeText()
    box.reject()


def test_a_program_is_never_offered_to_be_opened(stage: KnowledgeWindow, tmp_path: Path) -> None:
    file = tmp_path / "ships.sh"
    file.write_text(f"# {SEEN}\necho forty\n")
    stage.read(file)
    view = opened(stage, "lighthouse keeper ships")
    stage.wait(lambda: view.open_folder.isVisible())
    assert not view.open_file.isVisible()
