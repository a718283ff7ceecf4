"""Tables `content`, `content_page` and `chunk`: what was read out of a file, kept in one transaction with its vectors.

Everything here runs inside a job of the vault's writer or readers.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, TypeAlias
from uuid import uuid4

from core.conversations.stored_text import has_spaceless, storable, with_short_pieces
from core.knowledge import document_rows
from core.knowledge.document_rows import DocumentState, StoredNotice, StoredPage

if TYPE_CHECKING:
    from core.conversations.message_tree import StoredError
    from core.knowledge.chunking import Chunk
    from core.knowledge.document_rows import Document
    from core.vault.database import Connection
    from core.vectors.vector_index import Matrix, Space

VectorRows: TypeAlias = "Callable[[Connection, str, Space, Sequence[tuple[int, Any]]], None]"
"""Keeps vectors inside of another's transaction: `VectorStore.rows`."""


@dataclass(frozen=True, slots=True)
class Content:
    """All that was read out of a file. `vectors` has a row for each chunk, or is None where none could be made."""

    sha256: bytes
    reader: str
    title: str
    language: str
    notices: tuple[StoredNotice, ...]
    pages: Sequence[StoredPage]
    chunks: Sequence[Chunk]
    embedder: str
    vectors: Matrix | None


@dataclass(frozen=True, slots=True)
class FileFacts:
    """The file as it was read."""

    size_bytes: int
    modified_ns: int


@dataclass(frozen=True, slots=True)
class Kept:
    """What a transaction did: passages that are new, and passages that nobody has any longer.

    `waits_again`: the document was lined up once more since it was begun, and is to be read once more.
    """

    new_ids: tuple[int, ...] = ()
    gone_ids: tuple[int, ...] = ()
    waits_again: bool = False


def find_content(connection: Connection, sha256: bytes, reader: str) -> str | None:
    """The content read from these bytes by this reader."""
    row = connection.execute(
        "SELECT content_id FROM content WHERE sha256 = ? AND reader = ?", (sha256, reader)
    ).fetchone()
    return None if row is None else str(row[0])


def keep(
    connection: Connection,
    document: Document,
    content: Content,
    facts: FileFacts,
    *,
    now_ms: int,
    state: DocumentState,
    vector_rows: VectorRows,
) -> Kept | None:
    """Give the document what was read of it, all in this transaction. None when it does not wait for it any longer.

    `document` is as it was when it was begun.
    """
    waits_again = _waits_again(connection, document)
    if waits_again is None:
        return None
    new_ids: tuple[int, ...] = ()
    content_id = find_content(connection, content.sha256, content.reader)
    if content_id is None:
        content_id, new_ids = _insert(connection, content, now_ms, vector_rows)
    gone = _give(
        connection, document.document_id, content_id, facts, state="waiting" if waits_again else state, now_ms=now_ms
    )
    return Kept(new_ids, gone, waits_again)


def link(connection: Connection, document: Document, content_id: str, facts: FileFacts, *, now_ms: int) -> Kept | None:
    """Give the document a content that is there. None when either is gone."""
    if connection.execute("SELECT 1 FROM content WHERE content_id = ?", (content_id,)).fetchone() is None:
        return None
    waits_again = _waits_again(connection, document)
    if waits_again is None:
        return None
    state = "waiting" if waits_again else _state_of(connection, content_id)
    gone = _give(connection, document.document_id, content_id, facts, state=state, now_ms=now_ms)
    return Kept((), gone, waits_again)


def keep_failure(
    connection: Connection,
    document: Document,
    error: StoredError,
    *,
    state: DocumentState,
    now_ms: int,
    keeps_content: bool,
) -> Kept | None:
    """Why it could not be read. Unless `keeps_content`, what was read of an older version of it is forgotten."""
    waits_again = _waits_again(connection, document)
    if waits_again is None:
        return None
    if waits_again:  # it may be another file by now
        return Kept(waits_again=True)
    document_id = document.document_id
    had = [] if keeps_content else document_rows.chunk_ids_of(connection, [document_id])
    document_rows.set_state(connection, document_id, state, error=error, now_ms=now_ms)
    if not keeps_content:
        connection.execute("UPDATE document SET content_id = NULL WHERE document_id = ?", (document_id,))
    return Kept((), tuple(document_rows.without_living(connection, had)))


def _state_of(connection: Connection, content_id: str) -> DocumentState:
    """What a document with this content is."""
    row = connection.execute("SELECT notices FROM content WHERE content_id = ?", (content_id,)).fetchone()
    return state_for([StoredNotice(**notice) for notice in json.loads(row[0])]) if row else "ready"


def state_for(notices: Sequence[StoredNotice]) -> DocumentState:
    """`partial` where something that a reader would look for is not in the text."""
    return "partial" if any(notice.kind in ("truncated", "encrypted", "no_text") for notice in notices) else "ready"


def _waits_again(connection: Connection, document: Document) -> bool | None:
    """Whether it was lined up since it was begun; None when it does not wait at all."""
    row = connection.execute(
        "SELECT state, updated_at FROM document WHERE document_id = ?", (document.document_id,)
    ).fetchone()
    if row is None or row[0] not in ("waiting", "reading"):
        return None
    return bool(row[1] != document.updated_at)


def _give(
    connection: Connection,
    document_id: str,
    content_id: str,
    facts: FileFacts,
    *,
    state: DocumentState,
    now_ms: int,
) -> tuple[int, ...]:
    (old,) = connection.execute("SELECT content_id FROM document WHERE document_id = ?", (document_id,)).fetchone()
    had = document_rows.chunk_ids_of(connection, [document_id]) if old not in (None, content_id) else []
    connection.execute(
        "UPDATE document SET content_id = ?, state = ?, error = NULL, size_bytes = ?, modified_ns = ?, updated_at = ?"
        " WHERE document_id = ?",
        (content_id, state, facts.size_bytes, facts.modified_ns, now_ms, document_id),
    )
    return tuple(document_rows.without_living(connection, had))


def _insert(
    connection: Connection, content: Content, now_ms: int, vector_rows: VectorRows
) -> tuple[str, tuple[int, ...]]:
    content_id = uuid4().hex
    connection.execute(
        "INSERT INTO content (content_id, sha256, reader, title, language, notices, character_count, created_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            content_id,
            content.sha256,
            content.reader,
            storable(content.title),
            content.language,
            json.dumps([asdict(notice) for notice in content.notices], ensure_ascii=False),
            sum(len(page.text) for page in content.pages),
            now_ms,
        ),
    )
    connection.executemany(
        "INSERT INTO content_page (content_id, page, label, text) VALUES (?, ?, ?, ?)",
        [(content_id, page.page, page.label, page.text) for page in content.pages],
    )
    ids = _insert_chunks(connection, content_id, content)
    if content.vectors is not None:
        vector_rows(connection, content.embedder, "chunk", list(zip(ids, content.vectors, strict=True)))
    return content_id, ids


def _insert_chunks(connection: Connection, content_id: str, content: Content) -> tuple[int, ...]:
    row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'chunk'").fetchone()
    first = (0 if row is None else int(row[0])) + 1
    ids = tuple(range(first, first + len(content.chunks)))
    rows: list[tuple[Any, ...]] = [
        (chunk_id, content_id, position, one.page, one.start, one.end, one.kind, one.heading, one.text)
        for position, (chunk_id, one) in enumerate(zip(ids, content.chunks, strict=True))
    ]
    connection.executemany(
        "INSERT INTO chunk (chunk_id, content_id, position, page, start, end, kind, heading, text)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rows,
    )
    connection.executemany(
        "INSERT INTO chunk_trigrams (rowid, text) VALUES (?, ?)",
        [
            (chunk_id, with_short_pieces(f"{one.heading}\n{one.text}" if one.heading else one.text))
            for chunk_id, one in zip(ids, content.chunks, strict=True)
            if has_spaceless(one.text) or has_spaceless(one.heading)
        ],
    )
    return ids
