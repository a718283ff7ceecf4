"""What was found, put together for a reader: the same text once, and neighbours as one passage."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from core.conversations.search_query import folded
from core.knowledge.passage import Dropped, Passage

# A joined passage is no longer than about three chunks: the prompt has room for a few of them.
MOST_CHARACTERS = 3000
# Two texts that share so much of their words are one, such as a letter and its draft.
_ALIKE = 0.9


def without_duplicates(passages: Sequence[Passage]) -> tuple[list[Passage], list[Dropped]]:
    """Each text once, where it was found best, which then names the other files that hold it."""
    kept: list[Passage] = []
    words: list[frozenset[str]] = []
    dropped: list[Dropped] = []
    for passage in passages:
        own = frozenset(folded(passage.text).split())
        twin = next((at for at, other in enumerate(words) if _alike(own, other)), None)
        if twin is None:
            kept.append(passage)
            words.append(own)
            continue
        first = kept[twin]
        names = (*first.also_in, *(() if passage.document_id == first.document_id else (passage.document_name,)))
        kept[twin] = replace(first, also_in=tuple(dict.fromkeys((*names, *passage.also_in))))
        dropped.append(Dropped(passage, "duplicate"))
    return kept, dropped


def _alike(first: frozenset[str], second: frozenset[str]) -> bool:
    if first == second:
        return True
    small, large = sorted((len(first), len(second)))
    if small < 8 or small < _ALIKE * large:  # few words are alike by chance: “Yes.” and “Yes!”
        return False
    both = len(first & second)
    return both >= _ALIKE * (small + large - both)


def joined(
    passages: Sequence[Passage],
    positions: dict[int, int],
    stretch: Callable[[Passage, int, int], str | None],
) -> list[Passage]:
    """Passages that follow each other on one page become one, at the place of the better one.

    `positions` are those of chunks in their content; `stretch` reads the page's text, what lies between included.
    """
    built: list[Passage] = []
    for passage in passages:
        at = next((index for index, other in enumerate(built) if _are_neighbours(other, passage, positions)), None)
        if at is None:
            built.append(passage)
            continue
        first = built[at]
        start, end = min(first.start, passage.start), max(first.end, passage.end)
        text = stretch(first, start, end) if end - start <= MOST_CHARACTERS else None
        if text is None:
            built.append(passage)
            continue
        built[at] = _both(first, passage, start, text, positions)
    return _closed(built, positions, stretch) if len(built) < len(passages) else built


def _closed(
    passages: list[Passage], positions: dict[int, int], stretch: Callable[[Passage, int, int], str | None]
) -> list[Passage]:
    """Two that became neighbours by what was joined to one of them."""
    return joined(passages, positions, stretch)


def _are_neighbours(first: Passage, second: Passage, positions: dict[int, int]) -> bool:
    if (first.content_id, first.page) != (second.content_id, second.page):
        return False
    before = {positions[chunk_id] for chunk_id in first.chunk_ids}
    after = {positions[chunk_id] for chunk_id in second.chunk_ids}
    return min(before) - 1 == max(after) or max(before) + 1 == min(after)


def _both(first: Passage, second: Passage, start: int, text: str, positions: dict[int, int]) -> Passage:
    ranks = [rank for rank in (first.word_rank, second.word_rank) if rank is not None]
    cosines = [cosine for cosine in (first.cosine, second.cosine) if cosine is not None]
    upper = first if first.start <= second.start else second
    return replace(
        first,
        heading=upper.heading,
        start=start,
        end=start + len(text),
        text=text,
        hit=first.hit or (first.start, first.end),
        chunk_ids=tuple(sorted((*first.chunk_ids, *second.chunk_ids), key=positions.__getitem__)),
        found_by=first.found_by | second.found_by,
        word_rank=min(ranks, default=None),
        cosine=max(cosines, default=None),
        score=max(first.score, second.score),
        also_in=tuple(dict.fromkeys((*first.also_in, *second.also_in))),
    )
