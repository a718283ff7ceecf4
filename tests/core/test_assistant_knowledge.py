from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from core.assistant import Assistant
from core.conversations.message_tree import NewAttachment
from core.errors import VaultLocked
from core.events import SourcesFound, TurnFinished
from tests.peers.ollama_replies import answer
from tests.peers.ollama_server import OllamaPeer
from tests.peers.profile_at_hand import ProfileAtHand
from tests.peers.small_documents import pdf

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


@pytest.mark.parametrize("private", [False, True])
async def test_a_pdf_that_comes_with_a_question_is_read_before_it_is_answered(tmp_path: Path, *, private: bool) -> None:
    with OllamaPeer() as peer:
        peer.script("llama3.2:3b", answer("A ship [1]."), answer("About ships [1]."))
        async with ProfileAtHand(tmp_path / "home", peer.address).assistant() as assistant:
            await assistant.settings.change("chat.automatic_titles", False)
            store = assistant.private if private else assistant.conversations
            turn = assistant.private_turns if private else assistant.turns
            log = NewAttachment("file", "log.pdf", "application/pdf", pdf(1, ("The keeper counts forty ships.",)))
            bad = NewAttachment("file", "cut.pdf", "application/pdf", b"%PDF-1.7 cut short")
            for question in ("What does the keeper count?", "Summarise this."):
                chat = (await store.create()).conversation_id
                events = [one async for one in turn.ask(chat, question, attachments=[log, bad])]
                asked = str(peer.chats()[-1]["messages"][-1]["content"])
                assert "The keeper counts forty ships." in asked
                assert "cannot be read" not in asked
                ended = events[-1]
                assert isinstance(ended, TurnFinished)
                answered = await store.message(ended.answer_id)
                assert answered.notices == ("cut.pdf: This file is damaged, cut short, or not what its name says.",)


async def test_a_pdf_that_comes_without_a_word_is_told_by_how_it_begins(tmp_path: Path) -> None:
    pages = pdf(2, ("The keeper counts forty ships.",))
    with OllamaPeer() as peer:
        peer.script("llama3.2:3b", answer("A log of ships [1]."))
        async with ProfileAtHand(tmp_path / "home", peer.address).assistant() as assistant:
            await assistant.settings.change("chat.automatic_titles", False)
            for name in ("earlier.pdf", "log.pdf"):
                chat = (await assistant.conversations.create()).conversation_id
                log = NewAttachment("file", name, "application/pdf", pages)
                events = [one async for one in assistant.turns.ask(chat, "", attachments=[log])]
                asked = str(peer.chats()[-1]["messages"][-1]["content"])
                assert "The keeper counts forty ships." in asked
                assert "attached this without a word" in asked
                (told,) = [one for one in events if isinstance(one, SourcesFound)]
                assert [(one.document_name, one.page) for one in told.passages] == [(name, 1), (name, 2)]
                ended = events[-1]
                assert isinstance(ended, TurnFinished)
                kept = await assistant.turns.audits.cited(ended.answer_id)
                assert [one and one.page for one in kept] == [1, 2]


async def test_without_a_model_what_came_without_a_word_is_quoted_as_it_begins(tmp_path: Path) -> None:
    async with ProfileAtHand(tmp_path / "home").assistant() as assistant:
        chat = (await assistant.conversations.create()).conversation_id
        note = NewAttachment("text", "keeper.md", "text/plain", KEEPER.encode())
        events = [one async for one in assistant.turns.ask(chat, "", attachments=[note])]
        ended = events[-1]
        assert isinstance(ended, TurnFinished)
        said = (await assistant.conversations.message(ended.answer_id)).text
        assert said.startswith("No language model was asked. This is how what you attached begins:")
        assert said.endswith("— “keeper.md” [1]")


async def test_of_a_long_text_the_model_gets_the_beginning_and_what_matters_further_on(tmp_path: Path) -> None:
    days = [f"On day {number} the harbour of Tarn was calm and nothing came in." for number in range(600)]
    days[470] = "On day 470 the whaler Corvane burned out at the northern pier."
    text = "Diary of the harbour.\n\n" + "\n\n".join(days)
    with OllamaPeer() as peer:
        peer.script("llama3.2:3b", answer("Day 470 [1]."), answer("The whaler [1]."))
        async with ProfileAtHand(tmp_path / "home", peer.address).assistant() as assistant:
            await assistant.settings.change("chat.automatic_titles", False)
            chat = (await assistant.conversations.create()).conversation_id
            diary = NewAttachment("text", "diary.txt", "text/plain", text.encode())
            question = "When did the whaler Corvane burn out?"
            events = [one async for one in assistant.turns.ask(chat, question, attachments=[diary])]
            first = peer.chats()[0]["messages"]
            asked = str(first[-1]["content"])
            assert asked.index("Diary of the harbour.") < asked.index("[“diary.txt” goes on") < asked.index(days[470])
            assert len(asked) < 24_000 < len(text)
            ended = events[-1]
            assert isinstance(ended, TurnFinished)
            (notice,) = (await assistant.conversations.message(ended.answer_id)).notices
            assert notice.startswith("“diary.txt” is too long to be read whole")

            events = [one async for one in assistant.turns.ask(chat, "Which ship was it that burned out?")]
            again = peer.chats()[-1]["messages"]
            attached = asked[: asked.index("[“diary.txt” goes on")]
            assert str(again[1]["content"]).startswith(attached)  # the same in every later turn
            ended = events[-1]
            assert isinstance(ended, TurnFinished)
            assert (await assistant.conversations.message(ended.answer_id)).notices == ()


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
