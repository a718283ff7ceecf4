"""Vectors kept in the table and compared one by one: stands in for the store where only the table matters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from core.clock import Clock
from core.vault.database import Connection
from core.vault.vault_shelf import Shelf
from core.vectors.vector_index import Ids, IndexState, Matrix, Near, Space
from models.embedding.embedder import EmbedderFacts

_ITEMS = {"chunk": ("chunk", "chunk_id"), "message": ("message", "row_id"), "memory": ("memory", "row_id")}


class KeptVectors:
    """As `VectorStore`, without an index."""

    def __init__(self, shelf: Shelf, *, clock: Clock) -> None:
        self._shelf = shelf
        self._name = ""
        self.held: dict[int, Matrix] = {}

    @staticmethod
    def rows(connection: Connection, embedder: str, space: Space, items: Sequence[tuple[int, Any]]) -> None:
        connection.executemany(
            "INSERT OR REPLACE INTO embedding (embedder, space, item_id, vector) VALUES (?, ?, ?, ?)",
            [(embedder, space, item_id, vector.astype("<f4").tobytes()) for item_id, vector in items],
        )

    async def use(self, facts: EmbedderFacts) -> None:
        def job(connection: Connection) -> list[Any]:
            connection.execute("UPDATE embedder SET in_use = 0")
            connection.execute(
                "INSERT INTO embedder VALUES (?, ?, 1, 0) ON CONFLICT (name) DO UPDATE SET in_use = 1",
                (facts.name, facts.dimensions),
            )
            query = "SELECT item_id, vector FROM embedding WHERE embedder = ? AND space = 'chunk'"
            return connection.execute(query, (facts.name,)).fetchall()

        self.held = {item: np.frombuffer(vector, dtype="<f4") for item, vector in await self._shelf.writer.run(job)}
        self._name = facts.name

    def in_use(self) -> str:
        return self._name

    async def missing(self, embedder: str, space: Space, limit: int) -> list[int]:
        table, key = _ITEMS[space]
        query = (
            f"SELECT i.{key} FROM {table} i LEFT JOIN embedding e ON e.embedder = ? AND e.space = ?"
            f" AND e.item_id = i.{key} WHERE e.item_id IS NULL ORDER BY i.{key} LIMIT ?"
        )
        rows = await self._shelf.readers.run(lambda c: c.execute(query, (embedder, space, limit)).fetchall())
        return [row[0] for row in rows]

    async def nearest(self, space: Space, vector: Matrix, limit: int, among: Ids | None = None) -> list[Near]:
        near = [Near(item, float(kept @ vector)) for item, kept in self.held.items()]
        wanted = None if among is None else set(among.tolist())
        chosen = [one for one in near if wanted is None or one.item_id in wanted]
        return sorted(chosen, key=lambda one: -one.cosine)[:limit]

    def states(self) -> list[IndexState]:
        return [IndexState("exact", len(self.held), len(self.held))]

    async def added(self, space: Space, ids: Ids, vectors: Matrix) -> None:
        self.held.update(zip(ids.tolist(), vectors, strict=True))

    async def removed(self, space: Space, ids: Ids) -> None:
        for item in ids.tolist():
            self.held.pop(item, None)

    async def aclose(self) -> None:
        self.held.clear()
