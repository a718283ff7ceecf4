from __future__ import annotations

import io
import json
import random
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from core.clock import ManualClock
from core.conversations.conversation_store import ConversationStore
from core.conversations.export import export_chats, export_json
from core.conversations.importers import detect_and_import
from core.conversations.message_tree import Message, NewAttachment, StoredError
from core.conversations.search import ConversationSearch
from core.errors import ConversationMissing
from models.language.messages import ToolCall, Usage
from tests.peers.conversation_room import Room

TEXTS = [
    "",
    "Hello",
    "nul \0 and \x01",
    "汉字 и кириллица עברית 😀👩‍👩‍👧",
    "</script><b>",
    "`" * 5,
    '"\\\n\r\t',
    "a" * 5000,
]


async def fill_at_random(store: ConversationStore, dice: random.Random, clock: ManualClock) -> None:
    """Chats in nested folders, with branches, all states, tags, attachments, summaries and errors."""
    folders: list[str | None] = [None]
    for number in range(3):
        folder = await store.create_folder(f"Folder {number} ✓", dice.choice(folders))
        folders.append(folder.folder_id)
    for _ in range(4):
        clock.move(61.5)
        chat = await store.create(
            title=dice.choice(TEXTS),
            folder_id=dice.choice(folders),
            model="llama3.2:3b",
            kind=dice.choice(["chat", "notes"]),
        )
        await store.set_instructions(chat.conversation_id, dice.choice(TEXTS))
        await store.set_persona(chat.conversation_id, dice.choice(["", "tutor", "f" * 32]))
        await store.set_tags(chat.conversation_id, dice.sample(["a", "b c", "ü"], k=dice.randint(0, 3)))
        await store.pin(chat.conversation_id, dice.random() < 0.3)
        await store.archive(chat.conversation_id, dice.random() < 0.3)
        if dice.random() < 0.3:
            await store.set_expiry(chat.conversation_id, clock.now() + timedelta(days=9))
        ids: list[str | None] = [None]
        for _ in range(dice.randint(0, 12)):
            clock.move(1.25)
            ids.append(await add_at_random(store, chat.conversation_id, dice.choice(ids), dice))
        if len(ids) > 1:
            await store.activate(dice.choice(ids[1:]) or "")
            await store.save_summary(ids[1] or "", "So far …", message_count=1, model="m")


async def add_at_random(
    store: ConversationStore, conversation_id: str, parent_id: str | None, dice: random.Random
) -> str:
    """One message of any kind; returns its id."""
    if dice.random() < 0.5:
        files = [
            NewAttachment("image", "a “picture”.png", "image/png", dice.randbytes(dice.randint(0, 3000)))
            for _ in range(dice.randint(0, 2))
        ]
        question = await store.append(
            conversation_id, parent_id=parent_id, role="user", text=dice.choice(TEXTS), attachments=files
        )
        return question.message_id
    answer = await store.append(
        conversation_id, parent_id=parent_id, role="assistant", text="", state="streaming", model="qwen3:8b"
    )
    failed = dice.random() < 0.3
    await store.finish(
        answer.message_id,
        text=dice.choice(TEXTS),
        thinking=dice.choice(TEXTS),
        state="failed" if failed else dice.choice(["complete", "stopped"]),
        error=StoredError("AnswerBrokeOff", "It broke off.", "Try again.", "EOF") if failed else None,
        tool_calls=[ToolCall("clock", {"zone": ["UTC", 1, None]}, "c1")] if dice.random() < 0.3 else [],
        notices=["Switched “models”."] if dice.random() < 0.3 else [],
        usage=Usage(dice.randint(0, 999), dice.randint(0, 999), answer_s=dice.random()),
        first_token_s=dice.choice([None, 0.125]),
        total_s=dice.choice([None, 7.5]),
    )
    if dice.random() < 0.3:
        await store.mark_heard(answer.message_id, dice.randint(0, 5))
    return answer.message_id


async def everything(store: ConversationStore) -> list[Any]:
    """All that a store holds, as plain values; ids of attachments are left out."""
    held: list[Any] = [(f.folder_id, f.parent_id, f.name, f.position) for f in await store.folders()]
    for conversation_id in await store.all_ids():
        held.append(replace(await store.get(conversation_id), private=False))
        held += [await without_ids(store, message) for message in await store.every_message(conversation_id)]
        held.extend(await store.summaries(conversation_id))
    return held


async def without_ids(store: ConversationStore, message: Message) -> Any:
    files = [(a.kind, a.name, a.media_type, await store.attachment_data(a)) for a in message.attachments]
    return replace(message, attachments=()), files


@pytest.mark.parametrize("seed", range(6))
async def test_an_export_read_into_another_store_gives_the_same_store(
    vault: Room, other_vault: Room, clock: ManualClock, seed: int
) -> None:
    await fill_at_random(vault.store, random.Random(seed), clock)
    target = io.BytesIO()
    count = await export_chats(vault.store, target, form="json")

    report = await detect_and_import(other_vault.store, target.getvalue(), name="hearth.json")

    assert (report.conversations, report.origin, report.skipped) == (count, "Hearth", ())
    assert await everything(other_vault.store) == await everything(vault.store)
    again = io.BytesIO()
    await export_chats(other_vault.store, again, form="json")
    first, second = json.loads(target.getvalue()), json.loads(again.getvalue())
    del first["exported_at"], second["exported_at"]
    assert first == second


async def test_importing_ones_own_export_again_changes_nothing(vault: Room, clock: ManualClock) -> None:
    await fill_at_random(vault.store, random.Random(1), clock)
    target = io.BytesIO()
    await export_chats(vault.store, target, form="json")
    before = await everything(vault.store)

    report = await detect_and_import(vault.store, target.getvalue(), name="hearth.json")

    assert (report.conversations, report.already_here) == (0, 4)
    assert await everything(vault.store) == before


async def test_a_chat_that_went_on_is_added_beside_and_only_once(vault: Room, other_vault: Room) -> None:
    chat = await vault.store.create(title="talk")
    await vault.store.append(chat.conversation_id, parent_id=None, role="user", text="one")
    early = io.BytesIO()
    await export_json(vault.store, [chat.conversation_id], early)
    await vault.store.append(chat.conversation_id, parent_id=None, role="user", text="two")
    late = io.BytesIO()
    await export_json(vault.store, [chat.conversation_id], late)

    for data in (early, late, late, early):
        await detect_and_import(other_vault.store, data.getvalue(), name="x.json")

    chats = await other_vault.store.list()
    assert sorted(c.message_count for c in chats) == [1, 2]


async def test_one_chat_takes_only_its_own_folders_along(vault: Room, other_vault: Room) -> None:
    outer = await vault.store.create_folder("outer")
    inner = await vault.store.create_folder("inner", outer.folder_id)
    await vault.store.create_folder("unrelated")
    chat = await vault.store.create(title="x", folder_id=inner.folder_id)
    await vault.store.create(title="other")
    target = io.BytesIO()

    await export_json(vault.store, [chat.conversation_id], target)
    await detect_and_import(other_vault.store, target.getvalue(), name="x.json")

    assert {folder.name for folder in await other_vault.store.folders()} == {"outer", "inner"}
    assert (await other_vault.store.list())[0].folder_id == inner.folder_id


async def test_exporting_what_is_gone_says_so(vault: Room) -> None:
    with pytest.raises(ConversationMissing):
        await export_json(vault.store, ["nobody"], io.BytesIO())


async def test_everything_of_the_vault_never_holds_a_private_chat_but_a_named_one_is_exported(
    vault: Room, memory: Room
) -> None:
    secret = await memory.store.create(title="secret")
    everything_at_once, named = io.BytesIO(), io.BytesIO()

    await export_chats(vault.store, everything_at_once, form="json")
    await export_chats(memory.store, named, form="json", conversation_ids=[secret.conversation_id])

    assert b"secret" not in everything_at_once.getvalue()
    assert b"secret" in named.getvalue()


async def test_a_damaged_attachment_keeps_nothing_else_from_being_exported(vault: Room, other_vault: Room) -> None:
    chat = await vault.store.create(title="x")
    files = [NewAttachment("image", name, "image/png", b"data") for name in ("whole.png", "broken.png")]
    message = await vault.store.append(
        chat.conversation_id, parent_id=None, role="user", text="look", attachments=files
    )
    assert vault.folder is not None
    (vault.folder / "blobs" / message.attachments[1].blob_id).write_bytes(b"noise")
    as_json, as_html = io.BytesIO(), io.BytesIO()

    await export_chats(vault.store, as_json, form="json")
    await export_chats(vault.store, as_html, form="html")
    await detect_and_import(other_vault.store, as_json.getvalue(), name="x.json")

    (read,) = await other_vault.store.path(chat.conversation_id)
    assert [item.name for item in read.attachments] == ["whole.png"]
    assert read.notices == ("“broken.png” was damaged and is not here.",)
    assert as_html.getvalue().count(b"<img ") == 1


async def test_private_chats_reach_no_file(memory: Room, tmp_path: Path) -> None:
    canary = "canary-8c1f"
    chat = await memory.store.create(title=canary, instructions=canary)
    picture = NewAttachment("image", canary, "image/png", canary.encode())
    await memory.store.append(
        chat.conversation_id, parent_id=None, role="user", text=canary * 100, attachments=[picture]
    )
    assert len(await ConversationSearch(memory.readers).search(canary)) == 2

    await memory.store.delete(chat.conversation_id)

    assert not files_with(canary, tmp_path)


def files_with(text: str, folder: Path) -> list[Path]:
    """Files below `folder` that hold the text."""
    return [file for file in folder.rglob("*") if file.is_file() and text.encode() in file.read_bytes()]
