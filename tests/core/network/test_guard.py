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
