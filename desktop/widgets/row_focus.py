"""The ring around the row of a list that has the keyboard: one look for every list that paints its own rows."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle

from desktop.theme.theme_state import theme


def paint_row_focus(painter: QPainter, rect: QRectF, state: QStyle.StateFlag, *, radius: float) -> None:
    """Nothing unless the row is the current one of a list that has the focus."""
    if not state & QStyle.StateFlag.State_HasFocus:
        return
    tokens = theme().tokens
    inset = tokens.focus_width / 2
    painter.save()
    painter.setPen(QPen(QColor(tokens.colours.focus), tokens.focus_width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius)
    painter.restore()
