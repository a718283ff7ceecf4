"""Private chats: the vault's schema in memory, and nothing on the disk."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

import pytest

from core.errors import DatabaseDamaged, VaultLocked
from core.vault.blobs import MemoryBlobs
from core.vault.ephemeral import EphemeralDatabase
from core.vault.integrity import full_check
from tests.peers.bare_storage import insert_conversation, insert_message


async def test_what_is_written_is_read_and_searched() -> None:
    database = EphemeralDatabase()
    await database.writer.run(insert_conversation)
    await database.writer.run(lambda c: insert_message(c, "m", "alpha beta"))
    query = (
        "SELECT message_id FROM message_words JOIN message ON row_id = message_words.rowid WHERE message_words MATCH ?"
    )
    assert await database.readers.run(lambda c: c.execute(query, ("alpha",)).fetchall()) == [("m",)]
    assert await database.writer.run(full_check) == ()
    database.close()
    with pytest.raises(VaultLocked):
        await database.readers.run(lambda c: None)


async def test_two_private_databases_know_nothing_of_each_other() -> None:
    first, second = EphemeralDatabase(), EphemeralDatabase()
    await first.writer.run(insert_conversation)
    assert await second.readers.run(lambda c: c.execute("SELECT count(*) FROM conversation").fetchone()) == (0,)
    first.close()
    second.close()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
async def test_no_file_is_opened_for_it_even_when_it_grows_and_sorts() -> None:
    def open_files() -> set[str]:
        found = set()
        for entry in Path("/proc/self/fd").iterdir():
            try:
                found.add(str(entry.readlink()))
            except OSError:
                continue
        return {name for name in found if name.startswith("/") and not name.startswith("/dev/")}

    before = open_files()
    database = EphemeralDatabase()
    await database.writer.run(insert_conversation)

    def grow(connection: object) -> set[str]:
        for number in range(3000):
            insert_message(connection, str(number), f"text {number} " * 200)
        rows = connection.execute("SELECT text FROM message ORDER BY text DESC")
        rows.fetchone()
        return open_files()

    assert await database.writer.run(grow) - before == set()
    database.close()


async def test_private_attachments_live_in_memory_and_can_be_referred_to() -> None:
    database = EphemeralDatabase()
    blobs = MemoryBlobs(database.writer)
    blob_id = await blobs.put(b"data")
    assert await blobs.get(blob_id) == b"data"
    await database.writer.run(insert_conversation)
    await database.writer.run(lambda c: insert_message(c, "m", "x"))
    await database.writer.run(
        lambda c: c.execute("INSERT INTO attachment VALUES ('a', 'm', 0, 'file', 'n', 't', 4, ?)", (blob_id,)) and None
    )
    await database.writer.run(lambda c: c.execute("DELETE FROM message") and None)
    await blobs.delete([blob_id])
    with pytest.raises(DatabaseDamaged):
        await blobs.get(blob_id)
    await asyncio.to_thread(database.close)
