"""`AnswerAudit`: what an answer was made from, kept with it: passages used and dropped, memories, time by stage.

It holds no text of a document: a passage is named by its place, and its text is read from there when somebody looks.
So what is forgotten is forgotten here, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from core.conversations.conversation_store import ConversationStore

if TYPE_CHECKING:
    from core.chat.sourcing import SourcesOf
    from core.knowledge.passage import Passage


class AuditedPassage(msgspec.Struct, frozen=True, omit_defaults=True):
    """A passage that was considered. `number` is the one it is cited by, 0 where it was dropped for `dropped`."""

    document_id: str
    document_name: str
    content_id: str
    page: int
    page_label: str
    start: int
    end: int
    number: int = 0
    dropped: str = ""
    found_by: tuple[str, ...] = ()
    word_rank: int | None = None
    cosine: float | None = None
    score: float = 0.0
    hit: tuple[int, int] | None = None  # see Passage


class AuditedMemory(msgspec.Struct, frozen=True, omit_defaults=True):
    """A memory that the model was given."""

    memory_id: str
    cosine: float | None = None
    found_by: tuple[str, ...] = ()


class AnswerAudit(msgspec.Struct, frozen=True, omit_defaults=True):
    """What went into one answer. `query` is what was looked up, empty where nothing was.

    `chosen`: the owner chose the passages. `without_meaning` tells why only words were searched. `stages` are seconds.
    `model` is empty where no model was asked. `origins` are those of the whole context.
    """

    query: str = ""
    rewritten: bool = False
    chosen: bool = False
    collection_ids: tuple[str, ...] = ()
    passages: tuple[AuditedPassage, ...] = ()
    without_meaning: str = ""
    memories: tuple[AuditedMemory, ...] = ()
    earlier: tuple[str, ...] = ()  # messages of the same chat that no longer fit and were looked up again
    stages: dict[str, float] = {}
    search_stages: dict[str, float] = {}
    model: str = ""
    origins: tuple[str, ...] = ()
    unsupported: tuple[int, ...] = ()  # numbers that the answer cites and that name no passage


class AnswerAudits:
    """Audits of the answers in one store. `sources_of` reads the passages again; None where there are no documents."""

    def __init__(self, store: ConversationStore, sources_of: SourcesOf | None) -> None:
        self._store = store
        self._sources_of = sources_of

    async def keep(self, message_id: str, audit: AnswerAudit) -> None:
        """Keep it with its answer, instead of an earlier one."""
        await self._store.keep_audit(message_id, msgspec.json.encode(audit).decode())

    async def of(self, message_id: str) -> AnswerAudit | None:
        """None for an answer that nothing was looked up for; also for one that an older Hearth kept otherwise."""
        kept = await self._store.audit_of(message_id)
        if kept is None:
            return None
        try:
            return msgspec.json.decode(kept, type=AnswerAudit)
        except msgspec.MsgspecError:
            return None

    async def passages(self, audit: AnswerAudit) -> list[tuple[AuditedPassage, Passage | None]]:
        """Every passage of it with its text; None for one that was forgotten, or whose file changed since."""
        if not audit.passages or self._sources_of is None:
            return [(passage, None) for passage in audit.passages]
        from core.knowledge.passage import PassagePlace

        places = [
            PassagePlace(item.document_id, item.content_id, item.page, item.start, item.end) for item in audit.passages
        ]
        restored = await self._sources_of.restored(places)
        return [
            (item, None if passage is None else _scored(passage, item))
            for item, passage in zip(audit.passages, restored, strict=True)
        ]

    async def cited(self, message_id: str) -> list[Passage | None]:
        """The passages that an answer may cite, in the order of their numbers; None for what is gone."""
        audit = await self.of(message_id)
        if audit is None:
            return []
        numbered = [pair for pair in await self.passages(audit) if pair[0].number]
        return [passage for _, passage in sorted(numbered, key=lambda pair: pair[0].number)]


def audited(passage: Passage, *, number: int = 0, dropped: str = "") -> AuditedPassage:
    """A passage as it is kept."""
    return AuditedPassage(
        document_id=passage.document_id,
        document_name=passage.document_name,
        content_id=passage.content_id,
        page=passage.page,
        page_label=passage.page_label,
        start=passage.start,
        end=passage.end,
        number=number,
        dropped=dropped,
        found_by=tuple(sorted(passage.found_by)),
        word_rank=passage.word_rank,
        cosine=None if passage.cosine is None else round(passage.cosine, 4),
        score=round(passage.score, 6),
        hit=passage.hit,
    )


def _scored(passage: Passage, item: AuditedPassage) -> Passage:
    from dataclasses import replace

    found_by = frozenset(way for way in ("word", "meaning") if way in item.found_by)
    return replace(
        passage,
        found_by=found_by,
        word_rank=item.word_rank,
        cosine=item.cosine,
        score=item.score,
        hit=item.hit,
    )
