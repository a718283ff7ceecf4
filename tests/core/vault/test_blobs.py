"""Attachments: each under its own key, padded, durable before its row, shredded by its key."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.errors import DatabaseDamaged
from core.vault.blobs import padded_size, rewrap_keys
from tests.peers.bare_storage import BLOB_KEY, BareStorage, insert_conversation, insert_message


@pytest.fixture
def storage(tmp_path: Path) -> Iterator[BareStorage]:
    storage = BareStorage(tmp_path)
    yield storage
    storage.close()


def files(storage: BareStorage) -> list[Path]:
    return sorted((storage.database.parent / "blobs").iterdir())


@pytest.mark.parametrize("size", [0, 1, 4095, 4096, 4097, 1024 * 1024, 1024 * 1024 + 1, 5_000_003])
async def test_what_is_put_comes_back(storage: BareStorage, size: int) -> None:
    data = os.urandom(size)
    assert await storage.blobs.get(await storage.blobs.put(data)) == data


async def test_the_file_is_unreadable_private_and_of_a_padded_size(storage: BareStorage) -> None:
    await storage.blobs.put(b"canary-blob" * 10_000)
    await storage.blobs.put(b"canary-blob" * 10_010)
    first, second = files(storage)
    assert b"canary" not in first.read_bytes() + second.read_bytes()
    assert first.stat().st_size == second.stat().st_size
    assert first.stat().st_mode & 0o077 == 0


def test_padding_costs_at_most_an_eighth_and_never_cuts() -> None:
    for size in [0, 1, 4096, 4097, *range(100_000, 10_000_000, 77_777)]:
        assert max(size, 4096) <= padded_size(size) <= max(size, 4096) * 1.125
    assert len({padded_size(size) for size in range(1_000_000, 2_000_000, 1000)}) < 40


async def test_any_change_to_the_file_or_its_row_is_found(storage: BareStorage) -> None:
    blob_id = await storage.blobs.put(os.urandom(2_500_000))
    (path,) = files(storage)
    whole = path.read_bytes()
    chunk = 1024 * 1024 + 16
    start = len(b"hearth blob 1\n")
    swapped = (
        whole[:start]
        + whole[start + chunk : start + 2 * chunk]
        + whole[start : start + chunk]
        + whole[start + 2 * chunk :]
    )
    for damaged in (
        whole[:-1],
        whole[: start + chunk],
        b"",
        whole + b"x",
        swapped,
        whole[:100] + bytes([whole[100] ^ 1]) + whole[101:],
        b"H" + whole[1:],
    ):
        path.write_bytes(damaged)
        with pytest.raises(DatabaseDamaged):
            await storage.blobs.get(blob_id)
    path.write_bytes(whole)
    assert await storage.blobs.get(blob_id)
    await storage.writer.run(lambda c: c.execute("UPDATE blob SET size_bytes = size_bytes - 1") and None)
    with pytest.raises(DatabaseDamaged):
        await storage.blobs.get(blob_id)


async def test_a_file_under_another_ones_name_is_refused(storage: BareStorage) -> None:
    first, second = await storage.blobs.put(b"first"), await storage.blobs.put(b"second")
    folder = storage.database.parent / "blobs"
    (folder / first).write_bytes((folder / second).read_bytes())
    with pytest.raises(DatabaseDamaged):
        await storage.blobs.get(first)
    await storage.writer.run(
        lambda c: (
            c.execute("UPDATE blob SET wrapped_key = (SELECT wrapped_key FROM blob WHERE blob_id = ?)", (second,))
            and None
        )
    )
    with pytest.raises(DatabaseDamaged, match="does not unwrap"):
        await storage.blobs.get(first)


async def test_deleting_shreds_the_key_everywhere_and_then_the_file(storage: BareStorage) -> None:
    blob_id = await storage.blobs.put(b"gone soon")
    await storage.blobs.delete([blob_id, "unknown", "../../etc/passwd"])
    assert files(storage) == []
    assert storage.database.with_name("hearth.db-wal").stat().st_size == 0
    with pytest.raises(DatabaseDamaged, match="missing"):
        await storage.blobs.get(blob_id)


async def test_a_blob_that_a_message_still_shows_is_not_deleted(storage: BareStorage) -> None:
    blob_id = await storage.blobs.put(b"shown")

    def attach(connection: object) -> None:
        insert_conversation(connection)
        insert_message(connection, "m", "see")
        connection.execute("INSERT INTO attachment VALUES ('a', 'm', 0, 'file', 'n', 't', 5, ?)", (blob_id,))

    await storage.writer.run(attach)
    unused = await storage.blobs.put(b"unused")
    await storage.blobs.delete([blob_id, unused])  # the first was named by a message after it had been found unused
    assert await storage.blobs.get(blob_id) == b"shown"
    with pytest.raises(DatabaseDamaged):
        await storage.blobs.get(unused)


async def test_the_sweep_removes_what_a_crash_left_and_nothing_else(tmp_path: Path) -> None:
    storage = BareStorage(tmp_path)
    kept = await storage.blobs.put(b"kept")
    await asyncio.to_thread(storage.close)
    folder = tmp_path / "blobs"
    (folder / ("0" * 32)).write_bytes(b"a file without a row")
    (folder / ("1" * 32 + ".abcd.new")).write_bytes(b"half a file")
    (folder / "notes.txt").write_bytes(b"the owner's own")
    storage = BareStorage(tmp_path)
    fresh = await storage.blobs.put(b"fresh")
    assert await storage.blobs.sweep() == 2
    assert await storage.blobs.get(kept) == b"kept"
    assert await storage.blobs.get(fresh) == b"fresh"
    assert (folder / "notes.txt").exists()
    await asyncio.to_thread(storage.close)


async def test_putting_while_sweeping_loses_nothing(storage: BareStorage) -> None:
    async def sweep_often() -> None:
        for _ in range(30):
            await storage.blobs.sweep()

    sweeping = asyncio.create_task(sweep_often())
    ids = [await storage.blobs.put(str(number).encode()) for number in range(40)]
    await sweeping
    assert [await storage.blobs.get(blob_id) for blob_id in ids] == [str(number).encode() for number in range(40)]


async def test_a_cancelled_put_leaves_no_file(storage: BareStorage) -> None:
    folder = storage.database.parent / "blobs"
    task = asyncio.create_task(storage.blobs.put(os.urandom(20_000_000)))
    while not folder.exists():  # noqa: ASYNC110 - until the thread has begun to write
        await asyncio.sleep(0.001)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await storage.writer.run(lambda c: None)
    assert len(files(storage)) == len(await storage.readers.run(lambda c: c.execute("SELECT 1 FROM blob").fetchall()))


async def test_keys_can_be_wrapped_anew_and_the_change_may_be_repeated(storage: BareStorage) -> None:
    blob_id = await storage.blobs.put(b"data")
    new_key = b"n" * 32
    for changed in (1, 0):
        assert await storage.writer.run(lambda c: rewrap_keys(c, old_key=BLOB_KEY, new_key=new_key)) == changed
    with pytest.raises(DatabaseDamaged):
        await storage.blobs.get(blob_id)
    assert await storage.writer.run(lambda c: rewrap_keys(c, old_key=new_key, new_key=BLOB_KEY)) == 1
    assert await storage.blobs.get(blob_id) == b"data"
