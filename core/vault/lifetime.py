"""`Lifetime` of an open profile: what is made late and what runs beside, until the lock. Nothing is begun after it."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Callable, Coroutine
from typing import Any, Generic, TypeVar

from core.errors import HearthError, VaultLocked
from core.logs import Public

T = TypeVar("T")

_log = logging.getLogger("hearth.lifetime")


class Lifetime:
    """From opening to lock. Belongs to the assistant's loop; only what is late may be asked for on other threads."""

    def __init__(self) -> None:
        self._making = threading.RLock()
        self._beside: set[asyncio.Task[None]] = set()
        self._is_over = False

    def late(self, make: Callable[[], T], *, refusal: str = "") -> Late[T]:
        """A part that `make` makes when it is first asked for.

        `refusal` tells whoever asks first after the end why it is not made any more; without one it still is.
        """
        return Late(self, make, refusal)

    def made(self, part: Late[T]) -> T:
        """The only one of its kind, made on whichever thread asks first."""
        with self._making:
            if part.made is None:
                if self._is_over and part.refusal:
                    raise VaultLocked(part.refusal)
                part.made = part.make()
            return part.made

    def in_background(self, work: Coroutine[Any, Any, None]) -> None:
        """Run `work` beside everything else; it ends with the profile, and its errors go to the log."""
        if self._is_over:
            work.close()
            return
        task = asyncio.create_task(self.watched(work))
        self._beside.add(task)
        task.add_done_callback(self._beside.discard)
        task.add_done_callback(lambda _: work.close())  # of a task that was cancelled before it began

    async def watched(self, work: Coroutine[Any, Any, None]) -> None:
        """Await `work`; what fails in it goes to the log."""
        try:
            await work
        except HearthError as error:
            _log.warning("background work failed: %s", Public(error.code))
        except Exception as bug:  # noqa: BLE001 - nobody awaits this; the log is the only one to tell
            _log.error("background work failed: %s", Public(type(bug).__name__), exc_info=bug)

    def end(self) -> None:
        """From now on nothing is made or begun."""
        self._is_over = True

    async def end_background(self, *, within_s: float) -> None:
        """Cancel what runs beside, and wait no longer than this for what does not end when it is told to."""
        beside = tuple(self._beside)
        for task in beside:
            task.cancel()
        if beside:
            await asyncio.wait(beside, timeout=within_s)


class Late(Generic[T]):
    """A part that is made when it is first asked for: call it for the part. `made` is None until then."""

    def __init__(self, lifetime: Lifetime, make: Callable[[], T], refusal: str) -> None:
        self._lifetime = lifetime
        self.make = make
        self.refusal = refusal
        self.made: T | None = None

    def __call__(self) -> T:
        """The part. VaultLocked where it was not made before the lock."""
        return self._lifetime.made(self)
