"""The quick chat on a real desktop: X server, window manager, another program in front, keys from another process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.peers.ollama_replies import answer
from tests.peers.ollama_server import OllamaPeer
from tests.peers.told_process import ToldProcess
from tests.peers.xvfb_desktop import WIDTH, XvfbDesktop, missing_programs

MODEL = "llama3.2:3b"

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux") or bool(missing_programs()), reason="needs Xvfb, openbox and xdotool"
)


@pytest.fixture(scope="module")
def desktop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[XvfbDesktop]:
    with XvfbDesktop(tmp_path_factory.mktemp("screen")) as desktop:
        yield desktop


@pytest.fixture
def peer() -> Iterator[OllamaPeer]:
    with OllamaPeer() as peer:
        yield peer


@pytest.fixture
def other(desktop: XvfbDesktop) -> Iterator[ToldProcess]:
    """Some program that has the keyboard."""
    with ToldProcess("tests.peers.other_program", "Letter", environment=desktop.environment) as other:
        other.told("active")
        yield other


@pytest.fixture
def quick(desktop: XvfbDesktop, peer: OllamaPeer, tmp_path: Path, other: ToldProcess) -> Iterator[ToldProcess]:
    home = str(tmp_path / "hearth")
    program = "tests.peers.quick_program"
    with ToldProcess(program, home, peer.address, environment=desktop.environment, reads=True) as quick:
        quick.told("ready")
        yield quick


def has_draft(text: str, seen: dict[str, Any]) -> bool:
    return bool(seen["draft"] == text)


def in_front(desktop: XvfbDesktop) -> str:
    """The title of the window that has the keyboard."""
    return desktop._xdotool("getwindowfocus", "getwindowname", check=False).stdout.strip()


def test_it_takes_the_keyboard_from_another_program_and_gives_it_back(
    desktop: XvfbDesktop, quick: ToldProcess, other: ToldProcess
) -> None:
    written = "Dear"
    desktop.type(written)
    other.told("text", text=written)
    for turn in range(3):
        quick.do("toggle")
        quick.told("active")
        desktop.type("hello")
        quick.until(partial(has_draft, "hello" * (turn + 1)), "the letters in the quick chat")
        desktop.press("Escape")
        quick.told("dismissed")
        desktop.until(lambda: in_front(desktop) == "Letter", "the other program in front")
        desktop.type(str(turn))
        written += str(turn)
        other.told("text", text=written)


def test_a_question_is_answered_and_the_next_one_follows_it(
    desktop: XvfbDesktop, quick: ToldProcess, peer: OllamaPeer
) -> None:
    peer.script(MODEL, answer("Because of scattering."), answer("Because the path is longer."))
    quick.do("toggle")
    quick.told("active")
    desktop.press("Return")
    desktop.type("Why is the sky blue?")
    desktop.press("Return")
    first = quick.until(lambda seen: seen["states"] == ["complete"] * 2, "the answer")
    desktop.type("And red at")
    desktop.press("shift+Return")
    desktop.type("night?")
    desktop.press("Return")
    second = quick.until(lambda seen: seen["states"] == ["complete"] * 4, "the second answer")
    assert second["texts"] == [
        "Why is the sky blue?",
        "Because of scattering.",
        "And red at\nnight?",
        "Because the path is longer.",
    ]
    assert second["chat"] == first["chat"] != ""
    desktop.press("ctrl+shift+c")
    quick.until(lambda seen: seen["clipboard"] == "Because the path is longer.", "the copied answer")
    desktop.press("ctrl+o")
    assert quick.told("continue")["chat"] == first["chat"]
    assert quick.report()["texts"] == []


def test_escape_stops_the_answer_first_and_hides_the_window_then(
    desktop: XvfbDesktop, quick: ToldProcess, peer: OllamaPeer
) -> None:
    peer.script(MODEL, answer("word " * 3000, tokens_per_s=150))
    quick.do("toggle")
    quick.told("active")
    desktop.type("Write a lot.")
    desktop.press("Return")
    quick.until(lambda seen: "word" in "".join(seen["texts"][1:]) or seen["answer"], "the first words")
    desktop.press("Escape")
    stopped = quick.until(lambda seen: seen["states"][1:] == ["stopped"], "the end of the answer")
    assert stopped["visible"]
    desktop.press("Escape")
    quick.told("dismissed")


def test_it_stands_at_the_edge_of_the_screen_and_comes_again_where_it_was_put(
    desktop: XvfbDesktop, quick: ToldProcess
) -> None:
    quick.do("toggle")
    quick.told("active")
    seen = quick.until(lambda seen: seen["place"][0] + seen["place"][2] > WIDTH - 40, "its place at the edge")
    left, top, width, _ = seen["place"]
    assert left + width <= WIDTH
    desktop._xdotool("mousemove", "--sync", str(left + 200), str(top + 22))
    desktop._xdotool("mousedown", "1")
    desktop._xdotool("mousemove", "--sync", str(left - 100), str(top + 122))
    desktop._xdotool("mousemove", "--sync", str(left - 200), str(top + 222))
    desktop._xdotool("mouseup", "1")
    quick.told("place")
    moved = quick.report()["place"]
    assert moved[:2] != [left, top]
    desktop.press("Escape")
    quick.told("dismissed")
    quick.do("toggle")
    quick.told("active")
    quick.until(
        lambda seen: abs(seen["place"][0] - moved[0]) <= 2 and abs(seen["place"][1] - moved[1]) <= 2, "the old place"
    )


def test_it_stays_above_other_windows_out_of_the_taskbar_and_the_hotkey_gives_it_the_keyboard_again(
    desktop: XvfbDesktop, quick: ToldProcess
) -> None:
    quick.do("toggle")
    quick.told("active")
    window = desktop._xdotool("search", "--onlyvisible", "--name", "quick chat").stdout.split()[0]
    told = subprocess.run(
        ["xprop", "-id", window, "_NET_WM_STATE", "_NET_WM_WINDOW_TYPE"],
        env=dict(desktop.environment),
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert "_NET_WM_STATE_ABOVE" in told
    assert "_NET_WM_WINDOW_TYPE_UTILITY" in told
    letter = desktop._xdotool("search", "--onlyvisible", "--name", "Letter").stdout.split()[0]
    desktop._xdotool("windowactivate", letter)
    desktop.until(lambda: in_front(desktop) == "Letter", "the other program in front")
    assert quick.until(lambda seen: not seen["active"], "the end of its focus")["visible"]
    quick.do("toggle")
    quick.told("active")
    assert quick.report()["visible"]


def test_a_part_of_the_screen_is_dragged_out_and_attached(desktop: XvfbDesktop, quick: ToldProcess) -> None:
    quick.do("shoot")
    desktop.until(lambda: in_front(desktop).startswith("Choose a part"), "the frozen screen")
    desktop._xdotool("mousemove", "--sync", "100", "200")
    desktop._xdotool("mousedown", "1")
    desktop._xdotool("mousemove", "--sync", "250", "280")
    desktop._xdotool("mousemove", "--sync", "299", "299")
    desktop._xdotool("mouseup", "1")
    assert quick.told("shot")["size"] == [200, 100]
    seen = quick.until(lambda seen: seen["attached"] and seen["active"], "the attached picture")
    assert len(seen["attached"]) == 1


def test_what_another_program_has_selected_is_asked_about(
    desktop: XvfbDesktop, quick: ToldProcess, peer: OllamaPeer
) -> None:
    peer.script(MODEL, answer("A greeting."))
    selected = ToldProcess("tests.peers.other_program", "Book", "Good morning", environment=desktop.environment)
    with selected:
        selected.told("active")
        quick.do("selection")
        quick.told("active")
        quick.until(lambda seen: seen["card"] == "Good morning", "the quoted text")
        desktop.type("What is this?")
        desktop.press("Return")
        answered = quick.until(lambda seen: seen["states"] == ["complete"] * 2, "the answer")
        assert answered["texts"][0] == "What is this?\n\n“Good morning”"
        assert answered["card"] == ""


def test_a_program_that_hangs_with_its_selection_is_not_waited_for(desktop: XvfbDesktop, quick: ToldProcess) -> None:
    selected = ToldProcess("tests.peers.other_program", "Book", "Good morning", environment=desktop.environment)
    with selected:
        selected.told("active")
        os.kill(selected.pid, signal.SIGSTOP)
        try:
            quick.do("selection")
            shown = quick.until(lambda seen: seen["visible"], "the quick chat")
            assert shown["card"] == ""
            assert "Nothing is selected" in shown["hint"]
        finally:
            os.kill(selected.pid, signal.SIGCONT)


def test_while_it_is_locked_it_says_so_and_shows_nothing_of_the_chat(
    desktop: XvfbDesktop, quick: ToldProcess, peer: OllamaPeer
) -> None:
    peer.script(MODEL, answer("A secret."))
    quick.do("toggle")
    quick.told("active")
    desktop.type("Tell me.")
    desktop.press("Return")
    quick.until(lambda seen: seen["states"] == ["complete"] * 2, "the answer")
    quick.do("lock")
    quick.told("locked")
    locked = quick.report()
    assert locked["locked"]
    assert (locked["texts"], locked["draft"], locked["chat"]) == ([], "", "")
    desktop.press("Escape")
    quick.told("dismissed")
    quick.do("toggle")
    quick.told("active")
    desktop.press("space")
    quick.told("ready")
    quick.until(lambda seen: not seen["locked"] and seen["focus"] == "MessageEditor", "the open quick chat")
