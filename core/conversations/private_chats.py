"""`PrivateChats`: chats that leave no trace, in a database in memory."""

from __future__ import annotations

from core.clock import Clock
from core.conversations.conversation_store import ConversationStore
from core.events import Announcer, Change, ConversationChanged
from core.vault.blobs import MemoryBlobs
from core.vault.ephemeral import EphemeralDatabase
from core.vault.vault_shelf import Shelf


class PrivateChats:
    """Their `store`, and the `shelf` on which they and their attachments lie. `announcer` is told of their changes."""

    def __init__(self, *, clock: Clock, announcer: Announcer) -> None:
        self._database = EphemeralDatabase()
        self._announcer = announcer
        self._ids: set[str] = set()
        writer, readers = self._database.writer, self._database.readers
        self.shelf = Shelf(writer, readers, MemoryBlobs(writer, clock=clock))
        of_store = Announcer()
        of_store.subscribe(self._on_change)
        self.store = ConversationStore(writer, readers, self.shelf.blobs, clock=clock, announcer=of_store, private=True)

    def __contains__(self, conversation_id: object) -> bool:
        """Whether this chat is or was one of them."""
        return conversation_id in self._ids

    def close(self) -> None:
        """Forget all of them."""
        self._database.close()

    def _on_change(self, change: Change) -> None:
        if isinstance(change, ConversationChanged):
            self._ids.add(change.conversation_id)
        self._announcer.announce(change)
