"""`Ingest`: what waits is read, cut, embedded and kept, one file a transaction; the next is read while one is embedded.

The queue is the table: a document waits until its transaction is through, so a lock, a crash or a full disk loses
nothing and is gone on with by itself.
"""

from __future__ import annotations

import asyncio
import logging
import os
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from core.errors import HearthBug, HearthError, NotEnoughSpace, VaultLocked
from core.events import DocumentsChanged, IngestProgressed
from core.knowledge import document_rows, kept_content
from core.knowledge.chunking import MOST_TOKENS, Chunk, WordCounts
from core.knowledge.document_rows import Document
from core.knowledge.file_reading import FileOnItsWay, look, read_chunks
from core.knowledge.kept_content import Kept
from core.knowledge.knowledge_trouble import (
    FileChangedMeanwhile,
    FileDamaged,
    FileGone,
    FileReaderFailed,
    FileRefused,
    FileUnreadable,
    ReadingStopped,
)
from core.knowledge.parse_process import ParseProcess
from core.knowledge.read_document import ParseLimits
from core.logs import Public
from models.engine_errors import EngineError

if TYPE_CHECKING:
    from core.clock import Clock
    from core.events import Announcer
    from core.vault.database import Connection
    from core.vault.vault_shelf import Shelf
    from core.vectors.vector_index import Matrix
    from core.vectors.vector_store import VectorStore
    from models.embedding.embedder import Embedder

_log = logging.getLogger("hearth.knowledge")

CHUNKS_AT_ONCE = 256
"""Passages of several files given to the embedder together: it sorts them by length and pads little."""
_CHUNKS_A_PIECE = 64
_PIECES_AHEAD = 16
_FILES_TO_KEEP = 8
_PAGE_OF_QUEUE = 64
_ANNOUNCE_EVERY_S = 0.2
# The child that reads is kept for what comes next: starting one takes 0.3 s.
_READER_KEPT_S = 20.0
_ROOM_LOOKED_FOR_EVERY_S = 3.0
_CHANGED_WAIT_S = 0.5
# Of these it is not known that the text is another: what was read before still answers.
_TEXT_STANDS = (FileGone, FileRefused, FileReaderFailed, FileChangedMeanwhile)


@dataclass(frozen=True, slots=True)
class IngestState:
    """How far the reading is. `total` counts from the last rest on; at rest `done == total`.

    `trouble` is what it waits for, such as room on the disk; `without_meaning` that the embedder failed, so that what
    is read now is found by its words only.
    """

    done: int = 0
    total: int = 0
    name: str = ""
    collection_id: str = ""
    paused: bool = False
    trouble: HearthError | None = None
    without_meaning: bool = False

    @property
    def at_rest(self) -> bool:
        """Whether nothing is being read."""
        return self.done >= self.total


@dataclass(slots=True, eq=False)
class _Piece:
    file: FileOnItsWay
    chunks: Sequence[Chunk]
    last: bool


class Ingest:
    """Reads what waits. Belongs to the assistant's loop; `embedder` gives the model of the vectors, None: words only.

    `incomplete` is told when passages were kept without vectors.
    """

    def __init__(
        self,
        shelf: Shelf,
        *,
        vectors: VectorStore,
        embedder: Callable[[], Awaitable[Embedder | None]],
        announcer: Announcer,
        clock: Clock,
        limits: Callable[[], ParseLimits] = ParseLimits,
        incomplete: Callable[[], None] = lambda: None,
        readers: int = 0,
    ) -> None:
        self._shelf = shelf
        self._vectors = vectors
        self._embedder = embedder
        self._announcer = announcer
        self._clock = clock
        self._limits = limits
        self._incomplete = incomplete
        self._reader_count = readers or max(1, min(3, (os.cpu_count() or 1) // 4))
        self._processes: list[ParseProcess] = []
        self._words: dict[str, WordCounts] = {}
        self._urgent: deque[str] = deque()
        self._page: deque[Document] = deque()
        self._on_their_way: dict[str, FileOnItsWay | None] = {}
        self._again: set[str] = set()
        self._leaders: dict[tuple[bytes, str], list[str]] = {}
        self._tried_twice: set[str] = set()
        self._state = IngestState()
        self._told_at = 0.0
        self._going = asyncio.Event()
        self._going.set()
        self._rest = asyncio.Event()
        self._rest.set()
        self._woken = asyncio.Event()
        self._worker: asyncio.Task[None] | None = None
        self._is_closed = False
        self._is_mended = False

    # ---- asked by others -----------------------------------------------------------------------------------------

    @property
    def state(self) -> IngestState:
        """How far it is; may be asked on any thread."""
        return self._state

    def at_work(self) -> frozenset[str]:
        """Ids of the documents that are being read now."""
        return frozenset(self._on_their_way)

    def wake(self, document_ids: Sequence[str] = (), *, first: bool = False) -> None:
        """Documents wait, these among them. One that is being read just now is read once more after that.

        `first`: before all others.
        """
        if self._is_closed:
            return
        for document_id in document_ids:
            if document_id in self._on_their_way:
                self._again.add(document_id)
        if first:
            self._urgent.extend(one for one in document_ids if one not in self._on_their_way)
        self._rest.clear()
        self._woken.set()
        if self._worker is None or self._worker.done():
            self._worker = asyncio.create_task(self._work(), name="ingest")

    def pause(self) -> None:
        """Begin no further file; what was embedded is kept."""
        self._going.clear()
        self._change(paused=True)

    def go_on(self) -> None:
        """After `pause`."""
        self._going.set()
        self._change(paused=False)

    async def cancel(self, collection_id: str = "") -> None:
        """Read nothing of what waits in this collection, or in any. It stays listed, and can be read again."""
        error = document_rows.stored_error(ReadingStopped())
        now = self._now_ms()
        await self._shelf.writer.run(lambda c: document_rows.stop_waiting(c, collection_id, error=error, now_ms=now))
        self._page.clear()
        for file in self._on_their_way.values():
            if file is not None and collection_id in ("", file.document.collection_id):
                file.unwanted = True
        self.go_on()
        await self._recount()
        self._announcer.announce(DocumentsChanged(collection_id))

    def drop(self, document_ids: Sequence[str]) -> None:
        """These were removed: do not go on reading them."""
        for document_id in document_ids:
            file = self._on_their_way.get(document_id)
            if file is not None:
                file.unwanted = True

    async def settle(self) -> None:
        """Wait until nothing waits to be read any more."""
        await self._rest.wait()

    async def aclose(self) -> None:
        """Stop; what was not kept yet waits for the next time. May be called twice."""
        self._is_closed = True
        if self._worker is not None:
            self._worker.cancel()
            await asyncio.wait([self._worker])
        await self._end_readers()
        self._rest.set()

    # ---- the work ------------------------------------------------------------------------------------------------

    async def _work(self) -> None:
        try:
            await self._mend()
            while True:
                self._woken.clear()
                await self._recount()
                if not self._state.at_rest:
                    before = (self._state.done, self._state.total)
                    await self._run_through()
                    await self._recount()
                    if not self._state.at_rest and before != (self._state.done, self._state.total):
                        continue
                if self._woken.is_set():
                    continue
                self._come_to_rest()
                if not await self._woken_within(_READER_KEPT_S):
                    break
        except VaultLocked:
            pass  # the rest waits for the next unlocking
        except HearthError as trouble:
            self._change(trouble=trouble)
            _log.warning("ingest ended: %s", Public(trouble.code))
        except Exception as bug:  # noqa: BLE001 - nobody awaits this task; the log is the only one to tell
            self._change(trouble=HearthBug(type(bug).__name__))
            _log.error("ingest ended: %s", Public(type(bug).__name__), exc_info=bug)
        finally:
            self._rest.set()
        await self._end_readers()

    async def _mend(self) -> None:
        if not self._is_mended:
            await self._shelf.writer.run(document_rows.mend_reading)
            self._is_mended = True

    async def _recount(self) -> None:
        waiting = await self._shelf.readers.run(document_rows.count_waiting)
        if waiting == 0:
            self._change(total=self._state.done)
        elif self._state.at_rest:
            self._change(done=0, total=waiting, trouble=None)
        else:
            self._change(total=self._state.done + waiting)

    def _come_to_rest(self) -> None:
        self._page.clear()
        self._tried_twice.clear()
        self._change(done=self._state.total, name="", collection_id="", told=True)
        self._rest.set()

    async def _woken_within(self, seconds: float) -> bool:
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._woken.wait()
        return self._woken.is_set()

    async def _run_through(self) -> None:
        """All that waits: read, embedded and kept at the same time."""
        read: asyncio.Queue[_Piece | None] = asyncio.Queue(_PIECES_AHEAD)
        embedded: asyncio.Queue[FileOnItsWay | None] = asyncio.Queue(_FILES_TO_KEEP)
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(self._read_all(read))
                group.create_task(self._embed_all(read, embedded))
                group.create_task(self._keep_all(embedded))
        except BaseExceptionGroup as several:
            raise several.exceptions[0] from None
        finally:
            self._on_their_way.clear()
            self._leaders.clear()

    # ---- reading -------------------------------------------------------------------------------------------------

    async def _read_all(self, read: asyncio.Queue[_Piece | None]) -> None:
        while len(self._processes) < self._reader_count:
            self._processes.append(ParseProcess())
        async with asyncio.TaskGroup() as group:
            for process in self._processes:
                group.create_task(self._read_with(process, read))
        await read.put(None)

    async def _read_with(self, process: ParseProcess, read: asyncio.Queue[_Piece | None]) -> None:
        while True:
            await self._going.wait()
            document = await self._next()
            if document is None:
                return
            self._change(name=document.name, collection_id=document.collection_id)
            try:
                await self._read_one(process, document, read)
            except FileUnreadable as trouble:
                await self._fail(document, trouble)
            except (VaultLocked, NotEnoughSpace):
                raise
            except HearthError as trouble:  # such as kept bytes that are damaged
                await self._fail(document, trouble)

    async def _next(self) -> Document | None:
        """The next that waits and that nobody has begun; it counts as begun."""
        while self._urgent:
            some = [self._urgent.popleft()]
            found = await self._shelf.readers.run(partial(document_rows.read_some, document_ids=some))
            if found and found[0].state == "waiting" and self._begin(found[0]):
                return found[0]
        while True:
            while self._page:
                document = self._page.popleft()
                if self._begin(document):
                    return document
            begun = self.at_work()
            self._page.extend(
                await self._shelf.readers.run(partial(document_rows.read_waiting, limit=_PAGE_OF_QUEUE, without=begun))
            )
            if not self._page:
                return None

    def _begin(self, document: Document) -> bool:
        if document.document_id in self._on_their_way:
            return False
        self._on_their_way[document.document_id] = None
        return True

    async def _read_one(self, process: ParseProcess, document: Document, read: asyncio.Queue[_Piece | None]) -> None:
        limits = self._limits()
        source = Path(document.path) if document.blob_id is None else await self._shelf.blobs.get(document.blob_id)
        looked = await asyncio.to_thread(look, source, Path(document.path).name or document.name, limits)
        file = FileOnItsWay(document, source, looked)
        if await self._is_known(file):
            return
        key = (looked.sha256, looked.reader)
        if key in self._leaders:  # the same bytes are being read just now
            self._leaders[key].append(document.document_id)
            return
        self._leaders[key] = []
        self._on_their_way[document.document_id] = file
        try:
            await self._read_pieces(process, file, limits, read)
        except FileUnreadable as trouble:
            file.failure = trouble
        except HearthError:
            raise
        except Exception as bug:  # noqa: BLE001 - a file that breaks us is listed like any other; the rest goes on
            _log.error("a file broke its reading: %s", Public(type(bug).__name__), exc_info=bug)
            file.failure = FileDamaged(type(bug).__name__)
        await read.put(_Piece(file, (), last=True))

    async def _read_pieces(
        self, process: ParseProcess, file: FileOnItsWay, limits: ParseLimits, read: asyncio.Queue[_Piece | None]
    ) -> None:
        embedder = await self._embedder()
        words = self._words_of(embedder)
        most = MOST_TOKENS if embedder is None else min(MOST_TOKENS, max(32, embedder.facts.most_tokens - 16))
        gathered: list[Chunk] = []
        async for chunks in read_chunks(process, file, words=words, most_tokens=most, limits=limits):
            gathered += chunks
            if len(gathered) >= _CHUNKS_A_PIECE:
                await read.put(_Piece(file, tuple(gathered), last=False))
                gathered.clear()
        if gathered:
            await read.put(_Piece(file, tuple(gathered), last=False))

    def _words_of(self, embedder: Embedder | None) -> WordCounts:
        name = "" if embedder is None else embedder.facts.name
        if name not in self._words:
            self._words = {name: WordCounts(_estimated if embedder is None else embedder.token_counts)}
        return self._words[name]

    async def _is_known(self, file: FileOnItsWay) -> bool:
        """Whether these bytes were read before; then the document has their text at once."""
        looked, document_id, now = file.looked, file.document.document_id, self._now_ms()

        def job(connection: Connection) -> Kept | None:
            content_id = kept_content.find_content(connection, looked.sha256, looked.reader)
            if content_id is None:
                return None
            state = kept_content.state_of(connection, content_id)
            return kept_content.link(
                connection, document_id, content_id, looked.facts, now_ms=now, state=self._state_after(file, state)
            )

        find = kept_content.find_content
        if await self._shelf.readers.run(lambda c: find(c, looked.sha256, looked.reader)) is None:
            return False
        kept = await self._patiently(job)
        if kept is None:
            return False
        await self._through(file.document, kept)
        return True

    # ---- embedding -----------------------------------------------------------------------------------------------

    async def _embed_all(
        self, read: asyncio.Queue[_Piece | None], embedded: asyncio.Queue[FileOnItsWay | None]
    ) -> None:
        ended = False
        while not ended:
            pieces: list[_Piece] = []
            while not ended and sum(len(piece.chunks) for piece in pieces) < CHUNKS_AT_ONCE:
                if pieces and read.empty():
                    break
                piece = await read.get()
                if piece is None:
                    ended = True
                else:
                    pieces.append(piece)
            await self._going.wait()
            await self._embed([piece for piece in pieces if piece.chunks and not piece.file.unwanted])
            for piece in pieces:
                if piece.last:
                    await embedded.put(piece.file)
        await embedded.put(None)

    async def _embed(self, pieces: Sequence[_Piece]) -> None:
        if not pieces:
            return
        embedder = await self._embedder()
        made: Matrix | None = None
        if embedder is not None:
            try:
                made = await embedder.embed([chunk.embedded for piece in pieces for chunk in piece.chunks])
            except EngineError as trouble:
                _log.warning("passages are kept without vectors: %s", Public(type(trouble).__name__))
        self._change(without_meaning=made is None)
        at = 0
        for piece in pieces:
            count = len(piece.chunks)
            name = "" if embedder is None else embedder.facts.name
            if piece.file.vectors and piece.file.embedder != name:  # another model is in use since it was begun
                made_for_it = None
            else:
                made_for_it = None if made is None else made[at : at + count]
            piece.file.embedder = name
            piece.file.vectors.append(made_for_it)
            at += count

    # ---- keeping -------------------------------------------------------------------------------------------------

    async def _keep_all(self, embedded: asyncio.Queue[FileOnItsWay | None]) -> None:
        while (file := await embedded.get()) is not None:
            document_id = file.document.document_id
            if file.unwanted:
                self._on_their_way.pop(document_id, None)
            elif file.failure is not None:
                await self._fail(file.document, file.failure)
            else:
                await self._keep(file)
            for follower in self._leaders.pop((file.looked.sha256, file.looked.reader), []):
                self._on_their_way.pop(follower, None)

    async def _keep(self, file: FileOnItsWay) -> None:
        parts = [part for part in file.vectors if part is not None]
        whole = bool(parts) and len(parts) == len(file.vectors)
        joined: Matrix | None = np.concatenate(parts) if whole else None
        content, now = file.content(joined), self._now_ms()
        state = self._state_after(file, kept_content.state_for(content.notices))
        document_id, facts = file.document.document_id, file.looked.facts
        kept = await self._patiently(
            lambda c: kept_content.keep(
                c, document_id, content, facts, now_ms=now, state=state, vector_rows=self._vectors.rows
            )
        )
        if kept is not None and kept.new_ids:
            if joined is not None and file.embedder == self._vectors.in_use():
                await self._vectors.added("chunk", np.array(kept.new_ids, dtype=np.int64), joined)
            else:  # the model failed, or another came into use since: its vectors are made later
                self._incomplete()
        await self._through(file.document, kept)

    def _state_after(self, file: FileOnItsWay, state: document_rows.DocumentState) -> document_rows.DocumentState:
        """It waits on when it changed while it was read."""
        return "waiting" if file.document.document_id in self._again else state

    async def _fail(self, document: Document, trouble: HearthError) -> None:
        if isinstance(trouble, FileChangedMeanwhile) and document.document_id not in self._tried_twice:
            self._tried_twice.add(document.document_id)
            await asyncio.sleep(_CHANGED_WAIT_S)
            self._on_their_way.pop(document.document_id, None)
            return  # it waits still, and is read once more
        gone = isinstance(trouble, FileGone)
        error, now = document_rows.stored_error(trouble), self._now_ms()
        kept = await self._patiently(
            lambda c: kept_content.keep_failure(
                c,
                document.document_id,
                error,
                state="missing" if gone else "failed",
                now_ms=now,
                keeps_content=isinstance(trouble, _TEXT_STANDS),
            )
        )
        await self._through(document, kept)

    async def _through(self, document: Document, kept: Kept | None) -> None:
        self._on_their_way.pop(document.document_id, None)
        again = document.document_id in self._again
        self._again.discard(document.document_id)
        if kept is not None:
            if kept.gone_ids:
                await self._vectors.removed("chunk", np.array(kept.gone_ids, dtype=np.int64))
            self._announcer.announce(DocumentsChanged(document.collection_id))
        done = self._state.done + (0 if again else 1)
        self._change(done=done, total=max(done, self._state.total))

    async def _patiently(self, job: Callable[[Connection], Kept | None]) -> Kept | None:
        """The writer's answer; while the disk is full it is asked again and again."""
        while True:
            try:
                result = await self._shelf.writer.run(job)
            except NotEnoughSpace as trouble:
                self._change(trouble=trouble, told=True)
                await asyncio.sleep(_ROOM_LOOKED_FOR_EVERY_S)
            else:
                if self._state.trouble is not None:
                    self._change(trouble=None, told=True)
                return result

    # ---- small steps ---------------------------------------------------------------------------------------------

    def _change(self, *, told: bool = False, **values: object) -> None:
        self._state = state = replace(self._state, **values)  # type: ignore[arg-type]
        now = self._clock.uptime_s()
        if told or "paused" in values or now - self._told_at >= _ANNOUNCE_EVERY_S:
            self._told_at = now
            self._announcer.announce(IngestProgressed(state.collection_id, state.done, state.total, state.name))

    async def _end_readers(self) -> None:
        processes, self._processes = self._processes, []
        for process in processes:
            await process.aclose()

    def _now_ms(self) -> int:
        return int(self._clock.now().timestamp() * 1000)


def _estimated(texts: Sequence[str]) -> list[int]:
    """Tokens where no model is there to count them."""
    return [max(1, (len(text) + 3) // 4) for text in texts]
