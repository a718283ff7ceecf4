"""A chat before its first question: a greeting, things to begin with, and what is missing, if something is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.theme.icons import icon, logo
from desktop.theme.theme_state import theme

if TYPE_CHECKING:
    from core.chat.personas import Persona

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
        self.trouble = QFrame(self)
        self.trouble.setProperty("role", "warning_card")
        self.trouble.setMaximumWidth(TROUBLE_WIDTH)
        self._make_trouble()
        self.trouble.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(8)
        layout.addStretch(3)
        layout.addWidget(self._mark)
        layout.addWidget(self._title)
        layout.addWidget(self._text)
        layout.addSpacing(20)
        layout.addWidget(self._starters, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addLayout(self._centred(self.trouble))
        layout.addStretch(4)
        self.show_greeting(private=False)
        theme().changed.connect(lambda _: self._redress())

    def show_greeting(self, *, private: bool, persona: Persona | None = None) -> None:
        """Greet, in the words of `persona` if somebody in particular answers; a private chat says what that means."""
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

    def show_trouble(self, sentence: str, next_step: str) -> None:
        """Say what is missing before anything can be answered."""
        self._sentence.setText(sentence)
        self._next_step.setText(next_step)
        self.trouble.setAccessibleName(f"{sentence} {next_step}")
        self.trouble.show()
        self._starters.hide()

    def show_ready(self) -> None:
        """Nothing is missing."""
        self.trouble.hide()
        self._starters.show()

    def _paint_mark(self) -> None:
        ratio = self.devicePixelRatioF()
        if self._avatar is None:
            self._mark.setPixmap(logo(MARK, ratio=ratio))
            return
        from desktop.widgets.avatar import avatar_pixmap

        self._mark.setPixmap(avatar_pixmap(*self._avatar, size=MARK, ratio=ratio))

    def _centred(self, widget: QWidget) -> QHBoxLayout:
        """In the middle, but with a height that follows its width, which an aligned widget has not."""
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(widget, stretch=1000)
        row.addStretch(1)
        return row

    def _make_trouble(self) -> None:
        self._sentence, self._next_step = self._line("strong"), self._line("")
        again = QPushButton(self.tr("Retry"), self.trouble)
        again.clicked.connect(self.retry_wanted)
        inside = QVBoxLayout(self.trouble)
        inside.setContentsMargins(24, 16, 24, 16)
        inside.setSpacing(8)
        inside.addWidget(self._sentence)
        inside.addWidget(self._next_step)
        inside.addWidget(again, alignment=Qt.AlignmentFlag.AlignHCenter)

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
        self._paint_mark()
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns where there is room for them; the mark only where it takes no room from the rest."""
        super().resizeEvent(event)
        self._mark.setVisible(self.height() > ROOM_FOR_MARK)
        self._arrange()

    def _arrange(self) -> None:
        columns = 2 if self.width() > ROOM_FOR_TWO else 1
        room = min(WIDEST, self.width() - 2 * MARGIN) // columns - theme().px(56)
        for place, (button, starter) in enumerate(zip(self._buttons, self._starters_shown, strict=True)):
            button.setMinimumWidth(220 if columns == 2 else 260)
            short = self.fontMetrics().elidedText(starter.title, Qt.TextElideMode.ElideRight, max(160, room))
            button.setText(" " + short.replace("&", "&&"))
            self._grid.addWidget(button, place // columns, place % columns)
            button.show()
