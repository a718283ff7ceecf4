"""`hearth --self-test`: ears and voice, documents, a vault, a window and a stream, in a folder that is thrown away.

For packagers and for doubtful installations: everything is the real thing, from the window down to the HTTP client; at
the far end a few lines of loopback server stand in for Ollama. Prints a line a step and ends with 0 when all worked.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from core.settings.sections import ModelServerSettings
    from desktop.app import App
    from models.language.language_model import ModelServer

ANSWER = "It works: every word of this came through the real client."
QUESTION = "Does it work?"
PASSPHRASE = "only for this self test"
LONGEST_STEP_S = 30.0

T = TypeVar("T")


def main() -> int:
    """Run all steps; returns 0, or 1 after naming the step that failed."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    started = time.monotonic()
    step = "starting"
    try:
        with tempfile.TemporaryDirectory(prefix="hearth-self-test-") as folder:
            for step, work in _Steps(Path(folder)).all():
                told = work()
                print(f"ok  {step}{': ' + told if told else ''}", flush=True)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is the result of the test
        print(f"FAILED  {step}: {type(error).__name__}: {error}", flush=True)
        return 1
    print(f"self-test passed in {time.monotonic() - started:.1f} s", flush=True)
    return 0


class _Steps:
    """The steps in order; each uses what those before it left."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _TinyOllama)
        self._server.daemon_threads = True
        self._app: App | None = None

    def all(self) -> list[tuple[str, Callable[[], str]]]:
        from desktop.self_test_of_documents import steps as steps_of_documents
        from desktop.self_test_of_voice import steps as steps_of_voice

        return [
            ("libraries that are loaded late", self._libraries),
            *steps_of_voice(self._folder / "voice"),
            *steps_of_documents(self._folder / "documents"),
            ("encrypted vault", self._vault),
            ("window", self._window),
            ("stream", self._stream),
            ("closing, and finding it again", self._again),
        ]

    def _libraries(self) -> str:
        import httpx
        import keyring.backends.SecretService
        import markdown_it
        import ollama
        import psutil
        import pygments.lexers

        pygments.lexers.get_lexer_by_name("python")
        found = [f"{module.__name__}" for module in (httpx, keyring, markdown_it, ollama, psutil)]
        return ", ".join([*found, _sound()])

    def _vault(self) -> str:
        async def make() -> str:
            profiles = _profiles(self._folder)
            vault, recovery_key = await profiles.create("Self-test", passphrase=PASSPHRASE, use_keyring=False)
            await vault.close()
            again = await profiles.open(vault.profile_id, recovery_key)
            await again.close()
            return f"made, closed and opened with its recovery key; {again.paths.database.stat().st_size:,} bytes"

        return asyncio.run(make())

    def _window(self) -> str:
        from core.vault.unlock_secrets import Passphrase
        from desktop.app import App, make_application

        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        application = make_application()
        early, paths = _early(self._folder), _paths(self._folder)
        profiles = _profiles(self._folder)
        app = App(paths=paths, early=early, make_profiles=lambda: profiles, servers=self._servers)
        app.begin()
        app.show(application)
        self._app = app
        _until(lambda: app.flow is not None)
        profile_id = profiles.list()[0].profile_id
        app.bridge.call(profiles.open(profile_id, Passphrase(PASSPHRASE)), done=app.flow.unlocked.emit, owner=app)  # type: ignore[union-attr]
        _until(lambda: app.workspace is not None)
        assert app.window is not None
        return f"{app.window.width()} × {app.window.height()} on {application.platformName()}"

    def _stream(self) -> str:
        from desktop.chat.composer import Draft

        app = self._app
        assert app is not None
        assert app.workspace is not None
        chat = app.workspace.chat
        chat.composer.submitted.emit(Draft(QUESTION, ()))
        _until(lambda: bool(chat.conversation_id) and not chat.busy)
        return "an answer was streamed into the window"

    def _again(self) -> str:
        from core.vault.unlock_secrets import Passphrase

        app = self._app
        assert app is not None
        app.close()
        _until(lambda: app.window is not None and not app.window.isVisible())
        app.end()
        self._server.shutdown()
        self._server.server_close()

        async def look() -> str:
            from core.clock import RealClock
            from core.conversations.conversation_store import ConversationStore
            from core.events import Announcer

            profiles = _profiles(self._folder)
            vault = await profiles.open(profiles.list()[0].profile_id, Passphrase(PASSPHRASE))
            store = ConversationStore(
                vault.writer, vault.readers, vault.blobs, clock=RealClock(), announcer=Announcer()
            )
            (chat,) = await store.list()
            said = [message.text for message in await store.path(chat.conversation_id)]
            await vault.close()
            if said != [QUESTION, ANSWER]:
                raise AssertionError(f"found {len(said)} messages, not what was said")
            return "question and answer are there"

        return asyncio.run(look())

    def _servers(self, settings: ModelServerSettings) -> Mapping[str, ModelServer]:
        from models.language.ollama_model import OllamaServer

        return {"ollama": OllamaServer(f"http://127.0.0.1:{self._server.server_port}")}


class _TinyOllama(BaseHTTPRequestHandler):
    """Just enough of Ollama on loopback for one model and one answer."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Version, models, what is loaded."""
        self._answer({})

    def do_POST(self) -> None:
        """Details and chat."""
        self._answer(json.loads(self.rfile.read(int(self.headers.get("content-length", 0))) or "{}"))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - named so by the library
        """Say nothing."""

    def _answer(self, asked: dict[str, Any]) -> None:
        body = "".join(json.dumps(line) + "\n" for line in self._lines(self.path, asked)).encode()
        self.send_response(200)
        self.send_header("content-type", "application/x-ndjson")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _lines(self, path: str, asked: dict[str, Any]) -> list[dict[str, Any]]:
        now, model = "2026-01-01T00:00:00.000000000Z", "self-test:1b"
        if path == "/api/version":
            return [{"version": "99.0.0"}]
        if path == "/api/tags":
            entry = {"name": model, "model": model, "modified_at": now, "size": 1, "digest": "0" * 64}
            return [{"models": [entry]}]
        if path == "/api/ps":
            return [{"models": []}]
        if path == "/api/show":
            return [{"capabilities": ["completion"], "details": {"family": "test"}, "model_info": {}}]
        words = [] if not asked.get("messages") else ANSWER.split(" ")
        said = [
            {"model": model, "created_at": now, "message": {"role": "assistant", "content": (" " if at else "") + word}}
            for at, word in enumerate(words)
        ]
        end = {"model": model, "created_at": now, "message": {"role": "assistant", "content": ""}, "done": True}
        return [{**line, "done": False} for line in said] + [{**end, "done_reason": "stop", "eval_count": len(words)}]


def _sound() -> str:
    try:
        import sounddevice
    except OSError:
        return "no PortAudio"
    return f"sounddevice with {sounddevice.get_portaudio_version()[1].split(',')[0]}"


def _paths(folder: Path) -> Any:
    from core.paths import HearthPaths

    return HearthPaths.below(folder)


def _early(folder: Path) -> Any:
    from core.settings.settings_store import EarlySettingsFile

    return EarlySettingsFile(_paths(folder).early_settings)


def _profiles(folder: Path) -> Any:
    from core.vault.kdf import FLOOR
    from core.vault.profiles import Profiles

    return Profiles(_paths(folder), kdf=FLOOR)


def _until(true: Callable[[], bool]) -> None:
    """Let Qt work until `true`. Raises TimeoutError."""
    from PySide6.QtCore import QCoreApplication

    ends = time.monotonic() + LONGEST_STEP_S
    while not true():
        QCoreApplication.processEvents()
        if time.monotonic() > ends:
            raise TimeoutError("nothing happened")
        time.sleep(0.005)


if __name__ == "__main__":
    sys.exit(main())
