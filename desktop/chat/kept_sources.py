"""Fetches what stored answers were made from, for the transcript; runs on the core's loop."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from desktop.chat.answer_sources import AnswerSources

if TYPE_CHECKING:
    from core.chat.turn import Turns
    from core.conversations.conversation_store import ConversationStore


async def read_sources(
    turns: Callable[[], Turns], store: ConversationStore, message_ids: Sequence[str]
) -> dict[str, AnswerSources]:
    """By message; answers that nothing was looked up for are left out."""
    found: dict[str, AnswerSources] = {}
    for message_id in message_ids:
        if await store.audit_of(message_id) is None:
            continue
        audits = turns().audits
        audit = await audits.of(message_id)
        if audit is None:
            continue
        passages = await audits.cited(message_id) if audit.passages else []
        found[message_id] = AnswerSources(tuple(passages), audit.unsupported, asked=bool(audit.query or passages))
    return found
