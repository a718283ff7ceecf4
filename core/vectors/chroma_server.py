"""Chroma's own server (`chroma run`), for those who outgrow the machine. It gets vectors and ids, never a word of text.

What it gets lies unencrypted on its disk, and vectors tell much about the texts they were made of: so the owner must
have agreed, and a server off this machine needs an open door. Spoken over plain HTTP with bounded waiting and sizes;
its own client would be 870 modules and a second of start in this process.
"""

from __future__ import annotations

import asyncio
import base64
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import urlsplit

import msgspec
import numpy as np

from core.errors import DoorClosed
from core.vectors.chroma_index import ChromaIndex
from core.vectors.exact_index import ExactIndex
from core.vectors.vector_index import Ids, Matrix, Space
from core.vectors.vector_trouble import ChromaServerAway, ChromaServerUnfit
from models.engine_errors import EngineError, NotAModelServer
from models.language.http_wire import HttpWire, WireAnswer, WireLimits

if TYPE_CHECKING:
    from collections.abc import Iterator

    import httpx

    from core.network.doors import Doors

PURPOSE = "Chroma server"
_PLACE = "/api/v2/tenants/default_tenant/databases/default_database/collections"
_LIMITS = WireLimits(answer_s=60.0)
_IDS_AT_ONCE = 5_000


class ChromaServer:
    """A `FarSide` on a server: one collection for one space of one profile's vectors."""

    name: Literal["chroma", "chroma_server"] = "chroma_server"
    replaces = True

    def __init__(self, address: str, collection: str, *, doors: Doors | None = None) -> None:
        """Connects to nothing. `collection` has 3 to 512 characters of [a-zA-Z0-9._-]."""
        self.on_gone: Callable[[], None] = _nothing
        self.address = address.rstrip("/")
        self._collection = collection
        self._doors = doors
        self._place = ""
        self._packs_vectors = False
        self._wire: HttpWire | None = None

    async def open(self) -> set[int]:
        """Find or make the collection. Raises DoorClosed, `ChromaServerAway`, `ChromaServerUnfit`."""
        self._check_door()
        flight = await self._asked("GET", "/api/v2/pre-flight-checks")
        self._packs_vectors = flight.get("supports_base64_encoding") is True
        wanted = {"name": self._collection, "get_or_create": True, "configuration": {"hnsw": {"space": "ip"}}}
        made = await self._asked("POST", _PLACE, wanted)
        if not isinstance(made.get("id"), str):
            raise ChromaServerUnfit("no collection came", address=self.address)
        self._place = f"{_PLACE}/{made['id']}"
        return await self._known()

    async def add(self, item_ids: Ids, vectors: Matrix) -> None:
        """Add items, or replace them."""
        body = await asyncio.to_thread(self._upsert_body, item_ids, vectors)
        headers = {"Content-Length": str(len(body))}
        await self._asked("POST", f"{self._place}/upsert", _once(body), headers=headers)

    async def delete(self, item_ids: Ids) -> None:
        """Forget items."""
        await self._asked("POST", f"{self._place}/delete", {"ids": [str(each) for each in item_ids.tolist()]})

    async def query(self, vector: Matrix, count: int) -> Ids:
        """About the nearest items, best first."""
        asked = {"query_embeddings": [vector.reshape(-1).tolist()], "n_results": count, "include": []}
        told = await self._asked("POST", f"{self._place}/query", asked)
        rows = told.get("ids")
        if not isinstance(rows, list) or len(rows) != 1:
            raise ChromaServerUnfit("no ids came", address=self.address)
        return np.array(self._numbers(rows[0]), dtype=np.int64)

    async def drop(self) -> None:
        """Delete the collection there."""
        self._check_door()
        await self._asked("DELETE", f"{_PLACE}/{self._collection}")

    async def aclose(self) -> None:
        """End the connections; the collection stays."""
        wire, self._wire = self._wire, None
        if wire is not None:
            await wire.aclose()

    # ---- inside -----------------------------------------------------------------------------------------------------

    def _check_door(self) -> None:
        """The guard refuses what no door allows, too; here it is known before anything is made ready."""
        parts = urlsplit(self.address)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ChromaServerUnfit("not an address", address=self.address)
        port = parts.port or (443 if parts.scheme == "https" else 80)
        if self._doors is not None and not self._doors.allows(parts.hostname, port):
            raise DoorClosed(f"{parts.hostname}:{port}", host=parts.hostname)

    def _upsert_body(self, item_ids: Ids, vectors: Matrix) -> bytes:
        rows = np.ascontiguousarray(vectors, dtype="<f4")
        told: list[Any] = (
            [base64.b64encode(row.tobytes()).decode("ascii") for row in rows] if self._packs_vectors else rows.tolist()
        )
        return msgspec.json.encode({"ids": [str(each) for each in item_ids.tolist()], "embeddings": told})

    async def _known(self) -> set[int]:
        known: set[int] = set()
        while True:
            asked = {"limit": _IDS_AT_ONCE, "offset": len(known), "include": []}
            told = await self._asked("POST", f"{self._place}/get", asked)
            ids = self._numbers(told.get("ids"))
            if not ids or known.issuperset(ids):
                return known
            known.update(ids)

    def _numbers(self, names: Any) -> list[int]:
        if not isinstance(names, list) or not all(isinstance(name, str) and name.isdecimal() for name in names):
            raise ChromaServerUnfit("ids that are not ours", address=self.address)
        return [int(name) for name in names]

    async def _asked(
        self,
        method: str,
        path: str,
        body: dict[str, Any] | AsyncIterator[bytes] | None = None,
        *,
        headers: Mapping[str, str] | None = None,
    ) -> dict[str, Any]:
        if self._wire is None:
            self._wire = HttpWire(self._connect, address=self.address, limits=_LIMITS)
        with self._in_own_words():
            answer = await self._wire.whole(method, path, body, headers=headers)
        return self._object_in(answer)

    def _object_in(self, answer: WireAnswer) -> dict[str, Any]:
        told = answer.json()
        if answer.status >= 500:
            raise ChromaServerAway(f"HTTP {answer.status}: {answer.body[:200]!r}", address=self.address)
        if answer.status not in (200, 201) or not isinstance(told, dict):
            raise ChromaServerUnfit(f"HTTP {answer.status}: {answer.body[:200]!r}", address=self.address)
        return told

    @contextmanager
    def _in_own_words(self) -> Iterator[None]:
        try:
            yield
        except NotAModelServer as fault:
            raise ChromaServerUnfit(fault.detail, address=self.address) from fault
        except EngineError as fault:
            raise ChromaServerAway(fault.detail, address=self.address) from fault

    async def _connect(self) -> httpx.AsyncClient:
        from core.network.http_client import http_client

        return await asyncio.to_thread(http_client, base_url=self.address, timeout_s=_LIMITS.answer_s)


class ChromaServerIndex(ChromaIndex):
    """A `VectorIndex` whose far side is a Chroma server. Raises nothing when that is away: exact answers go on."""

    def __init__(
        self, exact: ExactIndex, *, address: str, collection: str, space: Space, doors: Doors | None = None
    ) -> None:
        """Only passages never change under their number; of the rest the server may have older vectors."""
        super().__init__(exact, ChromaServer(address, collection, doors=doors), trusts_kept=space == "chunk")


async def _once(body: bytes) -> AsyncIterator[bytes]:
    yield body


def _nothing() -> None:
    return None
