"""Changes one of the owner's messages in place, before it is sent again."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from desktop.chat.transcript_style import TranscriptStyle

_MOST_LINES = 14


class EditInPlace(QFrame):
    """Enter sends (a note: keeps), Shift+Enter breaks the line, Escape leaves everything as it was."""

    sent = Signal(str)
    cancelled = Signal()
    resized = Signal()

    def __init__(self, parent: QWidget, text: str, style: TranscriptStyle, *, is_note: bool = False) -> None:
        super().__init__(parent)
        self._style = style
        self.setProperty("role", "card")
        self.edit = QPlainTextEdit(text, self)
        self.edit.setProperty("kind", "bare")
        self.edit.setFont(style.prose().font)
        self.edit.setAccessibleName(self.tr("Change your note") if is_note else self.tr("Edit your message"))
        self.edit.setTabChangesFocus(True)
        self.edit.installEventFilter(self)
        self.edit.textChanged.connect(self._changed)
        self.send = QPushButton(self.tr("Save") if is_note else self.tr("Send"), self)
        self.send.setProperty("kind", "primary")
        self.send.clicked.connect(self._send)
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.cancel.setProperty("kind", "quiet")
        self.cancel.clicked.connect(self.cancelled)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 12, 12)
        column.addWidget(self.edit, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.send)
        column.addLayout(buttons)
        self._changed()

    def wanted_height(self, width: int) -> int:
        """Height for the text so far, up to 14 lines."""
        across = max(1, (width - 40) // max(1, self.edit.fontMetrics().averageCharWidth()))
        text = self.edit.toPlainText()[:20_000]
        lines = sum(1 + len(line) // across for line in text.split("\n"))
        shown = min(max(lines, 2), _MOST_LINES)
        return int(shown * self.edit.fontMetrics().lineSpacing() + 84 * max(1.0, self._style.scale))

    def focus(self) -> None:
        """Type at the end of the text."""
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edit.moveCursor(QTextCursor.MoveOperation.End)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Escape inside the editor; the card shows that it has the keyboard."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.setProperty("focused", event.type() == QEvent.Type.FocusIn)
            self.style().polish(self)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.cancelled.emit()
                return True
            breaks = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not breaks:
                self._send()
                return True
        return super().eventFilter(watched, event)

    def _changed(self) -> None:
        self.send.setEnabled(bool(self.edit.toPlainText().strip()))
        self.resized.emit()

    def _send(self) -> None:
        text = self.edit.toPlainText().strip()
        if text:
            self.sent.emit(text)
