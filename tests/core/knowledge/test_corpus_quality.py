"""The corpus of every kind and many languages, read by real readers and asked with the built-in model of vectors."""

from __future__ import annotations

import asyncio
from pathlib import Path

from models.embedding.minilm import MiniLm
from tests.peers.corpus_questions import BY_MEANING, BY_NOTHING, BY_WORD
from tests.peers.document_corpus import PICTURES, write_corpus
from tests.peers.held_out_questions import HELD_OUT_BY_MEANING, HELD_OUT_BY_NOTHING, HELD_OUT_BY_WORD
from tests.peers.retrieval_scores import asked_library, scored

# Scans and the register of 1,000 pages belong to `build/dev.py bench --only retrieval`.
WORDS = [one for one in BY_WORD if not one.register and one.document not in PICTURES]

NOTHING_ABROAD = ("飞机票多少钱", "ギターの弦", "비행기", "เครื่องบิน", "الطائرة", "самолёт", "αεροπλάνο", "גיטרה")
"""About what no document of the corpus tells, in alphabets that the built-in model does not read."""


async def test_both_searches_together_find_more_than_either_and_words_find_every_language(tmp_path: Path) -> None:
    files = await asyncio.to_thread(write_corpus, tmp_path / "files", pictures=False)
    questions = [*WORDS, *BY_MEANING, *BY_NOTHING]
    assert len(questions) >= 60
    async with asked_library(tmp_path / "profile", files, MiniLm(), ocr=False) as knowledge:
        word = await scored(knowledge.retrieval, questions, "word")
        meaning = await scored(knowledge.retrieval, questions, "meaning")
        hybrid = await scored(knowledge.retrieval, questions, "hybrid")
        closer = await scored(knowledge.retrieval, [*BY_MEANING, *BY_NOTHING], "hybrid", closely=True)
        held_out = await scored(
            knowledge.retrieval, [*HELD_OUT_BY_MEANING, *HELD_OUT_BY_NOTHING], "hybrid", closely=True
        )
        abroad = [(await knowledge.retrieval.find(question)).passages for question in NOTHING_ABROAD]
    assert hybrid.ndcg_at_10 > max(word.ndcg_at_10, meaning.ndcg_at_10)
    assert hybrid.recall_at_5 > max(word.recall_at_5, meaning.recall_at_5)
    assert hybrid.of("word").missed == []
    assert hybrid.of("meaning").recall_at_5 > 0.7, hybrid.of("meaning").missed
    assert hybrid.nothing_found > 0.9, hybrid.of("nothing").missed
    assert closer.recall_at_5 > hybrid.of("meaning").recall_at_5
    assert closer.nothing_found >= hybrid.nothing_found, closer.of("nothing").missed
    assert held_out.recall_at_5 > 0.7, held_out.of("meaning").missed  # of questions that nothing was tuned on
    assert held_out.nothing_found > 0.85, held_out.of("nothing").missed
    assert abroad == [()] * len(NOTHING_ABROAD)  # to the built-in model everything in these alphabets is alike


def test_every_question_is_asked_once_of_a_document_that_is_there() -> None:
    from tests.peers.document_corpus import CORPUS

    for question in (*BY_WORD, *BY_MEANING, *HELD_OUT_BY_WORD, *HELD_OUT_BY_MEANING):
        assert question.register or question.document in CORPUS
    known = [question.text for question in (*BY_WORD, *BY_MEANING, *BY_NOTHING)]
    held_out = [question.text for question in (*HELD_OUT_BY_WORD, *HELD_OUT_BY_MEANING, *HELD_OUT_BY_NOTHING)]
    assert len({*known, *held_out}) == len(known) + len(held_out)
