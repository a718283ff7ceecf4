"""`Surroundings`: what the voice needs of the assistant that it belongs to, which stands above it."""

from __future__ import annotations

from typing import Protocol

from core.chat.personas import Personas
from core.chat.turn import Turns
from core.clock import Clock
from core.conversations.conversation_store import ConversationStore
from core.events import Announcer
from core.library.model_library import ModelLibrary
from core.paths import HearthPaths
from core.settings.settings_store import SettingsStore


class Surroundings(Protocol):
    """The assistant, seen from below. Tests give a real one."""

    paths: HearthPaths
    clock: Clock
    announcer: Announcer
    settings: SettingsStore
    conversations: ConversationStore

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
