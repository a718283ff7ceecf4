"""The audit trail: append-only, and every change to it shows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from core.audit.trail import AuditTrail
from core.clock import ManualClock
from core.errors import HearthBug
from core.vault.anchor import Anchor
from core.vault.database import Connection, open_connection
from core.vault.migrations import apply
from core.vault.readers import Readers
from core.vault.writer import Writer

KEY = bytes(range(32))


class Ground:
    """A real database with writer and readers."""

    def __init__(self, folder: Path) -> None:
        path = folder / "hearth.db"
        connection = open_connection(path, KEY, create=True)
        anchor = Anchor(KEY)
        apply(connection, anchor=anchor)
        self.writer = Writer(connection, anchor=anchor)
        self.readers = Readers(lambda: open_connection(path, KEY))
        self.clock = ManualClock(datetime(2026, 3, 1, tzinfo=UTC))
        self.trail = AuditTrail(self.writer, self.readers, b"a" * 32, clock=self.clock)

    async def tamper(self, *statements: str) -> None:
        def job(connection: Connection) -> None:
            connection.execute("DROP TRIGGER IF EXISTS audit_is_never_changed")
            connection.execute("DROP TRIGGER IF EXISTS audit_is_never_cut")
            for statement in statements:
                connection.execute(statement)

        await self.writer.run(job)


@pytest.fixture
def ground(tmp_path: Path) -> Iterator[Ground]:
    ground = Ground(tmp_path)
    yield ground
    ground.readers.close()
    ground.writer.close()


async def fill(ground: Ground, count: int = 5) -> None:
    for number in range(count):
        await ground.trail.record("door_opened", f"host-{number}.example", until="2026-04-01", number=number)
        ground.clock.move(60)


async def test_entries_come_newest_first_with_everything_that_was_recorded(ground: Ground) -> None:
    await fill(ground)
    first, second = await ground.trail.entries(limit=2)
    assert (first.sequence, first.act, first.subject) == (5, "door_opened", "host-4.example")
    assert first.detail == {"until": "2026-04-01", "number": 4}
    assert first.at == datetime(2026, 3, 1, 0, 4, tzinfo=UTC)
    older = await ground.trail.entries(limit=10, before=second.sequence)
    assert [entry.sequence for entry in older] == [3, 2, 1]


async def test_an_untouched_trail_verifies_empty_and_full(ground: Ground) -> None:
    assert await ground.trail.verify()
    await fill(ground, 40)
    assert await ground.trail.verify()


@pytest.mark.parametrize(
    "statements",
    [
        pytest.param(["UPDATE audit SET subject = 'another.example' WHERE sequence = 3"], id="a changed subject"),
        pytest.param(["UPDATE audit SET at = at + 1 WHERE sequence = 1"], id="a changed time"),
        pytest.param(["UPDATE audit SET detail = '{}' WHERE sequence = 5"], id="a changed last row"),
        pytest.param(["DELETE FROM audit WHERE sequence = 2"], id="a row cut out"),
        pytest.param(["DELETE FROM audit WHERE sequence = 1"], id="the first row cut off"),
        pytest.param(["DELETE FROM audit WHERE sequence = 5"], id="the last row cut off"),
        pytest.param(["DELETE FROM audit"], id="everything cut"),
        pytest.param(["DELETE FROM audit", "DELETE FROM audit_head"], id="everything and the head cut, one row added"),
        pytest.param(
            ["DELETE FROM audit WHERE sequence = 5", "UPDATE audit_head SET sequence = 4"],
            id="the last row cut off and the head set back",
        ),
        pytest.param(
            [
                "UPDATE audit SET sequence = 100 WHERE sequence = 2",
                "UPDATE audit SET sequence = 2 WHERE sequence = 3",
                "UPDATE audit SET sequence = 3 WHERE sequence = 100",
            ],
            id="two rows exchanged",
        ),
        pytest.param(
            ["INSERT INTO audit SELECT 6, at, act, subject, detail, mac FROM audit WHERE sequence = 5"],
            id="a row repeated",
        ),
    ],
)
async def test_verify_finds(ground: Ground, statements: list[str]) -> None:
    await fill(ground)
    if "DELETE FROM audit_head" in statements:
        # The only trail that is whole with nothing in it is an empty one: a forged first row must still be found.
        statements = [*statements, "INSERT INTO audit VALUES (1, 0, 'forged', '', '{}', zeroblob(32))"]
    await ground.tamper(*statements)
    assert not await ground.trail.verify()


async def test_the_database_itself_refuses_to_change_or_cut_the_trail(ground: Ground) -> None:
    await fill(ground)
    for statement in (
        "UPDATE audit SET act = 'x'",
        "DELETE FROM audit WHERE sequence = 1",
        "INSERT OR REPLACE INTO audit VALUES (1, 0, 'x', '', '{}', zeroblob(32))",
    ):
        with pytest.raises(HearthBug, match="append-only"):
            await ground.writer.run(lambda connection, statement=statement: connection.execute(statement) and None)
    assert await ground.trail.verify()


async def test_another_key_does_not_verify(ground: Ground) -> None:
    await fill(ground)
    assert not await AuditTrail(ground.writer, ground.readers, b"b" * 32).verify()
