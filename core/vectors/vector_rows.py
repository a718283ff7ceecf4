"""Tables `embedding`, `embedder` and `embedding_pack`: the truth about vectors, and its cache of 256 vectors a row.

Everything here runs inside a job of the vault's writer or readers. Triggers of the schema drop a pack as soon as one
of its vectors comes, changes or goes, so a pack that is there is true.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from core.errors import HearthBug
from core.vectors.exact_index import ExactIndex
from core.vectors.vector_index import Ids, Matrix, Space

if TYPE_CHECKING:
    from core.vault.database import Connection

PACK = 256
_ROWS_AT_ONCE = 512

# What each space holds, as item_id; a part may name another query for its space.
SOURCES: Mapping[Space, str] = {
    "chunk": "SELECT chunk_id AS item_id FROM chunk",
    "message": (
        "SELECT row_id AS item_id FROM message"
        " WHERE role IN ('user', 'assistant') AND state <> 'streaming' AND text <> ''"
    ),
    "memory": "SELECT row_id AS item_id FROM memory",
}


def insert_vectors(
    connection: Connection, embedder: str, space: Space, items: Sequence[tuple[int, Any]], *, now_ms: int
) -> None:
    """Keep vectors (float32, of unit length), replacing those of the same items."""
    if not items:
        return
    dimensions = len(items[0][1])
    connection.execute(
        "INSERT INTO embedder (name, dimensions, in_use, created_at) VALUES (?, ?, 0, ?) ON CONFLICT DO NOTHING",
        (embedder, dimensions, now_ms),
    )
    rows = []
    for item_id, vector in items:
        row = np.ascontiguousarray(vector, dtype="<f4")
        if row.shape != (dimensions,) or not np.isfinite(row).all():
            raise HearthBug(f"a vector of {row.shape} that is no direction of {dimensions} dimensions")
        rows.append((embedder, space, int(item_id), row.tobytes()))
    connection.executemany(
        "INSERT INTO embedding (embedder, space, item_id, vector) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (embedder, space, item_id) DO UPDATE SET vector = excluded.vector",
        rows,
    )


def in_use(connection: Connection) -> tuple[str, int] | None:
    """Name and dimensions of the embedder whose vectors answer."""
    row = connection.execute("SELECT name, dimensions FROM embedder WHERE in_use = 1").fetchone()
    return None if row is None else (str(row[0]), int(row[1]))


def put_in_use(connection: Connection, name: str, dimensions: int, *, now_ms: int) -> None:
    """From now on its vectors answer."""
    known = connection.execute("SELECT dimensions FROM embedder WHERE name = ?", (name,)).fetchone()
    if known is not None and known[0] != dimensions:
        raise HearthBug(f"an embedder of {known[0]} dimensions says that it has {dimensions}")
    connection.execute("UPDATE embedder SET in_use = 0 WHERE in_use <> 0")
    connection.execute(
        "INSERT INTO embedder (name, dimensions, in_use, created_at) VALUES (?, ?, 1, ?)"
        " ON CONFLICT (name) DO UPDATE SET in_use = 1",
        (name, dimensions, now_ms),
    )


def drop_others(connection: Connection, most_rows: int) -> bool:
    """Forget at most `most_rows` vectors of embedders that are not in use; whether there may be more."""
    gone = connection.execute(
        "DELETE FROM embedding WHERE rowid IN (SELECT e.rowid FROM embedder m"
        " JOIN embedding e ON e.embedder = m.name WHERE m.in_use = 0 LIMIT ?)",
        (most_rows,),
    ).rowcount
    if gone:
        return True
    connection.execute("DELETE FROM embedder WHERE in_use = 0")
    return False


def drop_all(connection: Connection, space: Space) -> None:
    """Forget all vectors of a space, of every embedder."""
    connection.execute("DELETE FROM embedding WHERE space = ?", (space,))


def missing_items(connection: Connection, embedder: str, space: Space, source: str, limit: int) -> list[int]:
    """Items of the space that have no vector of this embedder, oldest first."""
    rows = connection.execute(
        f"SELECT item_id FROM ({source}) AS item WHERE NOT EXISTS (SELECT 1 FROM embedding"
        " WHERE embedder = ? AND space = ? AND embedding.item_id = item.item_id) ORDER BY item_id LIMIT ?",
        (embedder, space, limit),
    )
    return [int(row[0]) for row in rows]


def count_items(connection: Connection, embedder: str, space: Space) -> int:
    """How many vectors there are."""
    row = connection.execute(
        "SELECT count(*) FROM embedding WHERE embedder = ? AND space = ?", (embedder, space)
    ).fetchone()
    return int(row[0])


def without_row(connection: Connection, embedder: str, space: Space, item_ids: Sequence[int]) -> list[int]:
    """Those of these items of which no vector is kept."""
    rows = connection.execute("SELECT item_id FROM embedding WHERE embedder = ? AND space = ?", (embedder, space))
    kept = {row[0] for row in rows}
    return [item_id for item_id in item_ids if item_id not in kept]


def read_index(connection: Connection, embedder: str, space: Space, dimensions: int) -> ExactIndex:
    """All vectors: packs where there are some, single rows for the rest."""
    index = ExactIndex(dimensions)
    for ids, vectors in _packs(connection, embedder, space, dimensions):
        index.fill(ids, vectors)
    for ids, vectors in _unpacked(connection, embedder, space, dimensions):
        index.fill(ids, vectors)
    return index


def unpacked(connection: Connection, embedder: str, space: Space) -> list[int]:
    """Numbers of the packs that could be made."""
    rows = connection.execute(
        f"SELECT DISTINCT item_id / {PACK} FROM embedding WHERE embedder = ? AND space = ?"
        f" AND item_id / {PACK} NOT IN (SELECT pack FROM embedding_pack WHERE embedder = ? AND space = ?)",
        (embedder, space, embedder, space),
    )
    return [int(row[0]) for row in rows]


def make_pack(connection: Connection, embedder: str, space: Space, pack: int) -> None:
    """Write one pack from its rows."""
    rows = connection.execute(
        "SELECT item_id, vector FROM embedding WHERE embedder = ? AND space = ? AND item_id BETWEEN ? AND ?"
        " ORDER BY item_id",
        (embedder, space, pack * PACK, pack * PACK + PACK - 1),
    ).fetchall()
    if rows:
        ids = np.array([row[0] for row in rows], dtype="<i8").tobytes()
        connection.execute(
            "INSERT OR REPLACE INTO embedding_pack (embedder, space, pack, item_ids, vectors) VALUES (?, ?, ?, ?, ?)",
            (embedder, space, pack, ids, b"".join(row[1] for row in rows)),
        )


def _packs(connection: Connection, embedder: str, space: Space, dimensions: int) -> Iterator[tuple[Ids, Matrix]]:
    rows = connection.execute(
        "SELECT item_ids, vectors FROM embedding_pack WHERE embedder = ? AND space = ? ORDER BY pack",
        (embedder, space),
    )
    for ids, vectors in rows:
        yield np.frombuffer(ids, dtype="<i8"), np.frombuffer(vectors, dtype="<f4").reshape(-1, dimensions)


def _unpacked(connection: Connection, embedder: str, space: Space, dimensions: int) -> Iterator[tuple[Ids, Matrix]]:
    cursor = connection.execute(
        "SELECT item_id, vector FROM embedding WHERE embedder = ? AND space = ?"
        f" AND item_id / {PACK} NOT IN (SELECT pack FROM embedding_pack WHERE embedder = ? AND space = ?)",
        (embedder, space, embedder, space),
    )
    while rows := cursor.fetchmany(_ROWS_AT_ONCE):
        ids = np.array([row[0] for row in rows], dtype=np.int64)
        vectors = np.frombuffer(b"".join(row[1] for row in rows), dtype="<f4").reshape(-1, dimensions)
        yield ids, vectors
