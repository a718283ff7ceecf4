"""`SessionTasks`: the tasks of a voice session: one stage, which fires an event at its end, and work beside it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any, Final

from core.errors import HearthBug, HearthError
from core.events import Announcer, VoiceTrouble
from core.logs import Public
from core.voice.session_states import VoiceEvent

_log = logging.getLogger("hearth.voice")

_ENDING_S: Final = 0.5


class SessionTasks:
    """No task is left that nobody ends: `aclose` waits for all of them."""

    def __init__(self, announcer: Announcer, fire: Callable[[VoiceEvent], None]) -> None:
        self._announcer = announcer
        self._fire = fire
        self._stage: asyncio.Task[None] | None = None
        self._beside: set[asyncio.Task[None]] = set()
        self._is_closed = False

    def enter(self, stage: Coroutine[Any, Any, VoiceEvent]) -> None:
        """Begin a stage. At its end its event is fired; “failed” after an error, which is announced."""
        self._stage = asyncio.create_task(self._run(stage), name="voice stage")
        self._stage.add_done_callback(lambda _: stage.close())  # one that was cancelled before it began

    def leave(self) -> None:
        """End the stage that runs, if one does; it fires nothing."""
        stage = self.take_stage()
        if stage is not None and stage is not asyncio.current_task():
            stage.cancel()
            self.beside(waited_for(stage))

    def take_stage(self) -> asyncio.Task[None] | None:
        """The stage that runs; it fires nothing any more, and whoever took it ends it."""
        stage, self._stage = self._stage, None
        return stage

    def beside(self, work: Coroutine[Any, Any, object]) -> None:
        """Run `work` beside everything else. Its trouble is announced."""
        if self._is_closed:
            work.close()
            return
        task = asyncio.create_task(self._watched(work), name="voice aside")
        self._beside.add(task)
        task.add_done_callback(self._beside.discard)
        task.add_done_callback(lambda _: work.close())

    async def aclose(self) -> None:
        """What gives something up comes to its end, what waits for something is ended; nothing begins any more."""
        self._is_closed = True
        tasks = {*self._beside, *([self._stage] if self._stage is not None else [])}
        if tasks:
            await asyncio.wait(tasks, timeout=_ENDING_S)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _run(self, stage: Coroutine[Any, Any, VoiceEvent]) -> None:
        try:
            event = await stage
        except HearthError as trouble:
            self._announcer.announce(VoiceTrouble(trouble))
            event = "failed"
        except Exception as bug:  # noqa: BLE001 - our own mistake must not leave the microphone in a state for ever
            _log.error("a voice stage failed: %s", Public(type(bug).__name__), exc_info=bug)
            self._announcer.announce(VoiceTrouble(HearthBug(f"{type(bug).__name__}: {bug}")))
            event = "failed"
        if self._stage is asyncio.current_task():
            self._stage = None
            self._fire(event)

    async def _watched(self, work: Coroutine[Any, Any, object]) -> None:
        try:
            await work
        except HearthError as trouble:
            self._announcer.announce(VoiceTrouble(trouble))
        except Exception as bug:  # noqa: BLE001 - nobody awaits this; the log is the only one to tell
            _log.error("voice work failed: %s", Public(type(bug).__name__), exc_info=bug)


async def waited_for(task: asyncio.Task[None]) -> None:
    """Until `task` is over, however."""
    await asyncio.wait([task])
