"""The end of a long branch without its beginning: as far as a summary stands for what lies before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.conversations import message_rows
from core.conversations.message_tree import Message

if TYPE_CHECKING:
    from core.vault.database import Connection

# One step back costs about as much as reading ten messages in a row; beyond this, reading the whole chat is faster.
_MOST_STEPS = 1000

# From the leaf up, until a message that a summary ends with has been passed and a question has been reached.
_STEPS = """
WITH RECURSIVE step (row_id, parent_id, role, covered, number) AS (
    SELECT row_id, parent_id, role, EXISTS (SELECT 1 FROM summary WHERE summary.message_id = message.message_id), 1
    FROM message WHERE message_id = ?1
    UNION ALL
    SELECT message.row_id, message.parent_id, message.role,
        step.covered OR EXISTS (SELECT 1 FROM summary WHERE summary.message_id = message.message_id), step.number + 1
    FROM step JOIN message ON message.message_id = step.parent_id
    WHERE NOT (step.covered AND step.role = 'user') AND step.number < ?2
)
SELECT row_id, parent_id, covered FROM step ORDER BY number DESC
"""


def read(connection: Connection, leaf_id: str) -> list[Message]:
    """From the last question under the nearest summary to `leaf_id`; the whole branch where there is no summary.

    MessageMissing when the leaf is gone.
    """
    conversation_id = message_rows.conversation_of(connection, leaf_id)
    query = "SELECT 1 FROM summary WHERE conversation_id = ? LIMIT 1"
    if connection.execute(query, (conversation_id,)).fetchone() is not None:
        steps = connection.execute(_STEPS, (leaf_id, _MOST_STEPS)).fetchall()
        _, first_parent, is_covered = steps[0]
        if is_covered or first_parent is None:
            return message_rows.in_order(connection, conversation_id, [step[0] for step in steps])
    return message_rows.branch(connection, conversation_id, leaf_id)
