"""`Passage`: a stretch of one document that a question found, and everything that is known about how it was found.

Values only, light to import: chat and window name them too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, TypeAlias

FoundBy: TypeAlias = Literal["word", "meaning"]
SearchMode: TypeAlias = Literal["hybrid", "word", "meaning"]
DropReason: TypeAlias = Literal["not_relevant", "duplicate", "beyond_limit", "reranked", "no_room"]
ChunkKind: TypeAlias = Literal["prose", "table", "code"]


@dataclass(frozen=True, slots=True)
class PassagePlace:
    """Where a passage stands. What was read out of a file never changes, so it names the same text for good."""

    document_id: str
    content_id: str
    page: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """`text` is the page's text from `start` to `end`; `chunk_ids` are the chunks in it, `chunk_id` the best of them.

    `page` counts from 1, `page_label` is what the file calls it. `path` is empty for pasted text and attachments.
    `word_rank` counts from 1, None where no word found it; `cosine` is None where no vector was compared. `score` is
    the fused one: higher is better, and comparable within one search only. `also_in` names other files with this text.
    """

    chunk_id: int
    document_id: str
    document_name: str
    path: str
    page: int
    page_label: str
    heading: str
    start: int
    end: int
    text: str
    found_by: frozenset[FoundBy]
    word_rank: int | None
    cosine: float | None
    score: float
    content_id: str = ""
    chunk_ids: tuple[int, ...] = ()
    collection_id: str = ""
    media_type: str = ""
    kind: ChunkKind = "prose"
    also_in: tuple[str, ...] = ()
    highlights: tuple[tuple[int, int], ...] = ()  # (start, end) in `text` of the words that were looked for
    hit: tuple[int, int] | None = None  # of the page's text: what was found best, where neighbours were joined to it

    @property
    def place(self) -> PassagePlace:
        """Where it stands."""
        return PassagePlace(self.document_id, self.content_id, self.page, self.start, self.end)

    @property
    def hit_place(self) -> tuple[int, int]:
        """(start, end) in `text` of what was found best; the rest was joined to it as its context."""
        start, end = self.hit or (self.start, self.end)
        return max(0, start - self.start), min(end - self.start, len(self.text))

    @property
    def hit_text(self) -> str:
        """What was found best, by itself."""
        start, end = self.hit_place
        return self.text[start:end]

    @property
    def anchor(self) -> int:
        """Where in `text` whoever shows a part of it looks first: at the first word of the question in the hit."""
        start, end = self.hit_place
        return next((left for left, _ in self.highlights if start <= left < end), start)


@dataclass(frozen=True, slots=True)
class Dropped:
    """A passage that was found and not handed out."""

    passage: Passage
    reason: DropReason


@dataclass(frozen=True, slots=True)
class Filters:
    """Where to look. An empty tuple or None does not narrow; `collection_ids` None looks into all.

    `kinds` are names of document kinds, or suffixes with their dot; `since` and `until` hold the file's own time of
    change, and of what has none the time it was added. `path_prefix` is a folder.
    """

    collection_ids: tuple[str, ...] | None = None
    kinds: tuple[str, ...] = ()
    since: datetime | None = None
    until: datetime | None = None
    path_prefix: str = ""
    document_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """What a question found, best first; `passages` is empty when nothing is near enough.

    `dropped` are those that were considered, best first. `timings` are seconds by stage. `without_meaning` tells why
    only words were searched ("no_embedder", "embedder_failed", "not_indexed"), empty when both were.
    """

    query: str
    passages: tuple[Passage, ...]
    dropped: tuple[Dropped, ...] = ()
    timings: Mapping[str, float] = field(default_factory=dict)
    without_meaning: Literal["", "no_embedder", "embedder_failed", "not_indexed"] = ""
