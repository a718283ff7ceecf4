"""One page of kept text, the passage highlighted and in sight."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QColor, QPalette, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from desktop.theme.stylesheet import ui_font
from desktop.theme.theme_state import theme

MOST_SHOWN = 200_000
"""Characters laid out at once around the passage: a text file of twenty million is one page."""


class PageWords(QPlainTextEdit):
    """Read-only; what is before and after a very long page's part in sight is left out and said so by `is_cut`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAccessibleName(self.tr("Text of the document"))
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.is_cut = False
        self._place = self._context = (0, 0)
        theme().changed.connect(self._dress)
        self._dress()

    def show_text(self, text: str, start: int = 0, end: int = 0, *, context: tuple[int, int] = (0, 0)) -> None:
        """Show a page, characters `start` to `end` highlighted; none where they are the same.

        The rest of `context`, which was joined to them, is marked faintly.
        """
        start, end = max(0, min(start, len(text))), max(0, min(end, len(text)))
        shown, left = _around(text, start)
        self.is_cut = len(shown) < len(text)
        self.setPlainText(shown)
        self._place = (_units(shown, start - left), _units(shown, min(end - left, len(shown))))
        self._context = (_units(shown, context[0] - left), _units(shown, min(context[1] - left, len(shown))))
        self._dress()
        cursor = self.textCursor()
        cursor.setPosition(self._place[0])
        self.setTextCursor(cursor)
        if end > start:
            self.centerCursor()

    def highlighted(self) -> str:
        """What is marked."""
        return self._cursor().selectedText().replace("\u2029", "\n")

    def _cursor(self) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._place[0])
        cursor.setPosition(self._place[1], QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _dress(self) -> None:
        self.setFont(ui_font())
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(theme().tokens.colours.surface))
        self.setPalette(palette)
        form = QTextCharFormat()
        form.setBackground(QColor(theme().tokens.colours.highlight))
        form.setForeground(QColor(theme().tokens.colours.highlight_text))
        beside = QTextCharFormat()
        beside.setBackground(QColor(theme().tokens.colours.hover))
        (before, after), (start, end) = self._context, self._place
        around = [*self._lines(before, min(start, after)), *self._lines(max(before, end), after)]
        self.setExtraSelections(
            [*(_marked(one, beside) for one in around), *(_marked(one, form) for one in self._lines(start, end))]
        )

    def _lines(self, start: int, end: int) -> Iterator[QTextCursor]:
        """A marked place paragraph by paragraph: what lies between them is not painted."""
        block = self.document().findBlock(start)
        while block.isValid() and block.position() < end:
            cursor = QTextCursor(block)
            cursor.setPosition(max(start, block.position()))
            cursor.setPosition(min(end, block.position() + block.length() - 1), QTextCursor.MoveMode.KeepAnchor)
            yield cursor
            block = block.next()


def _marked(cursor: QTextCursor, form: QTextCharFormat) -> QTextEdit.ExtraSelection:
    mark = QTextEdit.ExtraSelection()
    mark.format = form
    mark.cursor = cursor
    return mark


def _around(text: str, place: int) -> tuple[str, int]:
    """The part to lay out, and where it begins."""
    if len(text) <= MOST_SHOWN:
        return text, 0
    left = max(0, min(place - MOST_SHOWN // 4, len(text) - MOST_SHOWN))
    left = text.rfind("\n", 0, left) + 1 if text.rfind("\n", 0, left) >= left - 2_000 else left
    return text[left : left + MOST_SHOWN], left


def _units(text: str, count: int) -> int:
    """Characters as Qt counts them: two for those beyond the basic plane."""
    return len(text[: max(0, count)].encode("utf-16-le")) // 2
