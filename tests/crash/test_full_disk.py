"""A disk that is really full, at many amounts of room: our error, nothing lost, and on it goes when there is room."""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from core.clock import ManualClock
from core.errors import NotEnoughSpace
from core.vault.backup import BackupSource, verify_backup, write_backup
from core.vault.database import open_connection
from core.vault.integrity import full_check
from tests.peers.bare_storage import ANCHOR, DATABASE_KEY, BareStorage, insert_conversation, insert_message

MIB = 1024 * 1024
DISK_BYTES, BALLAST_BYTES = 24 * MIB, 2 * MIB
ROOMS_LEFT = [*range(0, 64 * 1024, 8192), *range(64 * 1024, MIB, 128 * 1024)]


@pytest.fixture(scope="module")
def disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A real file system of 24 MiB."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        pytest.skip("mounting a small file system needs Linux and root")
    folder = tmp_path_factory.mktemp("disk")
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={DISK_BYTES}", "tmpfs", str(folder)], capture_output=True, text=True
    )
    if mounted.returncode != 0:
        pytest.skip(f"mounting a small file system is not allowed here: {mounted.stderr.strip()}")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.fixture
def folder(disk: Path) -> Iterator[Path]:
    for path in disk.iterdir():
        shutil.rmtree(path, ignore_errors=True)
        path.unlink(missing_ok=True)
    folder = disk / "profile"
    folder.mkdir()
    return folder


def leave_room(folder: Path, room_bytes: int) -> None:
    """Fill the disk up with a file of somebody else, except for `room_bytes`."""
    filler = folder.parent / "filler"
    with filler.open("ab") as file:
        while (free := shutil.disk_usage(folder).free) > room_bytes:
            try:
                file.write(bytes(min(65536, free - room_bytes)))
                file.flush()
            except OSError:
                break


def make_room(folder: Path) -> None:
    (folder.parent / "filler").unlink(missing_ok=True)


def say(storage: BareStorage, message_id: str, text: str = "text") -> None:
    storage.writer.run_blocking(lambda c: insert_message(c, message_id, text))


def said(storage: BareStorage) -> set[str]:
    return {row[0] for row in storage.rows("SELECT message_id FROM message")}


def fill_with_messages(storage: BareStorage, prefix: str, *, most: int = 4000) -> set[str]:
    """Write until the disk is full; returns what was acknowledged."""
    written = set()
    for number in range(most):
        try:
            say(storage, f"{prefix}{number}", f"word{number} " * 300)
        except NotEnoughSpace:
            return written
        written.add(f"{prefix}{number}")
    pytest.fail("the disk never filled up")


def test_writing_until_the_disk_is_full_loses_nothing_and_goes_on_by_itself(folder: Path) -> None:
    announced: list[bool] = []
    storage = BareStorage(folder, ballast_bytes=BALLAST_BYTES, on_full=announced.append)
    storage.writer.run_blocking(insert_conversation)
    leave_room(folder, 3 * MIB)
    written = fill_with_messages(storage, "a")
    assert announced == [True]
    assert storage.writer.is_full
    assert storage.ballast is not None
    assert not storage.ballast.is_there
    assert said(storage) == written  # reading goes on
    # The dropped ballast is the room in which a delete succeeds.
    storage.writer.run_blocking(lambda c: c.execute("DELETE FROM message WHERE row_id <= 50") and None)
    assert len(said(storage)) == len(written) - 50
    # One huge job may not eat what is left for deletes.
    with pytest.raises(NotEnoughSpace):
        say(storage, "huge", "x" * MIB)
    make_room(folder)
    say(storage, "after")
    assert announced == [True, False]
    assert storage.ballast.is_there
    assert storage.writer.run_blocking(full_check) == ()
    storage.close()


@pytest.mark.parametrize("room_bytes", ROOMS_LEFT)
def test_every_write_site_fails_cleanly_or_works(folder: Path, room_bytes: int) -> None:
    storage = BareStorage(folder)
    storage.writer.run_blocking(insert_conversation)
    for number in range(20):
        say(storage, f"before{number}", "word " * 200)
    source = BackupSource(
        "p", b"header", lambda: open_connection(folder / "hearth.db", DATABASE_KEY), folder / "blobs", b"B" * 32
    )
    backup = folder / "b.hearth-backup"
    write_backup(backup, source, clock=ManualClock())
    leave_room(folder, room_bytes)
    kept: set[str] = {f"before{number}" for number in range(20)}
    blobs: dict[str, bytes] = {}
    for number in range(12):
        with suppress(NotEnoughSpace):
            say(storage, f"during{number}", "word " * 2000)
            kept.add(f"during{number}")
    for number in range(4):
        data = bytes([number]) * 50_000
        with suppress(NotEnoughSpace):
            blobs[asyncio.run(storage.blobs.put(data))] = data
    with suppress(NotEnoughSpace):
        write_backup(backup, source, clock=ManualClock())
    assert said(storage) == kept
    close_though_full(storage)
    check_after(folder, kept, blobs)
    verify_backup(backup, b"B" * 32)


def close_though_full(storage: BareStorage) -> None:
    storage.readers.close()
    with suppress(NotEnoughSpace):
        storage.writer.close()


def check_after(folder: Path, kept: set[str], blobs: dict[str, bytes]) -> None:
    """It opens on the full disk or says that it is full; with room again everything acknowledged is there."""
    with suppress(NotEnoughSpace):
        open_connection(folder / "hearth.db", DATABASE_KEY).close()
    make_room(folder)
    storage = BareStorage(folder)
    try:
        assert said(storage) == kept
        assert storage.writer.run_blocking(full_check) == ()
        assert storage.readers.run_blocking(ANCHOR.read) == storage.writer.sequence
        say(storage, "after")
        for blob_id, data in blobs.items():
            assert asyncio.run(storage.blobs.get(blob_id)) == data
        asyncio.run(storage.blobs.sweep())
        assert {path.name for path in (folder / "blobs").glob("*")} == set(blobs)
    finally:
        storage.close()
    assert [path.name for path in folder.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize("room_bytes", [0, 4096, 16 * 1024, 40 * 1024, 100 * 1024])
def test_a_new_storage_on_a_full_disk_is_refused_with_our_error(folder: Path, room_bytes: int) -> None:
    leave_room(folder, room_bytes)
    with suppress(NotEnoughSpace):  # any other error fails the test
        storage = BareStorage(folder)
        storage.writer.run_blocking(insert_conversation)
        storage.close()
    make_room(folder)
    shutil.rmtree(folder)
    folder.mkdir()
    BareStorage(folder).close()


async def test_reading_documents_waits_for_room_and_goes_on_by_itself(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from core.knowledge import file_keeping
    from tests.peers.knowledge_stage import knowledge_stage

    monkeypatch.setattr(file_keeping, "_ROOM_LOOKED_FOR_EVERY_S", 0.1)
    paths = []
    for number in range(6):
        path = tmp_path / f"{number}.md"
        path.write_text("\n\n".join(f"# Bird {number}.{part}\n\nIt sings {part}. " * 5 for part in range(200)))
        paths.append(path)
    async with knowledge_stage(folder) as stage:
        collection = await stage.collections.create("Birds")
        leave_room(folder, MIB // 2)
        await stage.collections.add_files(collection.collection_id, paths)
        await stage.until_true(lambda: isinstance(stage.ingest.state.trouble, NotEnoughSpace))
        assert await stage.states(collection.collection_id) >= {"reading"}
        make_room(folder)
        await stage.settle()
        assert stage.ingest.state.trouble is None
        assert await stage.states(collection.collection_id) == {"ready"}
    connection = open_connection(folder / "hearth.db", DATABASE_KEY)
    assert full_check(connection) == ()
    connection.close()
