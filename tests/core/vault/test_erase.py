from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from core.errors import ProfileInUse, ProfileMissing
from core.paths import HearthPaths
from core.vault.kdf import FLOOR
from core.vault.os_keyring import OsKeyring
from core.vault.profiles import Profiles
from core.vault.vault import FromKeyring
from tests.peers.fake_keyring import FakeKeyring, KeyringLocked


@pytest.fixture
def paths(tmp_path: Path) -> HearthPaths:
    return HearthPaths.below(tmp_path / "hearth")


@pytest.fixture
def backend() -> FakeKeyring:
    return FakeKeyring()


@pytest.fixture
def profiles(paths: HearthPaths, backend: FakeKeyring) -> Profiles:
    return Profiles(paths, keyring=OsKeyring(backend), kdf=FLOOR)


async def test_an_erased_profile_leaves_no_file_and_no_keyring_entry(
    profiles: Profiles, paths: HearthPaths, backend: FakeKeyring
) -> None:
    vault, recovery_key = await profiles.create("Anna", passphrase=None, use_keyring=True)
    await vault.blobs.put(b"attachment")
    vault.paths.backups.mkdir(exist_ok=True)
    await vault.backup(vault.paths.backups / "automatic.hearth-backup")
    await vault.close()
    await profiles.erase(vault.profile_id)
    assert list(paths.profiles.iterdir()) == []
    assert backend.entries == {}
    assert profiles.list() == []
    with pytest.raises(ProfileMissing):
        await profiles.open(vault.profile_id, recovery_key)


@pytest.mark.skipif(not hasattr(os, "link"), reason="needs hard links to look at removed files")
async def test_every_copy_of_the_key_file_is_overwritten_before_it_goes(
    profiles: Profiles, paths: HearthPaths, tmp_path: Path
) -> None:
    vault, recovery_key = await profiles.create("Anna", passphrase=None, use_keyring=True)
    vault.paths.backups.mkdir(exist_ok=True)
    await vault.backup(vault.paths.backups / "automatic.hearth-backup")
    await vault.backup(tmp_path / "backup")
    await vault.close()
    await profiles.restore(tmp_path / "backup", recovery_key)  # what it replaced lies beside it
    wrapped = [slot.wrapped.hex().encode() for slot in vault.keys.header.slots]
    kept = tmp_path / "kept"
    kept.mkdir()
    holding = [file for file in paths.profiles.rglob("*") if file.is_file() and has_any(file, wrapped)]
    assert len(holding) == 5  # key file and copy, twice, and the backup
    for number, file in enumerate(holding):
        os.link(file, kept / str(number))
    await profiles.erase(vault.profile_id)
    assert list(paths.profiles.iterdir()) == []
    assert not any(has_any(file, wrapped) for file in kept.iterdir())


def has_any(file: Path, wanted: list[bytes]) -> bool:
    content = file.read_bytes()
    return any(part in content for part in wanted)


async def test_a_profile_that_is_open_is_not_erased(profiles: Profiles) -> None:
    vault, _ = await profiles.create("Anna", passphrase=None, use_keyring=True)
    with pytest.raises(ProfileInUse):
        await profiles.erase(vault.profile_id)
    await vault.close()
    vault = await profiles.open(vault.profile_id, FromKeyring())
    await vault.close()


async def test_a_locked_keyring_does_not_hold_up_an_erasure(profiles: Profiles, backend: FakeKeyring) -> None:
    vault, _ = await profiles.create("Anna", passphrase=None, use_keyring=True)
    await vault.close()
    backend.trouble = KeyringLocked()
    await profiles.erase(vault.profile_id)
    assert profiles.list() == []


async def test_a_profile_with_a_damaged_key_file_can_be_erased(profiles: Profiles, paths: HearthPaths) -> None:
    vault, _ = await profiles.create("Anna", passphrase=None, use_keyring=True)
    await vault.close()
    for name in ("hearth.keys", "hearth.keys.copy"):
        (vault.paths.folder / name).write_bytes(b"broken")
    await profiles.erase(vault.profile_id)
    assert list(paths.profiles.iterdir()) == []


async def test_only_the_one_profile_goes(profiles: Profiles) -> None:
    first, _ = await profiles.create("Anna", passphrase=None, use_keyring=True)
    second, _ = await profiles.create("Berta", passphrase=None, use_keyring=True)
    await first.close()
    await second.close()
    await profiles.erase(first.profile_id)
    vault = await profiles.open(second.profile_id, FromKeyring())
    await vault.close()


async def test_what_a_killed_erasure_left_goes_with_the_next_one(profiles: Profiles, paths: HearthPaths) -> None:
    vault, _ = await profiles.create("Anna", passphrase=None, use_keyring=True)
    await vault.close()
    shutil.copytree(vault.paths.folder, paths.profiles / f".{'ab' * 16}.erased")
    await profiles.erase(vault.profile_id)
    assert list(paths.profiles.iterdir()) == []


async def test_an_unknown_profile_cannot_be_erased(profiles: Profiles) -> None:
    with pytest.raises(ProfileMissing):
        await profiles.erase("ab" * 16)
