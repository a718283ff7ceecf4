"""Messages of a long chat that its context no longer holds, looked up again for the question that is asked now."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.knowledge.fusion import fused
from core.knowledge.question_words import read_question
from models.language.messages import Role

if TYPE_CHECKING:
    from core.memory.chat_meaning import ChatMeaning
    from core.vault.database import Connection
    from core.vault.readers import Readers

MOST_HITS = 3
"""Each comes with the question before it, or the answer behind it."""

_MOST_STEPS = 20_000
_DEPTH = 12

# All messages above the question, on its own branch.
_ABOVE = """
WITH RECURSIVE step (row_id, message_id, parent_id, number) AS (
    SELECT row_id, message_id, parent_id, 0 FROM message WHERE message_id = ?1
    UNION ALL
    SELECT message.row_id, message.message_id, message.parent_id, step.number + 1
    FROM step JOIN message ON message.message_id = step.parent_id WHERE step.number < ?2
)
SELECT row_id, message_id FROM step WHERE number > 0 ORDER BY number DESC
"""


@dataclass(frozen=True, slots=True)
class OlderMessage:
    """One of them; `cosine` is its nearness to the question, None for what comes with another or was found by word."""

    row_id: int
    message_id: str
    role: Role
    text: str
    cosine: float | None = None


@dataclass(frozen=True, slots=True)
class _Above:
    """The part of the branch that is not shown: numbers in order, and which of them hold words of the question."""

    row_ids: tuple[int, ...]
    by_word: tuple[int, ...]


async def older_turns(
    readers: Readers, meaning: ChatMeaning, question_id: str, question: str, shown: Collection[str]
) -> list[OlderMessage]:
    """What matters for the question of what is above it and not `shown`, best first; each with what belongs to it."""
    import numpy as np

    above = await readers.run(lambda c: _read_above(c, question_id, question, shown))
    if not above.row_ids:
        return []
    near = dict(await meaning.near(question, limit=_DEPTH, among=np.array(above.row_ids, dtype=np.int64)))
    best = [row_id for row_id, _ in fused(list(near), above.by_word)][:MOST_HITS]
    return await readers.run(lambda c: _with_partners(c, best, above.row_ids, near))


def _read_above(connection: Connection, question_id: str, question: str, shown: Collection[str]) -> _Above:
    rows = connection.execute(_ABOVE, (question_id, _MOST_STEPS)).fetchall()
    row_ids = tuple(row_id for row_id, message_id in rows if message_id not in shown)
    if not row_ids:
        return _Above((), ())
    inside = set(row_ids)
    terms = [term for term in read_question(question).terms if term.index == "chunk_words"]
    weights: dict[int, float] = {}
    shares: dict[int, int] = {}
    for term in terms:
        found = connection.execute(
            "SELECT rowid FROM message_words WHERE message_words MATCH ? AND rowid BETWEEN ? AND ?",
            (term.match, min(row_ids), max(row_ids)),
        )
        holders = [row[0] for row in found if row[0] in inside]
        for row_id in holders:
            weights[row_id] = weights.get(row_id, 0.0) + 1.0 / len(holders)
            shares[row_id] = shares.get(row_id, 0) + 1
    # One word of many is shared by chance.
    enough = [row_id for row_id in weights if shares[row_id] * 2 >= len(terms)]
    return _Above(row_ids, tuple(sorted(enough, key=lambda row_id: -weights[row_id])[:_DEPTH]))


def _with_partners(
    connection: Connection, best: list[int], row_ids: tuple[int, ...], near: Mapping[int, float]
) -> list[OlderMessage]:
    """The question that an answer follows, the answer that follows a question."""
    place = {row_id: number for number, row_id in enumerate(row_ids)}
    wanted: dict[int, None] = {}
    for row_id in best:
        role = connection.execute("SELECT role FROM message WHERE row_id = ?", (row_id,)).fetchone()
        if role is None:
            continue
        other = place[row_id] + (1 if role[0] == "user" else -1)
        wanted |= dict.fromkeys([row_id, *([row_ids[other]] if 0 <= other < len(row_ids) else [])])
    found = []
    for row_id in wanted:
        row = connection.execute(
            "SELECT message_id, role, substr(text, 1, 4000) FROM message WHERE row_id = ? AND text <> ''"
            " AND role IN ('user', 'assistant')",
            (row_id,),
        ).fetchone()
        if row is not None:
            found.append(OlderMessage(row_id, row[0], row[1], row[2], near.get(row_id)))
    return found
