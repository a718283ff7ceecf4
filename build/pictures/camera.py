"""Takes the pictures: a window with what lies over it, or a small window on a piece of desktop."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QColor, QImage, QImageWriter, QLinearGradient, QPainter
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from build.pictures.stage import Studio

AROUND = 36
"""So much of the desktop is seen around a small window."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One run of the program and its pictures: name to the page that it shows, "" for what belongs to no page."""

    draw: Callable[[Camera, Studio], None]
    pictures: Mapping[str, str]


@dataclass(slots=True)
class Camera:
    """Writes the pictures of one theme, language and text size into `folder`; `only` is part of the names it takes."""

    folder: Path
    suffix: str
    only: str = ""
    taken: set[str] = field(default_factory=set)
    wanted: frozenset[str] = frozenset()

    def begin(self, scene: Scene) -> bool:
        """Whether `scene` has a picture that is wanted; from now on only its own are taken."""
        self.wanted = frozenset(scene.pictures)
        return any(self.only in name for name in scene.pictures)

    def shoot(self, name: str, widget: QWidget) -> None:
        """A picture of `widget` with the popups that lie over it."""
        self.keep(name, lambda: picture_of(widget))

    def shoot_on_desk(self, name: str, widget: QWidget) -> None:
        """A picture of a small window with some desktop around it."""
        self.keep(name, lambda: on_a_desk(picture_of(widget)))

    def keep(self, name: str, draw: Callable[[], QImage]) -> None:
        """Write what `draw` draws. KeyError for a picture that its scene does not name."""
        if name not in self.wanted:
            raise KeyError(f"the scene names no picture “{name}”")
        if self.only not in name:
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        save(draw(), self.folder / f"{name}-{self.suffix}.png")
        self.taken.add(name)


def picture_of(widget: QWidget) -> QImage:
    """`widget` and the menus, lists and tool tips that lie over it."""
    picture = widget.grab().toImage()
    painter = QPainter(picture)
    for other in QApplication.topLevelWidgets():
        popup = other.windowType().Popup
        if other is not widget and other.isVisible() and other.windowFlags() & popup == popup:
            painter.drawPixmap(widget.mapFromGlobal(other.pos()), other.grab())
    painter.end()
    return picture


def with_dialog(window: QWidget, dialog: QWidget) -> QImage:
    """`window` with a dialog of its own in the middle, as a window manager puts it."""
    picture, over = window.grab().toImage(), picture_of(dialog)
    painter = QPainter(picture)
    painter.fillRect(picture.rect(), QColor(0, 0, 0, 70))
    place = QRect(QPoint(0, 0), over.size())
    place.moveCenter(picture.rect().center())
    painter.drawImage(place, over)
    painter.end()
    return picture


def on_a_desk(small: QImage) -> QImage:
    """A small window, round corners and all, on a desktop."""
    picture = QImage(small.size() + QSize(2 * AROUND, 2 * AROUND), QImage.Format.Format_RGB32)
    desk = QLinearGradient(0, 0, picture.width(), picture.height())
    for place, colour in ((0.0, "#54677d"), (0.6, "#8c8f96"), (1.0, "#c2a58c")):
        desk.setColorAt(place, QColor(colour))
    painter = QPainter(picture)
    painter.fillRect(picture.rect(), desk)
    painter.drawImage(QPoint(AROUND, AROUND), small)
    painter.end()
    return picture


def save(picture: QImage, path: Path) -> None:
    """A PNG as small as Qt makes it."""
    writer = QImageWriter(str(path), b"png")
    writer.setCompression(100)
    if not writer.write(picture.convertToFormat(QImage.Format.Format_RGB888)):
        raise OSError(f"{path}: {writer.errorString()}")


def a_picture() -> QImage:
    """A terrace at sunset, for those who are kind."""
    image = QImage(640, 420, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    sky = QLinearGradient(0, 0, 0, 420)
    for place, colour in ((0.0, "#3b4a7a"), (0.55, "#e48a5b"), (0.72, "#f7cf8b"), (0.73, "#2b4a3f"), (1.0, "#17302a")):
        sky.setColorAt(place, QColor(colour))
    painter.fillRect(image.rect(), sky)
    painter.setBrush(QColor("#fff1cf"))
    painter.drawEllipse(QPoint(430, 240), 34, 34)
    painter.end()
    return image
