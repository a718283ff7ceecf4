"""Search over 100,000 messages in SQLCipher: the best 20 with snippets, over rare, common and combined words."""

from __future__ import annotations

import asyncio
import random
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

from core.conversations.search import ConversationSearch
from core.vault.database import open_connection
from core.vault.migrations import apply
from core.vault.readers import Readers
from core.vault.writer import Writer
from tests.bench.figure import Figure, percentile
from tests.bench.sample_text import SampleText

MESSAGES = 100_000
MESSAGES_PER_CHAT = 50
QUERIES_PER_KIND = 40
KEY = bytes(range(32))
WORST = "phrase of the commonest words"


def measure() -> list[Figure]:
    """p95 over all kinds of queries, and the median of each kind for orientation."""
    text = SampleText()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "hearth.db"
        fill(path, text)
        times = asyncio.run(_search_all(path, text))
    every = [value for kind, values in times.items() if kind != WORST for value in values]
    figures = [Figure("search 100,000 messages, best 20 with snippets, p95", percentile(every, 0.95), "ms", target=15)]
    figures += [Figure(f"  {kind}, median", median(values), "ms") for kind, values in times.items()]
    return figures


def fill(path: Path, text: SampleText) -> None:
    """Make the database: 2,000 chats of 50 messages."""
    connection = open_connection(path, KEY, create=True)
    apply(connection, anchor=None)
    writer = Writer(connection)

    def insert(target: Any) -> None:
        for chat in range(MESSAGES // MESSAGES_PER_CHAT):
            target.execute(
                "INSERT INTO conversation (conversation_id, title, title_by, created_at, updated_at)"
                " VALUES (?, ?, 'owner', ?, ?)",
                (f"{chat:032x}", text.sentence(5), chat, chat),
            )
            first = chat * MESSAGES_PER_CHAT
            target.executemany(
                "INSERT INTO message (message_id, conversation_id, parent_id, role, text, state, created_at,"
                " updated_at) VALUES (?, ?, ?, ?, ?, 'complete', ?, ?)",
                [
                    (
                        f"{number:032x}",
                        f"{chat:032x}",
                        f"{number - 1:032x}" if number > first else None,
                        "user" if number % 2 == 0 else "assistant",
                        text.message(),
                        number,
                        number,
                    )
                    for number in range(first, first + MESSAGES_PER_CHAT)
                ],
            )

    writer.run_blocking(insert)
    writer.close()


async def _search_all(path: Path, text: SampleText) -> dict[str, list[float]]:
    readers = Readers(lambda: open_connection(path, KEY, readonly=True, cache_kib=16000))
    search = ConversationSearch(readers)
    choose = random.Random(11)
    queries = {
        "common word": [text.words[rank] for rank in range(QUERIES_PER_KIND)],
        "rare word": [choose.choice(text.words[2000:]) for _ in range(QUERIES_PER_KIND)],
        "two words": [" ".join(choose.sample(text.words[:300], 2)) for _ in range(QUERIES_PER_KIND)],
        "beginning of a word": [choose.choice(text.words)[:5] for _ in range(QUERIES_PER_KIND)],
        "phrase that stands in a message": [f'"{_two_neighbours(text, choose)}"' for _ in range(QUERIES_PER_KIND)],
    }
    # The worst that can be asked for: half of all messages hold the first word. Nobody searches for it; it informs.
    worst = [f'"{text.words[0]} {choose.choice(text.words[:50])}"' for _ in range(QUERIES_PER_KIND)]
    await search.search("warm up", limit=20)
    times: dict[str, list[float]] = {}
    for kind, words in [*queries.items(), (WORST, worst)]:
        for query in words:
            started = time.perf_counter()
            await search.search(query, limit=20)
            times.setdefault(kind, []).append((time.perf_counter() - started) * 1000)
    readers.close()
    return times


def _two_neighbours(text: SampleText, choose: random.Random) -> str:
    words = text.message().rstrip(".").split()
    at = choose.randrange(len(words) - 1)
    return " ".join(words[at : at + 2]).replace(".", "").lower()
