"""Append-only record of consequential acts: unlocking, key changes, doors, export, erasing.

Each row's MAC covers the row and the MAC before it; the head covers the last one. A changed, removed, added or moved
row breaks the chain. Acts and subjects name things; they never quote a conversation.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from core.clock import Clock, RealClock
from core.vault.database import Connection
from core.vault.readers import Readers
from core.vault.writer import Writer

_START = b"hearth audit start"
_HEAD = b"hearth audit head"
_ROWS_AT_ONCE = 1000


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One act. `subject` is what it was done to; `detail` holds plain JSON values."""

    sequence: int
    at: datetime
    act: str
    subject: str
    detail: Mapping[str, object]


class AuditTrail:
    """Writes through the vault's writer; `mac_key` is the key derived for `audit-mac`."""

    def __init__(self, writer: Writer, readers: Readers, mac_key: bytes, *, clock: Clock | None = None) -> None:
        self._writer = writer
        self._readers = readers
        self._key = mac_key
        self._clock = clock or RealClock()

    async def record(self, act: str, subject: str = "", **detail: object) -> None:
        """Append one act; durable when this returns."""
        at = int(self._clock.now().timestamp() * 1000)
        text = json.dumps(detail, sort_keys=True, ensure_ascii=False)
        await self._writer.run(lambda connection: self._append(connection, at, act, subject, text))

    async def entries(self, limit: int = 100, before: int | None = None) -> list[AuditEntry]:
        """The newest acts first; `before` is the sequence number to go on below."""
        rows = await self._readers.run(lambda connection: _rows_below(connection, before, limit))
        return [
            AuditEntry(sequence, datetime.fromtimestamp(at / 1000, UTC), act, subject, json.loads(detail))
            for sequence, at, act, subject, detail in rows
        ]

    async def verify(self) -> bool:
        """Whether no row was changed, removed, added or moved since it was written."""
        return await self._readers.run(self._is_unbroken)

    def _append(self, connection: Connection, at: int, act: str, subject: str, detail: str) -> None:
        last = connection.execute("SELECT sequence, mac FROM audit ORDER BY sequence DESC LIMIT 1").fetchone()
        sequence, before = (1, _START) if last is None else (last[0] + 1, last[1])
        mac = self._mac(before, (sequence, at, act, subject, detail))
        connection.execute(
            "INSERT INTO audit (sequence, at, act, subject, detail, mac) VALUES (?, ?, ?, ?, ?, ?)",
            (sequence, at, act, subject, detail, mac),
        )
        connection.execute(
            "INSERT INTO audit_head (id, sequence, mac) VALUES (1, ?1, ?2)"
            " ON CONFLICT (id) DO UPDATE SET sequence = ?1, mac = ?2",
            (sequence, self._head_mac(sequence, mac)),
        )

    def _is_unbroken(self, connection: Connection) -> bool:
        expected, before = 1, _START
        rows = connection.execute("SELECT sequence, at, act, subject, detail, mac FROM audit ORDER BY sequence")
        while some := rows.fetchmany(_ROWS_AT_ONCE):
            for *fields, mac in some:
                if fields[0] != expected or not hmac.compare_digest(self._mac(before, fields), mac):
                    return False
                expected, before = expected + 1, mac
        head = connection.execute("SELECT sequence, mac FROM audit_head").fetchone()
        if head is None:
            return expected == 1
        return bool(head[0] == expected - 1 and hmac.compare_digest(self._head_mac(head[0], before), head[1]))

    def _mac(self, before: bytes, fields: Sequence[object]) -> bytes:
        row = json.dumps(list(fields), ensure_ascii=True).encode()
        return hmac.digest(self._key, before + row, "sha256")

    def _head_mac(self, sequence: int, last_mac: bytes) -> bytes:
        return hmac.digest(self._key, _HEAD + sequence.to_bytes(8, "big") + last_mac, "sha256")


def _rows_below(connection: Connection, before: int | None, limit: int) -> list[tuple[int, int, str, str, str]]:
    return connection.execute(
        "SELECT sequence, at, act, subject, detail FROM audit WHERE ?1 IS NULL OR sequence < ?1"
        " ORDER BY sequence DESC LIMIT ?2",
        (before, limit),
    ).fetchall()
