"""Reads the bytes of one document, whatever its kind, within limits. Runs in the process of `parse_host`."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator

from core.knowledge.document_kinds import kind_of
from core.knowledge.hidden_characters import without_hidden
from core.knowledge.knowledge_trouble import (
    FileDamaged,
    FileHoldsNothing,
    FileKindUnknown,
    FileNeedsMemory,
    FileTooDeep,
    FileTooLarge,
    FileUnreadable,
)
from core.knowledge.loaders import Found, ReadPicture, loader_for
from core.knowledge.read_document import Block, ParseLimits, Read, ReadDone, ReadNotice, ReadPage
from models.engine_errors import PictureUnread

_HEAD_BYTES = 4096


def read_bytes(
    data: bytes,
    name: str,
    limits: ParseLimits | None = None,
    *,
    on_wait: Callable[[float], object] = lambda seconds: None,
) -> Iterator[Read]:
    """Pages in order, then notices, then `ReadDone`. Raises nothing but `FileUnreadable`.

    Readers of a hundred formats stand behind it, and each may break over a hostile file in a way of its own: a caller
    that wants them killed when they hang or take too much runs it in `parse_process`. `on_wait` is told before
    something that may take that many seconds.
    """
    within = limits or ParseLimits()
    try:
        yield from _read(data, name, within, on_wait)
    except FileUnreadable:
        raise
    except RecursionError as fault:
        raise FileTooDeep(str(fault)) from fault
    except MemoryError as fault:
        raise FileNeedsMemory(str(fault)) from fault
    except Exception as fault:  # libraries raise anything over broken files; the file is what is at fault
        raise (FileTooDeep if "depth" in str(fault) else FileDamaged)(
            f"{type(fault).__name__}: {fault}"[:500]
        ) from fault


def _read(data: bytes, name: str, limits: ParseLimits, on_wait: Callable[[float], object]) -> Iterator[Read]:
    if len(data) > limits.file_bytes:
        raise FileTooLarge(f"{len(data)} bytes")
    if not data.strip(b"\0\t\n\r "):
        raise FileHoldsNothing("no bytes")
    kind = kind_of(name, data[:_HEAD_BYTES])
    if kind is None:
        raise FileKindUnknown(repr(data[:8]))
    pages = _Pages(limits, on_wait)
    for found in loader_for(kind.name)(data, name, limits):
        yield from pages.take(found)
        if pages.is_full:
            break
    yield from pages.notices()
    if not pages.characters:
        raise FileHoldsNothing(", ".join(notice.kind for notice in pages.notices()))
    title, _ = without_hidden(pages.title)
    yield ReadDone(" ".join(title.split())[:300], pages.language[:35], hashlib.sha256(data).hexdigest(), len(data))


class _Pages:
    """What has been read so far of one document."""

    def __init__(self, limits: ParseLimits, on_wait: Callable[[float], object]) -> None:
        self._limits = limits
        self._on_wait = on_wait
        self._notices: dict[tuple[str, str], int] = {}
        self._ocr_pages = 0
        self._count = 0
        self.characters = 0
        self.is_full = False
        self.title = ""
        self.language = ""

    def take(self, found: Found) -> Iterator[ReadPage]:
        match found:
            case ReadPage():
                yield from self._page(found)
            case ReadPicture():
                yield from self._picture(found)
            case ReadNotice():
                self._note(found)
            case ReadDone():
                self.title, self.language = found.title, found.language_hint

    def notices(self) -> list[ReadNotice]:
        return [ReadNotice(kind, count, detail) for (kind, detail), count in self._notices.items()]  # type: ignore[arg-type]

    def _note(self, notice: ReadNotice) -> None:
        key = (notice.kind, notice.detail[:200])
        if key not in self._notices and len(self._notices) >= _MOST_NOTICES:
            key = (notice.kind, "")
        self._notices[key] = self._notices.get(key, 0) + notice.count

    def _page(self, page: ReadPage) -> Iterator[ReadPage]:
        if self._count >= self._limits.pages:
            self._note(ReadNotice("truncated", 1, "pages"))
            self.is_full = True
            return
        blocks, hidden = [], 0
        for block in page.blocks:
            text, strange = without_hidden(block.text)
            hidden += strange
            text = text.strip("\n") if block.kind == "code" else text.strip()
            room = self._limits.characters - self.characters
            if len(text) > room:
                self._note(ReadNotice("truncated", len(text) - room, "characters"))
                text, self.is_full = text[:room].rstrip(), True
            if text:
                blocks.append(Block(block.kind, text, block.level))
                self.characters += len(text)
            if self.is_full:
                break
        if hidden:
            self._note(ReadNotice("hidden_text", hidden, "invisible characters"))
        self._count += 1
        label, _ = without_hidden(page.label)
        if blocks:
            yield ReadPage(page.page, " ".join(label.split())[:200], blocks)

    def _picture(self, picture: ReadPicture) -> Iterator[ReadPage]:
        if not self._limits.ocr or self._ocr_pages >= self._limits.ocr_pages:
            self._note(ReadNotice("no_text", 1, "pictures were not read"))
            return
        from core.knowledge.scanned_page import blocks_of_picture

        self._ocr_pages += 1
        self._on_wait(self._limits.ocr_page_s)
        try:
            blocks = blocks_of_picture(picture.pixels)
        except PictureUnread as fault:
            self._note(ReadNotice("no_text", 1, f"pictures could not be read: {fault}"))
            blocks = []
        else:
            self._note(ReadNotice("ocr" if blocks else "no_text", 1))
        if blocks or picture.blocks:
            yield from self._page(ReadPage(picture.page, picture.label, [*picture.blocks, *blocks]))


_MOST_NOTICES = 50
