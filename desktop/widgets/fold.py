"""A heading that folds its part of a page in and out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.theme.icons import icon


class Fold(QWidget):
    """`opened` comes with each opening, so that what lies inside can be fetched when it is first looked at."""

    opened = Signal()

    def __init__(self, title: str, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.content = title, content
        self.head = QPushButton(title, self)
        self.head.setProperty("kind", "nav")
        self.head.setCheckable(True)
        self.head.toggled.connect(self._on_toggled)
        content.setParent(self)
        content.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.head)
        layout.addWidget(content)
        self._on_toggled(False)

    @property
    def is_open(self) -> bool:
        """Whether the content is in sight."""
        return self.head.isChecked()

    def close_fold(self) -> None:
        """Fold in."""
        self.head.setChecked(False)

    def _on_toggled(self, on: bool) -> None:  # noqa: FBT001  a signal's value
        self.head.setIcon(icon("chevron-down" if on else "chevron-right", size=16))
        self.head.setAccessibleName(self.title)
        self.head.setAccessibleDescription(self.tr("Unfolded") if on else self.tr("Folded"))
        self.content.setVisible(on)
        if on:
            self.opened.emit()
