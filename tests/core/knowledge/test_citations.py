from __future__ import annotations

import random

import pytest

from core.knowledge.citations import cited, unsupported
from core.knowledge.passage import Passage


def passages(count: int) -> list[Passage]:
    return [
        Passage(number, f"d{number}", f"{number}.pdf", "", 1, "", "", 0, 1, "x", frozenset(), None, None, 0.0)
        for number in range(1, count + 1)
    ]


THREE = passages(3)


def numbers(text: str, *, finished: bool = True) -> list[int]:
    return [citation.number for citation in cited(text, THREE, finished=finished)]


def test_a_marker_names_its_passage_and_its_place_in_the_text() -> None:
    text = "Three months [2]."
    (citation,) = cited(text, THREE)
    assert citation.passage is THREE[1]
    assert text[citation.start : citation.end] == "[2]"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a [1][3]", [1, 3]),
        ("a[1], b [2].", [1, 2]),
        ("a [1, 3]", [1, 3]),
        ("a [1-3]", [1, 2, 3]),
        ("a [1–2; 3]", [1, 2, 3]),
        ("東京です【2】。", [2]),
        ("東京です【1†source】。", [1]),
        ("東京です［３］。", [3]),
        ("| a | b [1] |", [1]),
        ("- item [2]\n> quote [3]", [2, 3]),
        ("`a` and [1] and `b`", [1]),
        ("a lone ` tick [1]", [1]),
        ("a lone ` tick\n\nnext [1] ` there", [1]),
    ],
)
def test_markers_as_models_write_them(text: str, expected: list[int]) -> None:
    assert numbers(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "`row[1]`",
        "``a ` row[1]``",
        "```python\nrow[1]\n```",
        "~~~\nrow[1]\n~~~",
        "text\n\n```\nrow[1]",
        "> ```\n> row[1]\n> ```",
        "- ```\n  row[1]\n  ```",
        "[1](https://example.org)",
        "[1]: https://example.org",
        "![1]",
        "\\[1\\]",
        "[^1]",
        "[2024]",
        "[ ]",
        "[a1]",
    ],
)
def test_code_links_and_other_brackets_are_no_citations(text: str) -> None:
    assert numbers(text) == []


def test_what_comes_after_code_counts_again() -> None:
    assert numbers("```\na[1]\n```\nThen [2].\n~~~~\nb[3]\n~~~\nb[1]\n~~~~\n[3]") == [2, 3]


def test_a_number_without_a_passage_is_unsupported() -> None:
    found = cited("a [1] b [4] c [0] d [4]", THREE)
    assert [citation.passage is None for citation in found] == [False, True, True, True]
    assert unsupported(found) == [0, 4]


def test_what_was_cited_while_it_streamed_is_cited_in_the_end() -> None:
    pieces = "text |[1]|[2]|`|``|```|```\n|\n|\n\n|~~~|(x)|:|[3|]|a[1]|> |- ".split("|")  # noqa: SIM905 - shorter
    generator = random.Random(7)
    for _ in range(400):
        text = "".join(generator.choice(pieces) for _ in range(14))
        whole = {(citation.start, citation.end, citation.number) for citation in cited(text, THREE)}
        for length in range(len(text)):
            early = {(c.start, c.end, c.number) for c in cited(text[:length], THREE, finished=False)}
            assert early <= whole, (text, text[:length])


def test_a_hostile_answer_takes_no_time() -> None:
    for text in ("`" * 40_000, "[1" * 40_000, "[1," * 30_000, "```\n" * 20_000, "[1]" * 30_000, "` `` ``` " * 8_000):
        cited(text, THREE)
        cited(text, THREE, finished=False)
