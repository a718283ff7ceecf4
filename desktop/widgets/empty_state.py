"""What a page shows while it has nothing to show: a mark, a sentence and the next step."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.theme.icons import icon_pixmap
from desktop.theme.theme_state import theme


class EmptyState(QWidget):
    """`action` is the text of the button that takes the next step; without it there is no button."""

    action_requested = Signal()

    def __init__(
        self,
        icon_name: str,
        title: str,
        text: str = "",
        *,
        action: str = "",
        compact: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon_name, self._side = icon_name, 24 if compact else 40
        spacing = theme().tokens.spacing
        self._mark = QLabel(self)
        self._mark.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._title = _line(title, "strong" if compact else "heading", self)
        self._text = _line(text, "muted", self)
        self._button = QPushButton(action, self)
        self._button.setProperty("kind", "primary")
        self._button.clicked.connect(self.action_requested)
        layout = QVBoxLayout(self)
        margin = spacing.m if compact else spacing.xl
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.setSpacing(spacing.s)
        layout.addStretch(1)
        layout.addWidget(self._mark)
        layout.addWidget(self._title)
        layout.addWidget(self._text)
        layout.addSpacing(spacing.xs)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
        self.set_content(icon_name, title, text, action=action)
        theme().changed.connect(self._paint_mark)

    def set_content(self, icon_name: str, title: str, text: str = "", *, action: str = "") -> None:
        """Say something else."""
        self._icon_name = icon_name
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self._paint_mark()

    def _paint_mark(self) -> None:
        ratio = self.devicePixelRatioF()
        self._mark.setPixmap(
            icon_pixmap(self._icon_name, colour="text_faint", size=theme().px(self._side), ratio=ratio)
        )


def _line(text: str, role: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    label.setWordWrap(True)
    return label
