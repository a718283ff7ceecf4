"""The signs of a search field grow with its letters, and the words keep off them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.theme.design_tokens import LIGHT
from desktop.theme.stylesheet import apply_theme
from desktop.widgets.search_field import SearchField


@pytest.fixture
def field(qtbot: QtBot, qapp: QApplication) -> Iterator[SearchField]:
    apply_theme(qapp, LIGHT, text_scale_percent=100)
    field = SearchField("Search chats")
    qtbot.addWidget(field)
    field.resize(400, 60)
    field.show()
    yield field
    apply_theme(qapp, LIGHT, text_scale_percent=100)


def glass_width(field: SearchField) -> int:
    """Pixels across of what is painted between the edge and the words."""
    image = field.grab().toImage()
    ground = image.pixelColor(image.width() // 2, 6)
    columns = [
        x
        for x in range(4, field.textMargins().left())
        if any(image.pixelColor(x, y) != ground for y in range(8, image.height() - 8))
    ]
    return columns[-1] - columns[0] + 1


def test_the_glass_is_twice_as_large_beside_letters_twice_as_large(field: SearchField, qapp: QApplication) -> None:
    small = glass_width(field)
    apply_theme(qapp, LIGHT, text_scale_percent=200)
    assert glass_width(field) >= 1.7 * small


def test_words_do_not_run_under_the_button_that_clears_them(field: SearchField, qapp: QApplication) -> None:
    for percent in (80, 100, 200):
        apply_theme(qapp, LIGHT, text_scale_percent=percent)
        field.setText("much longer than what fits into a field of this width")
        assert field._clear.isVisible()
        assert field.width() - field._clear.x() <= field.textMargins().right() + 6
        assert field._clear.height() <= field.height()
        QTest.mouseClick(field._clear, Qt.MouseButton.LeftButton)
        assert field.text() == ""
        assert not field._clear.isVisible()
        assert field.textMargins().right() == 0
