"""The index of one space that stays the same to its users while what answers changes: exact, Chroma, or its server."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, TypeAlias

from core.errors import HearthError
from core.vectors.chroma_index import ChromaIndex
from core.vectors.chroma_process import ChromaProcess
from core.vectors.exact_index import ExactIndex
from core.vectors.vector_index import Ids, IndexState, Matrix, Near, Space

if TYPE_CHECKING:
    from core.network.doors import Doors

Engine: TypeAlias = Literal["automatic", "exact", "chroma", "chroma_server"]

# Numbers (items × dimensions) from which Chroma takes over by itself: 100,000 × 384. A question without a filter took,
# exactly and through Chroma (p50, two busy cores): 20,000 6.3 / 6.5 ms, 50,000 5.0 / 2.8, 100,000 9.9 / 2.6. Below
# 100,000 a few milliseconds do not pay for half a minute of the processor and 220 MB of its process.
CROSSOVER_NUMBERS = 38_400_000
_BACK_SHARE = 0.8  # of it: a library that shrinks a little keeps its index


class SpaceIndex:
    """A `VectorIndex`. Starts as the exact index it is given, and closes it."""

    def __init__(self, exact: ExactIndex, *, space: Space, collection: str, doors: Doors | None) -> None:
        self._exact = exact
        self._space = space
        self._collection = collection
        self._doors = doors
        self._beside: ChromaIndex | None = None
        self._engine: Engine = "automatic"
        self._server = ""
        self._choosing = asyncio.Lock()

    @property
    def state(self) -> IndexState:
        """Of what answers, or is about to."""
        return self._exact.state if self._beside is None else self._beside.state

    @property
    def answering(self) -> Literal["exact", "chroma", "chroma_server"]:
        """What would answer a question without a filter, now."""
        return self._beside.far.name if self._beside is not None and self._beside.answers else "exact"

    @property
    def trouble(self) -> HearthError | None:
        """Why a server does not answer; None when all is well."""
        return None if self._beside is None else self._beside.trouble

    @property
    def beside(self) -> ChromaIndex | None:
        """The other index, if there is one."""
        return self._beside

    def ids(self) -> list[int]:
        """All items."""
        return self._exact.ids()

    async def choose(self, engine: Engine, *, server: str = "") -> None:
        """What is to answer. The other side is filled in the background; a server that is left forgets everything."""
        async with self._choosing:
            self._engine, self._server = engine, server.rstrip("/")
            await self._follow()

    async def put(self, item_ids: Ids, vectors: Matrix) -> None:
        """Add items, or replace them."""
        beside = self._beside
        await (beside or self._exact).put(item_ids, vectors)
        if self._beside is not None and self._beside is not beside:  # it came meanwhile
            self._beside.note_put(item_ids)
        await self._follow_size()

    async def remove(self, item_ids: Ids) -> None:
        """Forget items; unknown ones are no error."""
        beside = self._beside
        await (beside or self._exact).remove(item_ids)
        if self._beside is not None and self._beside is not beside:
            self._beside.note_removed(item_ids)
        await self._follow_size()

    async def nearest(self, vector: Matrix, *, limit: int, among: Ids | None = None) -> Sequence[Near]:
        """The `limit` nearest, best first; with `among`, only of these."""
        return await (self._beside or self._exact).nearest(vector, limit=limit, among=among)

    async def aclose(self) -> None:
        """Let go of everything; a server keeps what it has."""
        async with self._choosing:
            beside, self._beside = self._beside, None
            if beside is not None:
                await beside.let_go(drop=False)
            await self._exact.aclose()

    async def _follow_size(self) -> None:
        if self._engine == "automatic" and self._wanted() != self._has():
            async with self._choosing:
                await self._follow()

    async def _follow(self) -> None:
        if self._wanted() == self._has():
            return
        old, self._beside = self._beside, self._fresh()
        if self._beside is not None:
            self._beside.start()
        if old is not None:
            await old.let_go(drop=True)

    def _wanted(self) -> tuple[str, str]:
        if self._engine != "automatic":
            return self._engine, self._server if self._engine == "chroma_server" else ""
        least = CROSSOVER_NUMBERS * (_BACK_SHARE if self._beside is not None else 1.0)
        return ("chroma" if len(self._exact) * self._exact.dimensions >= least else "exact"), ""

    def _has(self) -> tuple[str, str]:
        if self._beside is None:
            return "exact", ""
        return self._beside.far.name, getattr(self._beside.far, "address", "")

    def _fresh(self) -> ChromaIndex | None:
        engine, server = self._wanted()
        if engine == "chroma":
            return ChromaIndex(self._exact, ChromaProcess(self._exact.dimensions))
        if engine == "chroma_server":
            from core.vectors.chroma_server import ChromaServerIndex

            return ChromaServerIndex(
                self._exact, address=server, collection=self._collection, space=self._space, doors=self._doors
            )
        return None
