"""Takes one imported chat into a store: all of it or nothing, and never into a chat that is already there.

Which chat is which: importers derive the conversation's id from where it comes from, so the same chat has the same id
each time. A chat whose id is taken counts as already here when every message of the file is in it. If the file knows
messages that the stored chat lacks, the file's version is added beside it, once, under an id derived from both.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from core.conversations import conversation_rows, folder_rows, message_rows, summary_rows
from core.conversations.conversation_rows import Conversation
from core.conversations.message_rows import MessageDraft
from core.conversations.message_tree import Attachment, MessageTree
from core.conversations.stored_text import single_line, storable

if TYPE_CHECKING:
    from core.conversations.imported_chat import ImportedChat, ImportedFolder, ImportedMessage
    from core.vault.database import Connection


def derived_id(*parts: str) -> str:
    """A 32-digit id that is the same for the same parts."""
    text = "\0".join(f"{len(part)}:{part}" for part in parts)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def with_fitting_ids(connection: Connection, chat: ImportedChat) -> ImportedChat | None:
    """The chat under ids that are free here, parents before children; None when it is already here."""
    chat = _in_order(chat)
    ids = [message.message_id for message in chat.messages]
    if not _is_taken(connection, chat.conversation_id):
        return chat if not _any_taken(connection, ids) else _renumbered(chat, chat.conversation_id)
    if _holds_all(connection, chat.conversation_id, ids):
        return None
    beside = derived_id(chat.conversation_id, *ids)
    return None if _is_taken(connection, beside) else _renumbered(chat, beside)


def insert(
    connection: Connection, chat: ImportedChat, attachments: Mapping[str, tuple[Attachment, ...]], *, private: bool
) -> bool:
    """Write the whole chat. False, and nothing written, when its id was taken meanwhile."""
    if _is_taken(connection, chat.conversation_id):
        return False
    conversation_rows.insert(connection, _conversation(connection, chat, private=private))
    for message in chat.messages:
        draft = _draft(message, attachments.get(message.message_id, ()))
        message_rows.insert(connection, chat.conversation_id, draft)
    known = {message.message_id for message in chat.messages}
    for summary in chat.summaries:
        if summary.message_id in known:
            summary_rows.keep(
                connection,
                summary.message_id,
                storable(summary.text),
                message_count=summary.message_count,
                model=storable(summary.model),
                at=summary.created_at,
            )
    return True


def insert_folders(connection: Connection, folders: Iterable[ImportedFolder], *, now_ms: int) -> int:
    """Make those whose id is not here yet, parents first; returns how many."""
    by_id = {folder.folder_id: folder for folder in folders}
    tree = MessageTree((folder.folder_id, folder.parent_id) for folder in by_id.values())
    made = 0
    for folder_id in tree:
        if not folder_rows.exists(connection, folder_id):
            name, position = single_line(by_id[folder_id].name), by_id[folder_id].position
            parent_id = tree.parent(folder_id)
            if parent_id is None and folder_rows.exists(connection, by_id[folder_id].parent_id or ""):
                parent_id = by_id[folder_id].parent_id
            folder_rows.insert(connection, folder_id, name, parent_id=parent_id, position=position, now_ms=now_ms)
            made += 1
    return made


def _in_order(chat: ImportedChat) -> ImportedChat:
    """Parents before children, each id once, orphans as roots, circles opened; the active leaf is one that exists."""
    by_id: dict[str, ImportedMessage] = {}
    for message in chat.messages:
        by_id.setdefault(message.message_id, message)
    tree = MessageTree((message.message_id, message.parent_id) for message in by_id.values())
    in_order: Iterable[str] = by_id if _parents_come_first(by_id, tree) else tree
    messages = tuple(replace(by_id[step], parent_id=tree.parent(step)) for step in in_order)
    leaf = chat.active_leaf_id if chat.active_leaf_id in tree else None
    return replace(chat, messages=messages, active_leaf_id=leaf or tree.newest_leaf_below(None))


def _parents_come_first(by_id: Mapping[str, ImportedMessage], tree: MessageTree) -> bool:
    seen: set[str | None] = {None}
    for message_id in by_id:
        if tree.parent(message_id) not in seen:
            return False
        seen.add(message_id)
    return True


def _renumbered(chat: ImportedChat, conversation_id: str) -> ImportedChat:
    new = {message.message_id: derived_id(conversation_id, message.message_id) for message in chat.messages}
    return replace(
        chat,
        conversation_id=conversation_id,
        active_leaf_id=new.get(chat.active_leaf_id or ""),
        messages=tuple(
            replace(message, message_id=new[message.message_id], parent_id=new.get(message.parent_id or ""))
            for message in chat.messages
        ),
        summaries=tuple(
            replace(summary, message_id=new[summary.message_id])
            for summary in chat.summaries
            if summary.message_id in new
        ),
    )


def _is_taken(connection: Connection, conversation_id: str) -> bool:
    query = "SELECT 1 FROM conversation WHERE conversation_id = ?"
    return connection.execute(query, (conversation_id,)).fetchone() is not None


def _any_taken(connection: Connection, message_ids: Iterable[str]) -> bool:
    query = "SELECT 1 FROM message WHERE message_id = ?"
    return any(connection.execute(query, (message_id,)).fetchone() for message_id in message_ids)


def _holds_all(connection: Connection, conversation_id: str, message_ids: Iterable[str]) -> bool:
    known = message_rows.tree(connection, conversation_id)
    wanted = list(message_ids)
    return all(step in known for step in wanted) or all(derived_id(conversation_id, step) in known for step in wanted)


def _conversation(connection: Connection, chat: ImportedChat, *, private: bool) -> Conversation:
    folder_id = chat.folder_id if chat.folder_id and folder_rows.exists(connection, chat.folder_id) else None
    return Conversation(
        conversation_id=chat.conversation_id,
        title=single_line(chat.title),
        title_by=chat.title_by,
        folder_id=folder_id,
        pinned=chat.pinned,
        archived=chat.archived,
        tags=unique_tags(chat.tags),
        model=single_line(chat.model),
        instructions=storable(chat.instructions),
        active_leaf_id=chat.active_leaf_id,
        created_at=chat.created_at,
        updated_at=chat.updated_at,
        expires_at=chat.expires_at,
        origin=chat.origin,
        persona_id=single_line(chat.persona_id),
        kind=chat.kind,
        private=private,
        message_count=len(chat.messages),
    )


def unique_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Cleaned tags, each once, in the order given."""
    cleaned = (single_line(tag, limit=60) for tag in tags)
    return tuple(dict.fromkeys(tag for tag in cleaned if tag))


def _draft(message: ImportedMessage, attachments: tuple[Attachment, ...]) -> MessageDraft:
    return MessageDraft(
        message_id=message.message_id,
        parent_id=message.parent_id,
        role=message.role,
        text=storable(message.text),
        created_at=message.created_at,
        thinking=storable(message.thinking),
        state="stopped" if message.state == "streaming" else message.state,
        model=single_line(message.model),
        error=message.error,
        tool_calls=message.tool_calls,
        notices=message.notices,
        attachments=attachments,
        usage=message.usage,
        first_token_s=message.first_token_s,
        total_s=message.total_s,
        heard_characters=message.heard_characters,
    )
