"""A `VectorIndex` that another process or a server takes over once it has everything; till then, exact answers.

The exact index stays beside it. It answers questions with a filter, gives the true cosines of what the other side
found, and goes on alone while the other side is filled, busy or dead. What the other side does not have yet, or has in
an older form, is compared exactly in every question, so that no answer ever misses what was put last.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Sequence

import numpy as np

from core.errors import HearthError
from core.logs import Public
from core.vectors.exact_index import ExactIndex
from core.vectors.far_side import FarSide, FarSideGone
from core.vectors.vector_index import Ids, IndexState, Matrix, Near

_log = logging.getLogger("hearth.vectors")

MOST_A_BATCH = 1_000
_SERVING_BATCH = 100  # while it answers: a question waits behind it
_BEHIND_SHARE = 0.05  # of all may be missing on the other side while it answers
_BEHIND_ITEMS = 1_000
_REBUILD_SHARE = 0.1  # forgotten or replaced there: a graph of tombstones is slow (1 s grew to 14 s, measured)
_REBUILD_ITEMS = 1_000
_MOST_DELETED = 200  # one by one; more is a rebuild
_WAITS_S = (0.5, 2.0, 10.0, 60.0, 300.0)


class ChromaIndex:
    """Wraps an `ExactIndex`, which it closes. `start` begins to fill the other side, in the background."""

    def __init__(self, exact: ExactIndex, far: FarSide, *, trusts_kept: bool = True) -> None:
        """Starts nothing. Without `trusts_kept` what the other side has from before is sent again."""
        self._trusts_kept = trusts_kept
        self.exact = exact
        self.far = far
        self.trouble: HearthError | None = None
        """Why the other side does not answer, where the owner can do something about it."""
        self._missing: dict[int, None] = {}  # not there yet, in the order they came
        self._outdated: set[int] = set()  # there with an older vector
        self._tombstones = 0
        self._have: set[int] = set()
        self._on_the_way: set[int] = set()
        self._forget: list[int] = []
        self._is_open = False
        self._is_closed = False
        self._failures = 0
        self._feeding: asyncio.Task[None] | None = None
        far.on_gone = self._gone

    @property
    def state(self) -> IndexState:
        """How much of all the other side has."""
        total = len(self.exact)
        return IndexState(self.far.name, max(0, min(total, len(self._have) - len(self._outdated))), total)

    @property
    def answers(self) -> bool:
        """Whether the other side is asked, now."""
        behind = len(self._missing) + len(self._outdated) + len(self._on_the_way)
        return (
            self._is_open
            and not self._on_the_way
            and behind <= max(_BEHIND_ITEMS, _BEHIND_SHARE * len(self.exact))
            and len(self._have) > 0
        )

    def start(self) -> None:
        """Fill the other side with all there is. Does nothing while that goes on."""
        if self._feeding is None and not self._is_closed:
            if not self._is_open:
                self._begin_anew()
            self._feeding = asyncio.create_task(self._feed(), name="vectors-to-chroma")
            self._feeding.add_done_callback(self._fed)

    async def filled(self) -> None:
        """Wait until the other side has everything, or is given up for now."""
        while self._feeding is not None:
            await asyncio.wait({self._feeding})

    async def put(self, item_ids: Ids, vectors: Matrix) -> None:
        """Add items, or replace them; found at once."""
        try:
            await self.exact.put(item_ids, vectors)
        finally:  # also when cancelled half-way
            self.note_put(item_ids)

    async def remove(self, item_ids: Ids) -> None:
        """Forget items here at once, and on the other side soon."""
        await self.exact.remove(item_ids)
        self.note_removed(item_ids)

    def note_put(self, item_ids: Ids) -> None:
        """The exact index has new vectors of these."""
        for item_id in item_ids.tolist():
            if item_id in self._have or item_id in self._on_the_way:
                self._outdated.add(item_id)
            elif item_id in self.exact:
                self._missing[item_id] = None
        self.start()

    def note_removed(self, item_ids: Ids) -> None:
        """The exact index has forgotten these."""
        for item_id in item_ids.tolist():
            self._missing.pop(item_id, None)
            self._outdated.discard(item_id)
            if item_id in self._have or item_id in self._on_the_way:
                self._have.discard(item_id)
                self._forget.append(item_id)
        if self._forget:
            self.start()

    async def nearest(self, vector: Matrix, *, limit: int, among: Ids | None = None) -> Sequence[Near]:
        """The nearest: found by the other side where it can answer, by comparing all where not."""
        if among is not None or limit < 1 or not self.answers:
            return await self.exact.nearest(vector, limit=limit, among=among)
        beside = [*self._missing, *self._outdated]
        try:
            found = await self.far.query(vector, min(2 * limit + len(self._forget), len(self._have)))
        except (FarSideGone, HearthError) as fault:
            self._note(fault)
            return await self.exact.nearest(vector, limit=limit)
        candidates = np.unique(np.concatenate((found, np.array(beside, dtype=np.int64))))
        near = await self.exact.nearest(vector, limit=limit, among=candidates)
        if len(near) < min(limit, len(self.exact)):
            return await self.exact.nearest(vector, limit=limit)
        return near

    async def let_go(self, *, drop: bool) -> ExactIndex:
        """End the other side, with `drop` for good, and go on with the exact index alone."""
        self._is_closed = True
        if self._feeding is not None:
            self._feeding.cancel()
            await asyncio.wait({self._feeding})
        if drop:
            with contextlib.suppress(FarSideGone, HearthError):
                await self.far.drop()
        await self.far.aclose()
        self._is_open = False
        return self.exact

    async def aclose(self) -> None:
        """Let go of everything."""
        await self.let_go(drop=False)
        await self.exact.aclose()

    # ---- feeding the other side ---------------------------------------------------------------------------------

    async def _feed(self) -> None:
        while True:
            try:
                await self._bring_up_to_date()
                self._failures, self.trouble = 0, None
                return
            except (FarSideGone, HearthError) as fault:
                self._note(fault)
                self._begin_anew()
                await self.far.aclose()
                await asyncio.sleep(_WAITS_S[min(self._failures, len(_WAITS_S) - 1)])
                self._failures += 1

    async def _bring_up_to_date(self) -> None:
        if not self._is_open:
            await self._open()
        while self._missing or self._forget or self._outdated:
            if await self._forgotten():
                continue
            if self._outdated and self.far.replaces:
                self._missing.update(dict.fromkeys(self._outdated))
                self._have -= self._outdated
                self._outdated.clear()
            if not self._missing:
                return  # what is outdated is compared exactly until there is so much of it that all is built anew
            await self._send()

    async def _open(self) -> None:
        known = await self.far.open()
        kept = {item_id for item_id in known if item_id in self.exact}
        self._is_open = True
        self._have = kept
        self._forget = sorted(known - kept)
        for item_id in kept:
            self._missing.pop(item_id, None)
        if not self._trusts_kept:
            self._outdated |= kept

    async def _forgotten(self) -> bool:
        """Whether something was forgotten on the other side, or all is begun anew there."""
        worn = self._tombstones + len(self._forget) + (0 if self.far.replaces else len(self._outdated))
        many = len(self._forget) > _MOST_DELETED or worn > max(_REBUILD_ITEMS, _REBUILD_SHARE * len(self.exact))
        if many and not self.far.replaces:
            self._begin_anew()
            await self.far.aclose()
            await self._open()
            return True
        if not self._forget:
            return False
        gone, self._forget = self._forget[:MOST_A_BATCH], self._forget[MOST_A_BATCH:]
        await self.far.delete(np.array(gone, dtype=np.int64))
        self._tombstones += len(gone)
        return True

    async def _send(self) -> None:
        size = _SERVING_BATCH if self.answers and not self.far.replaces else MOST_A_BATCH
        chosen = [item_id for item_id, _ in zip(self._missing, range(size), strict=False)]
        ids = np.array(chosen, dtype=np.int64)
        vectors = self.exact.vectors_of(ids)
        self._on_the_way = set(chosen)
        for item_id in chosen:
            del self._missing[item_id]
        try:
            await self.far.add(ids, vectors)
        except BaseException:
            self._missing.update(dict.fromkeys(item_id for item_id in chosen if item_id in self.exact))
            raise
        else:
            self._have |= {item_id for item_id in chosen if item_id in self.exact}
        finally:
            self._on_the_way = set()

    def _begin_anew(self) -> None:
        self._is_open = False
        self._have, self._outdated, self._forget, self._tombstones = set(), set(), [], 0
        self._missing = dict.fromkeys(self.exact.ids())

    def _gone(self) -> None:
        """It died by itself while nobody asked it anything."""
        self._is_open = False
        self.start()

    def _fed(self, task: asyncio.Task[None]) -> None:
        self._feeding = None
        if task.cancelled():
            return
        if (fault := task.exception()) is not None:
            _log.error("the index is not filled: %s", Public(type(fault).__name__), exc_info=fault)
        elif not self._is_closed and (not self._is_open or self._missing or self._forget):
            self.start()

    def _note(self, fault: FarSideGone | HearthError) -> None:
        self.trouble = fault if isinstance(fault, HearthError) else None
        _log.warning("exact answers go on without %s: %s", Public(self.far.name), Public(type(fault).__name__))
