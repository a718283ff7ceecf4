from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import numpy as np

from core.clock import ManualClock
from core.events import Announcer, Change, SoundServerReturned, VoiceTrouble
from core.voice.capture import Capture
from core.voice.playback import Playback
from core.voice.sound_devices import SoundDevice
from core.voice.sound_troubles import SoundTroubles
from core.voice.voice_trouble import NoLoudspeaker, NoVoice
from models.speech.engines import RATE_HZ
from tests.peers.patience import PATIENCE_S
from tests.peers.scripted_sound import ScriptedDevices


class Room:
    """A microphone that is listened to and a loudspeaker that plays, with what people are told."""

    def __init__(self) -> None:
        self.devices, self.clock = ScriptedDevices(), ManualClock()
        announcer = Announcer()
        self.told: list[str] = []
        self.lost = 0
        announcer.subscribe(self._on_change)
        self.troubles = SoundTroubles(announcer, self.devices, self.clock)
        self.troubles.microphone_lost = self._on_lost
        self.capture = Capture(self.devices, announcer=self.troubles, clock=self.clock)
        self.playback = Playback(self.devices, announcer=self.troubles, clock=self.clock)

    def _on_change(self, change: Change) -> None:
        if isinstance(change, VoiceTrouble):
            self.told.append(change.error.code)
        elif isinstance(change, SoundServerReturned):
            self.told.append("SoundServerReturned")

    def _on_lost(self) -> None:
        self.lost += 1

    async def until(self, condition: Callable[[], object]) -> None:
        async with asyncio.timeout(PATIENCE_S):
            while not condition():  # noqa: ASYNC110 - what is waited for has many ways to become true
                await asyncio.sleep(0.002)

    async def settled(self) -> None:
        """Both directions are open, and all that is to be told of it was."""
        await self.until(lambda: self.capture.is_open and self.playback.is_open)
        for _ in range(20):
            await asyncio.sleep(0.002)


@asynccontextmanager
async def talking() -> AsyncIterator[Room]:
    room = Room()
    await room.capture.open()
    room.playback.play(np.ones(60 * RATE_HZ, dtype=np.float32), RATE_HZ)
    await room.until(lambda: room.devices.loudspeakers and room.devices.loudspeaker.is_running)
    try:
        yield room
    finally:
        await room.capture.close()
        await room.playback.aclose()
        await room.troubles.aclose()


async def test_a_killed_sound_server_is_one_notice_and_its_return_another() -> None:
    async with talking() as room:
        room.devices.kill_server()
        await room.until(lambda: room.told)
        await room.until(lambda: not room.capture.is_open and not room.playback.is_open)
        room.devices.restart_server()
        await room.settled()
        assert room.told == ["SoundServerGone", "SoundServerReturned"]
        assert room.lost == 1


async def test_each_end_of_the_server_is_told() -> None:
    async with talking() as room:
        for _ in range(2):
            room.devices.kill_server()
            await room.until(lambda: room.told[-1:] == ["SoundServerGone"])
            await room.until(lambda: not room.capture.is_open and not room.playback.is_open)
            room.devices.restart_server()
            await room.until(lambda: room.told[-1:] == ["SoundServerReturned"])
            await room.settled()
        assert room.told == ["SoundServerGone", "SoundServerReturned"] * 2


async def test_a_microphone_alone_is_told_as_one_and_again_when_another_goes() -> None:
    async with talking() as room:
        room.devices.pull_out("mic")
        await room.until(lambda: room.told)
        room.devices.plug_in(SoundDevice("headset", "Headset", "microphone", is_usual=True, rate_hz=RATE_HZ))
        await room.settled()
        assert room.told == ["MicrophoneLost"]
        room.devices.pull_out("headset")
        await room.until(lambda: len(room.told) == 2)
        assert (room.told, room.lost) == (["MicrophoneLost", "MicrophoneLost"], 2)


async def test_a_loudspeaker_alone_is_told_as_one() -> None:
    async with talking() as room:
        room.devices.pull_out("speaker")
        await room.until(lambda: room.told)
        room.devices.plug_in(SoundDevice("headphones", "Headphones", "loudspeaker", is_usual=True, rate_hz=RATE_HZ))
        await room.settled()
        assert (room.told, room.lost) == (["LoudspeakerLost"], 0)


async def test_what_has_no_cause_before_it_is_told_and_once_more_after_a_while() -> None:
    room = Room()
    for _ in range(3):
        room.troubles.announce(VoiceTrouble(NoLoudspeaker()))
    await room.until(lambda: room.told)
    room.clock.move(60.0)
    room.troubles.announce(VoiceTrouble(NoLoudspeaker()))
    await room.until(lambda: len(room.told) == 2)
    room.troubles.announce(VoiceTrouble(NoVoice()))
    assert room.told == ["NoLoudspeaker", "NoLoudspeaker", "NoVoice"]
    await room.troubles.aclose()


async def test_after_the_end_nothing_is_told() -> None:
    async with talking() as room:
        room.devices.kill_server()
        await room.until(lambda: room.told)
        await room.troubles.aclose()
        room.devices.restart_server()
        await room.settled()
        assert room.told == ["SoundServerGone"]
