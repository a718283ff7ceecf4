"""CSV: a row a line; a page for every few hundred rows, with the head of the table on each."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator

from core.knowledge.knowledge_trouble import FileDamaged
from core.knowledge.loaders import Found
from core.knowledge.loaders.plain_text import readable
from core.knowledge.read_document import Block, ParseLimits, ReadDone, ReadPage

_ROWS_A_PAGE, _ROWS_A_BLOCK = 200, 25
_MOST_COLUMNS = 500
_SEPARATORS = ",;\t|"


def read(data: bytes, name: str, limits: ParseLimits) -> Iterator[Found]:
    """Rows, in pages."""
    text = readable(data, limits)
    csv.field_size_limit(1_000_000)
    rows = csv.reader(io.StringIO(text), delimiter=separator_of(text, "\t" if name.lower().endswith(".tsv") else ","))
    lines: list[str] = []
    first = number = page = 0
    try:
        for number, row in enumerate(rows, 1):
            line = " | ".join(" ".join(cell.split()) for cell in row[:_MOST_COLUMNS])
            if not line.strip(" |"):
                continue
            first = first or number
            lines.append(line)
            if len(lines) >= _ROWS_A_PAGE:
                page += 1
                yield _page(page, lines, first, number, is_long=True)
                lines, first = [], 0
    except csv.Error as fault:
        raise FileDamaged(str(fault)) from fault
    if lines:
        yield _page(page + 1, lines, first, number, is_long=page > 0)
    yield ReadDone()


def _page(page: int, lines: list[str], first: int, last: int, *, is_long: bool) -> ReadPage:
    blocks = [Block("table", "\n".join(lines[at : at + _ROWS_A_BLOCK])) for at in range(0, len(lines), _ROWS_A_BLOCK)]
    return ReadPage(page, f"rows {first}–{last}" if is_long else "", blocks)


def separator_of(text: str, otherwise: str) -> str:
    """What stands between cells: the sign that most of the first lines have equally often."""
    lines = [line for line in text[:20_000].split("\n")[:50] if line.strip()][:30]
    best, best_score = otherwise, 0
    for sign in _SEPARATORS:
        counts = Counter(line.count(sign) for line in lines)
        usual, times = counts.most_common(1)[0] if counts else (0, 0)
        if usual and times * min(usual, 20) > best_score:
            best, best_score = sign, times * min(usual, 20)
    return best
