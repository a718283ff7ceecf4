"""A copy of a chat up to one message, to go another way from there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.conversations.conversation_rows import Conversation
    from core.conversations.conversation_store import ConversationStore


async def fork(store: ConversationStore, origin: Conversation, message_id: str, *, title: str) -> Conversation:
    """A new chat with everything from the first message to `message_id`; `title` has `{0}` for the old one's."""
    return await store.fork(message_id, title=title.format(origin.title) if origin.title else "")
