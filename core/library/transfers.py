"""Downloads and other long jobs: queued, run two at a time, paused, resumed, cancelled, and told about.

Nothing survives the end of the program but the parts of files, from which the same fetch goes on.
"""

from __future__ import annotations

import asyncio
import logging
import uuid
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from time import monotonic
from typing import Any, Literal, TypeAlias

from core.clock import Clock
from core.errors import Cancelled, HearthBug, HearthError, VaultLocked
from core.events import Announcer, TransferChanged
from core.library.library_trouble import trouble_of
from models.engine_errors import EngineError

TransferKind: TypeAlias = Literal["program", "language", "files", "create"]
TransferState: TypeAlias = Literal[
    "queued", "running", "paused", "verifying", "installing", "done", "failed", "cancelled"
]

_log = logging.getLogger("hearth.library")
_TOLD_EVERY_S = 0.2
_PAUSABLE: frozenset[TransferKind] = frozenset({"program", "language", "files"})
ENDED: frozenset[TransferState] = frozenset({"done", "failed", "cancelled"})
_AT_WORK: frozenset[TransferState] = frozenset({"running", "verifying", "installing"})


@dataclass(frozen=True, slots=True)
class Transfer:
    """One job as it is now. `step` is the engine's own word for what it does; `total_bytes` None while unknown.

    `title` is what people read. `remaining_s` is None while nobody can tell.
    """

    transfer_id: str
    kind: TransferKind
    title: str
    model_id: str
    state: TransferState
    step: str
    done_bytes: int
    total_bytes: int | None
    bytes_per_s: float
    remaining_s: float | None
    error: HearthError | None
    started_at: datetime
    can_pause: bool

    @property
    def has_ended(self) -> bool:
        """Whether it is done, has failed or was cancelled."""
        return self.state in ENDED

    @property
    def is_at_work(self) -> bool:
        """Whether something moves."""
        return self.state in _AT_WORK


class Job:
    """What the work of a transfer tells on its way."""

    def __init__(self, tell: Callable[..., None]) -> None:
        self._tell = tell

    def step(self, state: TransferState, step: str = "", *, can_pause: bool = True) -> None:
        """It does something else now."""
        self._tell(state=state, step=step, can_pause=can_pause)

    def progress(
        self,
        done_bytes: int,
        total_bytes: int | None,
        *,
        bytes_per_s: float = 0.0,
        remaining_s: float | None = None,
        step: str = "",
    ) -> None:
        """So much has come."""
        self._tell(
            done_bytes=done_bytes,
            total_bytes=total_bytes,
            bytes_per_s=bytes_per_s,
            remaining_s=remaining_s,
            step=step,
        )


Work: TypeAlias = Callable[[Job], Awaitable[None]]
CleanUp: TypeAlias = Callable[[], Awaitable[None]]


@dataclass(slots=True, eq=False)
class _Entry:
    now: Transfer
    work: Work
    clean_up: CleanUp | None
    task: asyncio.Task[None] | None = None
    wanted: Literal["", "paused", "cancelled"] = ""
    ended: asyncio.Event = field(default_factory=asyncio.Event)
    told_at: float = -1.0
    telling: asyncio.TimerHandle | None = None


class Transfers:
    """All jobs of this session, in the order in which they were begun. Belongs to one event loop."""

    def __init__(self, announcer: Announcer, *, clock: Clock, at_once: int = 2) -> None:
        self._announcer = announcer
        self._clock = clock
        self._entries: dict[str, _Entry] = {}
        self._places = asyncio.Semaphore(at_once)
        self._closed = False

    def all(self) -> list[Transfer]:
        """All jobs that were not dismissed, oldest first."""
        return [entry.now for entry in self._entries.values()]

    def get(self, transfer_id: str) -> Transfer | None:
        """One job; None when it was dismissed."""
        entry = self._entries.get(transfer_id)
        return entry.now if entry is not None else None

    def of_model(self, model_id: str) -> Transfer | None:
        """The job for that model that has not ended. Raises `VaultLocked` after `aclose`."""
        self._refuse_when_closed()
        found = (entry.now for entry in self._entries.values() if entry.now.model_id == model_id)
        return next((transfer for transfer in found if not transfer.has_ended), None)

    def begin(
        self, kind: TransferKind, work: Work, *, title: str, model_id: str = "", clean_up: CleanUp | None = None
    ) -> Transfer:
        """Start `work` as soon as there is a place. Pausing cancels it; resuming starts it again, from its parts.

        `clean_up` runs when the owner cancelled, to remove the parts.
        """
        self._refuse_when_closed()
        transfer = Transfer(
            transfer_id=uuid.uuid4().hex,
            kind=kind,
            title=title,
            model_id=model_id,
            state="queued",
            step="",
            done_bytes=0,
            total_bytes=None,
            bytes_per_s=0.0,
            remaining_s=None,
            error=None,
            started_at=self._clock.now(),
            can_pause=kind in _PAUSABLE,
        )
        entry = _Entry(transfer, work, clean_up)
        self._entries[transfer.transfer_id] = entry
        self._run(entry)
        self._tell(entry)
        return entry.now

    async def pause(self, transfer_id: str) -> None:
        """Stop for now; what has come stays. Does nothing where that cannot be."""
        entry = self._entries.get(transfer_id)
        if entry is not None and entry.now.can_pause and not entry.now.has_ended and entry.now.state != "paused":
            await self._stop(entry, "paused")

    async def resume(self, transfer_id: str) -> None:
        """Go on with one that was paused or has failed."""
        entry = self._entries.get(transfer_id)
        if entry is None or entry.now.state not in ("paused", "failed") or self._closed:
            return
        entry.wanted = ""
        entry.ended.clear()
        self._change(entry, state="queued", error=None)
        self._run(entry)

    async def cancel(self, transfer_id: str) -> None:
        """Stop for good, and remove what has come."""
        entry = self._entries.get(transfer_id)
        if entry is None or entry.now.has_ended:
            return
        await self._stop(entry, "cancelled")
        if entry.clean_up is not None and entry.now.state == "cancelled":
            await entry.clean_up()

    def dismiss(self, transfer_id: str) -> None:
        """Take one that has ended out of the list."""
        entry = self._entries.get(transfer_id)
        if entry is not None and entry.now.has_ended:
            del self._entries[transfer_id]
            self._announcer.announce(TransferChanged(transfer_id))

    async def settle(self, transfer_id: str) -> Transfer:
        """Wait until it has ended; a paused one is waited for. Raises KeyError for one that was dismissed."""
        entry = self._entries[transfer_id]
        await entry.ended.wait()
        return entry.now

    async def aclose(self) -> None:
        """Stop everything; parts stay."""
        self._closed = True
        for entry in tuple(self._entries.values()):
            if not entry.now.has_ended:
                await self._stop(entry, "paused")
                entry.ended.set()  # nobody waits for what is not going on
            if entry.telling is not None:
                entry.telling.cancel()

    # ---- inside --------------------------------------------------------------------------------------------------

    def _refuse_when_closed(self) -> None:
        if self._closed:
            raise VaultLocked("the library is closed")

    async def _stop(self, entry: _Entry, wanted: Literal["paused", "cancelled"]) -> None:
        entry.wanted = wanted
        task = entry.task
        if task is not None and not task.done():
            task.cancel()
            await asyncio.wait({task})
        if not entry.now.has_ended:
            self._end(entry, wanted)

    def _run(self, entry: _Entry) -> None:
        entry.task = asyncio.create_task(self._work(entry), name=f"transfer-{entry.now.kind}")

    async def _work(self, entry: _Entry) -> None:
        try:
            async with self._places:
                self._change(entry, state="running", step="", can_pause=entry.now.kind in _PAUSABLE)
                await entry.work(Job(lambda **what: self._change(entry, **what)))
            self._end(entry, "done")
        except asyncio.CancelledError:
            if not entry.wanted:
                self._end(entry, "cancelled")
                raise
            self._end(entry, entry.wanted)
        except EngineError as error:
            self._end(entry, "failed", trouble_of(error))
        except HearthError as error:
            self._end(entry, "cancelled" if isinstance(error, Cancelled) else "failed", error)
        except Exception as bug:  # noqa: BLE001 - nobody awaits this; the transfer is what tells it
            _log.error("a transfer failed", exc_info=bug)
            self._end(entry, "failed", HearthBug(f"{type(bug).__name__}: {bug}"))

    def _end(self, entry: _Entry, state: TransferState, error: HearthError | None = None) -> None:
        total = entry.now.total_bytes
        done = total if state == "done" and total is not None else entry.now.done_bytes
        self._change(entry, state=state, error=error, bytes_per_s=0.0, remaining_s=None, done_bytes=done)
        if state in ENDED:
            entry.ended.set()

    def _change(self, entry: _Entry, **what: Any) -> None:
        before = entry.now
        entry.now = replace(before, **what)
        self._tell(entry, at_once=entry.now.state != before.state)

    def _tell(self, entry: _Entry, *, at_once: bool = True) -> None:
        """Announce now, or with others a moment later: at most five times a second while only figures change."""
        if entry.telling is not None:
            if not at_once:
                return
            entry.telling.cancel()
            entry.telling = None
        wait_s = entry.told_at + _TOLD_EVERY_S - monotonic()
        if at_once or wait_s <= 0:
            entry.told_at = monotonic()
            self._announcer.announce(TransferChanged(entry.now.transfer_id))
        else:
            entry.telling = asyncio.get_running_loop().call_later(wait_s, self._tell_late, entry)

    def _tell_late(self, entry: _Entry) -> None:
        entry.telling = None
        entry.told_at = monotonic()
        self._announcer.announce(TransferChanged(entry.now.transfer_id))
