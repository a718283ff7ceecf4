from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from core.clock import ManualClock
from core.errors import KeyringUnavailable, NotEnoughSpace, WrongSecret
from core.paths import HearthPaths
from core.vault.kdf import FLOOR, KdfParameters
from core.vault.os_keyring import OsKeyring
from core.vault.profiles import Profiles
from core.vault.unlocking import NoSuchSlot
from core.vault.vault import FromKeyring, KeyringAndPassphrase, Passphrase, RecoveryKey, UnlockWith, Vault
from core.vault.vault_keys import AliasUnfit, LastSlot, PassphraseTooShort, SlotMissing
from tests.peers.fake_keyring import FakeKeyring, KeyringLocked

OLD, NEW = "the old passphrase", "the new passphrase"


class Home:
    """One profile, and the keyring and clock that it was made with."""

    def __init__(self, folder: Path) -> None:
        self.paths = HearthPaths.below(folder)
        self.clock = ManualClock()
        self.backend = FakeKeyring()
        self.profiles = self.with_cost(FLOOR)
        self.vault: Vault
        self.recovery_key: RecoveryKey

    def with_cost(self, kdf: KdfParameters) -> Profiles:
        return Profiles(self.paths, keyring=OsKeyring(self.backend), kdf=kdf, clock=self.clock)

    async def create(self, passphrase: str | None, *, require_both: bool = False) -> None:
        self.vault, self.recovery_key = await self.profiles.create(
            "Anna", passphrase=passphrase, use_keyring=True, require_both=require_both
        )

    async def opens(self, secret: UnlockWith) -> bool:
        await self.vault.close()
        try:
            vault = await self.profiles.open(self.vault.profile_id, secret)
        except (WrongSecret, KeyringUnavailable):
            return False
        self.vault = vault
        return True

    def header_bytes(self) -> bytes:
        return self.vault.paths.header.read_bytes()


@pytest.fixture
async def home(tmp_path: Path) -> AsyncIterator[Home]:
    """Opened by keyring and recovery key: no Argon2, so these tests are fast."""
    home = Home(tmp_path / "hearth")
    await home.create(None)
    yield home
    await home.vault.close()


@pytest.fixture
async def spoken(tmp_path: Path) -> AsyncIterator[Home]:
    """Opened by a passphrase as well."""
    home = Home(tmp_path / "hearth")
    await home.create(OLD)
    yield home
    await home.vault.close()


async def test_a_changed_passphrase_opens_and_the_old_one_no_longer_does(spoken: Home) -> None:
    await spoken.vault.keys.change_passphrase(OLD, NEW)
    assert not await spoken.opens(Passphrase(OLD))
    assert await spoken.opens(Passphrase(NEW))
    assert await spoken.opens(FromKeyring())
    assert await spoken.opens(spoken.recovery_key)


async def test_no_file_keeps_what_the_old_passphrase_opened(spoken: Home) -> None:
    old = next(slot for slot in spoken.vault.keys.header.slots if slot.kind == "passphrase")
    await spoken.vault.keys.change_passphrase(OLD, NEW)
    for file in spoken.paths.data.rglob("hearth.keys*"):
        assert old.wrapped.hex() not in file.read_text()


async def test_a_passphrase_changes_only_with_the_present_one(spoken: Home) -> None:
    before = spoken.header_bytes()
    with pytest.raises(WrongSecret):
        await spoken.vault.keys.change_passphrase("not the passphrase", NEW)
    with pytest.raises(PassphraseTooShort):
        await spoken.vault.keys.change_passphrase(OLD, "short")
    assert spoken.header_bytes() == before


async def test_changing_the_passphrase_of_both_keeps_the_keyring_part(tmp_path: Path) -> None:
    home = Home(tmp_path)
    await home.create(OLD, require_both=True)
    entries = dict(home.backend.entries)
    await home.vault.keys.change_passphrase(OLD, NEW)
    assert home.backend.entries == entries
    assert not await home.opens(KeyringAndPassphrase(OLD))
    assert await home.opens(KeyringAndPassphrase(NEW))
    await home.vault.close()


async def test_a_change_of_passphrase_takes_up_the_cost_of_today(spoken: Home) -> None:
    dearer = KdfParameters(FLOOR.memory_kib + 1024, 3, 4)
    await spoken.vault.close()
    spoken.vault = await spoken.with_cost(dearer).open(spoken.vault.profile_id, Passphrase(OLD))
    assert [slot.kdf for slot in spoken.vault.keys.header.slots_of("passphrase")] == [FLOOR]
    await spoken.vault.keys.change_passphrase(OLD, NEW)
    assert [slot.kdf for slot in spoken.vault.keys.header.slots_of("passphrase")] == [dearer]


async def test_slots_are_added_listed_and_removed(home: Home) -> None:
    home.clock.move(60)
    assert {slot.kind for slot in home.vault.keys.slots()} == {"keyring", "recovery"}
    await home.vault.keys.add_passphrase(NEW)
    added = [slot for slot in home.vault.keys.slots() if slot.kind == "passphrase"]
    assert [slot.created_at for slot in added] == [home.clock.now()]
    await home.vault.keys.remove_slot("keyring")
    assert home.backend.entries == {}
    assert not await home.opens(FromKeyring())
    assert await home.opens(Passphrase(NEW))
    await home.vault.keys.add_keyring()
    assert len(home.backend.entries) == 1
    assert await home.opens(FromKeyring())


async def test_the_last_way_in_is_never_removed(home: Home) -> None:
    await home.vault.keys.remove_slot("recovery")
    with pytest.raises(LastSlot):
        await home.vault.keys.remove_slot("keyring")
    assert await home.opens(FromKeyring())


async def test_what_is_not_there_cannot_be_removed_or_changed(home: Home) -> None:
    with pytest.raises(SlotMissing):
        await home.vault.keys.remove_slot("both")
    with pytest.raises(SlotMissing):
        await home.vault.keys.change_passphrase(OLD, NEW)


async def test_a_new_recovery_key_ends_the_old_one(home: Home) -> None:
    fresh = await home.vault.keys.new_recovery_key()
    assert not await home.opens(home.recovery_key)
    assert await home.opens(fresh)


async def test_requiring_both_takes_away_what_opened_alone(home: Home) -> None:
    await home.vault.keys.require_both(NEW)
    assert {slot.kind for slot in home.vault.keys.slots()} == {"both", "recovery"}
    assert len(home.backend.entries) == 1
    for secret, opens in (
        (FromKeyring(), False),
        (Passphrase(NEW), False),
        (KeyringAndPassphrase(NEW), True),
        (home.recovery_key, True),
    ):
        assert await home.opens(secret) == opens


async def test_a_keyring_made_anew_forgets_the_old_secret(home: Home) -> None:
    before = dict(home.backend.entries)
    await home.vault.keys.add_keyring()
    assert len(home.backend.entries) == 1
    assert home.backend.entries.keys().isdisjoint(before)
    assert await home.opens(FromKeyring())


async def test_a_keyring_that_refuses_changes_nothing(home: Home) -> None:
    before = home.header_bytes()
    home.backend.trouble = KeyringLocked()
    with pytest.raises(KeyringUnavailable):
        await home.vault.keys.add_keyring()
    with pytest.raises(KeyringUnavailable):
        await home.vault.keys.require_both(NEW)
    assert home.header_bytes() == before
    assert await home.opens(home.recovery_key)


async def test_a_keyring_that_refuses_to_forget_does_not_hold_up_a_removal(home: Home) -> None:
    home.backend.trouble = KeyringLocked()
    await home.vault.keys.remove_slot("keyring")
    home.backend.trouble = None
    assert home.backend.entries  # it stays there, and opens nothing
    await home.vault.close()
    with pytest.raises(NoSuchSlot):
        await home.profiles.open(home.vault.profile_id, FromKeyring())


async def test_a_full_disk_leaves_everything_as_it_was(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    before, entries = home.header_bytes(), dict(home.backend.entries)
    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", full)
        for change in (
            home.vault.keys.add_passphrase(NEW),
            home.vault.keys.add_keyring(),
            home.vault.keys.new_recovery_key(),
            home.vault.keys.remove_slot("recovery"),
        ):
            with pytest.raises(NotEnoughSpace):
                await change
    assert home.header_bytes() == before
    assert home.backend.entries == entries
    assert {slot.kind for slot in home.vault.keys.slots()} == {"keyring", "recovery"}
    for secret in (FromKeyring(), home.recovery_key):
        assert await home.opens(secret)


async def test_a_profile_gets_another_name(home: Home) -> None:
    await home.vault.keys.rename("  Anna  Müller ")
    assert home.vault.alias == "Anna Müller"
    assert [info.alias for info in home.profiles.list()] == ["Anna Müller"]
    with pytest.raises(AliasUnfit):
        await home.vault.keys.rename(" ")
    assert await home.opens(FromKeyring())


async def test_changes_at_the_same_time_all_take_place(home: Home) -> None:
    keys = home.vault.keys
    fresh, _, _ = await asyncio.gather(keys.new_recovery_key(), keys.add_keyring(), keys.rename("Berta"))
    assert home.vault.alias == "Berta"
    for secret in (fresh, FromKeyring()):
        assert await home.opens(secret)


async def test_the_time_a_slot_was_made_is_the_clocks(home: Home) -> None:
    made_at = home.clock.now()
    home.clock.move(timedelta(days=1).total_seconds())
    assert {slot.created_at for slot in home.vault.keys.slots()} == {made_at}
