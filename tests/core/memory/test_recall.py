"""What is remembered for a question, with the built-in model of vectors where meaning counts."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

from core.clock import ManualClock
from core.memory.recall import MOST_PINNED, MOST_RECALLED
from models.embedding.minilm import MiniLm
from models.engine_errors import EngineError
from tests.core.memory.memory_stage import memory_stage
from tests.peers.knowledge_stage import WordEmbedder

ABOUT_ME = (
    "I am vegetarian.",
    "My sister's name is Anna and she lives in Oslo.",
    "I drive a 2014 Volkswagen Golf diesel.",
    "I play the cello in an amateur orchestra.",
    "My landlord is Mr Schneider.",
    "We have a wooden terrace facing south.",
)


async def test_what_matters_is_found_by_its_meaning_and_nothing_where_nothing_matters(tmp_path: Path) -> None:
    async with memory_stage(tmp_path, embedder=MiniLm()) as stage:
        for text in ABOUT_ME:
            await stage.memories.add(text)
        await stage.memories.warm()
        assert (await stage.used("What could I cook tonight?"))[0] == ABOUT_ME[0]
        assert (await stage.used("Which oil does my car need?"))[0] == ABOUT_ME[2]
        assert (await stage.used("Draft a letter about the heating to Schneider"))[0] == ABOUT_ME[4]
        for unrelated in (
            "Who wrote Don Quixote?",
            "What is the derivative of x squared?",
            "Thanks, that helps.",
            "👍",
            "",
        ):
            assert await stage.used(unrelated) == []


async def test_names_are_found_by_word_in_languages_that_the_model_does_not_know(tmp_path: Path) -> None:
    async with memory_stage(tmp_path, embedder=MiniLm()) as stage:
        for text in (
            "Meine Schwester heißt Annegret",
            "Ich esse kein Fleisch",
            "妹の名前は花子です",
            "犬を二匹飼っています",
        ):
            await stage.memories.add(text)
        await stage.memories.warm()
        assert await stage.used("Was wünscht sich Annegret zum Geburtstag?") == ["Meine Schwester heißt Annegret"]
        assert await stage.used("花子への手紙を書いて") == ["妹の名前は花子です"]
        assert await stage.used("Wie hoch ist der Eiffelturm?") == []
        assert await stage.used("東京の人口は？") == []


async def test_pinned_ones_are_always_there_and_not_without_number(tmp_path: Path) -> None:
    async with memory_stage(tmp_path) as stage:
        for number in range(MOST_PINNED + 3):
            await stage.memories.add(f"Rule {number}", pinned=True)
        for number in range(MOST_RECALLED + 3):
            await stage.memories.add(f"The zebra grazes at place{number}")
        used = await stage.memories.recall.find("Where does the zebra graze?")
        assert sum("pinned" in memory.found_by for memory in used) == MOST_PINNED
        assert len(used) <= MOST_PINNED + MOST_RECALLED
        assert used[0].text == f"Rule {MOST_PINNED + 2}"


async def test_what_has_expired_or_is_only_proposed_is_not_used(tmp_path: Path) -> None:
    clock = ManualClock()
    async with memory_stage(tmp_path, clock=clock) as stage:
        await stage.memories.add("I sleep in the blue tent", expires_at=clock.now() + timedelta(days=1))
        await stage.memories.add("I carry a compass", pinned=True, expires_at=clock.now() + timedelta(days=1))
        await stage.memories.settle()
        assert await stage.used("Where is the blue tent?") == ["I carry a compass", "I sleep in the blue tent"]
        clock.move(timedelta(days=1).total_seconds())
        assert await stage.used("Where is the blue tent?") == []


async def test_words_do_where_the_model_fails_or_is_slow(tmp_path: Path) -> None:
    embedder = WordEmbedder(fails=True)
    async with memory_stage(tmp_path, embedder=embedder) as stage:
        await stage.memories.add("My tortoise is called Xerxes")
        assert await stage.used("How old is Xerxes?") == ["My tortoise is called Xerxes"]
        embedder.fails = False
        embedder.gate.clear()
        stage.memories.recall.within_s = 0.01
        assert await stage.used("How old is Xerxes?") == ["My tortoise is called Xerxes"]
        embedder.gate.set()


async def test_what_was_forgotten_or_worded_anew_is_not_found_by_its_old_meaning(tmp_path: Path) -> None:
    async with memory_stage(tmp_path, embedder=MiniLm()) as stage:
        gone = await stage.memories.add("I am allergic to peanuts.")
        changed = await stage.memories.add("I play the cello.")
        await stage.memories.warm()
        await stage.memories.forget([gone.memory_id])
        await stage.memories.edit(changed.memory_id, "My bicycle is green.")
        await stage.memories.settle()
        assert await stage.used("Which nuts am I allergic to?") == []
        assert await stage.used("Do I play the cello or another instrument?") == []
        assert await stage.used("What colour is my bicycle?") == ["My bicycle is green."]


async def test_closing_in_the_middle_of_a_question_leaves_nothing_running(tmp_path: Path) -> None:
    embedder = WordEmbedder()
    async with memory_stage(tmp_path, embedder=embedder) as stage:
        await stage.memories.add("I play the cello")
        embedder.gate.clear()
        asking = asyncio.create_task(stage.memories.recall.find("cello?"))
        await asyncio.sleep(0.05)
        await stage.memories.aclose()
        assert [memory.text for memory in await asking] == ["I play the cello"]


async def test_an_embedder_that_cannot_be_loaded_costs_only_the_meaning(tmp_path: Path) -> None:
    class Broken(WordEmbedder):
        async def load(self) -> None:
            raise EngineError("no model")

    async with memory_stage(tmp_path, embedder=Broken()) as stage:
        await stage.memories.add("I play the cello")
        assert [hit.memory.text for hit in await stage.memories.search("cello")] == ["I play the cello"]
