"""Fetching files over HTTP: resumed after every break, checked by SHA-256, in place only when whole.

What came so far lies beside the target as `NAME.part`; `NAME.part.json` tells of which file it is the beginning.
Cancelling the task is pausing: the part stays, and the next call goes on from there.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Coroutine, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from models.download_speed import Speed
from models.engine_errors import ChecksumDiffers, EngineError, HostRefused, NotEnoughDisk, SizeDiffers, TransferBroken
from models.file_answer import FileAnswer, Interrupted, RangeUnfit, Rules, asked_for, plain_address
from models.part_file import PartFile, free_bytes_at, part_of, sha256_of
from models.part_writer import PartWriter

if TYPE_CHECKING:
    import httpx

_MIB = 1024 * 1024
_MOST_FRESH_STARTS = 5  # of a file that changes while it is fetched

Phase: TypeAlias = Literal["connecting", "fetching", "waiting", "checking"]


@dataclass(frozen=True, slots=True)
class FileSource:
    """Where a file comes from, and what is known of it. `size_bytes` None and `sha256` "" mean: not known."""

    url: str
    size_bytes: int | None = None
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class WantedFile:
    """One file of several that are fetched together. `likely_bytes` is a rounded size, for the overall progress."""

    source: FileSource
    target: Path
    likely_bytes: int = 0


@dataclass(frozen=True, slots=True)
class Progress:
    """How far it is. `bytes_per_s` is a sliding average; `remaining_s` is None while it cannot be told.

    `phase` is `waiting` between two tries, `checking` while a part of an earlier run is read again.
    """

    done_bytes: int
    total_bytes: int | None
    bytes_per_s: float
    remaining_s: float | None
    phase: Phase = "fetching"


@dataclass(frozen=True, slots=True)
class DownloadedFile:
    """A file that is whole and in place. `expected_sha256` is what it was held against, "" where nobody told one.

    `is_host_declared` says that this came from the host itself, and not from the catalogue.
    """

    path: Path
    sha256: str
    size_bytes: int
    expected_sha256: str = ""
    is_host_declared: bool = False
    url: str = ""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to bear with a bad line. Pauses double from `first_pause_s` while nothing gets further."""

    tries_without_progress: int = 8
    stall_s: float = 30.0
    connect_s: float = 10.0
    first_pause_s: float = 0.5
    longest_pause_s: float = 30.0
    longest_retry_after_s: float = 300.0


ClientFactory: TypeAlias = Callable[[], "httpx.AsyncClient"]
ProgressListener: TypeAlias = Callable[[Progress], None]


async def download(
    source: FileSource,
    target: Path,
    *,
    client_factory: ClientFactory,
    progress: ProgressListener | None = None,
    allowed_host: Callable[[str], bool] | None = None,
    patience: Patience | None = None,
    reserve_bytes: int = 256 * _MIB,
) -> DownloadedFile:
    """Fetch `source` to `target`, going on where an earlier call stopped.

    `allowed_host` tells whether a redirect may lead to a host; by default only to the source's own. `reserve_bytes`
    stay free on the disk. `progress` is called at most ten times a second, on the loop. Raises the kinds of
    `DownloadFailed`, `NotEnoughDisk` and `DiskRefused`.
    """
    patience = patience or Patience()
    rules = Rules(allowed_host or (lambda _: False), patience.connect_s, patience.stall_s)
    teller = _Teller(progress or (lambda _: None), source.size_bytes)
    part = PartFile(target, reserve_bytes=reserve_bytes)
    fetch = _Fetch(source, part, rules, patience, teller)
    try:
        await fetch.take_up()
        async with client_factory() as client:
            return await fetch.until_whole(client)
    except (SizeDiffers, ChecksumDiffers):
        await asyncio.to_thread(part.discard)
        raise
    finally:
        await _in_spite_of_cancelling(asyncio.to_thread(part.close))


async def download_all(
    wanted: Sequence[WantedFile],
    *,
    client_factory: ClientFactory,
    progress: ProgressListener | None = None,
    allowed_host: Callable[[str], bool] | None = None,
    patience: Patience | None = None,
    reserve_bytes: int = 256 * _MIB,
) -> list[DownloadedFile]:
    """Fetch several files one after the other, with one progress over all; a target that is there is kept.

    So the targets must lie in a folder where nothing else puts files (`ModelFiles.staging`).
    """
    await _make_sure_of_room(wanted, reserve_bytes)
    done: list[DownloadedFile] = []
    for number, file in enumerate(wanted):
        before = sum(whole.size_bytes for whole in done)
        after = sum(later.source.size_bytes or later.likely_bytes for later in wanted[number + 1 :])
        tell = _among_others(progress, before, after, file) if progress is not None else None
        whole = await _kept(file)
        done.append(
            whole
            or await download(
                file.source,
                file.target,
                client_factory=client_factory,
                progress=tell,
                allowed_host=allowed_host,
                patience=patience,
                reserve_bytes=reserve_bytes,
            )
        )
    return done


class _Teller:
    """Says how far it is, not too often."""

    def __init__(self, listener: ProgressListener, total_bytes: int | None) -> None:
        self._listener = listener
        self._speed = Speed()
        self._done_bytes = 0
        self.total_bytes = total_bytes

    def came(self, size_bytes: int) -> None:
        self._done_bytes += size_bytes
        if self._speed.came(size_bytes):
            self.tell("fetching")

    def tell(self, phase: Phase, done_bytes: int | None = None) -> None:
        """Say it now; with `done_bytes`, the count is set to that first."""
        if done_bytes is not None:
            self._done_bytes = done_bytes
        left = None if self.total_bytes is None else max(self.total_bytes - self._done_bytes, 0)
        remaining_s = self._speed.remaining_s(left) if phase == "fetching" else None
        self._listener(Progress(self._done_bytes, self.total_bytes, self._speed.bytes_per_s, remaining_s, phase))


class _Fetch:
    """One file, from what is there already to what is whole."""

    def __init__(self, source: FileSource, part: PartFile, rules: Rules, patience: Patience, teller: _Teller) -> None:
        self._source = source
        self._part = part
        self._rules = rules
        self._patience = patience
        self._teller = teller
        self._address = plain_address(source.url)
        self._is_of_earlier_run = False

    async def take_up(self) -> None:
        """Read what an earlier run left."""
        loop = asyncio.get_running_loop()

        def checked(done_bytes: int) -> None:
            loop.call_soon_threadsafe(self._teller.tell, "checking", done_bytes)

        try:
            await asyncio.to_thread(self._part.open, self._source.url, checked)
        except asyncio.CancelledError:
            self._part.stop()
            raise
        self._is_of_earlier_run = self._part.length > 0

    async def until_whole(self, client: httpx.AsyncClient) -> DownloadedFile:
        """Try until the file is whole and right, or nothing gets further any more."""
        tries, furthest, fresh_starts = 0, self._part.length, 0
        while True:
            try:
                await self._one_try(client)
                return await self._checked_and_placed()
            except RangeUnfit as unfit:
                fresh_starts, furthest = fresh_starts + 1, 0
                if fresh_starts > _MOST_FRESH_STARTS:
                    raise TransferBroken(str(unfit), address=self._address, tries=fresh_starts) from None
                await asyncio.to_thread(self._part.begin, None)
                self._is_of_earlier_run = False
            except Interrupted as trouble:
                tries = 0 if self._part.length > furthest else tries + 1
                furthest = max(furthest, self._part.length)
                await self._pause(trouble, tries)

    async def _one_try(self, client: httpx.AsyncClient) -> None:
        part = self._part
        self._teller.tell("connecting", part.length)
        known = part.identity
        if known is not None and part.length and part.length == known.total_bytes:
            return  # everything came, only the last step is missing
        async with asked_for(client, self._source.url, offset=part.length, known=known, rules=self._rules) as answer:
            await self._check_what_is_told(answer)
            await self._receive(answer)
        total = self._teller.total_bytes
        if total is not None and part.length < total:
            raise Interrupted(f"the body ended after {part.length} of {total} bytes")

    async def _check_what_is_told(self, answer: FileAnswer) -> None:
        """Whether size, hash and room fit, before a byte is taken."""
        total, linked, wanted = answer.identity.total_bytes, answer.identity.linked_sha256, self._source.sha256.lower()
        if self._source.size_bytes is not None and total not in (None, self._source.size_bytes):
            raise SizeDiffers(address=self._address, expected_bytes=self._source.size_bytes, found_bytes=total or 0)
        if wanted and linked and wanted != linked:
            raise ChecksumDiffers(address=self._address, expected=wanted, found=linked)
        if answer.offset == 0:
            await asyncio.to_thread(self._part.begin, answer.identity)
        self._teller.total_bytes = total if total is not None else self._source.size_bytes
        self._teller.tell("fetching", answer.offset)
        await asyncio.to_thread(self._part.make_sure_of_room, (self._teller.total_bytes or 0) - answer.offset)

    async def _receive(self, answer: FileAnswer) -> None:
        writer = PartWriter(self._part)
        came, total = answer.offset, self._teller.total_bytes
        try:
            async for piece in answer.body():
                came += len(piece)
                if total is not None and came > total:
                    raise SizeDiffers(address=self._address, expected_bytes=total, found_bytes=came)
                self._teller.came(len(piece))
                await writer.put(piece)
        except asyncio.CancelledError:
            with suppress(EngineError):  # a pause is a pause, even when the last batch cannot be kept
                await _in_spite_of_cancelling(writer.close())
            raise
        except Exception:  # the line broke: what came is kept
            await _in_spite_of_cancelling(writer.close())
            raise
        await _in_spite_of_cancelling(writer.close())

    async def _checked_and_placed(self) -> DownloadedFile:
        part = self._part
        linked = part.identity.linked_sha256 if part.identity is not None else ""
        expected = self._source.sha256.lower() or linked
        found = await asyncio.to_thread(part.sha256)
        if expected and found != expected:
            if self._is_of_earlier_run:  # a power cut may have damaged it on the disk; only a fresh one tells
                raise RangeUnfit("the beginning of an earlier run does not fit")
            raise ChecksumDiffers(address=self._address, expected=expected, found=found)
        await asyncio.to_thread(part.finish)
        self._teller.tell("fetching", part.length)
        return DownloadedFile(
            part.target,
            found,
            part.length,
            expected,
            is_host_declared=bool(linked) and not self._source.sha256,
            url=self._source.url,
        )

    async def _pause(self, trouble: Interrupted, tries: int) -> None:
        """Wait before the next try: as long as the host asks, or longer each time while nothing gets further."""
        patience = self._patience
        backed_off_s = min(patience.first_pause_s * 2 ** max(tries - 1, 0), patience.longest_pause_s)
        wait_s = max(trouble.wait_s or 0.0, backed_off_s * random.uniform(0.75, 1.0))
        if tries >= patience.tries_without_progress or wait_s > patience.longest_retry_after_s:
            if trouble.status:
                raise HostRefused(str(trouble), address=self._address, status=trouble.status) from trouble
            raise TransferBroken(str(trouble), address=self._address, tries=tries) from trouble
        self._teller.tell("waiting", self._part.length)
        await asyncio.sleep(wait_s)


async def _in_spite_of_cancelling(work: Coroutine[Any, Any, None]) -> None:
    """Do `work` to its end, even when this task is cancelled meanwhile; the cancelling comes through afterwards."""
    task = asyncio.ensure_future(work)
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait((task,))
        if not task.cancelled():
            task.exception()  # looked at, so that nobody complains; being cancelled is what counts
        raise


async def _make_sure_of_room(wanted: Sequence[WantedFile], reserve_bytes: int) -> None:
    """All files together must fit before the first is begun."""

    def look() -> None:
        needed = 0
        for file in wanted:
            there = next((path.stat().st_size for path in (file.target, part_of(file.target)) if path.exists()), 0)
            needed += max((file.source.size_bytes or file.likely_bytes) - there, 0)
        free = free_bytes_at(wanted[0].target.parent)
        if needed and needed + reserve_bytes > free:
            raise NotEnoughDisk(needed_bytes=needed + reserve_bytes, free_bytes=free)

    if wanted:
        await asyncio.to_thread(look)


async def _kept(file: WantedFile) -> DownloadedFile | None:
    """The file if it is there from an earlier run; it only ever got there whole and checked."""
    if not await asyncio.to_thread(file.target.is_file):
        return None
    found = await asyncio.to_thread(sha256_of, file.target)
    size_bytes = (await asyncio.to_thread(file.target.stat)).st_size
    expected = file.source.sha256.lower()
    if (expected and found != expected) or file.source.size_bytes not in (None, size_bytes):
        return None
    return DownloadedFile(file.target, found, size_bytes, expected, url=file.source.url)


def _among_others(listener: ProgressListener, before: int, after: int, file: WantedFile) -> ProgressListener:
    """A listener for one file that tells `listener` of all."""

    def tell(one: Progress) -> None:
        total = before + after + (one.total_bytes or file.likely_bytes)
        done = before + one.done_bytes
        is_moving = one.phase == "fetching" and one.bytes_per_s > 0
        remaining_s = max(total - done, 0) / one.bytes_per_s if is_moving else None
        listener(replace(one, done_bytes=done, total_bytes=total, remaining_s=remaining_s))

    return tell
