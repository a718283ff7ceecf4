"""A picture of the screen: Qt's own where that is allowed, else the portal's, with a real bus in between."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from desktop.screenshot import Screenshot
from desktop.screenshot_crop import ScreenshotCrop
from tests.peers.patience import PATIENCE_MS, PATIENCE_S
from tests.peers.told_process import ToldProcess

needs_dbus = pytest.mark.skipif(
    not sys.platform.startswith("linux") or not shutil.which("dbus-daemon"), reason="needs dbus-daemon"
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
def portal(bus: str, tmp_path: Path) -> Iterator[Callable[[str], ToldProcess]]:
    """Starts a portal that behaves as told."""
    started: list[ToldProcess] = []

    def start(behaviour: str) -> ToldProcess:
        environment = {"DBUS_SESSION_BUS_ADDRESS": bus}
        process = ToldProcess("tests.peers.screenshot_portal", behaviour, str(tmp_path), environment=environment)
        started.append(process)
        process.told("ready")
        return process

    yield start
    for process in started:
        process.end()


@pytest.fixture
def screenshot(bus: str, qtbot: QtBot) -> Iterator[Screenshot]:
    screenshot = Screenshot(portal_bus=bus, crop=False)
    yield screenshot
    screenshot.close()


@needs_dbus
@pytest.mark.parametrize("behaviour", ["taken", "strange"])
def test_the_portals_picture_is_taken_and_its_file_deleted(
    screenshot: Screenshot, portal: Callable[[str], ToldProcess], qtbot: QtBot, tmp_path: Path, behaviour: str
) -> None:
    process = portal(behaviour)
    with qtbot.waitSignal(screenshot.taken, timeout=PATIENCE_MS) as taken:
        screenshot.take()
    image = taken.args[0]
    assert (image.width(), image.height()) == (4, 2)
    assert QColor(image.pixel(0, 0)) == QColor("red")
    assert QColor(image.pixel(3, 1)) == QColor("blue")
    assert list(tmp_path.glob("Screenshot*")) == []
    assert process.told("asked")["kinds"] == {"handle_token": "s", "modal": "b", "interactive": "b"}
    assert not screenshot.busy


@needs_dbus
def test_what_the_owner_refuses_at_the_portal_is_no_error(
    screenshot: Screenshot, portal: Callable[[str], ToldProcess], qtbot: QtBot
) -> None:
    portal("cancelled")
    with qtbot.waitSignal(screenshot.cancelled, timeout=PATIENCE_MS), qtbot.assertNotEmitted(screenshot.refused):
        screenshot.take()
    assert not screenshot.busy


@needs_dbus
def test_a_portal_that_fails_and_a_desktop_without_one_are_told_with_a_next_step(
    screenshot: Screenshot, portal: Callable[[str], ToldProcess], qtbot: QtBot
) -> None:
    with qtbot.waitSignal(screenshot.refused, timeout=PATIENCE_MS) as without:
        screenshot.take()
    assert "paste it" in without.args[0]
    portal("failed")
    with qtbot.waitSignal(screenshot.refused, timeout=PATIENCE_MS):
        screenshot.take()


def test_without_a_portal_qt_takes_the_picture(qtbot: QtBot) -> None:
    screenshot = Screenshot(crop=False)
    taken: list[QImage] = []
    screenshot.taken.connect(taken.append)
    screenshot.take()
    screenshot.take()  # one at a time
    qtbot.waitUntil(lambda: not screenshot.busy, timeout=PATIENCE_MS)
    assert len(taken) == 1
    assert taken[0].size() == QGuiApplication.primaryScreen().size()


# ---- choosing a part -------------------------------------------------------------------------------------------------


@pytest.fixture
def crop(qtbot: QtBot) -> ScreenshotCrop:
    picture = QImage(800, 600, QImage.Format.Format_RGB32)  # twice as fine as the window
    picture.fill(QColor("green"))
    for x in range(200, 400):
        for y in range(100, 300):
            picture.setPixelColor(x, y, QColor("red"))
    crop = ScreenshotCrop(picture, QRect(0, 0, 400, 300), exclusive=False)
    crop.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(crop)
    crop.show()
    qtbot.waitExposed(crop)
    return crop


def test_what_is_dragged_over_is_taken_in_the_pictures_own_pixels(crop: ScreenshotCrop, qtbot: QtBot) -> None:
    with qtbot.waitSignal(crop.chosen) as chosen, qtbot.assertNotEmitted(crop.cancelled):
        qtbot.mousePress(crop, Qt.MouseButton.LeftButton, pos=QPoint(199, 149))
        qtbot.mouseMove(crop, QPoint(120, 70))
        qtbot.mouseMove(crop, QPoint(100, 50))
        qtbot.mouseRelease(crop, Qt.MouseButton.LeftButton, pos=QPoint(100, 50))
    part = chosen.args[0]
    assert (part.width(), part.height()) == (200, 200)
    assert {QColor(part.pixel(x, y)).name() for x in (0, 100, 199) for y in (0, 100, 199)} == {"#ff0000"}


def test_enter_takes_all_of_it(crop: ScreenshotCrop, qtbot: QtBot) -> None:
    with qtbot.waitSignal(crop.chosen) as chosen:
        qtbot.keyClick(crop, Qt.Key.Key_Return)
    assert chosen.args[0].width() == 800


def test_the_keyboard_alone_chooses_a_part(crop: ScreenshotCrop, qtbot: QtBot) -> None:
    qtbot.keyClick(crop, Qt.Key.Key_Right)
    begun = QRect(crop.part)
    qtbot.keyClick(crop, Qt.Key.Key_Right)
    qtbot.keyClick(crop, Qt.Key.Key_Down)
    assert crop.part == begun.translated(16, 16)
    qtbot.keyClick(crop, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert crop.part.width() == begun.width() - 16
    with qtbot.waitSignal(crop.chosen) as chosen:
        qtbot.keyClick(crop, Qt.Key.Key_Return)
    assert chosen.args[0].width() == (begun.width() - 16) * 2


def test_escape_and_the_right_button_cancel_and_a_click_chooses_nothing(crop: ScreenshotCrop, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(crop.chosen):
        qtbot.mouseClick(crop, Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
        with qtbot.waitSignal(crop.cancelled):
            qtbot.keyClick(crop, Qt.Key.Key_Escape)
