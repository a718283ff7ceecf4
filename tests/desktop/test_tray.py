"""The tray: what it says, what its menu does, and that it survives a tray that goes and comes."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop.theme.design_tokens import contrast
from desktop.theme.tray_icons import TRAY_STATES, TrayState, tray_icon, tray_image
from desktop.tray import RecentChat, Tray
from tests.peers.ollama_server import OllamaPeer
from tests.peers.told_process import ToldProcess
from tests.peers.xvfb_desktop import WIDTH, XvfbDesktop, missing_programs

needs_a_tray = pytest.mark.skipif(
    not sys.platform.startswith("linux") or bool(missing_programs()) or shutil.which("trayer") is None,
    reason="needs Xvfb, openbox, xdotool and trayer",
)
TRAY_HEIGHT = 32


@pytest.fixture
def tray(qtbot: QtBot) -> Iterator[Tray]:
    tray = Tray(state="idle")
    yield tray
    tray.hide()
    tray.deleteLater()


def titles(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def press(menu: QMenu, title: str) -> None:
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text() == title).trigger()


# ---- pictures -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("side", [16, 22, 24, 32])
def test_every_state_has_a_shape_of_its_own_even_without_colours(qapp: QApplication, side: int) -> None:
    shapes = {}
    for state in TRAY_STATES:
        image = tray_image(state, side)
        tile = QColor(image.pixel(side // 2, 1))
        ink = [
            QColor(image.pixel(x, y)).rgb() != tile.rgb() and image.pixelColor(x, y).alpha() == 255
            for y in range(3, side - 3)
            for x in range(3, side - 3)
        ]
        shapes[state] = ink
    names = list(shapes)
    for first in names:
        for second in names[names.index(first) + 1 :]:
            different = sum(a != b for a, b in zip(shapes[first], shapes[second], strict=True))
            assert different > len(shapes[first]) * 0.08, (first, second)


@pytest.mark.parametrize("state", TRAY_STATES)
def test_the_shape_stands_out_from_its_tile_whatever_the_panel(qapp: QApplication, state: TrayState) -> None:
    image = tray_image(state, 64)
    tile = image.pixelColor(2, 32).name()
    inks = {
        image.pixelColor(x, y).name() for x in range(64) for y in range(64) if image.pixelColor(x, y).alpha() == 255
    }
    assert max(contrast(tile, ink) for ink in inks) >= 4.5


def test_the_icon_has_a_drawing_of_its_own_for_fine_screens(qapp: QApplication) -> None:
    sizes = {size.width() for size in tray_icon("idle").availableSizes()}
    assert {16, 22, 24, 32, 44, 48} <= sizes


# ---- words and menu -------------------------------------------------------------------------------------------------


def test_the_tooltip_says_the_state_in_words(tray: Tray) -> None:
    said = set()
    for state in TRAY_STATES:
        tray.set_state(state)
        said.add(tray.tooltip())
    assert len(said) == len(TRAY_STATES)
    tray.set_state("locked")
    assert "locked" in tray.tooltip()


def test_the_menu_tells_what_is_wanted(tray: Tray, qtbot: QtBot) -> None:
    for title, signal in (
        ("Quick chat", tray.quick_wanted),
        ("New chat", tray.new_chat_wanted),
        ("Show Hearth", tray.window_wanted),
        ("Lock", tray.lock_wanted),
        ("Settings…", tray.settings_wanted),
        ("Quit Hearth", tray.quit_wanted),
    ):
        with qtbot.waitSignal(signal):
            press(tray.menu(), title)


def test_a_locked_hearth_shows_no_chats_and_offers_to_unlock(tray: Tray, qtbot: QtBot) -> None:
    chats = [RecentChat(str(number), f"Chat {number}") for number in range(5)]
    tray.set_chats(chats)
    recent = next(action for action in tray.menu().actions() if action.text() == "Recent chats").menu()
    assert isinstance(recent, QMenu)
    assert titles(recent) == ["Chat 0", "Chat 1", "Chat 2"]
    with qtbot.waitSignal(tray.chat_wanted) as wanted:
        recent.actions()[1].trigger()
    assert wanted.args == ["1"]
    tray.set_state("locked")
    assert "Recent chats" not in titles(tray.menu())
    tray.set_chats(chats)
    assert "Recent chats" not in titles(tray.menu())
    with qtbot.waitSignal(tray.unlock_wanted):
        press(tray.menu(), "Unlock…")
    new = next(action for action in tray.menu().actions() if action.text() == "New chat")
    assert not new.isEnabled()


def test_a_new_language_makes_the_menu_anew(tray: Tray) -> None:
    before = tray.menu()
    tray.retranslate()
    assert tray.menu() is not before
    assert "Quick chat" in titles(tray.menu())


def test_without_a_tray_it_says_so(tray: Tray) -> None:
    tray.show()  # off-screen there is none
    assert not tray.available
    assert tray.shown
    assert not tray.tell("Title", "Text")


# ---- a real tray ----------------------------------------------------------------------------------------------------


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[XvfbDesktop]:
    with XvfbDesktop(tmp_path / "screen") as desktop:
        yield desktop


def start_tray(desktop: XvfbDesktop) -> subprocess.Popen[bytes]:
    place = ["--edge", "top", "--align", "left", "--margin", "0"]
    look = ["--widthtype", "request", "--height", str(TRAY_HEIGHT), "--SetDockType", "true", "--expand", "true"]
    return subprocess.Popen(
        ["trayer", *place, *look],
        env=dict(desktop.environment),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def flame(desktop: XvfbDesktop) -> tuple[int, int] | None:
    """Where the flame is seen in the tray."""
    pixels = desktop._pixels()
    seen = []
    for y in range(0, TRAY_HEIGHT, 2):
        for x in range(0, 200, 2):
            blue, green, red = pixels[(y * WIDTH + x) * 4 : (y * WIDTH + x) * 4 + 3]
            if red > 200 and 80 < green < 160 and blue < 100:
                seen.append((x, y))
    return seen[len(seen) // 2] if len(seen) > 4 else None


def click(desktop: XvfbDesktop, button: int) -> None:
    place = desktop.until(lambda: flame(desktop), "the flame in the tray")
    desktop._xdotool("mousemove", "--sync", str(place[0]), str(place[1]))
    desktop._xdotool("click", str(button))


@needs_a_tray
def test_a_real_tray_shows_it_takes_clicks_and_may_go_and_come_back(desktop: XvfbDesktop, tmp_path: Path) -> None:
    first = start_tray(desktop)
    second = None
    home = str(tmp_path / "hearth")
    try:
        desktop.until(lambda: has_panel(desktop), "the panel")
        with (
            OllamaPeer() as peer,
            ToldProcess(
                "tests.peers.quick_program", home, peer.address, environment=desktop.environment, reads=True
            ) as quick,
        ):
            assert quick.told("ready")["tray"]
            click(desktop, 1)
            quick.told("tray quick")
            quick.until(lambda seen: seen["visible"] and seen["active"], "the quick chat")
            desktop.press("Escape")
            quick.told("dismissed")
            click(desktop, 2)
            quick.told("tray window")
            first.terminate()
            first.wait(10)
            quick.told("tray", available=False)
            second = start_tray(desktop)
            quick.told("tray", available=True)
            click(desktop, 1)
            quick.told("tray quick")
    finally:
        for process in (first, second):
            if process is not None and process.poll() is None:
                process.terminate()
                process.wait(10)


def has_panel(desktop: XvfbDesktop) -> bool:
    """Whether the panel itself is there."""
    return bool(desktop._xdotool("search", "--onlyvisible", "--class", "trayer", check=False).stdout.strip())


@needs_a_tray
@pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="needs dbus-daemon")
def test_a_panel_that_speaks_dbus_shows_it_and_passes_clicks_on(desktop: XvfbDesktop, tmp_path: Path) -> None:
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address=1"], stdout=subprocess.PIPE, text=True
    )
    assert daemon.stdout is not None
    try:
        bus = {"DBUS_SESSION_BUS_ADDRESS": daemon.stdout.readline().strip()}
        environment = {**desktop.environment, **bus}
        home = str(tmp_path / "hearth")
        with (
            OllamaPeer() as peer,
            ToldProcess("tests.peers.tray_watcher", environment=bus, reads=True) as panel,
            contextlib.ExitStack() as stack,
        ):
            panel.told("ready")
            program = ToldProcess("tests.peers.quick_program", home, peer.address, environment=environment, reads=True)
            quick = stack.enter_context(program)
            assert quick.told("ready")["tray"]
            panel.told("item")
            panel.do("describe")
            described = panel.told("described")
            assert "Hearth is ready" in (described["tip"], described["title"])
            assert {22, 24, 44, 48} <= set(described["sides"])
            panel.do("activate")
            quick.told("tray quick")
            quick.until(lambda seen: seen["visible"] and seen["active"], "the quick chat")
            panel.do("middle")
            quick.told("tray window")
            panel.end()
            quick.told("tray", available=False)
    finally:
        daemon.terminate()
        daemon.wait(10)
        daemon.stdout.close()
