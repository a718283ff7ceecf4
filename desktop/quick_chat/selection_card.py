"""The text that is asked about, quoted, and what can be done with it at the press of a button."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from desktop.commands import Commands
from desktop.quick_chat.selection_prompts import PromptOffer, choice_of, question_of
from desktop.theme.icons import icon
from desktop.theme.theme_state import theme
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.icon_button import IconButton

MOST_CHIPS = 6
MOST_SHOWN_CHARACTERS = 2_000
_LINES = 3


class SelectionCard(QFrame):
    """Emits the whole question when an action is chosen; the text can also be asked about in the composer."""

    question_chosen = Signal(str)
    removed = Signal()

    def __init__(self, commands: Commands, parent: QWidget) -> None:
        super().__init__(parent)
        self._commands = commands
        self._chips: list[QPushButton] = []
        self.text = ""
        self.setProperty("role", "card")
        self._origin = QLabel(self)
        self._origin.setProperty("role", "caption")
        self._close = IconButton("close", self.tr("Leave this text out"), size=14, parent=self)
        self._close.clicked.connect(self._remove)
        self._quote = QLabel(self)
        self._quote.setTextFormat(Qt.TextFormat.PlainText)
        self._quote.setWordWrap(True)
        self._quote.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._actions = QWidget(self)
        self._row = FlowLayout(self._actions, spacing=6)
        self._lay_out()
        theme().changed.connect(self._bound)
        self.hide()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self._origin, 1)
        head.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 8, 10)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._quote)
        column.addSpacing(2)
        column.addWidget(self._actions)

    def show_text(self, text: str, offers: Sequence[PromptOffer], *, origin: str) -> None:
        """Quote `text` under the words `origin`, and offer what can be asked about it."""
        self.text = text
        self._origin.setText(origin)
        shown = text.strip()
        self._quote.setText(shown[:MOST_SHOWN_CHARACTERS])
        self._quote.setAccessibleName(origin)
        self._bound()
        self.offer(offers)
        self.show()

    def clear(self) -> None:
        """Quote nothing."""
        self.text = ""
        self._quote.clear()
        self.hide()

    def buttons(self) -> Sequence[QPushButton]:
        """The actions, in their order."""
        return tuple(self._chips)

    def _bound(self) -> None:
        """A few lines; the text itself is sent whole."""
        self._quote.setMaximumHeight(self._quote.fontMetrics().lineSpacing() * _LINES + 2)

    def offer(self, offers: Sequence[PromptOffer]) -> None:
        """Offer other actions; the text stays."""
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        most = MOST_CHIPS if len(offers) <= MOST_CHIPS else MOST_CHIPS - 1
        self._chips = [self._chip(offer) for offer in offers[:most]]
        if offers[most:]:
            self._chips.append(self._more(offers[most:]))
        before: QWidget = self._close
        for chip in self._chips:
            self._row.addWidget(chip)
            QWidget.setTabOrder(before, chip)
            chip.show()
            before = chip
        self._actions.updateGeometry()

    def _chip(self, offer: PromptOffer) -> QPushButton:
        chip = self._button(offer.title)
        chip.setObjectName(f"offer_{offer.name}")
        chosen = choice_of(offer, self.text)
        if chosen is None:
            chip.clicked.connect(lambda: self.question_chosen.emit(question_of(offer, self.text)))
            return chip
        self._open_below(chip, self._choices(offer, chip))
        return chip

    def _open_below(self, chip: QPushButton, menu: QMenu) -> None:
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow stands behind the words
        chip.setIcon(icon("chevron-down", size=12))
        chip.setMenu(menu)

    def _choices(self, offer: PromptOffer, parent: QWidget) -> QMenu:
        menu = QMenu(parent)
        variable = choice_of(offer, self.text)
        for value in variable.choices if variable is not None else ():
            self._commands.add_choice(menu, value, partial(self._ask, offer, value))
        return menu

    def _ask(self, offer: PromptOffer, value: str) -> None:
        self.question_chosen.emit(question_of(offer, self.text, chosen=choice_of(offer, self.text), value=value))

    def _more(self, offers: Sequence[PromptOffer]) -> QPushButton:
        chip = self._button(self.tr("More"))
        menu = QMenu(chip)
        for offer in offers:
            if choice_of(offer, self.text) is None:
                self._commands.add_choice(menu, offer.title, partial(self._ask, offer, ""))
            else:
                choices = self._choices(offer, menu)
                choices.setTitle(offer.title.replace("&", "&&"))
                menu.addMenu(choices)
        self._open_below(chip, menu)
        return chip

    def _button(self, title: str) -> QPushButton:
        chip = QPushButton(title.replace("&", "&&"), self._actions)
        chip.setProperty("kind", "chip")
        chip.setAccessibleName(title)
        chip.setAutoDefault(True)  # Enter presses it
        return chip

    def _remove(self) -> None:
        self.clear()
        self.removed.emit()
