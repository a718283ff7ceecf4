"""Text selected across messages, kept by message and offset, so that it outlives the rows that show it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.chat.citation_marks import bare_text, without_citations
from desktop.chat.markdown_blocks import Block, Paragraph, block_text, copied_text, gap_text
from desktop.chat.message_layout import Hit
from desktop.chat.transcript_model import TranscriptModel

#: Behind the last character of any message.
END = Hit(1 << 40, 0)
START = Hit(0, 0)
#: When more whole messages than this are selected they are copied as they were written: reading 10,000 takes seconds.
_READ_AT_MOST = 300


@dataclass(frozen=True, slots=True)
class TextPoint:
    """A place in the transcript."""

    message_id: str
    hit: Hit


@dataclass(frozen=True, slots=True)
class TextSelection:
    """From where the selection began to where it ends now; either may come first."""

    anchor: TextPoint
    focus: TextPoint

    def rows(self, model: TranscriptModel) -> tuple[int, Hit, int, Hit] | None:
        """First row and place, last row and place; None when nothing is selected or a message is gone."""
        first, last = model.index_of(self.anchor.message_id), model.index_of(self.focus.message_id)
        if first is None or last is None:
            return None
        begin, end = (first, *_key(self.anchor.hit)), (last, *_key(self.focus.hit))
        if begin == end:
            return None
        if begin > end:
            begin, end = end, begin
        return begin[0], Hit(begin[1], begin[2]), end[0], Hit(end[1], end[2])

    def range_in(self, model: TranscriptModel, index: int) -> tuple[Hit, Hit] | None:
        """What of row `index` is selected."""
        rows = self.rows(model)
        if rows is None or not rows[0] <= index <= rows[2]:
            return None
        return rows[1] if index == rows[0] else START, rows[3] if index == rows[2] else END

    def plain_text(self, model: TranscriptModel) -> str:
        """The selected text without markup; messages are divided by blank lines."""
        rows = self.rows(model)
        if rows is None:
            return ""
        quick = rows[2] - rows[0] > _READ_AT_MOST
        parts = []
        for index in range(rows[0], rows[2] + 1):
            found = self.range_in(model, index)
            if found == (START, END) and quick:
                parts.append(model.text_of(index))
            elif found is not None:
                parts.append(selected_text(model.blocks_of(index), *found))
        return "\n\n".join(part for part in parts if part)


def selected_text(blocks: Sequence[Block], start: Hit, end: Hit) -> str:
    """Plain text from `start` to `end`; blocks that are selected whole keep their list markers.

    Citations stay behind: without the list of sources they say nothing.
    """
    if start == START and end.block >= len(blocks):
        return copied_text([without_citations(block) for block in blocks])
    parts: list[str] = []
    for number in range(start.block, min(end.block, len(blocks) - 1) + 1):
        block = blocks[number]
        if parts:
            parts.append(gap_text(blocks[number - 1], block))
        text = block.plain_text
        first = start.offset if number == start.block else 0
        last = end.offset if number == end.block else len(text)
        whole = first == 0 and last >= len(text)
        if whole and start.block != end.block:
            parts.append(block_text(without_citations(block)))
        else:
            parts.append(bare_text(block.prose, first, last) if isinstance(block, Paragraph) else text[first:last])
    return "".join(parts)


def marks_in(blocks: Sequence[str], start: Hit, end: Hit) -> dict[int, tuple[int, int]]:
    """What is selected of each block, by its number; `blocks` are the blocks' texts."""
    found: dict[int, tuple[int, int]] = {}
    for number in range(start.block, min(end.block, len(blocks) - 1) + 1):
        first = start.offset if number == start.block else 0
        last = end.offset if number == end.block else len(blocks[number])
        if first < last:
            found[number] = (first, last)
    return found


def _key(hit: Hit) -> tuple[int, int]:
    return hit.block, hit.offset
