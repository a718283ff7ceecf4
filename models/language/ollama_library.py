"""Ollama's own library: pull, delete, create, load and unload. Its answers are streams of status lines.

Facts (Ollama's `docs/api.md`, `server/routes.go`, `server/download.go`): a pull downloads one layer after the other
and tells `{status, digest, total, completed}`; an error may come as the last line; parts of a layer stay on disk, so
that closing the stream pauses a pull and pulling again goes on. `create` takes fields, not the text of a Modelfile;
files go first, each as a blob under its SHA-256.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from models.engine_errors import EngineError, ModelMissing, ServerRefused, StreamBroken
from models.language.http_wire import HttpWire, WireAnswer, WireLimits, read_json
from models.language.ollama_model import OllamaServer
from models.language.refusals import refusal_of
from models.language.untrusted import count_of, text_of
from models.modelfile import Modelfile

_MIB: Final = 1024 * 1024
# Checking the sum of 100 GB from a hard disk, or quantizing a model, says nothing for many minutes. A pull tells its
# progress some 16 times a second in 150 bytes: a GiB of lines is five days.
_SLOW = WireLimits(silence_s=3600.0, first_byte_s=3600.0, answer_s=3600.0, stream_bytes=1024 * _MIB)
_BLOCK_BYTES: Final = _MIB


@dataclass(frozen=True, slots=True)
class LibraryStatus:
    """One line of progress. Bytes are those of all layers that were named so far; `total_bytes` grows with them."""

    status: str
    done_bytes: int = 0
    total_bytes: int = 0


class RegistryAway(ServerRefused):
    """Ollama could not reach the registry that it pulls from."""


class OllamaLibrary(OllamaServer):
    """An `OllamaServer` whose models can be changed. Pulling makes Ollama itself connect to its registry."""

    def __init__(self, address: str, *, allow_remote: bool = False) -> None:
        super().__init__(address, allow_remote=allow_remote)
        self._slow = HttpWire(self._connect, address=address, limits=_SLOW)

    async def pull(self, model: str) -> AsyncGenerator[LibraryStatus, None]:
        """Download `model`; closing the generator pauses, pulling again goes on. Raises `ModelMissing` and others."""
        layers: dict[str, tuple[int, int]] = {}
        async for told in self._statuses("/api/pull", {"model": model, "stream": True}, model=model):
            digest = text_of(told.get("digest"))
            if digest:
                done, total = layers.get(digest, (0, 0))
                layers[digest] = (
                    max(done, count_of(told.get("completed")) or 0),
                    max(total, count_of(told.get("total")) or 0),
                )
            yield LibraryStatus(
                text_of(told.get("status")),
                sum(done for done, _ in layers.values()),
                sum(total for _, total in layers.values()),
            )

    async def create(self, name: str, modelfile: Modelfile, digests: Mapping[str, str]) -> AsyncGenerator[str, None]:
        """Make a model; yields Ollama's own words for each step. `digests` are those that `upload` returned."""
        async for told in self._statuses("/api/create", modelfile.request(name, digests), model=name):
            yield text_of(told.get("status"))

    async def upload(self, path: Path, progress: Callable[[int], None]) -> str:
        """Give a file to Ollama's store, unless it is there; returns `sha256:…`. Raises OSError for the file.

        The file is read twice, first for its sum. `progress` gets the bytes sent so far.
        """
        digest = f"sha256:{await asyncio.to_thread(_sum_of, path)}"
        size_bytes = (await asyncio.to_thread(path.stat)).st_size
        if (await self._wire.whole("HEAD", f"/api/blobs/{digest}")).status == 200:
            progress(size_bytes)
            return digest
        headers = {"Content-Type": "application/octet-stream", "Content-Length": str(size_bytes)}
        blocks = _blocks(path, progress)
        answer = await self._slow.whole("POST", f"/api/blobs/{digest}", blocks, headers=headers)
        if answer.status not in (200, 201):
            raise self._refusal("")(answer)
        return digest

    async def delete(self, model: str) -> None:
        """Remove `model`; layers that another model uses stay. Raises `ModelMissing`."""
        answer = await self._slow.whole("DELETE", "/api/delete", {"model": model}, model=model)
        if answer.status != 200:
            raise self._refusal(model)(answer)

    async def modelfile(self, model: str) -> str:
        """The Modelfile of `model` as the server writes it."""
        return text_of((await self._show(model)).get("modelfile"))

    async def aclose(self) -> None:
        """End all connections, and with them what is pulled: parts stay."""
        await self._slow.aclose()
        await super().aclose()

    async def _statuses(self, path: str, body: dict[str, Any], *, model: str) -> AsyncGenerator[dict[str, Any], None]:
        """The lines of a stream that must end with `success`."""
        succeeded = False
        async with self._slow.lines(path, body, model=model, refusal=self._refusal(model)) as lines:
            while (batch := await lines.next_batch()) is not None:
                for told in map(_object_in, batch):
                    if "error" in told:
                        raise self._failure(told["error"], model)
                    succeeded = told.get("status") == "success"
                    yield told
        if not succeeded:
            raise StreamBroken("the stream ended before “success”", model=model, address=self.address)

    def _failure(self, error: Any, model: str) -> EngineError:
        detail = error if isinstance(error, str) else str(error)[:500]
        address = self.address
        if "file does not exist" in detail or "not found" in detail:
            return ModelMissing(detail, model=model, address=address, status=404)
        if any(
            word in detail for word in ("dial tcp", "no such host", "i/o timeout", "TLS handshake", "connection re")
        ):
            return RegistryAway(detail, model=model, address=address)
        return refusal_of(WireAnswer(0, "", b""), detail, model=model, address=address)


def _object_in(line: bytes) -> dict[str, Any]:
    try:
        told = read_json(line)
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}


def _sum_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


async def _blocks(path: Path, progress: Callable[[int], None]) -> AsyncIterator[bytes]:
    sent = 0
    file = await asyncio.to_thread(path.open, "rb")
    try:
        while block := await asyncio.to_thread(file.read, _BLOCK_BYTES):
            yield block
            sent += len(block)
            progress(sent)
    finally:
        file.close()
