"""Runs the real program off-screen, in homes of its own, with stand-ins for everything outside it."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtWidgets import QApplication, QWidget

from core.clock import ManualClock
from core.library.sources import Sources
from desktop.app import App
from desktop.chat.message_row import MessageRow
from desktop.main_window.main_window import MainWindow
from desktop.main_window.workspace import Workspace
from desktop.presence import Presence
from desktop.settings.settings_window import SettingsWindow
from desktop.system_events import SystemEvents
from desktop.unlock.unlock_flow import UnlockFlow
from models.hardware import GraphicsCard, Hardware
from tests.peers import demo_profile
from tests.peers.http_peer import PeerRequest
from tests.peers.ollama_replies import Pause, Reply, Say, Think, answer, failed, tokens_of
from tests.peers.ollama_scripts import PLAN, THOUGHT, responder
from tests.peers.ollama_server import OllamaPeer
from tests.peers.profile_at_hand import ProfileAtHand

T = TypeVar("T")

WINDOW, NARROW = QSize(1180, 780), QSize(600, 720)
PASSPHRASE = "four unrelated garden words"
NOBODY = "http://127.0.0.1:9"
NOWHERE = "unix:path=/nowhere/bus"
PATIENCE_S = 20.0
REST_S = 0.25
"""Long enough for what follows a change by itself: layout, the pause before a search, a popup's place."""

TODAY = datetime.now().astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
NOW = TODAY + timedelta(hours=10, minutes=24)
UNFINISHED = PLAN[: PLAN.index("| 13:00")]
INVOICE_QUESTION = "How much is to be paid, and when is it due?"
LEASE_QUESTION = "How do I end my lease, and when do I hand over the keys?"
LEASE_ANSWER = """\
You can end it with **three months' notice to the end of a month** [2], and it has to be in writing: an e-mail is not \
enough [2].

- The keys are handed over on the last working day of the notice period, between 9 and 12 o'clock [1].
- Before that, sweep the flat and fill the holes in the walls [1].
- Your deposit of three months of rent is paid back with interest within six weeks [9]."""
SLOW_QUESTION, THINKING_QUESTION, FAILING_QUESTION = "a Sunday, slowly", "a Sunday, after thinking", "a Sunday, in vain"

GIB = 1024**3
LAPTOP = Hardware(
    system="Linux 6.17",
    processor="AMD Ryzen 7 7840U",
    cores=8,
    threads=16,
    memory_bytes=31 * GIB,
    free_memory_bytes=19 * GIB,
    cards=(GraphicsCard("AMD Radeon 780M", "amd", shares_memory=True),),
    free_disk_bytes=212 * GIB,
)
"""What every picture says of the computer, whichever draws it."""


def respond(request: PeerRequest) -> Reply:
    """Answers that stop growing where a picture is wanted; everything else as in the demonstration."""
    asked = str(request.data["messages"][-1]["content"])
    thought: Reply = tuple(Think(token) for token in tokens_of(THOUGHT))
    if SLOW_QUESTION in asked:
        return (*(Say(token) for token in tokens_of(UNFINISHED)), Pause())
    if THINKING_QUESTION in asked:
        return (*thought, Pause())
    if LEASE_QUESTION in asked and "[Passages" in asked:
        return answer(LEASE_ANSWER)
    if INVOICE_QUESTION in asked:
        sums = re.search(r"(\d+) euros, due", asked)
        return answer(f"{sums[1]} euros, within 14 days of receipt [1]." if sums else "NOT IN THIS FILE")
    if FAILING_QUESTION in asked:
        return failed(500, "model requires more system memory (63.6 GiB) than is available (18.9 GiB)")
    return responder("demo")(request) or ()


@dataclass(frozen=True, slots=True)
class Studio:
    """With what scenes are drawn: a folder for homes, the stand-in for Ollama, and how the program shall look."""

    folder: Path
    peer: OllamaPeer
    theme: str
    language: str = "en"
    text_percent: int = 100

    @property
    def address(self) -> str:
        """Where the stand-in answers."""
        return self.peer.address

    @property
    def lived_in(self) -> Path:
        """The home of the demonstration's profile, made when it is first wanted."""
        home = self.folder / f"lived-in-{self.theme}-{self.language}-{self.text_percent}"
        if not home.exists():
            asyncio.run(_live_in(home, self.address))
        return home

    def new_home(self, name: str) -> Path:
        """An empty home."""
        return self.folder / f"{name}-{self.theme}-{self.language}-{self.text_percent}"

    def stage(self, home: Path, address: str | None = None, **choices: Any) -> Stage:
        """The program at `home`, answered from `address`, by default by the demonstration's stand-in."""
        return Stage(self, home, self.address if address is None else address, **choices)


class Stage:
    """One run of the program."""

    def __init__(self, studio: Studio, home: Path, address: str, *, sources: Sources | None = None) -> None:
        self.at_hand = ProfileAtHand(home, address)
        for name, value in (
            ("appearance.theme", studio.theme),
            ("appearance.language", studio.language),
            ("appearance.text_scale_percent", studio.text_percent),
            ("appearance.reduced_motion", True),
        ):
            self.at_hand.early.change(name, value)
        self.app = App(
            paths=self.at_hand.paths,
            early=self.at_hand.early,
            make_profiles=lambda: self.at_hand.profiles,
            servers=self.at_hand.servers,
            sources=replace(sources or Sources(), owners_ollama=address, checks_room=False),
            system_events=SystemEvents(system_bus=NOWHERE, session_bus=NOWHERE),
        )

    def __enter__(self) -> Stage:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self.app.begin()
        self.app.show(application)
        until(lambda: self.window.page is not None)
        self.window.resize(WINDOW)
        rest()
        return self

    def __exit__(self, *_: object) -> None:
        window, translation = self.window, self.app.translation
        self.app.close()
        until(lambda: not window.isVisible())
        window.deleteLater()
        self.app.end()
        if translation is not None:
            translation.blockSignals(True)  # nothing is left to be made anew
            translation.choose("en")
        rest(0)

    @property
    def window(self) -> MainWindow:
        """The frame."""
        assert self.app.window is not None
        return self.app.window

    @property
    def flow(self) -> UnlockFlow:
        """The pages of the way in."""
        assert self.app.flow is not None
        return self.app.flow

    @property
    def workspace(self) -> Workspace:
        """The open profile."""
        assert self.app.workspace is not None
        return self.app.workspace

    @property
    def presence(self) -> Presence:
        """Tray, hotkeys and quick chat, which are made a moment after the start."""
        until(lambda: self.app.presence is not None)
        assert self.app.presence is not None
        return self.app.presence

    @property
    def settings(self) -> SettingsWindow:
        """The window of the settings, once it was opened."""
        window = self.workspace._settings_window
        assert window is not None
        return window

    def do(self, work: Coroutine[Any, Any, T]) -> T:
        """Let the core do `work`, and wait for it."""
        return self.app.bridge.run_to_end(work, timeout_s=20)

    def change(self, name: str, value: object) -> None:
        """Change a setting as its page does."""
        self.do(self.workspace._assistant.settings.change(name, value))
        rest()

    def show_page(self, name: str) -> QWidget:
        """Show a page beside the sidebar."""
        page = self.workspace.pages.show_page(name)
        rest(0.5)
        return page

    def open_chat(self, title: str) -> None:
        """Show the chat called `title`."""
        tree, chat = self.workspace.sidebar.tree, self.workspace.chat
        until(lambda: len(tree.conversation_ids()) > 5)
        found = (tree.conversation(one) for one in tree.conversation_ids())
        wanted = next(one.conversation_id for one in found if one is not None and one.title == title)
        chat.show_conversation(wanted)
        until(lambda: chat.conversation_id == wanted and bool(chat.transcript.list.rows))
        rest()

    def ask(self, text: str, words: str = "", *, model: str = "") -> None:
        """Ask, and wait until the answer is over, or as far as `words`."""
        chat = self.workspace.chat
        if model:
            chat.model_desk.choose(model)
        chat.composer.set_text(text)
        chat.composer.submit()
        until(lambda: chat.busy)
        until(lambda: any(words in row.plain_text() for row in self.rows()) if words else not chat.busy)
        rest()

    def rows(self) -> list[MessageRow]:
        """The messages on the screen, in order."""
        return list(self.workspace.chat.transcript.list.rows_in_order())

    def until_ready(self) -> None:
        """Wait for the chats and models of the demonstration's profile."""
        chat, tree = self.workspace.chat, self.workspace.sidebar.tree
        until(lambda: bool(chat.models) and len(tree.conversation_ids()) > 5)
        rest()


async def _live_in(home: Path, address: str) -> None:
    """Make the demonstration's profile below `home`."""
    clock = ManualClock((TODAY - timedelta(days=100)).astimezone(UTC))
    at_hand = ProfileAtHand(home, address, clock=clock)
    await (await at_hand.vault(passphrase=PASSPHRASE)).close()
    async with at_hand.assistant() as assistant:
        await demo_profile.fill(assistant, clock, TODAY)
    at_hand.early.change("general.last_profile", at_hand.profiles.list()[0].profile_id)


def until(true: Callable[[], object]) -> None:
    """Let the program run until `true`. Raises TimeoutError."""
    ends = time.monotonic() + PATIENCE_S
    while not true():
        QCoreApplication.processEvents()
        if time.monotonic() > ends:
            raise TimeoutError("what the picture should show did not come")
        time.sleep(0.003)


def rest(seconds: float = REST_S) -> None:
    """Let the program come to rest."""
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        QCoreApplication.processEvents()
        time.sleep(0.003)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
