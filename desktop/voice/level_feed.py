"""Brings the loudness of the microphone to whatever shows it, 30 times a second and only while something does."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from core.assistant import Assistant
    from desktop.bridge import Bridge, Call

EVERY_S = 1 / 30
"""A wave that runs more slowly than this seems to stumble."""


class Loudness(Protocol):
    """What the core tells of one moment, in decibels below the loudest (0 dB)."""

    @property
    def peak_db(self) -> float:
        """The loudest sample."""

    @property
    def rms_db(self) -> float:
        """The mean."""

    @property
    def clipped(self) -> bool:
        """Whether it was too loud for the sound card."""


class LevelFeed(QObject):
    """`heard` carries mean, peak (dB) and whether it was clipped. `want` starts and ends it."""

    heard = Signal(float, float, bool)

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._assistant: Assistant | None = None
        self._wanted_by: set[str] = set()
        self._call: Call | None = None

    @property
    def running(self) -> bool:
        """Whether anything is asked for."""
        return self._call is not None

    def set_assistant(self, assistant: Assistant | None) -> None:
        """Whose microphone it is; None: nobody's."""
        self._end()
        self._assistant = assistant
        if assistant is None:
            self._wanted_by.clear()
        self._follow()

    def want(self, who: str, wanted: bool) -> None:  # noqa: FBT001  a state
        """`who` shows the level from now on, or no longer."""
        (self._wanted_by.add if wanted else self._wanted_by.discard)(who)
        self._follow()

    def _follow(self) -> None:
        if not self._wanted_by or self._assistant is None:
            self._end()
        elif self._call is None:
            assistant = self._assistant
            self._call = self._bridge.stream(
                lambda: _levels(assistant), batch=self._take, failed=self._over, owner=self, every_ms=30
            )

    def _end(self) -> None:
        call, self._call = self._call, None
        if call is not None:
            call.cancel()

    def _over(self, _: BaseException) -> None:
        """The voice is closed, or this was ended: there is nothing more to show."""

    def _take(self, levels: list[Loudness]) -> None:
        if self._call is not None:
            for level in levels:
                self.heard.emit(level.rms_db, level.peak_db, level.clipped)


async def _levels(assistant: Assistant) -> AsyncIterator[Loudness]:
    while True:
        level = assistant.voice.level()
        if level is not None:
            yield level
        await asyncio.sleep(EVERY_S)
