"""The icon in the system tray: what Hearth is doing, and its menu.

A tray may be missing, come later or go away while Hearth runs. `available` says how it is now; whoever hides the window
must look at it first, or the owner has no way back.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget

from desktop.commands import SEPARATOR, Command, Commands
from desktop.theme.icons import icon
from desktop.theme.tray_icons import TrayState, tray_icon

__all__ = ["RecentChat", "Tray", "TrayState"]

LOOK_EVERY_MS = 2_000
"""Qt does not tell when a tray comes or goes; asking costs one look at a property of the X server or the bus."""

MOST_CHATS = 3
_LONGEST_TITLE = 40
_MENU = (
    "tray.quick",
    "tray.new",
    "tray.window",
    SEPARATOR,
    "tray.lock",
    "tray.unlock",
    "tray.settings",
    SEPARATOR,
    "tray.quit",
)


@dataclass(frozen=True, slots=True)
class RecentChat:
    """A chat that the menu offers."""

    conversation_id: str
    title: str


class Tray(QObject):
    """Tells by signals what the owner wants. Made once; shown by `show`; `retranslate` after a change of language."""

    quick_wanted = Signal()
    new_chat_wanted = Signal()
    window_wanted = Signal()
    chat_wanted = Signal(str)  # conversation id
    lock_wanted = Signal()
    unlock_wanted = Signal()
    settings_wanted = Signal()
    quit_wanted = Signal()
    message_clicked = Signal()  # the balloon that `tell` showed
    available_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None, *, state: TrayState = "locked") -> None:
        super().__init__(parent)
        self._state: TrayState = state
        self._wanted = False
        self._chats: tuple[RecentChat, ...] = ()
        self._host = QWidget()  # never shown: menus and their commands must belong to a widget
        self._commands: Commands | None = None
        self._menu: QMenu | None = None
        self._icon = QSystemTrayIcon(self)
        self._icon.activated.connect(self._activated)
        self._icon.messageClicked.connect(self.message_clicked)
        self.available = QSystemTrayIcon.isSystemTrayAvailable()
        self._look = QTimer(self, interval=LOOK_EVERY_MS)
        self._look.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._look.timeout.connect(self.look)
        self.destroyed.connect(self._host.deleteLater)
        self.retranslate()

    # ---- what it shows --------------------------------------------------------------------------------------------

    @property
    def state(self) -> TrayState:
        """What is shown."""
        return self._state

    def set_state(self, state: TrayState) -> None:
        """Show what Hearth is doing. A locked Hearth offers no chats."""
        if state != self._state:
            menu_changes = "locked" in (state, self._state)
            self._state = state
            if state == "locked":
                self._chats = ()
            if menu_changes:
                self._make_menu()
            self._show_state()

    def set_chats(self, chats: Sequence[RecentChat]) -> None:
        """Offer the newest of these chats in the menu; nothing while Hearth is locked."""
        newest = () if self._state == "locked" else tuple(chats[:MOST_CHATS])
        if newest != self._chats:
            self._chats = newest
            self._make_menu()

    def retranslate(self) -> None:
        """Say everything anew, in the language that is spoken now."""
        if self._commands is not None:
            self._commands.deleteLater()
        self._commands = Commands(self._host, icon_of=icon)
        self._commands.add(self._all_commands())
        self._make_menu()
        self._show_state()

    def tell(self, title: str, text: str) -> bool:
        """Show a message beside the icon; False where there is no icon, or the tray knows no messages."""
        if not (self.shown and self.available and QSystemTrayIcon.supportsMessages()):
            return False
        self._icon.showMessage(title, text, tray_icon("idle"))
        return True

    # ---- whether it is there --------------------------------------------------------------------------------------

    @property
    def shown(self) -> bool:
        """Whether the icon is wanted; it is seen as soon as there is a tray (`available`)."""
        return self._wanted

    def show(self) -> None:
        """Show the icon, now or as soon as there is a tray."""
        self._wanted = True
        if sys.platform.startswith("linux"):
            self._look.start()
        self.look()
        self._icon.setVisible(self.available)

    def hide(self) -> None:
        """Take the icon away."""
        self._wanted = False
        self._look.stop()
        self._icon.hide()

    def look(self) -> None:
        """Ask whether there is a tray; `available_changed` tells when that has changed."""
        available = QSystemTrayIcon.isSystemTrayAvailable()
        if available == self.available:
            return
        self.available = available
        # The icon of a tray that went is not put by itself into the one that comes.
        self._icon.setVisible(available and self._wanted)
        self.available_changed.emit(available)

    # ---- its parts ------------------------------------------------------------------------------------------------

    def _all_commands(self) -> list[Command]:
        is_open: Callable[[], bool] = lambda: self._state != "locked"  # noqa: E731
        return [
            Command("tray.quick", self.tr("Quick chat"), self.quick_wanted.emit, icon="flame"),
            Command("tray.new", self.tr("New chat"), self.new_chat_wanted.emit, icon="new-chat", enabled_when=is_open),
            Command("tray.window", self.tr("Show Hearth"), self.window_wanted.emit, icon="display"),
            Command("tray.lock", self.tr("Lock"), self.lock_wanted.emit, icon="lock"),
            Command("tray.unlock", self.tr("Unlock…"), self.unlock_wanted.emit, icon="unlock"),
            Command(
                "tray.settings",
                self.tr("Settings…"),
                self.settings_wanted.emit,
                icon="settings",
                enabled_when=is_open,
            ),
            Command("tray.quit", self.tr("Quit Hearth"), self.quit_wanted.emit),
        ]

    def _make_menu(self) -> None:
        """A new menu each time it changes: trays that draw it themselves read it once."""
        if self._commands is None:
            return
        left_out = "tray.lock" if self._state == "locked" else "tray.unlock"
        menu = self._commands.menu([one for one in _MENU if one != left_out], self._host)
        menu.setToolTipsVisible(False)
        if self._chats:
            recent = QMenu(self.tr("Recent chats"), menu)
            recent.setIcon(icon("clock"))
            menu.insertMenu(menu.actions()[3], recent)
            for chat in self._chats:
                title = chat.title if len(chat.title) <= _LONGEST_TITLE else chat.title[: _LONGEST_TITLE - 1] + "…"
                shown = title or self.tr("New chat")
                self._commands.add_choice(recent, shown, partial(self.chat_wanted.emit, chat.conversation_id))
        self._commands.refresh()
        self._icon.setContextMenu(menu)
        if self._menu is not None:
            self._menu.deleteLater()
        self._menu = menu

    def _show_state(self) -> None:
        self._icon.setIcon(tray_icon(self._state))
        self._icon.setToolTip(self._words())

    def _words(self) -> str:
        words: dict[TrayState, str] = {
            "idle": self.tr("Hearth is ready"),
            "armed": self.tr("Hearth’s microphone is open"),
            "listening": self.tr("Hearth is listening"),
            "thinking": self.tr("Hearth is writing an answer"),
            "speaking": self.tr("Hearth is speaking"),
            "offline": self.tr("Hearth finds no model server"),
            "locked": self.tr("Hearth is locked"),
        }
        return words[self._state]

    def tooltip(self) -> str:
        """The state in words."""
        return self._icon.toolTip()

    def menu(self) -> QMenu:
        """The menu, as it is now."""
        assert self._menu is not None
        return self._menu

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        reasons = QSystemTrayIcon.ActivationReason
        if reason == reasons.Trigger:
            self.quick_wanted.emit()
        elif reason == reasons.MiddleClick:
            self.window_wanted.emit()

    def place(self) -> QPoint | None:
        """Where the icon is on the screen, None where the system does not say."""
        where = self._icon.geometry()
        return where.center() if where.isValid() else None
