"""A bare profile with real collections, reading children and watched folders, and a quick model of vectors."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import numpy as np

from core.clock import RealClock
from core.events import Announcer, Change
from core.knowledge.document_rows import Document
from core.knowledge.knowledge_base import Knowledge
from core.settings.sections import KnowledgeSettings
from core.vault.vault_shelf import Shelf
from core.vectors.vector_store import VectorStore
from models.embedding.embedder import EmbedderFacts, TextUse, Vectors
from models.engine_errors import EngineError
from tests.peers.bare_storage import BareStorage

PATIENCE_S = 30.0
DIMENSIONS = 64


class WordEmbedder:
    """An `Embedder` whose vectors are sums of words: texts that share words are near. `fails` makes it fail."""

    def __init__(self, name: str = "words", *, fails: bool = False) -> None:
        self.facts = EmbedderFacts(name, name, DIMENSIONS, 256, ("*",))
        self.fails = fails
        self.seen: list[str] = []
        self.lots: list[int] = []
        self.gate = asyncio.Event()
        self.gate.set()

    async def load(self) -> None:
        """Nothing to load."""

    async def embed(self, texts: Sequence[str], *, use: TextUse = "passage") -> Vectors:
        """One vector for each."""
        await self.gate.wait()
        if self.fails:
            raise EngineError("told to fail")
        self.seen += texts
        self.lots.append(len(texts))
        return np.stack([self._vector(text) for text in texts])

    def token_counts(self, texts: Sequence[str]) -> list[int]:
        """Words and two marks."""
        return [len(text.split()) + 2 for text in texts]

    async def aclose(self) -> None:
        """Nothing to let go of."""

    def _vector(self, text: str) -> Vectors:
        total = np.full(DIMENSIONS, 1e-3, dtype=np.float32)
        for word in text.lower().split():
            seed = int.from_bytes(hashlib.sha256(f"{self.facts.name} {word}".encode()).digest()[:4], "big")
            total += np.random.default_rng(seed).standard_normal(DIMENSIONS).astype(np.float32)
        return np.asarray(total / np.linalg.norm(total), dtype=np.float32)


class SkippingClock(RealClock):
    """The computer's clock, whose uptime a test may advance."""

    def __init__(self) -> None:
        self._ahead_s = 0.0

    def uptime_s(self) -> float:
        """That of the computer, and what was skipped."""
        return super().uptime_s() + self._ahead_s

    def skip(self, seconds: float) -> None:
        """Let seconds be over."""
        self._ahead_s += seconds


class KnowledgeStage:
    """Everything at hand."""

    def __init__(self, storage: BareStorage, embedder: WordEmbedder) -> None:
        self.storage = storage
        self.embedder = embedder
        self.embedders = {"": embedder}
        self.settings = KnowledgeSettings(ocr=False)
        self.changes: list[Change] = []
        announcer = Announcer()
        announcer.subscribe(self.changes.append)
        self.clock = SkippingClock()
        self.shelf = Shelf(storage.writer, storage.readers, storage.blobs)
        self.knowledge = Knowledge(
            self.shelf,
            settings=lambda: self.settings,
            vectors=VectorStore(self.shelf, clock=RealClock()),
            embedder_from=lambda name: self.embedders[name],
            announcer=announcer,
            clock=self.clock,
        )
        self.collections = self.knowledge.collections
        self.ingest = self.knowledge.ingest

    async def settle(self) -> None:
        """Until all that was told is read and kept."""
        async with asyncio.timeout(PATIENCE_S):
            await self.knowledge.watching.settle()
            await self.ingest.settle()

    async def added(self, collection_id: str, *paths: Path) -> list[Document]:
        """These files, read."""
        await self.collections.add_files(collection_id, paths)
        await self.settle()
        return await self.all(collection_id)

    async def all(self, collection_id: str) -> list[Document]:
        """Every document of a collection, by name."""
        return list(await self.collections.documents(collection_id, limit=100_000))

    async def until(self, collection_id: str, wanted: set[str]) -> dict[str, Document]:
        """Until exactly documents of these names are there and read."""
        async with asyncio.timeout(PATIENCE_S):
            while True:
                found = await self.all(collection_id)
                at_rest = all(one.state not in ("waiting", "reading") for one in found)
                if at_rest and {one.name for one in found} == wanted:
                    return {one.name: one for one in found}
                await asyncio.sleep(0.02)

    async def until_true(self, holds: Callable[[], bool | Awaitable[bool]]) -> None:
        """Until it holds."""
        async with asyncio.timeout(PATIENCE_S):
            while True:
                found = holds()
                if found if isinstance(found, bool) else await found:
                    return
                await asyncio.sleep(0.02)

    async def states(self, collection_id: str) -> set[str]:
        """The states in which its documents are."""
        return {one.state for one in await self.all(collection_id)}

    def count(self, table: str) -> int:
        """Rows of a table."""
        return int(self.storage.rows(f"SELECT count(*) FROM {table}")[0][0])

    def words_found(self, word: str) -> int:
        """Passages that the index of words finds."""
        return len(self.storage.rows("SELECT rowid FROM chunk_words WHERE chunk_words MATCH ?", f'"{word}"'))


@asynccontextmanager
async def knowledge_stage(folder: Path, *, embedder: WordEmbedder | None = None) -> AsyncIterator[KnowledgeStage]:
    """One on the storage in `folder`, closed at the end as a lock does it."""
    await asyncio.to_thread(folder.mkdir, parents=True, exist_ok=True)
    storage = BareStorage(folder)
    stage = KnowledgeStage(storage, embedder or WordEmbedder())
    try:
        yield stage
    finally:
        await stage.knowledge.aclose()
        await asyncio.to_thread(storage.close)
