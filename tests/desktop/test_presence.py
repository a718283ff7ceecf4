"""What is at hand while the window is closed, and who may be told what: on the program itself, off-screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.presence import Presence
from desktop.start_request import Request
from tests.peers.notification_server import NotificationServer
from tests.peers.ollama_server import OllamaPeer
from tests.peers.window_driver import WindowDriver


@pytest.fixture
def notices(monkeypatch: pytest.MonkeyPatch) -> Iterator[NotificationServer]:
    with NotificationServer() as server:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", server.address)
        yield server


@pytest.fixture
def driver(tmp_path: Path, qtbot: QtBot, notices: NotificationServer) -> Iterator[WindowDriver]:
    with OllamaPeer() as peer:
        driver = WindowDriver(tmp_path / "hearth", qtbot, peer)
        yield driver
        driver.end()


def started(driver: WindowDriver) -> Presence:
    driver.make_profile()
    driver.start()
    driver.wait(lambda: driver.app.presence is not None)
    assert driver.app.presence is not None
    return driver.app.presence


def test_a_locked_hearth_says_nothing_of_what_is_in_the_vault(
    driver: WindowDriver, notices: NotificationServer
) -> None:
    presence = started(driver)
    presence.notifications.notify("A walk by the sea", "Twelve kilometres.", subject="early")
    driver.wait(lambda: notices.on_screen)
    driver.app.lock()
    driver.wait(lambda: driver.app.flow is not None and not notices.on_screen)
    presence.notifications.notify("A walk by the sea", "Twelve kilometres.", subject="late")
    driver.wait(lambda: len(notices.seen) == 2)
    assert "walk" not in notices.seen[-1].summary + notices.seen[-1].body


def test_notices_go_when_the_window_is_brought_to_the_front(driver: WindowDriver, notices: NotificationServer) -> None:
    presence = started(driver)
    presence.notifications.notify("A walk by the sea", "", subject="early")
    driver.wait(lambda: notices.on_screen)
    presence.carry_out(Request("show"))
    driver.wait(lambda: not notices.on_screen)


def test_an_answer_in_the_window_that_is_looked_at_is_not_told(
    driver: WindowDriver, notices: NotificationServer
) -> None:
    presence = started(driver)
    driver.ask("How far is the walk?")
    presence.notifications.notify("Afterwards", "", subject="after", reveals=False)
    driver.wait(lambda: notices.seen)
    assert [one.summary for one in notices.seen] == ["Afterwards"]


def test_the_quick_chat_is_asked_for_and_keeps_the_words(driver: WindowDriver) -> None:
    presence = started(driver)
    presence.carry_out(Request("quick", text="What now?"))
    quick = presence.quick_chat()
    driver.wait(quick.isVisible)
    assert quick.body.composer.text() == "What now?"
    driver.wait(quick.isActiveWindow)
    presence.carry_out(Request("toggle"))
    driver.wait(lambda: not quick.isVisible())


def test_while_it_is_locked_the_quick_chat_has_no_session(driver: WindowDriver) -> None:
    presence = started(driver)
    presence.carry_out(Request("quick", text="What now?"))
    assert presence.quick_chat().session is not None
    driver.app.lock()
    driver.wait(lambda: driver.app.flow is not None)
    assert presence.quick_chat().session is None
    assert presence.quick_chat().body.composer.text() == ""
