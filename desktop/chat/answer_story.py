"""Everything that is known of how an answer was made, gathered on the core's loop."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.errors import HearthError
from desktop.chat.answer_sources import AnswerSources

if TYPE_CHECKING:
    from core.assistant import Assistant
    from core.chat.answer_audit import AnswerAudit, AuditedPassage
    from core.chat.turn import Turns
    from core.conversations.conversation_store import ConversationStore
    from core.conversations.message_tree import Message
    from core.knowledge.passage import Passage


@dataclass(frozen=True, slots=True)
class AnswerStory:
    """`audit` is None where nothing was looked up. `stages` are (name, seconds); empty when nobody knows any more."""

    message: Message
    audit: AnswerAudit | None
    passages: tuple[tuple[AuditedPassage, Passage | None], ...] = ()
    remembered: tuple[str, ...] = ()
    stages: tuple[tuple[str, float], ...] = ()


async def read_story(
    assistant: Assistant, turns: Callable[[], Turns], store: ConversationStore, message_id: str
) -> AnswerStory:
    """The story of one stored answer."""
    message = await store.message(message_id)
    audits = turns().audits
    audit = await audits.of(message_id)
    timing = assistant.timings.turn(message_id)
    if audit is None:
        return AnswerStory(message, None, stages=() if timing is None else timing.stages)
    passages = await audits.passages(audit)
    remembered = await _memories(assistant, audit)
    return AnswerStory(message, audit, tuple(passages), remembered, tuple(audit.stages.items()))


async def read_sources(
    assistant: Assistant, turns: Callable[[], Turns], store: ConversationStore, message_ids: Sequence[str]
) -> dict[str, AnswerSources]:
    """What stored answers were made from, by message; those that nothing was looked up for are left out."""
    found: dict[str, AnswerSources] = {}
    for message_id in message_ids:
        if await store.audit_of(message_id) is None:
            continue
        audits = turns().audits
        audit = await audits.of(message_id)
        if audit is None:
            continue
        passages = await audits.cited(message_id) if audit.passages else []
        asked = bool(audit.query or passages)
        found[message_id] = AnswerSources(
            tuple(passages), audit.unsupported, asked=asked, remembered=await _memories(assistant, audit)
        )
    return found


async def _memories(assistant: Assistant, audit: AnswerAudit) -> tuple[str, ...]:
    """Those that are still remembered."""
    texts: list[str] = []
    for used in audit.memories:
        try:
            texts.append((await assistant.memory.get(used.memory_id)).text)
        except HearthError:  # forgotten since
            continue
    return tuple(texts)
