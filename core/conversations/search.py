"""Search over titles and messages, best first, while the owner types; by meaning behind the words.

Ranking every message that holds a common word costs 300 ms at 100,000 messages (SQLite's bm25 looks up the length of
each). So the newest `_CANDIDATES` matches are ranked by bm25, and words that nearly every message holds do not count
for the rank, as their weight in it is nearly nothing. Where all words are that common, the newest come first.
"""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal, Protocol

from core.conversations.message_rows import moment
from core.conversations.search_query import SearchQuery, Term, read_query
from core.conversations.snippet import snippet
from models.language.messages import Role

if TYPE_CHECKING:
    from core.vault.database import Connection
    from core.vault.readers import Readers

# Measured with 100,000 messages in SQLCipher: 1,000 candidates are found in 0.5 ms and ranked in 1 to 4 ms.
_CANDIDATES = 1000
# A word whose newest `_CANDIDATES` matches lie among so many rows is in more than one message of twelve.
_COMMON_WITHIN = 12 * _CANDIDATES
_TITLES = 5
# Of what may be near, so much is looked at: behind it stands only what is hardly near.
_MOST_NEAR = 40
_LEAST_MEANING = 4  # characters: the beginning of a word means anything
_NO_WORD = re.compile(r"(?!)")
# A longer message is searched whole, but its snippet is looked for in so many characters.
_SNIPPET_SOURCE = 2_000_000


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A message, or with `message_id` None a chat found by its title. `highlights` are (start, end) in `snippet`.

    Hits come best first; `rank` falls from one to the next only among hits of the same kind.
    """

    conversation_id: str
    title: str
    message_id: str | None
    role: Role | None
    snippet: str
    highlights: tuple[tuple[int, int], ...]
    created_at: datetime
    rank: float
    found_by: Literal["word", "meaning"] = "word"


class NearMessages(Protocol):
    """Knows which messages mean something near to a text."""

    async def near(self, text: str, *, limit: int) -> Sequence[tuple[int, float]]:
        """(row_id, cosine), nearest first; only those that are near enough. Empty where only words are compared."""
        ...


@dataclass(frozen=True, slots=True)
class _Scope:
    """Where to look, as a condition on `conversation`."""

    conversation_id: str | None
    folder_id: str | None
    include_archived: bool

    @property
    def is_everywhere(self) -> bool:
        return self.conversation_id is None and self.folder_id is None and self.include_archived

    def where(self) -> tuple[str, tuple[Any, ...]]:
        conditions: list[str] = []
        values: list[Any] = []
        if self.conversation_id is not None:
            conditions.append("conversation_id = ?")
            values.append(self.conversation_id)
        if self.folder_id is not None:
            conditions.append("folder_id = ?")
            values.append(self.folder_id)
        if not self.include_archived:
            conditions.append("archived = 0")
        return " AND ".join(conditions), tuple(values)


class ConversationSearch:
    """Search in one store. `meaning` is asked only by `by_meaning`; None where only words are compared."""

    def __init__(self, readers: Readers, meaning: Callable[[], NearMessages | None] | None = None) -> None:
        self._readers = readers
        self._meaning = meaning

    async def search(
        self,
        text: str,
        *,
        limit: int = 20,
        conversation_id: str | None = None,
        folder_id: str | None = None,
        include_archived: bool = True,
    ) -> list[SearchHit]:
        """The best hits for anything that can be typed; see `search_query.read_query` for what it means.

        Titles come before messages. In one conversation (`conversation_id`) only messages are looked for.
        """
        query = read_query(text)
        if not query.terms or limit < 1:
            return []
        scope = _Scope(conversation_id, folder_id, include_archived)
        return await self._readers.run(lambda connection: _search(connection, query, scope, limit))

    async def by_meaning(
        self,
        text: str,
        beside: Sequence[SearchHit] = (),
        *,
        limit: int = 20,
        conversation_id: str | None = None,
        folder_id: str | None = None,
        include_archived: bool = True,
    ) -> list[SearchHit]:
        """Messages that mean something near, nearest first, without those that stand in `beside` already.

        It takes some milliseconds more than `search`, so faces show the words first and put these behind them.
        """
        meaning = None if self._meaning is None else self._meaning()
        if meaning is None or limit < 1 or len(text.strip()) < _LEAST_MEANING:
            return []
        near = await meaning.near(text, limit=max(_MOST_NEAR, limit + len(beside)))
        if not near:
            return []
        scope = _Scope(conversation_id, folder_id, include_archived)
        known = {hit.message_id for hit in beside}
        found = await self._readers.run(lambda connection: _near_hits(connection, near, scope))
        return [hit for hit in found if hit.message_id not in known][:limit]


def _search(connection: Connection, query: SearchQuery, scope: _Scope, limit: int) -> list[SearchHit]:
    titles = [] if scope.conversation_id else _titles(connection, query, scope, min(limit, _TITLES))
    wanted = limit - len(titles)
    if query.spaceless:
        ranked = _by_syllable(connection, query, scope, wanted)
    else:
        ranked = _by_word(connection, query, scope, wanted)
    return titles + _hits(connection, ranked, query.pattern)


# ---- titles ---------------------------------------------------------------------------------------------------------


def _titles(connection: Connection, query: SearchQuery, scope: _Scope, limit: int) -> list[SearchHit]:
    """Chats whose title holds every term, anywhere in a word, last used first."""
    where, values = scope.where()
    conditions = [where] if where else []
    long_enough = [term.text for term in query.terms if len(term.text) > 2]
    if long_enough:
        conditions.append("row_id IN (SELECT rowid FROM title_trigrams WHERE title_trigrams MATCH ?)")
        values = (*values, " AND ".join(f'"{text}"' for text in long_enough))
    for term in query.terms:
        if len(term.text) <= 2:
            conditions.append("title LIKE ? ESCAPE '\\'")
            values = (*values, f"%{_like(term.text)}%")
    rows = connection.execute(
        f"SELECT conversation_id, title, updated_at FROM conversation WHERE {' AND '.join(conditions)}"
        " ORDER BY updated_at DESC LIMIT ?",
        (*values, limit),
    )
    anywhere = re.compile("|".join(Term(term.text, prefix=False, spaceless=True).pattern for term in query.terms))
    hits: list[SearchHit] = []
    for conversation_id, title, updated_at in rows:
        found = snippet(title, anywhere)
        hits.append(
            SearchHit(
                conversation_id, title, None, None, found.text, found.highlights, moment(updated_at), float(-len(hits))
            )
        )
    return hits


def _like(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


# ---- words ----------------------------------------------------------------------------------------------------------


def _by_word(connection: Connection, query: SearchQuery, scope: _Scope, limit: int) -> list[tuple[int, float]]:
    """(row_id, rank) of the best messages."""
    candidates = _newest(connection, "message_words", query.words_match, scope, _CANDIDATES)
    if len(candidates) <= 1:
        return [(row_id, 0.0) for row_id in candidates[:limit]]
    telling = [term.match for term in query.terms if not _is_common(connection, term.match)]
    if not telling:
        return [(row_id, float(-place)) for place, row_id in enumerate(candidates[:limit])]
    ranks = connection.execute(
        "SELECT rowid, bm25(message_words) FROM message_words"
        " WHERE message_words MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC",
        (" AND ".join(telling), candidates[-1], candidates[0]),
    )
    inside = set(candidates)
    ranked = [(row_id, -rank) for row_id, rank in ranks if row_id in inside]
    ranked.sort(key=lambda hit: hit[1], reverse=True)
    return ranked[:limit]


def _newest(connection: Connection, table: str, match: str, scope: _Scope, limit: int) -> list[int]:
    """Rows that match, newest first."""
    query = f"SELECT rowid FROM {table} WHERE {table} MATCH ?"
    if scope.is_everywhere:
        rows = connection.execute(f"{query} ORDER BY rowid DESC LIMIT ?", (match, limit))
        return [row[0] for row in rows]
    # Comparing two lists of numbers: to look up the chat of each match of a common word takes ten times as long.
    if scope.conversation_id is None and scope.folder_id is None:
        archived = _rows_where(connection, "archived = 1", ())
        found = connection.execute(f"{query} ORDER BY rowid DESC", (match,))
        return list(itertools.islice((row[0] for row in found if row[0] not in archived), limit))
    inside = _rows_where(connection, *scope.where())
    if not inside:
        return []
    bounds = (min(inside), max(inside))
    found = connection.execute(f"{query} AND rowid BETWEEN ? AND ? ORDER BY rowid DESC", (match, *bounds))
    return list(itertools.islice((row[0] for row in found if row[0] in inside), limit))


def _rows_where(connection: Connection, condition: str, values: tuple[Any, ...]) -> set[int]:
    """All messages of the conversations for which `condition` holds."""
    chats = f"SELECT conversation_id FROM conversation WHERE {condition}"
    rows = connection.execute(f"SELECT row_id FROM message WHERE conversation_id IN ({chats})", values)
    return {row[0] for row in rows}


def _is_common(connection: Connection, match: str) -> bool:
    """Judged by how close together its newest matches lie, which costs half a millisecond; counting costs ten."""
    row = connection.execute(
        "SELECT (SELECT max(row_id) FROM message) -"
        " (SELECT rowid FROM message_words WHERE message_words MATCH ? ORDER BY rowid DESC LIMIT 1 OFFSET ?)",
        (match, _CANDIDATES - 1),
    ).fetchone()
    return row[0] is not None and row[0] < _COMMON_WITHIN


# ---- scripts without spaces -----------------------------------------------------------------------------------------


def _by_syllable(connection: Connection, query: SearchQuery, scope: _Scope, limit: int) -> list[tuple[int, float]]:
    """(row_id, rank), newest first: a rank by frequency says little about pieces of words."""
    found = _newest(connection, "message_trigrams", query.trigrams_match, scope, _CANDIDATES)
    for term in query.unfiled:
        rows = connection.execute(
            "SELECT row_id FROM json_each(?) CROSS JOIN message ON row_id = value WHERE text LIKE ? ESCAPE '\\'",
            (json.dumps(found), f"%{_like(term.text)}%"),
        )
        found = [row[0] for row in rows]
    return [(row_id, float(-place)) for place, row_id in enumerate(found[:limit])]


# ---- winners --------------------------------------------------------------------------------------------------------


def _hits(connection: Connection, ranked: Sequence[tuple[int, float]], pattern: re.Pattern[str]) -> list[SearchHit]:
    """Read the winners, and only them."""
    rows = connection.execute(
        "SELECT message.row_id, message.conversation_id, title, message_id, role, message.created_at,"
        " iif(octet_length(text) <= ?1, text, substr(text, 1, ?1))"
        " FROM json_each(?2) CROSS JOIN message ON message.row_id = value"
        " JOIN conversation ON conversation.conversation_id = message.conversation_id",
        (_SNIPPET_SOURCE, json.dumps([row_id for row_id, _ in ranked])),
    )
    by_row = {row[0]: row for row in rows}
    hits: list[SearchHit] = []
    for row_id, rank in ranked:
        if row_id not in by_row:  # deleted, and an index of meanings has not heard of it yet
            continue
        _, conversation_id, title, message_id, role, created_at, text = by_row[row_id]
        found = snippet(text, pattern)
        hits.append(
            SearchHit(conversation_id, title, message_id, role, found.text, found.highlights, moment(created_at), rank)
        )
    return hits


# ---- meaning --------------------------------------------------------------------------------------------------------


def _near_hits(connection: Connection, near: Sequence[tuple[int, float]], scope: _Scope) -> list[SearchHit]:
    """With the beginning of each message, as no word of it was looked for."""
    if not scope.is_everywhere:
        inside = _rows_where(connection, *scope.where())
        near = [(row_id, cosine) for row_id, cosine in near if row_id in inside]
    return [replace(hit, found_by="meaning") for hit in _hits(connection, near, _NO_WORD)]
