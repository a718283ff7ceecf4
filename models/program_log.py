"""What a program of ours wrote, in two files that are never larger than a limit together."""

from __future__ import annotations

import contextlib
import threading
from pathlib import Path


class ProgramLog:
    """Appends to `path`; when that is half of `most_bytes` long it becomes the older file. Blocks; use it in a thread.

    A disk that is full or read-only costs lines, never the program.
    """

    def __init__(self, path: Path, *, most_bytes: int = 512 * 1024) -> None:
        self.path = path
        self._most_bytes = most_bytes
        self._lock = threading.Lock()

    def append(self, data: bytes) -> None:
        """Add bytes."""
        with self._lock, contextlib.suppress(OSError):
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            for at in range(0, len(data), self._most_bytes // 2):
                if self.path.exists() and self.path.stat().st_size >= self._most_bytes // 2:
                    self.path.replace(self._older)
                with self.path.open("ab") as file:
                    file.write(data[at : at + self._most_bytes // 2])

    def text(self, most_bytes: int = 64 * 1024) -> str:
        """The newest `most_bytes`, from the start of a line."""
        with self._lock:
            data = b"".join(_bytes_of(path) for path in (self._older, self.path))
        if len(data) > most_bytes:
            data = data[-most_bytes:].partition(b"\n")[2]
        return data.decode("utf-8", "replace")

    def remove(self) -> None:
        """Delete both files."""
        with self._lock:
            for path in (self.path, self._older):
                path.unlink(missing_ok=True)

    @property
    def _older(self) -> Path:
        return self.path.with_name(f"{self.path.name}.1")


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
