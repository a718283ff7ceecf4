"""Labels of plain text that wrap, and the card that says what went wrong where it went wrong."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from core.errors import HearthError
from desktop.widgets.announcer import announce
from desktop.widgets.icon_button import IconButton


def plain(text: str, role: str, parent: QWidget, *, selectable: bool = False) -> QLabel:
    """A label that shows `text` as it is, on as many lines as it needs."""
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if role:
        label.setProperty("role", role)
    if selectable:
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
    return label


class TroubleCard(QFrame):
    """Hidden until `tell`; can be closed. `closed` tells that it was."""

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "danger_card")
        self._sentence = plain("", "strong", self)
        self._next_step = plain("", "", self)
        close = IconButton("close", self.tr("Close the message"), size=14, parent=self)
        close.clicked.connect(self._close)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._sentence)
        words.addWidget(self._next_step)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 12, 8, 12)
        layout.addLayout(words, stretch=1)
        layout.addWidget(close, alignment=Qt.AlignmentFlag.AlignTop)
        self.hide()

    @property
    def words(self) -> str:
        """What it says; empty while it is hidden."""
        return "" if self.isHidden() else f"{self._sentence.text()} {self._next_step.text()}"

    def tell(self, error: HearthError) -> None:
        """Show `error` in the owner's words."""
        self._sentence.setText(error.owner_sentence)
        self._next_step.setText(error.owner_next_step)
        self.setAccessibleName(error.owner_sentence)
        self.setAccessibleDescription(error.owner_next_step)
        self.setToolTip(error.detail[:1000])
        self.show()
        announce(self, self.words, urgent=True)

    def _close(self) -> None:
        self.hide()
        self.closed.emit()
