"""SQL of passages: chunks that were found, the documents that hold them, and joined stretches of their pages."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from core.knowledge.passage import ChunkKind, Filters, Passage, PassagePlace
from core.knowledge.search_scope import documents_where

if TYPE_CHECKING:
    from core.vault.database import Connection
    from core.vectors.vector_index import Matrix


@dataclass(frozen=True, slots=True)
class Holder:
    """A document that holds a content."""

    document_id: str
    collection_id: str
    name: str
    path: str
    media_type: str


@dataclass(frozen=True, slots=True)
class ChunkRow:
    """A chunk with where it stands."""

    chunk_id: int
    content_id: str
    position: int
    page: int
    start: int
    end: int
    kind: ChunkKind
    heading: str
    text: str


def chunks(connection: Connection, chunk_ids: Iterable[int]) -> dict[int, ChunkRow]:
    """The chunks that are still there."""
    rows = connection.execute(
        "SELECT chunk_id, content_id, position, page, start, end, kind, heading, chunk.text"
        " FROM json_each(?) CROSS JOIN chunk ON chunk_id = value",
        (json.dumps(list(chunk_ids)),),
    )
    return {row[0]: ChunkRow(*row) for row in rows}


def holders(connection: Connection, content_ids: Iterable[str], filters: Filters) -> dict[str, list[Holder]]:
    """The documents with these contents that pass the filters, the first one first."""
    where, values = documents_where(filters)
    rows = connection.execute(
        "SELECT content_id, document_id, collection_id, name, path, media_type FROM document"
        f" WHERE content_id IN (SELECT value FROM json_each(?)) AND {where} ORDER BY added_at, document_id",
        (json.dumps(sorted(set(content_ids))), *values),
    )
    found: dict[str, list[Holder]] = {}
    for content_id, *about in rows:
        found.setdefault(content_id, []).append(Holder(*about))
    return found


def vectors(connection: Connection, chunk_ids: Iterable[int], embedder: str) -> dict[int, Matrix]:
    """Their vectors, of those that have one."""
    rows = connection.execute(
        "SELECT item_id, vector FROM json_each(?) CROSS JOIN embedding ON embedder = ? AND space = 'chunk'"
        " AND item_id = value",
        (json.dumps(list(chunk_ids)), embedder),
    )
    return {row[0]: np.frombuffer(row[1], dtype="<f4") for row in rows}


def with_label(connection: Connection, passage: Passage) -> Passage:
    """The passage with what its file calls the page."""
    row = connection.execute(
        "SELECT label FROM content_page WHERE content_id = ? AND page = ?", (passage.content_id, passage.page)
    ).fetchone()
    return replace(passage, page_label=row[0]) if row is not None and row[0] else passage


def stretch(connection: Connection, content_id: str, page: int, *, start: int, end: int) -> str | None:
    """Characters of a page; None when it is gone."""
    row = connection.execute(
        "SELECT substr(text, ?, ?) FROM content_page WHERE content_id = ? AND page = ?",
        (start + 1, end - start, content_id, page),
    ).fetchone()
    return None if row is None else str(row[0])


def restored(connection: Connection, place: PassagePlace) -> Passage | None:
    """The passage at a place, None where document or text is gone."""
    found: Any = connection.execute(
        "SELECT document_id, collection_id, name, path, media_type FROM document WHERE content_id = ?"
        " ORDER BY document_id <> ?, added_at LIMIT 1",
        (place.content_id, place.document_id),
    ).fetchone()
    if found is None:
        return None
    text = stretch(connection, place.content_id, place.page, start=place.start, end=place.end)
    rows = connection.execute(
        "SELECT chunk_id, heading, kind FROM chunk WHERE content_id = ? AND page = ? AND start < ? AND end > ?"
        " ORDER BY position",
        (place.content_id, place.page, place.end, place.start),
    ).fetchall()
    if text is None or not rows:
        return None
    holder = Holder(*found)
    label = connection.execute(
        "SELECT label FROM content_page WHERE content_id = ? AND page = ?", (place.content_id, place.page)
    ).fetchone()[0]
    return Passage(
        chunk_id=rows[0][0],
        document_id=holder.document_id,
        document_name=holder.name,
        path=holder.path,
        page=place.page,
        page_label=label,
        heading=rows[0][1],
        start=place.start,
        end=place.end,
        text=text,
        found_by=frozenset(),
        word_rank=None,
        cosine=None,
        score=0.0,
        content_id=place.content_id,
        chunk_ids=tuple(row[0] for row in rows),
        collection_id=holder.collection_id,
        media_type=holder.media_type,
        kind=rows[0][2],
    )


def passage_of(row: ChunkRow, owners: Sequence[Holder], how: Mapping[str, Any]) -> Passage:
    """One chunk as a passage of the first document that holds it."""
    first = owners[0]
    return Passage(
        chunk_id=row.chunk_id,
        document_id=first.document_id,
        document_name=first.name,
        path=first.path,
        page=row.page,
        page_label="",
        heading=row.heading,
        start=row.start,
        end=row.end,
        text=row.text,
        content_id=row.content_id,
        chunk_ids=(row.chunk_id,),
        collection_id=first.collection_id,
        media_type=first.media_type,
        kind=row.kind,
        also_in=tuple(dict.fromkeys(owner.name for owner in owners[1:])),
        **how,
    )
