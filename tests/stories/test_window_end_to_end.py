"""The whole program on a real desktop, as a person uses it: keys, clicks, and only what can be seen on the screen.

Everything is waited for by what it shows: to the screen reader, on the screen's pixels, or at the model server.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from core.events import Announcer
from core.paths import HearthPaths
from core.settings.settings_store import EarlySettingsFile, SettingsStore
from core.vault.kdf import FLOOR
from core.vault.profiles import Profiles
from tests.peers.http_peer import PeerRequest
from tests.peers.ollama_replies import Reply, answer
from tests.peers.ollama_server import OllamaPeer
from tests.peers.patience import PATIENCE_S
from tests.peers.screen_reader import Seen
from tests.peers.xvfb_desktop import XvfbDesktop, missing_programs

ROOT = Path(__file__).resolve().parent.parent.parent
PASSPHRASE = "four unrelated garden words"
ENDS_WITHIN_S = 30

pytestmark = pytest.mark.skipif(
    bool(missing_programs()), reason=f"a desktop needs programs that are not here: {', '.join(missing_programs())}"
)

STORY = "Once upon a time a lighthouse keeper counted the ships that passed. "


def is_for_a_title(request: PeerRequest) -> bool:
    return "titles" in str(request.data["messages"][0]["content"])


def respond(request: PeerRequest) -> Reply:
    """What the model says, by what it is asked."""
    asked = str(request.data["messages"][-1]["content"])
    if is_for_a_title(request):
        return answer("Bread" if "bread" in asked else "Sky and sea")
    if "long story" in asked:
        return answer(STORY * 200, tokens_per_s=60)
    if "short story" in asked:
        return answer("A lighthouse keeper slept well.")
    if "sky" in asked:
        return answer("Because air scatters short waves more than long ones. " * 4, tokens_per_s=30)
    return answer("Flour, water, salt and patience.")


class Hearth:
    """The program, as a process of its own on a desktop."""

    def __init__(self, desktop: XvfbDesktop, home: Path, address: str) -> None:
        self.environment = {
            **desktop.environment,
            "HEARTH_HOME": str(home),
            "OLLAMA_HOST": address,
            "HEARTH_STARTUP_TRACE": "1",
            "PYTHONUTF8": "1",
        }
        self._process: subprocess.Popen[str] | None = None

    def start(self) -> subprocess.Popen[str]:
        """Start it; returns when one can type."""
        process = self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "desktop"],
            env=self.environment,
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert process.stdout is not None
        if not any(json.loads(line)["event"] == "ready" for line in process.stdout):
            raise AssertionError(f"it never became ready: {self.end()}")
        return process

    def end(self) -> tuple[int, str]:
        """Wait until it has ended: its status, and what it complained about."""
        assert self._process is not None
        process, self._process = self._process, None
        try:
            complaints = process.communicate(timeout=ENDS_WITHIN_S)[1]
        finally:
            process.kill()
            process.communicate()
        return process.returncode, complaints

    def kill(self) -> None:
        """Do not leave it behind when a test fails."""
        if self._process is not None:
            self._process.kill()
            self.end()

    def exported(self) -> list[dict[str, Any]]:
        """The messages of all chats and branches, from `hearth export`."""
        reading, writing = os.pipe()
        os.write(writing, PASSPHRASE.encode())
        os.close(writing)
        try:
            done = subprocess.run(
                [sys.executable, "-P", "-m", "desktop", "export", "-", "--format", "json"],
                env={**self.environment, "HEARTH_PASSPHRASE_FD": str(reading)},
                cwd=ROOT,
                pass_fds=(reading,),
                capture_output=True,
                timeout=PATIENCE_S,
                check=True,
            )
        finally:
            os.close(reading)
        return [message for chat in json.loads(done.stdout)["conversations"] for message in chat["messages"]]


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[XvfbDesktop]:
    with XvfbDesktop(tmp_path / "screen") as desktop:
        yield desktop


@pytest.fixture
def peer() -> Iterator[OllamaPeer]:
    with OllamaPeer(respond=respond) as peer:
        yield peer


@pytest.fixture
def hearth(desktop: XvfbDesktop, peer: OllamaPeer, tmp_path: Path) -> Iterator[Hearth]:
    hearth = Hearth(desktop, tmp_path / "hearth", peer.address)
    yield hearth
    hearth.kill()


async def a_profile(hearth: Hearth) -> None:
    """A profile that exists already, with a passphrase that is cheap to check."""
    profiles = Profiles(HearthPaths.below(Path(hearth.environment["HEARTH_HOME"])), kdf=FLOOR)
    vault, _ = await profiles.create("Personal", passphrase=PASSPHRASE, use_keyring=False)
    early = EarlySettingsFile(HearthPaths.below(Path(hearth.environment["HEARTH_HOME"])).early_settings)
    await SettingsStore(early, writer=vault.writer, announcer=Announcer()).change("guide.finished", True)
    await vault.close()


def asked(desktop: XvfbDesktop, peer: OllamaPeer, question: str, times: int = 1) -> PeerRequest:
    """Wait until the model server was asked `question` for the `times`th time."""

    def found() -> PeerRequest | None:
        chats = [request for request in peer.requests_to("/api/chat") if request.data.get("messages")]
        turns = [request for request in chats if not is_for_a_title(request)]
        same = [request for request in turns if question in request.data["messages"][-1]["content"]]
        return same[times - 1] if len(same) >= times else None

    return desktop.until(found, f"the question “{question}” at the server")


def ask(desktop: XvfbDesktop, peer: OllamaPeer, question: str) -> PeerRequest:
    desktop.type(question)
    desktop.press("Return")
    return asked(desktop, peer, question)


def focused(desktop: XvfbDesktop, name: str, role: str = "text") -> Seen:
    """Wait until the entry called `name` has the keyboard."""

    def look() -> Seen | None:
        seen = desktop.reader.find(name, role)
        return seen if seen is not None and "focused" in seen.states else None

    return desktop.until(look, f"the keyboard in “{name}”")


def unlock(desktop: XvfbDesktop, passphrase: str = PASSPHRASE) -> None:
    focused(desktop, "Passphrase")
    desktop.type(passphrase)
    desktop.press("Return")


def see_it_grow(desktop: XvfbDesktop) -> None:
    """Wait until the pixels of the conversation have changed several times."""
    place = desktop.see("Conversation, ", "list", part=True).place
    pictures: set[str] = set()

    def changed_again() -> bool:
        pictures.add(desktop.picture(place))
        return len(pictures) > 5

    desktop.until(changed_again, "words that appear")


# ---- the chapters ---------------------------------------------------------------------------------------------------


def make_a_profile(desktop: XvfbDesktop) -> None:
    desktop.see("Welcome to Hearth")
    desktop.click(desktop.see("Passphrase", "text"))
    desktop.type(PASSPHRASE)
    desktop.click(desktop.see("Passphrase, once more", "text"))
    desktop.type(PASSPHRASE)
    desktop.click(desktop.see("Create profile"))
    key = desktop.see("Recovery key: ", part=True).name.removeprefix("Recovery key: ")
    focused(desktop, "Type it once, to be sure that your copy is right (or do that later)")
    desktop.type(key[:-1] + ("A" if key[-1] != "A" else "B"))
    desktop.press("Return")
    desktop.see("That is not the same key", part=True)
    desktop.press("ctrl+a")
    desktop.type(key.lower())
    desktop.click(desktop.see("I have kept it"))


def watch_an_answer_grow(desktop: XvfbDesktop, peer: OllamaPeer) -> None:
    desktop.see("Model: llama3.2:3b", part=True)
    focused(desktop, "Message")
    request = ask(desktop, peer, "Why is the sky blue?")
    see_it_grow(desktop)
    assert not request.ended.is_set(), "it must be seen to grow, not to appear"
    desktop.see("Because air scatters", "list item", part=True)
    desktop.see("Sky and sea", part=True)


def stop_an_answer(desktop: XvfbDesktop, peer: OllamaPeer) -> None:
    request = ask(desktop, peer, "Tell me a long story")
    desktop.see("Still writing.", "list item", part=True)
    see_it_grow(desktop)
    desktop.press("Escape")
    desktop.until(request.cut.is_set, "the server's notice of the stop")
    desktop.see("Send")  # instead of “Stop the answer”


def ask_once_more(desktop: XvfbDesktop, peer: OllamaPeer) -> None:
    desktop.press("ctrl+r")
    request = asked(desktop, peer, "Tell me a long story", times=2)
    see_it_grow(desktop)
    desktop.press("Escape")
    desktop.until(request.cut.is_set, "the server's notice of the second stop")
    desktop.see("Version 2 of 2")
    desktop.see("Send")


def edit_the_question(desktop: XvfbDesktop, peer: OllamaPeer) -> None:
    desktop.point(desktop.see("Tell me a long story", "list item", part=True))
    desktop.click(desktop.see("Edit and send again"))
    focused(desktop, "Edit your message")
    desktop.press("ctrl+a")
    desktop.type("Tell me a short story")
    desktop.press("Return")
    asked(desktop, peer, "Tell me a short story")
    desktop.see("A lighthouse keeper slept well.", "list item", part=True)


def start_another_chat(desktop: XvfbDesktop, peer: OllamaPeer) -> None:
    desktop.press("ctrl+n")
    desktop.no_longer_see("A lighthouse keeper slept well.", "list item", part=True)
    focused(desktop, "Message")
    request = ask(desktop, peer, "How do I bake bread?")
    assert len(request.data["messages"]) == 2, (
        "the instructions and this question: nothing of the other chat goes along"
    )
    desktop.see("Flour, water", "list item", part=True)
    desktop.see("Bread", part=True)


def find_something_said(desktop: XvfbDesktop) -> None:
    desktop.press("ctrl+shift+f")
    focused(desktop, "Search all chats")
    desktop.type("scatters")
    desktop.see("Sky and sea: ", part=True)
    desktop.press("Return")
    desktop.see("Why is the sky blue?", "list item", part=True)
    desktop.press("ctrl+shift+f")
    focused(desktop, "Search all chats")
    desktop.press("Escape")


def choose_dark(desktop: XvfbDesktop) -> None:
    corner = desktop.see("Conversations").middle
    before = sum(desktop.colour_at(*corner))
    desktop.press("ctrl+comma")
    desktop.see("Settings", "dialog", part=True)
    desktop.click(desktop.see("System", "combo box"))
    desktop.see("Dark", "list item")
    desktop.press("d", "Return")
    desktop.see("Dark", "combo box")
    desktop.press("Escape")
    desktop.no_longer_see("Settings", "dialog", part=True)
    desktop.until(lambda: sum(desktop.colour_at(*corner)) < before / 3, "a dark sidebar")


def lock_and_come_back(desktop: XvfbDesktop) -> None:
    desktop.press("ctrl+shift+l")
    desktop.see("Welcome back")
    assert desktop.reader.find("Sky and sea", part=True) is None
    unlock(desktop, "four unrelated garden gnomes")
    desktop.see("does not open", part=True)
    desktop.press("ctrl+a")
    unlock(desktop)
    desktop.see("Sky and sea", part=True)


def find_everything_again(desktop: XvfbDesktop) -> None:
    unlock(desktop)
    desktop.click(desktop.see("Bread", "tree item"))
    desktop.see("Flour, water", "list item", part=True)


# ---- the stories ----------------------------------------------------------------------------------------------------


def test_a_first_day_from_the_welcome_to_the_next_start(desktop: XvfbDesktop, peer: OllamaPeer, hearth: Hearth) -> None:
    hearth.start()
    make_a_profile(desktop)
    watch_an_answer_grow(desktop, peer)
    stop_an_answer(desktop, peer)
    ask_once_more(desktop, peer)
    edit_the_question(desktop, peer)
    start_another_chat(desktop, peer)
    find_something_said(desktop)
    choose_dark(desktop)
    lock_and_come_back(desktop)
    desktop.press("ctrl+q")
    assert hearth.end() == (0, "")
    hearth.start()
    find_everything_again(desktop)
    desktop.press("ctrl+q")
    assert hearth.end() == (0, "")
    kept = [(message["role"], message["state"], message["text"][:20]) for message in hearth.exported()]
    assert sorted(kept) == sorted(
        [
            ("user", "complete", "Why is the sky blue?"),
            ("assistant", "complete", "Because air scatters"),
            ("user", "complete", "Tell me a long story"),
            ("assistant", "stopped", "Once upon a time a l"),
            ("assistant", "stopped", "Once upon a time a l"),
            ("user", "complete", "Tell me a short stor"),
            ("assistant", "complete", "A lighthouse keeper "),
            ("user", "complete", "How do I bake bread?"),
            ("assistant", "complete", "Flour, water, salt a"),
        ]
    )


async def test_being_asked_to_end_in_the_middle_of_an_answer_keeps_what_had_arrived(
    desktop: XvfbDesktop, peer: OllamaPeer, hearth: Hearth
) -> None:
    await a_profile(hearth)
    process = hearth.start()
    unlock(desktop)
    desktop.see("Model: llama3.2:3b", part=True)
    request = ask(desktop, peer, "Tell me a long story")
    see_it_grow(desktop)
    process.send_signal(signal.SIGTERM)
    assert hearth.end() == (0, "")
    assert request.cut.wait(20)
    question, told = hearth.exported()
    assert question["text"] == "Tell me a long story"
    assert told["state"] == "stopped"
    assert told["text"].startswith("Once upon a time")
