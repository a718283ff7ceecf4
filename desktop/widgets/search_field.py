"""A search field: a glass, a clear button, and a pause before it asks, so that not every letter starts a search."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from desktop.theme.icons import icon, icon_pixmap
from desktop.theme.theme_state import theme
from desktop.widgets.icon_button import with_shortcut

_PAUSE_MS = 120
_SIGN, _EDGE = 16, 8  # the signs, and what is free beside them, at 100 %
_PADDING = 5  # what the style and the line itself leave free before its words


class SearchField(QLineEdit):
    """`searched` carries the text a moment after the last letter, at once on Enter and when it is cleared.

    Arrow keys up and down, which a line of text has no use for, are handed on as `moved`, so that the results below can
    be walked without leaving the field.
    """

    searched = Signal(str)
    moved = Signal(int)  # rows: -1 up, 1 down, ±10 a page
    left_empty = Signal()  # Esc in an empty field

    def __init__(self, name: str, *, shortcut: QKeySequence | str | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "search")
        self.setPlaceholderText(name)
        self.setAccessibleName(name)
        self.setToolTip(with_shortcut(name, QKeySequence(shortcut) if shortcut else QKeySequence()))
        # Qt's own places for signs in a line of text are 16 pixels wide, however large the letters are.
        self._clear = QToolButton(self)
        self._clear.setProperty("kind", "icon")
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.setCursor(Qt.CursorShape.ArrowCursor)
        self._clear.setIcon(icon("close", size=_SIGN))
        self._clear.setToolTip(self.tr("Clear (Esc)"))
        self._clear.setAccessibleName(self.tr("Clear the search"))
        self._clear.hide()
        self._clear.clicked.connect(self.clear)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.textChanged.connect(self._on_text)
        theme().changed.connect(self._fit)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The button to clear it stands at its end."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A glass before the words."""
        super().paintEvent(event)
        side = theme().px(_SIGN)
        glass = icon_pixmap("search", colour="text_faint", size=side, ratio=self.devicePixelRatioF())
        QPainter(self).drawPixmap(QPoint(theme().px(_EDGE), (self.height() - side) // 2), glass)

    def _fit(self) -> None:
        """Signs grow with the letters, and the words keep off them."""
        side, edge = theme().px(_SIGN), theme().px(_EDGE)
        taken = edge + side + edge - _PADDING
        self.setTextMargins(taken, 0, taken if self._clear.isVisibleTo(self) else 0, 0)
        self._clear.setIconSize(QSize(side, side))
        button = side + edge
        self._clear.setGeometry(self.width() - button - edge // 2, (self.height() - button) // 2, button, button)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter asks now, Esc clears, then leaves; up and down walk the results."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -10, Qt.Key.Key_PageDown: 10}
        key = Qt.Key(event.key())
        if key in steps:
            self.moved.emit(steps[key])
        elif key == Qt.Key.Key_Escape:
            self.clear() if self.text() else self.left_empty.emit()
        else:
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._ask()
            super().keyPressEvent(event)

    def _on_text(self, text: str) -> None:
        if self._clear.isVisibleTo(self) != bool(text):
            self._clear.setVisible(bool(text))
            self._fit()
        if text:
            self._pause.start()
        else:
            self._ask()

    def _ask(self) -> None:
        self._pause.stop()
        self.searched.emit(self.text().strip())
