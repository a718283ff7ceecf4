"""The text entry of the composer: grows with its text, knows what Enter means, sorts what is pasted and dropped."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QInputMethodEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from desktop.theme.stylesheet import ui_font
from desktop.theme.theme_state import theme

LONG_PASTE_CHARACTERS = 20_000  # beyond it the text becomes an attachment: the editor would grow slow
_FEWEST_LINES = 1


class MessageEditor(QPlainTextEdit):
    """Plain text only. Says what the owner wants; decides nothing."""

    send_requested = Signal()
    edit_last_requested = Signal()
    escape_pressed = Signal()
    files_given = Signal(list)  # list[Path]
    image_given = Signal(QImage)
    long_text_given = Signal(str)
    focus_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composing = False
        self._most_height = 400
        self.setProperty("kind", "bare")
        self.setTabChangesFocus(True)
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(2)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._dress()
        theme().changed.connect(self._dress)

    def set_most_height(self, height: int) -> None:
        """Grow to `height` logical pixels at most; the text scrolls beyond it."""
        if height != self._most_height:
            self._most_height = height
            self._fit()

    def is_blank(self) -> bool:
        """Whether there is nothing but white space; looks at no more of a long text than it must."""
        block = self.document().begin()
        while block.isValid():
            if block.text().strip():
                return False
            block = block.next()
        return True

    def wanted_height(self) -> int:
        """What the whole text would need. The layout of plain text counts its size in lines."""
        lines = max(_FEWEST_LINES, int(self.document().size().height()))
        return lines * self.fontMetrics().lineSpacing() + 2 * int(self.document().documentMargin()) + 2

    def sizeHint(self) -> QSize:
        """As high as the text, within bounds."""
        return QSize(320, min(self.wanted_height(), self._most_height))

    def minimumSizeHint(self) -> QSize:
        """One line."""
        return QSize(120, self.fontMetrics().lineSpacing() + 6)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter sends, Shift+Enter (or Ctrl+Enter) breaks the line; an input method that composes gets its keys."""
        key, modifiers = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self._composing:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if modifiers == Qt.KeyboardModifier.NoModifier:
                self.send_requested.emit()
            else:
                self.textCursor().insertBlock()
                self.ensureCursorVisible()
        elif key == Qt.Key.Key_Up and modifiers == Qt.KeyboardModifier.NoModifier and self.document().isEmpty():
            self.edit_last_requested.emit()
        elif key == Qt.Key.Key_Escape:
            self.escape_pressed.emit()
        else:
            super().keyPressEvent(event)

    def is_composing(self) -> bool:
        """Whether an input method is putting letters together: its keys are its own."""
        return self._composing

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remember whether letters are being composed."""
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Files, pictures and text."""
        return bool(_local_files(source)) or source.hasImage() or source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste and drop. Spreadsheets offer their cells as a picture too: there the text is meant."""
        files = _local_files(source)
        if files:
            self.files_given.emit(files)
        elif source.hasImage() and not source.text().strip():
            image = source.imageData()
            if isinstance(image, QImage):
                self.image_given.emit(image)
        elif source.hasText():
            text = source.text()
            if len(text) > LONG_PASTE_CHARACTERS:
                self.long_text_given.emit(text)
            else:
                self.insertPlainText(text.replace("\0", ""))
                self.ensureCursorVisible()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The card around the editor shows where the keyboard is."""
        super().focusInEvent(event)
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """And where it is no longer; letters half composed are given up by the input method."""
        self._composing = False
        super().focusOutEvent(event)
        self.focus_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width wraps the lines anew."""
        super().resizeEvent(event)
        self._fit()

    def _dress(self) -> None:
        font = ui_font(theme().tokens.type.reading)
        self.setFont(font)
        self.viewport().setFont(font)  # the placeholder is painted with the viewport's, which a new style sheet resets
        self._fit()

    def _fit(self) -> None:
        wanted = self.wanted_height()
        policy = Qt.ScrollBarPolicy
        overflows = wanted > self._most_height
        self.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if overflows else policy.ScrollBarAlwaysOff)
        height = min(wanted, self._most_height)
        if height != self.height():
            self.setFixedHeight(height)


def _local_files(source: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()] if source.hasUrls() else []
