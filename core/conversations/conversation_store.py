"""The one door to conversations: chats, folders, tags and messages, over the vault or over memory (private chats).

Every change is durable when its call returns, and is announced on the caller's loop afterwards. The partial text of a
streaming answer (`grow`) is durable, too, but not announced: whoever streams shows it already.
"""

from __future__ import annotations

import builtins  # `list` is a method here
import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Literal, TypeVar
from uuid import uuid4

from core.conversations import branch_tail, conversation_rows, folder_rows, intake, message_rows, summary_rows
from core.conversations.conversation_rows import Conversation, ConversationKind, Shelf, TitleBy
from core.conversations.folder_rows import Folder, FolderInsideItself
from core.conversations.message_blobs import MessageBlobs
from core.conversations.message_rows import MessageDraft, milliseconds
from core.conversations.message_tree import (
    Attachment,
    Message,
    MessageState,
    NewAttachment,
    StoredError,
)
from core.conversations.stored_text import single_line, storable
from core.conversations.summary_rows import Summary
from core.errors import ConversationMissing, MessageMissing
from core.events import Announcer, AnswerHeard, ConversationChanged, FoldersChanged
from models.language.messages import Role, ToolCall, Usage

if TYPE_CHECKING:
    from core.clock import Clock
    from core.conversations.imported_chat import ImportedChat, ImportedFolder
    from core.vault.blobs import BlobStore
    from core.vault.database import Connection
    from core.vault.readers import Readers
    from core.vault.writer import Writer

__all__ = ["Conversation", "ConversationStore", "Folder", "FolderInsideItself", "Summary"]

T = TypeVar("T")


class ConversationStore:
    """Conversations in one place. `private` marks the ones that live in memory only.

    Unknown ids raise ConversationMissing or MessageMissing.
    """

    def __init__(
        self,
        writer: Writer,
        readers: Readers,
        blobs: BlobStore,
        *,
        clock: Clock,
        announcer: Announcer,
        private: bool = False,
    ) -> None:
        self._writer = writer
        self._readers = readers
        self._blobs = MessageBlobs(writer, readers, blobs)
        self._clock = clock
        self._announcer = announcer
        self.private = private

    # ---- conversations ----------------------------------------------------------------------------------------------

    async def create(
        self,
        *,
        title: str = "",
        folder_id: str | None = None,
        model: str = "",
        instructions: str = "",
        persona_id: str = "",
        kind: ConversationKind = "chat",
    ) -> Conversation:
        """A new chat. A title given here counts as the owner's."""
        title, now = single_line(title), self._clock.now()
        conversation = Conversation(
            conversation_id=uuid4().hex,
            title=title,
            title_by="owner" if title else "nobody",
            folder_id=folder_id,
            pinned=False,
            archived=False,
            tags=(),
            model=model,
            instructions=storable(instructions),
            active_leaf_id=None,
            created_at=now,
            updated_at=now,
            expires_at=None,
            origin="",
            private=self.private,
            message_count=0,
            persona_id=persona_id,
            kind=kind,
        )

        def job(connection: Connection) -> None:
            if folder_id is not None and not folder_rows.exists(connection, folder_id):
                raise ConversationMissing(f"no folder {folder_id}")
            conversation_rows.insert(connection, conversation)

        await self._writer.run(job)
        self._announce(conversation.conversation_id, "created")
        return await self.get(conversation.conversation_id)

    async def get(self, conversation_id: str) -> Conversation:
        """One chat, without its messages."""
        return await self._readers.run(lambda c: conversation_rows.one(c, conversation_id, private=self.private))

    async def list(
        self,
        *,
        folder_id: str | None = None,
        tag: str | None = None,
        archived: bool | None = False,
        limit: int = 200,
        offset: int = 0,
    ) -> builtins.list[Conversation]:
        """Pinned chats first, then by last use. Without `folder_id` those of all; `archived` None lists both."""
        shelf = Shelf(folder_id=folder_id, tag=tag, archived=archived)
        return await self._readers.run(
            lambda c: conversation_rows.listed(c, shelf, limit=limit, offset=offset, private=self.private)
        )

    async def all_ids(self) -> builtins.list[str]:
        """Every chat, archived ones too, oldest first."""
        return await self._readers.run(conversation_rows.all_ids)

    async def fork(self, message_id: str, *, title: str = "") -> Conversation:
        """A new chat with everything from the first message to `message_id`, in one step; attachments are shared."""
        from core.conversations.branch_copy import copy_branch

        origin = await self.get((await self.message(message_id)).conversation_id)
        now, title = self._clock.now(), single_line(title)
        copy = replace(
            origin,
            conversation_id=uuid4().hex,
            title=title,
            title_by="owner" if title else "nobody",
            pinned=False,
            archived=False,
            created_at=now,
            updated_at=now,
        )
        await self._writer.run(lambda c: copy_branch(c, origin.conversation_id, message_id, copy))
        self._announce(copy.conversation_id, "created")
        return await self.get(copy.conversation_id)

    async def rename(self, conversation_id: str, title: str, *, by: TitleBy = "owner") -> Conversation:
        """Name it. A model's title never replaces an owner's; an empty one gives the naming back to the model."""
        title = single_line(title)
        author: TitleBy = by if title else "nobody"

        def job(connection: Connection) -> bool:
            if by != "owner":
                return conversation_rows.rename(connection, conversation_id, title, by=author)
            conversation_rows.change(connection, conversation_id, title=title, title_by=author)
            return True

        if await self._writer.run(job):
            self._announce(conversation_id, "details")
        return await self.get(conversation_id)

    async def pin(self, conversation_id: str, pinned: bool) -> Conversation:  # noqa: FBT001 - reads as it is said
        """Keep it on top, or no longer."""
        return await self._change(conversation_id, pinned=int(pinned))

    async def archive(self, conversation_id: str, archived: bool) -> Conversation:  # noqa: FBT001 - reads as it is said
        """Put it out of sight, or back."""
        return await self._change(conversation_id, archived=int(archived))

    async def move(self, conversation_id: str, folder_id: str | None) -> Conversation:
        """Into a folder, or out of all."""

        def job(connection: Connection) -> None:
            if folder_id is not None and not folder_rows.exists(connection, folder_id):
                raise ConversationMissing(f"no folder {folder_id}")
            conversation_rows.change(connection, conversation_id, folder_id=folder_id)

        await self._writer.run(job)
        self._announce(conversation_id, "details")
        self._announcer.announce(FoldersChanged())
        return await self.get(conversation_id)

    async def set_tags(self, conversation_id: str, tags: Sequence[str]) -> Conversation:
        """These tags and no others; each is one line of at most 60 characters."""
        cleaned = intake.unique_tags(tags)

        def job(connection: Connection) -> None:
            conversation_rows.one(connection, conversation_id, private=self.private)
            conversation_rows.set_tags(connection, conversation_id, cleaned)

        await self._writer.run(job)
        self._announce(conversation_id, "details")
        self._announcer.announce(FoldersChanged())
        return await self.get(conversation_id)

    async def set_model(self, conversation_id: str, model: str) -> Conversation:
        """The model that answers next."""
        return await self._change(conversation_id, model=single_line(model))

    async def set_instructions(self, conversation_id: str, text: str) -> Conversation:
        """What the model is told before the first message."""
        return await self._change(conversation_id, instructions=storable(text))

    async def set_sources(self, conversation_id: str, collection_ids: Sequence[str] | None) -> Conversation:
        """The collections of documents that it asks; none of them with (), and with None as the settings have it."""
        sources = None if collection_ids is None else json.dumps(list(dict.fromkeys(collection_ids)))
        return await self._change(conversation_id, sources=sources)

    async def set_persona(self, conversation_id: str, persona_id: str) -> Conversation:
        """Who answers from now on; empty for nobody in particular."""
        return await self._change(conversation_id, persona_id=single_line(persona_id))

    async def set_expiry(self, conversation_id: str, at: datetime | None) -> Conversation:
        """When it is deleted by itself; None for never."""
        return await self._change(conversation_id, expires_at=None if at is None else milliseconds(at))

    async def delete(self, conversation_id: str) -> None:
        """Remove it with its messages and the attachments that nobody else uses."""
        await self._delete(conversation_id, lambda _: True)

    async def delete_expired(self, conversation_id: str, now: datetime, *, keep_for: timedelta | None = None) -> bool:
        """Remove it if it still is one of `expired`: it may have been used or pinned since. Tells whether it was."""
        since_ms = None if keep_for is None else milliseconds(now - keep_for)
        return await self._delete(
            conversation_id,
            lambda c: conversation_rows.is_expired(
                c, conversation_id, now_ms=milliseconds(now), unused_since_ms=since_ms
            ),
        )

    async def _delete(self, conversation_id: str, is_due: Callable[[Connection], bool]) -> bool:
        def job(connection: Connection) -> builtins.list[str] | None:
            if not is_due(connection):
                return None
            blobs = message_rows.blobs_of_conversation(connection, conversation_id)
            conversation_rows.delete(connection, conversation_id)
            return message_rows.unused_blobs(connection, blobs)

        unused = await self._writer.run(job)
        if unused is None:
            return False
        try:
            await self._blobs.forget(unused)
        finally:  # the chat is gone, even where its attachments are left for the next sweep
            self._announce(conversation_id, "deleted")
        return True

    # ---- folders and tags -------------------------------------------------------------------------------------------

    async def folders(self) -> builtins.list[Folder]:
        """All folders; `parent_id` nests them."""
        return await self._readers.run(folder_rows.every)

    async def create_folder(self, name: str, parent_id: str | None = None) -> Folder:
        """A new folder after its neighbours."""
        folder_id, now_ms = uuid4().hex, milliseconds(self._clock.now())
        await self._change_folders(
            lambda c: folder_rows.insert(
                c, folder_id, single_line(name), parent_id=parent_id, position=None, now_ms=now_ms
            )
        )
        return next(folder for folder in await self.folders() if folder.folder_id == folder_id)

    async def rename_folder(self, folder_id: str, name: str) -> None:
        """Give it another name."""
        await self._change_folders(lambda c: folder_rows.rename(c, folder_id, single_line(name)))

    async def move_folder(self, folder_id: str, parent_id: str | None, *, position: int | None = None) -> None:
        """Into another folder (None: to the top) at `position` (None: last). Raises FolderInsideItself."""
        await self._change_folders(lambda c: folder_rows.move(c, folder_id, parent_id, position=position))

    async def delete_folder(self, folder_id: str) -> None:
        """Remove it and the folders in it; the chats stay."""
        await self._change_folders(lambda c: folder_rows.delete(c, folder_id))

    async def tags(self) -> builtins.list[tuple[str, int]]:
        """All tags with the number of chats that bear them."""
        return await self._readers.run(conversation_rows.tag_counts)

    # ---- messages ---------------------------------------------------------------------------------------------------

    async def path(self, conversation_id: str, *, leaf_id: str | None = None) -> builtins.list[Message]:
        """From the root to `leaf_id`, or to the active leaf."""

        def job(connection: Connection) -> builtins.list[Message]:
            row = connection.execute(
                "SELECT active_leaf_id FROM conversation WHERE conversation_id = ?", (conversation_id,)
            ).fetchone()
            if row is None:
                raise ConversationMissing(conversation_id)
            return message_rows.branch(connection, conversation_id, leaf_id or row[0])

        return await self._readers.run(job)

    async def tail(self, leaf_id: str) -> builtins.list[Message]:
        """The branch that ends at `leaf_id`, as far back as its nearest summary reaches; all of it without a summary.

        It begins with the last question that the summary stands for. In a chat of 10,000 messages this takes 1 ms
        where `path` takes 100.
        """
        return await self._readers.run(lambda c: branch_tail.read(c, leaf_id))

    async def every_message(self, conversation_id: str) -> builtins.list[Message]:
        """All messages of all branches, oldest first."""
        return await self._readers.run(lambda c: message_rows.every(c, conversation_id))

    async def message(self, message_id: str) -> Message:
        """One message."""
        return await self._readers.run(lambda c: message_rows.one(c, message_id))

    async def siblings(self, message_id: str) -> builtins.list[Message]:
        """All versions that stand at the same place, itself included, oldest first."""
        return await self._readers.run(lambda c: message_rows.siblings(c, message_id))

    async def append(
        self,
        conversation_id: str,
        *,
        parent_id: str | None,
        role: Role,
        text: str,
        model: str = "",
        state: MessageState = "complete",
        attachments: Sequence[NewAttachment | Attachment] = (),
    ) -> Message:
        """Add a message below `parent_id` (None: a root); it becomes the active leaf.

        An `Attachment` of another message is shared with it; its bytes are stored once.
        """
        draft = MessageDraft(uuid4().hex, parent_id, role, storable(text), self._clock.now(), model=model, state=state)
        (message,) = await self._append(conversation_id, (draft,), attachments)
        return message

    async def append_exchange(
        self,
        conversation_id: str,
        *,
        parent_id: str | None,
        text: str,
        model: str,
        attachments: Sequence[NewAttachment | Attachment] = (),
    ) -> tuple[Message, Message]:
        """A question and the empty answer that `model` is about to stream below it, in one commit."""
        now = self._clock.now()
        question = MessageDraft(uuid4().hex, parent_id, "user", storable(text), now)
        answer = MessageDraft(uuid4().hex, question.message_id, "assistant", "", now, model=model, state="streaming")
        asked, begun = await self._append(conversation_id, (question, answer), attachments)
        return asked, begun

    async def grow(self, message_id: str, *, text: str, thinking: str = "") -> None:
        """Keep the whole text so far of a streaming answer. Does nothing when it is finished or gone."""
        text, thinking, now_ms = storable(text), storable(thinking), milliseconds(self._clock.now())
        await self._writer.run(lambda c: message_rows.grow(c, message_id, text=text, thinking=thinking, now_ms=now_ms))

    async def finish(
        self,
        message_id: str,
        *,
        text: str,
        thinking: str,
        state: MessageState,
        error: StoredError | None = None,
        tool_calls: Sequence[ToolCall] = (),
        notices: Sequence[str] = (),
        usage: Usage = Usage(),  # noqa: B008 - frozen
        first_token_s: float | None = None,
        total_s: float | None = None,
        model: str | None = "",
        origins: Sequence[str] = (),
    ) -> Message:
        """The final content of an answer; from now on it is found by search.

        `model` replaces the one named before; an empty one leaves it, None says that no model wrote this. `origins` are
        kept where there are any.
        """
        now = self._clock.now()
        draft = MessageDraft(
            message_id=message_id,
            parent_id=None,
            role="assistant",
            text=storable(text),
            created_at=now,
            thinking=storable(thinking),
            state=state,
            model=model or "",
            error=error,
            tool_calls=tuple(tool_calls),
            notices=tuple(notices),
            usage=usage,
            first_token_s=first_token_s,
            total_s=total_s,
            origins=tuple(origins),
        )

        def job(connection: Connection) -> str:
            message_rows.finish(connection, draft, now_ms=milliseconds(now))
            if model is None:
                message_rows.disown(connection, message_id)
            conversation_id = message_rows.conversation_of(connection, message_id)
            conversation_rows.change(connection, conversation_id, updated_at=milliseconds(now))
            return conversation_id

        self._announce(await self._writer.run(job), "messages")
        return await self.message(message_id)

    async def mark_origins(self, message_id: str, origins: Sequence[str]) -> None:
        """Before a model writes it: where its context comes from, so that a crash cannot lose it. MessageMissing."""
        await self._writer.run(lambda c: message_rows.mark_origins(c, message_id, origins))

    async def keep_audit(self, message_id: str, audit: str) -> None:
        """What an answer was made from, as JSON (see `core.chat.answer_audit`). Nothing if it was deleted meanwhile."""
        await self._writer.run(lambda c: message_rows.keep_audit(c, message_id, audit))

    async def audit_of(self, message_id: str) -> str | None:
        """The same again; None where nothing is kept."""
        return await self._readers.run(lambda c: message_rows.audit_of(c, message_id))

    async def mark_heard(self, message_id: str, characters: int) -> None:
        """Of a spoken answer that was interrupted, the first `characters` were heard. MessageMissing."""

        def job(connection: Connection) -> str:
            message_rows.mark_heard(connection, message_id, max(0, characters))
            return message_rows.conversation_of(connection, message_id)

        self._announce(await self._writer.run(job), "messages")
        self._announcer.announce(AnswerHeard(message_id))

    async def activate(self, message_id: str) -> builtins.list[Message]:
        """Show the branch of `message_id`, down to its newest leaf; returns the path."""

        def job(connection: Connection) -> str:
            conversation_id = message_rows.conversation_of(connection, message_id)
            leaf_id = message_rows.tree(connection, conversation_id).newest_leaf_below(message_id)
            conversation_rows.change(connection, conversation_id, active_leaf_id=leaf_id)
            return conversation_id

        conversation_id = await self._writer.run(job)
        self._announce(conversation_id, "messages")
        return await self.path(conversation_id)

    async def delete_message(self, message_id: str) -> None:
        """Remove a message with everything below it; the nearest branch that is left becomes active."""

        def job(connection: Connection) -> tuple[str, builtins.list[str]]:
            conversation_id = message_rows.conversation_of(connection, message_id)
            tree = message_rows.tree(connection, conversation_id)
            gone = tree.subtree(message_id)
            blobs = message_rows.blobs_of_messages(connection, gone)
            message_rows.delete(connection, gone)
            active = conversation_rows.one(connection, conversation_id, private=self.private).active_leaf_id
            if active in set(gone):
                leaf_id = tree.leaf_beside(message_id, without=set(gone))
                conversation_rows.change(connection, conversation_id, active_leaf_id=leaf_id)
            return conversation_id, message_rows.unused_blobs(connection, blobs)

        conversation_id, unused = await self._writer.run(job)
        await self._blobs.forget(unused)
        self._announce(conversation_id, "messages")

    async def attachment_data(self, attachment: Attachment) -> bytes:
        """The bytes of an attachment."""
        return await self._blobs.data(attachment)

    # ---- summaries --------------------------------------------------------------------------------------------------

    async def save_summary(self, message_id: str, text: str, *, message_count: int, model: str) -> None:
        """Keep what stands for the branch up to and including `message_id`."""
        text, now = storable(text), self._clock.now()
        await self._writer.run(
            lambda c: summary_rows.keep(c, message_id, text, message_count=message_count, model=model, at=now)
        )

    async def summary_on(self, path: Sequence[Message]) -> Summary | None:
        """The summary that ends nearest to the leaf of `path`."""
        if not path:
            return None
        steps = [message.message_id for message in path]
        return await self._readers.run(lambda c: summary_rows.nearest(c, path[0].conversation_id, steps))

    async def summaries(self, conversation_id: str) -> builtins.list[Summary]:
        """All summaries of a chat, on any branch."""
        return await self._readers.run(lambda c: summary_rows.every(c, conversation_id))

    # ---- upkeep and import ------------------------------------------------------------------------------------------

    async def mend_unfinished(self) -> int:
        """At each opening: answers left streaming, by a crash or a full disk, are stopped. Returns how many."""
        if not await self._readers.run(message_rows.has_unfinished):
            return 0
        changed = await self._writer.run(message_rows.mend_unfinished)
        for conversation_id in dict.fromkeys(changed):
            self._announce(conversation_id, "messages")
        return len(changed)

    async def expired(self, now: datetime, *, keep_for: timedelta | None = None) -> builtins.list[str]:
        """Chats past their own expiry and, with `keep_for`, unpinned ones without expiry unused for longer."""
        since_ms = None if keep_for is None else milliseconds(now - keep_for)
        return await self._readers.run(
            lambda c: conversation_rows.expired(c, now_ms=milliseconds(now), unused_since_ms=since_ms)
        )

    async def forget_litter(self, now: datetime) -> int:
        """Delete blobs that no message names, left by a crash between blob and message. Returns how many."""
        return await self._blobs.forget_litter(now)

    async def take_in_folders(self, folders: Sequence[ImportedFolder]) -> int:
        """Make the folders of an import that are not here yet, by id; existing ones stay as they are."""
        now_ms = milliseconds(self._clock.now())
        made = await self._writer.run(lambda c: intake.insert_folders(c, folders, now_ms=now_ms))
        if made:
            self._announcer.announce(FoldersChanged())
        return made

    async def take_in(self, chat: ImportedChat) -> Conversation | None:
        """Store a chat from outside, all of it or nothing; None when it is already here (see `intake`).

        Raises what reading its attachments raises.
        """
        fitting = await self._readers.run(lambda c: intake.with_fitting_ids(c, chat))
        if fitting is None:
            return None
        async with self._blobs.for_messages() as new:
            attachments = {
                message.message_id: await new.attached(read() for read in message.attachments)
                for message in fitting.messages
                if message.attachments
            }
            taken = await self._writer.run(lambda c: intake.insert(c, fitting, attachments, private=self.private))
        if not taken:
            await self._blobs.forget_unused(new.blob_ids)
            return None
        self._announce(fitting.conversation_id, "created")
        return await self.get(fitting.conversation_id)

    # ---- inside -----------------------------------------------------------------------------------------------------

    async def _change(self, conversation_id: str, **values: Any) -> Conversation:
        await self._writer.run(lambda c: conversation_rows.change(c, conversation_id, **values))
        self._announce(conversation_id, "details")
        return await self.get(conversation_id)

    async def _change_folders(self, job: Callable[[Connection], T]) -> T:
        result = await self._writer.run(job)
        self._announcer.announce(FoldersChanged())
        return result

    async def _append(
        self, conversation_id: str, drafts: Sequence[MessageDraft], attachments: Sequence[NewAttachment | Attachment]
    ) -> builtins.list[Message]:
        """Drafts one after the other, the last one in sight, in one commit; the first has the attachments."""
        async with self._blobs.for_messages() as new:
            whole = (replace(drafts[0], attachments=await new.attached(attachments)), *drafts[1:])
            messages = await self._writer.run(lambda c: [_append(c, conversation_id, draft) for draft in whole])
        self._announce(conversation_id, "messages")
        return messages

    def _announce(self, conversation_id: str, what: Literal["created", "details", "messages", "deleted"]) -> None:
        self._announcer.announce(ConversationChanged(conversation_id, what))


def _append(connection: Connection, conversation_id: str, draft: MessageDraft) -> Message:
    if draft.parent_id is not None and message_rows.conversation_of(connection, draft.parent_id) != conversation_id:
        raise MessageMissing(f"{draft.parent_id} belongs to another conversation")
    conversation_rows.change(
        connection, conversation_id, active_leaf_id=draft.message_id, updated_at=milliseconds(draft.created_at)
    )
    if draft.state == "streaming":  # what the branch is made from, its next answer is made from, too
        draft = replace(draft, origins=message_rows.origins_above(connection, draft.parent_id))
    message_rows.insert(connection, conversation_id, draft)
    return message_rows.one(connection, draft.message_id)
