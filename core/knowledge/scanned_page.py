"""Pictures of text, as blocks: lines in the order of reading, those that belong together as one paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cache
from typing import TYPE_CHECKING

from core.conversations.search_query import folded
from core.knowledge.read_document import Block

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from models.vision.ocr import PictureReader, SeenLine

_ROW_SHARE = 0.5
"""Lines that overlap by this share of the lower one's height stand in one row."""
_COLUMN_GAP = 0.03
"""Of the picture's width: an empty strip this wide from top to bottom parts columns."""
_LEAST_LETTERS, _LIKE = 3, 0.75


def warm() -> None:
    """Load what reads pictures, without its models."""
    _reader().load()


def blocks_of_picture(pixels: npt.NDArray[np.uint8]) -> list[Block]:
    """What stands in the picture. `pixels` are height × width × RGB. Raises `PictureUnread`."""
    return blocks_of_lines(_reader().read(pixels), float(pixels.shape[1]))


def places_in_picture(
    pixels: npt.NDArray[np.uint8], passages: Sequence[str]
) -> list[tuple[float, float, float, float]]:
    """The lines of these passages: left, top, width, height in pixels. Raises `PictureUnread`."""
    return places_of_lines(_reader().read(pixels), passages)


def places_of_lines(lines: Sequence[SeenLine], passages: Sequence[str]) -> list[tuple[float, float, float, float]]:
    """Of another size a picture reads a little otherwise: most letters of a line stand together in a passage."""
    wholes = ["".join(filter(str.isalnum, folded(passage))) for passage in passages]
    places = []
    for line in lines:
        letters = "".join(filter(str.isalnum, folded(line.text)))
        if len(letters) >= _LEAST_LETTERS and any(_is_in(letters, whole) for whole in wholes):
            places.append((line.left, line.top, line.right - line.left, line.bottom - line.top))
    return places


def _is_in(letters: str, whole: str) -> bool:
    if letters in whole:
        return True
    found = SequenceMatcher(None, whole, letters, autojunk=False).get_matching_blocks()
    longest = max(found, key=lambda block: block.size)
    start = max(0, longest.a - longest.b)  # where the line would begin
    there = whole[start : start + len(letters)]
    return SequenceMatcher(None, there, letters, autojunk=False).ratio() >= _LIKE


@cache
def _reader() -> PictureReader:
    from models.vision.ocr import PictureReader

    return PictureReader()


def blocks_of_lines(lines: list[SeenLine], width: float) -> list[Block]:
    """Column by column, from the top; a wider gap or other letters begin a new paragraph."""
    blocks = []
    heights = sorted(line.bottom - line.top for line in lines)
    usual = heights[len(heights) // 2] if heights else 0.0
    for column in _columns(lines, width):
        held: list[list[SeenLine]] = []
        for row in _rows(column):
            if held and not _goes_on(held[-1], row):
                blocks.append(_block(held, usual))
                held = []
            held.append(row)
        if held:
            blocks.append(_block(held, usual))
    return blocks


def _columns(lines: list[SeenLine], width: float) -> list[list[SeenLine]]:
    """Parts of the page beside each other. What spans several columns (a headline) comes before or between them."""
    narrow = [line for line in lines if line.right - line.left < 0.55 * width]
    gap = _gap(narrow, width) if len(narrow) > 0.7 * len(lines) and len(narrow) >= 6 else None
    if gap is None:
        return [lines]
    above: list[SeenLine] = []
    left: list[SeenLine] = []
    right: list[SeenLine] = []
    top = min(line.top for line in narrow)
    below: list[SeenLine] = []
    for line in lines:
        if line.left < gap < line.right:
            (above if line.top <= top + (line.bottom - line.top) else below).append(line)
        else:
            (left if line.right <= gap else right).append(line)
    both = [*left, *right]
    # Narrow lines over the two columns, such as a page number, stay in the order of their column.
    return [column for column in (above, left, right, below) if column] if both else [lines]


def _gap(lines: list[SeenLine], width: float) -> float | None:
    """The middle of an empty strip between two columns that both hold a good part of the lines."""
    edges = sorted((line.left, line.right) for line in lines)
    reach = edges[0][1]
    for index, (left, right) in enumerate(edges):
        if left - reach > _COLUMN_GAP * width and min(index, len(edges) - index) >= 0.25 * len(edges):
            middle = (left + reach) / 2
            if _stand_beside(lines, middle, width):
                return middle
        reach = max(reach, right)
    return None


def _stand_beside(lines: list[SeenLine], middle: float, width: float) -> bool:
    """Columns of text, not of a table: their lines are long, or do not stand level with each other throughout."""
    left = [line for line in lines if line.right <= middle]
    right = [line for line in lines if line.left >= middle]
    level = sum(any(_share(one, other) > 0.8 for other in right) for one in left)
    long = sum(line.right - line.left > 0.25 * width for line in lines)
    return level < 0.8 * len(left) or long > 0.7 * len(lines)


def _share(one: SeenLine, other: SeenLine) -> float:
    both = min(one.bottom, other.bottom) - max(one.top, other.top)
    return both / max(1.0, min(one.bottom - one.top, other.bottom - other.top))


def _rows(lines: list[SeenLine]) -> list[list[SeenLine]]:
    rows: list[list[SeenLine]] = []
    for line in sorted(lines, key=lambda each: (each.top + each.bottom) / 2):
        if rows and _share(rows[-1][0], line) > _ROW_SHARE:
            rows[-1].append(line)
        else:
            rows.append([line])
    for row in rows:
        row.sort(key=lambda each: each.left)
    return rows


def _goes_on(above: list[SeenLine], row: list[SeenLine]) -> bool:
    height = above[0].bottom - above[0].top
    own = row[0].bottom - row[0].top
    if len(above) > 1 or len(row) > 1:
        return len(above) > 1 and len(row) > 1  # rows of a table
    return row[0].top - above[0].bottom < 0.9 * min(height, own) and abs(height - own) < 0.35 * max(height, own)


def _block(rows: list[list[SeenLine]], usual: float) -> Block:
    if any(len(row) > 1 for row in rows):
        return Block(
            "table" if len(rows) > 1 else "prose", "\n".join(" | ".join(each.text for each in row) for row in rows)
        )
    text = rows[0][0].text
    for row in rows[1:]:
        text = _joined(text, row[0].text)
    height = rows[0][0].bottom - rows[0][0].top
    if height > 1.5 * usual and len(text) < 200 and any(sign.isalpha() for sign in text):
        return Block("heading", text, 1 if height > 2 * usual else 2)
    return Block("prose", text)


def _joined(text: str, more: str) -> str:
    if text.endswith("-") and len(text) > 1 and text[-2].isalpha() and more[:1].islower():
        return text[:-1] + more
    if text and "\u3000" <= text[-1] <= "\u9fff":
        return text + more
    return f"{text} {more}"
