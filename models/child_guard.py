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
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

_LAUNCHER = """
exec 3<&0 </dev/null
( trap '' TERM HUP INT
  while read -r _ <&3; do :; done
  kill -TERM 0; sleep 5; kill -KILL 0 ) >/dev/null 2>&1 &
watcher=$!
"$@" 3<&- &
child=$!
wait "$child"; status=$?
kill -KILL "$watcher" 2>/dev/null
exit "$status"
"""


class GuardedChild:
    """One child with all its descendants.

    Threads of its own wait for its end and take what it writes: a descendant that outlives the child holds the pipe of
    the output open, and must not keep anybody from hearing that the child has ended.
    """

    def __init__(self, process: subprocess.Popen[bytes], job: Any, on_output: Callable[[bytes], None]) -> None:
        self._process = process
        self._job = job
        self._loop = asyncio.get_running_loop()
        self._ended = asyncio.Event()
        self._status = 0
        self._on_output = on_output
        threading.Thread(target=self._wait, name="child-end", daemon=True).start()
        threading.Thread(target=self._take, name="child-output", daemon=True).start()

    @classmethod
    async def start(
        cls,
        command: Sequence[str],
        *,
        environment: Mapping[str, str],
        folder: Path,
        name: str,
        on_output: Callable[[bytes], None],
    ) -> GuardedChild:
        """Start `command`. Raises OSError when there is no such program. `name` is seen in the list of processes.

        `on_output` gets what it writes, on a thread. If the caller is cancelled meanwhile, the pipe to the launcher is
        dropped, and the launcher ends what it has started.
        """
        process, job = await asyncio.to_thread(_launch, command, environment, folder, name)
        return cls(process, job, on_output)

    @property
    def pid(self) -> int:
        """The launcher's process id, which is also the number of the group; on Windows the child's own."""
        return self._process.pid

    @property
    def is_running(self) -> bool:
        """Whether the child has not ended yet."""
        return not self._ended.is_set()

    async def wait(self) -> int:
        """Wait for its end; returns its exit status, 128 and the signal's number where one ended it."""
        await self._ended.wait()
        return self._status if self._status >= 0 else 128 - self._status

    async def end(self, *, patience_s: float = 5.0) -> None:
        """Ask it to end, and end it and everything it started by force after `patience_s`. Safe to call twice."""
        if self.is_running:
            self._signal(getattr(signal, "SIGTERM", 15))
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._ended.wait(), patience_s)
        self.end_now()
        await self._ended.wait()

    def end_now(self) -> None:
        """End it and everything it started at once; what outlived the child in its group is ended, too."""
        self._signal(getattr(signal, "SIGKILL", 9))
        if self._process.stdin is not None:
            with contextlib.suppress(OSError):
                self._process.stdin.close()
        if self._job is not None:
            self._job.close()

    def _signal(self, number: int) -> None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            if sys.platform == "win32":
                self._process.kill()
            else:
                os.killpg(self._process.pid, number)

    def _wait(self) -> None:
        self._status = self._process.wait()
        with contextlib.suppress(RuntimeError):  # the loop has ended: nobody waits
            self._loop.call_soon_threadsafe(self._ended.set)

    def _take(self) -> None:
        output = self._process.stdout
        assert output is not None
        with output:
            while data := os.read(output.fileno(), 64 * 1024):
                self._on_output(data)


def _launch(
    command: Sequence[str], environment: Mapping[str, str], folder: Path, name: str
) -> tuple[subprocess.Popen[bytes], Any]:
    if not os.access(command[0], os.X_OK):  # the launcher would start all the same
        raise FileNotFoundError(command[0])
    pipes: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    common: dict[str, Any] = {"env": dict(environment), "cwd": folder, **pipes}
    if sys.platform == "win32":
        from models.windows_job import WindowsJob

        job = WindowsJob()
        process = subprocess.Popen(
            list(command), stdin=subprocess.DEVNULL, creationflags=subprocess.CREATE_NO_WINDOW, **common
        )
        job.take(process.pid)
        return process, job
    launcher = ("/bin/sh", "-c", _LAUNCHER, name, *command)
    return subprocess.Popen(launcher, stdin=subprocess.PIPE, start_new_session=True, **common), None
