from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from core.assistant import Assistant
from core.conversations.message_tree import NewAttachment
from core.errors import VaultLocked
from tests.peers.profile_at_hand import ProfileAtHand

KEEPER = "# Lighthouse\n\nThe keeper of the lighthouse counts the ships that pass in the night.\n"


async def _until(holds: Callable[[], Awaitable[bool]]) -> None:
    async with asyncio.timeout(30):
        while not await holds():  # noqa: ASYNC110 - no event tells of all of these
            await asyncio.sleep(0.05)


async def _settled(assistant: Assistant) -> None:
    async with asyncio.timeout(60):
        await assistant.knowledge.watching.settle()
        await assistant.knowledge.ingest.settle()


async def test_a_file_is_found_by_what_it_means_with_the_built_in_model(tmp_path: Path) -> None:
    path = tmp_path / "keeper.md"
    path.write_text(KEEPER)
    async with ProfileAtHand(tmp_path / "home").assistant() as assistant:
        collection = await assistant.knowledge.collections.create("Sea")
        await assistant.knowledge.collections.add_files(collection.collection_id, [path])
        await _settled(assistant)
        found = await assistant.knowledge.retrieval.find("Who watches vessels after dark?")
        assert found.without_meaning == ""
        assert [one.document_name for one in found.passages] == ["keeper.md"]
        facts = assistant.knowledge.state().embedder
        assert facts is not None
        assert facts.dimensions == 384
    with pytest.raises(VaultLocked):
        await assistant.knowledge.collections.list()


async def test_a_lock_in_the_middle_is_gone_on_with_at_the_next_unlocking_by_itself(tmp_path: Path) -> None:
    paths = []
    for number in range(20):
        path = tmp_path / f"{number}.md"
        path.write_text(KEEPER.replace("ships", f"{number} ships") * 4)
        paths.append(path)
    profile = ProfileAtHand(tmp_path / "home")
    async with profile.assistant() as assistant:
        collection = await assistant.knowledge.collections.create("Sea")
        await assistant.knowledge.collections.add_files(collection.collection_id, paths)
        await asyncio.sleep(0.3)
        await assistant.lock()
    async with profile.assistant() as assistant:

        async def all_ready() -> bool:
            return (await assistant.knowledge.collections.get(collection.collection_id)).ready == 20

        await _until(all_ready)


async def test_what_is_attached_to_a_chat_becomes_searchable_in_it_by_itself(tmp_path: Path) -> None:
    async with ProfileAtHand(tmp_path / "home").assistant() as assistant:
        chat = (await assistant.conversations.create()).conversation_id
        note = NewAttachment("text", "keeper.md", "text/markdown", KEEPER.encode())
        await assistant.conversations.append(chat, parent_id=None, role="user", text="Look", attachments=[note])

        async def is_read() -> bool:
            listed = await assistant.knowledge.collections.list(of_chats=True)
            return [(one.conversation_id, one.ready) for one in listed] == [(chat, 1)]

        await _until(is_read)
        await assistant.conversations.delete(chat)
        assert await assistant.knowledge.collections.list(of_chats=True) == []
        rows = await assistant.shelf.readers.run(
            lambda c: [
                c.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("chunk", "blob", "content")
            ]
        )
        assert rows == [0, 0, 0]


async def test_what_is_attached_to_a_private_chat_never_reaches_the_vault(tmp_path: Path) -> None:
    async with ProfileAtHand(tmp_path / "home").assistant() as assistant:
        chat = (await assistant.private.create()).conversation_id
        note = NewAttachment("text", "keeper.md", "text/markdown", KEEPER.encode())
        await assistant.private.append(chat, parent_id=None, role="user", text="Look", attachments=[note])
        knowledge = assistant.knowledge_of(chat)
        assert knowledge is not assistant.knowledge

        async def is_read() -> bool:
            listed = await knowledge.collections.list(of_chats=True)
            return [(one.conversation_id, one.ready) for one in listed] == [(chat, 1)]

        await _until(is_read)
        assert (await knowledge.retrieval.find("keeper of the lighthouse")).passages
        assert await assistant.knowledge.collections.list(of_chats=True) == []
        assert (await assistant.knowledge.retrieval.find("keeper of the lighthouse")).passages == ()
