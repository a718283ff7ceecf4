"""One combination, and what each system calls it."""

from __future__ import annotations

import pytest

from desktop.hotkeys.key_names import Keys, UnreadableKeys, fault_of


@pytest.mark.parametrize(
    ("keys", "trigger"),
    [
        ("Ctrl+Alt+Space", "CTRL+ALT+space"),
        ("Meta+F1", "LOGO+F1"),
        ("Shift+Meta+Q", "SHIFT+LOGO+q"),
        ("Ctrl+;", "CTRL+semicolon"),
        ("Ctrl+\\", "CTRL+backslash"),
        ("Ctrl+Ü", "CTRL+udiaeresis"),
        ("Ctrl+Й", "CTRL+U0439"),
        ("Ctrl+Num+7", "CTRL+KP_7"),
        ("Ctrl+Num+*", "CTRL+KP_Multiply"),
        ("Media Next", "XF86AudioNext"),
        ("Alt+PgUp", "ALT+Prior"),
        ("Shift+F24", "SHIFT+F24"),
    ],
)
def test_a_combination_is_written_as_freedesktop_org_asks(keys: str, trigger: str) -> None:
    assert Keys.read(keys).xdg_trigger == trigger


@pytest.mark.parametrize(
    "keys", ["Ctrl+Alt+Space", "Meta+F1", "Ctrl+Alt+Shift+Q", "Media Play", "Ctrl+Num+5", "Ctrl+Ü"]
)
def test_what_is_read_is_written_again(keys: str) -> None:
    assert Keys.read(Keys.read(keys).text) == Keys.read(keys)
    assert Keys.read(keys).shown


@pytest.mark.parametrize("text", ["", "Ctrl", "Ctrl+", "Ctrl+K, Ctrl+L", "nonsense", "Shift+Ctrl"])
def test_what_is_no_single_combination_is_unreadable(text: str) -> None:
    with pytest.raises(UnreadableKeys):
        Keys.read(text)
    assert fault_of(text) == "unreadable"


def test_text_consoles_are_linux_s_own() -> None:
    assert fault_of("Ctrl+Alt+F3", platform="linux") == "reserved"
    assert fault_of("Ctrl+Alt+F3", platform="win32") == ""
