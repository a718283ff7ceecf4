"""Memories in a real encrypted database."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from core.clock import ManualClock
from core.events import MemoriesChanged, MemoryProposed
from core.memory.facts import MOST_CHARACTERS, NewMemory
from core.memory.memory_trouble import MemoryMissing, MemoryUnfit
from tests.core.memory.memory_stage import MemoryStage, memory_stage
from tests.peers.decrypted_pages import decrypted_pages

SECRET = "quetzalcoatlus"


async def proposed(stage: MemoryStage, text: str, *, replaces: str | None = None, keep: bool = False) -> str:
    where = await stage.question(text)
    (memory,) = await stage.memories.propose([NewMemory(text, "fact", *where, replaces=replaces)], keep=keep)
    return memory.memory_id


async def test_what_the_owner_writes_is_kept_announced_and_listed_with_pinned_ones_first(tmp_path: Path) -> None:
    async with memory_stage(tmp_path) as stage:
        first = await stage.memories.add("  I eat no\n meat. ")
        await stage.memories.add("I live in Oslo.", kind="fact")
        assert (first.text, first.state, first.conversation_id) == ("I eat no meat.", "kept", None)
        assert MemoriesChanged() in stage.changes
        await stage.memories.pin(first.memory_id)
        assert await stage.texts() == ["I eat no meat.", "I live in Oslo."]


@pytest.mark.parametrize("text", ["", "  \n ", "\0", "x" * (MOST_CHARACTERS + 1)])
async def test_nothing_and_too_much_are_no_memory(tmp_path: Path, text: str) -> None:
    async with memory_stage(tmp_path) as stage:
        with pytest.raises(MemoryUnfit):
            await stage.memories.add(text)
        assert await stage.texts() == []


async def test_words_are_found_first_and_what_means_the_same_behind_them(tmp_path: Path) -> None:
    async with memory_stage(tmp_path) as stage:
        await stage.memories.add("My car is a red Golf")
        await stage.memories.add("Golf is a dull game")
        await stage.memories.add("I play chess")
        await stage.memories.settle()
        hits = await stage.memories.search("red golf")
        assert [hit.memory.text for hit in hits][:1] == ["My car is a red Golf"]
        assert "word" in hits[0].found_by
        assert [hits[0].memory.text[start:end] for start, end in hits[0].highlights] == ["red", "Golf"]
        assert all(hit.found_by == {"meaning"} for hit in hits[1:])


@pytest.mark.parametrize(
    ("text", "looked_for"), [("妹の名前は花子です", "花子"), ("ฉันชอบกาแฟดำ", "กาแฟ"), ("Ich mag Müsli", "musli")]
)
async def test_words_are_found_in_every_script(tmp_path: Path, text: str, looked_for: str) -> None:
    async with memory_stage(tmp_path, by_words_only=True) as stage:
        await stage.memories.add(text)
        await stage.memories.add("Something else")
        assert [hit.memory.text for hit in await stage.memories.search(looked_for)] == [text]


async def test_another_wording_is_found_and_the_old_one_is_not(tmp_path: Path) -> None:
    async with memory_stage(tmp_path) as stage:
        made = await stage.memories.add("My sister is called Anna")
        await stage.memories.settle()
        await stage.memories.edit(made.memory_id, "My cousin lives abroad", kind="preference")
        await stage.memories.settle()
        assert (await stage.memories.get(made.memory_id)).kind == "preference"
        assert await stage.memories.search("Anna") == []
        assert [hit.memory.text for hit in await stage.memories.search("cousin lives")] == ["My cousin lives abroad"]
        assert stage.count("embedding") == 1


async def test_a_proposal_is_kept_as_it_is_or_in_the_owners_words_or_not_at_all(tmp_path: Path) -> None:
    async with memory_stage(tmp_path) as stage:
        kept, worded, unwanted = [await proposed(stage, text) for text in ("I like tea", "I like jazz", "I like rain")]
        assert await stage.used("tea jazz rain") == []
        assert [change.kept for change in stage.changes if isinstance(change, MemoryProposed)] == [False] * 3
        await stage.memories.keep(kept)
        await stage.memories.keep(worded, text="I like free jazz")
        await stage.memories.dismiss(unwanted)
        await stage.memories.dismiss(unwanted)  # twice is no error
        assert {(memory.text, memory.state) for memory in await stage.memories.list()} == {
            ("I like tea", "kept"),
            ("I like free jazz", "kept"),
        }


async def test_what_is_kept_takes_the_place_of_what_it_contradicts(tmp_path: Path) -> None:
    async with memory_stage(tmp_path) as stage:
        old = await stage.memories.add("I live in Oslo", pinned=True)
        new = await proposed(stage, "I live in Lisbon", replaces=old.memory_id)
        assert set(await stage.texts()) == {"I live in Oslo", "I live in Lisbon"}
        assert await stage.used("Where do I live?") == ["I live in Oslo"]
        kept = await stage.memories.keep(new)
        assert (kept.pinned, kept.replaces, kept.state) == (True, None, "kept")
        assert await stage.texts() == ["I live in Lisbon"]


async def test_how_the_owner_wants_to_be_answered_is_used_in_every_answer_once_it_is_kept(tmp_path: Path) -> None:
    async with memory_stage(tmp_path, by_words_only=True) as stage:
        made = await proposed(stage, "I prefer short answers")
        assert await stage.used("Why is the sky blue?") == []
        await stage.memories.keep(made)
        assert await stage.used("Why is the sky blue?") == ["I prefer short answers"]
        assert (await stage.memories.get(made)).pinned


async def test_a_pinned_one_is_never_replaced_without_the_owner(tmp_path: Path) -> None:
    async with memory_stage(tmp_path) as stage:
        old = await stage.memories.add("I live in Oslo", pinned=True)
        await proposed(stage, "I live in Lisbon", replaces=old.memory_id, keep=True)
        assert {memory.state for memory in await stage.memories.list()} == {"kept", "proposed"}
        loose = await stage.memories.add("I drive a Golf")
        await proposed(stage, "I drive a Volvo", replaces=loose.memory_id, keep=True)
        assert "I drive a Golf" not in await stage.texts()


async def test_nothing_is_proposed_from_a_message_that_was_deleted_meanwhile(tmp_path: Path) -> None:
    async with memory_stage(tmp_path) as stage:
        chat, message = await stage.question("I like tea")
        await stage.chats.delete(chat)
        assert await stage.memories.propose([NewMemory("I like tea", "fact", chat, message)], keep=True) == []
        assert await stage.texts() == []


async def test_what_has_expired_is_forgotten(tmp_path: Path) -> None:
    clock = ManualClock()
    async with memory_stage(tmp_path, clock=clock) as stage:
        made = await stage.memories.add("I am on holiday")
        lasting = await stage.memories.add("I live in Oslo")
        await stage.memories.expire(made.memory_id, clock.now() + timedelta(days=1))
        assert await stage.memories.sweep() == 0
        clock.move(timedelta(days=2).total_seconds())
        assert (await stage.memories.get(made.memory_id)).has_expired(clock.now())
        assert await stage.memories.sweep() == 1
        assert [memory.memory_id for memory in await stage.memories.list()] == [lasting.memory_id]


async def test_what_is_gone_is_missed(tmp_path: Path) -> None:
    async with memory_stage(tmp_path) as stage:
        for call in (stage.memories.get, stage.memories.keep, stage.memories.pin):
            with pytest.raises(MemoryMissing):
                await call("nobody")


@pytest.mark.parametrize("way", ["forget", "forget_all", "dismiss", "edit", "keep", "replace"])
async def test_forgotten_words_are_in_no_table_no_index_no_vector_and_no_page(tmp_path: Path, way: str) -> None:
    async with memory_stage(tmp_path) as stage:
        for number in range(30):
            await stage.memories.add(f"The heron {number} stands in the reeds")
        chat, question = await stage.question("Hello")
        new = NewMemory(f"I keep a {SECRET}", "fact", chat, question)
        made = (await stage.memories.propose([new], keep=False))[0].memory_id
        await stage.memories.settle()
        await stage.meaning.vectors.pack()
        await stage.shelf.writer.fold()
        assert SECRET.encode() in decrypted_pages(stage.storage.database)
        (vector,) = stage.storage.rows(
            "SELECT vector FROM embedding JOIN memory ON row_id = item_id WHERE memory_id = ?", made
        )[0]
        if way == "forget_all":
            await stage.memories.forget_all()
        elif way == "edit":
            await stage.memories.edit(made, "I keep a budgerigar")
        elif way == "keep":
            await stage.memories.keep(made, text="I keep a budgerigar")
        elif way == "replace":
            await stage.memories.keep(made)
            other = NewMemory("I keep a budgerigar", "fact", chat, question, replaces=made)
            await stage.memories.propose([other], keep=True)
        else:
            await (stage.memories.forget([made]) if way == "forget" else stage.memories.dismiss(made))
        pages = decrypted_pages(stage.storage.database)
        assert SECRET.encode() not in pages
        assert SECRET[4:].encode() not in pages
        assert vector[:64] not in pages
        assert (tmp_path / "hearth.db-wal").stat().st_size == 0
        assert await stage.memories.search(SECRET) == []
        await stage.memories.settle()
        kept = stage.count("memory")
        assert (await stage.meaning.vectors.index("memory")).state.total == kept == stage.count("embedding")


async def test_a_lock_while_vectors_are_made_loses_nothing_and_the_next_opening_goes_on(tmp_path: Path) -> None:
    async with memory_stage(tmp_path) as stage:
        embedder = stage.meaning.model
        embedder.gate.clear()  # type: ignore[union-attr]
        await stage.memories.add("I play the cello")
        await asyncio.sleep(0)
    async with memory_stage(tmp_path) as stage:
        assert stage.count("embedding") == 0
        await stage.memories.warm()
        assert stage.count("embedding") == 1
