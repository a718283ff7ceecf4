"""`VectorStore`: the vectors of one profile. The vault holds the truth; indexes are made of it and thrown away."""

from __future__ import annotations

import asyncio
import hashlib
import logging
import time
from collections.abc import Callable, Coroutine, Sequence
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import numpy as np

from core.errors import HearthBug, HearthError, VaultLocked
from core.logs import Public
from core.vectors import vector_rows
from core.vectors.space_index import Engine, SpaceIndex
from core.vectors.vector_index import Ids, IndexState, Matrix, Near, Space, VectorIndex
from core.vectors.vector_trouble import VectorsLeaveVault

if TYPE_CHECKING:
    from core.clock import Clock
    from core.network.doors import Doors
    from core.vault.database import Connection
    from core.vault.vault_shelf import Shelf
    from models.embedding.embedder import EmbedderFacts

_log = logging.getLogger("hearth.vectors")

SPACES: tuple[Space, ...] = ("chunk", "message", "memory")
_REST_S = 20.0  # after the last change, before packs are written
_DROPPED_AT_ONCE = 500


class VectorStore:
    """Belongs to one loop. Nothing is read before it is asked for; `aclose` forgets all indexes."""

    def __init__(
        self,
        shelf: Shelf,
        *,
        clock: Clock,
        profile_id: str = "",
        doors: Doors | None = None,
        rest_s: float = _REST_S,
    ) -> None:
        """A Chroma server off this machine is reached through `doors`, and tells profiles apart by `profile_id`."""
        self._profile_id = profile_id or uuid4().hex
        self._shelf = shelf
        self._clock = clock
        self._doors = doors
        self._rest_s = rest_s
        self._embedder: tuple[str, int] | None = None
        self._is_started = False
        self._engine: Engine = "automatic"
        self._server = ""
        self._sources = dict(vector_rows.SOURCES)
        self._indexes: dict[Space, SpaceIndex] = {}
        self._making = {space: asyncio.Lock() for space in SPACES}
        self._meanwhile: dict[Space, list[tuple[Ids, Matrix | None]]] = {}
        self._resting: asyncio.TimerHandle | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._is_closed = False

    # ---- the truth --------------------------------------------------------------------------------------------------

    @staticmethod
    def rows(connection: Connection, embedder: str, space: Space, items: Sequence[tuple[int, Any]]) -> None:
        """Keep vectors inside another's write transaction; tell `added` after it."""
        vector_rows.insert_vectors(connection, embedder, space, items, now_ms=time.time_ns() // 1_000_000)

    def source(self, space: Space, query: str) -> None:
        """What belongs into a space: a query whose column is `item_id`. There is one for each already."""
        self._sources[space] = query

    async def missing(self, embedder: str, space: Space, limit: int) -> list[int]:
        """Items without a vector of this embedder, oldest first."""
        source = self._sources[space]
        return await self._shelf.readers.run(lambda c: vector_rows.missing_items(c, embedder, space, source, limit))

    async def start(self) -> None:
        """Learn which embedder is in use. Every other call that needs to know does it by itself."""
        if not self._is_started:
            found = await self._shelf.readers.run(vector_rows.in_use)
            if not self._is_started:
                self._embedder, self._is_started = found, True

    async def use(self, facts: EmbedderFacts) -> None:
        """Answer with the vectors of this embedder from now on; those of others are forgotten in the background."""
        await self.start()
        wanted, now_ms = (facts.name, facts.dimensions), self._now_ms()
        if self._embedder != wanted:
            await self._shelf.writer.run(lambda c: vector_rows.put_in_use(c, *wanted, now_ms=now_ms))
            self._embedder = wanted
            await self._forget_indexes(drop=True)
        self._in_background(self._drop_others)

    def in_use(self) -> str:
        """The embedder whose vectors answer; "" while none does, and before `start`."""
        return "" if self._embedder is None else self._embedder[0]

    # ---- indexes ----------------------------------------------------------------------------------------------------

    async def choose(self, engine: Engine, *, server: str = "", agreed: bool = False) -> None:
        """Which index answers. `agreed`: the owner knows that a Chroma server keeps vectors outside of the vault.

        Raises VectorsLeaveVault, and for a server that cannot be used DoorClosed, ChromaServerAway, ChromaServerUnfit;
        then nothing was changed.
        """
        if engine == "chroma_server":
            await self._try_server(server, agreed=agreed)
        if (engine, server) == (self._engine, self._server):
            return
        self._engine, self._server = engine, server
        for index in self._indexes.values():
            await index.choose(engine, server=server)

    @property
    def leaves_vault(self) -> bool:
        """Whether vectors go to a server, out of the vault's protection: to be shown as long as it is so."""
        return self._engine == "chroma_server"

    @property
    def trouble(self) -> HearthError | None:
        """Why a chosen server does not answer, in the owner's words; None when all is well."""
        return next((index.trouble for index in self._indexes.values() if index.trouble is not None), None)

    def states(self, spaces: Sequence[Space] = SPACES) -> list[IndexState]:
        """Of each index that is there, chunks first."""
        return [self._indexes[space].state for space in spaces if space in self._indexes]

    async def index(self, space: Space) -> VectorIndex:
        """The index of a space, read from the vault at the first call (50,000 × 384 from packs: 0.2 s).

        Raises HearthBug when no embedder is in use.
        """
        if (index := self._indexes.get(space)) is not None:
            return index
        await self.start()
        async with self._making[space]:
            while (index := self._indexes.get(space)) is None:
                index = await self._made(space)
            return index

    async def nearest(self, space: Space, vector: Matrix, limit: int, among: Ids | None = None) -> Sequence[Near]:
        """The nearest items, best first; none while no embedder is in use."""
        await self.start()
        if self._embedder is None:
            return []
        return await (await self.index(space)).nearest(vector, limit=limit, among=among)

    async def added(self, space: Space, ids: Ids, vectors: Matrix) -> None:
        """These were committed, with vectors of the embedder in use: they are found from now on."""
        if len(ids):
            await self._changed(space, ids, vectors)

    async def removed(self, space: Space, ids: Ids) -> None:
        """These are gone from the vault: they are forgotten here, too."""
        if len(ids):
            await self._changed(space, ids, None)

    async def forget_gone(self) -> None:
        """Forget what the vault has no vector of any more: after deletions that went from table to table, as of a chat
        with its attachments. 50,000 are compared in 30 ms, on a reader's thread.
        """
        if self._embedder is None:
            return
        name = self._embedder[0]
        for space, index in tuple(self._indexes.items()):
            had = index.ids()  # before the table is read: what comes after that is there
            gone = await self._shelf.readers.run(lambda c, s=space, i=had: vector_rows.without_row(c, name, s, i))  # type: ignore[misc]
            await self.removed(space, np.array(gone, dtype=np.int64))

    async def forget_index(self, space: Space) -> None:
        """Much is gone from the vault: the index of this space is read again when it is asked next."""
        if (index := self._indexes.pop(space, None)) is not None:
            await index.choose("exact")  # a server forgets what it was given
            await index.aclose()

    async def pack(self) -> None:
        """Write the cache for all that changed; happens by itself when nothing has changed for a while."""
        await self.start()
        if self._embedder is None:
            return
        name = self._embedder[0]
        for space in SPACES:
            for number in await self._shelf.readers.run(lambda c, s=space: vector_rows.unpacked(c, name, s)):  # type: ignore[misc]
                await self._shelf.writer.run(
                    lambda c, s=space, n=number: vector_rows.make_pack(c, name, s, n)  # type: ignore[misc]
                )

    async def aclose(self) -> None:
        """Forget all indexes and end their processes; may be called twice."""
        self._is_closed = True
        if self._resting is not None:
            self._resting.cancel()
        for task in tuple(self._tasks):
            task.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks)
        await self._forget_indexes(drop=False)

    # ---- inside -----------------------------------------------------------------------------------------------------

    async def _made(self, space: Space) -> SpaceIndex | None:
        """None when another embedder came into use meanwhile."""
        embedder = self._embedder
        if embedder is None:
            raise HearthBug("no embedder is in use")
        name, dimensions = embedder
        meanwhile = self._meanwhile[space] = []
        try:
            exact = await self._shelf.readers.run(lambda c: vector_rows.read_index(c, name, space, dimensions))
            if self._embedder != embedder:
                return None
            index = SpaceIndex(exact, space=space, collection=self._collection(name, space), doors=self._doors)
            while meanwhile:
                await _apply(index, *meanwhile.pop(0))
            await index.choose(self._engine, server=self._server)
            while meanwhile:
                await _apply(index, *meanwhile.pop(0))
            self._indexes[space] = index
        finally:
            del self._meanwhile[space]
        self._pack_later()
        return index

    async def _changed(self, space: Space, ids: Ids, vectors: Matrix | None) -> None:
        if (index := self._indexes.get(space)) is not None:
            await _apply(index, ids, vectors)
        elif (meanwhile := self._meanwhile.get(space)) is not None:
            meanwhile.append((ids, vectors))
        self._pack_later()

    async def _try_server(self, server: str, *, agreed: bool) -> None:
        from core.vectors.chroma_server import ChromaServer

        if not agreed:
            raise VectorsLeaveVault(address=server)
        trial = ChromaServer(server, "hearth-trial", doors=self._doors)
        try:
            await trial.open()
            await trial.drop()
        finally:
            await trial.aclose()

    async def _forget_indexes(self, *, drop: bool) -> None:
        indexes, self._indexes = self._indexes, {}
        for index in indexes.values():
            if drop:
                await index.choose("exact")  # a server forgets the old model's vectors
            await index.aclose()

    async def _drop_others(self) -> None:
        while await self._shelf.writer.run(lambda c: vector_rows.drop_others(c, _DROPPED_AT_ONCE)):  # noqa: ASYNC110
            await asyncio.sleep(0)

    def _pack_later(self) -> None:
        if self._resting is not None:
            self._resting.cancel()
        if not self._is_closed:
            self._resting = asyncio.get_running_loop().call_later(self._rest_s, self._in_background, self.pack)

    def _in_background(self, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        if not self._is_closed:
            task = asyncio.create_task(_quietly(work), name="vector-chores")
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    def _collection(self, embedder: str, space: Space) -> str:
        """A name on a server that tells nothing but that it is ours."""
        of_whom = hashlib.sha256(f"{self._profile_id}\0{embedder}".encode()).hexdigest()[:32]
        return f"hearth-{of_whom}-{space}"

    def _now_ms(self) -> int:
        return int(self._clock.now().timestamp() * 1000)


async def _apply(index: SpaceIndex, ids: Ids, vectors: Matrix | None) -> None:
    if vectors is None:
        await index.remove(ids)
    else:
        await index.put(ids, vectors)


async def _quietly(work: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Chores that wait for the next time when the vault is locked meanwhile, or its disk is full."""
    try:
        await work()
    except VaultLocked:
        return
    except HearthError as fault:
        _log.warning("left for later: %s", Public(type(fault).__name__))
