"""SQL of a fork: a branch copied into a conversation of its own. Called on the database's threads."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

from core.conversations import conversation_rows, message_rows
from core.conversations.conversation_rows import Conversation
from core.conversations.message_rows import MessageDraft

if TYPE_CHECKING:
    from core.vault.database import Connection


def copy_branch(connection: Connection, origin_id: str, leaf_id: str, copy: Conversation) -> None:
    """Make `copy` with all messages of `origin_id` down to `leaf_id`; their attachments are shared."""
    path = message_rows.branch(connection, origin_id, leaf_id)
    new_ids = {message.message_id: uuid4().hex for message in path}
    conversation_rows.insert(connection, replace(copy, active_leaf_id=new_ids.get(leaf_id)))
    for message in path:
        draft = MessageDraft(
            message_id=new_ids[message.message_id],
            parent_id=new_ids.get(message.parent_id or ""),
            role=message.role,
            text=message.text,
            created_at=message.created_at,
            thinking=message.thinking,
            state="stopped" if message.state == "streaming" else message.state,
            model=message.model,
            error=message.error,
            tool_calls=message.tool_calls,
            notices=message.notices,
            attachments=tuple(replace(item, attachment_id=uuid4().hex) for item in message.attachments),
            usage=message.usage,
            first_token_s=message.first_token_s,
            total_s=message.total_s,
            heard_characters=message.heard_characters,
            origins=message.origins,
        )
        message_rows.insert(connection, copy.conversation_id, draft)
        if (audit := message_rows.audit_of(connection, message.message_id)) is not None:
            message_rows.keep_audit(connection, draft.message_id, audit)
