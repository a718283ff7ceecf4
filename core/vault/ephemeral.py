"""A database in memory with the vault's schema, for private chats: nothing of it ever reaches the disk."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from core.vault.database import Connection, open_memory_connection
from core.vault.migrations import apply
from core.vault.readers import Readers
from core.vault.writer import Writer

T = TypeVar("T")


class EphemeralDatabase:
    """Stands in for the vault's writer and readers; closing it forgets everything."""

    def __init__(self) -> None:
        connection = open_memory_connection()
        apply(connection, anchor=None)
        self.writer = Writer(connection)
        self.readers: Readers = _WriterThreadReaders(self.writer)

    def close(self) -> None:
        """Forget everything."""
        self.readers.close()
        self.writer.close()


class _WriterThreadReaders(Readers):
    """Reads on the writer's thread: a database in memory has one connection."""

    def __init__(self, writer: Writer) -> None:
        super().__init__(open_memory_connection, count=0)
        self._writer = writer

    async def run(self, job: Callable[[Connection], T]) -> T:
        return await self._writer.run(job)

    def run_blocking(self, job: Callable[[Connection], T]) -> T:
        return self._writer.run_blocking(job)
