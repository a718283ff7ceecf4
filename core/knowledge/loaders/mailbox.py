"""A mailbox in one file (mbox): a page for each message."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.knowledge.knowledge_trouble import FileDamaged, FileTooDeep, FileUnreadable
from core.knowledge.loaders import Found
from core.knowledge.loaders.mail_message import Letter
from core.knowledge.read_document import ParseLimits, ReadDone, ReadNotice, ReadPage

_BEGINS = re.compile(rb"(?:\A|(?<=\n))From [^\n]*\n")
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)


def read(data: bytes, name: str, limits: ParseLimits) -> Iterator[Found]:
    """Message by message. One that cannot be read is told, and the rest goes on."""
    if not data.startswith(b"From "):
        raise FileDamaged("not a mailbox")
    broken = number = 0
    starts = [(found.start(), found.end()) for found in _BEGINS.finditer(data)]
    for (_, begin), (end, _) in zip(starts, [*starts[1:], (len(data), 0)], strict=True):
        try:
            letter = Letter(_QUOTED.sub(rb"\1", data[begin:end]), limits)
        except (FileUnreadable, RecursionError, ValueError, LookupError, AttributeError, TypeError) as fault:
            if isinstance(fault, FileTooDeep):
                raise
            broken += 1
            continue
        number += 1
        yield from letter.notices()
        yield ReadPage(number, letter.subject or letter.sender, letter.blocks)
    if broken:
        yield ReadNotice("skipped_part", broken, "damaged messages")
    yield ReadDone()
