"""Table `memory`, inside jobs of the vault's writer and readers."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

from core.conversations.message_rows import milliseconds, moment
from core.conversations.search_query import SearchQuery

if TYPE_CHECKING:
    from core.vault.database import Connection

MemoryKind: TypeAlias = Literal["fact", "preference"]
MemoryState: TypeAlias = Literal["proposed", "kept"]


@dataclass(frozen=True, slots=True)
class Memory:
    """One thing about the owner, in a sentence or two. Only what is `kept` is ever used.

    `conversation_id` and `message_id` tell where it was learnt, None where the owner wrote it; the chat may be gone.
    A proposal that `replaces` a kept memory takes its place when it is kept. `expires_at` None keeps it for good.
    """

    memory_id: str
    text: str
    kind: MemoryKind
    state: MemoryState
    pinned: bool
    conversation_id: str | None
    message_id: str | None
    replaces: str | None
    created_at: datetime
    updated_at: datetime
    expires_at: datetime | None
    used_at: datetime | None
    use_count: int

    def has_expired(self, now: datetime) -> bool:
        """Whether its time is over: it is used no more, and forgotten soon."""
        return self.expires_at is not None and self.expires_at <= now


@dataclass(frozen=True, slots=True)
class Numbered:
    """A memory with its number in indexes."""

    row_id: int
    memory: Memory


_COLUMNS = (
    "row_id, memory_id, text, kind, state, pinned, conversation_id, message_id, replaces, created_at, updated_at,"
    " expires_at, used_at, use_count"
)
# Pinned first, then proposals, as they wait for somebody; then the newest.
_ORDER = "ORDER BY pinned DESC, state = 'proposed' DESC, updated_at DESC, row_id DESC"


def read_all(connection: Connection, *, state: MemoryState | None = None) -> list[Numbered]:
    """All, or those in one state."""
    where = "" if state is None else "WHERE state = ?"
    rows = connection.execute(f"SELECT {_COLUMNS} FROM memory {where} {_ORDER}", () if state is None else (state,))
    return [_memory(row) for row in rows]


class Usable(NamedTuple):
    """Of a kept memory that has not expired, what recall must know; 500 are read in a tenth of what whole ones take."""

    row_id: int
    memory_id: str
    text: str
    pinned: int


def usable(connection: Connection, now_ms: int) -> list[Usable]:
    """All that may be used now, the newest first."""
    rows = connection.execute(
        "SELECT row_id, memory_id, text, pinned FROM memory"
        " WHERE state = 'kept' AND (expires_at IS NULL OR expires_at > ?) ORDER BY updated_at DESC, row_id DESC",
        (now_ms,),
    )
    return [Usable(*row) for row in rows]


def read(connection: Connection, memory_id: str) -> Numbered | None:
    """One of them."""
    row = connection.execute(f"SELECT {_COLUMNS} FROM memory WHERE memory_id = ?", (memory_id,)).fetchone()
    return None if row is None else _memory(row)


def by_row(connection: Connection, row_ids: Sequence[int]) -> list[Numbered]:
    """Those with these numbers, as far as they are there, in any order."""
    query = f"SELECT {_COLUMNS} FROM json_each(?) CROSS JOIN memory ON row_id = value"
    return [_memory(row) for row in connection.execute(query, (json.dumps(list(row_ids)),))]


def matching(connection: Connection, query: SearchQuery) -> list[int]:
    """Numbers of those that hold every term, best first."""
    if not query.terms:
        return []
    if not query.spaceless:
        rows = connection.execute(
            "SELECT rowid FROM memory_words WHERE memory_words MATCH ? ORDER BY rank", (query.words_match,)
        )
        return [row[0] for row in rows]
    rows = connection.execute(
        f"SELECT row_id FROM memory WHERE {' AND '.join(['instr(lower(text), lower(?))'] * len(query.terms))}"
        " ORDER BY updated_at DESC",
        tuple(term.text for term in query.terms),
    )
    return [row[0] for row in rows]


def texts_of(connection: Connection, row_ids: Sequence[int]) -> list[tuple[int, str]]:
    """What a model of vectors gets of them."""
    return [(one.row_id, one.memory.text) for one in by_row(connection, row_ids)]


def any_kept(connection: Connection) -> bool:
    """Whether anything could be remembered at all."""
    return connection.execute("SELECT 1 FROM memory WHERE state = 'kept' LIMIT 1").fetchone() is not None


def any_there(connection: Connection) -> bool:
    """Whether anything is kept or proposed."""
    return connection.execute("SELECT 1 FROM memory LIMIT 1").fetchone() is not None


def insert(connection: Connection, memory: Memory) -> int:
    """Keep it; returns its number."""
    cursor = connection.execute(
        "INSERT INTO memory (memory_id, text, kind, state, pinned, conversation_id, message_id, replaces, created_at,"
        " updated_at, expires_at, used_at, use_count) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        _values(memory),
    )
    return int(cursor.lastrowid or 0)


def update(connection: Connection, row_id: int, memory: Memory, *, reworded: bool) -> None:
    """Keep it as it is now. Another wording means something else: its vectors go."""
    connection.execute(
        "UPDATE memory SET memory_id = ?, text = ?, kind = ?, state = ?, pinned = ?, conversation_id = ?,"
        " message_id = ?, replaces = ?, created_at = ?, updated_at = ?, expires_at = ?, used_at = ?, use_count = ?"
        " WHERE row_id = ?",
        (*_values(memory), row_id),
    )
    if reworded:
        connection.execute(
            "DELETE FROM embedding WHERE space = 'memory' AND item_id = ? AND embedder IN (SELECT name FROM embedder)",
            (row_id,),
        )


def delete(connection: Connection, memory_ids: Sequence[str]) -> list[int]:
    """Forget these; returns the numbers they had. Triggers of the schema forget their words and vectors."""
    rows = connection.execute(
        "DELETE FROM memory WHERE memory_id IN (SELECT value FROM json_each(?)) RETURNING row_id",
        (json.dumps(list(memory_ids)),),
    ).fetchall()
    return [row[0] for row in rows]


def expired(connection: Connection, now_ms: int) -> list[str]:
    """Those whose time is over."""
    rows = connection.execute("SELECT memory_id FROM memory WHERE expires_at <= ?", (now_ms,))
    return [row[0] for row in rows]


def mark_used(connection: Connection, memory_ids: Sequence[str], now_ms: int) -> None:
    """They went into an answer."""
    connection.execute(
        "UPDATE memory SET used_at = ?, use_count = use_count + 1 WHERE memory_id IN (SELECT value FROM json_each(?))",
        (now_ms, json.dumps(list(memory_ids))),
    )


def is_message_there(connection: Connection, message_id: str) -> bool:
    """Whether a message was not deleted meanwhile."""
    return connection.execute("SELECT 1 FROM message WHERE message_id = ?", (message_id,)).fetchone() is not None


def in_place_of(old: Memory, new: Memory) -> Memory:
    """`new`, with what the owner had decided about `old`."""
    return replace(new, replaces=None, pinned=old.pinned or new.pinned, expires_at=new.expires_at or old.expires_at)


def _values(memory: Memory) -> tuple[Any, ...]:
    return (
        memory.memory_id,
        memory.text,
        memory.kind,
        memory.state,
        int(memory.pinned),
        memory.conversation_id,
        memory.message_id,
        memory.replaces,
        milliseconds(memory.created_at),
        milliseconds(memory.updated_at),
        None if memory.expires_at is None else milliseconds(memory.expires_at),
        None if memory.used_at is None else milliseconds(memory.used_at),
        memory.use_count,
    )


def _memory(row: Any) -> Numbered:
    (row_id, memory_id, text, kind, state, pinned, conversation_id, message_id, replaces, created, updated) = row[:11]
    expires, used, use_count = row[11:]
    memory = Memory(
        memory_id,
        text,
        kind,
        state,
        bool(pinned),
        conversation_id,
        message_id,
        replaces,
        moment(created),
        moment(updated),
        None if expires is None else moment(expires),
        None if used is None else moment(used),
        use_count,
    )
    return Numbered(row_id, memory)
