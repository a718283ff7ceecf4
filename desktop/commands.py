"""Every command once: id, title, shortcuts, when it can be used, what it does.

Menus, context menus, the palette, the overview and the page of shortcuts read this registry. No `QAction` is made
anywhere else.

Keys: a command has those of its declaration unless the owner chose others (`overrides`). What the owner chose wins: a
key that was given to one command is taken from every other, without a word in the settings of that other one, so that
it has its own key back as soon as it is free.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from core.errors import HearthBug

Group = Literal["chat", "answer", "voice", "view", "profile", "help"]
GROUPS: tuple[Group, ...] = ("chat", "answer", "voice", "view", "profile", "help")

SEPARATOR = ""
"""In a list of ids: a line between two groups of a menu."""


def _always() -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the owner can do.

    `shortcuts` are portable key sequences, the first one is shown. `enabled_when` is asked each time a menu opens or
    the registry is refreshed. A command with `checked_when` is a switch. `everywhere` is False where the shortcut
    only holds while the widget that owns it has the focus (such as Delete in a list). `keywords` are further words by
    which the palette finds it. `title_now` is asked where the title depends on the state, such as “Pin” and “Unpin”.
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
    keywords: str = ""
    title_now: Callable[[], str] | None = None


class Commands(QObject):
    """The registry of one window. `icon_of` turns an icon's name into the icon of the present theme.

    `overrides` are the keys that the owner changed, by command id; they may name commands of other windows.
    """

    changed = Signal()  # some command has other keys, or a command came or went

    def __init__(
        self,
        window: QWidget,
        *,
        icon_of: Callable[[str], QIcon] | None = None,
        overrides: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._icon_of = icon_of
        self._overrides = _portable_overrides(overrides or {})
        self._commands: dict[str, Command] = {}
        self._actions: dict[str, QAction] = {}
        self._applied: dict[str, tuple[str, ...]] = {}

    def add(self, commands: Iterable[Command], *, place: QWidget | None = None) -> None:
        """Register `commands`; their shortcuts hold in `place`, the whole window by default.

        Raises `HearthBug` for an id that is taken, or a shortcut that another declaration has.
        """
        for command in commands:
            if command.command_id in self._commands:
                raise HearthBug(f"the command {command.command_id} is registered twice")
            self._refuse_taken_shortcuts(command)
            self._commands[command.command_id] = command
            action = self._action_for(command)
            self._actions[command.command_id] = action
            (place or self._window).addAction(action)
        self._apply_shortcuts()

    def remove(self, command_ids: Iterable[str]) -> None:
        """Forget `command_ids`: the page they belong to is gone."""
        for command_id in command_ids:
            self._commands.pop(command_id, None)
            action = self._actions.pop(command_id, None)
            self._applied.pop(command_id, None)
            if action is not None:
                action.setShortcuts([])  # it holds its keys until it is deleted
                action.deleteLater()
        self._apply_shortcuts()

    def all(self) -> Sequence[Command]:
        """All commands, in the order of their groups."""
        return sorted(self._commands.values(), key=lambda command: GROUPS.index(command.group))

    def __contains__(self, command_id: str) -> bool:
        return command_id in self._commands

    def can(self, command_id: str) -> bool:
        """Whether the command exists and can be used now."""
        command = self._commands.get(command_id)
        return command is not None and command.enabled_when()

    def title(self, command_id: str) -> str:
        """What the command is called now."""
        command = self._commands[command_id]
        return command.title if command.title_now is None else command.title_now()

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

    # ---- keys -----------------------------------------------------------------------------------------------------

    def shortcuts(self, command_id: str) -> tuple[str, ...]:
        """The keys that hold now, in portable form; the first one is shown."""
        if command_id in self._overrides:
            return self._overrides[command_id]
        command = self._commands[command_id]
        if not command.everywhere:
            return self.default_shortcuts(command_id)
        chosen = {key for keys in self._overrides.values() for key in keys}
        return tuple(key for key in self.default_shortcuts(command_id) if key not in chosen)

    def default_shortcuts(self, command_id: str) -> tuple[str, ...]:
        """The keys of the declaration, in portable form."""
        return tuple(portable(keys) for keys in self._commands[command_id].shortcuts)

    @property
    def overrides(self) -> dict[str, tuple[str, ...]]:
        """The keys that differ from the declarations, by command id; what is kept in the settings."""
        return dict(self._overrides)

    def use_overrides(self, overrides: Mapping[str, Sequence[str]]) -> None:
        """Take over what the owner chose, in this window or in another."""
        wanted = _portable_overrides(overrides)
        if wanted != self._overrides:
            self._overrides = wanted
            self._apply_shortcuts()

    def set_shortcuts(self, command_id: str, keys: Sequence[str]) -> None:
        """Give a command these keys, taking them from every other one; its default keys end the change."""
        wanted = tuple(dict.fromkeys(portable(one) for one in keys))
        overrides = {
            other: tuple(key for key in kept if key not in wanted)
            for other, kept in self._overrides.items()
            if other != command_id
        }
        overrides[command_id] = wanted
        for one in list(overrides):
            if one in self._commands and overrides[one] == self.default_shortcuts(one):
                del overrides[one]
        self.use_overrides(overrides)

    def conflict_of(self, keys: str, *, besides: str = "") -> Command | None:
        """The command, other than `besides`, that has `keys` now."""
        wanted = portable(keys)
        return next(
            (
                command
                for command_id, command in self._commands.items()
                if command_id != besides and command.everywhere and wanted in self.shortcuts(command_id)
            ),
            None,
        )

    def _apply_shortcuts(self) -> None:
        given: set[str] = set()
        for command_id, action in list(self._actions.items()):
            keys = self.shortcuts(command_id)
            if self._commands[command_id].everywhere:
                # A settings file may give one key twice: Qt would obey neither command, so the first one has it.
                keys = tuple(key for key in keys if key not in given)
                given.update(keys)
            if self._applied.get(command_id, ()) != keys:
                self._applied[command_id] = keys
                action.setShortcuts([QKeySequence(key) for key in keys])
        self.changed.emit()

    # ---- what people read -----------------------------------------------------------------------------------------

    def shortcut(self, command_id: str) -> str:
        """The first shortcut in portable form, empty if there is none."""
        return next(iter(self.shortcuts(command_id)), "")

    def shortcut_text(self, command_id: str) -> str:
        """The first shortcut as this system writes it, empty if there is none."""
        return native(self.shortcut(command_id))

    def keep_hint(self, widget: QWidget, command_id: str, *, title: str = "") -> None:
        """Let the tool tip of `widget` say title and shortcut of a command, whatever its keys become."""

        def show() -> None:
            if shiboken6.isValid(widget) and command_id in self._commands:
                widget.setToolTip(self.hint(command_id, title=title))

        show()
        self.changed.connect(show)
        widget.destroyed.connect(lambda: self.changed.disconnect(show) if shiboken6.isValid(self) else None)

    def hint(self, command_id: str, *, title: str = "") -> str:
        """Title and shortcut for a tool tip; `title` where the widget says it in other words than the command."""
        shortcut = self.shortcut_text(command_id)
        title = title or self._commands[command_id].title.rstrip("…")
        return f"{title} ({shortcut})" if shortcut else title

    def menu(self, command_ids: Sequence[str], parent: QWidget, *, title: str = "") -> QMenu:
        """A menu of these commands; `SEPARATOR` draws a line. It asks what can be used each time it opens."""
        menu = QMenu(title, parent)
        self.extend_menu(menu, command_ids)
        return menu

    def extend_menu(self, menu: QMenu, command_ids: Sequence[str]) -> None:
        """Add these commands to a menu that has other entries, too."""
        for command_id in command_ids:
            if command_id == SEPARATOR:
                menu.addSeparator()
            else:
                menu.addAction(self._actions[command_id])

        def ask_again() -> None:
            for command_id in command_ids:
                self._refresh(command_id)

        menu.aboutToShow.connect(ask_again)

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
        wanted = {portable(text) for text in command.shortcuts if command.everywhere}
        for other in self._commands.values():
            taken = wanted & {portable(text) for text in other.shortcuts if other.everywhere}
            if taken:
                raise HearthBug(f"{command.command_id} and {other.command_id} share {sorted(taken)}")

    def _action_for(self, command: Command) -> QAction:
        action = QAction(command.title, self)
        action.setObjectName(command.command_id)
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
        if command.title_now is not None:
            action.setText(command.title_now())
        if command.checked_when is not None:
            action.setChecked(command.checked_when())


def group_title(group: Group) -> str:
    """What a list of commands writes above this group."""
    match group:
        case "chat":
            return QCoreApplication.translate("Commands", "Chats")
        case "answer":
            return QCoreApplication.translate("Commands", "Answers")
        case "voice":
            return QCoreApplication.translate("Commands", "Voice")
        case "view":
            return QCoreApplication.translate("Commands", "View")
        case "profile":
            return QCoreApplication.translate("Commands", "Profile")
        case "help":
            return QCoreApplication.translate("Commands", "Help")


@lru_cache(maxsize=512)
def portable(keys: str) -> str:
    """Keys as settings keep them, whatever way they are written: “ctrl+n” is “Ctrl+N”."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.PortableText)


def native(keys: str) -> str:
    """Keys as this system writes them."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def _portable_overrides(overrides: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    return {
        command_id: tuple(dict.fromkeys(found for key in keys if (found := portable(key))))
        for command_id, keys in overrides.items()
    }
