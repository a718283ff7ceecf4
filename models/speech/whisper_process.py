"""Whisper in a process of its own: one that can be ended, whose crash is nobody else's, and whose memory is given back.

A missing cuDNN aborts the process that wanted it, a driver may hang at the end, and 4 GB of model should be gone when
they are not needed. The child is `models.speech.whisper_host`; several calls at once are served one after the other,
final ones before partial ones, and files window by window whenever nobody else waits.
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
from collections.abc import AsyncGenerator, AsyncIterator
from pathlib import Path
from typing import TypeAlias

import msgspec
import numpy as np

from models.child_command import child_command
from models.child_pipe import ChildPipe, signal_name
from models.engine_errors import (
    DeviceUnusable,
    EngineDied,
    EngineError,
    MemoryExhausted,
    SoundUnreadable,
    SpeechEngineFailed,
    SpeechModelUnfit,
    TranslationMissing,
)
from models.speech.card_libraries import engine_environment
from models.speech.engines import Heard, Hearing, Samples, Segment
from models.speech.speech_model import SpeechModelFacts, check_folder
from models.speech.whisper_messages import (
    Abandon,
    Failed,
    FilePart,
    FileProgress,
    Finished,
    Listen,
    ListenToFile,
    Load,
    Priority,
    Progressed,
    Ready,
    Reply,
    Result,
    SegmentHeard,
    frame_of,
)

HOST = "models.speech.whisper_host"

ANSWER_LIMIT_S = 180.0
"""Without any answer for so long the child hangs. The slowest honest one: 30 s of sound through large-v3 on two old
cores, behind a window of a file that has just begun."""

_STOP_PATIENCE_S = 1.0
_PART_BYTES = 256 * 1024

Piece: TypeAlias = FileProgress | Segment


class _Gone(msgspec.Struct, frozen=True):
    """The child has ended."""

    status: int
    complaint: str


_Answer: TypeAlias = Reply | _Gone


class WhisperProcess:
    """A `Recogniser` in a child process. Belongs to one event loop.

    The child is started by `start` or by the first call, and again by the next call after it has died. Errors are
    `SpeechModelUnfit` (before anything is loaded), `DeviceUnusable`, `MemoryExhausted`, `EngineDied`,
    `TranslationMissing`, `SoundUnreadable`, `SpeechEngineFailed`; where one `blames_card`, try `cpu_instead()`.
    """

    def __init__(
        self,
        folder: Path,
        *,
        device: str = "cpu",
        compute_type: str = "",
        threads: int = 0,
        host: str = HOST,
        limit_s: float = ANSWER_LIMIT_S,
    ) -> None:
        """Starts nothing. An empty `compute_type` is the device's quickest; `threads` 0 leaves it to the engine.

        A child that says nothing for `limit_s` while somebody waits for it is ended.
        """
        self.folder = folder
        self.device = device
        self.compute_type = compute_type
        self.threads = threads
        self._host = host
        self._limit_s = limit_s
        self._facts: SpeechModelFacts | None = None
        self._pipe: ChildPipe | None = None
        self._reading: asyncio.Task[None] | None = None
        self._starting = asyncio.Lock()
        self._numbers = itertools.count(1)
        self._waiting: dict[int, asyncio.Queue[_Answer]] = {}

    @property
    def facts(self) -> SpeechModelFacts:
        """What the model can do. Raises RuntimeError before the first start."""
        if self._facts is None:
            raise RuntimeError("not started yet")
        return self._facts

    @property
    def pid(self) -> int | None:
        """The child's process id; None while there is none."""
        return self._pipe.pid if self._pipe is not None and self.alive else None

    @property
    def alive(self) -> bool:
        """Whether a child is there."""
        return self._pipe is not None and self._pipe.alive

    def memory_bytes(self) -> int:
        """What the child takes of the main memory now; 0 while there is none."""
        import psutil

        if (pid := self.pid) is None:
            return 0
        try:
            return int(psutil.Process(pid).memory_info().rss)
        except psutil.Error:
            return 0

    def cpu_instead(self) -> WhisperProcess:
        """The same model for the processor; this one is to be closed."""
        return WhisperProcess(self.folder, device="cpu", compute_type="", threads=self.threads, host=self._host)

    async def start(self) -> None:
        """Load the model and hear one silent second, so that the first words are as quick as all others."""
        await self._running()

    async def transcribe(self, samples: Samples, hearing: Hearing, *, priority: Priority = "final") -> Heard:
        """What is said in `samples` (at most 30 s). Cancelled, it is given up as soon as the engine can stop."""
        if not len(samples):
            return Heard((), hearing.language or "", 0.0, duration_s=0.0, engine_s=0.0)
        pipe = await self._running()
        self._need(hearing)
        sound = np.ascontiguousarray(samples, dtype=np.float32)
        async with self._call(pipe) as call:
            pipe.post(frame_of(Listen(call.number, priority, sound.tobytes(), hearing)))
            answer = await self._next(call)
            if isinstance(answer, Result):
                return answer.heard
            raise self._error(answer)

    async def transcribe_file(
        self, source: Path | bytes, hearing: Hearing, *, clip_start_s: float = 0.0
    ) -> AsyncGenerator[Piece, None]:
        """What is said in a sound or video file, from `clip_start_s` on; times are those of the file.

        A path is absolute. Closing the iterator stops the work within a second. Raises as `transcribe` does, or
        `SoundUnreadable`.
        """
        pipe = await self._running()
        self._need(hearing)
        async with self._call(pipe, stop=True) as call:
            path = str(source) if isinstance(source, Path) else ""
            pipe.post(frame_of(ListenToFile(call.number, path, hearing, clip_start_s)))
            if isinstance(source, bytes):
                await _send_parts(pipe, call.number, source)
            while not isinstance(answer := await self._next(call), Finished):
                if isinstance(answer, SegmentHeard):
                    yield answer.segment
                elif isinstance(answer, Progressed):
                    yield answer.progress
                else:
                    raise self._error(answer)

    async def aclose(self) -> None:
        """End the child and give its memory back; may be called twice. Calls in progress raise `EngineDied`."""
        async with self._starting:
            await self._let_go()

    async def _running(self) -> ChildPipe:
        async with self._starting:
            if self._pipe is not None and self._pipe.alive:
                return self._pipe
            await self._let_go()
            self._facts = await asyncio.to_thread(check_folder, self.folder)
            try:
                self._pipe = await ChildPipe.start(child_command(self._host), environment=engine_environment())
            except OSError as fault:
                raise EngineDied(str(fault), model=self.folder.name, device=self.device) from fault
            try:
                await self._load(self._pipe)
            except BaseException:  # also when cancelled: a half-started child is of no use
                await self._let_go()
                raise
            return self._pipe

    async def _load(self, pipe: ChildPipe) -> None:
        call = _Call(0)
        self._waiting[0] = call.answers
        self._reading = asyncio.create_task(self._read(pipe), name="engine-answers")
        pipe.post(frame_of(Load(str(self.folder), self.device, self.compute_type, self.threads, warm=True)))
        try:
            answer = await self._next(call)
        finally:
            self._waiting.pop(0, None)
        if not isinstance(answer, Ready):
            raise self._error(answer)
        self.compute_type, self.threads = answer.compute_type, answer.threads

    async def _let_go(self) -> None:
        pipe, self._pipe = self._pipe, None
        reading, self._reading = self._reading, None
        if pipe is not None:
            await pipe.end()
        if reading is not None:
            await reading

    async def _read(self, pipe: ChildPipe) -> None:
        """Hand each answer to whoever waits for it; at the end tell all that there will be no more."""
        decoder = msgspec.msgpack.Decoder(Reply)
        try:
            async for body in pipe.bodies():
                answer = decoder.decode(body)
                queue = self._waiting.get(0 if isinstance(answer, Ready) else answer.call)
                if queue is not None:
                    queue.put_nowait(answer)
        except msgspec.MsgspecError:
            pipe.kill()
        status, complaint = await pipe.ended()
        for queue in self._waiting.values():
            queue.put_nowait(_Gone(status, complaint))

    @contextlib.asynccontextmanager
    async def _call(self, pipe: ChildPipe, *, stop: bool = False) -> AsyncIterator[_Call]:
        """A numbered call. Left before its last answer it is abandoned; `stop` waits until the engine has noticed."""
        call = _Call(next(self._numbers))
        self._waiting[call.number] = call.answers
        try:
            yield call
        finally:
            if not call.over:
                pipe.post(frame_of(Abandon(call.number)))
                if stop:
                    await self._stopped(pipe, call)
            self._waiting.pop(call.number, None)

    async def _stopped(self, pipe: ChildPipe, call: _Call) -> None:
        """Wait for an abandoned call to end. One that does not is ended with its child, unless others wait for that."""
        try:
            async with asyncio.timeout(_STOP_PATIENCE_S):
                while not call.over:
                    call.take(await call.answers.get())
        except TimeoutError:
            if len(self._waiting) == 1:
                pipe.kill()

    async def _next(self, call: _Call) -> _Answer:
        try:
            async with asyncio.timeout(self._limit_s):
                return call.take(await call.answers.get())
        except TimeoutError:
            if self._pipe is not None:
                self._pipe.kill()
            raise EngineDied(f"no answer for {self._limit_s:g} s", model=self.folder.name, device=self.device) from None

    def _need(self, hearing: Hearing) -> None:
        if hearing.task == "translate" and not self.facts.can_translate:
            raise TranslationMissing("the model was not trained to translate", model=self.folder.name)

    def _error(self, answer: _Answer) -> EngineError:
        name, device = self.folder.name, self.device
        match answer:
            case _Gone(status, complaint):
                return EngineDied(
                    f"ended with {signal_name(status)}: {complaint}", model=name, device=device, status=status
                )
            case Failed(trouble="unfit"):
                return SpeechModelUnfit(answer.detail, model=name, file=answer.file)
            case Failed(trouble="device"):
                return DeviceUnusable(answer.detail, model=name, device=device)
            case Failed(trouble="memory"):
                return MemoryExhausted(answer.detail, model=name, device=device)
            case Failed(trouble="translation"):
                return TranslationMissing(answer.detail, model=name)
            case Failed(trouble="sound"):
                return SoundUnreadable(answer.detail, model=name)
            case Failed():
                return SpeechEngineFailed(answer.detail, model=name, device=device)
        return SpeechEngineFailed(f"an unexpected {type(answer).__name__}", model=name, device=device)


class _Call:
    """One call in progress and what is answered to it."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.answers: asyncio.Queue[_Answer] = asyncio.Queue()
        self.over = False

    def take(self, answer: _Answer) -> _Answer:
        """Note whether this was the last one."""
        self.over = self.over or isinstance(answer, Ready | Result | Finished | Failed | _Gone)
        return answer


async def _send_parts(pipe: ChildPipe, call: int, data: bytes) -> None:
    for start in range(0, max(1, len(data)), _PART_BYTES):
        pipe.post(frame_of(FilePart(call, data[start : start + _PART_BYTES], last=start + _PART_BYTES >= len(data))))
        await pipe.drained()
