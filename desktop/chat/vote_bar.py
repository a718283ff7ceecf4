"""Which of two answers is better: four buttons, also on the keys 1 to 4."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from core.chat.votes import Choice
from desktop.theme.theme_state import theme

CHOICES: tuple[Choice, ...] = ("first", "second", "both_good", "both_bad")


class VoteBar(QWidget):
    """`voted` carries the choice. A vote can be changed; it is marked until then. `keys_in` is where the keys work."""

    voted = Signal(str)
    finished = Signal()

    def __init__(self, parent: QWidget, *, keys_in: QWidget) -> None:
        super().__init__(parent)
        self._choice: Choice | None = None
        self.note = QLabel(self)
        self.note.setProperty("role", "muted")
        self.note.setWordWrap(True)
        self.note.setMinimumWidth(theme().px(200))
        self.note.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.buttons = [self._button(number, choice) for number, choice in enumerate(CHOICES, start=1)]
        self.done = QPushButton(self.tr("Go on"), self)
        self.done.setProperty("kind", "primary")
        self.done.setToolTip(self.tr("Back to the chat, with the better answer"))
        self.done.setObjectName("leave_comparison")
        self.done.clicked.connect(self.finished)
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        self._columns = 0
        row = QHBoxLayout()
        row.addStretch(1)
        row.addLayout(self._grid)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.setSpacing(8)
        layout.addLayout(row)
        layout.addWidget(self.note)
        for number, button in enumerate(self.buttons, start=1):
            key = QShortcut(QKeySequence(str(number)), keys_in)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(button.click)
        self.set_choice(None)
        self.show_state(can_vote=False, note="")

    def _button(self, number: int, choice: Choice) -> QPushButton:
        words = {
            "first": self.tr("A is better"),
            "second": self.tr("B is better"),
            "both_good": self.tr("Both are good"),
            "both_bad": self.tr("Both are bad"),
        }[choice]
        button = QPushButton(self.tr("{0}  {1}").format(number, words), self)
        button.setAccessibleName(words)
        button.setAccessibleDescription(self.tr("Key {0}").format(number))
        button.setToolTip(self.tr("{0} (key {1})").format(words, number))
        button.setObjectName(f"vote_{choice}")
        button.setCheckable(True)
        button.clicked.connect(lambda: self._vote(choice))
        return button

    def _vote(self, choice: Choice) -> None:
        self.set_choice(choice)
        self.voted.emit(choice)

    @property
    def choice(self) -> Choice | None:
        """What was voted."""
        return self._choice

    def set_choice(self, choice: Choice | None) -> None:
        """Mark this choice as the one taken."""
        self._choice = choice
        for button, its in zip(self.buttons, CHOICES, strict=True):
            button.setChecked(its == choice)
        self.done.setVisible(choice is not None)

    def show_state(self, *, can_vote: bool, note: str) -> None:
        """Whether one can vote now, and a line that says why not, or what the vote did."""
        for button in self.buttons:
            button.setEnabled(can_vote)
        self.note.setText(note)
        self.note.setVisible(bool(note))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One row where it has room, otherwise several."""
        super().resizeEvent(event)
        self._arrange(event.size().width())

    def _arrange(self, width: int) -> None:
        needed = sum(button.sizeHint().width() + 8 for button in (*self.buttons, self.done)) + theme().px(32)
        pair = 2 * max(button.sizeHint().width() for button in self.buttons) + 8 + theme().px(32)
        columns = 5 if width >= needed else 2 if width >= pair else 1
        if columns != self._columns:
            self._columns = columns
            for place, button in enumerate(self.buttons):
                self._grid.addWidget(button, place // columns, place % columns)
            if columns == 5:
                self._grid.addWidget(self.done, 0, 4)
            else:
                self._grid.addWidget(self.done, len(self.buttons) // columns, 0, 1, columns)
