"""SQL of messages and their attachments. Called on the database's threads; see `conversation_store` for the door."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeAlias

from core.conversations.message_tree import Attachment, Message, MessageState, MessageTree, StoredError
from core.conversations.stored_text import has_spaceless, with_short_pieces
from core.errors import MessageMissing
from models.language.messages import Role, ToolCall, Usage

if TYPE_CHECKING:
    from core.vault.database import Connection

Row: TypeAlias = tuple[Any, ...]

_COLUMNS = (
    "message_id, conversation_id, parent_id, role, text, thinking, state, model, error, tool_calls, notices, "
    "prompt_tokens, answer_tokens, answer_s, first_token_s, total_s, created_at, "
    "heard_characters, origins"
)
_NO_USAGE = Usage()
_ALONE = (0, 1)
_SETTERS = tuple(getattr(Message, field.name).__set__ for field in fields(Message))


@dataclass(frozen=True, slots=True)
class MessageDraft:
    """A message as it is written, before it has a place among siblings."""

    message_id: str
    parent_id: str | None
    role: Role
    text: str
    created_at: datetime
    thinking: str = ""
    state: MessageState = "complete"
    model: str = ""
    error: StoredError | None = None
    tool_calls: tuple[ToolCall, ...] = ()
    notices: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    usage: Usage = _NO_USAGE
    first_token_s: float | None = None
    total_s: float | None = None
    heard_characters: int | None = None
    origins: tuple[str, ...] = ()


def milliseconds(at: datetime) -> int:
    """Whole milliseconds since 1970, as the schema keeps times."""
    return round(at.timestamp() * 1000)


def moment(stored_ms: int) -> datetime:
    """The time that `milliseconds` stored."""
    return datetime.fromtimestamp(stored_ms / 1000, UTC)


def branch(connection: Connection, conversation_id: str, leaf_id: str | None) -> list[Message]:
    """From the root to `leaf_id`.

    One pass over the conversation: 10,000 steps of a recursive query take longer than reading all branches.
    """
    rows = _rows_of(connection, conversation_id)
    shape = MessageTree((row[0], row[2]) for row in rows.values())
    return _messages(connection, [rows[step] for step in shape.path_to(leaf_id)], shape.shared_places())


def every(connection: Connection, conversation_id: str) -> list[Message]:
    """All messages of all branches, oldest first."""
    rows = _rows_of(connection, conversation_id)
    shape = MessageTree((row[0], row[2]) for row in rows.values())
    return _messages(connection, list(rows.values()), shape.shared_places())


def in_order(connection: Connection, conversation_id: str, row_ids: Sequence[int]) -> list[Message]:
    """Consecutive messages of one branch, from the oldest; what lies before them is not read.

    Children are younger than their parent, so the siblings of all were written after the first one's parent.
    """
    marks = ", ".join("?" * len(row_ids))
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM message WHERE row_id IN ({marks}) ORDER BY row_id", tuple(row_ids)
    ).fetchall()
    first_parent = rows[0][2]
    families: dict[str | None, list[str]] = {row[2]: [] for row in rows}
    for message_id, parent_id in connection.execute(
        "SELECT message_id, parent_id FROM message WHERE conversation_id = ?1"
        " AND row_id > coalesce((SELECT row_id FROM message WHERE message_id = ?2), 0) ORDER BY row_id",
        (conversation_id, first_parent),
    ):
        if parent_id in families:
            families[parent_id].append(message_id)
    places = {row[0]: (families[row[2]].index(row[0]), len(families[row[2]])) for row in rows}
    return _messages(connection, rows, places)


def one(connection: Connection, message_id: str) -> Message:
    """One message; MessageMissing when it is gone."""
    return next(message for message in siblings(connection, message_id) if message.message_id == message_id)


def siblings(connection: Connection, message_id: str) -> list[Message]:
    """All messages with the same parent, oldest first; MessageMissing when this one is gone.

    Children are younger than their parent, so only what was written after it is looked at.
    """
    conversation_id = conversation_of(connection, message_id)
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM message WHERE conversation_id = ?1"
        " AND parent_id IS (SELECT parent_id FROM message WHERE message_id = ?2)"
        " AND row_id > coalesce((SELECT row_id FROM message WHERE message_id ="
        " (SELECT parent_id FROM message WHERE message_id = ?2)), 0) ORDER BY row_id",
        (conversation_id, message_id),
    ).fetchall()
    return _messages(connection, rows, {row[0]: (index, len(rows)) for index, row in enumerate(rows)})


def tree(connection: Connection, conversation_id: str) -> MessageTree:
    """The shape of a conversation, without its text."""
    return MessageTree(
        connection.execute(
            "SELECT message_id, parent_id FROM message WHERE conversation_id = ? ORDER BY row_id", (conversation_id,)
        )
    )


def conversation_of(connection: Connection, message_id: str) -> str:
    """The conversation that holds a message; MessageMissing when it is gone."""
    row = connection.execute("SELECT conversation_id FROM message WHERE message_id = ?", (message_id,)).fetchone()
    if row is None:
        raise MessageMissing(message_id)
    return str(row[0])


def insert(connection: Connection, conversation_id: str, draft: MessageDraft) -> None:
    """Write a new message with its attachments, whose blobs are stored already."""
    at_ms = milliseconds(draft.created_at)
    cursor = connection.execute(
        f"INSERT INTO message ({_COLUMNS}, updated_at) VALUES ({', '.join('?' * 20)})",
        (
            draft.message_id,
            conversation_id,
            draft.parent_id,
            draft.role,
            draft.text,
            draft.thinking,
            draft.state,
            draft.model,
            *_outcome_columns(draft),
            at_ms,
            draft.heard_characters,
            _as_list(draft.origins),
            at_ms,
        ),
    )
    connection.executemany(
        "INSERT INTO attachment (attachment_id, message_id, position, kind, name, media_type, size_bytes, blob_id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (item.attachment_id, draft.message_id, position, item.kind, item.name, item.media_type, item.size_bytes,
             item.blob_id)
            for position, item in enumerate(draft.attachments)
        ),
    )  # fmt: skip
    if draft.state != "streaming":
        _file_by_syllable(connection, int(cursor.lastrowid or 0), draft.text)


def grow(connection: Connection, message_id: str, *, text: str, thinking: str, now_ms: int) -> None:
    """The text so far of a streaming message. One that is finished or gone stays as it is."""
    connection.execute(
        "UPDATE message SET text = ?, thinking = ?, updated_at = ? WHERE message_id = ? AND state = 'streaming'",
        (text, thinking, now_ms, message_id),
    )


def finish(connection: Connection, draft: MessageDraft, *, now_ms: int) -> None:
    """The final content and state; the draft's role, parent and time are not looked at."""
    row = connection.execute("SELECT row_id FROM message WHERE message_id = ?", (draft.message_id,)).fetchone()
    if row is None:
        raise MessageMissing(draft.message_id)
    connection.execute(
        "UPDATE message SET text = ?, thinking = ?, state = ?, model = iif(? = '', model, ?), error = ?,"
        " tool_calls = ?, notices = ?, prompt_tokens = ?, answer_tokens = ?, answer_s = ?, first_token_s = ?,"
        " total_s = ?, updated_at = ? WHERE row_id = ?",
        (
            draft.text,
            draft.thinking,
            draft.state,
            draft.model,
            draft.model,
            *_outcome_columns(draft),
            now_ms,
            row[0],
        ),
    )
    if draft.origins:
        mark_origins(connection, draft.message_id, draft.origins)
    connection.execute("DELETE FROM message_trigrams WHERE rowid = ?", row)
    _file_by_syllable(connection, row[0], draft.text)


def mark_heard(connection: Connection, message_id: str, characters: int) -> None:
    """How much of its text was heard, at most all of it; MessageMissing when it is gone."""
    done = connection.execute(
        "UPDATE message SET heard_characters = min(?, length(text)) WHERE message_id = ?", (characters, message_id)
    )
    if done.rowcount != 1:
        raise MessageMissing(message_id)


def keep_audit(connection: Connection, message_id: str, audit: str) -> None:
    """Instead of an earlier one; nothing for a message that is gone."""
    connection.execute(
        "INSERT OR REPLACE INTO answer_audit (message_id, audit) SELECT message_id, ?2 FROM message"
        " WHERE message_id = ?1",
        (message_id, audit),
    )


def audit_of(connection: Connection, message_id: str) -> str | None:
    """None where nothing is kept."""
    row = connection.execute("SELECT audit FROM answer_audit WHERE message_id = ?", (message_id,)).fetchone()
    return None if row is None else str(row[0])


def origins_above(connection: Connection, message_id: str | None) -> tuple[str, ...]:
    """Those of a question, and of the answer that it follows."""
    rows = connection.execute(
        "SELECT origins FROM message WHERE message_id = ?1 OR message_id ="
        " (SELECT parent_id FROM message WHERE message_id = ?1)",
        (message_id,),
    )
    return tuple(sorted({origin for (origins,) in rows for origin in json.loads(origins)}))


def disown(connection: Connection, message_id: str) -> None:
    """No model wrote it."""
    connection.execute("UPDATE message SET model = '' WHERE message_id = ?", (message_id,))


def mark_origins(connection: Connection, message_id: str, origins: Sequence[str]) -> None:
    """Where its context comes from; MessageMissing when it is gone."""
    done = connection.execute("UPDATE message SET origins = ? WHERE message_id = ?", (_as_list(origins), message_id))
    if done.rowcount != 1:
        raise MessageMissing(message_id)


def rewrite(connection: Connection, message_id: str, text: str, *, now_ms: int) -> None:
    """Other words for a finished message, which keeps its place."""
    (row_id,) = connection.execute("SELECT row_id FROM message WHERE message_id = ?", (message_id,)).fetchone()
    connection.execute("UPDATE message SET text = ?, updated_at = ? WHERE row_id = ?", (text, now_ms, row_id))
    connection.execute("DELETE FROM message_trigrams WHERE rowid = ?", (row_id,))
    _file_by_syllable(connection, row_id, text)


def has_unfinished(connection: Connection) -> bool:
    """Whether any message is still streaming, or looks so."""
    return connection.execute("SELECT 1 FROM message WHERE state = 'streaming' LIMIT 1").fetchone() is not None


def mend_unfinished(connection: Connection) -> list[str]:
    """What was still streaming becomes stopped; returns the conversations that changed, one entry a message."""
    rows = connection.execute("SELECT row_id, conversation_id, text FROM message WHERE state = 'streaming'").fetchall()
    for row_id, _, text in rows:
        connection.execute("UPDATE message SET state = 'stopped' WHERE row_id = ?", (row_id,))
        _file_by_syllable(connection, row_id, text)
    return [conversation_id for _, conversation_id, _ in rows]


def delete(connection: Connection, message_ids: Iterable[str]) -> None:
    """Remove messages; attachments, summaries and index entries go with them, blobs do not."""
    connection.executemany("DELETE FROM message WHERE message_id = ?", ((message_id,) for message_id in message_ids))


def blobs_of_messages(connection: Connection, message_ids: Sequence[str]) -> list[str]:
    """Blobs that any of these messages uses."""
    rows = connection.execute(
        "SELECT DISTINCT blob_id FROM attachment WHERE message_id IN (SELECT value FROM json_each(?))",
        (json.dumps(message_ids),),
    )
    return [str(row[0]) for row in rows]


def blobs_of_conversation(connection: Connection, conversation_id: str) -> list[str]:
    """Blobs that any message of a conversation uses."""
    rows = connection.execute(
        "SELECT DISTINCT blob_id FROM attachment JOIN message USING (message_id) WHERE conversation_id = ?",
        (conversation_id,),
    )
    return [str(row[0]) for row in rows]


def unused_blobs(connection: Connection, blob_ids: Sequence[str]) -> list[str]:
    """Those of `blob_ids` that no attachment and no transcript names."""
    rows = connection.execute(
        "SELECT value FROM json_each(?) WHERE value NOT IN (SELECT blob_id FROM attachment)"
        " AND value NOT IN (SELECT blob_id FROM transcript WHERE blob_id IS NOT NULL)",
        (json.dumps(blob_ids),),
    )
    return [str(row[0]) for row in rows]


def litter(connection: Connection, *, before_ms: int) -> list[str]:
    """Blobs stored before `before_ms` that no attachment and no transcript names."""
    rows = connection.execute(
        "SELECT blob_id FROM blob WHERE created_at < ? AND blob_id NOT IN (SELECT blob_id FROM attachment)"
        " AND blob_id NOT IN (SELECT blob_id FROM transcript WHERE blob_id IS NOT NULL)",
        (before_ms,),
    )
    return [str(row[0]) for row in rows]


def _as_list(origins: Sequence[str]) -> str:
    return json.dumps(sorted(set(origins)))


def _file_by_syllable(connection: Connection, row_id: int, text: str) -> None:
    if has_spaceless(text):
        connection.execute(
            "INSERT INTO message_trigrams (rowid, text) VALUES (?, ?)", (row_id, with_short_pieces(text))
        )


def _rows_of(connection: Connection, conversation_id: str) -> dict[str, Row]:
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM message WHERE conversation_id = ? ORDER BY row_id", (conversation_id,)
    )
    return {row[0]: row for row in rows}


def _messages(connection: Connection, rows: Sequence[Row], places: Mapping[str, tuple[int, int]]) -> list[Message]:
    """`places` of those that have siblings.

    A long chat has ten thousand messages to make, and a frozen dataclass sets each field by name through
    `object.__setattr__`: 3.4 µs a message. Through the descriptors of its slots it takes 1.7 µs.
    """
    attachments = _attachments(connection, rows)
    new = object.__new__
    (
        set_id, set_conversation, set_parent, set_role, set_text, set_thinking, set_state, set_model, set_error,
        set_calls, set_notices, set_attachments, set_usage, set_first_token, set_total, set_created_at, set_index,
        set_count, set_heard, set_origins,
    ) = _SETTERS  # fmt: skip
    messages: list[Message] = []
    for row in rows:
        message_id, conversation_id, parent_id, role, text, thinking, state, model = row[:8]
        error, tool_calls, notices, prompt_tokens, answer_tokens, answer_s, first_token_s, total_s = row[8:16]
        at_ms, heard, origins = row[16:]
        message = new(Message)
        set_id(message, message_id)
        set_conversation(message, conversation_id)
        set_parent(message, parent_id)
        set_role(message, role)
        set_text(message, text)
        set_thinking(message, thinking)
        set_state(message, state)
        set_model(message, model)
        set_error(message, StoredError(**json.loads(error)) if error else None)
        set_calls(message, tuple(ToolCall(**call) for call in json.loads(tool_calls)) if tool_calls else ())
        set_notices(message, tuple(json.loads(notices)) if notices else ())
        set_attachments(message, attachments.get(message_id, ()))
        no_usage = prompt_tokens is answer_tokens is answer_s is None
        set_usage(message, _NO_USAGE if no_usage else Usage(prompt_tokens, answer_tokens, None, None, answer_s))
        set_first_token(message, first_token_s)
        set_total(message, total_s)
        set_created_at(message, datetime.fromtimestamp(at_ms / 1000, UTC))
        index, count = places.get(message_id, _ALONE)
        set_index(message, index)
        set_count(message, count)
        set_heard(message, heard)
        set_origins(message, () if origins == "[]" else tuple(json.loads(origins)))
        messages.append(message)
    return messages


def _attachments(connection: Connection, rows: Sequence[Row]) -> dict[str, tuple[Attachment, ...]]:
    wanted = {row[0] for row in rows}
    query = "SELECT message_id, attachment_id, kind, name, media_type, size_bytes, blob_id FROM attachment"
    order = " ORDER BY message_id, position"
    if len(rows) > connection.execute("SELECT count(*) FROM attachment").fetchone()[0]:
        found = connection.execute(query + order)  # a long chat: fewer attachments in the vault than messages here
    else:
        where = " WHERE message_id IN (SELECT value FROM json_each(?))"
        found = connection.execute(query + where + order, (json.dumps(list(wanted)),))
    attachments: dict[str, tuple[Attachment, ...]] = {}
    for row in found:
        if row[0] in wanted:
            attachments[row[0]] = (*attachments.get(row[0], ()), Attachment(*row[1:]))
    return attachments


def _outcome_columns(draft: MessageDraft) -> Row:
    """From `error` to `total_s`, in the order of the columns."""
    return (
        json.dumps(asdict(draft.error)) if draft.error else None,
        json.dumps([asdict(call) for call in draft.tool_calls]) if draft.tool_calls else None,
        json.dumps(draft.notices) if draft.notices else None,
        draft.usage.prompt_tokens,
        draft.usage.answer_tokens,
        draft.usage.answer_s,
        draft.first_token_s,
        draft.total_s,
    )
