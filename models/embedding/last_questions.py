"""The last questions and their vectors: documents, memories and earlier turns are asked the same one at once."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from models.embedding.embedder import Vectors

_MOST = 8


class LastQuestions:
    """Belongs to the embedder's loop. `make` makes the one vector of a question; what fails is tried again."""

    def __init__(self, make: Callable[[str], Coroutine[Any, Any, Vectors]]) -> None:
        self._make = make
        self._asked: dict[str, asyncio.Task[Vectors]] = {}

    async def vectors(self, question: str) -> Vectors:
        """One row. Who is cancelled does not take it from others who wait for it."""
        asked = self._asked.pop(question, None)
        if asked is None or _failed(asked):
            asked = asyncio.create_task(self._make(question), name="question")
            asked.add_done_callback(_failed)  # nobody may be left to hear of it
        self._asked[question] = asked
        while len(self._asked) > _MOST:
            self._asked.pop(next(iter(self._asked)))
        return (await asyncio.shield(asked)).copy()

    def forget(self) -> None:
        """All of them. Those that are being made come to their end."""
        self._asked.clear()


def _failed(asked: asyncio.Task[Vectors]) -> bool:
    return asked.done() and (asked.cancelled() or asked.exception() is not None)
