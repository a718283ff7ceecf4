"""SQL of folders, which may lie in each other. Called on the database's threads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.conversations.message_tree import MessageTree
from core.errors import ConversationMissing, OwnerCanAct

if TYPE_CHECKING:
    from core.vault.database import Connection


class FolderInsideItself(OwnerCanAct):
    """A folder was to be moved below itself."""

    sentence = "A folder cannot be moved into itself."
    next_step = "Choose a folder that does not lie inside it."


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder; `position` orders it among its neighbours, `conversation_count` leaves archived chats out."""

    folder_id: str
    parent_id: str | None
    name: str
    position: int
    conversation_count: int


def every(connection: Connection) -> list[Folder]:
    """All folders, in the order in which they stand beside each other."""
    rows = connection.execute(
        "SELECT folder_id, parent_id, name, position,"
        " (SELECT count(*) FROM conversation WHERE conversation.folder_id = folder.folder_id AND archived = 0)"
        " FROM folder ORDER BY position, name COLLATE NOCASE, folder_id"
    )
    return [Folder(*row) for row in rows]


def insert(
    connection: Connection, folder_id: str, name: str, *, parent_id: str | None, position: int | None, now_ms: int
) -> None:
    """A new folder; None as `position` puts it after its neighbours."""
    if parent_id is not None:
        _assert_exists(connection, parent_id)
    connection.execute(
        "INSERT INTO folder (folder_id, parent_id, name, position, created_at) VALUES (?, ?, ?,"
        " coalesce(?, (SELECT 1 + coalesce(max(position), -1) FROM folder WHERE parent_id IS ?)), ?)",
        (folder_id, parent_id, name, position, parent_id, now_ms),
    )


def rename(connection: Connection, folder_id: str, name: str) -> None:
    """Give it another name."""
    _assert_exists(connection, folder_id)
    connection.execute("UPDATE folder SET name = ? WHERE folder_id = ?", (name, folder_id))


def move(connection: Connection, folder_id: str, parent_id: str | None, *, position: int | None) -> None:
    """Into another folder (None: to the top), before the neighbour at `position` (None: after all)."""
    _assert_exists(connection, folder_id)
    if parent_id is not None:
        _assert_exists(connection, parent_id)
        shape = MessageTree(connection.execute("SELECT folder_id, parent_id FROM folder"))
        if parent_id in shape.subtree(folder_id):
            raise FolderInsideItself
    neighbours = [
        str(row[0])
        for row in connection.execute(
            "SELECT folder_id FROM folder WHERE parent_id IS ? AND folder_id <> ?"
            " ORDER BY position, name COLLATE NOCASE, folder_id",
            (parent_id, folder_id),
        )
    ]
    neighbours.insert(len(neighbours) if position is None else max(position, 0), folder_id)
    connection.execute("UPDATE folder SET parent_id = ? WHERE folder_id = ?", (parent_id, folder_id))
    connection.executemany("UPDATE folder SET position = ? WHERE folder_id = ?", enumerate(neighbours))


def delete(connection: Connection, folder_id: str) -> None:
    """Remove a folder with the folders in it; their chats stay, without a folder."""
    _assert_exists(connection, folder_id)
    connection.execute("DELETE FROM folder WHERE folder_id = ?", (folder_id,))


def exists(connection: Connection, folder_id: str) -> bool:
    """Whether there is such a folder."""
    return connection.execute("SELECT 1 FROM folder WHERE folder_id = ?", (folder_id,)).fetchone() is not None


def _assert_exists(connection: Connection, folder_id: str) -> None:
    if not exists(connection, folder_id):
        raise ConversationMissing(f"no folder {folder_id}")
