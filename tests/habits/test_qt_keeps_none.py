from __future__ import annotations

import sys

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot


def test_void_calls_do_not_lose_references_to_none(qtbot: QtBot) -> None:
    """PySide6 6.12.0 on Python 3.11 loses one reference to None per void call and dies after some thousands.

    WORKAROUND(PySide6 6.12.0): pyproject pins below 6.12; this watches that the pin still holds what it should.
    """
    widget = QWidget()
    qtbot.addWidget(widget)
    before = sys.getrefcount(None)
    for _ in range(5000):
        widget.update()
        widget.setToolTip("x")
    assert abs(sys.getrefcount(None) - before) < 1000
