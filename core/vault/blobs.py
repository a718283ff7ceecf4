"""Attachments as files, each encrypted under a random key of its own, wrapped by the vault's blob key.

Deleting a blob deletes its wrapped key first: without it the file is noise, even where the file itself lives on in a
file system's snapshot. File sizes are padded (Padmé), so that a size on disk tells little.
"""

from __future__ import annotations

import asyncio
import hashlib
import os
import re
import secrets
import uuid
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from core.clock import Clock, RealClock
from core.errors import DatabaseDamaged, NotEnoughSpace
from core.vault.database import Connection, error_of_system
from core.vault.header_file import sync_folder
from core.vault.keys import KEY_BYTES, NONCE_BYTES, seal, unseal
from core.vault.readers import Readers
from core.vault.writer import Writer

_FORMAT = b"hearth blob 1\n"
_CHUNK_BYTES = 1024 * 1024
_TAG_BYTES = 16
_SMALLEST_BYTES = 4096
_BLOB_NAME = re.compile(r"[0-9a-f]{32}")
_IDS_PER_STATEMENT = 500


class BlobStore(Protocol):
    """Keeps bytes under an id."""

    async def put(self, data: bytes) -> str:
        """Keep `data`; returns its new id once it is durable."""

    async def get(self, blob_id: str) -> bytes:
        """The bytes. Raises DatabaseDamaged when they are missing or changed."""

    async def delete(self, blob_ids: Sequence[str]) -> None:
        """Forget these; unknown ids are fine. One that a message names stays, also when it was named only just now."""


class MemoryBlobs:
    """For private chats: nothing reaches the disk."""

    def __init__(self, writer: Writer, *, clock: Clock | None = None) -> None:
        self._writer = writer
        self._clock = clock or RealClock()
        self._data: dict[str, bytes] = {}

    async def put(self, data: bytes) -> str:
        """Keep `data` in memory, with the row that attachments refer to."""
        blob_id = uuid.uuid4().hex
        row = await asyncio.to_thread(_Row, blob_id, b"", data, _milliseconds(self._clock))
        self._data[blob_id] = data
        await self._writer.run(row.insert)
        return blob_id

    async def get(self, blob_id: str) -> bytes:
        """The bytes."""
        try:
            return self._data[blob_id]
        except KeyError:
            raise DatabaseDamaged(f"blob {blob_id} is missing") from None

    async def delete(self, blob_ids: Sequence[str]) -> None:
        """Forget these."""
        ids = tuple(blob_ids)
        kept = await self._writer.run(lambda connection: _delete_rows(connection, ids))
        for blob_id in ids:
            if blob_id not in kept:
                self._data.pop(blob_id, None)


class VaultBlobs:
    """Files in `folder`, rows in table `blob`. `key` is the key derived for `blob`."""

    def __init__(
        self, folder: Path, key: bytes, *, writer: Writer, readers: Readers, clock: Clock | None = None
    ) -> None:
        self._folder = folder
        self._key = key
        self._writer = writer
        self._readers = readers
        self._clock = clock or RealClock()
        self._made_here: set[str] = set()  # never swept: their row may be on its way

    async def put(self, data: bytes) -> str:
        """Write the file, then its row. Raises NotEnoughSpace; then nothing is left behind."""
        if self._writer.is_full:
            raise NotEnoughSpace("no attachments while the disk is full")
        blob_id = uuid.uuid4().hex
        blob_key = secrets.token_bytes(KEY_BYTES)
        wrapped = wrap_key(self._key, blob_id, blob_key)
        row = await asyncio.to_thread(_Row, blob_id, wrapped, data, _milliseconds(self._clock))
        self._made_here.add(blob_id)
        path = self._folder / blob_id
        writing = asyncio.ensure_future(asyncio.to_thread(write_blob_file, path, blob_id, blob_key, data))
        try:
            await asyncio.shield(writing)
            await self._writer.run(row.insert)
        except BaseException:
            # Also when cancelled. If the row was written all the same, nothing refers to it.
            await asyncio.shield(_abandon(writing, path))
            raise
        return blob_id

    async def get(self, blob_id: str) -> bytes:
        """Read, decrypt and compare with the digest of the row."""
        row = await self._readers.run(
            lambda connection: connection.execute(
                "SELECT wrapped_key, size_bytes, sha256 FROM blob WHERE blob_id = ?", (blob_id,)
            ).fetchone()
        )
        if row is None:
            raise DatabaseDamaged(f"blob {blob_id} is missing")
        wrapped, size_bytes, sha256 = row
        blob_key = unwrap_key(self._key, blob_id, wrapped)

        def read() -> bytes:
            data = read_blob_file(self._folder / blob_id, blob_id, blob_key, size_bytes)
            if hashlib.sha256(data).digest() != sha256:
                raise DatabaseDamaged(f"blob {blob_id} has another content")
            return data

        return await asyncio.to_thread(read)

    async def delete(self, blob_ids: Sequence[str]) -> None:
        """Crypto-shred: the wrapped keys go first, also from the WAL, then the files."""
        ids = tuple(blob_id for blob_id in blob_ids if _BLOB_NAME.fullmatch(blob_id))
        if not ids:
            return
        kept = await self._writer.run(lambda connection: _delete_rows(connection, ids))
        await self._writer.fold()
        await asyncio.to_thread(self._unlink_all, [blob_id for blob_id in ids if blob_id not in kept])

    async def sweep(self) -> int:
        """Remove files that no row knows, left by a crash between file and row; returns how many."""
        names = await asyncio.to_thread(self._names)
        known = set(
            await self._readers.run(lambda c: [row[0] for row in c.execute("SELECT blob_id FROM blob").fetchall()])
        )
        orphans = tuple(name for name in names if name not in known and name.partition(".")[0] not in self._made_here)
        await asyncio.to_thread(self._unlink_all, orphans)
        return len(orphans)

    def _names(self) -> list[str]:
        try:
            return [path.name for path in self._folder.iterdir() if _BLOB_NAME.match(path.name)]
        except FileNotFoundError:
            return []
        except OSError as error:
            raise error_of_system(error) from error

    def _unlink_all(self, names: Sequence[str]) -> None:
        for name in names:
            _unlink(self._folder / name)


class _Row:
    """One row of table `blob`, ready to insert. Made on a thread, since it hashes the data."""

    def __init__(self, blob_id: str, wrapped_key: bytes, data: bytes, created_at: int) -> None:
        self._values = (blob_id, wrapped_key, len(data), hashlib.sha256(data).digest(), created_at)

    def insert(self, connection: Connection) -> None:
        connection.execute(
            "INSERT INTO blob (blob_id, wrapped_key, size_bytes, sha256, created_at) VALUES (?, ?, ?, ?, ?)",
            self._values,
        )


# ---- keys -----------------------------------------------------------------------------------------------------------


def wrap_key(vault_key: bytes, blob_id: str, blob_key: bytes) -> bytes:
    """The blob's key under the vault's blob key, bound to the blob's id."""
    nonce, sealed = seal(vault_key, blob_key, bound_to=_bound_to(blob_id))
    return nonce + sealed


def unwrap_key(vault_key: bytes, blob_id: str, wrapped: bytes) -> bytes:
    """Undo `wrap_key`. Raises DatabaseDamaged."""
    blob_key = unseal(vault_key, wrapped[:NONCE_BYTES], wrapped[NONCE_BYTES:], bound_to=_bound_to(blob_id))
    if blob_key is None:
        raise DatabaseDamaged(f"the key of blob {blob_id} does not unwrap")
    return blob_key


def rewrap_keys(connection: Connection, *, old_key: bytes, new_key: bytes) -> int:
    """A writer's job for a change of master key: wrap every blob's key anew; may be run again after a crash."""
    changed = 0
    for blob_id, wrapped in connection.execute("SELECT blob_id, wrapped_key FROM blob").fetchall():
        bound_to = _bound_to(blob_id)
        if unseal(new_key, wrapped[:NONCE_BYTES], wrapped[NONCE_BYTES:], bound_to=bound_to) is not None:
            continue
        rewrapped = wrap_key(new_key, blob_id, unwrap_key(old_key, blob_id, wrapped))
        connection.execute("UPDATE blob SET wrapped_key = ? WHERE blob_id = ?", (rewrapped, blob_id))
        changed += 1
    return changed


def _bound_to(blob_id: str) -> bytes:
    return b"hearth blob key " + blob_id.encode()


# ---- files ----------------------------------------------------------------------------------------------------------


def write_blob_file(path: Path, blob_id: str, blob_key: bytes, data: bytes) -> None:
    """Encrypt in chunks of 1 MiB to a temporary file, make it durable, then give it its name."""
    temporary = path.with_name(f"{path.name}.{secrets.token_hex(4)}.new")
    try:
        path.parent.mkdir(mode=0o700, exist_ok=True)
        handle = os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(_FORMAT)
            for piece in _encrypted(blob_id, blob_key, data):
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        _unlink(temporary)
        raise error_of_system(error) from error


def read_blob_file(path: Path, blob_id: str, blob_key: bytes, size_bytes: int) -> bytes:
    """The plain bytes of a blob's file. Raises DatabaseDamaged, ProfileFilesUnreadable."""
    cipher = AESGCM(blob_key)
    try:
        with path.open("rb") as file:
            if file.read(len(_FORMAT)) != _FORMAT:
                raise DatabaseDamaged(f"blob {blob_id} has an unknown form")
            pieces: list[bytes] = []
            while chunk := file.read(_CHUNK_BYTES + _TAG_BYTES):
                pieces.append(cipher.decrypt(_nonce(len(pieces)), chunk, _chunk_bound_to(blob_id)))
    except InvalidTag as error:
        raise DatabaseDamaged(f"blob {blob_id} was changed") from error
    except FileNotFoundError as error:
        raise DatabaseDamaged(f"the file of blob {blob_id} is missing") from error
    except OSError as error:
        raise error_of_system(error) from error
    padded = b"".join(pieces)
    if len(padded) != padded_size(size_bytes):
        raise DatabaseDamaged(f"blob {blob_id} was cut")
    return padded[:size_bytes]


def padded_size(size_bytes: int) -> int:
    """Padmé: at most 12 % more, and sizes fall into few classes (Nikitin et al., PURBs, 2019, §5.1); at least 4 KiB."""
    size_bytes = max(size_bytes, _SMALLEST_BYTES)
    exponent = size_bytes.bit_length() - 1
    low_bits = exponent - exponent.bit_length()
    mask = (1 << low_bits) - 1
    return (size_bytes + mask) & ~mask


def _encrypted(blob_id: str, blob_key: bytes, data: bytes) -> Iterator[bytes]:
    """Chunk by chunk; the key is used for this blob alone, so a counter is a sound nonce. Cuts show by the length."""
    cipher = AESGCM(blob_key)
    view = memoryview(data)
    size = padded_size(len(data))
    for number, start in enumerate(range(0, size, _CHUNK_BYTES)):
        chunk = bytes(view[start : start + _CHUNK_BYTES])
        chunk = chunk.ljust(min(_CHUNK_BYTES, size - start), b"\0")
        yield cipher.encrypt(_nonce(number), chunk, _chunk_bound_to(blob_id))


def _nonce(number: int) -> bytes:
    return number.to_bytes(NONCE_BYTES, "big")


def _chunk_bound_to(blob_id: str) -> bytes:
    return _FORMAT + blob_id.encode()


async def _abandon(writing: asyncio.Future[None], path: Path) -> None:
    """Remove the file once the thread that writes it has ended: a thread cannot be cancelled."""
    await asyncio.wait([writing])
    if not writing.cancelled():
        writing.exception()
    await asyncio.to_thread(_unlink, path)


def _unlink(path: Path) -> None:
    with suppress(OSError):
        path.unlink()


def _delete_rows(connection: Connection, ids: Sequence[str]) -> set[str]:
    """Returns those that stay: a message, a transcript or a document came to name them after they were found unused."""
    kept: set[str] = set()
    for start in range(0, len(ids), _IDS_PER_STATEMENT):
        some = ids[start : start + _IDS_PER_STATEMENT]
        marks = ",".join("?" * len(some))
        connection.execute(
            f"DELETE FROM blob WHERE blob_id IN ({marks}) AND blob_id NOT IN (SELECT blob_id FROM attachment)"
            " AND blob_id NOT IN (SELECT blob_id FROM transcript WHERE blob_id IS NOT NULL)"
            " AND blob_id NOT IN (SELECT blob_id FROM document WHERE blob_id IS NOT NULL)",
            some,
        )
        kept.update(row[0] for row in connection.execute(f"SELECT blob_id FROM blob WHERE blob_id IN ({marks})", some))
    return kept


def _milliseconds(clock: Clock) -> int:
    return int(clock.now().timestamp() * 1000)
