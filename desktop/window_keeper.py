"""Shows, hides and brings forward the one window, as tray, hotkeys and later starts ask for it.

The window is hidden only where the owner has a way back to it.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from pathlib import Path

    from core.settings.settings_store import EarlySettingsFile
    from desktop.main_window.main_window import MainWindow
    from desktop.main_window.workspace import Workspace
    from desktop.presence import Presence

log = logging.getLogger("hearth.window_keeper")

LOOK_FOR_TRAY_MS = 8_000
"""After a login the tray may come later than Hearth does."""


class WindowKeeper(QObject):
    """`workspace` gives the open profile's page, None while Hearth is locked."""

    def __init__(
        self,
        window: MainWindow,
        presence: Presence,
        early: EarlySettingsFile,
        *,
        workspace: Callable[[], Workspace | None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._presence = presence
        self._early = early
        self._workspace = workspace
        self._files: list[Path] = []  # handed over while Hearth was locked
        presence.window_wanted.connect(self.bring_to_front)
        presence.window_toggled.connect(self._toggle)
        presence.new_chat_wanted.connect(lambda token: self._run("chat.new", token))
        presence.settings_wanted.connect(lambda: self._run("profile.settings"))
        presence.chat_wanted.connect(self._show_chat)
        presence.page_wanted.connect(self._show_page)
        presence.models_wanted.connect(self._show_models)
        presence.files_wanted.connect(self._attach)
        presence.link_activated.connect(self._open_link)
        presence.way_back_lost.connect(self.show_if_lost_later)

    def bring_to_front(self, token: str = "") -> None:
        """Show the window before all others. `token` proves to the compositor that the owner wants that."""
        if token:
            os.environ["XDG_ACTIVATION_TOKEN"] = token  # Qt hands it on with the next request and forgets it
        if self._window.isMinimized():
            self._window.showNormal()
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()
        self._presence.put_notices_away()

    def hide(self) -> bool:
        """Hide the window where the owner wants Hearth to go on; False where it has to end instead."""
        if not (self._early.values.desktop.close_to_tray and self._presence.can_bring_back):
            return False
        self._window.hide()
        if not self._early.values.desktop.told_about_tray:
            self._tell_once()
        return True

    def show_if_lost_later(self) -> None:
        """A program that waits where nobody can reach it is no help: after a while it shows itself."""
        QTimer.singleShot(LOOK_FOR_TRAY_MS, self, self._show_if_lost)

    def _show_if_lost(self) -> None:
        if not self._window.isVisible() and not self._presence.can_bring_back:
            self._window.show()

    def _tell_once(self) -> None:
        self._presence.notifications.notify(
            self.tr("Hearth goes on"),
            self.tr("The window is closed; the quick chat stays at hand. Settings › Desktop changes that."),
            subject="tray",
            reveals=False,
        )
        try:
            self._early.change("desktop.told_about_tray", True)
        except OSError as error:
            log.warning("it will be told again: %s", type(error).__name__)

    def _toggle(self, token: str) -> None:
        if not self._window.isActiveWindow() or not self.hide():
            self.bring_to_front(token)

    def _run(self, command_id: str, token: str = "") -> None:
        self.bring_to_front(token)
        workspace = self._workspace()
        if workspace is not None:
            workspace.commands.run(command_id)

    def _show_chat(self, conversation_id: str) -> None:
        self.bring_to_front()
        workspace = self._workspace()
        if workspace is not None:
            workspace.chat.show_conversation(conversation_id)

    def _show_page(self, name: str) -> None:
        self.bring_to_front()
        workspace = self._workspace()
        if workspace is not None:
            workspace.pages.show_page(name)

    def _show_models(self, purpose: str) -> None:
        self.bring_to_front()
        workspace = self._workspace()
        if workspace is not None:
            workspace.show_models(purpose)

    def _attach(self, files: list[Path]) -> None:
        self._files += files
        self.go_on()

    def go_on(self) -> None:
        """A profile is open: do what was asked for while Hearth was locked."""
        workspace = self._workspace()
        if workspace is not None and self._files:
            files, self._files = self._files, []
            workspace.chat.show_new()
            workspace.chat.composer.add_files(files)

    def _open_link(self, address: str) -> None:
        self.bring_to_front()
        workspace = self._workspace()
        if workspace is not None:
            workspace.open_link(address)
