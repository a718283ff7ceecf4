"""Audio or video in the composer: offered to be written down, attached only where that is wanted."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.chat.composer import Composer
from desktop.main_window.recording_offer import RecordingOffer
from desktop.transcripts.transcripts_page import TranscriptsPage
from tests.peers.ollama_server import OllamaPeer
from tests.peers.window_driver import WindowDriver


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


def test_one_question_asks_all_that_is_to_be_asked(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)

    def offered() -> tuple[RecordingOffer, list[object]]:
        offer = RecordingOffer([Path("/a/talk.mp3")], keep_sound=True, parent=parent)
        said: list[object] = []
        offer.chosen.connect(lambda keep, task: said.append((keep, task)))
        offer.attach_wanted.connect(lambda: said.append("attach"))
        offer.open()
        return offer, said

    offer, said = offered()
    assert any("talk.mp3" in label.text() for label in offer.findChildren(QLabel))
    offer.begin.click()
    assert said == [(True, "transcribe")]
    offer, said = offered()
    offer.attach.click()
    assert said == ["attach"]
    assert not offer.isVisible()


def test_all_of_the_question_is_in_the_owners_language(qtbot: QtBot, qapp: QApplication) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)

    class Known(QTranslator):
        def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
            known = context in ("FileChoice", "RecordingOffer")
            return f"[{source}]" if known else None  # type: ignore[return-value]  # nothing: Qt looks elsewhere

    translator = Known()
    qapp.installTranslator(translator)
    try:
        offer = RecordingOffer([Path("/a/talk.mp3")], keep_sound=False, parent=parent)
    finally:
        qapp.removeTranslator(translator)
    texts = [one.text() for one in offer.findChildren(QLabel)]
    texts += [one.text() for one in offer.findChildren(QAbstractButton)]
    assert [text for text in texts if text and not text.startswith("[")] == ["talk.mp3"]


def test_a_recording_dropped_on_the_window_is_asked_about_once(tmp_path: Path, qtbot: QtBot) -> None:
    with OllamaPeer() as peer:
        driver = WindowDriver(tmp_path / "hearth", qtbot, peer)
        driver.make_profile()
        driver.start()
        talk = tmp_path / "talk.mp3"
        talk.write_bytes(b"ID3 sound")
        driver.chat.composer.add_files([talk])
        (offer,) = driver.workspace.window().findChildren(RecordingOffer)
        offer.begin.click()
        driver.wait(lambda: driver.workspace.pages.current_name == "transcripts")
        (page,) = driver.workspace.findChildren(TranscriptsPage)
        driver.wait(lambda: [card.title for card in page.rows.cards()])
        assert [one for one in driver.workspace.window().findChildren(QDialog) if one.isVisible()] == []
        driver.end()
