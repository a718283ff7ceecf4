from __future__ import annotations

from datetime import timedelta

import pytest

from core.clock import ManualClock
from core.network.doors import Door, Doors, is_loopback


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.9.9.9", "::1", "0::1", "::1%lo", "localhost", "LOCALHOST", "::ffff:127.0.0.1"]
)
def test_this_machine_needs_no_door(host: str) -> None:
    assert is_loopback(host)
    assert Doors().allows(host, 11434)


@pytest.mark.parametrize(
    "host",
    [
        *("128.0.0.1", "10.0.0.1", "::2", "localhost.example.org", "127.0.0.1.example.org", "", "::ffff:8.8.8.8"),
        *("2130706433", "0x7f.1", "0177.0.0.1", "127.1", "0", "::127.0.0.1", "64:ff9b::7f00:1"),  # ways to write it
        *("localhost.", "x.localhost", "[::1]", " 127.0.0.1", "127.0.0.1%eth0"),  # names, to the system
    ],
)
def test_everything_else_is_shut_at_first(host: str) -> None:
    assert not Doors().allows(host, 443)


def test_a_door_opens_one_host_and_port_and_closes_again() -> None:
    doors = Doors()
    doors.open("Box.Local", 8080, purpose="model server")
    assert doors.allows("box.local", 8080)
    assert doors.allows("box.local", None)
    assert not doors.allows("box.local", 8081)
    assert not doors.allows("other.local", 8080)
    assert doors.close("box.local", 8080)
    assert not doors.allows("box.local", 8080)
    assert not doors.close("box.local", 8080)


def test_the_addresses_of_a_name_go_with_its_door() -> None:
    doors = Doors()
    doors.open("box.local", 8080, purpose="model server")
    doors.remember_addresses("box.local", ["192.0.2.7"])
    assert doors.allows("192.0.2.7", 8080)
    assert not doors.allows("192.0.2.7", 22)
    doors.close("box.local", 8080)
    assert not doors.allows("192.0.2.7", 8080)


def test_a_door_with_an_end_closes_by_itself() -> None:
    clock = ManualClock()
    doors = Doors(clock=clock)
    doors.open("box.local", purpose="once", until=clock.now() + timedelta(minutes=5))
    clock.move(299)
    assert doors.allows("box.local", 1)
    clock.move(2)
    assert not doors.allows("box.local", 1)
    assert doors.open_doors() == []


def test_refusals_are_kept_newest_first_and_repeats_are_counted() -> None:
    doors, told = Doors(), list[int]()
    doors.subscribe(lambda: told.append(1))
    doors.refuse("a.example", 1)
    doors.refuse("b.example", 2)
    doors.refuse("b.example", 2)
    assert [(refusal.host, refusal.attempts) for refusal in doors.refused()] == [("b.example", 2), ("a.example", 1)]
    assert len(told) == 3


def test_replacing_the_doors_closes_those_of_the_profile_before() -> None:
    clock = ManualClock()
    doors = Doors(clock=clock)
    doors.open("old.example", purpose="x")
    doors.replace([Door("new.example", 443, "y", clock.now())])
    assert [door.host for door in doors.open_doors()] == ["new.example"]
    assert not doors.allows("old.example", 443)


def test_the_addresses_of_a_name_go_when_its_time_is_over() -> None:
    clock = ManualClock()
    doors = Doors(clock=clock)
    doors.open("box.local", 8080, purpose="model server", until=clock.now() + timedelta(minutes=5))
    doors.remember_addresses("box.local", ["192.0.2.7"])
    assert doors.allows("192.0.2.7", 8080)
    clock.move(301)
    assert not doors.allows("192.0.2.7", 8080)
    doors.open("box.local", 8080, purpose="model server")
    assert not doors.allows("192.0.2.7", 8080)  # its address may be another one by now


def test_a_name_that_moved_is_known_under_its_new_address_after_it_was_looked_up() -> None:
    doors = Doors()
    doors.open("box.local", 8080, purpose="model server")
    doors.remember_addresses("box.local", ["192.0.2.7"])
    doors.remember_addresses("box.local", ["192.0.2.8"])
    assert doors.allows("192.0.2.8", 8080)
    assert not doors.allows("192.0.2.9", 8080)
