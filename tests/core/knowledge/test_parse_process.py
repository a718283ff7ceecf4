"""Documents are read in a process that can be ended: whatever a file does, it is one entry in a list."""

from __future__ import annotations

import asyncio
import ctypes
import hashlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import psutil
import pytest

from core.knowledge.knowledge_trouble import (
    FileChangedMeanwhile,
    FileDamaged,
    FileGone,
    FileHoldsNothing,
    FileKindUnknown,
    FileNeedsMemory,
    FileReaderFailed,
    FileRefused,
    FileTookTooLong,
    FileTooLarge,
    FileUnreadable,
)
from core.knowledge.parse_process import ParseProcess, read_document, trouble_of
from core.knowledge.read_document import ParseLimits, Read, ReadDone, ReadFailed, ReadPage
from models.child_command import child_environment
from tests.habits.source_tree import ROOT
from tests.peers.small_documents import EVERY_KIND, SEEN, UNSEEN

linux = pytest.mark.skipif(sys.platform != "linux", reason="forks, Landlock and /proc are Linux's")


async def all_of(process: ParseProcess, path: Path | bytes, name: str, **limits: float) -> list[Read]:
    return [told async for told in process.read(path, name=name, limits=ParseLimits(**limits))]  # type: ignore[arg-type]


async def trouble_with(process: ParseProcess, path: Path | bytes, name: str, **limits: float) -> type[FileUnreadable]:
    with pytest.raises(FileUnreadable) as caught:
        await all_of(process, path, name, **limits)
    return type(caught.value)


async def test_one_process_reads_every_kind_one_after_the_other(tmp_path: Path) -> None:
    process = ParseProcess()
    pids = set()
    for name, make in EVERY_KIND.items():
        data = make()
        (tmp_path / name).write_bytes(data)
        told = await all_of(process, tmp_path / name, name, ocr=False)
        text = "\n".join(page.text for page in told if isinstance(page, ReadPage))
        assert SEEN in text
        assert UNSEEN not in text
        done = told[-1]
        assert isinstance(done, ReadDone)
        assert (done.sha256, done.size_bytes) == (hashlib.sha256(data).hexdigest(), len(data))
        pids.add(process.pid)
    await process.aclose()
    assert len(pids) == (1 if sys.platform == "linux" else len(EVERY_KIND))


async def test_a_document_is_read_from_bytes_without_a_file() -> None:
    told = [each async for each in read_document(b"# Log\n\nfog", name="a.md")]
    assert told[0] == ReadPage(1, "", told[0].blocks)  # type: ignore[union-attr]
    assert isinstance(told[1], ReadDone)


async def test_what_cannot_be_opened_is_told_and_the_next_file_is_read(tmp_path: Path) -> None:
    process = ParseProcess()
    loop = tmp_path / "loop.txt"
    loop.symlink_to(loop)
    os.mkfifo(tmp_path / "pipe.txt")
    assert await trouble_with(process, tmp_path / "none.txt", "none.txt") is FileGone
    assert await trouble_with(process, loop, "loop.txt") is FileRefused
    assert await trouble_with(process, tmp_path / "pipe.txt", "pipe.txt") is FileRefused
    assert await trouble_with(process, tmp_path, "folder.txt") is FileRefused
    assert await trouble_with(process, Path("/dev/zero"), "zero.txt") is FileRefused
    assert await trouble_with(process, b"\x7fELF" + bytes(2000), "program") is FileKindUnknown
    assert len(await all_of(process, b"fog", "a.txt")) == 2
    await process.aclose()


async def test_a_sparse_file_of_two_gigabytes_is_not_read(tmp_path: Path) -> None:
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        file.truncate(2 << 30)
    process = ParseProcess()
    assert await trouble_with(process, huge, "huge.txt") is FileTooLarge
    await process.aclose()


@linux
async def test_a_file_that_changes_while_it_is_read_is_not_kept(tmp_path: Path) -> None:
    process = ParseProcess()
    host = await _started(process)
    changing = tmp_path / "changing.txt"
    with changing.open("wb") as file:
        file.truncate(150 << 20)  # nothing but holes: takes a while to read, and no room
    for how in ("ab", "r+b"):  # it grows; it only becomes another
        os.utime(changing, (1, 1))
        assert await _read_while(process, host, changing, how) is FileChangedMeanwhile
    # Its size is told as nought, and it is not empty.
    assert await trouble_with(process, Path("/proc/self/status"), "status.txt") is FileChangedMeanwhile
    await process.aclose()


async def _read_while(process: ParseProcess, host: int, path: Path, how: str) -> type[FileUnreadable]:
    """Read it, and change it for certain in the middle: the reader is stopped while it has not come to the end."""
    while True:
        reading = asyncio.create_task(trouble_with(process, path, path.name))
        is_caught = await asyncio.to_thread(_stopped_in_the_middle, host, path, reading.done, how)
        outcome = await reading
        if is_caught:
            return outcome
        assert outcome is FileHoldsNothing  # it was read before anybody could stop it


def _stopped_in_the_middle(host: int, path: Path, is_over: Callable[[], bool], how: str) -> bool:
    while not is_over():
        for reader in _readers(host):
            if _read_so_far(reader, path) is not None:
                try:
                    return _changed_under(reader, path, how)
                except (ProcessLookupError, psutil.NoSuchProcess):
                    return False
    return False


def _changed_under(reader: int, path: Path, how: str) -> bool:
    """Change the file if the reader has begun with it, and has not come to its end."""
    os.kill(reader, signal.SIGSTOP)
    while psutil.Process(reader).status() not in (psutil.STATUS_STOPPED, psutil.STATUS_ZOMBIE):
        pass
    in_the_middle = 0 < (_read_so_far(reader, path) or 0) < path.stat().st_size
    if in_the_middle:
        with path.open(how) as file:
            file.write(b"\0")
    os.kill(reader, signal.SIGCONT)
    return in_the_middle


def _read_so_far(reader: int, path: Path) -> int | None:
    """How many bytes of the file it has read; None when it has not opened it, or no longer."""
    with suppress(OSError):  # it has ended, or closed something meanwhile
        for descriptor in Path(f"/proc/{reader}/fd").iterdir():
            if descriptor.readlink() == path:
                return int(Path(f"/proc/{reader}/fdinfo/{descriptor.name}").read_text().split()[1])
    return None


@linux
async def test_a_file_that_would_take_too_much_memory_is_stopped_and_the_next_is_read() -> None:
    process = ParseProcess()
    await all_of(process, b"a,b", "a.csv")
    pid = process.pid
    large = b"fog," * (10 << 20)
    assert await trouble_with(process, large, "a.csv", memory_bytes=100 << 20) is FileNeedsMemory
    assert len(await all_of(process, b"fog", "a.txt")) == 2
    assert process.pid == pid
    await process.aclose()


async def test_a_file_that_takes_too_long_is_ended_and_the_next_is_read() -> None:
    process = ParseProcess()
    await all_of(process, b"<p>fog", "a.html")
    pid = process.pid
    assert pid is not None
    slow = b"<p>fog</p>" * 1_500_000
    assert await trouble_with(process, slow, "a.html", page_s=0.3) is FileTookTooLong
    assert not psutil.pid_exists(pid)
    assert len(await all_of(process, b"fog", "a.txt")) == 2
    await process.aclose()


async def _started(process: ParseProcess) -> int:
    """The id of its process, when it has read something and the reader of that has ended."""
    await all_of(process, b"<p>fog", "a.html")
    assert process.pid is not None
    while _readers(process.pid):  # noqa: ASYNC110 - no event tells of it
        await asyncio.sleep(0.005)
    return process.pid


async def _crash_reader(host: int) -> None:
    """Of this process, as soon as there is one."""
    while not (readers := _readers(host)):  # noqa: ASYNC110 - no event tells of it
        await asyncio.sleep(0.005)
    os.kill(readers[0], signal.SIGSEGV)


def _readers(host: int) -> list[int]:
    return [int(each) for each in Path(f"/proc/{host}/task/{host}/children").read_text().split()]


@linux
async def test_a_reader_that_crashes_over_a_file_leaves_the_process_to_the_next() -> None:
    process = ParseProcess()
    pid = await _started(process)
    reading = asyncio.create_task(trouble_with(process, b"<p>fog</p>" * 2_000_000, "a.html"))
    await _crash_reader(pid)
    assert await reading is FileDamaged
    assert len(await all_of(process, b"fog", "a.txt")) == 2
    assert process.pid == pid
    await process.aclose()


@linux
async def test_who_stops_listening_ends_the_reading() -> None:
    process = ParseProcess()
    pages = process.read("\f".join(["fog"] * 9_000).encode(), name="a.txt")
    async for _ in pages:
        pid = process.pid
        break
    await pages.aclose()
    assert process.pid is None
    assert pid is not None
    assert not psutil.pid_exists(pid)


async def test_several_small_files_are_answered_each_by_itself() -> None:
    process = ParseProcess()
    asked = [
        ("a.txt", b"fog"),
        ("b.csv", b"a,b\n1,2"),
        ("c.txt", bytes(range(256)) * 9),
        ("d.txt", b""),
        ("e.md", b"# Rain"),
    ]
    told = await process.read_several(asked, limits=ParseLimits())
    outcomes = [one[0].text if isinstance(one, list) else type(one) for one in told]  # type: ignore[union-attr]
    assert outcomes == ["fog", "a | b\n1 | 2", FileKindUnknown, FileHoldsNothing, "Rain"]
    assert len(await all_of(process, b"fog", "a.txt")) == 2
    await process.aclose()


@linux
async def test_one_of_several_that_crashes_the_reader_is_told_and_the_rest_is_not() -> None:
    process = ParseProcess()
    pid = await _started(process)
    asked = [("a.html", b"<p>fog</p>" * 2_000_000), ("b.txt", b"rain"), ("c.txt", b"snow")]
    reading = asyncio.create_task(process.read_several(asked, limits=ParseLimits()))
    await _crash_reader(pid)
    told = await reading
    assert [type(one) for one in told] == [FileDamaged]
    assert len(await process.read_several(asked[1:], limits=ParseLimits())) == 2
    await process.aclose()


async def test_one_of_several_that_takes_too_long_is_told_and_the_rest_is_not() -> None:
    process = ParseProcess()
    await all_of(process, b"<p>fog", "a.html")
    asked = [("a.txt", b"fog"), ("b.html", b"<p>fog</p>" * 1_500_000), ("c.txt", b"snow")]
    told = await process.read_several(asked, limits=ParseLimits(page_s=0.3))
    assert [type(one) for one in told][-1] is FileTookTooLong
    assert len(told) < len(asked)
    assert len(await all_of(process, b"fog", "a.txt")) == 2
    await process.aclose()


async def test_two_callers_take_turns() -> None:
    process = ParseProcess()
    both = await asyncio.gather(all_of(process, b"fog", "a.txt"), all_of(process, b"rain", "b.txt"))
    assert [told[0].text for told in both] == ["fog", "rain"]  # type: ignore[union-attr]
    await process.aclose()
    await process.aclose()


_OWNER = """
import asyncio, sys
from core.knowledge.parse_process import ParseProcess
async def main():
    process = ParseProcess()
    async for _ in process.read(b"fog", name="a.html"): pass
    print(process.pid, flush=True)
    async for _ in process.read(b"<p>fog</p>" * 5_000_000, name="a.html"): pass
asyncio.run(main())
"""


@linux
async def test_nothing_goes_on_when_the_program_was_killed() -> None:
    command = [sys.executable, "-c", _OWNER]
    owner = subprocess.Popen(command, stdout=subprocess.PIPE, env=child_environment(), cwd=ROOT)  # noqa: ASYNC220
    assert owner.stdout is not None
    with owner.stdout:
        host = psutil.Process(int(owner.stdout.readline()))
        while not (children := host.children()):  # noqa: ASYNC110 - no event tells of it
            await asyncio.sleep(0.005)
        owner.kill()
        owner.wait()
    gone, left = await asyncio.to_thread(psutil.wait_procs, [host, *children], 20)
    assert (len(gone), left) == (2, [])


_WALLED = """
import ctypes, json, os, socket, subprocess, sys
from pathlib import Path
from core.knowledge.parse_walls import keep_within, write_nothing
from core.knowledge.read_document import ParseLimits
from models.child_walls import put_up_walls
folder = Path(sys.argv[1])
put_up_walls(own_network=True)
keep_within(ParseLimits())
write_nothing()
libc = ctypes.CDLL(None, use_errno=True)
tried = {}
def attempt(name, call):
    try:
        tried[name] = repr(call())
    except Exception as fault:
        tried[name] = type(fault).__name__
attempt("write", lambda: (folder / "new").write_text("x"))
attempt("write old", lambda: (folder / "old").write_text("x"))
attempt("folder", lambda: (folder / "new").mkdir())
attempt("remove", lambda: (folder / "old").unlink())
attempt("rename", lambda: (folder / "old").rename(folder / "new"))
attempt("read", lambda: (folder / "old").read_text())
attempt("run", lambda: subprocess.run(["true"]))
attempt("fork", os.fork)
attempt("connect", lambda: socket.create_connection(("127.0.0.1", 9)))
attempt("memory", lambda: bytearray(4 << 30))
old = str(folder / "old").encode()
new = str(folder / "new").encode()
for name, result in (
    ("C create", libc.creat(new, 0o600)), ("C open", libc.open(old, 1)), ("C read", libc.open(old, 0)),
    ("C unlink", libc.unlink(old)), ("C mkdir", libc.mkdir(new, 0o700)), ("C rename", libc.rename(old, new)),
):
    tried[name] = result
import core.knowledge.loaders.mail_message, lxml.etree
print(json.dumps(tried))
"""


@linux
def test_the_walls_hold_against_python_and_against_libraries(tmp_path: Path) -> None:
    (tmp_path / "old").write_text("secret")
    done = subprocess.run(
        [sys.executable, "-P", "-c", _WALLED, str(tmp_path)],
        env=child_environment(),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    tried = json.loads(done.stdout)
    python = {name: result for name, result in tried.items() if not name.startswith("C ")}
    assert python.pop("memory") == "MemoryError"
    assert set(python.values()) == {"PermissionError"}
    assert [path.name for path in tmp_path.iterdir() if path.name != "home"] == ["old"]
    if _kernel_has_landlock():
        assert {result for name, result in tried.items() if name.startswith("C ")} == {-1}


def _kernel_has_landlock() -> bool:
    return bool(ctypes.CDLL(None).syscall(444, None, 0, 1) > 0)  # the version that the kernel knows


def test_a_failure_is_known_by_its_name_and_nothing_else_is() -> None:
    assert isinstance(trouble_of(ReadFailed("FileTooLarge", "9")), FileTooLarge)
    for name in ("OwnerCanAct", "annotations", "CollectionMissing", "__doc__"):
        assert isinstance(trouble_of(ReadFailed(name)), FileReaderFailed)
