from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from core.clock import RealClock
from core.conversations.message_blobs import MessageBlobs
from core.conversations.message_tree import NewAttachment
from core.vault.blobs import MemoryBlobs
from core.vault.ephemeral import EphemeralDatabase

NOTE = NewAttachment("text", "a\nb.txt", "text/plain", b"words")


@pytest.fixture
async def blobs() -> AsyncIterator[MessageBlobs]:
    database = EphemeralDatabase()
    yield MessageBlobs(database.writer, database.readers, MemoryBlobs(database.writer, clock=RealClock()))
    database.close()


async def test_an_attachment_is_kept_under_one_line_of_a_name(blobs: MessageBlobs) -> None:
    async with blobs.for_messages() as new:
        (kept,) = await new.attached([NOTE])
    assert (kept.name, kept.size_bytes) == ("a b.txt", 5)
    assert await blobs.data(kept) == b"words"


async def test_an_attachment_of_another_message_shares_its_bytes(blobs: MessageBlobs) -> None:
    async with blobs.for_messages() as new:
        (first,) = await new.attached([NOTE])
        (again,) = await new.attached([first])
    assert again.blob_id == first.blob_id
    assert again.attachment_id != first.attachment_id
    assert new.blob_ids == [first.blob_id]


async def test_what_was_stored_for_a_message_that_was_not_goes_again(blobs: MessageBlobs) -> None:
    async def fail() -> None:
        async with blobs.for_messages() as new:
            assert len(await new.attached([NOTE, NOTE])) == 2
            raise RuntimeError("no message")

    with pytest.raises(RuntimeError, match="no message"):
        await fail()
    assert await blobs.forget_litter(RealClock().now() + timedelta(days=1)) == 0, "nothing is left to sweep"


async def test_bytes_that_no_message_names_are_litter_after_a_while(blobs: MessageBlobs) -> None:
    async with blobs.for_messages() as new:
        await new.attached([NOTE])
    now = RealClock().now()
    assert await blobs.forget_litter(now) == 0, "its message may be about to be stored"
    assert await blobs.forget_litter(now + timedelta(hours=2)) == 1
