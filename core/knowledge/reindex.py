"""`Reindex`: vectors that are missing are made in the background; the old ones answer until the new ones are whole."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from core.errors import HearthError, NotEnoughSpace, VaultLocked
from core.events import IndexChanged
from core.knowledge.chunking import embedded_text
from core.logs import Public
from models.engine_errors import EngineError

if TYPE_CHECKING:
    from core.events import Announcer
    from core.vault.database import Connection
    from core.vault.vault_shelf import Shelf
    from core.vectors.vector_index import Matrix, Space
    from core.vectors.vector_store import VectorStore
    from models.embedding.embedder import Embedder

_log = logging.getLogger("hearth.knowledge")

TextsOf: TypeAlias = "Callable[[Connection, Sequence[int]], list[tuple[int, str]]]"
"""The texts of these items, each with its id; those that are gone are left out."""

_AT_ONCE = 256
_TRY_AGAIN_S = 5.0


@dataclass(frozen=True, slots=True)
class ReindexState:
    """Which model is being filled and how far it is; an empty name: nothing is."""

    embedder: str = ""
    done: int = 0
    trouble: str = ""


class Reindex:
    """Fills what has no vector of a model. `texts_of` tells each space's texts; other rooms add theirs."""

    def __init__(self, shelf: Shelf, vectors: VectorStore, *, announcer: Announcer) -> None:
        self._shelf = shelf
        self._vectors = vectors
        self._announcer = announcer
        self.texts_of: dict[Space, TextsOf] = {"chunk": chunk_texts}
        self.state = ReindexState()
        self._filling: asyncio.Task[None] | None = None
        self._is_closed = False

    def fill(self, embedder: Embedder, *, then: Callable[[], Awaitable[None]] | None = None) -> None:
        """Make all missing vectors of `embedder`, then call `then`. Another filling that goes on is ended."""
        if self._is_closed:
            return
        if self._filling is not None:
            self._filling.cancel()
        self._filling = asyncio.create_task(self._fill(embedder, then), name="reindex")

    async def settle(self) -> None:
        """Wait until nothing is missing, or it failed."""
        while self._filling is not None and not self._filling.done():
            await asyncio.wait([self._filling])

    async def aclose(self) -> None:
        """Stop; what was made is kept."""
        self._is_closed = True
        if self._filling is not None:
            self._filling.cancel()
            await asyncio.wait([self._filling])

    async def _fill(self, embedder: Embedder, then: Callable[[], Awaitable[None]] | None) -> None:
        try:
            await embedder.load()
            self.state = ReindexState(embedder.facts.name)
            for space in tuple(self.texts_of):
                await self._fill_space(embedder, space)
            self.state = ReindexState()
            if then is not None:
                await then()
        except VaultLocked:
            return
        except (EngineError, HearthError) as trouble:
            self.state = replace(self.state, trouble=type(trouble).__name__)
            _log.warning("vectors are missing: %s", Public(type(trouble).__name__))
        self._announcer.announce(IndexChanged())

    async def _fill_space(self, embedder: Embedder, space: Space) -> None:
        name = embedder.facts.name
        while ids := await self._vectors.missing(name, space, _AT_ONCE):
            found = await self._texts(space, ids)
            if not found:
                return  # gone meanwhile; asked again they would not be missing
            made = await embedder.embed([text for _, text in found])
            await self._keep(name, space, [item_id for item_id, _ in found], made)
            self.state = replace(self.state, done=self.state.done + len(found))
            self._announcer.announce(IndexChanged())

    async def _texts(self, space: Space, ids: Sequence[int]) -> list[tuple[int, str]]:
        return await self._shelf.readers.run(lambda c: self.texts_of[space](c, ids))

    async def _keep(self, name: str, space: Space, ids: Sequence[int], made: Matrix) -> None:
        def job(connection: Connection) -> list[int]:
            living = {item_id for item_id, _ in self.texts_of[space](connection, ids)}
            rows = [(item_id, row) for item_id, row in zip(ids, made, strict=True) if item_id in living]
            self._vectors.rows(connection, name, space, rows)
            return [item_id for item_id, _ in rows]

        while True:
            try:
                kept = await self._shelf.writer.run(job)
                break
            except NotEnoughSpace:
                await asyncio.sleep(_TRY_AGAIN_S)
        if name == self._vectors.in_use():
            among = set(kept)
            chosen = [number for number, item_id in enumerate(ids) if item_id in among]
            await self._vectors.added(space, np.array(kept, dtype=np.int64), made[chosen])


def chunk_texts(connection: Connection, ids: Sequence[int]) -> list[tuple[int, str]]:
    """What the embedder gets of these passages."""
    marks = ",".join("?" * len(ids))
    rows = connection.execute(f"SELECT chunk_id, heading, text FROM chunk WHERE chunk_id IN ({marks})", tuple(ids))
    return [(chunk_id, embedded_text(heading, text)) for chunk_id, heading, text in rows]
