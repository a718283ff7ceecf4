from __future__ import annotations

import asyncio

import numpy as np
import pytest

from models.embedding.embedder import Vectors
from models.embedding.last_questions import LastQuestions
from models.engine_errors import EmbedderFailed


class Making:
    """Makes vectors of the questions' lengths, each when the gate is open, and counts."""

    def __init__(self) -> None:
        self.made: list[str] = []
        self.gate = asyncio.Event()
        self.gate.set()
        self.fails = False

    async def __call__(self, question: str) -> Vectors:
        self.made.append(question)
        await self.gate.wait()
        if self.fails:
            raise EmbedderFailed("told to")
        return np.full((1, 3), len(question), dtype=np.float32)


async def test_a_question_that_several_ask_at_once_is_embedded_once_and_each_has_a_vector_of_its_own() -> None:
    making = Making()
    questions = LastQuestions(making)
    first, second = await asyncio.gather(questions.vectors("fog"), questions.vectors("fog"))
    first[:] = 0
    assert (second.tolist(), (await questions.vectors("fog")).tolist()) == ([[3, 3, 3]], [[3, 3, 3]])
    assert making.made == ["fog"]


async def test_what_failed_is_tried_again() -> None:
    making = Making()
    questions = LastQuestions(making)
    making.fails = True
    with pytest.raises(EmbedderFailed):
        await questions.vectors("fog")
    making.fails = False
    assert (await questions.vectors("fog")).shape == (1, 3)


async def test_who_is_cancelled_does_not_take_it_from_others() -> None:
    making = Making()
    questions = LastQuestions(making)
    making.gate.clear()
    impatient, patient = (asyncio.create_task(questions.vectors("fog")) for _ in range(2))
    await asyncio.sleep(0)
    impatient.cancel()
    await asyncio.wait([impatient])
    making.gate.set()
    assert (await patient).shape == (1, 3)
    assert making.made == ["fog"]


async def test_only_the_last_ones_are_kept_and_none_once_forgotten() -> None:
    making = Making()
    questions = LastQuestions(making)
    for number in range(12):
        await questions.vectors(f"{number}")
    await questions.vectors("11")
    assert len(making.made) == 12
    await questions.vectors("0")
    questions.forget()
    await questions.vectors("11")
    assert making.made[12:] == ["0", "11"]
