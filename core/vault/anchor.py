"""Roll-back detection: a sequence number with a MAC, bumped in each write transaction and mirrored in the header.

SQLCipher proves each page, not their history: an old page spliced in, an older file or a shortened WAL passes its
checks. The database holds the present sequence number; the header mirrors a past one. A database behind its mirror was
put back or cut. A mirror made after a clean close also signs a digest over all page tags, so that even one old page is
noticed as long as nothing was written since.

Never a false alarm: the mirror is made only after what it tells is on the disk, so a crash leaves it behind, not ahead.
What it cannot see: database and header put back together, and old pages after a crash (the digest is one of a close).
"""

from __future__ import annotations

import hashlib
import hmac
import os
from pathlib import Path

from core.errors import HistoryDamaged
from core.vault.database import PAGE_BYTES, PAGE_HMAC_BYTES, Connection, error_of_system, own_errors, refuse_unproven
from core.vault.header import AnchorMirror

_PAGES_AT_ONCE = 512


class Anchor:
    """Reads, bumps and checks the sequence number with the key derived for `anchor-mac`.

    `older_key` is accepted too: between a rekey and the first write after it, the row has the old generation's MAC.
    """

    def __init__(self, key: bytes, *, older_key: bytes | None = None) -> None:
        self._key = key
        self._keys = (key,) if older_key is None else (key, older_key)

    def read(self, connection: Connection) -> int:
        """The present sequence number. Raises HistoryDamaged when its MAC is wrong or it is missing."""
        with own_errors():
            there = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'anchor'").fetchone()
            row = there and connection.execute("SELECT sequence, mac FROM anchor WHERE id = 1").fetchone()
            refuse_unproven(connection)
        if row is None:
            raise HistoryDamaged("the anchor is missing")
        sequence, mac = int(row[0]), bytes(row[1])
        if not self._signed(_row_text(sequence), mac):
            raise HistoryDamaged("the anchor's MAC is wrong")
        return sequence

    def write(self, connection: Connection, sequence: int) -> None:
        """Store `sequence` with its MAC, inside the transaction that it counts. Driver errors pass."""
        connection.execute(
            "INSERT INTO anchor (id, sequence, mac) VALUES (1, ?1, ?2)"
            " ON CONFLICT (id) DO UPDATE SET sequence = ?1, mac = ?2",
            (sequence, self._mac(_row_text(sequence))),
        )

    def bump(self, connection: Connection) -> int:
        """Count one more write made outside the writer, such as a migration; the first one begins at 1."""
        row = connection.execute("SELECT 1 FROM anchor").fetchone()
        sequence = 1 if row is None else self.read(connection) + 1
        self.write(connection, sequence)
        return sequence

    def mirror(self, sequence: int, closed_database: Path | None = None) -> AnchorMirror:
        """What the header should hold. Give `closed_database` only when every connection to it is closed.

        If its WAL could not be folded, the pages are still going to change, and the mirror knows the sequence only.
        """
        pages = b""
        if closed_database is not None and not _has_wal(closed_database):
            pages = page_digest(closed_database)
        return AnchorMirror(sequence=sequence, mac=self._mac(_mirror_text(sequence, pages)))

    def check(self, connection: Connection, mirror: AnchorMirror, database: Path) -> int:
        """The present sequence number, if the database is not behind `mirror`. Call before anything is written.

        A mirror of sequence 0 claims nothing. Raises HistoryDamaged.
        """
        sequence = self.read(connection)
        if sequence < mirror.sequence:
            raise HistoryDamaged(f"the database is at write {sequence}, but was at {mirror.sequence} already")
        if sequence == mirror.sequence and sequence > 0:
            self._check_pages(mirror, database)
        return sequence

    def _check_pages(self, mirror: AnchorMirror, database: Path) -> None:
        """Nothing was written since the mirror was made, so the pages must be those that it was made of."""
        if self._signed(_mirror_text(mirror.sequence, b""), mirror.mac):
            return  # made while the database was open: it knows the sequence only
        if not self._signed(_mirror_text(mirror.sequence, page_digest(database)), mirror.mac):
            raise HistoryDamaged(f"pages are not those of write {mirror.sequence}")

    def _mac(self, text: bytes) -> bytes:
        return hmac.digest(self._key, text, "sha256")

    def _signed(self, text: bytes, mac: bytes) -> bool:
        return any(hmac.compare_digest(hmac.digest(key, text, "sha256"), mac) for key in self._keys)


def page_digest(database: Path) -> bytes:
    """SHA-256 over salt, length and all page tags of an encrypted database file; about 1 ms for 3 MB."""
    digest = hashlib.sha256()
    try:
        with database.open("rb") as file:
            digest.update(os.fstat(file.fileno()).st_size.to_bytes(8, "big"))
            digest.update(file.read(16))
            file.seek(0)
            while chunk := file.read(PAGE_BYTES * _PAGES_AT_ONCE):
                starts = range(PAGE_BYTES - PAGE_HMAC_BYTES, len(chunk), PAGE_BYTES)
                digest.update(b"".join([chunk[start : start + PAGE_HMAC_BYTES] for start in starts]))
    except OSError as error:
        raise error_of_system(error) from error
    return digest.digest()


def _has_wal(database: Path) -> bool:
    try:
        return database.with_name(database.name + "-wal").stat().st_size > 0
    except FileNotFoundError:
        return False


def _row_text(sequence: int) -> bytes:
    return b"hearth anchor row" + sequence.to_bytes(8, "big")


def _mirror_text(sequence: int, pages: bytes) -> bytes:
    return b"hearth anchor mirror" + sequence.to_bytes(8, "big") + pages
