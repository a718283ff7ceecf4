"""The embedder that is just there: all-MiniLM-L6-v2 from Hearth's own files. It understands English only."""

from __future__ import annotations

import asyncio
import contextlib
import os
from collections.abc import Callable, Coroutine, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

from models.embedding.embedder import EmbedderFacts, TextUse, Vectors
from models.embedding.last_questions import LastQuestions
from models.embedding.minilm_session import (
    DIMENSIONS,
    MOST_TOKENS,
    TITLE,
    Build,
    MiniLmSession,
    Piece,
    counted,
    load_tokenizer,
    minilm_assets,
)
from models.engine_errors import EmbedderFailed
from models.freed_memory import give_freed_memory_back

T = TypeVar("T")

# The source weights by the beginning of their SHA-256: vectors of other weights would be another embedder's.
FACTS = EmbedderFacts(
    name="all-MiniLM-L6-v2:53aa5117",
    title=TITLE,
    dimensions=DIMENSIONS,
    most_tokens=MOST_TOKENS,
    languages=("en",),
)

# Tokens of one run of the model, padding included. Larger runs are not quicker (256 … 8,192 measured on two cores:
# 2,110 … 704 tokens a second with one thread), take more memory (20 … 390 MB), and others wait longer.
_RUN_TOKENS = 512
_MOST_THREADS = 4
# Unused for so long it is let go of: 84 MB after a question, 130 after files; the libraries keep 60 (measured).
_REST_S = 300.0


class MiniLm:
    """An `Embedder`. Passages have worker threads, questions one of their own, so that none waits for a file.

    Each run of the model is the work of one thread. Threads that share a run wait for each other, which on a busy
    machine is slower than one alone (670 instead of 2,110 tokens a second, two cores).

    The model is loaded by the first call that needs it, on a worker thread, and may be loaded again after `aclose`.
    When nobody has asked it for a while its memory is given back; the next call loads it once more.
    """

    def __init__(self, folder: Path | None = None, *, threads: int = 0, rest_s: float = _REST_S) -> None:
        """Opens nothing. `threads`: how many work on passages; 0 is half of the processor's, two to four."""
        self._folder = folder or minilm_assets()
        self._threads = threads or min(_MOST_THREADS, max(2, (os.cpu_count() or 2) // 2), os.cpu_count() or 1)
        self._session: MiniLmSession | None = None
        self._counter: Any = None
        self._loading = asyncio.Lock()
        self._workers: dict[TextUse, ThreadPoolExecutor] = {}
        self._rest_s = rest_s
        self._at_work = 0
        self._rest: asyncio.TimerHandle | None = None
        self._letting_go: asyncio.Task[None] | None = None
        self._questions = LastQuestions(self._asked)

    @property
    def facts(self) -> EmbedderFacts:
        """Always the same."""
        return FACTS

    @property
    def build(self) -> Build | None:
        """Which of the two files it runs on; None before it was loaded."""
        return None if self._session is None else self._session.build

    async def load(self) -> None:
        """Open and try the model. Raises `EmbedderUnfit`."""
        with self._in_use():
            await self._ready("query")

    async def embed(self, texts: Sequence[str], *, use: TextUse = "passage") -> Vectors:
        """One vector for each text; beyond 256 tokens a text is not seen. Raises `EmbedderUnfit`, `EmbedderFailed`."""
        if use == "query" and len(texts) == 1:
            return await self._questions.vectors(texts[0])
        return await self._embedded(texts, use)

    async def _asked(self, question: str) -> Vectors:
        """In one go on its worker: a question is waited for."""
        with self._in_use():
            session = await self._ready("query")
            return await self._on("query", lambda: session.run(session.pieces([question])))

    async def _embedded(self, texts: Sequence[str], use: TextUse) -> Vectors:
        vectors = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
        if not texts:
            return vectors
        with self._in_use():
            session = await self._ready(use)
            runs = _runs(await self._on(use, lambda: session.pieces(texts)))

            async def work() -> None:
                for run in runs:
                    if self._session is not session:
                        raise EmbedderFailed("closed meanwhile", model=TITLE)
                    vectors[[piece.place for piece in run]] = await self._on(use, partial(session.run, run))

            await _together([work() for _ in range(self._threads if use == "passage" else 1)])
        return vectors

    def token_counts(self, texts: Sequence[str]) -> list[int]:
        """How many tokens each text is, also beyond what the model sees. The first call opens the tokenizer: 15 ms."""
        if self._counter is None:
            self._counter = load_tokenizer(self._folder, cut=False)
        return counted(self._counter, texts)

    async def aclose(self) -> None:
        """Let go of the model. Calls in progress end with `EmbedderFailed`, or with their result."""
        self._stay()
        await self._let_go()
        if self._letting_go is not None:
            await asyncio.wait([self._letting_go])

    @contextlib.contextmanager
    def _in_use(self) -> Iterator[None]:
        self._stay()
        self._at_work += 1
        try:
            yield
        finally:
            self._at_work -= 1
            if self._at_work == 0 and self._session is not None:
                self._rest = asyncio.get_running_loop().call_later(self._rest_s, self._give_back)

    def _stay(self) -> None:
        if self._rest is not None:
            self._rest.cancel()
            self._rest = None

    def _give_back(self) -> None:
        self._letting_go = asyncio.create_task(self._let_go(only_idle=True), name="embedder-rest")

    async def _let_go(self, *, only_idle: bool = False) -> None:
        async with self._loading:
            if only_idle and self._at_work:
                return
            self._questions.forget()
            workers, self._workers = list(self._workers.values()), {}
            self._session = self._counter = None
            for worker in workers:
                worker.shutdown(wait=False, cancel_futures=True)
            for worker in workers:
                await asyncio.to_thread(worker.shutdown)
        if only_idle:
            await asyncio.to_thread(give_freed_memory_back)

    async def _ready(self, use: TextUse) -> MiniLmSession:
        async with self._loading:
            if self._session is None:
                self._session = await self._on(use, lambda: MiniLmSession(self._folder))
            return self._session

    async def _on(self, use: TextUse, work: Callable[[], T]) -> T:
        """Run `work` on the worker for `use`. Who is cancelled waits for the run that has begun: its thread is busy."""
        if use not in self._workers:
            self._workers[use] = ThreadPoolExecutor(
                self._threads if use == "passage" else 1, thread_name_prefix=f"embedder-{use}"
            )
        running = asyncio.get_running_loop().run_in_executor(self._workers[use], work)
        try:
            return await asyncio.shield(running)
        except asyncio.CancelledError:
            if running.cancelled():
                raise _closed(asyncio.current_task()) from None
            if not running.cancel():
                await asyncio.wait({running})
            with contextlib.suppress(asyncio.CancelledError, Exception):
                running.exception()
            raise


async def _together(works: Sequence[Coroutine[Any, Any, None]]) -> None:
    """Do them all; the first that fails ends the others, and its error is raised as it is."""
    try:
        async with asyncio.TaskGroup() as group:
            for work in works:
                group.create_task(work)
    except ExceptionGroup as faults:
        raise faults.exceptions[0] from None


def _closed(task: asyncio.Task[Any] | None) -> BaseException:
    """Work that was dropped by `aclose`, unless its caller was cancelled as well."""
    if task is not None and task.cancelling():
        return asyncio.CancelledError()
    return EmbedderFailed("closed meanwhile", model=TITLE)


def _runs(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Pieces of like length together, each lot within `_RUN_TOKENS`."""
    run: list[Piece] = []
    for piece in pieces:
        if run and (len(run) + 1) * len(run[0].token_ids) > _RUN_TOKENS:
            yield run
            run = []
        run.append(piece)
    if run:
        yield run
