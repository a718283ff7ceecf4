"""The program in a network of its own, where each packet off this machine is counted: it sends none.

The functions that begin with `inside_` run in that network; the tests look at what they bring back.
"""

from __future__ import annotations

import asyncio
import importlib.util
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from core.assistant import Assistant
from core.errors import DoorClosed
from core.events import TurnFailed
from tests.desktop.cli.test_terminal import PASSPHRASE, Terminal
from tests.peers.cut_off_network import ELSEWHERE, ROOT, Stay, packets_sent, run_inside
from tests.peers.ollama_replies import answer
from tests.peers.ollama_server import OllamaPeer
from tests.peers.patience import PATIENCE_MS, PATIENCE_S
from tests.peers.profile_at_hand import ProfileAtHand

MODEL = "llama3.2:3b"
MAPPED = "::ffff:c633:6407"  # the same address, dressed as one of version 6
REMOTE_MARKUP = (
    f"![a pixel](http://{ELSEWHERE}/pixel.png) <img src='https://tracker.example/p.gif'> "
    f"[a link](https://tracker.example/page) [![both](https://tracker.example/i.svg)](http://{ELSEWHERE}/) "
    f"<link rel=stylesheet href=http://{ELSEWHERE}/s.css> <script src=http://{ELSEWHERE}/s.js></script> "
    f"![data](file://{ELSEWHERE}/share/x.png) https://bare.example/address"
)


@pytest.fixture
def inside(tmp_path: Path) -> Callable[[Callable[[Path], Any]], Stay]:
    """Runs one of this file's functions in a network of its own."""
    return lambda function: run_inside(__name__, function.__name__, tmp_path)


def silent(stay: Stay) -> Any:
    """The result of a stay in which no packet left."""
    assert (stay.packets, stay.left_for) == (0, ())
    return stay.result


# ---- that the counting counts ---------------------------------------------------------------------------------------


def inside_somebody_sends(_: Path) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as bare:
        bare.sendto(b"hello", (ELSEWHERE, 9))
    with suppress(OSError):
        socket.getaddrinfo("tracker.example", 443)


def test_a_packet_that_leaves_is_counted_and_named(inside: Callable[..., Stay]) -> None:
    stay = inside(inside_somebody_sends)
    assert stay.packets >= 1
    assert stay.left_for[0] == f"{ELSEWHERE} port 9, protocol 17"


# ---- the terminal ---------------------------------------------------------------------------------------------------


def inside_the_terminal_is_used(folder: Path) -> list[list[Any]]:
    exported = folder / "conversations.json"
    exported.write_text(json.dumps([chatgpt_chat(REMOTE_MARKUP)]))
    with OllamaPeer() as peer:
        peer.script(MODEL, answer(f"Look: {REMOTE_MARKUP}"), answer("A title"))
        at_hand = ProfileAtHand(folder / "hearth", peer.address)
        asyncio.run(make_profile(at_hand))
        terminal = Terminal(folder / "hearth", peer.address)
        done = [
            terminal.run("ask", f"What is this? {REMOTE_MARKUP}"),
            terminal.run("ask", "--private", "--model", MODEL, "psst", unlock=False),
            terminal.run("doctor", unlock=False),
            terminal.run("import", str(exported)),
            terminal.run("export", str(folder / "chats.html")),
            terminal.run("vault", "backup", str(folder / "copy.hearth-backup")),
        ]
        return [[step.returncode, step.stdout.decode()[-600:] + step.stderr.decode()[-600:]] for step in done]


def test_the_terminal_answers_imports_exports_and_examines_without_a_packet(
    inside: Callable[..., Stay], tmp_path: Path
) -> None:
    asked, private, doctor, imported, exported, backup = silent(inside(inside_the_terminal_is_used))
    for code, told in (asked, private, imported, exported, backup):
        assert code == 0, told
    assert "tracker.example" in asked[1]
    assert "1 chats with 2 messages" in imported[1]
    assert "Traceback" not in doctor[1]
    page = (tmp_path / "chats.html").read_text()
    assert "default-src 'none'" in page.split("<body", 1)[0]
    assert "tracker.example" in page


def inside_the_server_is_elsewhere(folder: Path) -> list[list[Any]]:
    asyncio.run(make_profile(ProfileAtHand(folder / "hearth")))
    by_number = Terminal(folder / "hearth", f"http://{ELSEWHERE}:11434")
    by_name = Terminal(folder / "hearth", "models.example:11434")
    done = [by_number.run("ask", "hello"), by_name.run("ask", "hello"), by_number.run("doctor", unlock=False)]
    return [[step.returncode, step.stdout.decode() + step.stderr.decode()] for step in done]


def test_the_terminal_says_that_no_door_is_open_when_the_server_is_elsewhere(inside: Callable[..., Stay]) -> None:
    by_number, by_name, doctor = silent(inside(inside_the_server_is_elsewhere))
    for (code, told), host in ((by_number, ELSEWHERE), (by_name, "models.example"), (doctor, ELSEWHERE)):
        assert code == 1, told
        assert f"did not connect to {host}: no door to it is open" in told
        assert "not running" not in told


# ---- the assistant --------------------------------------------------------------------------------------------------


def inside_the_assistant_knocks(folder: Path) -> dict[str, Any]:
    return asyncio.run(_knock(ProfileAtHand(folder / "hearth")))


async def _knock(at_hand: ProfileAtHand) -> dict[str, Any]:
    async with at_hand.assistant() as assistant:
        told = [
            await _ask_at(assistant, address)
            for address in (f"http://{ELSEWHERE}:11434", "https://models.example", f"http://[{MAPPED}]:80")
        ]
        refused = [[entry.host, entry.port] for entry in assistant.doors.refused()]
        silent_so_far = packets_sent()
        await assistant.open_door(ELSEWHERE, 11434, purpose="a larger model")
        with suppress(TimeoutError):
            async with asyncio.timeout(0.5):
                await asyncio.open_connection(ELSEWHERE, 11434)
        return {"told": told, "refused": refused, "before_the_door": silent_so_far}


async def _ask_at(assistant: Assistant, address: str) -> list[Any]:
    await assistant.settings.change("model_server.ollama_address", address)
    await asyncio.sleep(0.05)
    chat = await assistant.conversations.create()
    events = [event async for event in assistant.turns.ask(chat.conversation_id, "hello", model=MODEL)]
    failed = events[-1]
    assert isinstance(failed, TurnFailed)
    stored = (await assistant.conversations.path(chat.conversation_id))[-1].error
    assert stored is not None
    assert stored.sentence == failed.error.owner_sentence
    return [failed.error.owner_sentence, failed.error.owner_next_step, isinstance(failed.error, DoorClosed)]


def test_a_server_elsewhere_is_refused_remembered_and_told_until_its_door_is_open(inside: Callable[..., Stay]) -> None:
    stay = inside(inside_the_assistant_knocks)
    told, refused = stay.result["told"], stay.result["refused"]
    for (sentence, next_step, is_door_closed), host in zip(told, (ELSEWHERE, "models.example", MAPPED), strict=True):
        assert is_door_closed
        assert sentence == f"Hearth did not connect to {host}: no door to it is open."
        assert f"open a door to {host}" in next_step
    assert [ELSEWHERE, 11434] in refused
    assert "models.example" in [host for host, _ in refused]
    assert stay.result["before_the_door"] == 0
    # With its door open packets do leave: it was the guard that kept them, and not this network.
    assert stay.packets > 0
    assert {place.split(",")[0] for place in stay.left_for} == {f"{ELSEWHERE} port 11434"}


# ---- the window -----------------------------------------------------------------------------------------------------

needs_qt = pytest.mark.skipif(importlib.util.find_spec("PySide6") is None, reason="needs Qt")


class _Patience:
    """What the window driver needs of pytest-qt, without pytest."""

    def waitUntil(self, condition: Callable[[], bool], *, timeout: int) -> None:
        from PySide6.QtCore import QCoreApplication

        ends = time.monotonic() + timeout / 1000
        while not condition():
            QCoreApplication.processEvents()
            assert time.monotonic() < ends, "nothing happened"
            time.sleep(0.005)

    def a_moment(self, seconds: float) -> None:
        ends = time.monotonic() + seconds
        self.waitUntil(lambda: time.monotonic() > ends, timeout=PATIENCE_MS)


def inside_the_window_is_used(folder: Path) -> list[str]:
    from desktop.app import make_application
    from tests.peers.window_driver import WindowDriver

    application = make_application()
    patience = _Patience()
    with OllamaPeer() as peer:
        peer.script(MODEL, answer(f"Look: {REMOTE_MARKUP}\n\n| a |\n|---|\n| {REMOTE_MARKUP} |"), answer("A title"))
        driver = WindowDriver(folder / "hearth", patience, peer)  # type: ignore[arg-type]
        driver.make_profile()
        driver.start()
        driver.wait(lambda: driver.chat.models)
        driver.ask(f"What is this? {REMOTE_MARKUP}")
        patience.a_moment(1.0)
        assert driver.app.window is not None
        driver.app.window.grab()
        texts = driver.texts()
        driver.end()
    del application
    return texts


@pytest.mark.qt
@needs_qt
def test_the_window_shows_remote_pictures_and_links_without_a_packet(inside: Callable[..., Stay]) -> None:
    question, answered = silent(inside(inside_the_window_is_used))
    assert "tracker.example" in question
    assert "tracker.example" in answered


def inside_the_self_test_runs(folder: Path) -> list[Any]:
    done = subprocess.run(
        [sys.executable, "-P", "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r}); {_SELF_TEST}"],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
        cwd=folder,
    )
    return [done.returncode, done.stdout + done.stderr]


_SELF_TEST = "from desktop.self_test import main; sys.exit(main())"


@pytest.mark.qt
@needs_qt
def test_the_self_test_passes_where_no_packet_may_leave(inside: Callable[..., Stay]) -> None:
    code, told = silent(inside(inside_the_self_test_runs))
    assert code == 0, told


# ---- small steps ----------------------------------------------------------------------------------------------------


async def make_profile(at_hand: ProfileAtHand) -> None:
    await (await at_hand.vault(passphrase=PASSPHRASE)).close()


def chatgpt_chat(text: str) -> dict[str, Any]:
    """One conversation as ChatGPT exports it: a question and an answer that both hold `text`."""

    def message(role: str) -> dict[str, Any]:
        return {
            "id": f"message-{role}",
            "author": {"role": role},
            "create_time": 1.7e9,
            "content": {"content_type": "text", "parts": [text]},
        }

    mapping = {
        "root": {"id": "root", "message": None, "parent": None, "children": ["question"]},
        "question": {"id": "question", "message": message("user"), "parent": "root", "children": ["answer"]},
        "answer": {"id": "answer", "message": message("assistant"), "parent": "question", "children": []},
    }
    return {"id": "c", "title": "Pictures", "create_time": 1.7e9, "mapping": mapping, "current_node": "answer"}
