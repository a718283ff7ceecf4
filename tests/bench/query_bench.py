"""A hybrid question to 50,000 passages in SQLCipher: words, vectors, fusion and the best ten with their snippets.

The built-in model embeds every question anew; vectors of the passages lie in clusters, as those of texts do. Words have
the frequencies of language, so that every question holds common and rare ones.
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
from core.knowledge.passage import Filters, SearchMode
from core.knowledge.retrieval import Retrieval
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

CHUNKS = 50_000
CHUNKS_PER_DOCUMENT = 100
COLLECTIONS = 10
QUESTIONS = 200
KEY = bytes(range(32))
_SHAPES = (
    "What is the {0} of the {1}?",
    "How do I {0} a {1} with {2}?",
    "When did {0} tell {1} about the {2} and the {3}?",
    "{0} {1}",
    "Which {0} does the contract with {1} name for {2}?",
)


def measure() -> list[Figure]:
    """p95 of the whole, and where the time goes."""
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(_asked(Path(folder) / "hearth.db"))


async def _asked(path: Path) -> list[Figure]:
    embedder = MiniLm()
    await embedder.load()
    connection = open_connection(path, KEY, create=True)
    apply(connection, anchor=None)
    writer = Writer(connection)
    readers = Readers(lambda: open_connection(path, KEY, readonly=True, cache_kib=READER_CACHE_KIB))
    shelf = Shelf(writer, readers, MemoryBlobs(writer))
    text = SampleText()
    await shelf.writer.run(lambda c: _fill(c, text))
    store = VectorStore(shelf, clock=RealClock(), rest_s=3_600)
    await store.use(embedder.facts)
    vectors = scattered(CHUNKS, embedder.facts.dimensions)
    for start in range(0, CHUNKS, 5_000):
        rows = list(zip(range(start + 1, start + 5_001), vectors[start : start + 5_000], strict=True))
        await shelf.writer.run(lambda c, rows=rows: store.rows(c, embedder.facts.name, "chunk", rows))  # type: ignore[misc]
    await shelf.writer.fold()

    async def in_use() -> MiniLm:
        return embedder

    retrieval = Retrieval(shelf, vectors=store, embedder=in_use)
    questions = _questions(text)
    try:
        await retrieval.find(
            f"{questions[0]} ?"
        )  # fills the index, as unlocking does; the last questions are remembered
        figures = await _times(retrieval, questions)
    finally:
        await store.aclose()
        await embedder.aclose()
        shelf.readers.close()
        shelf.writer.close()
    return figures


async def _times(retrieval: Retrieval, questions: list[str]) -> list[Figure]:
    whole: list[float] = []
    worked: list[float] = []
    stages: dict[str, list[float]] = {}
    some = Filters(collection_ids=("c0", "c3", "c7"))
    for number, question in enumerate(questions):
        filters = some if number % 2 else Filters()
        started, busy = time.perf_counter(), time.process_time()
        found = await retrieval.find(question, filters=filters, limit=10)
        whole.append((time.perf_counter() - started) * 1000)
        worked.append((time.process_time() - busy) * 1000)
        for stage, seconds in found.timings.items():
            stages.setdefault(stage, []).append(seconds * 1000)
    mode: SearchMode = "word"
    by_word = [await _time(retrieval, question, mode) for question in questions]
    return [
        Figure(
            f"question to {CHUNKS:,} passages, best 10 with snippets, p95",
            percentile(whole, 0.95),
            "ms",
            target=40,
            note=f"median {median(whole):.1f}, worst {max(whole):.1f}",
        ),
        Figure("  of a processor, p95", percentile(worked, 0.95), "ms", note=f"median {median(worked):.1f}"),
        *(
            Figure(f"  {stage}, p95", percentile(values, 0.95), "ms", note=f"median {median(values):.1f}")
            for stage, values in stages.items()
            if stage != "whole"
        ),
        Figure("  by words alone, p95", percentile(by_word, 0.95), "ms", note=f"median {median(by_word):.1f}"),
    ]


async def _time(retrieval: Retrieval, question: str, mode: SearchMode) -> float:
    started = time.perf_counter()
    await retrieval.find(question, mode=mode, limit=10)
    return (time.perf_counter() - started) * 1000


def _questions(text: SampleText) -> list[str]:
    generator = random.Random(11)
    return [
        generator.choice(_SHAPES).format(*(text.sentence(1).strip(".").lower() for _ in range(4)))
        for _ in range(QUESTIONS)
    ]


def _fill(connection: Connection, text: SampleText) -> None:
    """500 documents in ten collections; a passage has about 800 characters."""
    sizes = np.random.default_rng(3).integers(60, 120, CHUNKS)
    for number in range(COLLECTIONS):
        connection.execute("INSERT INTO collection VALUES (?, ?, NULL, 1, 1)", (f"c{number}", f"Collection {number}"))
    for number in range(CHUNKS // CHUNKS_PER_DOCUMENT):
        content_id = f"content{number}"
        connection.execute(
            "INSERT INTO content (content_id, sha256, reader, created_at) VALUES (?, ?, 'bench', 1)",
            (content_id, number.to_bytes(32, "big")),
        )
        first = number * CHUNKS_PER_DOCUMENT
        texts = [text.sentence(int(size)) for size in sizes[first : first + CHUNKS_PER_DOCUMENT]]
        for page in range(1, CHUNKS_PER_DOCUMENT // 5 + 1):
            here = texts[(page - 1) * 5 : page * 5]
            connection.execute("INSERT INTO content_page VALUES (?, ?, '', ?)", (content_id, page, "\n\n".join(here)))
            start = 0
            for position, part in enumerate(here, start=(page - 1) * 5):
                connection.execute(
                    "INSERT INTO chunk (content_id, position, page, start, end, heading, text)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    (content_id, position, page, start, start + len(part), f"Chapter {page}", part),
                )
                start += len(part) + 2
        connection.execute(
            "INSERT INTO document (document_id, collection_id, name, content_id, state, added_at, updated_at)"
            " VALUES (?, ?, ?, ?, 'ready', ?, ?)",
            (f"document{number}", f"c{number % COLLECTIONS}", f"Document {number}.pdf", content_id, number, number),
        )
