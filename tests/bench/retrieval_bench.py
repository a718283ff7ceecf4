"""How good the passages are: questions to the corpus by words, by meaning and by both, with the built-in model.

The corpus holds a register of 1,000 pages, scans, tables and ten languages. What is unread by the model of vectors, as
all languages but English, has to be found by its words. The second set of questions is one that nothing was tuned on:
its figures are what to expect of questions that nobody thought of.
"""

from __future__ import annotations

import asyncio
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from core.knowledge.passage import SearchMode
from models.embedding.minilm import MiniLm
from tests.bench.figure import Figure
from tests.peers.corpus_questions import QUESTIONS
from tests.peers.document_corpus import REGISTER_PAGES, write_corpus
from tests.peers.held_out_questions import HELD_OUT, HELD_OUT_BESIDE
from tests.peers.retrieval_scores import Scores, asked_library, scored

PAGES = int(os.environ.get("HEARTH_BENCH_PAGES", str(REGISTER_PAGES)))


@dataclass(frozen=True, slots=True)
class _Measured:
    """Scores by mode, of the questions that the search was tuned on and of the others."""

    known: dict[SearchMode, Scores]
    held_out: dict[SearchMode, Scores]
    beside: Scores
    closely: Scores
    held_out_closely: Scores


def measure() -> list[Figure]:
    """recall@5 and nDCG@10 of the three, and how often nothing is found where nothing is; for both sets."""
    with tempfile.TemporaryDirectory() as folder:
        measured = asyncio.run(_asked(Path(folder)))
    beside = measured.beside
    return [
        *_set("", measured.known),
        *_as_chats_ask("", measured.closely),
        *_set("held out: ", measured.held_out),
        *_as_chats_ask("held out: ", measured.held_out_closely),
        Figure(
            "held out: beside what a document tells, found nothing",
            beside.nothing_found,
            "",
            note=f"of {len(beside.asked)}; that something near is shown is right",
        ),
    ]


def _set(name: str, scores: dict[SearchMode, Scores]) -> list[Figure]:
    hybrid = scores["hybrid"]
    others = [scores["word"], scores["meaning"]]
    about_nothing = len(hybrid.of("nothing").asked)
    paraphrased = hybrid.of("meaning")
    return [
        *_each(f"{name}recall@5", {mode: one.recall_at_5 for mode, one in scores.items()}),
        *_each(f"{name}nDCG@10", {mode: one.ndcg_at_10 for mode, one in scores.items()}),
        Figure(
            f"  {name}hybrid against the better of the others, recall@5",
            hybrid.recall_at_5,
            "",
            floor=max(one.recall_at_5 for one in others),
            target=1.0,
            at_least=True,
        ),
        Figure(
            f"  {name}hybrid against the better of the others, nDCG@10",
            hybrid.ndcg_at_10,
            "",
            floor=max(one.ndcg_at_10 for one in others),
            target=1.0,
            at_least=True,
            note=f"{len(hybrid.asked) - about_nothing} questions; in other words than the passage's: "
            f"{paraphrased.recall_at_5:.2f}/{paraphrased.ndcg_at_10:.2f}",
        ),
        Figure(
            f"{name}questions about other things that find nothing",
            hybrid.nothing_found,
            "",
            note=f"of {about_nothing}",
        ),
    ]


def _as_chats_ask(name: str, scores: Scores) -> list[Figure]:
    """With a closer look at the sentences of what leads, which a chat takes and a search field does not."""
    paraphrased = scores.of("meaning")
    said = f"in other words than the passage's: {paraphrased.recall_at_5:.2f}/{paraphrased.ndcg_at_10:.2f}"
    return [
        Figure(f"{name}recall@5 as a chat asks", scores.recall_at_5, "", note=said),
        Figure(f"{name}nDCG@10 as a chat asks", scores.ndcg_at_10, ""),
        Figure(f"{name}about other things, as a chat asks: nothing found", scores.nothing_found, ""),
    ]


def _each(name: str, values: dict[SearchMode, float]) -> list[Figure]:
    return [Figure(f"{name} by {mode}", value, "") for mode, value in values.items()]


async def _asked(folder: Path) -> _Measured:
    files = await asyncio.to_thread(write_corpus, folder / "files", register_pages=PAGES)
    modes: tuple[SearchMode, ...] = get_args(SearchMode)
    async with asked_library(folder / "profile", files, MiniLm(), ocr=True) as knowledge:
        retrieval = knowledge.retrieval
        return _Measured(
            {mode: await scored(retrieval, QUESTIONS, mode) for mode in modes},
            {mode: await scored(retrieval, HELD_OUT, mode) for mode in modes},
            await scored(retrieval, HELD_OUT_BESIDE, "hybrid", closely=True),
            await scored(retrieval, QUESTIONS, "hybrid", closely=True),
            await scored(retrieval, HELD_OUT, "hybrid", closely=True),
        )
