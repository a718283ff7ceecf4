"""The desk that tests of this room work at."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from core.clock import RealClock
from core.conversations.conversation_store import ConversationStore
from core.events import Announcer
from core.inference.gateway import Gateway
from core.inference.resilience import RetryPolicy, TimeLimits
from core.inference.standard_chain import standard_chain
from core.metrics.timings import Timings
from core.vault.blobs import MemoryBlobs
from core.vault.ephemeral import EphemeralDatabase
from models.language.ollama_model import OllamaServer
from tests.core.chat.chat_desk import Desk
from tests.peers.ollama_server import OllamaPeer


@pytest.fixture
async def desk() -> AsyncIterator[Desk]:
    """A desk whose waits between retries are short."""
    database = EphemeralDatabase()
    clock = RealClock()
    timings = Timings()
    chain = standard_chain(
        clock=clock,
        timings=timings,
        limits=TimeLimits(first_piece_s=5, silence_s=0.4),
        retries=RetryPolicy(first_wait_s=0.02),
    )
    with OllamaPeer() as peer:
        gateway = Gateway({"ollama": OllamaServer(peer.address)}, middleware=chain)
        store = ConversationStore(
            database.writer, database.readers, MemoryBlobs(database.writer), clock=clock, announcer=Announcer()
        )
        desk = Desk(peer, gateway, store, timings)
        try:
            yield desk
        finally:
            await desk.turns.aclose()
            await gateway.aclose()
            database.close()
