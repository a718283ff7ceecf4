"""`Reindex`: vectors that are missing are made in the background; the old ones answer until the new ones are whole."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
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
_FAILED_WAIT_S = 60.0


@dataclass(frozen=True, slots=True)
class ReindexState:
    """Which model is being filled and how far it is; an empty name: nothing is."""

    embedder: str = ""
    done: int = 0
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class _Change:
    """Another model that is to be used once it has all vectors."""

    embedder: Embedder
    then: Callable[[], Awaitable[None]]


class Reindex:
    """Fills what has no vector of a model. `texts_of` tells each space's texts; other rooms add theirs."""

    def __init__(self, shelf: Shelf, vectors: VectorStore, *, announcer: Announcer) -> None:
        self._shelf = shelf
        self._vectors = vectors
        self._announcer = announcer
        self.texts_of: dict[Space, TextsOf] = {"chunk": chunk_texts}
        self.state = ReindexState()
        self._gaps: Embedder | None = None  # the one in use, some of whose vectors are missing
        self._change: _Change | None = None
        self._turn = 0
        self._worker: asyncio.Task[None] | None = None
        self._wanted = asyncio.Event()
        self._rest = asyncio.Event()
        self._rest.set()
        self._is_closed = False

    def fill(self, embedder: Embedder, *, then: Callable[[], Awaitable[None]] | None = None) -> None:
        """Make all missing vectors of `embedder`, then call `then`, which is to put it in use.

        Without `then` it is the one in use, whose gaps come first; a change to another goes on after that. With `then`
        another change that is not through is given up. What fails is tried again after a while.
        """
        if self._is_closed:
            return
        if then is None:
            self._gaps = embedder
        else:
            self._change = _Change(embedder, then)
        self._turn += 1
        self._wanted.set()
        self._rest.clear()
        if self._worker is None or self._worker.done():
            self._worker = asyncio.create_task(self._work(), name="reindex")

    def stay(self) -> None:
        """Give up a change to another model."""
        if self._change is not None:
            self._change = None
            self._turn += 1

    async def settle(self) -> None:
        """Wait until nothing is missing, or it failed."""
        await self._rest.wait()

    async def aclose(self) -> None:
        """Stop; what was made is kept."""
        self._is_closed = True
        if self._worker is not None:
            self._worker.cancel()
            await asyncio.wait([self._worker])
        self._rest.set()

    async def _work(self) -> None:
        try:
            while self._gaps is not None or self._change is not None:
                self._wanted.clear()
                if not await self._one():
                    self._come_to_rest()
                    with suppress(TimeoutError):
                        async with asyncio.timeout(_FAILED_WAIT_S):
                            await self._wanted.wait()
                    self._rest.clear()
        except VaultLocked:
            pass  # gone on with at the next unlocking
        finally:
            self._come_to_rest()

    def _come_to_rest(self) -> None:
        self._rest.set()
        self._announcer.announce(IndexChanged())

    async def _one(self) -> bool:
        """Gaps, or a change. False when it failed."""
        turn = self._turn
        if (embedder := self._gaps) is not None:
            whole = await self._filled(embedder, turn)
            if whole and self._gaps is embedder and turn == self._turn:
                self._gaps = None
            return whole
        change = self._change
        if change is None:
            return True
        if not await self._filled(change.embedder, turn):
            return False
        if self._change is change and turn == self._turn:
            await change.then()
            self._change, self._gaps = None, change.embedder  # what came while the last of them were made
        return True

    async def _filled(self, embedder: Embedder, turn: int) -> bool:
        """Make what is missing, as long as nothing else is wanted. False when it failed."""
        try:
            await embedder.load()
            self.state = ReindexState(embedder.facts.name)
            for space in tuple(self.texts_of):
                await self._fill_space(embedder, space, turn)
        except VaultLocked:
            raise
        except (EngineError, HearthError) as trouble:
            self.state = replace(self.state, trouble=type(trouble).__name__)
            _log.warning("vectors are missing: %s", Public(type(trouble).__name__))
            return False
        self.state = ReindexState()
        return True

    async def _fill_space(self, embedder: Embedder, space: Space, turn: int) -> None:
        name = embedder.facts.name
        while turn == self._turn and (ids := await self._vectors.missing(name, space, _AT_ONCE)):
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
