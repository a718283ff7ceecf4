from __future__ import annotations

import base64
import json
from typing import Any

from core.conversations.importers import detect_and_import
from models.language.messages import ToolCall
from tests.peers.conversation_room import Room

T0 = 1_720_000_000
PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 50


def message(message_id: str, parent: str | None, role: str, content: Any, **more: Any) -> dict[str, Any]:
    return {
        "id": message_id,
        "parentId": parent,
        "childrenIds": [],
        "role": role,
        "content": content,
        "timestamp": T0,
        **more,
    }


def row(*messages: dict[str, Any], current: str, **more: Any) -> dict[str, Any]:
    """A chat as the export of all chats lists it."""
    return {
        "id": "chat-1",
        "user_id": "u",
        "title": "Bread",
        "chat": {
            "title": "Bread",
            "models": ["llama3.2:3b"],
            "params": {"system": "You are a baker."},
            "history": {"messages": {item["id"]: item for item in messages}, "currentId": current},
            "messages": [],
            "timestamp": T0 * 1000,
        },
        "created_at": T0,
        "updated_at": T0 + 500,
        "archived": False,
        "pinned": True,
        "meta": {"tags": ["food", "home"]},
        **more,
    }


async def load(room: Room, *chats: dict[str, Any]) -> str:
    """Import and return the id of the only chat."""
    report = await detect_and_import(room.store, json.dumps(chats).encode(), name="chat-export.json")
    assert report.origin == "Open WebUI"
    (conversation_id,) = await room.store.all_ids()
    return conversation_id


async def test_the_tree_with_its_details_comes_along(vault: Room) -> None:
    chat_id = await load(
        vault,
        row(
            message("q", None, "user", "How much water?"),
            message("a1", "q", "assistant", "Lots.", model="llama3.2:3b", done=True),
            message("a2", "q", "assistant", "70 %", model="qwen3:8b", timestamp=T0 + 5,
                    info={"prompt_eval_count": 11, "eval_count": 22, "eval_duration": 2_000_000_000}),
            current="a1",
        ),
    )  # fmt: skip

    path = await vault.store.path(chat_id)
    assert [m.text for m in path] == ["How much water?", "Lots."]
    other = (await vault.store.siblings(path[1].message_id))[1]
    assert (other.text, other.model, other.usage.prompt_tokens, other.usage.tokens_per_s) == (
        "70 %",
        "qwen3:8b",
        11,
        11.0,
    )
    chat = await vault.store.get(chat_id)
    assert (chat.title, chat.tags, chat.pinned, chat.model) == ("Bread", ("food", "home"), True, "llama3.2:3b")
    assert chat.instructions == "You are a baker."
    assert (chat.created_at.timestamp(), chat.updated_at.timestamp()) == (T0, T0 + 500)
    again = await detect_and_import(
        vault.store, json.dumps([row(message("q", None, "user", "How much water?"), current="q")]).encode(), name="x"
    )
    assert again.already_here == 1


async def test_reasoning_and_tool_calls_leave_the_text(vault: Room) -> None:
    text = (
        '<details type="reasoning" done="true" duration="3">\n<summary>Thought for 3 seconds</summary>\n'
        "&gt; 1 &lt; 2\n> so\n</details>\n"
        '<details type="tool_calls" done="true" id="call_1" name="clock" '
        'arguments="&quot;{\\&quot;zone\\&quot;: \\&quot;UTC\\&quot;}&quot;" result="&quot;12:00&quot;">\n'
        "<summary>Tool Executed</summary>\n</details>\nIt is noon."
    )
    chat_id = await load(vault, row(message("a", None, "assistant", text), current="a"))

    (answer,) = await vault.store.path(chat_id)
    assert answer.thinking == "1 < 2\nso"
    assert answer.tool_calls == (ToolCall("clock", {"zone": "UTC"}, "call_1"),)
    assert answer.text == "**clock**\n\n~~~~\n12:00\n~~~~\nIt is noon."


async def test_pictures_in_the_file_are_kept_and_others_are_named(vault: Room) -> None:
    url = "data:image/png;base64," + base64.b64encode(PNG).decode()
    files = [
        {"type": "image", "url": url},
        {"type": "image", "url": "https://example.com/spy.png", "name": "spy.png"},
        {"type": "file", "name": "notes.md", "file": {"data": {"content": "# Notes"}}},
    ]
    chat_id = await load(
        vault, row(message("q", None, "user", [{"type": "text", "text": "Look"}], files=files), current="q")
    )

    (question,) = await vault.store.path(chat_id)
    assert question.text == "Look"
    assert [(a.kind, a.name) for a in question.attachments] == [("image", "image"), ("text", "notes.md")]
    assert await vault.store.attachment_data(question.attachments[0]) == PNG
    assert question.notices == ("“spy.png” is kept on the Open WebUI server and was not part of the export.",)


async def test_failed_and_unfinished_answers_say_so(vault: Room) -> None:
    chat_id = await load(
        vault,
        row(
            message("q", None, "user", "?"),
            message("a", "q", "assistant", "", error={"content": "model crashed"}),
            message("b", "a", "assistant", "hal", done=False),
            current="b",
        ),
    )

    _, failed, stopped = await vault.store.path(chat_id)
    assert failed.state == "failed"
    assert failed.error is not None
    assert failed.error.detail == "model crashed"
    assert stopped.state == "stopped"


async def test_the_older_form_is_a_plain_list_without_a_tree(vault: Room) -> None:
    chat_id = await load(
        vault,
        {
            "id": "old",
            "title": "Old",
            "chat": {
                "models": ["m"],
                "messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}],
            },
        },
    )

    assert [m.text for m in await vault.store.path(chat_id)] == ["a", "b"]


async def test_a_single_chat_without_its_row_is_read_too(vault: Room) -> None:
    chat = row(message("q", None, "user", "hello"), current="q")["chat"]

    report = await detect_and_import(vault.store, json.dumps(chat).encode(), name="chat.json")

    assert (report.conversations, report.origin) == (1, "Open WebUI")
