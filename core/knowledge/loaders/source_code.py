"""Source code and other files for machines: as it stands, cut where something new begins at the left margin."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.knowledge.loaders import Found
from core.knowledge.loaders.plain_text import readable
from core.knowledge.read_document import Block, ParseLimits, ReadPage

_TOP_LEVEL = re.compile(r"\n(?:[ \t]*\n)+(?=[^\s)\]}])")
_BLOCK_CHARACTERS = 1_500


def read(data: bytes, name: str, limits: ParseLimits) -> Iterator[Found]:
    """One page of code."""
    blocks: list[Block] = []
    held = ""
    for part in _TOP_LEVEL.split(readable(data, limits).expandtabs(4)):
        if held and len(held) + len(part) > _BLOCK_CHARACTERS:
            blocks.append(Block("code", held))
            held = ""
        held = f"{held}\n\n{part}" if held else part
    yield ReadPage(1, "", [*blocks, Block("code", held)])
