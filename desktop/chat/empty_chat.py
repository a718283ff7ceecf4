"""A chat before its first question: a greeting, things to begin with, and what is missing, if something is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.theme.icons import icon, logo
from desktop.theme.theme_state import theme

if TYPE_CHECKING:
    from core.chat.personas import Persona
    from core.inference.missing_model import Missing
    from desktop.chat.no_model import NoModelCard

WIDEST = 640
TROUBLE_WIDTH = 440
ROOM_FOR_TWO = 520
ROOM_FOR_MARK = 330
MARGIN = 24
MARK = 52


@dataclass(frozen=True, slots=True)
class Starter:
    """Something to begin with: `text` goes into the composer, its variables filled first."""

    title: str
    text: str
    icon_name: str = "chat"
    description: str = ""


class EmptyChat(QWidget):
    """`starter_chosen` carries the `Starter`. Which there are is known a moment after the start."""

    starter_chosen = Signal(object)
    retry_wanted = Signal()
    setup_wanted = Signal()
    note_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("New chat"))
        self._mark = QLabel(self)
        self._mark.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._title = self._line("title")
        self._text = self._line("muted")
        self._starters = QWidget(self)
        self._starters.setMaximumWidth(WIDEST)
        self._starters_shown: tuple[Starter, ...] = ()
        self._buttons: list[QPushButton] = []
        self._grid = QGridLayout(self._starters)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(10)
        self._avatar: tuple[str, str] | None = None
        self._card: NoModelCard | None = None
        self._lacking: Missing | None = None
        self._is_notes = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(8)
        layout.addStretch(3)
        layout.addWidget(self._mark)
        layout.addWidget(self._title)
        layout.addWidget(self._text)
        layout.addSpacing(20)
        layout.addWidget(self._starters, alignment=Qt.AlignmentFlag.AlignHCenter)
        self._card_row = QHBoxLayout()
        self._card_row.addStretch(1)
        self._card_row.addStretch(1)
        layout.addLayout(self._card_row)
        layout.addStretch(4)
        self.show_greeting(private=False)
        theme().changed.connect(self._redress)

    def show_greeting(self, *, private: bool, persona: Persona | None = None) -> None:
        """Greet, in the words of `persona` if somebody in particular answers; a private chat says what that means."""
        self._is_notes = False
        self.show_missing(self._lacking)
        self._avatar = None if persona is None else (persona.name, persona.colour)
        self._paint_mark()
        if persona is not None:
            self._title.setText(persona.greeting or persona.name)
            about = persona.name if persona.greeting else ""
            kept = self.tr("Nothing of this chat is kept.") if private else ""
            self._text.setText("  ·  ".join(part for part in (about, persona.description, kept) if part))
        elif private:
            self._title.setText(self.tr("Private chat"))
            self._text.setText(
                self.tr("Nothing of this chat is ever written to the disk. It is gone when you close or lock Hearth.")
            )
        else:
            self._title.setText(self.tr("What would you like to talk about?"))
            self._text.setText(self.tr("Everything stays on this computer."))

    def show_notes(self) -> None:
        """A new page of notes needs no model."""
        self._is_notes, self._avatar = True, None
        self._paint_mark()
        self._title.setText(self.tr("Notes"))
        self._text.setText(self.tr("What you write here is kept for you. No model reads it unless you ask one."))
        self.show_missing(self._lacking)

    def show_missing(self, lacking: Missing | None) -> None:
        """Say what is missing before anything can be answered; None: nothing is."""
        self._lacking = lacking
        shown = lacking is not None and not self._is_notes
        if lacking is not None and shown:
            self.trouble.show_missing(lacking)
        if self._card is not None:
            self._card.setVisible(shown)
        self._starters.setVisible(not shown and not self._is_notes)

    @property
    def trouble(self) -> NoModelCard:
        """What says that something is missing. Made when something is."""
        if self._card is None:
            from desktop.chat.no_model import NoModelCard

            self._card = NoModelCard(self)
            self._card.hide()
            self._card.setMaximumWidth(theme().px(TROUBLE_WIDTH))
            self._card.retry_wanted.connect(self.retry_wanted)
            self._card.setup_wanted.connect(self.setup_wanted)
            self._card.note_wanted.connect(self.note_wanted)
            self._card_row.insertWidget(1, self._card, stretch=1000)
        return self._card

    def _paint_mark(self) -> None:
        ratio = self.devicePixelRatioF()
        if self._avatar is None:
            self._mark.setPixmap(logo(MARK, ratio=ratio))
            return
        from desktop.widgets.avatar import avatar_pixmap

        self._mark.setPixmap(avatar_pixmap(*self._avatar, size=MARK, ratio=ratio))

    def _line(self, role: str) -> QLabel:
        line = QLabel(self)
        line.setProperty("role", role)
        line.setWordWrap(True)
        line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return line

    def show_starters(self, starters: Sequence[Starter]) -> None:
        """Offer these to begin with, in two columns where there is room."""
        if starters == self._starters_shown:
            return
        self._starters_shown = tuple(starters)
        for button in self._buttons:
            self._grid.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        for place, starter in enumerate(starters):
            button = QPushButton(icon(starter.icon_name, colour="accent"), "", self._starters)
            button.setObjectName(f"starter_{place}")
            button.setAccessibleName(starter.title)
            button.setAccessibleDescription(starter.description)
            button.setToolTip(starter.description)
            button.clicked.connect(lambda _=False, starter=starter: self.starter_chosen.emit(starter))
            self._buttons.append(button)
        self._arrange()

    def _redress(self) -> None:
        self._starters.setMaximumWidth(theme().px(WIDEST))
        self._paint_mark()
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns where there is room for them; the mark only where it takes no room from the rest."""
        super().resizeEvent(event)
        self._mark.setVisible(self.height() > theme().px(ROOM_FOR_MARK))
        self._arrange()

    def _arrange(self) -> None:
        columns = 2 if self.width() > theme().px(ROOM_FOR_TWO) else 1
        room = min(theme().px(WIDEST), self.width() - 2 * MARGIN) // columns - theme().px(56)
        for place, (button, starter) in enumerate(zip(self._buttons, self._starters_shown, strict=True)):
            button.setMinimumWidth(220 if columns == 2 else 260)
            short = self.fontMetrics().elidedText(starter.title, Qt.TextElideMode.ElideRight, max(160, room))
            button.setIconSize(QSize(theme().px(16), theme().px(16)))
            button.setText(" " + short.replace("&", "&&"))
            self._grid.addWidget(button, place // columns, place % columns)
            button.show()
