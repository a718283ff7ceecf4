"""What remembering adds to a first token: 500 memories in SQLCipher, asked by word and by meaning.

Beside it the search by meaning over the messages of chats, and the turns of a long chat that are looked up again. No
question is asked twice, so that the built-in model embeds each anew; vectors of messages lie in clusters, as those of
texts do. Memories and what they are asked are English as people write it, a third of the questions short, middling and
long: the words that are made up for the messages fall into twice as many tokens, and what a vector takes grows with
them.
"""

from __future__ import annotations

import asyncio
import random
import tempfile
import time
from pathlib import Path
from statistics import median

import numpy as np

from core.clock import RealClock
from core.conversations.search import ConversationSearch
from core.events import Announcer
from core.memory.facts import Memories
from core.memory.older_turns import older_turns
from core.vault.blobs import MemoryBlobs
from core.vault.database import Connection, open_connection
from core.vault.migrations import apply
from core.vault.readers import READER_CACHE_KIB, Readers
from core.vault.vault_shelf import Shelf
from core.vault.writer import Writer
from core.vectors.vector_store import VectorStore
from models.embedding.minilm import MiniLm
from tests.bench.figure import Figure, percentile
from tests.bench.sample_text import SampleText
from tests.peers.scattered_vectors import scattered

MEMORIES = 500
MESSAGES = 20_000
LONG_CHAT = 2_000
QUESTIONS = 100
KEY = bytes(range(32))


class _Meaning:
    """What `assistant.knowledge` is to the memory."""

    def __init__(self, vectors: VectorStore, embedder: MiniLm) -> None:
        self.vectors = vectors
        self._embedder = embedder

    async def embedder(self) -> MiniLm:
        return self._embedder


def measure() -> list[Figure]:
    """Medians and p95 of recall, of search by meaning, and of older turns."""
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(_measured(Path(folder) / "hearth.db"))


async def _measured(path: Path) -> list[Figure]:
    embedder = MiniLm()
    await embedder.load()
    connection = open_connection(path, KEY, create=True)
    apply(connection, anchor=None)
    writer = Writer(connection)
    readers = Readers(lambda: open_connection(path, KEY, readonly=True, cache_kib=READER_CACHE_KIB))
    shelf = Shelf(writer, readers, MemoryBlobs(writer))
    vectors = VectorStore(shelf, clock=RealClock(), rest_s=3_600)
    await vectors.use(embedder.facts)
    text, generator = SampleText(), random.Random(5)
    memories = Memories(shelf, lambda: _Meaning(vectors, embedder), announcer=Announcer(), clock=RealClock())
    memories.recall.within_s = 30
    try:
        for _ in range(MEMORIES):
            await memories.add(_fact(generator))
        await memories.warm()
        await writer.run(lambda c: _fill(c, text))
        rows = scattered(MESSAGES, embedder.facts.dimensions)
        for start in range(0, MESSAGES, 5_000):
            some = list(zip(range(start + 1, start + 5_001), rows[start : start + 5_000], strict=True))
            await writer.run(lambda c, some=some: vectors.rows(c, embedder.facts.name, "message", some))  # type: ignore[misc]
        asked = [(_question(number), text.sentence(8) + "?") for number in range(QUESTIONS)]
        return await _times(memories, readers, vectors, embedder, asked)
    finally:
        await memories.aclose()
        await vectors.aclose()
        await embedder.aclose()
        readers.close()
        writer.close()


async def _times(
    memories: Memories, readers: Readers, vectors: VectorStore, embedder: MiniLm, asked: list[tuple[str, str]]
) -> list[Figure]:
    """`asked`: what memories are asked, and what messages are asked."""
    search = ConversationSearch(readers, lambda: memories.chats)
    await search.by_meaning("What was said?")  # fills the index
    await memories.recall.find("What is kept?")
    times: dict[str, list[float]] = {"embedded": [], "recalled": [], "searched": [], "older": []}
    worked: list[float] = []
    for question, of_messages in asked:
        at = [time.perf_counter()]
        busy = time.process_time()
        await memories.recall.find(question)
        worked.append((time.process_time() - busy) * 1000)
        at.append(time.perf_counter())
        await embedder.embed([f"{question[:-1]}!"], use="query")
        at.append(time.perf_counter())
        await search.by_meaning(of_messages)
        at.append(time.perf_counter())
        await older_turns(readers, memories.chats, f"{LONG_CHAT - 1:032x}", f"{of_messages[:-1]}!", set())
        at.append(time.perf_counter())
        for name, seconds in zip(("recalled", "embedded", "searched", "older"), np.diff(at), strict=True):
            times[name].append(float(seconds) * 1000)
    recalled, searched, older = times["recalled"], times["searched"], times["older"]
    return [
        Figure(
            f"recall from {MEMORIES} memories before an answer, median",
            median(recalled),
            "ms",
            target=10,
            note=f"p95 {percentile(recalled, 0.95):.1f}; the question's vector alone {median(times['embedded']):.1f}",
        ),
        Figure("  of a processor, median", median(worked), "ms"),
        Figure(
            f"search of {MESSAGES:,} messages by meaning, p95",
            percentile(searched, 0.95),
            "ms",
            note=f"median {median(searched):.1f}",
        ),
        Figure(
            f"turns of a chat of {LONG_CHAT:,} looked up again, p95",
            percentile(older, 0.95),
            "ms",
            note=f"median {median(older):.1f}",
        ),
    ]


_WHO = ("my sister", "our neighbour", "the team in Lisbon", "my doctor", "Anna", "the landlord", "my old school")
_DOES = ("likes", "cannot stand", "always brings", "has ordered", "is learning about", "forgot", "wants to sell")
_WHAT = ("green tea", "the blue bicycle", "long meetings", "Italian films", "walnuts", "a second key", "early trains")
_WHEN = ("in the morning", "on Thursdays", "since last winter", "when it rains", "at weekends", "before holidays")


def _fact(generator: random.Random) -> str:
    who, does, what, when = (generator.choice(some) for some in (_WHO, _DOES, _WHAT, _WHEN))
    return f"{who[0].upper()}{who[1:]} {does} {what} {when}, {generator.randrange(2, 400)} times so far."


def _question(number: int) -> str:
    """Short, middling and long ones in turn, as people ask."""
    who, what, when = _WHO[number % 7], _WHAT[number % 5], _WHEN[number % 6]
    return (
        f"What does {who} like {when}?",
        f"When did {who} tell me about {what}, and what did I say?",
        f"I have to plan next week: is there anything with {who} and {what} that I should think of {when}?",
    )[number % 3]


def _fill(connection: Connection, text: SampleText) -> None:
    """One long chat, and the other messages in chats of fifty."""
    number = 0
    for chat in range(1 + (MESSAGES - LONG_CHAT) // 50):
        connection.execute(
            "INSERT INTO conversation (conversation_id, title, title_by, created_at, updated_at)"
            " VALUES (?, ?, 'owner', ?, ?)",
            (f"{chat:032x}", text.sentence(4), chat, chat),
        )
        for place in range(50 if chat else LONG_CHAT):
            connection.execute(
                "INSERT INTO message (message_id, conversation_id, parent_id, role, text, state, created_at,"
                " updated_at) VALUES (?, ?, ?, ?, ?, 'complete', ?, ?)",
                (
                    f"{number:032x}",
                    f"{chat:032x}",
                    f"{number - 1:032x}" if place else None,
                    "assistant" if place % 2 else "user",
                    text.sentence(30),
                    number,
                    number,
                ),
            )
            number += 1
