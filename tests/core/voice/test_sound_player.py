from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import numpy as np
import pytest

from core.clock import RealClock
from core.errors import HearthError
from core.events import Announcer
from core.voice.playback import Playback
from core.voice.sound_player import PlayPosition, SoundPlayer
from core.voice.voice import Voice
from core.voice.voice_trouble import SoundGone
from models.speech.engines import RATE_HZ, Samples
from tests.peers.patience import PATIENCE_S
from tests.peers.scripted_sound import ScriptedDevices
from tests.peers.voice_stage import voice_stage

SECONDS = 6
TONE = (0.4 * np.sin(np.arange(RATE_HZ * SECONDS) * 2 * np.pi * 400 / RATE_HZ)).astype(np.float32)


async def tone(from_ms: int) -> AsyncIterator[Samples]:
    rest = TONE[from_ms * RATE_HZ // 1000 :]
    for start in range(0, len(rest), RATE_HZ):
        yield rest[start : start + RATE_HZ]


@pytest.fixture
def devices() -> ScriptedDevices:
    return ScriptedDevices()


@pytest.fixture
async def player(devices: ScriptedDevices) -> AsyncIterator[SoundPlayer]:
    player = SoundPlayer(Playback(devices, announcer=Announcer(), clock=RealClock()))
    yield player
    await player.aclose()


async def _heard(devices: ScriptedDevices, player: SoundPlayer, *, seconds: float = 60.0) -> list[PlayPosition]:
    """Let the loudspeaker play until the sound ends, or for so long."""
    positions: list[PlayPosition] = []
    left = seconds

    async def play() -> None:
        nonlocal left
        while left > 0:
            if devices.loudspeakers:
                devices.loudspeaker.run_for(0.05)
                left -= 0.05
            await asyncio.sleep(0.01)

    playing = asyncio.create_task(play())
    try:
        async with asyncio.timeout(PATIENCE_S):
            async for position in player.positions():
                positions.append(position)
                if left <= 0:
                    break
    finally:
        playing.cancel()
        await asyncio.gather(playing, return_exceptions=True)
    return positions


def _sounding_s(devices: ScriptedDevices) -> float:
    """How long there was a tone; holes where the loudspeaker was quicker than the reading do not count."""
    heard = devices.loudspeaker.played
    rate_hz = devices.loudspeaker.rate_hz
    step = rate_hz // 100
    pieces = heard[: len(heard) // step * step].reshape(-1, step)
    return int((np.abs(pieces).max(axis=1) > 0.05).sum()) / 100


async def test_it_plays_from_a_word_to_the_end_and_tells_where_it_is(
    devices: ScriptedDevices, player: SoundPlayer
) -> None:
    await player.play("one", tone, from_ms=4000)
    positions = [position.at_ms for position in await _heard(devices, player) if position.key == "one"]
    assert positions == sorted(positions)
    assert positions[0] >= 4000
    assert 5000 < positions[-1] <= 6100
    assert abs(_sounding_s(devices) - 2.0) < 0.1
    assert player.position() == PlayPosition()


@pytest.mark.parametrize("speed", [0.75, 1.5, 2.0])
async def test_another_speed_keeps_the_pitch(devices: ScriptedDevices, player: SoundPlayer, speed: float) -> None:
    await player.play("one", tone, speed=speed)
    positions = await _heard(devices, player)
    heard = np.trim_zeros(devices.loudspeaker.played)
    rate_hz = devices.loudspeaker.rate_hz
    assert abs(_sounding_s(devices) - SECONDS / speed) < 0.2
    spectrum = np.abs(np.fft.rfft(heard[rate_hz // 2 : rate_hz * 2]))
    assert abs(np.argmax(spectrum) * rate_hz / (len(spectrum) * 2) - 400) < 8
    assert positions[-1].at_ms <= SECONDS * 1000 + 200


async def test_it_moves_and_changes_speed_while_it_plays(devices: ScriptedDevices, player: SoundPlayer) -> None:
    await player.play("one", tone)
    await _heard(devices, player, seconds=1.0)
    await player.move_to(5000)
    assert player.position().at_ms >= 5000
    await player.change_speed(2.0)
    positions = await _heard(devices, player)
    assert positions[-1].at_ms >= 5000
    assert player.speed == 2.0


async def test_pausing_holds_it(devices: ScriptedDevices, player: SoundPlayer) -> None:
    await player.play("one", tone)
    await _heard(devices, player, seconds=1.0)
    player.pause()
    await _heard(devices, player, seconds=0.5)
    here = player.position()
    await _heard(devices, player, seconds=1.0)
    assert player.position() == here
    assert here.is_paused
    player.resume()
    assert (await _heard(devices, player))[-1].at_ms > here.at_ms


async def test_what_is_held_stays_held_where_it_is_moved_to(devices: ScriptedDevices, player: SoundPlayer) -> None:
    await player.play("one", tone)
    await _heard(devices, player, seconds=1.0)
    player.pause()
    await player.move_to(3000)
    assert player.position() == PlayPosition("one", 3000, is_paused=True)
    await player.play("two", tone)
    assert not player.position().is_paused


async def test_holding_nothing_does_not_hold_what_is_played_next(devices: ScriptedDevices, player: SoundPlayer) -> None:
    player.pause()
    await player.play("one", tone, from_ms=5000)
    assert not player.position().is_paused
    assert (await _heard(devices, player))[-1].at_ms > 5500


async def _pressed(voice: Voice) -> None:
    await voice.press()


async def _hands_free(voice: Voice) -> None:
    await voice.hands_free(True)


async def _records_a_note(voice: Voice) -> None:
    await voice.note_recorder.begin()


async def _tries_the_microphone(voice: Voice) -> None:
    await voice.test_microphone(True)


@pytest.mark.parametrize("speak", [_pressed, _hands_free, _records_a_note, _tries_the_microphone])
async def test_what_is_played_is_held_when_somebody_wants_to_be_heard(
    tmp_path: Path, speak: Callable[[Voice], Awaitable[None]]
) -> None:
    """The microphone would hear it."""
    async with voice_stage(tmp_path) as stage:
        player = stage.voice.player
        await player.play("one", tone)
        await stage.until(lambda: stage.devices.loudspeakers and player.position().at_ms > 0, playing=True)
        await speak(stage.voice)
        here = player.position()
        assert here.is_paused
        player.resume()
        await stage.until(lambda: player.position().at_ms > here.at_ms, playing=True)


async def test_what_cannot_be_played_is_raised_to_whoever_listens(player: SoundPlayer) -> None:
    async def gone(from_ms: int) -> AsyncIterator[Samples]:
        raise SoundGone(name="talk.mp3")
        yield TONE

    await player.play("one", gone)
    with pytest.raises(HearthError, match=r"talk\.mp3"):
        [position async for position in player.positions()]


async def test_stopping_leaves_no_task(player: SoundPlayer) -> None:
    await player.play("one", tone)
    await player.stop()
    await player.stop()
    assert [task for task in asyncio.all_tasks() if task.get_name() == "sound player"] == []
