"""The part of the Windows backend that needs no Windows: keys, flags, and one press with one release."""

from __future__ import annotations

import ctypes
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.hotkeys.key_names import Keys
from desktop.hotkeys.windows import HOTKEY_ALREADY_REGISTERED, MOD_NOREPEAT, WindowsBackend, flags_and_key, hotkey_in

ALT, CTRL, SHIFT, WIN = 1, 2, 4, 8
GERMAN = {"ü": 0xBA, "+": 0xBB, "?": 0xDB | 0x100}


class Keyboard:
    """In the place of user32: a German keyboard on which other programs hold some combinations."""

    def __init__(self) -> None:
        self.registered: dict[int, tuple[int, int]] = {}
        self.elsewhere: set[tuple[int, int]] = set()
        self.down: set[int] = set()
        self.hooked: Callable[[int], None] | None = None

    def register(self, number: int, flags: int, virtual_key: int) -> int:
        wanted = (flags & ~MOD_NOREPEAT, virtual_key)
        if wanted in self.elsewhere or wanted in self.registered.values():
            return HOTKEY_ALREADY_REGISTERED
        assert flags & MOD_NOREPEAT
        self.registered[number] = wanted
        return 0

    def unregister(self, number: int) -> None:
        del self.registered[number]

    def virtual_key_of(self, letter: str) -> int:
        return GERMAN.get(letter, -1)

    def is_down(self, virtual_key: int) -> bool:
        return virtual_key in self.down

    def hook_releases(self, released: Callable[[int], None]) -> None:
        self.hooked = released

    def unhook(self) -> None:
        self.hooked = None

    def hotkey_of(self, message: int) -> int | None:
        return message

    def press(self, backend: WindowsBackend, virtual_key: int) -> None:
        self.down.add(virtual_key)
        for number, (_, key) in self.registered.items():
            if key == virtual_key:
                backend._on_message(number)

    def release(self, virtual_key: int) -> None:
        self.down.discard(virtual_key)
        if self.hooked is not None:
            self.hooked(virtual_key)


@pytest.fixture
def keyboard() -> Keyboard:
    return Keyboard()


@pytest.fixture
def backend(keyboard: Keyboard, qtbot: QtBot) -> WindowsBackend:
    return WindowsBackend(keyboard)


def events_of(backend: WindowsBackend) -> list[str]:
    events: list[str] = []
    backend.pressed.connect(lambda name: events.append(f"{name} down"))
    backend.released.connect(lambda name: events.append(f"{name} up"))
    return events


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("Ctrl+Alt+Space", (CTRL | ALT, 0x20)),
        ("Meta+F1", (WIN, 0x70)),
        ("Ctrl+Q", (CTRL, ord("Q"))),
        ("Ctrl+Alt+7", (CTRL | ALT, ord("7"))),
        ("Media Play", (0, 0xB3)),
        ("Ctrl+Num+5", (CTRL, 0x65)),
        ("Ctrl+Ü", (CTRL, 0xBA)),
        ("Ctrl+?", (CTRL | SHIFT, 0xDB)),
        ("Ctrl+ñ", (CTRL, 0)),
    ],
)
def test_keys_become_flags_and_virtual_keys(keys: str, expected: tuple[int, int]) -> None:
    assert flags_and_key(Keys.read(keys), Keyboard().virtual_key_of) == expected


def test_a_press_and_its_release_come_once_and_the_hook_goes_again(backend: WindowsBackend, keyboard: Keyboard) -> None:
    events = events_of(backend)
    assert backend.bind("talk", "Ctrl+Alt+Space").state == "ok"
    assert keyboard.hooked is None
    keyboard.press(backend, 0x20)
    keyboard.press(backend, 0x20)
    assert events == ["talk down"]
    assert keyboard.hooked is not None
    keyboard.release(ord("X"))
    assert events == ["talk down"]
    keyboard.release(0x20)
    assert events == ["talk down", "talk up"]
    assert keyboard.hooked is None


def test_a_key_let_go_before_the_hook_was_there_is_released(backend: WindowsBackend, keyboard: Keyboard) -> None:
    events = events_of(backend)
    backend.bind("talk", "F9")
    (number,) = keyboard.registered
    backend._on_message(number)
    assert events == ["talk down", "talk up"]


def test_a_hook_that_windows_dropped_loses_no_release(
    backend: WindowsBackend, keyboard: Keyboard, qtbot: QtBot
) -> None:
    events = events_of(backend)
    backend.bind("talk", "F9")
    keyboard.press(backend, 0x78)
    keyboard.down.clear()
    qtbot.waitUntil(lambda: events == ["talk down", "talk up"])


def test_a_combination_of_another_program_is_taken(backend: WindowsBackend, keyboard: Keyboard) -> None:
    keyboard.elsewhere.add((CTRL | ALT, 0x20))
    assert backend.bind("talk", "Ctrl+Alt+Space").state == "taken"
    assert backend.probe("Ctrl+Alt+Space").state == "taken"
    assert backend.probe("Ctrl+Alt+T").state == "ok"
    assert keyboard.registered == {}
    backend.bind("talk", "F9")
    assert backend.probe("F9").state == "ok"


def test_closing_gives_all_back_and_ends_a_held_key(backend: WindowsBackend, keyboard: Keyboard) -> None:
    events = events_of(backend)
    backend.bind("talk", "F9")
    backend.bind("window", "F10")
    keyboard.press(backend, 0x78)
    backend.close()
    assert keyboard.registered == {}
    assert keyboard.hooked is None
    assert events == ["talk down", "talk up"]


def test_the_number_is_read_from_the_message_as_windows_lays_it_out() -> None:
    words = (ctypes.c_uint64 * 6)(0, 0x0312, 7, 0, 0, 0)  # 64 bits: window, message, wParam, lParam, time and point
    assert hotkey_in(ctypes.addressof(words)) == 7
    words[1] = 0x0113
    assert hotkey_in(ctypes.addressof(words)) is None


def test_every_key_of_an_american_keyboard_has_a_code_on_each_system() -> None:
    for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ1234567890-=[];'`\\,./":
        codes = Keys(Qt.Key(ord(letter))).codes
        assert codes.xkb, letter
        assert codes.keysym == ord(letter.lower())
        assert codes.macos >= 0, letter
