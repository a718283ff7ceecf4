"""A network namespace in which every packet off this machine would leave, and is counted: nothing can hide in it.

Beside `lo` it has one device with an address and the default route, and a name server beyond it. A test runs one of its
own functions inside (`run_inside`); what that function returns comes back with the packets that left meanwhile.
"""

from __future__ import annotations

import importlib
import json
import os
import shutil
import socket
import struct
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
DEVICE = "out0"
ELSEWHERE = "198.51.100.7"  # TEST-NET-2: nobody is there, on any network

_CANNOT = 77
# A dummy swallows what it is given; where the kernel has none, one end of a cable does, whose other end is not read.
# Without IPv6, since the kernel itself would look for routers. The neighbour is known, so that packets need no ARP.
_SET_UP = f"""
ip link set lo up || exit {_CANNOT}
for of in all default; do echo 1 2>/dev/null > /proc/sys/net/ipv6/conf/$of/disable_ipv6; done
ip link add {DEVICE} type dummy 2>/dev/null || {{
    ip link add {DEVICE} type veth peer name far0 && ip link set far0 up; }} || exit {_CANNOT}
ip addr add 192.0.2.10/24 dev {DEVICE} && ip link set {DEVICE} up || exit {_CANNOT}
[ "$(cat /proc/sys/net/ipv6/conf/{DEVICE}/disable_ipv6 2>/dev/null || echo 1)" = 1 ] || exit {_CANNOT}
ip neigh add 192.0.2.1 lladdr 02:00:00:00:00:01 dev {DEVICE} 2>/dev/null
ip route add default via 192.0.2.1 dev {DEVICE} || exit {_CANNOT}
mount --bind "$1" /etc/resolv.conf 2>/dev/null
shift
exec "$@"
"""
_START = "import sys; sys.path.insert(0, {root!r}); from tests.peers.cut_off_network import main; main()"


@dataclass(frozen=True, slots=True)
class Stay:
    """What a function did inside: its result, how many packets left, and where the first of them went."""

    result: Any
    packets: int
    left_for: tuple[str, ...]


def run_inside(module: str, function: str, folder: Path, *, timeout_s: float = 100) -> Stay:
    """Call `module.function(folder)` inside. Skips the test where the system allows no such namespace."""
    if not sys.platform.startswith("linux") or not shutil.which("unshare") or not shutil.which("ip"):
        pytest.skip("network namespaces need Linux with unshare and ip")
    names = folder / "resolv.conf"
    names.write_text(f"nameserver {ELSEWHERE}\noptions timeout:1 attempts:1\n")
    program = [sys.executable, "-P", "-c", _START.format(root=str(ROOT)), module, function, str(folder)]
    done = subprocess.run(
        ["unshare", "-rnm", "--kill-child", "sh", "-c", _SET_UP, "sh", str(names), *program],
        capture_output=True,
        text=True,
        timeout=timeout_s,
        check=False,
    )
    if done.returncode == _CANNOT or done.stderr.startswith("unshare:"):
        pytest.skip(f"network namespaces are not allowed here: {done.stderr.strip()}")
    assert done.returncode == 0, done.stdout + done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    return Stay(told["result"], told["packets"], tuple(told["left_for"]))


# ---- inside ---------------------------------------------------------------------------------------------------------


def packets_sent() -> int:
    """How many packets the device has sent so far. (/sys shows the devices of the namespace that mounted it.)"""
    for line in Path("/proc/self/net/dev").read_text().splitlines():
        name, _, figures = line.partition(":")
        if name.strip() == DEVICE:
            return int(figures.split()[9])
    raise LookupError(DEVICE)


def main() -> None:
    """Call the function and print one JSON object as the last line."""
    module, function, folder = sys.argv[1:]
    called = getattr(importlib.import_module(module), function)
    with socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(3)) as listening:
        listening.bind((DEVICE, 0))
        listening.setblocking(False)
        before = packets_sent()
        result = called(Path(folder))
        packets = packets_sent() - before
        left_for = _destinations(listening)
    print(json.dumps({"result": result, "packets": packets, "left_for": left_for}), flush=True)
    os._exit(0)  # whatever a library's threads still do, the count is made


def _destinations(listening: socket.socket, most: int = 10) -> list[str]:
    found: list[str] = []
    while len(found) < most:
        try:
            frame = listening.recv(2048)
        except BlockingIOError:
            break
        found.append(_destination(frame))
    return found


def _destination(frame: bytes) -> str:
    (kind,) = struct.unpack_from("!H", frame, 12)
    if kind != 0x0800:
        return f"ethernet type {kind:#06x}"
    address = socket.inet_ntoa(frame[30:34])
    (port,) = struct.unpack_from("!H", frame, 14 + (frame[14] & 15) * 4 + 2)
    return f"{address} port {port}, protocol {frame[23]}"
