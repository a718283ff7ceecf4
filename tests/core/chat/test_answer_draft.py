from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest

from core.chat.answer_draft import AnswerDraft
from core.clock import RealClock
from core.conversations.conversation_store import ConversationStore
from core.conversations.message_tree import Message
from core.events import Announcer, TextDelta, ThinkingDelta
from core.metrics.timings import Stopwatch
from core.vault.blobs import MemoryBlobs
from core.vault.database import Connection
from core.vault.ephemeral import EphemeralDatabase
from models.language.messages import Finished, TextPiece, ThinkingPiece, Usage
from tests.core.chat.chat_desk import until


@pytest.fixture
async def database() -> AsyncIterator[EphemeralDatabase]:
    database = EphemeralDatabase()
    yield database
    database.close()


@pytest.fixture
def store(database: EphemeralDatabase) -> ConversationStore:
    blobs = MemoryBlobs(database.writer)
    return ConversationStore(database.writer, database.readers, blobs, clock=RealClock(), announcer=Announcer())


async def limit_pages(database: EphemeralDatabase, *, to_what_is_there: bool) -> None:
    """A database that may not grow is a full disk."""

    def job(connection: Connection) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0] if to_what_is_there else 1_000_000
        connection.execute(f"PRAGMA max_page_count = {pages}").fetchone()

    await database.writer.run(job)


async def begun(store: ConversationStore) -> tuple[Message, AnswerDraft]:
    chat = await store.create()
    wishes: dict[str, Any] = {"parent_id": None, "role": "assistant", "text": "", "model": "m", "state": "streaming"}
    answer = await store.append(chat.conversation_id, **wishes)
    return answer, AnswerDraft(store, answer, Stopwatch(RealClock()))


async def test_pieces_become_events_at_once_without_waiting_for_the_store(store: ConversationStore) -> None:
    _, draft = await begun(store)
    assert draft.take(TextPiece("a")) == TextDelta("a")
    assert draft.take(ThinkingPiece("b")) == ThinkingDelta("b")
    assert draft.take(TextPiece("")) is None
    assert draft.take(Finished("stop", Usage())) is None
    await draft.finish("complete")


async def test_a_full_disk_does_not_stop_the_answer(
    store: ConversationStore, database: EphemeralDatabase, caplog: pytest.LogCaptureFixture
) -> None:
    answer, draft = await begun(store)
    await limit_pages(database, to_what_is_there=True)
    draft.take(TextPiece("x"))
    draft.take(TextPiece("y" * 50_000))

    async def noticed() -> bool:
        return "NotEnoughSpace" in caplog.text

    await until(noticed)
    draft.take(TextPiece("z"))
    await limit_pages(database, to_what_is_there=False)
    kept = await draft.finish("complete")
    assert kept.text == "x" + "y" * 50_000 + "z"
    assert (await store.message(answer.message_id)).state == "complete"


async def test_the_last_words_before_a_pause_are_stored_without_another_piece(store: ConversationStore) -> None:
    answer, draft = await begun(store)
    draft.take(TextPiece("only words"))

    async def stored() -> bool:
        return (await store.message(answer.message_id)).text == "only words"

    await until(stored)
    await draft.finish("stopped")


async def test_much_text_is_stored_before_half_a_second_is_over(store: ConversationStore) -> None:
    answer, draft = await begun(store)
    draft.take(TextPiece("a"))
    draft.take(TextPiece("b" * 3000))
    for _ in range(100):
        await asyncio.sleep(0.002)
        if text := (await store.message(answer.message_id)).text:
            break
    assert len(text) == 3001
    await draft.finish("complete")


async def test_a_finished_answer_is_not_overwritten_by_a_late_save(store: ConversationStore) -> None:
    answer, draft = await begun(store)
    draft.take(TextPiece("a"))
    draft.take(TextPiece("b" * 3000))
    await draft.finish("complete")
    await asyncio.sleep(0.6)
    kept = await store.message(answer.message_id)
    assert (kept.state, len(kept.text)) == ("complete", 3001)
