"""`SoundTroubles`: one fault of the sound, one notice.

When a sound server ends, each microphone and each loudspeaker is lost with it and none can be opened: four troubles of
one cause. Here they are looked at before they are told. What follows from what was told just before stays unsaid.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Mapping
from typing import Final, Protocol

from core.clock import Clock
from core.errors import HearthError
from core.events import Announcer, Change, SoundServerReturned, VoiceTrouble
from core.voice.voice_trouble import (
    LoudspeakerLost,
    MicrophoneLost,
    NoLoudspeaker,
    NoMicrophone,
    SoundDeviceRefused,
    SoundServerGone,
)

FOLLOWS_FOR_S: Final = 15.0
"""What follows from a fault comes within this time: a loudspeaker is looked for during 8 s before it is given up."""
LOST_FOLLOWS_FOR_S: Final = 5.0
"""What was open on a server that came back at once notices that within two seconds; later ones were pulled out."""

_Kinds = tuple[type[HearthError], ...]
_OF_SOUND: Final[_Kinds] = (
    LoudspeakerLost,
    MicrophoneLost,
    NoLoudspeaker,
    NoMicrophone,
    SoundDeviceRefused,
    SoundServerGone,
)
_CAUSES: Final[Mapping[type[HearthError], _Kinds]] = {
    NoLoudspeaker: (LoudspeakerLost, NoLoudspeaker),
    NoMicrophone: (MicrophoneLost, NoMicrophone),
    SoundDeviceRefused: (LoudspeakerLost, MicrophoneLost, SoundDeviceRefused),
}
"""What each may follow from, besides the end of the server."""


class ServerWatch(Protocol):
    """What is needed of `SoundDevices`."""

    async def server_is_gone(self) -> bool:
        """Whether there was a sound server and is none now."""

    def subscribe(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call `listener` whenever devices may have changed."""


class SoundTroubles(Announcer):
    """Stands between the parts of the voice and the announcer that it is made with; what is no trouble passes.

    `microphone_lost` is called at once for each microphone that vanished, told or not.
    """

    def __init__(self, announcer: Announcer, devices: ServerWatch, clock: Clock) -> None:
        super().__init__()
        self.microphone_lost: Callable[[], None] = lambda: None
        self._announcer = announcer
        self._devices = devices
        self._clock = clock
        self._waiting: deque[HearthError] = deque()
        self._told_s: dict[type[HearthError], float] = {}
        self._is_gone = False
        self._task: asyncio.Task[None] | None = None
        self._unsubscribe = devices.subscribe(self._look)

    def subscribe(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        """As the announcer behind this one."""
        return self._announcer.subscribe(listener)

    def announce(self, change: Change) -> None:
        """Tell of `change`; a trouble of the sound a moment later, and only where it is news."""
        if not isinstance(change, VoiceTrouble) or not isinstance(change.error, _OF_SOUND):
            self._announcer.announce(change)
            return
        if isinstance(change.error, MicrophoneLost):
            self.microphone_lost()
        self._waiting.append(change.error)
        self._look()

    async def aclose(self) -> None:
        """Nothing is told any more; may be called twice."""
        self._unsubscribe()
        self._waiting.clear()
        self._is_gone = False
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait([self._task])

    def _look(self) -> None:
        """Devices changed, or something is to be told."""
        if (self._waiting or self._is_gone) and (self._task is None or self._task.done()):
            self._task = asyncio.get_running_loop().create_task(self._tell(), name="sound troubles")

    async def _tell(self) -> None:
        while True:
            is_gone = await self._devices.server_is_gone()
            if is_gone and not self._is_gone:
                self._note(SoundServerGone(), is_news=not self._follows(SoundServerGone))
            elif self._is_gone and not is_gone:
                self._told_s[SoundServerGone] = self._clock.uptime_s()
                self._announcer.announce(SoundServerReturned())
            self._is_gone = is_gone
            if not self._waiting:
                return
            error = self._waiting.popleft()
            if not is_gone:
                self._note(error, is_news=not self._follows(type(error), SoundServerGone))

    def _note(self, error: HearthError, *, is_news: bool) -> None:
        if is_news:
            self._told_s[type(error)] = self._clock.uptime_s()
            self._announcer.announce(VoiceTrouble(error))

    def _follows(self, kind: type[HearthError], *more: type[HearthError]) -> bool:
        """Whether this comes so soon after one of its causes that it need not be told."""
        within_s = LOST_FOLLOWS_FOR_S if kind in (LoudspeakerLost, MicrophoneLost) else FOLLOWS_FOR_S
        causes = (*_CAUSES.get(kind, ()), *more)
        now_s = self._clock.uptime_s()
        return any(now_s - self._told_s[cause] < within_s for cause in causes if cause in self._told_s)
