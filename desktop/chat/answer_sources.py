"""What the transcript knows of the documents that an answer was made from."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.events import SourcesFound
    from core.knowledge.passage import Passage


@dataclass(frozen=True, slots=True)
class AnswerSources:
    """The passages that an answer may cite, in the order of their numbers; None for one that was forgotten since.

    `unsupported` are numbers that it cites and that name none. `asked`: documents were looked through at all.
    `remembered` are the memories that the model was given.
    """

    passages: tuple[Passage | None, ...] = ()
    unsupported: tuple[int, ...] = ()
    asked: bool = True
    remembered: tuple[str, ...] = ()

    def passage(self, number: int) -> Passage | None:
        """What “[number]” names, if anything."""
        return self.passages[number - 1] if 1 <= number <= len(self.passages) else None

    def shown(self, cited: Collection[int]) -> list[int]:
        """The numbers that stand under the answer: what it cites, or all that was found where it cites nothing."""
        known = [number for number, passage in enumerate(self.passages, start=1) if passage is not None]
        return [number for number in known if number in cited] or known

    def files(self, cited: Collection[int]) -> int:
        """How many files `shown` come from."""
        return len({passage.document_id for passage in map(self.passage, self.shown(cited)) if passage is not None})

    def after(self, before: AnswerSources) -> AnswerSources:
        """What is known now, with the words that were looked for, which only the search itself knew."""
        pairs = zip_longest(before.passages[: len(self.passages)], self.passages)
        kept = (old if new is not None and old is not None and old.place == new.place else new for old, new in pairs)
        return replace(self, passages=tuple(kept))

    @property
    def count(self) -> int | None:
        """How many can be cited; None where no documents were asked, so that “[1]” is no citation."""
        return len(self.passages) if self.asked else None


def as_found(event: SourcesFound, before: AnswerSources | None = None) -> AnswerSources:
    """While the answer is written."""
    return AnswerSources(tuple(event.passages), remembered=before.remembered if before is not None else ())
