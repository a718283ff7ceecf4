"""Documents in a chat: chosen by keys, cited in answers, followed to their passages; real documents, a real window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.conversations.conversation_rows import EVERY_COLLECTION
from core.knowledge.passage import Passage
from desktop.chat.message_row import MessageRow
from tests.peers.ollama_replies import answer
from tests.peers.ollama_server import OllamaPeer
from tests.peers.small_documents import pdf
from tests.peers.transcript_stage import point_in
from tests.peers.window_driver import WindowDriver

MODEL = "llama3.2:3b"
LEASE = ("The tenant may end the lease with a notice period of three months to the end of a month.",)
QUESTION = "How long is the notice period of the lease?"
ANSWER = "Three months [1]. The deposit comes back after six weeks [7]."


@pytest.fixture
def peer() -> Iterator[OllamaPeer]:
    with OllamaPeer() as peer:
        peer.script(MODEL, answer(ANSWER))
        yield peer


class Papers(WindowDriver):
    """A window whose profile has read a lease."""

    lease_id: str
    recipes_id: str
    opened: list[Passage]

    def read(self, folder: Path) -> None:
        folder.mkdir(parents=True)
        lease = folder / "Lease.pdf"
        lease.write_bytes(pdf(1, LEASE))

        async def read() -> tuple[str, str]:
            assistant = self.assistant
            await assistant.settings.change("chat.automatic_titles", False)
            knowledge = assistant.knowledge
            flat = await knowledge.collections.create("Flat")
            recipes = await knowledge.collections.create("Recipes")
            await knowledge.collections.add_files(flat.collection_id, [lease])
            await knowledge.ingest.settle()
            return flat.collection_id, recipes.collection_id

        self.lease_id, self.recipes_id = self.app.bridge.run_to_end(read(), timeout_s=60)
        self.wait(lambda: len(self.chat.shelf.sources.picker.asked.offered) == 2)
        self.wait(lambda: any(ready for _, _, ready in self.chat.shelf.sources.picker.asked.offered))
        self.opened = []
        self.chat.passage_wanted.connect(self.opened.append)

    def answered(self) -> MessageRow:
        """The row of the last answer, once its sources are shown."""
        rows = self.chat.transcript.list.rows
        last = self.chat.path[-1].message_id
        self.wait(lambda: last in rows and rows[last].content.sources is not None)
        return rows[last]


@pytest.fixture
def papers(tmp_path: Path, qtbot: QtBot, peer: OllamaPeer) -> Iterator[Papers]:
    driver = Papers(tmp_path / "hearth", qtbot, peer)
    driver.make_profile()
    driver.start()
    driver.wait(lambda: driver.chat.models)
    window = driver.app.window
    assert window is not None
    window.resize(1180, 780)
    window.activateWindow()
    driver.read(tmp_path / "papers")
    yield driver
    driver.end()


def press(widget: QWidget, key: Qt.Key) -> None:
    QTest.keyClick(widget, key)


def test_a_chat_asks_what_was_ticked_by_keys_and_keeps_it(papers: Papers) -> None:
    picker = papers.chat.shelf.sources.picker
    assert picker.accessibleName() == "Answers from documents: none"
    papers.workspace.commands.run("chat.documents")
    popup = picker.popup()
    assert popup is not None
    popup.close()
    assert not picker.isChecked()
    picker.setFocus()
    press(picker, Qt.Key.Key_Down)
    papers.wait(popup.every.hasFocus)
    press(popup.every, Qt.Key.Key_Space)
    assert picker.accessibleName() == "Answers from documents: All documents"
    press(popup.every, Qt.Key.Key_Down)
    flat = popup.boxes[papers.lease_id]
    assert flat.hasFocus()
    press(flat, Qt.Key.Key_Space)  # of all, this one not
    assert picker.asked.asked_ids == (papers.recipes_id,)
    press(flat, Qt.Key.Key_Space)
    press(popup.boxes[papers.recipes_id], Qt.Key.Key_Space)
    press(flat, Qt.Key.Key_Return)
    assert not popup.isVisible()
    assert picker.text().strip() == "Flat"

    papers.ask(QUESTION)
    first = papers.chat.conversation_id
    assert papers.chat.conversation is not None
    assert papers.chat.conversation.sources == (papers.lease_id,)
    papers.chat.show_new()
    assert picker.asked.asked_ids == ()  # the next chat asks what is chosen for it
    papers.chat.show_conversation(first)
    papers.wait(lambda: picker.asked.asked_ids == (papers.lease_id,))


def test_citations_lead_to_their_passages_by_pointer_and_by_keys(papers: Papers, peer: OllamaPeer) -> None:
    papers.chat.shelf.sources.choose(True)
    papers.ask(QUESTION)
    row = papers.answered()
    assert papers.chat.conversation is not None
    assert papers.chat.conversation.sources == (EVERY_COLLECTION,)
    assert "notice period of three months" in str(peer.chats()[-1])
    view = papers.chat.transcript
    number = len(view.model) - 1

    def place_of(words: str) -> QPoint:
        renamed = view.list.rows[f"message-{number}"] = row
        assert renamed is row
        try:
            return point_in(view, number, words) + QPoint(3, 0)
        finally:
            del view.list.rows[f"message-{number}"]

    port = view.list.viewport()
    QTest.mouseMove(port, place_of("[1]"))
    papers.wait(lambda: view.card is not None and view.card.isVisible())
    assert view.card is not None
    assert "Lease.pdf" in view.card.title.text()
    assert "<b>notice</b>" in view.card.words.text()
    assert view.list.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=place_of("[1]"))
    assert [one.document_name for one in papers.opened] == ["Lease.pdf"]
    QTest.mouseMove(port, place_of("[7]"))
    papers.wait(lambda: view.card is not None and "not supported" in view.card.title.text())
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=place_of("[7]"))
    assert any("number 7" in text for text in papers.chat.toasts.texts())
    QTest.mouseMove(port, QPoint(5, 5))
    papers.wait(lambda: not view.card.isVisible())

    assert row._sources is not None
    chip = row._sources.chips[1]
    assert chip.accessibleName() == "Source 1: Lease.pdf, page 1"
    assert "notice period of three months" in chip.accessibleDescription()
    window, viewer = papers.app.window, papers.workspace.viewer
    assert window is not None
    assert viewer is not None
    viewer.close()
    window.activateWindow()
    papers.wait(window.isActiveWindow)
    row.setFocus(Qt.FocusReason.TabFocusReason)
    while not chip.hasFocus():
        before = window.focusWidget()
        assert before is not None
        press(before, Qt.Key.Key_Tab)
        assert row.has_focus_within(), "Tab left the row before it came to its source"
    papers.wait(lambda: view.card is not None and view.card.isVisible())
    press(chip, Qt.Key.Key_Space)
    assert len(papers.opened) == 2
    assert papers.workspace.viewer is not None
    papers.workspace.viewer.close()
    window.activateWindow()
    papers.wait(lambda: window.isActiveWindow() and chip.hasFocus())
    press(chip, Qt.Key.Key_Return)
    assert len(papers.opened) == 3
    how = row._sources.all
    how.setFocus(Qt.FocusReason.TabFocusReason)
    press(how, Qt.Key.Key_Enter)
    papers.wait(lambda: papers.chat.shelf.sources.how_made is not None)


def test_what_is_unsupported_is_seen_heard_and_copied_as_such(papers: Papers) -> None:
    papers.chat.shelf.sources.choose(False, [papers.lease_id])
    papers.ask(QUESTION)
    row = papers.answered()
    assert row._sources is not None
    assert row._sources.warning.isVisible()
    assert row._sources.warning.text() == "Unsupported: [7] names no passage that was found."
    found = QAccessible.queryAccessibleInterface(row)
    assert found.text(QAccessible.Text.Name).endswith("From 1 file of yours. Unsupported citations: 7.")
    row.action_chosen.emit("copy", "")
    assert QGuiApplication.clipboard().text() == f"{ANSWER}\n\nSources:\n[1] Lease.pdf, page 1"
    papers.chat.transcript.list.select_all()
    selected = papers.chat.transcript.list.selected_text()
    assert selected.endswith("Three months. The deposit comes back after six weeks.")

    conversation_id = papers.chat.conversation_id
    papers.chat.show_new()
    papers.chat.show_conversation(conversation_id)  # from what is stored
    papers.wait(lambda: papers.chat.conversation_id == conversation_id)
    row = papers.answered()
    assert row._sources is not None
    papers.wait(lambda: row._sources is not None and list(row._sources.chips) == [1])
    assert row._sources.warning.isVisible()


def test_sources_of_one_text_are_told_apart_by_their_headings_and_only_its_cited_files_counted(
    papers: Papers, peer: OllamaPeer, tmp_path: Path
) -> None:
    rules, bread = tmp_path / "papers" / "Rules.md", tmp_path / "papers" / "Bread.md"
    gaps = "\n\n".join(f"Paragraph {number} is about nothing that anybody would ask." for number in range(60))
    rules.write_text(f"# Notice\n\nNotice of the lease is given in writing.\n\n# Other\n\n{gaps}\n\n"
        "# Period\n\nThe notice period of the lease begins on the first of a month.\n", encoding="utf-8")  # fmt: skip
    bread.write_text("The notice period of the bread lease is short.\n", encoding="utf-8")

    async def read() -> None:
        knowledge = papers.assistant.knowledge
        await knowledge.collections.add_files(papers.lease_id, [rules, bread])
        await knowledge.ingest.settle()

    papers.app.bridge.run_to_end(read(), timeout_s=30)
    peer.forget_script(MODEL)
    peer.script(MODEL, answer(" ".join(f"[{number}]" for number in range(1, 11))))
    papers.chat.shelf.sources.choose(True)
    papers.ask(QUESTION)
    strip = papers.answered()._sources
    assert strip is not None
    texts = [chip.text() for chip in strip.chips.values()]
    assert any(text.endswith("Lease.pdf  p. 1") for text in texts)
    assert any(text.endswith("Rules.md  Notice") for text in texts)
    assert any(text.endswith("Rules.md  Period") for text in texts)
    assert any(text.endswith("Bread.md") for text in texts)
    assert strip.caption.text() == "From 3 of your files"
    peer.script(MODEL, answer(QUESTION), answer("Three months [1]."))
    papers.ask("And how long is it?")
    strip = papers.answered()._sources
    assert strip is not None
    assert strip.caption.text() == "From one of your files"


def test_nothing_found_and_no_model_are_told_with_their_sources(papers: Papers, peer: OllamaPeer) -> None:
    papers.chat.shelf.sources.choose(True)
    papers.ask("Who won the chess championship in Reykjavik?")
    row = papers.answered()
    assert row._sources is not None
    assert row._sources.caption.text() == "Your documents were asked: nothing was found."
    assert "do not hold the answer" in papers.texts()[-1]
    peer.models.clear()
    papers.app.bridge.run_to_end(papers.assistant.settings.change("chat.default_model", ""), timeout_s=10)
    papers.chat.show_new()
    papers.chat.model_desk.set("")
    papers.chat.shelf.sources.choose(True)
    papers.ask(QUESTION)
    row = papers.answered()
    assert row._sources is not None
    assert row._sources.caption.text() == "From one of your files"
    assert row.spoken().startswith("Your documents answered")
    assert row.y() >= 0  # read from its beginning
    assert "notice period of three months" in papers.texts()[-1]


def test_how_an_answer_was_made_is_shown_and_another_is_made_from_what_is_ticked(
    papers: Papers, peer: OllamaPeer
) -> None:
    papers.chat.shelf.sources.choose(True)
    papers.ask(QUESTION)
    row = papers.answered()
    desk = papers.chat.shelf.sources
    row.action_chosen.emit("how_made", "")
    papers.wait(lambda: desk.how_made is not None and desk.how_made.isVisible())
    dialog = desk.how_made
    assert dialog is not None
    used = dialog.rows[0]
    assert used.is_chosen
    assert used.tick.accessibleName() == "Lease.pdf, page 1"
    assert "by meaning" in used.tick.accessibleDescription()
    used.open.click()
    assert [one.document_name for one in papers.opened] == ["Lease.pdf"]
    used.tick.setFocus()
    press(used.tick, Qt.Key.Key_Space)
    assert not dialog.again.isEnabled() or any(one.is_chosen for one in dialog.rows)
    press(used.tick, Qt.Key.Key_Space)
    asked = len(peer.chats())
    peer.script(MODEL, answer("Only from the lease [1]."))
    dialog.again.click()
    papers.wait(lambda: len(peer.chats()) > asked and not papers.chat.busy)
    papers.wait(lambda: papers.texts()[-1] == "Only from the lease [1].")
    assert papers.chat.path[-1].sibling_count == 2


def test_forgotten_documents_are_forgotten_under_their_answers_too(papers: Papers) -> None:
    papers.chat.shelf.sources.choose(True)
    papers.ask(QUESTION)
    row = papers.answered()
    papers.app.bridge.run_to_end(papers.assistant.knowledge.collections.delete(papers.lease_id), timeout_s=20)
    papers.wait(lambda: row._sources is not None and not row._sources.chips)
    assert row._sources is not None
    assert row._sources.caption.text() == "Its sources were forgotten, or have changed since."
    papers.chat.shelf.sources.open(row.message.message_id, 1)
    assert papers.opened == []
    assert any("forgotten" in text for text in papers.chat.toasts.texts())
