"""Reading 1,000 pages of mixed files, against the embedder alone on the same passages; a change among 10,000 files.

All pages and all files are read for real. The embedder alone gets every fourth of the passages that came of the pages,
in turn with the reading, across all files and in lots of the same size: what it does in a second is the same, in a
fourth of the time, and both meet the same machine. The whole takes some five minutes on two quiet cores.
"""

from __future__ import annotations

import asyncio
import io
import os
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from pydoc_data.topics import topics
from statistics import median
from textwrap import wrap

from core.clock import RealClock
from core.events import Announcer
from core.knowledge.chunking import embedded_text
from core.knowledge.ingest import CHUNKS_AT_ONCE
from core.knowledge.knowledge_base import Knowledge
from core.settings.sections import KnowledgeSettings
from core.vault.vault_shelf import Shelf
from core.vectors.vector_store import VectorStore
from models.embedding.minilm import MiniLm
from tests.bench.figure import Figure, percentile
from tests.peers.bare_storage import BareStorage
from tests.peers.small_documents import pdf

PAGES = int(os.environ.get("HEARTH_BENCH_PAGES", "1000"))
FILES = int(os.environ.get("HEARTH_BENCH_FILES", "10000"))
CHANGES = 15
_FLOOR_SHARE = 4
_FILES_A_TURN = 12
_TEXTS = "SELECT heading, text FROM chunk ORDER BY chunk_id LIMIT -1 OFFSET ?"
_PAGE_CHARACTERS = 2_000
_PAGES_A_FILE = 20


def measure() -> list[Figure]:
    """Both."""
    with tempfile.TemporaryDirectory() as folder:
        figures = asyncio.run(_ingest(Path(folder)))
    with tempfile.TemporaryDirectory() as folder:
        return figures + asyncio.run(_change(Path(folder)))


@asynccontextmanager
async def _knowledge(folder: Path, embedder: MiniLm) -> AsyncIterator[tuple[Knowledge, BareStorage]]:
    folder.mkdir(exist_ok=True)  # noqa: ASYNC240 - before anything is measured
    storage = BareStorage(folder)
    shelf = Shelf(storage.writer, storage.readers, storage.blobs)
    knowledge = Knowledge(
        shelf,
        settings=KnowledgeSettings,
        vectors=VectorStore(shelf, clock=RealClock()),
        embedder_from=lambda name: embedder,
        announcer=Announcer(),
        clock=RealClock(),
    )
    try:
        yield knowledge, storage
    finally:
        await knowledge.aclose()
        await asyncio.to_thread(storage.close)


# ---- 1,000 pages ----------------------------------------------------------------------------------------------------


async def _ingest(folder: Path) -> list[Figure]:
    files = await asyncio.to_thread(_written, folder / "files")
    embedder = MiniLm()
    reading_s = alone_s = 0.0
    read = sampled = 0
    held_ms: list[float] = []
    async with _knowledge(folder / "profile", embedder) as (knowledge, storage):
        await knowledge.embedder()
        collection = await knowledge.collections.create("Bench")
        for start in range(0, len(files), _FILES_A_TURN):
            lags = asyncio.create_task(_lags(held_ms))
            began = time.perf_counter()
            await knowledge.collections.add_files(collection.collection_id, files[start : start + _FILES_A_TURN])
            await knowledge.ingest.settle()
            reading_s += time.perf_counter() - began
            lags.cancel()
            await asyncio.wait([lags])
            rows = await asyncio.to_thread(storage.rows, _TEXTS, read)
            texts = [embedded_text(heading, text) for heading, text in rows][::_FLOOR_SHARE]
            alone_s += await _alone(embedder, texts)
            read += len(rows)
            sampled += len(texts)
        (after,) = await knowledge.collections.list()
        assert after.ready == len(files), after
    return [
        Figure(
            f"ingest of {PAGES:,} mixed pages, passages a second",
            read / reading_s,
            "/s",
            floor=sampled / alone_s,
            target=0.85,
            at_least=True,
            note=f"{read:,} passages of {len(files)} files in {reading_s:.0f} s; floor: the embedder alone",
        ),
        Figure("  the core's loop held meanwhile, p99", percentile(held_ms, 0.99), "ms", target=16),
    ]


async def _alone(embedder: MiniLm, texts: list[str]) -> float:
    """Seconds that the embedder alone takes for these."""
    began = time.perf_counter()
    for start in range(0, len(texts), CHUNKS_AT_ONCE):
        await embedder.embed(texts[start : start + CHUNKS_AT_ONCE])
    return time.perf_counter() - began


async def _lags(held_ms: list[float]) -> None:
    while True:
        began = time.perf_counter()
        await asyncio.sleep(0.005)
        held_ms.append((time.perf_counter() - began - 0.005) * 1000)


def _written(folder: Path) -> list[Path]:
    """Files of six kinds in turn; the text is the reference of Python's own language, which ships with it."""
    folder.mkdir()
    pages = _pages()
    made: list[Path] = []
    for number, start in enumerate(range(0, PAGES, _PAGES_A_FILE)):
        some = [next(pages) for _ in range(min(_PAGES_A_FILE, PAGES - start))]
        suffix = (".pdf", ".docx", ".md", ".html", ".txt", ".pdf")[number % 6]
        path = folder / f"{number}{suffix}"
        path.write_bytes(_document(suffix, some, number))
        made.append(path)
    return made


def _pages() -> Iterator[str]:
    text = "\n\n".join(topics[name] for name in sorted(topics))
    turn = 0
    while True:
        for start in range(0, len(text) - _PAGE_CHARACTERS, _PAGE_CHARACTERS):
            part = text[start : start + _PAGE_CHARACTERS]
            yield part if turn == 0 else f"Turn {turn}. " + part.replace(". ", f". {turn} ")
        turn += 1


def _document(suffix: str, pages: list[str], number: int) -> bytes:
    if suffix == ".pdf":
        waiting = iter(pages)

        def fill(put: Callable[..., None], _page: object) -> None:
            lines = [line for part in next(waiting).splitlines() for line in wrap(part, 100)]
            for at, line in enumerate(lines[:58]):
                put(line, 50, 750 - at * 12, 9)

        return pdf(len(pages), (), more=fill)
    if suffix == ".docx":
        from docx import Document

        document = Document()
        for at, page in enumerate(pages):
            document.add_heading(f"Part {number}.{at}", 1)
            for part in page.split("\n\n"):
                document.add_paragraph(part)
        target = io.BytesIO()
        document.save(target)
        return target.getvalue()
    if suffix == ".html":
        from html import escape

        parts = [
            f"<h1>Part {at}</h1>" + "".join(f"<p>{escape(p)}</p>" for p in page.split("\n\n"))
            for at, page in enumerate(pages)
        ]
        return ("<html><body>" + "".join(parts) + "</body></html>").encode()
    mark = "# " if suffix == ".md" else ""
    return "\n\n".join(f"{mark}Part {number}.{at}\n\n{page}" for at, page in enumerate(pages)).encode()


# ---- one change -----------------------------------------------------------------------------------------------------


async def _change(folder: Path) -> list[Figure]:
    files = await asyncio.to_thread(_small_files, folder / "watched")
    embedder = MiniLm()
    async with _knowledge(folder / "profile", embedder) as (knowledge, storage):
        await knowledge.embedder()
        collection = await knowledge.collections.create("Bench")
        held_ms: list[float] = []
        lags = asyncio.create_task(_lags(held_ms))
        began = time.perf_counter()
        await knowledge.collections.add_folder(collection.collection_id, folder / "watched")
        await knowledge.watching.settle()
        await knowledge.ingest.settle()
        first_s = time.perf_counter() - began
        lags.cancel()
        await asyncio.wait([lags])
        (after,) = await knowledge.collections.list()
        assert after.ready == FILES, after
        rows = await asyncio.to_thread(storage.rows, _TEXTS, 0)
        texts = [text for (_, text) in rows][:: _FLOOR_SHARE * 2]
        alone_s = await _alone(embedder, texts) * len(rows) / len(texts)
        times: list[float] = []
        for number in range(CHANGES):
            await asyncio.sleep(1.0)
            word = f"zeugma{number}q"
            began = time.perf_counter()
            await asyncio.to_thread(files[number * 7].write_text, f"Now it tells of the {word} and of nothing else.")
            while not (await knowledge.retrieval.find(word, mode="word")).passages:  # noqa: ASYNC110 - as a person would
                await asyncio.sleep(0.02)
            times.append(time.perf_counter() - began)
    return [
        Figure(
            f"a changed file of {FILES:,} watched → searchable",
            median(times),
            "s",
            target=2,
            note=f"worst {max(times):.2f} s",
        ),
        Figure("  their first look and reading", first_s, "s", note=f"the embedder alone {alone_s:.0f} s"),
        Figure("  the core's loop held meanwhile, p99", percentile(held_ms, 0.99), "ms", target=16),
    ]


def _small_files(folder: Path) -> list[Path]:
    made: list[Path] = []
    for number in range(FILES):
        path = folder / f"{number // 100}" / f"note {number}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Note {number} tells what was said on day {number * 7 % 1000}.")
        made.append(path)
    return made
