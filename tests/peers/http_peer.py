"""A raw HTTP/1.1 server on loopback that can also misbehave; the stand-ins for model servers are built on it.

It runs on a thread of its own with a loop of its own, so that blocking tests, asyncio tests and whole programs may use
it alike. Nothing here is a web framework: each byte that a test wants to send can be sent.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import socket
import struct
import threading
from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from email.utils import formatdate
from http import HTTPStatus
from typing import Any, Self

_BLOCK_BYTES = 64 * 1024


@dataclass(slots=True, eq=False)
class PeerRequest:
    """One request that came in. `cut` is set when the client went away before the reply was over."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes
    cut: threading.Event = field(default_factory=threading.Event)
    ended: threading.Event = field(default_factory=threading.Event)
    chunks_sent: int = 0

    @property
    def data(self) -> dict[str, Any]:
        """The body as a JSON object; empty when it is none."""
        try:
            value = json.loads(self.body)
        except ValueError:
            return {}
        return value if isinstance(value, dict) else {}

    async def wait_cut(self, timeout_s: float = 10.0) -> bool:
        """Wait until the server noticed that the client closed the connection early."""
        return await asyncio.to_thread(self.cut.wait, timeout_s)

    async def wait_ended(self, timeout_s: float = 10.0) -> bool:
        """Wait until the server is done with this request, whichever way."""
        return await asyncio.to_thread(self.ended.wait, timeout_s)


class Dropped(Exception):
    """The script dropped the connection; nothing more can be sent."""


class Outgoing:
    """The way back to the client: whole answers, chunked streams, raw bytes, and rude ends."""

    def __init__(self, writer: asyncio.StreamWriter, request: PeerRequest) -> None:
        self._writer = writer
        self._request = request
        self._buffer = bytearray()
        self.headers: dict[str, str] = {}
        self.began = False
        self.keeps_alive = True

    async def whole(self, status: int, content_type: str, body: bytes, **headers: str) -> None:
        """A complete answer with its length."""
        self._head(status, content_type, {**headers, "Content-Length": str(len(body))})
        self._buffer += body
        await self.flush()

    async def begin(self, content_type: str, status: int = 200) -> None:
        """Send the head of a chunked answer."""
        self._head(status, content_type, {"Transfer-Encoding": "chunked"})
        self.began = True

    def chunk(self, data: bytes) -> None:
        """Add one chunk; it leaves with the next `flush`, or `room`, when a block is full."""
        self._buffer += b"%x\r\n%b\r\n" % (len(data), data)
        self._request.chunks_sent += 1

    async def room(self) -> None:
        """Send what is waiting once it fills a block: as fast as the socket goes."""
        if len(self._buffer) >= _BLOCK_BYTES:
            await self.flush()

    async def flush(self) -> None:
        """Send what is waiting now."""
        if self._buffer:
            self._writer.write(bytes(self._buffer))
            self._buffer.clear()
        await self._writer.drain()

    async def end(self) -> None:
        """End a chunked answer."""
        self._buffer += b"0\r\n\r\n"
        await self.flush()

    async def raw(self, data: bytes) -> None:
        """Bytes as they are, outside of any HTTP framing."""
        self._buffer += data
        await self.flush()

    async def drop(self, *, reset: bool) -> None:
        """End the connection in the middle: with a reset, or with a clean close that leaves the answer unfinished."""
        await self.flush()
        if reset:
            self._writer.get_extra_info("socket").setsockopt(
                socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0)
            )
            self._writer.transport.abort()
        raise Dropped

    def _head(self, status: int, content_type: str, headers: dict[str, str]) -> None:
        lines = [f"HTTP/1.1 {status} {HTTPStatus(status).phrase}"]
        if content_type:
            lines.append(f"Content-Type: {content_type}")
        lines.append(f"Date: {formatdate(usegmt=True)}")
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in {**self.headers, **headers}.items()]
        self._buffer += ("\r\n".join(lines) + "\r\n\r\n").encode("ascii")


class HttpPeer(ABC):
    """A server for tests. Use it as a context manager (`with` or `async with`), or call `start` and `stop`."""

    def __init__(self, *, host: str = "127.0.0.1", port: int = 0) -> None:
        self.host = host
        self.port = port
        self.requests: list[PeerRequest] = []
        self.connections_taken = 0
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._stopping: asyncio.Event | None = None
        self._connections: dict[asyncio.Task[None], asyncio.StreamWriter] = {}
        self._failures: list[BaseException] = []

    @abstractmethod
    async def respond(self, request: PeerRequest, out: Outgoing) -> None:
        """Answer `request`."""

    @property
    def address(self) -> str:
        """Where it listens, without a slash at the end."""
        return f"http://{self.host}:{self.port}"

    def requests_to(self, path: str) -> list[PeerRequest]:
        """The requests to `path` so far, in order."""
        return [request for request in self.requests if request.path == path]

    async def wait_left(self, timeout_s: float = 20.0) -> None:
        """Wait until no client is connected; TimeoutError where one stays."""
        async with asyncio.timeout(timeout_s):
            while self._connections:  # noqa: ASYNC110 - they belong to the peer's own loop
                await asyncio.sleep(0.01)

    def start(self) -> None:
        """Listen; returns when connections are taken."""
        ready = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(ready,), name="http-peer", daemon=True)
        self._thread.start()
        ready.wait()
        if self._failures:
            self._thread.join()
            raise self._failures[0]

    def stop(self) -> None:
        """End all connections and the thread. A fault in a script shows here."""
        if self._thread is None:
            return
        if self._loop is not None and self._stopping is not None:
            with contextlib.suppress(RuntimeError):  # the loop has ended by itself
                self._loop.call_soon_threadsafe(self._stopping.set)
        self._thread.join()
        self._thread = None
        if self._failures:
            raise self._failures[0]

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    async def __aenter__(self) -> Self:
        await asyncio.to_thread(self.start)
        return self

    async def __aexit__(self, *_: object) -> None:
        await asyncio.to_thread(self.stop)

    def _run(self, ready: threading.Event) -> None:
        try:
            asyncio.run(self._serve(ready))
        except OSError as fault:  # the port is taken: `start` tells it
            self._failures.append(fault)
        finally:
            ready.set()

    async def _serve(self, ready: threading.Event) -> None:
        self._loop = asyncio.get_running_loop()
        self._stopping = asyncio.Event()
        server = await asyncio.start_server(self._taken, self.host, self.port, limit=1024 * 1024)
        self.port = server.sockets[0].getsockname()[1]
        ready.set()
        await self._stopping.wait()
        for listening in server.sockets:
            self._loop.remove_reader(listening.fileno())
        for _ in range(100):  # one that was accepted a moment ago takes some turns to be made, and an open server
            await asyncio.sleep(0)
        server.close()
        for task, writer in tuple(self._connections.items()):
            task.cancel()
            writer.transport.abort()  # one whose client reads no more would never be written out and closed
        await asyncio.gather(*self._connections, return_exceptions=True)

    def _taken(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        # Not the coroutine itself: its task would be known only once it has begun, and end unseen before that.
        self.connections_taken += 1
        task = asyncio.get_running_loop().create_task(self._connected(reader, writer))
        self._connections[task] = writer

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        try:
            await self._converse(reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError, TimeoutError):
            pass  # the client went away, which is its right
        except asyncio.CancelledError:
            pass  # the peer stops
        except Exception as fault:  # noqa: BLE001 - a fault in a script must fail the test, not vanish in a thread
            self._failures.append(fault)
        finally:
            writer.close()
            with contextlib.suppress(OSError):
                await writer.wait_closed()
            del self._connections[task]

    async def _converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        early = b""
        while True:
            request = await _read_request(reader, early)
            if request is None:
                return
            self.requests.append(request)
            out = Outgoing(writer, request)
            early_or_gone = await self._reply(request, out, reader)
            if early_or_gone is None or not out.keeps_alive:
                return
            early = early_or_gone

    async def _reply(self, request: PeerRequest, out: Outgoing, reader: asyncio.StreamReader) -> bytes | None:
        """Reply while watching whether the client goes away. None: this connection is over."""
        replying = asyncio.ensure_future(self.respond(request, out))
        watching = asyncio.ensure_future(reader.read(1))
        try:
            await asyncio.wait({replying, watching}, return_when=asyncio.FIRST_COMPLETED)
            gone = watching.done() and (watching.exception() is not None or not watching.result())
            if gone and not replying.done():
                request.cut.set()
                return None
            await replying
            return watching.result() if watching.done() and not gone else (None if gone else b"")
        except Dropped:
            return None
        except ConnectionError:
            request.cut.set()
            return None
        finally:
            request.ended.set()
            await _end(replying, watching)


async def _end(*tasks: asyncio.Future[Any]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def _read_request(reader: asyncio.StreamReader, early: bytes) -> PeerRequest | None:
    head = early
    while not head.endswith(b"\r\n\r\n"):
        line = await reader.readline()
        if not line:
            return None
        head += line
    first, *rest = head.decode("latin-1").split("\r\n")
    method, path, _ = first.split(" ", 2)
    headers = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in rest if line)}
    body = await _read_body(reader, headers)
    return PeerRequest(method, path, headers, body)


async def _read_body(reader: asyncio.StreamReader, headers: dict[str, str]) -> bytes:
    if headers.get("transfer-encoding", "").lower() != "chunked":
        return await reader.readexactly(int(headers.get("content-length", "0")))
    body = b""
    while size := int((await reader.readline()).split(b";")[0], 16):
        body += await reader.readexactly(size)
        await reader.readexactly(2)
    await reader.readline()
    return body
