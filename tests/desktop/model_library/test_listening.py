"""An installed voice is listened to in the library."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.library import ModelFiles
from tests.peers.models_desk import ModelsDesk
from tests.peers.ollama_server import OllamaPeer
from tests.peers.release_server import ReleaseServer
from tests.peers.speaking_stage import UNIT_VOICE, install_voice
from tests.peers.virtual_sound import VirtualSound, missing_programs


@pytest.mark.skipif(bool(missing_programs()), reason="needs PulseAudio")
def test_an_installed_voice_says_a_sentence_and_one_that_is_not_installed_cannot(tmp_path: Path, qtbot: QtBot) -> None:
    with VirtualSound() as sound, OllamaPeer() as peer, ReleaseServer() as host:
        desk = ModelsDesk(tmp_path, qtbot, peer, host)
        install_voice(ModelFiles(desk.assistant.paths.models), "piper:de", UNIT_VOICE)
        desk.page.refresh()
        desk.show_purpose("voice")
        desk.wait(lambda: "Stimme" in desk.names(installed=True))
        desk.open("Koe")
        assert desk.page.detail.listen.isHidden()
        desk.open("Stimme")
        recorder = sound.listen()
        desk.click(desk.page.detail.listen)
        desk.wait(lambda: float(abs(recorder.samples()).max(initial=0.0)) > 0.02)
        assert not desk.page.detail.trouble.words
        assert not desk.reported
        desk.end()
