"""A conversation store with its database, over real SQLCipher files or over memory."""

from __future__ import annotations

from pathlib import Path

from core.clock import ManualClock
from core.conversations.conversation_store import ConversationStore
from core.events import Announcer, Change
from core.vault.blobs import BlobStore, MemoryBlobs, VaultBlobs
from core.vault.database import open_connection
from core.vault.ephemeral import EphemeralDatabase
from core.vault.migrations import apply
from core.vault.readers import Readers
from core.vault.writer import Writer

KEY = b"k" * 32


class Room:
    """A store with everything that a test wants to look at."""

    def __init__(
        self, store: ConversationStore, writer: Writer, readers: Readers, blobs: BlobStore, folder: Path | None
    ) -> None:
        self.store = store
        self.writer = writer
        self.readers = readers
        self.blobs = blobs
        self.folder = folder
        self.changes: list[Change] = []


def vault_room(folder: Path, clock: ManualClock) -> tuple[Room, Announcer]:
    """A store over real SQLCipher files below `folder`."""
    connection = open_connection(folder / "hearth.db", KEY, create=True)
    apply(connection, anchor=None)
    writer = Writer(connection)
    readers = Readers(lambda: open_connection(folder / "hearth.db", KEY, readonly=True))
    (folder / "blobs").mkdir()
    blobs = VaultBlobs(folder / "blobs", KEY, writer=writer, readers=readers, clock=clock)
    announcer = Announcer()
    store = ConversationStore(writer, readers, blobs, clock=clock, announcer=announcer)
    return Room(store, writer, readers, blobs, folder), announcer


def memory_room(clock: ManualClock) -> tuple[Room, Announcer, EphemeralDatabase]:
    """A store for private chats."""
    database = EphemeralDatabase()
    announcer = Announcer()
    blobs = MemoryBlobs(database.writer, clock=clock)
    store = ConversationStore(database.writer, database.readers, blobs, clock=clock, announcer=announcer, private=True)
    return Room(store, database.writer, database.readers, blobs, None), announcer, database
