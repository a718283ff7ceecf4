"""Tables `collection`, `watched_folder` and `document`: which files are known, where they lie and how they are.

Everything here runs inside a job of the vault's writer or readers.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from core.conversations.message_tree import StoredError

if TYPE_CHECKING:
    from core.errors import HearthError
    from core.vault.database import Connection

DocumentState: TypeAlias = Literal["waiting", "reading", "ready", "partial", "failed", "missing"]

FOLDER_TYPE = "inode/directory"
"""Media type of an entry that stands for a folder, of which something is to be said; it is never read."""
IDS_PER_STATEMENT = 500


@dataclass(frozen=True, slots=True)
class WatchedFolder:
    """A folder of a collection. Not `watched`: read once. `scanned_at` (ms) is None until it was looked through."""

    folder_id: str
    collection_id: str
    path: str
    watched: bool
    added_at: int
    scanned_at: int | None


@dataclass(frozen=True, slots=True)
class Collection:
    """A collection and how its documents are. `waiting` counts those at work, too; sizes are of the files.

    `conversation_id` is that of the chat whose attachments these are.
    """

    collection_id: str
    name: str
    conversation_id: str | None
    created_at: int
    updated_at: int
    documents: int = 0
    ready: int = 0
    partial: int = 0
    waiting: int = 0
    failed: int = 0
    missing: int = 0
    size_bytes: int = 0
    folders: tuple[WatchedFolder, ...] = ()


@dataclass(frozen=True, slots=True)
class StoredNotice:
    """Something that was noticed while reading: hidden text left out, pages without text, parts skipped."""

    kind: str
    count: int
    detail: str


@dataclass(frozen=True, slots=True)
class Document:
    """All about one document but its text.

    `path` is empty for pasted text and attachments, whose bytes lie in blob `blob_id`. `folder_id` is None for what the
    owner added by hand. `title`, `language`, `pages`, `passages` and `notices` are of what was read of it last; one
    that waits to be read again still answers with that.
    """

    document_id: str
    collection_id: str
    folder_id: str | None
    path: str
    name: str
    media_type: str
    size_bytes: int
    modified_ns: int
    blob_id: str | None
    content_id: str | None
    state: DocumentState
    error: StoredError | None
    added_at: int
    updated_at: int
    title: str = ""
    language: str = ""
    pages: int = 0
    passages: int = 0
    notices: tuple[StoredNotice, ...] = ()


@dataclass(frozen=True, slots=True)
class StoredPage:
    """A page as it was read; positions of passages count its characters."""

    page: int
    label: str
    text: str


_COLUMNS = (
    "document_id, collection_id, folder_id, path, name, media_type, size_bytes, modified_ns, blob_id, content_id,"
    " state, error, added_at, updated_at"
)
_WITH_CONTENT = (
    ", ".join(f"d.{name.strip()}" for name in _COLUMNS.split(","))
    + ", COALESCE(c.title, ''), COALESCE(c.language, ''),"
    " (SELECT count(*) FROM content_page p WHERE p.content_id = d.content_id),"
    " (SELECT count(*) FROM chunk k WHERE k.content_id = d.content_id), COALESCE(c.notices, '[]')"
    " FROM document d LEFT JOIN content c ON c.content_id = d.content_id"
)


# ---- collections and folders ----------------------------------------------------------------------------------------


def insert_collection(connection: Connection, made: Collection) -> None:
    """Keep a new one."""
    connection.execute(
        "INSERT INTO collection (collection_id, name, conversation_id, created_at, updated_at) VALUES (?, ?, ?, ?, ?)",
        (made.collection_id, made.name, made.conversation_id, made.created_at, made.updated_at),
    )


def rename_collection(connection: Connection, collection_id: str, name: str, *, now_ms: int) -> bool:
    """False when it is gone."""
    done = connection.execute(
        "UPDATE collection SET name = ?, updated_at = ? WHERE collection_id = ?", (name, now_ms, collection_id)
    )
    return done.rowcount == 1


def read_collections(connection: Connection, *, of_chats: bool = False, only: str = "") -> list[Collection]:
    """All that the owner made, by name; with `of_chats` those of attachments, too; with `only` this one."""
    query = "SELECT collection_id, name, conversation_id, created_at, updated_at FROM collection"
    arguments: tuple[str, ...] = ()
    if only:
        query, arguments = query + " WHERE collection_id = ?", (only,)
    elif not of_chats:
        query += " WHERE conversation_id IS NULL"
    rows = connection.execute(query + " ORDER BY name COLLATE NOCASE, created_at, collection_id", arguments).fetchall()
    counts = _counts(connection, only)
    folders: dict[str, list[WatchedFolder]] = {}
    for folder in read_folders(connection):
        folders.setdefault(folder.collection_id, []).append(folder)
    return [replace(Collection(*row), **counts.get(row[0], {}), folders=tuple(folders.get(row[0], ()))) for row in rows]


def _counts(connection: Connection, only: str) -> dict[str, dict[str, Any]]:
    where, arguments = (" WHERE collection_id = ?", (only,)) if only else ("", ())
    rows = connection.execute(
        f"SELECT collection_id, state, count(*), sum(size_bytes) FROM document{where} GROUP BY collection_id, state",
        arguments,
    )
    found: dict[str, dict[str, Any]] = {}
    for collection_id, state, count, size_bytes in rows:
        counts = found.setdefault(collection_id, {"documents": 0, "size_bytes": 0, "waiting": 0})
        counts["documents"] += count
        counts["size_bytes"] += size_bytes
        name = "waiting" if state == "reading" else state
        counts[name] = counts.get(name, 0) + count
    return found


def collection_of_chat(connection: Connection, conversation_id: str) -> str | None:
    """The id of the collection of this chat's attachments."""
    row = connection.execute(
        "SELECT collection_id FROM collection WHERE conversation_id = ?", (conversation_id,)
    ).fetchone()
    return None if row is None else str(row[0])


def insert_folder(connection: Connection, folder: WatchedFolder) -> WatchedFolder:
    """Keep it; one that is there already takes its `watched`. Returns what is kept."""
    connection.execute(
        "INSERT INTO watched_folder (folder_id, collection_id, path, watched, added_at) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (collection_id, path) DO UPDATE SET watched = excluded.watched, scanned_at = NULL",
        (folder.folder_id, folder.collection_id, folder.path, int(folder.watched), folder.added_at),
    )
    (kept,) = [
        one for one in read_folders(connection) if (one.collection_id, one.path) == (folder.collection_id, folder.path)
    ]
    return kept


def read_folders(connection: Connection) -> list[WatchedFolder]:
    """All folders, in their order."""
    rows = connection.execute(
        "SELECT folder_id, collection_id, path, watched, added_at, scanned_at FROM watched_folder ORDER BY path"
    )
    return [WatchedFolder(row[0], row[1], row[2], bool(row[3]), row[4], row[5]) for row in rows]


def set_watched(connection: Connection, folder_id: str, *, watched: bool) -> None:
    """Whether changes of a folder are followed."""
    connection.execute("UPDATE watched_folder SET watched = ? WHERE folder_id = ?", (int(watched), folder_id))


def set_scanned(connection: Connection, folder_id: str, *, now_ms: int) -> None:
    """It was looked through."""
    connection.execute("UPDATE watched_folder SET scanned_at = ? WHERE folder_id = ?", (now_ms, folder_id))


def leave_out(connection: Connection, document_ids: Sequence[str]) -> None:
    """Files of folders that the owner took out of the collection; the next look does not bring them back."""
    for some, marks in _in_parts(document_ids):
        rows = connection.execute(
            f"SELECT folder_id, path FROM document WHERE document_id IN ({marks}) AND folder_id IS NOT NULL", some
        ).fetchall()
        for folder_id, path in rows:
            left_out = read_left_out(connection, folder_id)
            connection.execute(
                "UPDATE watched_folder SET left_out = ? WHERE folder_id = ?",
                (json.dumps(sorted({*left_out, path}), ensure_ascii=False), folder_id),
            )


def read_left_out(connection: Connection, folder_id: str) -> frozenset[str]:
    """Paths below a folder that the owner took out."""
    row = connection.execute("SELECT left_out FROM watched_folder WHERE folder_id = ?", (folder_id,)).fetchone()
    return frozenset() if row is None else frozenset(json.loads(row[0]))


# ---- documents ------------------------------------------------------------------------------------------------------


def insert_documents(connection: Connection, documents: Iterable[Document]) -> None:
    """Keep new ones. A path that its collection has already is left as it is."""
    connection.executemany(
        f"INSERT INTO document ({_COLUMNS}) VALUES ({','.join('?' * 14)})"
        " ON CONFLICT (collection_id, path) WHERE path <> '' DO NOTHING",
        [_values(document) for document in documents],
    )


def read_document(connection: Connection, document_id: str) -> Document | None:
    """One of them with what was read of it; None when it is gone."""
    row = connection.execute(f"SELECT {_WITH_CONTENT} WHERE d.document_id = ?", (document_id,)).fetchone()
    return None if row is None else _document(row)


def read_documents(
    connection: Connection,
    collection_id: str,
    *,
    states: Sequence[DocumentState] = (),
    name: str = "",
    limit: int = 200,
    offset: int = 0,
) -> list[Document]:
    """Documents of a collection by name; only those in `states`, and those whose name or path holds `name`."""
    query = f"SELECT {_WITH_CONTENT} WHERE d.collection_id = ?"
    arguments: list[Any] = [collection_id]
    if states:
        query += f" AND d.state IN ({','.join('?' * len(states))})"
        arguments += states
    if name:
        query += " AND (instr(lower(d.name), lower(?)) OR instr(lower(d.path), lower(?)))"
        arguments += [name, name]
    rows = connection.execute(
        query + " ORDER BY d.name COLLATE NOCASE, d.path, d.document_id LIMIT ? OFFSET ?", (*arguments, limit, offset)
    ).fetchall()
    return [_document(row) for row in rows]


def documents_at(connection: Connection, collection_id: str, paths: Sequence[str]) -> list[Document]:
    """Documents of a collection by their paths, without their counts."""
    found: list[Document] = []
    for start in range(0, len(paths), IDS_PER_STATEMENT):
        some = paths[start : start + IDS_PER_STATEMENT]
        rows = connection.execute(
            f"SELECT {_COLUMNS} FROM document WHERE collection_id = ? AND path IN ({','.join('?' * len(some))})",
            (collection_id, *some),
        )
        found += [_document(row) for row in rows]
    return found


def documents_under(connection: Connection, collection_id: str, folder: str) -> list[Document]:
    """Documents of a collection whose file lies in `folder` or below, without their counts."""
    prefix = folder.rstrip("/\\")
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM document WHERE collection_id = ? AND path <> '' AND substr(path, 1, ?) IN (?, ?)",
        (collection_id, len(prefix) + 1, prefix + "/", prefix + "\\"),
    )
    return [_document(row) for row in rows]


def loose_documents(connection: Connection) -> list[Document]:
    """Files that the owner added by hand, without their counts."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM document WHERE folder_id IS NULL AND path <> ''")
    return [_document(row) for row in rows]


def place(connection: Connection, document_id: str, *, path: str, name: str, now_ms: int) -> None:
    """The file lies there now."""
    connection.execute(
        "UPDATE document SET path = ?, name = ?, updated_at = ? WHERE document_id = ?",
        (path, name, now_ms, document_id),
    )


def found_again(connection: Connection, document_id: str, *, now_ms: int) -> None:
    """A file with the text that was read is there: it is no longer missing or unreadable."""
    connection.execute(
        "UPDATE document SET state = 'ready', error = NULL, updated_at = ? WHERE document_id = ?"
        " AND state IN ('missing', 'failed') AND content_id IS NOT NULL",
        (now_ms, document_id),
    )


def read_waiting(connection: Connection, *, limit: int, without: frozenset[str] = frozenset()) -> list[Document]:
    """The next that are to be read, in the order in which they were added."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM document WHERE state = 'waiting' ORDER BY added_at, path, document_id LIMIT ?",
        (limit + len(without),),
    )
    return [one for one in map(_document, rows) if one.document_id not in without][:limit]


def read_pages(connection: Connection, document_id: str, first: int, count: int) -> list[StoredPage]:
    """Pages of what was read of a document, from `first` on."""
    rows = connection.execute(
        "SELECT p.page, p.label, p.text FROM document d JOIN content_page p ON p.content_id = d.content_id"
        " WHERE d.document_id = ? AND p.page >= ? ORDER BY p.page LIMIT ?",
        (document_id, first, count),
    )
    return [StoredPage(*row) for row in rows]


@dataclass(frozen=True, slots=True)
class UnfiledAttachment:
    """An attachment of a chat that is no document yet."""

    name: str
    media_type: str
    size_bytes: int
    blob_id: str


def unfiled_attachments(connection: Connection, conversation_id: str) -> list[UnfiledAttachment]:
    """Attachments of this chat that are in no collection of its own yet, in their order."""
    rows = connection.execute(
        "SELECT a.name, a.media_type, a.size_bytes, a.blob_id FROM message m JOIN attachment a"
        " ON a.message_id = m.message_id WHERE m.conversation_id = ? AND NOT EXISTS (SELECT 1 FROM document d"
        " JOIN collection c ON c.collection_id = d.collection_id"
        " WHERE c.conversation_id = m.conversation_id AND d.blob_id = a.blob_id)"
        " GROUP BY a.blob_id ORDER BY m.row_id, a.position",
        (conversation_id,),
    )
    return [UnfiledAttachment(*row) for row in rows]


def read_some(connection: Connection, document_ids: Sequence[str]) -> list[Document]:
    """These documents without their counts, in the order of `document_ids`; those that are gone are left out."""
    found: dict[str, Document] = {}
    for some, marks in _in_parts(document_ids):
        rows = connection.execute(f"SELECT {_COLUMNS} FROM document WHERE document_id IN ({marks})", some)
        found.update((one.document_id, one) for one in map(_document, rows))
    return [found[document_id] for document_id in document_ids if document_id in found]


def is_anything_there(connection: Connection) -> bool:
    """Whether there is any document or folder."""
    query = "SELECT EXISTS (SELECT 1 FROM document) OR EXISTS (SELECT 1 FROM watched_folder)"
    return bool(connection.execute(query).fetchone()[0])


def count_waiting(connection: Connection) -> int:
    """How many are to be read."""
    return int(connection.execute("SELECT count(*) FROM document WHERE state = 'waiting'").fetchone()[0])


def wait_again(connection: Connection, document_ids: Sequence[str], *, now_ms: int) -> None:
    """These are to be read again; what was read of them answers until then."""
    connection.executemany(
        "UPDATE document SET state = 'waiting', error = NULL, updated_at = ? WHERE document_id = ? AND media_type <> ?",
        [(now_ms, document_id, FOLDER_TYPE) for document_id in document_ids],
    )


def wait_to_be_seen(connection: Connection, *, now_ms: int) -> int:
    """Pages and pictures without letters of their own are to be read again, now that their text is recognised."""
    done = connection.execute(
        "UPDATE document SET state = 'waiting', error = NULL, updated_at = ? WHERE state IN ('partial', 'failed') AND"
        " (json_extract(error, '$.code') = 'FileHoldsNothing' OR EXISTS (SELECT 1 FROM content c,"
        " json_each(c.notices) n WHERE c.content_id = document.content_id"
        " AND json_extract(n.value, '$.kind') = 'no_text'))",
        (now_ms,),
    )
    return done.rowcount


def mend_reading(connection: Connection) -> None:
    """What was being read when Hearth ended waits again."""
    connection.execute("UPDATE document SET state = 'waiting' WHERE state = 'reading'")


def set_state(
    connection: Connection, document_id: str, state: DocumentState, *, error: StoredError | None, now_ms: int
) -> None:
    """Set state and error."""
    connection.execute(
        "UPDATE document SET state = ?, error = ?, updated_at = ? WHERE document_id = ?",
        (state, _error_json(error), now_ms, document_id),
    )


def stop_waiting(connection: Connection, collection_id: str, *, error: StoredError, now_ms: int) -> int:
    """What waits, in this collection or in all with "", is not read. What was read before stays; returns how many."""
    done = connection.execute(
        "UPDATE document SET state = CASE WHEN content_id IS NULL THEN 'failed' ELSE 'partial' END, error = ?,"
        " updated_at = ? WHERE state IN ('waiting', 'reading') AND ? IN ('', collection_id)",
        (_error_json(error), now_ms, collection_id),
    )
    return done.rowcount


def stored_error(error: HearthError) -> StoredError:
    """An error as it is kept with a document."""
    return StoredError(error.code, error.owner_sentence, error.owner_next_step, error.detail)


def _values(document: Document) -> tuple[Any, ...]:
    return (
        document.document_id,
        document.collection_id,
        document.folder_id,
        document.path,
        document.name,
        document.media_type,
        document.size_bytes,
        document.modified_ns,
        document.blob_id,
        document.content_id,
        document.state,
        _error_json(document.error),
        document.added_at,
        document.updated_at,
    )


def _error_json(error: StoredError | None) -> str | None:
    return None if error is None else json.dumps(asdict(error), ensure_ascii=False)


def _document(row: Sequence[Any]) -> Document:
    values = list(row)
    values[11] = None if values[11] is None else StoredError(**json.loads(values[11]))
    if len(values) > 14:
        values[18] = tuple(StoredNotice(**notice) for notice in json.loads(values[18]))
    return Document(*values)


# ---- forgetting -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What went with some documents: passages whose vectors an index may still hold, and blobs that may be unused."""

    chunk_ids: tuple[int, ...] = ()
    blob_ids: tuple[str, ...] = ()


def delete_documents(connection: Connection, document_ids: Sequence[str]) -> Forgotten:
    """Forget these, and what was read of them unless another document has it, too."""
    chunk_ids: list[int] = []
    blob_ids: list[str] = []
    for some, marks in _in_parts(document_ids):
        blob_ids += _column(connection, f"SELECT blob_id FROM document WHERE document_id IN ({marks})", some)
        had = chunk_ids_of(connection, some)
        connection.execute(f"DELETE FROM document WHERE document_id IN ({marks})", some)
        chunk_ids += without_living(connection, had)
    return Forgotten(tuple(chunk_ids), tuple(blob_ids))


def delete_collection(connection: Connection, collection_id: str) -> Forgotten | None:
    """Forget a collection with its folders and documents; None when it is gone."""
    ids = _column(connection, "SELECT document_id FROM document WHERE collection_id = ?", (collection_id,))
    forgotten = delete_documents(connection, ids)
    done = connection.execute("DELETE FROM collection WHERE collection_id = ?", (collection_id,))
    return forgotten if done.rowcount == 1 else None


def delete_folder(connection: Connection, folder_id: str) -> Forgotten:
    """Forget a folder and what it brought."""
    ids = _column(connection, "SELECT document_id FROM document WHERE folder_id = ?", (folder_id,))
    forgotten = delete_documents(connection, ids)
    connection.execute("DELETE FROM watched_folder WHERE folder_id = ?", (folder_id,))
    return forgotten


def chunk_ids_of(connection: Connection, document_ids: Sequence[str]) -> list[int]:
    """Ids of all passages of these documents."""
    found: list[int] = []
    for some, marks in _in_parts(document_ids):
        found += _column(
            connection,
            "SELECT DISTINCT k.chunk_id FROM document d JOIN chunk k ON k.content_id = d.content_id"
            f" WHERE d.document_id IN ({marks})",
            some,
        )
    return found


def without_living(connection: Connection, chunk_ids: Sequence[int]) -> list[int]:
    """Those of these passages that are there no longer."""
    living: set[int] = set()
    for some, marks in _in_parts(chunk_ids):
        living.update(_column(connection, f"SELECT chunk_id FROM chunk WHERE chunk_id IN ({marks})", some))
    return [chunk_id for chunk_id in chunk_ids if chunk_id not in living]


def _in_parts(values: Sequence[Any]) -> Iterable[tuple[Sequence[Any], str]]:
    for start in range(0, len(values), IDS_PER_STATEMENT):
        some = tuple(values[start : start + IDS_PER_STATEMENT])
        yield some, ",".join("?" * len(some))


def _column(connection: Connection, query: str, arguments: Sequence[Any]) -> list[Any]:
    return [row[0] for row in connection.execute(query, tuple(arguments)) if row[0] is not None]
