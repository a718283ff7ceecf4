"""Citations in an answer's text: “[2]” and “[1, 3]” become small marks that can be followed, each on its own.

The text keeps its brackets, which are painted as the room inside the mark: what is selected, searched and read out is
what was written.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from desktop.chat.markdown_blocks import Block, Code, Emphasis, Paragraph, Prose, Rule, Span, Table

CITED: Final = "hearth_cited"
"""In a parser's environment: how many passages the text may cite. Without it brackets are brackets."""

_ADDRESS: Final = "cite:"
_NO_MARKS: Final = Emphasis.CODE | Emphasis.LINK


def passages_of(environment: dict[str, Any] | None) -> int | None:
    """How many passages a text may cite; None: it cites none, whatever stands in brackets."""
    return None if environment is None else environment.get(CITED)


def number_of(span: Span | None) -> int:
    """The number that a span cites; 0 where it is no citation."""
    if span is None or not span.emphasis & Emphasis.CITATION:
        return 0
    return int(span.address.removeprefix(_ADDRESS))


def with_citations(prose: Prose, passages: int, *, escaped: Sequence[int] = ()) -> Prose:
    """`prose` with its citations marked; those that name none of `passages` are marked as unsupported.

    What was `escaped` (offsets of such signs) is meant literally, as “[1]” in the words of a quoted document.
    """
    if "]" not in prose.text and "】" not in prose.text and "］" not in prose.text:
        return prose
    from core.knowledge.citations import marked_numbers

    found = [
        marker
        for marker in marked_numbers(prose.text)
        if not any(marker[0] <= at < marker[1] for at in escaped)
        and not any(
            span.emphasis & _NO_MARKS and span.start < marker[1] and marker[0] < span.end for span in prose.spans
        )
    ]
    if not found:
        return prose
    parts: list[str] = []
    spans: list[Span] = []
    at = length = 0
    for start, end, numbers in found:
        length = _copy(prose, at, start, length, parts, spans)
        look = next((span.emphasis for span in prose.spans if span.start <= start < span.end), Emphasis.NONE)
        for number in numbers:
            word = f"[{number}]"
            sort = Emphasis.CITATION if 1 <= number <= passages else Emphasis.CITATION | Emphasis.UNSUPPORTED
            spans.append(Span(length, length + len(word), look | sort, f"{_ADDRESS}{number}"))
            parts.append(word)
            length += len(word)
        at = end
    _copy(prose, at, len(prose.text), length, parts, spans)
    return Prose("".join(parts), tuple(spans))


def _copy(prose: Prose, start: int, end: int, length: int, parts: list[str], spans: list[Span]) -> int:
    """Characters `start` to `end` behind `length` others, with their spans; returns the new length."""
    parts.append(prose.text[start:end])
    for span in prose.spans:
        first, last = max(span.start, start), min(span.end, end)
        if first < last:
            spans.append(Span(length + first - start, length + last - start, span.emphasis, span.address))
    return length + end - start


def without_citations(block: Block) -> Block:
    """The block as it is copied: marks say nothing where their passages are not."""
    match block:
        case Paragraph():
            return Paragraph(_bare(block.prose), block.level, block.place)
        case Table():
            rows = tuple(tuple(map(_bare, row)) for row in block.rows)
            return Table(tuple(map(_bare, block.header)), rows, block.alignments, block.place)
        case Code() | Rule():
            return block


def bare_text(prose: Prose, start: int = 0, end: int | None = None) -> str:
    """Characters `start` to `end` without citations and the spaces before them."""
    end = len(prose.text) if end is None else end
    kept: list[str] = []
    at = start
    for span in prose.spans:
        if span.emphasis & Emphasis.CITATION and at <= span.start and span.end <= end:
            before = prose.text[at : span.start]
            kept.append(
                before.rstrip(" ") if prose.text[span.end : span.end + 1] in ("", *" .,;:!?)[。，、") else before
            )
            at = span.end
    kept.append(prose.text[at:end])
    return "".join(kept)


def _bare(prose: Prose) -> Prose:
    return Prose(bare_text(prose)) if has_citations(prose) else prose


def has_citations(prose: Prose) -> bool:
    """Whether anything is cited in it."""
    return any(span.emphasis & Emphasis.CITATION for span in prose.spans)


def cited_numbers(blocks: Sequence[Block]) -> set[int]:
    """All numbers that blocks cite."""
    return {number_of(span) for block in blocks for prose in _proses(block) for span in prose.spans} - {0}


def _proses(block: Block) -> list[Prose]:
    match block:
        case Paragraph():
            return [block.prose]
        case Table():
            return [*block.header, *(cell for row in block.rows for cell in row)]
        case Code() | Rule():
            return []
