from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from core.clock import ManualClock
from tests.peers.conversation_room import Room, memory_room, vault_room


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
async def vault(tmp_path: Path, clock: ManualClock) -> AsyncIterator[Room]:
    folder = tmp_path / "profile"
    folder.mkdir()
    room, announcer = vault_room(folder, clock)
    announcer.subscribe(room.changes.append)
    yield room
    room.readers.close()
    room.writer.close()


@pytest.fixture
async def other_vault(tmp_path: Path, clock: ManualClock) -> AsyncIterator[Room]:
    folder = tmp_path / "other profile"
    folder.mkdir()
    room, announcer = vault_room(folder, clock)
    announcer.subscribe(room.changes.append)
    yield room
    room.readers.close()
    room.writer.close()


@pytest.fixture
async def memory(clock: ManualClock) -> AsyncIterator[Room]:
    room, announcer, database = memory_room(clock)
    announcer.subscribe(room.changes.append)
    yield room
    database.close()


@pytest.fixture(params=["vault", "memory"])
def room(request: pytest.FixtureRequest, vault: Room, memory: Room) -> Room:
    """Each test that asks for this runs over the vault and over memory."""
    return vault if request.param == "vault" else memory
