"""Chats found by their meaning, with the built-in model of vectors and the real search."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from core.conversations.search import ConversationSearch, SearchHit
from core.events import IndexChanged
from core.memory.older_turns import older_turns
from models.embedding.minilm import MiniLm
from tests.core.memory.memory_stage import MemoryStage, memory_stage
from tests.peers.decrypted_pages import decrypted_pages
from tests.peers.knowledge_stage import WordEmbedder

TALKS = (
    ("How do I get red wine out of a carpet?", "Dab it with salt and cold water, never rub."),
    ("My car makes a grinding noise when braking.", "The brake pads are probably worn out; have them replaced."),
    ("What is a good present for a six year old?", "A magnifying glass and a book about insects."),
    ("Explain photosynthesis.", "Plants turn light, water and carbon dioxide into sugar and oxygen."),
)


async def talked(stage: MemoryStage) -> list[str]:
    """One chat for each talk, embedded."""
    stage.memories.chats._rest_s = 0.0
    ids = []
    for question, reply in TALKS:
        chat, asked = await stage.question(question)
        await stage.chats.append(chat, parent_id=asked, role="assistant", text=reply)
        ids.append(chat)
    await stage.memories.chats.settle()
    return ids


def search_of(stage: MemoryStage) -> ConversationSearch:
    return ConversationSearch(stage.shelf.readers, lambda: stage.memories.chats)


def chats_of(hits: list[SearchHit]) -> list[str]:
    return [hit.conversation_id for hit in hits]


async def test_a_chat_is_found_by_what_it_means_behind_what_holds_the_words(tmp_path: Path) -> None:
    async with memory_stage(tmp_path, embedder=MiniLm()) as stage:
        wine, car, present, _ = await talked(stage)
        search = search_of(stage)
        assert await search.search("vehicle problem") == []
        (first, *_) = await search.by_meaning("automobile brakes problem")
        assert (first.conversation_id, first.found_by, first.highlights) == (car, "meaning", ())
        assert first.snippet.startswith(("My car makes", "The brake pads"))
        assert chats_of(await search.by_meaning("birthday gift for a child"))[0] == present
        words = await search.search("carpet")
        assert [hit.found_by for hit in words] == ["word"]
        behind = await search.by_meaning("carpet stain from wine", words)
        assert words[0].message_id not in [hit.message_id for hit in behind]
        assert set(chats_of(behind)) <= {wine}
        assert await search.by_meaning("quarterly tax declaration of a company") == []


async def test_it_keeps_to_the_chat_the_folder_and_the_shelf_that_are_searched(tmp_path: Path) -> None:
    async with memory_stage(tmp_path, embedder=MiniLm()) as stage:
        _, car, present, _ = await talked(stage)
        search = search_of(stage)
        wanted = "brakes of my automobile"
        assert await search.by_meaning(wanted, conversation_id=present) == []
        assert set(chats_of(await search.by_meaning(wanted, conversation_id=car))) == {car}
        await stage.chats.archive(car, True)
        assert await search.by_meaning(wanted, include_archived=False) == []


@pytest.mark.parametrize("typed", ["", "a", "   ", "?", "\0", "💥" * 30, "x" * 5000, '"unbalanced'])
async def test_whatever_is_typed_breaks_nothing(tmp_path: Path, typed: str) -> None:
    async with memory_stage(tmp_path) as stage:
        await talked(stage)
        await search_of(stage).by_meaning(typed)


async def test_without_a_model_or_before_anything_is_ready_words_are_all_there_is(tmp_path: Path) -> None:
    async with memory_stage(tmp_path, by_words_only=True) as stage:
        await talked(stage)
        assert await search_of(stage).by_meaning("brakes of my automobile") == []
        assert len(await search_of(stage).search("carpet")) == 1


async def test_deleted_chats_are_found_no_more_and_their_vectors_are_gone(tmp_path: Path) -> None:
    async with memory_stage(tmp_path, embedder=MiniLm()) as stage:
        ids = await talked(stage)
        search = search_of(stage)
        assert await search.by_meaning("brakes of my automobile")
        rows = "SELECT vector FROM embedding JOIN message ON row_id = item_id WHERE conversation_id = ?"
        vectors = [row[0] for row in stage.storage.rows(rows, ids[1])]
        await stage.meaning.vectors.pack()
        await stage.chats.delete(ids[1])
        assert await search.by_meaning("brakes of my automobile") == []
        await stage.memories.chats.settle()
        await stage.shelf.writer.fold()
        pages = decrypted_pages(stage.storage.database)
        assert len(vectors) == 2
        assert all(vector[:64] not in pages for vector in vectors)
        assert stage.count("embedding") == 2 * (len(TALKS) - 1)
        # The numbers of what was deleted are given again: nothing of the old meaning stays with them.
        await stage.question("Recommend a song for the harp")
        await stage.memories.chats.settle()
        assert await search.by_meaning("brakes of my automobile") == []
        assert await search.by_meaning("music for a string instrument")


async def test_a_question_that_is_deleted_and_asked_anew_gets_a_vector_of_its_own(tmp_path: Path) -> None:
    async with memory_stage(tmp_path, embedder=MiniLm()) as stage:
        stage.memories.chats._rest_s = 0.0
        chat, asked = await stage.question("Tell me about herons")
        await stage.memories.chats.settle()
        await stage.chats.delete_message(asked)
        await stage.chats.append(chat, parent_id=None, role="user", text="My car makes a grinding noise when braking.")
        await stage.memories.chats.settle()
        assert [hit.snippet for hit in await search_of(stage).by_meaning("automobile brakes problem")] != []
        assert await search_of(stage).by_meaning("a wading bird like the heron") == []


async def test_an_answer_that_still_grows_is_embedded_when_it_is_whole(tmp_path: Path) -> None:
    async with memory_stage(tmp_path) as stage:
        stage.memories.chats._rest_s = 0.0
        chat, asked = await stage.question("Tell me about herons")
        growing = await stage.chats.append(chat, parent_id=asked, role="assistant", text="Her", state="streaming")
        await stage.memories.chats.settle()
        assert stage.count("embedding") == 1
        await stage.chats.finish(growing.message_id, text="Herons wade.", thinking="", state="complete")
        await stage.memories.chats.settle()
        assert stage.count("embedding") == 2


async def test_another_model_of_vectors_gets_its_own_of_memories_and_chats(tmp_path: Path) -> None:
    async with memory_stage(tmp_path) as stage:
        await talked(stage)
        await stage.memories.add("I play the cello")
        await stage.memories.settle()
        before = stage.count("embedding")
        other = stage.meaning.model = WordEmbedder("others")
        await stage.meaning.embedder()  # it comes into use
        stage.announcer.announce(IndexChanged())
        await stage.memories.settle()
        await stage.memories.chats.settle()
        made = stage.storage.rows("SELECT count(*) FROM embedding WHERE embedder = ?", other.facts.name)
        assert made[0][0] == before == 2 * len(TALKS) + 1


async def test_a_lock_in_the_middle_is_gone_on_with_after_the_next_opening(tmp_path: Path) -> None:
    embedder = WordEmbedder()
    async with memory_stage(tmp_path, embedder=embedder) as stage:
        embedder.gate.clear()
        stage.memories.chats._rest_s = 0.0
        await stage.question("Tell me about herons")
        await asyncio.sleep(0.1)
    async with memory_stage(tmp_path) as stage:
        assert stage.count("embedding") == 0
        stage.memories.chats._rest_s = 0.0
        stage.memories.chats.wake()
        await stage.memories.chats.settle()
        assert stage.count("embedding") == 1


async def test_older_turns_of_a_long_chat_come_back_with_what_belongs_to_them(tmp_path: Path) -> None:
    async with memory_stage(tmp_path, embedder=MiniLm()) as stage:
        stage.memories.chats._rest_s = 0.0
        chat = (await stage.chats.create()).conversation_id
        parent, ids = None, []
        for question, reply in TALKS:
            asked = await stage.chats.append(chat, parent_id=parent, role="user", text=question)
            answered = await stage.chats.append(chat, parent_id=asked.message_id, role="assistant", text=reply)
            parent = answered.message_id
            ids += [asked.message_id, answered.message_id]
        last = await stage.chats.append(chat, parent_id=parent, role="user", text="What did you say about my brakes?")
        sibling = await stage.chats.append(chat, parent_id=ids[1], role="user", text="And the brakes?")
        await stage.memories.chats.settle()

        async def found(question_id: str, question: str, shown: set[str]) -> list[str]:
            older = await older_turns(stage.shelf.readers, stage.memories.chats, question_id, question, shown)
            return [one.text for one in older]

        texts = await found(last.message_id, "What did you say about my brakes?", set(ids[4:]))
        assert set(texts[:2]) == set(TALKS[1])
        assert await found(last.message_id, "What did you say about my brakes?", set(ids)) == []
        assert TALKS[1][1] not in await found(sibling.message_id, "And the brakes?", set())  # of another branch
        assert await found(last.message_id, "Sing a song of sixpence.", set(ids[4:])) == []
