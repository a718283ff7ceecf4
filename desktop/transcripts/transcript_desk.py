"""The page's way to the transcripts and to their player, which live on the core's loop and are made there."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Coroutine
from contextlib import aclosing
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject

from core.chat.library_file import LibraryFileNotWritten

if TYPE_CHECKING:
    from core.assistant import Assistant
    from core.voice.sound_player import PlayPosition
    from core.voice.transcript_formats import TranscriptForm
    from core.voice.transcripts import Transcripts
    from core.voice.voice import Voice
    from desktop.bridge import Bridge, Call

T = TypeVar("T")


class TranscriptDesk:
    """Asks the core; `report` gets errors that nobody else takes."""

    def __init__(self, bridge: Bridge, assistant: Assistant, report: Callable[[BaseException], None]) -> None:
        self._bridge = bridge
        self._assistant = assistant
        self._report = report

    def ask(
        self,
        work: Callable[[Transcripts], Coroutine[Any, Any, T]],
        *,
        owner: QObject,
        done: Callable[[T], None] | None = None,
        failed: Callable[[BaseException], None] | None = None,
    ) -> Call:
        """Do `work` with the transcripts."""
        return self._bridge.call(self._ask(work), done=done, failed=failed or self._report, owner=owner)

    def export(
        self,
        transcript_id: str,
        form: TranscriptForm,
        target: Path,
        *,
        owner: QObject,
        done: Callable[[None], None],
        failed: Callable[[BaseException], None],
    ) -> Call:
        """Write a file where the owner wants it."""

        async def exported(transcripts: Transcripts) -> None:
            try:
                file = await asyncio.to_thread(target.open, "wb")
                try:
                    await transcripts.export(transcript_id, form, file)
                finally:
                    await asyncio.to_thread(file.close)
            except OSError as fault:
                raise LibraryFileNotWritten(str(fault), name=target.name, reason=fault.strerror or "") from fault

        return self.ask(exported, owner=owner, done=done, failed=failed)

    def play(
        self,
        transcript_id: str,
        from_ms: int,
        *,
        owner: QObject,
        batch: Callable[[list[PlayPosition]], None],
        finished: Callable[[], None],
        failed: Callable[[BaseException], None],
    ) -> Call:
        """Play from there on, and tell where it is until it ends. Closing the call stops the sound."""
        return self._bridge.stream(
            lambda: self._played(transcript_id, from_ms), batch=batch, finished=finished, failed=failed, owner=owner
        )

    def with_player(self, work: Callable[[Any], Any], *, owner: QObject) -> None:
        """Pause, go on, change the speed."""

        async def done() -> None:
            player = (await self._voice()).player
            outcome = work(player)
            if outcome is not None:
                await outcome

        self._bridge.call(done(), failed=self._report, owner=owner)

    async def _ask(self, work: Callable[[Transcripts], Coroutine[Any, Any, T]]) -> T:
        return await work((await self._voice()).transcripts)

    async def _voice(self) -> Voice:
        """Its libraries take half a second to load the first time: beside the loop."""
        return await asyncio.to_thread(lambda: self._assistant.voice)

    async def _played(self, transcript_id: str, from_ms: int) -> AsyncGenerator[PlayPosition, None]:
        voice = await self._voice()
        player, transcripts = voice.player, voice.transcripts
        await player.play(transcript_id, lambda at_ms: transcripts.sound(transcript_id, from_ms=at_ms), from_ms=from_ms)
        try:
            async with aclosing(player.positions()) as positions:
                async for position in positions:
                    yield position
        finally:
            if player.position().key == transcript_id:
                await player.stop()
