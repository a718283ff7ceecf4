"""`MemoryVectors`: memories by meaning, in a space of their own; made in the background, found in milliseconds."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from core.conversations.stored_text import has_spaceless
from core.errors import HearthError, VaultLocked
from core.events import Change, IndexChanged
from core.knowledge.question_words import read_question
from core.logs import Public
from core.memory import memory_rows
from models.engine_errors import EngineError

if TYPE_CHECKING:
    from core.vault.database import Connection
    from core.vault.vault_shelf import Shelf
    from core.vectors.vector_index import Matrix
    from core.vectors.vector_store import VectorStore
    from models.embedding.embedder import Embedder, EmbedderFacts

_log = logging.getLogger("hearth.memory")

_AT_ONCE = 64
# Of 24 memories, each with a request that it matters for (“I am vegetarian.” – “What could I cook tonight?”) and 24
# requests about nothing remembered, with the built-in model: at 0.25 sixteen of those that matter come, half of another
# beside each, and 0.08 where none matters; at 0.20 eighteen, 1.4 and 0.8; at 0.30 thirteen, 0.3 and 0. This share of
# the way from the embedder's `far` to its `near` (0.22 and 0.35) is 0.25.
FLOOR_SHARE = 0.25
# To a model that does not know a language everything in it is near; see `relevance`.
UNKNOWN_LANGUAGE = 0.60


class Meaning(Protocol):
    """What is needed of `assistant.knowledge`: the model of vectors in use, and the vectors."""

    @property
    def vectors(self) -> VectorStore:
        """Those of the profile."""
        ...

    async def embedder(self) -> Embedder | None:
        """Ready to work; None while only words are compared."""
        ...


class MemoryVectors:
    """Belongs to the assistant's loop. Trouble with the model is logged; words are compared all the same."""

    def __init__(self, shelf: Shelf, meaning: Callable[[], Meaning]) -> None:
        self._shelf = shelf
        self._meaning = meaning
        self._floors: dict[str, float] = {}
        self._filling: asyncio.Task[None] | None = None
        self._asking: set[asyncio.Task[list[tuple[int, float]]]] = set()
        self._is_stale = False
        self._filled_of = ""  # the model whose vectors are all there
        self._is_closed = False

    async def near(self, text: str, *, limit: int) -> list[tuple[int, float]]:
        """(number, cosine) of memories that are near enough to `text`, nearest first; of any state."""
        if self._is_closed or not text.strip():
            return []
        try:
            if not self._filled_of and not await self._shelf.readers.run(memory_rows.any_there):
                return []  # no model is loaded for nothing
            embedder = await self._meaning().embedder()
            if embedder is None:
                return []
            if self._filled_of != embedder.facts.name:
                self.fill_soon()
            floor = await self._floor(embedder, text)
            vector = (await embedder.embed([text], use="query"))[0]
            found = await self._meaning().vectors.nearest("memory", vector, limit)
        except (EngineError, HearthError) as trouble:
            _log.warning("memories are compared by words only: %s", Public(type(trouble).__name__))
            return []
        return [(one.item_id, one.cosine) for one in found if one.cosine >= floor]

    async def near_within(self, text: str, *, limit: int, within_s: float) -> list[tuple[int, float]]:
        """The same; nothing where that takes longer. What is being loaded then is there for the next time."""
        asking = asyncio.create_task(self.near(text, limit=limit), name="recall")
        self._asking.add(asking)
        asking.add_done_callback(self._asking.discard)
        done, _ = await asyncio.wait([asking], timeout=within_s)
        return asking.result() if done and not asking.cancelled() else []

    def take(self, change: Change) -> None:
        """Another model of vectors came into use: its vectors are made, too."""
        if not isinstance(change, IndexChanged) or not self._filled_of or self._is_closed:
            return
        if self._meaning().vectors.in_use() != self._filled_of:
            self.fill_soon()

    def fill_soon(self) -> None:
        """Make what is missing in the background."""
        if self._is_closed:
            return
        self._is_stale = True
        if self._filling is None or self._filling.done():
            self._filling = asyncio.create_task(self._fill_all(), name="memory-vectors")

    async def fill(self) -> None:
        """The same, and wait for it."""
        self.fill_soon()
        await self.settle()

    async def settle(self) -> None:
        """Wait until nothing is missing, or it failed."""
        if self._filling is not None:
            await asyncio.wait([self._filling])

    async def forget(self, row_ids: Sequence[int]) -> None:
        """These are gone from the vault, or mean something else now."""
        import numpy as np

        try:
            await self._meaning().vectors.removed("memory", np.array(row_ids, dtype=np.int64))
        except VaultLocked:  # the index went with the lock
            return

    async def aclose(self) -> None:
        """End what runs; it goes on after the next unlocking."""
        self._is_closed = True
        running = [*self._asking, *([] if self._filling is None else [self._filling])]
        for task in running:
            task.cancel()
        if running:
            await asyncio.wait(running)

    # ---- inside --------------------------------------------------------------------------------------------------

    async def _floor(self, embedder: Embedder, text: str) -> float:
        facts = embedder.facts
        from core.knowledge.relevance import cosines_of

        if not knows_language(facts, text):
            return UNKNOWN_LANGUAGE
        if facts.name not in self._floors:
            cosines = await cosines_of(embedder)
            self._floors[facts.name] = cosines.far + FLOOR_SHARE * (cosines.near - cosines.far)
        return self._floors[facts.name]

    async def _fill_all(self) -> None:
        try:
            while self._is_stale:
                self._is_stale = False
                if await self._shelf.readers.run(memory_rows.any_there):
                    await self._fill_missing()
        except (EngineError, HearthError) as trouble:
            _log.warning("vectors of memories are missing: %s", Public(type(trouble).__name__))

    async def _fill_missing(self) -> None:
        embedder = await self._meaning().embedder()
        if embedder is None:
            return
        vectors, name = self._meaning().vectors, embedder.facts.name
        self._filled_of = name
        while ids := await vectors.missing(name, "memory", _AT_ONCE):
            texts = await self._shelf.readers.run(lambda c, ids=ids: memory_rows.texts_of(c, ids))  # type: ignore[misc]
            if not texts:
                return  # gone meanwhile; asked again they would not be missing
            made = await embedder.embed([text for _, text in texts])
            await self._keep(name, texts, made)

    async def _keep(self, name: str, texts: Sequence[tuple[int, str]], made: Matrix) -> None:
        """Only of those that still say the same: what was forgotten meanwhile must not come back as a vector."""
        import numpy as np

        vectors = self._meaning().vectors

        def job(connection: Connection) -> list[int]:
            now = dict(memory_rows.texts_of(connection, [row_id for row_id, _ in texts]))
            rows = [(row_id, row) for (row_id, text), row in zip(texts, made, strict=True) if now.get(row_id) == text]
            vectors.rows(connection, name, "memory", rows)
            return [row_id for row_id, _ in rows]

        kept = set(await self._shelf.writer.run(job))
        if name == vectors.in_use():
            places = [place for place, (row_id, _) in enumerate(texts) if row_id in kept]
            ids = np.array([texts[place][0] for place in places], dtype=np.int64)
            await vectors.added("memory", ids, made[places])


def knows_language(facts: EmbedderFacts, text: str) -> bool:
    """Whether the model understands the language of `text`, as far as that can be told."""
    if "*" in facts.languages:
        return True
    if has_spaceless(text) or not any(letter.isascii() for letter in text if letter.isalpha()):
        return False
    return read_question(text).language in ("", *facts.languages)
