"""The card in the middle of the window that all pages of the way in are made of."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.failures import Failure
from desktop.theme.icons import logo
from desktop.theme.theme_state import theme

CARD_WIDTH = 460


class EntryCard(QScrollArea):
    """A page with one centred card: mark, title, a sentence, and what the page adds to `body`."""

    def __init__(self, title: str, sentence: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        room = QWidget()
        room.setProperty("role", "page")
        room.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        card = QFrame(room)
        card.setProperty("role", "card")
        self._card = card
        self._fit_card()
        theme().changed.connect(self._fit_card)
        self.body = QVBoxLayout(card)
        self.body.setContentsMargins(32, 24, 32, 20)
        self.body.setSpacing(10)
        mark = QLabel(card)
        mark.setPixmap(logo(40, ratio=self.devicePixelRatioF()))
        mark.setAccessibleName(self.tr("Hearth"))
        self.title = label(title, "title")
        self.sentence = label(sentence, "muted")
        head = QHBoxLayout()  # side by side: the longest of these cards must fit a small screen
        head.setSpacing(14)
        head.addWidget(mark)
        head.addWidget(self.title, stretch=1)
        self.body.addLayout(head)
        self.body.addWidget(self.sentence)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(card, stretch=100)
        middle.addStretch(1)
        around = QVBoxLayout(room)
        around.setContentsMargins(16, 16, 16, 16)
        around.addStretch(2)
        around.addLayout(middle)
        around.addStretch(3)
        self.setWidget(room)

    def _fit_card(self) -> None:
        self._card.setMaximumWidth(theme().px(CARD_WIDTH))  # words that grow need a card that grows with them

    def add_field(self, caption: str, field: QWidget) -> QLabel:
        """A field below its caption, which also names it for screen readers."""
        above = label(caption, "strong")
        above.setBuddy(field)
        if not field.accessibleName():
            field.setAccessibleName(caption)
        self.body.addSpacing(4)
        self.body.addWidget(above)
        self.body.addWidget(field)
        return above


class Trouble(QFrame):
    """What went wrong, in the card where it happened, with the ways out as buttons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "danger_card")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(6)
        self._sentence = label("", "strong")
        self._next_step = label("", "")
        layout.addWidget(self._sentence)
        layout.addWidget(self._next_step)
        self._buttons = QHBoxLayout()
        self._buttons.setContentsMargins(0, 4, 0, 0)
        layout.addLayout(self._buttons)
        self.hide()

    @property
    def text(self) -> str:
        """What it says now, empty while hidden."""
        return "" if self.isHidden() else f"{self._sentence.text()} {self._next_step.text()}"

    def tell(self, failure: Failure, ways_out: Sequence[QPushButton] = ()) -> None:
        """Show `failure`, with these buttons below."""
        self._clear_buttons()
        self._sentence.setText(failure.sentence)
        self._next_step.setText(failure.next_step)
        self.setAccessibleName(f"{failure.sentence} {failure.next_step}")
        for button in ways_out:
            self._buttons.addWidget(button)
        if ways_out:
            self._buttons.addStretch(1)
        self.show()

    def clear(self) -> None:
        """Nothing is wrong any more."""
        self._clear_buttons()
        self.hide()

    def _clear_buttons(self) -> None:
        while (item := self._buttons.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def label(text: str, role: str) -> QLabel:
    """A wrapping label in one of the theme's roles."""
    made = QLabel(text)
    made.setWordWrap(True)
    if role:
        made.setProperty("role", role)
    return made


def button(text: str, kind: str = "") -> QPushButton:
    """A button in one of the theme's kinds."""
    made = QPushButton(text)
    if kind:
        made.setProperty("kind", kind)
    made.setAutoDefault(False)
    return made


def line(*, limit: int = 0, mono: bool = False) -> QLineEdit:
    """A plain line to type into."""
    made = QLineEdit()
    if limit:
        made.setMaxLength(limit)
    if mono:
        made.setProperty("role", "mono")
    return made
