"""The writer: one commit for what waits, each job by itself, acknowledged only when durable."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.errors import HearthBug, VaultLocked
from core.vault.database import Connection, open_connection
from tests.peers.bare_storage import ANCHOR, DATABASE_KEY, BareStorage


@pytest.fixture
def storage(tmp_path: Path) -> Iterator[BareStorage]:
    storage = BareStorage(tmp_path)
    yield storage
    storage.close()


def put(name: str) -> object:
    def job(connection: Connection) -> str:
        connection.execute("INSERT INTO setting VALUES (?, '1', 0)", (name,))
        return name

    return job


def names(storage: BareStorage) -> list[str]:
    return [row[0] for row in storage.rows("SELECT name FROM setting ORDER BY name")]


async def test_a_job_gets_its_result_back_and_is_seen_by_readers(storage: BareStorage) -> None:
    assert await storage.writer.run(put("a")) == "a"
    assert await asyncio.to_thread(names, storage) == ["a"]


async def test_what_waits_shares_one_commit(storage: BareStorage) -> None:
    before = storage.writer.sequence
    gate = threading.Event()
    first = asyncio.create_task(storage.writer.run(lambda _: gate.wait(10)))
    await asyncio.sleep(0.05)  # the first job holds the writer; the others queue up behind it
    rest = [asyncio.create_task(storage.writer.run(put(str(number)))) for number in range(50)]
    await asyncio.sleep(0.05)
    gate.set()
    await asyncio.gather(first, *rest)
    assert storage.writer.sequence == before + 2
    assert len(await asyncio.to_thread(names, storage)) == 50


async def test_a_failing_job_undoes_itself_and_not_its_neighbours(storage: BareStorage) -> None:
    def half(connection: Connection) -> None:
        connection.execute("INSERT INTO setting VALUES ('half', '1', 0)")
        raise KeyError("of the job")

    done = await asyncio.gather(
        *(storage.writer.run(job) for job in (put("a"), half, put("b"), put("a"), put("c"))), return_exceptions=True
    )
    assert [done[0], done[2], done[4]] == ["a", "b", "c"]
    assert isinstance(done[1], KeyError)
    assert isinstance(done[3], HearthBug)
    assert await asyncio.to_thread(names, storage) == ["a", "b", "c"]


async def test_a_job_that_ends_the_transaction_is_a_bug_and_the_others_are_run_again(storage: BareStorage) -> None:
    def rude(connection: Connection) -> None:
        connection.execute("ROLLBACK")

    done = await asyncio.gather(
        *(storage.writer.run(job) for job in (put("a"), rude, put("b"))), return_exceptions=True
    )
    assert (done[0], done[2]) == ("a", "b")
    assert isinstance(done[1], HearthBug)
    assert await asyncio.to_thread(names, storage) == ["a", "b"]


async def test_the_anchor_counts_each_commit_and_survives_a_failed_one(storage: BareStorage) -> None:
    before = storage.writer.sequence
    await storage.writer.run(put("a"))
    with pytest.raises(HearthBug):
        await storage.writer.run(lambda connection: connection.execute("ROLLBACK") and None)
    await storage.writer.run(put("b"))
    assert storage.writer.sequence == before + 2
    assert await storage.readers.run(ANCHOR.read) == before + 2


async def test_a_cancelled_caller_leaves_no_half_work(storage: BareStorage) -> None:
    gate = threading.Event()

    def slow(connection: Connection) -> None:
        connection.execute("INSERT INTO setting VALUES ('first half', '1', 0)")
        gate.wait(10)
        connection.execute("INSERT INTO setting VALUES ('second half', '1', 0)")

    running = asyncio.create_task(storage.writer.run(slow))
    await asyncio.sleep(0.05)
    waiting = asyncio.create_task(storage.writer.run(put("never begun")))
    await asyncio.sleep(0.05)
    running.cancel()
    waiting.cancel()
    gate.set()
    assert all(
        isinstance(x, asyncio.CancelledError) for x in await asyncio.gather(running, waiting, return_exceptions=True)
    )
    await storage.writer.run(put("after"))
    assert await asyncio.to_thread(names, storage) == ["after", "first half", "second half"]


async def test_many_callers_cancelled_at_random_never_split_a_pair(storage: BareStorage) -> None:
    def pair(number: int) -> object:
        def job(connection: Connection) -> None:
            connection.execute("INSERT INTO setting VALUES (?, '1', 0)", (f"{number:04} left",))
            connection.execute("INSERT INTO setting VALUES (?, '1', 0)", (f"{number:04} right",))

        return job

    tasks = [asyncio.create_task(storage.writer.run(pair(number))) for number in range(400)]
    for task in tasks[::3]:
        await asyncio.sleep(0)
        task.cancel()
    done = await asyncio.gather(*tasks, return_exceptions=True)
    found = await asyncio.to_thread(names, storage)
    lefts = {name[:4] for name in found if name.endswith("left")}
    assert lefts == {name[:4] for name in found if name.endswith("right")}
    assert {f"{number:04}" for number, outcome in enumerate(done) if outcome is None} <= lefts


async def test_the_loop_goes_on_while_the_writer_works(storage: BareStorage) -> None:
    gate = threading.Event()
    task = asyncio.create_task(storage.writer.run(lambda _: gate.wait(10)))
    for _ in range(100):
        await asyncio.sleep(0)  # a blocked loop would never come here, since only this task opens the gate
    gate.set()
    assert await task is True


def test_closing_finishes_what_waits_and_refuses_what_comes(tmp_path: Path) -> None:
    storage = BareStorage(tmp_path)
    futures = [storage.writer._submit(put(f"{number:03}")) for number in range(300)]
    storage.close()
    assert [future.result(timeout=0) for future in futures] == [f"{number:03}" for number in range(300)]
    with pytest.raises(VaultLocked):
        storage.writer.run_blocking(put("late"))
    storage.writer.close()
    assert not (tmp_path / "hearth.db-wal").exists()
    connection = open_connection(tmp_path / "hearth.db", DATABASE_KEY)
    assert connection.execute("SELECT count(*) FROM setting").fetchone() == (300,)
    connection.close()


async def test_two_loops_in_two_threads_share_one_writer(storage: BareStorage) -> None:
    async def burst(prefix: str) -> None:
        await asyncio.gather(*(storage.writer.run(put(f"{prefix}{number}")) for number in range(100)))

    await asyncio.gather(
        asyncio.to_thread(lambda: asyncio.run(burst("x"))),
        asyncio.to_thread(lambda: asyncio.run(burst("y"))),
        burst("z"),
    )
    assert len(await asyncio.to_thread(names, storage)) == 300


async def test_folding_takes_what_was_deleted_out_of_the_wal(storage: BareStorage) -> None:
    await storage.writer.run(put("a"))
    wal = storage.database.with_name("hearth.db-wal")
    assert wal.stat().st_size > 0
    assert await storage.writer.fold()
    assert wal.stat().st_size == 0
    await storage.writer.run(put("b"))
