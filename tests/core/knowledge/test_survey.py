"""One question to every file: a row for each, whatever becomes of the others."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import aclosing
from pathlib import Path

import pytest

from core.inference.model_trouble import AnswerBrokeOff, ServerNotRunning
from core.knowledge.knowledge_trouble import CollectionMissing
from core.knowledge.passage import Passage
from core.knowledge.survey import MOST_PASSAGES, AskPassages, Survey, SurveyRow
from tests.peers.knowledge_stage import KnowledgeStage, knowledge_stage


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[KnowledgeStage]:
    async with knowledge_stage(tmp_path / "profile") as stage:
        yield stage


async def collection(stage: KnowledgeStage, folder: Path, texts: dict[str, str]) -> str:
    """These files, read."""
    made = await stage.collections.create("Bills")
    await asyncio.to_thread(folder.mkdir, exist_ok=True)
    paths = [folder / name for name in texts]
    for path in paths:
        await asyncio.to_thread(path.write_text, texts[path.name])
    await stage.added(made.collection_id, *paths)
    return made.collection_id


async def all_rows(
    stage: KnowledgeStage, collection_id: str, question: str, ask: AskPassages | None
) -> list[SurveyRow]:
    survey = Survey(stage.collections, stage.knowledge.retrieval, ask)
    return [row async for row in survey.rows(collection_id, question)]


BILLS = {
    "a.txt": "The heating bill of the flat is 120 euros.",
    "b.txt": "The water bill of the flat is 40 euros.",
    "c.txt": "Penguins walk over the ice.",
}


async def test_every_file_is_asked_from_its_own_passages_alone(stage: KnowledgeStage, tmp_path: Path) -> None:
    the_id = await collection(stage, tmp_path / "bills", BILLS)
    seen: list[tuple[str, ...]] = []

    async def ask(question: str, passages: Sequence[Passage]) -> str:
        seen.append(tuple(passage.document_name for passage in passages))
        text = passages[0].text
        return f"{text} [1]" if "bill" in text else ""

    rows = await all_rows(stage, the_id, "how much is the bill", ask)
    assert [row.document.name for row in rows] == ["a.txt", "b.txt", "c.txt"]
    assert seen == [("a.txt",), ("b.txt",), ("c.txt",)]
    assert [row.state for row in rows] == ["answered", "answered", "nothing"]
    assert [(row.number, row.total) for row in rows] == [(1, 3), (2, 3), (3, 3)]
    assert rows[0].best is not None
    assert rows[0].best.text == BILLS["a.txt"]


async def test_a_citation_of_no_passage_is_told_apart(stage: KnowledgeStage, tmp_path: Path) -> None:
    the_id = await collection(stage, tmp_path / "bills", {"a.txt": BILLS["a.txt"]})

    async def ask(question: str, passages: Sequence[Passage]) -> str:
        return "120 euros [1], due in May [7]."

    (row,) = await all_rows(stage, the_id, "how much is the bill", ask)
    assert [(citation.number, citation.passage is None) for citation in row.citations] == [(1, False), (7, True)]


async def test_one_file_that_fails_does_not_end_it(stage: KnowledgeStage, tmp_path: Path) -> None:
    the_id = await collection(stage, tmp_path / "bills", {**BILLS, "broken.pdf": "%PDF-1.7 broken"})

    async def ask(question: str, passages: Sequence[Passage]) -> str:
        if passages[0].document_name == "b.txt":
            raise AnswerBrokeOff("cut", model="m")
        return "Yes [1]."

    rows = await all_rows(stage, the_id, "how much is the bill", ask)
    assert [row.state for row in rows] == ["answered", "failed", "unread", "answered"]
    assert rows[1].error is not None
    assert rows[1].error.sentence
    assert rows[2].error is not None
    assert "damaged" in rows[2].error.sentence


async def test_a_model_that_is_gone_ends_it_instead_of_failing_file_by_file(
    stage: KnowledgeStage, tmp_path: Path
) -> None:
    the_id = await collection(stage, tmp_path / "bills", {f"{number}.txt": "A bill." for number in range(9)})
    asked = 0

    async def ask(question: str, passages: Sequence[Passage]) -> str:
        nonlocal asked
        asked += 1
        raise ServerNotRunning("refused")

    with pytest.raises(ServerNotRunning):
        await all_rows(stage, the_id, "how much is the bill", ask)
    assert asked == 4


async def test_without_a_model_the_nearest_passages_are_quoted(stage: KnowledgeStage, tmp_path: Path) -> None:
    the_id = await collection(stage, tmp_path / "bills", BILLS)
    rows = await all_rows(stage, the_id, "water bill", None)
    assert [row.state for row in rows][1] == "quoted"
    assert rows[1].passages[0].text == BILLS["b.txt"]
    assert rows[2].state == "nothing"


async def test_closing_the_iterator_asks_no_further_file(stage: KnowledgeStage, tmp_path: Path) -> None:
    the_id = await collection(stage, tmp_path / "bills", BILLS)
    asked: list[str] = []

    async def ask(question: str, passages: Sequence[Passage]) -> str:
        asked.append(passages[0].document_name)
        return "Yes [1]."

    survey = Survey(stage.collections, stage.knowledge.retrieval, ask)
    async with aclosing(survey.rows(the_id, "bill")) as rows:
        async for _ in rows:
            break
    assert asked == ["a.txt"]


async def test_a_long_file_is_asked_from_its_nearest_passages(stage: KnowledgeStage, tmp_path: Path) -> None:
    words = "\n\n".join(f"Paragraph {number} tells of ships and weather. " * 20 for number in range(60))
    the_id = await collection(stage, tmp_path / "long", {"long.txt": f"{words}\n\nThe bill is 99 euros."})
    given: list[Passage] = []

    async def ask(question: str, passages: Sequence[Passage]) -> str:
        given.extend(passages)
        return "99 euros [1]."

    await all_rows(stage, the_id, "how much is the bill euros", ask)
    assert 0 < len(given) <= MOST_PASSAGES
    assert any("99 euros" in passage.text for passage in given)
    assert sum(len(passage.text) for passage in given) <= 9_000


async def test_a_collection_that_is_gone_is_no_empty_table(stage: KnowledgeStage) -> None:
    with pytest.raises(CollectionMissing):
        await all_rows(stage, "0" * 32, "anything", None)
