"""Every vector compared with the query: no build, no waiting, recall 1. What all other indexes are held against."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from core.errors import HearthBug
from core.vectors.vector_index import Ids, IndexState, Matrix, Near

T = TypeVar("T")

_BLOCK_BYTES = 12 * 1024 * 1024
_NOBODY = -1
# Numbers compared on the loop itself; more take longer than 1 ms (19 million, 50,000 × 384: 2.3 ms) and go to a thread.
_FEW_NUMBERS = 4_000_000
_ROWS_WITHOUT_PAUSE = 2_000
_GATHER_SHARE = 0.25  # below this share of all, the wanted rows are copied out instead of comparing all


class ExactIndex:
    """A `VectorIndex` in blocks of memory that are never moved. Belongs to one loop; ids are not negative.

    Vectors are of unit length. Rows of what was removed are given to what comes next.
    """

    def __init__(self, dimensions: int) -> None:
        self.dimensions = dimensions
        self._block_rows = max(256, _BLOCK_BYTES // (4 * dimensions))
        self._blocks: list[Matrix] = []
        self._ids: Ids = np.full(0, _NOBODY, dtype=np.int64)  # by row, over all blocks
        self._used = 0  # rows that were ever given away
        self._rows: dict[int, int] = {}
        self._free: list[int] = []
        self._order: tuple[Ids, Ids] | None = None  # ids ascending, and their rows
        self._busy = asyncio.Lock()  # a search on a thread sees no row change under it

    @property
    def state(self) -> IndexState:
        """Always whole."""
        return IndexState("exact", len(self._rows), len(self._rows))

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, item_id: int) -> bool:
        return item_id in self._rows

    def ids(self) -> list[int]:
        """All items, those that came first first."""
        return list(self._rows)

    def vectors_of(self, item_ids: Ids) -> Matrix:
        """Their vectors. Raises KeyError for an item that is not here."""
        return self._gathered(np.fromiter((self._rows[item_id] for item_id in item_ids.tolist()), dtype=np.int64))

    def fill(self, item_ids: Ids, vectors: Matrix) -> None:
        """`put` without a loop, on whichever thread makes the index; before anybody else has it."""
        self._write(item_ids, _checked(vectors, len(item_ids), self.dimensions))

    async def put(self, item_ids: Ids, vectors: Matrix) -> None:
        """Add items, or replace them."""
        checked = _checked(vectors, len(item_ids), self.dimensions)
        for start in range(0, len(item_ids), _ROWS_WITHOUT_PAUSE):
            async with self._busy:
                self._write(item_ids[start : start + _ROWS_WITHOUT_PAUSE], checked[start : start + _ROWS_WITHOUT_PAUSE])
            await asyncio.sleep(0)

    async def remove(self, item_ids: Ids) -> None:
        """Forget items: their vectors are overwritten at once."""
        async with self._busy:
            for item_id in item_ids.tolist():
                row = self._rows.pop(item_id, None)
                if row is not None:
                    block, place = divmod(row, self._block_rows)
                    self._blocks[block][place] = 0.0
                    self._ids[row] = _NOBODY
                    self._free.append(row)
            self._order = None

    async def nearest(self, vector: Matrix, *, limit: int, among: Ids | None = None) -> Sequence[Near]:
        """The `limit` nearest, best first; equal ones by their ids."""
        query = _checked(vector.reshape(1, -1), 1, self.dimensions)[0]
        async with self._busy:
            if limit < 1 or not self._rows:
                return []
            wanted = None if among is None else self._rows_of(among)
            count = self._used if wanted is None else min(len(wanted), self._used)
            if count * self.dimensions <= _FEW_NUMBERS:
                return self._best(query, limit, wanted)
            return await _finished(lambda: self._best(query, limit, wanted))

    async def aclose(self) -> None:
        """Let go of all vectors."""
        async with self._busy:
            self._blocks.clear()
            self._rows.clear()
            self._free.clear()
            self._used, self._order = 0, None
            self._ids = np.full(0, _NOBODY, dtype=np.int64)

    # ---- inside -----------------------------------------------------------------------------------------------------

    def _write(self, item_ids: Ids, vectors: Matrix) -> None:
        known, free, rows = self._rows, self._free, np.empty(len(item_ids), dtype=np.int64)
        for place, item_id in enumerate(item_ids.tolist()):
            row = known.get(item_id)
            if row is None:
                row = free.pop() if free else self._next_row()
                known[item_id] = row
            rows[place] = row
        self._ids[rows] = item_ids
        self._order = None
        blocks = rows // self._block_rows
        for block in np.unique(blocks).tolist():
            chosen = blocks == block
            self._blocks[block][rows[chosen] - block * self._block_rows] = vectors[chosen]

    def _next_row(self) -> int:
        if self._used == len(self._ids):
            self._blocks.append(np.zeros((self._block_rows, self.dimensions), dtype=np.float32))
            self._ids = np.concatenate((self._ids, np.full(self._block_rows, _NOBODY, dtype=np.int64)))
        self._used += 1
        return self._used - 1

    def _rows_of(self, among: Ids) -> Ids:
        if self._order is None:
            used = self._ids[: self._used]
            order = np.argsort(used, kind="stable")
            order = order[np.searchsorted(used[order], 0) :]
            self._order = used[order], order
        ids, rows = self._order
        places = np.searchsorted(ids, among)
        places[places == len(ids)] = 0
        found = ids[places] == among
        unique: Ids = np.unique(rows[places[found]])
        return unique

    def _best(self, query: Matrix, limit: int, wanted: Ids | None) -> list[Near]:
        # Not a matrix product: BLAS shares that out among threads that wait for each other, and on a busy machine
        # 50,000 × 384 took 46 ms instead of 5 (p50, two cores, two other programs at work).
        if wanted is not None and len(wanted) < _GATHER_SHARE * self._used:
            return _top(np.vecdot(self._gathered(wanted), query), self._ids[wanted], limit)
        scores = np.empty(self._used, dtype=np.float32)
        for start in range(0, self._used, self._block_rows):
            part = scores[start : start + self._block_rows]
            np.vecdot(self._blocks[start // self._block_rows][: len(part)], query, out=part)
        if wanted is not None:
            return _top(scores[wanted], self._ids[wanted], limit)
        ids = self._ids[: self._used]
        if self._free:
            living = ids >= 0
            return _top(scores[living], ids[living], limit)
        return _top(scores, ids, limit)

    def _gathered(self, rows: Ids) -> Matrix:
        vectors = np.empty((len(rows), self.dimensions), dtype=np.float32)
        blocks = rows // self._block_rows
        for block in np.unique(blocks).tolist():
            chosen = blocks == block
            vectors[chosen] = self._blocks[block][rows[chosen] - block * self._block_rows]
        return vectors


def _top(scores: npt.NDArray[np.float32], ids: Ids, limit: int) -> list[Near]:
    if len(scores) > limit:
        chosen = np.argpartition(scores, len(scores) - limit)[-limit:]
        chosen = np.flatnonzero(scores >= scores[chosen].min())  # with all that are as near as the last one
        scores, ids = scores[chosen], ids[chosen]
    order = np.lexsort((ids, -scores))[:limit]
    return [Near(int(ids[place]), float(scores[place])) for place in order]


def _checked(vectors: Matrix, count: int, dimensions: int) -> Matrix:
    if vectors.shape != (count, dimensions):
        raise HearthBug(f"vectors of {vectors.shape} where {(count, dimensions)} belong")
    checked: Matrix = np.ascontiguousarray(vectors, dtype=np.float32)
    if not np.isfinite(checked).all():
        raise HearthBug("a vector that is no direction")
    return checked


async def _finished(work: Callable[[], T]) -> T:
    """Run `work` on a thread and see its end, also when the caller is cancelled: it reads what others may change."""
    running = asyncio.get_running_loop().run_in_executor(None, work)
    try:
        return await asyncio.shield(running)
    except asyncio.CancelledError:
        await asyncio.wait({running})
        raise
