"""The window spoken to, off-screen but with real ears and a real voice: only the language model is a stand-in.

What is said goes into a virtual microphone; what comes of it is looked for in the window, on the overlay and in toasts.
"""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.exceptions import TimeoutError as NotInTime
from pytestqt.qtbot import QtBot

from core.voice.voice import Voice
from desktop.chat.error_card import ErrorCard
from desktop.voice.hands_free_bar import HandsFreeBar
from desktop.voice.voice_desk import VoiceDesk
from desktop.widgets.icon_button import IconButton
from models.library import ModelFiles
from tests.peers.notification_server import NotificationServer
from tests.peers.ollama_replies import ErrorLine, answer
from tests.peers.ollama_server import OllamaPeer
from tests.peers.patience import PATIENCE_MS, PATIENCE_S
from tests.peers.speaking_stage import UNIT_VOICE, install_voice
from tests.peers.spoken_corpus import speech
from tests.peers.virtual_sound import VirtualSound, missing_programs
from tests.peers.voice_stage import install_whisper
from tests.peers.window_driver import WindowDriver

MISSING = [*missing_programs(), *(["espeak-ng"] * (not shutil.which("espeak-ng")))]
QUESTION = "Tell me a joke."
ATTEMPTS = 4
"""A loaded machine may cut a word short on its way into the microphone: it is said again then."""

pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"needs programs that are not here: {MISSING}")


class Spoken:
    """The program, somebody who speaks to it, and what the model is asked."""

    def __init__(
        self, driver: WindowDriver, peer: OllamaPeer, sound: VirtualSound, notices: NotificationServer
    ) -> None:
        self.driver = driver
        self.peer = peer
        self.sound = sound
        self.notices = notices
        driver.make_profile()
        files = ModelFiles(driver.paths.models)
        install_whisper(files)
        install_voice(files, "piper:en-unit", UNIT_VOICE)
        driver.start()
        driver.wait(lambda: driver.app.presence is not None and driver.chat.findChild(HandsFreeBar) is not None)
        driver.wait(lambda: driver.workspace.isActiveWindow())
        for name, value in (
            ("chat.automatic_titles", False),
            ("voice.spoken_language", "en"),
            ("voice.speech_device", "cpu"),
            ("voice.sounds", False),
        ):
            driver.app.bridge.run_to_end(driver.assistant.settings.change(name, value), timeout_s=PATIENCE_S)

    @property
    def desk(self) -> VoiceDesk:
        assert self.driver.app.presence is not None
        return self.driver.app.presence.voice

    @property
    def voice(self) -> Voice:
        return self.driver.assistant.voice

    @property
    def bar(self) -> HandsFreeBar:
        found = self.driver.chat.findChild(HandsFreeBar)
        assert found is not None
        return found

    @property
    def questions(self) -> list[str]:
        return [str(chat["messages"][-1]["content"]).split("\n")[0] for chat in self.peer.chats()]

    def say(self, text: str) -> None:
        """Say it to its end, while the program goes on."""
        spoken = self.sound.speak(speech(text, lead_s=0.1, tail_s=0.3))
        self.driver.wait(lambda: spoken.is_over)

    def ask_quietly(self) -> None:
        """Hold the key in another program and ask; the window stands by with another chat."""
        for _ in range(ATTEMPTS):
            self.desk.begin("ask", place="quick")
            self.driver.wait(lambda: self.desk.state == "listening")
            self.say(QUESTION)
            self.desk.end()
            with contextlib.suppress(NotInTime):
                self.driver.qtbot.waitUntil(lambda: QUESTION in self.questions, timeout=PATIENCE_MS)
                return
            self.desk.cancel()
            self.driver.wait(lambda: self.desk.state == "idle")
        raise AssertionError(f"heard {self.questions}, never {QUESTION!r}")

    def overlay_texts(self) -> list[str]:
        """All that can be read on it."""
        overlay = self.desk.view.overlay
        labels = [one.text() for one in overlay.findChildren(QLabel) if one.isVisible() and one.text()]
        return [*labels, *([overlay.answer.text()] if overlay.answer.isVisible() else [])]

    def press_in_bar(self, name: str) -> None:
        (found,) = [one for one in self.bar.findChildren(IconButton) if one.accessibleName() == name]
        assert found.isVisible()
        found.click()


@pytest.fixture(scope="module")
def sound() -> Iterator[VirtualSound]:
    with VirtualSound() as sound:
        yield sound


@pytest.fixture
def spoken(tmp_path: Path, qtbot: QtBot, sound: VirtualSound, monkeypatch: pytest.MonkeyPatch) -> Iterator[Spoken]:
    with NotificationServer() as notices, OllamaPeer() as peer:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", notices.address)
        driver = WindowDriver(tmp_path / "hearth", qtbot, peer)
        yield Spoken(driver, peer, sound, notices)
        driver.end()


def test_a_click_closes_the_microphone_of_a_conversation_and_another_opens_it(spoken: Spoken) -> None:
    driver = spoken.driver
    spoken.peer.respond_with = lambda _: answer("A quarter past four.")
    spoken.desk.set_hands_free(True)
    driver.wait(lambda: spoken.bar.isVisible() and spoken.bar.state_text() == "Just speak")
    driver.wait(lambda: spoken.voice.capture.is_open)
    spoken.press_in_bar("Microphone off")
    driver.wait(lambda: spoken.bar.state_text() == "Microphone off")
    assert spoken.voice.muted
    assert not spoken.voice.capture.is_open
    assert not spoken.desk.microphone_open
    spoken.say("Good morning.")
    assert spoken.voice.mode == "hands_free"
    spoken.press_in_bar("Microphone on")
    driver.wait(lambda: spoken.bar.state_text() == "Just speak")
    driver.wait(lambda: spoken.voice.capture.is_open and not spoken.voice.muted)
    for _ in range(ATTEMPTS):
        spoken.say(QUESTION)
        with contextlib.suppress(NotInTime):
            driver.qtbot.waitUntil(lambda: QUESTION in spoken.questions, timeout=PATIENCE_MS)
            break
    assert QUESTION in spoken.questions
    assert "Good morning." not in spoken.questions
    spoken.press_in_bar("End hands-free")
    driver.wait(lambda: spoken.desk.state == "idle" and not spoken.bar.isVisible())


def test_an_answer_on_the_overlay_needs_no_toast_and_a_tap_of_the_key_silences_it(spoken: Spoken) -> None:
    spoken.peer.respond_with = lambda _: answer("A quarter past four. " * 20)
    spoken.ask_quietly()
    spoken.driver.wait(lambda: spoken.desk.state == "speaking")
    spoken.driver.wait(lambda: not spoken.driver.workspace.live.is_busy(spoken.voice.conversation_id))
    spoken.driver.wait(lambda: any("quarter past four" in text for text in spoken.overlay_texts()))
    assert spoken.driver.chat.conversation_id != spoken.voice.conversation_id
    assert spoken.driver.chat.toasts.texts() == []
    assert spoken.notices.seen == []
    spoken.desk.talk_began()
    spoken.desk.talk_ended()
    spoken.driver.wait(lambda: spoken.desk.state == "idle")
    assert not spoken.voice.speaking.is_speaking


def test_a_model_that_fails_is_told_of_once_on_the_overlay(spoken: Spoken) -> None:
    spoken.peer.respond_with = lambda _: (ErrorLine("model runner has unexpectedly stopped"),)
    spoken.ask_quietly()
    spoken.driver.wait(lambda: spoken.desk.state == "idle")
    overlay = spoken.desk.view.overlay
    spoken.driver.wait(lambda: overlay.next_step() != "")
    assert overlay.isVisible()
    told = " ".join(spoken.overlay_texts())
    assert told.count(overlay.state_text()) == 1
    assert spoken.driver.chat.toasts.texts() == []
    assert spoken.notices.seen == []


def test_a_model_that_fails_in_the_chat_on_the_screen_is_told_of_there_alone(spoken: Spoken) -> None:
    spoken.peer.respond_with = lambda _: (ErrorLine("model runner has unexpectedly stopped"),)
    for _ in range(ATTEMPTS):
        spoken.desk.begin("ask", place="window")
        spoken.driver.wait(lambda: spoken.desk.state == "listening")
        spoken.driver.workspace.window().activateWindow()  # off-screen, any window that comes takes the keyboard
        spoken.driver.wait(lambda: spoken.driver.workspace.isActiveWindow())
        spoken.say(QUESTION)
        spoken.desk.end()
        with contextlib.suppress(NotInTime):
            spoken.driver.qtbot.waitUntil(lambda: bool(spoken.questions), timeout=PATIENCE_MS)
            break
    spoken.driver.wait(lambda: spoken.driver.chat.findChildren(ErrorCard) != [])
    spoken.driver.wait(lambda: spoken.desk.state == "idle")
    assert spoken.driver.chat.toasts.texts() == []
    assert not spoken.desk.view.overlay_shown
