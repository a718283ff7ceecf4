"""Plain text: paragraphs between blank lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.knowledge.knowledge_trouble import FileKindUnknown
from core.knowledge.loaders import Found
from core.knowledge.loaders.text_encoding import decoded
from core.knowledge.read_document import Block, ParseLimits, ReadPage

_BLANK = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")


def read(data: bytes, name: str, limits: ParseLimits) -> Iterator[Found]:
    """One page. Form feeds, where there are any, begin a page each."""
    text = readable(data, limits)
    for number, page in enumerate(text.split("\f") if "\f" in text else [text], 1):
        yield ReadPage(number, "", [Block("prose", part) for part in paragraphs(page)])


def readable(data: bytes, limits: ParseLimits) -> str:
    """The text, as much of it as may be needed. Raises `FileKindUnknown` for bytes that are no text."""
    text = decoded(data[: limits.characters * 4])
    sample = text[:20_000]
    odd = sum(1 for sign in sample if (sign < " " and sign not in "\t\n\f\x1b") or sign == "\ufffd")
    if odd * 20 > len(sample):
        raise FileKindUnknown("not text")
    return text


def paragraphs(text: str) -> list[str]:
    """The parts between blank lines."""
    return [part for part in _BLANK.split(text) if part.strip()]
