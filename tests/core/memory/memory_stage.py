"""Memories in a real encrypted database, with real vectors of the built-in model or of a quick one."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from core.clock import Clock, RealClock
from core.conversations.conversation_store import ConversationStore
from core.events import Announcer, Change
from core.memory.facts import Memories
from core.vault.vault_shelf import Shelf
from core.vectors.vector_store import VectorStore
from models.embedding.embedder import Embedder
from tests.peers.bare_storage import BareStorage
from tests.peers.knowledge_stage import WordEmbedder


class StagedMeaning:
    """What `assistant.knowledge` is to memories."""

    def __init__(self, shelf: Shelf, embedder: Embedder | None, clock: Clock) -> None:
        self.vectors = VectorStore(shelf, clock=clock)
        self.model = embedder

    async def embedder(self) -> Embedder | None:
        if self.model is not None:
            await self.model.load()
            await self.vectors.use(self.model.facts)
        return self.model


class MemoryStage:
    """Everything at hand."""

    def __init__(self, folder: Path, embedder: Embedder | None, clock: Clock) -> None:
        self.storage = BareStorage(folder)
        self.clock = clock
        self.changes: list[Change] = []
        self.announcer = Announcer()
        self.announcer.subscribe(self.changes.append)
        self.shelf = Shelf(self.storage.writer, self.storage.readers, self.storage.blobs)
        self.meaning = StagedMeaning(self.shelf, embedder, clock)
        self.memories = Memories(self.shelf, lambda: self.meaning, announcer=self.announcer, clock=clock)
        self.memories.recall.within_s = 30.0  # the machine may be busy
        self.chats = ConversationStore(
            self.storage.writer, self.storage.readers, self.storage.blobs, clock=clock, announcer=self.announcer
        )

    async def question(self, text: str) -> tuple[str, str]:
        """(conversation_id, message_id) of a question in a new chat."""
        chat = (await self.chats.create()).conversation_id
        message = await self.chats.append(chat, parent_id=None, role="user", text=text)
        return chat, message.message_id

    async def texts(self) -> list[str]:
        """What is kept or proposed, in the order of the page."""
        return [memory.text for memory in await self.memories.list()]

    async def used(self, question: str) -> list[str]:
        """What is remembered for a question."""
        return [memory.text for memory in await self.memories.recall.find(question)]

    def count(self, table: str) -> int:
        """Rows of a table."""
        return int(self.storage.rows(f"SELECT count(*) FROM {table}")[0][0])

    async def aclose(self) -> None:
        """As a lock does it."""
        await self.memories.aclose()
        if self.meaning.model is not None:
            await self.meaning.model.aclose()
        await self.meaning.vectors.aclose()
        await asyncio.to_thread(self.storage.close)


@asynccontextmanager
async def memory_stage(
    folder: Path, *, embedder: Embedder | None = None, clock: Clock | None = None, by_words_only: bool = False
) -> AsyncIterator[MemoryStage]:
    """One on the storage in `folder`, with a quick model of vectors unless another is given."""
    await asyncio.to_thread(folder.mkdir, parents=True, exist_ok=True)
    stage = MemoryStage(folder, None if by_words_only else embedder or WordEmbedder(), clock or RealClock())
    try:
        yield stage
    finally:
        await stage.aclose()
