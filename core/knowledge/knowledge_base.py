"""`Knowledge`, which is `assistant.knowledge`: collections, reading, watching, vectors and retrieval, joined.

Nothing is loaded before it is asked for; the model of the vectors not before the first passage or question.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from core.errors import HearthError, VaultLocked
from core.events import IndexChanged
from core.knowledge import document_rows
from core.knowledge.collections import Collections
from core.knowledge.document_rows import Forgotten
from core.knowledge.ingest import Ingest, IngestState
from core.knowledge.read_document import ParseLimits
from core.knowledge.reindex import Reindex, ReindexState
from core.knowledge.retrieval import Retrieval
from core.knowledge.watching import Watching
from core.logs import Public
from models.engine_errors import EngineError

if TYPE_CHECKING:
    from core.clock import Clock
    from core.events import Announcer
    from core.knowledge.attached_documents import AttachedDocuments
    from core.settings.sections import KnowledgeSettings
    from core.vault.vault_shelf import Shelf
    from core.vectors.vector_index import IndexState
    from core.vectors.vector_store import VectorStore
    from models.embedding.embedder import Embedder, EmbedderFacts

_log = logging.getLogger("hearth.knowledge")

# A model server that is not there is asked again after so long, when something is to be read or looked up.
_TRY_AGAIN_S = 30.0


@dataclass(frozen=True, slots=True)
class KnowledgeState:
    """All that a page shows at its top. `embedder` is None while words alone are searched; `trouble` says why.

    `indexes` are those of documents, none before the first search; memories and chats have others.
    `index_trouble`: why the chosen index does not answer; another does meanwhile.
    """

    embedder: EmbedderFacts | None
    trouble: str
    ingest: IngestState
    reindex: ReindexState
    indexes: Sequence[IndexState]
    index_trouble: HearthError | None = None


class Knowledge:
    """What the owner's documents say. Belongs to the assistant's loop.

    `embedder_from` makes the model that a setting names, "" the built-in one; `vectors` keeps and compares vectors.
    """

    def __init__(
        self,
        shelf: Shelf,
        *,
        settings: Callable[[], KnowledgeSettings],
        vectors: VectorStore,
        embedder_from: Callable[[str], Embedder],
        announcer: Announcer,
        clock: Clock,
    ) -> None:
        self._shelf = shelf
        self._settings = settings
        self._embedder_from = embedder_from
        self._announcer = announcer
        self._made: dict[str, Embedder] = {}
        self._in_use: Embedder | None = None
        self._wanted = ""
        self._missed = False  # the wanted model could not be loaded; tried again after a while
        self._try_again_at_s = 0.0
        self._clock = clock
        self._sees = settings().ocr
        self._trouble = ""
        self._engine_trouble: HearthError | None = None
        self._choosing = asyncio.Lock()
        self._is_closed = False
        self.vectors = vectors
        self.reindex = Reindex(shelf, vectors, announcer=announcer)
        self.ingest = Ingest(
            shelf,
            vectors=vectors,
            embedder=self.embedder,
            announcer=announcer,
            clock=clock,
            limits=lambda: ParseLimits(ocr=settings().ocr),
            incomplete=self._fill_later,
        )
        self.watching = Watching(
            shelf,
            announcer=announcer,
            clock=clock,
            lined_up=lambda ids: self.ingest.wake(ids),
            forget=self._forget,
        )
        self.collections = Collections(
            shelf,
            announcer=announcer,
            clock=clock,
            lined_up=lambda ids, first: self.ingest.wake(ids, first=first),
            folders_changed=self.watching.start,
            forgotten=self._vectors_gone,
            at_work=self.ingest.at_work,
        )
        self.retrieval = Retrieval(
            shelf, vectors=vectors, embedder=self.embedder, floor=lambda: settings().relevance_floor
        )

    async def start(self) -> None:
        """Go on with what waits and follow the folders; cheap where there is nothing."""
        if await self._shelf.readers.run(document_rows.is_anything_there):
            self.watching.start()
            self.ingest.wake()

    async def attached(self, conversation_id: str, *, long_text: int) -> AttachedDocuments:
        """Have the documents read that were attached to this chat, and texts of more bytes than that; wait for them."""
        from core.knowledge.attached_documents import attached_documents

        return await attached_documents(self.collections, self.ingest, conversation_id, long_text=long_text)

    def state(self) -> KnowledgeState:
        """How everything is; may be asked on any thread."""
        facts = None if self._in_use is None else self._in_use.facts
        return KnowledgeState(
            facts,
            self._trouble,
            self.ingest.state,
            self.reindex.state,
            self.vectors.states(("chunk",)),
            self._engine_trouble or self.vectors.trouble,
        )

    # ---- the model of the vectors --------------------------------------------------------------------------------

    async def embedder(self) -> Embedder | None:
        """The model whose vectors the index holds, ready to work; None while there is none: words alone are found."""
        if not self._is_to_be_chosen():
            return self._in_use
        async with self._choosing:
            if self._is_closed:  # a model loaded now would never be let go of
                raise VaultLocked("nothing is searched after the lock")
            if self._is_to_be_chosen():
                await self._choose(self._settings().embedder)
        return self._in_use

    def _is_to_be_chosen(self) -> bool:
        if self._wanted != self._settings().embedder or (self._in_use is None and not self._missed):
            return True
        return self._missed and self._clock.uptime_s() >= self._try_again_at_s

    async def take_settings(self) -> None:
        """Settings changed: another model is filled in the background, another engine answers, or scans are read."""
        if self._in_use is not None:
            await self.embedder()
            await self._take_engine()
        sees, self._sees = self._sees, self._settings().ocr
        if self._sees and not sees:
            now_ms = int(self._clock.now().timestamp() * 1000)
            if await self._shelf.writer.run(lambda c: document_rows.wait_to_be_seen(c, now_ms=now_ms)):
                self.ingest.wake()
        self._announcer.announce(IndexChanged())

    async def _take_engine(self) -> None:
        """Which index answers. The setting is the consent to a server: its help says what leaves the vault there."""
        settings = self._settings()
        try:
            await self.vectors.choose(settings.engine, server=settings.chroma_server, agreed=True)
        except HearthError as trouble:  # the exact index answers meanwhile
            self._engine_trouble = trouble
            _log.warning("the chosen index does not answer: %s", Public(trouble.code))
        else:
            self._engine_trouble = None

    async def index_again(self) -> None:
        """Make what is missing of the model's vectors, and read again what failed."""
        embedder = await self.embedder()
        if embedder is not None:
            self.reindex.fill(embedder)

    async def forget_gone(self) -> None:
        """Something was deleted together with what belongs to it, as a chat with its attachments."""
        await self.vectors.forget_gone()
        self._announcer.announce(IndexChanged())

    async def _choose(self, setting: str) -> None:
        """The model of the setting, at once where nothing else is in use, else when all its vectors are there."""
        self._wanted = setting
        self.reindex.stay()
        wanted = await self._loaded(setting)
        self._missed = wanted is None
        self._try_again_at_s = self._clock.uptime_s() + _TRY_AGAIN_S
        await self.vectors.start()
        in_use = self.vectors.in_use()
        if wanted is not None and in_use in ("", wanted.facts.name):
            await self._use(wanted)
            self._fill_later()
            return
        if self._in_use is None and in_use:
            await self._go_on_with_old(in_use)
        if wanted is not None:
            self.reindex.fill(wanted, then=lambda: self._use(wanted))

    async def _go_on_with_old(self, in_use: str) -> None:
        """The vectors are of the built-in model, and another is wanted that is not filled or not there: it answers."""
        trouble = self._trouble
        old = await self._loaded("")
        if old is not None and old.facts.name == in_use:
            self._in_use = old
            await self._take_engine()
        self._trouble = trouble

    async def _use(self, embedder: Embedder) -> None:
        await self.vectors.use(embedder.facts)
        self._in_use = embedder
        await self._take_engine()
        self._announcer.announce(IndexChanged())

    async def _loaded(self, setting: str) -> Embedder | None:
        try:
            if setting not in self._made:
                self._made[setting] = self._embedder_from(setting)
            await self._made[setting].load()
        except (EngineError, HearthError) as trouble:
            self._trouble = type(trouble).__name__
            _log.warning("no vectors are made: %s", Public(self._trouble))
            return None
        self._trouble = ""
        return self._made[setting]

    def _fill_later(self) -> None:
        if self._in_use is not None:
            self.reindex.fill(self._in_use)

    # ---- forgetting ----------------------------------------------------------------------------------------------

    async def _forget(self, forgotten: Forgotten) -> None:
        await self._vectors_gone(forgotten.chunk_ids)
        await self._shelf.writer.fold()

    async def _vectors_gone(self, chunk_ids: Sequence[int]) -> None:
        if chunk_ids:
            await self.vectors.removed("chunk", np.array(chunk_ids, dtype=np.int64))

    async def aclose(self) -> None:
        """End everything: readers, watchers, models, indexes. What waits goes on after the next unlocking."""
        if self._is_closed:
            return
        self._is_closed = True
        async with AsyncExitStack() as closing:  # the last first, and all of them, also when whoever waits gives up
            closing.push_async_callback(self.vectors.aclose)
            for embedder in self._made.values():
                closing.push_async_callback(_let_go, embedder)
            closing.push_async_callback(self.reindex.aclose)
            closing.push_async_callback(self.ingest.aclose)
            closing.push_async_callback(self.watching.aclose)


async def _let_go(embedder: Embedder) -> None:
    with suppress(EngineError):
        await embedder.aclose()
