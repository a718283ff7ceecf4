"""What a viewer shows of a document: its file as pictures of pages, or the text that is kept of it."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

from core.knowledge.document_kinds import kind_of
from core.knowledge.knowledge_trouble import DocumentMissing
from core.knowledge.page_picture import PagePicture, page_picture
from core.knowledge.parse_process import ParseProcess

if TYPE_CHECKING:
    from core.knowledge.document_rows import Document, StoredPage
    from core.knowledge.knowledge_base import Knowledge
    from core.knowledge.passage import Passage

FileState: TypeAlias = Literal["whole", "changed", "missing", "forgotten"]
"""Of the file against what was read of it; “forgotten” when the document is no longer in Hearth."""

_DRAWN = ("pdf", "picture")
_LEAST_OF_A_PART = 12
_SCAN_PX = 1_600


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """What can be shown of a passage's document.

    `is_same_text`: the pages that are kept are those that the passage was taken from. `path` is empty for what has no
    file of its own. `may_open` is False for what a system might run instead of showing it.
    """

    state: FileState
    pages: int = 0
    path: str = ""
    is_drawn: bool = False
    is_same_text: bool = False
    may_open: bool = False


class PassageSource:
    """One passage's document. Lives on the core's loop but for its making; close it there."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self._source: Path | bytes | None = None
        self._process = ParseProcess()
        self._seen: Sequence[
            tuple[float, float, float, float]
        ] = ()  # parts of the page: where a scan shows the passage
        self._is_looked_through = False

    async def look(self, knowledge: Knowledge) -> SourceFacts:
        """How document and file are now."""
        passage = self.passage
        try:
            document = await knowledge.collections.document(passage.document_id)
        except DocumentMissing:
            return SourceFacts("forgotten")
        same = not passage.content_id or document.content_id == passage.content_id
        kind = kind_of(document.name, b"")
        state: FileState = await asyncio.to_thread(_state_of, document) if same else "changed"
        is_drawn = state == "whole" and kind is not None and kind.name in _DRAWN
        if is_drawn:
            self._source = await knowledge.collections.bytes_of(document.document_id)
        return SourceFacts(
            state,
            document.pages if same else 0,
            document.path if state != "missing" else "",
            is_drawn,
            is_same_text=same,
            may_open=bool(document.path) and state in ("whole", "changed") and kind is not None and kind.name != "code",
        )

    async def text(self, knowledge: Knowledge, page: int) -> StoredPage | None:
        """Page `page` as it was read."""
        found = await knowledge.collections.pages(self.passage.document_id, first=page, count=1)
        return found[0] if found and found[0].page == page else None

    async def picture(self, page: int, width_px: int) -> PagePicture:
        """Page `page` as the file has it, with the passage's places. Raises a kind of FileUnreadable."""
        assert self._source is not None
        passage = self.passage
        marked = [passage.hit_text] if page == passage.page else []
        drawn = await page_picture(
            self._source, page, width_px, marked, name=passage.document_name, process=self._process
        )
        parts = [part for part in passage.hit_text.split("\n") if len(part.strip()) >= _LEAST_OF_A_PART]
        if marked and not drawn.marks and parts:  # such as a table, whose cells are joined by signs of ours
            cells = [cell.strip() for part in parts for cell in part.split(" | ")]
            drawn = await page_picture(
                self._source,
                page,
                width_px,
                [cell for cell in cells if len(cell) >= _LEAST_OF_A_PART],
                name=passage.document_name,
                process=self._process,
            )
        if marked and not drawn.marks:
            wide, high = drawn.width_px, drawn.height_px
            seen = tuple(
                (left * wide, top * high, width * wide, height * high) for left, top, width, height in self._seen
            )
            return replace(drawn, marks=seen)
        return drawn

    async def look_through(self) -> bool:
        """Find the passage on a page that was scanned, for the pictures to come. Once, and it takes seconds."""
        if self._is_looked_through or self._source is None:
            return False
        self._is_looked_through = True
        passage = self.passage
        drawn = await page_picture(
            self._source,
            passage.page,
            _SCAN_PX,
            [passage.hit_text],
            name=passage.document_name,
            process=self._process,
            recognise=True,
        )
        wide, high = drawn.width_px, drawn.height_px
        self._seen = [
            (left / wide, top / high, width / wide, height / high) for left, top, width, height in drawn.marks
        ]
        return bool(self._seen)

    async def aclose(self) -> None:
        """End the process that draws."""
        await self._process.aclose()


def _state_of(document: Document) -> FileState:
    if document.blob_id is not None:
        return "whole"
    try:
        now = Path(document.path).stat()
    except OSError:
        return "missing"
    return "whole" if (now.st_size, now.st_mtime_ns) == (document.size_bytes, document.modified_ns) else "changed"
