"""Hearth's own JSON export, read back to equal chats: same ids, branches, states, tags, folders and attachments."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from core.conversations.conversation_rows import TitleBy
from core.conversations.imported_chat import ImportedChat, ImportedFolder, ImportedMessage, ImportedSummary
from core.conversations.importers.foreign_values import (
    count_of,
    dict_of,
    first_time,
    list_of,
    number_of,
    text_of,
    texts_of,
    time_of,
)
from core.conversations.importers.import_source import ImportSource
from core.conversations.intake import derived_id
from core.conversations.message_tree import AttachmentKind, MessageState, NewAttachment, StoredError
from core.wording import worded
from models.language.messages import Role, ToolCall, Usage

ORIGIN = "Hearth"
FORMAT = "hearth-chats"
VERSION = 1

_ROLES: dict[str, Role] = {"system": "system", "user": "user", "assistant": "assistant", "tool": "tool"}
_STATES: dict[str, MessageState] = {
    "streaming": "stopped",
    "complete": "complete",
    "stopped": "stopped",
    "failed": "failed",
}
_TITLE_BY: dict[str, TitleBy] = {"nobody": "nobody", "model": "model", "owner": "owner"}
_KINDS: dict[str, AttachmentKind] = {"image": "image", "text": "text", "file": "file"}


def recognises(sample: dict[str, Any]) -> bool:
    """Whether one conversation of a file looks like Hearth's own."""
    return isinstance(sample.get("messages"), list) and isinstance(sample.get("title_by"), str)


def read_folder(raw: dict[str, Any]) -> list[ImportedFolder]:
    """One folder; none when it has no id."""
    folder_id = _id(text_of(raw.get("folder_id")))
    parent_id = _id(text_of(raw.get("parent_id"))) or None
    name, position = text_of(raw.get("name")), count_of(raw.get("position")) or 0
    return [ImportedFolder(folder_id, parent_id, name, position)] if folder_id else []


def read_chat(raw: dict[str, Any], source: ImportSource, *, now: datetime) -> ImportedChat:
    """One conversation with all its branches."""
    del source  # attachments stand in the chat itself
    created_at = first_time((raw.get("created_at"),), now)
    messages = tuple(_message(dict_of(item), created_at) for item in list_of(raw.get("messages")))
    own_id = text_of(raw.get("conversation_id"))
    return ImportedChat(
        conversation_id=_id(own_id) or derived_id(ORIGIN, *(message.message_id for message in messages)),
        title=text_of(raw.get("title")),
        created_at=created_at,
        updated_at=first_time((raw.get("updated_at"),), created_at),
        messages=messages,
        active_leaf_id=_id(text_of(raw.get("active_leaf_id"))) or None,
        title_by=_TITLE_BY.get(text_of(raw.get("title_by")), "owner"),
        folder_id=_id(text_of(raw.get("folder_id"))) or None,
        pinned=raw.get("pinned") is True,
        archived=raw.get("archived") is True,
        tags=texts_of(raw.get("tags")),
        model=text_of(raw.get("model")),
        instructions=text_of(raw.get("instructions")),
        expires_at=time_of(raw.get("expires_at")),
        origin=text_of(raw.get("origin"))[:100],
        persona_id=text_of(raw.get("persona_id"))[:100],
        kind="notes" if raw.get("kind") == "notes" else "chat",
        summaries=tuple(_summary(dict_of(item), created_at) for item in list_of(raw.get("summaries"))),
    )


def _id(text: str) -> str:
    """Ids of ours are 32 hexadecimal digits; anything else becomes one that is the same each time."""
    if not text or (len(text) == 32 and all(character in "0123456789abcdef" for character in text)):
        return text
    return derived_id(ORIGIN, text)


def _message(raw: dict[str, Any], otherwise: datetime) -> ImportedMessage:
    error = dict_of(raw.get("error"))
    files = [(dict_of(item), _attachment(dict_of(item))) for item in list_of(raw.get("attachments"))]
    damaged = worded("“{0}” was damaged and is not here.")
    lost = (damaged.format(text_of(item.get("name"))) for item, read in files if read is None)
    return ImportedMessage(
        message_id=_id(text_of(raw.get("message_id"))) or derived_id(ORIGIN, repr(raw)),
        parent_id=_id(text_of(raw.get("parent_id"))) or None,
        role=_ROLES.get(text_of(raw.get("role")), "user"),
        text=text_of(raw.get("text")),
        created_at=first_time((raw.get("created_at"),), otherwise),
        thinking=text_of(raw.get("thinking")),
        state=_STATES.get(text_of(raw.get("state")), "complete"),
        model=text_of(raw.get("model")),
        error=StoredError(*(text_of(error.get(name)) for name in ("code", "sentence", "next_step", "detail")))
        if error
        else None,
        tool_calls=tuple(_tool_call(dict_of(item)) for item in list_of(raw.get("tool_calls"))),
        notices=(*texts_of(raw.get("notices")), *lost),
        attachments=tuple(read for _, read in files if read is not None),
        usage=Usage(
            count_of(raw.get("prompt_tokens")),
            count_of(raw.get("answer_tokens")),
            answer_s=number_of(raw.get("answer_s")),
        ),
        first_token_s=number_of(raw.get("first_token_s")),
        total_s=number_of(raw.get("total_s")),
        heard_characters=count_of(raw.get("heard_characters")),
    )


def _tool_call(raw: dict[str, Any]) -> ToolCall:
    return ToolCall(text_of(raw.get("name")), dict_of(raw.get("arguments")), text_of(raw.get("call_id")))


def _attachment(raw: dict[str, Any]) -> Callable[[], NewAttachment] | None:
    """None when its bytes cannot be read."""
    data = raw.get("data")
    if not isinstance(data, str):
        return None
    try:
        binascii.a2b_base64(data, strict_mode=True) if data else b""
    except ValueError:
        return None
    kind = _KINDS.get(text_of(raw.get("kind")), "file")
    return partial(_decoded, kind, text_of(raw.get("name")), text_of(raw.get("media_type")), data)


def _decoded(kind: AttachmentKind, name: str, media_type: str, data: str) -> NewAttachment:
    return NewAttachment(kind, name, media_type, base64.b64decode(data))


def _summary(raw: dict[str, Any], otherwise: datetime) -> ImportedSummary:
    return ImportedSummary(
        message_id=_id(text_of(raw.get("message_id"))),
        text=text_of(raw.get("text")),
        message_count=count_of(raw.get("message_count")) or 0,
        model=text_of(raw.get("model")),
        created_at=first_time((raw.get("created_at"),), otherwise),
    )
