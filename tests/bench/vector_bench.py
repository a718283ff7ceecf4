"""Vectors of 50,000 passages × 384: unlocking, questions, memory, and what filling Chroma does to the rest.

A real encrypted database, the real child process. Vectors lie in clusters, as those of texts do. While Chroma is
filled Qt's own loop runs in the main thread with a window that is painted, and the core's loop in its own, joined as in
Hearth: what keeps Python's lock, or the processor, keeps the window waiting.
"""

from __future__ import annotations

import asyncio
import gc
import tempfile
import time
from pathlib import Path
from statistics import median

import numpy as np
import psutil

from core.clock import RealClock
from core.vault.database import open_connection
from core.vault.migrations import apply
from core.vault.readers import Readers
from core.vault.vault_shelf import Shelf
from core.vault.writer import Writer
from core.vectors.chroma_process import ChromaProcess
from core.vectors.space_index import SpaceIndex
from core.vectors.vector_index import Matrix
from core.vectors.vector_store import VectorStore
from models.embedding.embedder import EmbedderFacts
from models.embedding.minilm import MiniLm
from tests.bench.figure import Figure, percentile
from tests.bench.window_beat import WindowBeat, beside_window
from tests.peers.scattered_vectors import questions_near, scattered

ITEMS = 50_000
DIMENSIONS = 384
QUESTIONS = 200
ROUNDS = 5
KEY = bytes(range(32))
FACTS = EmbedderFacts("measured", "Measured", DIMENSIONS, 256, ("en",))
_MIB = 1024 * 1024


def measure() -> list[Figure]:
    """All of it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "hearth.db"
        figures = asyncio.run(_unlocked(path))
        figures += beside_window(lambda window: _answering(path, window))
    return [*figures, *asyncio.run(_embedding())]


async def _unlocked(path: Path) -> list[Figure]:
    """How long it takes from an open database to the first answer, with packs and without."""
    connection = open_connection(path, KEY, create=True)
    apply(connection, anchor=None)
    shelf = _shelf(path, Writer(connection))
    vectors = scattered(ITEMS, DIMENSIONS)
    store = VectorStore(shelf, clock=RealClock())
    await store.use(FACTS)
    for start in range(0, ITEMS, 1_000):
        rows = list(zip(range(start, start + 1_000), vectors[start : start + 1_000], strict=True))
        await shelf.writer.run(lambda c, rows=rows: store.rows(c, FACTS.name, "memory", rows))  # type: ignore[misc]
    size_mib = path.stat().st_size / _MIB  # noqa: ASYNC240
    without = [(await _time_to_answer(path, vectors[7]))[0] for _ in range(3)]
    await store.pack()
    await store.aclose()
    _close(shelf)
    with_packs = [await _time_to_answer(path, vectors[7]) for _ in range(ROUNDS)]
    taken_s, worked_s = [one for one, _ in with_packs], [one for _, one in with_packs]
    return [
        Figure(
            f"unlock → searchable, {ITEMS:,} × {DIMENSIONS}",
            median(taken_s),
            "s",
            target=1,
            note=f"worst {max(taken_s):.2f} s; {median(worked_s):.2f} s of a processor",
        ),
        Figure("  after a kill that left no packs", median(without), "s", note=f"rows alone take {size_mib:.0f} MB"),
    ]


async def _time_to_answer(path: Path, question: Matrix) -> tuple[float, float]:
    """Seconds, and seconds of a processor."""
    started, busy = time.perf_counter(), time.process_time()
    shelf = _shelf(path, Writer(open_connection(path, KEY)))
    store = VectorStore(shelf, clock=RealClock(), rest_s=3_600)
    near = await store.nearest("memory", question, 10)
    taken_s, worked_s = time.perf_counter() - started, time.process_time() - busy
    assert near[0].item_id == 7
    await store.aclose()
    _close(shelf)
    return taken_s, worked_s


async def _answering(path: Path, window: WindowBeat) -> list[Figure]:
    shelf = _shelf(path, Writer(open_connection(path, KEY)))
    vectors = scattered(ITEMS, DIMENSIONS)
    questions = questions_near(vectors, QUESTIONS)
    del vectors
    gc.collect()
    before = _resident()
    store = VectorStore(shelf, clock=RealClock(), rest_s=3_600)
    await store.choose("exact")
    await store.nearest("memory", questions[0], 10)
    exact_mib = (_resident() - before) / _MIB
    exact_ms, truth = await _ask(store, questions)
    filter_ms, _ = await _ask(store, questions, share=0.1)
    warm_up_s, waits_ms, meanwhile_ms = await _warm_up(store, questions, window)
    held_ms = window.late_ms
    process = _index(store).beside
    assert process is not None
    assert isinstance(process.far, ChromaProcess)
    chroma_mib = (_resident() - before + process.far.memory_bytes()) / _MIB
    chroma_ms, told = await _ask(store, questions)
    hits = sum(len(set(one) & set(other)) for one, other in zip(truth, told, strict=True))
    await store.aclose()
    _close(shelf)
    return [
        Figure("exact answer, best 10, p95", percentile(exact_ms, 0.95), "ms", note=f"median {median(exact_ms):.1f}"),
        Figure("  among a tenth", percentile(filter_ms, 0.95), "ms", note=f"median {median(filter_ms):.1f}"),
        Figure("Chroma's answer, p95", percentile(chroma_ms, 0.95), "ms", note=f"median {median(chroma_ms):.1f}"),
        Figure("  recall@10 against exact", hits / (10 * QUESTIONS), "", target=0.99, at_least=True),
        Figure(f"memory for {ITEMS:,} passages, automatic", exact_mib, "MB", target=350),
        Figure("  with Chroma chosen, its process included", chroma_mib, "MB", target=350),
        Figure("Chroma filled in the background", warm_up_s, "s"),
        Figure(
            "  the window's thread (Qt's loop) held up meanwhile, p99",
            percentile(held_ms, 0.99),
            "ms",
            target=16,
            note=f"worst {max(held_ms):.1f} ms of {len(held_ms):,} beats",
        ),
        Figure("  the loop held up meanwhile, p99", percentile(waits_ms, 0.99), "ms", target=16),
        Figure(
            "  questions meanwhile, p95",
            percentile(meanwhile_ms, 0.95),
            "ms",
            target=40,
            note=f"{len(meanwhile_ms)} asked, all answered",
        ),
    ]


async def _warm_up(store: VectorStore, questions: Matrix, window: WindowBeat) -> tuple[float, list[float], list[float]]:
    """(seconds, lateness of the core's loop, times of questions), in milliseconds."""
    loop_late: list[float] = []
    answers: list[float] = []

    async def watch_loop() -> None:
        while True:
            due = time.perf_counter() + 0.001
            await asyncio.sleep(0.001)
            loop_late.append((time.perf_counter() - due) * 1000)

    async def ask() -> None:
        for question in np.tile(questions, (100, 1)):
            started = time.perf_counter()
            near = await store.nearest("memory", question, 10)
            answers.append((time.perf_counter() - started) * 1000)
            assert len(near) == 10
            await asyncio.sleep(0.25)

    started = time.perf_counter()
    others = [asyncio.create_task(watch_loop()), asyncio.create_task(ask())]
    window.begin()
    await store.choose("chroma")
    beside = _index(store).beside
    assert beside is not None
    await beside.filled()
    taken_s = time.perf_counter() - started
    window.end()
    for task in others:
        task.cancel()
    await asyncio.wait(others)
    assert beside.answers
    return taken_s, loop_late, answers


async def _ask(store: VectorStore, questions: Matrix, *, share: float = 0.0) -> tuple[list[float], list[list[int]]]:
    among = np.arange(0, ITEMS, round(1 / share), dtype=np.int64) if share else None
    times, told = [], []
    for question in questions:
        started = time.perf_counter()
        near = await store.nearest("memory", question, 10, among)
        times.append((time.perf_counter() - started) * 1000)
        told.append([each.item_id for each in near])
    return times, told


async def _embedding() -> list[Figure]:
    embedder = MiniLm()
    started = time.perf_counter()
    await embedder.load()
    loaded_s = time.perf_counter() - started
    times = []
    for number in range(60):
        started = time.perf_counter()
        await embedder.embed([f"where is the contract about house number {number}, and who signed it"], use="query")
        times.append((time.perf_counter() - started) * 1000)
    passages = [f"Passage {number}: " + "the archive keeps two copies of the treaty " * 12 for number in range(64)]
    started = time.perf_counter()
    await embedder.embed(passages)
    rate = sum(embedder.token_counts(passages)) / (time.perf_counter() - started)
    await embedder.aclose()
    return [
        Figure("question → vector, median", median(times), "ms", note=f"p95 {percentile(times, 0.95):.1f} ms"),
        Figure("  opening and trying the model", loaded_s, "s"),
        Figure("  passages", rate, "tokens/s"),
    ]


def _index(store: VectorStore) -> SpaceIndex:
    return store._indexes["memory"]


def _shelf(path: Path, writer: Writer) -> Shelf:
    readers = Readers(lambda: open_connection(path, KEY, readonly=True, cache_kib=16000))
    return Shelf(writer, readers, blobs=None)  # type: ignore[arg-type]


def _close(shelf: Shelf) -> None:
    shelf.readers.close()
    shelf.writer.close()


def _resident() -> int:
    return int(psutil.Process().memory_info().rss)
