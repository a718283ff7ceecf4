"""A turning arc, painted by whoever waits."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.theme.theme_state import theme

_STEP_DEGREES = 24
_FRAME_MS = 50


class Spinner(QObject):
    """Counts the angle and asks for repaints while it runs. With reduced motion it stands still."""

    def __init__(self, repaint: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._angle = 0
        self._repaint = repaint
        self._timer = QTimer(self)
        self._timer.setInterval(_FRAME_MS)
        self._timer.timeout.connect(self._turn)

    def start(self) -> None:
        """Begin to turn."""
        if not theme().reduced_motion:
            self._timer.start()
        self._repaint()

    def stop(self) -> None:
        """Stand still; no timer runs afterwards."""
        self._timer.stop()
        self._repaint()

    def paint(self, painter: QPainter, rect: QRectF, colour: QColor) -> None:
        """An open ring with its gap at the present angle."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = max(1.5, rect.width() / 9)
        pen = QPen(colour, width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        inset = width / 2
        painter.drawArc(rect.adjusted(inset, inset, -inset, -inset), -self._angle * 16, 280 * 16)
        painter.restore()

    def _turn(self) -> None:
        self._angle = (self._angle + _STEP_DEGREES) % 360
        self._repaint()
