"""Where the quick chat stands, on any screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, QSize

from desktop.quick_chat.popup_place import PopupPlace, kept_inside

SIZE = QSize(580, 140)
SCREEN = QRect(0, 0, 1280, 900)
SECOND = QRect(1280, 40, 2560, 1400)


def test_the_usual_place_is_the_right_edge_of_the_screen() -> None:
    corner = PopupPlace().corner(SIZE, SCREEN)
    assert SCREEN.right() - (corner.x() + SIZE.width()) < 20
    assert SCREEN.contains(QRect(corner, SIZE))


@pytest.mark.parametrize("corner", [QPoint(16, 16), QPoint(400, 300), QPoint(684, 744)])
def test_a_place_is_found_again_through_the_settings(corner: QPoint) -> None:
    place = PopupPlace.from_text(PopupPlace.of(corner, SIZE, SCREEN).as_text())
    found = place.corner(SIZE, SCREEN)
    assert abs(found.x() - corner.x()) <= 1
    assert abs(found.y() - corner.y()) <= 1


def test_the_same_corner_is_taken_on_another_screen() -> None:
    place = PopupPlace.of(QPoint(16, 744), SIZE, SCREEN)
    corner = place.corner(SIZE, SECOND)
    assert corner.x() - SECOND.left() == 16
    assert SECOND.bottom() + 1 - corner.y() - SIZE.height() == 16


@pytest.mark.parametrize("text", ["", "nonsense", "1", "0.1,0.2,0.3", "2,0.5", "nan,0", "-1,0"])
def test_a_place_that_cannot_be_read_is_the_usual_one(text: str) -> None:
    assert PopupPlace.from_text(text) == PopupPlace()


def test_a_window_that_has_grown_is_moved_no_more_than_needed() -> None:
    assert kept_inside(QPoint(684, 600), QSize(580, 500), SCREEN) == QPoint(684, 400)
    assert kept_inside(QPoint(684, 600), QSize(580, 1500), SCREEN) == QPoint(684, 0)
    assert kept_inside(QPoint(5000, -20), SIZE, SCREEN) == QPoint(700, 0)
