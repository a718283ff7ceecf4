"""A page of a document as a picture, with the passage marked on it; scrolls, and zooms by its owner's figure."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from desktop.theme.design_tokens import PAPER_MARK, PAPER_MARK_EDGE
from desktop.theme.theme_state import theme

_MARK_STRENGTH = 110
_MARK_EDGE = 3
_ABOVE_THE_MARK = 0.3


class PageCanvas(QScrollArea):
    """Shows one picture. `width_wanted` tells that another width is needed; `zoom_turned` steps of the wheel."""

    width_wanted = Signal()
    zoom_turned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self.setAccessibleName(self.tr("Page of the document"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._page = _Page()
        self.setWidget(self._page)
        self._zoom = 1.0

    @property
    def zoom(self) -> float:
        """1.0: the page is as wide as the window."""
        return self._zoom

    def set_zoom(self, zoom: float) -> None:
        """Another picture will come; until then the one in sight is stretched."""
        self._zoom = zoom
        self._page.fit(self.page_width())

    def page_width(self) -> int:
        """Logical pixels that a page gets."""
        return max(50, round((self.viewport().width() - 2) * self._zoom))

    def width_px(self) -> int:
        """Pixels of the screen that a picture should have."""
        return round(self.page_width() * self.devicePixelRatioF())

    def show_picture(self, picture: QImage, marks: Sequence[tuple[float, float, float, float]], *, go: bool) -> None:
        """Another page, or the same one sharper; `go` brings its first mark into sight, or its top."""
        self._page.show_picture(picture, marks, self.page_width())
        if not go:
            return
        first = self._page.first_mark()
        top = 0 if first is None else max(0, round(first.top() - self.viewport().height() * _ABOVE_THE_MARK))
        self.verticalScrollBar().setValue(top)
        if first is not None and first.right() > self.viewport().width():
            self.horizontalScrollBar().setValue(round(first.left()) - theme().px(24))

    def clear(self) -> None:
        """Show nothing, and keep nothing."""
        self._page.show_picture(QImage(), (), self.page_width())

    def describe(self, words: str) -> None:
        """What a screen reader says of the page."""
        self.setAccessibleDescription(words)

    @property
    def marks(self) -> list[QRectF]:
        """Where the passage stands, in the picture as it is shown."""
        return self._page.shown_marks()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The page follows the window."""
        super().resizeEvent(event)
        self._page.fit(self.page_width())
        self.width_wanted.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl it zooms, as everywhere."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_turned.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)


class _Page(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._picture = QImage()
        self._marks: list[QRectF] = []
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_picture(self, picture: QImage, marks: Sequence[tuple[float, float, float, float]], width: int) -> None:
        self._picture = picture
        self._marks = [QRectF(*mark) for mark in marks]
        self.fit(width)
        self.update()

    def fit(self, width: int) -> None:
        if not self._picture.isNull():
            self.setFixedSize(QSize(width, round(width * self._picture.height() / self._picture.width())))

    def shown_marks(self) -> list[QRectF]:
        share = self.width() / max(1, self._picture.width())
        return [
            QRectF(mark.x() * share, mark.y() * share, mark.width() * share, mark.height() * share)
            for mark in self._marks
        ]

    def first_mark(self) -> QRectF | None:
        return min(self.shown_marks(), key=lambda mark: mark.top(), default=None)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        colours = theme().tokens.colours
        if self._picture.isNull():
            return
        painter.drawImage(self.rect(), self._picture)
        tint = QColor(PAPER_MARK)
        tint.setAlpha(_MARK_STRENGTH)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        for mark in self.shown_marks():
            painter.fillRect(mark.adjusted(-2, -1, 2, 1), tint)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        self._bar(painter)
        painter.setPen(QPen(QColor(colours.border), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _bar(self, painter: QPainter) -> None:
        """Beside the lines: colour alone does not say it."""
        marks = self.shown_marks()
        if not marks:
            return
        left = min(mark.left() for mark in marks) - 2 * _MARK_EDGE - 4
        top, bottom = min(mark.top() for mark in marks), max(mark.bottom() for mark in marks)
        painter.fillRect(QRectF(max(1.0, left), top, _MARK_EDGE, bottom - top), QColor(PAPER_MARK_EDGE))


def picture_of(rgb: bytes, width_px: int, height_px: int) -> QImage:
    """Rows of RGB without padding as a picture that owns its bytes."""
    return QImage(rgb, width_px, height_px, 3 * width_px, QImage.Format.Format_RGB888).copy()
