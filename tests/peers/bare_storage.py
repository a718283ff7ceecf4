"""A profile's storage without its keys: real database, writer, readers and attachments under fixed keys."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from core.vault.anchor import Anchor
from core.vault.ballast import Ballast
from core.vault.blobs import VaultBlobs
from core.vault.database import Connection, open_connection
from core.vault.migrations import apply
from core.vault.readers import Readers
from core.vault.writer import Writer

DATABASE_KEY, BLOB_KEY = b"d" * 32, b"b" * 32
ANCHOR = Anchor(b"a" * 32)


class BareStorage:
    """Opens, or makes, the storage in `folder`."""

    def __init__(
        self, folder: Path, *, ballast_bytes: int | None = None, on_full: Callable[[bool], None] | None = None
    ) -> None:
        self.database = folder / "hearth.db"
        self.ballast: Ballast | None = None
        connection = open_connection(self.database, DATABASE_KEY, create=not self.database.exists())
        apply(connection, anchor=ANCHOR)
        if ballast_bytes is not None:
            self.ballast = Ballast(folder / "ballast", size_bytes=ballast_bytes)
            self.ballast.fill()
        self.writer = Writer(connection, anchor=ANCHOR, ballast=self.ballast, on_full=on_full)
        self.readers = Readers(lambda: open_connection(self.database, DATABASE_KEY))
        self.blobs = VaultBlobs(folder / "blobs", BLOB_KEY, writer=self.writer, readers=self.readers)

    def rows(self, statement: str, *values: object) -> list[Any]:
        """What the database says, read on a reader's thread."""
        return self.readers.run_blocking(lambda connection: connection.execute(statement, values).fetchall())

    def close(self) -> None:
        """As the vault does it."""
        self.readers.close()
        self.writer.close()


def insert_conversation(connection: Connection, name: str = "c") -> None:
    """A conversation that messages can belong to."""
    connection.execute(
        "INSERT OR IGNORE INTO conversation (conversation_id, title, title_by, created_at, updated_at)"
        " VALUES (?, ?, 'owner', 1, 1)",
        (name, f"title of {name}"),
    )


def insert_message(connection: Connection, message_id: str, text: str, *, conversation: str = "c") -> None:
    """A finished message, with everything that the schema's triggers do for it."""
    connection.execute(
        "INSERT INTO message (message_id, conversation_id, role, text, state, created_at, updated_at)"
        " VALUES (?, ?, 'user', ?, 'complete', 1, 1)",
        (message_id, conversation, text),
    )
