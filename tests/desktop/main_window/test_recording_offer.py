"""Audio or video in the composer: offered to be written down, attached only where that is wanted."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.chat.composer import Composer
from desktop.main_window.recording_offer import RecordingOffer


def test_a_composer_offers_recordings_before_it_takes_them(qtbot: QtBot, tmp_path: Path) -> None:
    composer = Composer()
    qtbot.addWidget(composer)
    composer.offers_recordings = True
    talk, text = tmp_path / "talk.mp3", tmp_path / "notes.txt"
    talk.write_bytes(b"ID3 sound")
    text.write_text("words")
    offered: list[list[Path]] = []
    composer.recordings_offered.connect(offered.append)
    composer.add_files([talk, text])
    assert offered == [[talk]]
    qtbot.waitUntil(lambda: [item.name for item in composer.attachments()] == ["notes.txt"])
    composer.attach_recordings([talk])
    qtbot.waitUntil(lambda: len(composer.attachments()) == 2)
    sound = composer.attachments()[1]
    assert (sound.kind, sound.media_type, sound.data) == ("file", "audio/mpeg", b"ID3 sound")


def test_the_offer_says_which_file_it_is_about(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    offer = RecordingOffer([Path("/a/talk.mp3")], parent)
    assert "talk.mp3" in offer.text()
    chosen: list[str] = []
    offer.transcribe_wanted.connect(lambda: chosen.append("transcribe"))
    offer.attach_wanted.connect(lambda: chosen.append("attach"))
    offer.open()
    offer.transcribe.click()
    assert chosen == ["transcribe"]
