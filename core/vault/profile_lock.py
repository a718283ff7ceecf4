"""One process at a time has a profile open: a lock that the operating system drops when the process dies."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

from core.errors import ProfileInUse


class ProfileLock:
    """An exclusive lock on the profile's `in-use` file; the file stays, only the lock counts."""

    def __init__(self, path: Path) -> None:
        """Take the lock. Raises ProfileInUse at once when somebody has it, OSError when the file cannot be made."""
        self._descriptor: int | None = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _take(self._descriptor)
        except OSError as trouble:
            self.release()
            raise ProfileInUse(str(trouble)) from None

    def release(self) -> None:
        """Let go; safe to call twice."""
        if self._descriptor is not None:
            _drop(self._descriptor)
            os.close(self._descriptor)
            self._descriptor = None


def refuse_in_use(path: Path) -> None:
    """Raise ProfileInUse when somebody has the lock of the file at `path`; a missing file is in nobody's use."""
    if path.exists():
        ProfileLock(path).release()


if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

    def _drop(descriptor: int) -> None:
        """Closing does it."""
else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _drop(descriptor: int) -> None:
        """A program that is being started at this moment still has a copy, and closing ours would leave it the lock."""
        with contextlib.suppress(OSError):  # such as a file system without locks: there was none to drop
            fcntl.flock(descriptor, fcntl.LOCK_UN)
