"""The process in which documents are read: parsers of twenty formats meet hostile files here, and nowhere else.

Started by `parse_process` only. On Linux it never reads a document itself: it forks for each request, so that a file
can spoil the reading of no other one and libraries are loaded once. Elsewhere it answers one request and ends. Small
files of plain text, for which no library's parser is needed, are asked for several at a time: a fork costs more than
they do.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import os
import select
import signal
import stat
import sys
import threading
from collections.abc import Iterator
from typing import BinaryIO, TypeAlias

import msgspec

from core.knowledge.document_kinds import kind_of, suffix_of
from core.knowledge.document_reader import read_bytes
from core.knowledge.knowledge_trouble import (
    FileChangedMeanwhile,
    FileDamaged,
    FileGone,
    FileKindUnknown,
    FileNeedsMemory,
    FileRefused,
    FileTookTooLong,
    FileTooLarge,
    FileUnreadable,
)
from core.knowledge.loaders import loader_for
from core.knowledge.parse_walls import keep_within, write_nothing
from core.knowledge.read_document import ParseLimits, ReadDone, ReadFailed, ReadNotice, ReadPage, ReadWait
from models.child_frames import framed, read_body
from models.child_walls import put_up_walls

_HEAD_BYTES = 4096
_PIECE_BYTES = 1 << 20


class Asked(msgspec.Struct, frozen=True, tag=True):
    """Read a document: the file at `path`, or `data` if there is no path."""

    name: str
    limits: ParseLimits
    path: str = ""
    data: bytes = b""


class AskedSeveral(msgspec.Struct, frozen=True, tag=True):
    """Read these, names and bytes, one after the other; `Over` is told at the end.

    One that breaks the reader is told as failed, and nothing of those after it.
    """

    documents: list[tuple[str, bytes]]
    limits: ParseLimits


class Over(msgspec.Struct, frozen=True, tag=True):
    """No more comes of `AskedSeveral`."""


class AskedPicture(msgspec.Struct, frozen=True, tag=True):
    """Draw one page of it, from 1, and say where each of `marks` stands; with `recognise` on a scan, too."""

    name: str
    limits: ParseLimits
    page: int
    width_px: int
    marks: list[str]
    path: str = ""
    data: bytes = b""
    recognise: bool = False


class Drawn(msgspec.Struct, frozen=True, tag=True):
    """The page as rows of RGB, and the rectangles (left, top, width, height in pixels) of what was to be marked."""

    width_px: int
    height_px: int
    pages: int
    rgb: bytes
    marks: list[tuple[float, float, float, float]]


Request: TypeAlias = Asked | AskedSeveral | AskedPicture
Answer: TypeAlias = ReadPage | ReadNotice | ReadDone | ReadFailed | ReadWait | Drawn | Over


def main() -> int:
    """Answer requests until the input is closed."""
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    put_up_walls(own_network=True)
    forks = sys.platform == "linux"
    decoder = msgspec.msgpack.Decoder(Request)
    loaded = 0
    while (asked := read_body(requests)) is not None:
        request = decoder.decode(asked)
        del asked
        if not forks:
            threading.Thread(target=_end_with_parent, args=(requests,), name="parent", daemon=True).start()
            _answer(request, answers)
            return 0
        _warm(request)
        if len(sys.modules) != loaded:  # looking through everything takes 5 ms; between requests nothing else is made
            loaded = len(sys.modules)
            gc.collect()
            gc.freeze()
        if not _answer_forked(request, answers):
            return 0
    return 0


def _answer_forked(request: Request, answers: BinaryIO) -> bool:
    """Answer in a copy of this process, and tell how that ended. False when nobody waits for it any more."""
    parent = os.getpid()
    child = os.fork()
    if child == 0:
        try:
            _die_with(parent)
            _answer(request, answers)
            os._exit(0)
        finally:
            os._exit(1)
    if not _wait_for(child):
        return False
    _, status, usage = os.wait4(child, 0)
    if status != 0:
        _tell(answers, _broke(status, usage.ru_maxrss * 1024, request.limits))
        if isinstance(request, AskedSeveral):
            _tell(answers, Over())
    return True


def _wait_for(child: int) -> bool:
    """Wait until the child ends. False, and its end, when the input is closed before."""
    descriptor = os.pidfd_open(child)
    try:
        poll = select.poll()
        poll.register(descriptor, select.POLLIN)
        poll.register(0, 0)  # tells the end of the input only; the next request may lie there already
        events = dict(poll.poll())
        if descriptor not in events:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            return False
        return True
    finally:
        os.close(descriptor)


def _broke(status: int, most_bytes: int, limits: ParseLimits) -> ReadFailed:
    number = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
    if number in (signal.SIGXCPU, signal.SIGALRM):
        return ReadFailed(FileTookTooLong.__name__, "processor time")
    if number == signal.SIGKILL or most_bytes > limits.memory_bytes * 0.6:
        return ReadFailed(FileNeedsMemory.__name__, f"{most_bytes >> 20} MiB")
    return ReadFailed(FileDamaged.__name__, f"the reader ended with signal {number}" if number else "the reader broke")


def _die_with(parent: int) -> None:
    """Sound here: this process has one thread, and it is the one that forks."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)


_PR_SET_PDEATHSIG = 1


def _end_with_parent(requests: BinaryIO) -> None:
    while requests.read(1):
        pass
    os._exit(0)


def _warm(request: Request) -> None:
    """Load what reads files of this name, before the fork. A name that says nothing is looked at afterwards."""
    if isinstance(request, AskedSeveral):
        for name in {suffix_of(name): name for name, _ in request.documents}.values():
            _warm(Asked(name, request.limits))
        return
    kind = kind_of(request.name, b"")
    if kind is not None:
        loader_for(kind.name)
    is_scan = request.recognise if isinstance(request, AskedPicture) else kind is not None and kind.name == "picture"
    if is_scan and request.limits.ocr:
        from core.knowledge.scanned_page import warm

        warm()


def _answer(request: Request, answers: BinaryIO) -> None:
    """Everything from here on may be at the mercy of the file."""
    keep_within(request.limits)
    if isinstance(request, AskedSeveral):
        write_nothing()
        for name, data in request.documents:
            keep_within(request.limits)
            _read(name, data, request.limits, answers)
        _tell(answers, Over())
        return
    with _told(answers):
        data = _bytes_of(request)
        write_nothing()
        if isinstance(request, AskedPicture):
            from core.knowledge.page_drawing import drawn

            if request.recognise:
                keep_within(request.limits, request.limits.ocr_page_s)
                _tell(answers, ReadWait(request.limits.ocr_page_s))
            _tell(answers, drawn(data, request))
        else:
            _read(request.name, data, request.limits, answers)


def _read(name: str, data: bytes, limits: ParseLimits, answers: BinaryIO) -> None:
    def wait(seconds: float) -> None:
        keep_within(limits, seconds)
        _tell(answers, ReadWait(seconds))

    with _told(answers):
        for told in read_bytes(data, name, limits, on_wait=wait):
            keep_within(limits)
            _tell(answers, told)


@contextlib.contextmanager
def _told(answers: BinaryIO) -> Iterator[None]:
    """What is wrong with a file is its answer."""
    try:
        yield
    except FileUnreadable as fault:
        _tell(answers, ReadFailed(type(fault).__name__, fault.detail))
    except MemoryError:
        gc.collect()
        _tell(answers, ReadFailed(FileNeedsMemory.__name__, "memory used up"))


def _bytes_of(request: Asked | AskedPicture) -> bytes:
    """All of the file, of one moment. Raises `FileUnreadable`."""
    if not request.path:
        return request.data
    try:
        descriptor = os.open(request.path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0))
    except FileNotFoundError as fault:
        raise FileGone(str(fault)) from fault
    except OSError as fault:
        raise FileRefused(str(fault)) from fault
    before = os.fstat(descriptor)
    if not stat.S_ISREG(before.st_mode):
        raise FileRefused("not an ordinary file")
    with os.fdopen(descriptor, "rb", buffering=0) as file:
        if before.st_size > request.limits.file_bytes:
            raise FileTooLarge(f"{before.st_size} bytes")
        try:
            data = b"".join(_pieces(file, before.st_size, request))
        except OSError as fault:
            raise FileRefused(str(fault)) from fault
        after = os.fstat(descriptor)
    same = (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)
    if not same or len(data) != before.st_size:
        raise FileChangedMeanwhile(f"{before.st_size} bytes before, {len(data)} read, {after.st_size} after")
    return data


def _pieces(file: BinaryIO, size: int, request: Asked | AskedPicture) -> Iterator[bytes]:
    """Its bytes. A kind that nobody reads is seen from the first ones."""
    left = size + 1
    is_first = True
    while left > 0 and (piece := file.read(min(left, _PIECE_BYTES))):
        if is_first and kind_of(request.name, piece[:_HEAD_BYTES]) is None and piece.strip(b"\0\t\n\r "):
            raise FileKindUnknown(repr(piece[:8]))
        is_first = False
        left -= len(piece)
        yield piece


def _tell(answers: BinaryIO, told: Answer) -> None:
    with contextlib.suppress(BrokenPipeError):
        answers.write(framed(msgspec.msgpack.encode(told)))
        answers.flush()


if __name__ == "__main__":
    sys.exit(main())
