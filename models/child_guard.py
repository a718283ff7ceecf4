"""Ends a child process and all that it started when this program ends, also when it is killed with -9.

On Linux and macOS the child runs below a small launcher of the system's own shell, in a session of its own. The
launcher's standard input is a pipe whose other end only this process holds. When this process is gone, whichever way,
the kernel closes that end, and the launcher ends its whole process group: first asked, five seconds later by force.

Why not `PR_SET_PDEATHSIG`: it is Linux only, is set between fork and exec (`preexec_fn`, unsound in a threaded
process), fires when the *thread* that started the child ends, and does not reach the child's own children. Why a shell
and not Python: it is there when Hearth runs as a frozen program, and it costs 1 MB instead of 10.

On Windows the child is put into a job object that ends with its last handle, and that is ours.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import subprocess
import sys
from asyncio.subprocess import Process
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

_LAUNCHER = """
exec 3<&0 </dev/null
( trap '' TERM HUP INT
  while read -r _ <&3; do :; done
  kill -TERM 0; sleep 5; kill -KILL 0 ) &
watcher=$!
"$@" 3<&- &
child=$!
wait "$child"; status=$?
kill -KILL "$watcher" 2>/dev/null
exit "$status"
"""


class GuardedChild:
    """One child with all its descendants. `name` is seen in the list of processes."""

    def __init__(self, process: Process, job: Any) -> None:
        self._process = process
        self._job = job

    @classmethod
    async def start(
        cls, command: Sequence[str], *, environment: Mapping[str, str], folder: Path, name: str
    ) -> GuardedChild:
        """Start `command` with its output in one pipe. Raises OSError when there is no such program."""
        if sys.platform == "win32":
            return await cls._start_on_windows(command, environment, folder)
        if not os.access(command[0], os.X_OK):  # the launcher would start all the same
            raise FileNotFoundError(command[0])
        process = await asyncio.create_subprocess_exec(
            "/bin/sh",
            "-c",
            _LAUNCHER,
            name,
            *command,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
            env=dict(environment),
            cwd=folder,
            start_new_session=True,
        )
        return cls(process, None)

    @classmethod
    async def _start_on_windows(
        cls, command: Sequence[str], environment: Mapping[str, str], folder: Path
    ) -> GuardedChild:
        from models.windows_job import WindowsJob

        hidden = getattr(subprocess, "CREATE_NO_WINDOW", 0)
        process = await asyncio.create_subprocess_exec(
            *command,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
            env=dict(environment),
            cwd=folder,
            creationflags=hidden,
        )
        job = WindowsJob()
        job.take(process.pid)
        return cls(process, job)

    @property
    def pid(self) -> int:
        """The launcher's process id, which is also the number of the group; on Windows the child's own."""
        return self._process.pid

    @property
    def is_running(self) -> bool:
        """Whether the child has not ended yet."""
        return self._process.returncode is None

    async def output(self) -> bytes:
        """The next bytes that it wrote; empty when there will be no more."""
        assert self._process.stdout is not None
        return await self._process.stdout.read(64 * 1024)

    async def wait(self) -> int:
        """Wait for its end; returns its exit status, 128 and the signal's number where one ended it."""
        status = await self._process.wait()
        return status if status >= 0 else 128 - status

    async def end(self, *, patience_s: float = 5.0) -> None:
        """Ask it to end, and end it and everything it started by force after `patience_s`. Safe to call twice."""
        if self.is_running:
            self._signal(getattr(signal, "SIGTERM", 15))
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(asyncio.shield(self._process.wait()), patience_s)
        self.end_now()
        await self._process.wait()

    def end_now(self) -> None:
        """End it and everything it started at once; what outlived the child in its group is ended, too."""
        self._signal(getattr(signal, "SIGKILL", 9))
        if self._process.stdin is not None:
            self._process.stdin.close()
        if self._job is not None:
            self._job.close()

    def _signal(self, number: int) -> None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            if sys.platform == "win32":
                self._process.kill()
            else:
                os.killpg(self._process.pid, number)
