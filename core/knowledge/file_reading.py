"""One file on its way from the disk to the vault: its bytes known by their hash, read in a child, cut into passages."""

from __future__ import annotations

import asyncio
import errno
import hashlib
import os
import stat
from collections.abc import AsyncIterator
from contextlib import aclosing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from core.conversations.stored_text import storable
from core.knowledge.chunking import Chunk, Chunker, WordCounts
from core.knowledge.document_kinds import kind_of
from core.knowledge.document_rows import Document, StoredNotice, StoredPage
from core.knowledge.kept_content import Content, FileFacts
from core.knowledge.knowledge_trouble import (
    FileChangedMeanwhile,
    FileGone,
    FileHoldsNothing,
    FileKindUnknown,
    FileRefused,
    FileTooLarge,
    FileUnreadable,
)
from core.knowledge.read_document import ParseLimits, ReadDone, ReadFailed, ReadNotice, ReadPage

if TYPE_CHECKING:
    from core.knowledge.parse_process import ParseProcess
    from core.vectors.vector_index import Matrix

READER_VERSION = 1
"""A larger one reads everything again that is read from then on; so does another way to cut passages."""
_HEAD_BYTES = 4096
_HASHED_AT_ONCE = 1 << 20


@dataclass(frozen=True, slots=True)
class Looked:
    """A file as it lies there: by `sha256` and `reader` it is known whether it was read before."""

    sha256: bytes
    reader: str
    facts: FileFacts


@dataclass(slots=True, eq=False)
class FileOnItsWay:
    """What has become of one document so far. `unwanted`: it was removed or stopped; nothing of it is kept."""

    document: Document
    source: Path | bytes
    looked: Looked
    pages: list[StoredPage] = field(default_factory=list)
    notices: list[StoredNotice] = field(default_factory=list)
    chunks: list[Chunk] = field(default_factory=list)
    vectors: list[Matrix | None] = field(default_factory=list)
    embedder: str = ""
    title: str = ""
    language: str = ""
    failure: FileUnreadable | None = None
    unwanted: bool = False

    def content(self, joined: Matrix | None) -> Content:
        """As it is kept."""
        return Content(
            self.looked.sha256,
            self.looked.reader,
            self.title,
            self.language,
            tuple(self.notices),
            self.pages,
            self.chunks,
            self.embedder,
            joined,
        )

    def take(self, told: ReadPage | ReadNotice | ReadDone | ReadFailed) -> None:
        """What the reader says besides pages."""
        if isinstance(told, ReadNotice):
            self.notices.append(StoredNotice(told.kind, told.count, storable(told.detail)))
        elif isinstance(told, ReadDone):
            self.title, self.language = storable(told.title), told.language_hint
            if told.sha256 and told.sha256 != self.looked.sha256.hex():
                raise FileChangedMeanwhile("other bytes were read than were hashed")


def look(source: Path | bytes, name: str, limits: ParseLimits) -> Looked:
    """Hash it and see what kind it is. Reads the whole file: not for the loop's thread. Raises `FileUnreadable`s."""
    if isinstance(source, bytes):
        head, digest, facts = source[:_HEAD_BYTES], hashlib.sha256(source).digest(), FileFacts(len(source), 0)
    else:
        head, digest, facts = _hashed(source, limits)
    kind = kind_of(name, head)
    if kind is None:
        raise FileKindUnknown(name)
    seeing = " ocr" if limits.ocr and kind.name not in ("text", "code", "csv", "json", "markdown") else ""
    return Looked(digest, f"{kind.name} {READER_VERSION}{seeing}", facts)


def _hashed(path: Path, limits: ParseLimits) -> tuple[bytes, bytes, FileFacts]:
    try:
        # A pipe that nobody writes to would never open otherwise.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError as error:
        raise _trouble(error) from error
    with os.fdopen(handle, "rb") as file:
        try:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise FileRefused("no ordinary file")
            if status.st_size > limits.file_bytes:
                raise FileTooLarge(f"{status.st_size} bytes")
            head = b""
            digest = hashlib.sha256()
            while piece := file.read(_HASHED_AT_ONCE):
                head = head or piece[:_HEAD_BYTES]
                digest.update(piece)
        except OSError as error:
            raise _trouble(error) from error
    return head, digest.digest(), FileFacts(status.st_size, status.st_mtime_ns)


def _trouble(error: OSError) -> FileUnreadable:
    gone = error.errno in (errno.ENOENT, errno.ENOTDIR)
    return FileGone(str(error)) if gone else FileRefused(str(error))


async def read_chunks(
    process: ParseProcess, file: FileOnItsWay, *, words: WordCounts, most_tokens: int, limits: ParseLimits
) -> AsyncIterator[list[Chunk]]:
    """The passages page by page; `file` has everything at the end. Raises `FileUnreadable`s, also in the middle."""
    chunker = Chunker(words, most_tokens=most_tokens)
    name = Path(file.document.path).name or file.document.name
    async with aclosing(process.read(file.source, name=name, limits=limits)) as answers:
        async for told in answers:
            if file.unwanted:
                return
            if not isinstance(told, ReadPage):
                file.take(told)
                continue
            page = _storable_page(told)
            chunks = await asyncio.to_thread(chunker.chunks_of, page)
            file.pages.append(StoredPage(page.page, storable(page.label), page.text))
            file.chunks += chunks
            yield chunks
    if not file.chunks:
        raise FileHoldsNothing(", ".join(notice.kind for notice in file.notices))


def _storable_page(page: ReadPage) -> ReadPage:
    """Lone surrogates cannot be kept; replaced before positions are counted."""
    if storable(page.text) == page.text:
        return page
    blocks = [type(block)(block.kind, storable(block.text), block.level) for block in page.blocks]
    return ReadPage(page.page, storable(page.label), blocks)
