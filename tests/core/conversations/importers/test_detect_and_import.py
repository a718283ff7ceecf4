from __future__ import annotations

import asyncio
import copy
import io
import json
import random
import zipfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from core.conversations.importers import ImportProgress, detect_and_import
from core.conversations.search import ConversationSearch
from core.errors import HearthError, ImportRefused
from tests.peers.conversation_room import Room


def chatgpt(chat_id: str, *texts: str) -> dict[str, Any]:
    """A ChatGPT conversation in which each text answers the one before."""
    mapping: dict[str, Any] = {}
    parent: str | None = None
    for number, text in enumerate(texts):
        mapping[f"n{number}"] = {
            "id": f"n{number}",
            "parent": parent,
            "children": [f"n{number + 1}"],
            "message": {
                "author": {"role": "assistant" if number % 2 else "user"},
                "create_time": 1_700_000_000 + number,
                "content": {"content_type": "text", "parts": [text]},
                "metadata": {},
            },
        }
        parent = f"n{number}"
    return {
        "id": chat_id,
        "title": f"Chat {chat_id}",
        "create_time": 1_700_000_000,
        "mapping": mapping,
        "current_node": parent,
    }


def open_webui(chat_id: str) -> dict[str, Any]:
    messages = {
        "q": {
            "id": "q",
            "parentId": None,
            "childrenIds": ["a"],
            "role": "user",
            "content": "q",
            "files": [{"type": "image", "url": "data:image/png;base64,AAAA"}],
        },
        "a": {
            "id": "a",
            "parentId": "q",
            "childrenIds": [],
            "role": "assistant",
            "content": "a",
            "usage": {"prompt_tokens": 3},
        },
    }
    return {
        "id": chat_id,
        "title": "t",
        "chat": {"models": ["m"], "tags": ["x"], "history": {"messages": messages, "currentId": "a"}},
        "meta": {"tags": ["y"]},
    }


def hearth() -> dict[str, Any]:
    message = {
        "message_id": "1" * 32, "parent_id": None, "role": "user", "text": "hi", "state": "complete", "notices": ["n"],
        "tool_calls": [{"name": "x", "arguments": {"a": 1}, "call_id": ""}], "error": {"code": "c"},
        "attachments": [{"kind": "image", "name": "x", "media_type": "image/png", "data": "AAAA"}],
        "created_at": "2026-01-01T00:00:00.000+00:00", "prompt_tokens": 4,
    }  # fmt: skip
    chat = {
        "conversation_id": "a" * 32, "title": "own", "title_by": "owner", "messages": [message], "tags": ["t"],
        "created_at": "2026-01-01T00:00:00.000+00:00", "updated_at": "2026-01-01T00:00:00.000+00:00",
        "summaries": [{"message_id": "1" * 32, "text": "s", "message_count": 1, "model": "m", "created_at": None}],
    }  # fmt: skip
    folders = [{"folder_id": "f" * 32, "parent_id": None, "name": "F", "position": 0}]
    return {"format": "hearth-chats", "version": 1, "folders": folders, "conversations": [chat]}


async def refusal(room: Room, data: bytes | Path) -> str:
    """The sentence with which the file is refused; nothing may be left of it."""
    with pytest.raises(ImportRefused) as caught:
        await detect_and_import(room.store, data, name="file.json")
    assert await room.store.all_ids() == []
    return caught.value.owner_sentence


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "it is empty."),
        (b" \n ", "it is empty."),
        (b"\x00\x01\x02\xff\xfe binary", "it is not a text file"),
        (b"Dear diary", "At character 0, there is no JSON array or object."),
        (b'"just text"', "there is no JSON array or object"),
        (b"[]", "there are no chats in it that Hearth knows."),
        (b"{}", "there are no chats in it that Hearth knows."),
        (b"[1, null, \"x\", [], {}]", "Chat 1 is in a form that Hearth does not know."),
        (b'{"a": 1} trailing', "there is more behind the end"),
        (b"{1: 2}", "At character 2, a name is missing."),
        (b'[{"title": "cut', "the file ends in the middle"),
        (b"[" * 200_000, "the JSON is nested too deeply"),
        (b'{"a":' * 200_000, "the JSON is nested too deeply"),
        (b'[{"id": ' + b"9" * 5000 + b"}]", "a number is too long"),
        (b'{"version": 99, "conversations": []}', "it was written by a newer Hearth; update Hearth first."),
        (b"PK\x03\x04 not really", "this ZIP is damaged or incomplete."),
        (json.dumps([{"id": "e", "title": "Empty", "mapping": {}}]).encode(), "Chat 1 (“Empty”) holds no messages."),
    ],
)  # fmt: skip
async def test_a_file_without_chats_is_refused_with_the_reason(vault: Room, data: bytes, reason: str) -> None:
    assert reason in await refusal(vault, data)


async def test_a_missing_file_is_refused(vault: Room, tmp_path: Path) -> None:
    assert "No such file" in await refusal(vault, tmp_path / "gone.json")
    assert "directory" in await refusal(vault, tmp_path)


async def test_what_stands_before_a_broken_place_is_imported_and_the_rest_named(vault: Room) -> None:
    data = json.dumps([chatgpt("1", "a"), chatgpt("2", "b"), chatgpt("3", "c")]).encode()

    report = await detect_and_import(vault.store, data[: -len(data) // 4], name="x.json")

    assert report.conversations == 2
    assert len(report.skipped) == 1
    assert "What stands before it was read (2 chats)." in report.skipped[0]


async def test_one_chat_that_is_not_understood_leaves_the_others_alone(vault: Room) -> None:
    data = json.dumps([{"title": "alien\n<b>"}, chatgpt("1", "a"), 7, open_webui("2")]).encode()

    report = await detect_and_import(vault.store, data, name="x.json")

    assert (report.conversations, report.origin) == (2, "ChatGPT, Open WebUI")
    assert report.skipped == (
        "Chat 1 (“alien <b>”) is in a form that Hearth does not know.",
        "Chat 3 is in a form that Hearth does not know.",
    )


async def test_circles_orphans_and_repeated_ids_become_a_tree_that_holds_every_message(vault: Room) -> None:
    chat = chatgpt("1", "a", "b", "c", "d")
    chat["mapping"]["n0"]["parent"] = "n2"
    chat["mapping"]["n3"]["parent"] = "gone"
    own = hearth()
    own["conversations"][0]["messages"] *= 2

    await detect_and_import(vault.store, json.dumps([chat]).encode(), name="x.json")
    report = await detect_and_import(vault.store, json.dumps(own).encode(), name="y.json")

    circle, doubled = await vault.store.all_ids()
    assert sorted(m.text for m in await vault.store.every_message(circle)) == ["a", "b", "c", "d"]
    assert [m.text for m in await vault.store.path(circle)] == ["d"]
    assert (report.messages, len(await vault.store.path(doubled))) == (1, 1)


async def test_ids_that_other_chats_have_taken_are_replaced(vault: Room) -> None:
    first, second = hearth(), hearth()
    second["conversations"][0]["conversation_id"] = "b" * 32
    second["conversations"][0]["messages"][0]["text"] = "another"

    for _ in range(2):
        await detect_and_import(vault.store, json.dumps(first).encode(), name="x.json")
        await detect_and_import(vault.store, json.dumps(second).encode(), name="y.json")

    assert [[m.text for m in await vault.store.path(i)] for i in await vault.store.all_ids()] == [["hi"], ["another"]]


async def test_a_chain_of_ten_thousand_messages_is_imported(vault: Room) -> None:
    data = json.dumps([chatgpt("1", *(f"message {number}" for number in range(10_000)))]).encode()

    report = await detect_and_import(vault.store, data, name="x.json")

    assert report.messages == 10_000
    (conversation_id,) = await vault.store.all_ids()
    assert len(await vault.store.path(conversation_id)) == 10_000


async def test_a_message_of_fifty_megabytes_is_kept_whole_and_found(vault: Room) -> None:
    text = "start " + "0123456789 " * 4_600_000 + " finish"

    report = await detect_and_import(vault.store, json.dumps([chatgpt("1", text)]).encode(), name="x.json")

    assert report.messages == 1
    (hit,) = await ConversationSearch(vault.readers).search("finish start")
    assert (await vault.store.message(hit.message_id or "")).text == text


async def test_nul_bytes_and_half_characters_are_stored_as_well_as_they_can_be(vault: Room) -> None:
    raw = json.dumps([chatgpt("1", "nul \0 half \ud83d pair \ud83d\ude00")]).encode()

    await detect_and_import(vault.store, raw, name="x.json")

    (conversation_id,) = await vault.store.all_ids()
    assert (await vault.store.path(conversation_id))[0].text == "nul \0 half � pair 😀"


@pytest.mark.parametrize(
    "text",
    [
        '<details type="reasoning">' * 200_000,
        '<details type="reasoning">' + "<summary>" * 300_000 + "</details>",
        f'<details type="tool_calls" {"a" * 1_000_000}></details>',
        "\ue200" * 2_000_000,
    ],
    ids=["open blocks", "open summaries", "long word", "open citations"],
)
async def test_a_text_made_to_be_read_forever_is_read_at_once(vault: Room, text: str) -> None:
    chat = open_webui("1")
    chat["chat"]["history"]["messages"]["a"]["content"] = text

    report = await detect_and_import(vault.store, json.dumps([chat, chatgpt("2", "q", text)]).encode(), name="x.json")

    assert report.conversations == 2


async def test_thousands_of_thoughts_in_a_row_go_to_one_answer(vault: Room) -> None:
    chat = chatgpt("1", *["x" * 1000] * 10_001, "answer")
    for number in range(1, 10_001):
        chat["mapping"][f"n{number}"]["message"]["content"] = {
            "content_type": "thoughts",
            "thoughts": [{"content": "y" * 1000}],
        }

    await detect_and_import(vault.store, json.dumps([chat]).encode(), name="x.json")

    (conversation_id,) = await vault.store.all_ids()
    path = await vault.store.path(conversation_id)
    assert [m.text for m in path] == ["x" * 1000, "answer"]
    assert len(path[1].thinking) > 10_000_000


def zipped(**files: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files.items():
            packed.writestr(name.replace("__", "."), data)
    return target.getvalue()


async def test_a_zip_bomb_is_refused_before_it_unpacks(vault: Room) -> None:
    bomb = zipped(conversations__json=b"[" + b" " * 60_000_000 + b"]")

    assert "unpacks to far more than an export holds" in await refusal(vault, bomb)


async def test_a_zip_that_lies_about_its_size_is_refused(vault: Room) -> None:
    honest = zipped(conversations__json=json.dumps([chatgpt("1", "x" * 5000)]).encode())
    size = (honest.find(b"PK\x01\x02") + 24, honest.find(b"PK\x03\x04") + 22)
    lying = bytearray(honest)
    for at in size:
        lying[at : at + 4] = (10).to_bytes(4, "little")

    assert "damaged" in await refusal(vault, bytes(lying))


@pytest.mark.parametrize("cut", [30, 200, -30])
async def test_a_damaged_zip_is_refused(vault: Room, cut: int) -> None:
    await refusal(vault, zipped(conversations__json=json.dumps([chatgpt("1", "a")]).encode())[:cut])


async def test_a_zip_without_chats_is_refused(vault: Room) -> None:
    assert "no file with conversations" in await refusal(vault, zipped(readme__txt=b"hello"))


async def test_one_damaged_file_of_a_zip_leaves_the_others_alone(vault: Room) -> None:
    good = json.dumps([chatgpt("1", "a")]).encode()
    files = {
        "conversations-000__json": good,
        "conversations-001__json": b"\xff\xfe\xfd",
        "conversations-002__json": b"",
    }

    report = await detect_and_import(vault.store, zipped(**files), name="x.zip")

    assert report.conversations == 1
    assert len(report.skipped) == 2


async def test_random_damage_ends_in_a_refusal_or_an_import_and_never_changes_what_is_here(vault: Room) -> None:
    kept = await vault.store.create(title="kept")
    dice = random.Random(11)
    values: list[Any] = [
        None,
        True,
        -1,
        1e308,
        2**70,
        "",
        "x",
        "\ud800",
        "\0",
        [],
        {},
        [[]],
        {"a": {}},
        "2026-13-45",
        1e18,
    ]
    for _ in range(150):
        damaged = copy.deepcopy(dice.choice([[chatgpt("1", "a", "b", "c")], [open_webui("2")], hearth()]))
        for _ in range(dice.randint(1, 4)):
            damage(damaged, values, dice)
        data = json.dumps(damaged).encode()
        if dice.random() < 0.2:
            data = data[: dice.randrange(len(data))]
        with suppress(ImportRefused):
            await detect_and_import(vault.store, data, name="x.json")
        for conversation_id in await vault.store.all_ids():
            await vault.store.path(conversation_id)
            if conversation_id != kept.conversation_id:
                await vault.store.delete(conversation_id)
    assert await vault.store.list() == [kept]


def damage(value: Any, values: list[Any], dice: random.Random) -> None:
    """Put a wrong value somewhere inside."""
    while True:
        keys = list(value) if isinstance(value, dict) else list(range(len(value)))
        if not keys:
            return
        key = dice.choice(keys)
        if isinstance(value[key], (dict, list)) and value[key] and dice.random() < 0.85:
            value = value[key]
            continue
        value[key] = copy.deepcopy(dice.choice(values))
        return


async def test_progress_is_told_and_the_loop_goes_on_while_a_file_is_read(vault: Room, tmp_path: Path) -> None:
    path = tmp_path / "conversations.json"
    path.write_text(json.dumps([chatgpt(str(number), "a" * 1000, "b") for number in range(30)]))
    told: list[ImportProgress] = []
    ticks = 0

    async def tick() -> None:
        nonlocal ticks
        while True:
            await asyncio.sleep(0)
            ticks += 1

    ticking = asyncio.create_task(tick())
    await detect_and_import(vault.store, path, progress=told.append)
    ticking.cancel()

    assert [step.conversations for step in told] == list(range(1, 31))
    assert [step.share for step in told] == sorted(step.share for step in told)
    assert told[-1].messages == 60
    assert ticks > 30


async def test_an_attachment_that_cannot_be_stored_leaves_nothing_of_its_chat(vault: Room) -> None:
    assert vault.folder is not None
    blobs = vault.folder / "blobs"
    blobs.rmdir()
    blobs.write_text("in the way")

    with pytest.raises(HearthError):
        await detect_and_import(vault.store, json.dumps(hearth()).encode(), name="x.json")

    assert await vault.store.all_ids() == []
