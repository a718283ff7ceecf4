from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from core.assistant import Assistant, NothingIsKept
from core.clock import ManualClock
from core.errors import VaultLocked
from core.events import Change, ConversationChanged, NetworkChanged, TextDelta, TurnFinished, VaultClosed
from tests.peers.ollama_replies import Pause, Say, answer
from tests.peers.ollama_server import OllamaPeer
from tests.peers.profile_at_hand import ProfileAtHand

MODEL = "llama3.2:3b"


@pytest.fixture
async def peer() -> AsyncIterator[OllamaPeer]:
    async with OllamaPeer() as peer:
        yield peer


@pytest.fixture
def at_hand(tmp_path: Path, peer: OllamaPeer) -> ProfileAtHand:
    return ProfileAtHand(tmp_path / "hearth", peer.address)


async def test_what_was_said_is_there_after_closing_and_opening_again(at_hand: ProfileAtHand, peer: OllamaPeer) -> None:
    peer.script(MODEL, answer("The capital of Portugal is Lisbon."), answer("A capital question"))
    async with at_hand.assistant() as assistant:
        chat = await assistant.conversations.create()
        events = [
            event async for event in assistant.turns.ask(chat.conversation_id, "What is the capital of Portugal?")
        ]
        assert isinstance(events[-1], TurnFinished)
        assert "".join(event.text for event in events if isinstance(event, TextDelta)).endswith("Lisbon.")
        await assistant.settle()
    async with at_hand.assistant() as assistant:
        (kept,) = await assistant.conversations.list()
        assert kept.title == "A capital question"
        assert [message.text for message in await assistant.conversations.path(kept.conversation_id)] == [
            "What is the capital of Portugal?",
            "The capital of Portugal is Lisbon.",
        ]
        (hit,) = await assistant.search.search("lisbon")
        assert hit.conversation_id == kept.conversation_id
        assert all(finding.ok for finding in await assistant.verify())


async def test_a_private_chat_is_answered_and_gone(at_hand: ProfileAtHand) -> None:
    async with at_hand.assistant() as assistant:
        chat = await assistant.private.create()
        assert assistant.store_of(chat.conversation_id) is assistant.private
        assert [event async for event in assistant.turns_of(chat.conversation_id).ask(chat.conversation_id, "psst")]
        assert await assistant.conversations.list() == []
    async with at_hand.assistant() as assistant:
        assert await assistant.conversations.list() == []
        assert await assistant.private.list() == []
        assert await assistant.search.search("psst") == []


async def test_locking_in_mid_answer_keeps_what_had_arrived(at_hand: ProfileAtHand, peer: OllamaPeer) -> None:
    peer.script(MODEL, [Say("The first half"), Pause(60), Say(" and the second")])
    async with at_hand.assistant() as assistant:
        heard: list[Change] = []
        assistant.announcer.subscribe(heard.append)
        chat = await assistant.conversations.create()
        began = asyncio.Event()

        async def read() -> None:
            async for event in assistant.turns.ask(chat.conversation_id, "tell me"):
                if isinstance(event, TextDelta):
                    began.set()

        reading = asyncio.create_task(read())
        await began.wait()
        reading.cancel()
        await asyncio.wait([reading])
        await assistant.lock("owner")
        assert heard[-1] == VaultClosed("owner")
        with pytest.raises(VaultLocked):
            await assistant.conversations.list()
    async with at_hand.assistant() as assistant:
        (kept,) = await assistant.conversations.list()
        _, stopped = await assistant.conversations.path(kept.conversation_id)
        assert (stopped.text, stopped.state) == ("The first half", "stopped")


async def test_it_locks_by_itself_when_nobody_is_there(tmp_path: Path, peer: OllamaPeer) -> None:
    clock = ManualClock()
    at_hand = ProfileAtHand(tmp_path / "hearth", peer.address, clock=clock)
    async with at_hand.assistant() as assistant:
        closed = asyncio.Event()
        assistant.announcer.subscribe(lambda change: closed.set() if isinstance(change, VaultClosed) else None)
        clock.move(9 * 60)
        assistant.auto_lock.touch()
        clock.move(9 * 60)
        assistant.auto_lock.touch()
        assert not closed.is_set()
        clock.move(11 * 60)
        assistant.auto_lock.touch()  # the first key after the break must not keep it open
        await asyncio.wait_for(closed.wait(), 10)


async def test_doors_are_kept_with_the_profile_and_shut_while_it_is_locked(at_hand: ProfileAtHand) -> None:
    async with at_hand.assistant() as assistant:
        heard: list[Change] = []
        assistant.announcer.subscribe(heard.append)
        await assistant.open_door("models.example", 443, purpose="a larger model")
        await asyncio.sleep(0)
        assert NetworkChanged() in heard
        doors = assistant.doors
    assert doors.open_doors() == []
    async with at_hand.assistant() as assistant:
        (door,) = assistant.doors.open_doors()
        assert (door.host, door.port, door.purpose) == ("models.example", 443, "a larger model")
        await assistant.close_door("models.example", 443)
        acts = [entry.act for entry in await assistant.audit.entries()]
        assert "door opened" in acts
        assert "door closed" in acts
        assert await assistant.audit.verify()


async def test_another_server_in_the_settings_is_used_for_the_next_question(at_hand: ProfileAtHand) -> None:
    async with OllamaPeer() as second, at_hand.assistant() as assistant:
        second.script(MODEL, answer("from the second"))
        await assistant.settings.change("model_server.ollama_address", second.address)
        await asyncio.sleep(0.05)
        chat = await assistant.conversations.create(title="x")
        events = [event async for event in assistant.turns.ask(chat.conversation_id, "who?")]
        assert "from the second" in "".join(event.text for event in events if isinstance(event, TextDelta))


async def test_a_backup_is_made_every_day_and_the_export_comes_back_equal(tmp_path: Path, peer: OllamaPeer) -> None:
    clock = ManualClock()
    at_hand = ProfileAtHand(tmp_path / "hearth", peer.address, clock=clock)
    async with at_hand.assistant() as assistant:
        chat = await assistant.conversations.create(title="Kept")
        assert [event async for event in assistant.turns.ask(chat.conversation_id, "hello")]
        written = io.BytesIO()
        assert await assistant.export_chats("json", written) == 1
        file = tmp_path / "chats.json"
        file.write_bytes(written.getvalue())
        before = await assistant.conversations.path(chat.conversation_id)
        await assistant.conversations.delete(chat.conversation_id)
        assert (await assistant.import_chats(file)).conversations == 1
        (again,) = await assistant.conversations.list()
        after = await assistant.conversations.path(again.conversation_id)
        assert [(message.role, message.text) for message in after] == [
            (message.role, message.text) for message in before
        ]
        for _ in range(100):
            if list(assistant.vault.paths.backups.glob("*.hearth-backup")):  # type: ignore[union-attr]
                break
            await asyncio.sleep(0.05)
        assert len(list(assistant.vault.paths.backups.glob("*.hearth-backup"))) == 1  # type: ignore[union-attr]


async def test_without_a_vault_it_talks_and_keeps_nothing(at_hand: ProfileAtHand) -> None:
    async with Assistant.open(None, paths=at_hand.paths, early=at_hand.early, servers=at_hand.servers) as assistant:
        heard: list[Change] = []
        assistant.announcer.subscribe(heard.append)
        chat = await assistant.conversations.create()
        assert chat.private
        assert [event async for event in assistant.turns.ask(chat.conversation_id, "hello")]
        assert ConversationChanged(chat.conversation_id, "created") in heard
        with pytest.raises(NothingIsKept):
            await assistant.back_up(at_hand.home / "x")
    assert list(at_hand.home.rglob("*.db")) == []


async def test_the_model_is_loaded_before_the_first_question_when_a_person_is_waited_for(
    at_hand: ProfileAtHand, peer: OllamaPeer
) -> None:
    vault = await at_hand.vault()
    async with Assistant.open(
        vault, paths=at_hand.paths, early=at_hand.early, servers=at_hand.servers, warm_up=True
    ) as assistant:
        for _ in range(200):
            if loaded := [model.name for _, model in await assistant.gateway.loaded()]:
                break
            await asyncio.sleep(0.05)
        assert loaded == [MODEL]
        assert peer.chats() == [], "nothing was asked for that"
