"""A scroll area for pages of words and controls: as wide as its view, as high as that width needs.

Qt's own asks the page for its least size after each resize and resizes it anew. A page whose rows break their lines by
the width may answer otherwise each time, and Qt goes on until the stack is used up.
WORKAROUND(PySide6 6.11: `QScrollArea.eventFilter` calls itself without end).
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QWidget


class SteadyScrollArea(QScrollArea):
    """Scrolls up and down, and sideways where the page cannot be as narrow as the view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._fitting = False
        self.bar = QScrollBar(Qt.Orientation.Vertical, self)
        self.bar.setAccessibleName(self.tr("Scroll"))
        self.bar.hide()
        inner = self.verticalScrollBar()
        inner.rangeChanged.connect(self._follow)
        inner.valueChanged.connect(self.bar.setValue)
        self.bar.valueChanged.connect(inner.setValue)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The page needs another height."""
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The page is as wide as the view, and the bar stays at the edge."""
        super().resizeEvent(event)
        width = self.bar.sizeHint().width()
        self.bar.setGeometry(self.width() - width, 0, width, self.height())
        self._fit()

    def _fit(self) -> None:
        page = self.widget()
        if page is None or self._fitting:
            return
        self._fitting = True
        width = max(self.viewport().width(), page.minimumSizeHint().width())
        page.resize(width, page.height())  # rows choose their form by the width; only then the height is known
        if (layout := page.layout()) is not None:
            layout.activate()
        needed = page.heightForWidth(width) if page.hasHeightForWidth() else page.sizeHint().height()
        page.resize(width, max(needed, self.viewport().height()))
        self._fitting = False

    def _follow(self, lowest: int, highest: int) -> None:
        inner = self.verticalScrollBar()
        self.bar.setRange(lowest, highest)
        self.bar.setPageStep(inner.pageStep())
        self.bar.setSingleStep(inner.singleStep())
        self.bar.setValue(inner.value())
        self.bar.setVisible(highest > lowest)
        self.bar.raise_()
