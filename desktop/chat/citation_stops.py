"""What the keyboard finds on the citations in an answer's text: each is a stop of its own, in the order of reading.

The marks themselves are painted with the text, and the pointer works on that; these lie above them, seen only while
they have the keyboard.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolButton, QWidget

from desktop.chat.answer_sources import AnswerSources
from desktop.chat.transcript_style import TranscriptStyle
from desktop.widgets.page_text import file_and_page
from desktop.widgets.visible_text import visible

translate = QCoreApplication.translate

_MOST = 120  # an answer with more is a list of sources; those are in the row below it
_MOST_READ = 400
_RING = 3


class CitationStop(QToolButton):
    """One citation. `order` is its place among those of the text."""

    pointed = Signal(int, object)  # number, its place on the screen (QRect); 0: nothing any more
    opened = Signal(int)

    def __init__(self, parent: QWidget, style: TranscriptStyle, order: int) -> None:
        super().__init__(parent)
        self._style = style
        self.order = order
        self.number = 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.clicked.connect(lambda: self.opened.emit(self.number))

    def show_source(self, number: int, sources: AnswerSources) -> None:
        """It cites this passage."""
        self.number = number
        passage = sources.passage(number)
        if passage is not None:
            source = file_and_page(passage.document_name, passage.page, passage.page_label)
            name = translate("SourceStrip", "Source {number}: {source}").format(number=number, source=source)
            words = visible(" ".join(passage.text[:_MOST_READ].split()))
        elif 1 <= number <= len(sources.passages):
            name, words = (
                str(number),
                translate("PassageCard", "This passage was forgotten, or its file was changed since."),
            )
        else:
            name, words = translate("PassageCard", "{0}: not supported").format(number), ""
        if name != self.accessibleName():
            self.setAccessibleName(name)
        self.setAccessibleDescription(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens it, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Its passage is shown while it has the keyboard."""
        super().focusInEvent(event)
        self.pointed.emit(self.number, QRect(self.mapToGlobal(QPoint()), self.size()))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The passage goes."""
        super().focusOutEvent(event)
        self.pointed.emit(0, QRect())

    def paintEvent(self, event: QPaintEvent) -> None:
        """A ring around the mark, where the keyboard is."""
        if not self.hasFocus():
            return
        width = self._style.tokens.focus_width
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._style.colour("focus"), width))
        half = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 5, 5)


class CitationStops:
    """Those of one answer. `show` says what they cite, `place` where they stand."""

    def __init__(self, row: QWidget, style: TranscriptStyle) -> None:
        self._row = row
        self._style = style
        self._sources: AnswerSources | None = None
        self.stops: list[CitationStop] = []

    def place(self, cited: Sequence[tuple[int, QRectF]], sources: AnswerSources) -> list[CitationStop]:
        """Numbers and grounds in the row's coordinates, in the order of reading; returns the stops that are new."""
        cited = cited[:_MOST]
        known = len(self.stops)
        while len(self.stops) > len(cited):
            gone = self.stops.pop()
            gone.hide()
            gone.deleteLater()
        while len(self.stops) < len(cited):
            self.stops.append(CitationStop(self._row, self._style, len(self.stops)))
        renamed = sources is not self._sources
        self._sources = sources
        for stop, (number, ground) in zip(self.stops, cited, strict=True):
            if renamed or stop.number != number:
                stop.show_source(number, sources)
            stop.setGeometry(ground.toAlignedRect().adjusted(-_RING, -_RING, _RING, _RING))
            stop.show()
        return self.stops[known:]

    def clear(self) -> None:
        """There is nothing to be opened."""
        self._sources = None
        for stop in self.stops:
            stop.hide()
            stop.deleteLater()
        self.stops = []
