"""Encrypted backups of one profile: verified before they get their name, and again before a restore gets its place.

A backup has a database key of its own, and opens with the secrets that were valid when it was made.
"""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from core.clock import Clock
from core.errors import BackupDamaged, Cancelled, DatabaseDamaged, HistoryDamaged, NewerFormat
from core.paths import ProfilePaths
from core.vault.anchor import Anchor
from core.vault.backup_archive import BLOBS, DATABASE, HEADER, Manifest, new_archive, read_archive, read_header
from core.vault.database import Connection, error_of_system, open_connection, own_errors, refuse_unproven
from core.vault.header_file import sync_folder
from core.vault.integrity import full_check
from core.vault.keys import expand
from core.vault.migrations import STEPS, schema_version

__all__ = ["SUFFIX", "BackupReport", "BackupSource", "read_header", "restore_backup", "verify_backup", "write_backup"]

SUFFIX = ".hearth-backup"
_CACHE_KIB = 16000
_PAGES_AT_ONCE = 2048
_STEPS_BETWEEN_LOOKS = 100_000  # of SQLite's virtual machine


@dataclass(frozen=True, slots=True)
class BackupReport:
    """What a backup holds. `rows` counts each table; `missing_blobs` had lost their file when it was made."""

    path: Path
    profile_id: str
    created_at: datetime
    size_bytes: int
    schema: int
    sequence: int
    rows: Mapping[str, int]
    missing_blobs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BackupSource:
    """What is backed up. `connect` opens a connection that reads; `key` is the one derived for `backup`.

    `is_wanted` is asked again and again, on the thread that backs up; when it says no, the backup ends with Cancelled.
    """

    profile_id: str
    header: bytes
    connect: Callable[[], Connection]
    blobs: Path
    key: bytes
    is_wanted: Callable[[], bool] = lambda: True

    def check(self) -> None:
        """Raise Cancelled when the backup is no longer wanted."""
        if not self.is_wanted():
            raise Cancelled("the backup is no longer wanted")


@dataclass(frozen=True, slots=True)
class _Copied:
    """What was read in the same snapshot that was copied."""

    schema: int
    sequence: int
    rows: dict[str, int]
    blob_ids: tuple[str, ...]


def write_backup(target: Path, source: BackupSource, *, clock: Clock) -> BackupReport:
    """Back up to `target` while the profile stays in use. Blocks: about 3 s for 150 MB.

    Nothing is written to `target` before everything was verified. Raises NotEnoughSpace, ProfileFilesUnreadable, and
    DatabaseDamaged when the profile itself is damaged: a good backup is never replaced by a damaged one. Cancelled
    when the source says that it is no longer wanted.
    """
    with _folder_beside(target) as folder:
        salt = secrets.token_bytes(16)
        database, archive = folder / DATABASE, folder / "archive"
        key = _database_key(source.key, salt)
        copied = _copy_snapshot(source, database, key)
        _verify(database, key, copied.rows, is_wanted=source.is_wanted)
        _pack(archive, source, database, copied, created_at_ms=int(clock.now().timestamp() * 1000), salt=salt)
        manifest = read_archive(archive, source.key, place=lambda _: source.check())
        source.check()
        try:
            archive.replace(target)
            sync_folder(target.parent)
        except OSError as error:
            raise error_of_system(error) from error
    return _report(target, manifest)


def verify_backup(backup: Path, key: bytes) -> BackupReport:
    """Check the whole backup without restoring it: the manifest, every file, the database. Blocks.

    Needs room beside the backup for its database. Raises BackupDamaged, NewerFormat, NotEnoughSpace.
    """
    with _folder_beside(backup) as folder, _as_backup_damage():
        database = folder / DATABASE
        manifest = read_archive(backup, key, place=lambda name: database if name == DATABASE else None)
        _verify(database, _database_key(key, bytes.fromhex(manifest.salt)), manifest.rows)
    return _report(backup, manifest)


def restore_backup(
    backup: Path, into: ProfilePaths, *, backup_key: bytes, database_key: bytes, anchor: Anchor
) -> BackupReport:
    """Unpack `backup` into the empty folder of `into`, verify everything and put the database under `database_key`.

    The restored database is one write ahead of the backup, so that it suits the mirror in the restored header.
    Raises BackupDamaged, NewerFormat, NotEnoughSpace: then the caller removes the folder; nothing else was touched.
    """
    packed = into.folder / "packed.db"

    def place(name: str) -> Path:
        if name.startswith(BLOBS):
            return into.blobs / name.removeprefix(BLOBS)
        return into.header if name == HEADER else packed

    try:
        with _as_backup_damage():
            manifest = read_archive(backup, backup_key, place=place)
            if manifest.schema > STEPS[-1].version:
                raise NewerFormat(f"the backup has schema {manifest.schema}")
            key = _database_key(backup_key, bytes.fromhex(manifest.salt))
            _verify(packed, key, manifest.rows)
            _put_under_key(packed, key, into.database, database_key, anchor)
            _verify(into.database, database_key, manifest.rows)
    finally:
        _remove_database(packed)
    return _report(backup, manifest)


def _copy_snapshot(source: BackupSource, database: Path, key: bytes) -> _Copied:
    with own_errors():
        origin = source.connect()
        try:
            origin.execute("BEGIN")
            schema = schema_version(origin)
            sequence = int(origin.execute("SELECT sequence FROM anchor").fetchone()[0])
            blob_ids = tuple(row[0] for row in origin.execute("SELECT blob_id FROM blob ORDER BY blob_id"))
            rows = _row_counts(origin)
            _copy(origin, database, key, check=source.check)
            refuse_unproven(origin)
        finally:
            origin.close()
    return _Copied(schema, sequence, rows, blob_ids)


def _copy(origin: Connection, database: Path, key: bytes, *, check: Callable[[], None] = lambda: None) -> None:
    """A whole copy under another key; closed and without a WAL. `check` is called every few megabytes."""
    with own_errors():
        copy = open_connection(database, key, create=True, cache_kib=_CACHE_KIB)
        try:
            origin.backup(copy, pages=_PAGES_AT_ONCE, progress=lambda *_: check())
            copy.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        finally:
            copy.close()


def _put_under_key(packed: Path, packed_key: bytes, database: Path, key: bytes, anchor: Anchor) -> None:
    with own_errors():
        origin = open_connection(packed, packed_key, cache_kib=_CACHE_KIB)
        try:
            origin.execute("BEGIN")
            _copy(origin, database, key)
            refuse_unproven(origin)
        finally:
            origin.close()
        restored = open_connection(database, key, cache_kib=_CACHE_KIB)
        try:
            restored.execute("BEGIN IMMEDIATE")
            anchor.bump(restored)
            restored.execute("COMMIT")
            restored.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        finally:
            restored.close()


def _verify(
    database: Path, key: bytes, rows: Mapping[str, int], *, is_wanted: Callable[[], bool] = lambda: True
) -> None:
    """Open it and look at every page, every index and every count. Raises DatabaseDamaged, Cancelled."""
    connection = open_connection(database, key, cache_kib=_CACHE_KIB)
    connection.set_progress_handler(lambda: not is_wanted(), _STEPS_BETWEEN_LOOKS)
    try:
        findings = full_check(connection)
        with own_errors():
            counted = _row_counts(connection)
    finally:
        connection.close()
    if findings:
        raise DatabaseDamaged("; ".join(findings[:3]))
    if counted != dict(rows):
        raise DatabaseDamaged("the copy has other numbers of rows")


def _pack(
    archive: Path, source: BackupSource, database: Path, copied: _Copied, *, created_at_ms: int, salt: bytes
) -> None:
    missing: list[str] = []
    with new_archive(archive) as writer:
        writer.add_bytes(HEADER, source.header)
        writer.add_file(DATABASE, database)
        for blob_id in copied.blob_ids:
            source.check()
            try:
                writer.add_file(BLOBS + blob_id, source.blobs / blob_id)
            except FileNotFoundError:
                missing.append(blob_id)
        manifest = Manifest(
            profile_id=source.profile_id,
            created_at_ms=created_at_ms,
            salt=salt.hex(),
            schema=copied.schema,
            sequence=copied.sequence,
            rows=copied.rows,
            missing_blobs=tuple(missing),
            files=dict(writer.files),
        )
        writer.add_manifest(manifest.encode(source.key))


def _row_counts(connection: Connection) -> dict[str, int]:
    """Rows of each ordinary table; the shadow tables of the search indexes are checked by the index itself."""
    names = connection.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    return {name: int(connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]) for (name,) in sorted(names)}


def _database_key(backup_key: bytes, salt: bytes) -> bytes:
    return expand(backup_key, salt=salt, label="hearth/v1/backup-database")


def _report(path: Path, manifest: Manifest) -> BackupReport:
    return BackupReport(
        path=path,
        profile_id=manifest.profile_id,
        created_at=datetime.fromtimestamp(manifest.created_at_ms / 1000, UTC),
        size_bytes=path.stat().st_size,
        schema=manifest.schema,
        sequence=manifest.sequence,
        rows=manifest.rows,
        missing_blobs=manifest.missing_blobs,
    )


@contextmanager
def _folder_beside(path: Path) -> Iterator[Path]:
    """A folder on the same disk that is gone after the block."""
    folder = path.with_name(f".{path.name}.{secrets.token_hex(4)}.new")
    try:
        folder.mkdir(mode=0o700)
    except OSError as error:
        raise error_of_system(error) from error
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _as_backup_damage() -> Iterator[None]:
    """What would be a damaged profile is, inside a backup, a damaged backup."""
    try:
        yield
    except (DatabaseDamaged, HistoryDamaged) as error:
        raise BackupDamaged(error.detail) from error


def _remove_database(database: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        with suppress(OSError):
            database.with_name(database.name + suffix).unlink()
