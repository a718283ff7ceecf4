"""The page of the hotkeys, with a real X server, a real profile, and keys pressed into its fields."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.events import SettingChanged
from desktop.hotkeys.backend_choice import NoBackend
from desktop.hotkeys.bindings import HOTKEY_IDS, Hotkeys
from desktop.hotkeys.portal import PortalBackend
from desktop.hotkeys.x11 import X11Backend
from desktop.hotkeys.x11_keyboard import CONTROL, MOD1
from desktop.settings.hotkeys_page import HotkeyRow, HotkeysPage, desktop_hint
from tests.peers.key_presser import BareXServer, KeyPresser
from tests.peers.shortcuts_portal import PrivateBus, ShortcutsPortal
from tests.peers.window_driver import PASSPHRASE, WindowDriver

pytestmark = pytest.mark.skipif(
    shutil.which("Xvfb") is None or shutil.which("dbus-daemon") is None, reason="needs Xvfb and dbus-daemon"
)

CTRL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


@pytest.fixture
def driver(tmp_path: Path, qtbot: QtBot) -> Iterator[WindowDriver]:
    driver = WindowDriver(tmp_path / "hearth", qtbot)
    driver.make_profile(passphrase=PASSPHRASE)
    driver.start()
    yield driver
    driver.end()


@pytest.fixture
def server() -> Iterator[BareXServer]:
    with BareXServer() as running:
        yield running


class Stage:
    """The page, wired as the program wires it: what is kept is bound."""

    def __init__(self, driver: WindowDriver, hotkeys: Hotkeys) -> None:
        self.driver = driver
        self.hotkeys = hotkeys
        self.errors: list[BaseException] = []
        settings = driver.assistant.settings
        bridge = driver.app.bridge

        def heard(change: object) -> None:
            if isinstance(change, SettingChanged) and change.name.startswith("hotkeys."):
                hotkeys.apply(settings.early.hotkeys)

        driver.assistant.announcer.subscribe(bridge.listener(heard, hotkeys))
        self.page = HotkeysPage(bridge, settings, hotkeys=hotkeys, report=self.errors.append)
        driver.qtbot.addWidget(self.page)
        self.page.resize(640, 600)
        self.page.show()
        self.page.activateWindow()
        driver.qtbot.waitUntil(self.page.isActiveWindow)
        hotkeys.apply(settings.early.hotkeys)

    def row(self, hotkey_id: str) -> HotkeyRow:
        return self.page.rows[hotkey_id]

    def record(self, hotkey_id: str, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
        recorder = self.row(hotkey_id).field.recorder
        recorder.setFocus()
        QTest.keyClick(recorder, Qt.Key.Key_Return)
        QTest.keyClick(recorder, key, modifiers)

    def kept(self, hotkey_id: str) -> str:
        return str(self.driver.assistant.settings.value(f"hotkeys.{hotkey_id}"))

    def wait_for_words(self, hotkey_id: str, words: str) -> None:
        self.driver.wait(lambda: words in self.row(hotkey_id).state_label.text())

    def end(self) -> None:
        self.hotkeys.close()
        assert self.errors == []


@pytest.fixture
def stage(driver: WindowDriver, server: BareXServer) -> Iterator[Stage]:
    made = Stage(driver, Hotkeys(X11Backend(server.display), window_shortcuts=lambda: ["Ctrl+K"]))
    yield made
    made.end()


def test_each_hotkey_has_a_row_that_says_whether_it_works(stage: Stage) -> None:
    assert list(stage.page.rows) == list(HOTKEY_IDS)
    stage.wait_for_words("quick_chat", "Works: Ctrl+Alt+Space")
    stage.wait_for_words("talk", "Works: Ctrl+Alt+V")
    assert not stage.row("window").state_label.isVisible()
    assert not stage.page.notice.isVisible()
    assert not stage.row("quick_chat").reset_button.isVisible()


def test_pressed_keys_are_kept_and_work_at_once(stage: Stage, server: BareXServer) -> None:
    stage.wait_for_words("quick_chat", "Works")
    stage.record("window", Qt.Key.Key_T, CTRL_ALT)
    stage.driver.wait(lambda: stage.kept("window") == "Ctrl+Alt+T")
    stage.wait_for_words("window", "Works: Ctrl+Alt+T")
    pressed: list[str] = []
    stage.hotkeys.pressed.connect(pressed.append)
    with KeyPresser(server.display) as keyboard:
        keyboard.tap("Control_L", "Alt_L", "t")
        stage.driver.wait(lambda: pressed == ["window"])
    stage.row("window").reset_button.click()
    stage.driver.wait(lambda: stage.kept("window") == "")


@pytest.mark.parametrize(
    ("key", "modifiers", "word"),
    [
        (Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "Typing"),
        (Qt.Key.Key_Space, CTRL_ALT, "another hotkey"),
        (Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier, "window"),
        (Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier, "needs"),
    ],
)
def test_keys_that_cannot_be_are_refused_where_they_were_pressed(
    stage: Stage, key: Qt.Key, modifiers: Qt.KeyboardModifier, word: str
) -> None:
    stage.record("window", key, modifiers)
    assert word in stage.row("window").field.conflict
    assert stage.row("window").field.keys == ""
    assert stage.kept("window") == ""


def test_keys_of_another_program_are_refused_where_they_were_pressed(stage: Stage, server: BareXServer) -> None:
    with KeyPresser(server.display) as other:
        other.grab("t", CONTROL | MOD1)
        stage.record("window", Qt.Key.Key_T, CTRL_ALT)
        assert "Another program" in stage.row("window").field.conflict
        assert stage.kept("window") == ""
        other.ungrab("t", CONTROL | MOD1)
        stage.record("window", Qt.Key.Key_T, CTRL_ALT)
        stage.wait_for_words("window", "Works")


def test_a_hotkey_that_another_program_took_can_be_tried_again(driver: WindowDriver, server: BareXServer) -> None:
    with KeyPresser(server.display) as other:
        other.grab("space", CONTROL | MOD1)
        stage = Stage(driver, Hotkeys(X11Backend(server.display)))
        stage.wait_for_words("quick_chat", "Another program")
        assert stage.row("quick_chat").retry_button.isVisible()
        other.ungrab("space", CONTROL | MOD1)
        stage.row("quick_chat").retry_button.click()
        stage.wait_for_words("quick_chat", "Works")
        stage.end()


def test_without_any_watcher_the_commands_are_shown_and_copied(driver: WindowDriver) -> None:
    stage = Stage(driver, Hotkeys(NoBackend()))
    assert stage.page.notice.isVisible()
    row = stage.row("quick_chat").command_row
    assert row.isVisible()
    row.copy_button.click()
    assert QGuiApplication.clipboard().text() == "hearth toggle"
    stage.end()


def test_a_desktop_that_declined_is_asked_again(driver: WindowDriver) -> None:
    with PrivateBus() as bus, ShortcutsPortal(bus.address) as portal:
        portal.be("cancel")
        stage = Stage(driver, Hotkeys(PortalBackend(bus.address)))
        driver.wait(stage.page.notice.isVisible)
        assert "did not allow" in stage.page.notice._title.text()
        portal.be("choose")
        stage.page.notice.retry_button.click()
        stage.wait_for_words("quick_chat", "Works: Press Meta+J")
        stage.wait_for_words("selection", "Works: Press Meta+J")
        assert not stage.page.notice.isVisible()
        stage.page.configure_button.click()
        driver.wait(lambda: portal.asked("ConfigureShortcuts"))
        stage.end()


@pytest.mark.parametrize(("width", "place"), [(640, "beside"), (300, "below")])
def test_with_little_room_the_keys_stand_below_the_words(stage: Stage, width: int, place: str) -> None:
    row = stage.row("quick_chat")
    title = row.findChildren(type(row.state_label))[0]

    def fits() -> bool:
        stage.page.resize(width, 900)  # again, as a scroll area does: the first step only turns the row
        is_below = row.field.geometry().top() > title.geometry().bottom()
        return is_below is (place == "below") and row.field.geometry().right() <= row.width() <= width

    stage.driver.wait(fits)


def test_each_desktop_has_its_own_hint() -> None:
    hints = {desktop_hint(name) for name in ("GNOME", "ubuntu:GNOME", "KDE", "sway", "")}
    assert len(hints) == 4
