"""`ChatSources`: the documents that chats ask, as the owner's profile has them. Loads nothing before it must."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from core.chat.sourcing import AskedSources
from core.conversations.conversation_store import Conversation
from core.settings.sections import KnowledgeSettings

if TYPE_CHECKING:
    from core.knowledge.attached_documents import AttachedDocuments
    from core.knowledge.passage import Passage, PassagePlace
    from core.knowledge.retrieval import Retrieval
    from core.vault.readers import Readers


class HasRetrieval(Protocol):
    """What it needs of `assistant.knowledge`."""

    @property
    def retrieval(self) -> Retrieval:
        """Finds passages."""
        ...


@dataclass(frozen=True, slots=True)
class DocumentsAt:
    """Documents in one database. `knowledge` is asked for only when a chat asks them."""

    readers: Readers
    knowledge: Callable[[], HasRetrieval]


class ChatSources:
    """`own` are the documents that are kept, `private` those attached in private chats, which lie in memory.

    `attached` reads what was attached to a chat, a text if it has more bytes than that; it is called only where there
    is such a document.
    """

    def __init__(
        self,
        own: DocumentsAt,
        private: DocumentsAt | None,
        settings: Callable[[], KnowledgeSettings],
        *,
        attached: Callable[[str, int], Awaitable[AttachedDocuments]] | None = None,
    ) -> None:
        self._attached = attached
        self._own = own
        self._private = private
        self._settings = settings

    async def asked_by(
        self, conversation: Conversation, *, nobody_else: bool = False, long_text: int = 0
    ) -> AskedSources | None:
        """What this chat asks; None when it asks no documents.

        Where the owner has not said which, and there is `nobody_else` to answer, all documents are looked through: who
        drops a folder on the window before there is a model gets its passages, not a refusal. Attached texts of more
        bytes than `long_text` are looked up like other files.
        """
        from core.knowledge.asked_collections import asked_collections

        settings, conversation_id = self._settings(), conversation.conversation_id
        ask_all = settings.ask_all or nobody_else
        read = await self._read_attached(conversation, long_text)
        chosen = await self._own.readers.run(
            lambda c: asked_collections(c, conversation_id, conversation.sources, ask_all=ask_all)
        )
        asked = [(self._own, chosen.collection_ids)]
        if conversation.private and self._private is not None:
            attached = await self._private.readers.run(
                lambda c: asked_collections(c, conversation_id, (), ask_all=False)
            )
            asked.append((self._private, attached.collection_ids))
        parts = tuple((documents.knowledge().retrieval, ids) for documents, ids in asked if ids)
        if not parts:
            return None
        return AskedSources(
            parts,
            are_chosen=chosen.are_chosen,
            rerank=settings.rerank,
            beginnings=read.beginnings if read is not None else (),
            unread=read.unread if read is not None else (),
        )

    async def _read_attached(self, conversation: Conversation, long_text: int) -> AttachedDocuments | None:
        """A document that was attached a moment ago is to be found by the question that came with it."""
        from core.knowledge.asked_collections import has_documents

        kept_at = self._private if conversation.private else self._own
        if kept_at is None or self._attached is None:
            return None
        if not await kept_at.readers.run(lambda c: has_documents(c, conversation.conversation_id, long_text=long_text)):
            return None
        return await self._attached(conversation.conversation_id, long_text)

    async def restored(self, places: Sequence[PassagePlace]) -> list[Passage | None]:
        """The passages at these places as they are now."""
        found = await self._own.knowledge().retrieval.restored(places)
        if self._private is None or all(found):
            return found
        private = await self._private.knowledge().retrieval.restored(places)
        return [passage or other for passage, other in zip(found, private, strict=True)]
