"""`Ingest`: what waits is read, cut, embedded and kept, each file whole or not; the next is read while one is embedded.

The queue is the table: a document waits until its transaction is through, so a lock, a crash or a full disk loses
nothing and is gone on with by itself. Small files share what costs the same for one as for many: a turn of the process
that reads, a run of the model, a transaction.
"""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from core.errors import HearthBug, HearthError, NotEnoughSpace, VaultLocked
from core.events import IngestProgressed
from core.knowledge import document_rows
from core.knowledge.chunking import MOST_TOKENS, WordCounts
from core.knowledge.document_rows import Document
from core.knowledge.file_keeping import FileKeeping
from core.knowledge.file_reading import FileOnItsWay, look_at_each, read_chunks, read_small
from core.knowledge.knowledge_trouble import (
    FileChangedMeanwhile,
    FileDamaged,
    ReadingStopped,
)
from core.knowledge.parse_process import ParseProcess
from core.knowledge.passage_vectors import Piece, embed_pieces
from core.knowledge.read_document import ParseLimits
from core.knowledge.told_changes import ToldChanges
from core.knowledge.waiting_files import WaitingFiles
from core.logs import Public

if TYPE_CHECKING:
    from core.clock import Clock
    from core.events import Announcer
    from core.knowledge.chunking import Chunk
    from core.knowledge.kept_content import Kept
    from core.vault.vault_shelf import Shelf
    from core.vectors.vector_store import VectorStore
    from models.embedding.embedder import Embedder

_T = TypeVar("_T")
_Lot: TypeAlias = Sequence[Piece]

_log = logging.getLogger("hearth.knowledge")

CHUNKS_AT_ONCE = 256
"""Passages of several files given to the embedder together: it sorts them by length and pads little."""
_CHUNKS_A_PIECE = 64
_LOTS_AHEAD = 16
_LOTS_TO_KEEP = 8
# A transaction of so many passages takes the writer a tenth of a second; others wait meanwhile.
_CHUNKS_KEPT_AT_ONCE = 256
_ANNOUNCE_EVERY_S = 0.2
# The child that reads is kept for what comes next: starting one takes 0.3 s.
_READER_KEPT_S = 20.0
_CHANGED_WAIT_S = 0.5


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
        self._embedder = embedder
        self._announcer = announcer
        self._clock = clock
        self._limits = limits
        self._reader_count = readers or max(1, min(3, (os.cpu_count() or 1) // 4))
        self._processes: list[ParseProcess] = []
        self._words: dict[str, WordCounts] = {}
        self._changes = ToldChanges(announcer, clock, every_s=_ANNOUNCE_EVERY_S)
        self._waiting = WaitingFiles(shelf.readers, begin=self._begin, begun=self.at_work)
        self._on_their_way: dict[str, FileOnItsWay | None] = {}
        self._keeping = FileKeeping(
            shelf,
            vectors=vectors,
            clock=clock,
            through=self._through,
            full=self._full,
            incomplete=incomplete,
        )
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
        """Documents wait, these among them. One that was begun before it was lined up is read once more after that.

        `first`: before all others.
        """
        if self._is_closed:
            return
        if first:
            self._waiting.put_first([one for one in document_ids if one not in self._on_their_way])
        self._waiting.forget()
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
        self._waiting.forget()
        for file in self._on_their_way.values():
            if file is not None and collection_id in ("", file.document.collection_id):
                file.unwanted = True
        self.go_on()
        await self._recount()
        self._changes.tell(collection_id)

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
        self._changes.close()
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
        self._waiting.forget()
        self._tried_twice.clear()
        self._changes.tell_now()
        self._change(done=self._state.total, name="", collection_id="", told=True)
        self._rest.set()

    async def _woken_within(self, seconds: float) -> bool:
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._woken.wait()
        return self._woken.is_set()

    async def _run_through(self) -> None:
        """All that waits: read, embedded and kept at the same time."""
        read: asyncio.Queue[_Lot | None] = asyncio.Queue(_LOTS_AHEAD)
        embedded: asyncio.Queue[Sequence[FileOnItsWay] | None] = asyncio.Queue(_LOTS_TO_KEEP)
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(self._read_all(read))
                group.create_task(self._embed_all(read, embedded))
                group.create_task(self._keep_all(embedded))
        except BaseExceptionGroup as several:
            raise _first_of(several) from None
        finally:
            self._on_their_way.clear()
            self._leaders.clear()

    # ---- reading -------------------------------------------------------------------------------------------------

    async def _read_all(self, read: asyncio.Queue[_Lot | None]) -> None:
        while len(self._processes) < self._reader_count:
            self._processes.append(ParseProcess())
        async with asyncio.TaskGroup() as group:
            for process in self._processes:
                group.create_task(self._read_with(process, read))
        await read.put(None)

    async def _read_with(self, process: ParseProcess, read: asyncio.Queue[_Lot | None]) -> None:
        while True:
            await self._going.wait()
            documents = await self._waiting.next()
            if not documents:
                return
            self._change(name=documents[0].name, collection_id=documents[0].collection_id)
            limits = self._limits()
            files = await self._new_among(await self._looked_at(documents, limits))
            small = [file for file in files if file.looked.small is not None]
            rest = await self._read_small(process, small, limits, read) if len(small) > 1 else small
            for file in [*rest, *(file for file in files if file.looked.small is None)]:
                await self._read_one(process, file, limits, read)

    def _begin(self, document: Document) -> bool:
        if document.document_id in self._on_their_way:
            return False
        self._on_their_way[document.document_id] = None
        return True

    async def _looked_at(self, documents: Sequence[Document], limits: ParseLimits) -> Sequence[FileOnItsWay]:
        """Those that are there and of a kind that is read; what is wrong with the others is kept."""
        sources: list[tuple[Document, Path | bytes]] = []
        for document in documents:
            try:
                blob_id = document.blob_id
                sources.append(
                    (document, Path(document.path) if blob_id is None else await self._shelf.blobs.get(blob_id))
                )
            except (VaultLocked, NotEnoughSpace):
                raise
            except HearthError as trouble:  # such as kept bytes that are damaged
                await self._fail(document, trouble)
        files: list[FileOnItsWay] = []
        for looked in await asyncio.to_thread(look_at_each, sources, limits):
            if isinstance(looked, FileOnItsWay):
                files.append(looked)
            else:
                await self._fail(*looked)
        return files

    async def _new_among(self, files: Sequence[FileOnItsWay]) -> Sequence[FileOnItsWay]:
        """Those whose bytes were never read; a document with others has their text at once.

        Of those with the same bytes the first is read, and the others are looked at after it.
        """
        known = await self._keeping.linked(files)
        new: list[FileOnItsWay] = []
        for file in files:
            key, document_id = (file.looked.sha256, file.looked.reader), file.document.document_id
            if document_id in known:
                continue
            if key in self._leaders:
                self._leaders[key].append(document_id)
                continue
            self._leaders[key] = []
            self._on_their_way[document_id] = file
            new.append(file)
        return new

    async def _read_small(
        self,
        process: ParseProcess,
        files: Sequence[FileOnItsWay],
        limits: ParseLimits,
        read: asyncio.Queue[_Lot | None],
    ) -> Sequence[FileOnItsWay]:
        """Those that were not come to."""
        words, most = self._measure(await self._embedder())
        try:
            rest = await read_small(process, files, words=words, most_tokens=most, limits=limits)
        except (VaultLocked, NotEnoughSpace):
            raise
        except Exception as bug:  # noqa: BLE001 - each by itself, so that only the one that breaks us is listed so
            _log.error("files broke their reading: %s", Public(type(bug).__name__), exc_info=bug)
            for file in files:
                file.begin_again()
            return files
        await read.put([Piece(file, file.chunks, last=True) for file in files if file not in rest])
        return rest

    async def _read_one(
        self, process: ParseProcess, file: FileOnItsWay, limits: ParseLimits, read: asyncio.Queue[_Lot | None]
    ) -> None:
        try:
            await self._read_pieces(process, file, limits, read)
        except (VaultLocked, NotEnoughSpace):
            raise
        except HearthError as trouble:
            file.failure = trouble
        except Exception as bug:  # noqa: BLE001 - a file that breaks us is listed like any other; the rest goes on
            _log.error("a file broke its reading: %s", Public(type(bug).__name__), exc_info=bug)
            file.failure = FileDamaged(type(bug).__name__)
        await read.put([Piece(file, (), last=True)])

    async def _read_pieces(
        self, process: ParseProcess, file: FileOnItsWay, limits: ParseLimits, read: asyncio.Queue[_Lot | None]
    ) -> None:
        words, most = self._measure(await self._embedder())
        gathered: list[Chunk] = []
        async for chunks in read_chunks(process, file, words=words, most_tokens=most, limits=limits):
            gathered += chunks
            if len(gathered) >= _CHUNKS_A_PIECE:
                await read.put([Piece(file, tuple(gathered), last=False)])
                gathered.clear()
        if gathered:
            await read.put([Piece(file, tuple(gathered), last=False)])

    def _measure(self, embedder: Embedder | None) -> tuple[WordCounts, int]:
        """What tokens are counted by, and how many a passage may have."""
        name = "" if embedder is None else embedder.facts.name
        if name not in self._words:
            self._words = {name: WordCounts(_estimated if embedder is None else embedder.token_counts)}
        most = MOST_TOKENS if embedder is None else min(MOST_TOKENS, max(32, embedder.facts.most_tokens - 16))
        return self._words[name], most

    # ---- embedding -----------------------------------------------------------------------------------------------

    async def _embed_all(
        self, read: asyncio.Queue[_Lot | None], embedded: asyncio.Queue[Sequence[FileOnItsWay] | None]
    ) -> None:
        ended = False
        while not ended:
            pieces: list[Piece] = []
            while not ended and sum(len(piece.chunks) for piece in pieces) < CHUNKS_AT_ONCE:
                if pieces and read.empty():
                    break
                lot = await read.get()
                if lot is None:
                    ended = True
                else:
                    pieces += lot
            await self._going.wait()
            wanted = [piece for piece in pieces if piece.chunks and not piece.file.unwanted]
            if wanted:
                self._change(without_meaning=not await embed_pieces(await self._embedder(), wanted))
            if files := [piece.file for piece in pieces if piece.last]:
                await embedded.put(files)
        await embedded.put(None)

    # ---- keeping -------------------------------------------------------------------------------------------------

    async def _keep_all(self, embedded: asyncio.Queue[Sequence[FileOnItsWay] | None]) -> None:
        while (files := await embedded.get()) is not None:
            lot: list[FileOnItsWay] = []
            for file in files:
                if file.unwanted:
                    self._on_their_way.pop(file.document.document_id, None)
                elif file.failure is not None:
                    await self._fail(file.document, file.failure)
                else:
                    lot.append(file)
                if sum(len(one.chunks) for one in lot) >= _CHUNKS_KEPT_AT_ONCE:
                    await self._keeping.keep(lot)
                    lot = []
            await self._keeping.keep(lot)
            for file in files:
                for follower in self._leaders.pop((file.looked.sha256, file.looked.reader), []):
                    self._on_their_way.pop(follower, None)

    async def _fail(self, document: Document, trouble: HearthError) -> None:
        if isinstance(trouble, FileChangedMeanwhile) and document.document_id not in self._tried_twice:
            self._tried_twice.add(document.document_id)
            await asyncio.sleep(_CHANGED_WAIT_S)
            self._on_their_way.pop(document.document_id, None)
            return  # it waits still, and is read once more
        await self._keeping.keep_failure(document, trouble)

    def _through(self, document: Document, kept: Kept | None) -> None:
        self._on_their_way.pop(document.document_id, None)
        if kept is not None:
            self._changes.tell(document.collection_id)
        done = self._state.done + (0 if kept is not None and kept.waits_again else 1)
        self._change(done=done, total=max(done, self._state.total))

    def _full(self, trouble: NotEnoughSpace | None) -> None:
        """The disk is full, or has room again."""
        self._change(trouble=trouble, told=True)

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


def _first_of(several: BaseExceptionGroup[BaseException]) -> BaseException:
    """What ended it all; groups may stand within each other."""
    first = several.exceptions[0]
    return _first_of(first) if isinstance(first, BaseExceptionGroup) else first
