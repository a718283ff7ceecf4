"""What a lock meets on its way: running turns, imports, backups, work that fails, and a second lock."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from core.clock import ManualClock
from core.errors import Cancelled, VaultLocked
from core.events import Change, TextDelta, TurnEvent, TurnFinished, VaultClosed
from tests.peers.ollama_replies import Pause, Say
from tests.peers.ollama_server import OllamaPeer
from tests.peers.patience import PATIENCE_S
from tests.peers.profile_at_hand import ProfileAtHand

MODEL = "llama3.2:3b"


@pytest.fixture
async def peer() -> AsyncIterator[OllamaPeer]:
    async with OllamaPeer() as peer:
        yield peer


@pytest.fixture
def at_hand(tmp_path: Path, peer: OllamaPeer) -> ProfileAtHand:
    return ProfileAtHand(tmp_path / "hearth", peer.address)


async def until(true: Callable[[], bool]) -> None:
    """Wait for something on the disk."""
    async with asyncio.timeout(PATIENCE_S):
        while not true():  # noqa: ASYNC110 - a file announces itself to nobody
            await asyncio.sleep(0.001)


async def test_a_lock_stops_turns_that_nobody_cancels_and_keeps_what_they_said(
    at_hand: ProfileAtHand, peer: OllamaPeer
) -> None:
    peer.script(MODEL, (Say("Half"), Pause(60)), (Say("Half"), Pause(60)))
    async with at_hand.assistant() as assistant:
        read, unread = [await assistant.conversations.create(title=name) for name in ("read", "unread")]
        idle = assistant.turns.ask(unread.conversation_id, "tell me")
        while not isinstance(await anext(idle), TextDelta):
            pass
        began = asyncio.Event()

        async def listen() -> list[TurnEvent]:
            events = []
            async for event in assistant.turns.ask(read.conversation_id, "tell me"):
                events.append(event)
                if isinstance(event, TextDelta):
                    began.set()
            return events

        listening = asyncio.create_task(listen())
        await began.wait()
        await assistant.lock("owner")
        assert isinstance((await listening)[-1], TurnFinished)
    async with at_hand.assistant() as assistant:
        for chat in await assistant.conversations.list():
            _, stopped = await assistant.conversations.path(chat.conversation_id)
            assert (chat.title, stopped.text, stopped.state) == (chat.title, "Half", "stopped")


async def test_whoever_locks_again_waits_until_the_keys_are_gone(at_hand: ProfileAtHand) -> None:
    async with at_hand.assistant() as assistant:
        heard: list[Change] = []
        assistant.announcer.subscribe(heard.append)
        first = asyncio.create_task(assistant.lock("idle"))
        await asyncio.sleep(0)
        first.cancel()
        await assistant.lock("owner")
        assert assistant.vault is not None
        assert assistant.vault.is_closed
        assert heard == [VaultClosed("idle")]


async def test_after_a_lock_nothing_is_made_or_begun(at_hand: ProfileAtHand) -> None:
    async with at_hand.assistant() as assistant:
        await assistant.lock()
        with pytest.raises(VaultLocked):
            assistant.turns  # noqa: B018
        begun: list[bool] = []

        async def late() -> None:
            begun.append(True)

        assistant.in_background(late())
        await asyncio.sleep(0.05)
        assert begun == []


async def test_a_lock_ends_a_backup_and_leaves_nothing_of_it(at_hand: ProfileAtHand, tmp_path: Path) -> None:
    async with at_hand.assistant() as assistant:
        chat = (await assistant.conversations.create()).conversation_id
        for _ in range(20):
            await assistant.conversations.append(chat, parent_id=None, role="user", text="much to copy " * 20_000)
        folder = tmp_path / "backups"
        folder.mkdir()
        backing_up = asyncio.create_task(assistant.back_up(folder / "b.hearth-backup"))
        await until(lambda: any(folder.rglob("*.db")))
        await assistant.lock()
        assert list(folder.iterdir()) == []
        with pytest.raises((Cancelled, VaultLocked)):
            await backing_up


async def test_an_abandoned_backup_leaves_nothing(at_hand: ProfileAtHand, tmp_path: Path) -> None:
    async with at_hand.assistant() as assistant:
        folder = tmp_path / "backups"
        folder.mkdir()
        backing_up = asyncio.create_task(assistant.back_up(folder / "b.hearth-backup"))
        await until(lambda: any(folder.iterdir()))
        backing_up.cancel()
        await asyncio.wait([backing_up])
        await assistant.back_up(folder / "second.hearth-backup")
        assert [path.name for path in folder.iterdir()] == ["second.hearth-backup"]


@pytest.mark.parametrize("wait_s", [0.0, 0.02, 0.1])
async def test_a_lock_in_the_middle_of_an_import_leaves_whole_chats(
    at_hand: ProfileAtHand, tmp_path: Path, wait_s: float
) -> None:
    source = ProfileAtHand(tmp_path / "source")
    file = tmp_path / "chats.json"
    async with source.assistant() as assistant:
        for number in range(40):
            chat = await assistant.conversations.create(title=f"chat {number}")
            _, answer = await assistant.conversations.append_exchange(
                chat.conversation_id, parent_id=None, text="q", model="m"
            )
            await assistant.conversations.finish(answer.message_id, text="a", thinking="", state="complete")
        with file.open("wb") as written:
            assert await assistant.export_chats("json", written) == 40
    async with at_hand.assistant() as assistant:
        importing = asyncio.create_task(assistant.import_chats(file))
        await asyncio.sleep(wait_s)
        await assistant.lock()
        await asyncio.wait([importing])
        assert importing.exception() is None or isinstance(importing.exception(), VaultLocked)
    async with at_hand.assistant() as assistant:
        assert all(finding.ok for finding in await assistant.verify())
        assert all(chat.message_count == 2 for chat in await assistant.conversations.list())
        await assistant.import_chats(file)
        assert len(await assistant.conversations.list()) == 40


async def test_housekeeping_that_fails_in_one_room_goes_on_in_the_next(
    tmp_path: Path, peer: OllamaPeer, caplog: pytest.LogCaptureFixture
) -> None:
    at_hand = ProfileAtHand(tmp_path / "hearth", peer.address, clock=ManualClock())
    (await at_hand.vault()).close_blocking()
    folder = at_hand.paths.profile(at_hand.profiles.list()[0].profile_id)
    if folder.blobs.is_dir():
        folder.blobs.rmdir()
    folder.blobs.write_bytes(b"not a folder")
    with caplog.at_level(logging.WARNING, logger="hearth.lifetime"):
        async with at_hand.assistant():
            await until(lambda: any(folder.backups.glob("*.hearth-backup")))
    assert "background work failed" in caplog.text


async def test_a_listener_that_fails_is_no_failure_of_what_was_done(
    at_hand: ProfileAtHand, caplog: pytest.LogCaptureFixture
) -> None:
    async with at_hand.assistant() as assistant:
        heard: list[Change] = []

        def broken(_: Change) -> None:
            raise RuntimeError("a widget that is gone")

        assistant.announcer.subscribe(broken)
        assistant.announcer.subscribe(heard.append)
        chat = await assistant.conversations.create(title="kept")
        assert chat.title == "kept"
        assert heard
    assert "a listener failed" in caplog.text


async def test_a_door_that_cannot_be_audited_is_not_opened(at_hand: ProfileAtHand) -> None:
    async with at_hand.assistant() as assistant:
        await assistant.open_door("models.example", 443, purpose="x")
        await assistant.close_door("models.example", 443)
        assert assistant.vault is not None
        assistant.vault.writer.close()
        with pytest.raises(VaultLocked):
            await assistant.open_door("models.example", 443, purpose="x")
        assert assistant.doors.open_doors() == []


async def test_two_assistants_in_one_process_close_apart(tmp_path: Path, peer: OllamaPeer) -> None:
    one, other = (ProfileAtHand(tmp_path / name, peer.address) for name in ("one", "other"))
    async with one.assistant() as first:
        async with other.assistant() as second:
            await second.conversations.create(title="second")
        assert first.vault is not None
        assert not first.vault.is_closed
        await first.conversations.create(title="first")
        assert [chat.title for chat in await first.conversations.list()] == ["first"]
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("vault-")]
