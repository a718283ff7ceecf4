"""Suspend, screen lock and activity, with a real D-Bus daemon in the place of the system's."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.system_events import SystemEvents
from tests.peers.patience import PATIENCE_S

needs_dbus = pytest.mark.skipif(
    not sys.platform.startswith("linux") or not shutil.which("dbus-daemon") or not shutil.which("dbus-send"),
    reason="needs dbus-daemon and dbus-send",
)


@pytest.fixture
def bus() -> Iterator[str]:
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address=1"], stdout=subprocess.PIPE, text=True
    )
    assert daemon.stdout is not None
    yield daemon.stdout.readline().strip()
    daemon.terminate()
    daemon.wait(timeout=PATIENCE_S)
    daemon.stdout.close()


@pytest.fixture
def events(qtbot: QtBot) -> SystemEvents:
    return SystemEvents()


@pytest.fixture
def field(qtbot: QtBot) -> QLineEdit:
    """A line that has the keyboard."""
    field = QLineEdit()
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()
    field.setFocus()
    return field


def send(bus: str, path: str, signal: str, *arguments: str) -> None:
    subprocess.run(
        ["dbus-send", f"--bus={bus}", "--type=signal", path, signal, *arguments], check=True, timeout=PATIENCE_S
    )


@needs_dbus
@pytest.mark.parametrize(
    ("path", "signal"),
    [
        ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver.ActiveChanged"),
        ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver.ActiveChanged"),
    ],
)
def test_a_screen_saver_that_comes_on_is_a_locked_screen(
    bus: str, events: SystemEvents, qtbot: QtBot, qapp: QApplication, path: str, signal: str
) -> None:
    locked: list[bool] = []
    events.screen_locked.connect(lambda: locked.append(True))
    events._addresses.update(system=bus, session=bus)
    events.start(qapp)
    assert events.watched == {"activity", "suspend", "screen lock"}
    send(bus, path, signal, "boolean:false")
    send(bus, path, signal, "boolean:true")
    qtbot.waitUntil(lambda: bool(locked))
    assert len(locked) == 1


@needs_dbus
def test_sleep_and_a_locked_session_are_heard_over_the_bus(
    bus: str, events: SystemEvents, qtbot: QtBot, qapp: QApplication
) -> None:
    told: list[str] = []
    events.about_to_sleep.connect(lambda: told.append("sleep"))
    events.woke_up.connect(lambda: told.append("awake"))
    events.screen_locked.connect(lambda: told.append("locked"))
    events._addresses.update(system=bus, session=bus)
    events._logind_name = ""  # who may send: on this bus nobody owns the name of logind
    events.start(qapp)
    sleep = "org.freedesktop.login1.Manager.PrepareForSleep"
    send(bus, "/org/freedesktop/login1", sleep, "boolean:true")
    send(bus, "/org/freedesktop/login1", sleep, "boolean:false")
    send(bus, "/org/freedesktop/login1/session/_31", "org.freedesktop.login1.Session.Lock")
    qtbot.waitUntil(lambda: len(told) == 3)
    assert told == ["sleep", "awake", "locked"]


@needs_dbus
def test_without_a_bus_only_activity_is_watched_and_nothing_breaks(events: SystemEvents, qapp: QApplication) -> None:
    events._addresses.update(system="unix:path=/nowhere/bus", session="unix:path=/nowhere/bus")
    events.start(qapp)
    assert events.watched == {"activity"}


@pytest.fixture
def active(events: SystemEvents, qapp: QApplication) -> list[bool]:
    active: list[bool] = []
    events.owner_active.connect(lambda: active.append(True))
    events._addresses.update(system="unix:path=/nowhere/bus", session="unix:path=/nowhere/bus")
    events.start(qapp)
    return active


def test_typing_is_activity_and_is_told_once_a_second_at_most(
    active: list[bool], field: QLineEdit, qtbot: QtBot
) -> None:
    window = field.windowHandle()
    for letter in "hello there":
        QTest.keyClick(window, letter)
    assert field.text() == "hello there"
    assert active == [True]


def test_clicks_and_the_wheel_are_activity(
    events: SystemEvents, active: list[bool], field: QLineEdit, qtbot: QtBot
) -> None:
    QTest.mouseClick(field.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert active == [True]
    events._told_at_s = float("-inf")
    QTest.wheelEvent(field.windowHandle(), QPointF(5, 5), QPoint(0, 120))
    QApplication.processEvents()
    assert active == [True, True]


def test_what_an_input_method_composes_is_activity(events: SystemEvents, active: list[bool], field: QLineEdit) -> None:
    active.clear()
    events._told_at_s = float("-inf")
    QApplication.sendEvent(field, QInputMethodEvent("にほん", []))
    QApplication.processEvents()
    assert active == [True]


def test_logind_speaks_of_sleep_and_waking(events: SystemEvents, qtbot: QtBot) -> None:
    with qtbot.waitSignal(events.about_to_sleep):
        events.on_prepare_for_sleep(True)
    with qtbot.waitSignal(events.woke_up):
        events.on_prepare_for_sleep(False)
    with qtbot.waitSignal(events.screen_locked):
        events.on_session_lock()
