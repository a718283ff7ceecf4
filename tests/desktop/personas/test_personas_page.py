"""The page of personas, by mouse and keyboard, over a real vault."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from core.chat.personas import Persona
from core.library.model_parameters import ModelParameters
from desktop.personas.persona_editor import PersonaEditor
from desktop.personas.personas_page import PersonasPage
from desktop.theme.design_tokens import LIGHT
from desktop.theme.stylesheet import apply_theme
from desktop.widgets.library_page import SAVE_AFTER_MS
from tests.peers.library_desk import LibraryDesk

BUILT_IN = ["Writer’s editor", "Tutor", "Programmer", "Translator"]
MODELS = ["llama3.2:3b", "qwen3:4b"]


class Desk(LibraryDesk[PersonasPage]):
    @property
    def editor(self) -> PersonaEditor:
        editor = self.page.editor
        assert isinstance(editor, PersonaEditor)
        return editor

    def stored(self, name: str) -> Persona | None:
        everyone = self.wait_for(self.assistant.personas.list())
        return next((one for one in everyone if one.name == name), None)


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Desk]:
    apply_theme(qapp, LIGHT, text_scale_percent=100, reduced_motion=True)
    desk = Desk(
        tmp_path,
        qtbot,
        lambda desk: PersonasPage(
            desk.bridge,
            desk.assistant.personas,
            announcer=desk.assistant.announcer,
            gateway_models=lambda: MODELS,
            toasts=desk.toasts,
            report=desk.reported.append,
        ),
    )
    yield desk
    desk.end()
    assert desk.reported == []


def test_the_first_look_shows_the_built_in_ones(desk: Desk) -> None:
    assert desk.titles() == BUILT_IN
    assert desk.editor.name.text() == "Writer’s editor"
    assert desk.editor.instructions.toPlainText().startswith("You are an experienced editor.")


def test_what_is_typed_is_saved_a_moment_later(desk: Desk, qtbot: QtBot) -> None:
    desk.choose("Tutor")
    qtbot.keyClicks(desk.editor.description, "!")
    assert desk.page.state.text() == "Saving…"
    desk.wait(lambda: desk.page.state.text() == "Saved")
    tutor = desk.stored("Tutor")
    assert tutor is not None
    assert tutor.description.endswith("arrived!")
    assert desk.editor.description.hasFocus() or desk.editor.description.cursorPosition() == len(tutor.description)


def test_typing_goes_on_while_earlier_letters_are_saved(desk: Desk, qtbot: QtBot) -> None:
    desk.choose("Tutor")
    area = desk.editor.instructions
    area.clear()
    for word in ("One. ", "Two. ", "Three. "):
        qtbot.keyClicks(area, word)
        qtbot.wait(SAVE_AFTER_MS // 2 + 100)
    desk.wait(lambda: desk.page.state.text() == "Saved")
    assert area.toPlainText() == "One. Two. Three. "
    tutor = desk.stored("Tutor")
    assert tutor is not None
    assert tutor.instructions == "One. Two. Three. "


def test_going_to_another_row_saves_at_once(desk: Desk, qtbot: QtBot) -> None:
    desk.choose("Tutor")
    qtbot.keyClicks(desk.editor.greeting, "?")
    desk.choose("Programmer")
    assert not desk.page._saving.isActive()
    desk.wait(lambda: (tutor := desk.stored("Tutor")) is not None and tutor.greeting.endswith("today??"))


def test_leaving_the_page_saves_at_once(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.editor.greeting, " Yes.")
    desk.page.hide()
    assert not desk.page._saving.isActive()
    desk.wait(lambda: (kept := desk.stored("Writer’s editor")) is not None and kept.greeting.endswith("better. Yes."))


def test_every_field_is_kept(desk: Desk, qtbot: QtBot) -> None:
    desk.page.new.click()
    desk.wait(lambda: desk.editor.name.text() == "New persona" and desk.editor.name.hasFocus())
    editor = desk.editor
    qtbot.keyClicks(editor.name, "Cook")  # the name is selected and typed over
    qtbot.keyClicks(editor.description, "Knows the larder")
    qtbot.keyClicks(editor.instructions, "Answer with recipes.")
    qtbot.keyClicks(editor.greeting, "Hungry?")
    editor.starters.insertPlainText("What can I cook with\n\nA menu for:")
    editor.model.setCurrentIndex(2)
    editor.model.activated.emit(2)
    colours = editor.colours.findChildren(QPushButton)
    qtbot.mouseClick(next(one for one in colours if one.accessibleName() == "Violet"), Qt.MouseButton.LeftButton)
    for name, text in {"temperature": "0,7", "seed": "42", "context_tokens": "4096", "top_k": "0"}.items():
        qtbot.keyClicks(editor.parameters.fields[name].control, text)
    desk.page.save()
    desk.wait(lambda: desk.page.state.text() == "Saved")
    cook = desk.stored("Cook")
    assert cook == Persona(
        cook.persona_id if cook else "",
        "Cook",
        "Knows the larder",
        "Answer with recipes.",
        "qwen3:4b",
        "Hungry?",
        "private",
        "",
        ("What can I cook with", "A menu for:"),
        ModelParameters(temperature=0.7, seed=42, context_tokens=4096, top_k=0),
        (),
        cook.position if cook else 0,
    )
    assert desk.titles() == [*BUILT_IN, "Cook"]


def test_a_name_that_is_blank_is_told_and_the_rest_is_saved(desk: Desk, qtbot: QtBot) -> None:
    desk.choose("Tutor")
    desk.editor.name.selectAll()
    qtbot.keyClick(desk.editor.name, Qt.Key.Key_Delete)
    qtbot.keyClicks(desk.editor.greeting, " Now?")
    desk.wait(lambda: desk.editor._name_field.error())
    assert "needs a name" in desk.editor._name_field.error()
    desk.wait(lambda: (tutor := desk.stored("Tutor")) is not None and tutor.greeting.endswith("Now?"))
    qtbot.keyClicks(desk.editor.name, "Teacher")
    desk.wait(lambda: desk.page.state.text() == "Saved")
    assert desk.editor._name_field.error() == ""
    assert "Teacher" in desk.titles()


def test_a_parameter_beyond_its_limits_is_told_and_left_out(desk: Desk, qtbot: QtBot) -> None:
    field = desk.editor.parameters.fields["temperature"]
    field.control.clear()  # type: ignore[attr-defined]
    qtbot.keyClicks(field.control, "7")
    assert field.error() == "A number from 0 to 2, or nothing."
    qtbot.keyClicks(field.control, "x")
    assert field.error()
    desk.page.save()
    for _ in range(2):
        qtbot.keyClick(field.control, Qt.Key.Key_Backspace)
    assert field.error() == ""


def test_a_deleted_one_is_put_back_by_undo(desk: Desk, qtbot: QtBot) -> None:
    desk.choose("Tutor")
    qtbot.mouseClick(desk.page.delete, Qt.MouseButton.LeftButton)
    desk.wait(lambda: desk.titles() == ["Writer’s editor", "Programmer", "Translator"])
    assert desk.editor.name.text() == "Programmer"
    assert desk.toasts.texts() == ["“Tutor” was deleted. Its chats stay as they are."]
    desk.undo()
    desk.wait(lambda: desk.titles() == BUILT_IN)
    desk.wait(lambda: desk.editor.name.text() == "Tutor")


def test_what_was_just_typed_is_there_after_delete_and_undo(desk: Desk, qtbot: QtBot) -> None:
    desk.choose("Tutor")
    qtbot.keyClicks(desk.editor.greeting, " Really.")
    desk.page.delete_shown()
    desk.wait(lambda: "Tutor" not in desk.titles())
    desk.undo()
    desk.wait(lambda: desk.editor.greeting.text().endswith("today? Really."))


def test_the_last_one_deleted_leaves_an_empty_page_that_helps_on(desk: Desk, qtbot: QtBot) -> None:
    for left in (3, 2, 1, 0):
        desk.page.delete_shown()
        desk.wait(lambda left=left: desk.page.rows.count() == left)
    desk.wait(lambda: desk.page.empty.isVisible())
    desk.page._restore()
    desk.wait(lambda: desk.titles() == BUILT_IN)
    assert desk.toasts.texts()[-1].startswith("4 ")
    desk.page._restore()
    desk.wait(lambda: "All built-in personas are here." in desk.toasts.texts())


def test_search_narrows_and_the_arrows_walk(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.page.search, "tra")
    desk.wait(lambda: desk.titles() == ["Translator"])
    desk.wait(lambda: desk.editor.name.text() == "Translator")
    qtbot.keyClicks(desk.page.search, "zzz")
    desk.wait(lambda: desk.page.nothing.isVisible())
    desk.page.search.clear()
    desk.wait(lambda: desk.titles() == BUILT_IN)


def test_keys_in_the_list_move_rows_delete_and_search(desk: Desk, qtbot: QtBot) -> None:
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    desk.choose("Tutor")
    qtbot.keyClick(desk.page.rows, Qt.Key.Key_Down, both)
    desk.wait(lambda: desk.titles() == ["Writer’s editor", "Programmer", "Tutor", "Translator"])
    qtbot.keyClick(desk.page.rows, Qt.Key.Key_Up, both)
    desk.wait(lambda: desk.titles() == BUILT_IN)
    qtbot.keyClick(desk.page.rows, Qt.Key.Key_Delete)
    desk.wait(lambda: "Tutor" not in desk.titles())
    qtbot.keyClicks(desk.page.rows, "p")
    assert desk.page.search.text() == "p"
    assert desk.page.search.hasFocus()


def test_a_row_that_is_dropped_elsewhere_stays_there(desk: Desk, qtbot: QtBot) -> None:
    model = desk.page.rows.model()
    assert model.moveRow(desk.page.rows.rootIndex(), 3, desk.page.rows.rootIndex(), 0)
    desk.wait(lambda: next(iter(desk.wait_for(desk.assistant.personas.list()))).name == "Translator")
    assert desk.titles() == ["Translator", *BUILT_IN[:3]]


def test_a_copy_stands_behind_its_original(desk: Desk, qtbot: QtBot) -> None:
    desk.choose("Tutor")
    qtbot.mouseClick(desk.page.duplicate, Qt.MouseButton.LeftButton)
    desk.wait(lambda: desk.editor.name.text() == "Tutor (2)")
    assert desk.titles()[1:3] == ["Tutor", "Tutor (2)"]


def test_files_go_out_and_come_in_several_at_once(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    one, two, bad = tmp_path / "one.toml", tmp_path / "two.toml", tmp_path / "bad.toml"
    ids = list(desk.page._entries)
    desk.page.export_to(one, ids[:1])
    desk.page.export_to(two, ids)
    desk.wait(lambda: one.exists() and two.exists())
    bad.write_text("hello", encoding="utf-8")
    desk.page.import_from([one, bad, two])
    desk.wait(lambda: desk.page.rows.count() == 9)
    assert "Writer’s editor (3)" in desk.titles()
    desk.wait(lambda: any("“bad.toml” could not be imported" in text for text in desk.toasts.texts()))


def test_a_change_made_elsewhere_is_seen_and_does_not_disturb_typing(desk: Desk, qtbot: QtBot) -> None:
    desk.choose("Tutor")
    qtbot.keyClicks(desk.editor.greeting, " x")
    desk.wait_for(desk.assistant.personas.create("From elsewhere"))
    desk.wait(lambda: "From elsewhere" in desk.titles())
    assert desk.editor.greeting.text().endswith(" x")
    desk.wait(lambda: desk.page.state.text() == "Saved")


def test_a_narrow_page_shows_list_or_editor(desk: Desk, qtbot: QtBot) -> None:
    desk.window.resize(420, 600)
    desk.wait(lambda: desk.page.back.isVisibleTo(desk.page._detail))
    assert desk.page.rows.isVisible()
    assert not desk.editor.isVisible()
    desk.choose("Tutor")
    desk.wait(lambda: desk.editor.isVisible())
    assert not desk.page.rows.isVisible()
    qtbot.mouseClick(desk.page.back, Qt.MouseButton.LeftButton)
    assert desk.page.rows.isVisible()


def test_everything_is_reached_by_tab_and_has_a_name(desk: Desk, qtbot: QtBot) -> None:
    desk.page.more.setFocus()
    seen: list[str] = []
    for _ in range(40):
        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused.accessibleName(), focused
        seen.append(focused.accessibleName())
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    wanted = {"Personas", "Duplicate", "Export…", "Delete", "Name", "Violet", "Description", "Instructions", "Model"}
    wanted |= {"Greeting", "Starters", "Temperature", "Context", "Seed", "Keep loaded", "More", "Search personas"}
    assert wanted - set(seen) == set()
    assert seen[:4] == ["More", "New persona", "Search personas", "Personas"]
