"""The readable export: the branch in sight of each chat as Markdown, thinking folded, attachments named."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, BinaryIO

from core.conversations.conversation_rows import Conversation
from core.conversations.message_tree import Message
from models.language.messages import Role

if TYPE_CHECKING:
    from core.conversations.conversation_store import ConversationStore

NAMES: dict[Role, str] = {"system": "System", "user": "You", "assistant": "Assistant", "tool": "Tool"}


async def export_markdown(store: ConversationStore, conversation_ids: Sequence[str], target: BinaryIO) -> None:
    """Write these chats one after the other. ConversationMissing when one is gone."""
    for place, conversation_id in enumerate(conversation_ids):
        conversation = await store.get(conversation_id)
        path = await store.path(conversation_id)
        text = await asyncio.to_thread(_chat, conversation, path)
        await asyncio.to_thread(target.write, (("\n\n" if place else "") + text).encode("utf-8", "replace"))


def heading(conversation: Conversation) -> str:
    """The title, or what stands for one."""
    return conversation.title or "Untitled chat"


def other_versions(conversation: Conversation, path: Sequence[Message]) -> str:
    """A sentence about the messages that are not shown; empty when there are none."""
    hidden = conversation.message_count - len(path)
    if hidden <= 0:
        return ""
    messages = "1 message" if hidden == 1 else f"{hidden} messages"
    return f"Not shown here: {messages} of other versions; the JSON export holds them."


def _chat(conversation: Conversation, path: Sequence[Message]) -> str:
    lines = [f"# {_escaped(heading(conversation))}", ""]
    facts = [f"{conversation.created_at:%Y-%m-%d %H:%M} UTC"]
    facts += [_escaped(conversation.model)] if conversation.model else []
    facts += [" ".join(f"\\#{_escaped(tag)}" for tag in conversation.tags)] if conversation.tags else []
    facts += [f"from {_escaped(conversation.origin)}"] if conversation.origin else []
    lines.append(f"*{' · '.join(facts)}*")
    if conversation.instructions:
        lines += ["", _quoted(f"**Instructions**\n\n{conversation.instructions}")]
    if others := other_versions(conversation, path):
        lines += ["", f"*{others}*"]
    for message in path:
        lines += ["", _message(message)]
    return "\n".join(lines) + "\n"


def _message(message: Message) -> str:
    by = f" · {_escaped(message.model)}" if message.model and message.role == "assistant" else ""
    parts = [f"## {NAMES[message.role]}", f"*{message.created_at:%Y-%m-%d %H:%M} UTC{by}*"]
    if message.thinking.strip():
        folded = _closed(message.thinking.replace("</details>", "&lt;/details&gt;"))
        parts.append(f"<details>\n<summary>Thinking</summary>\n\n{folded}\n\n</details>")
    if message.text.strip():
        parts.append(_closed(message.text))
    parts += [
        f"- Attachment: {_escaped(item.name)} ({item.media_type}, {item.size_bytes:,} bytes)"
        for item in message.attachments
    ]
    parts += [f"- Asked for the tool {_code(f'{call.name}({call.arguments})')}" for call in message.tool_calls]
    parts += [f"*{_escaped(notice)}*" for notice in message.notices]
    if message.state == "stopped":
        parts.append("*Stopped.*")
    if message.error is not None:
        parts.append(_quoted(f"**{_escaped(message.error.sentence)}** {_escaped(message.error.next_step)}"))
    return "\n\n".join(parts)


def _closed(text: str) -> str:
    """The text with an open code fence closed, so that it does not swallow the next message."""
    fence = ""
    for line in text.splitlines():
        found = re.match(r" {0,3}(`{3,}|~{3,})(.*)", line)
        if found is None:
            continue
        mark, rest = found.groups()
        if not fence:
            fence = mark if mark[0] == "~" or "`" not in rest else ""
        elif mark[0] == fence[0] and len(mark) >= len(fence) and not rest.strip():
            fence = ""
    return f"{text}\n{fence}" if fence else text


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.splitlines())


def _code(text: str) -> str:
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    return f"{fence} {text} {fence}" if longest else f"`{text}`"


def _escaped(text: str) -> str:
    return re.sub(r"([\\`*_{}\[\]<>#|])", r"\\\1", text)
