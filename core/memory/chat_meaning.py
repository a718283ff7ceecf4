"""`ChatMeaning`: messages of the kept chats by their meaning, in a space of their own. Never those of private chats.

Vectors are made in the background, the newest messages first, when no chat has changed for a while and never for more
than half of the time: an answer that is being made needs the processor more.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from core.errors import HearthError
from core.events import Change, ConversationChanged, IndexChanged
from core.logs import Public
from core.memory.memory_vectors import UNKNOWN_LANGUAGE, Meaning, knows_language
from models.engine_errors import EngineError

if TYPE_CHECKING:
    from core.vault.database import Connection
    from core.vault.vault_shelf import Shelf
    from core.vectors.vector_index import Ids, Matrix
    from models.embedding.embedder import Embedder

_log = logging.getLogger("hearth.memory")

REST_S = 6.0
"""After the last change of any chat, before its messages are looked at."""

_AT_ONCE = 16
# A question that is deleted and asked anew may get the number that it had.
_LOOKED_AT_AGAIN = 200
_MOST_READ = 2000  # characters of a message; the built-in model sees about a thousand of them

_MISSING = """
SELECT row_id, substr(text, 1, ?2) FROM message
WHERE row_id > ?3 AND role IN ('user', 'assistant') AND state <> 'streaming' AND text <> ''
AND NOT EXISTS (SELECT 1 FROM embedding WHERE embedder = ?1 AND space = 'message' AND item_id = row_id)
ORDER BY row_id DESC LIMIT ?4
"""


class ChatMeaning:
    """Belongs to the assistant's loop. `take` hears every change that is announced."""

    def __init__(self, shelf: Shelf, meaning: Callable[[], Meaning], *, rest_s: float = REST_S) -> None:
        self._shelf = shelf
        self._meaning = meaning
        self._rest_s = rest_s
        self._not_before = 0.0
        self._filling: asyncio.Task[None] | None = None
        self._is_stale = False
        self._were_deleted = False
        self._whole_below = 0  # messages up to this number have their vectors
        self._whole_of = ""
        self._floors: dict[str, float] = {}
        self._is_closed = False

    # ---- looking -------------------------------------------------------------------------------------------------

    async def near(self, text: str, *, limit: int, among: Ids | None = None) -> list[tuple[int, float]]:
        """(row_id, cosine) of messages that are near enough to `text`, nearest first; with `among`, only of these."""
        if self._is_closed or not text.strip():
            return []
        try:
            if not await self._shelf.readers.run(_any_vector):
                return []
            embedder = await self._meaning().embedder()
            if embedder is None:
                return []
            await self._forget_deleted()
            floor = await self._floor(embedder, text)
            vector = (await embedder.embed([text[:_MOST_READ]], use="query"))[0]
            found = await self._meaning().vectors.nearest("message", vector, limit, among)
        except (EngineError, HearthError) as trouble:
            _log.warning("chats are compared by words only: %s", Public(type(trouble).__name__))
            return []
        return [(one.item_id, one.cosine) for one in found if one.cosine >= floor]

    # ---- filling -------------------------------------------------------------------------------------------------

    def take(self, change: Change) -> None:
        """A chat changed, or the model of vectors: messages are looked at soon."""
        if isinstance(change, ConversationChanged) and change.what in ("messages", "deleted"):
            if change.what == "deleted":
                self._were_deleted, self._whole_below = True, 0
            self.wake()
        elif isinstance(change, IndexChanged) and self._has_another_model():
            self.wake()

    def wake(self) -> None:
        """Make what is missing, after a rest."""
        if self._is_closed:
            return
        self._not_before = time.monotonic() + self._rest_s
        self._is_stale = True
        if self._filling is None or self._filling.done():
            self._filling = asyncio.create_task(self._fill(), name="chat-meaning")

    async def settle(self) -> None:
        """Wait until nothing is missing, or it failed."""
        while self._filling is not None and not self._filling.done():
            await asyncio.wait([self._filling])

    async def aclose(self) -> None:
        """Stop; what was made is kept, and what is missing is made after the next unlocking."""
        self._is_closed = True
        if self._filling is not None:
            self._filling.cancel()
            await asyncio.wait([self._filling])

    # ---- inside --------------------------------------------------------------------------------------------------

    def _has_another_model(self) -> bool:
        return bool(self._whole_of) and not self._is_closed and self._meaning().vectors.in_use() != self._whole_of

    async def _floor(self, embedder: Embedder, text: str) -> float:
        """That of passages: a message is one, and what is typed into a search is a question."""
        from core.knowledge.relevance import cosines_of

        if not knows_language(embedder.facts, text):
            return UNKNOWN_LANGUAGE
        name = embedder.facts.name
        if name not in self._floors:
            self._floors[name] = (await cosines_of(embedder)).near
        return self._floors[name]

    async def _fill(self) -> None:
        try:
            while self._is_stale:
                await self._rest()
                self._is_stale = False
                await self._fill_missing()
                await self._forget_deleted()
        except (EngineError, HearthError) as trouble:
            _log.warning("vectors of chats are missing: %s", Public(type(trouble).__name__))

    async def _rest(self) -> None:
        while (wait_s := self._not_before - time.monotonic()) > 0:  # noqa: ASYNC110 - it is put off meanwhile
            await asyncio.sleep(wait_s)

    async def _fill_missing(self) -> None:
        if not await self._shelf.readers.run(_any_message):
            return
        if not await self._is_any_missing():  # to ask for the embedder loads its model
            return
        embedder = await self._meaning().embedder()
        if embedder is None:
            return
        name = embedder.facts.name
        if name != self._whole_of:
            self._whole_of, self._whole_below = name, 0
        newest = await self._shelf.readers.run(_newest_finished)
        while texts := await self._shelf.readers.run(
            lambda c: c.execute(_MISSING, (name, _MOST_READ, self._whole_below, _AT_ONCE)).fetchall()
        ):
            await self._rest()
            began = time.monotonic()
            made = await embedder.embed([text for _, text in texts])
            await self._keep(name, texts, made)
            await asyncio.sleep(time.monotonic() - began)
        self._whole_below = max(0, newest - _LOOKED_AT_AGAIN)

    async def _is_any_missing(self) -> bool:
        """Of the embedder that is in use, if one is; whose change is somebody else's matter."""
        vectors = self._meaning().vectors
        await vectors.start()
        name, below = vectors.in_use(), self._whole_below if vectors.in_use() == self._whole_of else 0
        rows = await self._shelf.readers.run(lambda c: c.execute(_MISSING, (name, 1, below, 1)).fetchall())
        return name == "" or bool(rows)

    async def _keep(self, name: str, texts: Sequence[tuple[int, str]], made: Matrix) -> None:
        """Only of those that still say the same: what was deleted meanwhile must not come back as a vector."""
        import numpy as np

        vectors = self._meaning().vectors

        def job(connection: Connection) -> list[int]:
            places = []
            for place, (row_id, text) in enumerate(texts):
                row = connection.execute(
                    "SELECT substr(text, 1, ?) FROM message WHERE row_id = ?", (_MOST_READ, row_id)
                ).fetchone()
                if row is not None and row[0] == text:
                    places.append(place)
            vectors.rows(connection, name, "message", [(texts[place][0], made[place]) for place in places])
            return places

        places = await self._shelf.writer.run(job)
        if name == vectors.in_use():
            ids = np.array([texts[place][0] for place in places], dtype=np.int64)
            await vectors.added("message", ids, made[places])

    async def _forget_deleted(self) -> None:
        """Numbers of deleted messages may be given to others: the index must not know them any more."""
        if self._were_deleted:
            self._were_deleted = False
            await self._meaning().vectors.forget_index("message")


def _any_vector(connection: Connection) -> bool:
    query = "SELECT 1 FROM embedder CROSS JOIN embedding ON embedder = name AND space = 'message' LIMIT 1"
    return connection.execute(query).fetchone() is not None


def _any_message(connection: Connection) -> bool:
    return connection.execute("SELECT 1 FROM message LIMIT 1").fetchone() is not None


def _newest_finished(connection: Connection) -> int:
    """All messages up to this number are finished."""
    growing = connection.execute("SELECT min(row_id) - 1 FROM message WHERE state = 'streaming'").fetchone()[0]
    return int(connection.execute("SELECT max(row_id) FROM message").fetchone()[0] if growing is None else growing)
