"""Documents that were attached to a chat, such as a PDF: read before the chat is asked about them."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.knowledge.document_kinds import ATTACHED_MEDIA_TYPES
from core.knowledge.passage import Passage

if TYPE_CHECKING:
    from core.knowledge.collections import Collections
    from core.knowledge.document_rows import Document
    from core.knowledge.ingest import Ingest

WITHIN_S = 180.0
"""How long a question waits for what was attached to it: a scan of a hundred pages takes about that."""

_LOOKED_EVERY_S = 0.05
_MOST_CHARACTERS = 9_000
_ALL = 10_000


@dataclass(frozen=True, slots=True)
class AttachedDocuments:
    """`beginnings`: how each begins, for a question that nothing in them is near to, such as “Summarise this”.

    `unread`: name and reason of what could not be read.
    """

    beginnings: tuple[Passage, ...] = ()
    unread: tuple[tuple[str, str], ...] = ()


async def attached_documents(collections: Collections, ingest: Ingest, conversation_id: str) -> AttachedDocuments:
    """Have them read, first of all that waits. Whoever paused the reading is asked without them."""
    collection = await collections.for_conversation(conversation_id)
    if collection is None:
        return AttachedDocuments()
    documents = await _documents(collections, collection.collection_id)
    try:
        async with asyncio.timeout(WITHIN_S):
            while any(one.state in ("waiting", "reading") for one in documents) and not _rests(ingest):
                await asyncio.sleep(_LOOKED_EVERY_S)
                documents = await _documents(collections, collection.collection_id)
    except TimeoutError:
        pass  # it is read on, and found in the next turn
    beginnings, room = [], _MOST_CHARACTERS
    for document in documents:
        if room > 0 and (beginning := await _beginning(collections, document, room)) is not None:
            beginnings.append(beginning)
            room -= len(beginning.text)
    unread = tuple((one.name, one.error.sentence) for one in documents if one.error is not None)
    return AttachedDocuments(tuple(beginnings), unread)


def _rests(ingest: Ingest) -> bool:
    return ingest.state.paused or ingest.state.trouble is not None


async def _documents(collections: Collections, collection_id: str) -> list[Document]:
    found = await collections.documents(collection_id, limit=_ALL)
    return [one for one in found if one.media_type in ATTACHED_MEDIA_TYPES]


async def _beginning(collections: Collections, document: Document, room: int) -> Passage | None:
    pages = await collections.pages(document.document_id, count=1)
    if not pages or not pages[0].text.strip():
        return None
    page = pages[0]
    text = page.text[: min(room, _MOST_CHARACTERS // 3)]
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
