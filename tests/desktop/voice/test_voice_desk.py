"""The voice on the desktop in the whole program, off-screen: what the core tells is shown everywhere at once.

What is told comes from the core's own announcer; what is asked of the core is asked of the real one, which has no
model to hear with here. Speaking and hearing for real is in `test_talking_on_a_desktop`.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import AsyncMock

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QPushButton
from pytestqt.qtbot import QtBot

from core.events import (
    Change,
    CommandHeard,
    DictationHeard,
    LiveTextChanged,
    MoodHeard,
    SentenceSpoken,
    SoundServerReturned,
    VoiceStateChanged,
    VoiceTrouble,
)
from core.inference.model_trouble import ServerSaidNo
from core.voice.voice import Voice
from core.voice.voice_trouble import MicrophoneLost, NoLoudspeaker, SoundServerGone
from desktop.model_library.models_page import ModelsPage
from desktop.start_request import Request
from desktop.voice.hands_free_bar import HandsFreeBar
from desktop.voice.microphone_button import MicrophoneButton
from desktop.voice.quiet_answer import QuietAnswer
from desktop.voice.voice_desk import VoiceDesk
from tests.peers.notification_server import NotificationServer
from tests.peers.ollama_replies import Done, Hold, Say, answer
from tests.peers.ollama_server import OllamaPeer
from tests.peers.patience import PATIENCE_S
from tests.peers.virtual_sound import VirtualSound, missing_programs
from tests.peers.window_driver import WindowDriver

pytestmark = pytest.mark.skipif(
    bool(missing_programs()), reason=f"needs programs that are not here: {missing_programs()}"
)

LISTENING = VoiceStateChanged("listening", "push_to_talk", microphone_open=True)
IDLE = VoiceStateChanged("idle", "off", microphone_open=False)


@pytest.fixture
def notices(monkeypatch: pytest.MonkeyPatch) -> Iterator[NotificationServer]:
    with NotificationServer() as server:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", server.address)
        yield server


class Stage:
    """The program, and what its core tells."""

    def __init__(self, driver: WindowDriver, peer: OllamaPeer) -> None:
        self.driver = driver
        self.peer = peer
        driver.make_profile()
        driver.start()
        driver.wait(lambda: driver.app.presence is not None and self.button is not None)
        driver.wait(lambda: driver.workspace.isActiveWindow())

    @property
    def desk(self) -> VoiceDesk:
        assert self.driver.app.presence is not None
        return self.driver.app.presence.voice

    @property
    def button(self) -> MicrophoneButton | None:
        return self.driver.chat.composer.findChild(MicrophoneButton)

    @property
    def bar(self) -> HandsFreeBar:
        found = self.driver.chat.findChild(HandsFreeBar)
        assert found is not None
        return found

    def tell(self, *changes: Change) -> None:
        """The core announces these, on its own thread."""
        announcer = self.driver.assistant.announcer

        async def told() -> None:
            for change in changes:
                announcer.announce(change)

        self.driver.app.bridge.run_to_end(told(), timeout_s=PATIENCE_S)

    def overlay_says(self, text: str) -> None:
        self.driver.wait(lambda: self.desk.view.overlay_shown and self.desk.view.overlay.state_text() == text)

    @property
    def has_header_mark(self) -> bool:
        found = self.driver.chat.header.findChildren(QPushButton, "header_microphone")
        return any(one.isVisible() and one.text() == "Microphone open" for one in found)

    @property
    def level_runs(self) -> bool:
        return self.desk.view.feed.running


@pytest.fixture(scope="module")
def sound() -> Iterator[VirtualSound]:
    with VirtualSound() as sound:
        yield sound


@pytest.fixture
def stage(tmp_path: Path, qtbot: QtBot, notices: NotificationServer, sound: VirtualSound) -> Iterator[Stage]:
    with OllamaPeer() as peer:
        driver = WindowDriver(tmp_path / "hearth", qtbot, peer)
        yield Stage(driver, peer)
        driver.end()


def test_without_a_speech_model_the_microphone_says_what_is_missing_and_leads_there(stage: Stage) -> None:
    assert stage.button is not None
    QTest.mouseClick(stage.button, Qt.MouseButton.LeftButton)
    stage.overlay_says("There is no model for speech recognition on this computer yet.")
    overlay = stage.desk.view.overlay
    action = next(one for one in overlay.findChildren(QPushButton) if one.text() == "Show models")
    assert action.isVisible()
    action.click()
    stage.driver.wait(lambda: stage.driver.workspace.pages.current_name == "models")
    pages = stage.driver.workspace.findChildren(ModelsPage)
    assert [page.purpose.value() for page in pages] == ["speech"]
    assert not stage.desk.view.overlay_shown


def test_a_question_that_could_not_be_spoken_leaves_no_empty_chat(stage: Stage) -> None:
    stage.desk.toggle_talk()
    stage.overlay_says("There is no model for speech recognition on this computer yet.")

    async def chats() -> int:
        return len(await stage.driver.assistant.conversations.list())

    stage.driver.wait(lambda: stage.driver.app.bridge.run_to_end(chats(), timeout_s=PATIENCE_S) == 0)


def test_listening_is_seen_in_overlay_microphone_header_and_tray(stage: Stage) -> None:
    stage.tell(VoiceStateChanged("armed", "push_to_talk", microphone_open=False))
    stage.overlay_says("One moment…")
    stage.driver.wait(lambda: not stage.has_header_mark)
    stage.tell(LISTENING, LiveTextChanged("How far is ", "the walk"))
    stage.overlay_says("Listening")
    assert stage.desk.view.overlay.words.text() == "How far is the walk"
    assert stage.desk.view.overlay.words.fixed == "How far is"
    assert stage.button is not None
    assert stage.button.is_listening
    assert stage.has_header_mark
    presence = stage.driver.app.presence
    assert presence is not None
    assert presence._state() == "listening"
    stage.tell(VoiceStateChanged("transcribing", "push_to_talk", microphone_open=True))
    stage.overlay_says("Understanding…")
    stage.tell(VoiceStateChanged("idle", "off", microphone_open=True))
    stage.driver.wait(lambda: presence._state() == "armed")
    assert stage.has_header_mark, "sound still comes in"
    stage.tell(IDLE)
    stage.driver.wait(lambda: presence._state() == "idle")
    stage.driver.wait(lambda: not stage.has_header_mark)
    stage.driver.wait(lambda: stage.button is not None and not stage.button.is_listening)


def test_the_level_is_asked_for_only_while_somebody_sees_it(stage: Stage) -> None:
    assert not stage.level_runs
    stage.tell(LISTENING)
    stage.overlay_says("Listening")
    stage.driver.wait(lambda: stage.level_runs)
    stage.tell(IDLE)
    stage.driver.wait(lambda: not stage.desk.view.overlay.words.text() and not stage.level_runs)


def test_esc_in_the_window_cancels_what_is_being_said(stage: Stage) -> None:
    stage.tell(LISTENING)
    stage.overlay_says("Listening")
    QTest.keyClick(stage.driver.chat.composer.editor(), Qt.Key.Key_Escape)
    stage.driver.wait(lambda: not stage.desk.view.overlay_shown)
    stage.tell(IDLE)
    stage.driver.wait(lambda: stage.desk.state == "idle")
    assert not stage.desk.view.overlay_shown, "the owner knows why nothing came of it"
    stage.driver.chat.composer.set_text("kept")
    QTest.keyClick(stage.driver.chat.composer.editor(), Qt.Key.Key_Escape)
    assert stage.driver.chat.composer.text() == "kept"


def test_esc_in_the_composer_stops_the_spoken_answer(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    stopped: list[str] = []
    monkeypatch.setattr(Voice, "stop_speaking", AsyncMock(side_effect=lambda: stopped.append("stopped")))
    editor = stage.driver.chat.composer.editor()
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    stage.tell(VoiceStateChanged("speaking", "push_to_talk", microphone_open=False))
    stage.driver.wait(lambda: stage.desk.state == "speaking")
    assert not stopped
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    stage.driver.wait(lambda: stopped == ["stopped"])


def test_where_an_answer_was_interrupted_is_shown_at_once(stage: Stage) -> None:
    stage.driver.ask("How far is the walk?")
    answer = stage.driver.chat.path[-1]
    stage.driver.app.bridge.run_to_end(
        stage.driver.assistant.conversations.mark_heard(answer.message_id, 4), timeout_s=PATIENCE_S
    )
    stage.driver.wait(lambda: stage.driver.chat.path[-1].heard_characters == 4)


def test_the_bar_that_comes_and_goes_moves_nothing_that_is_read(stage: Stage) -> None:
    stage.peer.respond_with = lambda _: answer("A long way. " * 400)
    stage.driver.ask("How far is the walk?")
    chat = stage.driver.chat
    view = chat.transcript.list
    row = view.rows[chat.path[-1].message_id]
    high, at, end = view.viewport().height(), row.y(), view.verticalScrollBar().maximum()
    assert end > 0
    stage.tell(VoiceStateChanged("speaking", "reading", microphone_open=False))
    stage.driver.wait(lambda: stage.bar.isVisible() and view.viewport().height() < high)
    assert row.y() == at
    stage.tell(IDLE)
    stage.driver.wait(lambda: not stage.bar.isVisible() and view.viewport().height() == high)
    assert row.y() == at
    assert view.is_at_end


def test_an_answer_that_is_read_aloud_while_it_is_written_is_still_followed(stage: Stage) -> None:
    gate = threading.Event()
    stage.peer.respond_with = lambda _: (Say("A long way. " * 400), Hold(gate), Say("And on. " * 40), Done())
    stage.driver.ask("How far is the walk?", wait=False)
    view = stage.driver.chat.transcript.list
    stage.driver.wait(lambda: view.verticalScrollBar().maximum() > 0)
    stage.tell(VoiceStateChanged("speaking", "push_to_talk", microphone_open=False))
    stage.driver.wait(lambda: stage.bar.isVisible())
    gate.set()
    stage.driver.wait(lambda: not stage.driver.chat.busy)
    assert view.is_at_end
    assert view.verticalScrollBar().value() == view.verticalScrollBar().maximum()


def test_who_has_no_voice_to_read_aloud_with_is_led_to_the_voices(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in ("/usr/bin", "/usr/local/bin", "/bin"):
        kept = [one for one in os.environ["PATH"].split(os.pathsep) if one != folder]
        monkeypatch.setenv("PATH", os.pathsep.join(kept))  # no espeak-ng either
    stage.driver.ask("How far is the walk?")
    toasts = stage.driver.chat.toasts
    stage.driver.chat.aloud.toggle(stage.driver.chat.path[-1].message_id)
    stage.driver.wait(lambda: toasts.texts())
    assert toasts.texts() == ["There is no voice on this computer that could speak. Install one under Models › Voices."]
    (lead,) = [one for one in toasts.findChildren(QPushButton) if one.text() == "Show models"]
    lead.click()
    stage.driver.wait(lambda: stage.driver.workspace.pages.current_name == "models")
    (page,) = stage.driver.workspace.findChildren(ModelsPage)
    assert page.purpose.value() == "voice"
    (tab,) = [one for one in page.purpose.findChildren(QAbstractButton) if one.isChecked()]
    assert f"Models › {tab.text()}." in toasts.texts()[0] if toasts.texts() else tab.text() == "Voices"


def test_what_could_not_be_understood_is_said(stage: Stage) -> None:
    stage.tell(LISTENING, VoiceStateChanged("transcribing", "push_to_talk", microphone_open=False), IDLE)
    stage.overlay_says("Nothing was understood.")


def test_hands_free_is_a_bar_above_the_composer(stage: Stage) -> None:
    stage.tell(VoiceStateChanged("armed", "hands_free", microphone_open=True))
    stage.driver.wait(lambda: stage.bar.isVisible())
    assert stage.bar.state_text() == "Just speak"
    assert not stage.desk.view.overlay_shown
    assert stage.driver.workspace.commands._actions["voice.hands_free"].isCheckable()
    assert stage.desk.is_hands_free
    stage.tell(VoiceStateChanged("listening", "hands_free", microphone_open=True), LiveTextChanged("And then", " what"))
    stage.driver.wait(lambda: stage.bar.words.text() == "And then what")
    assert stage.bar.state_text() == "Listening"
    stage.tell(VoiceStateChanged("speaking", "hands_free", microphone_open=True), MoodHeard("tired"))
    stage.driver.wait(lambda: stage.bar.state_text() == "Speaking")
    assert stage.bar._mood.text() == "tired"
    stage.tell(IDLE)
    stage.driver.wait(lambda: not stage.bar.isVisible())


def test_live_words_of_a_language_without_spaces_get_none(stage: Stage) -> None:
    stage.tell(LISTENING, LiveTextChanged("明日の", "天気は"))
    stage.overlay_says("Listening")
    assert stage.desk.view.overlay.words.text() == "明日の天気は"
    stage.tell(VoiceStateChanged("listening", "hands_free", microphone_open=True), LiveTextChanged("明日の", "天気は"))
    stage.driver.wait(lambda: stage.bar.words.text() == "明日の天気は")


def test_the_overlay_stands_above_the_composer_that_is_dictated_into(stage: Stage) -> None:
    screen = QGuiApplication.primaryScreen().availableGeometry()
    window = stage.driver.workspace.window()
    window.setGeometry(screen.adjusted(20, 40, -20, -10))
    composer = stage.driver.chat.composer
    stage.desk.view.dictating = True
    stage.tell(VoiceStateChanged("listening", "dictation", microphone_open=True), LiveTextChanged("Dear ", "Anna"))
    stage.overlay_says("Listening")
    overlay = stage.desk.view.overlay
    place = QRect(composer.mapToGlobal(QPoint(0, 0)), composer.size())
    stage.driver.wait(lambda: 0 < place.top() - overlay.geometry().bottom() < 40)
    stage.tell(LiveTextChanged("Dear Anna, thank you for all the books that you have sent us " * 3, ""))
    stage.driver.wait(lambda: overlay.words.height() > 2 * overlay.words.line_height())
    stage.driver.wait(lambda: 0 < place.top() - overlay.geometry().bottom() < 40)


def test_a_dictated_text_is_written_where_the_cursor_stands(stage: Stage) -> None:
    stage.driver.chat.composer.set_text("Dear Anna,")
    stage.driver.workspace.commands.run("voice.dictate")
    stage.overlay_says("There is no model for speech recognition on this computer yet.")
    stage.tell(DictationHeard("thank you for the book."))
    stage.driver.wait(lambda: stage.driver.chat.composer.text() == "Dear Anna, thank you for the book.")


def test_a_text_for_another_program_goes_into_the_clipboard(stage: Stage) -> None:
    presence = stage.driver.app.presence
    assert presence is not None
    presence.carry_out(Request("dictate"))
    stage.overlay_says("There is no model for speech recognition on this computer yet.")
    stage.tell(DictationHeard("Thank you for the book."))
    stage.overlay_says("Copied – paste it with Ctrl+V")
    assert QGuiApplication.clipboard().text() == "Thank you for the book."
    assert stage.driver.chat.composer.text() == ""


def test_trouble_is_told_once(stage: Stage) -> None:
    toasts = stage.driver.chat.toasts
    stage.tell(VoiceTrouble(MicrophoneLost("pulled out")))
    stage.driver.wait(lambda: len(toasts.texts()) == 1)
    assert toasts.texts()[0].startswith("The microphone was disconnected. ")
    toasts.dismiss_all()
    stage.tell(VoiceTrouble(MicrophoneLost("pulled out again")), VoiceTrouble(NoLoudspeaker("none")))
    stage.driver.wait(lambda: toasts.texts())
    assert [text.split(".")[0] for text in toasts.texts()] == ["Hearth found no loudspeaker or headphones"]


def test_a_failure_of_a_spoken_question_is_told_also_where_no_overlay_was_made_yet(stage: Stage) -> None:
    view = stage.desk.view
    view.retranslate()  # the language was changed: the overlay that was made before is gone
    view.quiet = QuietAnswer("some chat")
    view.quiet.fail(ServerSaidNo("out of memory"))
    view.show_quiet()
    stage.overlay_says("The model server refused the question.")
    assert "out of memory" in view.quiet.text
    chats: list[str] = []
    stage.desk.chat_wanted.connect(chats.append)
    (open_chat,) = [one for one in view.overlay.findChildren(QPushButton) if one.text() == "Open chat"]
    assert open_chat.isVisible()
    open_chat.click()
    assert chats == ["some chat"]
    assert not view.overlay_shown


def test_the_end_of_the_sound_server_is_told_and_its_return_as_well_each_time(stage: Stage) -> None:
    toasts = stage.driver.chat.toasts
    for _ in range(2):
        for change, begins in (
            (VoiceTrouble(SoundServerGone("ended")), "The sound system of this computer does not answer. "),
            (SoundServerReturned(), "The sound system of this computer answers again."),
        ):
            stage.tell(change)
            stage.driver.wait(lambda: toasts.texts())
            assert [text for text in toasts.texts() if not text.startswith(begins)] == []
            toasts.dismiss_all()


def test_trouble_while_somebody_speaks_is_a_line_on_the_overlay(stage: Stage) -> None:
    stage.tell(LISTENING)
    stage.overlay_says("Listening")
    stage.tell(VoiceTrouble(MicrophoneLost("pulled out")))
    overlay = stage.desk.view.overlay
    stage.driver.wait(lambda: overlay._notice.text() == "The microphone was disconnected.")
    assert overlay.state_text() == "Listening"


TRANSCRIBING = VoiceStateChanged("transcribing", "push_to_talk", microphone_open=True)
UNPLUGGED = "The microphone was disconnected."


def test_half_a_sentence_of_a_lost_microphone_is_a_draft_and_the_overlay_says_why(stage: Stage) -> None:
    stage.driver.chat.composer.set_text("Dear Anna,")
    stage.driver.workspace.commands.run("voice.dictate")
    stage.overlay_says("There is no model for speech recognition on this computer yet.")
    stage.tell(LISTENING)
    stage.overlay_says("Listening")
    lost = VoiceTrouble(MicrophoneLost("pulled out"))
    stage.tell(TRANSCRIBING, lost, DictationHeard("thank you for"), IDLE)
    stage.overlay_says(UNPLUGGED)
    assert stage.driver.chat.composer.text() == "Dear Anna, thank you for"
    assert stage.desk.view.overlay.next_step().startswith("What was understood so far is in the message. Connect it ")
    stage.tell(LISTENING, TRANSCRIBING, DictationHeard("the book."), IDLE)
    stage.driver.wait(lambda: stage.driver.chat.composer.text() == "Dear Anna, thank you for the book.")
    stage.driver.wait(lambda: not stage.desk.view.overlay_shown)


def test_half_a_sentence_for_another_program_is_copied_and_the_overlay_says_why(stage: Stage) -> None:
    stage.desk._elsewhere = True
    stage.tell(LISTENING)
    stage.overlay_says("Listening")
    stage.tell(TRANSCRIBING, VoiceTrouble(MicrophoneLost("pulled out")), DictationHeard("Thank you for"), IDLE)
    stage.overlay_says("Copied – paste it with Ctrl+V")
    assert stage.desk.view.overlay._notice.text() == UNPLUGGED
    assert QGuiApplication.clipboard().text() == "Thank you for"


def test_a_lost_microphone_that_heard_nothing_yet_is_told_instead_of_nothing_understood(stage: Stage) -> None:
    stage.tell(LISTENING)
    stage.overlay_says("Listening")
    stage.tell(TRANSCRIBING, VoiceTrouble(MicrophoneLost("pulled out")), IDLE)
    stage.overlay_says(UNPLUGGED)


def test_a_spoken_command_for_a_new_chat_is_carried_out(stage: Stage) -> None:
    stage.driver.ask("How far is the walk?")
    assert stage.driver.chat.conversation_id
    stage.desk._place = "window"
    stage.tell(CommandHeard("new_chat", "new chat"))
    stage.driver.wait(lambda: stage.driver.chat.conversation_id == "")


def test_the_sentence_that_is_spoken_is_set_off_in_the_chat(stage: Stage) -> None:
    stage.driver.ask("How far is the walk?")
    answer = stage.driver.chat.path[-1]
    view = stage.driver.chat.transcript
    stage.tell(VoiceStateChanged("speaking", "reading", microphone_open=False), SentenceSpoken(answer.message_id, 0, 5))
    stage.driver.wait(lambda: view.spoken_id == answer.message_id)
    row = view.list.rows[answer.message_id]
    assert any(marks.spoken for marks in row.marks.values())
    stage.tell(SentenceSpoken(""), IDLE)
    stage.driver.wait(lambda: view.spoken_id == "")
    assert not any(marks.spoken for marks in row.marks.values())


def test_a_change_of_language_while_listening_goes_on_listening(stage: Stage) -> None:
    stage.tell(LISTENING, LiveTextChanged("How far", ""))
    stage.overlay_says("Listening")
    before = stage.desk.view.overlay
    stage.driver.app.make_anew()
    stage.overlay_says("Listening")
    assert stage.desk.view.overlay is not before
    assert stage.desk.view.overlay.words.text() == "How far"
    assert stage.button is not None
    assert stage.button.is_listening
    assert "voice.talk" in stage.driver.workspace.commands
    stage.tell(IDLE)
    stage.driver.wait(lambda: stage.button is not None and not stage.button.is_listening)


def test_a_lock_while_listening_leaves_nothing_on_the_screen(stage: Stage) -> None:
    stage.tell(LISTENING, LiveTextChanged("A secret of mine", ""))
    stage.overlay_says("Listening")
    overlay = stage.desk.view.overlay
    stage.driver.app.lock()
    stage.driver.wait(lambda: stage.driver.app.flow is not None)
    assert not overlay.isVisible()
    assert not stage.desk.view.feed.running
    stage.desk.talk_began()
    stage.overlay_says("Hearth is locked.")
    assert overlay.words.text() == ""
    stage.desk.talk_ended()


def test_a_second_start_that_asks_to_talk_begins_to_listen(stage: Stage) -> None:
    presence = stage.driver.app.presence
    assert presence is not None
    presence.carry_out(Request("talk"))
    stage.overlay_says("There is no model for speech recognition on this computer yet.")
