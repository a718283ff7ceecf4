"""The one writer thread: what is waiting goes into one commit and is acknowledged after it.

`synchronous=FULL` makes each commit one fsync; jobs that arrive during it share the next one. Every job runs in a
savepoint of its own, so one that fails does not undo its neighbours.
"""

from __future__ import annotations

import asyncio
import queue
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any, TypeVar

from core.errors import HearthBug, HearthError, NotEnoughSpace, VaultLocked
from core.vault.anchor import Anchor
from core.vault.ballast import Ballast
from core.vault.database import BUSY_TIMEOUT_MS, Connection, own_errors, refuse_unproven

T = TypeVar("T")

_JOBS_PER_COMMIT = 256
# While the disk is full one job may take this many pages of the room that the dropped ballast left for deletes.
_PAGES_WHEN_FULL = 64
# A fold waits no longer for a reader: writes wait meanwhile.
_FOLD_WAIT_MS = 100


@dataclass(frozen=True, slots=True)
class _Waiting:
    job: Callable[[Connection], Any]
    future: Future[Any]
    alone: bool = False  # outside of any transaction


class Writer:
    """Runs jobs on its own thread with its own connection, and closes both.

    A job gets the connection inside a transaction, runs statements, and never commits. It may run a second time if the
    transaction that it shared was undone, so it should change nothing but the database.

    `on_full` is called on the writer's thread with True when the disk is full and with False when there is room again.
    """

    def __init__(
        self,
        connection: Connection,
        *,
        anchor: Anchor | None = None,
        ballast: Ballast | None = None,
        on_full: Callable[[bool], None] | None = None,
    ) -> None:
        self._connection = connection
        self._anchor = anchor
        self._ballast = ballast
        self.on_full = on_full
        self._sequence = 0 if anchor is None else anchor.read(connection)
        self._full = False
        self._waiting: queue.SimpleQueue[_Waiting | None] = queue.SimpleQueue()
        self._gate = threading.Lock()
        self._closed = False
        self._closing_error: HearthError | None = None
        self._thread = threading.Thread(target=self._work, name="vault-writer", daemon=True)
        self._thread.start()

    @property
    def sequence(self) -> int:
        """Number of the last committed write; for the header's mark."""
        return self._sequence

    @property
    def is_full(self) -> bool:
        """Whether the disk was full at the last try."""
        return self._full

    async def run(self, job: Callable[[Connection], T]) -> T:
        """Run `job` and return its result once it is durable; raises what the job raised, in Hearth's own errors.

        A cancelled caller leaves nothing half done: the job is either dropped before it began, or finished.
        """
        return await asyncio.wrap_future(self._submit(job))

    def run_blocking(self, job: Callable[[Connection], T]) -> T:
        """The same for callers without a loop; never on the loop's thread."""
        return self._submit(job).result()

    async def fold(self) -> bool:
        """Move the WAL into the database and cut it to nothing, so that what was deleted is gone from both.

        False when a reader held it up; the next fold, or the close, does it then.
        """
        return await asyncio.wrap_future(self._submit(_fold, alone=True))

    def close(self) -> None:
        """Finish what is waiting, fold the WAL into the database and close it. Later jobs get VaultLocked.

        Raises what went wrong while closing; the connection is closed all the same.
        """
        with self._gate:
            first, self._closed = not self._closed, True
            if first:
                self._waiting.put(None)
        self._thread.join()
        if first and self._closing_error is not None:
            raise self._closing_error

    def _submit(self, job: Callable[[Connection], T], *, alone: bool = False) -> Future[T]:
        future: Future[T] = Future()
        with self._gate:
            if self._closed:
                raise VaultLocked("the writer is closed")
            self._waiting.put(_Waiting(job, future, alone))
        return future

    # ---- on the writer's thread ------------------------------------------------------------------------------------

    def _work(self) -> None:
        going_on = True
        while going_on:
            batch, going_on = self._next_batch()
            started = [item for item in batch if item.future.set_running_or_notify_cancel()]
            together = [item for item in started if not item.alone]
            if together:
                self._commit(together)
            for item in started:
                if item.alone:
                    self._run_alone(item)
            del batch, started, together  # results and jobs must not live until the next batch
        self._finish()

    def _next_batch(self) -> tuple[list[_Waiting], bool]:
        """Everything that waits, at least one job; and whether there may be more."""
        batch: list[_Waiting] = []
        item = self._waiting.get()
        while item is not None:
            batch.append(item)
            if len(batch) == _JOBS_PER_COMMIT:
                return batch, True
            try:
                item = self._waiting.get_nowait()
            except queue.Empty:
                return batch, True
        return batch, False

    def _commit(self, batch: Sequence[_Waiting]) -> None:
        """One transaction for the whole batch; if it fails as a whole, one for each job."""
        try:
            outcomes = self._transact(batch)
        except BaseException as error:  # noqa: BLE001 - handed to whoever waits for it
            self._undo()
            if len(batch) > 1:
                for item in batch:
                    self._commit([item])
                return
            self._notice_full(error)
            batch[0].future.set_exception(error)
            return
        self._notice_room()
        for item, outcome in zip(batch, outcomes, strict=True):
            if isinstance(outcome, _Failed):
                self._notice_full(outcome.error)
                item.future.set_exception(outcome.error)
            else:
                item.future.set_result(outcome)

    def _run_alone(self, item: _Waiting) -> None:
        try:
            with own_errors():
                result = item.job(self._connection)
        except BaseException as error:  # noqa: BLE001 - handed to whoever waits for it
            item.future.set_exception(error)
        else:
            item.future.set_result(result)

    def _transact(self, batch: Sequence[_Waiting]) -> list[Any]:
        with own_errors():
            self._connection.execute("BEGIN IMMEDIATE")
            if len(batch) == 1:  # it has the transaction for itself
                outcomes = [self._result(batch[0].job)]
            else:
                outcomes = [self._attempt(item.job) for item in batch]
            if self._anchor is not None:
                self._anchor.write(self._connection, self._sequence + 1)
            self._connection.execute("COMMIT")
        self._sequence += 1
        return outcomes

    def _attempt(self, job: Callable[[Connection], Any]) -> Any:
        """The job's result, or what it raised after its savepoint was undone."""
        self._connection.execute("SAVEPOINT job")
        try:
            with own_errors():
                result = self._result(job)
        except BaseException as error:
            if not self._connection.in_transaction:  # SQLite undid everything, or the job did
                raise
            self._connection.execute("ROLLBACK TO job")
            self._connection.execute("RELEASE job")
            return _Failed(error)
        self._connection.execute("RELEASE job")
        return result

    def _result(self, job: Callable[[Connection], Any]) -> Any:
        pages = self._pages_used() if self._full else 0
        result = job(self._connection)
        if not self._connection.in_transaction:
            raise HearthBug("a job ended the writer's transaction")
        refuse_unproven(self._connection)
        if self._full and self._pages_used() > pages + self._pages_allowed():
            raise NotEnoughSpace("the disk is full; what is left is kept for deletes")
        return result

    def _pages_allowed(self) -> int:
        """By how much a job may grow the database while the disk is full: many small ones must not eat it all."""
        return _PAGES_WHEN_FULL if self._ballast is None or self._ballast.has_room_left else 0

    def _undo(self) -> None:
        if self._connection.in_transaction:
            with own_errors():
                self._connection.execute("ROLLBACK")

    def _pages_used(self) -> int:
        count = self._connection.execute("PRAGMA page_count").fetchone()[0]
        free = self._connection.execute("PRAGMA freelist_count").fetchone()[0]
        return int(count) - int(free)

    def _notice_full(self, error: BaseException) -> None:
        if isinstance(error, NotEnoughSpace) and not self._full:
            self._full = True
            if self._ballast is not None:
                self._ballast.drop()
            self._announce_full()

    def _notice_room(self) -> None:
        """After a commit that worked: there is room again once the ballast fits back."""
        if self._full and (self._ballast is None or self._ballast.fill()):
            self._full = False
            self._announce_full()

    def _announce_full(self) -> None:
        if self.on_full is not None:
            self.on_full(self._full)

    def _finish(self) -> None:
        try:
            with own_errors():
                _fold(self._connection)
        except HearthError as error:
            self._closing_error = error
        self._connection.close()


@dataclass(frozen=True, slots=True)
class _Failed:
    error: BaseException


def _fold(connection: Connection) -> bool:
    connection.execute(f"PRAGMA busy_timeout={_FOLD_WAIT_MS}")
    try:
        busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    finally:
        connection.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
    return not busy
