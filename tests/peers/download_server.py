"""A stand-in for hosts of large files on loopback, as good and as bad as they come.

Good: ranges, `If-Range`, strong ETags, Hugging Face's redirect with the hash. Bad: what `DownloadPeer`'s fields say.
Run as a program it serves zeros as fast as the kernel can (`--bytes N`), for the bench.
"""

from __future__ import annotations

import asyncio
import hashlib
import re
import sys
from collections import deque
from dataclasses import dataclass, field
from email.utils import formatdate

from tests.peers.http_peer import HttpPeer, Outgoing, PeerRequest

_BLOCK_BYTES = 64 * 1024
_RANGE = re.compile(r"bytes=(\d+)-")


@dataclass(slots=True)
class Served:
    """One file. Texts that are "" are not sent."""

    data: bytes
    etag: str = ""
    last_modified: str = ""
    content_type: str = "application/octet-stream"
    headers: dict[str, str] = field(default_factory=dict)


def served(data: bytes) -> Served:
    """A file with a strong ETag and a date, as a plain static host sends it."""
    tag = f'"{hashlib.md5(data, usedforsecurity=False).hexdigest()}"'
    return Served(data, tag, formatdate(1_700_000_000, usegmt=True))


@dataclass(slots=True)
class Redirect:
    """Where a path leads, with headers as Hugging Face sends them."""

    location: str
    status: int = 302
    headers: dict[str, str] = field(default_factory=dict)


def linked_headers(data: bytes) -> dict[str, str]:
    """What Hugging Face tells of an LFS file on its redirect."""
    return {"X-Linked-Etag": f'"{hashlib.sha256(data).hexdigest()}"', "X-Linked-Size": str(len(data))}


class DownloadPeer(HttpPeer):
    """Serves `files` and `redirects` by path. Each entry of a queue is used for one request to a file, in order."""

    def __init__(self, *, host: str = "127.0.0.1") -> None:
        super().__init__(host=host)
        self.files: dict[str, Served] = {}
        self.redirects: dict[str, Redirect] = {}
        self.refusals: deque[tuple[int, dict[str, str]]] = deque()  # status and headers, instead of the file
        self.cuts: deque[int] = deque()  # the connection breaks after so many bytes of the body
        self.resets = False  # broken with a reset instead of a clean close
        self.stalls: deque[int] = deque()  # after so many bytes nothing comes any more
        self.takes_ranges = True
        self.minds_if_range = True
        self.tells_length = True
        self.content_range = ""  # sent instead of the right one
        self.bytes_with_head = 0  # so much of the body leaves in one write with the head
        self.bytes_per_s = 0.0  # 0: as fast as it goes
        self.bodies_sent: list[int] = []  # bytes of each body, broken ones included

    def url(self, path: str) -> str:
        """The address of `path` here."""
        return f"{self.address}{path}"

    async def respond(self, request: PeerRequest, out: Outgoing) -> None:
        """Answer `request`."""
        path = request.path.partition("?")[0]
        if redirect := self.redirects.get(path):
            out.headers = {**redirect.headers, "Location": redirect.location}
            await out.whole(redirect.status, "text/plain", b"elsewhere")
        elif path not in self.files:
            await out.whole(404, "text/plain", b"Entry not found")
        elif self.refusals:
            status, out.headers = self.refusals.popleft()
            await out.whole(status, "text/plain", b"not now")
        else:
            await self._file(request, out, self.files[path])

    async def _file(self, request: PeerRequest, out: Outgoing, file: Served) -> None:
        offset = self._offset(request, file)
        if offset is None:
            out.headers["Content-Range"] = f"bytes */{len(file.data)}"
            await out.whole(416, "text/plain", b"")
            return
        body = memoryview(file.data)[offset:]
        await out.raw(self._head(file, offset) + bytes(body[: self.bytes_with_head]))
        await self._body(out, body[self.bytes_with_head :])
        if not self.tells_length:
            await out.drop(reset=False)

    def _offset(self, request: PeerRequest, file: Served) -> int | None:
        """Where to begin; None when that is past the end."""
        wanted = _RANGE.fullmatch(request.headers.get("range", ""))
        if wanted is None or not self.takes_ranges:
            return 0
        validator = request.headers.get("if-range")
        if self.minds_if_range and validator is not None and validator not in (file.etag, file.last_modified):
            return 0
        offset = int(wanted[1])
        return offset if offset < len(file.data) else None

    def _head(self, file: Served, offset: int) -> bytes:
        total = len(file.data)
        headers = {"Content-Type": file.content_type, **file.headers}
        if self.tells_length:
            headers["Content-Length"] = str(total - offset)
        if file.etag:
            headers["ETag"] = file.etag
        if file.last_modified:
            headers["Last-Modified"] = file.last_modified
        if offset:
            headers["Content-Range"] = self.content_range or f"bytes {offset}-{total - 1}/{total}"
        first = "HTTP/1.1 206 Partial Content" if offset else "HTTP/1.1 200 OK"
        lines = [first, *(f"{name}: {value}" for name, value in headers.items())]
        return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")

    async def _body(self, out: Outgoing, body: memoryview) -> None:
        cut = self.cuts.popleft() if self.cuts else None
        stall = self.stalls.popleft() if self.stalls else None
        most = min(len(body) if end is None else end for end in (cut, stall, len(body)))
        self.bodies_sent.append(0)
        for start in range(0, most, _BLOCK_BYTES):
            block = body[start : min(start + _BLOCK_BYTES, most)]
            await out.raw(bytes(block))
            self.bodies_sent[-1] += len(block)
            if self.bytes_per_s:
                await asyncio.sleep(len(block) / self.bytes_per_s)
        if stall is not None:
            await asyncio.sleep(3600)
        if cut is not None:
            await out.drop(reset=self.resets)


def main() -> None:
    """Serve `--bytes N` of zeros at every path with `sendfile`; prints the address. One thread a connection."""
    import os
    import socket
    import tempfile
    import threading

    size = int(sys.argv[sys.argv.index("--bytes") + 1])
    file = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the process
    file.truncate(size)
    listening = socket.create_server(("127.0.0.1", 0))
    print(f"http://127.0.0.1:{listening.getsockname()[1]}", flush=True)

    def serve(connection: socket.socket) -> None:
        with connection:
            while b"\r\n\r\n" in connection.recv(65536):
                connection.sendall(f"HTTP/1.1 200 OK\r\nContent-Length: {size}\r\n\r\n".encode())
                sent = 0
                while sent < size:
                    sent += os.sendfile(connection.fileno(), file.fileno(), sent, size - sent)

    while True:
        threading.Thread(target=serve, args=(listening.accept()[0],), daemon=True).start()
