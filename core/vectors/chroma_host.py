"""The process that holds a space of vectors in Chroma, in memory. It gets numbers and ids, never a word of text.

Started by `chroma_process` only. Chroma holds Python's lock for up to a second while it adds, which is why it lives
here; ending this process is also the only way to get its memory back. It may write no file at all.
"""

from __future__ import annotations

import contextlib
import os
import queue
import signal
import sys
import threading
import types
from typing import Any, BinaryIO, TypeAlias

import msgspec
import numpy as np

from models.child_frames import framed, read_body
from models.child_walls import put_up_walls


class OpenSpace(msgspec.Struct, frozen=True, tag=True):
    """Make ready. `search_width` is HNSW's ef_search."""

    dimensions: int
    threads: int
    search_width: int


class AddVectors(msgspec.Struct, frozen=True, tag=True):
    """Add items that are not there yet: int64 ids and float32 vectors, one after the other."""

    call: int
    item_ids: bytes
    vectors: bytes


class DeleteVectors(msgspec.Struct, frozen=True, tag=True):
    """Forget items."""

    call: int
    item_ids: bytes


class AskNearest(msgspec.Struct, frozen=True, tag=True):
    """Which items are nearest."""

    call: int
    vector: bytes
    count: int


Asked: TypeAlias = OpenSpace | AddVectors | DeleteVectors | AskNearest


class Answered(msgspec.Struct, frozen=True, tag=True):
    """Done; `item_ids` are those found. Call 0 is the opening."""

    call: int
    item_ids: bytes = b""


class Refused(msgspec.Struct, frozen=True, tag=True):
    """It did not work."""

    call: int
    fault: str


Told: TypeAlias = Answered | Refused


def main() -> int:
    """Serve until the input is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is for Hearth, which then lets this process go
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    put_up_walls(own_network=True)
    _write_no_file()
    first = read_body(requests)
    if first is None:
        return 0
    decoder = msgspec.msgpack.Decoder(Asked)
    opening = decoder.decode(first)
    if not isinstance(opening, OpenSpace):
        return 2
    waiting: queue.SimpleQueue[Asked] = queue.SimpleQueue()
    space = _Space(opening)
    threading.Thread(target=_take, args=(requests, decoder, waiting), name="requests", daemon=True).start()
    _tell(answers, Answered(0))
    while True:
        asked = waiting.get()
        if not isinstance(asked, OpenSpace):
            _tell(answers, _answer(space, asked))


class _Space:
    def __init__(self, opening: OpenSpace) -> None:
        for name in [name for name in os.environ if name.startswith(("CHROMA_", "OTEL_"))]:
            del os.environ[name]
        os.environ["ANONYMIZED_TELEMETRY"] = "False"
        _leave_exporter_out()
        import chromadb
        from chromadb.config import Settings

        self._dimensions = opening.dimensions
        self._collection: Any = chromadb.EphemeralClient(Settings(anonymized_telemetry=False)).create_collection(
            "vectors",
            embedding_function=None,
            configuration={
                "hnsw": {"space": "ip", "ef_search": opening.search_width, "num_threads": opening.threads},
            },
        )

    def add(self, item_ids: bytes, vectors: bytes) -> None:
        rows = np.frombuffer(vectors, dtype="<f4").reshape(-1, self._dimensions)
        self._collection.add(ids=_names(item_ids), embeddings=rows)

    def delete(self, item_ids: bytes) -> None:
        self._collection.delete(ids=_names(item_ids))

    def nearest(self, vector: bytes, count: int) -> bytes:
        query = np.frombuffer(vector, dtype="<f4").reshape(1, self._dimensions)
        found = self._collection.query(query_embeddings=query, n_results=count, include=[])
        return np.array([int(name) for name in found["ids"][0]], dtype="<i8").tobytes()


def _answer(space: _Space, asked: AddVectors | DeleteVectors | AskNearest) -> Told:
    found = b""
    try:
        match asked:
            case AddVectors():
                space.add(asked.item_ids, asked.vectors)
            case DeleteVectors():
                space.delete(asked.item_ids)
            case AskNearest():
                found = space.nearest(asked.vector, asked.count)
    except Exception as fault:  # noqa: BLE001 - whatever Chroma raises, the other side goes on without it
        return Refused(asked.call, f"{type(fault).__name__}: {fault}"[:300])
    return Answered(asked.call, found)


def _leave_exporter_out() -> None:
    """Chroma imports what would send its traces away, at every start: gRPC, 19 MB. Nothing is ever sent from here."""
    name = "opentelemetry.exporter.otlp.proto.grpc.trace_exporter"
    nothing: Any = types.ModuleType(name)
    nothing.OTLPSpanExporter = None
    sys.modules[name] = nothing


def _names(item_ids: bytes) -> list[str]:
    return [str(item_id) for item_id in np.frombuffer(item_ids, dtype="<i8").tolist()]


def _tell(answers: BinaryIO, told: Told) -> None:
    try:
        answers.write(framed(msgspec.msgpack.encode(told)))
        answers.flush()
    except OSError:
        os._exit(0)  # nobody listens any more


def _take(requests: BinaryIO, decoder: msgspec.msgpack.Decoder[Asked], waiting: queue.SimpleQueue[Asked]) -> None:
    """Read what is asked; at its end the process ends, whatever it is doing."""
    while (body := read_body(requests)) is not None:
        waiting.put(decoder.decode(body))
    os._exit(0)


def _write_no_file() -> None:
    """The system refuses every byte into a file from here on; and others who want the processor come first."""
    if sys.platform != "win32":
        import resource

        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        with contextlib.suppress(OSError):
            os.nice(10)
    sys.dont_write_bytecode = True


if __name__ == "__main__":
    sys.exit(main())
