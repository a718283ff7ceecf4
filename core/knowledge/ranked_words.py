"""Which chunks hold the words of a question, best first by bm25.

Any of the words will do. To rank every chunk that holds a common word takes 3 µs a chunk (150 ms of 50,000), so the
rarest words of the question are ranked, as many as lead to `_MOST_RANKED` chunks; a word that more hold says little.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from core.knowledge.fusion import fused
from core.knowledge.question_words import QuestionWords, Term, WordIndex

if TYPE_CHECKING:
    from core.vault.database import Connection
    from core.vectors.vector_index import Ids

# 2,000 chunks of 800 characters are ranked in 6 to 8 ms (measured in SQLCipher on two busy cores).
_MOST_RANKED = 2000
_HEADING_WEIGHT, _TEXT_WEIGHT = 2.0, 1.0


@dataclass(frozen=True, slots=True)
class WordsFound:
    """Chunks, best first, and how much each term of the question tells: its inverse document frequency."""

    chunk_ids: tuple[int, ...]
    weights: dict[Term, float] = field(default_factory=dict)
    phrase_missing: bool = False  # nothing holds what the owner put in quotation marks
    absent: frozenset[Term] = frozenset()  # terms that no chunk holds at all


def search_words(
    connection: Connection, question: QuestionWords, *, limit: int, total: int, among: Ids | None
) -> WordsFound:
    """The best `limit` chunks of `total` that hold any of the terms, and all of the phrases; only those in `among`."""
    weights: dict[Term, float] = {}
    absent: set[Term] = set()
    orders: list[list[int]] = []
    for index in ("chunk_words", "chunk_trigrams"):
        terms = [term for term in question.terms if term.index == index]
        phrases = [term for term in question.phrases if term.index == index]
        other_phrases = [term for term in question.phrases if term.index != index]
        if not terms and not phrases:
            continue
        counts = {term: _count(connection, term) for term in (*phrases, *terms)}
        weights |= {term: _weight(count, total) for term, count in counts.items()}
        absent |= {term for term, count in counts.items() if not count}
        if any(counts[phrase] == 0 for phrase in phrases):
            return WordsFound((), weights, phrase_missing=True)
        match = _match(phrases, terms, counts)
        ranked = _ranked(connection, index, match) if match else []
        inside = _inside(ranked, among)
        if other_phrases:
            inside = _holding(connection, inside, other_phrases)
        if inside:
            orders.append(inside)
    if len(orders) > 1:
        both = [item for item, _ in fused(*orders)]
        return WordsFound(tuple(both[:limit]), weights, absent=frozenset(absent))
    return WordsFound(tuple(orders[0][:limit]) if orders else (), weights, absent=frozenset(absent))


def _count(connection: Connection, term: Term) -> int:
    """In how many chunks it is, at most one more than can be ranked: that costs a millisecond, all of them ten."""
    row = connection.execute(
        f"SELECT count(*) FROM (SELECT 1 FROM {term.index} WHERE {term.index} MATCH ? LIMIT ?)",
        (term.match, _MOST_RANKED + 1),
    ).fetchone()
    return int(row[0])


def _weight(count: int, total: int) -> float:
    """As bm25 weighs a word, and never below zero."""
    return math.log(1 + (max(total, count) - count + 0.5) / (count + 0.5))


def _match(phrases: Sequence[Term], terms: Sequence[Term], counts: dict[Term, int]) -> str:
    """All phrases, and any of the rarest terms; where all are common, all of them together."""
    present = sorted((term for term in terms if counts[term]), key=counts.__getitem__)
    if phrases:  # they bound what is ranked
        return " AND ".join(phrase.match for phrase in phrases)
    chosen: list[Term] = []
    ranked = 0
    for term in present:
        ranked += counts[term]
        if ranked > _MOST_RANKED:
            break
        chosen.append(term)
    if chosen:
        return " OR ".join(term.match for term in chosen)
    return " AND ".join(term.match for term in present)


def _ranked(connection: Connection, index: WordIndex, match: str) -> list[int]:
    """Rows that match, best first; of too many the newest are looked at."""
    weights = f", {_HEADING_WEIGHT}, {_TEXT_WEIGHT}" if index == "chunk_words" else ""
    rows = connection.execute(
        f"SELECT rowid, bm25({index}{weights}) FROM {index} WHERE {index} MATCH ? ORDER BY rowid DESC LIMIT ?",
        (match, _MOST_RANKED),
    ).fetchall()
    rows.sort(key=lambda row: row[1])
    return [row[0] for row in rows]


def _inside(ranked: list[int], among: Ids | None) -> list[int]:
    if among is None or not ranked:
        return ranked
    ids = np.asarray(ranked, dtype=np.int64)
    return [int(item) for item in ids[np.isin(ids, among)]]


def _holding(connection: Connection, ranked: list[int], phrases: Sequence[Term]) -> list[int]:
    """Those that also hold phrases of the other index."""
    held = set(ranked)
    for phrase in phrases:
        rows = connection.execute(f"SELECT rowid FROM {phrase.index} WHERE {phrase.index} MATCH ?", (phrase.match,))
        held &= {row[0] for row in rows}
    return [item for item in ranked if item in held]
