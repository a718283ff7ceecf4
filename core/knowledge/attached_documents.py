"""Documents that were attached to a chat, such as a PDF: read before the chat is asked about them."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.knowledge.document_kinds import ATTACHED_MEDIA_TYPES
from core.knowledge.passage import Passage

if TYPE_CHECKING:
    from core.knowledge.collections import Collections
    from core.knowledge.document_rows import Document, StoredPage
    from core.knowledge.ingest import Ingest

WITHIN_S = 180.0
"""How long a question waits for what was attached to it: a scan of a hundred pages takes about that."""

_LOOKED_EVERY_S = 0.05
_MOST_CHARACTERS = 9_000
_MOST_PAGES = 4
_LEAST_CHARACTERS = 400
_ALL = 10_000


@dataclass(frozen=True, slots=True)
class AttachedDocuments:
    """`beginnings`: how each begins, for a question that nothing in them is near to, such as “Summarise this”.

    `unread`: name and reason of what could not be read.
    """

    beginnings: tuple[Passage, ...] = ()
    unread: tuple[tuple[str, str], ...] = ()


async def attached_documents(
    collections: Collections, ingest: Ingest, conversation_id: str, *, long_text: int
) -> AttachedDocuments:
    """Have them read, first of all that waits; texts where they have more than `long_text` bytes.

    Whoever paused the reading is asked without them.
    """
    collection = await collections.for_conversation(conversation_id)
    if collection is None:
        return AttachedDocuments()
    documents = await _documents(collections, collection.collection_id, long_text)
    try:
        async with asyncio.timeout(WITHIN_S):
            while any(one.state in ("waiting", "reading") for one in documents) and not _rests(ingest):
                await asyncio.sleep(_LOOKED_EVERY_S)
                documents = await _documents(collections, collection.collection_id, long_text)
    except TimeoutError:
        pass  # it is read on, and found in the next turn
    begun = [one for one in documents if not long_text or _is_read_apart(one)]  # else the prompt holds how it begins
    room = max(_LEAST_CHARACTERS, _MOST_CHARACTERS // max(3, len(begun)))
    beginnings = [passage for document in begun for passage in await _beginning(collections, document, room)]
    unread = tuple((one.name, one.error.sentence) for one in documents if one.error is not None)
    return AttachedDocuments(tuple(beginnings), unread)


def _rests(ingest: Ingest) -> bool:
    return ingest.state.paused or ingest.state.trouble is not None


async def _documents(collections: Collections, collection_id: str, long_text: int) -> list[Document]:
    found = await collections.documents(collection_id, limit=_ALL)
    return [one for one in found if _is_read_apart(one) or (_is_text(one) and one.size_bytes > long_text)]


def _is_read_apart(document: Document) -> bool:
    """A document that no prompt holds, such as a PDF."""
    return document.media_type in ATTACHED_MEDIA_TYPES


def _is_text(document: Document) -> bool:
    return document.media_type.startswith("text/")


async def _beginning(collections: Collections, document: Document, room: int) -> list[Passage]:
    """Its first pages, as far as there is room: a title page alone says little."""
    begins = []
    for page in await collections.pages(document.document_id, count=_MOST_PAGES) if room > 0 else ():
        text = page.text[:room]
        if text.strip():
            begins.append(_passage(document, page, text))
            room -= len(text)
        if room < _LEAST_CHARACTERS:
            break
    return begins


def _passage(document: Document, page: StoredPage, text: str) -> Passage:
    return Passage(
        chunk_id=0,
        document_id=document.document_id,
        document_name=document.name,
        path=document.path,
        page=page.page,
        page_label=page.label,
        heading="",
        start=0,
        end=len(text),
        text=text,
        found_by=frozenset(),
        word_rank=None,
        cosine=None,
        score=0.0,
        content_id=document.content_id or "",
        collection_id=document.collection_id,
        media_type=document.media_type,
    )
