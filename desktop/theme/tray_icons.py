"""The tray's icons: one shape for each state, on a tile of its own, since nobody knows the colour of the panel.

The resting states lie dark, the working ones glow; what tells them apart is the shape, at 16 pixels too.
"""

from __future__ import annotations

from functools import cache
from typing import Literal, TypeAlias

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap

from desktop.theme.design_tokens import DARK
from desktop.theme.icons import svg_of

TrayState: TypeAlias = Literal["idle", "armed", "listening", "thinking", "speaking", "offline", "locked"]
TRAY_STATES: tuple[TrayState, ...] = ("idle", "armed", "listening", "thinking", "speaking", "offline", "locked")

_WORKING = frozenset({"listening", "thinking", "speaking"})
# Panels ask for 16 to 32 pixels, twice as many on fine screens, and 18, 20, 22 and 36 in between.
_SIDES = (16, 18, 20, 22, 24, 28, 32, 36, 40, 44, 48, 64)


@cache
def tray_icon(state: TrayState) -> QIcon:
    """The icon of `state`, drawn for each size that panels ask for."""
    found = QIcon()
    for side in _SIDES:
        found.addPixmap(QPixmap.fromImage(tray_image(state, side)))
    return found


def tray_image(state: TrayState, side: int) -> QImage:
    """The icon of `state`, `side` device pixels wide and high."""
    from PySide6.QtSvg import QSvgRenderer

    colours = DARK.colours
    tile, ink = (colours.accent, colours.accent_text) if state in _WORKING else (colours.window, colours.accent)
    if state == "offline":
        ink = colours.text_muted
    elif state == "locked":
        ink = colours.text
    image = QImage(QSize(side, side), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tile))
    painter.drawRoundedRect(QRectF(0, 0, side, side), side * 0.24, side * 0.24)
    QSvgRenderer(QByteArray(svg_of(f"tray/{state}", ink))).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return image
