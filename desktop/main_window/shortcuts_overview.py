"""All commands with their keys, read from the registry."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.commands import GROUPS, Commands


class ShortcutsOverview(QDialog):
    """A list to look at."""

    def __init__(self, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        titles = dict(
            zip(
                GROUPS,
                (self.tr("Chats"), self.tr("Answers"), self.tr("View"), self.tr("Profile"), self.tr("Help")),
                strict=True,
            )
        )
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setHorizontalSpacing(32)
        shown_group = ""
        for command in commands.all():
            keys = commands.shortcut_text(command.command_id)
            if not keys:
                continue
            if command.group != shown_group:
                shown_group = command.group
                heading = QLabel(titles[command.group])
                heading.setProperty("role", "heading")
                grid.addWidget(heading, grid.rowCount(), 0, 1, 2)
            row = grid.rowCount()
            key = QLabel(keys)
            key.setProperty("role", "mono")
            grid.addWidget(QLabel(command.title.rstrip("…")), row, 0)
            grid.addWidget(key, row, 1, alignment=Qt.AlignmentFlag.AlignRight)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(inside)
        area.setAccessibleName(self.windowTitle())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(area)
        layout.addWidget(buttons)
        self.resize(460, 560)
