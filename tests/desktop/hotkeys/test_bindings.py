"""What is wanted, what is bound and what speaks against it, on a real X server."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from core.settings.sections import HotkeySettings
from desktop.hotkeys.backend_choice import NoBackend, choose_backend
from desktop.hotkeys.bindings import HOTKEY_IDS, Hotkeys
from desktop.hotkeys.portal import PortalBackend
from desktop.hotkeys.x11 import X11Backend
from desktop.hotkeys.x11_keyboard import CONTROL, MOD1
from tests.peers.key_presser import BareXServer, KeyPresser
from tests.peers.shortcuts_portal import PrivateBus, ShortcutsPortal

needs_x = pytest.mark.skipif(shutil.which("Xvfb") is None, reason="needs Xvfb")
CTRL_ALT = ("Control_L", "Alt_L")


@pytest.fixture
def server() -> Iterator[BareXServer]:
    with BareXServer() as running:
        yield running


@pytest.fixture
def keyboard(server: BareXServer) -> Iterator[KeyPresser]:
    with KeyPresser(server.display) as presser:
        yield presser


@pytest.fixture
def hotkeys(server: BareXServer, qtbot: QtBot) -> Iterator[Hotkeys]:
    made = Hotkeys(X11Backend(server.display), window_shortcuts=lambda: ["Ctrl+K", "Ctrl+Shift+L"])
    yield made
    made.close()


def settings(**keys: str) -> HotkeySettings:
    return HotkeySettings(**{**dict.fromkeys(HOTKEY_IDS, ""), **keys})


def wait_for(qtbot: QtBot, hotkeys: Hotkeys, **states: str) -> None:
    def reached() -> bool:
        now = hotkeys.states()
        return all(now[name].state == state for name, state in states.items())

    qtbot.waitUntil(reached)


@needs_x
def test_what_is_wanted_is_bound_and_what_is_no_longer_wanted_is_free(
    hotkeys: Hotkeys, keyboard: KeyPresser, qtbot: QtBot
) -> None:
    events: list[str] = []
    hotkeys.pressed.connect(lambda name: events.append(f"{name} down"))
    hotkeys.released.connect(lambda name: events.append(f"{name} up"))
    hotkeys.apply(settings(talk="Ctrl+Alt+Space", window="F9"))
    assert not hotkeys.works("talk")
    wait_for(qtbot, hotkeys, talk="ok", window="ok", quick_chat="none")
    assert hotkeys.works("quick_chat", "window")
    assert not hotkeys.works("quick_chat")
    keyboard.tap(*CTRL_ALT, "space")
    keyboard.tap("F9")
    qtbot.waitUntil(lambda: events == ["talk down", "talk up", "window down", "window up"])
    hotkeys.apply(settings(talk="Ctrl+Alt+T"))
    assert keyboard.grab("space", CONTROL | MOD1)
    assert not keyboard.grab("t", CONTROL | MOD1)
    keyboard.tap(*CTRL_ALT, "t")
    qtbot.waitUntil(lambda: events[4:] == ["talk down", "talk up"])
    assert hotkeys.states()["window"].state == "none"


@needs_x
def test_another_program_s_key_is_taken_until_it_is_free(hotkeys: Hotkeys, keyboard: KeyPresser, qtbot: QtBot) -> None:
    keyboard.grab("space", CONTROL | MOD1)
    hotkeys.apply(settings(quick_chat="Ctrl+Alt+Space", selection="Ctrl+Alt+Q"))
    wait_for(qtbot, hotkeys, quick_chat="taken", selection="ok")
    state = hotkeys.states()["quick_chat"]
    assert state.sentence
    assert state.next_step
    assert state.command == "hearth toggle"
    assert hotkeys.probe("Ctrl+Alt+Space").state == "taken"
    keyboard.ungrab("space", CONTROL | MOD1)
    assert hotkeys.probe("Ctrl+Alt+Space").state == "ok"
    hotkeys.retry("quick_chat")
    wait_for(qtbot, hotkeys, quick_chat="ok")


@needs_x
def test_the_same_keys_twice_work_for_the_first_only(hotkeys: Hotkeys, qtbot: QtBot) -> None:
    hotkeys.apply(settings(quick_chat="Ctrl+Alt+Space", talk="Alt+Ctrl+Space"))
    wait_for(qtbot, hotkeys, quick_chat="ok", talk="conflict")
    hotkeys.apply(settings(talk="Alt+Ctrl+Space"))
    wait_for(qtbot, hotkeys, quick_chat="none", talk="ok")


@needs_x
def test_while_keys_are_recorded_all_are_given_back(hotkeys: Hotkeys, keyboard: KeyPresser, qtbot: QtBot) -> None:
    hotkeys.apply(settings(talk="Ctrl+Alt+Space"))
    wait_for(qtbot, hotkeys, talk="ok")
    hotkeys.pause(True)
    assert keyboard.grab("space", CONTROL | MOD1)
    keyboard.ungrab("space", CONTROL | MOD1)
    hotkeys.pause(False)
    wait_for(qtbot, hotkeys, talk="ok")
    assert not keyboard.grab("space", CONTROL | MOD1)


@pytest.mark.parametrize(
    ("keys", "word"),
    [
        ("A", "Typing"),
        ("Shift+A", "Typing"),
        ("Space", "Typing"),
        ("Ctrl+Alt+Del", "needs"),
        ("Alt+Tab", "needs"),
        ("Ctrl+C", "needs"),
        ("Ctrl+K", "window"),
        ("Shift+Ctrl+L", "window"),
        ("Ctrl+Alt+Space", "another hotkey"),
        ("Ctrl+K, Ctrl+L", "not a combination"),
        ("nonsense+++", "not a combination"),
    ],
)
def test_what_cannot_be_a_hotkey_is_said(qtbot: QtBot, keys: str, word: str) -> None:
    hotkeys = Hotkeys(NoBackend(), window_shortcuts=lambda: ["Ctrl+K", "Ctrl+Shift+L"])
    hotkeys.apply(settings(quick_chat="Ctrl+Alt+Space"))
    assert word in hotkeys.check(keys, hotkey_id="talk")


@pytest.mark.parametrize("keys", ["F9", "Shift+F9", "Media Play", "Volume Mute", "Meta+A", "Ctrl+Alt+Space", "Ctrl+ß"])
def test_what_can_be_a_hotkey_is_let_through(qtbot: QtBot, keys: str) -> None:
    hotkeys = Hotkeys(NoBackend())
    hotkeys.apply(settings(quick_chat="Ctrl+Alt+Space"))
    assert hotkeys.check(keys, hotkey_id="quick_chat") == ""


def test_a_screen_that_nobody_watches_offers_commands(qtbot: QtBot) -> None:
    hotkeys = Hotkeys(NoBackend())
    hotkeys.apply(settings(talk="Ctrl+Alt+T"))
    assert not hotkeys.is_possible
    state = hotkeys.states()["talk"]
    assert (state.state, state.command) == ("refused", "hearth talk")
    assert "command" in state.next_step


@pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="needs dbus-daemon")
def test_through_the_portal_the_desktop_names_the_keys(qtbot: QtBot) -> None:
    with PrivateBus() as bus, ShortcutsPortal(bus.address) as portal:
        hotkeys = Hotkeys(PortalBackend(bus.address))
        portal.be("choose")
        hotkeys.apply(settings(quick_chat="Ctrl+Alt+Space", talk="Ctrl+Alt+T"))
        wait_for(qtbot, hotkeys, quick_chat="ok", talk="ok")
        assert hotkeys.states()["talk"].shown_keys == "Press Meta+J"
        assert [facts["description"][1] for _, facts in portal.asked("BindShortcuts")[0][1]] == [
            "Quick chat",
            "Hold to talk",
        ]
        portal.press("talk")
        with qtbot.waitSignal(hotkeys.pressed):
            pass
        assert hotkeys.activation_token
        hotkeys.close()
        qtbot.waitUntil(lambda: not portal.sessions())


@pytest.mark.parametrize(
    ("platform", "qt_platform", "environment", "chosen"),
    [
        ("linux", "xcb", {"DISPLAY": ":0"}, "x11"),
        ("linux", "xcb", {"DISPLAY": ":0", "XDG_SESSION_TYPE": "x11"}, "x11"),
        ("linux", "xcb", {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, "portal"),
        ("linux", "xcb", {"DISPLAY": ":0", "XDG_SESSION_TYPE": "wayland"}, "portal"),
        ("linux", "wayland", {"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, "portal"),
        ("linux", "offscreen", {"DISPLAY": ":0"}, "none"),
        ("linux", "vnc", {}, "none"),
        ("win32", "windows", {}, "windows"),
        ("win32", "offscreen", {}, "none"),
        ("darwin", "cocoa", {}, "macos"),
    ],
)
def test_each_session_has_its_backend(
    platform: str, qt_platform: str, environment: dict[str, str], chosen: str
) -> None:
    assert choose_backend(platform=platform, qt_platform=qt_platform, environment=environment) == chosen


@needs_x
def test_esc_is_taken_only_while_somebody_speaks_with_or_without_the_keys_held(
    hotkeys: Hotkeys, keyboard: KeyPresser, qtbot: QtBot
) -> None:
    heard: list[str] = []
    hotkeys.pressed.connect(lambda name: heard.append(f"{name} down"))
    hotkeys.released.connect(lambda name: heard.append(f"{name} up"))
    hotkeys.escape_pressed.connect(lambda: heard.append("esc"))
    hotkeys.apply(settings(talk="Ctrl+Alt+V"))
    wait_for(qtbot, hotkeys, talk="ok")
    keyboard.down(*CTRL_ALT, "v")
    qtbot.waitUntil(lambda: heard == ["talk down"])
    assert hotkeys.watch_escape(True)
    keyboard.tap("Escape")
    qtbot.waitUntil(lambda: heard == ["talk down", "esc"])
    keyboard.up("v", *CTRL_ALT)
    qtbot.waitUntil(lambda: heard == ["talk down", "esc", "talk up"])
    keyboard.tap("Escape")
    qtbot.waitUntil(lambda: heard[3:] == ["esc"])
    hotkeys.watch_escape(False)
    assert keyboard.grab("Escape", 0), "other programs have Esc again"
    keyboard.ungrab("Escape", 0)
    keyboard.tap("Escape")
    keyboard.down(*CTRL_ALT, "v")
    keyboard.up("v", *CTRL_ALT)
    qtbot.waitUntil(lambda: heard[4:] == ["talk down", "talk up"])


def test_where_each_key_must_be_asked_for_esc_is_left_to_the_windows(qtbot: QtBot) -> None:
    made = Hotkeys(NoBackend())
    assert not made.watch_escape(True)
    made.close()
