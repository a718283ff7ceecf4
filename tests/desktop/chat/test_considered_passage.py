"""A passage that was considered, in the dialog that tells how an answer was made."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.chat.answer_audit import AuditedPassage
from desktop.chat.considered_passage import ConsideredPassage
from desktop.theme.theme_state import theme

LONG = "Minutes of the meeting of the owners of the house, with all of their additions, second edition, final (3).pdf"
ROOM = 600


@pytest.fixture
def dialog(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def considered(dialog: QWidget, name: str) -> ConsideredPassage:
    return ConsideredPassage(AuditedPassage("d", name, "c", 4, "", 0, 10, number=1), None, dialog)


def test_a_long_file_name_makes_the_dialog_no_wider_and_is_told_whole(dialog: QWidget) -> None:
    row = considered(dialog, LONG)
    assert row.minimumSizeHint().width() <= theme().px(ROOM)
    assert row.tick.text().startswith("1   Minutes of the meeting")
    assert row.tick.text().endswith("final (3).pdf, page 4")
    assert row.tick.accessibleName() == row.tick.toolTip() == f"{LONG}, page 4"


def test_a_short_file_name_needs_no_explanation(dialog: QWidget) -> None:
    row = considered(dialog, "Lease.pdf")
    assert row.tick.text() == "1   Lease.pdf, page 4"
    assert row.tick.toolTip() == ""


def test_a_score_has_two_digits_and_a_chapter_its_name(dialog: QWidget) -> None:
    item = AuditedPassage("d", "bakery.epub", "c", 3, "Plum tart", 0, 10, number=1, word_rank=2, score=8.0152)
    row = ConsideredPassage(item, None, dialog)
    assert row.tick.text() == "1   bakery.epub, Plum tart"
    assert row.tick.accessibleDescription() == "by words: place 2  ·  score 8.02"
    assert considered(dialog, "letter.docx").tick.text() == "1   letter.docx, page 4"
