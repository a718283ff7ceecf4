"""SQL of rolling summaries, each of everything up to one message of a branch. Called on the database's threads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from core.conversations.message_rows import conversation_of, milliseconds, moment

if TYPE_CHECKING:
    from core.vault.database import Connection


@dataclass(frozen=True, slots=True)
class Summary:
    """What stands for the `message_count` messages up to and including `message_id`, as `model` wrote it."""

    message_id: str
    conversation_id: str
    text: str
    message_count: int
    model: str
    created_at: datetime


def keep(connection: Connection, message_id: str, text: str, *, message_count: int, model: str, at: datetime) -> None:
    """Write the summary that ends at `message_id`, over an older one; MessageMissing when the message is gone."""
    connection.execute(
        "INSERT OR REPLACE INTO summary (message_id, conversation_id, text, message_count, model, created_at)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (message_id, conversation_of(connection, message_id), text, message_count, model, milliseconds(at)),
    )


def every(connection: Connection, conversation_id: str) -> list[Summary]:
    """All summaries of a conversation, on any branch."""
    rows = connection.execute(
        "SELECT message_id, conversation_id, text, message_count, model, created_at FROM summary"
        " WHERE conversation_id = ? ORDER BY created_at, message_id",
        (conversation_id,),
    )
    return [Summary(row[0], row[1], row[2], row[3], row[4], moment(row[5])) for row in rows]


def nearest(connection: Connection, conversation_id: str, path: Sequence[str]) -> Summary | None:
    """The summary that ends nearest to the last message of `path`."""
    by_message = {summary.message_id: summary for summary in every(connection, conversation_id)}
    return next((by_message[step] for step in reversed(path) if step in by_message), None)
