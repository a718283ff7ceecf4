"""The documents that wait to be read, in their order: what is urgent first, small files by the handful."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from core.knowledge import document_rows
from core.knowledge.document_rows import Document
from core.knowledge.file_reading import may_be_small

if TYPE_CHECKING:
    from core.vault.readers import Readers

# Each look sorts all that waits, on a reader's thread: 10,000 take 14 ms, 100,000 some 30 (two busy cores).
_ROWS_AT_ONCE = 512
_SMALL_AT_ONCE = 32


class WaitingFiles:
    """Belongs to the loop. `begin` takes one document for whoever asks, and says whether nobody has it yet."""

    def __init__(
        self, readers: Readers, *, begin: Callable[[Document], bool], begun: Callable[[], frozenset[str]]
    ) -> None:
        self._readers = readers
        self._begin = begin
        self._begun = begun
        self._urgent: deque[str] = deque()
        self._page: deque[Document] = deque()

    def put_first(self, document_ids: Sequence[str]) -> None:
        """These before all others."""
        self._urgent.extend(document_ids)

    def forget(self) -> None:
        """What waits is another now: ask the table."""
        self._page.clear()

    async def next(self) -> Sequence[Document]:
        """The next: one, or several that are likely to be small. None when nothing waits that nobody has begun."""
        while self._urgent:
            some = [self._urgent.popleft()]
            found = await self._readers.run(partial(document_rows.read_some, document_ids=some))
            if found and found[0].state == "waiting" and self._begin(found[0]):
                return found
        while not (taken := self._taken()):
            page = partial(document_rows.read_waiting, limit=_ROWS_AT_ONCE, without=self._begun())
            self._page.extend(await self._readers.run(page))
            if not self._page:
                return ()
        return taken

    def _taken(self) -> list[Document]:
        taken: list[Document] = []
        while self._page and len(taken) < _SMALL_AT_ONCE:
            is_small = may_be_small(self._page[0])
            if taken and not is_small:
                break
            document = self._page.popleft()
            if self._begin(document):
                taken.append(document)
                if not is_small:
                    break
        return taken
