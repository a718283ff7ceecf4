"""Corrects what was heard: one segment as text; words that stay keep their times."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from core.voice.transcript_rows import SpokenSegment
from desktop.theme.theme_state import theme
from desktop.transcripts.clock_text import clock_text


class SegmentEditor(QDialog):
    """`kept` carries the segment's position and its new text."""

    kept = Signal(int, str)

    def __init__(self, segment: SpokenSegment, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._position = segment.position
        self.setWindowTitle(self.tr("Edit text"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        when = QLabel(f"{clock_text(segment.start_ms)} – {clock_text(segment.end_ms)}", self)
        when.setProperty("role", "caption")
        self.text = QPlainTextEdit(segment.text, self)
        self.text.setAccessibleName(self.tr("Text"))
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(theme().px(96))
        buttons = QDialogButtonBox(self)
        self.keep = buttons.addButton(self.tr("Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.keep.setProperty("kind", "primary")
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.accepted.connect(lambda: self.kept.emit(self._position, self.text.toPlainText()))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        for part in (when, self.text, buttons):
            column.addWidget(part)
        self.setMinimumWidth(theme().px(440))
        self.text.selectAll()
        self.text.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter keeps it, from inside the text, too."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.accept()
        else:
            super().keyPressEvent(event)
