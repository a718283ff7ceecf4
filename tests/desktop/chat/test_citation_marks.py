"""Citations in an answer's blocks: marked while it grows, never in code or links, and left behind by copies."""

from __future__ import annotations

import random

import pytest

from core.chat.quoted_answer import verbatim
from desktop.chat.answer_sources import AnswerSources
from desktop.chat.block_stream import BlockStream, read_message
from desktop.chat.citation_marks import bare_text, cited_numbers, number_of, without_citations
from desktop.chat.copied_answer import copied_answer, copied_markdown
from desktop.chat.markdown_blocks import Block, Emphasis, Paragraph, Prose
from tests.peers.found_passages import passage

TEXT = """\
The notice period is **three months [1]**, to the end of a month [1, 3].
See `row[2]`, [a link][2](https://example.org) and [7].

| What | Where |
| --- | --- |
| Rent | 940 euros [2] |

- keys [2–3]

```python
first = rows[1]
```

[1]: Lease.pdf
[2]: Rules.md
"""


def prose_of(blocks: list[Block], number: int) -> Prose:
    block = blocks[number]
    assert isinstance(block, Paragraph)
    return block.prose


def marks(prose: Prose) -> list[tuple[str, bool]]:
    return [
        (prose.text[span.start : span.end], bool(span.emphasis & Emphasis.UNSUPPORTED))
        for span in prose.spans
        if span.emphasis & Emphasis.CITATION
    ]


def test_each_number_of_a_marker_is_a_citation_of_its_own_and_says_whether_it_is_supported() -> None:
    first = prose_of(read_message(TEXT, 3), 0)
    assert marks(first) == [("[1]", False), ("[1]", False), ("[3]", False), ("[7]", True)]
    assert [number_of(span) for span in first.spans if number_of(span)] == [1, 1, 3, 7]
    bold = next(span for span in first.spans if number_of(span) == 1)
    assert bold.emphasis & Emphasis.STRONG
    assert "end of a month [1][3]." in first.text


def test_code_and_links_cite_nothing() -> None:
    blocks = read_message(TEXT, 3)
    assert "row[2]" in prose_of(blocks, 0).text
    assert cited_numbers(blocks) == {1, 2, 3, 7}
    assert cited_numbers(read_message("`[1]` and ![x](y) [2](https://example.org) \\[3\\]", 3)) == set()


def test_a_document_that_is_quoted_cites_nothing_with_its_own_brackets() -> None:
    blocks = read_message(f"> {verbatim('As Miller [1] says, [2]')}\n\n— “Lease.pdf”, page 1 [1]", 2)
    assert marks(prose_of(blocks, 0)) == []
    assert prose_of(blocks, 0).text == "As Miller [1] says, [2]"
    assert marks(prose_of(blocks, 1)) == [("[1]", False)]


def test_a_list_of_sources_at_the_end_does_not_turn_citations_into_links() -> None:
    blocks = read_message(TEXT, 3)
    assert not any(span.emphasis & Emphasis.LINK and "Lease" in span.address for span in prose_of(blocks, 0).spans)
    assert "[1]: Lease.pdf" in prose_of(blocks, -1).text


def test_brackets_are_brackets_where_no_documents_were_asked() -> None:
    assert cited_numbers(read_message(TEXT)) == set()
    assert prose_of(read_message("See [1]."), 0) == Prose("See [1].")


@pytest.mark.parametrize("seed", range(12))
def test_citations_do_not_depend_on_how_the_answer_arrived(seed: int) -> None:
    text = TEXT + "\n\n" + " ".join(f"Sentence number {n} says so [{n % 5}]." for n in range(200))
    whole = read_message(text, 3)
    stream, chance, at = BlockStream(3), random.Random(seed), 0
    while at < len(text):
        step = chance.randint(1, 60)
        stream.append(text[at : at + step])
        at += step
    stream.finish()
    assert stream.blocks == whole


def test_a_paragraph_full_of_citations_is_still_cut_while_it_grows() -> None:
    stream = BlockStream(3)
    for number in range(300):
        stream.append(f"Sentence number {number} says so [1]. ")
        assert len(stream._open) < 1_400  # what is read again stays short
    stream.finish()
    assert len(marks(prose_of(stream.blocks, 0))) == 300


def test_a_selection_leaves_citations_behind() -> None:
    prose = prose_of(read_message("Three months [1], in writing [2]. And [3] more", 3), 0)
    assert bare_text(prose) == "Three months, in writing. And more"
    assert bare_text(prose, 6, 16) == "months"
    paragraph = without_citations(Paragraph(prose))
    assert paragraph.plain_text == "Three months, in writing. And more"


def test_a_whole_copy_names_its_sources() -> None:
    blocks = read_message("Three months [1]. Six weeks [9].", 2)
    sources = AnswerSources((passage("Lease.pdf", page=4), passage("Rules.md")), (9,))
    assert copied_answer(blocks, sources) == "Three months [1]. Six weeks [9].\n\nSources:\n[1] Lease.pdf, page 4"
    markdown = copied_markdown("Three months [1]. Six weeks [9].", blocks, sources)
    assert markdown.endswith("Sources:\n- \\[1\\] Lease.pdf, page 4")
    assert copied_answer(blocks, None) == "Three months [1]. Six weeks [9]."
