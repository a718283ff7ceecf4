"""What keeps a question from being answered, and the next step."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.widgets.flow_layout import FlowLayout


class TroubleCard(QFrame):
    """Shown while no model can answer; Hearth never pretends to be one."""

    retry_wanted = Signal()
    models_wanted = Signal()
    setup_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "warning_card")
        self._sentence, self._next_step, self._detail = self._line("strong"), self._line(""), self._line("caption")
        self._buttons = QWidget(self)
        row = FlowLayout(self._buttons, spacing=6)
        row.addWidget(self._button(self.tr("Retry"), self.retry_wanted))
        self.models = self._button(self.tr("Show models"), self.models_wanted)
        self.setup = self._button(self.tr("Set up…"), self.setup_wanted)
        row.addWidget(self.models)
        row.addWidget(self.setup)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(4)
        column.addWidget(self._sentence)
        column.addWidget(self._next_step)
        column.addWidget(self._detail)
        column.addSpacing(4)
        column.addWidget(self._buttons)
        self.hide()

    def show_trouble(self, sentence: str, next_step: str, *, detail: str = "", wants_setup: bool = False) -> None:
        """Say what is missing; `detail` is what the next step sends its reader to.

        The way to models leads through the set-up where there is no server for any.
        """
        self.models.setVisible(not wants_setup)
        self.setup.setVisible(wants_setup)
        self._sentence.setText(sentence)
        self._next_step.setText(next_step)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self.setAccessibleName(f"{sentence} {next_step} {detail}".rstrip())
        self.show()

    def _line(self, role: str) -> QLabel:
        line = QLabel(self)
        line.setProperty("role", role)
        line.setWordWrap(True)
        line.setTextFormat(Qt.TextFormat.PlainText)
        return line

    def _button(self, title: str, wanted: SignalInstance) -> QPushButton:
        button = QPushButton(title, self._buttons)
        button.setAutoDefault(True)  # Enter presses it
        button.clicked.connect(wanted)
        return button
