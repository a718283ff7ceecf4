"""Which collections a chat asks. Light to import: it is looked at before every question, also where there are none."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.conversations.conversation_rows import EVERY_COLLECTION
from core.knowledge.document_kinds import ATTACHED_MEDIA_TYPES

if TYPE_CHECKING:
    from core.vault.database import Connection


@dataclass(frozen=True, slots=True)
class AskedCollections:
    """Ids of collections. `are_chosen`: the owner wants answers from them, not only from what was attached."""

    collection_ids: tuple[str, ...]
    are_chosen: bool


def asked_collections(
    connection: Connection, conversation_id: str, sources: tuple[str, ...] | None, *, ask_all: bool
) -> AskedCollections:
    """Those of `sources` that are still there, and what was attached in this chat; never another chat's attachments.

    Where the owner has not said (None), `ask_all` decides.
    """
    wanted = sources if sources is not None else (EVERY_COLLECTION,) if ask_all else ()
    attached = "SELECT collection_id FROM collection WHERE conversation_id = ?"
    own = [row[0] for row in connection.execute(attached, (conversation_id,))]
    if not wanted:
        return AskedCollections(tuple(own), are_chosen=False)
    query = "SELECT collection_id FROM collection WHERE conversation_id IS NULL"
    if EVERY_COLLECTION in wanted:
        rows = connection.execute(f"{query} ORDER BY collection_id")
    else:
        rows = connection.execute(
            f"{query} AND collection_id IN (SELECT value FROM json_each(?)) ORDER BY collection_id",
            (json.dumps(wanted),),
        )
    chosen = [row[0] for row in rows]
    return AskedCollections((*chosen, *own), are_chosen=sources is not None)


def has_documents(connection: Connection, conversation_id: str, *, long_text: int) -> bool:
    """Whether anything was attached in this chat that has to be read before it can be asked, such as a PDF.

    A text is where it has more than `long_text` bytes.
    """
    query = (
        "SELECT EXISTS (SELECT 1 FROM message m JOIN attachment a ON a.message_id = m.message_id"
        " WHERE m.conversation_id = ? AND (a.kind = 'text' AND a.size_bytes > ?"
        " OR a.kind = 'file' AND a.media_type IN (SELECT value FROM json_each(?))))"
    )
    kinds = json.dumps(sorted(ATTACHED_MEDIA_TYPES))
    return bool(connection.execute(query, (conversation_id, long_text, kinds)).fetchone()[0])
