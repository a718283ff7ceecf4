"""Pages to passages that fit the embedder: whole sections where they fit, cut at paragraphs, lines and sentences.

A passage knows exactly where it stands: it is its page's text from `start` to `end`. Headings go with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from semantic_text_splitter import TextSplitter

from core.knowledge.read_document import BETWEEN_BLOCKS

if TYPE_CHECKING:
    from core.knowledge.read_document import Block, ReadPage

CountTokens: TypeAlias = Callable[[Sequence[str]], list[int]]
ChunkKind: TypeAlias = Literal["prose", "table", "code"]

MOST_TOKENS = 220
"""The built-in embedder sees 256 with its two marks; chunks of 200 to 240 lose nothing (research, storage §5)."""
HEADINGS_BETWEEN = " › "
_MOST_HEADING_CHARACTERS = 160
# So much of a passage's room may go to its headings.
_MOST_HEADING_SHARE = 4
# The splitter's time grows faster than the text where it finds no place to cut (measured: 0.85 s for 300,000 "x").
_MOST_CUT_AT_ONCE = 40_000
_WORDS_KEPT = 200_000
# Words as embedders cut them, at least: each sign and each ideograph alone, long words in several pieces.
_PIECES = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff]"
    r"|[^\W_]{1,20}|[^\w\s]|_"
)


@dataclass(frozen=True, slots=True)
class Chunk:
    """A passage: `page`'s text from `start` to `end` is `text`. `heading` are the headings above, outermost first."""

    page: int
    start: int
    end: int
    kind: ChunkKind
    heading: str
    text: str

    @property
    def embedded(self) -> str:
        """What the embedder gets of it."""
        return embedded_text(self.heading, self.text)


def embedded_text(heading: str, text: str) -> str:
    """A passage with the headings above it that it does not begin with itself."""
    above, _, last = heading.rpartition(HEADINGS_BETWEEN)
    if last and text.startswith(last):
        heading = above
    return f"{heading}\n{text}" if heading else text


class Chunker:
    """Cuts the pages of one file, in their order; headings reach over the ends of pages."""

    def __init__(self, words: WordCounts, *, most_tokens: int = MOST_TOKENS) -> None:
        self._words = words
        self._most_tokens = most_tokens
        self._headings: list[tuple[int, str]] = []

    def chunks_of(self, page: ReadPage) -> list[Chunk]:
        """The passages of the next page. Computes: not for the loop's thread."""
        text = page.text
        self._words.learn(text)
        made: list[Chunk] = []
        for run in self._runs(page.blocks):
            made += self._cut(page.page, text, run)
        return made

    def _runs(self, blocks: Sequence[Block]) -> Iterator[_Run]:
        """Neighbouring blocks of one kind under the same headings; a heading begins one."""
        run: _Run | None = None
        at = 0
        for block in blocks:
            start, end = at, at + len(block.text)
            at = end + len(BETWEEN_BLOCKS)
            if block.kind == "heading":
                if run is not None:
                    yield run
                self._enter(block)
                run = _Run(start, end, "prose", self._heading())
                continue
            kind: ChunkKind = block.kind if block.kind in ("table", "code") else "prose"
            if run is not None and run.kind == kind:
                run.end = end
                continue
            if run is not None:
                yield run
            run = _Run(start, end, kind, self._heading())
        if run is not None:
            yield run

    def _enter(self, block: Block) -> None:
        level = block.level or 1
        self._headings = [one for one in self._headings if one[0] < level]
        if name := " ".join(block.text.split())[:_MOST_HEADING_CHARACTERS]:
            self._headings.append((level, name))

    def _heading(self) -> str:
        """The innermost headings that leave enough room for the text."""
        room = self._most_tokens // _MOST_HEADING_SHARE
        chosen: list[str] = []
        for _, name in reversed(self._headings):
            room -= self._words.count(name) + 1
            if room < 0 and chosen:
                break
            chosen.append(name)
        return HEADINGS_BETWEEN.join(reversed(chosen))

    def _cut(self, page: int, text: str, run: _Run) -> Iterator[Chunk]:
        room = max(16, self._most_tokens - self._words.count(run.heading))
        for start in range(run.start, run.end, _MOST_CUT_AT_ONCE):
            piece = text[start : min(run.end, start + _MOST_CUT_AT_ONCE)]
            for at, part in self._pieces(piece, room):
                if part.strip():
                    yield Chunk(page, start + at, start + at + len(part), run.kind, run.heading, part)

    def _pieces(self, text: str, room: int) -> Sequence[tuple[int, str]]:
        if self._words.count(text) <= room:
            lead = len(text) - len(text.lstrip())
            return [(lead, text.strip())]
        splitter = TextSplitter.from_callback(self._words.count, room)
        pieces: Sequence[tuple[int, str]] = splitter.chunk_indices(text)
        return pieces


@dataclass(slots=True)
class _Run:
    start: int
    end: int
    kind: ChunkKind
    heading: str


class WordCounts:
    """How many tokens a text is, added up from its words, each of which is counted once.

    The splitter asks twenty times a passage; asking the tokenizer each time would cost more than all the rest of the
    ingest. Marks around a text are not counted.
    """

    def __init__(self, count_tokens: CountTokens) -> None:
        self._count_tokens = count_tokens
        (self._marks,) = count_tokens([""])
        self._counts: dict[str, int] = {}

    def learn(self, text: str) -> None:
        """Count all new words of `text` at once."""
        new = [word for word in set(_PIECES.findall(text)) if word not in self._counts]
        if len(self._counts) + len(new) > _WORDS_KEPT:
            self._counts.clear()
            new = list(set(_PIECES.findall(text)))
        counted = self._count_tokens(new) if new else []
        self._counts.update(zip(new, (max(1, count - self._marks) for count in counted), strict=True))

    def count(self, text: str) -> int:
        """Tokens of a text whose words were learnt."""
        counts = self._counts
        words = _PIECES.findall(text)
        try:
            return sum([counts[word] for word in words])
        except KeyError:  # cut in the middle of a word, where there is no better place
            return sum(counts.get(word) or max(1, len(word) // 3) for word in words)


def chunks_of(page: ReadPage, count_tokens: CountTokens, most_tokens: int = MOST_TOKENS) -> list[Chunk]:
    """The passages of a page that stands alone."""
    return Chunker(WordCounts(count_tokens), most_tokens=most_tokens).chunks_of(page)
