"""`ChatSources`: the documents that chats ask, as the owner's profile has them. Loads nothing before it must."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from core.chat.sourcing import AskedSources
from core.conversations.conversation_store import Conversation
from core.settings.sections import KnowledgeSettings

if TYPE_CHECKING:
    from core.knowledge.passage import Passage, PassagePlace
    from core.knowledge.retrieval import Retrieval
    from core.vault.readers import Readers


class HasRetrieval(Protocol):
    """What it needs of `assistant.knowledge`."""

    @property
    def retrieval(self) -> Retrieval:
        """Finds passages."""
        ...


class ChatSources:
    """`knowledge` is asked for only when a chat asks documents; `readers` are of the vault that holds them."""

    def __init__(
        self, knowledge: Callable[[], HasRetrieval], readers: Readers, settings: Callable[[], KnowledgeSettings]
    ) -> None:
        self._knowledge = knowledge
        self._readers = readers
        self._settings = settings

    async def asked_by(self, conversation: Conversation) -> AskedSources | None:
        """What this chat asks; None when it asks no documents."""
        from core.knowledge.asked_collections import asked_collections

        settings = self._settings()
        asked = await self._readers.run(
            lambda c: asked_collections(c, conversation.conversation_id, conversation.sources, ask_all=settings.ask_all)
        )
        if not asked.collection_ids:
            return None
        return AskedSources(
            self._knowledge().retrieval, asked.collection_ids, are_chosen=asked.are_chosen, rerank=settings.rerank
        )

    async def restored(self, places: Sequence[PassagePlace]) -> list[Passage | None]:
        """The passages at these places as they are now."""
        return await self._knowledge().retrieval.restored(places)
