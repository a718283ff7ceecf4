"""A copy of a chat up to one message, to go another way from there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.conversations.conversation_rows import Conversation
    from core.conversations.conversation_store import ConversationStore


async def fork(store: ConversationStore, origin: Conversation, message_id: str, *, title: str) -> Conversation:
    """A new conversation with everything from the first message to `message_id`; `title` has `{0}` for the old one.

    If copying fails in the middle, nothing of the new conversation is left.
    """
    path = await store.path(origin.conversation_id)
    made = await store.create(
        title=title.format(origin.title) if origin.title else "",
        folder_id=origin.folder_id,
        model=origin.model,
        instructions=origin.instructions,
    )
    parent_id: str | None = None
    try:
        for message in path:
            copy = await store.append(
                made.conversation_id,
                parent_id=parent_id,
                role=message.role,
                text=message.text,
                model=message.model,
                attachments=message.attachments,
            )
            parent_id = copy.message_id
            if message.message_id == message_id:
                break
    except BaseException:
        await store.delete(made.conversation_id)
        raise
    return await store.get(made.conversation_id)
