"""The anchor: a roll-back shows, a crash does not look like one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from core.errors import HistoryDamaged
from core.vault.anchor import Anchor
from core.vault.database import open_connection
from core.vault.header import AnchorMirror
from core.vault.migrations import STEPS
from tests.peers.bare_storage import ANCHOR, DATABASE_KEY, BareStorage


def say(storage: BareStorage, name: str) -> None:
    storage.writer.run_blocking(lambda c: c.execute("INSERT INTO setting VALUES (?, '1', 0)", (name,)) and None)


def closed_after(folder: Path, *names: str) -> AnchorMirror:
    """Write, close cleanly, and mirror as the vault does."""
    storage = BareStorage(folder)
    for name in names:
        say(storage, name)
    storage.close()
    return ANCHOR.mirror(storage.writer.sequence, storage.database)


def check(folder: Path, mirror: AnchorMirror, *, anchor: Anchor = ANCHOR) -> int:
    connection = open_connection(folder / "hearth.db", DATABASE_KEY)
    try:
        return anchor.check(connection, mirror, folder / "hearth.db")
    finally:
        connection.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "profile"
    folder.mkdir()
    return folder


def test_a_clean_close_is_no_roll_back_however_often_it_is_opened(folder: Path) -> None:
    mirror = closed_after(folder, "a", "b")
    assert check(folder, mirror) == check(folder, mirror) == len(STEPS) + 2  # the migrations and two writes
    mirror = closed_after(folder)
    check(folder, mirror)


def test_an_older_database_put_back_shows(folder: Path, tmp_path: Path) -> None:
    closed_after(folder, "a")
    shutil.copy(folder / "hearth.db", tmp_path / "old")
    mirror = closed_after(folder, "b")
    shutil.copy(tmp_path / "old", folder / "hearth.db")
    with pytest.raises(HistoryDamaged):
        check(folder, mirror)


def test_a_single_old_page_put_back_after_a_clean_close_shows(folder: Path) -> None:
    closed_after(folder, *(f"first {number}" for number in range(100)))
    old = (folder / "hearth.db").read_bytes()
    mirror = closed_after(folder, "b", "c")
    new = (folder / "hearth.db").read_bytes()
    changed = [
        start
        for start in range(0, min(len(old), len(new)), 4096)
        if old[start : start + 4096] != new[start : start + 4096]
    ]
    assert len(changed) >= 2
    for start in changed:
        (folder / "hearth.db").write_bytes(new[:start] + old[start : start + 4096] + new[start + 4096 :])
        with pytest.raises(HistoryDamaged):
            check(folder, mirror)
        for suffix in ("-wal", "-shm"):
            (folder / f"hearth.db{suffix}").unlink(missing_ok=True)
    (folder / "hearth.db").write_bytes(new)
    check(folder, mirror)


def test_writes_after_the_mirror_as_left_by_a_crash_are_no_alarm(folder: Path) -> None:
    mirror = closed_after(folder, "a")
    storage = BareStorage(folder)
    say(storage, "after")
    for name in ("hearth.db", "hearth.db-wal"):  # what a kill leaves: the WAL not folded, the header not written
        shutil.copy(folder / name, folder / f"kept-{name}")
    storage.close()
    for name in ("hearth.db", "hearth.db-wal"):
        shutil.move(folder / f"kept-{name}", folder / name)
    assert check(folder, mirror) == mirror.sequence + 1


def test_a_wal_cut_below_a_mirror_made_in_use_shows(folder: Path) -> None:
    storage = BareStorage(folder)
    say(storage, "a")
    database = (folder / "hearth.db").read_bytes()
    say(storage, "b")
    mirror = ANCHOR.mirror(storage.writer.sequence)
    wal = (folder / "hearth.db-wal").read_bytes()
    storage.close()
    for keep in (0, len(wal) // 2, len(wal) - 1):
        (folder / "hearth.db").write_bytes(database)
        (folder / "hearth.db-wal").write_bytes(wal[:keep])
        with pytest.raises(HistoryDamaged):
            check(folder, mirror)
        (folder / "hearth.db-shm").unlink(missing_ok=True)
    (folder / "hearth.db").write_bytes(database)
    (folder / "hearth.db-wal").write_bytes(wal)
    check(folder, mirror)


def test_a_mirror_made_while_the_wal_is_not_folded_does_not_claim_the_pages(folder: Path) -> None:
    storage = BareStorage(folder)
    say(storage, "a")
    mirror = ANCHOR.mirror(storage.writer.sequence, storage.database)
    storage.close()
    check(folder, mirror)


def test_a_number_written_by_somebody_without_the_key_shows(folder: Path) -> None:
    mirror = closed_after(folder, "a")
    connection = open_connection(folder / "hearth.db", DATABASE_KEY)
    connection.execute("UPDATE anchor SET sequence = 1000")
    connection.close()
    with pytest.raises(HistoryDamaged):
        check(folder, mirror)


def test_a_missing_anchor_and_an_emptied_database_show(folder: Path) -> None:
    mirror = closed_after(folder, "a")
    connection = open_connection(folder / "hearth.db", DATABASE_KEY)
    connection.execute("DELETE FROM anchor")
    connection.close()
    with pytest.raises(HistoryDamaged, match="missing"):
        check(folder, mirror)
    connection = open_connection(folder / "hearth.db", DATABASE_KEY)
    connection.execute("DROP TABLE anchor")
    connection.close()
    with pytest.raises(HistoryDamaged, match="missing"):
        check(folder, mirror)


def test_the_older_generations_key_is_accepted_only_where_it_is_given(folder: Path) -> None:
    mirror = closed_after(folder, "a")
    check(folder, mirror, anchor=Anchor(b"n" * 32, older_key=b"a" * 32))
    with pytest.raises(HistoryDamaged):
        check(folder, mirror, anchor=Anchor(b"n" * 32))


def test_an_empty_mirror_claims_nothing(folder: Path) -> None:
    closed_after(folder, "a")
    assert check(folder, AnchorMirror(0, b"")) == len(STEPS) + 1
