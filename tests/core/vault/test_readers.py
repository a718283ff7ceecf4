"""The readers: one snapshot a job, never a write, and a cancelled caller's statement stops."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.errors import DatabaseDamaged, HearthError, ProfileFilesUnreadable, VaultLocked
from core.vault.database import Connection, open_connection
from core.vault.readers import Readers
from tests.peers.bare_storage import DATABASE_KEY, BareStorage, insert_conversation, insert_message

ENDLESS = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT sum(i) FROM n"


@pytest.fixture
def storage(tmp_path: Path) -> Iterator[BareStorage]:
    storage = BareStorage(tmp_path)
    yield storage
    storage.close()


def put(name: str) -> object:
    return lambda connection: connection.execute("INSERT INTO setting VALUES (?, '1', 0)", (name,)) and None


async def test_a_reader_cannot_write(storage: BareStorage) -> None:
    with pytest.raises(ProfileFilesUnreadable):
        await storage.readers.run(put("a"))


async def test_a_job_sees_one_snapshot_from_its_first_to_its_last_statement(storage: BareStorage) -> None:
    seen, go_on = threading.Event(), threading.Event()

    def twice(connection: Connection) -> tuple[int, int]:
        first = connection.execute("SELECT count(*) FROM setting").fetchone()[0]
        seen.set()
        go_on.wait(10)
        return first, connection.execute("SELECT count(*) FROM setting").fetchone()[0]

    reading = asyncio.create_task(storage.readers.run(twice))
    await asyncio.to_thread(seen.wait, 10)
    await storage.writer.run(put("meanwhile"))
    go_on.set()
    assert await reading == (0, 0)
    assert await storage.readers.run(lambda c: c.execute("SELECT count(*) FROM setting").fetchone()) == (1,)


async def test_an_endless_query_stops_when_its_caller_is_cancelled_and_both_readers_go_on(storage: BareStorage) -> None:
    endless = [asyncio.create_task(storage.readers.run(lambda c: c.execute(ENDLESS).fetchall())) for _ in range(2)]
    await asyncio.sleep(0.1)
    for task in endless:
        task.cancel()
    await asyncio.gather(*endless, return_exceptions=True)
    # Both threads are free again, or these would wait for ever.
    assert await asyncio.gather(*(storage.readers.run(lambda c: c.execute("SELECT 1").fetchone()) for _ in range(4)))


async def test_cancelling_one_job_never_stops_another(storage: BareStorage) -> None:
    def busy(connection: Connection) -> int:
        time.sleep(0.001)
        rows = connection.execute(
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) SELECT count(*) FROM n"
        )
        return int(rows.fetchone()[0])

    tasks = [asyncio.create_task(storage.readers.run(busy)) for _ in range(60)]
    for task in tasks[::2]:
        await asyncio.sleep(0.003)
        task.cancel()
    await asyncio.gather(*tasks[::2], return_exceptions=True)
    assert await asyncio.gather(*tasks[1::2]) == [20000] * 30


async def test_two_jobs_run_at_the_same_time(storage: BareStorage) -> None:
    together = threading.Barrier(2, timeout=10)
    await asyncio.gather(*(storage.readers.run(lambda _: together.wait() >= 0) for _ in range(2)))


def test_closing_finishes_what_waits_and_refuses_what_comes(tmp_path: Path) -> None:
    storage = BareStorage(tmp_path)
    assert storage.rows("SELECT 1") == [(1,)]
    storage.close()
    with pytest.raises(VaultLocked):
        storage.rows("SELECT 1")


async def test_a_connection_that_cannot_be_opened_fails_the_job_and_is_tried_again_for_the_next(
    storage: BareStorage,
) -> None:

    places = iter([storage.database.with_name("nothing"), storage.database])
    readers = Readers(lambda: open_connection(next(places), DATABASE_KEY), count=1)
    with pytest.raises(HearthError):
        await readers.run(lambda c: c.execute("SELECT 1").fetchone())
    assert await readers.run(lambda c: c.execute("SELECT 1").fetchone()) == (1,)
    await asyncio.to_thread(readers.close)


def test_a_long_text_whose_last_page_is_damaged_is_refused_and_sound_texts_still_read(tmp_path: Path) -> None:
    storage = BareStorage(tmp_path)
    storage.writer.run_blocking(insert_conversation)
    for number in range(5):
        storage.writer.run_blocking(lambda c, n=number: insert_message(c, str(n), f"text {n} " * 2000))
    storage.close()
    whole = storage.database.read_bytes()
    refused = 0
    for page in range(1, len(whole) // 4096):
        position = page * 4096 + 100
        storage.database.write_bytes(whole[:position] + bytes([whole[position] ^ 1]) + whole[position + 1 :])
        readers = Readers(lambda: open_connection(storage.database, DATABASE_KEY), count=1)
        for number in range(5):
            try:
                rows = readers.run_blocking(
                    lambda c, n=number: c.execute("SELECT text FROM message WHERE message_id = ?", (str(n),)).fetchall()
                )
                assert rows == [(f"text {number} " * 2000,)]
            except DatabaseDamaged:
                refused += 1
        readers.close()
    assert 5 * 3 < refused < 5 * (len(whole) // 4096)
