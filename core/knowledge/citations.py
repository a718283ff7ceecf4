"""Markers such as “[2]” in an answer: which passage each names, and which name none.

Code is not looked at: `row[1]` is no citation, nor is the text of a link.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from core.knowledge.passage import Passage


@dataclass(frozen=True, slots=True)
class Citation:
    """Characters `start` to `end` of the answer cite passage `number`; `passage` None: there is none, unsupported."""

    number: int
    passage: Passage | None
    start: int
    end: int


def cited(text: str, passages: Sequence[Passage], *, finished: bool = True) -> list[Citation]:
    """All citations in an answer whose passages were numbered from 1 in the order of `passages`."""
    found: list[Citation] = []
    for match in re.finditer(r"\[(\d{1,3})\]", text):
        number = int(match[1])
        passage = passages[number - 1] if 1 <= number <= len(passages) else None
        found.append(Citation(number, passage, match.start(), match.end()))
    return found
