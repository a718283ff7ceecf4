"""Messages of one conversation as a tree: values, and the shape that is made from (id, parent) pairs.

An edit or a second answer is a sibling; nothing is overwritten. The branch in sight ends at the active leaf.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias

from models.language.messages import Role, ToolCall, Usage

MessageState: TypeAlias = Literal["streaming", "complete", "stopped", "failed"]
AttachmentKind: TypeAlias = Literal["image", "text", "file"]


@dataclass(frozen=True, slots=True)
class StoredError:
    """Why an answer failed, as it was told to the owner."""

    code: str
    sentence: str
    next_step: str
    detail: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A stored file of a message; its bytes lie in the blob store under `blob_id`."""

    attachment_id: str
    kind: AttachmentKind
    name: str
    media_type: str
    size_bytes: int
    blob_id: str


@dataclass(frozen=True, slots=True)
class NewAttachment:
    """A file that is about to be stored with a message."""

    kind: AttachmentKind
    name: str
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Message:
    """One message. `sibling_index` counts from 0 among the messages with the same parent, by age.

    `heard_characters` is how much of `text` was heard of an answer that was interrupted while it was spoken; None for
    all others. `origins` tells where an answer's context came from, beyond owner, app and model, such as “document”:
    what is made from it is not to be trusted either.
    """

    message_id: str
    conversation_id: str
    parent_id: str | None
    role: Role
    text: str
    thinking: str
    state: MessageState
    model: str
    error: StoredError | None
    tool_calls: tuple[ToolCall, ...]
    notices: tuple[str, ...]
    attachments: tuple[Attachment, ...]
    usage: Usage
    first_token_s: float | None
    total_s: float | None
    created_at: datetime
    sibling_index: int
    sibling_count: int
    heard_characters: int | None = None
    origins: tuple[str, ...] = ()


class MessageTree:
    """The shape of a conversation, made from (id, parent) pairs from oldest to newest.

    Survives what a hostile import may hold: of two equal ids the first counts, a message whose parent is missing
    becomes a root, and a circle is opened at its oldest message.
    """

    def __init__(self, pairs: Iterable[tuple[str, str | None]]) -> None:
        self._parents: dict[str, str | None] = {}
        in_order = True
        for message_id, parent_id in pairs:
            if message_id in self._parents:
                continue
            if parent_id is not None and parent_id not in self._parents:
                in_order = False
            self._parents[message_id] = parent_id
        if not in_order:  # then, and only then, there may be orphans and circles
            self._adopt_orphans()
            self._open_circles()
        self._children: dict[str | None, list[str]] = {}
        for message_id, parent_id in self._parents.items():
            if parent_id in self._children:
                self._children[parent_id].append(message_id)
            else:
                self._children[parent_id] = [message_id]

    def __len__(self) -> int:
        return len(self._parents)

    def __contains__(self, message_id: object) -> bool:
        return message_id in self._parents

    def __iter__(self) -> Iterator[str]:
        """All ids, parents before their children."""
        pending = list(reversed(self.roots))
        while pending:
            message_id = pending.pop()
            yield message_id
            pending.extend(reversed(self._children.get(message_id, ())))

    @property
    def roots(self) -> tuple[str, ...]:
        """Messages without a parent, oldest first."""
        return tuple(self._children.get(None, ()))

    def parent(self, message_id: str) -> str | None:
        """The parent, None for a root. KeyError for an unknown message."""
        return self._parents[message_id]

    def children(self, message_id: str) -> tuple[str, ...]:
        """Answers to a message, oldest first."""
        return tuple(self._children.get(message_id, ()))

    def siblings(self, message_id: str) -> tuple[str, ...]:
        """All messages with the same parent, itself included, oldest first."""
        return tuple(self._children[self._parents[message_id]])

    def place(self, message_id: str) -> tuple[int, int]:
        """Index among its siblings, from 0, and how many they are."""
        siblings = self.siblings(message_id)
        return siblings.index(message_id), len(siblings)

    def shared_places(self) -> dict[str, tuple[int, int]]:
        """`place` of every message that has siblings; all others stand alone, at (0, 1)."""
        return {
            message_id: (index, len(siblings))
            for siblings in self._children.values()
            if len(siblings) > 1
            for index, message_id in enumerate(siblings)
        }

    def path_to(self, leaf_id: str | None) -> list[str]:
        """From the root to `leaf_id`; empty for an unknown id."""
        path: list[str] = []
        step = leaf_id if leaf_id in self._parents else None
        while step is not None:
            path.append(step)
            step = self._parents[step]
        path.reverse()
        return path

    def subtree(self, message_id: str) -> list[str]:
        """The message and everything below it, parents first; empty for an unknown id."""
        if message_id not in self._parents:
            return []
        found = [message_id]
        for known in found:  # grows while it is read
            found.extend(self._children.get(known, ()))
        return found

    def newest_leaf_below(self, message_id: str | None) -> str | None:
        """The youngest message without answers in the subtree of `message_id`; None looks at the whole tree."""
        if message_id is not None and message_id not in self._parents:
            return None
        inside = set(self._parents) if message_id is None else set(self.subtree(message_id))
        for candidate in reversed(self._parents):
            if candidate in inside and candidate not in self._children:
                return candidate
        return None

    def leaf_beside(self, message_id: str, *, without: set[str]) -> str | None:
        """Where to look after a branch is gone: the nearest older sibling's branch, a younger one's, or the parent."""
        siblings = self.siblings(message_id)
        place = siblings.index(message_id)
        for sibling in (*reversed(siblings[:place]), *siblings[place + 1 :]):
            if sibling not in without:
                return self.newest_leaf_below(sibling)
        return self.parent(message_id)

    def _adopt_orphans(self) -> None:
        for message_id, parent_id in self._parents.items():
            if parent_id is not None and parent_id not in self._parents:
                self._parents[message_id] = None

    def _open_circles(self) -> None:
        """Make the oldest message of each circle a root."""
        age = {message_id: index for index, message_id in enumerate(self._parents)}
        safe: set[str] = set()
        for start in self._parents:
            trail: dict[str, None] = {}
            step: str | None = start
            while step is not None and step not in safe and step not in trail:
                trail[step] = None
                step = self._parents[step]
            if step is not None and step in trail:
                members = list(trail)
                self._parents[min(members[members.index(step) :], key=age.__getitem__)] = None
            safe.update(trail)
