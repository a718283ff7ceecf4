"""`KnowledgePair`: what the documents of the profile say, and apart from them, in memory, those of private chats."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.clock import Clock
    from core.events import Announcer
    from core.knowledge.knowledge_base import Knowledge
    from core.network.doors import Doors
    from core.settings.sections import KnowledgeSettings
    from core.vault.lifetime import Late, Lifetime
    from core.vault.vault_shelf import Shelf
    from models.language.language_model import ModelServer

_REFUSAL = "nothing is read after the lock"


class KnowledgePair:
    """`kept` and `private` give them; nothing of either is loaded before it is first asked for.

    `shelf` is the profile's, None where everything is private; `in_private` knows which chats are. `servers` are those
    of the models, for vectors that one of them makes.
    """

    def __init__(
        self,
        shelf: Shelf | None,
        private_shelf: Shelf,
        in_private: Container[str],
        *,
        life: Lifetime,
        profile_id: str,
        settings: Callable[[], KnowledgeSettings],
        servers: Callable[[], Mapping[str, ModelServer]],
        doors: Doors,
        announcer: Announcer,
        clock: Clock,
    ) -> None:
        self._shelf = shelf
        self._private_shelf = private_shelf
        self._in_private = in_private
        self._life = life
        self._profile_id = profile_id
        self._settings = settings
        self._servers = servers
        self._doors = doors
        self._announcer = announcer
        self._clock = clock
        self._reading_soon: set[str] = set()
        self.private: Late[Knowledge] = life.late(self._make_private, refusal=_REFUSAL)
        self.kept = self.private if shelf is None else life.late(lambda: self._make_kept(shelf), refusal=_REFUSAL)

    def of(self, conversation_id: str) -> Knowledge:
        """Where this chat's attachments are read: a private chat's in memory only."""
        return self.private() if conversation_id in self._in_private else self.kept()

    def made(self) -> tuple[Knowledge, ...]:
        """Those that were asked for."""
        return tuple(made for made in dict.fromkeys((self.kept.made, self.private.made)) if made is not None)

    def read_attachments_soon(self, conversation_id: str) -> None:
        """Something was written in this chat: what is attached there becomes searchable in it."""
        if conversation_id not in self._reading_soon:
            self._reading_soon.add(conversation_id)
            self._life.in_background(self._read_attachments(conversation_id))

    async def _read_attachments(self, conversation_id: str) -> None:
        from core.knowledge.document_rows import unfiled_attachments

        self._reading_soon.discard(conversation_id)
        shelf = self._private_shelf if self._shelf is None or conversation_id in self._in_private else self._shelf
        if await shelf.readers.run(lambda connection: unfiled_attachments(connection, conversation_id)):
            await self.of(conversation_id).collections.for_conversation(conversation_id)

    def forget_gone_soon(self) -> None:
        """A chat was deleted, and its attachments with it."""
        for knowledge in self.made():
            self._life.in_background(knowledge.forget_gone())

    def take_settings_soon(self) -> None:
        """Its settings were changed."""
        for knowledge in self.made():
            self._life.in_background(knowledge.take_settings())

    def _make_kept(self, shelf: Shelf) -> Knowledge:
        return self._make(shelf, self._profile_id, self._settings)

    def _make_private(self) -> Knowledge:
        from core.knowledge.embedder_choice import kept_here

        return self._make(self._private_shelf, "", lambda: kept_here(self._settings()))

    def _make(self, shelf: Shelf, profile_id: str, settings: Callable[[], KnowledgeSettings]) -> Knowledge:
        from core.knowledge.embedder_choice import embedder_from
        from core.knowledge.knowledge_base import Knowledge
        from core.vectors.vector_store import VectorStore

        return Knowledge(
            shelf,
            settings=settings,
            vectors=VectorStore(shelf, clock=self._clock, profile_id=profile_id, doors=self._doors),
            embedder_from=lambda model: embedder_from(model, self._servers()),
            announcer=self._announcer,
            clock=self._clock,
        )
