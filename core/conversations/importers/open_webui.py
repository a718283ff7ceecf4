"""Open WebUI's chat export: a list of chats, each with a tree in `chat.history`, or in the older form a plain list.

`history.messages` maps ids to messages with `parentId`, and `currentId` is the leaf in sight. Reasoning and tool calls
stand as `<details>` blocks inside of the text. Files are taken along where they are `data:` URLs; nothing is fetched.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any

from core.conversations.imported_chat import ImportedChat, ImportedMessage
from core.conversations.importers.foreign_values import (
    count_of,
    data_url,
    dict_of,
    first_time,
    list_of,
    number_of,
    text_of,
)
from core.conversations.importers.import_source import ImportSource
from core.conversations.intake import derived_id
from core.conversations.message_tree import MessageTree, NewAttachment, StoredError
from core.wording import worded
from models.language.messages import Role, ToolCall, Usage

ORIGIN = "Open WebUI"

_ROLES: dict[str, Role] = {"system": "system", "user": "user", "assistant": "assistant", "tool": "tool"}
_DETAILS = re.compile(r'<details type="(reasoning|tool_calls)"([^<>]*)>')
_END, _SUMMARY_END = "</details>", "</summary>"
_ATTRIBUTE = re.compile(r'\b(\w{1,40})="([^"]*)"')


def recognises(sample: dict[str, Any]) -> bool:
    """Whether one chat of a file looks like Open WebUI's."""
    return _has_messages(dict_of(sample.get("chat"))) or (_has_messages(sample) and "models" in sample)


def read_chat(raw: dict[str, Any], source: ImportSource, *, now: datetime) -> ImportedChat:
    """One chat with all its branches. Times that are missing come from the chat, or are `now`."""
    chat = dict_of(raw.get("chat")) or raw
    created_at = first_time((raw.get("created_at"), chat.get("timestamp")), now)
    own_id = text_of(raw.get("id")) or text_of(chat.get("id"))
    listed = _listed(chat)
    chat_id = (
        derived_id(ORIGIN, own_id) if own_id else derived_id(ORIGIN, repr(created_at), *(key for key, _, _ in listed))
    )
    messages = _messages(listed, chat_id, created_at)
    messages.sort(key=lambda message: message.created_at)
    models = [model for model in list_of(chat.get("models")) if isinstance(model, str)]
    current = text_of(dict_of(chat.get("history")).get("currentId"))
    params = dict_of(chat.get("params"))
    return ImportedChat(
        conversation_id=chat_id,
        title=text_of(raw.get("title")) or text_of(chat.get("title")) or "Open WebUI",
        created_at=created_at,
        updated_at=first_time((raw.get("updated_at"),), messages[-1].created_at if messages else created_at),
        messages=tuple(messages),
        active_leaf_id=derived_id(chat_id, current) if current else None,
        pinned=raw.get("pinned") is True,
        archived=raw.get("archived") is True,
        tags=_tags(dict_of(raw.get("meta")).get("tags")) or _tags(chat.get("tags")),
        model=models[0] if models else "",
        instructions=text_of(params.get("system")) or text_of(chat.get("system")),
        origin=ORIGIN,
    )


def _has_messages(chat: dict[str, Any]) -> bool:
    return isinstance(dict_of(chat.get("history")).get("messages"), dict) or isinstance(chat.get("messages"), list)


def _listed(chat: dict[str, Any]) -> list[tuple[str, str | None, dict[str, Any]]]:
    """(id, parent's id, message), from the tree, or from the plain list, in which each answers the one before."""
    history = dict_of(dict_of(chat.get("history")).get("messages"))
    if history:
        entries = [(key, dict_of(value)) for key, value in history.items()]
        return [(key, text_of(message.get("parentId")) or None, message) for key, message in entries]
    listed: list[tuple[str, str | None, dict[str, Any]]] = []
    for place, value in enumerate(list_of(chat.get("messages"))):
        message = dict_of(value)
        own_id = text_of(message.get("id")) or str(place)
        listed.append((own_id, listed[-1][0] if listed else None, message))
    return listed


@dataclass
class _Content:
    """What one message says, apart from the thinking and the tools in its text."""

    text: str = ""
    thoughts: list[str] = field(default_factory=list)
    tool_calls: list[ToolCall] = field(default_factory=list)
    attachments: list[Callable[[], NewAttachment]] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)


def _messages(
    listed: list[tuple[str, str | None, dict[str, Any]]], chat_id: str, created_at: datetime
) -> list[ImportedMessage]:
    by_id = {key: message for key, _, message in reversed(listed)}
    tree = MessageTree((key, parent) for key, parent, _ in listed)
    times: dict[str | None, datetime] = {}
    kept_as: dict[str | None, str | None] = {}
    messages: list[ImportedMessage] = []
    for key in tree:
        message, parent = by_id[key], tree.parent(key)
        above_at = times.get(parent, created_at)
        times[key] = (
            max(first_time((message.get("timestamp"),), above_at), times.get(parent, above_at))
            if parent
            else (first_time((message.get("timestamp"),), above_at))
        )
        role = _ROLES.get(text_of(message.get("role")))
        if role is None:  # its answers move up
            kept_as[key] = kept_as.get(parent)
            continue
        kept_as[key] = derived_id(chat_id, key)
        messages.append(_message(message, role, derived_id(chat_id, key), kept_as.get(parent), times[key]))
    return messages


def _message(
    message: dict[str, Any], role: Role, message_id: str, parent_id: str | None, at: datetime
) -> ImportedMessage:
    said = _content(message)
    error = _error(message.get("error"))
    return ImportedMessage(
        message_id=message_id,
        parent_id=parent_id,
        role=role,
        text=said.text,
        created_at=at,
        thinking="\n\n".join(said.thoughts),
        state="failed" if error else ("stopped" if message.get("done") is False else "complete"),
        model=text_of(message.get("model")) if role == "assistant" else "",
        error=error,
        tool_calls=tuple(said.tool_calls),
        notices=tuple(dict.fromkeys(said.notices)),
        attachments=tuple(said.attachments),
        usage=_usage(dict_of(message.get("usage")) or dict_of(message.get("info"))),
    )


def _content(message: dict[str, Any]) -> _Content:
    said = _Content()
    value = message.get("content")
    texts = [value] if isinstance(value, str) else []
    for part in list_of(value):
        texts.append(text_of(dict_of(part).get("text")))
        if url := text_of(dict_of(dict_of(part).get("image_url")).get("url")):
            _attach(said, url, "image")
    raw = "\n\n".join(text for text in texts if text)
    said.text = _without_details(said, raw)
    if not said.thoughts:
        said.thoughts.append(text_of(message.get("reasoning_content")))
    for file in list_of(message.get("files")):
        file = dict_of(file)
        name = text_of(file.get("name")) or text_of(file.get("type")) or "file"
        content = text_of(dict_of(dict_of(file.get("file")).get("data")).get("content"))
        if content:
            said.attachments.append(
                partial(NewAttachment, "text", name, "text/plain", content.encode("utf-8", "replace"))
            )
        else:
            _attach(said, text_of(file.get("url")), name)
    return said


def _without_details(said: _Content, text: str) -> str:
    """The text without its blocks of reasoning and tool calls. Each block is looked at once, however many are open."""
    kept: list[str] = []
    at = 0
    while (opening := _DETAILS.search(text, at)) is not None:
        end = text.find(_END, opening.end())
        if end < 0:
            break
        kept.append(text[at : opening.start()])
        kept.append(_block(said, opening[1], opening[2], text[opening.end() : end]))
        at = end + len(_END)
        at += text.startswith("\n", at)
    kept.append(text[at:])
    return "".join(kept).strip("\n") if at else text


def _block(said: _Content, kind: str, head: str, body: str) -> str:
    """Keep what a block says; of a tool call, its result stays in the text."""
    if kind == "reasoning":
        lines = html.unescape(body.partition(_SUMMARY_END)[2] or body).strip("\n").split("\n")
        said.thoughts.append("\n".join(line.removeprefix("> ").removeprefix(">") for line in lines))
        return ""
    attributes = {name: html.unescape(value) for name, value in _ATTRIBUTE.findall(head)}
    name = attributes.get("name", "tool")
    said.tool_calls.append(ToolCall(name, _arguments(attributes.get("arguments", "")), attributes.get("id", "")))
    result = _unquoted(attributes.get("result", ""))
    return f"**{name}**\n\n~~~~\n{result}\n~~~~\n" if result else ""


def _arguments(text: str) -> dict[str, Any]:
    value: object = text
    for _ in range(2):  # Open WebUI writes JSON inside of JSON
        try:
            value = json.loads(value) if isinstance(value, str) else value
        except (ValueError, RecursionError):
            break
    return value if isinstance(value, dict) else {"arguments": text} if text else {}


def _unquoted(text: str) -> str:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return text
    return value if isinstance(value, str) else text


def _attach(said: _Content, url: str, name: str) -> None:
    attachment = data_url(url, name=name)
    if attachment is not None:
        said.attachments.append(partial(_same, attachment))
    elif url or name:
        kept = worded("“{0}” is kept on the Open WebUI server and was not part of the export.")
        said.notices.append(kept.format(name))


def _same(attachment: NewAttachment) -> NewAttachment:
    return attachment


def _error(value: object) -> StoredError | None:
    if not value:
        return None
    told = text_of(value) or text_of(dict_of(value).get("content")) or text_of(dict_of(value).get("message"))
    return StoredError("Imported", worded("This answer failed in Open WebUI."), worded("Ask again."), told)


def _usage(raw: dict[str, Any]) -> Usage:
    """Ollama's names, or OpenAI's. Ollama counts nanoseconds."""
    duration = number_of(raw.get("eval_duration"))
    prompt = count_of(raw.get("prompt_eval_count"))
    answer = count_of(raw.get("eval_count"))
    return Usage(
        prompt_tokens=count_of(raw.get("prompt_tokens")) if prompt is None else prompt,
        answer_tokens=count_of(raw.get("completion_tokens")) if answer is None else answer,
        answer_s=None if duration is None or duration < 0 else duration / 1e9,
    )


def _tags(value: object) -> tuple[str, ...]:
    return tuple(text_of(tag) or text_of(dict_of(tag).get("name")) for tag in list_of(value))
