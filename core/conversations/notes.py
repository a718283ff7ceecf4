"""`Notes`: a chat of kind 'notes' holds the owner's own words and asks nobody. Each note can be changed and removed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from core.conversations import message_rows
from core.conversations.conversation_store import Conversation, ConversationStore
from core.conversations.message_rows import milliseconds
from core.conversations.message_tree import Attachment, Message, NewAttachment
from core.conversations.stored_text import storable
from core.errors import MessageMissing, NothingToAnswer
from core.events import Announcer, ConversationChanged

if TYPE_CHECKING:
    from core.clock import Clock
    from core.vault.blobs import BlobStore
    from core.vault.database import Connection
    from core.vault.writer import Writer

NOTES: Final = "notes"
MOST_TITLE_CHARACTERS = 60


class Notes:
    """Notes of one profile, over the store of its chats; private ones do not exist, since a note is there to stay."""

    def __init__(
        self, store: ConversationStore, writer: Writer, blobs: BlobStore, *, announcer: Announcer, clock: Clock
    ) -> None:
        self._store = store
        self._writer = writer
        self._blobs = blobs
        self._announcer = announcer
        self._clock = clock

    async def begin(self, *, folder_id: str | None = None) -> Conversation:
        """A new, empty page of notes."""
        return await self._store.create(folder_id=folder_id, kind=NOTES)

    async def keep(self, text: str, *, attachments: Sequence[NewAttachment | Attachment] = ()) -> Conversation:
        """A new page with one note on it."""
        _refuse_nothing(text, attachments)
        page = await self.begin()
        await self.add(page.conversation_id, text, attachments=attachments)
        return await self._store.get(page.conversation_id)

    async def add(
        self, conversation_id: str, text: str, *, attachments: Sequence[NewAttachment | Attachment] = ()
    ) -> Message:
        """One more note at the end of a page; the first one names the page. NothingToAnswer when it is empty."""
        _refuse_nothing(text, attachments)
        page = await self._store.get(conversation_id)
        note = await self._store.append(
            conversation_id, parent_id=page.active_leaf_id, role="user", text=text, attachments=attachments
        )
        if page.title_by == "nobody":
            await self._store.rename(conversation_id, _title_of(note), by="model")
        return note

    async def change(self, note_id: str, text: str) -> Message:
        """Other words in the same place; a page that its first note named is named by it again.

        MessageMissing for anything that is no note.
        """
        text, now_ms = storable(text), milliseconds(self._clock.now())

        def job(connection: Connection) -> str:
            conversation_id, _ = _note(connection, note_id)
            message_rows.rewrite(connection, note_id, text, now_ms=now_ms)
            return conversation_id

        conversation_id = await self._writer.run(job)
        self._announce(conversation_id)
        note = await self._store.message(note_id)
        if note.parent_id is None and (title := _title_of(note)):
            await self._store.rename(conversation_id, title, by="model")
        return note

    async def remove(self, note_id: str) -> None:
        """Remove this note alone: those below it move up. MessageMissing for anything that is no note."""

        def job(connection: Connection) -> tuple[str, list[str]]:
            conversation_id, parent_id = _note(connection, note_id)
            blobs = message_rows.blobs_of_messages(connection, [note_id])
            connection.execute("UPDATE message SET parent_id = ? WHERE parent_id = ?", (parent_id, note_id))
            connection.execute(
                "UPDATE conversation SET active_leaf_id = ? WHERE active_leaf_id = ?", (parent_id, note_id)
            )
            message_rows.delete(connection, [note_id])
            return conversation_id, message_rows.unused_blobs(connection, blobs)

        conversation_id, unused = await self._writer.run(job)
        if unused:
            await self._blobs.delete(unused)
        self._announce(conversation_id)

    def _announce(self, conversation_id: str) -> None:
        self._announcer.announce(ConversationChanged(conversation_id, "messages"))


def _refuse_nothing(text: str, attachments: Sequence[NewAttachment | Attachment]) -> None:
    if not text.strip() and not attachments:
        raise NothingToAnswer


def _note(connection: Connection, note_id: str) -> tuple[str, str | None]:
    """Page and parent of a note."""
    row = connection.execute(
        "SELECT conversation_id, parent_id FROM message JOIN conversation USING (conversation_id)"
        " WHERE message_id = ? AND role = 'user' AND kind = ?",
        (note_id, NOTES),
    ).fetchone()
    if row is None:
        raise MessageMissing(note_id)
    return row[0], row[1]


def _title_of(note: Message) -> str:
    """The first line that says something, without the marks of a heading; else the first attachment's name."""
    plain = note.text.replace("**", "").replace("`", "")
    lines = (" ".join(line.strip().lstrip("#*->").split()) for line in plain.splitlines())
    words = next((line for line in lines if line), "") or next((item.name for item in note.attachments), "")
    if len(words) <= MOST_TITLE_CHARACTERS:
        return words
    return words[: MOST_TITLE_CHARACTERS - 1].rsplit(" ", 1)[0] + "…"
