"""The ground of a row in a list that paints its own rows: the shade of the pointer and of the choice, bar and ring."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle

from desktop.theme.theme_state import theme
from desktop.widgets.row_focus import paint_row_focus

BAR_INSET = 10


def paint_row_ground(
    painter: QPainter, rect: QRect, state: QStyle.StateFlag, *, radius: float, bar_inset: int | None = BAR_INSET
) -> None:
    """What lies below a row's words. `bar_inset`: from the edge to the bar of the chosen row; None for no bar."""
    colours = theme().tokens.colours
    selected = bool(state & QStyle.StateFlag.State_Selected)
    if selected or state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.pressed if selected else colours.hover))
        painter.drawRoundedRect(rect, radius, radius)
    if selected and bar_inset is not None:  # a bar as well as a shade, which is faint
        painter.setBrush(QColor(colours.accent))
        bar = QRect(rect.left(), rect.top() + bar_inset, 3, rect.height() - 2 * bar_inset)
        painter.drawRoundedRect(bar, 1.5, 1.5)
    paint_row_focus(painter, QRectF(rect), state, radius=radius)
