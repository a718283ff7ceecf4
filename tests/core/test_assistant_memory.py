"""Memory through the whole assistant: real profile, built-in model of vectors, and a stand-in for Ollama."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from contextlib import aclosing
from datetime import timedelta
from pathlib import Path

import pytest

from core.assistant import Assistant
from core.errors import VaultLocked
from core.events import MemoriesUsed, TurnEvent
from core.memory.learn import TASK
from tests.peers.http_peer import PeerRequest
from tests.peers.ollama_replies import Reply, answer
from tests.peers.ollama_server import OllamaPeer
from tests.peers.profile_at_hand import ProfileAtHand

OSLO = "I live in Oslo and I am looking for a good bakery."


def noticing(request: PeerRequest) -> Reply | None:
    """What the model notices whenever it is asked to."""
    messages = request.data.get("messages", [])
    if not messages or not str(messages[-1]["content"]).startswith(TASK[:40]):
        return None
    found = {"text": "I live in Oslo.", "kind": "fact", "quote": "I live in Oslo", "replaces": 0}
    return answer(json.dumps({"memories": [found]}))


async def asked(assistant: Assistant, chat: str, text: str) -> list[TurnEvent]:
    async with aclosing(assistant.turns_of(chat).ask(chat, text)) as events:
        return [event async for event in events]


async def _until(holds: Callable[[], Awaitable[bool]]) -> None:
    async with asyncio.timeout(30):
        while not await holds():  # noqa: ASYNC110 - no event tells of all of these
            await asyncio.sleep(0.05)


async def _rows(assistant: Assistant, query: str) -> int:
    return int(await assistant.shelf.readers.run(lambda c: c.execute(query).fetchone()[0]))


async def test_what_is_told_in_one_chat_is_known_in_another_after_a_lock(tmp_path: Path) -> None:
    with OllamaPeer(respond=noticing) as peer:
        profile = ProfileAtHand(tmp_path, peer.address)
        async with profile.assistant() as assistant:
            await assistant.settings.change("memory.mode", "automatic")
            await asked(assistant, (await assistant.conversations.create()).conversation_id, OSLO)

            async def is_kept() -> bool:
                return [memory.text for memory in await assistant.memory.list(state="kept")] == ["I live in Oslo."]

            await _until(is_kept)
        with pytest.raises(VaultLocked):
            await assistant.memory.list()
        async with profile.assistant() as assistant:
            await assistant.memory.warm()
            assistant.memory.recall.within_s = 30
            chat = (await assistant.conversations.create()).conversation_id
            events = await asked(assistant, chat, "Which museum in Oslo is open today?")
            (used,) = [event for event in events if isinstance(event, MemoriesUsed)]
            assert [memory.text for memory in used.memories] == ["I live in Oslo."]


async def test_private_chats_use_no_memory_make_none_and_are_never_embedded(tmp_path: Path) -> None:
    with OllamaPeer(respond=noticing) as peer:
        async with ProfileAtHand(tmp_path, peer.address).assistant() as assistant:
            await assistant.settings.change("memory.mode", "automatic")
            await assistant.memory.add("I live in Bergen.", pinned=True)
            assistant.memory.chats._rest_s = 0.0
            chat = (await assistant.private.create()).conversation_id
            events = await asked(assistant, chat, OSLO)
            await asked(assistant, chat, "Remember that I like tea")
            await assistant.settle()
            await assistant.memory.settle()
            await assistant.memory.chats.settle()
            assert not any(isinstance(event, MemoriesUsed) for event in events)
            assert "Bergen" not in str(peer.chats())
            assert [memory.text for memory in await assistant.memory.list()] == ["I live in Bergen."]
            assert (await assistant.memory.list())[0].use_count == 0
            assert await _rows(assistant, "SELECT count(*) FROM embedding WHERE space = 'message'") == 0
            assert len([chat for chat in peer.chats() if TASK[:40] in str(chat)]) == 0


async def test_kept_chats_become_searchable_by_meaning_by_themselves(tmp_path: Path) -> None:
    with OllamaPeer() as peer:
        async with ProfileAtHand(tmp_path, peer.address).assistant() as assistant:
            assistant.memory.chats._rest_s = 0.0
            chat = (await assistant.conversations.create()).conversation_id
            await asked(assistant, chat, "My car makes a grinding noise when braking.")

            async def is_found() -> bool:
                hits = await assistant.search.by_meaning("automobile brakes problem")
                return [(hit.conversation_id, hit.found_by) for hit in hits][:1] == [(chat, "meaning")]

            await _until(is_found)


async def test_what_has_expired_is_forgotten_by_the_housekeeping(tmp_path: Path) -> None:
    async with ProfileAtHand(tmp_path).assistant() as assistant:
        await assistant.memory.add("I am on holiday", expires_at=assistant.clock.now() - timedelta(seconds=1))
        await assistant.housekeeping.sweep()
        assert await assistant.memory.list() == []
