"""ChatGPT's data export: `conversations.json` or `conversations-000.json` …, alone or in the ZIP with its pictures.

OpenAI documents no schema; this reads what exports of 2023 to 2026 hold. A conversation is a `mapping` of nodes with
`parent` and `children`, and `current_node` is the leaf in sight. Nodes that ChatGPT itself does not show (empty
ones, hidden ones, its own instructions) are left out, and their children move up.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any

from core.conversations.imported_chat import ImportedChat, ImportedMessage
from core.conversations.importers.foreign_values import dict_of, first_time, list_of, number_of, text_of
from core.conversations.importers.import_source import ImportSource
from core.conversations.intake import derived_id
from core.conversations.message_tree import MessageState, MessageTree, NewAttachment
from core.wording import worded
from models.language.messages import Role

ORIGIN = "ChatGPT"

_ROLES: dict[str, Role] = {"system": "system", "user": "user", "assistant": "assistant", "tool": "tool"}
_STATES: dict[str, MessageState] = {"in_progress": "stopped", "finished_partial_completion": "stopped"}
# Marks of citations that only ChatGPT's own page can show.
_CITATION = re.compile("\ue200[^\ue200\ue201]{0,2000}\ue201")
_SILENT = frozenset({"reasoning_recap", "tether_browsing_display", "model_editable_context", "super_widget"})


def recognises(sample: dict[str, Any]) -> bool:
    """Whether one conversation of a file looks like ChatGPT's."""
    return isinstance(sample.get("mapping"), dict)


def read_chat(raw: dict[str, Any], source: ImportSource, *, now: datetime) -> ImportedChat:
    """One conversation with all its branches. Times that are missing come from the message above, or are `now`."""
    created_at = first_time((raw.get("create_time"),), now)
    own_id = text_of(raw.get("conversation_id")) or text_of(raw.get("id"))
    reading = _Reading(source, chat_id=_chat_id(raw, own_id))
    reading.walk(dict_of(raw.get("mapping")), created_at)
    messages = sorted(reading.messages, key=lambda message: message.created_at)
    last_at = messages[-1].created_at if messages else created_at
    return ImportedChat(
        conversation_id=reading.chat_id,
        title=text_of(raw.get("title")) or "ChatGPT",
        created_at=created_at,
        updated_at=first_time((raw.get("update_time"),), last_at),
        messages=tuple(messages),
        active_leaf_id=reading.kept_as.get(text_of(raw.get("current_node"))),
        pinned=raw.get("is_starred") is True or number_of(raw.get("pinned_time")) is not None,
        archived=raw.get("is_archived") is True,
        instructions="\n\n".join(dict.fromkeys(reading.instructions)),
        origin=ORIGIN,
        remarks=tuple(reading.remarks),
    )


def _chat_id(raw: dict[str, Any], own_id: str) -> str:
    if own_id:
        return derived_id(ORIGIN, own_id)
    return derived_id(ORIGIN, repr(raw.get("create_time")), *sorted(dict_of(raw.get("mapping"))))


@dataclass
class _Content:
    """What one node says."""

    text: str = ""
    thinking: str = ""
    attachments: list[Callable[[], NewAttachment]] = field(default_factory=list)
    notices: dict[str, None] = field(default_factory=dict)
    file_ids: set[str] = field(default_factory=set)

    @property
    def is_empty(self) -> bool:
        return not (self.text.strip() or self.attachments or self.notices)


class _Reading:
    """Walks the nodes of one conversation, parents first."""

    def __init__(self, source: ImportSource, *, chat_id: str) -> None:
        self.chat_id = chat_id
        self.messages: list[ImportedMessage] = []
        self.instructions: list[str] = []
        self.remarks: list[str] = []
        self.kept_as: dict[str, str | None] = {}
        self._source = source
        self._times: dict[str | None, datetime] = {}
        # The last thought above a node, and for each thought the one before it. A thought goes to one answer only.
        self._last_thought: dict[str | None, str | None] = {}
        self._thoughts: dict[str, tuple[str | None, str]] = {}

    def walk(self, mapping: dict[str, Any], created_at: datetime) -> None:
        tree = MessageTree((node_id, text_of(dict_of(node).get("parent")) or None) for node_id, node in mapping.items())
        for node_id in _by_children(tree, mapping):
            parent = tree.parent(node_id)
            above = self.kept_as.get(parent or "")
            at = first_time((dict_of(dict_of(mapping[node_id]).get("message")).get("create_time"),),
                            self._times.get(parent, created_at))  # fmt: skip
            self._times[node_id] = max(at, self._times.get(parent, at))
            self.kept_as[node_id] = above
            self._last_thought[node_id] = self._last_thought.get(parent)
            self._read(node_id, dict_of(dict_of(mapping[node_id]).get("message")), above)

    def _read(self, node_id: str, message: dict[str, Any], above: str | None) -> None:
        role = _ROLES.get(text_of(dict_of(message.get("author")).get("role")))
        content, metadata = dict_of(message.get("content")), dict_of(message.get("metadata"))
        kind = text_of(content.get("content_type"))
        if role is None or kind in _SILENT:
            return
        if kind == "user_editable_context" or metadata.get("is_user_system_message") is True:
            self._instruct(content)
            return
        if kind == "thoughts":
            self._thoughts[node_id] = (self._last_thought[node_id], _thoughts(content))
            self._last_thought[node_id] = node_id
            return
        if metadata.get("is_visually_hidden_from_conversation") is True or message.get("weight") == 0:
            return
        said = self._content(message, kind)
        if said.is_empty:
            return
        if role == "assistant":
            said.thinking = self._thinking_above(node_id)
        self._last_thought[node_id] = None
        kept = derived_id(self.chat_id, node_id)
        self.kept_as[node_id] = kept
        self.messages.append(
            ImportedMessage(
                message_id=kept,
                parent_id=above,
                role=role,
                text=said.text,
                created_at=self._times[node_id],
                thinking=said.thinking,
                state=_STATES.get(text_of(message.get("status")), "complete"),
                model=text_of(metadata.get("model_slug")) if role == "assistant" else "",
                notices=tuple(said.notices),
                attachments=tuple(said.attachments),
            )
        )

    def _thinking_above(self, node_id: str) -> str:
        texts: list[str] = []
        step = self._last_thought[node_id]
        while step is not None and step in self._thoughts:
            step, text = self._thoughts.pop(step)
            texts.append(text)
        return _joined(reversed(texts))

    def _instruct(self, content: dict[str, Any]) -> None:
        parts = [text_of(content.get("user_profile")), text_of(content.get("user_instructions"))]
        if text := _joined([*parts, _plain(list_of(content.get("parts")))]):
            self.instructions.append(text)

    def _content(self, message: dict[str, Any], kind: str) -> _Content:
        content, metadata = dict_of(message.get("content")), dict_of(message.get("metadata"))
        said = _Content()
        if kind == "code":
            language = text_of(content.get("language"))
            code = text_of(content.get("text")) or _plain(list_of(content.get("parts")))
            said.text = _fenced(code, "" if language == "unknown" else language)
        elif kind in ("execution_output", "computer_output", "system_error"):
            said.text = _fenced(text_of(content.get("text")) or _plain(list_of(content.get("parts"))), "")
        elif kind in ("tether_quote", "sonic_webpage"):
            source = _joined([text_of(content.get("title")), text_of(content.get("url"))], "\n")
            said.text = _joined([source, text_of(content.get("text")) or text_of(content.get("snippet"))])
        else:
            said.text = self._parts(list_of(content.get("parts")), said) or text_of(content.get("text"))
        said.text = _CITATION.sub("", said.text)
        for uploaded in list_of(metadata.get("attachments")):
            self._attach(said, text_of(dict_of(uploaded).get("id")), dict_of(uploaded))
        return said

    def _parts(self, parts: list[Any], said: _Content) -> str:
        texts: list[str] = []
        for part in parts:
            if isinstance(part, str):
                texts.append(part)
                continue
            part = dict_of(part)
            kind = text_of(part.get("content_type"))
            if kind == "image_asset_pointer":
                self._attach(said, text_of(part.get("asset_pointer")).rpartition("://")[2], {})
            elif kind == "audio_transcription":
                texts.append(text_of(part.get("text")))
            elif "audio" in kind or "video" in kind:
                said.notices["A recording of the original message was not taken along."] = None
            else:
                texts.append(text_of(part.get("text")))
        return _joined(texts)

    def _attach(self, said: _Content, file_id: str, described: dict[str, Any]) -> None:
        """Once for each file: pictures stand both among the parts and among the attachments."""
        name = text_of(described.get("name"))
        if not file_id or file_id in said.file_ids:
            return
        said.file_ids.add(file_id)
        if self._source.has_file(file_id):
            media_type = text_of(described.get("mime_type")) or text_of(described.get("mimeType"))
            said.attachments.append(partial(self._file, file_id, name, media_type))
            return
        missing = worded("A picture was not part of the export.")
        if name:
            missing = worded("“{0}” was not part of the export.").format(name)
        said.notices[missing] = None

    def _file(self, file_id: str, name: str, media_type: str) -> NewAttachment:
        found = self._source.file(file_id, name=name, media_type=media_type)
        return found or NewAttachment("file", name or file_id, "application/octet-stream", b"")


def _by_children(tree: MessageTree, mapping: dict[str, Any]) -> Iterable[str]:
    """Parents first, and versions in the order in which ChatGPT lists them."""
    rank: dict[str, int] = {}
    for node in mapping.values():
        for place, child in enumerate(list_of(dict_of(node).get("children"))):
            if isinstance(child, str):
                rank.setdefault(child, place)
    pending = list(reversed(tree.roots))
    while pending:
        node_id = pending.pop()
        yield node_id
        pending.extend(sorted(tree.children(node_id), key=lambda child: -rank.get(child, 0)))


def _thoughts(content: dict[str, Any]) -> str:
    texts: list[str] = []
    for thought in list_of(content.get("thoughts")):
        thought = dict_of(thought)
        texts.append(_joined([text_of(thought.get("summary")), text_of(thought.get("content"))], "\n"))
    return _joined([*texts, _plain(list_of(content.get("parts")))])


def _plain(parts: list[Any]) -> str:
    return _joined([part for part in parts if isinstance(part, str)])


def _joined(texts: Iterable[str], between: str = "\n\n") -> str:
    return between.join(text for text in texts if text.strip())


def _fenced(code: str, language: str) -> str:
    if not code.strip():
        return ""
    longest = max((len(run) for run in re.findall("`+", code)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{language}\n{code}\n{fence}"
