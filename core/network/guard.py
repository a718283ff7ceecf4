"""The guard: a Python audit hook that refuses every connection but loopback and open doors, process-wide.

An audit hook cannot be removed again and sees every socket that Python opens, whichever library does it. It does not
see connections that native code or a child process makes by itself; such code runs with its telemetry switched off,
and the tests count packets in a network namespace of their own. Nor does it see that a name given straight to
`socket.connect` is looked up before the hook is asked: asyncio, httpx and the standard library look up first, and that
is refused. The hook is against accidents and libraries that phone home, not against hostile code in this process.
"""

from __future__ import annotations

import socket
import sys
import threading
from typing import Any

from core.errors import DoorClosed
from core.network.doors import Doors, is_loopback

_CONNECTING = frozenset({"socket.connect", "socket.sendto", "socket.sendmsg"})
_LOOKING_UP = frozenset(
    {
        "socket.getaddrinfo",
        "socket.gethostbyname",
        "socket.gethostbyname_ex",
        "socket.gethostbyaddr",
        "socket.getnameinfo",
    }
)
_INTERNET = frozenset({socket.AF_INET, socket.AF_INET6})
# Programs of this machine and its kernel. Whatever else there is (raw packets, Bluetooth, the host of a virtual
# machine) leads elsewhere.
_NEVER_LEAVE = frozenset(getattr(socket, name) for name in ("AF_UNIX", "AF_NETLINK", "AF_ALG") if hasattr(socket, name))
_THIS_MACHINE = frozenset({"", "0.0.0.0", "::"})


class RefusedByGuard(DoorClosed, ConnectionRefusedError):
    """No open door allows it. Also a `ConnectionRefusedError`, so that libraries clean up as they do for any other."""


class _Guard:
    """Holds the doors that are asked; the hook itself is added only once per process."""

    doors: Doors | None = None
    is_hooked = False
    asking = threading.local()


def install(doors: Doors) -> None:
    """Refuse from now on what `doors` does not allow. Calling it again only changes whose doors are asked."""
    _Guard.doors = doors
    if not _Guard.is_hooked:
        sys.addaudithook(_hook)
        _Guard.is_hooked = True


def _hook(event: str, arguments: tuple[Any, ...]) -> None:
    if not event.startswith("socket."):
        return
    doors = _Guard.doors
    if doors is None:
        return
    if event in _CONNECTING:
        _check_connection(doors, arguments)
    elif event in _LOOKING_UP:
        _check_lookup(doors, arguments)


def _check_connection(doors: Doors, arguments: tuple[Any, ...]) -> None:
    sock, address = arguments[0], arguments[-1]
    if sock.family not in _INTERNET:
        _check_family(doors, sock)
        return
    if not isinstance(address, tuple) or len(address) < 2:
        return  # a datagram on a connection that was allowed
    host, port = _name(address[0]), int(address[1])
    if host in _THIS_MACHINE or doors.allows(host, port):
        return
    doors.refuse(host, port)
    raise RefusedByGuard(f"{host}:{port}", host=host)


def _check_family(doors: Doors, sock: socket.socket) -> None:
    if sock.family not in _NEVER_LEAVE:
        family = getattr(sock.family, "name", str(sock.family))
        doors.refuse(family, 0)
        raise RefusedByGuard(family, host=family)


def _name(host: object) -> str:
    return bytes(host).decode("ascii", "replace") if isinstance(host, bytes | bytearray) else str(host)


def _check_lookup(doors: Doors, arguments: tuple[Any, ...]) -> None:
    host = arguments[0]
    if isinstance(host, tuple):  # getnameinfo asks the other way round, and tells the address
        host = host[0]
    host = _name(host or "")
    if not host or host in _THIS_MACHINE or is_loopback(host):
        return
    if doors.allows(host, None):
        _remember(doors, host)
        return
    doors.refuse(host, 0)
    raise RefusedByGuard(host, host=host)


def _remember(doors: Doors, host: str) -> None:
    """Look the allowed name up ourselves, so that the connection to its addresses is recognised a moment later."""
    if getattr(_Guard.asking, "now", False):
        return
    _Guard.asking.now = True
    try:
        found = socket.getaddrinfo(host, None)
    except OSError:
        return  # the caller's own lookup fails the same way and says so
    finally:
        _Guard.asking.now = False
    doors.remember_addresses(host, {str(entry[4][0]) for entry in found})
