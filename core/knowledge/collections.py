"""`Collections`: the owner's files, folders and pasted texts, and the attachments of chats, to be read and found."""

from __future__ import annotations

import asyncio
import mimetypes
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from stat import S_ISDIR
from typing import TYPE_CHECKING
from uuid import uuid4

from core.conversations.stored_text import single_line, storable
from core.events import DocumentsChanged
from core.knowledge import document_rows, folder_scan
from core.knowledge.document_rows import (
    Collection,
    Document,
    DocumentState,
    Forgotten,
    StoredPage,
    WatchedFolder,
)
from core.knowledge.knowledge_trouble import CollectionMissing, DocumentMissing, FolderUnfit

if TYPE_CHECKING:
    from core.clock import Clock
    from core.events import Announcer
    from core.vault.database import Connection
    from core.vault.vault_shelf import Shelf


class Collections:
    """All collections of a profile. Every change is announced when it is durable.

    `lined_up` is told ids of documents that wait to be read, and whether they go before all others; `folders_changed`
    that folders came, went or are followed otherwise; `forgotten` which passages are gone.
    """

    def __init__(
        self,
        shelf: Shelf,
        *,
        announcer: Announcer,
        clock: Clock,
        lined_up: Callable[[Sequence[str], bool], None],
        folders_changed: Callable[[], None],
        forgotten: Callable[[Sequence[int]], Awaitable[None]],
        at_work: Callable[[], frozenset[str]] = frozenset,
    ) -> None:
        self._shelf = shelf
        self._announcer = announcer
        self._clock = clock
        self._lined_up = lined_up
        self._folders_changed = folders_changed
        self._forgotten = forgotten
        self._at_work = at_work

    # ---- looking -------------------------------------------------------------------------------------------------

    async def list(self, *, of_chats: bool = False) -> Sequence[Collection]:
        """What the owner made, by name; with `of_chats` the attachments of each chat, too."""
        return await self._shelf.readers.run(lambda c: document_rows.read_collections(c, of_chats=of_chats))

    async def get(self, collection_id: str) -> Collection:
        """One of them. CollectionMissing."""
        found = await self._shelf.readers.run(lambda c: document_rows.read_collections(c, only=collection_id))
        if not found:
            raise CollectionMissing(collection_id)
        return found[0]

    async def documents(
        self,
        collection_id: str,
        *,
        states: Sequence[DocumentState] = (),
        name: str = "",
        limit: int = 200,
        offset: int = 0,
    ) -> Sequence[Document]:
        """Its documents by name; only those in `states`, and those whose name or path holds `name`."""
        wanted = tuple(dict.fromkeys("waiting" if state == "reading" else state for state in states))
        found = await self._shelf.readers.run(
            lambda c: document_rows.read_documents(
                c, collection_id, states=wanted, name=name, limit=limit, offset=offset
            )
        )
        return [self._as_it_is(document) for document in found]

    async def document(self, document_id: str) -> Document:
        """One of them. DocumentMissing."""
        found = await self._shelf.readers.run(lambda c: document_rows.read_document(c, document_id))
        if found is None:
            raise DocumentMissing(document_id)
        return self._as_it_is(found)

    async def pages(self, document_id: str, *, first: int = 1, count: int = 1_000_000) -> Sequence[StoredPage]:
        """Its pages from `first` on as they were read; none of one that was not read yet."""
        return await self._shelf.readers.run(lambda c: document_rows.read_pages(c, document_id, first, count))

    async def bytes_of(self, document_id: str) -> bytes | Path:
        """Where the document itself lies: its file, or the bytes that were pasted or attached. DocumentMissing."""
        document = await self.document(document_id)
        return Path(document.path) if document.blob_id is None else await self._shelf.blobs.get(document.blob_id)

    # ---- collections ---------------------------------------------------------------------------------------------

    async def create(self, name: str) -> Collection:
        """A new, empty one."""
        now = self._now_ms()
        made = Collection(uuid4().hex, single_line(name), None, now, now)
        await self._shelf.writer.run(lambda c: document_rows.insert_collection(c, made))
        self._announce(made.collection_id)
        return made

    async def rename(self, collection_id: str, name: str) -> None:
        """Call it so; an empty name changes nothing. CollectionMissing."""
        if not (cleaned := single_line(name)):
            return
        now = self._now_ms()
        if not await self._shelf.writer.run(
            lambda c: document_rows.rename_collection(c, collection_id, cleaned, now_ms=now)
        ):
            raise CollectionMissing(collection_id)
        self._announce(collection_id)

    async def delete(self, collection_id: str) -> None:
        """Forget it with all that was read; the files themselves stay where they are."""
        forgotten = await self._shelf.writer.run(lambda c: document_rows.delete_collection(c, collection_id))
        if forgotten is None:
            return
        self._folders_changed()
        await self._forget(forgotten)
        self._announce(collection_id)

    # ---- adding --------------------------------------------------------------------------------------------------

    async def add_files(self, collection_id: str, paths: Sequence[Path]) -> Sequence[Document]:
        """Line up these files; a folder among them is read once with all below. CollectionMissing.

        A file that is there already is read again if it changed. What is wrong with a file is told by its state.
        """
        files, folders = await asyncio.to_thread(_sorted_paths, paths)
        await self._existing(collection_id)
        made = [self._new(collection_id, path=str(path), name=path.name, size_bytes=size) for path, size in files]

        def job(connection: Connection) -> list[Document]:
            document_rows.insert_documents(connection, made)
            found = document_rows.documents_at(connection, collection_id, [one.path for one in made])
            document_rows.wait_again(connection, [one.document_id for one in found], now_ms=self._now_ms())
            return found

        found = await self._shelf.writer.run(job)
        self._line_up(collection_id, found)
        for folder in folders:
            await self.add_folder(collection_id, folder, watched=False)
        return found

    async def add_folder(self, collection_id: str, path: Path, *, watched: bool = True) -> WatchedFolder:
        """Read what lies in this folder, and follow its changes if `watched`. CollectionMissing, FolderUnfit."""
        await self._existing(collection_id)
        real = await asyncio.to_thread(_real_folder, path)
        made = WatchedFolder(uuid4().hex, collection_id, str(real), watched, self._now_ms(), None)
        folder = await self._shelf.writer.run(lambda c: document_rows.insert_folder(c, made))
        self._folders_changed()
        self._announce(collection_id)
        return folder

    async def unread_kinds(self, folder: WatchedFolder) -> Mapping[str, int]:
        """How many files of which kinds (“.heic”) lie in it now and are left out, since nothing here reads them."""
        return await asyncio.to_thread(folder_scan.unread_kinds, folder.path)

    async def follow(self, folder_id: str, watched: bool) -> None:  # noqa: FBT001 - its only value
        """Follow this folder's changes from now on, or leave it as it is."""
        await self._shelf.writer.run(lambda c: document_rows.set_watched(c, folder_id, watched=watched))
        self._folders_changed()
        self._announce("")

    async def remove_folder(self, folder_id: str) -> None:
        """Forget a folder and the documents that it brought; the files stay."""
        forgotten = await self._shelf.writer.run(lambda c: document_rows.delete_folder(c, folder_id))
        self._folders_changed()
        await self._forget(forgotten)
        self._announce("")

    async def add_text(self, collection_id: str, title: str, text: str) -> Document:
        """Keep a pasted text as a document. CollectionMissing, NotEnoughSpace."""
        await self._existing(collection_id)
        data = storable(text).encode()
        blob_id = await self._shelf.blobs.put(data)
        name = single_line(title) or single_line(text, limit=60)
        made = self._new(collection_id, name=name, media_type="text/markdown", size_bytes=len(data), blob_id=blob_id)
        await self._shelf.writer.run(lambda c: document_rows.insert_documents(c, [made]))
        self._line_up(collection_id, [made])
        return made

    async def for_conversation(self, conversation_id: str) -> Collection | None:
        """The attachments of this chat as a collection, those that are new lined up before all else; None without any.

        To be called when a chat is asked and when a file was attached; cheap when nothing is new.
        """
        new = await self._shelf.readers.run(lambda c: document_rows.unfiled_attachments(c, conversation_id))
        made_id = uuid4().hex
        if new:
            now = self._now_ms()

            def job(connection: Connection) -> Sequence[Document]:
                collection_id = document_rows.collection_of_chat(connection, conversation_id)
                if collection_id is None:
                    collection_id = made_id
                    chat = Collection(collection_id, "", conversation_id, now, now)
                    document_rows.insert_collection(connection, chat)
                rows = document_rows.unfiled_attachments(connection, conversation_id)
                made = [
                    self._new(
                        collection_id,
                        name=row.name,
                        media_type=row.media_type,
                        size_bytes=row.size_bytes,
                        blob_id=row.blob_id,
                    )
                    for row in rows
                ]
                document_rows.insert_documents(connection, made)
                return made

            made = await self._shelf.writer.run(job)
            if made:
                self._line_up(made[0].collection_id, made, first=True)
        found = await self._shelf.readers.run(lambda c: document_rows.collection_of_chat(c, conversation_id))
        return None if found is None else await self.get(found)

    # ---- changing ------------------------------------------------------------------------------------------------

    async def read_again(self, document_ids: Sequence[str]) -> None:
        """Line these up once more, for instance those that failed."""
        await self._shelf.writer.run(lambda c: document_rows.wait_again(c, document_ids, now_ms=self._now_ms()))
        self._lined_up(document_ids, False)
        self._announce("")

    async def remove(self, document_ids: Sequence[str]) -> None:
        """Forget these documents; the files stay. One from a folder is left out there from now on."""

        def job(connection: Connection) -> Forgotten:
            document_rows.leave_out(connection, document_ids)
            return document_rows.delete_documents(connection, document_ids)

        forgotten = await self._shelf.writer.run(job)
        await self._forget(forgotten)
        self._announce("")

    # ---- small steps ---------------------------------------------------------------------------------------------

    async def _forget(self, forgotten: Forgotten) -> None:
        """The rest of forgetting: indexes in memory, kept bytes, and what the WAL still holds."""
        await self._forgotten(forgotten.chunk_ids)
        if forgotten.blob_ids:
            await self._shelf.blobs.delete(forgotten.blob_ids)
        await self._shelf.writer.fold()

    async def _existing(self, collection_id: str) -> None:
        await self.get(collection_id)

    def _new(
        self,
        collection_id: str,
        *,
        name: str,
        path: str = "",
        media_type: str = "",
        size_bytes: int = 0,
        blob_id: str | None = None,
    ) -> Document:
        now = self._now_ms()
        return Document(
            uuid4().hex,
            collection_id,
            None,
            storable(path),
            single_line(name),
            media_type or mimetypes.guess_type(name)[0] or "",
            size_bytes,
            0,
            blob_id,
            None,
            "waiting",
            None,
            now,
            now,
        )

    def _as_it_is(self, document: Document) -> Document:
        at_work = document.state == "waiting" and document.document_id in self._at_work()
        return replace(document, state="reading") if at_work else document

    def _line_up(self, collection_id: str, documents: Sequence[Document], *, first: bool = False) -> None:
        self._lined_up([document.document_id for document in documents], first)
        self._announce(collection_id)

    def _announce(self, collection_id: str) -> None:
        self._announcer.announce(DocumentsChanged(collection_id))

    def _now_ms(self) -> int:
        return int(self._clock.now().timestamp() * 1000)


def _sorted_paths(paths: Sequence[Path]) -> tuple[list[tuple[Path, int]], list[Path]]:
    """Files with their sizes, and folders among `paths`, absolute, each once."""
    files: list[tuple[Path, int]] = []
    folders: list[Path] = []
    for path in dict.fromkeys(path.absolute() for path in paths):
        try:
            status = path.stat()
        except OSError:  # told when it is read
            files.append((path, 0))
            continue
        if S_ISDIR(status.st_mode):
            folders.append(path)
        else:
            files.append((path, status.st_size))
    return files, folders


def _real_folder(path: Path) -> Path:
    try:
        real = path.resolve(strict=True)
    except (OSError, RuntimeError) as error:  # RuntimeError: links in a circle, before Python 3.13
        raise FolderUnfit(str(error), name=path.name) from error
    if not real.is_dir():
        raise FolderUnfit("no folder", name=path.name)
    return real
