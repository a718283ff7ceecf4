"""The frame of the program: where it stood is where it stands again."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desktop.main_window.main_window import MainWindow
from desktop.main_window.window_geometry import WindowGeometry


def test_a_window_stands_again_where_it_stood_however_wide_its_frame_is(qtbot: QtBot) -> None:
    kept = WindowGeometry(width=700, height=500, x=120, y=90)
    for _ in range(3):
        window = MainWindow(kept)
        qtbot.addWidget(window)
        window.show()
        qtbot.waitUntil(window.isVisible)
        assert window.geometry().topLeft() != window.pos(), "this platform draws frames"
        kept = window.now_geometry(sidebar=280)
        window.hide()
    assert (kept.x, kept.y, kept.width, kept.height) == (120, 90, 700, 500)
