"""A stand-in for GitHub's releases and for any host of files: a list of a release, and files with ranges.

What goes wrong is scripted: a wrong checksum, a connection that is cut after so many bytes, a redirect, a status.
"""

from __future__ import annotations

import asyncio
import gzip
import hashlib
import io
import json
import sys
import tarfile
from dataclasses import dataclass
from pathlib import Path

from tests.peers.http_peer import HttpPeer, Outgoing, PeerRequest

LITTLE_OLLAMA = Path(__file__).with_name("little_ollama.py")
LATEST = "/repos/ollama/ollama/releases/latest"
_BLOCK_BYTES = 64 * 1024


@dataclass(slots=True)
class ServedFile:
    """One file. `cut_after` drops each connection after so many bytes, `declared` is told instead of its checksum."""

    body: bytes
    declared: str = ""
    cut_after: int | None = None
    cuts_left: int = 1000
    status: int = 200
    redirect: str = ""
    pause_s: float = 0.0

    @property
    def sha256(self) -> str:
        """What the list says of it."""
        return self.declared or hashlib.sha256(self.body).hexdigest()


class ReleaseServer(HttpPeer):
    """Serves `files` by path, and a release list that names those in `assets`."""

    def __init__(self, *, version: str = "0.35.1", tells_digests: bool = True) -> None:
        super().__init__()
        self.version = version
        self.tells_digests = tells_digests
        self.files: dict[str, ServedFile] = {}
        self.assets: list[str] = []

    @property
    def latest_url(self) -> str:
        """Where the newest release is listed."""
        return f"{self.address}{LATEST}"

    def add_asset(self, name: str, body: bytes) -> ServedFile:
        """Put a file into the release."""
        file = self.files[f"/download/{name}"] = ServedFile(body)
        self.assets.append(name)
        return file

    async def respond(self, request: PeerRequest, out: Outgoing) -> None:
        """Answer one request."""
        if request.path == LATEST:
            await out.whole(200, "application/json", json.dumps(self._release()).encode())
        elif request.path == "/download/sha256sum.txt":
            await out.whole(200, "text/plain", self._sums().encode())
        elif (file := self.files.get(request.path)) is not None:
            await self._send(file, request, out)
        else:
            await out.whole(404, "text/plain", b"Not Found")

    def _release(self) -> dict[str, object]:
        assets: list[dict[str, object]] = []
        for name in self.assets:
            file = self.files[f"/download/{name}"]
            asset: dict[str, object] = {"name": name, "size": len(file.body)}
            asset["browser_download_url"] = f"{self.address}/download/{name}"
            assets.append(asset | ({"digest": f"sha256:{file.sha256}"} if self.tells_digests else {}))
        if not self.tells_digests:
            url = f"{self.address}/download/sha256sum.txt"
            assets.append({"name": "sha256sum.txt", "size": 1, "browser_download_url": url})
        return {"tag_name": f"v{self.version}", "assets": assets}

    def _sums(self) -> str:
        return "".join(f"{self.files[f'/download/{name}'].sha256}  ./{name}\n" for name in self.assets)

    async def _send(self, file: ServedFile, request: PeerRequest, out: Outgoing) -> None:
        if file.redirect:
            await out.whole(302, "text/plain", b"", Location=file.redirect)
            return
        if file.status != 200:
            await out.whole(file.status, "text/plain", b"no")
            return
        start, total = _start_of(request.headers.get("range", "")), len(file.body)
        etag = f'"{hashlib.sha256(file.body).hexdigest()[:16]}"'
        head = [f"HTTP/1.1 {206 if start else 200} OK", f"Content-Length: {total - start}", f"ETag: {etag}"]
        head += ["Content-Type: application/octet-stream", "Accept-Ranges: bytes"]
        head += [f"Content-Range: bytes {start}-{total - 1}/{total}"] if start else []
        await out.raw(("\r\n".join(head) + "\r\n\r\n").encode())
        end = total
        if file.cut_after is not None and file.cuts_left > 0:
            file.cuts_left -= 1
            end = min(total, start + file.cut_after)
        for at in range(start, end, _BLOCK_BYTES):
            await out.raw(file.body[at : min(at + _BLOCK_BYTES, end)])
            if file.pause_s:
                await asyncio.sleep(file.pause_s)
        if end < total:
            await out.drop(reset=False)


def _start_of(header: str) -> int:
    return int(header.removeprefix("bytes=").partition("-")[0]) if header else 0


def little_program(*, plan: dict[str, object] | None = None) -> dict[str, tuple[bytes, int]]:
    """The files of an official archive for Linux, with the little Ollama in it: name to content and mode."""
    text = LITTLE_OLLAMA.read_text(encoding="utf-8").split("\n", 1)[1]
    files = {
        "bin/ollama": (f"#!{sys.executable} -SE\n{text}".encode(), 0o755),
        "lib/ollama/libggml-base.so.0.0.0": (b"\x7fELF" + bytes(2000), 0o755),
    }
    if plan is not None:
        files["bin/ollama.plan"] = (json.dumps(plan).encode(), 0o644)
    return files


def tar_of(files: dict[str, tuple[bytes, int]], links: dict[str, str] | None = None) -> bytes:
    """A tar of these files and symbolic links."""
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as tar:
        for name, (content, mode) in files.items():
            entry = tarfile.TarInfo(name)
            entry.size, entry.mode = len(content), mode
            tar.addfile(entry, io.BytesIO(content))
        for name, target in (links or {}).items():
            entry = tarfile.TarInfo(name)
            entry.type, entry.linkname = tarfile.SYMTYPE, target
            tar.addfile(entry)
    return held.getvalue()


def packed(tar: bytes, name: str) -> bytes:
    """The tar as the suffix of `name` says."""
    if name.endswith(".tgz"):
        return gzip.compress(tar)
    import zstandard

    return zstandard.ZstdCompressor().compress(tar)
