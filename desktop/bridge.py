"""The only crossing between Qt's thread and the core's asyncio loop, which runs in one thread of its own.

Invariants: callbacks run on Qt's thread and nowhere else; each call ends in exactly one of `done` and `failed` unless
its owner is gone or the bridge was stopped; an error that nobody listens to goes to `unheard`; after `stop` no task
lives.
"""

from __future__ import annotations

import asyncio
import sys
import threading
import time
from collections import deque
from collections.abc import AsyncIterator, Callable, Coroutine
from typing import Any, Generic, TypeVar

import shiboken6
from PySide6.QtCore import QMetaObject, QObject, Qt, Signal

from core.errors import Cancelled, HearthBug
from desktop.import_hook import spare_half_imported

T = TypeVar("T")

STOP_GRACE_S = 10.0
"""How long `stop` waits for cancelled work to tidy up before it gives the thread up."""

TURN_S = 0.005
"""A stream that never waits by itself lets others run after this long."""

MOST_AT_ONCE = 3.0
"""So many batches of a stream may come without a pause between them: the news with which a turn begins must not hold
up its first word."""

MOST_GATHERED = 2048
"""A stream waits when so many items lie untaken, so that a fast one can neither fill the memory nor starve Qt."""


class Call:
    """Work that runs on the core's loop. Made by `Bridge`; belongs to Qt's thread."""

    def __init__(self, bridge: Bridge, owner: QObject | None) -> None:
        self._bridge = bridge
        self._owner = owner
        self._owned = owner is not None
        self._task: asyncio.Task[None] | None = None  # touched on the loop only
        self._cancel_wanted = False
        self._cancelled = False  # touched on the loop only
        self._over = False

    @property
    def running(self) -> bool:
        """Whether neither `done`/`finished` nor `failed` was called yet."""
        return not self._over

    def cancel(self) -> None:
        """End the work. It tidies up first; then `failed` gets `Cancelled`. Harmless when it is over."""
        self._bridge.assert_qt_thread()
        if not self._over:
            self._cancel_wanted = True
            self._bridge._post(self._cancel_task)

    def _cancel_task(self) -> None:
        if self._task is not None:
            # One turn later: a task that is cancelled before its first step would leave its coroutine unawaited.
            self._task.get_loop().call_soon(self._cancel_now)

    def _cancel_now(self) -> None:
        assert self._task is not None
        self._cancelled = True
        self._task.cancel()

    def _wanted(self) -> bool:
        return not self._owned or (self._owner is not None and shiboken6.isValid(self._owner))

    def _end(self, callback: Callable[[], object] | None) -> None:
        """On Qt's thread: the work is over, `callback` says how."""
        self._over = True
        if callback is not None and self._wanted():
            callback()


class Bridge(QObject):
    """Owns the core's thread and loop. Made, used and stopped on Qt's thread; may be made before the application."""

    _woken = Signal()

    def __init__(
        self, parent: QObject | None = None, *, unheard: Callable[[BaseException], None] | None = None
    ) -> None:
        super().__init__(parent)
        self.unheard: Callable[[BaseException], None] = unheard or _to_excepthook
        self._qt_thread = threading.get_ident()
        self._arrivals: deque[Callable[[], None]] = deque()
        self._stopping = False
        self._tasks: set[asyncio.Task[None]] = set()
        self._woken.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._loop = asyncio.new_event_loop()
        spare_half_imported()
        self._thread = threading.Thread(target=self._run_loop, name="hearth-core", daemon=True)
        self._thread.start()

    # ---- for Qt's thread ----------------------------------------------------------------------------------------

    def call(
        self,
        coroutine: Coroutine[Any, Any, T],
        *,
        done: Callable[[T], None] | None = None,
        failed: Callable[[BaseException], None] | None = None,
        owner: QObject | None = None,
    ) -> Call:
        """Run `coroutine` on the core's loop.

        The work goes on to its end even if `owner` is destroyed; only the callbacks are dropped then. An error goes
        to `failed`, or to `unheard` if there is none (`Cancelled` is then not news). After `stop` nothing runs.
        """
        self.assert_qt_thread()
        call = Call(self, owner)
        if self._stopping:
            coroutine.close()
            call._over = True
            return call
        self._post(lambda: self._start(call, self._run_call(call, coroutine, done, failed)))
        return call

    def stream(
        self,
        make: Callable[[], AsyncIterator[T]],
        *,
        batch: Callable[[list[T]], None],
        finished: Callable[[], None] | None = None,
        failed: Callable[[BaseException], None] | None = None,
        owner: QObject | None = None,
        every_ms: int = 30,
    ) -> Call:
        """Iterate what `make` returns (called on the loop) and hand its items over in batches.

        The first items come at once, then at most one batch each `every_ms`; a busy window gets fewer, larger ones.
        When `owner` is destroyed nobody is left to listen, so the iterator is closed.
        """
        self.assert_qt_thread()
        stream: _Stream[T] = _Stream(self, owner, batch=batch, every_s=every_ms / 1000)
        if self._stopping:
            stream._over = True
            return stream
        if owner is not None:
            stream.cancel_with(owner)
        self._post(lambda: self._start(stream, self._run_stream(stream, make, finished, failed)))
        return stream

    def run_to_end(self, coroutine: Coroutine[Any, Any, T], *, timeout_s: float) -> T:
        """Run `coroutine` and wait for it, with Qt standing still: for starting and ending the program only.

        Raises what it raised, or `TimeoutError`; it is cancelled then.
        """
        self.assert_qt_thread()
        if self._stopping:
            coroutine.close()
            raise HearthBug("run_to_end after stop")
        future = asyncio.run_coroutine_threadsafe(coroutine, self._loop)
        try:
            return future.result(timeout_s)
        except TimeoutError:
            future.cancel()
            raise

    def stop(self) -> None:
        """Cancel all work, wait until it tidied up, end the thread. Callbacks that did not run yet never will."""
        self.assert_qt_thread()
        if self._stopping:
            return
        self._stopping = True
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(STOP_GRACE_S)
        self._arrivals.clear()
        if self._thread.is_alive():
            self.unheard(HearthBug(f"work did not end {STOP_GRACE_S} s after it was cancelled"))

    @property
    def stopped(self) -> bool:
        """Whether `stop` was called."""
        return self._stopping

    def assert_qt_thread(self) -> None:
        """Raise `HearthBug` unless this is Qt's thread."""
        if threading.get_ident() != self._qt_thread:
            raise HearthBug(f"this belongs to Qt's thread, not to {threading.current_thread().name}")

    def assert_core_thread(self) -> None:
        """Raise `HearthBug` unless this is the core's thread."""
        if threading.get_ident() != self._thread.ident:
            raise HearthBug(f"this belongs to the core's thread, not to {threading.current_thread().name}")

    # ---- from the core's thread to Qt's -------------------------------------------------------------------------

    def to_qt(self, callback: Callable[[], None]) -> None:
        """From any thread: run `callback` soon on Qt's thread, in the order of arrival; never after `stop`."""
        if not self._stopping:
            self._arrivals.append(callback)
            self._woken.emit()

    def listener(self, callback: Callable[[T], None], owner: QObject) -> Callable[[T], None]:
        """A function for the core to call on any thread; `callback` then runs on Qt's while `owner` lives."""

        def heard(value: T) -> None:
            self.to_qt(lambda: callback(value) if shiboken6.isValid(owner) else None)

        return heard

    def _deliver(self) -> None:
        """Run what has arrived until now; what arrives meanwhile waits for its own wake-up."""
        self.assert_qt_thread()
        for _ in range(len(self._arrivals)):
            if self._stopping or not self._arrivals:
                return
            callback = self._arrivals.popleft()
            try:
                callback()
            except Exception as error:  # noqa: BLE001 a fault in one callback must not lose those after it
                self.unheard(error)

    # ---- on the core's thread -----------------------------------------------------------------------------------

    def _post(self, start: Callable[[], None]) -> None:
        try:
            self._loop.call_soon_threadsafe(start)
        except RuntimeError:
            if not self._stopping:  # a closed loop has nothing left to start or to cancel
                raise

    def _run_loop(self) -> None:
        asyncio.set_event_loop(self._loop)
        try:
            self._loop.run_forever()
            # What was posted before the stop still gets its start, so that no coroutine stays unawaited.
            self._loop.run_until_complete(asyncio.sleep(0))
            self._loop.run_until_complete(self._cancel_all())
            self._loop.run_until_complete(self._loop.shutdown_asyncgens())
            self._loop.run_until_complete(self._loop.shutdown_default_executor())
            # Sockets that were closed just now say goodbye to their protocols one turn later.
            self._loop.run_until_complete(asyncio.sleep(0))
        finally:
            asyncio.set_event_loop(None)
            self._loop.close()

    async def _cancel_all(self) -> None:
        while others := [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]:
            for task in others:
                task.cancel()
            await asyncio.gather(*others, return_exceptions=True)

    def _start(self, call: Call, work: Coroutine[Any, Any, None]) -> None:
        task = self._loop.create_task(work)
        call._task = task
        self._tasks.add(task)  # the loop itself holds tasks weakly
        task.add_done_callback(self._tasks.discard)
        if call._cancel_wanted:
            call._cancel_task()

    async def _run_call(
        self,
        call: Call,
        coroutine: Coroutine[Any, Any, T],
        done: Callable[[T], None] | None,
        failed: Callable[[BaseException], None] | None,
    ) -> None:
        try:
            result = await coroutine
        except BaseException as error:  # noqa: BLE001 whatever it is, it is told; a cancelled task ends here anyway
            self._tell_failure(call, error, failed)
        else:
            self.to_qt(lambda: call._end(None if done is None else lambda: done(result)))

    async def _run_stream(
        self,
        stream: _Stream[T],
        make: Callable[[], AsyncIterator[T]],
        finished: Callable[[], None] | None,
        failed: Callable[[BaseException], None] | None,
    ) -> None:
        try:
            await stream.pump(make())
        except BaseException as error:  # noqa: BLE001 whatever it is, it is told; a cancelled task ends here anyway
            stream.flush()
            self._tell_failure(stream, error, failed)
        else:
            stream.flush()
            self.to_qt(lambda: stream._end(finished))

    def _tell_failure(self, call: Call, error: BaseException, failed: Callable[[BaseException], None] | None) -> None:
        if isinstance(error, asyncio.CancelledError):
            error = Cancelled()
        told: BaseException = error

        def tell() -> None:
            if failed is not None:
                call._end(lambda: failed(told))
            else:
                call._end(None)
                if not isinstance(told, Cancelled):
                    self.unheard(told)

        self.to_qt(tell)


class _Stream(Call, Generic[T]):
    """A call whose items are gathered on the loop and taken on Qt's thread."""

    def __init__(
        self, bridge: Bridge, owner: QObject | None, *, batch: Callable[[list[T]], None], every_s: float
    ) -> None:
        super().__init__(bridge, owner)
        self._batch = batch
        self._every_s = every_s
        self._gathered: deque[T] = deque()
        self._batches_left = MOST_AT_ONCE
        self._counted_at = 0.0
        self._timer: asyncio.TimerHandle | None = None
        self._tie: QMetaObject.Connection | None = None

    def cancel_with(self, owner: QObject) -> None:
        """Cancel when `owner` is destroyed, whichever thread destroys it."""
        self._tie = owner.destroyed.connect(self._owner_gone, Qt.ConnectionType.DirectConnection)

    def _end(self, callback: Callable[[], object] | None) -> None:
        if self._tie is not None and self._wanted():
            QObject.disconnect(self._tie)
        super()._end(callback)

    def _owner_gone(self, *_: object) -> None:
        self._cancel_wanted = True
        self._bridge._post(self._cancel_task)

    async def pump(self, iterator: AsyncIterator[T]) -> None:
        """Gather all items; close the iterator whatever happens."""
        turn_began = time.monotonic()
        try:
            async for item in iterator:
                self._gathered.append(item)
                self._schedule()
                # A generator may answer a cancellation with a last item. Any earlier, it would hit the tidying up.
                if self._cancelled:
                    raise asyncio.CancelledError
                while len(self._gathered) >= MOST_GATHERED:  # noqa: ASYNC110 Qt takes, and knows no asyncio event
                    await asyncio.sleep(TURN_S)
                if time.monotonic() - turn_began > TURN_S:
                    await asyncio.sleep(0)
                    turn_began = time.monotonic()
        finally:
            close = getattr(iterator, "aclose", None)
            if close is not None:
                await close()

    def _schedule(self) -> None:
        if self._timer is None:
            now = time.monotonic()
            gained = (now - self._counted_at) / self._every_s
            self._batches_left = min(MOST_AT_ONCE, self._batches_left + gained)
            self._counted_at = now
            if self._batches_left >= 1:
                self.flush()
            else:
                wait_s = (1 - self._batches_left) * self._every_s
                self._timer = asyncio.get_running_loop().call_later(wait_s, self.flush)

    def flush(self) -> None:
        """On the loop: let Qt's thread take what is gathered."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        self._batches_left -= 1
        if self._gathered:
            self._bridge.to_qt(self._take)

    def _take(self) -> None:
        items = [self._gathered.popleft() for _ in range(len(self._gathered))]
        if items and self._wanted():
            self._batch(items)


def _to_excepthook(error: BaseException) -> None:
    sys.excepthook(type(error), error, error.__traceback__)
