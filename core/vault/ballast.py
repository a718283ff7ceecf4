"""A file that only takes up room: dropped when the disk is full, so that even a delete has room to succeed."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

# A delete first grows the WAL by what it touches; 16 MiB let a conversation of some megabytes go (DESIGN §4).
BALLAST_BYTES = 16 * 1024 * 1024


class Ballast:
    """The file at `path`, `size_bytes` long when it is there."""

    def __init__(self, path: Path, *, size_bytes: int = BALLAST_BYTES) -> None:
        self._path = path
        self._size_bytes = size_bytes

    @property
    def is_there(self) -> bool:
        """Whether the whole file is there."""
        try:
            return self._path.stat().st_size == self._size_bytes
        except OSError:
            return False

    @property
    def has_room_left(self) -> bool:
        """After it was dropped: whether at least half of its room is still free."""
        try:
            return shutil.disk_usage(self._path.parent).free >= self._size_bytes // 2
        except OSError:
            return False

    def fill(self) -> bool:
        """Make the file if the disk has room for twice its size; tells whether it is there now. Never raises."""
        if self.is_there:
            return True
        try:
            if shutil.disk_usage(self._path.parent).free < 2 * self._size_bytes:
                return False
            self._write()
        except OSError:
            self.drop()
            return False
        return True

    def drop(self) -> None:
        """Give the room back; fine if there was none."""
        with suppress(OSError):
            self._path.unlink()

    def _write(self) -> None:
        handle = os.open(self._path, os.O_CREAT | os.O_TRUNC | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o600)
        try:
            if hasattr(os, "posix_fallocate"):
                os.posix_fallocate(handle, 0, self._size_bytes)
                return
            # Random bytes, since zeros may be stored as a hole.
            for _ in range(self._size_bytes // 65536):
                os.write(handle, os.urandom(65536))
            os.write(handle, os.urandom(self._size_bytes % 65536))
        finally:
            os.close(handle)
