from __future__ import annotations

import io

from core.conversations.conversation_store import ConversationStore
from core.conversations.export import FORMATS, export_markdown
from core.conversations.message_tree import NewAttachment, StoredError
from models.language.messages import ToolCall
from tests.peers.conversation_room import Room


async def markdown_of(store: ConversationStore, *conversation_ids: str) -> str:
    target = io.BytesIO()
    await export_markdown(store, conversation_ids, target)
    return target.getvalue().decode()


async def test_a_chat_reads_from_top_to_bottom_with_everything_named(vault: Room) -> None:
    chat = await vault.store.create(title="Sky *and* sea", model="llama3.2:3b", instructions="Be brief.\nBe kind.")
    await vault.store.set_tags(chat.conversation_id, ["nature"])
    question = await vault.store.append(
        chat.conversation_id, parent_id=None, role="user", text="Why blue?",
        attachments=[NewAttachment("image", "sky.png", "image/png", b"12345")],
    )  # fmt: skip
    await vault.store.append(chat.conversation_id, parent_id=None, role="user", text="another version")
    await vault.store.activate(question.message_id)
    answer = await vault.store.append(
        chat.conversation_id, parent_id=question.message_id, role="assistant", text="", state="streaming", model="m_1"
    )
    await vault.store.finish(
        answer.message_id, text="Rayleigh.", thinking="Light …", state="failed", notices=["Switched."],
        tool_calls=[ToolCall("clock", {"a": 1})], error=StoredError("X", "It broke off.", "Try again.", "EOF"),
    )  # fmt: skip

    assert await markdown_of(vault.store, chat.conversation_id) == (
        "# Sky \\*and\\* sea\n\n*2026-01-01 00:00 UTC · llama3.2:3b · \\#nature*\n\n"
        "> **Instructions**\n>\n> Be brief.\n> Be kind.\n\n"
        "*Not shown here: 1 message of other versions; the JSON export holds them.*\n\n"
        "## You\n\n*2026-01-01 00:00 UTC*\n\nWhy blue?\n\n- Attachment: sky.png (image/png, 5 bytes)\n\n"
        "## Assistant\n\n*2026-01-01 00:00 UTC · m\\_1*\n\n"
        "<details>\n<summary>Thinking</summary>\n\nLight …\n\n</details>\n\nRayleigh.\n\n"
        "- Asked for the tool `clock({'a': 1})`\n\n*Switched.*\n\n> **It broke off.** Try again.\n"
    )


async def test_an_open_code_fence_does_not_swallow_the_next_message(vault: Room) -> None:
    chat = await vault.store.create(title="x")
    first = await vault.store.append(
        chat.conversation_id, parent_id=None, role="user", text="````py\nx\n```\nstill code"
    )
    await vault.store.append(chat.conversation_id, parent_id=first.message_id, role="assistant", text="```\nwhole\n```")

    text = await markdown_of(vault.store, chat.conversation_id)

    assert "still code\n````\n\n## Assistant" in text
    assert text.endswith("```\nwhole\n```\n")


async def test_several_chats_stand_one_below_the_other(vault: Room) -> None:
    one, two = await vault.store.create(title="One"), await vault.store.create()

    text = await markdown_of(vault.store, one.conversation_id, two.conversation_id)

    assert text.index("# One\n") < text.index("# Untitled chat\n")
    assert FORMATS == ("markdown", "json", "html")
