from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from core.chat.kept_list import KeptList
from core.errors import NothingToAnswer
from core.vault.database import Connection
from core.vault.ephemeral import EphemeralDatabase


class Names:
    """Names of tags, of which “built in” is made at the first look."""

    def __init__(self, database: EphemeralDatabase) -> None:
        self.told = 0
        self.seeded: list[bool] = []
        self._database = database
        self.kept = KeptList(database.writer, database.readers, read=self._read, seed=self._seed, changed=self._changed)

    @staticmethod
    def _read(connection: Connection) -> list[str]:
        return [str(row[0]) for row in connection.execute("SELECT name FROM setting ORDER BY changed_at")]

    async def _seed(self, *, again: bool) -> int:
        self.seeded.append(again)
        return await self._database.writer.run(lambda c: added(c, "built in", at=1))

    def _changed(self) -> None:
        self.told += 1


def added(connection: Connection, name: str, *, at: int = 2) -> int:
    sql = "INSERT OR IGNORE INTO setting (name, value, changed_at) VALUES (?, '', ?)"
    return int(connection.execute(sql, (name, at)).rowcount)


@pytest.fixture
async def names() -> AsyncIterator[Names]:
    database = EphemeralDatabase()
    yield Names(database)
    database.close()


async def test_the_built_in_ones_come_before_what_the_owner_adds_first(names: Names) -> None:
    await names.kept.write(lambda c: added(c, "mine"))
    assert await names.kept.all() == ["built in", "mine"]
    assert names.told == 1


async def test_it_is_read_once_until_something_is_written(names: Names) -> None:
    first = await names.kept.all()
    assert await names.kept.all() is first
    await names.kept.write(lambda c: added(c, "mine"))
    assert await names.kept.all() == ["built in", "mine"]


async def test_a_write_that_is_refused_is_not_told_of(names: Names) -> None:
    def refuse(_: Connection) -> None:
        raise NothingToAnswer

    with pytest.raises(NothingToAnswer):
        await names.kept.write(refuse)
    assert names.told == 0
    assert await names.kept.all() == ["built in"]


async def test_what_was_read_while_it_changed_is_read_again(names: Names) -> None:
    await names.kept.all()

    async def write(number: int) -> None:
        await names.kept.write(lambda c: added(c, f"name {number}", at=number + 2))

    await asyncio.gather(*map(write, range(5)))
    assert await names.kept.all() == ["built in", *(f"name {n}" for n in range(5))]


async def test_built_in_ones_can_be_brought_back(names: Names) -> None:
    await names.kept.write(lambda c: c.execute("DELETE FROM setting").rowcount)
    assert await names.kept.restore() == 1
    assert await names.kept.all() == ["built in"]
    assert True in names.seeded
