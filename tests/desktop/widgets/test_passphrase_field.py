"""What is typed stays hidden, its strength is told honestly, Caps Lock is noticed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.theme.design_tokens import LIGHT
from desktop.theme.stylesheet import apply_theme
from desktop.widgets.passphrase_field import PassphraseField
from desktop.widgets.passphrase_strength import estimate_strength


@pytest.fixture
def field(qtbot: QtBot, qapp: QApplication) -> PassphraseField:
    apply_theme(qapp, LIGHT)
    made = PassphraseField("Passphrase", show_strength=True)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    made.setFocus()
    return made


def entry(field: PassphraseField) -> QLineEdit:
    return field.findChild(QLineEdit)


def test_what_is_typed_is_hidden_until_it_is_shown(field: PassphraseField, qtbot: QtBot) -> None:
    qtbot.keyClicks(entry(field), "river candle")
    assert field.text() == "river candle"
    assert entry(field).displayText() != "river candle"
    reveal = entry(field).actions()[0]
    assert reveal.text()
    reveal.trigger()
    assert entry(field).displayText() == "river candle"
    field.clear()
    assert field.text() == ""
    assert entry(field).echoMode() == QLineEdit.EchoMode.Password


def press(field: PassphraseField, letter: str, *, shift: bool = False) -> None:
    """A key as the system reports it: the letter is what Shift and Caps Lock together made of it."""
    modifiers = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
        QApplication.sendEvent(entry(field), QKeyEvent(kind, ord(letter.upper()), modifiers, letter))


def test_caps_lock_is_noticed_from_the_letters(field: PassphraseField, qtbot: QtBot) -> None:
    press(field, "a")
    press(field, "A", shift=True)
    assert not field.caps_lock_is_shown()
    press(field, "A")
    assert field.caps_lock_is_shown(), "a capital without Shift"
    press(field, "b")
    assert not field.caps_lock_is_shown()
    press(field, "b", shift=True)
    assert field.caps_lock_is_shown(), "a small letter with Shift"
    qtbot.keyClick(entry(field), Qt.Key.Key_CapsLock)
    assert not field.caps_lock_is_shown()
    assert field.text() == "aAAbb"


def test_enter_submits_and_typing_takes_the_mark_of_a_refusal_away(field: PassphraseField, qtbot: QtBot) -> None:
    field.set_invalid(True)
    assert entry(field).property("invalid") is True
    qtbot.keyClicks(entry(field), "x")
    assert entry(field).property("invalid") is False
    with qtbot.waitSignal(field.submitted):
        qtbot.keyClick(entry(field), Qt.Key.Key_Return)


def test_the_strength_is_told_in_words_while_typing(field: PassphraseField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(field.strength_changed):
        qtbot.keyClicks(entry(field), "password")
    assert field.strength().level == "very_weak"
    field.clear()
    qtbot.keyClicks(entry(field), "river candle otter glass moon violin")
    assert field.strength().level == "strong"


def test_it_is_named_for_screen_readers(field: PassphraseField) -> None:
    assert entry(field).accessibleName() == "Passphrase"


@pytest.mark.parametrize(
    ("passphrase", "levels"),
    [
        ("", {"empty"}),
        ("   ", {"empty"}),
        ("password", {"very_weak"}),
        ("P4ssw0rd", {"very_weak"}),
        ("qwertz123", {"very_weak"}),
        ("1234567890", {"very_weak"}),
        ("a" * 60, {"very_weak"}),
        ("ab" * 20, {"very_weak", "weak"}),
        ("Summer2024!", {"very_weak"}),
        ("correct horse battery staple", {"very_weak"}),
        ("lantern meadow", {"very_weak", "weak"}),
        ("Tr0ub4dor&3", {"very_weak", "weak"}),
        ("xkqzvwptmh", {"weak", "fair"}),
        ("river candle otter glass moon", {"good"}),
        ("X7$kq9!mZ2pLw4#t", {"good", "strong"}),
        ("violin gravel otter candle meadow harbour", {"strong"}),
    ],
)
def test_the_estimate_errs_towards_weaker(passphrase: str, levels: set[str]) -> None:
    assert estimate_strength(passphrase).level in levels


def test_another_word_never_makes_a_passphrase_weaker() -> None:
    words = ["river", "candle", "otter", "glass", "moon", "violin"]
    bits = [estimate_strength(" ".join(words[:count])).bits for count in range(1, 7)]
    assert bits == sorted(bits)


def test_a_very_long_entry_is_estimated_at_once() -> None:
    assert estimate_strength("verylong" * 200_000).bits > 0
