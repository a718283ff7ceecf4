from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Iterator

import pytest

from core.errors import DoorClosed
from core.network import guard
from core.network.doors import Doors
from core.network.http_client import http_client

ELSEWHERE = "192.0.2.1"  # TEST-NET-1: belongs to nobody


@pytest.fixture
def doors() -> Iterator[Doors]:
    doors = Doors()
    guard.install(doors)
    yield doors
    guard.install(Doors())


@pytest.fixture
def listener() -> Iterator[tuple[str, int]]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()


def test_loopback_is_let_through(doors: Doors, listener: tuple[str, int]) -> None:
    with socket.create_connection(listener, timeout=5) as connection:
        assert connection.getpeername() == listener
    assert doors.refused() == []


def test_a_connection_elsewhere_is_refused_before_it_is_tried(doors: Doors) -> None:
    with socket.socket() as sock, pytest.raises(DoorClosed) as refused:
        sock.connect((ELSEWHERE, 443))
    assert ELSEWHERE in refused.value.owner_sentence
    assert [(refusal.host, refusal.port) for refusal in doors.refused()] == [(ELSEWHERE, 443)]


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_a_datagram_elsewhere_is_refused(doors: Doors, family: socket.AddressFamily) -> None:
    host = ELSEWHERE if family == socket.AF_INET else "2001:db8::1"
    with socket.socket(family, socket.SOCK_DGRAM) as sock, pytest.raises(DoorClosed):
        sock.sendto(b"x", (host, 53))
    assert doors.refused()[0].host == host


def test_looking_a_name_up_is_refused_too_since_it_tells_the_name(doors: Doors) -> None:
    for lookup in (
        lambda: socket.getaddrinfo("example.org", 443),
        lambda: socket.gethostbyname("example.org"),
        lambda: socket.create_connection(("example.org", 443), timeout=1),
    ):
        with pytest.raises(DoorClosed):
            lookup()
    assert doors.refused()[0].host == "example.org"


def test_threads_are_no_way_around(doors: Doors) -> None:
    caught: list[BaseException] = []

    def sneak() -> None:
        try:
            socket.create_connection((ELSEWHERE, 80), timeout=1)
        except OSError as error:
            caught.append(error)

    thread = threading.Thread(target=sneak)
    thread.start()
    thread.join()
    assert isinstance(caught[0], DoorClosed)


async def test_the_event_loop_and_httpx_are_no_way_around(doors: Doors) -> None:
    import httpx

    with pytest.raises(DoorClosed):
        await asyncio.open_connection(ELSEWHERE, 80)
    async with http_client() as client:
        with pytest.raises((httpx.ConnectError, DoorClosed)):
            await client.get(f"http://{ELSEWHERE}/")
        with pytest.raises((httpx.ConnectError, DoorClosed)):
            await client.get("http://example.org/")
    assert {refusal.host for refusal in doors.refused()} == {ELSEWHERE, "example.org"}


def test_an_open_door_lets_that_connection_be_tried(doors: Doors) -> None:
    doors.open(ELSEWHERE, 443, purpose="test")
    with socket.socket() as sock:
        sock.setblocking(False)
        assert sock.connect_ex((ELSEWHERE, 443)) != 0  # tried, and pending or unreachable: nobody is there
        with pytest.raises(DoorClosed):
            sock.connect((ELSEWHERE, 80))


async def test_a_proxy_in_the_environment_is_ignored(doors: Doors, monkeypatch: pytest.MonkeyPatch) -> None:
    import httpx

    monkeypatch.setenv("HTTP_PROXY", f"http://{ELSEWHERE}:3128")
    monkeypatch.setenv("ALL_PROXY", f"http://{ELSEWHERE}:3128")
    async with http_client() as client:
        with pytest.raises(httpx.ConnectError):
            await client.get("http://127.0.0.1:9/")
    assert doors.refused() == []


STRANGE_ADDRESSES = [
    *("0", "2130706433", "3221225985", "0xc0000201", "0300.0.2.1", "192.0.513", "127.1", "<broadcast>"),
    *("255.255.255.255", "224.0.0.1"),
]


@pytest.mark.parametrize("host", STRANGE_ADDRESSES)
@pytest.mark.parametrize("kind", [socket.SOCK_STREAM, socket.SOCK_DGRAM])
def test_no_way_of_writing_an_address_gets_through(doors: Doors, host: str, kind: socket.SocketKind) -> None:
    with socket.socket(socket.AF_INET, kind) as sock:
        sock.setblocking(False)
        for connect in (sock.connect, sock.connect_ex):
            with pytest.raises(DoorClosed):
                connect((host, 443))
        with pytest.raises(DoorClosed):
            sock.sendto(b"x", (host, 443))


@pytest.mark.parametrize("host", ["::ffff:192.0.2.1", "::192.0.2.1", "fe80::1%lo", "64:ff9b::c000:201", "ff02::1"])
def test_no_way_of_writing_an_ipv6_address_gets_through(doors: Doors, host: str) -> None:
    with socket.socket(socket.AF_INET6, socket.SOCK_DGRAM) as sock, pytest.raises(DoorClosed):
        sock.connect((host, 443))


@pytest.mark.skipif(not hasattr(socket.socket, "sendmsg"), reason="no sendmsg here")
def test_a_datagram_in_pieces_is_refused(doors: Doors) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock, pytest.raises(DoorClosed):
        sock.sendmsg([b"x"], [], 0, (ELSEWHERE, 53))


def test_asking_for_the_name_of_an_address_is_refused(doors: Doors) -> None:
    for lookup in (
        lambda: socket.getnameinfo((ELSEWHERE, 80), 0),
        lambda: socket.gethostbyaddr(ELSEWHERE),
        lambda: socket.gethostbyname_ex("x.localhost"),
        lambda: socket.getaddrinfo(b"localhost.", 80),
    ):
        with pytest.raises(DoorClosed):
            lookup()


async def test_datagrams_of_the_event_loop_are_no_way_around(doors: Doors) -> None:
    loop = asyncio.get_running_loop()
    with pytest.raises(DoorClosed):
        await loop.create_datagram_endpoint(asyncio.DatagramProtocol, remote_addr=(ELSEWHERE, 9))
    with pytest.raises(DoorClosed):
        await loop.getnameinfo((ELSEWHERE, 80))
    transport, _ = await loop.create_datagram_endpoint(asyncio.DatagramProtocol, family=socket.AF_INET)
    transport.sendto(b"x", (ELSEWHERE, 9))
    transport.close()
    assert (doors.refused()[0].host, doors.refused()[0].port) == (ELSEWHERE, 9)


@pytest.mark.parametrize("name", ["AF_PACKET", "AF_VSOCK", "AF_BLUETOOTH"])
def test_other_kinds_of_network_are_refused(doors: Doors, name: str) -> None:
    if not hasattr(socket, name):
        pytest.skip("not known here")
    kind = socket.SOCK_RAW if name == "AF_PACKET" else socket.SOCK_STREAM
    address = ("lo", 0x800) if name == "AF_PACKET" else (2, 80)
    try:
        sock = socket.socket(getattr(socket, name), kind)
    except OSError:
        pytest.skip("not allowed here")
    with sock, pytest.raises(DoorClosed):
        sock.connect(address)


def test_programs_of_this_machine_are_let_through(doors: Doors) -> None:
    if not hasattr(socket, "AF_UNIX"):
        pytest.skip("no sockets with a path here")
    with socket.socket(socket.AF_UNIX) as sock:
        assert sock.connect_ex("\0nobody listens here") != 0
    assert doors.refused() == []
