"""Walls around a child process: no network, nothing of what it holds written to the disk when it crashes."""

from __future__ import annotations

import contextlib
import sys

_REFUSED = (
    "socket.connect",
    "socket.bind",
    "socket.sendto",
    "socket.sendmsg",
    "socket.getaddrinfo",
    "socket.gethostbyname",
    "socket.gethostbyaddr",
    "subprocess.Popen",
    "os.system",
    "os.exec",
    "os.posix_spawn",
)


def put_up_walls(*, own_network: bool) -> None:
    """Refuse connections and further processes for the rest of this process, and leave no picture of its memory.

    `own_network` (Linux) is to be asked for before any thread is started, and not where a card's driver is needed.
    """
    sys.addaudithook(_refuse)
    if sys.platform != "win32":
        import resource

        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a crash would write what it holds into a file
    if own_network and sys.platform == "linux":
        _leave_the_network()


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event in _REFUSED:
        raise PermissionError(f"this process does not do that: {event}")


def _leave_the_network() -> None:
    """Move into a network of its own that has nothing in it, where the kernel lets ordinary users do that.

    The hook sees Python only; this also holds for what libraries do by themselves. Some systems forbid it: then the
    hook is what there is.
    """
    import ctypes

    libc = ctypes.CDLL(None, use_errno=True)
    with contextlib.suppress(AttributeError):
        if libc.unshare(_NEW_NETWORK) != 0:
            libc.unshare(_NEW_USER | _NEW_NETWORK)


_NEW_USER = 0x1000_0000
_NEW_NETWORK = 0x4000_0000
