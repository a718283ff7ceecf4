"""Scrolls to what the keyboard comes to. Qt by itself is content when the text cursor is in sight, not the control."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

_AIR = 8


class FocusFollower(QObject):
    """Works for every window of the program for as long as `parent` lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]

    def _follow(self, _: QWidget | None, now: QWidget | None) -> None:
        # Under the pointer nothing may move: the button would no longer be there when it is let go.
        if now is None or QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            return
        above = now.parentWidget()
        while above is not None and not now.isWindow():
            if isinstance(above, QScrollArea):
                _reveal(above, now)
            if above.isWindow():
                return
            above = above.parentWidget()


def _reveal(area: QScrollArea, widget: QWidget) -> None:
    inside = area.widget()
    if inside is None or not inside.isAncestorOf(widget) or widget.height() > area.viewport().height():
        return
    place = QRect(widget.mapTo(inside, QPoint()), widget.size())
    area.ensureVisible(place.center().x(), place.center().y(), 0, place.height() // 2 + _AIR)
