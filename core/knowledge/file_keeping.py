"""What was read of files, given to their documents: whole or not at all, several small ones in one transaction."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from core.errors import HearthError, NotEnoughSpace, VaultLocked
from core.knowledge import document_rows, kept_content
from core.knowledge.document_rows import Document
from core.knowledge.file_reading import FileOnItsWay
from core.knowledge.kept_content import Kept
from core.knowledge.knowledge_trouble import FileChangedMeanwhile, FileGone, FileReaderFailed, FileRefused
from core.knowledge.passage_vectors import joined_vectors

if TYPE_CHECKING:
    from core.clock import Clock
    from core.vault.database import Connection
    from core.vault.vault_shelf import Shelf
    from core.vectors.vector_index import Matrix
    from core.vectors.vector_store import VectorStore

_T = TypeVar("_T")

_ROOM_LOOKED_FOR_EVERY_S = 3.0
# Of these it is not known that the text is another: what was read before still answers.
_TEXT_STANDS = (FileGone, FileRefused, FileReaderFailed, FileChangedMeanwhile)


class FileKeeping:
    """Belongs to the loop. While the disk is full it waits for room, and tells `full` so.

    `through` is told of each document that is done with, and what was done, None for nothing; `incomplete` that
    passages were kept without vectors.
    """

    def __init__(
        self,
        shelf: Shelf,
        *,
        vectors: VectorStore,
        clock: Clock,
        through: Callable[[Document, Kept | None], None],
        full: Callable[[NotEnoughSpace | None], None],
        incomplete: Callable[[], None],
    ) -> None:
        self._shelf = shelf
        self._vectors = vectors
        self._clock = clock
        self._through = through
        self._full = full
        self._incomplete = incomplete
        self._is_full = False

    async def keep(self, files: Sequence[FileOnItsWay]) -> None:
        """Each of them whole: in one transaction, or where that fails in one of its own."""
        if not files:
            return
        joined = [joined_vectors(file) for file in files]
        now = self._now_ms()

        def job(connection: Connection) -> list[Kept | None]:
            return [
                kept_content.keep(
                    connection,
                    file.document,
                    file.content(vectors),
                    file.looked.facts,
                    now_ms=now,
                    state=kept_content.state_for(file.notices),
                    vector_rows=self._vectors.rows,
                )
                for file, vectors in zip(files, joined, strict=True)
            ]

        try:
            done = await self._patiently(job)
        except VaultLocked:
            raise
        except HearthError:
            if len(files) == 1:
                raise
            await self._keep_singly(files)
            return
        await self._tell_vectors(files, joined, done)
        for file, kept in zip(files, done, strict=True):
            await self._is_through(file.document, kept)

    async def _keep_singly(self, files: Sequence[FileOnItsWay]) -> None:
        """One of them cannot be kept: the others are, before that is told."""
        troubles: list[HearthError] = []
        for file in files:
            try:
                await self.keep([file])
            except VaultLocked:
                raise
            except HearthError as trouble:
                troubles.append(trouble)
        if troubles:
            raise troubles[0]

    async def _tell_vectors(
        self, files: Sequence[FileOnItsWay], joined: Sequence[Matrix | None], done: Sequence[Kept | None]
    ) -> None:
        """What is new is found by meaning from now on."""
        ids: list[int] = []
        vectors: list[Matrix] = []
        for file, made, kept in zip(files, joined, done, strict=True):
            if kept is None or not kept.new_ids:
                continue
            if made is not None and file.embedder == self._vectors.in_use():
                ids += kept.new_ids
                vectors.append(made)
            else:  # the model failed, or another came into use since: its vectors are made later
                self._incomplete()
        if ids:
            await self._vectors.added("chunk", np.array(ids, dtype=np.int64), np.concatenate(vectors))

    async def linked(self, files: Sequence[FileOnItsWay]) -> set[str]:
        """Ids of the documents whose bytes were read before; they have that text now."""
        asked = [(file.looked.sha256, file.looked.reader) for file in files]
        find, link, now = kept_content.find_content, kept_content.link, self._now_ms()
        found = await self._shelf.readers.run(lambda c: [find(c, *one) is not None for one in asked])
        known = [file for file, is_known in zip(files, found, strict=True) if is_known]

        def job(connection: Connection) -> list[Kept | None]:
            kept: list[Kept | None] = []
            for file in known:
                looked = file.looked
                content_id = find(connection, looked.sha256, looked.reader) or ""
                kept.append(link(connection, file.document, content_id, looked.facts, now_ms=now))
            return kept

        linked: set[str] = set()
        if known:
            for file, kept in zip(known, await self._patiently(job), strict=True):
                if kept is not None:
                    linked.add(file.document.document_id)
                    await self._is_through(file.document, kept)
        return linked

    async def keep_failure(self, document: Document, trouble: HearthError) -> None:
        """Why it could not be read."""
        error, now = document_rows.stored_error(trouble), self._now_ms()
        kept = await self._patiently(
            lambda c: kept_content.keep_failure(
                c,
                document,
                error,
                state="missing" if isinstance(trouble, FileGone) else "failed",
                now_ms=now,
                keeps_content=isinstance(trouble, _TEXT_STANDS),
            )
        )
        await self._is_through(document, kept)

    async def _is_through(self, document: Document, kept: Kept | None) -> None:
        if kept is not None and kept.gone_ids:
            await self._vectors.removed("chunk", np.array(kept.gone_ids, dtype=np.int64))
        self._through(document, kept)

    async def _patiently(self, job: Callable[[Connection], _T]) -> _T:
        """The writer's answer; while the disk is full it is asked again and again."""
        while True:
            try:
                result = await self._shelf.writer.run(job)
            except NotEnoughSpace as trouble:
                self._is_full = True
                self._full(trouble)
                await asyncio.sleep(_ROOM_LOOKED_FOR_EVERY_S)
            else:
                if self._is_full:
                    self._is_full = False
                    self._full(None)
                return result

    def _now_ms(self) -> int:
        return int(self._clock.now().timestamp() * 1000)
