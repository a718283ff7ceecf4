"""The lossless export: every branch, state, tag, folder, summary and attachment, one JSON document.

Written message by message, so that a vault of any size needs little memory. `importers.hearth_json` reads it back.
"""

from __future__ import annotations

import asyncio
import base64
import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, BinaryIO

from core.conversations.conversation_rows import Conversation
from core.conversations.folder_rows import Folder
from core.conversations.importers.hearth_json import FORMAT, VERSION
from core.conversations.message_tree import Attachment, Message
from core.conversations.summary_rows import Summary
from core.errors import DatabaseDamaged

if TYPE_CHECKING:
    from core.conversations.conversation_store import ConversationStore

_BATCH_BYTES = 1024 * 1024


async def export_json(store: ConversationStore, conversation_ids: Sequence[str], target: BinaryIO) -> None:
    """Write these chats, and the folders they lie in. ConversationMissing when one is gone."""
    writing = _Writing(target)
    head = {"format": FORMAT, "version": VERSION, "exported_at": _time(datetime.now(UTC))}
    await writing.write(json.dumps(head)[:-1])
    await writing.write(
        ',\n"folders": ' + _json([_folder(folder) for folder in await _folders(store, conversation_ids)])
    )
    await writing.write(',\n"conversations": [')
    for place, conversation_id in enumerate(conversation_ids):
        await writing.write(",\n" if place else "\n")
        await _write_chat(store, conversation_id, writing)
    await writing.write("\n]}\n")
    await writing.flush()


class _Writing:
    """Collects pieces and writes them on a worker thread."""

    def __init__(self, target: BinaryIO) -> None:
        self._target = target
        self._pieces: list[bytes] = []
        self._size = 0

    async def write(self, text: str) -> None:
        piece = text.encode("utf-8", "replace")
        self._pieces.append(piece)
        self._size += len(piece)
        if self._size > _BATCH_BYTES:
            await self.flush()

    async def flush(self) -> None:
        pieces, self._pieces, self._size = self._pieces, [], 0
        await asyncio.to_thread(self._target.write, b"".join(pieces))


async def _write_chat(store: ConversationStore, conversation_id: str, writing: _Writing) -> None:
    conversation = await store.get(conversation_id)
    summaries = await store.summaries(conversation_id)
    head = _conversation(conversation)
    head["summaries"] = [_summary(summary) for summary in summaries]
    await writing.write(_json(head)[:-1] + ', "messages": [')
    for place, message in enumerate(await store.every_message(conversation_id)):
        attachments = [await _attachment(store, item) for item in message.attachments]
        await writing.write(("," if place else "") + "\n" + _json({**_message(message), "attachments": attachments}))
    await writing.write("]}")


async def readable_data(store: ConversationStore, attachment: Attachment) -> bytes | None:
    """The bytes, or None when they are damaged: one broken picture must not keep the rest from being exported."""
    try:
        return await store.attachment_data(attachment)
    except DatabaseDamaged:
        return None


async def _attachment(store: ConversationStore, item: Attachment) -> dict[str, Any]:
    data = await readable_data(store, item)
    return {
        "kind": item.kind,
        "name": item.name,
        "media_type": item.media_type,
        "size_bytes": item.size_bytes,
        "data": None if data is None else base64.b64encode(data).decode("ascii"),
    }


async def _folders(store: ConversationStore, conversation_ids: Sequence[str]) -> list[Folder]:
    """The folders of these chats and those around them; all folders when every chat is exported."""
    folders = {folder.folder_id: folder for folder in await store.folders()}
    if set(await store.all_ids()) <= set(conversation_ids):
        return list(folders.values())
    wanted: set[str] = set()
    for conversation_id in conversation_ids:
        step = (await store.get(conversation_id)).folder_id
        while step is not None and step not in wanted and step in folders:
            wanted.add(step)
            step = folders[step].parent_id
    return [folder for folder in folders.values() if folder.folder_id in wanted]


def _folder(folder: Folder) -> dict[str, Any]:
    return {
        "folder_id": folder.folder_id,
        "parent_id": folder.parent_id,
        "name": folder.name,
        "position": folder.position,
    }


def _conversation(conversation: Conversation) -> dict[str, Any]:
    values = asdict(conversation)
    for name in ("private", "message_count"):
        del values[name]
    for name in ("created_at", "updated_at", "expires_at"):
        values[name] = None if values[name] is None else _time(values[name])
    return values


def _summary(summary: Summary) -> dict[str, Any]:
    return {
        "message_id": summary.message_id,
        "text": summary.text,
        "message_count": summary.message_count,
        "model": summary.model,
        "created_at": _time(summary.created_at),
    }


def _message(message: Message) -> dict[str, Any]:
    return {
        "message_id": message.message_id,
        "parent_id": message.parent_id,
        "role": message.role,
        "text": message.text,
        "thinking": message.thinking,
        "state": message.state,
        "model": message.model,
        "error": None if message.error is None else asdict(message.error),
        "tool_calls": [asdict(call) for call in message.tool_calls],
        "notices": message.notices,
        "prompt_tokens": message.usage.prompt_tokens,
        "answer_tokens": message.usage.answer_tokens,
        "answer_s": message.usage.answer_s,
        "first_token_s": message.first_token_s,
        "total_s": message.total_s,
        "heard_characters": message.heard_characters,
        "created_at": _time(message.created_at),
    }


def _time(at: datetime) -> str:
    return at.isoformat(timespec="milliseconds")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
