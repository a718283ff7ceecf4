"""Icons of `assets/icons`, tinted from the tokens when they are painted, so that they follow a change of theme."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QImage, QPainter, QPixmap

import assets
from desktop.theme.theme_state import theme

_FOLDER = Path(assets.__path__[0]) / "icons"


def icon(name: str, *, colour: str = "text_muted", size: int = 18) -> QIcon:
    """The icon called `name` in the token `colour`; `size` in logical pixels is what it offers where nobody asks.

    The colour is looked up at each painting: buttons and menus need no care when the theme changes. Disabled
    controls show it in `text_disabled`. A missing name raises FileNotFoundError, a missing token KeyError.
    """
    theme().tokens.colours.named(colour)
    _source(name)
    return QIcon(_TintedEngine(name, colour, size))


def icon_pixmap(name: str, *, colour: str = "text_muted", size: int = 18, ratio: float = 1.0) -> QPixmap:
    """The icon as a picture for labels and painters, `size` logical pixels at a device pixel ratio of `ratio`."""
    pixmap = _painted(name, theme().tokens.colours.named(colour), round(size * ratio))
    sized = QPixmap(pixmap)
    sized.setDevicePixelRatio(ratio)
    return sized


def logo(size: int = 64, *, ratio: float = 1.0) -> QPixmap:
    """The Hearth mark in its own colours."""
    return icon_pixmap("hearth", size=size, ratio=ratio)


def app_icon() -> QIcon:
    """The Hearth mark for windows and the task bar, in the sizes that desktops ask for."""
    found = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        found.addPixmap(logo(size))
    return found


def icon_names() -> tuple[str, ...]:
    """Every icon there is."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.svg")))


def svg_of(name: str, colour: str) -> bytes:
    """The drawing of an icon in the colour `#rrggbb`."""
    return _source(name).replace(b"currentColor", colour.encode())


# WORKAROUND(PySide6 6.11): the copy that `clone` returns dies with its Python half; Qt copies an engine only when
# a shared icon is changed, which Hearth never does, so that this list stays empty outside tests.
_clones: list[QIconEngine] = []


class _TintedEngine(QIconEngine):
    """Paints one icon in the colour that its token has now."""

    def __init__(self, name: str, token: str, size: int) -> None:
        super().__init__()
        self._name, self._token, self._size = name, token, size

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Paint into `rect`, sharp at the painter's own pixel ratio."""
        # Not `painter.device()`: to hand out a device that Qt made by itself costs PySide 20 ms, in the first paint.
        ratio = abs(painter.deviceTransform().m11()) or 1.0
        side = min(rect.width(), rect.height())
        pixmap = _painted(self._name, self._colour(mode), round(side * ratio))
        target = QRect(0, 0, side, side)
        target.moveCenter(rect.center())
        painter.drawPixmap(target, pixmap)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """A picture of `size` device pixels."""
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        """A picture of `size` device pixels; the drawing has no finer version to choose for `scale`."""
        return QPixmap(_painted(self._name, self._colour(mode), min(size.width(), size.height())))

    def actualSize(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QSize:
        """Icons are square."""
        side = min(size.width(), size.height())
        return QSize(side, side)

    def availableSizes(self, mode: QIcon.Mode = QIcon.Mode.Normal, state: QIcon.State = QIcon.State.Off) -> list[QSize]:
        """The size it was asked for in."""
        return [QSize(self._size, self._size)]

    def clone(self) -> QIconEngine:
        """Another engine for a copied icon."""
        copy = _TintedEngine(self._name, self._token, self._size)
        _clones.append(copy)
        return copy

    def _colour(self, mode: QIcon.Mode) -> str:
        colours = theme().tokens.colours
        return colours.text_disabled if mode == QIcon.Mode.Disabled else colours.named(self._token)


@lru_cache(maxsize=128)
def _source(name: str) -> bytes:
    return (_FOLDER / f"{name}.svg").read_bytes()


@lru_cache(maxsize=512)
def _painted(name: str, colour: str, side: int) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(QSize(side, side), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(svg_of(name, colour))).render(painter, QRectF(QPoint(), image.size()))
    painter.end()
    return QPixmap.fromImage(image)
