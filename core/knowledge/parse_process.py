"""Documents, read in a process of its own that is ended when a file takes too long or too much."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from pathlib import Path

import msgspec

from core.knowledge import knowledge_trouble
from core.knowledge.document_kinds import KINDS as KINDS
from core.knowledge.document_kinds import DocumentKind as DocumentKind
from core.knowledge.document_kinds import kind_of as kind_of
from core.knowledge.knowledge_trouble import FileReaderFailed, FileTookTooLong, FileUnreadable
from core.knowledge.parse_host import Answer, Asked, AskedPicture, AskedSeveral, Drawn, Over, Request
from core.knowledge.read_document import ParseLimits, Read, ReadDone, ReadFailed, ReadWait
from models.child_command import child_command, child_environment
from models.child_frames import framed
from models.child_pipe import ChildPipe, signal_name

HOST = "core.knowledge.parse_host"
_ENVIRONMENT = {"MALLOC_ARENA_MAX": "2", "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "2"}


async def read_document(
    path: Path | bytes, *, name: str, limits: ParseLimits | None = None
) -> AsyncGenerator[Read, None]:
    """Pages in order, then notices, then one `ReadDone`. `path` is absolute, or the bytes themselves.

    Raises a kind of `FileUnreadable`, also after pages have come: then they are not to be kept. Closing the iterator
    ends the process. Who reads many files keeps a `ParseProcess`, which is faster.
    """
    process = ParseProcess()
    try:
        async for told in process.read(path, name=name, limits=limits):
            yield told
    finally:
        await process.aclose()


class ParseProcess:
    """One process that reads documents, one after the other; another takes its place when it had to be ended."""

    def __init__(self) -> None:
        self._pipe: ChildPipe | None = None
        self._bodies: AsyncIterator[bytes] | None = None
        self._turn = asyncio.Lock()
        self._decoder = msgspec.msgpack.Decoder(Answer)

    @property
    def pid(self) -> int | None:
        """Its process id, while there is one."""
        return self._pipe.pid if self._pipe else None

    async def read(
        self, path: Path | bytes, *, name: str, limits: ParseLimits | None = None
    ) -> AsyncGenerator[Read, None]:
        """As `read_document`. A second call waits until the first is over."""
        within = limits or ParseLimits()
        if isinstance(path, bytes):
            asked = Asked(name, within, data=path)
        else:
            asked = Asked(name, within, path=str(path))
        async with self._turn:
            answers = self._ask(asked)
            try:
                async for told in answers:
                    if isinstance(told, ReadFailed):
                        raise trouble_of(told)
                    if not isinstance(told, Read):
                        raise FileReaderFailed(f"{type(told).__name__} was not asked for")
                    yield told
            finally:
                await answers.aclose()

    async def read_several(
        self, documents: Sequence[tuple[str, bytes]], *, limits: ParseLimits
    ) -> list[list[Read] | FileUnreadable]:
        """Names and bytes of small files of plain text: what is read of each, or why it is not.

        Shorter than `documents` where one broke the reader: those after it are to be asked for once more.
        """
        found: list[list[Read] | FileUnreadable] = []
        reading: list[Read] = []
        async with self._turn:
            answers = self._ask(AskedSeveral(list(documents), limits))
            try:
                async for told in answers:
                    if isinstance(told, ReadFailed):
                        found.append(trouble_of(told))
                        reading = []
                    elif isinstance(told, Read):
                        reading.append(told)
                        if isinstance(told, ReadDone):
                            found.append(reading)
                            reading = []
            except FileUnreadable as fault:
                found.append(fault)
            finally:
                await answers.aclose()
        return found[: len(documents)]

    async def draw(self, asked: AskedPicture) -> Drawn:
        """A page as a picture. Raises a kind of `FileUnreadable`."""
        async with self._turn:
            answers = self._ask(asked)
            try:
                async for told in answers:
                    if isinstance(told, ReadFailed):
                        raise trouble_of(told)
                    if isinstance(told, Drawn):
                        return told
                raise FileReaderFailed("no picture came")
            finally:
                await answers.aclose()

    async def aclose(self) -> None:
        """End the process. Safe to call twice."""
        pipe, self._pipe = self._pipe, None
        if pipe is not None:
            pipe.kill()
            await pipe.end()

    async def _ask(self, request: Request) -> AsyncGenerator[Answer, None]:
        """What is answered. The process stays for the next request only if this one was answered to its end."""
        pipe, bodies = await self._started()
        is_whole = False
        waited_s = extra_s = 0.0
        try:
            await _sent(pipe, request)
            while not is_whole:
                began = time.monotonic()
                try:
                    async with asyncio.timeout(_patience(request.limits, waited_s) + extra_s):
                        body = await anext(bodies, None)
                except TimeoutError as fault:
                    raise FileTookTooLong(f"{waited_s + time.monotonic() - began:.0f} s") from fault
                waited_s += max(0.0, time.monotonic() - began - extra_s)
                extra_s = 0.0
                if body is None:
                    status, complaint = await pipe.ended()
                    raise FileReaderFailed(f"ended with {signal_name(status)}: {complaint[-300:]}")
                told = self._decoder.decode(body)
                if isinstance(told, ReadWait):
                    extra_s = told.seconds
                    continue
                if isinstance(told, ReadDone | ReadFailed):
                    waited_s = 0.0
                is_whole = isinstance(told, _LAST_OF_SEVERAL if isinstance(request, AskedSeveral) else _LAST)
                yield told
        finally:
            if not is_whole or not pipe.alive:
                await self.aclose()

    async def _started(self) -> tuple[ChildPipe, AsyncIterator[bytes]]:
        if self._pipe is not None and self._bodies is not None and self._pipe.alive:
            return self._pipe, self._bodies
        await self.aclose()
        try:
            self._pipe = await ChildPipe.start(child_command(HOST), environment=child_environment(_ENVIRONMENT))
        except OSError as fault:
            raise FileReaderFailed(str(fault)) from fault
        self._bodies = self._pipe.bodies()
        return self._pipe, self._bodies


_LAST = (ReadDone, ReadFailed, Drawn)
_LAST_OF_SEVERAL = (Over,)


async def _sent(pipe: ChildPipe, request: Request) -> None:
    """Give it to the process, which takes large bytes as fast as it gets to it: that is not the file's time."""
    pipe.post(framed(msgspec.msgpack.encode(request)))
    try:
        async with asyncio.timeout(request.limits.page_s):
            await pipe.drained()
    except TimeoutError as fault:
        raise FileTookTooLong("it was not even taken") from fault


def _patience(limits: ParseLimits, waited_s: float) -> float:
    return max(0.0, min(limits.page_s, limits.file_s - waited_s))


def trouble_of(failed: ReadFailed) -> FileUnreadable:
    """The error that a failure stands for."""
    kind = getattr(knowledge_trouble, failed.code, None)
    if isinstance(kind, type) and issubclass(kind, FileUnreadable):
        return kind(failed.detail)
    return FileReaderFailed(failed.code)
