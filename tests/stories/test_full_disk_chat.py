"""The disk fills up while somebody chats: it is said, nothing that was kept is lost, and with room again it goes on."""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from core.assistant import Assistant
from core.conversations.message_tree import NewAttachment
from core.errors import NotEnoughSpace
from core.events import Change, StorageFull, TextDelta, TurnEvent, TurnFailed, TurnFinished
from core.vault.ballast import BALLAST_BYTES
from tests.peers.ollama_replies import Done, Say
from tests.peers.ollama_server import OllamaPeer
from tests.peers.profile_at_hand import ProfileAtHand

MIB = 1024 * 1024
MODEL = "llama3.2:3b"
LONG_ANSWER = (*[Say("words " * 10_000)] * 60, Done())  # 3.6 MB, more than the room that is left


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system of 56 MiB."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        pytest.skip("mounting a small file system needs Linux and root")
    folder = tmp_path / "disk"
    folder.mkdir()
    mounting = ["mount", "-t", "tmpfs", "-o", f"size={56 * MIB}", "tmpfs", str(folder)]
    mounted = subprocess.run(mounting, capture_output=True, text=True, check=False)
    if mounted.returncode != 0:
        pytest.skip(f"mounting a small file system is not allowed here: {mounted.stderr.strip()}")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.fixture
async def peer() -> AsyncIterator[OllamaPeer]:
    async with OllamaPeer() as peer:
        yield peer


@pytest.fixture
def at_hand(disk: Path, peer: OllamaPeer) -> ProfileAtHand:
    return ProfileAtHand(disk / "hearth", peer.address)


def fill(disk: Path, room_bytes: int) -> None:
    """Somebody else's file takes everything but `room_bytes`."""
    with (disk / "filler").open("ab") as file:
        while (free := shutil.disk_usage(disk).free) > room_bytes:
            file.write(bytes(min(MIB, free - room_bytes)))
            file.flush()


def free(disk: Path) -> None:
    (disk / "filler").unlink()


async def ask(assistant: Assistant, chat_id: str, text: str, **more: object) -> list[TurnEvent]:
    return [event async for event in assistant.turns.ask(chat_id, text, **more)]  # type: ignore[arg-type]


async def texts(assistant: Assistant, chat_id: str) -> list[str]:
    return [message.text for message in await assistant.conversations.path(chat_id)]


def told_of_space(heard: list[Change]) -> list[bool]:
    return [change.full for change in heard if isinstance(change, StorageFull)]


async def test_an_answer_that_cannot_be_kept_says_so_and_everything_else_goes_on(
    at_hand: ProfileAtHand, peer: OllamaPeer, disk: Path
) -> None:
    async with at_hand.assistant() as assistant:
        store, heard = assistant.conversations, list[Change]()
        assistant.announcer.subscribe(heard.append)
        await assistant.settings.change("privacy.automatic_backups", False)
        old = await store.create(title="Old")
        await ask(assistant, old.conversation_id, "a question from before")
        chat = await store.create(title="Full")
        fill(disk, MIB)
        peer.script(MODEL, LONG_ANSWER)
        events = await ask(assistant, chat.conversation_id, "Tell me everything.")
        assert sum(len(event.text) for event in events if isinstance(event, TextDelta)) == 3_600_000, "it was shown"
        failed = events[-1]
        assert isinstance(failed, TurnFailed)
        assert isinstance(failed.error, NotEnoughSpace)
        assert "disk is full" in failed.error.owner_sentence
        assert "Free some space" in failed.error.owner_next_step
        await asyncio.sleep(0)
        assert told_of_space(heard) == [True]
        question, kept = await store.path(chat.conversation_id)
        assert (question.text, kept.state) == ("Tell me everything.", "failed")
        assert kept.error is not None
        assert kept.error.code == "NotEnoughSpace"
        # Reading, searching and deleting go on.
        (hit,) = await assistant.search.search("before")
        assert hit.conversation_id == old.conversation_id
        assert len(await texts(assistant, old.conversation_id)) == 2
        big = NewAttachment("file", "big", "x/y", bytes(MIB))
        with pytest.raises(NotEnoughSpace):
            await ask(assistant, old.conversation_id, "and this?", attachments=[big])
        await store.delete(chat.conversation_id)
        assert [each.conversation_id for each in await store.list()] == [old.conversation_id]
        # With room again, the next question works, without a restart.
        free(disk)
        peer.script(MODEL, LONG_ANSWER)
        assert isinstance((await ask(assistant, old.conversation_id, "And now?"))[-1], TurnFinished)
        await asyncio.sleep(0)
        assert told_of_space(heard) == [True, False]
        before = await texts(assistant, old.conversation_id)
        assert len(before[-1]) == 3_600_000
    async with at_hand.assistant() as assistant:
        assert await texts(assistant, old.conversation_id) == before
        assert all(finding.ok for finding in await assistant.verify())


async def test_chatting_on_for_long_on_a_full_disk_never_eats_the_room_for_deletes(
    at_hand: ProfileAtHand, peer: OllamaPeer, disk: Path
) -> None:
    """Small answers are still kept from the dropped ballast, but only from half of it."""
    async with at_hand.assistant() as assistant:
        store = assistant.conversations
        await assistant.settings.change("privacy.automatic_backups", False)
        await assistant.settings.change("chat.automatic_titles", False)
        kept: dict[str, list[str]] = {}
        fill(disk, MIB)
        refused = 0
        for number in range(400):
            peer.script(MODEL, (Say(f"answer {number} " * 4_000), Done()))
            try:
                chat = await store.create(title=f"Chat {number}")
                events = await ask(assistant, chat.conversation_id, f"question {number}")
            except NotEnoughSpace:
                refused += 1
                if refused == 20:
                    break
                continue
            if isinstance(events[-1], TurnFinished):
                kept[chat.conversation_id] = await texts(assistant, chat.conversation_id)
        assert refused == 20, "the disk never filled up"
        assert shutil.disk_usage(disk).free > BALLAST_BYTES // 4
        gone = list(kept)[:5]
        for chat_id in gone:
            await store.delete(chat_id)
            del kept[chat_id]
        assert kept == {chat_id: await texts(assistant, chat_id) for chat_id in kept}
    async with at_hand.assistant() as assistant:  # it closes, and opens, on the full disk, too
        assert kept == {chat_id: await texts(assistant, chat_id) for chat_id in kept}
    free(disk)
    async with at_hand.assistant() as assistant:
        assert all(finding.ok for finding in await assistant.verify())
        assert isinstance((await ask(assistant, next(iter(kept)), "And now?"))[-1], TurnFinished)
        for chat_id in await assistant.conversations.all_ids():
            states = {message.state for message in await assistant.conversations.every_message(chat_id)}
            assert "streaming" not in states, "an answer looks as if it went on"


async def test_a_profile_with_an_unfinished_answer_opens_on_a_full_disk_and_is_mended_later(
    at_hand: ProfileAtHand, disk: Path
) -> None:
    async with at_hand.assistant() as assistant:
        await assistant.settings.change("privacy.automatic_backups", False)
        chat = await assistant.conversations.create(title="x")
        await ask(assistant, chat.conversation_id, "hello")
        unfinished = await assistant.conversations.append(
            chat.conversation_id, parent_id=None, role="assistant", text="half an ", state="streaming"
        )
        before = await texts(assistant, chat.conversation_id)
    fill(disk, 0)
    async with at_hand.assistant() as assistant:
        assert await texts(assistant, chat.conversation_id) == before
    free(disk)
    async with at_hand.assistant() as assistant:
        kept = await assistant.conversations.message(unfinished.message_id)
        assert (kept.text, kept.state) == ("half an ", "stopped")
        assert await assistant.search.search("half")
