"""Why an answer failed: a sentence, the next step, folded details, and buttons for what can be done now."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from core.conversations.message_tree import StoredError
from desktop.chat.message_actions import ActionKind, RowPlace
from desktop.theme.icons import icon_pixmap
from desktop.widgets.flow_layout import flow_row

#: Nothing answers, or there is no model to answer: the question waits for one, and the guide can get it.
NOBODY_TO_ANSWER = frozenset(
    {
        "ServerNotRunning",
        "OtherServerNotRunning",
        "ServerOutOfReach",
        "WrongAddress",
        "ServerSilent",
        "ServerNotSetUp",
        "NoModelInstalled",
        "ModelNotInstalled",
        "ModelNotServed",
    }
)


class ErrorCard(QFrame):
    """Shows a stored error. Its text can be selected; nothing in it is read as markup."""

    chosen = Signal(str)  # ActionKind
    folded = Signal()

    def __init__(self, parent: QWidget, error: StoredError, *, place: RowPlace = "chat") -> None:
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
        self._detail = self._label(error.detail[:4000], "mono")
        self._detail.hide()
        column.addSpacing(2)
        column.addWidget(self._buttons(error, place))
        column.addWidget(self._detail)

    def _buttons(self, error: StoredError, place: RowPlace) -> QWidget:
        self._waits = error.code in NOBODY_TO_ANSWER and place == "chat"
        self.retry = self._button(self.tr("Retry"), "retry")
        others: list[QPushButton] = []
        if self._waits:
            others = [
                self._button(self.tr("Set up…"), "setup"),
                self._button(self.tr("Keep as a note"), "keep_note"),
            ]
        self.details = QPushButton(self.tr("Details"), self)
        self.details.setProperty("kind", "quiet")
        self.details.setCheckable(True)
        self.details.setVisible(bool(error.detail))
        self.details.toggled.connect(self._fold)
        # Four in a row are wider than a narrow window with large letters.
        return flow_row(self.retry, *others, self.details, parent=self)

    def set_models_at_hand(self, there: bool) -> None:  # noqa: FBT001  a setter in Qt's manner
        """A question that waited for a model can be answered as soon as there is one."""
        ready = self._waits and there
        self.retry.setText(self.tr("Answer now") if ready else self.tr("Retry"))
        self.retry.setProperty("kind", "primary" if ready else "")
        self.retry.style().polish(self.retry)

    def _button(self, text: str, kind: ActionKind) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(kind)
        button.clicked.connect(lambda: self.chosen.emit(kind))
        return button

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
