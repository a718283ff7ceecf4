"""A note of the private server that runs: so that one left behind is found, and nobody else's process is ever ended."""

from __future__ import annotations

import contextlib
import json
import os
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    import psutil

# Two programs read one process's start within this; the system counts it in hundredths of a second.
_SAME_START_S = 0.05
_PATIENCE_S = 5.0


@dataclass(frozen=True, slots=True)
class ServerRecord:
    """Which process serves, and which Hearth started it. A process is known by its id and its start together."""

    pid: int
    started: float
    program: str
    address: str
    owner_pid: int
    owner_started: float

    @classmethod
    def of_this_process(cls, pid: int, program: str, address: str) -> Self:
        """The record of a child that this process has just started."""
        own = os.getpid()
        return cls(pid, _start_of(pid) or 0.0, program, address, own, _start_of(own) or 0.0)

    @classmethod
    def read(cls, path: Path) -> Self | None:
        """What was written last; None when there is nothing, or nothing that can be trusted."""
        try:
            told = json.loads(path.read_text(encoding="utf-8"))
            return cls(
                int(told["pid"]),
                float(told["started"]),
                str(told["program"]),
                str(told["address"]),
                int(told["owner_pid"]),
                float(told["owner_started"]),
            )
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def write(self, path: Path) -> None:
        """Replace the record."""
        new = path.with_suffix(".new")
        new.write_text(json.dumps(asdict(self)), encoding="utf-8")
        new.replace(path)


def owner_lives(record: ServerRecord) -> bool:
    """Whether the Hearth that started the server still runs, and is not this one."""
    started = _start_of(record.owner_pid)
    is_there = started is not None and abs(started - record.owner_started) < _SAME_START_S
    return is_there and record.owner_pid != os.getpid()


def end_leftover(record: ServerRecord, folder: Path) -> bool:
    """End the server that a Hearth left behind; returns whether there was one. Blocks for up to ten seconds.

    Only what is provably ours is ended: the process whose id *and* start are in the record, and the processes of its
    group that run a program from below `folder`.
    """
    import psutil

    started = _start_of(record.pid)
    if started is not None and abs(started - record.started) >= _SAME_START_S:
        return False  # the number belongs to somebody else by now
    ours = [process for process in _group_of(record.pid) if process.pid == record.pid or _runs_from(process, folder)]
    for process in ours:
        with contextlib.suppress(psutil.Error):
            process.terminate()
    _, alive = psutil.wait_procs(ours, timeout=_PATIENCE_S)
    for process in alive:
        with contextlib.suppress(psutil.Error):
            process.kill()
    psutil.wait_procs(alive, timeout=_PATIENCE_S)
    return bool(ours)


def _start_of(pid: int) -> float | None:
    """When the process began, in seconds since 1970; None when there is none."""
    import psutil

    try:
        process = psutil.Process(pid)
        return None if process.status() == psutil.STATUS_ZOMBIE else float(process.create_time())
    except psutil.Error:
        return None


def _group_of(leader: int) -> list[psutil.Process]:
    """The leader and its group; on Windows the leader and its children."""
    import psutil

    if sys.platform == "win32":
        try:
            process = psutil.Process(leader)
            return [process, *process.children(recursive=True)]
        except psutil.Error:
            return []
    found = []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error, OSError):
            if process.pid == leader or os.getpgid(process.pid) == leader:
                found.append(process)
    return found


def _runs_from(process: psutil.Process, folder: Path) -> bool:
    """Whether its program, or the script that it interprets, lies below `folder`."""
    import psutil

    try:
        words = [process.exe(), *process.cmdline()[:2]]
    except psutil.Error:
        return False
    return any(Path(word).is_relative_to(folder) for word in words if word)
