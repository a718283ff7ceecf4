"""`Recall`: which memories matter for a question: the pinned ones, and what is near by its words or its meaning."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from core.conversations.message_rows import milliseconds
from core.conversations.search_query import folded
from core.events import UsedMemory
from core.knowledge.fusion import fused
from core.knowledge.question_words import Term, read_question
from core.memory import memory_rows
from core.memory.memory_rows import Usable

if TYPE_CHECKING:
    from core.clock import Clock
    from core.memory.memory_vectors import MemoryVectors
    from core.vault.database import Connection
    from core.vault.vault_shelf import Shelf

MOST_PINNED = 12
MOST_RECALLED = 6
_DEPTH = 20
# A question does not wait longer for its meaning: a model that is not loaded yet, or a server that is slow, is used
# from the next question on. With the built-in one and 100 memories all of it takes 6 ms (two busy cores).
WITHIN_S = 0.25
# So many turns of the loop until the model's worker has the question. It computes without Python's lock, which reading
# the words holds for a millisecond: the other way round all of it takes 1.5 ms longer (15 instead of 16.5, busy cores).
_TURNS_FIRST = 4
# A word that more of the memories hold tells nothing about one of them.
_RARE_SHARE, _RARE_LEAST = 0.1, 2

FoundBy: TypeAlias = Literal["pinned", "word", "meaning"]


@dataclass(frozen=True, slots=True)
class _Kept:
    """What may be used now, newest first, and the numbers of what shares telling words with the question."""

    living: dict[int, Usable]
    by_word: tuple[int, ...]


class Recall:
    """Only what is kept and has not expired. Belongs to the assistant's loop."""

    def __init__(self, shelf: Shelf, vectors: MemoryVectors, *, clock: Clock) -> None:
        self._shelf = shelf
        self._vectors = vectors
        self._clock = clock
        self.within_s = WITHIN_S

    async def find(self, question: str, *, most: int = MOST_RECALLED) -> tuple[UsedMemory, ...]:
        """Pinned ones first (at most `MOST_PINNED`, the newest), then at most `most` others, best first."""
        now_ms = milliseconds(self._clock.now())
        looking = asyncio.create_task(self._vectors.near_within(question, limit=_DEPTH, within_s=self.within_s))
        for _ in range(_TURNS_FIRST):
            await asyncio.sleep(0)
        try:
            kept = await self._shelf.readers.run(lambda c: _read(c, question, now_ms))
        except BaseException:
            looking.cancel()
            raise
        found = await looking
        if not kept.living:
            return ()
        near = dict(found)
        pinned = [row_id for row_id, memory in kept.living.items() if memory.pinned][:MOST_PINNED]
        order = fused(kept.by_word, [row_id for row_id in near if row_id in kept.living])
        others = [row_id for row_id, _ in order if not kept.living[row_id].pinned][:most]
        return tuple(_used(row_id, kept, near.get(row_id)) for row_id in (*pinned, *others))

    async def mark_used(self, memory_ids: Sequence[str]) -> None:
        """They went into an answer that is kept."""
        if memory_ids:
            now_ms = milliseconds(self._clock.now())
            await self._shelf.writer.run(lambda c: memory_rows.mark_used(c, memory_ids, now_ms))


def _used(row_id: int, kept: _Kept, cosine: float | None) -> UsedMemory:
    memory = kept.living[row_id]
    ways: list[FoundBy] = ["pinned"] if memory.pinned else []
    ways += ["word"] if row_id in kept.by_word else []
    ways += ["meaning"] if cosine is not None else []
    return UsedMemory(memory.memory_id, memory.text, tuple(ways), None if cosine is None else round(cosine, 4))


# ---- by word, on a reader's thread ----------------------------------------------------------------------------------


def _read(connection: Connection, question: str, now_ms: int) -> _Kept:
    living = {memory.row_id: memory for memory in memory_rows.usable(connection, now_ms)}
    if not living:
        return _Kept({}, ())
    most = max(_RARE_LEAST, round(len(living) * _RARE_SHARE))
    weights: dict[int, float] = {}
    for term in read_question(question).terms:
        holders = [row_id for row_id in _holders(connection, term, living) if row_id in living]
        if 0 < len(holders) <= most:
            for row_id in holders:
                weights[row_id] = weights.get(row_id, 0.0) + 1.0 / len(holders)
    return _Kept(living, tuple(sorted(weights, key=lambda row_id: -weights[row_id])[:_DEPTH]))


def _holders(connection: Connection, term: Term, living: dict[int, Usable]) -> list[int]:
    if term.index == "chunk_words":
        rows = connection.execute("SELECT rowid FROM memory_words WHERE memory_words MATCH ?", (term.match,))
        return [row[0] for row in rows]
    return [row_id for row_id, memory in living.items() if term.occurs_in(folded(memory.text))]
