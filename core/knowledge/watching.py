"""`Watching`: folders as they are on the disk. A first look at each, then every change; renamed files keep their text.

Only what a folder brought is ever forgotten by it. A folder that is gone as a whole, as a disk that is not connected,
makes nothing forgotten: its documents are shown as missing and still answer.
"""

from __future__ import annotations

import asyncio
import logging
import mimetypes
import threading
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import uuid4

from watchfiles._rust_notify import RustNotify

from core.conversations.stored_text import single_line
from core.errors import HearthError, NotEnoughSpace, VaultLocked
from core.events import DocumentsChanged
from core.knowledge import document_rows
from core.knowledge.document_rows import Document, Forgotten, WatchedFolder
from core.knowledge.folder_changes import compared
from core.knowledge.folder_scan import MOST_FILES, FoundFile, is_ignored, look_at, scan
from core.knowledge.knowledge_trouble import FileGone
from core.logs import Public

if TYPE_CHECKING:
    from core.clock import Clock
    from core.events import Announcer
    from core.vault.database import Connection
    from core.vault.vault_shelf import Shelf

_Item = TypeVar("_Item")

_log = logging.getLogger("hearth.knowledge")

# The library looks every step whether the system told something; a change waits no longer than two of them.
_STEP_MS, _DEBOUNCE_MS = 100, 400
# A file that was moved is told as gone here and new there, not always in one batch: so long the first waits.
_GONE_GRACE_S = 0.6
# A folder that is not there, such as a disk that was taken out, is looked for so often.
_LOOK_AGAIN_S = 15.0
_ROWS_AT_ONCE = 1000


@dataclass(slots=True)
class _Batch:
    """Changes told since the last time, by folder. `whole`: look at all of it."""

    paths: dict[str, set[str]] = field(default_factory=dict)
    whole: set[str] = field(default_factory=set)

    def __bool__(self) -> bool:
        return bool(self.paths or self.whole)


@dataclass(slots=True)
class _Outcome:
    """What one transaction did."""

    waiting: list[str] = field(default_factory=list)


class Watching:
    """Follows the folders of all collections. Belongs to the assistant's loop.

    Of one folder `most_files` are read; that there are more is told by an entry for the folder itself.
    """

    def __init__(
        self,
        shelf: Shelf,
        *,
        announcer: Announcer,
        clock: Clock,
        lined_up: Callable[[Sequence[str]], None],
        forget: Callable[[Forgotten], Awaitable[None]],
    ) -> None:
        self._shelf = shelf
        self._announcer = announcer
        self._clock = clock
        self._lined_up = lined_up
        self._forget = forget
        self._folders: dict[str, WatchedFolder] = {}
        self._followed: dict[str, str] = {}  # folders and their paths
        self._there: dict[str, str] = {}  # those of them that were there
        self._follower: asyncio.Task[None] | None = None
        self._stop = threading.Event()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="watched-folders")
        self._batch = _Batch()
        self._told = asyncio.Event()
        self._quiet = asyncio.Event()
        self._wanted = asyncio.Event()
        self._worker: asyncio.Task[None] | None = None
        self._is_closed = False
        self._is_looked_at_loose = False
        self.most_files = MOST_FILES

    # ---- asked by others -----------------------------------------------------------------------------------------

    def start(self) -> None:
        """Look at all folders, and follow them from now on; also whenever folders came, went or changed."""
        if self._is_closed:
            return
        self._quiet.clear()
        self._wanted.set()
        self._told.set()
        if self._worker is None or self._worker.done():
            self._worker = asyncio.create_task(self._work(), name="watching")

    def look_again(self) -> None:
        """Look at all folders once more."""
        self._batch.whole.update(self._folders)
        self.start()

    async def settle(self) -> None:
        """Wait until all that was told is lined up."""
        if self._worker is not None:
            await self._quiet.wait()

    async def aclose(self) -> None:
        """Follow nothing any more. May be called twice."""
        self._is_closed = True
        if self._worker is not None:
            self._worker.cancel()
            await asyncio.wait([self._worker])
        await self._follow_nothing()
        self._quiet.set()

    # ---- the work ------------------------------------------------------------------------------------------------

    async def _work(self) -> None:
        try:
            while True:
                await self._told.wait()
                self._told.clear()
                if not self._is_looked_at_loose:
                    await self._patiently(self._look_at_loose)
                    self._is_looked_at_loose = True
                if self._wanted.is_set():
                    self._wanted.clear()
                    await self._take_folders()
                while self._batch:
                    await self._take_batch()
                if not self._told.is_set():
                    self._quiet.set()
        except VaultLocked:
            pass
        except HearthError as trouble:
            _log.warning("watching ended: %s", Public(trouble.code))
        except Exception as bug:  # noqa: BLE001 - nobody awaits this task; the log is the only one to tell
            _log.error("watching ended: %s", Public(type(bug).__name__), exc_info=bug)
        finally:
            self._quiet.set()

    async def _take_folders(self) -> None:
        """What is to be followed now; each folder that is new is looked at as a whole."""
        kept = {folder.folder_id: folder for folder in await self._shelf.readers.run(document_rows.read_folders)}
        before, self._folders = self._folders, kept
        for folder_id, folder in kept.items():
            if folder_id not in before or folder != replace(before[folder_id], scanned_at=folder.scanned_at):
                if folder.watched or folder.scanned_at is None:
                    self._batch.whole.add(folder_id)
            elif folder.scanned_at is None:
                self._batch.whole.add(folder_id)
        self._batch.whole &= kept.keys()
        wanted = {folder_id: folder.path for folder_id, folder in kept.items() if folder.watched}
        if wanted != self._followed:
            self._followed = wanted
            await self._follow_anew()

    async def _follow_anew(self) -> None:
        """Changes are told from the moment this returns; whoever looks after that misses none."""
        await self._follow_nothing()
        if not self._followed:
            return
        self._there = await asyncio.to_thread(_those_there, self._followed)
        try:
            notifier = await asyncio.to_thread(_notifier, list(self._there.values())) if self._there else None
        except (OSError, RuntimeError) as error:  # the system follows no more folders, or one went just now
            _log.warning("folders are not followed, only looked at: %s", Public(type(error).__name__))
            notifier = None
        self._follower = asyncio.create_task(self._follow(notifier), name="watched folders")

    async def _follow_nothing(self) -> None:
        if self._follower is not None:
            self._stop.set()
            self._follower.cancel()
            await asyncio.wait([self._follower])
            self._follower = None
            await asyncio.to_thread(self._thread.shutdown)
            self._thread = ThreadPoolExecutor(1, thread_name_prefix="watched-folders")
        self._stop = threading.Event()

    async def _follow(self, notifier: RustNotify | None) -> None:
        """Tell of each change; now and then, whether a folder came or went as a whole."""
        stop, loop = self._stop, asyncio.get_running_loop()
        while True:
            changes: Any = set()
            if notifier is None:
                await asyncio.sleep(_LOOK_AGAIN_S)
            else:
                watch = partial(notifier.watch, _DEBOUNCE_MS, _STEP_MS, int(_LOOK_AGAIN_S * 1000), stop)
                changes = await loop.run_in_executor(self._thread, watch)
                if changes in ("stop", "signal"):
                    return
            paths = {path for _, path in changes} if isinstance(changes, set) else set()
            there = await asyncio.to_thread(_those_there, self._followed)
            if there != self._there or any(path in paths for path in there.values()):
                self._batch.whole.update(self._followed)
                self._followed = {}  # follow anew: one came, went, or is another now
                self._wanted.set()
            elif notifier is None:
                self._batch.whole.update(self._followed)
            for path in paths:
                for folder_id in _folders_of(path, there):
                    self._batch.paths.setdefault(folder_id, set()).add(path)
            if self._batch or self._wanted.is_set():
                self._tell()

    def _tell(self) -> None:
        self._quiet.clear()
        self._told.set()

    async def _take_batch(self) -> None:
        batch, self._batch = self._batch, _Batch()
        for folder_id in batch.whole:
            if folder_id in self._folders:
                await self._patiently(partial(self._look_through, self._folders[folder_id]))
        changed = {
            self._folders[folder_id]: paths
            for folder_id, paths in batch.paths.items()
            if folder_id in self._folders and folder_id not in batch.whole
        }
        if changed:
            await self._patiently(partial(self._look_at_changes, changed))

    async def _patiently(self, work: Callable[[], Awaitable[None]]) -> None:
        while True:
            try:
                return await work()
            except NotEnoughSpace:
                await asyncio.sleep(_LOOK_AGAIN_S)

    # ---- a whole folder ------------------------------------------------------------------------------------------

    async def _look_through(self, folder: WatchedFolder) -> None:
        """Compare the folder with what is known of it."""
        found = await asyncio.to_thread(scan, folder.path, most_files=self.most_files)
        known = await self._known_under(folder)
        if found is None or (not found and any(one.folder_id == folder.folder_id for one in known)):
            # Not there, or an empty place where a disk is usually mounted: nothing is forgotten for that.
            await self._mark_missing([one for one in known if one.folder_id == folder.folder_id])
            return
        await self._take(folder, found, known)
        now = self._now_ms()
        await self._shelf.writer.run(lambda c: document_rows.set_scanned(c, folder.folder_id, now_ms=now))

    async def _known_under(self, folder: WatchedFolder) -> list[Document]:
        """With what stands for the folder itself, where something is to be said of it."""

        def job(connection: Connection) -> list[Document]:
            itself = document_rows.documents_at(connection, folder.collection_id, [folder.path])
            return itself + document_rows.documents_under(connection, folder.collection_id, folder.path)

        return await self._shelf.readers.run(job)

    async def _mark_missing(self, documents: Sequence[Document]) -> None:
        gone = [one for one in documents if one.state != "missing"]
        error, now = document_rows.stored_error(FileGone()), self._now_ms()

        def job(connection: Connection) -> None:
            for one in gone:
                document_rows.set_state(connection, one.document_id, "missing", error=error, now_ms=now)

        if gone:
            await self._shelf.writer.run(job)
            self._announcer.announce(DocumentsChanged(gone[0].collection_id))

    # ---- files added by hand -------------------------------------------------------------------------------------

    async def _look_at_loose(self) -> None:
        """Once after unlocking: files that the owner added by hand may have changed or gone since."""
        known = await self._shelf.readers.run(document_rows.loose_documents)
        found = await asyncio.to_thread(lambda: {one.path: _status_of(one.path) for one in known})
        await self._mark_missing([one for one in known if found[one.path] is None])
        changed = [
            one.document_id
            for one in known
            if one.state in ("ready", "partial", "missing")
            and found[one.path] not in (None, (one.size_bytes, one.modified_ns))
        ]
        if changed:
            now = self._now_ms()
            await self._shelf.writer.run(lambda c: document_rows.wait_again(c, changed, now_ms=now))
            self._lined_up(changed)

    # ---- single changes ------------------------------------------------------------------------------------------

    async def _look_at_changes(self, changed: dict[WatchedFolder, set[str]]) -> None:
        """What was told of: files and folders that came, changed or went."""
        for folder, paths in changed.items():
            found, known = await self._seen(folder, paths)
            there = {one.path for one in found}
            if any(one.path not in there for one in known):
                await asyncio.sleep(_GONE_GRACE_S)  # what was moved is told of as new by now
                paths = paths | self._batch.paths.pop(folder.folder_id, set())
                found, known = await self._seen(folder, paths)
            if not found and known and await asyncio.to_thread(scan, folder.path) in (None, []):
                await self._look_through(folder)  # all at once: the folder went, not its files
                continue
            await self._take(folder, found, known)

    async def _seen(self, folder: WatchedFolder, paths: set[str]) -> tuple[list[FoundFile], list[Document]]:
        """What is at these paths now, and what was known at and below them."""

        def look() -> list[FoundFile]:
            seen = {one.path: one for path in sorted(paths) for one in look_at(path, folder.path)}
            return list(seen.values())

        found = await asyncio.to_thread(look)

        def known(connection: Connection) -> list[Document]:
            rows = document_rows.documents_at(
                connection, folder.collection_id, list({*paths, *(one.path for one in found)})
            )
            there = {one.path for one in found}
            for path in paths - there:
                if "." not in PurePath(path).name or not rows:  # it may have been a folder
                    rows += document_rows.documents_under(connection, folder.collection_id, path)
            return list({one.document_id: one for one in rows}.values())

        return found, await self._shelf.readers.run(known)

    # ---- both ----------------------------------------------------------------------------------------------------

    async def _take(self, folder: WatchedFolder, found: Sequence[FoundFile], known: Sequence[Document]) -> None:
        """Bring what is kept in line with what was found, where both speak of the same part of the folder."""
        left_out = await self._shelf.readers.run(lambda c: document_rows.read_left_out(c, folder.folder_id))
        changes = await asyncio.to_thread(compared, found, known, left_out)
        outcome = _Outcome()
        for part in _parts([*changes.moved, *changes.changed]):
            await self._shelf.writer.run(partial(self._change, pairs=part, outcome=outcome))
        for some in _parts(changes.new):
            rows = await asyncio.to_thread(lambda new=some: [self._new(folder, one) for one in new])  # type: ignore[misc]
            await self._shelf.writer.run(partial(document_rows.insert_documents, documents=rows))
            outcome.waiting += [one.document_id for one in rows if one.state == "waiting"]
            self._finish(folder, outcome)
        await self._lose(folder, changes.gone)
        if changes:
            self._finish(folder, outcome)

    def _finish(self, folder: WatchedFolder, outcome: _Outcome) -> None:
        if outcome.waiting:
            self._lined_up(outcome.waiting)
            outcome.waiting.clear()
        self._announcer.announce(DocumentsChanged(folder.collection_id))

    def _change(self, connection: Connection, pairs: Iterable[tuple[Document, FoundFile]], outcome: _Outcome) -> None:
        now = self._now_ms()
        for document, file in pairs:
            same = (document.size_bytes, document.modified_ns) == (file.size_bytes, file.modified_ns)
            stays = same and document.content_id is not None
            document_rows.place(
                connection, document.document_id, path=file.path, name=single_line(file.name), now_ms=now
            )
            if stays:
                document_rows.found_again(connection, document.document_id, now_ms=now)
            elif file.error is not None:
                error = document_rows.stored_error(file.error)
                document_rows.set_state(connection, document.document_id, "failed", error=error, now_ms=now)
            else:
                document_rows.wait_again(connection, [document.document_id], now_ms=now)
                outcome.waiting.append(document.document_id)

    async def _lose(self, folder: WatchedFolder, gone: Sequence[Document]) -> None:
        """Forget what this folder brought; what the owner added by hand is only shown as missing."""
        ours = [one.document_id for one in gone if one.folder_id == folder.folder_id]
        await self._mark_missing([one for one in gone if one.folder_id is None])
        if ours:
            forgotten = await self._shelf.writer.run(lambda c: document_rows.delete_documents(c, ours))
            await self._forget(forgotten)

    def _new(self, folder: WatchedFolder, file: FoundFile) -> Document:
        now = self._now_ms()
        error = None if file.error is None else document_rows.stored_error(file.error)
        return Document(
            uuid4().hex,
            folder.collection_id,
            folder.folder_id,
            file.path,
            single_line(file.name),
            document_rows.FOLDER_TYPE if file.is_folder else mimetypes.guess_type(file.name)[0] or "",
            file.size_bytes,
            file.modified_ns,
            None,
            None,
            "waiting" if error is None else "failed",
            error,
            now,
            now,
        )

    def _now_ms(self) -> int:
        return int(self._clock.now().timestamp() * 1000)


def _parts(items: Sequence[_Item]) -> Iterable[Sequence[_Item]]:
    for start in range(0, len(items), _ROWS_AT_ONCE):
        yield items[start : start + _ROWS_AT_ONCE]


def _status_of(path: str) -> tuple[int, int] | None:
    try:
        status = Path(path).stat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns


def _those_there(folders: Mapping[str, str]) -> dict[str, str]:
    return {folder_id: path for folder_id, path in folders.items() if Path(path).is_dir()}


def _notifier(paths: list[str]) -> RustNotify:
    """Not for the loop's thread: it visits every folder below. `awatch` would, and does not tell when it is ready."""
    return RustNotify(paths, False, False, 300, True, True)


def _folders_of(path: str, folders: Mapping[str, str]) -> list[str]:
    """Ids of the folders in which `path` lies and counts."""
    below = [(one, top) for one, top in folders.items() if path.startswith((f"{top}/", f"{top}\\"))]
    return [folder_id for folder_id, top in below if not is_ignored(path, top)]
