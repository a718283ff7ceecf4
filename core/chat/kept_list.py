"""`KeptList`: a list of the owner's that is kept in memory after the first look, as personas and prompts are."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from core.errors import HearthError, NotEnoughSpace

if TYPE_CHECKING:
    from core.vault.database import Connection
    from core.vault.readers import Readers
    from core.vault.writer import Writer

T = TypeVar("T")
Result = TypeVar("Result")


class Seeding(Protocol):
    """Makes the built-in ones that the profile never had; `again`: also those that the owner deleted."""

    async def __call__(self, *, again: bool) -> int:
        """Returns how many were made."""
        ...


class KeptList(Generic[T]):
    """`read` gives all rows in the owner's order; `changed` is called after every write. Belongs to one event loop."""

    def __init__(
        self,
        writer: Writer,
        readers: Readers,
        *,
        read: Callable[[Connection], list[T]],
        seed: Seeding,
        changed: Callable[[], None],
    ) -> None:
        self._writer = writer
        self._readers = readers
        self._read = read
        self._seed = seed
        self._changed = changed
        self._known: list[T] | None = None
        self._version = 0
        self._reading = asyncio.Lock()

    async def all(self) -> list[T]:
        """All of them. The first call of a new profile makes the built-in ones."""
        async with self._reading:
            known = self._known
            if known is None:
                with suppress(NotEnoughSpace):  # what is there can be read all the same; the next start makes them
                    await self._seed(again=False)
                version = self._version
                known = await self._readers.run(self._read)
                self._known = known if version == self._version else None
            return known

    async def write(self, job: Callable[[Connection], Result]) -> Result:
        """Change it by `job`, in one transaction."""
        await self.all()  # the built-in ones come first, so that the order is theirs
        done = True
        try:
            return await self._writer.run(job)
        except HearthError:  # refused or not written: nothing has changed
            done = False
            raise
        finally:
            self._forget()
            if done:
                self._changed()

    async def restore(self) -> int:
        """Bring built-in ones back that were deleted. Returns how many."""
        async with self._reading:
            count = await self._seed(again=True)
            self._forget()
        self._changed()
        return count

    def _forget(self) -> None:
        """What is being read just now is old already."""
        self._known, self._version = None, self._version + 1
