"""All commands with their keys, read from the registry."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.commands import Commands, group_title, native
from desktop.theme.theme_state import theme

EDGES = 48
"""Around the list: the layout's margins and its frame."""


class ShortcutsOverview(QDialog):
    """A list to look at, made anew when a key is changed. `change_wanted` asks for the page that changes them."""

    change_wanted = Signal()

    def __init__(self, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self._commands = commands
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setProperty("kind", "page")  # nothing inside takes the keyboard, so that it scrolls by itself
        self._area.setAccessibleName(self.windowTitle())
        self._fill()
        commands.changed.connect(self._fill)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        change = buttons.addButton(self.tr("Change…"), QDialogButtonBox.ButtonRole.ActionRole)
        change.clicked.connect(self._change)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self._area)
        layout.addWidget(buttons)
        # Wide enough for the longest words with their keys: nobody reads a list of keys by scrolling sideways.
        inside = self._list_width + self._area.verticalScrollBar().sizeHint().width() + EDGES
        wanted = QSize(max(460, inside), theme().px(560))
        self.resize(wanted.boundedTo(self.screen().availableGeometry().size() * 0.9))

    def _fill(self) -> None:
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setHorizontalSpacing(32)
        shown_group = ""
        for command in self._commands.all():
            keys = self._commands.shortcuts(command.command_id)
            if not keys:
                continue
            if command.group != shown_group:
                shown_group = command.group
                heading = QLabel(group_title(command.group))
                heading.setProperty("role", "heading")
                heading.setContentsMargins(0, 12 if grid.count() else 0, 0, 0)
                grid.addWidget(heading, grid.rowCount(), 0, 1, 2)
            row = grid.rowCount()
            key = QLabel("   ".join(native(one) for one in keys))
            key.setProperty("role", "mono")
            grid.addWidget(QLabel(command.title.rstrip("…")), row, 0)
            grid.addWidget(key, row, 1, alignment=Qt.AlignmentFlag.AlignRight)
        grid.setRowStretch(grid.rowCount(), 1)
        self._list_width = inside.sizeHint().width()
        self._area.setWidget(inside)

    def _change(self) -> None:
        self.accept()
        self.change_wanted.emit()
