"""Icons follow the theme when they are painted, survive copying, and are all drawn alike."""

from __future__ import annotations

import gc
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPixmap
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

import assets
from desktop.theme.design_tokens import DARK, LIGHT
from desktop.theme.icons import app_icon, icon, icon_names, icon_pixmap, logo
from desktop.theme.stylesheet import apply_theme

FOLDER = Path(assets.__path__[0]) / "icons"


def inks(image: QImage) -> set[str]:
    """Colours of the fully opaque pixels."""
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {c.name() for x, y in points if (c := image.pixelColor(x, y)).alpha() == 255}


def apart(first: str, second: str) -> int:
    """The largest difference of a channel: where strokes cross, two soft edges round to one hard one."""
    return max(abs(int(first[i : i + 2], 16) - int(second[i : i + 2], 16)) for i in (1, 3, 5))


@pytest.mark.parametrize("name", icon_names())
def test_every_icon_draws_something_in_the_colour_it_was_asked_for(qapp: QApplication, name: str) -> None:
    apply_theme(qapp, LIGHT)
    found = inks(icon_pixmap(name, colour="danger", size=64).toImage())
    assert found
    assert name == "hearth" or all(apart(colour, LIGHT.colours.danger) <= 3 for colour in found), found


@pytest.mark.parametrize("name", [name for name in icon_names() if name != "hearth"])
def test_icons_are_of_one_set(name: str) -> None:
    drawing = (FOLDER / f"{name}.svg").read_text()
    assert 'viewBox="0 0 24 24"' in drawing
    assert 'stroke-width="1.75"' in drawing
    assert not re.search(r"#[0-9a-f]{3,6}", drawing), "icons take their colour from the tokens"


def test_an_icon_follows_the_theme_without_being_set_again(qapp: QApplication) -> None:
    apply_theme(qapp, LIGHT)
    kept = icon("lock", colour="accent")
    assert inks(kept.pixmap(QSize(64, 64)).toImage()) == {LIGHT.colours.accent}
    apply_theme(qapp, DARK)
    assert inks(kept.pixmap(QSize(64, 64)).toImage()) == {DARK.colours.accent}


def test_a_disabled_icon_is_pale(qapp: QApplication) -> None:
    apply_theme(qapp, LIGHT)
    pixmap = icon("lock", colour="accent").pixmap(QSize(64, 64), QIcon.Mode.Disabled)
    assert inks(pixmap.toImage()) == {LIGHT.colours.text_disabled}


def test_icons_outlive_their_python_names_and_changes_of_copies(qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp, LIGHT)
    button = QPushButton("send")
    qtbot.addWidget(button)
    button.show()
    for _ in range(50):
        button.setIcon(icon("send"))
        copy = QIcon(button.icon())
        copy.addPixmap(QPixmap(4, 4))  # makes Qt clone the engine
        del copy
        gc.collect(0)
        assert not button.grab().isNull()


def test_icons_are_sharp_on_dense_screens(qapp: QApplication) -> None:
    apply_theme(qapp, LIGHT)
    pixmap = icon_pixmap("lock", size=20, ratio=2.0)
    assert (pixmap.width(), pixmap.deviceIndependentSize().width()) == (40, 20)


def test_a_name_that_is_not_there_is_an_error_at_once() -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon")
    with pytest.raises(KeyError):
        icon("lock", colour="mauve")


def test_the_mark_of_hearth_has_every_size_a_desktop_asks_for(qapp: QApplication) -> None:
    assert {size.width() for size in app_icon().availableSizes()} >= {16, 24, 32, 48, 64, 128, 256}
    image = logo(16).toImage()
    reds = sum(image.pixelColor(x, y).red() > 180 for x in range(16) for y in range(16))
    assert reds >= 16, "the flame is still seen at 16 pixels"
    assert QColor(logo(256).toImage().pixelColor(0, 0)).alpha() == 0
