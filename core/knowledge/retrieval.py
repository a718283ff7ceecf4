"""`Retrieval`: from a question to the passages that answer it, found by word and by meaning."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from core.knowledge.passage import Dropped, Filters, Found, Passage, PassagePlace, SearchMode

if TYPE_CHECKING:
    from core.vault.vault_shelf import Shelf
    from core.vectors.vector_index import Ids, Matrix, Near, Space
    from models.embedding.embedder import Embedder

__all__ = ["Dropped", "Filters", "Found", "Nearest", "Passage", "PassagePlace", "Retrieval", "SearchMode"]


class Nearest(Protocol):
    """What it needs of the `VectorStore`."""

    async def nearest(self, space: Space, vector: Matrix, limit: int, among: Ids | None = None) -> Sequence[Near]:
        """The nearest items, best first."""
        ...


class Retrieval:
    """Finds passages in the documents of one profile.

    `embedder` gives the one whose vectors the index holds now, None while there is none: then words alone are searched.
    `floor` is the owner's own relevance floor as a cosine, None for the measured one of the embedder.
    """

    def __init__(
        self,
        shelf: Shelf,
        *,
        vectors: Nearest | None,
        embedder: Callable[[], Awaitable[Embedder | None]],
        floor: Callable[[], float | None] = lambda: None,
    ) -> None:
        self._readers = shelf.readers
        self._vectors = vectors
        self._embedder = embedder
        self._floor = floor

    async def find(
        self,
        query: str,
        *,
        filters: Filters = Filters(),  # noqa: B008 - frozen
        limit: int = 10,
        mode: SearchMode = "hybrid",
    ) -> Found:
        """The best passages for anything that can be typed; none when nothing is near enough."""
        return Found(query, ())

    async def restored(self, places: Sequence[PassagePlace]) -> list[Passage | None]:
        """The passages at these places, None for what is no longer there."""
        return [None for _ in places]
