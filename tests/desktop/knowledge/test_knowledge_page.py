"""The page of documents over a real profile: real files are read, searched and forgotten with real keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from core.knowledge import document_rows
from core.knowledge.document_rows import Document
from core.knowledge.passage import Passage
from desktop.knowledge.document_list import PAGE
from desktop.knowledge.knowledge_page import KnowledgePage
from desktop.knowledge.name_question import FolderQuestion, NameQuestion
from desktop.knowledge.pasted_text import PastedText
from desktop.knowledge.survey_table import SurveyTable
from tests.peers.knowledge_desk_stage import KnowledgeWindow
from tests.peers.small_documents import pdf, word

Stage = KnowledgeWindow


@pytest.fixture
def stage(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Stage]:
    stage = KnowledgeWindow(tmp_path / "home", qtbot, qapp)
    yield stage
    stage.end()
    assert stage.reported == []


def shown(stage: Stage) -> KnowledgePage:
    page = KnowledgePage(stage.bridge, stage.assistant, toasts=stage.toasts, report=stage.reported.append)
    stage.show(page)
    page.setFocus()
    return page


def with_files(stage: Stage, *paths: Path) -> KnowledgePage:
    """The page with a collection of these files, all read."""
    stage.read(*paths)
    page = shown(stage)
    stage.wait(lambda: page.detail.documents.rowCount() == len(paths))
    return page


def names(page: KnowledgePage) -> list[str]:
    return [document.name for document in page.detail.documents.documents]


def choose(page: KnowledgePage, name: str) -> None:
    page.detail.rows.setCurrentIndex(page.detail.documents.index(names(page).index(name)))


def press(button: QWidget) -> None:
    """As a keyboard does."""
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def confirm(stage: Stage, role: QMessageBox.ButtonRole = QMessageBox.ButtonRole.DestructiveRole) -> str:
    """Agree to the question that is open; returns what it said."""
    (box,) = [box for box in stage.window.findChildren(QMessageBox) if box.isVisible()]
    default = box.defaultButton()
    assert default is not None
    assert default.text() == "Cancel"  # Enter destroys nothing
    said = f"{box.text()} {box.informativeText()}"
    press(next(button for button in box.buttons() if box.buttonRole(button) == role))
    return said


def drop(widget: QWidget, *paths: Path) -> None:
    """Let files fall on it."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPointF(20, 20),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    widget.dropEvent(event)


def test_an_empty_page_asks_for_a_folder_and_a_dropped_one_becomes_a_collection(stage: Stage, tmp_path: Path) -> None:
    folder = tmp_path / "Contracts"
    folder.mkdir()
    (folder / "lease.txt").write_text("The lease of the flat ends in March of next year.")
    (folder / "scan.pdf").write_bytes(pdf(2))
    page = shown(stage)
    stage.wait(lambda: page.stack.currentWidget() is page.empty)
    drop(page, folder)
    question = stage.window.findChild(FolderQuestion)
    assert question is not None
    assert question.name.text() == "Contracts"
    assert not question.into.isVisible()  # there is no other collection to choose
    assert question.follow.isChecked()
    QTest.keyClick(question, Qt.Key.Key_Return)
    stage.wait(lambda: names(page) == ["lease.txt", "scan.pdf"])
    stage.wait(lambda: all(one.state == "ready" for one in page.detail.documents.documents))
    assert [row.folder.path for row in page.detail.folders.rows] == [str(folder)]
    assert page.detail.name.text() == "Contracts"
    (folder / "later.txt").write_text("A file that came later.")
    stage.wait(lambda: names(page) == ["later.txt", "lease.txt", "scan.pdf"])
    stage.wait(lambda: all(one.state == "ready" for one in page.detail.documents.documents))
    folder.rename(tmp_path / "Elsewhere")
    stage.wait(lambda: all(one.state == "missing" for one in page.detail.documents.documents))
    stage.wait(lambda: page.detail.caption.text().endswith("3 missing"))
    assert page.detail.survey.isEnabled()  # their text is kept, and can be asked


def test_dropped_files_go_into_the_collection_in_sight(stage: Stage, tmp_path: Path) -> None:
    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    one.write_text("The first text.")
    two.write_text("The second text.")
    page = with_files(stage, one)
    drop(page, two)
    stage.wait(lambda: names(page) == ["one.txt", "two.txt"])


def test_a_file_that_cannot_be_read_says_why_and_what_to_do(stage: Stage, tmp_path: Path) -> None:
    bad, good = tmp_path / "broken.pdf", tmp_path / "good.txt"
    bad.write_bytes(b"%PDF-1.7 nothing more")
    good.write_text("All is well.")
    page = with_files(stage, bad, good)
    assert page.detail.caption.text().endswith("1 not read")
    choose(page, "broken.pdf")
    assert "damaged" in page.detail.card.trouble.text()
    assert "save it anew" in page.detail.card.trouble.text()
    assert not page.detail.card.open.isVisible()
    bad.write_bytes(pdf(1))
    press(page.detail.card.read)
    stage.wait(lambda: page.detail.documents.documents[0].state == "ready")


def test_hidden_text_is_told(stage: Stage, tmp_path: Path) -> None:
    letter = tmp_path / "letter.docx"
    letter.write_bytes(word())
    page = with_files(stage, letter)
    choose(page, "letter.docx")
    assert "that nobody sees in the document were left out" in page.detail.card.facts.text()


def test_a_search_says_why_it_found_and_opens_the_passage(stage: Stage, tmp_path: Path) -> None:
    file, other = tmp_path / "flat.txt", tmp_path / "garden.md"
    file.write_text("The tenant must announce that he leaves the flat three months before.")
    other.write_text("# Beds\n\nTomatoes want water in the morning.")
    page = with_files(stage, file, other)
    opened: list[Passage] = []
    page.passage_wanted.connect(opened.append)
    page.search.setFocus()
    QTest.keyClicks(page.search, "tenant leaves flat")
    stage.wait(lambda: page.results.hits.count() == 1 and page.stack.currentWidget() is page.results)
    (passage,) = page.results.hits.passages()
    assert passage.found_by == {"word", "meaning"}
    spoken = page.results.hits.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "flat.txt" in spoken
    assert "words and meaning" in spoken
    stage.press(page.search, Qt.Key.Key_Return)
    assert [one.document_name for one in opened] == ["flat.txt"]
    stage.press(page.search, Qt.Key.Key_Escape)
    stage.wait(lambda: page.stack.currentWidget() is not page.results)


def test_filters_narrow_a_search_and_nothing_found_says_so(stage: Stage, tmp_path: Path) -> None:
    file = tmp_path / "flat.txt"
    file.write_text("The tenant must announce that he leaves the flat three months before.")
    page = with_files(stage, file)
    page.search.setText("tenant leaves the flat")
    stage.wait(lambda: page.results.hits.count() == 1)
    kinds = page.results.filters.kind
    kinds.setFocus()
    while kinds.currentData() != "pdf":
        QTest.keyClick(kinds, Qt.Key.Key_Down)
    stage.wait(lambda: page.results.nothing.isVisible())
    assert page.results.nothing.accessibleName() == "Nothing found"
    press(page.results.nothing.findChildren(QPushButton)[0])  # “Search everywhere”
    stage.wait(lambda: page.results.hits.count() == 1)


def test_forgetting_says_what_it_destroys_and_leaves_the_file(stage: Stage, tmp_path: Path) -> None:
    keep, drop_it = tmp_path / "keep.txt", tmp_path / "secret.txt"
    keep.write_text("This stays.")
    drop_it.write_text("The password of the harbour is cormorant.")
    page = with_files(stage, keep, drop_it)
    choose(page, "secret.txt")
    page.detail.rows.setFocus()
    QTest.keyClick(page.detail.rows, Qt.Key.Key_Delete)
    said = confirm(stage)
    assert "secret.txt" in said
    assert "stays where it is" in said
    stage.wait(lambda: names(page) == ["keep.txt"])
    assert drop_it.exists()
    assert stage.found("cormorant") == []


def test_a_collection_is_renamed_and_deleted_after_a_question(stage: Stage, tmp_path: Path) -> None:
    file = tmp_path / "one.txt"
    file.write_text("The first text.")
    page = with_files(stage, file)
    page.detail.name.setFocus()
    page.detail.name.selectAll()
    QTest.keyClicks(page.detail.name, "Letters")
    QTest.keyClick(page.detail.name, Qt.Key.Key_Return)
    stage.wait(lambda: [card.title for card in page.list.cards()] == ["Letters"])
    press(page.detail.more)
    menu = page.findChild(QMenu)
    assert menu is not None
    QTest.keyClick(menu, Qt.Key.Key_Up)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert "(1 file" in confirm(stage)
    stage.wait(lambda: page.stack.currentWidget() is page.empty)
    assert file.exists()


def test_a_new_collection_and_a_pasted_text(stage: Stage) -> None:
    page = shown(stage)
    stage.wait(lambda: page.stack.currentWidget() is page.empty)
    press(page.new)
    question = stage.window.findChild(NameQuestion)
    assert question is not None
    QTest.keyClicks(question.name, "Notes")
    QTest.keyClick(question.name, Qt.Key.Key_Return)
    stage.wait(lambda: page.detail.name.text() == "Notes")
    page.intake.ask_text()
    dialog = stage.window.findChild(PastedText)
    assert dialog is not None
    assert not dialog.keep.isEnabled() or dialog.text.toPlainText()
    dialog.text.setPlainText("The meeting is on the roof.")
    QTest.keyClicks(dialog.title, "Meeting")
    press(dialog.keep)
    stage.wait(lambda: names(page) == ["Meeting"] and page.detail.documents.documents[0].state == "ready")
    assert [one.document_name for one in stage.found("roof")] == ["Meeting"]


def test_reading_is_paused_continued_and_stopped_by_the_owner(stage: Stage, tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.txt" for number in range(6)]
    for file in files:
        file.write_text(f"Text of {file.name}.")
    the_id = stage.collection()
    page = shown(stage)
    knowledge = stage.assistant.knowledge

    async def add() -> None:
        knowledge.ingest.pause()
        await knowledge.collections.add_files(the_id, files)

    stage.wait_for(add())
    stage.wait(lambda: page.strip.go_on.isVisible())
    assert "Paused" in page.strip.line.text()
    press(page.strip.go_on)
    stage.wait(lambda: not page.strip.isVisible() and len(names(page)) == 6)
    stage.wait(lambda: all(one.state == "ready" for one in page.detail.documents.documents))

    async def again() -> None:
        knowledge.ingest.pause()
        await knowledge.collections.read_again([one.document_id for one in page.detail.documents.documents])

    stage.wait_for(again())
    stage.wait(lambda: page.strip.stop.isVisible())
    press(page.strip.stop)
    stage.wait(lambda: not page.strip.isVisible())
    stage.wait(lambda: page.detail.documents.documents[0].state == "partial")
    choose(page, "0.txt")
    assert "Reading was stopped" in page.detail.card.trouble.text()
    assert [one.document_name for one in stage.found("Text of 0.txt")][:1] == ["0.txt"]


def test_ten_thousand_files_are_fetched_as_they_are_looked_at(stage: Stage) -> None:
    the_id = stage.collection()
    documents = [
        Document(
            f"{number:032x}", the_id, None, f"/somewhere/{number:05}.txt", f"{number:05}.txt", "text/plain", 1000, 1,
            None, None, "missing", None, 1, 1,
        )
        for number in range(10_000)
    ]  # fmt: skip
    stage.wait_for(
        stage.assistant.shelf.writer.run(lambda connection: document_rows.insert_documents(connection, documents))
    )
    page = shown(stage)
    stage.wait(lambda: page.detail.documents.rowCount() == PAGE)
    assert "10" in page.detail.caption.text()
    page.detail.rows.setFocus()
    QTest.keyClick(page.detail.rows, Qt.Key.Key_End)
    stage.wait(lambda: page.detail.documents.rowCount() == 2 * PAGE)
    page.detail.by_name.setText("09999")
    stage.wait(lambda: names(page) == ["09999.txt"])
    page.detail.by_name.setText("nowhere")
    stage.wait(lambda: page.detail.nothing.isVisible())


def test_chosen_rows_stay_chosen_when_files_come_before_them(stage: Stage, tmp_path: Path) -> None:
    later, first = tmp_path / "m.txt", tmp_path / "a.txt"
    later.write_text("The first text.")
    first.write_text("The second text.")
    page = with_files(stage, later)
    choose(page, "m.txt")
    drop(page, first)
    stage.wait(lambda: names(page) == ["a.txt", "m.txt"])
    assert [document.name for document in page.detail.rows.selected()] == ["m.txt"]
    assert page.detail.card.isVisible()


def test_everything_is_reached_by_tab_and_has_a_name(stage: Stage, tmp_path: Path) -> None:
    file = tmp_path / "broken.pdf"
    file.write_bytes(b"%PDF-1.7 nothing more")
    page = with_files(stage, file)
    choose(page, "broken.pdf")
    page.new.setFocus()
    reached: set[QWidget] = set()
    for _ in range(60):
        stage.press(page, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        reached.add(focus)
        assert focus.accessibleName() or (isinstance(focus, QAbstractButton) and focus.text())
    detail = page.detail
    for wanted in (
        page.search, page.list, detail.name, detail.add, detail.more, detail.by_name, detail.only_bad, detail.rows,
        detail.card.read, detail.card.forget, page.meaning.change, page.new,
    ):  # fmt: skip
        assert wanted in reached


def test_the_page_says_which_languages_are_found_by_meaning(stage: Stage, tmp_path: Path) -> None:
    file = tmp_path / "one.txt"
    file.write_text("The first text.")
    page = with_files(stage, file)
    page.search.setText("first text")
    stage.wait(lambda: "Index: exact comparison, 1 passages" in page.meaning.words.text())
    assert "finds meanings in English" in page.meaning.words.text()


def test_a_narrow_page_shows_one_after_the_other(stage: Stage, tmp_path: Path) -> None:
    file = tmp_path / "one.txt"
    file.write_text("The first text.")
    page = with_files(stage, file)
    stage.window.resize(480, 600)
    stage.wait(lambda: page.list.isVisible() and not page.detail.isVisible())
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    stage.wait(lambda: page.detail.isVisible() and not page.list.isVisible())
    press(page.detail.back)
    assert page.list.isVisible()


def test_nothing_of_the_documents_stays_on_the_screen_when_the_vault_closes(stage: Stage, tmp_path: Path) -> None:
    file = tmp_path / "one.txt"
    file.write_text("The first text.")
    page = with_files(stage, file)
    page.search.setText("first text")
    stage.wait(lambda: page.results.hits.count() == 1)
    page.search.clear()
    press(page.detail.survey)
    table = page.findChild(SurveyTable)
    assert table is not None
    assert table.isVisible()
    page.finish()
    assert not shiboken6.isValid(table) or not table.isVisible()
    assert page.results.hits.count() == 0


def test_a_folder_tells_which_kinds_of_its_files_are_left_out(stage: Stage, tmp_path: Path) -> None:
    folder = tmp_path / "Trip"
    folder.mkdir()
    for name in ("one.heic", "two.heic", "film.mkv", "plan.txt"):
        (folder / name).write_text("We leave for Lisbon on Sunday.")
    page = shown(stage)
    stage.wait(lambda: page.stack.currentWidget() is page.empty)
    drop(page, folder)
    question = stage.window.findChild(FolderQuestion)
    assert question is not None
    question.accept()
    stage.wait(lambda: names(page) == ["plan.txt"])
    stage.wait(lambda: [row.left_out.isVisible() for row in page.detail.folders.rows] == [True])
    (row,) = page.detail.folders.rows
    assert row.left_out.text() == "3 files left out, as Hearth does not read their kinds: .heic (2), .mkv (1)"
