"""Every command once: id, title, shortcut, when it can be used, what it does.

Menus, context menus, the shortcuts overview and, later, palette and tray read this registry. No `QAction` is made
anywhere else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from core.errors import HearthBug

Group = Literal["chat", "answer", "view", "profile", "help"]
GROUPS: tuple[Group, ...] = ("chat", "answer", "view", "profile", "help")

SEPARATOR = ""
"""In a list of ids: a line between two groups of a menu."""


def _always() -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the owner can do.

    `shortcuts` are portable key sequences, the first one is shown. `enabled_when` is asked each time a menu opens or
    the registry is refreshed. A command with `checked_when` is a switch. `everywhere` is False where the shortcut
    only holds while the widget that owns it has the focus (such as Delete in a list).
    """

    command_id: str
    title: str
    handler: Callable[[], object]
    group: Group = "chat"
    shortcuts: tuple[str, ...] = ()
    enabled_when: Callable[[], bool] = _always
    checked_when: Callable[[], bool] | None = None
    icon: str = ""
    everywhere: bool = True


class Commands(QObject):
    """The registry of one window. `icon_of` turns an icon's name into the icon of the present theme."""

    def __init__(self, window: QWidget, *, icon_of: Callable[[str], QIcon] | None = None) -> None:
        super().__init__(window)
        self._window = window
        self._icon_of = icon_of
        self._commands: dict[str, Command] = {}
        self._actions: dict[str, QAction] = {}

    def add(self, commands: Iterable[Command], *, place: QWidget | None = None) -> None:
        """Register `commands`; their shortcuts hold in `place`, the whole window by default.

        Raises `HearthBug` for an id or a shortcut that is taken.
        """
        for command in commands:
            if command.command_id in self._commands:
                raise HearthBug(f"the command {command.command_id} is registered twice")
            self._refuse_taken_shortcuts(command)
            self._commands[command.command_id] = command
            action = self._action_for(command)
            self._actions[command.command_id] = action
            (place or self._window).addAction(action)

    def remove(self, command_ids: Iterable[str]) -> None:
        """Forget `command_ids`: the page they belong to is gone."""
        for command_id in command_ids:
            self._commands.pop(command_id, None)
            action = self._actions.pop(command_id, None)
            if action is not None:
                action.deleteLater()

    def all(self) -> Sequence[Command]:
        """All commands, in the order of their groups."""
        return sorted(self._commands.values(), key=lambda command: GROUPS.index(command.group))

    def __contains__(self, command_id: str) -> bool:
        return command_id in self._commands

    def can(self, command_id: str) -> bool:
        """Whether the command exists and can be used now."""
        command = self._commands.get(command_id)
        return command is not None and command.enabled_when()

    def run(self, command_id: str) -> bool:
        """Do it, if it can be done now; tells whether it was."""
        if not self.can(command_id):
            return False
        self._commands[command_id].handler()
        return True

    def refresh(self) -> None:
        """Ask each command anew whether it can be used and is switched on."""
        for command_id in self._commands:
            self._refresh(command_id)

    def shortcut(self, command_id: str) -> str:
        """The first shortcut in portable form, empty if there is none."""
        shortcuts = self._commands[command_id].shortcuts
        return shortcuts[0] if shortcuts else ""

    def shortcut_text(self, command_id: str) -> str:
        """The first shortcut as this system writes it, empty if there is none."""
        return _native(self.shortcut(command_id))

    def hint(self, command_id: str) -> str:
        """Title and shortcut for a tool tip."""
        shortcut = self.shortcut_text(command_id)
        title = self._commands[command_id].title.rstrip("…")
        return f"{title} ({shortcut})" if shortcut else title

    def menu(self, command_ids: Sequence[str], parent: QWidget, *, title: str = "") -> QMenu:
        """A menu of these commands; `SEPARATOR` draws a line. It asks what can be used each time it opens."""
        menu = QMenu(title, parent)
        for command_id in command_ids:
            if command_id == SEPARATOR:
                menu.addSeparator()
            else:
                menu.addAction(self._actions[command_id])

        def ask_again() -> None:
            for command_id in command_ids:
                self._refresh(command_id)

        menu.aboutToShow.connect(ask_again)
        return menu

    def add_choice(
        self, menu: QMenu, title: str, handler: Callable[[], object], *, checked: bool | None = None
    ) -> None:
        """An entry that depends on data (a folder, a tag, a profile) and is gone with its menu."""
        action = QAction(title.replace("&", "&&"), menu)
        if checked is not None:
            action.setCheckable(True)
            action.setChecked(checked)
        action.triggered.connect(lambda: handler())
        menu.addAction(action)

    def _refuse_taken_shortcuts(self, command: Command) -> None:
        wanted = {QKeySequence(text).toString() for text in command.shortcuts if command.everywhere}
        for other in self._commands.values():
            taken = wanted & {QKeySequence(text).toString() for text in other.shortcuts if other.everywhere}
            if taken:
                raise HearthBug(f"{command.command_id} and {other.command_id} share {sorted(taken)}")

    def _action_for(self, command: Command) -> QAction:
        action = QAction(command.title, self)
        action.setObjectName(command.command_id)
        action.setShortcuts([QKeySequence(text) for text in command.shortcuts])
        if not command.everywhere:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setCheckable(command.checked_when is not None)
        if command.icon and self._icon_of is not None:
            action.setIcon(self._icon_of(command.icon))
        # The question is asked again: between two refreshes the answer may have changed.
        action.triggered.connect(lambda: self.run(command.command_id))
        return action

    def _refresh(self, command_id: str) -> None:
        command = self._commands.get(command_id)
        if command is None:
            return
        action = self._actions[command_id]
        action.setEnabled(command.enabled_when())
        if command.checked_when is not None:
            action.setChecked(command.checked_when())


def _native(shortcut: str) -> str:
    return QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
