"""Hotkeys through the portal: a real bus, and a portal in another process."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop.hotkeys.hotkey_backend import BindResult
from desktop.hotkeys.portal import PortalBackend
from tests.peers.patience import PATIENCE_S
from tests.peers.shortcuts_portal import PrivateBus, ShortcutsPortal

pytestmark = pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="needs dbus-daemon")


@pytest.fixture
def bus() -> Iterator[PrivateBus]:
    with PrivateBus() as running:
        yield running


@pytest.fixture
def portal(bus: PrivateBus) -> Iterator[ShortcutsPortal]:
    with ShortcutsPortal(bus.address) as running:
        yield running


class Talk:
    """A backend on this bus, and all that it said."""

    def __init__(self, bus: PrivateBus, qtbot: QtBot) -> None:
        self.backend = PortalBackend(bus.address, app_id="io.example.Hearth")
        self.qtbot = qtbot
        self.events: list[tuple[str, str]] = []
        self.results: dict[str, BindResult] = {}
        self.backend.pressed.connect(lambda name: self.events.append(("pressed", name)))
        self.backend.released.connect(lambda name: self.events.append(("released", name)))
        self.backend.answered.connect(lambda name, result: self.results.update({name: result}))

    def bind(self, hotkey_id: str, keys: str, title: str = "") -> None:
        self.results[hotkey_id] = self.backend.bind(hotkey_id, keys, title=title)

    def wait_for(self, hotkey_id: str, state: str) -> BindResult:
        self.qtbot.waitUntil(lambda: self.results[hotkey_id].state == state)
        return self.results[hotkey_id]

    def wait_for_events(self, *events: tuple[str, str]) -> None:
        self.qtbot.waitUntil(lambda: self.events == list(events))


@pytest.fixture
def talk(bus: PrivateBus, qtbot: QtBot) -> Iterator[Talk]:
    made = Talk(bus, qtbot)
    yield made
    made.backend.close()


def test_the_desktop_is_asked_once_for_all_hotkeys_in_its_own_words(portal: ShortcutsPortal, talk: Talk) -> None:
    talk.bind("quick_chat", "Ctrl+Alt+Space", "Quick chat")
    talk.bind("selection", "Meta+Shift+Q", "Ask about the selected text")
    assert talk.results["quick_chat"].state == "asking"
    assert talk.wait_for("quick_chat", "ok").shown_keys == "Press CTRL+ALT+space"
    talk.wait_for("selection", "ok")
    ((session, shortcuts, window, options),) = portal.asked("BindShortcuts")
    assert session in portal.sessions()
    assert window == ""
    assert set(options) == {"handle_token"}
    assert shortcuts == [
        ["quick_chat", {"description": ["s", "Quick chat"], "preferred_trigger": ["s", "CTRL+ALT+space"]}],
        [
            "selection",
            {"description": ["s", "Ask about the selected text"], "preferred_trigger": ["s", "SHIFT+LOGO+q"]},
        ],
    ]
    assert portal.calls()[:2] == ["Register", "Get"], "who we are is said before anything else"
    assert portal.asked("Register") == [["io.example.Hearth", {}]]


def test_presses_and_releases_arrive_once(portal: ShortcutsPortal, talk: Talk) -> None:
    talk.bind("talk", "Ctrl+Alt+Space")
    talk.wait_for("talk", "ok")
    portal.press("talk")
    portal.press("talk")  # some desktops repeat it while the key is held
    talk.wait_for_events(("pressed", "talk"))
    assert talk.backend.activation_token in ("token1", "token2")
    portal.release("talk")
    talk.wait_for_events(("pressed", "talk"), ("released", "talk"))


def test_an_owner_who_declines_is_asked_again_only_when_he_tries_again(portal: ShortcutsPortal, talk: Talk) -> None:
    portal.be("cancel")
    talk.bind("talk", "Ctrl+Alt+Space")
    declined = talk.wait_for("talk", "refused")
    assert "allow" in declined.sentence
    assert declined.next_step
    assert len(portal.asked("BindShortcuts")) == 1
    portal.be("allow")
    talk.bind("talk", "Ctrl+Alt+Space")
    talk.wait_for("talk", "ok")
    assert list(portal.sessions().values()) == [["talk"]], "the declined session was closed"


@pytest.mark.parametrize("mood", ["fail", "leave_out"])
def test_a_key_that_the_desktop_does_not_give_is_refused(portal: ShortcutsPortal, talk: Talk, mood: str) -> None:
    portal.be(mood)  # type: ignore[arg-type]
    talk.bind("talk", "Ctrl+Alt+Space")
    refused = talk.wait_for("talk", "refused")
    assert refused.sentence
    assert refused.next_step


def test_keys_that_the_owner_chose_instead_are_told(portal: ShortcutsPortal, talk: Talk) -> None:
    portal.be("choose")
    talk.bind("talk", "Ctrl+Alt+Space")
    assert talk.wait_for("talk", "ok").shown_keys == "Press Meta+J"
    portal.change_triggers("Press F7")
    talk.qtbot.waitUntil(lambda: talk.results["talk"].shown_keys == "Press F7")


def test_a_change_makes_a_new_session_with_all_hotkeys(portal: ShortcutsPortal, talk: Talk) -> None:
    talk.bind("talk", "Ctrl+Alt+Space")
    talk.wait_for("talk", "ok")
    talk.bind("window", "Ctrl+Alt+W")
    talk.wait_for("window", "ok")
    assert list(portal.sessions().values()) == [["talk", "window"]]
    talk.backend.unbind("talk")
    talk.qtbot.waitUntil(lambda: list(portal.sessions().values()) == [["window"]])
    talk.bind("window", "Ctrl+Alt+W")
    assert talk.results["window"].state == "ok", "what is bound already is not asked for again"
    talk.backend.unbind("window")
    talk.qtbot.waitUntil(lambda: not portal.sessions())


def test_a_portal_that_dies_ends_a_held_key_and_is_asked_again_when_it_returns(bus: PrivateBus, talk: Talk) -> None:
    with ShortcutsPortal(bus.address) as first:
        talk.bind("talk", "Ctrl+Alt+Space")
        talk.wait_for("talk", "ok")
        first.press("talk")
        talk.wait_for_events(("pressed", "talk"))
        first.kill()
        talk.wait_for_events(("pressed", "talk"), ("released", "talk"))
        talk.wait_for("talk", "asking")
    with ShortcutsPortal(bus.address) as second:
        talk.wait_for("talk", "ok")
        assert second.calls().count("CreateSession") == 1
        second.press("talk")
        talk.qtbot.waitUntil(lambda: talk.events[-1] == ("pressed", "talk"))


def test_a_permission_taken_back_is_told(portal: ShortcutsPortal, talk: Talk) -> None:
    talk.bind("talk", "Ctrl+Alt+Space")
    talk.wait_for("talk", "ok")
    portal.press("talk")
    portal.close_sessions()
    talk.wait_for("talk", "refused")
    assert talk.events == [("pressed", "talk"), ("released", "talk")]


@pytest.mark.parametrize("version", [1, 2])
def test_older_portals_do_without_a_register_and_a_list(bus: PrivateBus, talk: Talk, version: int) -> None:
    with ShortcutsPortal(bus.address, version=version, registry=version > 1) as portal:
        talk.bind("talk", "Ctrl+Alt+Space")
        talk.wait_for("talk", "ok")
        assert talk.backend.configure() is (version > 1)
        talk.qtbot.waitUntil(lambda: bool(portal.asked("ConfigureShortcuts")) is (version > 1))


def test_a_desktop_without_this_portal_says_what_to_do(bus: PrivateBus, talk: Talk) -> None:
    with ShortcutsPortal(bus.address, version=0):
        talk.bind("talk", "Ctrl+Alt+Space")
        assert "command" in talk.wait_for("talk", "refused").next_step


def test_a_bus_without_any_portal_says_what_to_do(bus: PrivateBus, talk: Talk) -> None:
    talk.bind("talk", "Ctrl+Alt+Space")
    assert "command" in talk.wait_for("talk", "refused").next_step


def test_a_bus_that_ends_ends_a_held_key(bus: PrivateBus, portal: ShortcutsPortal, talk: Talk) -> None:
    talk.bind("talk", "Ctrl+Alt+Space")
    talk.wait_for("talk", "ok")
    portal.press("talk")
    talk.wait_for_events(("pressed", "talk"))
    bus.kill()
    talk.wait_for_events(("pressed", "talk"), ("released", "talk"))
    talk.wait_for("talk", "refused")


def test_no_bus_at_all_is_said(qtbot: QtBot) -> None:
    backend = PortalBackend("unix:path=/nowhere/bus")
    results: list[BindResult] = []
    backend.answered.connect(lambda _, result: results.append(result))
    backend.bind("talk", "Ctrl+Alt+Space")
    qtbot.waitUntil(lambda: [one.state for one in results] == ["refused"])
    backend.close()


def test_signals_of_strangers_press_nothing(bus: PrivateBus, portal: ShortcutsPortal, talk: Talk) -> None:
    talk.bind("talk", "Ctrl+Alt+Space")
    talk.wait_for("talk", "ok")
    (session,) = portal.sessions()
    link = talk.backend._link
    assert link is not None
    subprocess.run(
        [
            *("dbus-send", f"--bus={bus.address}", "--type=signal", f"--dest={link.unique_name}"),
            *("/org/freedesktop/portal/desktop", "org.freedesktop.portal.GlobalShortcuts.Activated"),
            *(f"objpath:{session}", "string:talk", "uint64:1", "dict:string:string:"),
        ],
        check=True,
        timeout=PATIENCE_S,
    )
    portal.press("talk")
    portal.release("talk")
    talk.wait_for_events(("pressed", "talk"), ("released", "talk"))
