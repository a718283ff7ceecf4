"""The page of prompts, by mouse and keyboard, over a real vault."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from core.chat.prompt_library import Prompt
from desktop.prompts.prompt_editor import PromptEditor
from desktop.prompts.prompts_page import PromptsPage
from desktop.theme.design_tokens import LIGHT
from desktop.theme.stylesheet import apply_theme
from desktop.widgets.prompt_form import PromptForm
from tests.peers.library_desk import LibraryDesk


class Desk(LibraryDesk[PromptsPage]):
    used: list[str]

    @property
    def editor(self) -> PromptEditor:
        editor = self.page.editor
        assert isinstance(editor, PromptEditor)
        return editor

    def stored(self, name: str) -> Prompt | None:
        return self.wait_for(self.assistant.prompts.by_name(name))


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Desk]:
    apply_theme(qapp, LIGHT, text_scale_percent=100, reduced_motion=True)
    used: list[str] = []
    desk = Desk(
        tmp_path,
        qtbot,
        lambda desk: PromptsPage(
            desk.bridge,
            desk.assistant.prompts,
            announcer=desk.assistant.announcer,
            toasts=desk.toasts,
            report=desk.reported.append,
            use=used.append,
        ),
    )
    desk.used = used
    yield desk
    desk.end()
    assert desk.reported == []


def test_a_prompt_is_written_and_found_by_its_name(desk: Desk, qtbot: QtBot) -> None:
    desk.page.new.click()
    editor = desk.editor
    desk.wait(lambda: editor.title.text() == "New prompt" and editor.title.hasFocus())
    qtbot.keyClicks(editor.title, "Meeting notes")
    assert editor.name.text() == "/meeting-notes"
    qtbot.keyClicks(editor.description, "From rough notes")
    qtbot.keyClicks(editor.text, "Write {{length|short|long}} minutes from {{notes}}, {{date}}.")
    assert editor.asks.text() == "Asks for: length (short, long) · notes · date (filled by Hearth)"
    qtbot.mouseClick(editor.starter, Qt.MouseButton.LeftButton, pos=editor.starter.rect().center() * 0.2)
    desk.wait(lambda: desk.page.state.text() == "Saved")
    made = desk.stored("meeting-notes")
    assert made is not None
    assert (made.title, made.description, made.starter, made.selection) == (
        "Meeting notes", "From rough notes", editor.starter.isChecked(), False,
    )  # fmt: skip
    assert made.text == "Write {{length|short|long}} minutes from {{notes}}, {{date}}."


def test_a_name_of_its_own_does_not_follow_the_title(desk: Desk, qtbot: QtBot) -> None:
    desk.choose("Summarise")
    desk.editor.name.selectAll()
    qtbot.keyClicks(desk.editor.name, "/sum")
    desk.editor.title.selectAll()
    qtbot.keyClicks(desk.editor.title, "In short")
    assert desk.editor.name.text() == "/sum"
    desk.wait(lambda: desk.page.state.text() == "Saved")
    found = desk.stored("sum")
    assert found is not None
    assert found.title == "In short"


def test_a_name_that_is_taken_is_told_and_the_rest_is_saved(desk: Desk, qtbot: QtBot) -> None:
    desk.choose("Summarise")
    desk.editor.name.selectAll()
    qtbot.keyClicks(desk.editor.name, "/EXPLAIN")
    qtbot.keyClicks(desk.editor.description, "!")
    desk.wait(lambda: "already a prompt called “/explain”" in desk.editor._name_field.error())
    assert desk.page.state.text() == "Not everything is saved"
    desk.wait(lambda: (kept := desk.stored("summarise")) is not None and kept.description.endswith("!"))
    desk.editor.name.selectAll()
    qtbot.keyClicks(desk.editor.name, "/brief")
    desk.wait(lambda: desk.page.state.text() == "Saved")
    assert desk.editor._name_field.error() == ""
    assert desk.stored("brief") is not None


def test_the_form_can_be_tried_and_its_text_used(desk: Desk, qtbot: QtBot) -> None:
    desk.choose("Fix grammar")
    qtbot.mouseClick(desk.editor.try_button, Qt.MouseButton.LeftButton)
    form = desk.window.findChild(PromptForm)
    assert isinstance(form, PromptForm)
    field = form.fields()["text"]
    assert isinstance(field, QPlainTextEdit)
    qtbot.keyClicks(field, "i has")
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(desk.used) == 1
    assert desk.used[0].endswith("i has")


def test_what_is_marked_is_what_is_asked_for(desk: Desk, qtbot: QtBot) -> None:
    """The highlighter counts as Qt does, also behind letters beyond the basic plane."""
    desk.choose("Fix grammar")
    desk.editor.text.setPlainText("😀 {{name}} and {{not.one}}")
    block = desk.editor.text.document().firstBlock()
    marked = [(mark.start, mark.length) for mark in block.layout().formats()]
    assert marked == [(3, 8)]
    assert desk.editor.asks.text() == "Asks for: name"


def test_a_deleted_prompt_is_put_back_where_it_was(desk: Desk, qtbot: QtBot) -> None:
    before = desk.titles()
    desk.choose("Translate")
    qtbot.mouseClick(desk.page.delete, Qt.MouseButton.LeftButton)
    desk.wait(lambda: "Translate" not in desk.titles())
    desk.undo()
    desk.wait(lambda: desk.titles() == before)


def test_two_new_prompts_get_two_names(desk: Desk, qtbot: QtBot) -> None:
    desk.page.make_new()
    desk.wait(lambda: desk.stored("new-prompt") is not None and desk.editor.title.text() == "New prompt")
    desk.page.make_new()
    desk.wait(lambda: desk.editor.title.text() == "New prompt (2)")
    assert desk.editor.name.text() == "/new-prompt-2"
