from __future__ import annotations

import itertools
import random
from collections.abc import Sequence

import pytest

from core.knowledge.chunking import MOST_TOKENS, Chunker, WordCounts, chunks_of, embedded_text
from core.knowledge.read_document import Block, ReadPage
from models.embedding.minilm import MiniLm


def _words(texts: Sequence[str]) -> list[int]:
    return [len(text.split()) + 2 for text in texts]


def _page(*blocks: Block, page: int = 1) -> ReadPage:
    return ReadPage(page, "", list(blocks))


def _prose(words: int, word: str = "word") -> str:
    return " ".join(f"{word}{number}" + ("." if number % 9 == 8 else "") for number in range(words))


def test_a_section_that_fits_is_one_passage_with_its_heading() -> None:
    page = _page(
        Block("heading", "Birds", 1),
        Block("prose", "All of them."),
        Block("heading", "Herons", 2),
        Block("prose", "They wait."),
        Block("list", "- reeds\n- fish"),
        Block("heading", "Fish", 1),
    )
    chunks = chunks_of(page, _words)
    assert [(one.heading, one.text) for one in chunks] == [
        ("Birds", "Birds\n\nAll of them."),
        ("Birds › Herons", "Herons\n\nThey wait.\n\n- reeds\n- fish"),
        ("Fish", "Fish"),
    ]
    assert chunks[1].embedded == "Birds\nHerons\n\nThey wait.\n\n- reeds\n- fish"


def test_positions_are_exact_and_nothing_is_lost_or_said_twice() -> None:
    seeded = random.Random(5)
    kinds = ("prose", "heading", "table", "code", "list")
    for number in range(60):
        blocks = [
            Block(
                seeded.choice(kinds), _prose(seeded.choice((1, 7, 300)), "wörd") + seeded.choice(("", "\n x\n", " ")), 1
            )
            for _ in range(seeded.randint(1, 9))
        ]
        page = _page(*blocks, page=number + 1)
        chunks = chunks_of(page, _words, 60)
        assert all(page.text[one.start : one.end] == one.text and one.page == page.page for one in chunks)
        assert all(first.end <= second.start for first, second in itertools.pairwise(chunks))
        assert "".join("".join(one.text for one in chunks).split()) == "".join(page.text.split())


def test_headings_reach_over_the_end_of_a_page() -> None:
    chunker = Chunker(WordCounts(_words))
    chunker.chunks_of(_page(Block("heading", "Storks", 1), Block("prose", "First.")))
    (second,) = chunker.chunks_of(_page(Block("prose", "Second."), page=2))
    assert (second.heading, second.text, second.page) == ("Storks", "Second.", 2)


def test_tables_and_code_stand_alone() -> None:
    page = _page(Block("prose", "Before."), Block("code", "x = 1"), Block("table", "a | b"), Block("prose", "After."))
    assert [one.kind for one in chunks_of(page, _words)] == ["prose", "code", "table", "prose"]


@pytest.mark.parametrize(
    "text",
    [
        _prose(3000),
        "x" * 5000,
        "苍鹭在芦苇丛中等待鱼。" * 400,
        "ไก่ป่าเดินอยู่ในป่า " * 300,
        "a.b/c-d_e:" * 900,
        "🐦‍⬛" * 900,
        "\n".join(f"row {number} | {number * 7}" for number in range(900)),
    ],
)
def test_no_passage_is_longer_than_the_built_in_model_sees(text: str) -> None:
    model = MiniLm()
    chunks = chunks_of(_page(Block("heading", _prose(50), 1), Block("prose", text)), model.token_counts)
    assert len(chunks) > 1
    # Cut within a word its pieces count anew; the model sees 256.
    assert max(model.token_counts([one.embedded for one in chunks])) <= MOST_TOKENS + 30


def test_passages_are_well_filled() -> None:
    model = MiniLm()
    sentences = " ".join("The keeper of the lighthouse counts the ships that pass in the night." for _ in range(400))
    counts = model.token_counts([one.text for one in chunks_of(_page(Block("prose", sentences)), model.token_counts)])
    assert sum(counts[:-1]) / len(counts[:-1]) > MOST_TOKENS * 0.85


def test_what_a_passage_begins_with_is_not_said_to_the_embedder_again() -> None:
    assert embedded_text("Birds › Herons", "Herons\n\nwait") == "Birds\nHerons\n\nwait"
    assert embedded_text("Herons", "Herons\n\nwait") == "Herons\n\nwait"
    assert embedded_text("Birds › Herons", "They wait") == "Birds › Herons\nThey wait"
    assert embedded_text("", "They wait") == "They wait"
