"""Chroma in a process of its own, as this side sees it: numbers out, ids back, nothing on disk."""

from __future__ import annotations

import asyncio
import itertools
import os
from collections.abc import Callable
from typing import Literal

import msgspec
import numpy as np

from core.vectors.chroma_host import (
    AddVectors,
    Answered,
    Asked,
    AskNearest,
    DeleteVectors,
    OpenSpace,
    Refused,
    Told,
)
from core.vectors.far_side import FarSideGone
from core.vectors.vector_index import Ids, Matrix
from models.child_command import child_command, child_environment
from models.child_frames import framed
from models.child_pipe import ChildPipe, signal_name

HOST = "core.vectors.chroma_host"

# Without an answer for so long it hangs. The slowest honest ones: importing Chroma on a busy machine took 8 s, adding
# 1,000 vectors 3 s.
_OPENING_LIMIT_S = 120.0
_ADDING_LIMIT_S = 60.0
_QUERY_LIMIT_S = 5.0
# HNSW's own 100 found 0.988 of the ten best of 100,000 vectors.
SEARCH_WIDTH = 200


class ChromaProcess:
    """A `FarSide` in a child. Belongs to one loop; may be opened again after it has died."""

    name: Literal["chroma", "chroma_server"] = "chroma"
    replaces = False

    def __init__(self, dimensions: int, *, threads: int = 0, search_width: int = SEARCH_WIDTH) -> None:
        """Starts nothing. `threads` 0 is half of the processor's."""
        self.on_gone: Callable[[], None] = _nothing
        self._opening = OpenSpace(dimensions, threads or max(1, (os.cpu_count() or 2) // 2), search_width)
        self._pipe: ChildPipe | None = None
        self._reading: asyncio.Task[None] | None = None
        self._numbers = itertools.count(1)
        self._waiting: dict[int, asyncio.Future[bytes]] = {}

    @property
    def pid(self) -> int | None:
        """The child's process id; None while there is none."""
        return self._pipe.pid if self._pipe is not None and self._pipe.alive else None

    def memory_bytes(self) -> int:
        """What the child takes of the main memory; 0 while there is none."""
        import psutil

        if (pid := self.pid) is None:
            return 0
        try:
            return int(psutil.Process(pid).memory_info().rss)
        except psutil.Error:
            return 0

    async def open(self) -> set[int]:
        """Start it, empty."""
        await self.aclose()
        try:
            self._pipe = pipe = await ChildPipe.start(child_command(HOST), environment=child_environment())
        except OSError as fault:
            raise FarSideGone(str(fault)) from fault
        self._reading = asyncio.create_task(self._read(pipe), name="chroma-answers")
        await self._answer_to(0, self._opening, limit_s=_OPENING_LIMIT_S)
        return set()

    async def add(self, item_ids: Ids, vectors: Matrix) -> None:
        """Add items that it does not have."""
        call = next(self._numbers)
        data = np.ascontiguousarray(vectors, dtype="<f4").tobytes()
        await self._answer_to(call, AddVectors(call, _bytes_of(item_ids), data), limit_s=_ADDING_LIMIT_S)

    async def delete(self, item_ids: Ids) -> None:
        """Forget items. Many leave it slow: start anew instead."""
        call = next(self._numbers)
        await self._answer_to(call, DeleteVectors(call, _bytes_of(item_ids)), limit_s=_ADDING_LIMIT_S)

    async def query(self, vector: Matrix, count: int) -> Ids:
        """About the nearest items, best first."""
        call = next(self._numbers)
        data = np.ascontiguousarray(vector, dtype="<f4").tobytes()
        found = await self._answer_to(call, AskNearest(call, data, count), limit_s=_QUERY_LIMIT_S)
        return np.frombuffer(found, dtype="<i8")

    async def drop(self) -> None:
        """End it: it keeps nothing."""
        await self.aclose()

    async def aclose(self) -> None:
        """End it and give its memory back."""
        pipe, self._pipe = self._pipe, None
        reading, self._reading = self._reading, None
        if pipe is not None:
            pipe.kill()  # there is nothing in it to be saved, and it may be in the middle of a second's work
            await pipe.end()
        if reading is not None:
            await reading

    async def _answer_to(self, call: int, asked: Asked, *, limit_s: float) -> bytes:
        pipe = self._pipe
        if pipe is None or not pipe.alive:
            raise FarSideGone("not running")
        answer: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()
        self._waiting[call] = answer
        try:
            pipe.post(framed(msgspec.msgpack.encode(asked)))
            async with asyncio.timeout(limit_s):
                return await answer
        except TimeoutError:
            pipe.kill()
            raise FarSideGone(f"no answer for {limit_s:g} s") from None
        finally:
            self._waiting.pop(call, None)

    async def _read(self, pipe: ChildPipe) -> None:
        decoder = msgspec.msgpack.Decoder(Told)
        try:
            async for body in pipe.bodies():
                self._hand_on(decoder.decode(body))
        except msgspec.MsgspecError:
            pipe.kill()
        status, complaint = await pipe.ended()
        for answer in self._waiting.values():
            if not answer.done():
                answer.set_exception(FarSideGone(f"ended with {signal_name(status)}: {complaint[-300:]}"))
        if self._pipe is pipe:  # by itself
            self._pipe = None
            self.on_gone()

    def _hand_on(self, told: Answered | Refused) -> None:
        answer = self._waiting.get(told.call)
        if answer is None or answer.done():
            return
        if isinstance(told, Refused):
            answer.set_exception(FarSideGone(told.fault))
        else:
            answer.set_result(told.item_ids)


def _bytes_of(item_ids: Ids) -> bytes:
    return np.ascontiguousarray(item_ids, dtype="<i8").tobytes()


def _nothing() -> None:
    return None
