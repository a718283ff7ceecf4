from __future__ import annotations

from collections.abc import Iterator

import pytest

from core.audit.trail import AuditTrail
from core.clock import ManualClock
from core.errors import VaultLocked
from core.library.temporary_doors import TemporaryDoors
from core.network.doors import Doors
from core.vault.ephemeral import EphemeralDatabase

HOSTS = ("a.example", "b.example")


class Place:
    def __init__(self) -> None:
        self.clock = ManualClock()
        self.database = EphemeralDatabase()
        self.doors = Doors(clock=self.clock)
        self.audit = AuditTrail(self.database.writer, self.database.readers, bytes(32), clock=self.clock)
        self.gate = TemporaryDoors(self.doors, self.audit, clock=self.clock)

    def hosts(self) -> list[str]:
        return sorted(door.host for door in self.doors.open_doors())


@pytest.fixture
def place() -> Iterator[Place]:
    place = Place()
    yield place
    place.database.close()


async def test_a_door_closes_with_the_last_who_needs_it(place: Place) -> None:
    async with place.gate.open(HOSTS, purpose="one", subject="x", port=443):
        async with place.gate.open(HOSTS[1:], purpose="two", subject="y", port=443):
            assert place.hosts() == ["a.example", "b.example"]
        assert place.hosts() == ["a.example", "b.example"]
        assert all(door.until is not None and door.port == 443 for door in place.doors.open_doors())
    assert place.hosts() == []
    acts = [(entry.act, entry.subject) for entry in reversed(await place.audit.entries())]
    assert acts == [
        ("download began", "x"),
        ("download began", "y"),
        ("download ended", "y"),
        ("download ended", "x"),
    ]


async def test_the_trail_says_how_it_ended(place: Place) -> None:
    with pytest.raises(ZeroDivisionError):
        async with place.gate.open(HOSTS, purpose="one", subject="x", port=None):
            raise ZeroDivisionError
    assert place.hosts() == []
    ended, began = await place.audit.entries()
    assert ended.detail == {"outcome": "broken off"}
    assert began.detail == {"hosts": list(HOSTS), "purpose": "one"}


async def test_without_an_entry_in_the_trail_no_door_opens(place: Place) -> None:
    place.database.close()
    with pytest.raises(VaultLocked):
        async with place.gate.open(HOSTS, purpose="one", subject="x", port=443):
            pytest.fail("it ran all the same")
    assert place.hosts() == []


async def test_one_that_the_owner_opens_meanwhile_for_good_stays(place: Place) -> None:
    place.doors.open("b.example", 443, purpose="before")
    async with place.gate.open(HOSTS, purpose="one", subject="x", port=443):
        place.doors.open("a.example", 443, purpose="meanwhile")
    assert [(door.host, door.until) for door in place.doors.open_doors()] == [("b.example", None), ("a.example", None)]


async def test_should_the_closing_be_missed_the_clock_shuts_it(place: Place) -> None:
    async with place.gate.open(HOSTS, purpose="one", subject="x", port=443):
        place.clock.move(3 * 24 * 3600)
        assert place.hosts() == []
