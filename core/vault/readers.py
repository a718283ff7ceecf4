"""Two read connections, each on its own thread: measured as the best number on two cores (DESIGN §4)."""

from __future__ import annotations

import asyncio
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

from core.errors import DatabaseDamaged, VaultLocked
from core.vault.database import Connection, own_errors, refuse_unproven

T = TypeVar("T")

READER_CACHE_KIB = 16000
_STEPS_BETWEEN_LOOKS = 20_000  # of SQLite's virtual machine: about a millisecond


class Readers:
    """Runs read jobs; each job sees one snapshot of the database.

    `connect` opens one connection; each thread calls it for its first job.
    """

    def __init__(self, connect: Callable[[], Connection], *, count: int = 2) -> None:
        self._waiting: queue.SimpleQueue[tuple[Callable[[Connection], Any], Future[Any]] | None] = queue.SimpleQueue()
        self._gate = threading.Lock()
        self._closed = False
        self._lanes = [_Lane(connect, self._waiting, name=f"vault-reader-{number}") for number in range(count)]

    async def run(self, job: Callable[[Connection], T]) -> T:
        """Run `job` in a read transaction and return its result; raises what it raised, in Hearth's own errors.

        When the caller is cancelled, the statement that runs is interrupted.
        """
        future = self._submit(job)
        try:
            return await asyncio.wrap_future(future)
        except asyncio.CancelledError:
            for lane in self._lanes:
                lane.interrupt(future)
            raise

    def run_blocking(self, job: Callable[[Connection], T]) -> T:
        """The same for callers without a loop; never on the loop's thread."""
        return self._submit(job).result()

    def close(self) -> None:
        """Finish what is waiting and close the connections. Later jobs get VaultLocked."""
        with self._gate:
            if not self._closed:
                self._closed = True
                for _ in self._lanes:
                    self._waiting.put(None)
        for lane in self._lanes:
            lane.join()

    def _submit(self, job: Callable[[Connection], T]) -> Future[T]:
        future: Future[T] = Future()
        with self._gate:
            if self._closed:
                raise VaultLocked("the readers are closed")
            self._waiting.put((job, future))
        return future


class _Lane:
    """One thread with one connection."""

    def __init__(
        self,
        connect: Callable[[], Connection],
        waiting: queue.SimpleQueue[tuple[Callable[[Connection], Any], Future[Any]] | None],
        *,
        name: str,
    ) -> None:
        self._connect = connect
        self._waiting = waiting
        self._connection: Connection | None = None
        self._current: Future[Any] | None = None
        self._current_lock = threading.Lock()
        self._unwanted = False
        self._thread = threading.Thread(target=self._work, name=name, daemon=True)
        self._thread.start()

    def interrupt(self, future: Future[Any]) -> None:
        """Stop the running statement, if it belongs to `future`; the lock keeps the next job's from being hit."""
        with self._current_lock:
            if self._current is future and self._connection is not None:
                self._unwanted = True  # also stops a statement that is only about to begin
                self._connection.interrupt()

    def join(self) -> None:
        """Wait for the thread to end."""
        self._thread.join()

    def _work(self) -> None:
        while (item := self._waiting.get()) is not None:
            job, future = item
            if future.set_running_or_notify_cancel():
                self._serve(job, future)
            del item, job, future  # a result must not stay alive until the next job
        self._let_go()

    def _serve(self, job: Callable[[Connection], Any], future: Future[Any]) -> None:
        try:
            with own_errors():
                if self._connection is None:
                    self._connection = self._open()
                self._hold(future)
                result = self._read(self._connection, job)
        except BaseException as error:  # noqa: BLE001 - handed to whoever waits for it
            self._hold(None)
            if isinstance(error, DatabaseDamaged):
                self._let_go()  # it would refuse sound pages, too; the next job gets a fresh one
            future.set_exception(error)
        else:
            self._hold(None)
            future.set_result(result)

    def _open(self) -> Connection:
        connection = self._connect()
        connection.execute("PRAGMA query_only=ON")
        connection.set_progress_handler(lambda: self._unwanted, _STEPS_BETWEEN_LOOKS)
        return connection

    def _let_go(self) -> None:
        with self._current_lock:
            if self._connection is not None:
                self._connection.close()
            self._connection = None

    def _hold(self, future: Future[Any] | None) -> None:
        with self._current_lock:
            self._current, self._unwanted = future, False

    def _read(self, connection: Connection, job: Callable[[Connection], Any]) -> Any:
        connection.execute("BEGIN")
        try:
            result = job(connection)
            refuse_unproven(connection)
            return result
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
