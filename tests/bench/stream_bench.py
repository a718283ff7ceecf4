"""Tokens through client, turn and bridge onto the screen, against bare httpx reading the same stream.

The server is the stand-in, in a process of its own. Everything of ours is real: vault, turn, bridge, window.
"""

from __future__ import annotations

import asyncio
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from tests.bench.figure import Figure
from tests.peers.profile_at_hand import ProfileAtHand

ROOT = Path(__file__).resolve().parent.parent.parent
MODEL = "llama3.2:3b"
FIRST_TOKENS = 16
# The stand-in waits 50 ms before its first token, as the fastest models do while they read the prompt; what Hearth does
# meanwhile (storing the question, drawing its row) costs nobody anything.
HELLO_TOKENS_PER_S = 20
PACE_TOKENS_PER_S = 1000  # several times what a local model of three billion parameters writes
FLOODS = 3
REST_S = 0.3  # nobody asks on within milliseconds of the last word: what is done in idle moments is done then


def measure() -> list[Figure]:
    """First token in the middle of a chat, a paced stream, and a flood for orientation."""
    with serving("hello", tokens_per_s=HELLO_TOKENS_PER_S) as address:
        bare_ms, ours_ms = _first_tokens(address)
    with serving("flood", tokens=4000, tokens_per_s=PACE_TOKENS_PER_S) as address:
        bare_paced, ours_paced = _throughputs(address, rounds=3)
    with serving("flood", tokens=20_000) as address:
        bare_flood, ours_flood = _throughputs(address, rounds=FLOODS)
    added = median(ours_ms) - median(bare_ms)
    return [
        Figure(
            f"tokens to the screen, {PACE_TOKENS_PER_S} a second",
            ours_paced,
            "tokens/s",
            bare_paced,
            0.95,
            at_least=True,
        ),
        Figure("  the same flat out (informs)", ours_flood, "tokens/s", bare_flood),
        Figure("first token on the screen: added to bare httpx", added, "ms", target=20),
        Figure("  of which bare httpx itself", median(bare_ms), "ms"),
    ]


@contextmanager
def serving(script: str, *, tokens: int = 1, tokens_per_s: float = 0) -> Iterator[str]:
    """The stand-in as a process; yields its address."""
    command = [sys.executable, "-P", "-c", _SERVE, "--script", script]
    command += ["--tokens", str(tokens), "--tokens-per-s", str(tokens_per_s)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdout is not None
        found = re.search(r"http://[\d.:]+", process.stdout.readline())
        assert found is not None
        try:
            yield found.group()
        finally:
            process.kill()


_SERVE = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from tests.peers.ollama_server import main; main()"


def _first_tokens(address: str) -> tuple[list[float], list[float]]:
    with Window(address) as window:
        window.ask("warm up")
        bare, ours = [], []
        for _ in range(FIRST_TOKENS):
            bare.append(_bare(address)[0])
            ours.append(window.ask("Hello?")[0])
    return bare, ours


def _throughputs(address: str, *, rounds: int) -> tuple[float, float]:
    """Medians of tokens per second from the question to the last token, bare and ours in turns."""
    with Window(address) as window:
        bare, ours = [], []
        for number in range(rounds):
            bare.append(_bare(address)[1])
            # In a new chat, or it would wait for a summary of the answer before; in other words, past any cache.
            window.chat.show_new()
            ours.append(window.ask(f"Write on, for the time number {number}.")[1])
    return median(bare), median(ours)


def _bare(address: str) -> tuple[float, float]:
    """(milliseconds to the first token, tokens per second in all) of a plain httpx client that parses each line."""
    import httpx

    body = {"model": MODEL, "messages": [{"role": "user", "content": "Hello?"}], "stream": True}

    async def read() -> tuple[float, float]:
        async with httpx.AsyncClient(trust_env=False, timeout=120) as client:
            await client.get(f"{address}/api/version")  # the connection is there, as it is for Hearth
            started = time.perf_counter()
            first = 0.0
            async with client.stream("POST", f"{address}/api/chat", json=body) as response:
                async for line in response.aiter_lines():
                    data = json.loads(line)
                    if not first and data["message"]["content"]:
                        first = time.perf_counter()
                    if data["done"]:
                        tokens = data["eval_count"]
            ended = time.perf_counter()
        return (first - started) * 1000, tokens / (ended - started)

    return asyncio.run(read())


class Window:
    """The real program in this process, off-screen, with a real profile."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._folder = tempfile.TemporaryDirectory()

    def __enter__(self) -> Window:
        from desktop.app import App, make_application

        home = Path(self._folder.name)
        os.environ["HEARTH_HOME"] = str(home)
        at_hand = ProfileAtHand(home, self._address)
        asyncio.run(_make_profile(at_hand))
        early = at_hand.early
        early.change("general.last_profile", at_hand.profiles.list()[0].profile_id)
        self._application = make_application()
        self._app = App(
            paths=at_hand.paths, early=early, make_profiles=lambda: at_hand.profiles, servers=at_hand.servers
        )
        self._app.begin()
        self._app.show(self._application)
        self.until(lambda: self._app.workspace is not None)
        assert self._app.workspace is not None
        self.chat = self._app.workspace.chat
        self.chat.model_desk.choose(MODEL)
        self.until(lambda: False, most_s=1.5)  # what starts late has started
        return self

    def __exit__(self, *_: object) -> None:
        self._app.close()
        self.until(lambda: self._app.window is None or not self._app.window.isVisible(), most_s=20)
        self._app.end()
        self._folder.cleanup()

    def ask(self, text: str) -> tuple[float, float]:
        """(milliseconds from the return key to the first token on the screen, tokens per second in all)."""
        from core.events import TextDelta, TurnFinished
        from desktop.chat.composer import Draft

        moments: dict[str, float] = {}
        ended: list[Any] = []
        apply = self.chat.transcript.apply

        def watched(message_id: str, events: Any) -> None:
            apply(message_id, events)
            if "first" not in moments and any(isinstance(event, TextDelta) for event in events):
                self._application.sendPostedEvents()  # layout and paint, as Qt's loop would do next
                moments["first"] = time.perf_counter()
            ended.extend(event for event in events if isinstance(event, TurnFinished))

        self.chat.transcript.apply = watched  # type: ignore[method-assign]
        self.until(lambda: False, most_s=REST_S)
        started = time.perf_counter()
        self.chat._submit(Draft(text, ()))
        self.until(lambda: bool(ended))
        finished = time.perf_counter()
        self.chat.transcript.apply = apply  # type: ignore[method-assign]
        self.until(lambda: not self.chat.busy)
        tokens = ended[0].usage.answer_tokens
        return (moments["first"] - started) * 1000, tokens / (finished - started)

    def until(self, true: Any, *, most_s: float = 120.0) -> None:
        """Let Qt work until `true`, as its own loop would: it sleeps while there is nothing to do."""
        from PySide6.QtCore import QEventLoop, QTimer

        look_again = QTimer(interval=5)
        look_again.start()
        ends = time.perf_counter() + most_s
        while not true() and time.perf_counter() < ends:
            # With a time limit Qt would never sleep, but turn round and round and take the processor from the core.
            self._application.processEvents(
                QEventLoop.ProcessEventsFlag.AllEvents | QEventLoop.ProcessEventsFlag.WaitForMoreEvents
            )


async def _make_profile(at_hand: ProfileAtHand) -> None:
    await (await at_hand.vault()).close()
