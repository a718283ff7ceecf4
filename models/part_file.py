"""The disk's side of a download: the part, its note of what it is the beginning of, its hash, its last rename.

Everything here blocks and is called on a worker thread, one call at a time; a lock keeps order if a caller goes away.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from io import FileIO
from pathlib import Path

from models.engine_errors import DiskRefused, NotEnoughDisk

_MIB = 1024 * 1024
_READ_BYTES = 4 * _MIB
_LOOK_AT_DISK_EVERY = 64 * _MIB
_BEGIN_EVERY = 8 * _MIB
_GIVEN_BACK_BYTES = 16 * _MIB  # of a part that filled the disk, so that others can write again
_FULL = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG})


@dataclass(frozen=True, slots=True)
class Identity:
    """Which file, and which version of it, a part is the beginning of. Texts are "" where the host told none."""

    url: str
    etag: str = ""
    last_modified: str = ""
    linked_sha256: str = ""
    total_bytes: int | None = None

    @property
    def validator(self) -> str:
        """What `If-Range` may name: a strong ETag, else the date; a weak ETag is not allowed there."""
        return self.etag if self.etag and not self.etag.startswith("W/") else self.last_modified

    def may_go_on(self, later: Identity) -> bool:
        """Whether a later answer is about the same file, as far as both tell."""
        pairs = (
            (self.linked_sha256, later.linked_sha256),
            (self.etag, later.etag),
            (self.last_modified, later.last_modified),
            (self.total_bytes, later.total_bytes),
        )
        return all(mine == theirs for mine, theirs in pairs if mine and theirs)


class PartFile:
    """`TARGET.part` and `TARGET.part.json`. `length` is what is surely in the part."""

    def __init__(self, target: Path, *, reserve_bytes: int) -> None:
        self.target = target
        self.path = part_of(target)
        self.note = self.path.with_name(self.path.name + ".json")
        self.length = 0
        self.identity: Identity | None = None
        self._reserve_bytes = reserve_bytes
        self._unlooked_bytes = 0
        self._begun_bytes = 0
        self._hash = hashlib.sha256()
        self._file: FileIO | None = None
        self._lock = threading.Lock()
        self._stopped = threading.Event()

    def open(self, url: str, checked: Callable[[int], None]) -> None:
        """Take up what an earlier run left of `url`, reading it once for its hash; `checked` gets the bytes read."""
        with self._lock, disk_faults(self.path.parent):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._file = FileIO(os.open(self.path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600), "r+")
            _keep_others_out(self._file)
            self.identity = _read_note(self.note)
            if self.identity is None or self.identity.url != url:
                self._empty(None)
                return
            self._read_through(checked)

    def stop(self) -> None:
        """End `open` soon, from another thread: reading 40 GB again takes a minute, and the owner wants to pause."""
        self._stopped.set()

    def begin(self, identity: Identity | None) -> None:
        """Start again, with a file of this identity; None where that is not known yet."""
        with self._lock, disk_faults(self.path.parent):
            self._empty(identity)

    def make_sure_of_room(self, needed_bytes: int) -> None:
        """Raise `NotEnoughDisk` unless `needed_bytes` more fit and the reserve stays free."""
        free_bytes = free_bytes_at(self.path.parent)
        if needed_bytes + self._reserve_bytes > free_bytes:
            raise NotEnoughDisk(needed_bytes=needed_bytes + self._reserve_bytes, free_bytes=free_bytes)

    def write(self, data: memoryview) -> None:
        """Append `data`. When the disk is full, the part is shortened a little so that there is room again."""
        with self._lock, disk_faults(self.path.parent, needed_bytes=len(data)):
            try:
                self._append(data)
            except OSError as fault:
                self._shorten(_GIVEN_BACK_BYTES if fault.errno in _FULL else 0)
                raise
            self._hash.update(data)
            self.length += len(data)
            self._begin_on_disk()
        self._unlooked_bytes += len(data)
        if self._unlooked_bytes >= _LOOK_AT_DISK_EVERY:
            self._unlooked_bytes = 0
            self.make_sure_of_room(0)

    def sha256(self) -> str:
        """Of what is in the part."""
        with self._lock:
            return self._hash.hexdigest()

    def finish(self) -> None:
        """Everything is there: onto the disk for sure, then into place."""
        with self._lock, disk_faults(self.path.parent):
            if self._file is not None:
                os.fsync(self._file.fileno())
                self._file.close()
            self.path.replace(self.target)
            self.note.unlink(missing_ok=True)
            sync_folder(self.target.parent)

    def discard(self) -> None:
        """Throw away what came."""
        with self._lock, disk_faults(self.path.parent):
            self._close()
            self.path.unlink(missing_ok=True)
            self.note.unlink(missing_ok=True)
            self.length = 0

    def close(self) -> None:
        """Let go of the file; the part stays, unless nothing is in it."""
        with self._lock, disk_faults(self.path.parent):
            if self._file is None or self._file.closed:
                return
            is_empty = os.fstat(self._file.fileno()).st_size == 0
            self._close()
            if is_empty:
                self.path.unlink(missing_ok=True)
                self.note.unlink(missing_ok=True)

    def _append(self, data: memoryview) -> None:
        assert self._file is not None
        done = self._file.write(data) or 0
        while done < len(data):
            done += self._file.write(data[done:]) or 0

    def _begin_on_disk(self) -> None:
        """Have the system write now what `fsync` would wait for at the end."""
        if self.length - self._begun_bytes < _BEGIN_EVERY or not hasattr(os, "posix_fadvise"):
            return
        assert self._file is not None
        # "Not needed" writes dirty pages and keeps them; they are not read again before the file is whole.
        os.posix_fadvise(
            self._file.fileno(), self._begun_bytes, self.length - self._begun_bytes, os.POSIX_FADV_DONTNEED
        )
        self._begun_bytes = self.length

    def _empty(self, identity: Identity | None) -> None:
        assert self._file is not None
        self._file.seek(0)
        self._file.truncate()
        self.length = self._begun_bytes = 0
        self.identity = identity
        self._hash = hashlib.sha256()
        if identity is None:
            self.note.unlink(missing_ok=True)
        else:
            self.note.write_text(json.dumps(asdict(identity)), encoding="utf-8")

    def _shorten(self, by_bytes: int) -> None:
        """The end of the part is uncertain after a failed write. Its hash is made anew when it is opened again."""
        assert self._file is not None
        with suppress(OSError):
            self.length = max(self.length - by_bytes, 0)
            self._file.truncate(self.length)

    def _read_through(self, checked: Callable[[int], None]) -> None:
        assert self._file is not None
        buffer = memoryview(bytearray(_READ_BYTES))
        self._file.seek(0)
        while not self._stopped.is_set() and (read := self._file.readinto(buffer)):
            self._hash.update(buffer[:read])
            self.length += read
            checked(self.length)

    def _close(self) -> None:
        if self._file is not None:
            self._file.close()


def part_of(target: Path) -> Path:
    """Where the beginning of `target` lies until it is whole."""
    return target.with_name(target.name + ".part")


def sha256_of(path: Path, checked: Callable[[int], None] | None = None) -> str:
    """The SHA-256 of a file, read through; `checked` gets the bytes read. Raises `DiskRefused`."""
    digest, done, buffer = hashlib.sha256(), 0, memoryview(bytearray(_READ_BYTES))
    with disk_faults(path), FileIO(path) as file:
        while read := file.readinto(buffer):
            digest.update(buffer[:read])
            done += read
            if checked is not None:
                checked(done)
    return digest.hexdigest()


def free_bytes_at(folder: Path) -> int:
    """Bytes that this user may still write on the disk of `folder`, which need not exist yet."""
    for existing in (folder, *folder.parents):
        try:
            return shutil.disk_usage(existing).free
        except FileNotFoundError:
            continue
        except OSError as fault:
            raise DiskRefused(str(fault)) from fault
    return 0


def sync_folder(folder: Path) -> None:
    """Make a rename in `folder` last over a power cut, where the system can do that."""
    if os.name != "posix":
        return
    with suppress(OSError):  # some network file systems refuse it
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@contextmanager
def disk_faults(place: Path, *, needed_bytes: int = 0) -> Iterator[None]:
    """Turn the system's errors into `NotEnoughDisk` and `DiskRefused`."""
    try:
        yield
    except OSError as fault:
        if fault.errno in _FULL:
            with suppress(OSError):
                free = shutil.disk_usage(place).free
                raise NotEnoughDisk(str(fault), needed_bytes=needed_bytes, free_bytes=free) from fault
            raise NotEnoughDisk(str(fault), needed_bytes=needed_bytes, free_bytes=0) from fault
        raise DiskRefused(str(fault)) from fault


def _keep_others_out(file: FileIO) -> None:
    """Two programs that write one part would spoil it. Raises OSError when another one has it open."""
    if os.name != "posix":
        return  # Windows refuses the last rename while another has it open
    import fcntl

    try:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as fault:
        file.close()
        raise OSError(fault.errno, "another program is fetching this file") from fault
    except OSError:
        return  # a file system without locks


def _read_note(note: Path) -> Identity | None:
    try:
        told = Identity(**json.loads(note.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None
    texts = (told.url, told.etag, told.last_modified, told.linked_sha256)
    fits = all(isinstance(text, str) for text in texts) and isinstance(told.total_bytes, int | None)
    return told if fits else None
