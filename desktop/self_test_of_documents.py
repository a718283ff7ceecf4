"""The part of `hearth --self-test` that is about documents: the model of vectors, the processes, a question answered.

What it looks for is what a package may lack: models that ship with it, native libraries, data beside them, a program
that can start the children that read files and hold vectors.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.sample_documents import SAID, sample_documents

if TYPE_CHECKING:
    from core.knowledge.parse_process import ParseProcess

_PATIENCE_S = 240.0  # to recognise a picture took a minute on a machine with fifteen others at work
_KEY = bytes(range(32))


def steps(folder: Path) -> list[tuple[str, Callable[[], str]]]:
    """Each step with its name; `folder` does not exist yet and is thrown away afterwards."""
    folder.mkdir(parents=True)
    return [
        ("documents: model of vectors", lambda: asyncio.run(_embedder())),
        ("documents: one of each kind, read in a child process", lambda: asyncio.run(_reading())),
        ("documents: large libraries", lambda: asyncio.run(_chroma())),
        ("documents: a question", lambda: asyncio.run(_question(folder))),
    ]


async def _embedder() -> str:
    from models.embedding.minilm import MiniLm

    embedder = MiniLm()
    try:
        near, far = "A watchman numbers the boats", "The recipe needs three eggs"
        vectors = await embedder.embed([SAID, near, far])
        if not float(vectors[0] @ vectors[1]) > float(vectors[0] @ vectors[2]) + 0.2:
            raise AssertionError("vectors do not tell what is alike")
        return f"{embedder.facts.title}, {embedder.build}"
    finally:
        await embedder.aclose()


async def _reading() -> str:
    from core.knowledge.document_kinds import KINDS
    from core.knowledge.page_picture import page_picture
    from core.knowledge.parse_process import ParseProcess

    samples = sample_documents()
    if missing := [kind.name for kind in KINDS if kind.name not in samples]:
        raise AssertionError(f"no sample of {missing}")
    process = ParseProcess()
    try:
        for name, data in samples.values():
            text = await _text_of(process, name, data)
            if "lighthouse" not in text.lower():
                raise AssertionError(f"of {name} was read: {text[:80]!r}")
        name, data = samples["pdf"]
        page = await page_picture(data, 1, 300, [SAID], name=name, process=process)
        if page.pages != 1 or not page.marks:
            raise AssertionError("the page was not drawn with its passage")
    finally:
        await process.aclose()
    return f"{len(samples)} kinds, text in a picture among them, and a page drawn"


async def _text_of(process: ParseProcess, name: str, data: bytes) -> str:
    from core.knowledge.read_document import ReadPage

    async with asyncio.timeout(_PATIENCE_S):
        return "\n".join([told.text async for told in process.read(data, name=name) if isinstance(told, ReadPage)])


async def _chroma() -> str:
    import numpy as np

    from core.vectors.chroma_process import ChromaProcess

    chroma = ChromaProcess(8)
    try:
        await chroma.open()
        await chroma.add(np.arange(1, 9), np.eye(8, dtype=np.float32))
        found = await chroma.query(np.eye(8, dtype=np.float32)[4], 1)
        if found.tolist() != [5]:
            raise AssertionError(f"found {found.tolist()}")
    finally:
        await chroma.aclose()
    return "Chroma in a process of its own"


async def _question(folder: Path) -> str:
    """A file is added, read, cut, embedded and kept in an encrypted database; then it is found by its meaning."""
    from core.clock import RealClock
    from core.events import Announcer
    from core.knowledge.knowledge_base import Knowledge
    from core.settings.sections import KnowledgeSettings
    from core.vault.blobs import MemoryBlobs
    from core.vault.database import open_connection
    from core.vault.migrations import apply
    from core.vault.readers import Readers
    from core.vault.vault_shelf import Shelf
    from core.vault.writer import Writer
    from core.vectors.vector_store import VectorStore
    from models.embedding.minilm import MiniLm

    database, (name, data) = folder / "documents.db", sample_documents()["word"]
    (folder / name).write_bytes(data)
    connection = open_connection(database, _KEY, create=True)
    apply(connection, anchor=None)
    writer = Writer(connection)
    readers = Readers(lambda: open_connection(database, _KEY, readonly=True))
    shelf = Shelf(writer, readers, MemoryBlobs(writer))
    knowledge = Knowledge(
        shelf,
        settings=KnowledgeSettings,
        vectors=VectorStore(shelf, clock=RealClock()),
        embedder_from=lambda _: MiniLm(),
        announcer=Announcer(),
        clock=RealClock(),
    )
    try:
        async with asyncio.timeout(_PATIENCE_S):
            collection = await knowledge.collections.create("Self-test")
            await knowledge.collections.add_files(collection.collection_id, [folder / name])
            await knowledge.ingest.settle()
            found = await knowledge.retrieval.find("Who numbers the boats at sea?")
        if not found.passages or SAID not in found.passages[0].text:
            raise AssertionError(f"{len(found.passages)} passages found")
        return f"{name} was found by {' and '.join(sorted(found.passages[0].found_by))}"
    finally:
        await knowledge.aclose()
        readers.close()
        writer.close()
