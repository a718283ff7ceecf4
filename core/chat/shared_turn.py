"""`SharedTurn`: one turn that runs by itself, so that a voice can speak it while a window shows it.

Events are kept while the turn runs and afterwards: a reader that comes late gets all of them from the first on.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from types import TracebackType
from typing import Self

from core.events import TurnEvent, TurnFailed, TurnFinished, TurnStarted
from models.language.messages import Usage


class SharedTurn:
    """Reads `story` (from one of the three ways to ask of `Turns`) to its end in a task of its own.

    `async with` it, or call `stop`: who made it ends it. A story that raises, raises in every reader.
    """

    def __init__(self, story: AsyncGenerator[TurnEvent, None]) -> None:
        self._told: list[TurnEvent] = []
        self._news = asyncio.Event()
        self._began_s = asyncio.get_running_loop().time()
        self._task = asyncio.create_task(self._run(story), name="shared turn")
        self._task.add_done_callback(lambda _: self._wake())

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()

    @property
    def is_over(self) -> bool:
        """Whether the last event was told, or the story failed."""
        return self._task.done()

    async def events(self) -> AsyncGenerator[TurnEvent, None]:
        """All events from the first on. Closing this ends only this reader."""
        told = 0
        while True:
            news = self._news
            while told < len(self._told):
                told += 1
                yield self._told[told - 1]
            if self._task.done():
                self._raise_what_was_raised()
                return
            await news.wait()

    async def stop(self) -> None:
        """End the turn where it is, as the owner's “stop” does; returns when what had arrived is stored."""
        self._task.cancel()
        await asyncio.wait([self._task])

    async def wait(self) -> None:
        """Return when the turn is over, however it went."""
        await asyncio.wait([self._task])

    async def _run(self, story: AsyncGenerator[TurnEvent, None]) -> None:
        try:
            async with aclosing(story) as events:
                async for event in events:
                    self._tell(event)
        except asyncio.CancelledError:
            self._tell_stopped()
            raise

    def _tell_stopped(self) -> None:
        """A story that is closed has no last word of its own, but its other readers wait for one."""
        answers = [event.answer_id for event in self._told if isinstance(event, TurnStarted)]
        if answers and not isinstance(self._told[-1], TurnFinished | TurnFailed):
            total_s = asyncio.get_running_loop().time() - self._began_s
            self._tell(TurnFinished(answers[0], stopped=True, usage=Usage(), first_token_s=None, total_s=total_s))

    def _tell(self, event: TurnEvent) -> None:
        self._told.append(event)
        self._wake()

    def _wake(self) -> None:
        news, self._news = self._news, asyncio.Event()
        news.set()

    def _raise_what_was_raised(self) -> None:
        if not self._task.cancelled() and (error := self._task.exception()) is not None:
            raise error
