"""Says that the disk is full, as long as it is."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget


class StorageBanner(QFrame):
    """Hidden until `setVisible`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("storage_banner")
        self.setProperty("role", "warning_card")
        text = self.tr(
            "The disk is full. What was saved is safe; nothing new is kept until there is room. Free some space, "
            "and Hearth goes on by itself."
        )
        label = QLabel(text, self)
        label.setWordWrap(True)
        self.setAccessibleName(text)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(14, 8, 14, 8)
        inside.addWidget(label)
        self.hide()
