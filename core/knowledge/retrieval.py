"""`Retrieval`: from a question to the passages that answer it, found by word and by meaning.

Words and vectors are searched at the same time and fused by rank; what leads there is put in order by how much of the
question it holds and how near it is. What is not near enough is left out, so that nothing found is a possible result.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal, Protocol

import numpy as np

from core.conversations.search_query import folded
from core.knowledge import passage_rows
from core.knowledge.closer_look import closer_cosines
from core.knowledge.fusion import fused
from core.knowledge.passage import Dropped, Filters, Found, FoundBy, Passage, PassagePlace, SearchMode
from core.knowledge.passage_joining import joined, without_duplicates
from core.knowledge.question_words import QuestionWords, read_question, without_quotes
from core.knowledge.ranked_words import WordsFound, search_words
from core.knowledge.relevance import (
    Cosines,
    answering,
    cosines_for,
    cosines_of,
    floor_for,
    measured_closely,
    word_share,
)
from core.knowledge.search_scope import Scope, Scopes
from models.engine_errors import EngineError

if TYPE_CHECKING:
    from core.knowledge.passage_rows import ChunkRow
    from core.vault.database import Connection
    from core.vault.vault_shelf import Shelf
    from core.vectors.vector_index import Ids, Matrix, Near, Space
    from models.embedding.embedder import Embedder, EmbedderFacts

__all__ = ["Dropped", "Filters", "Found", "Nearest", "Passage", "PassagePlace", "Retrieval", "SearchMode"]

# Both searches look this deep at least: RRF lets a chunk win that stands in the middle of both.
_DEPTH = 50
# Of the fused order so many are read: after duplicates and neighbours ten of them are left.
_READ = 30
_MOST_DROPPED = 30
_CLOSELY_WITHIN_S = 3.0
# A passage with nearly all words of the question, or a cosine of 0.5 to the built-in model: no need to look closer.
_CLEAR = 2.5
_EVERYWHERE = Filters()


class Nearest(Protocol):
    """What it needs of the `VectorStore`."""

    async def nearest(self, space: Space, vector: Matrix, limit: int, among: Ids | None = None) -> Sequence[Near]:
        """The nearest items, best first."""
        ...


@dataclass(slots=True)
class _Search:
    """One search while it is made."""

    query: str
    question: QuestionWords
    filters: Filters
    mode: SearchMode
    words: WordsFound = field(default_factory=lambda: WordsFound(()))
    near: dict[int, float] = field(default_factory=dict)  # chunk and cosine, nearest first
    vector: Matrix | None = None
    facts: EmbedderFacts | None = None
    cosines: Cosines | None = None
    without_meaning: Literal["", "no_embedder", "embedder_failed", "not_indexed"] = ""
    timings: dict[str, float] = field(default_factory=dict)
    closer: dict[int, float] = field(default_factory=dict)  # chunk and cosine, of those that were looked at closely

    @property
    def meaning(self) -> Cosines | None:
        """What cosines mean for this question; None where no vector was compared."""
        if self.cosines is None or self.facts is None or self.vector is None:
            return None
        cosines = (measured_closely(self.facts) if self.closer else None) or self.cosines
        return cosines_for(cosines, self.facts, self.question.language, is_latin=self.question.is_latin)

    @property
    def is_understood(self) -> bool:
        """Whether the model of the vectors knows the question's language, and what a closer look with it is worth."""
        if self.facts is None or self.vector is None or measured_closely(self.facts) is None:
            return False
        return self.question.is_latin and self.question.language in ("", *self.facts.languages)


class Retrieval:
    """Finds passages in the documents of one profile.

    `embedder` gives the one whose vectors the index holds now, None while there is none: then words alone are searched.
    `floor` is the owner's own relevance floor as a cosine, None or 0 for the measured one of the embedder.
    """

    def __init__(
        self,
        shelf: Shelf,
        *,
        vectors: Nearest | None,
        embedder: Callable[[], Awaitable[Embedder | None]],
        floor: Callable[[], float | None] = lambda: None,
    ) -> None:
        self._readers = shelf.readers
        self._vectors = vectors
        self._embedder = embedder
        self._floor = floor
        self._scopes = Scopes()
        self._cosines_known: dict[str, Cosines] = {}

    async def find(
        self,
        query: str,
        *,
        filters: Filters = _EVERYWHERE,
        limit: int = 10,
        mode: SearchMode = "hybrid",
        closely: bool = False,
    ) -> Found:
        """The best passages for anything that can be typed; none when nothing is near enough.

        Who searches by word alone gets all that holds one. `closely` looks at single sentences of what leads, which
        takes some 0.1 to 0.3 s more and finds more of what is said in other words.
        """
        began = time.perf_counter()
        search = _Search(query, read_question(query), filters, mode)
        if limit < 1 or not query.strip():
            return Found(query, ())
        depth = max(_DEPTH, 3 * limit)
        try:
            async with asyncio.TaskGroup() as both:
                scope = both.create_task(self._scope(search))
                if mode != "meaning":
                    both.create_task(self._by_word(search, scope, depth))
                if mode != "word":
                    both.create_task(self._by_meaning(search, scope, depth))
        except BaseExceptionGroup as several:  # such as a vault that was locked meanwhile
            raise several.exceptions[0] from None
        found = await self._put_together(search, limit, closely=closely and mode != "word")
        search.timings["whole"] = time.perf_counter() - began
        return found

    async def search(self, query: str, *, filters: Filters = _EVERYWHERE, limit: int = 10) -> Found:
        """For a search field: at once what is near, and only where nothing is, a closer look."""
        found = await self.find(query, filters=filters, limit=limit)
        if found.passages or not found.dropped:
            return found
        return await self.find(query, filters=filters, limit=limit, closely=True)

    async def restored(self, places: Sequence[PassagePlace]) -> list[Passage | None]:
        """The passages at these places, None for what is no longer there."""
        return await self._readers.run(lambda c: [passage_rows.restored(c, place) for place in places])

    # ---- two searches ----------------------------------------------------------------------------------------------

    async def _scope(self, search: _Search) -> Scope:
        began = time.perf_counter()
        scope = await self._readers.run(lambda c: self._scopes.of(c, search.filters))
        search.timings["scope"] = time.perf_counter() - began
        return scope

    async def _by_word(self, search: _Search, scope_read: asyncio.Task[Scope], depth: int) -> None:
        scope = await scope_read
        began = time.perf_counter()
        if scope.is_empty:
            return

        def job(connection: Connection) -> WordsFound:
            found = search_words(connection, search.question, limit=depth, total=scope.total, among=scope.ids)
            if found.phrase_missing:  # then its words count one by one, as if nobody had quoted them
                search.question = read_question(without_quotes(search.query))
                found = search_words(connection, search.question, limit=depth, total=scope.total, among=scope.ids)
            return found

        search.words = await self._readers.run(job)
        search.timings["words"] = time.perf_counter() - began

    async def _by_meaning(self, search: _Search, scope_read: asyncio.Task[Scope], depth: int) -> None:
        began = time.perf_counter()
        try:
            embedder = None if self._vectors is None else await self._embedder()
            if embedder is None or self._vectors is None:
                search.without_meaning = "no_embedder"
                return
            search.vector = (await embedder.embed([search.query], use="query"))[0]
            search.facts, search.cosines = embedder.facts, await self._cosines_of(embedder)
            search.timings["embed"] = time.perf_counter() - began
            scope = await scope_read
            if scope.is_empty:
                return
            nearing = time.perf_counter()
            near = await self._vectors.nearest("chunk", search.vector, depth, scope.ids)
        except EngineError:
            search.vector, search.without_meaning = None, "embedder_failed"
            return
        search.near = {item.item_id: item.cosine for item in near}
        if not near:
            search.without_meaning = "not_indexed"
        search.timings["meaning"] = time.perf_counter() - nearing

    async def _cosines_of(self, embedder: Embedder) -> Cosines:
        name = embedder.facts.name
        if name not in self._cosines_known:
            self._cosines_known[name] = await cosines_of(embedder)
        return self._cosines_known[name]

    # ---- one result ------------------------------------------------------------------------------------------------

    async def _put_together(self, search: _Search, limit: int, *, closely: bool) -> Found:
        orders = [order for order in (search.words.chunk_ids, tuple(search.near)) if order]
        order = fused(*orders)[: max(_READ, 3 * limit)]
        began = time.perf_counter()
        passages, dropped = await self._readers.run(lambda c: self._passages(c, search, order, limit))
        search.timings["passages"] = time.perf_counter() - began
        is_clear = bool(passages) and passages[0].score >= _CLEAR
        if closely and not is_clear and search.is_understood:
            began = time.perf_counter()
            await self._look_closely(search, [chunk_id for chunk_id, _ in order])
            passages, dropped = await self._readers.run(lambda c: self._passages(c, search, order, limit))
            search.timings["closely"] = time.perf_counter() - began
        return Found(
            search.query, tuple(passages), tuple(dropped[:_MOST_DROPPED]), search.timings, search.without_meaning
        )

    async def _look_closely(self, search: _Search, order: Sequence[int]) -> None:
        """By meaning the first of `order`; what cannot be looked at stays as it is."""
        embedder = await self._embedder()
        if embedder is None or embedder.facts != search.facts or search.vector is None:
            return

        def read(connection: Connection) -> tuple[dict[int, ChunkRow], dict[int, float]]:
            rows = passage_rows.chunks(connection, order)
            return rows, search.near | self._cosines(connection, search, rows)

        rows, cosines = await self._readers.run(read)
        leading = sorted((row for row in rows.values()), key=lambda row: -cosines.get(row.chunk_id, -1.0))
        try:
            async with asyncio.timeout(_CLOSELY_WITHIN_S):
                search.closer = await closer_cosines(embedder, search.vector, leading, cosines)
        except (EngineError, TimeoutError):
            return  # the passages' own vectors are there

    def _passages(
        self, connection: Connection, search: _Search, order: Sequence[tuple[int, float]], limit: int
    ) -> tuple[list[Passage], list[Dropped]]:
        rows = passage_rows.chunks(connection, (chunk_id for chunk_id, _ in order))
        owners = passage_rows.holders(connection, {row.content_id for row in rows.values()}, search.filters)
        cosines = search.near | self._cosines(connection, search, rows) | search.closer
        ranks = {chunk_id: rank for rank, chunk_id in enumerate(search.words.chunk_ids, start=1)}
        near: list[Passage] = []
        far: list[Dropped] = []
        meaning = search.meaning
        nameless = any(name in search.words.absent for name in search.question.names)
        floor = floor_for(meaning, self._floor() or None, name_is_missing=nameless)
        for chunk_id, rank_score in order:
            row = rows.get(chunk_id)
            if row is None or row.content_id not in owners:
                continue  # forgotten while the search ran
            cosine = cosines.get(chunk_id)
            share = word_share(search.question, search.words.weights, f"{row.heading}\n{row.text}")
            score = rank_score if meaning is None else answering(meaning, cosine, share)
            how = {
                "found_by": _found_by(chunk_id in ranks, chunk_id in search.near),
                "word_rank": ranks.get(chunk_id),
                "cosine": cosine,
                "score": score,
            }
            passage = passage_rows.passage_of(row, owners[row.content_id], how)
            if search.mode == "word" or floor.is_reached(cosine, share):
                near.append(passage)
            else:
                far.append(Dropped(passage, "not_relevant"))
        if meaning is not None and search.mode == "hybrid":
            near.sort(key=lambda passage: -passage.score)
            far.sort(key=lambda item: -item.passage.score)
        single, twins = without_duplicates(near)
        positions = {chunk_id: row.position for chunk_id, row in rows.items()}
        whole = joined(
            single[: 2 * limit],
            positions,
            lambda passage, start, end: passage_rows.stretch(
                connection, passage.content_id, passage.page, start=start, end=end
            ),
        )
        best = [
            passage_rows.with_label(connection, _highlighted(passage, search.question)) for passage in whole[:limit]
        ]
        rest = [Dropped(passage, "beyond_limit") for passage in (*whole[limit:], *single[2 * limit :])]
        return best, [*rest, *twins, *far]

    def _cosines(self, connection: Connection, search: _Search, chunk_ids: Iterable[int]) -> dict[int, float]:
        """Of what only words found, from the vectors as they are kept: they tell whether it is about the question."""
        if search.vector is None or search.facts is None:
            return {}
        unknown = [chunk_id for chunk_id in chunk_ids if chunk_id not in search.near]
        found = passage_rows.vectors(connection, unknown, search.facts.name)
        return {
            chunk_id: float(np.dot(vector, search.vector))
            for chunk_id, vector in found.items()
            if len(vector) == len(search.vector)
        }


def _found_by(by_word: bool, by_meaning: bool) -> frozenset[FoundBy]:  # noqa: FBT001 - a pair, named at its only caller
    ways: list[FoundBy] = [*(["word"] if by_word else []), *(["meaning"] if by_meaning else [])]  # type: ignore[list-item]
    return frozenset(ways)


def _highlighted(passage: Passage, question: QuestionWords) -> Passage:
    return replace(passage, highlights=question.places_in(folded(passage.text)))
