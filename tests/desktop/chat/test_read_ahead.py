"""Long messages near the ones in sight are read in quiet moments."""

from __future__ import annotations

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.chat.block_stream import read_message
from desktop.chat.read_ahead import ReadAhead
from desktop.chat.transcript_model import TranscriptModel
from tests.peers.transcript_stage import answered, said

LONG = "A sentence with *emphasis*, and another one. " * 200


def test_long_answers_beside_the_rows_are_read_in_slices(qtbot: QtBot) -> None:
    model = TranscriptModel()
    model.set_path(
        [answered(0, LONG), said(1, "short"), answered(2, "in sight"), answered(3, "short"), answered(4, LONG)]
    )
    owner = QObject()
    ReadAhead(owner, model).look_around(2, 2)
    qtbot.waitUntil(lambda: model.is_read(0) and model.is_read(4))
    assert model.blocks_of(4) == read_message(LONG)
    assert not model.is_read(3)


def test_messages_that_went_away_are_not_read(qtbot: QtBot) -> None:
    model = TranscriptModel()
    model.set_path([answered(0, "in sight"), answered(1, LONG)])
    owner = QObject()
    ahead = ReadAhead(owner, model)
    ahead.look_around(0, 0)
    model.set_path([])
    qtbot.wait(60)
    assert not ahead._timer.isActive()
