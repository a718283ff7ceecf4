"""`MessageBlobs`: the bytes of attachments, stored before the message that names them; those of no message go."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

from core.conversations import message_rows
from core.conversations.message_rows import milliseconds
from core.conversations.message_tree import Attachment, NewAttachment
from core.conversations.stored_text import single_line

if TYPE_CHECKING:
    from core.vault.blobs import BlobStore
    from core.vault.readers import Readers
    from core.vault.writer import Writer

# A blob is stored before the message that names it; one without a message is litter only after this time.
_GRACE = timedelta(hours=1)


class MessageBlobs:
    """Beside the messages of one store."""

    def __init__(self, writer: Writer, readers: Readers, blobs: BlobStore) -> None:
        self._writer = writer
        self._readers = readers
        self._blobs = blobs

    async def data(self, attachment: Attachment) -> bytes:
        """The bytes of an attachment."""
        return await self._blobs.get(attachment.blob_id)

    @asynccontextmanager
    async def for_messages(self) -> AsyncIterator[NewBlobs]:
        """What is stored for messages that are about to be; it goes again if they cannot be stored."""
        new = NewBlobs(self._blobs)
        try:
            yield new
        except BaseException:
            await self.forget_unused(new.blob_ids)
            raise

    async def forget_unused(self, blob_ids: Sequence[str]) -> None:
        """Delete those of them that no message names."""
        if blob_ids:
            await self.forget(await self._writer.run(lambda c: message_rows.unused_blobs(c, blob_ids)))

    async def forget(self, blob_ids: Sequence[str]) -> None:
        """Delete these: the messages that named them are gone."""
        if blob_ids:
            await self._blobs.delete(blob_ids)

    async def forget_litter(self, now: datetime) -> int:
        """Delete blobs that no message names, left by a crash between blob and message. Returns how many."""
        before_ms = milliseconds(now - _GRACE)
        litter = await self._readers.run(lambda c: message_rows.litter(c, before_ms=before_ms))
        await self.forget(litter)
        return len(litter)


class NewBlobs:
    """Blobs of messages that do not exist yet."""

    def __init__(self, blobs: BlobStore) -> None:
        self._blobs = blobs
        self.blob_ids: list[str] = []

    async def attached(self, items: Iterable[NewAttachment | Attachment]) -> tuple[Attachment, ...]:
        """As they are kept with a message. The bytes of an `Attachment` of another one are shared with it."""
        return tuple([await self._attached(item) for item in items])

    async def _attached(self, item: NewAttachment | Attachment) -> Attachment:
        if isinstance(item, Attachment):
            return replace(item, attachment_id=uuid4().hex)
        blob_id = await self._blobs.put(item.data)
        self.blob_ids.append(blob_id)
        return Attachment(
            attachment_id=uuid4().hex,
            kind=item.kind,
            name=single_line(item.name),
            media_type=single_line(item.media_type),
            size_bytes=len(item.data),
            blob_id=blob_id,
        )
