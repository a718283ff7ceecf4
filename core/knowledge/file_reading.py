"""One file on its way from the disk to the vault: its bytes known by their hash, read in a child, cut into passages."""

from __future__ import annotations

import asyncio
import errno
import hashlib
import os
import stat
from collections.abc import AsyncIterator, Sequence
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
from core.knowledge.read_document import ParseLimits, Read, ReadDone, ReadFailed, ReadNotice, ReadPage

if TYPE_CHECKING:
    from core.errors import HearthError
    from core.knowledge.parse_process import ParseProcess
    from core.vectors.vector_index import Matrix

READER_VERSION = 1
"""A larger one reads everything again that is read from then on; so does another way to cut passages."""
_HEAD_BYTES = 4096
_HASHED_AT_ONCE = 1 << 20
SMALL_BYTES = 32 << 10
"""Files of plain text up to here are read many at a time: what is done once for each costs more than what is in it."""
# Kinds that Hearth's own code and the standard library read: no parser that a file could turn against the next one.
_PLAIN = frozenset({"text", "code", "markdown", "csv", "json"})


@dataclass(frozen=True, slots=True)
class Looked:
    """A file as it lies there: by `sha256` and `reader` it is known whether it was read before.

    `small` are all bytes of a small file of plain text, of one moment.
    """

    sha256: bytes
    reader: str
    facts: FileFacts
    small: bytes | None = None


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
    failure: HearthError | None = None
    unwanted: bool = False

    @property
    def name(self) -> str:
        """By which its kind is told."""
        return name_of(self.document)

    def begin_again(self) -> None:
        """Nothing was read of it."""
        self.pages.clear()
        self.notices.clear()
        self.chunks.clear()
        self.failure = None

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


def name_of(document: Document) -> str:
    """The name by which its kind is told; that of pasted text and attachments is what they are called."""
    return Path(document.path).name or document.name


def may_be_small(document: Document) -> bool:
    """Whether it is likely to be read together with others, as far as is known without looking at it."""
    kind = kind_of(name_of(document), b"")
    return document.size_bytes <= SMALL_BYTES and kind is not None and kind.name in _PLAIN


def look(source: Path | bytes, name: str, limits: ParseLimits) -> Looked:
    """Hash it and see what kind it is. Reads the whole file: not for the loop's thread. Raises `FileUnreadable`s."""
    if isinstance(source, bytes):
        head, digest, facts = source[:_HEAD_BYTES], hashlib.sha256(source).digest(), FileFacts(len(source), 0)
        data = source
    else:
        head, digest, facts, data = _hashed(source, limits)
    kind = kind_of(name, head)
    if kind is None:
        raise FileKindUnknown(name)
    is_plain = kind.name in _PLAIN
    seeing = " ocr" if limits.ocr and not is_plain else ""
    small = data if is_plain and facts.size_bytes <= SMALL_BYTES else None
    return Looked(digest, f"{kind.name} {READER_VERSION}{seeing}", facts, small)


def look_at_each(
    sources: Sequence[tuple[Document, Path | bytes]], limits: ParseLimits
) -> list[FileOnItsWay | tuple[Document, FileUnreadable]]:
    """`look` at each of these: on its way, or why it is not."""
    found: list[FileOnItsWay | tuple[Document, FileUnreadable]] = []
    for document, source in sources:
        try:
            found.append(FileOnItsWay(document, source, look(source, name_of(document), limits)))
        except FileUnreadable as trouble:
            found.append((document, trouble))
    return found


def _hashed(path: Path, limits: ParseLimits) -> tuple[bytes, bytes, FileFacts, bytes]:
    """Its first bytes, its hash, its facts, and of a small file all bytes."""
    try:
        # A pipe that nobody writes to would never open otherwise.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError as error:
        raise _trouble(error) from error
    with os.fdopen(handle, "rb", buffering=0) as file:
        try:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise FileRefused("no ordinary file")
            if status.st_size > limits.file_bytes:
                raise FileTooLarge(f"{status.st_size} bytes")
            first = b""
            digest = hashlib.sha256()
            while piece := file.read(_HASHED_AT_ONCE):
                first = first or piece
                digest.update(piece)
            after = os.fstat(file.fileno())
        except OSError as error:
            raise _trouble(error) from error
    is_small = status.st_size <= SMALL_BYTES
    if is_small and (len(first), after.st_size, after.st_mtime_ns) != (
        status.st_size,
        status.st_size,
        status.st_mtime_ns,
    ):
        raise FileChangedMeanwhile(f"{status.st_size} bytes before, {len(first)} read, {after.st_size} after")
    facts = FileFacts(status.st_size, status.st_mtime_ns)
    return first[:_HEAD_BYTES], digest.digest(), facts, first if is_small else b""


def _trouble(error: OSError) -> FileUnreadable:
    gone = error.errno in (errno.ENOENT, errno.ENOTDIR)
    return FileGone(str(error)) if gone else FileRefused(str(error))


async def read_chunks(
    process: ParseProcess, file: FileOnItsWay, *, words: WordCounts, most_tokens: int, limits: ParseLimits
) -> AsyncIterator[list[Chunk]]:
    """The passages page by page; `file` has everything at the end. Raises `FileUnreadable`s, also in the middle."""
    chunker = Chunker(words, most_tokens=most_tokens)
    async with aclosing(process.read(file.source, name=file.name, limits=limits)) as answers:
        async for told in answers:
            if file.unwanted:
                return
            if isinstance(told, ReadPage):
                yield await asyncio.to_thread(_take_page, file, told, chunker)
            else:
                file.take(told)
    if not file.chunks:
        raise FileHoldsNothing(", ".join(notice.kind for notice in file.notices))


async def read_small(
    process: ParseProcess,
    files: Sequence[FileOnItsWay],
    *,
    words: WordCounts,
    most_tokens: int,
    limits: ParseLimits,
) -> Sequence[FileOnItsWay]:
    """Read and cut several `small` ones; each has its passages then, or its `failure`.

    Returns those that were not come to, because one before them broke the reader.
    """
    asked = [(file.name, file.looked.small or b"") for file in files]
    answers = await process.read_several(asked, limits=limits)

    def cut() -> None:
        for file, told in zip(files, answers, strict=False):
            try:
                _take_all(file, told, Chunker(words, most_tokens=most_tokens))
            except FileUnreadable as trouble:
                file.failure = trouble

    await asyncio.to_thread(cut)
    return files[len(answers) :]


def _take_all(file: FileOnItsWay, told: Sequence[Read] | FileUnreadable, chunker: Chunker) -> None:
    if isinstance(told, FileUnreadable):
        raise told
    for one in told:
        if isinstance(one, ReadPage):
            _take_page(file, one, chunker)
        else:
            file.take(one)
    if not file.chunks:
        raise FileHoldsNothing(", ".join(notice.kind for notice in file.notices))


def _take_page(file: FileOnItsWay, told: ReadPage, chunker: Chunker) -> list[Chunk]:
    page = _storable_page(told)
    chunks = chunker.chunks_of(page)
    file.pages.append(StoredPage(page.page, storable(page.label), page.text))
    file.chunks += chunks
    return chunks


def _storable_page(page: ReadPage) -> ReadPage:
    """Lone surrogates cannot be kept; replaced before positions are counted."""
    if storable(page.text) == page.text:
        return page
    blocks = [type(block)(block.kind, storable(block.text), block.level) for block in page.blocks]
    return ReadPage(page.page, storable(page.label), blocks)
