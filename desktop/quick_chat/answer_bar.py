"""What is done with an answer: copy it, put it where the text came from, go on with it in the main window."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget

from desktop.commands import Commands
from desktop.theme.icons import icon
from desktop.widgets.flow_layout import FlowLayout

_BUTTONS = (
    ("quick.copy", "copy"),
    ("quick.replace", "clipboard"),
    ("quick.open", "external"),
)


class AnswerBar(QWidget):
    """A row of buttons, each of them a command with its shortcut."""

    def __init__(self, commands: Commands, parent: QWidget) -> None:
        super().__init__(parent)
        self._commands = commands
        self._buttons: dict[str, QPushButton] = {}
        row = FlowLayout(self, spacing=6)
        titles = {command.command_id: command.title for command in commands.all()}
        for command_id, icon_name in _BUTTONS:
            button = QPushButton(icon(icon_name, size=16), titles[command_id], self)
            button.setProperty("kind", "quiet")
            button.setObjectName(command_id)
            button.setAccessibleName(titles[command_id])
            button.setToolTip(commands.hint(command_id))
            button.setAutoDefault(True)  # Enter presses it
            button.clicked.connect(lambda _=False, name=command_id: commands.run(name))
            self._buttons[command_id] = button
            row.addWidget(button)

    def refresh(self) -> None:
        """Ask each command anew whether it can be used."""
        for command_id, button in self._buttons.items():
            button.setEnabled(self._commands.can(command_id))
