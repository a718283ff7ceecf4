"""The upper edge of the quick chat: what it is, the switch to private, a new chat, away; and where to drag it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop.commands import Commands
from desktop.theme.icons import logo
from desktop.theme.theme_state import theme
from desktop.widgets.elided_label import ElidedLabel
from desktop.widgets.icon_button import IconButton


class QuickHeader(QWidget):
    """Its buttons run commands; the rest of it moves the window."""

    move_began = Signal()

    def __init__(self, commands: Commands, parent: QWidget) -> None:
        super().__init__(parent)
        self._commands = commands
        self._mark = QLabel(self)
        self.title = ElidedLabel(self.tr("Quick chat"), parent=self)
        self.title.setProperty("role", "caption")
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._mark)
        row.addSpacing(4)
        row.addWidget(self.title, 1)
        self.private = self._button("private", "quick.private", self.tr("Private: keep nothing of this chat"))
        self.private.setCheckable(True)
        self.new = self._button("new-chat", "quick.new", self.tr("New chat"))
        self.dismiss = self._button("close", "quick.dismiss", self.tr("Dismiss"))
        for button in (self.private, self.new, self.dismiss):
            row.addWidget(button)
        self._dress()
        theme().changed.connect(self._dress)

    def _button(self, icon_name: str, command_id: str, name: str) -> IconButton:
        button = IconButton(icon_name, name, shortcut=self._commands.shortcut(command_id), size=16, parent=self)
        button.setObjectName(command_id)
        button.clicked.connect(lambda: self._commands.run(command_id))
        return button

    def show_private(self, private: bool) -> None:  # noqa: FBT001  a setter, as Qt names them
        """Show whether this chat is private."""
        self.private.setChecked(private)
        self.title.setText(self.tr("Private quick chat") if private else self.tr("Quick chat"))

    def set_open(self, is_open: bool) -> None:  # noqa: FBT001  a setter, as Qt names them
        """While Hearth is locked there is no chat to begin."""
        self.private.setVisible(is_open)
        self.new.setVisible(is_open)

    def _dress(self) -> None:
        side = theme().px(18)
        self._mark.setPixmap(logo(side, ratio=self.devicePixelRatioF()))
        self._mark.setFixedSize(QSize(side, side))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The window system moves the window from here on."""
        window = self.window().windowHandle()
        if event.button() == Qt.MouseButton.LeftButton and window is not None:
            self.move_began.emit()
            window.startSystemMove()
        else:
            super().mousePressEvent(event)
