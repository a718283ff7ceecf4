"""A popup with round corners that closes by itself on a click elsewhere and opens beside the control it belongs to."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QWidget

from desktop.theme.theme_state import theme


class PopupFrame(QFrame):
    """Fill it with a layout; `open_at` shows it."""

    closed = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAccessibleName(name)

    def open_at(self, anchor: QWidget, *, width: int) -> None:
        """Below `anchor`, or above it where there is no room below; never beyond the edge of the screen."""
        available = anchor.screen().availableGeometry()
        self.setFixedWidth(min(theme().px(width), available.width()))
        self.adjustSize()
        place = anchor.mapToGlobal(QPoint(0, anchor.height() + 4))
        if place.y() + self.height() > available.bottom():
            place.setY(max(available.top(), anchor.mapToGlobal(QPoint(0, -4)).y() - self.height()))
        place.setX(max(available.left(), min(place.x(), available.right() - self.width())))
        self.move(place)
        self.show()

    def take_focus(self) -> None:
        """The keyboard goes where one can choose; by itself it stays with the popup."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """A window of its own has no parent's style to paint its round ground."""
        paint_raised(self)

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever opened it wants to know."""
        super().hideEvent(event)
        self.closed.emit()


def paint_raised(widget: QWidget) -> None:
    """The ground and edge of what floats above the page."""
    tokens = theme().tokens
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(tokens.colours.border), tokens.border_width))
    painter.setBrush(QColor(tokens.colours.surface_raised))
    painter.drawRoundedRect(QRectF(widget.rect()).adjusted(0.5, 0.5, -0.5, -0.5), tokens.radius.l, tokens.radius.l)
