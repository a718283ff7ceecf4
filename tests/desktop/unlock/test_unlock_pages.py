"""The pages of the way in, by hand and eye: what they ask, refuse, and say for each way it can fail."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from core.errors import (
    DatabaseDamaged,
    HeaderDamaged,
    HearthError,
    HistoryDamaged,
    KeyringUnavailable,
    NewerFormat,
    ProfileInUse,
    WrongSecret,
)
from core.vault.profiles import ProfileInfo
from core.vault.recovery_key import RecoveryKey
from core.vault.unlock_secrets import FromKeyring, KeyringAndPassphrase, Passphrase, SlotKind
from desktop.unlock.create_vault import CreatePage, RecoveryPage
from desktop.unlock.recover_vault import RestorePage, secret_from
from desktop.unlock.unlock_page import UnlockPage


def profile(alias: str, *kinds: SlotKind) -> ProfileInfo:
    return ProfileInfo(alias * 4, alias, frozenset(kinds), datetime(2026, 1, 1, tzinfo=UTC))


@pytest.fixture
def page(qtbot: QtBot) -> UnlockPage:
    page = UnlockPage()
    qtbot.addWidget(page)
    page.show()
    return page


@pytest.mark.parametrize(
    ("kinds", "asked_for"),
    [
        (("passphrase", "recovery"), {"passphrase"}),
        (("keyring", "recovery"), {"keyring"}),
        (("keyring", "passphrase"), {"passphrase", "keyring"}),
        (("both", "recovery"), {"passphrase"}),
    ],
)
def test_it_asks_for_what_the_profile_opens_with(
    page: UnlockPage, kinds: tuple[SlotKind, ...], asked_for: set[str]
) -> None:
    one = profile("home", *kinds)
    page.show_profile(one, [one])
    assert page.passphrase.isVisible() == page.unlock_button.isVisible() == ("passphrase" in asked_for)
    assert page.keyring_button.isVisible() == ("keyring" in asked_for)
    assert not page.picker.isVisible()


def test_it_tries_the_right_kind_of_secret(page: UnlockPage, qtbot: QtBot) -> None:
    tried: list[object] = []
    page.tried.connect(lambda _id, unlock, _accept: tried.append(unlock))
    alone, both, ring = profile("a", "passphrase"), profile("b", "both"), profile("c", "keyring")
    for one in (alone, both):
        page.show_profile(one, [alone, both, ring])
        qtbot.keyClicks(page.passphrase._entry, "secret words\r")
    page.show_profile(ring, [alone, both, ring])
    page.keyring_button.click()
    assert tried == [Passphrase("secret words"), KeyringAndPassphrase("secret words"), FromKeyring()]
    assert page.picker.isVisible()


def test_an_empty_passphrase_and_a_second_enter_try_nothing(page: UnlockPage, qtbot: QtBot) -> None:
    tried: list[object] = []
    page.tried.connect(lambda *parts: tried.append(parts))
    one = profile("a", "passphrase")
    page.show_profile(one, [one])
    qtbot.keyClicks(page.passphrase._entry, "\r")
    qtbot.keyClicks(page.passphrase._entry, "secret words\r\r\r")
    assert len(tried) == 1


def test_what_is_typed_after_a_wrong_passphrase_replaces_it(page: UnlockPage, qtbot: QtBot) -> None:
    one = profile("a", "passphrase")
    page.show_profile(one, [one])
    qtbot.keyClicks(page.passphrase._entry, "wrong words")
    page.tell(WrongSecret())
    qtbot.keyClicks(page.passphrase._entry, "right words")
    assert page.passphrase.text() == "right words"


@pytest.mark.parametrize(
    ("error", "ways_out"),
    [
        (WrongSecret(), []),
        (KeyringUnavailable(reason="it is locked."), []),
        (ProfileInUse(), ["Try again"]),
        (HeaderDamaged(), ["Restore a backup…"]),
        (DatabaseDamaged(), ["Restore a backup…"]),
        (NewerFormat(), []),
        (HistoryDamaged(), ["Accept the older state", "Restore a backup…"]),
    ],
)
def test_each_failure_has_its_own_words_and_ways_out(page: UnlockPage, error: HearthError, ways_out: list[str]) -> None:
    one = profile("a", "passphrase")
    page.show_profile(one, [one])
    page.tell(error)
    assert page.trouble.text == f"{error.owner_sentence} {error.owner_next_step}"
    assert [button.text() for button in page.trouble.findChildren(QPushButton)] == ways_out


def test_a_new_profile_needs_a_passphrase_that_is_long_enough_and_typed_twice(qtbot: QtBot) -> None:
    page = CreatePage()
    qtbot.addWidget(page)
    wanted: list[tuple[object, ...]] = []
    page.wanted.connect(lambda *parts: wanted.append(parts))
    page.begin(first=True)
    qtbot.keyClicks(page.passphrase._entry, "short")
    page.create_button.click()
    assert "at least 8" in page.trouble.text
    page.passphrase._entry.setText("long enough now")
    page.create_button.click()
    assert "not the same" in page.trouble.text
    page.again._entry.setText("long enough now")
    page.create_button.click()
    assert wanted == [("Personal", "long enough now", False, False)]


@pytest.mark.parametrize(
    ("choice", "expected"),
    [("by_keyring", ("Personal", "", True, False)), ("by_both", ("Personal", "long enough now", True, True))],
)
def test_the_kind_of_protection_is_handed_on(qtbot: QtBot, choice: str, expected: tuple[object, ...]) -> None:
    page = CreatePage()
    qtbot.addWidget(page)
    wanted: list[tuple[object, ...]] = []
    page.wanted.connect(lambda *parts: wanted.append(parts))
    page.begin(first=True)
    getattr(page, choice).setChecked(True)
    page.passphrase._entry.setText("long enough now")
    page.again._entry.setText("long enough now")
    page.create_button.click()
    assert wanted == [expected]


def test_the_recovery_key_is_copied_saved_and_then_forgotten(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = RecoveryPage()
    qtbot.addWidget(page)
    key = RecoveryKey.random()
    page.show_key(key)
    buttons = {button.text(): button for button in page.findChildren(QPushButton)}
    buttons["Copy"].click()
    assert QApplication.clipboard().text() == key.text
    monkeypatch.setattr(
        "desktop.unlock.create_vault.QFileDialog.getSaveFileName", lambda *_: (str(tmp_path / "key.txt"), "")
    )
    buttons["Save as text…"].click()
    assert key.text in (tmp_path / "key.txt").read_text(encoding="utf-8")
    with qtbot.waitSignal(page.kept):
        qtbot.keyClicks(page.typed, key.text + "\r")
    assert key.text not in page.shown.accessibleName()
    assert page.shown.text() == ""


def test_the_recovery_key_may_be_typed_back_later_but_never_wrongly(qtbot: QtBot) -> None:
    page = RecoveryPage()
    qtbot.addWidget(page)
    page.show_key(RecoveryKey.random())
    qtbot.keyClicks(page.typed, RecoveryKey.random().text)
    page.finish_button.click()
    assert "not the same" in page.trouble.text
    page.typed.clear()
    with qtbot.waitSignal(page.kept) as kept:
        page.finish_button.click()
    assert kept.args == [False]


def test_a_keyring_that_is_there_is_offered_first_unless_the_owner_chose(qtbot: QtBot) -> None:
    page = CreatePage()
    qtbot.addWidget(page)
    page.begin(first=True)
    page.prefer_keyring()
    assert page.by_keyring.isChecked()
    page.by_passphrase.click()
    page.prefer_keyring()
    assert page.by_passphrase.isChecked()


def test_a_backup_opens_with_a_passphrase_or_with_a_recovery_key(qtbot: QtBot, tmp_path: Path) -> None:
    key = RecoveryKey.random()
    assert secret_from(key.text.lower()) == RecoveryKey(key.text.lower())
    assert secret_from("some words of mine") == Passphrase("some words of mine")
    page = RestorePage()
    qtbot.addWidget(page)
    wanted: list[tuple[object, ...]] = []
    page.wanted.connect(lambda *parts: wanted.append(parts))
    page.begin(tmp_path)
    page.restore_button.click()
    assert not wanted
    page.choose_file(tmp_path / "b.hearth-backup")
    page.secret._entry.setText("some words of mine")
    page.restore_button.click()
    assert wanted == [(tmp_path / "b.hearth-backup", Passphrase("some words of mine"))]
