"""The whole window with a real profile and a stand-in for Ollama, off-screen: what tests of the desktop start."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.assistant import Assistant
from core.events import Announcer
from core.library.sources import Sources
from core.paths import HearthPaths
from core.settings.settings_store import EarlySettingsFile, SettingsStore
from core.vault.kdf import FLOOR
from core.vault.os_keyring import OsKeyring
from core.vault.profiles import Profiles
from desktop.app import App
from desktop.chat.chat_page import ChatPage
from desktop.main_window.sidebar import Sidebar
from desktop.main_window.workspace import Workspace
from desktop.system_events import SystemEvents
from models.language.ollama_model import OllamaServer
from tests.peers.fake_keyring import FakeKeyring
from tests.peers.ollama_server import OllamaPeer
from tests.peers.patience import PATIENCE_MS, PATIENCE_S

PASSPHRASE = "correct horse battery"


class WindowDriver:
    """Starts the program's own `App` and does with it what an owner does. Close it with `end`."""

    def __init__(
        self,
        home: Path,
        qtbot: QtBot,
        peer: OllamaPeer | None = None,
        *,
        keyring: FakeKeyring | None = None,
        sources: Sources | None = None,
    ) -> None:
        self.qtbot = qtbot
        self.paths = HearthPaths.below(home)
        self.keyring = keyring or FakeKeyring()
        self.early = EarlySettingsFile(self.paths.early_settings)
        self.address = peer.address if peer is not None else "http://127.0.0.1:9"
        nowhere = "unix:path=/nowhere/bus"
        self.app = App(
            paths=self.paths,
            early=self.early,
            make_profiles=self.profiles,
            servers=lambda settings: {
                "ollama": OllamaServer(settings.ollama_address if settings.private_ollama else self.address)
            },
            sources=sources,
            system_events=SystemEvents(system_bus=nowhere, session_bus=nowhere),
        )

    def profiles(self) -> Profiles:
        """The profiles below this home, with cheap passphrases."""
        return Profiles(self.paths, keyring=OsKeyring(self.keyring), kdf=FLOOR)

    def make_profile(
        self,
        alias: str = "Personal",
        *,
        use_keyring: bool = True,
        passphrase: str | None = None,
        newcomer: bool = False,
    ) -> str:
        """A profile that exists before the program starts; returns its recovery key. Only a `newcomer` is guided."""

        async def made() -> str:
            vault, key = await self.profiles().create(alias, passphrase=passphrase, use_keyring=use_keyring)
            settings = SettingsStore(self.early, writer=vault.writer, announcer=Announcer())
            await settings.change("guide.finished", not newcomer)
            await vault.close()
            return key.text

        return self.app.bridge.run_to_end(made(), timeout_s=PATIENCE_S)

    def start(self) -> None:
        """Start the program and wait for its first page."""
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self.app.begin()
        self.app.show(application)
        self.wait(lambda: self.app.window is not None and self.app.window.page is not None)

    def wait(self, condition: Callable[[], object]) -> None:
        """Let the program run until `condition` holds."""
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=PATIENCE_MS)

    @property
    def workspace(self) -> Workspace:
        """The open profile's page."""
        workspace = self.app.workspace
        assert workspace is not None
        return workspace

    @property
    def chat(self) -> ChatPage:
        """The chat page."""
        return self.workspace.chat

    @property
    def sidebar(self) -> Sidebar:
        """The sidebar."""
        return self.workspace.sidebar

    @property
    def assistant(self) -> Assistant:
        """The core behind the window."""
        return self.workspace._assistant

    def ask(self, text: str, *, wait: bool = True) -> None:
        """Type a question and send it with Enter; wait for the whole answer unless told otherwise."""
        before = {message.message_id for message in self.chat.path}
        self.chat.composer.set_text(text)
        self.chat.composer.submit()
        if wait:
            self.wait(lambda: self._is_answered(before))

    def _is_answered(self, before: set[str]) -> bool:
        """Whether there is an answer that was not there `before`, in its final form."""
        last = next(reversed(self.chat.path), None)
        is_new = last is not None and last.role == "assistant" and last.message_id not in before
        return is_new and last.state != "streaming" and not self.chat.busy

    def texts(self) -> list[str]:
        """The texts of the messages on the screen."""
        model = self.chat.transcript.model
        return [model.text_of(row) for row in range(len(model))]

    def end(self) -> None:
        """Close the window as its owner does, and end the core."""
        if self.app._ended:
            return
        window = self.app.window
        if window is not None:
            window.close()
            self.wait(lambda: not window.isVisible())
            window.deleteLater()
        self.app.end()
