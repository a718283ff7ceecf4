"""The words of a transcript: read, searched, clicked to be heard, followed while they are played.

A plain text with blocks that Qt lays out when they come into sight, so that an hour is as quick as a minute. The
margin on the left shows when a paragraph was said.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit, QWidget

from core.voice.transcript_rows import SpokenSegment
from desktop.theme.stylesheet import ui_font
from desktop.theme.theme_state import theme
from desktop.transcripts.clock_text import clock_text
from desktop.transcripts.word_map import PlacedWord, WordMap

_MOST_MARKED = 400
"""Hits that are painted at once; more than fit on a screen."""


class SpokenWords(QPlainTextEdit):
    """Signals carry milliseconds, or the position of a segment."""

    play_wanted = Signal(int)
    edit_wanted = Signal(int)
    menu_wanted = Signal(object)  # QPoint on the screen
    hits_changed = Signal(int, int)  # which one (0: none yet), of how many

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setProperty("kind", "bare")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("Transcript"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self._map = WordMap()
        self._text = ""
        self._hits: list[int] = []
        self._query = ""
        self._hit = -1
        self._played: PlacedWord | None = None
        self._pressed_at: QPointF | None = None
        self._gutter = _Gutter(self)
        self.updateRequest.connect(self._on_update)
        theme().changed.connect(self._dress)
        self._dress()

    # ---- words ------------------------------------------------------------------------------------------------------

    @property
    def last_position(self) -> int:
        """Of the last segment that is shown; -1 without any."""
        return self._map.last_position

    @property
    def words(self) -> WordMap:
        """Where everything stands."""
        return self._map

    def show_segments(self, segments: Sequence[SpokenSegment], *, keep_place: bool = False) -> None:
        """Show these instead of what was there; `keep_place` where they are nearly the same."""
        place, caret = self.verticalScrollBar().value(), self.textCursor().position()
        self._map = WordMap()
        self._text = self._map.add(segments)
        self._played = None
        self.setPlainText(self._text)
        if keep_place:
            cursor = self.textCursor()
            cursor.setPosition(min(caret, len(self._text)))
            self.setTextCursor(cursor)
            self.verticalScrollBar().setValue(place)
        self._look_again()

    def add_segments(self, segments: Sequence[SpokenSegment]) -> None:
        """Further ones behind them: what one reads stays where it is."""
        text = self._map.add(segments)
        if text:
            self._text += text
            cursor = QTextCursor(self.document())
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.insertText(text)
            self._look_again()

    def word_at_caret(self) -> PlacedWord | None:
        """The word with the caret."""
        return self._map.word_at(self.textCursor().position())

    # ---- looking for words ------------------------------------------------------------------------------------------

    @property
    def query(self) -> str:
        """What is looked for."""
        return self._query

    def find_words(self, words: str) -> None:
        """Mark every place and go to the first one from the caret on; an empty text marks nothing."""
        self._query = words
        self._hits = self._places()
        self._hit = -1
        if self._hits:
            self._hit = bisect_left(self._hits, self.textCursor().selectionStart()) % len(self._hits)
            self._show_hit()
        self._mark()
        self.hits_changed.emit(self._hit + 1, len(self._hits))

    def step_hit(self, step: int) -> None:
        """Go on by so many places, round at the ends."""
        if self._hits:
            self._hit = (self._hit + step) % len(self._hits)
            self._show_hit()
            self._mark()
            self.hits_changed.emit(self._hit + 1, len(self._hits))

    def _places(self) -> list[int]:
        words = re.compile(re.escape(self._query), re.IGNORECASE)
        return [found.start() for found in words.finditer(self._text)] if self._query else []

    def _look_again(self) -> None:
        if self._query:
            self._hits = self._places()
            self._hit = min(self._hit, len(self._hits) - 1)
            self.hits_changed.emit(self._hit + 1, len(self._hits))
        self._mark()

    def _show_hit(self) -> None:
        cursor = self.textCursor()
        cursor.setPosition(self._hits[self._hit])
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    # ---- following the sound ----------------------------------------------------------------------------------------

    def show_played(self, at_ms: int | None, *, follow: bool = True) -> None:
        """Mark the word that is said then; None: nothing is played."""
        word = None if at_ms is None else self._map.word_when(at_ms)
        if word == self._played:
            return
        self._played = word
        self._mark()
        if word is not None and follow:
            self._follow(word)

    def _follow(self, word: PlacedWord) -> None:
        cursor = QTextCursor(self.document())
        cursor.setPosition(word.start)
        rect = self.cursorRect(cursor)
        if rect.bottom() > self.viewport().height() - rect.height() or rect.top() < 0:
            self.verticalScrollBar().setValue(cursor.block().firstLineNumber())

    # ---- marks ------------------------------------------------------------------------------------------------------

    def _mark(self) -> None:
        colours = theme().tokens.colours
        marks = [
            self._marked(place, place + len(self._query), colours.highlight, colours.highlight_text)
            for place in self._hits_in_sight()
        ]
        if self._hit >= 0:
            here = self._hits[self._hit]
            marks.append(self._marked(here, here + len(self._query), colours.accent, colours.accent_text))
        if self._played is not None:
            marks.append(
                self._marked(
                    self._played.start, self._played.end, colours.accent_soft, colours.accent_on_soft, line=True
                )
            )
        self.setExtraSelections(marks)

    def _hits_in_sight(self) -> list[int]:
        if not self._hits:
            return []
        first = self.cursorForPosition(self.viewport().rect().topLeft()).position()
        last = self.cursorForPosition(self.viewport().rect().bottomRight()).position()
        start = bisect_left(self._hits, first - len(self._query))
        return self._hits[start : min(bisect_left(self._hits, last + 1), start + _MOST_MARKED)]

    def _marked(self, start: int, end: int, back: str, front: str, *, line: bool = False) -> QTextEdit.ExtraSelection:
        look = QTextCharFormat()
        look.setBackground(QColor(back))
        look.setForeground(QColor(front))
        look.setFontUnderline(line)  # not by its colour alone
        mark = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        mark.cursor = cursor
        mark.format = look
        return mark

    # ---- hands ------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where: a click plays, a drag selects."""
        self._pressed_at = event.position() if event.button() == Qt.MouseButton.LeftButton else None
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a word plays from it."""
        super().mouseReleaseEvent(event)
        pressed, self._pressed_at = self._pressed_at, None
        if pressed is None or self.textCursor().hasSelection() or (event.position() - pressed).manhattanLength() > 6:
            return
        word = self._map.word_at(self.cursorForPosition(event.position().toPoint()).position())
        if word is not None:
            self.play_wanted.emit(word.start_ms)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit what was clicked."""
        word = self._map.word_at(self.cursorForPosition(event.position().toPoint()).position())
        if word is not None:
            self._pressed_at = None
            self.edit_wanted.emit(word.position)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter plays from the word with the caret, F2 edits it."""
        word = self.word_at_caret()
        if word is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.play_wanted.emit(word.start_ms)
        elif word is not None and event.key() == Qt.Key.Key_F2:
            self.edit_wanted.emit(word.position)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The page has the menu: what can be done with a word stands there, too."""
        self.menu_wanted.emit(event.globalPos())

    # ---- the margin -------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The margin is as high as the text."""
        super().resizeEvent(event)
        inside = self.contentsRect()
        self._gutter.setGeometry(QRect(inside.left(), inside.top(), self._gutter.width_needed(), inside.height()))
        self._mark()

    def changeEvent(self, event: QEvent) -> None:
        """Another size of text needs another margin."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_gutter"):
            self.setViewportMargins(self._gutter.width_needed(), 0, 0, 0)

    def _dress(self) -> None:
        self.setFont(ui_font(theme().tokens.type.reading))
        self.setViewportMargins(self._gutter.width_needed(), 0, 0, 0)
        self._mark()
        self._gutter.update()

    def _on_update(self, rect: QRect, moved: int) -> None:
        self._gutter.update()
        if moved and self._hits:
            self._mark()

    def paint_times(self, painter: QPainter, rect: QRect) -> None:
        """When each paragraph in sight was said."""
        painter.setPen(QColor(theme().tokens.colours.text_faint))
        painter.setFont(ui_font(theme().tokens.type.caption))
        line = self.fontMetrics().height()
        block = self.firstVisibleBlock()
        while block.isValid():
            top = round(self.blockBoundingGeometry(block).translated(self.contentOffset()).top())
            if top > rect.bottom():
                return
            at_ms = self._map.time_of_paragraph(block.position()) if block.length() > 1 else None
            if at_ms is not None:
                place = QRect(0, top, self._gutter.width() - theme().px(16), line)
                painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, clock_text(at_ms))
            block = block.next()


class _Gutter(QWidget):
    """The margin with the times."""

    def __init__(self, words: SpokenWords) -> None:
        super().__init__(words)
        self._words = words

    def width_needed(self) -> int:
        """For times beyond ten hours."""
        return self.fontMetrics().horizontalAdvance("00:00:00") + theme().px(16)

    def sizeHint(self) -> QSize:
        """As wide as its times."""
        return QSize(self.width_needed(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """All times in sight."""
        painter = QPainter(self)
        self._words.paint_times(painter, event.rect())
        painter.end()
