"""`VectorIndex`: the nearest vectors to one, among the chunks, messages or memories of one profile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, TypeAlias

import numpy as np
import numpy.typing as npt

Space: TypeAlias = Literal["chunk", "message", "memory"]
Ids: TypeAlias = npt.NDArray[np.int64]
Matrix: TypeAlias = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Near:
    """One item and its cosine to the query: 1.0 is the same direction, 0.0 nothing in common."""

    item_id: int
    cosine: float


@dataclass(frozen=True, slots=True)
class IndexState:
    """How far an index is: it answers for `ready` of `total` items. `engine` is what a person knows it by."""

    engine: Literal["exact", "chroma", "chroma_server"]
    ready: int
    total: int

    @property
    def is_whole(self) -> bool:
        """Whether it knows all there is."""
        return self.ready >= self.total


class VectorIndex(Protocol):
    """One space of vectors of one embedder. Never the truth: it can be filled again from the vault at any time."""

    @property
    def state(self) -> IndexState:
        """What it can answer for now."""
        ...

    async def put(self, item_ids: Ids, vectors: Matrix) -> None:
        """Add items, or replace them."""
        ...

    async def remove(self, item_ids: Ids) -> None:
        """Forget items; unknown ones are no error."""
        ...

    async def nearest(self, vector: Matrix, *, limit: int, among: Ids | None = None) -> Sequence[Near]:
        """The `limit` nearest, best first; with `among`, only of these."""
        ...

    async def aclose(self) -> None:
        """Let go of everything."""
        ...
