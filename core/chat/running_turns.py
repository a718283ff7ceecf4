"""`RunningTurns`: turns on their way to their readers, so that a lock can stop them, whoever reads them or nobody."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable
from typing import TypeAlias

from core.errors import VaultLocked
from core.events import TurnEvent

# A lock waits no longer for a turn. What it had not stored by then is mended at the next opening.
_MOST_STOPPING_S = 3.0

Story: TypeAlias = Callable[["RunningTurn"], AsyncGenerator[TurnEvent, None]]


class RunningTurn:
    """One turn. Its story tells here how it ended, and from when on it should not be disturbed any more."""

    def __init__(self, story: Story) -> None:
        self.is_ending = False
        self.ending: TurnEvent | None = None
        self._story = story(self)
        self._reader: asyncio.Task[object] | None = None
        self._is_stopped = False
        self._at_rest = asyncio.Event()
        self._at_rest.set()

    async def next(self) -> TurnEvent | None:
        """The story's next event, None after the last. Raises VaultLocked if it was stopped before it began."""
        if self._is_stopped:
            await self._at_rest.wait()
            return self._last_word()
        reader = self._reader = asyncio.current_task()
        self._at_rest.clear()
        try:
            return await anext(self._story, None)
        except asyncio.CancelledError:
            # Ours alone, and not the reader's own as well? Then the reader goes on, and hears how the turn ended.
            if self._stop_was_asked() and reader is not None and reader.uncancel() == 0:
                return self._last_word()
            raise
        finally:
            self._reader = None
            self._at_rest.set()

    async def stop(self) -> None:
        """End the story, in the middle of what it awaits or where its reader left it, and wait until it has ended."""
        if self._is_stopped:
            await self._at_rest.wait()
            return
        self._is_stopped = True
        if self._reader is not None:
            if not self.is_ending:
                self._reader.cancel()
            await self._at_rest.wait()
            return
        self._at_rest.clear()
        try:
            await self._story.aclose()
        finally:
            self._at_rest.set()

    def _stop_was_asked(self) -> bool:
        return self._is_stopped  # by another task meanwhile, which a type checker does not see

    def _last_word(self) -> TurnEvent | None:
        if self.ending is None and not self.is_ending:
            raise VaultLocked("locked before the question was stored")
        ending, self.ending = self.ending, None
        self.is_ending = True
        return ending


class RunningTurns:
    """All turns of one store that run now."""

    def __init__(self) -> None:
        self._running: set[RunningTurn] = set()
        self._is_closed = False

    async def events(self, story: Story) -> AsyncGenerator[TurnEvent, None]:
        """What `story` tells. Closing this, or cancelling its reader, ends the story. VaultLocked after `stop`."""
        if self._is_closed:
            raise VaultLocked("no turn begins after the lock")
        turn = RunningTurn(story)
        self._running.add(turn)
        try:
            while (event := await turn.next()) is not None:
                yield event
        finally:
            try:
                await turn.stop()
            finally:
                self._running.discard(turn)

    async def stop(self) -> None:
        """Stop all turns and let no other one begin. Each reader hears how its turn ended, when it reads on."""
        self._is_closed = True
        stopping = [asyncio.create_task(turn.stop(), name="stop a turn") for turn in self._running]
        if stopping:
            _, late = await asyncio.wait(stopping, timeout=_MOST_STOPPING_S)
            for task in late:
                task.cancel()
