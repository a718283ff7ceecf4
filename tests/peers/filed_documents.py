"""Documents filed into a profile's tables by hand, as reading and filing them would: for tests of what comes after."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from core.conversations.stored_text import has_spaceless, with_short_pieces
from core.vectors.vector_index import Ids, Matrix, Near, Space
from models.embedding.embedder import Embedder

if TYPE_CHECKING:
    from core.vault.database import Connection
    from core.vault.vault_shelf import Shelf

_numbers = itertools.count(1)


@dataclass(frozen=True, slots=True)
class Filed:
    """What one document became."""

    document_id: str
    content_id: str
    chunk_ids: tuple[int, ...]


class Shelved:
    """Collections, documents, chunks and vectors in the tables of `shelf`; every paragraph of a page is a chunk."""

    def __init__(self, shelf: Shelf, embedder: Embedder | None) -> None:
        self.shelf = shelf
        self.embedder = embedder
        self.index = PlainIndex()

    async def collection(self, name: str = "Papers", *, conversation_id: str | None = None) -> str:
        """A new collection's id."""
        collection_id = f"collection{next(_numbers):04}"
        await self.shelf.writer.run(
            lambda c: (
                c.execute("INSERT INTO collection VALUES (?, ?, ?, 1, 1)", (collection_id, name, conversation_id))
                and None
            )
        )
        return collection_id

    async def document(
        self,
        collection_id: str,
        name: str,
        *pages: str,
        path: str = "",
        heading: str = "",
        modified_ns: int = 0,
        media_type: str = "",
    ) -> Filed:
        """A document whose pages hold paragraphs, a blank line between them."""
        number = next(_numbers)
        document_id = f"document{number:04}"
        sha256 = hashlib.sha256("\f".join(pages).encode()).digest()
        chunks = [
            (page, start, paragraph)
            for page, text in enumerate(pages, start=1)
            for start, paragraph in _paragraphs(text)
        ]
        texts = [text for _, _, text in chunks]
        vectors = None if self.embedder is None or not texts else await self.embedder.embed(texts)
        embedder = "" if self.embedder is None else self.embedder.facts.name

        def job(connection: Connection) -> tuple[str, tuple[int, ...]]:
            row = connection.execute("SELECT content_id FROM content WHERE sha256 = ?", (sha256,)).fetchone()
            content_id = row[0] if row else f"content{number:04}"
            if row is None:
                connection.execute(
                    "INSERT INTO content (content_id, sha256, reader, created_at) VALUES (?, ?, 'test', 1)",
                    (content_id, sha256),
                )
                connection.executemany(
                    "INSERT INTO content_page VALUES (?, ?, ?, ?)",
                    [(content_id, page, "", text) for page, text in enumerate(pages, start=1)],
                )
                for position, (page, start, text) in enumerate(chunks):
                    done = connection.execute(
                        "INSERT INTO chunk (content_id, position, page, start, end, heading, text)"
                        " VALUES (?, ?, ?, ?, ?, ?, ?)",
                        (content_id, position, page, start, start + len(text), heading, text),
                    )
                    if has_spaceless(text):
                        connection.execute(
                            "INSERT INTO chunk_trigrams (rowid, text) VALUES (?, ?)",
                            (done.lastrowid, with_short_pieces(text)),
                        )
                    if vectors is not None:
                        connection.execute(
                            "INSERT INTO embedding VALUES (?, 'chunk', ?, ?)",
                            (embedder, done.lastrowid, vectors[position].tobytes()),
                        )
            connection.execute(
                "INSERT INTO document (document_id, collection_id, path, name, media_type, modified_ns, content_id,"
                " state, added_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, 'ready', ?, ?)",
                (document_id, collection_id, path, name, media_type, modified_ns, content_id, number, number),
            )
            rows = connection.execute(
                "SELECT chunk_id FROM chunk WHERE content_id = ? ORDER BY position", (content_id,)
            )
            return content_id, tuple(row[0] for row in rows)

        content_id, chunk_ids = await self.shelf.writer.run(job)
        if vectors is not None:
            self.index.add(chunk_ids, vectors)
        return Filed(document_id, content_id, chunk_ids)

    async def forget(self, document_id: str) -> None:
        """Delete a document, and with it what only it held."""
        await self.shelf.writer.run(
            lambda c: c.execute("DELETE FROM document WHERE document_id = ?", (document_id,)) and None
        )


class PlainIndex:
    """Vectors compared one by one; what was forgotten in the tables may still be in it, as in any index."""

    def __init__(self) -> None:
        self._vectors: dict[int, Matrix] = {}

    def add(self, item_ids: Sequence[int], vectors: Matrix) -> None:
        """Take them in."""
        self._vectors |= dict(zip(item_ids, vectors, strict=True))

    async def nearest(self, space: Space, vector: Matrix, limit: int, among: Ids | None = None) -> Sequence[Near]:
        """The nearest, best first."""
        assert space == "chunk"
        wanted = None if among is None else set(among.tolist())
        found = [
            Near(item_id, float(np.dot(own, vector)))
            for item_id, own in self._vectors.items()
            if wanted is None or item_id in wanted
        ]
        return sorted(found, key=lambda near: -near.cosine)[:limit]


def _paragraphs(text: str) -> list[tuple[int, str]]:
    places: list[tuple[int, str]] = []
    at = 0
    for paragraph in text.split("\n\n"):
        if paragraph.strip():
            places.append((at, paragraph))
        at += len(paragraph) + 2
    return places
