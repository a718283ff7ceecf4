"""Is the database whole? Three different answers: wrong key, damaged pages, damaged history."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from core.errors import DatabaseDamaged, HistoryDamaged
from core.vault.anchor import Anchor
from core.vault.database import (
    PAGE_BYTES,
    PAGE_HMAC_BYTES,
    Connection,
    DatabaseKeyUnfit,
    error_of_system,
    open_connection,
    own_errors,
    refuse_unproven,
)
from core.vault.header import AnchorMirror

Answer: TypeAlias = Literal["whole", "wrong_key", "damaged", "history_damaged"]

_MOST_FINDINGS = 20
_SALT_BYTES = 16


@dataclass(frozen=True, slots=True)
class IntegrityReport:
    """The answer, and technical findings for the log."""

    answer: Answer
    findings: tuple[str, ...] = ()


def examine(
    path: Path, key: bytes, *, anchor: Anchor, mirror: AnchorMirror | None = None, full: bool = False
) -> IntegrityReport:
    """Examine a database that nobody has open. Raises only what is no answer, such as ProfileFilesUnreadable."""
    try:
        connection = open_connection(path, key)
    except DatabaseKeyUnfit as error:
        return IntegrityReport("damaged" if is_database_of(path, key) else "wrong_key", (error.detail,))
    except DatabaseDamaged as error:
        return IntegrityReport("damaged", (error.detail,))
    try:
        anchor.check(connection, mirror or AnchorMirror(0, b""), path)
        findings = full_check(connection) if full else quick_check(connection)
    except HistoryDamaged as error:
        return IntegrityReport("history_damaged", (error.detail,))
    except DatabaseDamaged as error:
        return IntegrityReport("damaged", (error.detail,))
    finally:
        connection.close()
    return IntegrityReport("damaged", findings) if findings else IntegrityReport("whole")


def quick_check(connection: Connection) -> tuple[str, ...]:
    """What SQLite's quick_check finds; empty is good. After each unclean close."""
    with own_errors():
        rows = connection.execute(f"PRAGMA quick_check({_MOST_FINDINGS})").fetchall()
        refuse_unproven(connection)
    return tuple(row[0] for row in rows if row[0] != "ok")


def full_check(connection: Connection) -> tuple[str, ...]:
    """Every page's HMAC, every index, every reference and the search indexes; empty is good. About 6 s for 150 MB.

    Needs a connection that may write (the search indexes check themselves by an INSERT): run it as a writer's job.
    """
    return tuple(_full_findings(connection))[:_MOST_FINDINGS]


def _full_findings(connection: Connection) -> Iterator[str]:
    with own_errors():
        for row in connection.execute("PRAGMA cipher_integrity_check").fetchall():
            yield str(row[0])
        for row in connection.execute(f"PRAGMA integrity_check({_MOST_FINDINGS})").fetchall():
            if row[0] != "ok":
                yield str(row[0])
        for row in connection.execute("PRAGMA foreign_key_check").fetchall():
            yield f"row {row[1]} of {row[0]} refers to nothing"
        search_indexes = connection.execute(
            "SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%USING fts5%'"
        ).fetchall()
        names = [str(row[0]) for row in search_indexes]
        refuse_unproven(connection)
    for name in names:
        try:
            with own_errors():
                connection.execute(f"INSERT INTO {name} ({name}, rank) VALUES ('integrity-check', 1)")
        except DatabaseDamaged as error:
            yield f"search index {name}: {error.detail}"


def is_database_of(path: Path, key: bytes) -> bool:
    """Whether any page carries the HMAC that `key` would give it: if it does not open, then it is damaged.

    Follows the SQLCipher 4 file format: HMAC-SHA256 over ciphertext, IV and the page number in little endian, under a
    key from two rounds of PBKDF2-SHA512 with the salt XOR 0x3a. A damaged salt looks like a wrong key; a file
    that does not even hold one page does not.
    """
    try:
        if path.stat().st_size < PAGE_BYTES:
            return True
        with path.open("rb") as file:
            salt = file.read(_SALT_BYTES)
            hmac_key = hashlib.pbkdf2_hmac("sha512", key, bytes(byte ^ 0x3A for byte in salt), 2, 32)
            file.seek(0)
            number = 0
            while len(page := file.read(PAGE_BYTES)) == PAGE_BYTES:
                number += 1
                covered = page[_SALT_BYTES if number == 1 else 0 : -PAGE_HMAC_BYTES] + number.to_bytes(4, "little")
                if hmac.compare_digest(hmac.digest(hmac_key, covered, "sha256"), page[-PAGE_HMAC_BYTES:]):
                    return True
    except OSError as error:
        raise error_of_system(error) from error
    return False
