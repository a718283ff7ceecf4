"""The quick chat off-screen, on a real profile, answered by a stand-in server."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from core.assistant import Assistant
from core.clock import ManualClock
from desktop.bridge import Bridge
from desktop.chat.message_actions import MessageAction
from desktop.quick_chat.popup import FRESH_AFTER_S, QuickChat
from desktop.quick_chat.quick_body import LONGEST_TEXT
from desktop.quick_chat.selection_prompts import PromptOffer, usual_offers
from desktop.theme.design_tokens import LIGHT
from desktop.theme.stylesheet import apply_theme
from tests.desktop.test_accessibility import nameless, roleless
from tests.peers.ollama_replies import ErrorLine, Pause, Say, answer
from tests.peers.ollama_server import OllamaPeer
from tests.peers.patience import PATIENCE_MS, PATIENCE_S
from tests.peers.profile_at_hand import ProfileAtHand

MODEL = "llama3.2:3b"


@pytest.fixture
def peer() -> Iterator[OllamaPeer]:
    with OllamaPeer() as peer:
        yield peer


@pytest.fixture
def bridge(qapp: QApplication) -> Iterator[Bridge]:
    apply_theme(qapp, LIGHT)
    bridge = Bridge()
    yield bridge
    bridge.stop()


@pytest.fixture
def open_profile(bridge: Bridge, tmp_path: Path) -> Iterator[Callable[[str], Assistant]]:
    """Opens a profile that asks the server at an address."""
    stack = AsyncExitStack()

    async def opened(address: str) -> Assistant:
        assistant = await stack.enter_async_context(ProfileAtHand(tmp_path / "hearth", address).assistant())
        await assistant.settings.change("chat.automatic_titles", value=False)
        return assistant

    yield lambda address: bridge.run_to_end(opened(address), timeout_s=PATIENCE_S)
    bridge.run_to_end(stack.aclose(), timeout_s=PATIENCE_S)


class Stage:
    """The window, and what is done with it."""

    def __init__(self, bridge: Bridge, assistant: Assistant, qtbot: QtBot, **choices: Any) -> None:
        self.bridge, self.assistant, self.qtbot = bridge, assistant, qtbot
        self.clock = ManualClock()
        self.chat = QuickChat(bridge, assistant=assistant, clock=self.clock, **choices)
        qtbot.addWidget(self.chat)

    def wait(self, condition: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=PATIENCE_MS)

    def ask(self, text: str) -> None:
        self.chat.body.composer.set_text(text)
        self.chat.body.composer.submit()

    def answered(self, messages: int) -> None:
        """Wait until there are so many messages, the last one in its final form."""
        self.wait(lambda: len(self.path) == messages and all(state != "streaming" for state in self.states))
        self.wait(lambda: self.chat.session is not None and not self.chat.session.busy)

    @property
    def path(self) -> list[str]:
        return [message.text for message in self.chat.session.path] if self.chat.session is not None else []

    @property
    def states(self) -> list[str]:
        return [message.state for message in self.chat.session.path] if self.chat.session is not None else []

    def stand_still_until_stored(self, messages: int) -> None:
        """Let Qt do nothing until so many messages are stored in their final form, as on a machine with much to do."""
        session = self.chat.session
        assert session is not None
        conversation_id = session.conversation_id

        async def stored() -> None:
            path = await self.assistant.conversations.path(conversation_id)
            while len(path) < messages or path[-1].state == "streaming":
                await asyncio.sleep(0.01)
                path = await self.assistant.conversations.path(conversation_id)

        self.bridge.run_to_end(stored(), timeout_s=PATIENCE_S)

    def shown(self) -> list[str]:
        """The texts in the transcript."""
        model = self.chat.body.transcript.model
        return [model.text_of(row) for row in range(len(model))]

    def kept(self) -> list[str]:
        return list(self.bridge.run_to_end(self.assistant.conversations.all_ids(), timeout_s=PATIENCE_S))


@pytest.fixture
def stage(bridge: Bridge, open_profile: Callable[[str], Assistant], peer: OllamaPeer, qtbot: QtBot) -> Iterator[Stage]:
    stage = Stage(bridge, open_profile(peer.address), qtbot)
    stage.chat.show_now()
    stage.wait(stage.chat.body.picker.current)
    yield stage
    stage.chat.set_assistant(None)


def key(stage: Stage, name: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    stage.qtbot.keyClick(stage.chat.body.composer.editor(), name, modifiers)


# ---- asking -------------------------------------------------------------------------------------------------------


def test_what_is_asked_here_is_an_ordinary_chat_and_goes_on(stage: Stage, peer: OllamaPeer) -> None:
    peer.script(MODEL, answer("One."), answer("Two."))
    stage.ask("First?")
    stage.answered(2)
    stage.ask("Second?")
    stage.answered(4)
    assert stage.path == ["First?", "One.", "Second?", "Two."]
    assert len(stage.kept()) == 1
    with stage.qtbot.waitSignal(stage.chat.continue_wanted) as wanted:
        stage.chat.body.commands.run("quick.open")
    assert wanted.args == stage.kept()
    assert not stage.chat.isVisible()
    assert stage.path == []


def test_an_answer_that_was_quicker_than_the_window_is_never_finished_without_its_words(
    stage: Stage, peer: OllamaPeer
) -> None:
    peer.script(MODEL, answer("One."), answer("Two."))
    stage.ask("First?")
    stage.answered(2)
    session, seen = stage.chat.session, list[tuple[str, str]]()
    assert session is not None
    session.path_changed.connect(lambda: seen.extend((one.state, one.text) for one in session.path[3:]))
    stage.ask("Second?")
    stage.stand_still_until_stored(4)
    stage.answered(4)
    assert stage.path == ["First?", "One.", "Second?", "Two."]
    assert set(seen) == {("streaming", ""), ("complete", "Two.")}


def test_an_answer_that_is_written_anew_is_shown_word_by_word(stage: Stage, peer: OllamaPeer) -> None:
    peer.script(MODEL, answer("One."), (Say("Another "), Pause()))
    stage.ask("First?")
    stage.answered(2)
    session = stage.chat.session
    assert session is not None
    session.act(MessageAction("regenerate", session.path[1].message_id))
    stage.wait(lambda: stage.shown() == ["First?", "Another "])
    session.stop()
    stage.answered(2)
    assert stage.states == ["complete", "stopped"]


def test_an_empty_question_is_never_asked(stage: Stage, peer: OllamaPeer) -> None:
    for text in ("", "   ", "\n\n"):
        stage.chat.body.composer.set_text(text)
        key(stage, Qt.Key.Key_Return)
    assert stage.chat.session is not None
    assert not stage.chat.session.ask("  ")
    assert stage.kept() == []
    assert peer.chats() == []


def test_a_private_question_reaches_no_disk(stage: Stage, peer: OllamaPeer) -> None:
    peer.script(MODEL, answer("A secret."))
    stage.chat.body.header.private.click()
    stage.ask("A secret question")
    stage.answered(2)
    assert stage.kept() == []
    assert not stage.chat.body.header.private.isEnabled()
    stage.chat.body.commands.run("quick.new")
    assert stage.chat.session is not None
    assert not stage.chat.session.private


def test_a_pasted_picture_goes_along(stage: Stage, peer: OllamaPeer) -> None:
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    stage.chat.show_with("", images=[picture])
    composer = stage.chat.body.composer
    stage.wait(composer.attachments)
    assert not stage.chat.body.hint.isVisible()
    assert composer.attachments()[0].kind == "image"


def test_an_answer_that_fails_says_why_and_is_tried_again(stage: Stage, peer: OllamaPeer) -> None:
    peer.script(MODEL, (Say("Half an "), ErrorLine("model runner has unexpectedly stopped")), answer("Whole."))
    stage.ask("Tell me.")
    stage.answered(2)
    assert stage.states[1] == "failed"
    row = stage.chat.body.transcript.list.rows[stage.chat.session.path[1].message_id]  # type: ignore[union-attr]
    retry = next(button for button in row.findChildren(QPushButton) if button.text() == "Retry")
    retry.click()
    stage.wait(lambda: stage.path == ["Tell me.", "Whole."])


def test_a_long_answer_lets_the_window_grow_to_a_limit_and_scrolls_then(stage: Stage, peer: OllamaPeer) -> None:
    peer.script(MODEL, answer("A line.\n\n" * 300, tokens_per_s=20_000))
    small = stage.chat.height()
    stage.ask("Write a lot.")
    stage.answered(2)
    screen = stage.chat.screen().availableGeometry()
    stage.wait(lambda: stage.chat.height() > screen.height() * 0.6)
    assert small < stage.chat.height() <= screen.height() * 0.8
    assert screen.contains(stage.chat.geometry())
    assert stage.chat.body.transcript.list.verticalScrollBar().maximum() > 0
    stage.chat.body.commands.run("quick.new")
    stage.wait(lambda: stage.chat.height() == small)


# ---- what is missing ----------------------------------------------------------------------------------------------


def test_a_server_that_is_away_is_named_with_the_next_step(stage: Stage, peer: OllamaPeer, qtbot: QtBot) -> None:
    peer.stop()
    stage.chat.body.find_models()
    stage.wait(stage.chat.body.trouble.isVisible)
    card = stage.chat.body.trouble
    assert "Ollama" in card.accessibleName()
    assert "ollama serve" not in card.accessibleName()  # the words of the window, not of a terminal
    assert card.setup.isVisible()
    assert not card.models.isVisible()
    with qtbot.waitSignal(stage.chat.setup_wanted):
        card.setup.click()
    stage.ask("Are you there?")
    stage.answered(2)
    assert stage.states[1] == "failed"
    assert stage.path[1] == ""


def test_a_step_that_speaks_of_details_has_them_below(stage: Stage, peer: OllamaPeer) -> None:
    peer.override("/api/tags", (ErrorLine("the disk is full"),))
    stage.chat.body.find_models()
    stage.wait(stage.chat.body.trouble.isVisible)
    shown = [label.text() for label in stage.chat.body.trouble.findChildren(QLabel) if label.isVisible()]
    assert "details below" in shown[1]
    assert "the disk is full" in shown[2]


def test_without_any_model_it_says_so_and_shows_the_way(
    bridge: Bridge, open_profile: Callable[[str], Assistant], qtbot: QtBot
) -> None:
    with OllamaPeer(models=()) as bare:
        stage = Stage(bridge, open_profile(bare.address), qtbot)
        stage.chat.show_now()
        stage.wait(stage.chat.body.trouble.isVisible)
        assert "No model" in stage.chat.body.trouble.accessibleName()
        with qtbot.waitSignal(stage.chat.models_wanted):
            next(b for b in stage.chat.body.trouble.findChildren(QPushButton) if b.text() == "Show models").click()
        stage.chat.set_assistant(None)


def test_when_hearth_locks_nothing_of_the_chat_stays(stage: Stage, peer: OllamaPeer) -> None:
    peer.script(MODEL, answer("A secret."))
    stage.ask("First?")
    stage.answered(2)
    stage.chat.show_with("quoted secret")
    stage.chat.body.composer.set_text("typed secret")
    stage.chat.body.say("said before")
    stage.chat.set_assistant(None)
    body = stage.chat.body
    assert not body.hint.isVisible()
    assert body.locked.isVisible()
    assert not body.composer.isVisible()
    assert (body.composer.text(), body.card.text, len(body.transcript.model)) == ("", "", 0)
    with stage.qtbot.waitSignal(stage.chat.unlock_wanted):
        body.locked.findChild(QPushButton).click()  # type: ignore[union-attr]


def test_a_text_that_was_selected_while_it_is_locked_waits_for_the_unlocking(stage: Stage) -> None:
    stage.chat.set_assistant(None)
    stage.chat.show_with("Good morning")
    assert stage.chat.body.card.text == ""
    stage.chat.set_assistant(stage.assistant)
    assert stage.chat.body.card.text == "Good morning"


# ---- coming and going ---------------------------------------------------------------------------------------------


def test_a_chat_is_still_there_after_some_minutes_and_a_fresh_one_after_ten(stage: Stage, peer: OllamaPeer) -> None:
    peer.script(MODEL, answer("One."))
    stage.ask("First?")
    stage.answered(2)
    stage.chat.body.composer.set_text("half a thought")
    key(stage, Qt.Key.Key_Escape)
    assert not stage.chat.isVisible()
    stage.clock.move(FRESH_AFTER_S - 1)
    stage.chat.toggle()
    assert len(stage.path) == 2
    stage.chat.dismiss()
    stage.clock.move(FRESH_AFTER_S)
    stage.chat.toggle()
    assert stage.path == []
    assert stage.chat.body.composer.text() == "half a thought"


def test_a_chat_that_is_deleted_in_the_window_is_gone_here_too(stage: Stage, peer: OllamaPeer) -> None:
    peer.script(MODEL, answer("One."))
    stage.ask("First?")
    stage.answered(2)
    stage.bridge.run_to_end(stage.assistant.conversations.delete(stage.kept()[0]), timeout_s=PATIENCE_S)
    stage.wait(lambda: stage.path == [])


def test_another_language_takes_nothing_away(stage: Stage, peer: OllamaPeer) -> None:
    peer.script(MODEL, answer("One."), answer("Two."))
    stage.ask("First?")
    stage.answered(2)
    stage.chat.body.composer.set_text("half a thought")
    before = stage.chat.body
    stage.chat.retranslate()
    assert stage.chat.body is not before
    assert stage.chat.body.composer.text() == "half a thought"
    assert len(stage.chat.body.transcript.model) == 2
    stage.chat.body.composer.submit()
    stage.answered(4)
    assert stage.path[3] == "Two."


def test_another_language_in_mid_answer_loses_no_word(stage: Stage, peer: OllamaPeer) -> None:
    peer.script(MODEL, (Say("Half an "), Pause(), *answer("answer.")))
    stage.ask("First?")
    stage.wait(lambda: stage.shown() == ["First?", "Half an "])
    stage.chat.retranslate()
    assert stage.shown() == ["First?", "Half an "]


# ---- selected text ------------------------------------------------------------------------------------------------


def chip(stage: Stage, title: str) -> QPushButton:
    return next(button for button in stage.chat.body.card.buttons() if button.text() == title)


def test_an_action_asks_about_the_text_at_once(stage: Stage, peer: OllamaPeer) -> None:
    peer.script(MODEL, answer("It is a greeting."))
    stage.chat.show_with("Good morning")
    chip(stage, "Explain").click()
    stage.answered(2)
    assert "Good morning" in stage.path[0]
    assert "Explain" in stage.path[0]
    assert not stage.chat.body.card.isVisible()


def test_a_translation_asks_into_which_language(stage: Stage, peer: OllamaPeer) -> None:
    peer.script(MODEL, answer("Guten Morgen"))
    stage.chat.body._offers = usual_offers  # whenever the prompt library is read
    stage.chat.show_with("Good morning")
    menu = chip(stage, "Translate").menu()
    choices: list[QAction] = menu.actions()
    next(action for action in choices if action.text() == "Deutsch").trigger()
    stage.answered(2)
    assert "Deutsch" in stage.path[0]
    assert "{{" not in stage.path[0]


def test_the_offers_are_those_of_the_prompt_library_and_follow_it(stage: Stage, peer: OllamaPeer) -> None:
    peer.script(MODEL, answer("Aye."))
    session, card = stage.chat.session, stage.chat.body.card
    assert session is not None
    stage.chat.show_with("Good morning")
    session.read_offers()
    stage.wait(lambda: session.offers is not None)
    made = stage.assistant.prompts.create("pirate", title="Like a pirate", text="Arr: {{text}}", selection=True)
    stage.bridge.run_to_end(made, timeout_s=PATIENCE_S)
    stage.wait(lambda: [offer for offer in session.offers or () if offer.name == "pirate"])
    more = next((button for button in card.buttons() if button.text() == "More"), None)
    if more is not None:
        next(action for action in more.menu().actions() if action.text() == "Like a pirate").trigger()
    else:
        chip(stage, "Like a pirate").click()
    stage.answered(2)
    assert stage.path[0] == "Arr: Good morning"


def test_other_offers_can_be_handed_in_and_the_rest_is_one_menu_away(
    bridge: Bridge, open_profile: Callable[[str], Assistant], peer: OllamaPeer, qtbot: QtBot
) -> None:
    offers = [PromptOffer(f"own{number}", f"Own {number}", f"Do {number}: {{{{text}}}}") for number in range(9)]
    peer.script(MODEL, answer("Done."))
    stage = Stage(bridge, open_profile(peer.address), qtbot, offers=lambda: offers)
    stage.chat.show_with("this text")
    titles = [button.text() for button in stage.chat.body.card.buttons()]
    assert titles == ["Own 0", "Own 1", "Own 2", "Own 3", "Own 4", "More"]
    next(action for action in chip(stage, "More").menu().actions() if action.text() == "Own 7").trigger()
    stage.answered(2)
    assert stage.path[0] == "Do 7: this text"
    stage.chat.set_assistant(None)


def test_where_nothing_is_selected_it_says_so_and_lets_one_type(stage: Stage, peer: OllamaPeer) -> None:
    peer.script(MODEL, answer("Hello."))
    stage.chat.show_with("  ")
    assert "Nothing is selected" in stage.chat.body.hint.text()
    assert stage.chat.body.hint.isVisible()
    stage.ask("Hello?")
    stage.answered(2)
    assert not stage.chat.body.hint.isVisible()


def test_a_very_long_text_goes_along_as_a_file(stage: Stage) -> None:
    stage.chat.show_with("long " * LONGEST_TEXT)
    stage.wait(stage.chat.body.composer.attachments)
    assert stage.chat.body.card.text == ""
    assert stage.chat.body.composer.attachments()[0].kind == "text"


def test_the_answer_replaces_the_clipboard_and_undo_brings_it_back(stage: Stage, peer: OllamaPeer) -> None:
    peer.script(MODEL, answer("Dear **Sir**"))
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("dear sir")
    stage.chat.show_with("dear sir")
    chip(stage, "Fix grammar").click()
    stage.answered(2)
    assert stage.chat.body.commands.run("quick.replace")
    assert clipboard.text() == "Dear Sir"
    undo = next(b for b in stage.chat.body.transcript.findChildren(QPushButton) if b.text() == "Undo")
    undo.click()
    assert clipboard.text() == "dear sir"


# ---- for everybody ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("scale", [80, 200])
def test_every_control_has_a_name_and_fits_at_any_text_size(stage: Stage, qapp: QApplication, scale: int) -> None:
    apply_theme(qapp, LIGHT, text_scale_percent=scale)
    stage.chat.show_with("Good morning")
    stage.qtbot.wait(50)
    assert nameless(stage.chat) == []
    assert roleless(stage.chat) == []
    assert stage.chat.screen().availableGeometry().contains(stage.chat.geometry())
    for button in stage.chat.body.card.buttons():
        assert stage.chat.body.card.rect().contains(button.mapTo(stage.chat.body.card, button.rect().bottomRight()))
    apply_theme(qapp, LIGHT)


def test_another_language_may_come_while_it_is_being_warmed(stage: Stage) -> None:
    chat = QuickChat(stage.bridge, assistant=None)
    stage.qtbot.addWidget(chat)
    chat.warm()
    old = chat.body
    chat.retranslate()
    stage.qtbot.waitUntil(lambda: not isValid(old))
    chat.warm()
    stage.wait(lambda: not chat._cold_steps)
