"""Opens SQLCipher with its pragmas and asserts them; the one place where driver errors become Hearth's own.

Source of the settings: measurements in DESIGN §4. `temp_store=FILE`, for one, left readable rows in /var/tmp.
"""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlcipher3 import dbapi2

from core.errors import (
    Cancelled,
    DatabaseDamaged,
    HearthBug,
    HearthError,
    NotEnoughSpace,
    ProfileFilesUnreadable,
    ProfileInUse,
    SurroundingsFailed,
    SystemLibraryMissing,
)
from core.wording import worded

if TYPE_CHECKING:
    from sqlite3 import Connection
else:
    from sqlcipher3.dbapi2 import Connection

__all__ = [
    "BUSY_TIMEOUT_MS",
    "PAGE_BYTES",
    "PAGE_HMAC_BYTES",
    "Connection",
    "DatabaseKeyUnfit",
    "error_of_system",
    "open_connection",
    "open_memory_connection",
    "own_errors",
    "refuse_unproven",
]

PAGE_BYTES = 4096
# Each page ends with this MAC over ciphertext, IV and page number. As strong for us as SQLCipher's default HMAC_SHA512,
# and half its price per page where the processor has SHA instructions: a commit of ten pages is 7 % faster.
PAGE_HMAC = "HMAC_SHA256"
PAGE_HMAC_BYTES = 32
BUSY_TIMEOUT_MS = 5000
_STATEMENTS_KEPT = 256

# SQLite's primary result codes: https://www.sqlite.org/rescode.html
_PERM, _BUSY, _LOCKED, _READONLY, _INTERRUPT, _IOERR, _CORRUPT = 3, 5, 6, 8, 9, 10, 11
_FULL, _CANTOPEN, _AUTH, _FORMAT, _NOTADB = 13, 14, 23, 24, 26
# Growing the shared-memory file of the WAL failed: on Linux that is a full disk.
_IOERR_SHMSIZE = _IOERR | (19 << 8)
# A file shorter than it says, or of a damaged file system; any other I/O error is the device's.
_IOERR_OF_DAMAGE = frozenset(_IOERR | (kind << 8) for kind in (2, 32, 33))
# With less than this a new WAL and its index do not fit, and SQLite reports a plain I/O error instead of a full disk.
_ROOM_TO_OPEN_BYTES = 128 * 1024


class DatabaseKeyUnfit(DatabaseDamaged):
    """The first page cannot be read with this key: it is another key's database, or the page is damaged.

    `core.vault.integrity.examine` tells the two apart.
    """


class MemoryUsedUp(SurroundingsFailed):
    """The computer's memory is used up."""

    sentence = "The computer has no memory left for this."
    next_step = "Close other programs and try again. What was saved is safe."


@contextmanager
def own_errors(database: Path | None = None) -> Iterator[None]:
    """Within this block each error of the driver is raised as one of `core.errors`.

    Where `database` is being opened, give it: the room on its disk explains some errors.
    """
    try:
        yield
    except dbapi2.Error as error:
        if database is not None and _may_lack_room(error) and _has_no_room(database):
            raise NotEnoughSpace(str(error)) from error
        raise _translated(error) from error
    except MemoryError as error:
        raise MemoryUsedUp(str(error)) from error


def open_connection(
    path: Path, key: bytes, *, readonly: bool = False, cache_kib: int = 64000, create: bool = False
) -> Connection:
    """A connection with every pragma of DESIGN §4 set and asserted; autocommit, usable from any one thread at a time.

    `key` is the raw 32-byte database key. A missing or empty file is refused unless `create`: to SQLite an empty file
    is an empty database, to us it is a lost one.

    Raises DatabaseKeyUnfit, DatabaseDamaged, ProfileFilesUnreadable, NotEnoughSpace, ProfileInUse.
    """
    if len(key) != 32:
        raise HearthBug(f"a database key has 32 bytes, not {len(key)}")
    _prepare_file(path, create=create)
    address = f"{path.resolve().as_uri()}?mode={'ro' if readonly else 'rw'}"
    with own_errors(path):
        connection = _connect(address)
        try:
            _configure(connection, path, key, readonly=readonly, cache_kib=cache_kib)
            _assert_configured(connection, journal_mode="wal", cipher_hmac_algorithm=PAGE_HMAC)
        except BaseException:
            connection.close()
            raise
    return connection


def open_memory_connection() -> Connection:
    """A database that lives in memory only, for private chats; the same pragmas where they apply."""
    with own_errors():
        connection = _connect(":memory:")
        _set_common_pragmas(connection, cache_kib=16000)
        _assert_configured(connection, journal_mode="memory")
    return connection


def refuse_unproven(connection: Connection) -> None:
    """Raise DatabaseDamaged if this connection ever read a page that failed its MAC. Call before using what was read.

    SQLCipher (4.19) hands out zeros for such a page and fails only when another page is asked for: a long text whose
    last page is damaged, or a search that ended on one, would pass as read. From then on the connection is useless.
    """
    if _has_failed(connection):
        raise DatabaseDamaged("a page that was read failed its MAC")


def _has_failed(connection: Connection) -> bool:
    if connection.execute("PRAGMA cipher_status").fetchone() == ("1",):
        return False
    _, _, file = connection.execute("PRAGMA database_list").fetchone()
    return bool(file)  # a database in memory has no pages to prove


def _prepare_file(path: Path, *, create: bool) -> None:
    """Make the file with mode 0600, or make sure that it is there; SQLite gives its WAL the same mode."""
    try:
        if create:
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        elif path.stat().st_size == 0:
            raise DatabaseDamaged(f"{path.name} is empty")
    except FileNotFoundError as error:
        raise DatabaseDamaged(f"{path.name} is missing") from error
    except OSError as error:
        raise error_of_system(error) from error


def error_of_system(error: OSError) -> HearthError:
    """What an error of the operating system about a file of the profile means to the owner."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return NotEnoughSpace(str(error))
    return ProfileFilesUnreadable(str(error), reason=error.strerror or str(error))


def _connect(address: str) -> Connection:
    connection: Connection = dbapi2.connect(
        address, uri=True, isolation_level=None, check_same_thread=False, cached_statements=_STATEMENTS_KEPT
    )
    connection.enable_load_extension(False)
    return connection


def _configure(connection: Connection, path: Path, key: bytes, *, readonly: bool, cache_kib: int) -> None:
    connection.execute("PRAGMA cipher_log_level=NONE")  # it prints to stderr
    connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
    connection.execute(f"PRAGMA cipher_page_size={PAGE_BYTES}")
    connection.execute(f"PRAGMA cipher_hmac_algorithm={PAGE_HMAC}")
    connection.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
    if not readonly:
        mode = connection.execute("PRAGMA journal_mode=WAL").fetchone()[0]  # reads page 1: an unfit key shows here
        if mode != "wal":  # the disk is full, or shares no memory between processes, as network disks do
            no_room = _has_no_room(path)
            raise (
                NotEnoughSpace(mode)
                if no_room
                else ProfileFilesUnreadable(mode, reason=worded("this disk keeps no WAL"))
            )
    connection.execute("PRAGMA synchronous=FULL")
    _set_common_pragmas(connection, cache_kib=cache_kib)
    if sys.platform == "darwin":
        connection.execute("PRAGMA fullfsync=ON")
        connection.execute("PRAGMA checkpoint_fullfsync=ON")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


def _set_common_pragmas(connection: Connection, *, cache_kib: int) -> None:
    for pragma in (
        "temp_store=MEMORY",
        f"cache_size=-{cache_kib}",
        "foreign_keys=ON",
        "secure_delete=ON",
        "trusted_schema=OFF",
        "cell_size_check=ON",
        "mmap_size=0",
        "recursive_triggers=ON",  # so that REPLACE, too, is seen by the triggers of the search index and the audit
    ):
        connection.execute(f"PRAGMA {pragma}")


def _assert_configured(connection: Connection, **more: str) -> None:
    _assert_build(connection)
    wanted = {
        **more,
        "temp_store": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "page_size": PAGE_BYTES,
        "synchronous": 2,
    }
    for pragma, value in wanted.items():
        row = connection.execute(f"PRAGMA {pragma}").fetchone()
        if row is None or str(row[0]) != str(value):
            raise HearthBug(f"PRAGMA {pragma} is {row}, wanted {value!r}")


def _assert_build(connection: Connection) -> None:
    """The driver must be SQLCipher, built to keep temporary tables in memory: another build would leak plain text."""
    version = connection.execute("PRAGMA cipher_version").fetchone()
    options = {row[0] for row in connection.execute("PRAGMA compile_options")}
    if not version or not options & {"TEMP_STORE=2", "TEMP_STORE=3"}:
        raise SystemLibraryMissing(
            "no cipher, or not built with TEMP_STORE=2 or 3",
            library="An SQLCipher that encrypts and leaves no temporary files",
            command="Install Hearth again, with the versions it asks for.",
        )


def _may_lack_room(error: Any) -> bool:
    return (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF in (_IOERR, _CANTOPEN)


def _has_no_room(database: Path) -> bool:
    try:
        return shutil.disk_usage(database.parent).free < _ROOM_TO_OPEN_BYTES
    except OSError:
        return False


def _reasons() -> dict[int, str]:
    return {
        _PERM: worded("permission denied"),
        _READONLY: worded("they are read-only"),
        _CANTOPEN: worded("they cannot be opened"),
        _AUTH: worded("access was denied"),
        _IOERR: worded("the disk reported an error"),
    }


def _translated(error: Any) -> HearthError:
    extended = getattr(error, "sqlite_errorcode", None) or 0
    name = getattr(error, "sqlite_errorname", None) or type(error).__name__
    detail = f"{name}: {error}"
    code = extended & 0xFF
    if code == _FULL or extended == _IOERR_SHMSIZE:
        return NotEnoughSpace(detail)
    if code == _NOTADB:
        return DatabaseKeyUnfit(detail)
    if code in (_CORRUPT, _FORMAT) or extended in _IOERR_OF_DAMAGE:
        return DatabaseDamaged(detail)
    if code in _reasons():
        return ProfileFilesUnreadable(detail, reason=_reasons()[code])
    if code in (_BUSY, _LOCKED):
        return ProfileInUse(detail)
    if code == _INTERRUPT:
        return Cancelled(detail)
    return HearthBug(detail)
