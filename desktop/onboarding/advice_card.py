"""One advised model as a card to choose: what it is, why it fits, how fast it will probably be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from core.wording import worded
from desktop.theme.theme_state import theme
from desktop.widgets.amounts import size_text

if TYPE_CHECKING:
    from models.advice import Advice, Reason


class AdviceCard(QFrame):
    """A radio button with reasons. `chosen` tells that it was picked."""

    chosen = Signal()

    def __init__(self, advice: Advice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.advice = advice
        self.setProperty("role", "card")
        self.radio = QRadioButton(advice.model.name, self)
        self.radio.setProperty("role", "strong")
        self.radio.toggled.connect(self._toggled)
        size = QLabel(size_text(advice.model.size_bytes), self)
        size.setProperty("role", "muted")
        head = QHBoxLayout()
        head.addWidget(self.radio, stretch=1)
        if advice.recommended:
            head.addWidget(self._chip(self.tr("Recommended")))
        head.addWidget(size)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(4)
        layout.addLayout(head)
        summary = worded(advice.model.summary)
        layout.addWidget(self._line(summary, ""))
        reasons = " ".join(words for reason in advice.reasons if (words := reason_text(reason)))
        layout.addWidget(self._line(reasons, "muted"))
        self.radio.setAccessibleName(f"{advice.model.name}, {size_text(advice.model.size_bytes)}")
        self.radio.setAccessibleDescription(f"{summary} {reasons}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The whole card can be pressed."""
        self.radio.setChecked(True)
        self.radio.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()

    def _toggled(self, on: bool) -> None:  # noqa: FBT001 a signal's value
        self.setProperty("role", "accent_card" if on else "card")
        self.style().unpolish(self)
        self.style().polish(self)
        if on:
            self.chosen.emit()

    def _line(self, text: str, role: str) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setContentsMargins(theme().px(16) + 16, 0, 0, 0)  # below the words of the choice
        if role:
            label.setProperty("role", role)
        label.setVisible(bool(text))
        return label

    def _chip(self, text: str) -> QLabel:
        chip = QLabel(text, self)
        chip.setProperty("role", "badge")
        return chip


def reason_text(reason: Reason) -> str:
    """A reason in the owner's words; empty for one that is said otherwise."""
    translate = QCoreApplication.translate
    match reason.kind:
        case "fits_card":
            needed, there = (size_text(number) for number in reason.numbers[:2])
            return translate("AdviceCard", "Fits the graphics card ({0} of {1}).").format(needed, there)
        case "fits_partly_card":
            return translate("AdviceCard", "Runs partly on the graphics card.")
        case "fits_memory":
            needed, there = (size_text(number) for number in reason.numbers[:2])
            return translate("AdviceCard", "Needs {0} of your {1} of memory.").format(needed, there)
        case "pace":
            return _pace_text(reason.numbers)
        case "quick":
            return translate("AdviceCard", "The quickest of these.")
        case "balanced":
            return translate("AdviceCard", "A good balance of speed and quality.")
        case "best":
            return translate("AdviceCard", "The best answers that this computer can give.")
        case "japanese":
            return translate("AdviceCard", "Made for Japanese.")
        case "installed":
            return translate("AdviceCard", "Already installed.")


def _pace_text(numbers: tuple[float, ...]) -> str:
    translate = QCoreApplication.translate
    low, high = numbers[0], numbers[-1]
    if low >= 25:
        return translate("AdviceCard", "Probably writes faster than you read.")
    if high >= 6:
        return translate("AdviceCard", "Probably writes about as fast as you read.")
    return translate("AdviceCard", "Probably writes slower than you read.")
