from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from core.knowledge.passage import Filters, PassagePlace
from core.knowledge.retrieval import Retrieval
from core.vault.blobs import MemoryBlobs
from core.vault.ephemeral import EphemeralDatabase
from core.vault.vault_shelf import Shelf
from models.engine_errors import EngineError
from tests.peers.filed_documents import Shelved
from tests.peers.tiny_embedder import TinyEmbedder

NOTICE = "The notice period is three months to the end of a quarter.\n\nNotice must be given in writing."
LEASE = (
    "The tenant pays the rent on the first day of each month.",
    f"{NOTICE}\n\nPets are allowed if the landlord agrees.",
)
ODD = ["", "   ", "?", '"', '""', "AND OR NOT NEAR(", "* ^ : - {}", "\0", "a" * 5000, "“", "💥"]


@pytest.fixture
async def shelved() -> AsyncIterator[Shelved]:
    database = EphemeralDatabase()
    yield Shelved(Shelf(database.writer, database.readers, MemoryBlobs(database.writer)), TinyEmbedder("tiny"))
    database.close()


def retrieval_over(shelved: Shelved, *, floor: float = 0.35) -> Retrieval:
    embedder = shelved.embedder

    async def in_use() -> TinyEmbedder | None:
        assert embedder is None or isinstance(embedder, TinyEmbedder)
        return embedder

    return Retrieval(
        shelved.shelf, vectors=None if embedder is None else shelved.index, embedder=in_use, floor=lambda: floor
    )


async def test_a_question_finds_the_passage_with_its_page_and_exact_place(shelved: Shelved) -> None:
    papers = await shelved.collection()
    lease = await shelved.document(papers, "Lease.pdf", *LEASE, path="/papers/Lease.pdf", heading="Ending")

    found = await retrieval_over(shelved).find("How long is the notice period?")

    first = found.passages[0]
    assert (first.document_id, first.document_name, first.path, first.page) == (
        lease.document_id, "Lease.pdf", "/papers/Lease.pdf", 2,
    )  # fmt: skip
    assert LEASE[1][first.start : first.end] == first.text
    assert "three months" in first.text
    assert first.found_by == {"word", "meaning"}
    assert first.word_rank == 1
    assert first.cosine is not None
    assert first.heading == "Ending"
    assert [first.text[start:end].lower() for start, end in first.highlights][:3] == ["notice", "period", "notice"]
    assert {"words", "embed", "meaning", "whole"} <= set(found.timings)


async def test_meaning_finds_what_no_word_names(shelved: Shelved) -> None:
    papers = await shelved.collection()
    await shelved.document(papers, "Fleet.txt", "The automobile is parked behind the house.")
    await shelved.document(papers, "Cake.txt", "Beat the eggs with sugar until white.")

    found = await retrieval_over(shelved).find("car parked house")
    assert found.passages[0].document_name == "Fleet.txt"
    only_meaning = await retrieval_over(shelved).find("vehicle car")
    assert [passage.document_name for passage in only_meaning.passages] == ["Fleet.txt"]
    assert only_meaning.passages[0].found_by == {"meaning"}


async def test_nothing_near_enough_is_nothing_found(shelved: Shelved) -> None:
    papers = await shelved.collection()
    await shelved.document(papers, "Lease.pdf", *LEASE)

    found = await retrieval_over(shelved).find("Who won the chess championship in Reykjavik?")

    assert found.passages == ()
    assert found.dropped
    assert {item.reason for item in found.dropped} == {"not_relevant"}


@pytest.mark.parametrize(
    "query", ["", "   ", "?", '"', '""', "AND OR NOT NEAR(", "* ^ : - {}", "\0", "a" * 5000, "“", "💥"]
)
async def test_anything_may_be_asked(shelved: Shelved, query: str) -> None:
    papers = await shelved.collection()
    await shelved.document(papers, "Lease.pdf", *LEASE)
    for mode in ("word", "meaning", "hybrid"):
        await retrieval_over(shelved).find(query, mode=mode)  # type: ignore[arg-type]


async def test_what_names_somebody_that_no_document_names_has_to_be_nearer(shelved: Shelved) -> None:
    papers = await shelved.collection()
    await shelved.document(papers, "Log.txt", "The captain of the ferry sleeps in the port of Tarn on Sundays.")
    retrieval = retrieval_over(shelved, floor=0.5)
    assert (await retrieval.find("Where does the captain of the ship Tarn lie at anchor?")).passages
    assert (await retrieval.find("Where does the captain of the ship Corvane lie at anchor?")).passages == ()
    assert (await retrieval.find("Where does the captain of the ferry in the port of Corvane sleep?")).passages


async def test_where_there_is_nothing_nothing_is_found(shelved: Shelved) -> None:
    assert (await retrieval_over(shelved).find("notice period")).passages == ()


async def test_a_phrase_in_quotation_marks_must_stand_there(shelved: Shelved) -> None:
    papers = await shelved.collection()
    await shelved.document(papers, "One.txt", "The period of notice is short, and the notice period is agreed.")
    await shelved.document(papers, "Two.txt", "A notice about the period of peace.")

    found = await retrieval_over(shelved).find('"notice period"', mode="word")
    assert [passage.document_name for passage in found.passages] == ["One.txt"]
    loosened = await retrieval_over(shelved).find('"peace notice"', mode="word")
    assert loosened.passages[0].document_name == "Two.txt"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Wie lang ist die Kündigungsfrist?", "Vertrag.docx"),
        ("Welche Verträge enden?", "Vertrag.docx"),
        ("¿Cuánto cuestan los billetes?", "Viaje.txt"),
        ("解約の通知期間はどれくらいですか？", "契約.txt"),
        ("东京的天气怎么样？", "天气.txt"),
        ("서울의 날씨는 어떻습니까?", "날씨.txt"),
        ("ค่าเช่าเท่าไหร่", "เช่า.txt"),
    ],
)
async def test_questions_of_many_languages_find_their_words(shelved: Shelved, question: str, expected: str) -> None:
    papers = await shelved.collection()
    await shelved.document(papers, "Vertrag.docx", "Der Vertrag endet mit einer Kündigungsfrist von drei Monaten.")
    await shelved.document(papers, "Viaje.txt", "El billete de tren a Sevilla cuesta cuarenta euros.")
    await shelved.document(papers, "契約.txt", "本契約の解約には三か月前の通知が必要です。")
    await shelved.document(papers, "天气.txt", "今天东京天气晴朗，气温二十度。")
    await shelved.document(papers, "날씨.txt", "오늘 서울 날씨는 맑고 기온은 이십 도입니다.")
    await shelved.document(papers, "เช่า.txt", "ค่าเช่าห้องเดือนละห้าพันบาท")

    found = await retrieval_over(shelved).find(question, mode="word")

    assert found.passages[0].document_name == expected


async def test_neighbours_become_one_passage_of_the_pages_own_text(shelved: Shelved) -> None:
    papers = await shelved.collection()
    lease = await shelved.document(papers, "Lease.pdf", *LEASE)

    found = await retrieval_over(shelved).find("notice period in writing given", mode="word")

    (passage,) = found.passages
    assert (
        passage.text == "The notice period is three months to the end of a quarter.\n\nNotice must be given in writing."
    )
    assert LEASE[1][passage.start : passage.end] == passage.text
    assert passage.chunk_ids == lease.chunk_ids[1:3]


async def test_of_joined_neighbours_the_best_one_is_the_hit_and_the_others_its_context(shelved: Shelved) -> None:
    papers = await shelved.collection()
    text = "The apple tree was planted by Ann.\n\nIts quinces and apple jelly won at Tarn.\n\nAn apple a day."
    await shelved.document(papers, "Garden.txt", text)
    retrieval = retrieval_over(shelved)
    (passage,) = (await retrieval.find("quinces apple jelly Tarn", mode="word")).passages
    assert passage.text == text
    assert passage.hit_text == "Its quinces and apple jelly won at Tarn."
    assert text[passage.anchor :].startswith("quinces")
    (alone,) = (await retrieval.find("quinces", mode="word")).passages
    assert (alone.hit, alone.hit_text) == (None, alone.text)


async def test_three_neighbours_join_whatever_their_order(shelved: Shelved) -> None:
    papers = await shelved.collection()
    text = "apple one two three.\n\napple four five.\n\napple apple apple six."
    await shelved.document(papers, "List.txt", text)
    found = await retrieval_over(shelved).find("apple", mode="word")
    assert [passage.text for passage in found.passages] == [text]


async def test_the_same_text_is_found_once_and_names_its_other_files(shelved: Shelved) -> None:
    papers = await shelved.collection()
    text = "The warranty of the washing machine ends after two years from the day of purchase."
    await shelved.document(papers, "Warranty.pdf", text)
    await shelved.document(papers, "Copy.pdf", text)  # the same bytes: one content
    await shelved.document(papers, "Draft.docx", f"{text} ")  # another file, the same words

    found = await retrieval_over(shelved).find("How long is the warranty of the washing machine?")

    (passage,) = found.passages
    assert {passage.document_name, *passage.also_in} == {"Warranty.pdf", "Copy.pdf", "Draft.docx"}
    assert [item.reason for item in found.dropped] == ["duplicate"]


async def test_filters_narrow_by_collection_document_kind_folder_and_time(shelved: Shelved) -> None:
    home, work = await shelved.collection("Home"), await shelved.collection("Work")
    day = 86_400 * 10**9
    await shelved.document(home, "a.pdf", "green tea is kept in a tin", path="/srv/tea/a.pdf", modified_ns=10 * day)
    await shelved.document(
        home, "b.TXT", "green tea is steeped for two minutes", path="/srv/teatime/b.TXT", modified_ns=20 * day
    )
    third = await shelved.document(work, "c.md", "green tea for guests", path="/work/c.md", modified_ns=30 * day)
    retrieval = retrieval_over(shelved)

    async def names(filters: Filters) -> set[str]:
        found = await retrieval.find("green tea", filters=filters)
        return {passage.document_name for passage in found.passages}

    start = datetime(1970, 1, 1, tzinfo=UTC)
    assert await names(Filters()) == {"a.pdf", "b.TXT", "c.md"}
    assert await names(Filters(collection_ids=(home,))) == {"a.pdf", "b.TXT"}
    assert await names(Filters(collection_ids=())) == set()
    assert await names(Filters(document_ids=(third.document_id,))) == {"c.md"}
    assert await names(Filters(path_prefix="/srv/tea")) == {"a.pdf"}
    assert await names(Filters(path_prefix="/srv/")) == {"a.pdf", "b.TXT"}
    assert await names(Filters(kinds=("text", ".md"))) == {"b.TXT", "c.md"}
    assert await names(Filters(kinds=("no such kind",))) == set()
    assert await names(Filters(since=start + timedelta(days=15))) == {"b.TXT", "c.md"}
    assert await names(Filters(until=start + timedelta(days=15))) == {"a.pdf"}


async def test_a_search_sees_what_came_and_what_was_forgotten_since_the_last(shelved: Shelved) -> None:
    papers = await shelved.collection()
    other = await shelved.collection("Other")
    await shelved.document(other, "x.txt", "nothing about it")
    retrieval = retrieval_over(shelved)
    filters = Filters(collection_ids=(papers,))
    assert (await retrieval.find("blue teapot", filters=filters)).passages == ()

    filed = await shelved.document(papers, "Pot.txt", "The blue teapot stands on the shelf.")
    assert len((await retrieval.find("blue teapot", filters=filters)).passages) == 1

    await shelved.forget(filed.document_id)  # the index of vectors may still name it
    assert (await retrieval.find("blue teapot", filters=filters)).passages == ()
    assert (await retrieval.find("blue teapot")).passages == ()


async def test_where_vectors_cannot_be_had_words_go_on_alone_and_it_is_said(shelved: Shelved) -> None:
    papers = await shelved.collection()
    await shelved.document(papers, "Lease.pdf", *LEASE)
    embedder = shelved.embedder
    assert isinstance(embedder, TinyEmbedder)

    embedder.failing = EngineError("no memory")
    failed = await retrieval_over(shelved).find("notice period")
    assert failed.without_meaning == "embedder_failed"
    assert failed.passages[0].found_by == {"word"}

    shelved.embedder = None
    none = await retrieval_over(shelved).find("notice period")
    assert none.without_meaning == "no_embedder"
    assert none.passages


async def test_more_than_the_limit_is_told_as_dropped(shelved: Shelved) -> None:
    papers = await shelved.collection()
    for number in range(6):
        await shelved.document(papers, f"{number}.txt", f"tea number {'x' * number} {number * 7919}")
    found = await retrieval_over(shelved).find("tea number", limit=4)
    assert len(found.passages) == 4
    assert [item.reason for item in found.dropped] == ["beyond_limit"] * 2
    assert [passage.score for passage in found.passages] == sorted(
        (passage.score for passage in found.passages), reverse=True
    )


async def test_a_passage_is_found_again_by_its_place_until_it_is_forgotten(shelved: Shelved) -> None:
    papers = await shelved.collection()
    lease = await shelved.document(papers, "Lease.pdf", *LEASE)
    retrieval = retrieval_over(shelved)
    (passage, *_) = (await retrieval.find("notice period")).passages

    (again,) = await retrieval.restored([passage.place])
    assert again is not None
    assert (again.text, again.document_name, again.page, again.place) == (
        passage.text, passage.document_name, passage.page, passage.place,
    )  # fmt: skip
    nowhere = PassagePlace("gone", "gone", 1, 0, 5)
    assert await retrieval.restored([nowhere, replace(passage.place, page=9)]) == [None, None]
    await shelved.forget(lease.document_id)
    assert await retrieval.restored([passage.place]) == [None]
