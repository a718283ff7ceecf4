"""`Memories`, which is `assistant.memory`: what is remembered about the owner, to see, search, change and forget."""

from __future__ import annotations

import builtins
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Literal
from uuid import uuid4

from core.conversations.search_query import folded, read_query
from core.conversations.stored_text import storable
from core.events import MemoriesChanged, MemoryProposed
from core.memory import memory_rows
from core.memory.chat_meaning import ChatMeaning
from core.memory.memory_rows import Memory, MemoryKind, MemoryState, Numbered
from core.memory.memory_trouble import MemoryMissing, MemoryUnfit
from core.memory.memory_vectors import Meaning, MemoryVectors
from core.memory.recall import Recall
from core.memory.wishes import is_about_answers

if TYPE_CHECKING:
    from core.clock import Clock
    from core.events import Announcer
    from core.vault.database import Connection
    from core.vault.vault_shelf import Shelf

MOST_CHARACTERS = 500
_MOST_NEAR = 50


@dataclass(frozen=True, slots=True)
class MemoryHit:
    """A memory that was looked for. `highlights` are (start, end) in its text; none where only the meaning is near."""

    memory: Memory
    found_by: frozenset[Literal["word", "meaning"]]
    highlights: tuple[tuple[int, int], ...] = ()
    cosine: float | None = None


@dataclass(frozen=True, slots=True)
class NewMemory:
    """What was noticed in the question `message_id` of a chat, perhaps to take the place of another."""

    text: str
    kind: MemoryKind
    conversation_id: str
    message_id: str
    replaces: str | None = None


class Memories:
    """All memories of a profile. Belongs to the assistant's loop; every change is announced when it is durable.

    `meaning` gives `assistant.knowledge`; it is not asked for as long as there is nothing to compare. `recall` finds
    what matters for a question, `chats` messages of chats by their meaning.
    """

    def __init__(self, shelf: Shelf, meaning: Callable[[], Meaning], *, announcer: Announcer, clock: Clock) -> None:
        self._shelf = shelf
        self._announcer = announcer
        self._clock = clock
        self._vectors = MemoryVectors(shelf, meaning)
        self.chats = ChatMeaning(shelf, meaning)
        self._unsubscribe = [announcer.subscribe(part.take) for part in (self.chats, self._vectors)]
        self.recall = Recall(shelf, self._vectors, clock=clock)

    # ---- looking -------------------------------------------------------------------------------------------------

    async def list(self, *, state: MemoryState | None = None) -> builtins.list[Memory]:
        """All, or those in one state: pinned ones first, then proposals, then the newest."""
        found = await self._shelf.readers.run(lambda c: memory_rows.read_all(c, state=state))
        return [one.memory for one in found]

    async def get(self, memory_id: str) -> Memory:
        """One of them. MemoryMissing."""
        return (await self._numbered(memory_id)).memory

    async def search(self, text: str, *, limit: int = 50) -> builtins.list[MemoryHit]:
        """Those that hold the words, best first, and behind them those that only mean something near."""
        query = read_query(text)
        if not query.terms or limit < 1:
            return []
        rows = await self._shelf.readers.run(lambda c: memory_rows.matching(c, query))
        near = dict(await self._vectors.near(text, limit=_MOST_NEAR))
        ids = [*rows, *(row_id for row_id in near if row_id not in set(rows))][:limit]
        found = {one.row_id: one.memory for one in await self._shelf.readers.run(lambda c: memory_rows.by_row(c, ids))}
        words = set(rows)
        hits = []
        for row_id in ids:
            if (memory := found.get(row_id)) is None:
                continue
            places = tuple(hit.span() for hit in query.pattern.finditer(folded(memory.text)))
            ways: set[Literal["word", "meaning"]] = {"word"} if row_id in words else set()
            ways |= {"meaning"} if row_id in near else set()
            hits.append(MemoryHit(memory, frozenset(ways), places if row_id in words else (), near.get(row_id)))
        return hits

    # ---- by the owner's hand -------------------------------------------------------------------------------------

    async def add(
        self, text: str, *, kind: MemoryKind = "fact", pinned: bool = False, expires_at: datetime | None = None
    ) -> Memory:
        """Remember this. MemoryUnfit for nothing, or too much."""
        made = replace(self._new(text, kind), state="kept", pinned=pinned, expires_at=expires_at)
        await self._shelf.writer.run(lambda c: memory_rows.insert(c, made))
        self._changed()
        return made

    async def edit(self, memory_id: str, text: str, *, kind: MemoryKind | None = None) -> Memory:
        """Word it otherwise; a proposal stays one until it is kept. MemoryMissing, MemoryUnfit."""
        worded = _fit(text)
        return await self._change(memory_id, lambda old: replace(old, text=worded, kind=kind or old.kind))

    async def pin(self, memory_id: str, *, pinned: bool = True) -> Memory:
        """Use it in every answer, or only where it matters. MemoryMissing."""
        return await self._change(memory_id, lambda old: replace(old, pinned=pinned))

    async def expire(self, memory_id: str, at: datetime | None) -> Memory:
        """Use it until `at`, then forget it; None: for good. MemoryMissing."""
        return await self._change(memory_id, lambda old: replace(old, expires_at=at))

    async def forget(self, memory_ids: Sequence[str]) -> int:
        """Forget these, in tables, indexes and vectors; returns how many there were.

        The chats in which they were learnt still hold the words.
        """
        gone = await self._shelf.writer.run(lambda c: memory_rows.delete(c, memory_ids))
        await self._gone(gone)
        return len(gone)

    async def forget_all(self) -> int:
        """Forget everything that is remembered or proposed."""
        return await self.forget([memory.memory_id for memory in await self.list()])

    # ---- proposals -----------------------------------------------------------------------------------------------

    async def keep(self, memory_id: str, *, text: str | None = None, kind: MemoryKind | None = None) -> Memory:
        """Keep a proposal, perhaps in other words; what it replaces is forgotten. MemoryMissing, MemoryUnfit."""
        worded = None if text is None else _fit(text)
        now = self._clock.now()

        def job(connection: Connection) -> tuple[Numbered, builtins.list[int], bool]:
            found = _found(connection, memory_id)
            old = found.memory
            kept = replace(old, text=worded or old.text, kind=kind or old.kind, state="kept", updated_at=now)
            return _kept(connection, Numbered(found.row_id, kept), reworded=kept.text != old.text)

        found, gone, reworded = await self._shelf.writer.run(job)
        await self._gone(gone, tell=False)
        await self._gone([found.row_id] if reworded else [], tell=False)
        self._changed()
        return found.memory

    async def dismiss(self, memory_id: str) -> None:
        """The owner does not want it remembered: nothing of it stays. One that is gone is no error."""
        await self.forget([memory_id])

    async def propose(self, news: Sequence[NewMemory], *, keep: bool) -> builtins.list[Memory]:
        """Put these up, or `keep` them at once; only those whose message is still there. Returns what was taken.

        One that would replace a pinned memory is only ever proposed.
        """
        now = self._clock.now()

        def job(connection: Connection) -> tuple[builtins.list[Numbered], builtins.list[int]]:
            made: builtins.list[Numbered] = []
            gone: builtins.list[int] = []
            for new in news:
                if not memory_rows.is_message_there(connection, new.message_id):
                    continue
                old = memory_rows.read(connection, new.replaces) if new.replaces else None
                memory = replace(
                    self._new(new.text, new.kind),
                    conversation_id=new.conversation_id,
                    message_id=new.message_id,
                    replaces=None if old is None else old.memory.memory_id,
                    pinned=is_about_answers(new.text),  # it matters for each of them, whatever it is about
                    created_at=now,
                    updated_at=now,
                )
                one = Numbered(memory_rows.insert(connection, memory), memory)
                if keep and not (old is not None and old.memory.pinned):
                    kept = replace(memory, state="kept")
                    one, replaced, _ = _kept(connection, Numbered(one.row_id, kept), reworded=False)
                    gone += replaced
                made.append(one)
            return made, gone

        made, gone = await self._shelf.writer.run(job)
        await self._gone(gone, tell=False)
        if made:
            self._changed()
        for one in made:
            memory = one.memory
            where = (memory.conversation_id or "", memory.message_id or "")
            self._announcer.announce(MemoryProposed(memory.memory_id, *where, kept=memory.state == "kept"))
        return [one.memory for one in made]

    # ---- for those who remember ----------------------------------------------------------------------------------

    async def about(self, said: str, *, most: int) -> builtins.list[Memory]:
        """What is kept or proposed already, nearest to what is `said` first, filled up with the newest."""
        near = await self._vectors.near(said, limit=most)
        everything = {one.row_id: one.memory for one in await self._shelf.readers.run(memory_rows.read_all)}
        order = dict.fromkeys([*(row_id for row_id, _ in near if row_id in everything), *everything])
        return [everything[row_id] for row_id in order][:most]

    async def start(self) -> None:
        """Go on with what is missing, and make ready what the next question will need."""
        self.chats.wake()
        await self.warm()

    async def warm(self) -> None:
        """Make ready what the next question will need, where anything is remembered at all."""
        if await self._shelf.readers.run(memory_rows.any_kept):
            await self._vectors.fill()
            await self._vectors.near("What is my name?", limit=1)  # the first question would wait for the index

    async def settle(self) -> None:
        """Wait until nothing is missing of what is compared by meaning, or it failed."""
        await self._vectors.settle()

    async def sweep(self) -> int:
        """Forget those whose time is over; returns how many."""
        now_ms = int(self._clock.now().timestamp() * 1000)
        return await self.forget(await self._shelf.readers.run(lambda c: memory_rows.expired(c, now_ms)))

    async def aclose(self) -> None:
        """End what runs in the background; vectors that are missing are made after the next unlocking."""
        for unsubscribe in self._unsubscribe:
            unsubscribe()
        await self.chats.aclose()
        await self._vectors.aclose()

    # ---- inside --------------------------------------------------------------------------------------------------

    async def _numbered(self, memory_id: str) -> Numbered:
        return await self._shelf.readers.run(lambda c: _found(c, memory_id))

    async def _change(self, memory_id: str, changed: Callable[[Memory], Memory]) -> Memory:
        now = self._clock.now()

        def job(connection: Connection) -> tuple[Numbered, bool]:
            found = _found(connection, memory_id)
            new = replace(changed(found.memory), updated_at=now)
            reworded = new.text != found.memory.text
            memory_rows.update(connection, found.row_id, new, reworded=reworded)
            return Numbered(found.row_id, new), reworded

        found, reworded = await self._shelf.writer.run(job)
        await self._gone([found.row_id] if reworded else [], tell=False)
        self._changed()
        return found.memory

    async def _gone(self, row_ids: Sequence[int], *, tell: bool = True) -> None:
        """Out of the index, and out of what the database still keeps in its log."""
        if not row_ids:
            return
        await self._vectors.forget(row_ids)
        await self._shelf.writer.fold()
        if tell:
            self._changed()

    def _changed(self) -> None:
        self._vectors.fill_soon()
        self._announcer.announce(MemoriesChanged())

    def _new(self, text: str, kind: MemoryKind) -> Memory:
        now = self._clock.now()
        return Memory(uuid4().hex, _fit(text), kind, "proposed", False, None, None, None, now, now, None, None, 0)


def _fit(text: str) -> str:
    words = " ".join(storable(text).replace("\0", " ").split())
    if not words or len(words) > MOST_CHARACTERS:
        raise MemoryUnfit(most=MOST_CHARACTERS)
    return words


def _found(connection: Connection, memory_id: str) -> Numbered:
    found = memory_rows.read(connection, memory_id)
    if found is None:
        raise MemoryMissing(memory_id)
    return found


def _kept(connection: Connection, found: Numbered, *, reworded: bool) -> tuple[Numbered, list[int], bool]:
    """Kept, with what the owner had decided about the one it replaces, whose numbers are returned."""
    kept, gone = found.memory, []
    old = memory_rows.read(connection, kept.replaces) if kept.replaces else None
    if old is not None:
        kept = memory_rows.in_place_of(old.memory, kept)
        gone = memory_rows.delete(connection, [old.memory.memory_id])
    kept = replace(kept, replaces=None)
    memory_rows.update(connection, found.row_id, kept, reworded=reworded)
    return Numbered(found.row_id, kept), gone, reworded
