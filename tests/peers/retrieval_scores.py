"""How well questions find the passages that answer them: recall@5, nDCG@10, and what is found where nothing is."""

from __future__ import annotations

import math
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

from core.clock import RealClock
from core.events import Announcer
from core.knowledge.knowledge_base import Knowledge
from core.knowledge.passage import SearchMode
from core.knowledge.retrieval import Retrieval
from core.settings.sections import KnowledgeSettings
from core.vault.vault_shelf import Shelf
from core.vectors.vector_store import VectorStore
from models.embedding.embedder import Embedder
from tests.peers.bare_storage import BareStorage
from tests.peers.corpus_questions import Question, Way


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and where its answer came: `rank` counts from 1, None where it did not come among ten."""

    question: Question
    rank: int | None
    found: int

    @property
    def gain(self) -> float:
        """nDCG@10 of one question with one right passage."""
        return 0.0 if self.rank is None else 1 / math.log2(1 + self.rank)


@dataclass(frozen=True, slots=True)
class Scores:
    """Of all questions in one mode."""

    asked: tuple[Asked, ...]

    def of(self, *ways: Way) -> Scores:
        """Of these only."""
        return Scores(tuple(one for one in self.asked if one.question.way in ways))

    @property
    def recall_at_5(self) -> float:
        """Share of those with an answer, whose answer is among the first five."""
        return fmean(one.rank is not None and one.rank <= 5 for one in self._with_answers)

    @property
    def ndcg_at_10(self) -> float:
        """Mean."""
        return fmean(one.gain for one in self._with_answers)

    @property
    def nothing_found(self) -> float:
        """Share of those without an answer, for which nothing was handed out."""
        return fmean(one.found == 0 for one in self.asked if one.question.way == "nothing")

    @property
    def missed(self) -> list[str]:
        """Questions whose answer is not among the first five, and those about nothing that found something."""
        return [
            one.question.text
            for one in self.asked
            if (one.found > 0 if one.question.way == "nothing" else one.rank is None or one.rank > 5)
        ]

    @property
    def _with_answers(self) -> list[Asked]:
        return [one for one in self.asked if one.question.way != "nothing"]


async def scored(
    retrieval: Retrieval, questions: Sequence[Question], mode: SearchMode, *, closely: bool = False
) -> Scores:
    """Ask them all; `closely` as a chat does."""
    asked = []
    for question in questions:
        found = await retrieval.find(question.text, mode=mode, limit=10, closely=closely)
        ranks = (
            rank
            for rank, passage in enumerate(found.passages, start=1)
            if question.is_answered_by(passage.document_name, passage.text)
        )
        rank = None if question.way == "nothing" else next(ranks, None)
        asked.append(Asked(question, rank, len(found.passages)))
    return Scores(tuple(asked))


@asynccontextmanager
async def asked_library(
    folder: Path, files: Iterable[Path], embedder: Embedder, *, ocr: bool
) -> AsyncIterator[Knowledge]:
    """A profile in `folder` that has read these files, closed at the end."""
    folder.mkdir(parents=True, exist_ok=True)  # noqa: ASYNC240 - nothing else goes on yet
    storage = BareStorage(folder)
    shelf = Shelf(storage.writer, storage.readers, storage.blobs)
    settings = KnowledgeSettings(ocr=ocr)
    knowledge = Knowledge(
        shelf,
        settings=lambda: settings,
        vectors=VectorStore(shelf, clock=RealClock()),
        embedder_from=lambda name: embedder,
        announcer=Announcer(),
        clock=RealClock(),
    )
    try:
        collection = await knowledge.collections.create("Corpus")
        await knowledge.collections.add_files(collection.collection_id, list(files))
        await knowledge.ingest.settle()
        documents = await knowledge.collections.documents(collection.collection_id, limit=1000)
        unread = [document.name for document in documents if document.state != "ready"]
        assert not unread, f"not read: {unread}"
        yield knowledge
    finally:
        await knowledge.aclose()
        storage.close()
