"""A search field: a glass, a clear button, and a pause before it asks, so that not every letter starts a search."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.theme.icons import icon
from desktop.widgets.icon_button import with_shortcut

_PAUSE_MS = 120


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
        glass = self.addAction(icon("search", colour="text_faint", size=16), QLineEdit.ActionPosition.LeadingPosition)
        glass.setText(self.tr("Search"))  # screen readers find the picture as a button
        self._clear = self.addAction(icon("close", size=16), QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setToolTip(self.tr("Clear (Esc)"))
        self._clear.setText(self.tr("Clear the search"))
        self._clear.setVisible(False)
        self._clear.triggered.connect(self.clear)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.textChanged.connect(self._on_text)

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
        self._clear.setVisible(bool(text))
        if text:
            self._pause.start()
        else:
            self._ask()

    def _ask(self) -> None:
        self._pause.stop()
        self.searched.emit(self.text().strip())
