"""Notices through a real D-Bus daemon and a stand-in for the desktop's service; and where there is none."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from desktop.notifications import Notifications
from tests.peers.notification_server import NotificationServer

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux") or not shutil.which("dbus-daemon"), reason="needs dbus-daemon"
)


@pytest.fixture
def server() -> Iterator[NotificationServer]:
    with NotificationServer() as server:
        yield server


@pytest.fixture
def notifications(server: NotificationServer, qtbot: QtBot) -> Iterator[Notifications]:
    notifications = Notifications(bus=server.address)
    yield notifications
    notifications._lost()


class Corner(QObject):
    """Stands where the tray icon is: the system's own tray is outside this test."""

    message_clicked = Signal()

    def __init__(self, *, shows: bool = True) -> None:
        super().__init__()
        self.shows = shows
        self.told: list[tuple[str, str]] = []

    def tell(self, title: str, text: str) -> bool:
        self.told.append((title, text))
        return self.shows


def texts(server: NotificationServer) -> list[tuple[str, str]]:
    return [(shown.summary, shown.body) for shown in server.seen]


def test_a_notice_is_shown_by_the_desktops_service(
    server: NotificationServer, notifications: Notifications, qtbot: QtBot
) -> None:
    notifications.notify("The model is here", "“qwen3” can be used now.")
    qtbot.waitUntil(lambda: bool(server.seen))
    shown = server.seen[0]
    assert (shown.program, shown.summary, shown.body) == ("Hearth", "The model is here", "“qwen3” can be used now.")
    assert (shown.actions, shown.hints, shown.expire_ms) == ((), {"desktop-entry": "hearth", "urgency": 1}, -1)
    assert server.refused == []


def test_show_is_pressed_and_the_window_gets_the_token_with_which_it_may_come_to_the_front(
    server: NotificationServer, notifications: Notifications, qtbot: QtBot
) -> None:
    tokens: list[str] = []
    notifications.notify("An answer", "It is done.", action=tokens.append)
    qtbot.waitUntil(lambda: bool(notifications._places) and next(iter(notifications._places.values())).number > 0)
    assert server.seen[0].actions == ("default", "Show")
    server.press(99, token="of another program")
    server.press(server.seen[0].number, token="shell-7")
    qtbot.waitUntil(lambda: bool(tokens))
    assert tokens == ["shell-7"]


def test_a_stranger_on_the_bus_cannot_press_the_button(
    server: NotificationServer, notifications: Notifications, qtbot: QtBot
) -> None:
    tokens: list[str] = []
    notifications.notify("An answer", "It is done.", action=tokens.append)
    qtbot.waitUntil(lambda: bool(notifications._places) and next(iter(notifications._places.values())).number > 0)
    forged = ["--type=signal", "/org/freedesktop/Notifications", "org.freedesktop.Notifications.ActionInvoked"]
    subprocess.run(
        ["dbus-send", f"--bus={server.address}", *forged, "uint32:1", "string:default"], check=True, timeout=20
    )
    server.press(1, token="real")
    qtbot.waitUntil(lambda: bool(tokens))
    assert tokens == ["real"]


def test_news_of_one_subject_take_each_others_place_even_while_the_service_is_slow(
    server: NotificationServer, notifications: Notifications, qtbot: QtBot
) -> None:
    notifications.notify("Download", "10 %", subject="download")
    qtbot.waitUntil(lambda: len(server.seen) == 1)
    server.gate.clear()
    for percent in (20, 30, 40):
        notifications.notify("Download", f"{percent} %", subject="download")
    notifications.notify("Another", "matter", subject="other")
    server.gate.set()
    qtbot.waitUntil(lambda: ("Download", "40 %") in texts(server) and ("Another", "matter") in texts(server))
    assert sorted(shown.body for shown in server.on_screen.values()) == ["40 %", "matter"]
    assert ("Download", "30 %") not in texts(server)  # nobody could have read it


def test_what_looks_like_markup_is_shown_as_it_was_written(
    server: NotificationServer, notifications: Notifications, qtbot: QtBot
) -> None:
    notifications.notify("<b>1 < 2</b>", '<a href="http://x">&amp; "more"</a>')
    qtbot.waitUntil(lambda: bool(server.seen))
    assert texts(server) == [("<b>1 < 2</b>", '&lt;a href="http://x"&gt;&amp;amp; "more"&lt;/a&gt;')]


def test_a_service_without_markup_and_buttons_gets_plain_words(qtbot: QtBot) -> None:
    with NotificationServer(abilities=("body",)) as server:
        notifications = Notifications(bus=server.address)
        notifications.notify("Sum", "1 < 2 & 3", action=lambda token: None)
        qtbot.waitUntil(lambda: bool(server.seen))
        assert (server.seen[0].body, server.seen[0].actions) == ("1 < 2 & 3", ())
        notifications._lost()


@pytest.mark.parametrize("why", ["locked", "hidden"])
def test_no_content_is_shown_while_locked_or_where_the_owner_hides_it(
    server: NotificationServer, notifications: Notifications, qtbot: QtBot, why: str
) -> None:
    notifications.is_locked = why == "locked"
    notifications.hide_content = why == "hidden"
    notifications.notify("My secret plan", "Step one")
    notifications.notify("Hearth goes on", "The window is closed.", reveals=False)
    qtbot.waitUntil(lambda: len(server.seen) == 2)
    assert texts(server) == [("Hearth", "Hearth has something for you"), ("Hearth goes on", "The window is closed.")]


def test_locking_takes_away_what_is_shown_and_what_is_on_its_way(
    server: NotificationServer, notifications: Notifications, qtbot: QtBot
) -> None:
    notifications.notify("One", "shown", subject="one")
    qtbot.waitUntil(lambda: bool(notifications._places) and notifications._places["one"].number > 0)
    server.gate.clear()
    notifications.notify("Two", "on its way")
    notifications.is_locked = True
    server.gate.set()
    qtbot.waitUntil(lambda: len(server.seen) == 2 and not server.on_screen)


def test_locking_before_the_service_has_answered_at_all_shows_nothing(
    server: NotificationServer, notifications: Notifications, qtbot: QtBot
) -> None:
    notifications.notify("Secret", "words")
    notifications.is_locked = True
    notifications.notify("Later", "words", reveals=False)
    qtbot.waitUntil(lambda: bool(server.seen))
    assert texts(server) == [("Later", "words")]


def test_a_dismissed_notice_is_not_replaced_but_shown_anew(
    server: NotificationServer, notifications: Notifications, qtbot: QtBot
) -> None:
    notifications.notify("Download", "10 %", subject="download")
    qtbot.waitUntil(lambda: "download" in notifications._places and notifications._places["download"].number > 0)
    server.dismiss(1)
    qtbot.waitUntil(lambda: not notifications._places)
    notifications.notify("Download", "done", subject="download")
    qtbot.waitUntil(lambda: len(server.seen) == 2)
    assert server.seen[1].replaces == 0


def test_a_service_that_is_started_anew_is_found_again(
    server: NotificationServer, notifications: Notifications, qtbot: QtBot
) -> None:
    notifications.notify("One", "before", subject="s")
    qtbot.waitUntil(lambda: "s" in notifications._places and notifications._places["s"].number > 0)
    server.end()
    qtbot.waitUntil(lambda: not notifications._places)
    server.begin()
    notifications.notify("One", "after", subject="s")
    qtbot.waitUntil(lambda: len(server.seen) == 2)
    assert server.seen[1].replaces == 0


def test_without_a_service_the_tray_tells_it_and_a_click_shows_it(qtbot: QtBot) -> None:
    corner, tokens = Corner(), list[str]()
    notifications = Notifications(bus="unix:path=/nowhere/bus", tray=lambda: corner)  # type: ignore[arg-type,return-value]
    notifications.notify("An answer", "It is <done>.", action=tokens.append)
    qtbot.waitUntil(lambda: bool(corner.told))
    assert corner.told == [("An answer", "It is <done>.")]
    corner.message_clicked.emit()
    qtbot.waitUntil(lambda: bool(tokens))
    assert tokens == [""]


def test_a_bus_without_a_service_leads_to_the_tray_as_well(qtbot: QtBot, server: NotificationServer) -> None:
    server.end()
    corner = Corner()
    notifications = Notifications(bus=server.address, tray=lambda: corner)  # type: ignore[arg-type,return-value]
    notifications.notify("An answer", "It is done.")
    qtbot.waitUntil(lambda: bool(corner.told))


def test_without_service_and_tray_nothing_breaks(qtbot: QtBot) -> None:
    asked: list[bool] = []
    notifications = Notifications(bus="unix:path=/nowhere/bus", tray=lambda: asked.append(True))  # type: ignore[arg-type,func-returns-value]
    notifications.notify("An answer", "It is done.")
    qtbot.waitUntil(lambda: bool(asked))
