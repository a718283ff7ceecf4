from __future__ import annotations

import io
import json
import zipfile
from typing import Any

import pytest

from core.conversations.conversation_store import ConversationStore
from core.conversations.importers import detect_and_import
from core.conversations.message_tree import Message
from tests.peers.conversation_room import Room

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 50
T0 = 1_700_000_000.25


def node(
    node_id: str, parent: str | None, message: dict[str, Any] | None = None, children: tuple[str, ...] = ()
) -> dict[str, Any]:
    return {"id": node_id, "parent": parent, "children": list(children), "message": message}


def said(
    role: str, text: str | list[Any], *, kind: str = "text", at: float | None = None, **more: Any
) -> dict[str, Any]:
    parts = [text] if isinstance(text, str) else text
    return {
        "id": "m",
        "author": {"role": role, "name": None, "metadata": {}},
        "create_time": at,
        "content": {"content_type": kind, "parts": parts},
        "status": "finished_successfully",
        "weight": 1.0,
        "metadata": {},
        "recipient": "all",
        **more,
    }


def chat(mapping: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    return {
        "id": "conv-1",
        "conversation_id": "conv-1",
        "title": "Sky",
        "create_time": T0,
        "update_time": T0 + 100,
        "mapping": {item["id"]: item for item in mapping},
        "current_node": mapping[-1]["id"],
        **more,
    }


def branching() -> dict[str, Any]:
    """A hidden root, a question, two answers, a further question below the first, which is in sight."""
    return chat(
        [
            node("root", None, None, ("system",)),
            node("system", "root", said("system", ""), ("q",)),
            node("q", "system", said("user", "Why blue?", at=T0), ("a1", "a2")),
            node("a2", "q", said("assistant", "Because.", at=T0 + 20, metadata={"model_slug": "gpt-4o"})),
            node("a1", "q", said("assistant", "Rayleigh.", at=T0 + 10, metadata={"model_slug": "gpt-5"}), ("q2",)),
            node("q2", "a1", said("user", "More?", at=T0 + 30)),
        ]
    )


async def imported(store: ConversationStore, *chats: dict[str, Any]) -> list[Message]:
    """The branch in sight of the only chat."""
    report = await detect_and_import(store, json.dumps(chats).encode(), name="conversations.json")
    assert report.origin == "ChatGPT"
    (conversation_id,) = await store.all_ids()
    return await store.path(conversation_id)


async def test_branches_times_models_and_the_branch_in_sight_come_along(vault: Room) -> None:
    path = await imported(vault.store, branching())

    assert [m.text for m in path] == ["Why blue?", "Rayleigh.", "More?"]
    assert [m.text for m in await vault.store.siblings(path[1].message_id)] == ["Rayleigh.", "Because."]
    assert path[1].model == "gpt-5"
    assert path[0].created_at.timestamp() == T0
    (conversation,) = await vault.store.list()
    assert (conversation.title, conversation.title_by, conversation.origin) == ("Sky", "owner", "ChatGPT")
    assert conversation.updated_at.timestamp() == T0 + 100


async def test_the_same_file_again_adds_nothing_and_a_longer_one_adds_a_chat_beside(vault: Room) -> None:
    await imported(vault.store, branching())
    data = json.dumps([branching()]).encode()

    report = await detect_and_import(vault.store, data, name="x.json")
    assert (report.conversations, report.already_here) == (0, 1)

    longer = branching()
    longer["mapping"]["a3"] = node("a3", "q2", said("assistant", "Yes: Mie.", at=T0 + 60))
    longer["current_node"] = "a3"
    for _ in range(2):
        await detect_and_import(vault.store, json.dumps([longer]).encode(), name="x.json")
    assert sorted(c.message_count for c in await vault.store.list()) == [4, 5]


async def test_hidden_messages_go_and_the_owners_instructions_become_the_chats(vault: Room) -> None:
    path = await imported(
        vault.store,
        chat(
            [
                node("root", None, None),
                node("hidden", "root", said("system", "secret sauce", weight=0.0)),
                node(
                    "context",
                    "hidden",
                    {
                        **said("user", ""),
                        "content": {
                            "content_type": "user_editable_context",
                            "user_profile": "I am a baker.",
                            "user_instructions": "Be brief.",
                        },
                        "metadata": {"is_visually_hidden_from_conversation": True, "is_user_system_message": True},
                    },
                ),
                node("q", "context", said("user", "Hello")),
                node("a", "q", said("assistant", "psst", metadata={"is_visually_hidden_from_conversation": True})),
                node("a2", "a", said("assistant", "Hi \ue200cite\ue202turn0search1\ue201there")),
            ]
        ),
    )

    assert [m.text for m in path] == ["Hello", "Hi there"]
    assert (await vault.store.list())[0].instructions == "I am a baker.\n\nBe brief."


async def test_thoughts_stand_with_the_answer_and_code_and_its_output_in_fences(vault: Room) -> None:
    path = await imported(
        vault.store,
        chat(
            [
                node("q", None, said("user", "6*7?")),
                node(
                    "t",
                    "q",
                    {
                        **said("assistant", ""),
                        "content": {
                            "content_type": "thoughts",
                            "thoughts": [{"summary": "Multiplying", "content": "six sevens"}],
                        },
                    },
                ),
                node(
                    "code",
                    "t",
                    {
                        **said("assistant", "", recipient="python"),
                        "content": {"content_type": "code", "language": "python", "text": "print(6*7) # ```"},
                    },
                ),
                node(
                    "out", "code", {**said("tool", ""), "content": {"content_type": "execution_output", "text": "42"}}
                ),
                node("recap", "out", said("assistant", "Thought for 2s", kind="reasoning_recap")),
                node("a", "recap", said("assistant", "42", status="in_progress")),
            ]
        ),
    )

    assert [(m.role, m.text, m.thinking) for m in path] == [
        ("user", "6*7?", ""),
        ("assistant", "````python\nprint(6*7) # ```\n````", "Multiplying\nsix sevens"),
        ("tool", "```\n42\n```", ""),
        ("assistant", "42", ""),
    ]
    assert path[-1].state == "stopped"


async def test_pictures_of_the_zip_become_attachments_and_missing_ones_a_notice(vault: Room) -> None:
    parts = [
        {"content_type": "image_asset_pointer", "asset_pointer": "sediment://file_00ab", "size_bytes": 1},
        {"content_type": "image_asset_pointer", "asset_pointer": "file-service://file-Gone", "size_bytes": 1},
        {"content_type": "audio_transcription", "text": "spoken words"},
        {"content_type": "real_time_user_audio_video_asset_pointer"},
        "What is this?",
    ]
    uploads = {"attachments": [{"id": "file-Upload1", "name": "notes.txt", "mime_type": "text/plain"}]}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        target.writestr(
            "export/conversations-000.json",
            json.dumps([chat([node("q", None, said("user", parts, kind="multimodal_text", metadata=uploads))])]),
        )
        target.writestr(
            "export/conversations-001.json",
            json.dumps([{**branching(), "id": "2", "conversation_id": "2", "is_archived": True, "is_starred": True}]),
        )
        target.writestr("export/file_00ab-sanitized.png", PNG)
        target.writestr("export/file-Upload1-notes.txt", "my notes")
        target.writestr("export/user.json", "{}")

    report = await detect_and_import(vault.store, packed.getvalue(), name="export.zip")

    assert (report.conversations, report.messages, report.skipped) == (2, 5, ())
    (listed,) = await vault.store.list()
    (message,) = await vault.store.path(listed.conversation_id)
    assert message.text == "spoken words\n\nWhat is this?"
    assert [(a.kind, a.name, a.media_type) for a in message.attachments] == [
        ("image", "file_00ab-sanitized.png", "image/png"),
        ("text", "notes.txt", "text/plain"),
    ]
    assert await vault.store.attachment_data(message.attachments[0]) == PNG
    assert message.notices == (
        "A picture was not part of the export.",
        "A recording of the original message was not taken along.",
    )
    (archived,) = await vault.store.list(archived=True)
    assert archived.pinned


@pytest.mark.parametrize("wrapped", [False, True])
async def test_a_file_with_one_chat_or_with_chats_under_a_name_is_read_too(vault: Room, *, wrapped: bool) -> None:
    content: Any = {"conversations": [branching()]} if wrapped else branching()

    report = await detect_and_import(vault.store, json.dumps(content).encode("utf-16"), name="x.json")

    assert (report.conversations, report.messages) == (1, 4)
