"""The composer under real keys, pastes and drops."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QGuiApplication, QImage, QInputMethodEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.chat.composer import MOST_ATTACHMENTS, Composer, Draft
from desktop.chat.message_editor import LONG_PASTE_CHARACTERS, MessageEditor
from desktop.theme.design_tokens import LIGHT
from desktop.theme.stylesheet import apply_theme
from desktop.widgets.icon_button import IconButton


class Desk:
    """A composer on a page, and what it said."""

    def __init__(self, qtbot: QtBot) -> None:
        self.page = QWidget()
        qtbot.addWidget(self.page)
        layout = QVBoxLayout(self.page)
        layout.addStretch(1)
        self.composer = Composer(self.page)
        layout.addWidget(self.composer)
        self.page.resize(700, 600)
        self.page.show()
        self.page.activateWindow()
        qtbot.waitActive(self.page)
        self.composer.focus_editor()
        self.sent: list[Draft] = []
        self.composer.submitted.connect(self.sent.append)

    @property
    def editor(self) -> MessageEditor:
        return self.composer.editor()

    @property
    def button(self) -> QPushButton:
        return next(b for b in self.composer.findChildren(QPushButton) if b.property("kind") == "send")

    def said(self) -> str:
        """The refusal on show."""
        return self.composer._refusal.accessibleName() if self.composer._refusal.isVisible() else ""


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication) -> Desk:
    apply_theme(qapp, LIGHT, text_scale_percent=100, reduced_motion=True)
    return Desk(qtbot)


def picture() -> QImage:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("orange"))
    return image


def paste(qtbot: QtBot, desk: Desk, data: QMimeData) -> None:
    QGuiApplication.clipboard().setMimeData(data)
    qtbot.keySequence(desk.editor, QKeySequence(QKeySequence.StandardKey.Paste))


def drop(desk: Desk, data: QMimeData) -> None:
    actions, buttons, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    desk.editor.dropEvent(QDropEvent(QPointF(5, 5), actions, data, buttons, keys))


def of_text(text: str) -> QMimeData:
    data = QMimeData()
    data.setText(text)
    return data


def of_files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def test_enter_sends_and_shift_enter_breaks_the_line(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.editor, "first")
    qtbot.keyClick(desk.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(desk.editor, "second")
    qtbot.keyClick(desk.editor, Qt.Key.Key_Return)
    assert desk.sent == [Draft("first\nsecond")]
    assert desk.composer.text() == ""


def test_the_enter_key_of_the_number_block_sends_too(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.editor, "hello")
    qtbot.keyClick(desk.editor, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert desk.sent == [Draft("hello")]


def test_nothing_is_sent_when_there_is_nothing(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.editor, "   ")
    qtbot.keyClick(desk.editor, Qt.Key.Key_Return)
    assert desk.sent == []
    assert not desk.button.isEnabled()


def test_enter_belongs_to_the_input_method_while_it_composes(desk: Desk, qtbot: QtBot) -> None:
    QApplication.sendEvent(desk.editor, QInputMethodEvent("にほ", []))
    qtbot.keyClick(desk.editor, Qt.Key.Key_Return)
    assert desk.sent == []
    done = QInputMethodEvent("", [])
    done.setCommitString("日本")
    QApplication.sendEvent(desk.editor, done)
    text = desk.composer.text().strip()
    assert text == "日本"
    qtbot.keyClick(desk.editor, Qt.Key.Key_Return)
    assert desk.sent == [Draft("日本")]


def test_while_an_answer_comes_the_button_stops_it_and_enter_does_not_send(desk: Desk, qtbot: QtBot) -> None:
    assert desk.button.accessibleName() == "Send"
    desk.composer.set_busy(True)
    assert desk.button.accessibleName() == "Stop the answer"
    qtbot.keyClicks(desk.editor, "next")
    qtbot.keyClick(desk.editor, Qt.Key.Key_Return)
    assert (desk.sent, desk.composer.text()) == ([], "next")
    with qtbot.waitSignal(desk.composer.stop_requested):
        qtbot.mouseClick(desk.button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(desk.composer.stop_requested):
        qtbot.keyClick(desk.editor, Qt.Key.Key_Escape)
    desk.composer.set_busy(False)
    with qtbot.assertNotEmitted(desk.composer.stop_requested):
        qtbot.keyClick(desk.editor, Qt.Key.Key_Escape)
    qtbot.mouseClick(desk.button, Qt.MouseButton.LeftButton)
    assert desk.sent == [Draft("next")]


def test_up_in_an_empty_composer_edits_the_last_question(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.composer.edit_last_requested):
        qtbot.keyClick(desk.editor, Qt.Key.Key_Up)
    desk.composer.set_text("something")
    with qtbot.assertNotEmitted(desk.composer.edit_last_requested):
        qtbot.keyClick(desk.editor, Qt.Key.Key_Up)


def test_it_grows_with_its_text_to_two_fifths_of_the_page(desk: Desk, qtbot: QtBot) -> None:
    one = desk.editor.height()
    desk.composer.set_text("a\nb\nc")
    three = desk.editor.height()
    assert one < three
    desk.composer.set_text("line\n" * 200)
    assert desk.editor.height() == int(desk.page.height() * 0.4)
    assert desk.editor.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAsNeeded
    desk.page.resize(700, 900)
    qtbot.waitUntil(lambda: desk.editor.height() == 360)
    desk.composer.clear()
    assert desk.editor.height() == one


def test_a_long_line_wraps_and_makes_it_grow(desk: Desk) -> None:
    one = desk.editor.height()
    desk.composer.set_text("word " * 100)
    assert desk.editor.height() > 3 * one


def test_a_short_paste_is_text_and_a_long_one_an_attachment(desk: Desk, qtbot: QtBot) -> None:
    paste(qtbot, desk, of_text("x" * LONG_PASTE_CHARACTERS))
    assert len(desk.composer.text()) == LONG_PASTE_CHARACTERS
    desk.composer.clear()
    long_text = "é" * (LONG_PASTE_CHARACTERS + 1)
    paste(qtbot, desk, of_text(long_text))
    assert desk.composer.text() == ""
    qtbot.waitUntil(lambda: len(desk.composer.attachments()) == 1)
    attachment = desk.composer.attachments()[0]
    assert (attachment.kind, attachment.name, attachment.data.decode()) == ("text", "Pasted text.txt", long_text)
    qtbot.keyClick(desk.editor, Qt.Key.Key_Return)
    assert desk.sent == [Draft("", (attachment,))]
    assert desk.composer.attachments() == ()


def test_a_paste_of_fifty_million_letters_is_refused_in_a_sentence(desk: Desk, qtbot: QtBot) -> None:
    paste(qtbot, desk, of_text("0123456789" * 5_000_000))
    assert desk.composer.text() == ""
    qtbot.waitUntil(lambda: "larger than 16 MB" in desk.said())
    assert desk.composer.attachments() == ()


def test_a_question_too_long_to_edit_comes_back_as_an_attachment(desk: Desk, qtbot: QtBot) -> None:
    desk.composer.set_text("word " * 100_000)
    assert desk.composer.text() == ""
    qtbot.waitUntil(lambda: len(desk.composer.attachments()) == 1)
    assert len(desk.composer.attachments()[0].data) == 500_000


def test_a_picture_is_pasted(desk: Desk, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setImageData(picture())
    paste(qtbot, desk, data)
    qtbot.waitUntil(lambda: len(desk.composer.attachments()) == 1)
    assert desk.composer.attachments()[0].media_type == "image/png"
    assert desk.button.isEnabled(), "a picture alone can be sent"


def test_cells_of_a_spreadsheet_are_pasted_as_text(desk: Desk, qtbot: QtBot) -> None:
    data = of_text("1\t2")
    data.setImageData(picture())
    paste(qtbot, desk, data)
    assert (desk.composer.text(), desk.composer.attachments()) == ("1\t2", ())


def test_nul_characters_do_not_get_in(desk: Desk, qtbot: QtBot) -> None:
    paste(qtbot, desk, of_text("a\0b"))
    assert desk.composer.text() == "ab"
    desk.composer.set_text("c\0d")
    assert desk.composer.text() == "cd"


def test_files_are_dropped_and_one_that_cannot_be_read_is_named(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    picture().save(str(tmp_path / "cat.png"))
    (tmp_path / "notes.md").write_text("# notes")
    (tmp_path / "archive.zip").write_bytes(b"PK\3\4\0\0\0")
    drop(desk, of_files(tmp_path / "cat.png", tmp_path / "notes.md", tmp_path / "archive.zip"))
    qtbot.waitUntil(lambda: len(desk.composer.attachments()) == 2 and bool(desk.said()))
    assert {a.name for a in desk.composer.attachments()} == {"cat.png", "notes.md"}
    assert desk.said().startswith("“archive.zip” was not attached")
    assert desk.composer.text() == "", "the address of a file is never inserted"


def test_too_many_files_are_said_to_be_too_many(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.txt" for number in range(MOST_ATTACHMENTS + 3)]
    for path in paths:
        path.write_text("x")
    drop(desk, of_files(*paths))
    qtbot.waitUntil(lambda: len(desk.composer.attachments()) == MOST_ATTACHMENTS)
    assert str(MOST_ATTACHMENTS) in desk.said()


def test_nothing_is_sent_while_an_attachment_is_being_read(desk: Desk, qtbot: QtBot) -> None:
    desk.composer.set_text("what is this?")
    desk.composer.add_image(picture())
    assert not desk.button.isEnabled()
    desk.composer.submit()
    assert desk.sent == []
    qtbot.waitUntil(desk.button.isEnabled)
    desk.composer.submit()
    assert len(desk.sent[0].attachments) == 1


def test_a_draft_that_could_not_be_sent_comes_back(desk: Desk, qtbot: QtBot) -> None:
    desk.composer.set_text("precious")
    desk.composer.add_image(picture())
    qtbot.waitUntil(desk.button.isEnabled)
    desk.composer.submit()
    desk.composer.refuse("The disk is full.")
    assert desk.said() == "The disk is full."
    assert desk.composer.text() == "precious"
    assert len(desk.composer.attachments()) == 1
    desk.composer.submit()
    desk.composer.set_text("already the next")
    desk.composer.refuse("The disk is full.")
    assert desk.composer.text() == "already the next"


def test_a_refusal_goes_when_the_owner_goes_on(desk: Desk, qtbot: QtBot) -> None:
    desk.composer.refuse("No.")
    qtbot.keyClick(desk.editor, Qt.Key.Key_Escape)
    assert desk.said() == ""
    desk.composer.refuse("No.")
    qtbot.keyClicks(desk.editor, "x")
    assert desk.said() == ""


def test_a_private_chat_is_marked_in_words_and_colour(desk: Desk, qapp: QApplication) -> None:
    desk.composer.set_private(True)
    assert "Private" in desk.editor.accessibleName()
    assert desk.composer._badge.isVisible()
    image = desk.composer.grab().toImage()
    found = {image.pixelColor(x, image.height() // 2).name() for x in range(image.width())}
    assert LIGHT.colours.private_surface in found
    desk.composer.set_private(False)
    assert not desk.composer._badge.isVisible()


def test_every_control_has_a_name_and_can_be_reached_with_tab(desk: Desk, qtbot: QtBot) -> None:
    desk.composer.set_text("x")
    controls = [*desk.composer.findChildren(QPushButton), desk.editor]
    assert all(control.accessibleName() for control in controls)
    reached = set()
    for _ in range(8):
        focused = QApplication.focusWidget()
        reached.add(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    visible = {control for control in controls if control.isVisible() and control.isEnabled()}
    assert visible <= reached
    attach = desk.composer.findChild(IconButton, "")
    assert attach is not None
    assert all(button.toolTip() for button in visible if isinstance(button, QPushButton))


def test_the_slots_take_controls(desk: Desk, qtbot: QtBot) -> None:
    left, right = QPushButton("model"), QPushButton("meter")
    desk.composer.add_slot(left)
    desk.composer.add_slot(right, right=True)
    qtbot.waitUntil(lambda: left.isVisible() and right.isVisible())
    assert left.mapTo(desk.composer, QPoint()).x() < right.mapTo(desk.composer, QPoint()).x()


def test_the_placeholder_keeps_its_size_when_the_text_size_changes(qtbot: QtBot, qapp: QApplication) -> None:
    """What is painted is measured: the letters' height grows with the text size."""
    desk = Desk(qtbot)
    desk.composer.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    desk.page.setFocus()
    heights = {percent: _ink_height(desk, qapp, percent) for percent in (100, 200, 150)}
    assert 1.8 < heights[200] / heights[100] < 2.2
    assert 1.3 < heights[150] / heights[100] < 1.7
    apply_theme(qapp, LIGHT, text_scale_percent=100)


def _ink_height(desk: Desk, qapp: QApplication, percent: int) -> int:
    apply_theme(qapp, LIGHT, text_scale_percent=percent)
    qapp.processEvents()
    desk.editor.clearFocus()  # no cursor in the picture
    image = desk.editor.viewport().grab().toImage()
    ground = image.pixelColor(image.width() - 2, 2)
    rows = [
        y
        for y in range(image.height())
        if any(abs(image.pixelColor(x, y).lightness() - ground.lightness()) > 60 for x in range(4, image.width() // 2))
    ]
    return rows[-1] - rows[0] + 1


def test_who_types_on_a_button_of_the_composer_writes_into_the_editor(desk: Desk, qtbot: QtBot) -> None:
    button = QPushButton("Model", desk.composer)
    desk.composer.add_slot(button)
    button.show()
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert button.hasFocus()
    for sign in "How":
        focused = desk.page.focusWidget()
        assert focused is not None
        qtbot.keyClicks(focused, sign)
    assert desk.editor.hasFocus()
    assert desk.composer.text() == "How"


def test_the_dialog_to_attach_offers_everything_that_can_be_attached(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def choose(_: object, __: str, ___: str, kinds: str, **____: object) -> tuple[list[str], str]:
        asked.append(kinds)
        return [], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", choose)
    desk.composer._choose_files()
    (kinds,) = asked
    offered = kinds.partition(";;")[0]
    for ending in ("pdf", "docx", "xlsx", "pptx", "odt", "epub", "eml", "md", "csv", "png", "mp3", "wav"):
        assert f"*.{ending}" in offered
    assert "*.tiff" not in offered  # it would be refused
    assert kinds.endswith("(*)")
