"""What comes out of a document that was read: pages of blocks, and what is to be said about them."""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

BlockKind: TypeAlias = Literal["heading", "prose", "table", "code", "list"]
NoticeKind: TypeAlias = Literal["hidden_text", "no_text", "truncated", "encrypted", "ocr", "skipped_part"]

BETWEEN_BLOCKS = "\n\n"


class Block(msgspec.Struct, frozen=True):
    """One paragraph, heading, list, table (a row a line, cells between “ | ”) or piece of code.

    `level` of a heading: 1 is the outermost.
    """

    kind: BlockKind
    text: str
    level: int = 0


class ReadPage(msgspec.Struct, frozen=True, tag=True):
    """One page, sheet, slide, chapter or message, from 1. `label` is what the document calls it."""

    page: int
    label: str
    blocks: list[Block]

    @property
    def text(self) -> str:
        """All of it; positions of passages are characters of this."""
        return BETWEEN_BLOCKS.join(block.text for block in self.blocks)


class ReadNotice(msgspec.Struct, frozen=True, tag=True):
    """Something the owner should know: how often it was met, and where or what.

    `hidden_text` counts characters, `no_text`, `ocr` and `encrypted` pages or parts, `truncated` characters or pages
    that were left out, `skipped_part` attachments, pictures and other parts that were not read.
    """

    kind: NoticeKind
    count: int
    detail: str = ""


class ReadDone(msgspec.Struct, frozen=True, tag=True):
    """The document was read to its end. `title` and `language_hint` (`de`, `pt-BR`) are its own claims, or empty.

    `sha256` is of the bytes that were read, so that text and hash belong together even when the file changes.
    """

    title: str = ""
    language_hint: str = ""
    sha256: str = ""
    size_bytes: int = 0


class ReadFailed(msgspec.Struct, frozen=True, tag=True):
    """It could not be read. `code` is the name of a class in `core.knowledge.knowledge_trouble`."""

    code: str
    detail: str = ""


class ReadWait(msgspec.Struct, frozen=True, tag=True):
    """What comes next takes longer than a page usually does: `seconds` are allowed. Never seen outside this room."""

    seconds: float


class ParseLimits(msgspec.Struct, frozen=True):
    """How much one document may cost. Where it asks for more, it is cut (with a notice) or refused."""

    file_bytes: int = 200 << 20
    unpacked_bytes: int = 400 << 20
    """All parts of a packed format together, counted while they are unpacked."""
    parts: int = 10_000
    ratio: int = 250
    """Unpacked to packed, once more than 32 MiB came out."""
    depth: int = 200
    """Elements, lists or parts within each other."""
    pages: int = 10_000
    characters: int = 20_000_000
    picture_pixels: int = 60_000_000
    memory_bytes: int = 1536 << 20
    """Address space of the process that reads, above what it has when it starts on the document."""
    page_s: float = 30.0
    """Without any page coming."""
    file_s: float = 900.0
    """Of waiting for it, all together; recognised pages add theirs."""
    ocr: bool = True
    ocr_pages: int = 500
    ocr_page_s: float = 180.0
    """To recognise one page: 5 s of a processor for a page of 40 lines, measured on two shared EPYC cores."""


Told: TypeAlias = ReadPage | ReadNotice | ReadDone | ReadWait | ReadFailed
Read: TypeAlias = ReadPage | ReadNotice | ReadDone
