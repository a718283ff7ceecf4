"""Backups: whole, encrypted under their own key, verified; a damaged one restores nothing."""

from __future__ import annotations

import asyncio
import random
import re
import tarfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from core.clock import ManualClock
from core.errors import BackupDamaged, DatabaseDamaged, HearthError
from core.paths import ProfilePaths
from core.vault.anchor import Anchor
from core.vault.backup import BackupSource, read_header, restore_backup, verify_backup, write_backup
from core.vault.backup_rotation import automatic_name, is_due, prune
from core.vault.blobs import VaultBlobs
from core.vault.database import Connection, DatabaseKeyUnfit, open_connection
from core.vault.header import AnchorMirror
from core.vault.migrations import apply
from core.vault.readers import Readers
from core.vault.writer import Writer

DATABASE_KEY, BLOB_KEY, BACKUP_KEY = b"d" * 32, b"b" * 32, b"B" * 32
ANCHOR = Anchor(b"a" * 32)
CANARY = "canary-in-a-backup"


class Profile:
    """A profile's storage without its keys."""

    def __init__(self, folder: Path) -> None:
        self.paths = ProfilePaths(folder / "profile")
        self.paths.folder.mkdir()
        connection = open_connection(self.paths.database, DATABASE_KEY, create=True)
        apply(connection, anchor=ANCHOR)
        self.writer = Writer(connection, anchor=ANCHOR)
        self.readers = Readers(self.connect)
        self.blobs = VaultBlobs(self.paths.blobs, BLOB_KEY, writer=self.writer, readers=self.readers)
        self.source = BackupSource(
            profile_id="p", header=b'{"header": 1}\n', connect=self.connect, blobs=self.paths.blobs, key=BACKUP_KEY
        )

    def connect(self) -> Connection:
        return open_connection(self.paths.database, DATABASE_KEY, readonly=True)

    def say(self, name: str) -> None:
        self.writer.run_blocking(
            lambda c: c.execute("INSERT INTO setting VALUES (?, ?, 0)", (name, f'"{CANARY}"')) and None
        )

    def close(self) -> None:
        self.readers.close()
        self.writer.close()


@pytest.fixture
def profile(tmp_path: Path) -> Iterator[Profile]:
    profile = Profile(tmp_path)
    yield profile
    profile.close()


def backed_up(profile: Profile, name: str = "one.hearth-backup") -> Path:
    target = profile.paths.folder.parent / name
    write_backup(target, profile.source, clock=ManualClock())
    return target


def restored_into(backup: Path, folder: Path) -> ProfilePaths:
    folder.mkdir()
    paths = ProfilePaths(folder)
    restore_backup(backup, paths, backup_key=BACKUP_KEY, database_key=DATABASE_KEY, anchor=ANCHOR)
    return paths


async def test_a_backup_holds_everything_and_restores_to_the_same(profile: Profile, tmp_path: Path) -> None:
    blob_id = await profile.blobs.put(b"picture" * 1000)
    await asyncio.to_thread(profile.say, "one")
    backup = await asyncio.to_thread(backed_up, profile)
    assert read_header(backup) == b'{"header": 1}\n'
    paths = await asyncio.to_thread(restored_into, backup, tmp_path / "restored")
    connection = open_connection(paths.database, DATABASE_KEY)
    writer, readers = Writer(connection, anchor=ANCHOR), Readers(lambda: open_connection(paths.database, DATABASE_KEY))
    try:
        assert await readers.run(lambda c: c.execute("SELECT name FROM setting").fetchall()) == [("one",)]
        blobs = VaultBlobs(paths.blobs, BLOB_KEY, writer=writer, readers=readers)
        assert await blobs.get(blob_id) == b"picture" * 1000
    finally:
        readers.close()
        writer.close()
    assert sorted(path.name for path in paths.folder.iterdir()) == ["blobs", "hearth.db", "hearth.keys"]


def test_a_restored_profile_suits_the_mirror_of_its_own_header(profile: Profile, tmp_path: Path) -> None:
    profile.say("one")
    mirror = ANCHOR.mirror(profile.writer.sequence)
    paths = restored_into(backed_up(profile), tmp_path / "restored")
    connection = open_connection(paths.database, DATABASE_KEY)
    assert ANCHOR.check(connection, mirror, paths.database) == mirror.sequence + 1
    ANCHOR.check(connection, AnchorMirror(0, b""), paths.database)
    connection.close()


def test_the_backup_reports_what_it_holds(profile: Profile) -> None:
    for number in range(7):
        profile.say(str(number))
    backup = profile.paths.folder.parent / "x.hearth-backup"
    report = write_backup(backup, profile.source, clock=ManualClock())
    assert report.rows["setting"] == 7
    assert report.sequence == profile.writer.sequence
    assert report.size_bytes == backup.stat().st_size
    assert report.created_at == datetime(2026, 1, 1, tzinfo=UTC)
    assert verify_backup(backup, BACKUP_KEY) == report


def test_nothing_readable_is_in_the_backup_and_nobody_else_may_read_it(profile: Profile) -> None:
    profile.say("one")
    backup = backed_up(profile)
    assert CANARY.encode() not in backup.read_bytes()
    assert backup.stat().st_mode & 0o077 == 0
    with tarfile.open(backup) as tar:
        assert all(member.mtime == 0 and member.uname == "" for member in tar)


def test_the_database_in_the_backup_does_not_open_with_the_profiles_key(profile: Profile, tmp_path: Path) -> None:
    backup = backed_up(profile)
    with tarfile.open(backup) as tar:
        tar.extract("hearth.db", tmp_path / "out", filter="data")
    with pytest.raises(DatabaseKeyUnfit):
        open_connection(tmp_path / "out" / "hearth.db", DATABASE_KEY)


def test_only_the_backups_own_key_restores_it(profile: Profile, tmp_path: Path) -> None:
    backup = backed_up(profile)
    (tmp_path / "restored").mkdir()
    with pytest.raises(BackupDamaged):
        restore_backup(
            backup,
            ProfilePaths(tmp_path / "restored"),
            backup_key=b"x" * 32,
            database_key=DATABASE_KEY,
            anchor=ANCHOR,
        )


def test_every_cut_backup_is_refused(profile: Profile, tmp_path: Path) -> None:
    profile.say("one")
    whole = backed_up(profile).read_bytes()
    cut = tmp_path / "cut.hearth-backup"
    # Nothing may be missing but the zeros that pad a tar to its block.
    content_ends = len(whole.rstrip(b"\0"))
    for keep in [0, 1, 511, 512, 1536, content_ends // 2, content_ends - 600, content_ends - 1]:
        cut.write_bytes(whole[:keep])
        with pytest.raises(BackupDamaged):
            verify_backup(cut, BACKUP_KEY)


def test_a_changed_backup_is_refused_or_the_change_was_of_no_consequence(profile: Profile, tmp_path: Path) -> None:
    asyncio.run(profile.blobs.put(b"blob"))
    profile.say("one")
    whole = backed_up(profile).read_bytes()
    content_ends = len(whole.rstrip(b"\0"))
    changed = tmp_path / "changed.hearth-backup"
    seed = random.Random(5)
    refused = 0
    for number in range(60):
        data = bytearray(whole)
        data[seed.randrange(content_ends)] ^= 1 << seed.randrange(8)
        changed.write_bytes(data)
        folder = tmp_path / f"into{number}"
        try:
            paths = restored_into(changed, folder)
        except BackupDamaged:
            refused += 1
            continue
        connection = open_connection(paths.database, DATABASE_KEY)
        assert connection.execute("SELECT name FROM setting").fetchall() == [("one",)]
        connection.close()
    assert refused > 40


def test_links_strange_names_and_repeated_members_are_refused(profile: Profile, tmp_path: Path) -> None:
    whole = backed_up(profile)
    for number, (name, kind) in enumerate(
        [("../escape", tarfile.REGTYPE), ("hearth.keys", tarfile.SYMTYPE), ("hearth.keys", tarfile.REGTYPE)]
    ):
        hostile = tmp_path / f"hostile{number}"
        hostile.write_bytes(whole.read_bytes())
        with tarfile.open(hostile, "a") as tar:
            member = tarfile.TarInfo(name)
            member.type, member.linkname = kind, "/etc/passwd"
            tar.addfile(member)
        with pytest.raises(BackupDamaged):
            restored_into(hostile, tmp_path / f"into{number}")
    assert not (tmp_path / "escape").exists()


def test_a_missing_backup_or_a_folder_is_no_backup(tmp_path: Path) -> None:
    with pytest.raises(BackupDamaged):
        read_header(tmp_path / "nothing")
    with pytest.raises(HearthError):
        read_header(tmp_path)


def test_a_damaged_profile_never_replaces_a_good_backup(profile: Profile) -> None:
    for number in range(500):
        profile.say(str(number))
    good = backed_up(profile).read_bytes()
    asyncio.run(profile.writer.fold())
    data = bytearray(profile.paths.database.read_bytes())
    for page in range(2, len(data) // 4096):
        data[page * 4096 + 50] ^= 1
    profile.paths.database.write_bytes(data)
    with pytest.raises(DatabaseDamaged):
        backed_up(profile)
    backup = profile.paths.folder.parent / "one.hearth-backup"
    assert backup.read_bytes() == good
    assert [path.name for path in backup.parent.iterdir() if path.name.startswith(".")] == []


def test_writing_goes_on_while_a_backup_is_made(profile: Profile) -> None:
    for number in range(200):
        profile.say(str(number))

    async def both() -> Path:
        backup = asyncio.create_task(asyncio.to_thread(backed_up, profile))
        written = 200
        while not backup.done():
            await asyncio.to_thread(profile.say, str(written))
            written += 1
        assert written > 200
        return await backup

    assert verify_backup(asyncio.run(both()), BACKUP_KEY).rows["setting"] >= 200


async def test_an_attachment_whose_file_is_gone_is_named_and_does_not_stop_the_backup(profile: Profile) -> None:
    blob_id = await profile.blobs.put(b"x")
    (profile.paths.blobs / blob_id).unlink()
    target = profile.paths.folder.parent / "y"
    report = await asyncio.to_thread(write_backup, target, profile.source, clock=ManualClock())
    assert report.missing_blobs == (blob_id,)


def test_seven_days_four_weeks_and_three_migrations_are_kept(tmp_path: Path) -> None:
    now = datetime(2026, 3, 1, 12, tzinfo=UTC)
    for days in range(60):
        for hours in (0, 3):
            (tmp_path / automatic_name("daily", now - timedelta(days=days, hours=hours))).touch()
    for hours in range(5):
        (tmp_path / automatic_name("migration", now - timedelta(hours=hours))).touch()
    (tmp_path / "mine.hearth-backup").touch()
    (tmp_path / "20269999T999999Z-daily.hearth-backup").touch()
    prune(tmp_path)
    kept = sorted(path.name for path in tmp_path.iterdir() if re.match(r"2026[01]", path.name))
    daily = [name[:8] for name in kept if "daily" in name]
    assert daily == ["20260208", "20260215", "20260222"] + [f"202602{day}" for day in range(23, 29)] + ["20260301"]
    assert sum("migration" in name for name in kept) == 3
    assert (tmp_path / "mine.hearth-backup").exists()
    assert not is_due(tmp_path, now)
    assert is_due(tmp_path, now + timedelta(days=1))
    assert is_due(tmp_path / "nothing", now)
