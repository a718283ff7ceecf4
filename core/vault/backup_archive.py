"""The file of a backup: a plain tar with the header, the database, the attachments and, last, a signed manifest.

Reading trusts nothing: member names are fixed, every byte is counted and hashed, and the manifest's MAC decides.
"""

from __future__ import annotations

import hashlib
import hmac
import io
import json
import os
import re
import tarfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

from core.errors import BackupDamaged, NewerFormat
from core.vault.database import error_of_system
from core.vault.header import LARGEST_BYTES
from core.vault.keys import expand

HEADER, DATABASE, MANIFEST = "hearth.keys", "hearth.db", "manifest.json"
BLOBS = "blobs/"
FORMAT = 1
_BLOB = re.compile(r"blobs/[0-9a-f]{32}")
_LARGEST_MANIFEST_BYTES = 256 * 1024 * 1024
_PIECE_BYTES = 1024 * 1024


@dataclass(frozen=True, slots=True)
class FileDigest:
    """What a member must be."""

    size_bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the backup holds; `rows` counts each table, `salt` is hexadecimal."""

    profile_id: str
    created_at_ms: int
    salt: str
    schema: int
    sequence: int
    rows: Mapping[str, int]
    missing_blobs: tuple[str, ...]
    files: Mapping[str, FileDigest]

    def encode(self, key: bytes) -> bytes:
        """Canonical JSON with its MAC under the backup key."""
        fields = {"format": FORMAT, **asdict(self)}
        return _canonical({**fields, "mac": _mac(key, fields)})

    @classmethod
    def decode(cls, data: bytes, key: bytes) -> Manifest:
        """Read and authenticate. Raises BackupDamaged, NewerFormat."""
        try:
            fields = dict(json.loads(data))
            mac = str(fields.pop("mac", ""))
            version = fields.get("format")
            if isinstance(version, int) and version > FORMAT:
                raise NewerFormat(f"backup format {version}")
            if not hmac.compare_digest(mac.encode(), _mac(key, fields).encode()):
                raise BackupDamaged("the manifest's MAC does not fit")
            return cls(
                profile_id=fields["profile_id"],
                created_at_ms=fields["created_at_ms"],
                salt=fields["salt"],
                schema=fields["schema"],
                sequence=fields["sequence"],
                rows=fields["rows"],
                missing_blobs=tuple(fields["missing_blobs"]),
                files={name: FileDigest(**digest) for name, digest in fields["files"].items()},
            )
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            raise BackupDamaged(f"the manifest has the wrong form: {type(error).__name__}") from error


class ArchiveWriter:
    """Adds members to a new archive and remembers their digests."""

    def __init__(self, tar: tarfile.TarFile) -> None:
        self._tar = tar
        self.files: dict[str, FileDigest] = {}

    def add_file(self, name: str, path: Path) -> None:
        """A file of the profile; raises FileNotFoundError when it is gone."""
        with path.open("rb") as file:
            self._add(name, file, os.fstat(file.fileno()).st_size)

    def add_bytes(self, name: str, data: bytes) -> None:
        """Bytes, such as the header."""
        self._add(name, io.BytesIO(data), len(data))

    def add_manifest(self, data: bytes) -> None:
        """The last member; it names all others."""
        self.add_bytes(MANIFEST, data)

    def _add(self, name: str, file: IO[bytes], size_bytes: int) -> None:
        member = tarfile.TarInfo(name)
        member.size, member.mode = size_bytes, 0o600
        hashing = _HashingReader(file)
        self._tar.addfile(member, hashing)
        self.files[name] = FileDigest(hashing.size_bytes, hashing.sha256)


@contextmanager
def new_archive(path: Path) -> Iterator[ArchiveWriter]:
    """A new archive at `path`, durable when the block ends."""
    try:
        descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(descriptor, "wb") as file:
            with tarfile.open(fileobj=file, mode="w", format=tarfile.GNU_FORMAT) as tar:
                yield ArchiveWriter(tar)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise error_of_system(error) from error


def read_header(backup: Path) -> bytes:
    """The key header inside, so that a secret can be tried; says nothing about the rest. Raises BackupDamaged."""
    with _own_archive_errors():
        for name, file in _members(backup):
            if name == HEADER:
                return file.read(LARGEST_BYTES + 1)
    raise BackupDamaged("there is no header inside")


def read_archive(backup: Path, key: bytes, *, place: Callable[[str], Path | None]) -> Manifest:
    """Read all members, write each where `place` says, and compare everything with the manifest.

    Raises BackupDamaged, NewerFormat, NotEnoughSpace, ProfileFilesUnreadable.
    """
    found: dict[str, FileDigest] = {}
    manifest = b""
    with _own_archive_errors():
        for name, file in _members(backup):
            if name in found or manifest:
                raise BackupDamaged(f"{name} stands in the wrong place")
            if name == MANIFEST:
                manifest = file.read(_LARGEST_MANIFEST_BYTES)
                continue
            found[name] = _copied(file, place(name))
    if not manifest:
        raise BackupDamaged("the end of the backup is missing")
    stated = Manifest.decode(manifest, key)
    if found != stated.files or not {HEADER, DATABASE} <= found.keys():
        raise BackupDamaged("the contents are not those of the manifest")
    return stated


def _members(backup: Path) -> Iterator[tuple[str, IO[bytes]]]:
    """Each member's name and bytes; whatever is not a member of a backup is damage."""
    with tarfile.open(backup, mode="r:") as tar:
        for member in tar:
            name = member.name
            if member.type != tarfile.REGTYPE or not (name in (HEADER, DATABASE, MANIFEST) or _BLOB.fullmatch(name)):
                raise BackupDamaged("a member that does not belong there")
            file = tar.extractfile(member)
            if file is None:
                raise BackupDamaged(f"{name} cannot be read")
            yield name, file


@contextmanager
def _own_archive_errors() -> Iterator[None]:
    """Around everything that reads members: a cut shows only where the bytes are read."""
    try:
        yield
    except FileNotFoundError as error:
        raise BackupDamaged("there is no such file") from error
    except OSError as error:
        raise error_of_system(error) from error
    except (tarfile.TarError, ValueError, OverflowError, EOFError) as error:
        raise BackupDamaged(f"not a whole archive: {type(error).__name__}") from error


def _copied(file: IO[bytes], path: Path | None) -> FileDigest:
    source = _HashingReader(file)
    if path is None:
        for _ in iter(lambda: source.read(_PIECE_BYTES), b""):
            pass
    else:
        path.parent.mkdir(mode=0o700, exist_ok=True)
        descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(descriptor, "wb") as target:
            for piece in iter(lambda: source.read(_PIECE_BYTES), b""):
                target.write(piece)
            target.flush()
            os.fsync(target.fileno())
    return FileDigest(source.size_bytes, source.sha256)


class _HashingReader(io.RawIOBase):
    """Reads from another file and hashes what passes."""

    def __init__(self, file: IO[bytes]) -> None:
        super().__init__()
        self._file = file
        self._hash = hashlib.sha256()
        self.size_bytes = 0

    @property
    def sha256(self) -> str:
        """Of what was read so far."""
        return self._hash.hexdigest()

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        piece = self._file.read(size)
        self._hash.update(piece)
        self.size_bytes += len(piece)
        return piece


def _mac(key: bytes, fields: Mapping[str, object]) -> str:
    mac_key = expand(key, salt=None, label="hearth/v1/backup-manifest")
    return hmac.digest(mac_key, _canonical(fields), "sha256").hex()


def _canonical(fields: Mapping[str, object]) -> bytes:
    return json.dumps(fields, sort_keys=True, separators=(",", ":")).encode()
