"""Personas and prompts in a chat, by real keys in the real window, on a real vault."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from core.chat.personas import Persona
from desktop.chat.slash_menu import SlashMenu
from desktop.widgets.prompt_form import PromptForm
from tests.peers.ollama_replies import answer, failed
from tests.peers.ollama_server import OllamaPeer
from tests.peers.patience import PATIENCE_S
from tests.peers.window_driver import WindowDriver

MODEL, OTHER = "llama3.2:3b", "qwen3:4b"


@pytest.fixture
def peer() -> Iterator[OllamaPeer]:
    with OllamaPeer() as peer:
        yield peer


@pytest.fixture
def driver(tmp_path: Path, qtbot: QtBot, peer: OllamaPeer) -> Iterator[WindowDriver]:
    driver = WindowDriver(tmp_path / "hearth", qtbot, peer)
    driver.make_profile()
    driver.start()
    driver.app.bridge.run_to_end(driver.assistant.settings.change("chat.automatic_titles", False), timeout_s=PATIENCE_S)
    driver.wait(lambda: driver.chat.models and driver.chat.shelf.prompts)
    window = driver.app.window
    assert window is not None
    window.activateWindow()
    driver.chat.composer.focus_editor()
    driver.wait(lambda: driver.chat.composer.editor().hasFocus())
    yield driver
    driver.end()


def keys(driver: WindowDriver, text: str) -> None:
    driver.qtbot.keyClicks(driver.chat.composer.editor(), text)


def press(driver: WindowDriver, key: Qt.Key) -> None:
    driver.qtbot.keyClick(driver.chat.composer.editor(), key)


def menu_of(driver: WindowDriver) -> SlashMenu:
    menu = driver.chat.composer.slash_menu()
    assert menu is not None
    return menu


def names(driver: WindowDriver) -> list[str]:
    known = {one.prompt_id: one.name for one in driver.chat.shelf.prompts}
    return [known[one] for one in menu_of(driver).rows.shown_ids()]


def form_of(driver: WindowDriver) -> PromptForm:
    found: list[PromptForm] = []

    def is_there() -> bool:
        found[:] = [one for one in driver.chat.window().findChildren(PromptForm) if one.isVisible()]
        return bool(found)

    driver.wait(is_there)
    return found[0]


def add_prompt(driver: WindowDriver, name: str, text: str) -> None:
    driver.app.bridge.run_to_end(driver.assistant.prompts.create(name, text=text), timeout_s=PATIENCE_S)
    driver.wait(lambda: any(one.name == name for one in driver.chat.shelf.prompts))


def persona(driver: WindowDriver, name: str) -> Persona:
    return next(one for one in driver.chat.shelf.personas if one.name == name)


# ---- the slash menu ------------------------------------------------------------------------------------------------


def test_a_slash_offers_prompts_that_follow_the_letters(driver: WindowDriver) -> None:
    keys(driver, "/")
    assert menu_of(driver).isVisible()
    assert names(driver) == [one.name for one in driver.chat.shelf.prompts]
    keys(driver, "re")
    assert names(driver)[:2] == ["rewrite", "reply"]
    keys(driver, "zzz")
    assert not menu_of(driver).isVisible()
    for _ in range(3):
        press(driver, Qt.Key.Key_Backspace)
    assert names(driver)[:2] == ["rewrite", "reply"]
    assert driver.chat.composer.editor().hasFocus()


def test_the_arrows_walk_and_escape_keeps_the_text_as_it_is(driver: WindowDriver, peer: OllamaPeer) -> None:
    keys(driver, "/")
    press(driver, Qt.Key.Key_Down)
    press(driver, Qt.Key.Key_Down)
    press(driver, Qt.Key.Key_Up)
    assert menu_of(driver).rows.currentRow() == 1
    press(driver, Qt.Key.Key_Escape)
    assert not menu_of(driver).isVisible()
    keys(driver, "explain")
    assert not menu_of(driver).isVisible()
    peer.script(MODEL, answer("Literally."))
    press(driver, Qt.Key.Key_Return)
    driver.wait(lambda: driver.texts() == ["/explain", "Literally."])


def test_a_slash_in_the_middle_or_a_path_is_no_command(driver: WindowDriver, peer: OllamaPeer) -> None:
    keys(driver, "and/or")
    assert driver.chat.composer.slash_menu() is None
    driver.chat.composer.clear()
    keys(driver, "/etc/hosts is what?")
    assert not menu_of(driver).isVisible()
    peer.script(MODEL, answer("A file."))
    press(driver, Qt.Key.Key_Return)
    driver.wait(lambda: driver.texts() == ["/etc/hosts is what?", "A file."])


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_enter_and_tab_take_a_prompt_whose_form_is_filled_by_keyboard_alone(driver: WindowDriver, key: Qt.Key) -> None:
    keys(driver, "/transl")
    press(driver, key)
    form = form_of(driver)
    language, text = form.fields()["language"], form.fields()["text"]
    assert isinstance(language, QComboBox)
    assert isinstance(text, QPlainTextEdit)
    driver.wait(lambda: language.hasFocus())
    driver.qtbot.keyClick(language, Qt.Key.Key_Down)
    assert "into German." in form.preview()
    driver.qtbot.keyClick(language, Qt.Key.Key_Return)
    driver.wait(lambda: text.hasFocus())
    driver.qtbot.keyClicks(text, "Good {{day}}")
    driver.qtbot.keyClick(text, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    driver.qtbot.keyClicks(text, "and night")
    assert "Good {{day}}\nand night" in form.preview()
    driver.qtbot.keyClick(text, Qt.Key.Key_Return)
    driver.wait(lambda: driver.chat.composer.editor().hasFocus())
    sent = driver.chat.composer.text()
    assert sent.startswith("Translate this into German.")
    assert sent.endswith("Good {{day}}\nand night")
    assert not menu_of(driver).isVisible()


def test_escape_in_the_form_leaves_what_was_typed(driver: WindowDriver) -> None:
    keys(driver, "/translate some words")
    press(driver, Qt.Key.Key_Return)
    form = form_of(driver)
    assert "some words" in form.preview()
    driver.qtbot.keyClick(form, Qt.Key.Key_Escape)
    driver.wait(lambda: not form.isVisible())
    assert driver.chat.composer.text() == "/translate some words"


def test_a_name_with_its_text_goes_in_without_a_form_when_nothing_else_is_asked(driver: WindowDriver) -> None:
    keys(driver, "/Fix-Grammar i has a {{question}}")
    press(driver, Qt.Key.Key_Return)
    driver.wait(lambda: driver.chat.composer.text().startswith("Correct spelling"))
    assert driver.chat.composer.text().endswith("i has a {{question}}")


def test_a_prompt_that_begins_with_a_slash_is_sent_and_not_called(driver: WindowDriver, peer: OllamaPeer) -> None:
    add_prompt(driver, "loop", "/loop forever")
    keys(driver, "/loop")
    press(driver, Qt.Key.Key_Return)
    assert driver.chat.composer.text() == "/loop forever"
    assert not menu_of(driver).isVisible()
    peer.script(MODEL, answer("No."))
    press(driver, Qt.Key.Key_Return)
    driver.wait(lambda: driver.texts() == ["/loop forever", "No."])


def test_date_and_clipboard_are_filled_without_asking_and_an_empty_clipboard_is_asked_for(driver: WindowDriver) -> None:
    add_prompt(driver, "clip", "{{date}}|{{clipboard}}")
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("from {{date}} elsewhere")
    keys(driver, "/clip")
    press(driver, Qt.Key.Key_Return)
    day, _, rest = driver.chat.composer.text().partition("|")
    assert len(day) == 10
    assert rest == "from {{date}} elsewhere"
    clipboard.clear()
    driver.chat.composer.clear()
    keys(driver, "/clip")
    press(driver, Qt.Key.Key_Return)
    assert list(form_of(driver).fields()) == ["clipboard"]


def test_while_an_input_method_composes_its_keys_are_its_own(driver: WindowDriver) -> None:
    keys(driver, "/")
    editor = driver.chat.composer.editor()
    QApplication.sendEvent(editor, QInputMethodEvent("せつ", []))
    press(driver, Qt.Key.Key_Down)
    assert menu_of(driver).rows.currentRow() == 0
    press(driver, Qt.Key.Key_Escape)
    assert menu_of(driver).isVisible()
    done = QInputMethodEvent()
    done.setCommitString("説")
    QApplication.sendEvent(editor, done)
    assert driver.chat.composer.text() == "/説"


def test_a_click_takes_a_prompt(driver: WindowDriver) -> None:
    keys(driver, "/")
    rows = menu_of(driver).rows
    where = rows.visualItemRect(rows.item(1)).center()
    driver.qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert form_of(driver).windowTitle() == "Summarise"


def test_the_menu_goes_when_the_keyboard_does(driver: WindowDriver) -> None:
    keys(driver, "/")
    driver.chat.picker.setFocus()
    assert not menu_of(driver).isVisible()


# ---- starters and personas -----------------------------------------------------------------------------------------


def starters(driver: WindowDriver) -> list[QPushButton]:
    return driver.chat.empty._buttons


def test_prompts_marked_as_starters_stand_in_the_empty_chat(driver: WindowDriver) -> None:
    assert [one.accessibleName() for one in starters(driver)] == [
        "Explain",
        "Summarise",
        "Rewrite",
        "Think a decision through",
    ]
    starters(driver)[3].click()
    form = form_of(driver)
    question = form.fields()["question"]
    assert isinstance(question, QLineEdit)
    driver.qtbot.keyClicks(question, "Move to Bern?")
    form.insert_button.click()
    driver.wait(lambda: driver.chat.composer.text().startswith("Help me decide: Move to Bern?"))


def choose_by_keys(driver: WindowDriver, name: str) -> None:
    picker = driver.chat.shelf.picker
    driver.qtbot.keyClick(picker, Qt.Key.Key_Return)
    popup = picker.popup()
    assert popup is not None
    driver.wait(lambda: popup.isVisible())
    wanted = persona(driver, name).persona_id if name else ""
    driver.qtbot.keyClick(popup.rows, Qt.Key.Key_Home)
    for _ in range(10):
        if popup.rows.current_id() == wanted:
            break
        driver.qtbot.keyClick(popup.rows, Qt.Key.Key_Down)
    driver.qtbot.keyClick(popup.rows, Qt.Key.Key_Return)
    driver.wait(lambda: not popup.isVisible())


def chip(driver: WindowDriver) -> QPushButton:
    found = driver.chat.header.findChild(QPushButton, "header_persona")
    assert isinstance(found, QPushButton)
    return found


def test_a_persona_is_chosen_by_keyboard_greets_and_answers(driver: WindowDriver, peer: OllamaPeer) -> None:
    choose_by_keys(driver, "Tutor")
    assert driver.chat.empty._title.text() == "What would you like to understand today?"
    assert starters(driver)[0].accessibleName() == "Explain to me from the beginning"
    assert chip(driver).text() == " Tutor"
    starters(driver)[0].click()
    assert driver.chat.composer.text() == "Explain to me from the beginning:\n\n"
    peer.script(MODEL, answer("Gladly."))
    driver.ask("Explain gravity.")
    stored = driver.app.bridge.run_to_end(
        driver.assistant.conversations.get(driver.chat.conversation_id), timeout_s=PATIENCE_S
    )
    assert stored.persona_id == persona(driver, "Tutor").persona_id
    assert "patient tutor" in peer.chats()[-1]["messages"][0]["content"]
    assert peer.chats()[-1]["options"]["temperature"] == 0.5
    assert chip(driver).isVisible()


def test_a_new_chat_begins_without_the_last_chats_persona(driver: WindowDriver, peer: OllamaPeer) -> None:
    peer.script(MODEL, answer("One."), answer("Two."))
    choose_by_keys(driver, "Tutor")
    driver.ask("First?")
    first = driver.chat.conversation_id
    driver.workspace.commands.run("chat.new")
    assert driver.chat.shelf.persona_id == ""
    assert not chip(driver).isVisible()
    driver.ask("Second?")
    assert "patient tutor" not in peer.chats()[-1]["messages"][0]["content"]
    driver.chat.show_conversation(first)
    driver.wait(lambda: driver.chat.conversation_id == first)
    assert chip(driver).text() == " Tutor"


def test_a_persona_can_change_in_the_middle_of_a_chat(driver: WindowDriver, peer: OllamaPeer) -> None:
    peer.script(MODEL, answer("One."), answer("Two."))
    driver.ask("First?")
    choose_by_keys(driver, "Programmer")
    driver.wait(lambda: driver.chat.conversation is not None and driver.chat.conversation.persona_id)
    driver.ask("Second?")
    assert "senior programmer" in peer.chats()[-1]["messages"][0]["content"]
    choose_by_keys(driver, "")
    driver.wait(lambda: driver.chat.conversation is not None and not driver.chat.conversation.persona_id)
    assert not chip(driver).isVisible()


def test_a_personas_model_comes_along_and_goes_again(driver: WindowDriver, peer: OllamaPeer) -> None:
    tutor = persona(driver, "Tutor")
    driver.app.bridge.run_to_end(driver.assistant.personas.change(replace(tutor, model=OTHER)), timeout_s=PATIENCE_S)
    driver.wait(lambda: persona(driver, "Tutor").model == OTHER)
    before = driver.chat.picker.current()
    choose_by_keys(driver, "Tutor")
    assert driver.chat.picker.current() == OTHER
    peer.script(OTHER, answer("Yes."))
    driver.ask("Are you it?")
    assert peer.chats()[-1]["model"] == OTHER
    choose_by_keys(driver, "")
    assert driver.chat.picker.current() == before
    choose_by_keys(driver, "Tutor")
    driver.workspace.commands.run("chat.new")
    assert driver.chat.picker.current() == before


def test_a_deleted_persona_leaves_its_chat_as_it_is(driver: WindowDriver, peer: OllamaPeer) -> None:
    peer.script(MODEL, answer("One."), answer("Two."))
    choose_by_keys(driver, "Tutor")
    driver.ask("First?")
    gone = driver.app.bridge.run_to_end(
        driver.assistant.personas.delete(persona(driver, "Tutor").persona_id), timeout_s=PATIENCE_S
    )
    driver.wait(lambda: not chip(driver).isVisible())
    driver.ask("Second?")
    driver.wait(lambda: driver.texts() == ["First?", "One.", "Second?", "Two."])
    driver.app.bridge.run_to_end(driver.assistant.personas.put_back(gone), timeout_s=PATIENCE_S)
    driver.wait(lambda: chip(driver).isVisible())


def test_a_private_chat_knows_the_personas_too(driver: WindowDriver, peer: OllamaPeer) -> None:
    driver.workspace.commands.run("chat.new_private")
    choose_by_keys(driver, "Translator")
    assert "Nothing of this chat is kept." in driver.chat.empty._text.text()
    peer.script(MODEL, answer("Ja."))
    driver.ask("Yes?")
    assert "professional translator" in peer.chats()[-1]["messages"][0]["content"]
    assert driver.chat.private


def test_the_way_to_the_personas_page_is_in_the_list(driver: WindowDriver) -> None:
    picker = driver.chat.shelf.picker
    picker.open_list()
    popup = picker.popup()
    assert popup is not None
    with driver.qtbot.waitSignal(driver.chat.page_wanted) as wanted:
        popup.manage.click()
    assert wanted.args == ["personas"]


def test_a_first_answer_that_fails_leaves_a_chat_with_a_name(driver: WindowDriver, peer: OllamaPeer) -> None:
    peer.script(MODEL, failed(500, "no"))
    driver.ask("How far is the moon?")
    driver.wait(lambda: driver.chat.header.title.text() == "How far is the moon?")


def test_other_pages_begin_chats_with_a_persona_and_hand_over_prompts(driver: WindowDriver) -> None:
    shelf = driver.chat.shelf
    shelf.choose_for_new(persona(driver, "Programmer").persona_id)
    assert chip(driver).text() == " Programmer"
    assert driver.chat.conversation_id == ""
    shelf.use_text("/explain this as it stands")
    assert driver.chat.composer.text() == "/explain this as it stands"
    shelf.use_prompt_called("prompt-summarise")
    assert form_of(driver).windowTitle() == "Summarise"
    shelf.use_prompt_called("gone")
