"""A desk to work at: a stand-in for Ollama on loopback, the real client, gateway and store, and turns over them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from typing import Any

from core.chat.turn import Turns
from core.chat.turn_settings import TurnSettings
from core.clock import RealClock
from core.conversations.conversation_store import ConversationStore
from core.conversations.message_tree import Message
from core.events import TextDelta, TurnEvent, TurnStarted
from core.inference.gateway import Gateway
from core.metrics.timings import Timings
from tests.peers.ollama_server import OllamaPeer

MODEL = "llama3.2:3b"


@dataclass
class Desk:
    """Everything of one test."""

    peer: OllamaPeer
    gateway: Gateway
    store: ConversationStore
    timings: Timings = field(default_factory=Timings)
    settings: TurnSettings = field(default_factory=lambda: TurnSettings(default_model=MODEL, titles=False))

    def __post_init__(self) -> None:
        self.turns = Turns(self.store, self.gateway, lambda: self.settings, clock=RealClock(), timings=self.timings)

    def wish(self, **changes: Any) -> None:
        """Change the settings."""
        self.settings = replace(self.settings, **changes)

    async def chat(self, **details: Any) -> str:
        """A new chat."""
        return (await self.store.create(**details)).conversation_id

    async def ask(self, conversation_id: str, text: str, **wishes: Any) -> list[TurnEvent]:
        """Ask and listen to the end."""
        return await heard(self.turns.ask(conversation_id, text, **wishes))

    async def answer(self, events: Sequence[TurnEvent]) -> Message:
        """The stored answer of a turn."""
        return await self.store.message(next(event.answer_id for event in events if isinstance(event, TurnStarted)))

    def prompts(self) -> list[list[dict[str, Any]]]:
        """The messages of all chat requests that reached the server."""
        return [chat["messages"] for chat in self.peer.chats()]


async def heard(events: AsyncGenerator[TurnEvent, None]) -> list[TurnEvent]:
    """All events of a turn."""
    async with aclosing(events):
        return [event async for event in events]


def said(events: Sequence[TurnEvent]) -> str:
    """The text that a face would show."""
    return "".join(event.text for event in events if isinstance(event, TextDelta))


async def until(condition: Any, *, timeout_s: float = 10.0) -> None:
    """Wait until `await condition()` holds."""
    async with asyncio.timeout(timeout_s):
        while not await condition():  # noqa: ASYNC110 - the condition lies in a database
            await asyncio.sleep(0.01)
