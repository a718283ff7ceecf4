"""A chat before its first question: a greeting, things to begin with, and what is missing, if something is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.theme.icons import icon, logo

WIDEST = 640
TROUBLE_WIDTH = 440
ROOM_FOR_TWO = 520
ROOM_FOR_MARK = 330


class EmptyChat(QWidget):
    """`starter_chosen` carries a text for the composer."""

    starter_chosen = Signal(str)
    retry_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("New chat"))
        self._mark = QLabel(self)
        self._mark.setPixmap(logo(52, ratio=self.devicePixelRatioF()))
        self._mark.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._title = self._line("title")
        self._text = self._line("muted")
        self._starters = QWidget(self)
        self._starters.setMaximumWidth(WIDEST)
        self._fill_starters()
        self.trouble = QFrame(self)
        self.trouble.setProperty("role", "warning_card")
        self.trouble.setMaximumWidth(TROUBLE_WIDTH)
        self._make_trouble()
        self.trouble.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
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

    def show_greeting(self, *, private: bool) -> None:
        """Greet; a private chat says what that means."""
        if private:
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

    def _fill_starters(self) -> None:
        self._buttons: list[QPushButton] = []
        self._grid = QGridLayout(self._starters)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(10)
        offers = (
            ("edit", self.tr("Improve a text"), self.tr("Make this text clearer and shorter:\n\n")),
            ("quote", self.tr("Summarise something"), self.tr("Summarise the main points of this text:\n\n")),
            ("thinking", self.tr("Think a decision through"), self.tr("Help me decide. These are my options:\n\n")),
            ("tool", self.tr("Explain some code"), self.tr("Explain step by step what this code does:\n\n")),
        )
        for place, (icon_name, title, text) in enumerate(offers):
            starter = QPushButton(icon(icon_name, colour="accent"), f" {title}", self._starters)
            starter.setAccessibleName(title)
            starter.setObjectName(f"starter_{place}")
            starter.clicked.connect(lambda _=False, text=text: self.starter_chosen.emit(text))
            self._buttons.append(starter)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns where there is room for them; the mark only where it takes no room from the rest."""
        super().resizeEvent(event)
        self._mark.setVisible(self.height() > ROOM_FOR_MARK)
        self._arrange()

    def _arrange(self) -> None:
        columns = 2 if self.width() > ROOM_FOR_TWO else 1
        for place, starter in enumerate(self._buttons):
            starter.setMinimumWidth(220 if columns == 2 else 260)
            self._grid.addWidget(starter, place // columns, place % columns)
