"""The page of transcripts over a real vault and a real Whisper, by mouse and keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core.voice import transcript_rows
from core.voice.transcript_rows import SpokenSegment, Transcript, words_by_length
from desktop.bridge import Bridge
from desktop.theme.design_tokens import LIGHT
from desktop.theme.stylesheet import apply_theme
from desktop.transcripts.file_choice import FileChoice
from desktop.transcripts.segment_editor import SegmentEditor
from desktop.transcripts.transcripts_page import TranscriptsPage
from desktop.widgets.toast import Toasts
from models.library import ModelFiles
from tests.peers.patience import PATIENCE_MS, PATIENCE_S
from tests.peers.profile_at_hand import ProfileAtHand
from tests.peers.spoken_files import PHRASES, told, write_file
from tests.peers.voice_stage import install_whisper

TALK = "a" * 32


class Desk:
    """A profile, its page in a window, and transcripts that are there already."""

    def __init__(self, home: Path, qtbot: QtBot) -> None:
        self.qtbot, self.bridge = qtbot, Bridge()
        self.reported: list[BaseException] = []
        self._opening = ProfileAtHand(home).assistant()
        self.assistant = self.wait_for(self._opening.__aenter__())
        install_whisper(ModelFiles(self.assistant.paths.models))
        self.window = QWidget()
        self.window.resize(1000, 700)
        self.toasts = Toasts(self.window)
        self.page: TranscriptsPage

    def open(self) -> None:
        self.page = TranscriptsPage(self.bridge, self.assistant, toasts=self.toasts, report=self.reported.append)
        QVBoxLayout(self.window).addWidget(self.page)
        self.window.show()
        self.window.activateWindow()
        self.qtbot.waitActive(self.window)

    def put(self, segments: list[SpokenSegment]) -> None:
        """A finished transcript whose sound is gone."""
        end_ms = segments[-1].end_ms
        made = Transcript(
            TALK, "Talk", source_name="talk.mp3", source_path="/nowhere/talk.mp3", duration_ms=end_ms, done_ms=end_ms,
            language="en", model="whisper:base", state="complete",
        )  # fmt: skip

        def job(connection: Any) -> None:
            transcript_rows.insert(connection, made)
            transcript_rows.add_segments(connection, TALK, segments)

        self.wait_for(self.assistant.shelf.writer.run(job))

    def wait(self, condition: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=PATIENCE_MS)

    def wait_for(self, work: Any) -> Any:
        return self.bridge.run_to_end(work, timeout_s=PATIENCE_S)

    @property
    def text(self) -> str:
        return self.page.detail.words.toPlainText()

    def end(self) -> None:
        self.page.finish()
        self.window.close()

        async def left() -> None:
            await self._opening.__aexit__(None, None, None)

        self.wait_for(left())
        self.bridge.stop()
        self.window.deleteLater()


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Desk]:
    apply_theme(qapp, LIGHT, text_scale_percent=100, reduced_motion=True)
    desk = Desk(tmp_path, qtbot)
    yield desk
    desk.end()
    assert desk.reported == []


def segment(position: int, text: str, start_ms: int) -> SpokenSegment:
    made = SpokenSegment(position, start_ms, start_ms + 2000, text)
    return SpokenSegment(position, start_ms, start_ms + 2000, text, words_by_length(made))


SEGMENTS = [
    segment(0, "Hello to everybody.", 500),
    segment(1, "The budget is small.", 2600),
    segment(2, "Budget!", 9000),
]


def test_a_file_is_added_written_down_and_shown(desk: Desk, tmp_path: Path) -> None:
    desk.open()
    desk.wait(lambda: desk.page.empty.isVisible())
    desk.page.add_files([write_file(tmp_path / "Weekly.wav", told(PHRASES[:2]))])
    (choice,) = desk.window.findChildren(FileChoice)
    assert not choice.keep.isChecked()
    choice.begin.click()
    desk.wait(lambda: [card.title for card in desk.page.rows.cards()] == ["Weekly"])
    desk.wait(lambda: desk.page.detail.shown is not None and desk.page.detail.shown.state == "complete")
    desk.wait(lambda: desk.text == "\n\n".join(PHRASES[:2]))
    assert "English" in desk.page.detail.caption.text()


def test_words_are_found_counted_and_walked(desk: Desk, qtbot: QtBot) -> None:
    desk.put(SEGMENTS)
    desk.open()
    desk.wait(lambda: "Budget!" in desk.text)
    assert desk.text == "Hello to everybody. The budget is small.\n\nBudget!"
    search = desk.page.detail.search
    qtbot.keyClicks(search, "budget")
    desk.wait(lambda: desk.page.detail.hits.text() == "1 of 2")
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert desk.page.detail.hits.text() == "2 of 2"
    qtbot.keyClick(search, Qt.Key.Key_Up)
    assert desk.page.detail.hits.text() == "1 of 2"
    qtbot.keyClicks(search, "x")
    desk.wait(lambda: desk.page.detail.hits.text() == "Not found")


def test_a_clicked_word_is_played_from_or_it_is_said_why_not(desk: Desk, qtbot: QtBot) -> None:
    desk.put(SEGMENTS)
    desk.open()
    desk.wait(lambda: "Budget!" in desk.text)
    words = desk.page.detail.words
    cursor = words.textCursor()
    cursor.setPosition(desk.text.index("small") + 2)
    asked: list[int] = []
    words.play_wanted.connect(asked.append)
    qtbot.mouseClick(words.viewport(), Qt.MouseButton.LeftButton, pos=words.cursorRect(cursor).center() + QPoint(1, 0))
    small = next(word for word in SEGMENTS[1].words if "small" in word.text)
    assert asked == [small.start_ms]
    desk.wait(lambda: any("talk.mp3" in text for text in desk.toasts.texts()))
    assert not desk.page.detail.player.is_playing


def test_the_played_word_is_marked(desk: Desk) -> None:
    desk.put(SEGMENTS)
    desk.open()
    desk.wait(lambda: "Budget!" in desk.text)
    words = desk.page.detail.words
    words.show_played(9100)
    (mark,) = words.extraSelections()
    assert mark.cursor.selectedText() == "Budget!"
    words.show_played(None)
    assert words.extraSelections() == []


def test_a_segment_is_corrected_by_the_keyboard(desk: Desk, qtbot: QtBot) -> None:
    desk.put(SEGMENTS)
    desk.open()
    desk.wait(lambda: "Budget!" in desk.text)
    words = desk.page.detail.words
    words.setFocus()
    qtbot.keyClick(words, Qt.Key.Key_F2)
    desk.wait(lambda: desk.window.findChildren(SegmentEditor))
    editor = desk.window.findChildren(SegmentEditor)[0]
    qtbot.keyClicks(editor.text, "Hello, all of you.")
    qtbot.keyClick(editor.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.wait(lambda: desk.text.startswith("Hello, all of you. The budget"))


def test_it_is_renamed_copied_exported_asked_about_and_deleted(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    desk.put(SEGMENTS)
    desk.open()
    desk.wait(lambda: "Budget!" in desk.text)
    detail = desk.page.detail
    detail.title.setFocus()
    detail.title.selectAll()
    qtbot.keyClicks(detail.title, "Money")
    qtbot.keyClick(detail.title, Qt.Key.Key_Return)
    desk.wait(lambda: [card.title for card in desk.page.rows.cards()] == ["Money"])
    detail.copy.click()
    desk.wait(lambda: QGuiApplication.clipboard().text() == desk.text)
    desk.page.export_to(TALK, "srt", tmp_path / "money.srt")
    desk.wait(lambda: any("money.srt" in text for text in desk.toasts.texts()))
    assert (tmp_path / "money.srt").read_text().startswith("1\n00:00:00,500 --> 00:00:02,500\nHello to everybody.\n")
    desk.page.export_to(TALK, "srt", tmp_path / "no such folder" / "money.vtt")
    desk.wait(lambda: any("could not be written" in text for text in desk.toasts.texts()))
    asked: list[tuple[str, str]] = []
    desk.page.text_wanted.connect(lambda name, text: asked.append((name, text)))
    detail.ask.click()
    desk.wait(lambda: asked == [("Money.txt", desk.text)])
    desk.page._delete(TALK)
    desk.wait(lambda: desk.page.empty.isVisible())
