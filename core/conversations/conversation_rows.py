"""SQL of conversations and their tags. Called on the database's threads; see `conversation_store` for the door."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from core.conversations.message_rows import milliseconds, moment
from core.errors import ConversationMissing

if TYPE_CHECKING:
    from core.vault.database import Connection

TitleBy: TypeAlias = Literal["nobody", "model", "owner"]
ConversationKind: TypeAlias = Literal["chat", "notes"]

EVERY_COLLECTION = "*"
"""Among the sources of a chat: all collections that the owner made, also later ones."""

_SELECT = (
    "SELECT conversation_id, title, title_by, folder_id, pinned, archived, model, instructions, active_leaf_id,"
    " created_at, updated_at, expires_at, origin, persona_id, kind, sources,"
    " (SELECT count(*) FROM message WHERE message.conversation_id = conversation.conversation_id) FROM conversation"
)


@dataclass(frozen=True, slots=True)
class Conversation:
    """One chat, without its messages. `title_by` tells who named it; `origin` the program it was imported from.

    `persona_id` is who answers in it, empty for nobody in particular; it may name a persona that is deleted by now.
    `kind` “notes” is a chat that no model answers. `sources` are ids of the collections of documents that it asks, None
    where the owner has not said; `EVERY_COLLECTION` stands for all of them.
    """

    conversation_id: str
    title: str
    title_by: TitleBy
    folder_id: str | None
    pinned: bool
    archived: bool
    tags: tuple[str, ...]
    model: str
    instructions: str
    active_leaf_id: str | None
    created_at: datetime
    updated_at: datetime
    expires_at: datetime | None
    origin: str
    private: bool
    message_count: int
    persona_id: str = ""
    kind: ConversationKind = "chat"
    sources: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Shelf:
    """Which conversations are listed: all where a field is None."""

    folder_id: str | None = None
    tag: str | None = None
    archived: bool | None = False


def one(connection: Connection, conversation_id: str, *, private: bool) -> Conversation:
    """One conversation; ConversationMissing when it is gone."""
    row = connection.execute(f"{_SELECT} WHERE conversation_id = ?", (conversation_id,)).fetchone()
    if row is None:
        raise ConversationMissing(conversation_id)
    return _conversation(row, _tags(connection, [conversation_id]), private=private)


def listed(connection: Connection, shelf: Shelf, *, limit: int, offset: int, private: bool) -> list[Conversation]:
    """Pinned first, then the newest."""
    where = ["1"]
    values: list[Any] = []
    if shelf.archived is not None:
        where.append("archived = ?")
        values.append(int(shelf.archived))
    if shelf.folder_id is not None:
        where.append("folder_id = ?")
        values.append(shelf.folder_id)
    if shelf.tag is not None:
        where.append("conversation_id IN (SELECT conversation_id FROM conversation_tag WHERE tag = ?)")
        values.append(shelf.tag)
    rows = connection.execute(
        f"{_SELECT} WHERE {' AND '.join(where)} ORDER BY pinned DESC, updated_at DESC, row_id DESC LIMIT ? OFFSET ?",
        (*values, limit, offset),
    ).fetchall()
    tags = _tags(connection, [row[0] for row in rows])
    return [_conversation(row, tags, private=private) for row in rows]


def all_ids(connection: Connection) -> list[str]:
    """Every conversation, archived ones too, oldest first."""
    return [str(row[0]) for row in connection.execute("SELECT conversation_id FROM conversation ORDER BY row_id")]


def insert(connection: Connection, conversation: Conversation) -> None:
    """Write a new conversation with its tags; its messages come after."""
    connection.execute(
        "INSERT INTO conversation (conversation_id, folder_id, title, title_by, pinned, archived, model, instructions,"
        " active_leaf_id, created_at, updated_at, expires_at, origin, persona_id, kind, sources)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            conversation.conversation_id,
            conversation.folder_id,
            conversation.title,
            conversation.title_by,
            int(conversation.pinned),
            int(conversation.archived),
            conversation.model,
            conversation.instructions,
            conversation.active_leaf_id,
            milliseconds(conversation.created_at),
            milliseconds(conversation.updated_at),
            None if conversation.expires_at is None else milliseconds(conversation.expires_at),
            conversation.origin,
            conversation.persona_id,
            conversation.kind,
            None if conversation.sources is None else json.dumps(conversation.sources),
        ),
    )
    set_tags(connection, conversation.conversation_id, conversation.tags)


def change(connection: Connection, conversation_id: str, **values: str | int | None) -> None:
    """Set columns, named by our own code; ConversationMissing when it is gone."""
    settings = ", ".join(f"{column} = ?" for column in values)
    changed = connection.execute(
        f"UPDATE conversation SET {settings} WHERE conversation_id = ?", (*values.values(), conversation_id)
    )
    if changed.rowcount != 1:
        raise ConversationMissing(conversation_id)


def rename(connection: Connection, conversation_id: str, title: str, *, by: TitleBy) -> bool:
    """Whether the title was taken: a model's never replaces an owner's."""
    row = connection.execute("SELECT title_by FROM conversation WHERE conversation_id = ?", (conversation_id,))
    found = row.fetchone()
    if found is None:
        raise ConversationMissing(conversation_id)
    if by != "owner" and found[0] == "owner":
        return False
    change(connection, conversation_id, title=title, title_by=by)
    return True


def set_tags(connection: Connection, conversation_id: str, tags: Sequence[str]) -> None:
    """These tags and no others."""
    connection.execute("DELETE FROM conversation_tag WHERE conversation_id = ?", (conversation_id,))
    connection.executemany(
        "INSERT INTO conversation_tag (conversation_id, tag) VALUES (?, ?)", ((conversation_id, tag) for tag in tags)
    )


def tag_counts(connection: Connection) -> list[tuple[str, int]]:
    """All tags with the number of conversations, by name."""
    rows = connection.execute("SELECT tag, count(*) FROM conversation_tag GROUP BY tag ORDER BY tag COLLATE NOCASE")
    return [(str(tag), int(count)) for tag, count in rows]


def delete(connection: Connection, conversation_id: str) -> None:
    """Remove it with all messages; ConversationMissing when it is gone. Blobs stay."""
    gone = connection.execute("DELETE FROM conversation WHERE conversation_id = ?", (conversation_id,))
    if gone.rowcount != 1:
        raise ConversationMissing(conversation_id)


def expired(connection: Connection, *, now_ms: int, unused_since_ms: int | None) -> list[str]:
    """Conversations past their own expiry, and those without one that were last used before `unused_since_ms`.

    Pinned conversations go by their own expiry only.
    """
    rows = connection.execute(
        "SELECT conversation_id FROM conversation WHERE expires_at <= ?"
        " UNION SELECT conversation_id FROM conversation WHERE expires_at IS NULL AND pinned = 0 AND updated_at < ?",
        (now_ms, unused_since_ms),
    )
    return [str(row[0]) for row in rows]


def is_expired(connection: Connection, conversation_id: str, *, now_ms: int, unused_since_ms: int | None) -> bool:
    """Whether this conversation is there and is one of `expired`."""
    query = (
        "SELECT 1 FROM conversation WHERE conversation_id = ?"
        " AND (expires_at <= ? OR (expires_at IS NULL AND pinned = 0 AND updated_at < ?))"
    )
    return connection.execute(query, (conversation_id, now_ms, unused_since_ms)).fetchone() is not None


def _tags(connection: Connection, conversation_ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
    rows = connection.execute(
        "SELECT conversation_id, tag FROM conversation_tag WHERE conversation_id IN (SELECT value FROM json_each(?))"
        " ORDER BY conversation_id, tag COLLATE NOCASE",
        (json.dumps(conversation_ids),),
    )
    tags: dict[str, tuple[str, ...]] = {}
    for conversation_id, tag in rows:
        tags[conversation_id] = (*tags.get(conversation_id, ()), tag)
    return tags


def _conversation(row: tuple[Any, ...], tags: Mapping[str, tuple[str, ...]], *, private: bool) -> Conversation:
    return Conversation(
        conversation_id=row[0],
        title=row[1],
        title_by=row[2],
        folder_id=row[3],
        pinned=bool(row[4]),
        archived=bool(row[5]),
        tags=tags.get(row[0], ()),
        model=row[6],
        instructions=row[7],
        active_leaf_id=row[8],
        created_at=moment(row[9]),
        updated_at=moment(row[10]),
        expires_at=None if row[11] is None else moment(row[11]),
        origin=row[12],
        persona_id=row[13],
        kind=row[14],
        sources=None if row[15] is None else tuple(json.loads(row[15])),
        private=private,
        message_count=row[16],
    )
