"""The bar that finds words in the whole chat, also in messages that have no widget now."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from desktop.chat.transcript_model import TranscriptModel
from desktop.chat.word_search import FoundPlace, holds, places_in
from desktop.theme.icons import icon

#: Typing goes on for this long before all messages are searched (4 MB take about 20 ms).
_PAUSE_MS = 120


class FindBar(QFrame):
    """Enter goes to the next place, Shift+Enter to the one before, Escape closes."""

    found = Signal(str, int, object)  # words, row, FoundPlace or None
    closed = Signal()

    def __init__(self, parent: QWidget, model: TranscriptModel) -> None:
        super().__init__(parent)
        self._model = model
        self._rows: list[int] = []  # rows that hold the words
        self._row = -1  # position in `_rows`
        self._place = -1  # position among the row's places
        self.setProperty("role", "raised")
        self.setAccessibleName(self.tr("Find in this chat"))
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 6, 6)
        row.setSpacing(4)
        self.field = QLineEdit(self)
        self.field.setProperty("kind", "search")
        self.field.setPlaceholderText(self.tr("Find in this chat"))
        self.field.setAccessibleName(self.tr("Words to find"))
        self.field.setMinimumWidth(220)
        self.field.installEventFilter(self)
        row.addWidget(self.field, 1)
        self.count = QLabel(self)
        self.count.setProperty("role", "caption")
        self.count.setMinimumWidth(92)
        self.count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row.addWidget(self.count)
        self.previous = self._button("chevron-up", self.tr("Previous place"), lambda: self.go(-1))
        self.next = self._button("chevron-down", self.tr("Next place"), lambda: self.go(1))
        self.close_button = self._button("close", self.tr("Close"), self.end)
        for button in (self.previous, self.next, self.close_button):
            row.addWidget(button)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.search)
        self.field.textChanged.connect(lambda: self._pause.start())
        self.hide()

    def _button(self, sign: str, title: str, pressed: object) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("kind", "icon")
        button.setIcon(icon(sign, size=16))
        button.setToolTip(title)
        button.setAccessibleName(title)
        assert callable(pressed)
        button.clicked.connect(lambda: pressed())
        return button

    def begin(self, words: str = "") -> None:
        """Show the bar, with `words` to find if there are any."""
        self.show()
        self.raise_()
        if words:
            self.field.setText(words)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self.search()

    def end(self) -> None:
        """Hide the bar and let go of the words."""
        self._pause.stop()
        self.hide()
        self.found.emit("", -1, None)
        self.closed.emit()

    def search(self) -> None:
        """Search all messages and go to the last place: what was said lately is wanted most."""
        self._pause.stop()
        words = self.field.text()
        self._rows = [index for index in range(len(self._model)) if holds(self._model.text_of(index), words)]
        self._row, self._place = len(self._rows), 0
        if self._rows:
            self.go(-1)
        else:
            self.count.setText(self.tr("Not found") if words.strip() else "")
            self.found.emit(words, -1, None)

    def go(self, direction: int) -> None:
        """To the next place (1) or the one before (-1); around at the ends."""
        if self._pause.isActive():
            self.search()
            return
        words = self.field.text()
        for _ in range(len(self._rows) + 1):
            places = self._places(words)
            self._place += direction
            if 0 <= self._row < len(self._rows) and 0 <= self._place < len(places):
                self._show(words, places[self._place])
                return
            if not self._rows:
                return
            self._row = (
                (self._row + direction) % len(self._rows)
                if 0 <= self._row < len(self._rows)
                else (len(self._rows) - 1 if direction < 0 else 0)
            )
            self._place = len(self._places(words)) if direction < 0 else -1
        self.count.setText(self.tr("Not found"))  # the words stand in the markup only

    def _places(self, words: str) -> list[FoundPlace]:
        if not 0 <= self._row < len(self._rows):
            return []
        blocks = self._model.blocks_of(self._rows[self._row])
        return places_in([block.plain_text for block in blocks], words)

    def _show(self, words: str, place: FoundPlace) -> None:
        shown = self.tr("%1 of %2")
        self.count.setToolTip(self.tr("Messages that hold the words"))
        self.count.setText(shown.replace("%1", str(self._row + 1)).replace("%2", str(len(self._rows))))
        self.found.emit(words, self._rows[self._row], place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter, Shift+Enter, F3 and Escape in the field."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3):
                self.go(-1 if back else 1)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.end()
                return True
        return super().eventFilter(watched, event)
