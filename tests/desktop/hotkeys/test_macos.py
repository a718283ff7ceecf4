"""The part of the macOS backend that needs no Mac."""

from __future__ import annotations

from enum import Enum
from types import SimpleNamespace

import pytest

from desktop.hotkeys.key_names import Keys
from desktop.hotkeys.macos import HeldCombinations, name_and_place

SPACE, Q = 49, 12


@pytest.fixture
def keys() -> HeldCombinations:
    made = HeldCombinations()
    made.watch("talk", Keys.read("Ctrl+Alt+Space"))  # Command and Option, as Qt names them there
    return made


def test_a_combination_begins_once_and_ends_once(keys: HeldCombinations) -> None:
    assert keys.feed("cmd", -1, down=True) == []
    assert keys.feed("alt_r", -1, down=True) == []
    assert keys.feed("", SPACE, down=True) == [("down", "talk")]
    assert keys.feed("", SPACE, down=True) == []
    assert keys.feed("cmd", -1, down=False) == []
    assert keys.feed("", SPACE, down=False) == [("up", "talk")]
    assert keys.feed("", SPACE, down=False) == []


def test_control_is_not_command(keys: HeldCombinations) -> None:
    keys.feed("ctrl_l", -1, down=True)
    keys.feed("alt_l", -1, down=True)
    assert keys.feed("", SPACE, down=True) == []
    keys.watch("window", Keys.read("Meta+Alt+Q"))
    assert keys.feed("", Q, down=True) == [("down", "window")]


def test_one_modifier_too_many_is_another_combination(keys: HeldCombinations) -> None:
    for name in ("cmd", "alt_l", "shift_r"):
        keys.feed(name, -1, down=True)
    assert keys.feed("", SPACE, down=True) == []


def test_what_is_forgotten_begins_no_more_but_still_ends(keys: HeldCombinations) -> None:
    for name in ("cmd", "alt_l"):
        keys.feed(name, -1, down=True)
    keys.feed("", SPACE, down=True)
    keys.forget("talk")
    assert keys.is_empty
    assert keys.feed("", SPACE, down=False) == [("up", "talk")]
    assert keys.feed("", SPACE, down=True) == []


def test_keys_are_read_as_pynput_tells_them() -> None:
    class Key(Enum):  # pynput tells named keys as members of such an enumeration, letters as bare codes
        cmd_r = SimpleNamespace(vk=54)
        space = SimpleNamespace(vk=SPACE)

    assert name_and_place(Key.cmd_r) == ("cmd_r", -1)
    assert name_and_place(Key.space) == ("", SPACE)
    assert name_and_place(SimpleNamespace(vk=Q, char="q")) == ("", Q)
    assert name_and_place(SimpleNamespace(vk=None, char="q")) == ("", -1)
    assert name_and_place(None) == ("", -1)
