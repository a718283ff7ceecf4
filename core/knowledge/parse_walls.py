"""Walls around the reading of one document, beyond those of every child: memory, time, and nothing written anywhere."""

from __future__ import annotations

import contextlib
import ctypes
import os
import sys

from core.knowledge.read_document import ParseLimits

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_REFUSED = (
    "os.fork",
    "os.forkpty",
    "os.kill",
    "os.link",
    "os.mkdir",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.symlink",
    "os.truncate",
    "os.chmod",
    "os.chown",
    "os.utime",
    "tempfile.mkstemp",
    "tempfile.mkdtemp",
    "shutil.copyfile",
    "shutil.rmtree",
)


def keep_within(limits: ParseLimits, seconds: float = 0.0) -> None:
    """Set the memory once, and the processor time anew from now on: a page may take `page_s`, or
    `seconds` if they are more, on four processors.

    The owner of this process watches the clock; this holds where it does not come to that. Windows has no such limits.
    """
    if sys.platform == "win32":
        return
    import resource

    now = resource.getrusage(resource.RUSAGE_SELF)
    until = int(now.ru_utime + now.ru_stime + 4 * max(limits.page_s, seconds)) + 1
    for what, most in (
        (resource.RLIMIT_CPU, until),
        (resource.RLIMIT_AS, limits.memory_bytes + _address_space()),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, 64),
    ):
        soft, hard = resource.getrlimit(what)
        if what == resource.RLIMIT_AS and soft != resource.RLIM_INFINITY:
            continue
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(what, (most, hard if what == resource.RLIMIT_CPU else most))


def _address_space() -> int:
    """What this process has mapped already, in bytes."""
    with contextlib.suppress(OSError, ValueError), open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123
        return int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    return 0


def write_nothing() -> None:
    """From now on nothing can be made, changed or removed on any disk, and nothing be started, by Python at least.

    On Linux the kernel sees to it for libraries, too, where it knows Landlock (5.13, 2021).
    """
    sys.addaudithook(_refuse)
    if sys.platform == "linux":
        _landlock()


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event in _REFUSED:
        raise PermissionError(f"the reading of a document does not do that: {event}")
    if event == "open":
        flags = arguments[2] if len(arguments) > 2 else 0
        if isinstance(flags, int) and flags & _WRITING:
            raise PermissionError("the reading of a document writes nothing")


# Numbers from linux/landlock.h and asm-generic/unistd.h; system calls of Landlock have the same number everywhere.
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF, _NO_NEW_PRIVILEGES = 444, 445, 446, 38
_BENEATH = 1
_EXECUTE, _WRITE_FILE, _READ_FILE = 1 << 0, 1 << 1, 1 << 2
_REMOVE_AND_MAKE = sum(1 << bit for bit in range(4, 13))
_SYSTEM = ("/usr", "/lib", "/lib64", "/etc", "/opt", "/sys", "/proc/self", "/dev/null", "/dev/urandom")


class _Ruleset(ctypes.Structure):
    _fields_ = [("handled_access_fs", ctypes.c_uint64)]


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = [("allowed_access", ctypes.c_uint64), ("parent_fd", ctypes.c_int32)]


def _landlock() -> None:
    """Nothing can be written, made or started; only programs, libraries and fonts can be read."""
    libc = ctypes.CDLL(None, use_errno=True)
    rules = _Ruleset(_WRITE_FILE | _EXECUTE | _READ_FILE | _REMOVE_AND_MAKE)
    handle = libc.syscall(_CREATE_RULESET, ctypes.byref(rules), ctypes.c_size_t(ctypes.sizeof(rules)), 0)
    if handle < 0:
        return  # an older kernel, or switched off: the hook is what there is
    # A frozen program holds its modules in itself, and reads one when it is first imported.
    for readable in {*_SYSTEM, sys.prefix, sys.base_prefix, sys.executable, *filter(None, sys.path)}:
        with contextlib.suppress(OSError):
            place = os.open(readable, os.O_PATH | os.O_CLOEXEC)
            libc.syscall(_ADD_RULE, handle, _BENEATH, ctypes.byref(_Beneath(_READ_FILE, place)), 0)
            os.close(place)
    if libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) == 0:
        libc.syscall(_RESTRICT_SELF, handle, 0)
    os.close(handle)
