"""Who of this user's processes is the one Hearth: a lock that dies with its process, and a record of the holder.

Taken before Qt is loaded, so that of two simultaneous starts one waits for the other instead of becoming a second.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import NamedTuple

from core.errors import ProfileInUse
from core.vault.profile_lock import ProfileLock

_RECORD_AT = 1
"""Windows lets nobody read the locked first byte."""

_MOST_RECORD_BYTES = 4096


class Holder(NamedTuple):
    """The process that had the lock at `since` (seconds of the wall clock), and the program it runs."""

    pid: int
    since: float
    executable: str


class InstanceLock:
    """Held by the first instance until its process ends or it lets go."""

    def __init__(self, lock: ProfileLock) -> None:
        self._lock = lock

    @classmethod
    def take(cls, socket_path: Path) -> InstanceLock | None:
        """The lock beside this socket, or None when another process has it. Raises OSError: it cannot be made."""
        make_private(socket_path.parent)
        try:
            lock = ProfileLock(_lock_path(socket_path))
        except ProfileInUse:
            return None
        try:
            _write_record(_lock_path(socket_path))
        except OSError:
            lock.release()
            raise
        return cls(lock)

    def release(self) -> None:
        """Let go; safe to call twice."""
        self._lock.release()


def is_held(socket_path: Path) -> bool:
    """Whether some process is the first, be it starting, running, hung or closing."""
    if not _lock_path(socket_path).exists():
        return False
    try:
        ProfileLock(_lock_path(socket_path)).release()
    except ProfileInUse:
        return True
    return False


def holder_of(socket_path: Path) -> Holder | None:
    """The process that has the lock now; None when nobody has it or the record says nothing usable."""
    if not is_held(socket_path):
        return None
    try:
        with _lock_path(socket_path).open("rb") as file:
            file.seek(_RECORD_AT)
            read = json.loads(file.read(_MOST_RECORD_BYTES))
        return Holder(pid=int(read["pid"]), since=float(read["since"]), executable=str(read["executable"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None  # it is just being written, or is not ours


def make_private(folder: Path) -> None:
    """Make the folder and let only its owner in. Raises OSError when it is somebody else's."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if os.name == "posix":
        found = folder.stat()
        if found.st_uid != os.getuid():
            raise PermissionError(f"{folder.name} belongs to another user")
        if found.st_mode & 0o077:
            folder.chmod(0o700)


def _lock_path(socket_path: Path) -> Path:
    return socket_path.with_name(socket_path.name + ".lock")


def _write_record(path: Path) -> None:
    record = {"pid": os.getpid(), "since": time.time(), "executable": os.path.realpath(sys.executable)}
    with path.open("r+b") as file:
        file.seek(_RECORD_AT)
        file.write(json.dumps(record).encode())
        file.truncate()
