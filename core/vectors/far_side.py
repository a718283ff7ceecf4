"""`FarSide`: where vectors are indexed outside of this process, by a child or by a server."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, Protocol

from core.vectors.vector_index import Ids, Matrix


class FarSideGone(Exception):
    """The other side died, is not there, or said no. Never leaves this room: exact answers go on."""


class FarSide(Protocol):
    """One space of vectors on the other side. Every call raises `FarSideGone`, or a `HearthError` an owner can mend."""

    name: Literal["chroma", "chroma_server"]
    replaces: bool
    """Whether `add` of an item that is there replaces its vector, and is no trouble."""
    on_gone: Callable[[], None]
    """Called when it goes by itself."""

    async def open(self) -> set[int]:
        """Be ready; the items that it has from before."""
        ...

    async def add(self, item_ids: Ids, vectors: Matrix) -> None:
        """Add at most 1,000 items."""
        ...

    async def delete(self, item_ids: Ids) -> None:
        """Forget items."""
        ...

    async def query(self, vector: Matrix, count: int) -> Ids:
        """About the nearest items, best first."""
        ...

    async def drop(self) -> None:
        """Forget all items, for good."""
        ...

    async def aclose(self) -> None:
        """Let go of it; what it keeps stays there."""
        ...
