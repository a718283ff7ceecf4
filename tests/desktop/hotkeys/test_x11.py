"""Hotkeys on a real X server, with real keys from another process."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop.hotkeys.hotkey_backend import BindResult
from desktop.hotkeys.x11 import X11Backend
from desktop.hotkeys.x11_keyboard import CONTROL, LOCK, MOD1
from tests.peers.key_presser import BareXServer, KeyPresser
from tests.peers.patience import PATIENCE_MS

pytestmark = pytest.mark.skipif(
    shutil.which("Xvfb") is None or shutil.which("setxkbmap") is None, reason="needs Xvfb and setxkbmap"
)

CTRL_ALT = ("Control_L", "Alt_L")


@pytest.fixture
def server() -> Iterator[BareXServer]:
    with BareXServer() as running:
        yield running


@pytest.fixture
def keyboard(server: BareXServer) -> Iterator[KeyPresser]:
    with KeyPresser(server.display) as presser:
        yield presser


class Heard:
    """What a backend said, in order."""

    def __init__(self, backend: X11Backend) -> None:
        self.events: list[tuple[str, str]] = []
        self.answers: list[tuple[str, BindResult]] = []
        backend.pressed.connect(lambda name: self.events.append(("pressed", name)))
        backend.released.connect(lambda name: self.events.append(("released", name)))
        backend.answered.connect(lambda name, result: self.answers.append((name, result)))


@pytest.fixture(params=["detectable repeat", "plain repeat"])
def backend(server: BareXServer, qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[X11Backend]:
    made = X11Backend(server.display, detectable_repeat=request.param == "detectable repeat")
    yield made
    made.close()


def wait_for(qtbot: QtBot, heard: Heard, *events: tuple[str, str]) -> None:
    qtbot.waitUntil(lambda: heard.events == list(events))


def once(name: str) -> tuple[tuple[str, str], tuple[str, str]]:
    return ("pressed", name), ("released", name)


def test_a_press_and_its_release_arrive(backend: X11Backend, keyboard: KeyPresser, qtbot: QtBot) -> None:
    heard = Heard(backend)
    assert backend.bind("quick_chat", "Ctrl+Alt+Space").state == "ok"
    keyboard.down(*CTRL_ALT, "space")
    wait_for(qtbot, heard, ("pressed", "quick_chat"))
    keyboard.up("space", *CTRL_ALT)
    wait_for(qtbot, heard, *once("quick_chat"))


def test_a_held_key_that_repeats_is_one_press_and_one_release(
    backend: X11Backend, keyboard: KeyPresser, qtbot: QtBot
) -> None:
    heard = Heard(backend)
    backend.bind("talk", "Ctrl+Alt+Space")
    keyboard.repeat_held_keys()
    keyboard.down(*CTRL_ALT, "space")
    qtbot.wait(1300)  # the server repeats after 660 ms, 25 times a second
    assert heard.events == [("pressed", "talk")]
    keyboard.up("space", *CTRL_ALT)
    wait_for(qtbot, heard, *once("talk"))


def test_a_release_arrives_when_the_modifiers_are_let_go_first(
    backend: X11Backend, keyboard: KeyPresser, qtbot: QtBot
) -> None:
    heard = Heard(backend)
    backend.bind("talk", "Ctrl+Alt+Space")
    keyboard.down(*CTRL_ALT, "space")
    keyboard.up(*CTRL_ALT)
    wait_for(qtbot, heard, ("pressed", "talk"))
    qtbot.wait(50)
    assert heard.events == [("pressed", "talk")]
    keyboard.up("space")
    wait_for(qtbot, heard, *once("talk"))


@pytest.mark.parametrize("locks", [["Caps_Lock"], ["Num_Lock"], ["Caps_Lock", "Num_Lock"]], ids=str)
def test_locks_do_not_matter(backend: X11Backend, keyboard: KeyPresser, qtbot: QtBot, locks: list[str]) -> None:
    heard = Heard(backend)
    backend.bind("selection", "Ctrl+Alt+Q")
    for lock in locks:
        keyboard.tap(lock)
    assert keyboard.locks() != 0
    keyboard.tap(*CTRL_ALT, "q")
    wait_for(qtbot, heard, *once("selection"))


def test_other_keys_and_other_modifiers_do_not_set_it_off(
    backend: X11Backend, keyboard: KeyPresser, qtbot: QtBot
) -> None:
    heard = Heard(backend)
    backend.bind("selection", "Ctrl+Alt+Q")
    keyboard.tap("q")
    keyboard.tap("Control_L", "q")
    keyboard.tap(*CTRL_ALT, "Shift_L", "q")
    keyboard.tap(*CTRL_ALT, "w")
    keyboard.tap(*CTRL_ALT, "q")
    wait_for(qtbot, heard, *once("selection"))


def test_two_hotkeys_are_told_apart_also_when_both_are_held(
    backend: X11Backend, keyboard: KeyPresser, qtbot: QtBot
) -> None:
    heard = Heard(backend)
    backend.bind("quick_chat", "Ctrl+Alt+Space")
    backend.bind("selection", "Ctrl+Alt+Q")
    keyboard.down(*CTRL_ALT, "space", "q")
    keyboard.up("space", "q", *CTRL_ALT)
    qtbot.waitUntil(lambda: len(heard.events) == 4)
    assert heard.events[:2] == [("pressed", "quick_chat"), ("pressed", "selection")]
    assert sorted(heard.events[2:]) == [("released", "quick_chat"), ("released", "selection")]


@pytest.mark.parametrize(
    ("keys", "names"),
    [
        ("F9", ["F9"]),
        ("Meta+F1", ["Super_L", "F1"]),
        ("Volume Mute", ["XF86_AudioMute"]),
        ("Ctrl+Shift+?", ["Control_L", "Shift_L", "slash"]),
        ("Ctrl+Alt+Num+5", ["Control_L", "Alt_L", 84]),
        ("Alt+Left", ["Alt_L", "Left"]),
    ],
)
def test_keys_of_every_kind_work(
    backend: X11Backend, keyboard: KeyPresser, qtbot: QtBot, keys: str, names: list[str | int]
) -> None:
    heard = Heard(backend)
    assert backend.bind("window", keys).state == "ok"
    keyboard.tap(*names)
    wait_for(qtbot, heard, *once("window"))


def test_a_combination_of_another_program_is_taken_and_later_free(
    backend: X11Backend, keyboard: KeyPresser, qtbot: QtBot
) -> None:
    assert keyboard.grab("space", CONTROL | MOD1 | LOCK)  # in one state of the locks only
    taken = backend.bind("quick_chat", "Ctrl+Alt+Space")
    assert taken.state == "taken"
    assert taken.sentence
    assert taken.next_step
    assert backend.probe("Ctrl+Alt+Space").state == "taken"
    keyboard.ungrab("space", CONTROL | MOD1 | LOCK)
    assert backend.probe("Ctrl+Alt+Space").state == "ok"
    assert keyboard.grab("space", CONTROL | MOD1), "a probe keeps nothing"
    keyboard.ungrab("space", CONTROL | MOD1)
    heard = Heard(backend)
    assert backend.bind("quick_chat", "Ctrl+Alt+Space").state == "ok"
    assert not keyboard.grab("space", CONTROL | MOD1)
    keyboard.tap(*CTRL_ALT, "space")
    wait_for(qtbot, heard, *once("quick_chat"))


def test_a_hotkey_taken_back_while_held_is_released_and_free_for_others(
    backend: X11Backend, keyboard: KeyPresser, qtbot: QtBot
) -> None:
    heard = Heard(backend)
    backend.bind("talk", "Ctrl+Alt+Space")
    keyboard.down(*CTRL_ALT, "space")
    wait_for(qtbot, heard, ("pressed", "talk"))
    backend.unbind("talk")
    assert heard.events == list(once("talk"))
    keyboard.up("space", *CTRL_ALT)
    assert keyboard.grab("space", CONTROL | MOD1)
    qtbot.wait(30)
    assert heard.events == list(once("talk"))


@pytest.mark.parametrize(("layout", "place"), [("de", 29), ("fr", 52), ("us", 52), ("ru", 52), ("us,ru", 52)])
def test_a_letter_is_found_on_every_layout(
    backend: X11Backend, server: BareXServer, keyboard: KeyPresser, qtbot: QtBot, layout: str, place: int
) -> None:
    """Z is Y's neighbour in Germany; a Russian keyboard has none, so the American place counts."""
    server.set_layout(layout)
    heard = Heard(backend)
    expected = 25 if layout == "fr" else place
    assert backend.bind("window", "Ctrl+Alt+Z").state == "ok"
    keyboard.tap(37, 64, expected)
    wait_for(qtbot, heard, *once("window"))


@pytest.mark.parametrize(("layout", "letter", "place"), [("ru", "Й", 24), ("gr", "Λ", 46), ("pl,de", "ü", 34)])
def test_a_letter_of_another_alphabet_is_found(
    backend: X11Backend,
    server: BareXServer,
    keyboard: KeyPresser,
    qtbot: QtBot,
    layout: str,
    letter: str,
    place: int,
) -> None:
    server.set_layout(layout)
    heard = Heard(backend)
    assert backend.bind("window", f"Ctrl+Alt+{letter}").state == "ok"
    keyboard.tap(37, 64, place)
    wait_for(qtbot, heard, *once("window"))


def test_a_change_of_layout_moves_the_grab(
    backend: X11Backend, server: BareXServer, keyboard: KeyPresser, qtbot: QtBot
) -> None:
    heard = Heard(backend)
    backend.bind("window", "Ctrl+Alt+Z")
    server.set_layout("de")
    qtbot.waitUntil(lambda: ("window", BindResult("ok")) in heard.answers)
    qtbot.wait(200)  # the news come in a burst
    keyboard.tap(37, 64, 52)  # is Y there
    keyboard.tap(37, 64, 29)
    wait_for(qtbot, heard, *once("window"))


def test_a_key_that_the_layout_lacks_is_refused(backend: X11Backend) -> None:
    refused = backend.bind("window", "Ctrl+Alt+ü")
    assert refused.state == "refused"
    assert "Ü" in refused.sentence.upper()


def test_a_dying_server_ends_a_held_key_and_says_so(
    backend: X11Backend, server: BareXServer, keyboard: KeyPresser, qtbot: QtBot
) -> None:
    heard = Heard(backend)
    backend.bind("talk", "Ctrl+Alt+Space")
    backend.bind("window", "F9")
    keyboard.down(*CTRL_ALT, "space")
    wait_for(qtbot, heard, ("pressed", "talk"))
    server.kill()
    wait_for(qtbot, heard, *once("talk"))
    assert {name for name, _ in heard.answers} == {"talk", "window"}
    assert all(result.state == "refused" and result.next_step for _, result in heard.answers)
    assert backend.bind("talk", "F9").state == "refused"
    assert backend.probe("F9").state == "refused"


@pytest.mark.skipif(shutil.which("openbox") is None, reason="needs openbox")
def test_keys_of_the_window_manager_are_taken(backend: X11Backend, server: BareXServer, qtbot: QtBot) -> None:
    assert backend.probe("Alt+Space").state == "ok"
    manager = subprocess.Popen(
        ["openbox", "--sm-disable"], env={**os.environ, "DISPLAY": server.display}, stderr=subprocess.DEVNULL
    )
    try:
        qtbot.waitUntil(lambda: backend.probe("Alt+Space").state == "taken", timeout=PATIENCE_MS)
        assert backend.bind("quick_chat", "Ctrl+Alt+Space").state == "ok"
    finally:
        manager.terminate()
        manager.wait(10)


@pytest.mark.skipif(shutil.which("xdotool") is None, reason="needs xdotool")
def test_keys_that_another_program_holds_down_arrive(backend: X11Backend, server: BareXServer, qtbot: QtBot) -> None:
    heard = Heard(backend)
    backend.bind("talk", "Ctrl+Alt+Space")

    def xdotool(verb: str) -> None:
        subprocess.run(
            ["xdotool", verb, "ctrl+alt+space"], env={**os.environ, "DISPLAY": server.display}, check=True, timeout=20
        )

    xdotool("keydown")
    wait_for(qtbot, heard, ("pressed", "talk"))
    xdotool("keyup")
    wait_for(qtbot, heard, *once("talk"))


def test_no_server_at_all_is_said(qtbot: QtBot) -> None:
    backend = X11Backend(":4711")
    result = backend.bind("talk", "F9")
    assert result.state == "refused"
    assert result.sentence
    assert result.next_step
