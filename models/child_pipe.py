"""A child process, as this side sees it: frames in, frames out, and how it ended.

The child reads its standard input and ends when that is closed, so it ends with this program, whichever way that ends.
"""

from __future__ import annotations

import asyncio
import contextlib
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Mapping, Sequence

from models.child_frames import LENGTH_BYTES

_TAIL_BYTES = 2_000
_END_PATIENCE_S = 2.0


class ChildPipe:
    """One running child. Belongs to the loop that started it."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self._tail = b""
        self._is_going = False
        self._errors = asyncio.create_task(self._read_errors(), name="child-errors")

    @classmethod
    async def start(cls, command: Sequence[str], *, environment: Mapping[str, str]) -> ChildPipe:
        """Start `command`. Raises OSError when there is no such program."""
        if sys.platform == "win32":
            flags = subprocess.CREATE_NO_WINDOW
        else:
            flags = 0
        process = await asyncio.create_subprocess_exec(
            *command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=dict(environment),
            creationflags=flags,
        )
        return cls(process)

    @property
    def pid(self) -> int:
        """The child's process id."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether it has not ended yet, as far as is known, and is not about to."""
        return self._process.returncode is None and not self._is_going

    def post(self, frame: bytes) -> None:
        """Send a frame whole, without waiting for the child to take it. A child that is gone says so on reading."""
        writer = self._process.stdin
        if writer is not None and not writer.is_closing():
            writer.write(frame)

    async def drained(self) -> None:
        """Wait until the child has taken most of what was sent; a child that is gone counts as having done so."""
        if self._process.stdin is not None:
            with contextlib.suppress(ConnectionError):
                await self._process.stdin.drain()

    async def bodies(self) -> AsyncIterator[bytes]:
        """What the child sends, without its lengths, until it closes its end."""
        reader = self._process.stdout
        assert reader is not None
        while True:
            try:
                length = int.from_bytes(await reader.readexactly(LENGTH_BYTES), "little")
                yield await reader.readexactly(length)
            except (asyncio.IncompleteReadError, ConnectionError):
                self._is_going = True  # seen before its exit status is: whoever calls now needs another child
                return

    async def ended(self) -> tuple[int, str]:
        """Wait for its end: its status (negative: the signal's number) and what it complained about last."""
        status = await self._process.wait()
        await self._errors
        return status, self._tail.decode(errors="replace").strip()

    def kill(self) -> None:
        """End it at once."""
        self._is_going = True
        with contextlib.suppress(ProcessLookupError):
            self._process.kill()

    async def end(self) -> None:
        """Let it go: it ends as soon as its input is closed, or is ended."""
        if self._process.stdin is not None:
            self._process.stdin.close()
        try:
            async with asyncio.timeout(_END_PATIENCE_S):
                await self._process.wait()
        except TimeoutError:
            self.kill()
        await self._process.wait()
        await self._errors

    async def _read_errors(self) -> None:
        reader = self._process.stderr
        assert reader is not None
        while data := await reader.read(4096):
            self._tail = (self._tail + data)[-_TAIL_BYTES:]


def signal_name(status: int) -> str:
    """`SIGABRT` for -6, else the number."""
    with contextlib.suppress(ValueError):
        return signal.Signals(-status).name
    return str(status)
