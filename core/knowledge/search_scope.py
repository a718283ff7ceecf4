"""Where a search looks: the chunks of the documents that pass its filters, as numbers that an index understands."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

import numpy as np

from core.knowledge.passage import Filters

if TYPE_CHECKING:
    from core.vault.database import Connection
    from core.vectors.vector_index import Ids

_SCOPES_KEPT = 16


@dataclass(frozen=True, slots=True)
class Scope:
    """`ids` are the chunks to look among, in order, None for all of them; `total` counts all chunks there are."""

    ids: Ids | None
    total: int

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to look at."""
        return self.total == 0 or (self.ids is not None and not len(self.ids))


class Scopes:
    """Reads scopes and keeps the latest: 50,000 numbers take 20 ms to read (measured), and questions come in rows."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Filters, tuple[Any, Scope]] = OrderedDict()

    def of(self, connection: Connection, filters: Filters) -> Scope:
        """The scope as the tables are now; called on a reader's thread."""
        signature = connection.execute(
            "SELECT (SELECT seq FROM sqlite_sequence WHERE name = 'chunk'), count(*), max(updated_at),"
            " count(content_id) FROM document"
        ).fetchone()
        kept = self._kept.get(filters)
        if kept is not None and kept[0] == signature:
            return kept[1]
        scope = _read(connection, filters)
        self._kept[filters] = (signature, scope)
        while len(self._kept) > _SCOPES_KEPT:
            self._kept.popitem(last=False)
        return scope


def _read(connection: Connection, filters: Filters) -> Scope:
    total = int(connection.execute("SELECT count(*) FROM chunk").fetchone()[0])
    where, values = documents_where(filters)
    rows = connection.execute(
        f"SELECT chunk_id FROM chunk WHERE content_id IN (SELECT content_id FROM document WHERE {where})", values
    )
    ids = np.fromiter((row[0] for row in rows), dtype=np.int64)
    if len(ids) == total:
        return Scope(None, total)
    ids.sort()
    return Scope(ids, total)


def documents_where(filters: Filters) -> tuple[str, tuple[Any, ...]]:
    """A condition on `document`, and its values. Whatever its state, a document answers with what was read last."""
    conditions = ["content_id IS NOT NULL"]
    values: list[Any] = []

    def among(column: str, wanted: tuple[str, ...]) -> None:
        conditions.append(f"{column} IN ({', '.join('?' * len(wanted))})")
        values.extend(wanted)

    if filters.collection_ids is not None:
        among("collection_id", filters.collection_ids)
    if filters.document_ids:
        among("document_id", filters.document_ids)
    if filters.path_prefix:
        folder = filters.path_prefix.rstrip("/\\")
        conditions.append("(path = ? OR substr(path, 1, ?) IN (?, ?))")
        values += [folder, len(folder) + 1, f"{folder}/", f"{folder}\\"]
    if filters.kinds:
        suffixes, media_types = _told_apart_by(filters.kinds)
        tests = ["lower(name) LIKE ? ESCAPE '\\'"] * len(suffixes) + ["media_type = ?"] * len(media_types)
        conditions.append(f"({' OR '.join(tests) or '0'})")
        values += [f"%{_like(suffix)}" for suffix in suffixes] + list(media_types)
    if filters.since is not None:
        conditions.append(f"{_CHANGED_MS} >= ?")
        values.append(_ms(filters.since))
    if filters.until is not None:
        conditions.append(f"{_CHANGED_MS} <= ?")
        values.append(_ms(filters.until))
    return " AND ".join(conditions), tuple(values)


_CHANGED_MS = "iif(modified_ns > 0, modified_ns / 1000000, added_at)"


def _told_apart_by(kinds: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """Suffixes and media types of the kinds with these names."""
    from core.knowledge.document_kinds import KINDS

    suffixes = [kind for kind in kinds if kind.startswith(".")]
    media_types: list[str] = []
    for kind in KINDS:
        if kind.name in kinds:
            suffixes += kind.suffixes
            media_types += kind.media_types
    return suffixes, media_types


def _ms(at: datetime) -> int:
    return round(at.timestamp() * 1000)


def _like(text: str) -> str:
    return text.lower().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
