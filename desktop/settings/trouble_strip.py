"""What is missing or went wrong, in place: a sentence, the next step, and a button that takes it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from core.errors import HearthError
from desktop.widgets.announcer import announce


class TroubleStrip(QFrame):
    """Hidden while it has nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "warning_card")
        self.sentence = plain_words("", "strong", self)
        self.next_step = plain_words("", "", self)
        self.button = QPushButton(self)
        self.button.clicked.connect(self._do)
        self._way: Callable[[], object] = lambda: None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(2)
        layout.addWidget(self.sentence)
        layout.addWidget(self.next_step)
        layout.addSpacing(4)
        layout.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignLeft)
        self.hide()

    @property
    def words(self) -> str:
        """What it says; empty while it is hidden."""
        return "" if self.isHidden() else f"{self.sentence.text()} {self.next_step.text()}"

    def tell(self, error: HearthError, *, action: str = "", do: Callable[[], object] | None = None) -> None:
        """Say what is wrong."""
        self.say(error.owner_sentence, error.owner_next_step, action=action, do=do)

    def say(self, sentence: str, next_step: str, *, action: str = "", do: Callable[[], object] | None = None) -> None:
        """Say this; `action` is the text of the button that does `do`."""
        is_news = self.isHidden() or self.sentence.text() != sentence
        self.sentence.setText(sentence)
        self.next_step.setText(next_step)
        self.next_step.setVisible(bool(next_step))
        self.button.setText(action)
        self.button.setVisible(bool(action))
        self._way = do or (lambda: None)
        self.setAccessibleName(sentence)
        self.setAccessibleDescription(next_step)
        self.show()
        if is_news and self.isVisible():
            announce(self, f"{sentence} {next_step}", urgent=True)

    def clear(self) -> None:
        """Nothing is wrong any more."""
        self.hide()

    def _do(self) -> None:
        self._way()


def plain_words(text: str, role: str, parent: QWidget) -> QLabel:
    """A label that shows `text` as it is, on as many lines as it needs."""
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if role:
        label.setProperty("role", role)
    return label
