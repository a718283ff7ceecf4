"""What a rotation changes and keeps; kills in the middle of it are in tests/crash."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from core.errors import HearthError, NotEnoughSpace, WrongSecret
from core.paths import HearthPaths
from core.vault.kdf import FLOOR
from core.vault.os_keyring import OsKeyring
from core.vault.profiles import Profiles
from core.vault.vault import FromKeyring, KeyringAndPassphrase, Passphrase, RecoveryKey, UnlockWith, Vault
from tests.peers.fake_keyring import FakeKeyring, KeyringLocked

WORDS = "correct horse battery"


@pytest.fixture
def backend() -> FakeKeyring:
    return FakeKeyring()


@pytest.fixture
def profiles(tmp_path: Path, backend: FakeKeyring) -> Profiles:
    return Profiles(HearthPaths.below(tmp_path / "hearth"), keyring=OsKeyring(backend), kdf=FLOOR)


async def filled(
    profiles: Profiles, *, passphrase: str | None = None, require_both: bool = False
) -> tuple[Vault, RecoveryKey, list[str]]:
    """A vault with a row and attachments, whose ids are returned; without a passphrase Argon2 takes no time."""
    vault, recovery_key = await profiles.create(
        "Anna", passphrase=passphrase, use_keyring=True, require_both=require_both
    )
    await vault.writer.run(lambda c: c.execute("INSERT INTO setting VALUES ('row', '1', 1)"))
    return vault, recovery_key, [await vault.blobs.put(b"attachment %d" % number) for number in range(5)]


async def is_whole(vault: Vault, blob_ids: list[str]) -> bool:
    row = await vault.readers.run(lambda c: c.execute("SELECT name FROM setting").fetchone())
    attachments = [await vault.blobs.get(blob_id) for blob_id in blob_ids]
    return row == ("row",) and attachments == [b"attachment %d" % number for number in range(len(blob_ids))]


async def opens(profiles: Profiles, profile_id: str, secret: UnlockWith) -> bool:
    try:
        vault = await profiles.open(profile_id, secret)
    except WrongSecret:
        return False
    await vault.close()
    return True


async def test_a_rotation_changes_every_key_and_keeps_every_byte(profiles: Profiles, backend: FakeKeyring) -> None:
    vault, old_recovery_key, blob_ids = await filled(profiles, passphrase=WORDS)
    purposes = ("database", "blob", "backup", "anchor-mac", "cache-mac")
    before = {purpose: vault.key(purpose) for purpose in purposes}
    audit, entries = vault.key("audit-mac"), dict(backend.entries)
    recovery_key = await vault.rotate_master_key(passphrase=WORDS)
    assert vault.is_closed
    for secret in (FromKeyring(), Passphrase(WORDS), recovery_key):
        vault = await profiles.open(vault.profile_id, secret)
        assert not vault.was_unclean
        assert await is_whole(vault, blob_ids)
        assert all(vault.key(purpose) != before[purpose] for purpose in purposes)
        assert vault.key("audit-mac") == audit, "the audit trail's chain must go on"
        await vault.close()
    assert not await opens(profiles, vault.profile_id, old_recovery_key)
    assert len(backend.entries) == 1
    assert backend.entries.keys().isdisjoint(entries)


async def test_nothing_on_disk_opens_with_the_old_key(profiles: Profiles, tmp_path: Path) -> None:
    vault, _, _ = await filled(profiles)
    old = vault.keys.header
    await vault.rotate_master_key()
    for file in vault.paths.folder.glob("hearth.keys*"):
        content = file.read_text()
        assert not any(slot.wrapped.hex() in content for slot in old.slots)
        assert '"rotation":null' in content


async def test_a_profile_of_both_is_rotated_too(profiles: Profiles) -> None:
    vault, _, blob_ids = await filled(profiles, passphrase=WORDS, require_both=True)
    await vault.rotate_master_key(passphrase=WORDS)
    vault = await profiles.open(vault.profile_id, KeyringAndPassphrase(WORDS))
    assert await is_whole(vault, blob_ids)
    await vault.close()


async def test_rotations_follow_each_other(profiles: Profiles) -> None:
    vault, recovery_key, blob_ids = await filled(profiles)
    for generation in (2, 3, 4):
        recovery_key = await vault.rotate_master_key()
        vault = await profiles.open(vault.profile_id, recovery_key)
        assert vault.keys.header.generation == generation
        assert await is_whole(vault, blob_ids)
    await vault.close()


@pytest.mark.parametrize("passphrase", [None, "correct horse batterz"])
async def test_without_the_right_passphrase_nothing_begins_and_the_vault_stays_open(
    profiles: Profiles, passphrase: str | None
) -> None:
    vault, recovery_key, blob_ids = await filled(profiles, passphrase=WORDS)
    before = vault.paths.header.read_bytes()
    with pytest.raises(WrongSecret):
        await vault.rotate_master_key(passphrase=passphrase)
    assert not vault.is_closed
    assert vault.paths.header.read_bytes() == before
    assert await is_whole(vault, blob_ids)
    await vault.close()
    assert await opens(profiles, vault.profile_id, recovery_key)


async def test_a_keyring_that_fails_leaves_the_old_key_in_force(profiles: Profiles, backend: FakeKeyring) -> None:
    vault, recovery_key, blob_ids = await filled(profiles, passphrase=WORDS)
    backend.trouble = KeyringLocked()
    with pytest.raises(HearthError):
        await vault.rotate_master_key(passphrase=WORDS)
    backend.trouble = None
    vault = await profiles.open(vault.profile_id, recovery_key)
    assert vault.keys.header.generation == 1
    assert await is_whole(vault, blob_ids)
    await vault.close()


@pytest.mark.parametrize("syncs", range(0, 12, 2))
async def test_a_disk_that_fills_up_at_any_step_leaves_a_profile_that_opens(
    profiles: Profiles, backend: FakeKeyring, monkeypatch: pytest.MonkeyPatch, syncs: int
) -> None:
    vault, recovery_key, blob_ids = await filled(profiles)
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full_after(syncs))
        try:
            recovery_key = await vault.rotate_master_key()
        except NotEnoughSpace:
            assert vault.is_closed
    vault = await profiles.open(vault.profile_id, FromKeyring())
    assert vault.keys.header.rotation is None
    assert await is_whole(vault, blob_ids)
    await vault.close()
    assert await opens(profiles, vault.profile_id, recovery_key)
    assert len(backend.entries) == 1, "no secret is left in the keyring that nothing needs"


def full_after(syncs: int) -> Callable[[int], None]:
    left = syncs

    def fsync(_: int) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise OSError(errno.ENOSPC, "No space left on device")

    return fsync


async def test_a_backup_from_before_a_rotation_opens_with_what_was_valid_then(
    profiles: Profiles, tmp_path: Path
) -> None:
    vault, old_recovery_key, blob_ids = await filled(profiles)
    await vault.backup(tmp_path / "backup")
    recovery_key = await vault.rotate_master_key()
    with pytest.raises(WrongSecret):
        await profiles.restore(tmp_path / "backup", recovery_key)
    info = await profiles.restore(tmp_path / "backup", old_recovery_key)
    vault = await profiles.open(info.profile_id, old_recovery_key)
    assert await is_whole(vault, blob_ids)
    await vault.close()
