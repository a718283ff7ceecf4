"""A whole conversation from outside, as importers hand it to the store: checked for type, not yet for sense."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from core.conversations.conversation_rows import ConversationKind, TitleBy
from core.conversations.message_tree import MessageState, NewAttachment, StoredError
from models.language.messages import Role, ToolCall, Usage


@dataclass(frozen=True, slots=True)
class ImportedMessage:
    """One message. `attachments` are read only when the chat is really stored."""

    message_id: str
    parent_id: str | None
    role: Role
    text: str
    created_at: datetime
    thinking: str = ""
    state: MessageState = "complete"
    model: str = ""
    error: StoredError | None = None
    tool_calls: tuple[ToolCall, ...] = ()
    notices: tuple[str, ...] = ()
    attachments: tuple[Callable[[], NewAttachment], ...] = ()
    usage: Usage = field(default_factory=Usage)
    first_token_s: float | None = None
    total_s: float | None = None
    heard_characters: int | None = None


@dataclass(frozen=True, slots=True)
class ImportedSummary:
    """A rolling summary that ends at a message."""

    message_id: str
    text: str
    message_count: int
    model: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class ImportedFolder:
    """A folder that imported chats may lie in."""

    folder_id: str
    parent_id: str | None
    name: str
    position: int


@dataclass(frozen=True, slots=True)
class ImportedChat:
    """One conversation with all its branches. `conversation_id` is the same each time the same chat is read."""

    conversation_id: str
    title: str
    created_at: datetime
    updated_at: datetime
    messages: tuple[ImportedMessage, ...]
    active_leaf_id: str | None = None
    title_by: TitleBy = "owner"
    folder_id: str | None = None
    pinned: bool = False
    archived: bool = False
    tags: tuple[str, ...] = ()
    model: str = ""
    instructions: str = ""
    expires_at: datetime | None = None
    origin: str = ""
    persona_id: str = ""
    kind: ConversationKind = "chat"
    summaries: tuple[ImportedSummary, ...] = ()
    remarks: tuple[str, ...] = ()
    """What could not be taken along, for the import's report."""
