"""A voice note in the whole program, off-screen: spoken into scripted sound, understood by the small Whisper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.voice.voice_desk import VoiceDesk
from models.library import ModelFiles
from tests.peers.ollama_server import OllamaPeer
from tests.peers.patience import PATIENCE_S
from tests.peers.scripted_sound import ScriptedDevices
from tests.peers.voice_stage import install_whisper, quiet, said
from tests.peers.window_driver import WindowDriver


class Stage:
    """The program, with a microphone that says what the test wants."""

    def __init__(self, driver: WindowDriver, *, whisper: bool) -> None:
        self.driver = driver
        driver.make_profile()
        if whisper:
            install_whisper(ModelFiles(driver.paths.models))
        driver.start()
        driver.wait(lambda: driver.app.presence is not None)
        driver.wait(lambda: driver.workspace.isActiveWindow())
        self.devices = ScriptedDevices()
        self.assistant = driver.assistant
        self.assistant._sound = self.devices
        self.set("spoken_language", "en")
        self.set("sounds", False)

    def set(self, name: str, value: object) -> None:
        self.driver.app.bridge.run_to_end(self.assistant.settings.change(f"voice.{name}", value), timeout_s=PATIENCE_S)

    @property
    def desk(self) -> VoiceDesk:
        assert self.driver.app.presence is not None
        return self.driver.app.presence.voice

    def command(self) -> None:
        self.driver.workspace.commands.run("voice.note")

    def title(self) -> str:
        commands = self.driver.workspace.commands
        return commands.title("voice.note")

    def overlay_says(self, text: str) -> None:
        self.driver.wait(lambda: self.desk.view.overlay_shown and self.desk.view.overlay.state_text() == text)

    @property
    def has_header_mark(self) -> bool:
        found = self.driver.chat.header.findChildren(QPushButton, "header_microphone")
        return any(one.isVisible() and one.text() == "Microphone open" for one in found)

    def record(self, text: str) -> None:
        """Begin, and say it to its end."""
        self.command()
        self.overlay_says("Listening")

        async def spoken() -> None:
            for sound in (said(text), quiet(0.5)):
                self.devices.microphone.say(sound)

        recorder = self.assistant.voice.note_recorder
        before_s = recorder.duration_s
        self.driver.app.bridge.run_to_end(spoken(), timeout_s=PATIENCE_S)
        self.driver.wait(lambda: not self.devices.microphone.waiting and recorder.duration_s >= before_s + 1.0)

    @property
    def is_over(self) -> bool:
        voice = self.assistant.voice
        at_rest = self.desk.view.stage == "rest" and not self.desk.microphone_open
        return at_rest and not voice.microphone_open and not voice.note_recorder.is_recording


@pytest.fixture
def stage(tmp_path: Path, qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[Stage]:
    with OllamaPeer() as peer:
        driver = WindowDriver(tmp_path / "hearth", qtbot, peer)
        yield Stage(driver, whisper=getattr(request, "param", True))
        driver.end()


def test_a_voice_note_is_written_into_the_message_and_its_sound_goes_along_as_the_owner_chose(stage: Stage) -> None:
    composer = stage.driver.chat.composer
    composer.set_text("Anna,")
    stage.set("keep_recordings", "audio")
    assert stage.title() == "Record a voice note"
    stage.record("Read my messages.")
    assert stage.title() == "Stop recording"
    stage.driver.wait(lambda: stage.has_header_mark)
    assert stage.driver.app.presence is not None
    assert stage.driver.app.presence._state() == "listening"
    stage.command()
    stage.driver.wait(lambda: composer.text() == "Anna, Read my messages.")
    (sound,) = composer.attachments()
    assert (sound.kind, sound.name, sound.media_type) == ("file", "Voice note.ogg", "audio/ogg")
    assert sound.data.startswith(b"OggS")
    stage.driver.wait(lambda: stage.is_over and not stage.has_header_mark)

    composer.clear()
    stage.set("keep_recordings", "text")
    stage.record("Read my messages.")
    stage.desk.talk_began()  # the talk key ends it as well
    stage.desk.talk_ended()
    stage.driver.wait(lambda: composer.text() == "Read my messages.")
    assert composer.attachments() == ()
    stage.driver.wait(lambda: stage.is_over)


def test_esc_forgets_a_voice_note(stage: Stage) -> None:
    stage.set("keep_recordings", "audio")
    stage.record("Read my messages.")
    QTest.keyClick(stage.driver.chat.composer.editor(), Qt.Key.Key_Escape)
    stage.driver.wait(lambda: stage.is_over and not stage.desk.view.overlay_shown)
    assert stage.driver.chat.composer.text() == ""
    assert stage.driver.chat.composer.attachments() == ()


def test_hands_free_waits_while_a_note_is_taken_and_goes_on_after_it(stage: Stage) -> None:
    stage.desk.set_hands_free(True)
    stage.driver.wait(lambda: stage.desk.view.stage == "ready")
    stage.record("Read my messages.")
    stage.command()
    stage.driver.wait(lambda: stage.driver.chat.composer.text() == "Read my messages.")
    stage.driver.wait(lambda: stage.desk.view.stage == "ready" and stage.desk.is_hands_free)
    assert stage.assistant.voice.microphone_open


def test_a_lock_leaves_no_note_and_no_open_microphone(stage: Stage) -> None:
    stage.record("Read my messages.")
    voice = stage.assistant.voice
    recorder = voice.note_recorder
    stage.driver.app.lock()
    stage.driver.wait(lambda: not voice.microphone_open and not recorder.is_recording)
    stage.driver.wait(lambda: not stage.desk.view.overlay_shown and stage.desk.view.stage == "rest")
    assert not stage.desk.takes_note


@pytest.mark.parametrize("stage", [False], indirect=True, ids=["no model"])
def test_without_a_speech_model_nothing_is_recorded_and_the_overlay_says_why(stage: Stage) -> None:
    stage.command()
    stage.overlay_says("There is no model for speech recognition on this computer yet.")
    stage.driver.wait(lambda: not stage.desk.takes_note and not stage.assistant.voice.microphone_open)
