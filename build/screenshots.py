"""Pictures of every page in every theme: the real program off-screen, with a stand-in for the model server.

    python3 build/dev.py screenshots [--to FOLDER] [--theme light] [--readme]

`--readme` also writes the pictures that README.md shows, to assets/screenshots/.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QEventLoop, QSize  # noqa: E402 - the platform is chosen before Qt is loaded
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from core.network.doors import Doors  # noqa: E402
from desktop.app import App, make_application  # noqa: E402
from desktop.chat.composer import Draft  # noqa: E402
from desktop.system_events import SystemEvents  # noqa: E402
from tests.peers.http_peer import PeerRequest  # noqa: E402
from tests.peers.ollama_replies import Pause, Reply, Say, answer  # noqa: E402
from tests.peers.ollama_server import OllamaPeer  # noqa: E402
from tests.peers.profile_at_hand import ProfileAtHand  # noqa: E402

THEMES = ("light", "dark", "high_contrast")
WINDOW = QSize(1180, 780)
README_PICTURES = {"light": ("chat", "chat-light"), "dark": ("code", "chat-dark")}
NOWHERE = "unix:path=/nowhere/bus"

LISBON = """A slow Sunday, then. This leaves room to wander:

| When | Where | Why |
| --- | --- | --- |
| 9:30 | Café in Graça | The terrace catches the first sun |
| 11:00 | Miradouro da Senhora do Monte | The widest view of the city |
| 13:00 | Mouraria | Lunch where the menu is one page |
| 16:00 | Gulbenkian gardens | Shade, ducks and nobody in a hurry |

Three things to pack:

1. **Flat shoes** – the hills are real.
2. A refillable bottle.
3. *Patience* for tram 28, or the good sense to walk beside it.

> If it rains, swap the gardens for the Tile Museum."""

LOG = """Reading the file line by line keeps memory flat, however long the log is:

```python
from collections import Counter
from pathlib import Path


def busiest_hours(log: Path, top: int = 3) -> list[tuple[str, int]]:
    \"\"\"The hours with most requests, busiest first.\"\"\"
    hours: Counter[str] = Counter()
    with log.open(encoding="utf-8") as lines:
        for line in lines:
            stamp, _, _ = line.partition(" ")
            hours[stamp[11:13]] += 1
    return hours.most_common(top)
```

`Counter.most_common` sorts only as much as it must. For a file of 2 GB this takes about 40 s on a laptop."""

THOUGHT = "They want hours, not days. A Counter is enough; pandas would be too much for one pass over a file."
TITLES = ("Birthday ideas for Mia", "Tax letter, simpler", "Sourdough starter schedule", "Quarterly report outline")


def main() -> int:
    """Draw everything that was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--to", type=Path, default=ROOT / ".cache" / "screenshots")
    parser.add_argument("--theme", choices=THEMES, action="append")
    parser.add_argument("--readme", action="store_true")
    chosen = parser.parse_args()
    chosen.to.mkdir(parents=True, exist_ok=True)
    application = make_application()
    for theme in chosen.theme or THEMES:
        with OllamaPeer(respond=_respond) as peer, tempfile.TemporaryDirectory() as home:
            _first_steps(Stage(application, Path(home) / "new", peer, theme, chosen.to))
            stage = Stage(application, Path(home) / "hearth", peer, theme, chosen.to)
            _workspace(stage)
            _locked(stage)
        if chosen.readme and theme in README_PICTURES:
            scene, name = README_PICTURES[theme]
            picture = (chosen.to / f"{theme}_{scene}.png").read_bytes()
            (ROOT / "assets" / "screenshots" / f"{name}.png").write_bytes(picture)
    print(f"hearth: {len(list(chosen.to.glob('*.png')))} pictures in {chosen.to}")
    return 0


class Stage:
    """One run of the program in one theme, and the camera."""

    def __init__(self, application: QApplication, home: Path, peer: OllamaPeer, theme: str, to: Path) -> None:
        self.application = application
        self.peer = peer
        self.theme = theme
        self._to = to
        self.at_hand = ProfileAtHand(home, peer.address)
        early = self.at_hand.early
        early.change("appearance.theme", theme)
        self.early = early
        self.app: App = self._new_app()

    def _new_app(self) -> App:
        return App(
            paths=self.at_hand.paths,
            early=self.early,
            make_profiles=lambda: self.at_hand.profiles,
            servers=self.at_hand.servers,
            system_events=SystemEvents(system_bus=NOWHERE, session_bus=NOWHERE),
        )

    def start(self) -> None:
        """Open the window and wait for its first page."""
        self.app.begin()
        self.app.show(self.application)
        self.until(lambda: self.app.window is not None and self.app.window.page is not None)
        assert self.app.window is not None
        self.app.window.resize(WINDOW)
        self.rest()

    def end(self) -> None:
        """Close the window as its owner does."""
        self.app.close()
        self.until(lambda: self.app.window is None or not self.app.window.isVisible())
        self.app.end()

    def begin_anew(self) -> None:
        """A second start on the same home."""
        self.app = self._new_app()
        self.start()

    @property
    def workspace(self) -> Any:
        """The open profile's page."""
        return self.app.workspace

    def shoot(self, name: str, widget: QWidget | None = None) -> None:
        """One picture of the window, or of `widget`."""
        self.rest()
        target = widget or self.app.window
        assert target is not None
        target.grab().save(str(self._to / f"{self.theme}_{name}.png"))

    def ask(self, text: str, *, wait: bool = True) -> None:
        """Send a question; wait for the whole answer."""
        chat = self.workspace.chat
        chat.composer.submitted.emit(Draft(text, ()))
        self.until(lambda: chat.conversation_id and chat.busy)
        if wait:
            self.until(lambda: not chat.busy)
            self.rest(0.6)

    def core(self, work: Any) -> Any:
        """Run `work` on the core's loop."""
        return self.app.bridge.run_to_end(work, timeout_s=30)

    def until(self, true: Callable[[], object], *, most_s: float = 30.0) -> None:
        """Let Qt work until `true`."""
        ends = time.monotonic() + most_s
        while not true():
            if time.monotonic() > ends:
                raise TimeoutError("nothing happened")
            self.application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)

    def rest(self, seconds: float = 0.35) -> None:
        """Let what is announced and animated come to rest."""
        ends = time.monotonic() + seconds
        while time.monotonic() < ends:
            self.application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


# ---- the scenes -----------------------------------------------------------------------------------------------------


def _first_steps(stage: Stage) -> None:
    stage.start()
    stage.shoot("welcome")
    flow = stage.app.flow
    assert flow is not None
    flow.create_page.wanted.emit("Personal", "four unrelated garden words", False, False)
    stage.until(lambda: flow.currentWidget() is flow.recovery)
    stage.shoot("recovery_key")
    stage.end()


def _workspace(stage: Stage) -> None:
    asyncio.run(_make_profile(stage.at_hand))
    stage.early.change("general.last_profile", stage.at_hand.profiles.list()[0].profile_id)
    stage.start()
    stage.until(lambda: stage.workspace is not None)
    stage.rest(1.5)
    stage.shoot("empty")
    _fill_sidebar(stage)
    stage.ask("Plan a slow Sunday in Lisbon for two")
    stage.shoot("chat")
    stage.workspace.chat.show_new()
    stage.workspace.chat._choose_model("qwen3:4b")
    stage.ask("Which hours are busiest in this log? Write Python.")
    stage.shoot("code")
    _in_the_middle(stage)
    _server_gone(stage)
    stage.workspace.chat.show_new(private=True)
    stage.shoot("private")
    stage.workspace.sidebar.search_field.setText("sunday")
    stage.rest(0.8)
    stage.shoot("search")
    stage.workspace.sidebar.search_field.clear()
    picker = stage.workspace.chat.picker
    picker.open_list()
    stage.rest()
    stage.shoot("models", picker._popup)
    picker._popup.close()
    _settings(stage)
    _other_sizes(stage)


def _in_the_middle(stage: Stage) -> None:
    stage.peer.script("qwen3:4b", (Say(LOG[:420]), Pause(60), Say("")))
    stage.ask("And as a one-liner?", wait=False)
    stage.rest(1.2)
    stage.shoot("streaming")
    stage.workspace.chat.stop()
    stage.until(lambda: not stage.workspace.chat.busy)


def _server_gone(stage: Stage) -> None:
    from tests.peers.ollama_replies import failed

    stage.workspace.chat.show_new()
    stage.peer.script(
        "qwen3:4b", failed(500, "model requires more system memory (63.6 GiB) than is available (18.9 GiB)")
    )
    stage.ask("How tall is the Eiffel Tower?")
    stage.shoot("error")


def _settings(stage: Stage) -> None:
    doors: Doors = stage.workspace._assistant.doors
    stage.core(stage.workspace._assistant.open_door("workshop.example", 8080, purpose="The big model in the workshop"))
    doors.refuse("telemetry.example", 443)
    stage.workspace.show_settings("")
    window = stage.workspace._settings_window
    for page in window.pages:
        window.show_page(page)
        stage.shoot(f"settings_{page}", window)
    window.close()


def _other_sizes(stage: Stage) -> None:
    window = stage.app.window
    assert window is not None
    assistant = stage.workspace._assistant
    stage.core(assistant.settings.change("appearance.text_scale_percent", 150))
    stage.shoot("text_150")
    stage.core(assistant.settings.change("appearance.text_scale_percent", 100))
    window.resize(680, 620)
    stage.shoot("narrow")
    window.resize(WINDOW)
    stage.rest()


def _locked(stage: Stage) -> None:
    stage.app.lock()
    stage.until(lambda: stage.app.flow is not None)
    stage.shoot("unlock")
    flow = stage.app.flow
    assert flow is not None
    from core.errors import WrongSecret

    flow.unlock.tell(WrongSecret())
    stage.shoot("unlock_wrong")
    stage.end()


def _fill_sidebar(stage: Stage) -> None:
    assistant = stage.workspace._assistant
    store = assistant.conversations

    async def fill() -> None:
        travel, work = await store.create_folder("Travel"), await store.create_folder("Work")
        for title in TITLES:
            chat = await store.create(title=title)
            await store.append(
                chat.conversation_id, parent_id=None, role="user", text=f"{title}, please, before Sunday."
            )
            if title.startswith("Birthday"):
                await store.pin(chat.conversation_id, True)
            if title.startswith("Quarterly"):
                await store.move(chat.conversation_id, work.folder_id)
                await store.set_tags(chat.conversation_id, ["numbers"])
        chat = await store.create(title="Trains from Porto to Lisbon", folder_id=travel.folder_id)
        await store.append(chat.conversation_id, parent_id=None, role="user", text="Which trains go on a Sunday?")

    stage.core(fill())
    stage.rest()


async def _make_profile(at_hand: ProfileAtHand) -> None:
    await (await at_hand.vault(passphrase="four unrelated garden words")).close()


def _respond(request: PeerRequest) -> Reply | None:
    messages = request.data.get("messages") or [{"content": ""}]
    asked = str(messages[-1].get("content", ""))
    if "Title:" in asked:
        return answer("A slow Sunday in Lisbon" if "Lisbon" in asked else "Busiest hours in a log")
    if "Lisbon" in asked:
        return answer(LISBON, tokens_per_s=400)
    return answer(LOG, thinking=THOUGHT, tokens_per_s=400)


if __name__ == "__main__":
    sys.exit(main())
