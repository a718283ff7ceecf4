"""The process that hears: reads requests from its standard input, answers on its standard output, one after the other.

Started by `whisper_process` only. One thread reads and notes what nobody waits for any more; the main thread works.
It ends at once when its input is closed, so it never outlives Hearth.
"""

from __future__ import annotations

import io
import itertools
import os
import queue
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TypeAlias

import msgspec

from models.child_frames import read_body
from models.child_walls import put_up_walls
from models.engine_errors import (
    DeviceUnusable,
    EngineError,
    MemoryExhausted,
    SoundUnreadable,
    SpeechModelUnfit,
    TranslationMissing,
)
from models.freed_memory import give_freed_memory_back
from models.speech.whisper_messages import (
    Abandon,
    Failed,
    FilePart,
    Finished,
    Listen,
    ListenToFile,
    Load,
    Ready,
    Reply,
    Request,
    Result,
    Trouble,
    frame_of,
)

if TYPE_CHECKING:
    from models.speech.whisper import Whisper

LoadEngine: TypeAlias = Callable[[Load], "Whisper"]

_RANKS = {"final": 0, "partial": 1}
_FILE_RANK = 2
_ONE_SECOND = 16_000
_REST_S = 2.0
"""Nobody wants to hear anything: the next partial pass of somebody who speaks comes within one."""
_TROUBLES: tuple[tuple[type[EngineError], Trouble], ...] = (
    (SpeechModelUnfit, "unfit"),
    (DeviceUnusable, "device"),
    (MemoryExhausted, "memory"),
    (TranslationMissing, "translation"),
    (SoundUnreadable, "sound"),
)


def main() -> int:
    """Run until the input is closed."""
    return serve(load_whisper)


def serve(load: LoadEngine) -> int:
    """Load with `load`, then answer for good. Returns only when there is nothing to work with."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is for Hearth, which then lets this process go
    requests, answers = sys.stdin.buffer, _own_output()
    decoder = msgspec.msgpack.Decoder(Request)
    try:
        first = decoder.decode(_body(requests))
    except msgspec.MsgspecError:
        return 2
    if not isinstance(first, Load):
        return 2
    put_up_walls(own_network=first.device == "cpu")
    desk = Desk(requests, decoder)  # reads from now on: a parent that goes while the model loads is noticed
    try:
        whisper = load(first)
        if first.warm:
            _warm(whisper)
    except EngineError as fault:
        _tell(answers, [_failure(0, fault)])
        return 1
    _tell(answers, [Ready(whisper.device, whisper.compute_type, first.threads)])
    while True:
        job = desk.next()
        replies = _step(job, whisper)
        _tell(answers, replies)
        if any(isinstance(reply, Result | Finished | Failed) for reply in replies):
            desk.done(job)
        else:
            desk.again(job)


def load_whisper(wanted: Load) -> Whisper:
    """The model that was asked for. Raises `EngineError`s."""
    from models.speech.speech_model import check_folder
    from models.speech.whisper import Whisper

    facts = check_folder(Path(wanted.folder))
    return Whisper(facts, device=wanted.device, compute_type=wanted.compute_type, threads=wanted.threads)


@dataclass(order=True, slots=True)
class Job:
    """One call, with its place in the queue. `steps` are there once it has begun."""

    rank: int
    turn: int
    wanted: Listen | ListenToFile = field(compare=False)
    data: bytes | None = field(compare=False, default=None, repr=False)
    steps: Iterator[list[Reply]] | None = field(compare=False, default=None)
    is_abandoned: bool = field(compare=False, default=False)


class Desk:
    """Jobs by rank, then by turn. Its thread ends the whole process when the input is closed."""

    def __init__(self, requests: BinaryIO, decoder: msgspec.msgpack.Decoder[Request]) -> None:
        self._requests = requests
        self._decoder = decoder
        self._queue: queue.PriorityQueue[Job] = queue.PriorityQueue()
        self._turns = itertools.count()
        self._open: dict[int, Job] = {}
        self._parts: dict[int, io.BytesIO] = {}
        threading.Thread(target=self._read_all, name="requests", daemon=True).start()

    def next(self) -> Job:
        """The next job; waits for one. Once nobody speaks any more, memory that hearing took is given back."""
        try:
            return self._queue.get(timeout=_REST_S)
        except queue.Empty:
            give_freed_memory_back()
        return self._queue.get()

    def again(self, job: Job) -> None:
        """Another step of it, behind whoever is more urgent."""
        self._queue.put(job)

    def done(self, job: Job) -> None:
        """It has had its last answer."""
        self._open.pop(job.wanted.call, None)

    def _read_all(self) -> None:
        try:
            while body := _body(self._requests):
                self._take(self._decoder.decode(body))
        except BaseException:  # noqa: BLE001 - whatever it was: without requests this process has no purpose
            traceback.print_exc()
        os._exit(0)  # at once, in the middle of the work, without waiting for a driver

    def _take(self, request: Request) -> None:
        match request:
            case Listen():
                self._put(Job(_RANKS[request.priority], next(self._turns), request))
            case ListenToFile(path=""):
                self._parts[request.call] = io.BytesIO()
                self._open[request.call] = Job(_FILE_RANK, next(self._turns), request)
            case ListenToFile():
                self._put(Job(_FILE_RANK, next(self._turns), request))
            case FilePart() if request.call in self._parts:
                self._parts[request.call].write(request.data)
                if request.last:
                    self._whole(request.call)
            case Abandon() if (job := self._open.get(request.call)) is not None:
                job.is_abandoned = True
                if request.call in self._parts:
                    self._whole(request.call)

    def _whole(self, call: int) -> None:
        job = self._open[call]
        job.data = self._parts.pop(call).getvalue()
        self._put(job)

    def _put(self, job: Job) -> None:
        self._open[job.wanted.call] = job
        self._queue.put(job)


def _step(job: Job, whisper: Whisper) -> list[Reply]:
    """Do the next piece of `job`. An error is its last answer."""
    from models.speech.whisper import Abandoned

    call = job.wanted.call
    try:
        if job.is_abandoned:
            raise Abandoned
        if isinstance(job.wanted, Listen):
            return [_listened(job, job.wanted, whisper)]
        if job.steps is None:
            job.steps = _file_steps(job, job.wanted, whisper)
        return next(job.steps)
    except Abandoned:
        if job.steps is not None:
            job.steps.close()  # type: ignore[attr-defined]  # a generator
        return [Failed(call, "abandoned", "")]
    except EngineError as fault:
        return [_failure(call, fault)]
    except Exception:  # noqa: BLE001 - a bug in one call is told to its caller; the others go on
        return [Failed(call, "other", traceback.format_exc(limit=-3))]


def _listened(job: Job, wanted: Listen, whisper: Whisper) -> Result:
    import numpy as np

    whisper.need(wanted.hearing)
    samples = np.frombuffer(wanted.samples, dtype=np.float32)
    return Result(wanted.call, whisper.hear(samples, wanted.hearing, abandoned=lambda: job.is_abandoned))


def _file_steps(job: Job, wanted: ListenToFile, whisper: Whisper) -> Iterator[list[Reply]]:
    from models.speech.file_hearing import FileHearing

    whisper.need(wanted.hearing)
    file = _opened(wanted.path) if wanted.path else io.BytesIO(job.data or b"")
    job.data = None
    hearing = FileHearing(
        whisper,
        wanted.call,
        wanted.hearing,
        clip_start_s=wanted.clip_start_s,
        abandoned=lambda: job.is_abandoned,
    )
    return hearing.steps(file)


def _opened(path: str) -> BinaryIO:
    try:
        return Path(path).open("rb")
    except OSError as fault:
        raise SoundUnreadable(str(fault)) from fault


def _warm(whisper: Whisper) -> None:
    import numpy as np

    from models.speech.engines import Hearing

    whisper.hear(np.zeros(_ONE_SECOND, dtype=np.float32), Hearing(language="en", most_tokens=2))


def _failure(call: int, fault: EngineError) -> Failed:
    trouble: Trouble = next((name for kind, name in _TROUBLES if isinstance(fault, kind)), "other")
    return Failed(call, trouble, fault.detail, file=getattr(fault, "file", ""))


def _own_output() -> BinaryIO:
    """The pipe to the parent, for us alone: what libraries print goes to the errors instead."""
    pipe = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return pipe


def _body(requests: BinaryIO) -> bytes:
    """The next frame; empty when the parent is gone."""
    return read_body(requests) or b""


def _tell(answers: BinaryIO, replies: list[Reply]) -> None:
    for reply in replies:
        answers.write(frame_of(reply))
    answers.flush()


if __name__ == "__main__":
    sys.exit(main())
