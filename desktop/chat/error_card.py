"""Why an answer failed: a sentence, the next step, folded details and a button to try again."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from core.conversations.message_tree import StoredError
from desktop.theme.icons import icon_pixmap


class ErrorCard(QFrame):
    """Shows a stored error. Its text can be selected; nothing in it is read as markup."""

    retry_requested = Signal()
    folded = Signal()

    def __init__(self, parent: QWidget, error: StoredError) -> None:
        super().__init__(parent)
        self.setProperty("role", "danger_card")
        self.setAccessibleName(self.tr("Error: %1").replace("%1", error.sentence))
        self.setAccessibleDescription(error.next_step)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(14, 12, 14, 12)
        outer.setSpacing(12)
        sign = QLabel(self)
        sign.setPixmap(icon_pixmap("error", colour="danger", size=18, ratio=self.devicePixelRatioF()))
        outer.addWidget(sign, alignment=Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(4)
        outer.addLayout(column, 1)
        column.addWidget(self._label(error.sentence, "strong"))
        column.addWidget(self._label(error.next_step, "muted"))
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        buttons.setContentsMargins(0, 6, 0, 0)
        self.retry = QPushButton(self.tr("Retry"), self)
        self.retry.clicked.connect(self.retry_requested)
        buttons.addWidget(self.retry)
        self._detail = self._label(error.detail[:4000], "mono")
        self._detail.hide()
        self.details = QPushButton(self.tr("Details"), self)
        self.details.setProperty("kind", "quiet")
        self.details.setCheckable(True)
        self.details.setVisible(bool(error.detail))
        self.details.toggled.connect(self._fold)
        buttons.addWidget(self.details)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addWidget(self._detail)

    def _label(self, text: str, role: str) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setProperty("role", role)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _fold(self, shown: bool) -> None:  # noqa: FBT001  Qt's signal hands it over like this
        self._detail.setVisible(shown)
        self.folded.emit()
