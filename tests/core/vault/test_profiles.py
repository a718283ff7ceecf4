from __future__ import annotations

import asyncio
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from core.clock import ManualClock
from core.errors import (
    DatabaseDamaged,
    HeaderDamaged,
    HearthError,
    HistoryDamaged,
    KeyringUnavailable,
    NewerFormat,
    NotEnoughSpace,
    ProfileExists,
    ProfileInUse,
    ProfileMissing,
    VaultLocked,
    WrongSecret,
)
from core.paths import HearthPaths
from core.vault.database import Connection
from core.vault.kdf import FLOOR
from core.vault.os_keyring import OsKeyring
from core.vault.profiles import NoWayIn, Profiles
from core.vault.recovery_key import RecoveryKeyMistyped
from core.vault.unlocking import NoSuchSlot
from core.vault.vault import FromKeyring, KeyringAndPassphrase, Passphrase, RecoveryKey, UnlockWith, Vault
from core.vault.vault_keys import AliasUnfit, PassphraseTooShort
from tests.peers.fake_keyring import FakeKeyring, KeyringLocked, OtherKeyring

WORDS = "correct horse battery"


@pytest.fixture
def paths(tmp_path: Path) -> HearthPaths:
    return HearthPaths.below(tmp_path / "hearth")


@pytest.fixture
def backend() -> FakeKeyring:
    return FakeKeyring()


@pytest.fixture
def profiles(paths: HearthPaths, backend: FakeKeyring) -> Profiles:
    return Profiles(paths, keyring=OsKeyring(backend), kdf=FLOOR)


async def write(vault: Vault, name: str) -> None:
    await vault.writer.run(lambda c: c.execute("INSERT INTO setting VALUES (?, '1', 1)", (name,)))


async def names(vault: Vault) -> list[str]:
    def read(connection: Connection) -> list[str]:
        return [row[0] for row in connection.execute("SELECT name FROM setting ORDER BY name")]

    return await vault.readers.run(read)


async def made(profiles: Profiles, *, rows: int = 1, passphrase: str | None = None) -> tuple[str, RecoveryKey]:
    """A closed profile that the keyring opens, with `rows` rows; returns its id and recovery key."""
    vault, recovery_key = await profiles.create("Anna", passphrase=passphrase, use_keyring=True)
    for number in range(rows):
        await write(vault, f"row {number}")
    await vault.close()
    return vault.profile_id, recovery_key


# ---- creating -------------------------------------------------------------------------------------------------------


async def test_a_new_profile_opens_with_each_of_its_secrets(profiles: Profiles) -> None:
    profile_id, recovery_key = await made(profiles, passphrase=WORDS)
    for secret in (FromKeyring(), Passphrase(WORDS), recovery_key, RecoveryKey(recovery_key.text.lower())):
        vault = await profiles.open(profile_id, secret)
        assert await names(vault) == ["row 0"]
        assert (vault.alias, vault.profile_id, vault.was_unclean) == ("Anna", profile_id, False)
        await vault.close()


async def test_where_both_are_required_neither_alone_is_enough(profiles: Profiles, backend: FakeKeyring) -> None:
    vault, recovery_key = await profiles.create("Anna", passphrase=WORDS, use_keyring=True, require_both=True)
    await vault.close()
    for too_little in (FromKeyring(), Passphrase(WORDS)):
        with pytest.raises(NoSuchSlot):
            await profiles.open(vault.profile_id, too_little)
    with pytest.raises(WrongSecret):
        await profiles.open(vault.profile_id, KeyringAndPassphrase("correct horse batterz"))
    for enough in (KeyringAndPassphrase(WORDS), recovery_key):
        opened = await profiles.open(vault.profile_id, enough)
        await opened.close()
    backend.entries.clear()
    with pytest.raises(KeyringUnavailable):
        await profiles.open(vault.profile_id, KeyringAndPassphrase(WORDS))


async def test_the_keyring_holds_no_master_key_and_the_files_hold_no_secret(
    profiles: Profiles, backend: FakeKeyring, paths: HearthPaths
) -> None:
    vault, recovery_key = await profiles.create("Anna", passphrase=WORDS, use_keyring=True)
    master = vault.keys.master.reveal()
    await vault.close()
    secrets = [master, master.hex().encode(), WORDS.encode(), recovery_key.text.encode(), recovery_key.secret()]
    secrets += [entry.encode() for entry in backend.entries.values()]
    for file in paths.data.rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            assert not any(secret in content for secret in secrets), file
    assert not any(master.hex() in entry for entry in backend.entries.values())


@pytest.mark.skipif(os.name == "nt", reason="Windows has no mode bits")
async def test_the_files_of_a_profile_are_for_their_owner_only(profiles: Profiles, paths: HearthPaths) -> None:
    vault, _ = await profiles.create("Anna", passphrase=None, use_keyring=True)
    await write(vault, "a")
    await vault.blobs.put(b"attachment")
    for path in (paths.profiles, *paths.profiles.rglob("*")):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path
    await vault.close()


async def test_a_profile_is_never_made_over_another_one(profiles: Profiles) -> None:
    profile_id, _ = await made(profiles)
    for alias in ("Anna", "anna", "  Anna "):
        with pytest.raises(ProfileExists) as caught:
            await profiles.create(alias, passphrase=WORDS, use_keyring=False)
        assert "nna" in caught.value.owner_sentence
    assert [info.profile_id for info in profiles.list()] == [profile_id]


async def test_a_profile_needs_more_than_a_recovery_key(profiles: Profiles) -> None:
    for asked in ({"use_keyring": False}, {"use_keyring": True, "require_both": True}):
        with pytest.raises(NoWayIn):
            await profiles.create("Anna", passphrase=None, **asked)
    assert profiles.list() == []


@pytest.mark.parametrize("passphrase", ["", "short", "       1       "])
async def test_a_passphrase_that_is_too_short_is_refused(profiles: Profiles, passphrase: str) -> None:
    with pytest.raises(PassphraseTooShort):
        await profiles.create("Anna", passphrase=passphrase, use_keyring=False)


@pytest.mark.parametrize("alias", ["", "   ", "x" * 81, "a\0b", "a\x1b[31m", "\u202eevil"])
async def test_a_name_that_cannot_be_shown_is_refused(profiles: Profiles, alias: str) -> None:
    with pytest.raises(AliasUnfit):
        await profiles.create(alias, passphrase=WORDS, use_keyring=False)


async def test_without_a_keyring_nothing_is_made_and_nothing_weaker_takes_its_place(
    profiles: Profiles, backend: FakeKeyring, paths: HearthPaths
) -> None:
    backend.trouble = KeyringLocked()
    with pytest.raises(KeyringUnavailable):
        await profiles.create("Anna", passphrase=WORDS, use_keyring=True)
    assert profiles.list() == []
    assert [path for path in paths.data.rglob("*") if path != paths.profiles] == []


async def test_a_keyring_that_fails_half_way_keeps_no_leftover(profiles: Profiles, backend: FakeKeyring) -> None:
    class DiskFull(ManualClock):
        def now(self) -> object:  # type: ignore[override]
            raise OSError(28, "No space left on device")

    failing = Profiles(profiles._paths, keyring=OsKeyring(backend), kdf=FLOOR, clock=DiskFull())
    with pytest.raises(NotEnoughSpace):
        await failing.create("Anna", passphrase=None, use_keyring=True)
    assert backend.entries == {}
    assert profiles.list() == []


# ---- listing --------------------------------------------------------------------------------------------------------


async def test_profiles_are_listed_without_any_key(paths: HearthPaths, backend: FakeKeyring) -> None:
    clock = ManualClock()
    profiles = Profiles(paths, keyring=OsKeyring(backend), kdf=FLOOR, clock=clock)
    assert profiles.list() == []
    first, _ = await profiles.create("Zoe", passphrase=None, use_keyring=True)
    clock.move(5)
    second, _ = await profiles.create("Anna", passphrase=WORDS, use_keyring=True, require_both=True)
    listed = Profiles(paths, keyring=OsKeyring(OtherKeyring())).list()
    assert [(info.alias, info.slot_kinds) for info in listed] == [
        ("Zoe", {"keyring", "recovery"}),
        ("Anna", {"both", "recovery"}),
    ]
    assert listed[1].created_at == clock.now()
    await first.close()
    await second.close()


async def test_a_profile_with_a_damaged_key_file_does_not_vanish_from_the_list(
    profiles: Profiles, paths: HearthPaths
) -> None:
    profile_id, _ = await made(profiles)
    for name in ("hearth.keys", "hearth.keys.copy"):
        (paths.profiles / profile_id / name).write_bytes(b"broken")
    assert [(info.profile_id, info.is_readable) for info in profiles.list()] == [(profile_id, False)]


async def test_what_a_killed_creation_left_is_not_listed(profiles: Profiles, paths: HearthPaths) -> None:
    (paths.profiles / f".{'ab' * 16}.new").mkdir(parents=True)
    (paths.profiles / "notes.txt").write_text("not ours")
    assert profiles.list() == []


# ---- opening: what can be wrong -------------------------------------------------------------------------------------


async def test_wrong_secrets_say_so_and_change_nothing(profiles: Profiles, paths: HearthPaths) -> None:
    profile_id, recovery_key = await made(profiles, passphrase=WORDS)
    before = snapshot(paths.profiles)
    other = RecoveryKey.random()
    for secret in (Passphrase("correct horse batterz"), Passphrase(""), other):
        with pytest.raises(WrongSecret) as caught:
            await profiles.open(profile_id, secret)
        assert not isinstance(caught.value, RecoveryKeyMistyped)
    with pytest.raises(RecoveryKeyMistyped):
        await profiles.open(profile_id, RecoveryKey(recovery_key.text[:-1]))
    assert snapshot(paths.profiles) == before


async def test_a_damaged_key_file_is_never_called_a_wrong_passphrase(profiles: Profiles, paths: HearthPaths) -> None:
    profile_id, _ = await made(profiles)
    for name in ("hearth.keys", "hearth.keys.copy"):
        file = paths.profiles / profile_id / name
        data = bytearray(file.read_bytes())
        data[len(data) // 2] ^= 1
        file.write_bytes(data)
    before = snapshot(paths.profiles)
    with pytest.raises(HeaderDamaged):
        await profiles.open(profile_id, FromKeyring())
    assert snapshot(paths.profiles) == before


async def test_a_damaged_key_file_is_mended_from_its_copy(profiles: Profiles, paths: HearthPaths) -> None:
    profile_id, _ = await made(profiles)
    file = paths.profiles / profile_id / "hearth.keys"
    good = file.read_bytes()
    file.write_bytes(b"\0" * 100)
    vault = await profiles.open(profile_id, FromKeyring())
    assert file.read_bytes() == good
    await vault.close()


async def test_a_lost_key_file_beside_a_database_is_damage_and_no_new_profile(
    profiles: Profiles, paths: HearthPaths
) -> None:
    profile_id, recovery_key = await made(profiles)
    (paths.profiles / profile_id / "hearth.keys").unlink()
    (paths.profiles / profile_id / "hearth.keys.copy").unlink()
    with pytest.raises(HeaderDamaged):
        await profiles.open(profile_id, recovery_key)
    assert not (paths.profiles / profile_id / "hearth.keys").exists()


async def test_a_key_file_of_a_newer_hearth_is_left_alone(profiles: Profiles, paths: HearthPaths) -> None:
    profile_id, _ = await made(profiles)
    (paths.profiles / profile_id / "hearth.keys").write_bytes(b'{"format":2,"anything":"new"}')
    before = snapshot(paths.profiles)
    with pytest.raises(NewerFormat):
        await profiles.open(profile_id, FromKeyring())
    assert snapshot(paths.profiles) == before


async def test_a_newer_database_is_left_alone(profiles: Profiles) -> None:
    profile_id, _ = await made(profiles)
    vault = await profiles.open(profile_id, FromKeyring())
    await vault.writer.run(lambda c: c.execute("PRAGMA user_version=9999"))
    await vault.close()
    with pytest.raises(NewerFormat):
        await profiles.open(profile_id, FromKeyring())


async def test_a_damaged_database_is_damage_although_the_secret_is_right(
    profiles: Profiles, paths: HearthPaths
) -> None:
    profile_id, _ = await made(profiles)
    database = paths.profile(profile_id).database
    data = bytearray(database.read_bytes())
    data[100] ^= 1
    database.write_bytes(data)
    with pytest.raises(DatabaseDamaged):
        await profiles.open(profile_id, FromKeyring())


@pytest.mark.parametrize("loss", ["missing", "empty", "foreign"])
async def test_a_lost_database_is_damage_and_never_replaced(profiles: Profiles, paths: HearthPaths, loss: str) -> None:
    profile_id, _ = await made(profiles)
    database = paths.profile(profile_id).database
    database.unlink()
    if loss != "missing":
        database.write_bytes(b"" if loss == "empty" else os.urandom(8192))
    with pytest.raises(DatabaseDamaged):
        await profiles.open(profile_id, FromKeyring())
    assert database.exists() == (loss != "missing")


async def test_a_database_that_was_put_back_is_noticed_and_can_be_accepted(
    profiles: Profiles, paths: HearthPaths
) -> None:
    profile_id, _ = await made(profiles)
    database = paths.profile(profile_id).database
    older = database.read_bytes()
    vault = await profiles.open(profile_id, FromKeyring())
    await write(vault, "newer")
    await vault.close()
    database.write_bytes(older)
    for _ in range(2):
        with pytest.raises(HistoryDamaged):
            await profiles.open(profile_id, FromKeyring())
    vault = await profiles.open(profile_id, FromKeyring(), accept_rollback=True)
    assert vault.was_unclean
    assert await names(vault) == ["row 0"]
    await vault.close()
    vault = await profiles.open(profile_id, FromKeyring())
    assert not vault.was_unclean
    await vault.close()


async def test_the_database_of_another_profile_does_not_pass(profiles: Profiles, paths: HearthPaths) -> None:
    profile_id, _ = await made(profiles)
    other, _ = await profiles.create("Berta", passphrase=None, use_keyring=True)
    await other.close()
    shutil.copy(paths.profile(other.profile_id).database, paths.profile(profile_id).database)
    with pytest.raises(DatabaseDamaged):
        await profiles.open(profile_id, FromKeyring())


async def test_the_key_file_of_another_profile_does_not_pass(profiles: Profiles, paths: HearthPaths) -> None:
    profile_id, _ = await made(profiles)
    other, _ = await profiles.create("Berta", passphrase=None, use_keyring=True)
    await other.close()
    for name in ("hearth.keys", "hearth.keys.copy"):
        shutil.copy(paths.profiles / other.profile_id / name, paths.profiles / profile_id / name)
    with pytest.raises(HeaderDamaged):
        await profiles.open(profile_id, FromKeyring())


@pytest.mark.parametrize("profile_id", ["", "..", "../..", "ab", "AB" * 16, "ab" * 16, "\0", "a/b"])
async def test_an_unknown_profile_is_missing(profiles: Profiles, profile_id: str) -> None:
    with pytest.raises(ProfileMissing):
        await profiles.open(profile_id, FromKeyring())


async def test_a_profile_is_open_once(profiles: Profiles, paths: HearthPaths, backend: FakeKeyring) -> None:
    vault, recovery_key = await profiles.create("Anna", passphrase=None, use_keyring=True)
    for other in (profiles, Profiles(paths, keyring=OsKeyring(backend))):
        with pytest.raises(ProfileInUse):
            await other.open(vault.profile_id, recovery_key)
    await vault.close()
    again = await profiles.open(vault.profile_id, FromKeyring())
    await again.close()


async def test_another_process_that_has_it_open_keeps_it_until_it_dies(profiles: Profiles, paths: HearthPaths) -> None:
    profile_id, _ = await made(profiles)
    program = (
        "import sys, time; from pathlib import Path; from core.vault.profile_lock import ProfileLock;"
        "lock = ProfileLock(Path(sys.argv[1])); print('open', flush=True); time.sleep(60)"
    )
    arguments = [sys.executable, "-c", program, str(paths.profile(profile_id).in_use)]
    root = Path(__file__).parents[3]
    other = await asyncio.create_subprocess_exec(*arguments, stdout=subprocess.PIPE, cwd=root)
    assert other.stdout is not None
    assert await other.stdout.readline() == b"open\n"
    with pytest.raises(ProfileInUse):
        await profiles.open(profile_id, FromKeyring())
    other.kill()
    await other.communicate()
    vault = await profiles.open(profile_id, FromKeyring())
    await vault.close()


@pytest.mark.parametrize("trouble", ["locked", "missing", "other keyring", "absent"])
async def test_without_its_keyring_a_profile_still_opens_by_recovery_key(
    profiles: Profiles, paths: HearthPaths, backend: FakeKeyring, trouble: str
) -> None:
    profile_id, recovery_key = await made(profiles)
    keyring = OsKeyring(backend)
    if trouble == "locked":
        backend.trouble = KeyringLocked()
    elif trouble == "missing":
        backend.entries.clear()
    elif trouble == "other keyring":
        keyring = OsKeyring(OtherKeyring())
    else:
        keyring = OsKeyring()
    here = Profiles(paths, keyring=keyring, kdf=FLOOR)
    with pytest.raises(KeyringUnavailable):
        await here.open(profile_id, FromKeyring())
    vault = await here.open(profile_id, recovery_key)
    assert await names(vault) == ["row 0"]
    await vault.close()


async def test_a_failed_open_releases_the_profile(profiles: Profiles) -> None:
    profile_id, recovery_key = await made(profiles)
    with pytest.raises(NoSuchSlot):
        await profiles.open(profile_id, Passphrase(WORDS))
    vault = await profiles.open(profile_id, recovery_key)
    await vault.close()


async def test_an_open_that_is_cancelled_leaves_the_profile_closed(profiles: Profiles) -> None:
    profile_id, _ = await made(profiles, passphrase=WORDS)
    opening = asyncio.create_task(profiles.open(profile_id, Passphrase(WORDS)))
    await asyncio.sleep(0)
    opening.cancel()
    with pytest.raises(asyncio.CancelledError):
        await opening
    vault = await profiles.open(profile_id, FromKeyring())
    await vault.close()


async def test_argon2_runs_beside_the_loop(profiles: Profiles) -> None:
    profile_id, _ = await made(profiles, passphrase=WORDS)
    turns = 0

    async def count() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    counting = asyncio.create_task(count())
    vault = await profiles.open(profile_id, Passphrase(WORDS))
    counting.cancel()
    assert turns > 100
    await vault.close()


# ---- closing --------------------------------------------------------------------------------------------------------


async def test_a_closed_vault_has_no_keys_and_takes_no_work(profiles: Profiles) -> None:
    vault, _ = await profiles.create("Anna", passphrase=None, use_keyring=True)
    blob_id = await vault.blobs.put(b"attachment")
    await vault.close()
    await vault.close()
    assert vault.is_closed
    for purpose in ("database", "audit-mac"):
        with pytest.raises(VaultLocked):
            vault.key(purpose)
    with pytest.raises(VaultLocked):
        await write(vault, "late")
    with pytest.raises(VaultLocked):
        await vault.blobs.get(blob_id)
    with pytest.raises(VaultLocked):
        await vault.keys.add_passphrase(WORDS)


async def test_an_unclean_close_is_known_and_checked_at_the_next_open(profiles: Profiles, paths: HearthPaths) -> None:
    profile_id, _ = await made(profiles)
    vault = await profiles.open(profile_id, FromKeyring())
    await write(vault, "acknowledged")
    killed = paths.profiles / ("cd" * 16)
    shutil.copytree(paths.profile(profile_id).folder, killed)  # what a kill at this moment leaves
    await vault.close()
    shutil.rmtree(paths.profile(profile_id).folder)
    killed.rename(paths.profile(profile_id).folder)
    vault = await profiles.open(profile_id, FromKeyring())
    assert vault.was_unclean
    assert await names(vault) == ["acknowledged", "row 0"]
    await vault.close()


async def test_a_vault_that_wrote_nothing_leaves_no_trace_of_being_opened(
    profiles: Profiles, paths: HearthPaths
) -> None:
    profile_id, _ = await made(profiles)
    before = snapshot(paths.profiles)
    vault = await profiles.open(profile_id, FromKeyring())
    await names(vault)
    await vault.close()
    assert snapshot(paths.profiles) == before


async def test_keys_of_two_profiles_have_nothing_in_common(profiles: Profiles) -> None:
    first, _ = await profiles.create("Anna", passphrase=None, use_keyring=True)
    second, _ = await profiles.create("Berta", passphrase=None, use_keyring=True)
    for purpose in ("database", "blob", "backup", "audit-mac", "cache-mac"):
        assert first.key(purpose) != second.key(purpose)
    await write(first, "of Anna")
    assert await names(second) == []
    await first.close()
    await second.close()


# ---- restoring ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("present", ["there", "gone"])
async def test_a_backup_comes_back_with_everything(
    profiles: Profiles, paths: HearthPaths, tmp_path: Path, present: str
) -> None:
    vault, recovery_key = await profiles.create("Anna", passphrase=WORDS, use_keyring=True)
    await write(vault, "kept")
    blob_id = await vault.blobs.put(b"attachment")
    await vault.backup(tmp_path / "backup")
    await write(vault, "later")
    await vault.close()
    if present == "gone":
        shutil.rmtree(paths.profile(vault.profile_id).folder)
    info = await profiles.restore(tmp_path / "backup", recovery_key, alias="Anna of old")
    assert (info.profile_id, info.alias) == (vault.profile_id, "Anna of old")
    for secret in (FromKeyring(), Passphrase(WORDS), recovery_key):
        restored = await profiles.open(info.profile_id, secret)
        assert await names(restored) == ["kept"]
        assert await restored.blobs.get(blob_id) == b"attachment"
        await restored.close()


async def test_a_damaged_backup_touches_nothing(profiles: Profiles, paths: HearthPaths, tmp_path: Path) -> None:
    vault, recovery_key = await profiles.create("Anna", passphrase=None, use_keyring=True)
    await vault.backup(tmp_path / "backup")
    await vault.close()
    data = bytearray((tmp_path / "backup").read_bytes())
    before = snapshot(paths.profiles)
    for place in range(600, len(data), len(data) // 12):
        changed = bytearray(data)
        changed[place] ^= 1
        (tmp_path / "backup").write_bytes(changed)
        with pytest.raises(HearthError):
            await profiles.restore(tmp_path / "backup", recovery_key)
        assert snapshot(paths.profiles) == before


async def test_automatic_backups_survive_one_restore_after_another(profiles: Profiles) -> None:
    vault, recovery_key = await profiles.create("Anna", passphrase=None, use_keyring=True)
    backups = vault.paths.backups
    backups.mkdir()
    for name in ("first", "second"):
        await write(vault, name)
        await vault.backup(backups / name)
    await vault.close()
    for name, rows in (("second", ["first", "second"]), ("first", ["first"]), ("second", ["first", "second"])):
        await profiles.restore(backups / name, recovery_key)
        vault = await profiles.open(vault.profile_id, recovery_key)
        assert await names(vault) == rows
        await vault.close()
        assert {path.name for path in backups.iterdir()} == {"first", "second"}


async def test_a_profile_that_is_open_is_not_replaced(profiles: Profiles, tmp_path: Path) -> None:
    vault, recovery_key = await profiles.create("Anna", passphrase=None, use_keyring=True)
    await vault.backup(tmp_path / "backup")
    with pytest.raises(ProfileInUse):
        await profiles.restore(tmp_path / "backup", recovery_key)
    await vault.close()


async def test_a_restore_does_not_take_the_name_of_another_profile(profiles: Profiles, tmp_path: Path) -> None:
    vault, recovery_key = await profiles.create("Anna", passphrase=None, use_keyring=True)
    await vault.backup(tmp_path / "backup")
    await vault.close()
    await profiles.erase(vault.profile_id)
    other, _ = await profiles.create("Anna", passphrase=None, use_keyring=True)
    await other.close()
    with pytest.raises(ProfileExists):
        await profiles.restore(tmp_path / "backup", recovery_key)
    await profiles.restore(tmp_path / "backup", recovery_key, alias="Old Anna")
    assert {info.alias for info in profiles.list()} == {"Anna", "Old Anna"}


async def test_a_restore_that_was_killed_between_its_renames_is_finished(
    profiles: Profiles, paths: HearthPaths
) -> None:
    profile_id, recovery_key = await made(profiles)
    place = paths.profile(profile_id).folder
    shutil.copytree(place, place.with_name(f".{profile_id}.restored"))
    (place / "backups").mkdir()
    place.rename(place.with_name(f".{profile_id}.replaced"))
    assert [info.profile_id for info in profiles.list()] == [profile_id]
    assert (place / "backups").is_dir()
    vault = await profiles.open(profile_id, recovery_key)
    await vault.close()


@pytest.mark.parametrize("secret", [Passphrase("wrong passphrase"), FromKeyring(), RecoveryKey("mistyped")])
async def test_a_backup_opens_with_its_secrets_only(profiles: Profiles, tmp_path: Path, secret: UnlockWith) -> None:
    vault, _ = await profiles.create("Anna", passphrase=WORDS, use_keyring=False)
    await vault.backup(tmp_path / "backup")
    await vault.close()
    with pytest.raises(WrongSecret):
        await profiles.restore(tmp_path / "backup", secret)


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file that Hearth would read again; the lock file is there or not."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name not in ("in-use", "ballast"))
    return {str(path): path.read_bytes() for path in files}
