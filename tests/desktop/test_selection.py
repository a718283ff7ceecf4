"""What was selected comes first, then what was copied; nothing is nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop.quick_chat.clipboard_swap import ClipboardSwap
from desktop.selection import LONGEST_TEXT, Taken, take


@pytest.fixture
def clipboard(qapp: QApplication) -> QClipboard:
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    return clipboard


def test_without_a_selection_the_clipboard_is_taken_and_said_so(clipboard: QClipboard) -> None:
    clipboard.setText("Copied")
    assert take() == Taken("Copied", "clipboard")


def test_nothing_and_white_space_are_nothing(clipboard: QClipboard) -> None:
    assert take() == Taken("", "")
    clipboard.setText(" \n\t ")
    assert take() == Taken("", "")


def test_a_text_without_end_is_cut_and_odd_characters_go(clipboard: QClipboard) -> None:
    clipboard.setText("a" * (LONGEST_TEXT + 5))
    assert len(take().text) == LONGEST_TEXT
    clipboard.setText("one\u2029two\0three")
    assert take().text == "one\ntwothree"


def test_a_replaced_clipboard_comes_back_with_all_its_formats(clipboard: QClipboard) -> None:
    before = QMimeData()
    before.setText("old")
    before.setHtml("<b>old</b>")
    before.setData("application/x-own", b"own")
    clipboard.setMimeData(before)
    swap = ClipboardSwap("new")
    assert clipboard.text() == "new"
    assert swap.undo()
    assert clipboard.text() == "old"
    assert clipboard.mimeData().html() == "<b>old</b>"
    assert bytes(clipboard.mimeData().data("application/x-own").data()) == b"own"


def test_what_was_copied_since_is_not_overwritten_by_undo(clipboard: QClipboard) -> None:
    clipboard.setText("old")
    swap = ClipboardSwap("new")
    clipboard.setText("newer")
    assert not swap.undo()
    assert clipboard.text() == "newer"
