"""Pictures of every page in every theme, drawn off-screen by the real program with a stand-in for the model server.

python3 build/dev.py screenshots                             everything, to .cache/screenshots
python3 build/dev.py screenshots --theme dark --only chat    what has “chat” in its name, dark
python3 build/dev.py screenshots --readme                    the pictures of the README, to assets/screenshots
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
os.environ["QT_LOGGING_RULES"] = "qt.qpa.*=false"

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSize
from PySide6.QtGui import QColor, QImage, QImageWriter, QLinearGradient, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from core.clock import ManualClock, RealClock
from core.vault.recovery_key import RecoveryKey
from desktop.app import App, make_application
from desktop.chat.message_row import MessageRow
from desktop.main_window.main_window import MainWindow
from desktop.main_window.shortcuts_overview import ShortcutsOverview
from desktop.main_window.workspace import Workspace
from desktop.system_events import SystemEvents
from desktop.unlock.unlock_flow import UnlockFlow
from tests.peers import demo_profile
from tests.peers.http_peer import PeerRequest
from tests.peers.ollama_replies import Pause, Reply, Say, Think, failed, tokens_of
from tests.peers.ollama_scripts import PLAN, THOUGHT, responder
from tests.peers.ollama_server import OllamaPeer
from tests.peers.profile_at_hand import ProfileAtHand

ROOT = Path(__file__).resolve().parent.parent
THEMES = ("light", "dark", "high_contrast")
WINDOW, NARROW = QSize(1180, 780), QSize(600, 720)
PASSPHRASE = "four unrelated garden words"
RECOVERY_KEY = RecoveryKey("7K2M-9QXD-04TV-ZB6H-3NRE-W81C-PJ5A-YFGS")
NOWHERE = "unix:path=/nowhere/bus"
PATIENCE_S = 20.0
REST_S = 0.25
"""Long enough for what follows a change by itself: layout, the pause before a search, a popup's place."""

TODAY = datetime.now().astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
NOW = TODAY + timedelta(hours=10, minutes=24)
UNFINISHED = PLAN[: PLAN.index("| 13:00")]
SLOW_QUESTION, THINKING_QUESTION, FAILING_QUESTION = "a Sunday, slowly", "a Sunday, after thinking", "a Sunday, in vain"


def respond(request: PeerRequest) -> Reply:
    """Answers that stop growing where a picture is wanted; everything else as in the demonstration."""
    asked = str(request.data["messages"][-1]["content"])
    thought: Reply = tuple(Think(token) for token in tokens_of(THOUGHT))
    if SLOW_QUESTION in asked:
        return (*(Say(token) for token in tokens_of(UNFINISHED)), Pause())
    if THINKING_QUESTION in asked:
        return (*thought, Pause())
    if FAILING_QUESTION in asked:
        return failed(500, "model requires more system memory (63.6 GiB) than is available (18.9 GiB)")
    return responder("demo")(request) or ()


class Camera:
    """Writes pictures of one theme into its folder."""

    def __init__(self, folder: Path, theme: str, only: str = "") -> None:
        self.theme = theme
        self._folder = folder
        self._only = only
        self.taken = 0

    def shoot(self, name: str, widget: QWidget) -> None:
        """A picture of `widget` with the popups that lie over it."""
        if self._only not in name:
            return
        picture = picture_of(widget)
        self._folder.mkdir(parents=True, exist_ok=True)
        save(picture, self._folder / f"{name}-{self.theme}.png")
        self.taken += 1


class Stage:
    """One run of the program with a home of its own."""

    def __init__(self, home: Path, address: str, theme: str) -> None:
        self.at_hand = ProfileAtHand(home, address)
        self.at_hand.early.change("appearance.theme", theme)
        self.at_hand.early.change("appearance.reduced_motion", True)
        self.app = App(
            paths=self.at_hand.paths,
            early=self.at_hand.early,
            make_profiles=lambda: self.at_hand.profiles,
            servers=self.at_hand.servers,
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
        window = self.window
        self.app.close()
        until(lambda: not window.isVisible())
        window.deleteLater()
        self.app.end()
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

    def change(self, name: str, value: object) -> None:
        """Change a setting as its page does."""
        assistant = self.workspace._assistant
        self.app.bridge.run_to_end(assistant.settings.change(name, value), timeout_s=10)
        rest()

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
            chat._choose_model(model)
        chat.composer.set_text(text)
        chat.composer.submit()
        until(lambda: chat.busy)
        until(lambda: any(words in row.plain_text() for row in self.rows()) if words else not chat.busy)
        rest()

    def rows(self) -> list[MessageRow]:
        """The messages on the screen, in order."""
        return list(self.workspace.chat.transcript.list.rows_in_order())


# ---- the pages ------------------------------------------------------------------------------------------------------


def first_start(camera: Camera, home: Path, address: str) -> None:
    """From the welcome to an empty chat."""
    with Stage(home, address, camera.theme) as stage:
        page, recovery = stage.flow.create_page, stage.flow.recovery
        camera.shoot("01-welcome", stage.window)
        page.passphrase._entry.setText(PASSPHRASE)
        page.again._entry.setText("four unrelated garden gnomes")
        page._create()
        rest()
        camera.shoot("02-welcome-refused", stage.window)
        page.again._entry.setText(PASSPHRASE)
        page._create()
        until(lambda: stage.flow.currentWidget() is recovery)
        key = RecoveryKey(recovery._key)
        recovery.show_key(RECOVERY_KEY)
        rest()
        camera.shoot("03-recovery-key", stage.window)
        recovery.typed.setText("7K2M-9QXD")
        recovery._finish()
        rest()
        camera.shoot("04-recovery-key-differs", stage.window)
        recovery.show_key(key)
        recovery.typed.setText(key.text)
        recovery._finish()
        until(lambda: stage.app.workspace is not None and bool(stage.workspace.chat._models))
        rest()
        camera.shoot("05-first-chat", stage.window)


def ways_in(camera: Camera, home: Path, address: str) -> None:
    """Unlock, a wrong passphrase, the recovery key, a backup."""
    at_hand = ProfileAtHand(home, address)
    at_hand.early.change("general.unlock_at_start", False)
    with Stage(home, address, camera.theme) as stage:
        flow = stage.flow
        camera.shoot("06-unlock", stage.window)
        flow.unlock.passphrase._entry.setText("four unrelated garden gnomes")
        flow.unlock._unlock()
        until(lambda: bool(flow.unlock.trouble.text))
        rest()
        camera.shoot("07-unlock-wrong", stage.window)
        flow._show_recover(flow._current, False)
        rest()
        camera.shoot("08-recover", stage.window)
        flow.show_restore()
        rest()
        camera.shoot("09-restore", stage.window)
    at_hand.early.change("general.unlock_at_start", True)


def chats(camera: Camera, home: Path, address: str) -> None:
    """The main window with everything that can lie in it."""
    with Stage(home, address, camera.theme) as stage:
        chat, sidebar = stage.workspace.chat, stage.workspace.sidebar
        until(lambda: bool(chat._models) and len(sidebar.tree.conversation_ids()) > 5)
        rest()
        camera.shoot("10-new-chat", stage.window)
        for title, name in (
            ("Sourdough for two loaves", "11-chat-table"),
            ("Busiest hours in a log", "12-chat-code"),
            (demo_profile.LONG_TITLE, "13-chat-long-title"),
        ):
            stage.open_chat(title)
            camera.shoot(name, stage.window)
        stage.open_chat("Why the sky is blue")
        camera.shoot("14-chat-thinking-folded", stage.window)
        fold = stage.rows()[-1]._thinking
        if fold is not None:
            fold.set_open(True)
        rest()
        camera.shoot("15-chat-thinking-open", stage.window)
        answers_in_the_making(camera, stage)
        search_and_menus(camera, stage)
        composer(camera, stage)
        stage.workspace.commands.run("chat.new_private")
        rest()
        camera.shoot("30-private-empty", stage.window)
        stage.ask("Plan a slow Sunday in Lisbon for two.")
        camera.shoot("31-private-chat", stage.window)
        stage.open_chat("Busiest hours in a log")
        stage.window.resize(NARROW)
        rest()
        camera.shoot("32-narrow", stage.window)
        stage.workspace.commands.run("view.sidebar")
        rest()
        camera.shoot("33-narrow-without-sidebar", stage.window)


def answers_in_the_making(camera: Camera, stage: Stage) -> None:
    """Streaming, thinking, stopped, failed."""
    workspace = stage.workspace
    workspace.commands.run("chat.new")
    stage.ask(f"Plan {SLOW_QUESTION}", "Miradouro")
    camera.shoot("16-streaming", stage.window)
    workspace.chat.stop()
    until(lambda: not workspace.chat.busy)
    rest()
    camera.shoot("17-stopped", stage.window)
    workspace.commands.run("chat.new")
    stage.ask(f"Plan {THINKING_QUESTION}", "a Sunday", model=demo_profile.THINKER)
    camera.shoot("18-thinking", stage.window)
    workspace.chat.stop()
    until(lambda: not workspace.chat.busy)
    workspace.commands.run("chat.new")
    stage.ask(f"Plan {FAILING_QUESTION}", model=demo_profile.MODEL)
    camera.shoot("19-error", stage.window)


def search_and_menus(camera: Camera, stage: Stage) -> None:
    """Search with hits and without, the model list, a context menu, toasts, the shortcuts."""
    workspace = stage.workspace
    sidebar, chat = workspace.sidebar, workspace.chat
    sidebar.search_field.setText("the first")
    until(lambda: sidebar.results._model.rowCount() > 0)
    rest()
    camera.shoot("20-search", stage.window)
    sidebar.results.choose_current()
    rest()
    camera.shoot("21-search-jump", stage.window)
    sidebar.search_field.setText("zeppelin")
    rest(0.6)
    camera.shoot("22-search-nothing", stage.window)
    sidebar.search_field.clear()
    stage.open_chat("Sourdough for two loaves")
    chat.picker.open_list()
    rest()
    camera.shoot("23-model-list", stage.window)
    popup = chat.picker.popup()
    if popup is not None:
        popup.hide()
    workspace.chat_commands.show_menu_for("chat", sidebar.mapToGlobal(QPoint(60, 240)))
    rest()
    camera.shoot("24-chat-menu", stage.window)
    active = QApplication.activePopupWidget()
    if active is not None:
        active.close()
    workspace.toasts.show("Chat deleted.", action=("Undo", lambda: None))
    workspace.toasts.show("Exported.", kind="success")
    rest()
    camera.shoot("25-toasts", stage.window)
    workspace.toasts.dismiss_all()
    workspace.commands.run("help.shortcuts")
    rest()
    overview = workspace.findChild(ShortcutsOverview)
    if overview is not None:
        camera.shoot("26-shortcuts", overview)
        overview.close()


def composer(camera: Camera, stage: Stage) -> None:
    """Attachments, a refusal, a long text; a message that is edited."""
    workspace = stage.workspace
    editor = workspace.chat.composer
    workspace.commands.run("chat.new")
    editor.add_image(a_picture(), name="terrace.png")
    editor.add_text("GET /\n" * 4000, name="access.log")
    editor.set_text("What do you see on this picture,\nand how busy was the server meanwhile?")
    rest()
    camera.shoot("27-composer-attachments", stage.window)
    editor.refuse("This model cannot see pictures. Choose one that can, or remove the picture.")
    rest()
    camera.shoot("28-composer-refusal", stage.window)
    editor.clear()
    stage.open_chat("Busiest hours in a log")
    workspace.chat.transcript.begin_edit(workspace.chat._path[0].message_id)
    rest()
    camera.shoot("29-edit", stage.window)
    stage.rows()[0]._end_edit("")


def settings(camera: Camera, home: Path, address: str) -> None:
    """Every page of the settings, with something on it."""
    with Stage(home, address, camera.theme) as stage:
        workspace = stage.workspace
        assistant = workspace._assistant
        stage.app.bridge.run_to_end(
            assistant.open_door("models.example.org", 443, purpose="The language model in the workshop"), timeout_s=10
        )
        for host in ("telemetry.example.com", "updates.example.net"):
            assistant.doors.refuse(host, 443)
        workspace.show_settings("appearance")
        window = workspace._settings_window
        assert window is not None
        for number, page in enumerate(window.pages, start=40):
            window.show_page(page)
            rest()
            camera.shoot(f"{number}-settings-{page.replace('_', '-')}", window)
        window.search.setText("lock")
        rest(0.6)
        camera.shoot("47-settings-search", window)
        window.search.setText("zeppelin")
        rest(0.6)
        camera.shoot("48-settings-search-nothing", window)
        window.close()
        stage.app.bridge.run_to_end(assistant.close_door("models.example.org", 443), timeout_s=10)
        stage.change("appearance.text_scale_percent", 150)
        stage.open_chat("Sourdough for two loaves")
        camera.shoot("50-chat-150-percent", stage.window)
        workspace.show_settings("privacy")
        rest()
        camera.shoot("51-settings-150-percent", window)
        window.close()
        stage.change("appearance.text_scale_percent", 100)


def no_server(camera: Camera, home: Path) -> None:
    """The window while no model server answers."""
    with Stage(home, "http://127.0.0.1:9", camera.theme) as stage:
        chat = stage.workspace.chat
        until(lambda: bool(chat.picker._server_trouble))
        rest()
        camera.shoot("60-no-server", stage.window)
        chat.composer.set_text("Is anybody there?")
        chat.composer.submit()
        until(lambda: bool(chat._path) and not chat.busy)
        rest(0.6)
        camera.shoot("61-no-server-asked", stage.window)


def for_the_readme(address: str, folder: Path) -> None:
    """The two pictures that people see first."""
    for theme, title in (("light", "Sourdough for two loaves"), ("dark", "Busiest hours in a log")):
        with tempfile.TemporaryDirectory() as home:
            asyncio.run(lived_in(Path(home), address))
            with Stage(Path(home), address, theme) as stage:
                stage.open_chat(title)
                until(lambda stage=stage: bool(stage.workspace.chat._models))  # type: ignore[misc]
                rest()
                path = folder / f"chat-{theme}.png"
                save(picture_of(stage.window), path)
                print(f"{path.relative_to(ROOT)}: {path.stat().st_size / 1000:.0f} kB")


# ---- the tools ------------------------------------------------------------------------------------------------------


async def lived_in(home: Path, address: str) -> None:
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


def picture_of(widget: QWidget) -> QImage:
    """`widget` and the menus, lists and tool tips that lie over it."""
    picture = widget.grab().toImage()
    painter = QPainter(picture)
    for other in QApplication.topLevelWidgets():
        if (
            other is not widget
            and other.isVisible()
            and other.windowFlags() & other.windowType().Popup == other.windowType().Popup
        ):
            painter.drawPixmap(widget.mapFromGlobal(other.pos()), other.grab())
    painter.end()
    return picture


def save(picture: QImage, path: Path) -> None:
    """A PNG as small as Qt makes it."""
    writer = QImageWriter(str(path), b"png")
    writer.setCompression(100)
    if not writer.write(picture.convertToFormat(QImage.Format.Format_RGB888)):
        raise OSError(f"{path}: {writer.errorString()}")


def a_picture() -> QImage:
    """A terrace at sunset, for those who are kind."""
    image = QImage(640, 420, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    sky = QLinearGradient(0, 0, 0, 420)
    for place, colour in ((0.0, "#3b4a7a"), (0.55, "#e48a5b"), (0.72, "#f7cf8b"), (0.73, "#2b4a3f"), (1.0, "#17302a")):
        sky.setColorAt(place, QColor(colour))
    painter.fillRect(image.rect(), sky)
    painter.setBrush(QColor("#fff1cf"))
    painter.drawEllipse(QPoint(430, 240), 34, 34)
    painter.end()
    return image


def main(arguments: list[str]) -> int:
    """Draw what is asked for; returns the exit status."""
    parser = argparse.ArgumentParser(prog="screenshots", description="Pictures of every page in every theme.")
    parser.add_argument("--to", type=Path, default=ROOT / ".cache" / "screenshots")
    parser.add_argument("--theme", choices=THEMES, action="append", help="only this theme")
    parser.add_argument("--only", default="", help="only pictures whose name has this in it")
    parser.add_argument("--readme", action="store_true", help="the pictures of the README instead")
    chosen = parser.parse_args(arguments)
    # The answers in the pictures were written at one time of one day, whenever they are drawn.
    RealClock.now = lambda self: NOW.astimezone(UTC)  # type: ignore[method-assign]
    application = make_application()
    application.setCursorFlashTime(0)
    with OllamaPeer(respond=respond) as peer, tempfile.TemporaryDirectory(prefix="hearth-pictures-") as folder:
        if chosen.readme:
            for_the_readme(peer.address, ROOT / "assets" / "screenshots")
            return 0
        for theme in chosen.theme or THEMES:
            camera = Camera(chosen.to, theme, chosen.only)
            home = Path(folder) / f"lived-in-{theme}"
            asyncio.run(lived_in(home, peer.address))
            first_start(camera, Path(folder) / f"new-{theme}", peer.address)
            ways_in(camera, home, peer.address)
            chats(camera, home, peer.address)
            settings(camera, home, peer.address)
            no_server(camera, home)
            print(f"{camera.taken} pictures, {theme}, in {chosen.to}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
