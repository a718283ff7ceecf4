"""The frozen screen, from which a part is taken: drag a rectangle, or set it with the arrow keys."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from desktop.theme.theme_state import theme

_SMALLEST = 8
"""What is dragged by fewer logical pixels was a click."""

_STEP = 16


class ScreenshotCrop(QWidget):
    """Covers one screen with the picture of it. `chosen` carries a part of it, or all; else `cancelled`.

    `exclusive` covers panels too, as it must to freeze the screen; tests and screenshots leave it an ordinary window.
    """

    chosen = Signal(QImage)
    cancelled = Signal()

    def __init__(self, image: QImage, place: QRect, *, exclusive: bool = True) -> None:
        super().__init__(None)
        self._image = image
        self._begin: QPoint | None = None
        self._over = False
        self.part = QRect()
        self.setWindowTitle(self.tr("Choose a part of the screen"))
        self.setAccessibleName(self.tr("Choose a part of the screen"))
        self.setAccessibleDescription(
            self.tr("Arrow keys move a rectangle, with Shift they change its size. Enter takes it, Esc cancels.")
        )
        self.setWindowFlags(
            Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._hint = QLabel(self.tr("Drag over a part. Enter takes all of it, Esc cancels."), self)
        self._hint.setProperty("role", "strong")
        self._hint.setMargin(10)
        self._hint.setStyleSheet(
            f"background: {theme().tokens.colours.tooltip}; color: {theme().tokens.colours.tooltip_text};"
            "border-radius: 9px;"
        )
        self.setGeometry(place)
        if exclusive:
            self.setWindowState(Qt.WindowState.WindowFullScreen)

    def resizeEvent(self, event: object) -> None:
        """The hint stands in the middle, near the top."""
        self._hint.adjustSize()
        self._hint.move((self.width() - self._hint.width()) // 2, theme().px(48))

    # ---- mouse ----------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A corner of the rectangle; the right button cancels."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._begin = event.position().toPoint()
            self._set_part(QRect())
        else:
            self.close()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The rectangle follows."""
        if self._begin is not None:
            self._set_part(_between(self._begin, event.position().toPoint()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """What was dragged over is taken; a mere click chooses nothing yet."""
        self._begin = None
        if self.part.width() >= _SMALLEST and self.part.height() >= _SMALLEST:
            self._finish()
        else:
            self._set_part(QRect())

    # ---- keyboard -------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes, Esc cancels, arrows move, with Shift they change the size."""
        key = Qt.Key(event.key())
        steps = {
            Qt.Key.Key_Left: QPoint(-_STEP, 0),
            Qt.Key.Key_Right: QPoint(_STEP, 0),
            Qt.Key.Key_Up: QPoint(0, -_STEP),
            Qt.Key.Key_Down: QPoint(0, _STEP),
        }
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._finish()
        elif key == Qt.Key.Key_Escape:
            self.close()
        elif key in steps:
            self._step(steps[key], resize=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)

    def _step(self, by: QPoint, *, resize: bool) -> None:
        if self.part.isEmpty():
            half = QSize(self.width() // 2, self.height() // 2)
            self._set_part(QRect(QPoint(half.width() // 2, half.height() // 2), half))
        elif resize:
            size = self.part.size() + QSize(by.x(), by.y())
            self._set_part(QRect(self.part.topLeft(), size.expandedTo(QSize(_STEP, _STEP))))
        else:
            self._set_part(self.part.translated(by))

    # ---- the end --------------------------------------------------------------------------------------------------

    def _finish(self) -> None:
        self._over = True
        chosen = self._image if self.part.isEmpty() else self._image.copy(self._in_pixels(self.part))
        self.close()
        self.chosen.emit(chosen)

    def closeEvent(self, event: QCloseEvent) -> None:
        """However it ends, it is told once."""
        super().closeEvent(event)
        if not self._over:
            self._over = True
            self.cancelled.emit()

    def _in_pixels(self, part: QRect) -> QRect:
        """Logical pixels of the window in pixels of the picture."""
        across = self._image.width() / max(1, self.width())
        down = self._image.height() / max(1, self.height())
        return QRect(
            round(part.x() * across), round(part.y() * down), round(part.width() * across), round(part.height() * down)
        ).intersected(self._image.rect())

    def _set_part(self, part: QRect) -> None:
        self.part = part.intersected(self.rect())
        self._hint.setVisible(self.part.isEmpty())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture, darkened where it is not chosen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(self.rect()), self._image, QRectF(QPointF(), self._image.size().toSizeF()))
        shade = QColor(theme().tokens.colours.shadow)
        shade.setAlpha(110)
        if self.part.isEmpty():
            painter.fillRect(self.rect(), shade)
            return
        painter.fillRect(QRect(0, 0, self.width(), self.part.top()), shade)
        painter.fillRect(QRect(0, self.part.bottom() + 1, self.width(), self.height()), shade)
        painter.fillRect(QRect(0, self.part.top(), self.part.left(), self.part.height()), shade)
        right = self.part.right() + 1
        painter.fillRect(QRect(right, self.part.top(), self.width() - right, self.part.height()), shade)
        painter.setPen(QPen(QColor(theme().tokens.colours.focus), 2))
        painter.drawRect(self.part)


def _between(first: QPoint, second: QPoint) -> QRect:
    """The rectangle with these two pixels in opposite corners. Qt's `normalized` loses a pixel at each side."""
    left, right = sorted((first.x(), second.x()))
    top, bottom = sorted((first.y(), second.y()))
    return QRect(QPoint(left, top), QPoint(right, bottom))
