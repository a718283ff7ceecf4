"""Roll-back detection: a sequence number with a MAC, bumped in each write transaction and mirrored in the header.

SQLCipher proves each page, not their history: an old page spliced in, an older file or a shortened WAL passes its
checks. The database holds the present sequence number; the header holds a mark of the past. A database behind its mark
was put back or cut. A mark made after a clean close also holds a digest over all page tags, so that even one old page
is noticed as long as nothing was written since.

Never a false alarm: the mark is made only after what it tells is on the disk, so a crash leaves it behind, not ahead.
"""

from __future__ import annotations

import hashlib
import hmac
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from core.errors import HistoryDamaged
from core.vault.database import PAGE_BYTES, Connection, error_of_system, own_errors

# The end of each page is its HMAC-SHA512 over ciphertext, IV and page number.
_TAG_BYTES = 64
_PAGES_AT_ONCE = 512


@dataclass(frozen=True, slots=True)
class AnchorMark:
    """A state of the database, to be kept outside of it. `pages` is empty where the digest was not taken."""

    sequence: int
    pages: bytes
    mac: bytes

    def as_fields(self) -> dict[str, str | int]:
        """For the header's JSON."""
        return {"sequence": self.sequence, "pages": self.pages.hex(), "mac": self.mac.hex()}

    @classmethod
    def from_fields(cls, fields: Mapping[str, object]) -> AnchorMark:
        """Back from the header's JSON. Raises HistoryDamaged when the fields are not a mark."""
        sequence, pages, mac = fields.get("sequence"), fields.get("pages"), fields.get("mac")
        if not isinstance(sequence, int) or not isinstance(pages, str) or not isinstance(mac, str):
            raise HistoryDamaged("the mark in the header has the wrong form")
        try:
            return cls(sequence, bytes.fromhex(pages), bytes.fromhex(mac))
        except ValueError as error:
            raise HistoryDamaged("the mark in the header has the wrong form") from error


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
            row = connection.execute("SELECT sequence, mac FROM anchor WHERE id = 1").fetchone()
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

    def mark(self, sequence: int, closed_database: Path | None = None) -> AnchorMark:
        """What the header should hold. Give `closed_database` only after a clean close, when the WAL is empty."""
        pages = b"" if closed_database is None else page_digest(closed_database)
        return AnchorMark(sequence, pages, self._mac(_mark_text(sequence, pages)))

    def check(self, connection: Connection, mark: AnchorMark | None, database: Path) -> int:
        """The present sequence number, if the database is not behind `mark`. Call before anything is written.

        Raises HistoryDamaged. Without a mark only the MAC of the database's own number is checked.
        """
        sequence = self.read(connection)
        if mark is None:
            return sequence
        if not self._signed(_mark_text(mark.sequence, mark.pages), mark.mac):
            raise HistoryDamaged("the mark's MAC is wrong")
        if sequence < mark.sequence:
            raise HistoryDamaged(f"the database is at write {sequence}, but was at {mark.sequence} already")
        if sequence == mark.sequence and mark.pages and mark.pages != page_digest(database):
            raise HistoryDamaged(f"pages changed since write {sequence} without a write")
        return sequence

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
                starts = range(PAGE_BYTES - _TAG_BYTES, len(chunk), PAGE_BYTES)
                digest.update(b"".join([chunk[start : start + _TAG_BYTES] for start in starts]))
    except OSError as error:
        raise error_of_system(error) from error
    return digest.digest()


def _row_text(sequence: int) -> bytes:
    return b"hearth anchor row" + sequence.to_bytes(8, "big")


def _mark_text(sequence: int, pages: bytes) -> bytes:
    return b"hearth anchor mark" + sequence.to_bytes(8, "big") + pages
