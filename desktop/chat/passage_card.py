"""The card that shows a cited passage beside the pointer or the focused source: file, page, words."""

from __future__ import annotations

from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desktop.chat.answer_sources import AnswerSources
from desktop.theme.theme_state import theme
from desktop.widgets.page_text import place_text, twins_text
from desktop.widgets.popup_frame import paint_raised
from desktop.widgets.visible_text import visible

if TYPE_CHECKING:
    from core.knowledge.passage import Passage

_WIDTH = 440
_MOST_CHARACTERS = 480
_GAP = 6


class PassageCard(QFrame):
    """Takes neither pointer nor keyboard; whoever opened it takes it away."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.title = self._label("strong")
        self.place = self._label("caption")
        self.words = self._label("")
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self.hint = self._label("caption")
        layout = self._column = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(4)
        for label in (self.title, self.place, self.words, self.hint):
            layout.addWidget(label)
        layout.insertSpacing(2, 4)
        layout.insertSpacing(4, 4)

    def _label(self, role: str) -> QLabel:
        label = QLabel(self)
        label.setProperty("role", role)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    def show_source(self, sources: AnswerSources, number: int, beside: QRect) -> None:
        """Show what `number` cites, below or above the place `beside` of the screen."""
        passage = sources.passage(number)
        if passage is not None:
            self.title.setText(visible(f"{number}  {passage.document_name}"))
            place = place_text(passage.document_name, passage.page, passage.page_label, passage.heading)
            place = " · ".join(filter(None, (place, twins_text(passage.also_in))))
            self.place.setText(place[:1].upper() + place[1:])
            self.words.setText(_marked(passage))
            self.hint.setText(self._found_words(passage.found_by))
        elif 1 <= number <= len(sources.passages):
            self.title.setText(str(number))
            self.place.setText("")
            self.words.setText(escape(self.tr("This passage was forgotten, or its file was changed since.")))
            self.hint.setText("")
        else:
            self.title.setText(self.tr("{0}: not supported").format(number))
            self.place.setText("")
            self.words.setText(
                escape(
                    self.tr(
                        "The model was given no passage with this number. Nothing in your documents stands for this."
                    )
                )
            )
            self.hint.setText("")
        for label in (self.place, self.hint):
            label.setVisible(bool(label.text()))
        self._put(beside)

    def _found_words(self, found_by: frozenset[str]) -> str:
        if found_by == {"word", "meaning"}:
            return self.tr("Found by its words and its meaning. Opens with a click or Enter.")
        if "meaning" in found_by:
            return self.tr("Found by its meaning. Opens with a click or Enter.")
        if not found_by:  # such as the beginning of what was attached
            return self.tr("Opens with a click or Enter.")
        return self.tr("Found by its words. Opens with a click or Enter.")

    def _put(self, beside: QRect) -> None:
        screen = self.screen().availableGeometry()
        self.setFixedWidth(min(theme().px(_WIDTH), screen.width()))
        self.setFixedHeight(self._column.heightForWidth(self.width()))
        place = QPoint(beside.left(), beside.bottom() + _GAP)
        if place.y() + self.height() > screen.bottom():
            place.setY(max(screen.top(), beside.top() - _GAP - self.height()))
        place.setX(max(screen.left(), min(place.x(), screen.right() - self.width())))
        self.move(place)
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A window of its own has no parent's style to paint its round ground."""
        paint_raised(self)


def _marked(passage: Passage) -> str:
    """The passage around what was found, the words that were looked for in bold, what was joined to it muted."""
    text, first = passage.text, passage.anchor
    start = max(0, min(first - _MOST_CHARACTERS // 3, len(text) - _MOST_CHARACTERS))
    end = min(len(text), start + _MOST_CHARACTERS)
    if start:
        start = text.find(" ", start, start + 40) + 1 or start
    hit = passage.hit_place
    words = [place for place in passage.highlights if start <= place[0] and place[1] <= end]
    borders = sorted({start, end, *(min(max(edge, start), end) for place in (hit, *words) for edge in place)})
    parts = ["… " if start else ""]
    for left, right in pairwise(borders):
        run = _shown(text[left:right])
        if any(begin <= left < stop for begin, stop in words):
            run = f"<b>{run}</b>"
        if not hit[0] <= left < hit[1]:
            run = f'<span style="color: {theme().tokens.colours.text_muted}">{run}</span>'
        parts.append(run)
    return "".join([*parts, " …" if end < len(text) else ""])


def _shown(text: str) -> str:
    return escape(visible(text)).replace("\n", "<br>")
