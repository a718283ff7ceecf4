"""Deletes what has had its time: chats past their expiry or the retention period, and blobs that nobody names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.conversations.conversation_store import ConversationStore


@dataclass(frozen=True, slots=True)
class Swept:
    """What a sweep deleted, for the audit: ids only, no titles."""

    conversation_ids: tuple[str, ...]
    blob_count: int


class Retention:
    """Keeps one store to its periods.

    A chat with an expiry of its own goes by that alone. Others go when unused for `retention_days`, if that is set,
    unless they are pinned: a pin says that the chat is to stay.
    """

    def __init__(self, store: ConversationStore) -> None:
        self._store = store

    async def sweep(self, now: datetime, *, retention_days: int | None = None) -> Swept:
        """Delete what is due at `now`. No or zero `retention_days` keeps chats for good."""
        keep_for = timedelta(days=retention_days) if retention_days and retention_days > 0 else None
        due = await self._store.expired(now, keep_for=keep_for)
        deleted = [each for each in due if await self._store.delete_expired(each, now, keep_for=keep_for)]
        return Swept(tuple(deleted), await self._store.forget_litter(now))
