"""`Surroundings`: what the voice needs of the assistant that it belongs to, which stands above it."""

from __future__ import annotations

from typing import Protocol

from core.audit.trail import AuditTrail
from core.chat.personas import Personas
from core.chat.turn import Turns
from core.clock import Clock
from core.conversations.conversation_store import ConversationStore
from core.events import Announcer
from core.inference.gateway import Gateway
from core.library.model_library import ModelLibrary
from core.paths import HearthPaths
from core.settings.settings_store import SettingsStore
from core.vault.lock import AutoLock
from core.vault.vault_shelf import Shelf


class Surroundings(Protocol):
    """The assistant, seen from below. Tests give a real one."""

    paths: HearthPaths
    clock: Clock
    announcer: Announcer
    settings: SettingsStore
    conversations: ConversationStore
    private: ConversationStore
    audit: AuditTrail
    auto_lock: AutoLock

    @property
    def gateway(self) -> Gateway:
        """The way to the language models."""

    @property
    def shelf(self) -> Shelf:
        """Where transcripts are kept."""

    @property
    def library(self) -> ModelLibrary:
        """Which models are installed, and what the computer has."""

    @property
    def personas(self) -> Personas:
        """Who answers, and with which voice."""

    def store_of(self, conversation_id: str) -> ConversationStore:
        """Where this chat is kept."""

    def turns_of(self, conversation_id: str) -> Turns:
        """What answers in this chat."""

    async def warm(self, model: str = "") -> None:
        """Load the language model that will probably be asked."""
