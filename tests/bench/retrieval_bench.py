"""How good the passages are: questions to the corpus by words, by meaning and by both, with the built-in model.

The corpus holds a register of 1,000 pages, scans, tables and ten languages. What is unread by the model of vectors, as
all languages but English, has to be found by its words.
"""

from __future__ import annotations

import asyncio
import os
import tempfile
from pathlib import Path
from typing import get_args

from core.knowledge.passage import SearchMode
from models.embedding.minilm import MiniLm
from tests.bench.figure import Figure
from tests.peers.corpus_questions import QUESTIONS
from tests.peers.document_corpus import REGISTER_PAGES, write_corpus
from tests.peers.retrieval_scores import Scores, asked_library, scored

PAGES = int(os.environ.get("HEARTH_BENCH_PAGES", str(REGISTER_PAGES)))


def measure() -> list[Figure]:
    """recall@5 and nDCG@10 of the three, and how often nothing is found where nothing is."""
    with tempfile.TemporaryDirectory() as folder:
        scores = asyncio.run(_asked(Path(folder)))
    hybrid = scores["hybrid"]
    others = [scores["word"], scores["meaning"]]
    answerable = sum(question.way != "nothing" for question in QUESTIONS)
    return [
        *_each("recall@5", {mode: one.recall_at_5 for mode, one in scores.items()}),
        *_each("nDCG@10", {mode: one.ndcg_at_10 for mode, one in scores.items()}),
        Figure(
            "  hybrid against the better of the others, recall@5",
            hybrid.recall_at_5,
            "",
            floor=max(one.recall_at_5 for one in others),
            target=1.0,
            at_least=True,
        ),
        Figure(
            "  hybrid against the better of the others, nDCG@10",
            hybrid.ndcg_at_10,
            "",
            floor=max(one.ndcg_at_10 for one in others),
            target=1.0,
            at_least=True,
            note=f"{answerable} questions; in other words than the passage's: {hybrid.of('meaning').ndcg_at_10:.2f}",
        ),
        Figure(
            "questions about other things that find nothing",
            hybrid.nothing_found,
            "",
            note=f"of {len(QUESTIONS) - answerable}",
        ),
    ]


def _each(name: str, values: dict[SearchMode, float]) -> list[Figure]:
    return [Figure(f"{name} by {mode}", value, "") for mode, value in values.items()]


async def _asked(folder: Path) -> dict[SearchMode, Scores]:
    files = await asyncio.to_thread(write_corpus, folder / "files", register_pages=PAGES)
    async with asked_library(folder / "profile", files, MiniLm(), ocr=True) as knowledge:
        return {mode: await scored(knowledge.retrieval, QUESTIONS, mode) for mode in get_args(SearchMode)}
