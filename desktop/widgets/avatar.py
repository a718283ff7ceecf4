"""The round mark of a persona: its first letter on a colour of the theme."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPixmap

from desktop.theme.stylesheet import ui_font
from desktop.theme.theme_state import theme

# What lies under the letter, and the letter; pairs whose contrast is tested with the tokens.
_PAIRS = {
    "accent": ("accent_soft", "accent_on_soft"),
    "success": ("success_soft", "success_on_soft"),
    "warning": ("warning_soft", "warning_on_soft"),
    "danger": ("danger_soft", "danger_on_soft"),
    "private": ("private_surface", "private_on_surface"),
    "code_name": ("code_background", "code_name"),
}
_PLAIN = ("surface_sunken", "text_muted")


def paint_avatar(painter: QPainter, rect: QRectF, name: str, colour: str) -> None:
    """Paint it into `rect`; `colour` is the name of a persona's colour, empty for none."""
    ground, ink = (theme().tokens.colours.named(one) for one in _PAIRS.get(colour, _PLAIN))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = QColor(ink)
    edge.setAlphaF(0.35)
    painter.setPen(edge)
    painter.setBrush(QColor(ground))
    painter.drawEllipse(rect.adjusted(0.5, 0.5, -0.5, -0.5))
    font = ui_font(weight=QFont.Weight.DemiBold)
    font.setPixelSize(max(7, round(rect.height() * 0.5)))
    painter.setFont(font)
    painter.setPen(QColor(ink))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, initial(name))
    painter.restore()


def avatar_pixmap(name: str, colour: str, *, size: int, ratio: float) -> QPixmap:
    """The mark as a picture of `size` logical pixels."""
    picture = QPixmap(QSize(size, size) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_avatar(painter, QRectF(0, 0, size, size), name, colour)
    painter.end()
    return picture


def avatar_icon(name: str, colour: str, *, size: int, ratio: float) -> QIcon:
    """The mark for a button."""
    return QIcon(avatar_pixmap(name, colour, size=size, ratio=ratio))


def initial(name: str) -> str:
    """The first letter or figure, as a capital."""
    return next((character.upper()[:1] for character in name if character.isalnum()), "·")
