from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable

import numpy as np
import pytest

from core.clock import RealClock
from core.events import Announcer, Change, VoiceTrouble
from core.voice.play_queue import NOWHERE, PlayedReference, PlayQueue, Position
from core.voice.playback import Playback
from core.voice.sound_devices import MOST_UNDERRUNS, SoundDevice
from core.voice.voice_trouble import NoLoudspeaker
from models.speech.engines import RATE_HZ, Samples
from tests.peers.patience import PATIENCE_S
from tests.peers.scripted_sound import ScriptedDevices, ScriptedLoudspeaker
from tests.peers.sound_likeness import likeness

LATENCY_S = 0.05


class Room:
    """A playback on scripted devices, and what it announced."""

    def __init__(self, devices: ScriptedDevices, *, idle_close_s: float) -> None:
        self.devices = devices
        self.changes: list[Change] = []
        announcer = Announcer()
        announcer.subscribe(self.changes.append)
        self.playback = Playback(devices, announcer=announcer, clock=RealClock(), idle_close_s=idle_close_s)

    @property
    def troubles(self) -> list[str]:
        return [change.error.code for change in self.changes if isinstance(change, VoiceTrouble)]

    @property
    def loudspeaker(self) -> ScriptedLoudspeaker:
        return self.devices.loudspeaker

    async def queued(self, seconds: float) -> None:
        """Until the device runs and so much lies ready for it."""
        await until(lambda: bool(self.devices.loudspeakers) and self.loudspeaker.is_running)
        await until(lambda: self.playback._queue.waiting_s >= seconds - 0.001)


@pytest.fixture
async def room() -> AsyncIterator[Room]:
    made = Room(ScriptedDevices(latency_s=LATENCY_S), idle_close_s=60.0)
    yield made
    await made.playback.aclose()


async def until(there: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE_S):
        while not there():  # noqa: ASYNC110 - what is waited for has many ways to become true
            await asyncio.sleep(0.001)


def tone(seconds: float, *, hertz: float = 300.0, rate_hz: int = RATE_HZ) -> Samples:
    at = np.arange(int(seconds * rate_hz)) / rate_hz
    return (0.5 * np.sin(2 * np.pi * hertz * at)).astype(np.float32)


async def test_pieces_follow_each_other_without_a_gap(room: Room) -> None:
    sound = tone(2.0)
    for at in range(0, len(sound), 7000):
        room.playback.play(sound[at : at + 7000], RATE_HZ)
    await room.queued(2.0)
    assert np.array_equal(room.loudspeaker.run_for(2.0), sound)
    assert room.playback.underruns == 0


async def test_pieces_at_another_rate_are_resampled_as_one_sound(room: Room) -> None:
    sound = tone(2.0, rate_hz=22_050)
    for at in range(0, len(sound), 5000):
        room.playback.play(sound[at : at + 5000], 22_050)
    await room.queued(2.0)
    heard = room.loudspeaker.run_for(2.1)
    assert likeness(heard, tone(2.0)).correlation > 0.999
    assert np.abs(np.diff(heard[100:-2000])).max() < 0.5 * 2 * np.pi * 300 / RATE_HZ * 1.05  # a tone has no steps


async def test_the_position_counts_what_was_heard_not_what_was_sent(room: Room) -> None:
    room.playback.play(tone(1.0, rate_hz=22_050), 22_050, tag="one")
    room.playback.play(tone(1.0), RATE_HZ, tag="two")
    assert room.playback.position() == Position("one", 0)
    await room.queued(2.0)
    room.loudspeaker.run_for(0.04)
    assert room.playback.position() == Position("one", 0)  # all of it is still on its way
    room.loudspeaker.run_for(0.51)
    assert room.playback.position() == Position("one", 22_050 // 2)
    room.loudspeaker.run_for(1.0)
    assert room.playback.position() == Position("two", RATE_HZ // 2)
    room.loudspeaker.run_for(1.0)
    assert room.playback.position() == Position("two", RATE_HZ)


async def test_pieces_with_one_tag_count_together(room: Room) -> None:
    for _ in range(4):
        room.playback.play(tone(0.25), RATE_HZ, tag="answer")
    await room.queued(1.0)
    room.loudspeaker.run_for(0.6 + LATENCY_S)
    assert room.playback.position() == Position("answer", round(0.6 * RATE_HZ))


async def test_drained_returns_when_the_last_sample_was_heard(room: Room) -> None:
    room.playback.play(tone(0.5), RATE_HZ)
    drained = asyncio.create_task(room.playback.drained())
    await room.queued(0.5)
    room.loudspeaker.run_for(0.5)
    await asyncio.sleep(0.05)
    assert room.playback.is_playing
    assert not drained.done()
    room.loudspeaker.run_for(LATENCY_S + 0.01)
    async with asyncio.timeout(PATIENCE_S):
        await drained
    assert not room.playback.is_playing


async def test_stop_aborts_the_device_and_tells_what_was_heard(room: Room) -> None:
    room.playback.play(tone(1.0), RATE_HZ, tag="answer")
    await room.queued(1.0)
    room.loudspeaker.run_for(0.5 + LATENCY_S)
    drained = asyncio.create_task(room.playback.drained())
    assert await room.playback.stop() == Position("answer", RATE_HZ // 2)
    assert room.loudspeaker.aborts == 1
    async with asyncio.timeout(PATIENCE_S):
        await drained
    assert not room.playback.is_playing
    assert await room.playback.stop() == NOWHERE
    room.playback.play(tone(0.1), RATE_HZ, tag="next")  # the same device runs again
    await room.queued(0.1)
    assert np.array_equal(room.loudspeaker.run_for(0.1), tone(0.1))
    assert len(room.devices.loudspeakers) == 1


async def test_ducking_is_a_ramp_of_less_than_twenty_milliseconds(room: Room) -> None:
    room.playback.play(np.full(RATE_HZ, 0.5, dtype=np.float32), RATE_HZ)
    await room.queued(1.0)
    room.loudspeaker.run_for(0.1)
    room.playback.duck(0.2)
    ducked = room.loudspeaker.run_for(0.1)
    assert ducked[0] == pytest.approx(0.5, abs=0.01)
    assert np.all(ducked[int(0.02 * RATE_HZ) :] == pytest.approx(0.1))
    assert np.abs(np.diff(ducked)).max() < 0.01  # no click
    room.playback.unduck()
    assert room.loudspeaker.run_for(0.1)[-1] == pytest.approx(0.5)


async def test_volume_is_a_factor_and_never_leaves_full_scale(room: Room) -> None:
    room.playback.play(np.full(RATE_HZ, 0.6, dtype=np.float32), RATE_HZ)
    await room.queued(1.0)
    room.playback.volume = 3.0
    assert room.loudspeaker.run_for(0.3).max() == 1.0


async def test_pause_holds_and_resume_goes_on_where_it_was(room: Room) -> None:
    sound = tone(1.0)
    room.playback.play(sound, RATE_HZ, tag="answer")
    await room.queued(1.0)
    before = room.loudspeaker.run_for(0.3)
    room.playback.pause()
    held = room.loudspeaker.run_for(0.5)
    assert not held[int(0.02 * RATE_HZ) :].any()
    position = room.playback.position()
    assert position.samples == pytest.approx(0.3 * RATE_HZ, abs=0.02 * RATE_HZ)
    assert room.playback.is_playing
    room.loudspeaker.run_for(0.5)
    assert room.playback.position() == position
    room.playback.resume()
    after = room.loudspeaker.run_for(0.8)
    whole = np.count_nonzero(np.concatenate([before, held, after]))
    assert whole == pytest.approx(np.count_nonzero(sound), abs=40)  # nothing lost, nothing twice


async def test_a_loudspeaker_that_vanishes_is_replaced_and_the_sound_goes_on(room: Room) -> None:
    room.devices.plug_in(SoundDevice("headset", "Headset", "loudspeaker", rate_hz=48_000))
    await room.playback.open("headset")
    room.playback.play(tone(2.0), RATE_HZ, tag="answer")
    await room.queued(2.0)
    room.loudspeaker.run_for(0.5)
    room.devices.pull_out("headset")
    await until(lambda: len(room.devices.loudspeakers) == 2 and room.loudspeaker.is_running)
    heard = room.loudspeaker.run_for(2.0)
    assert likeness(heard, tone(2.0)[RATE_HZ // 2 : -400]).correlation > 0.99
    assert room.playback.position() == Position("answer", 2 * RATE_HZ)
    assert room.troubles == ["LoudspeakerLost"]


async def test_without_any_loudspeaker_the_sound_is_given_up_and_the_reason_raised(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.voice.playback.FIRST_RETRY_S", 0.001)
    room.devices.pull_out("speaker")
    room.playback.play(tone(1.0), RATE_HZ)
    async with asyncio.timeout(PATIENCE_S):
        with pytest.raises(NoLoudspeaker):
            await room.playback.drained()
    assert room.troubles == ["NoLoudspeaker"]
    with pytest.raises(NoLoudspeaker):
        await room.playback.open()
    room.devices.plug_in(SoundDevice("new", "New", "loudspeaker", is_usual=True, rate_hz=RATE_HZ))
    room.playback.play(tone(0.1), RATE_HZ)
    await room.queued(0.1)


async def test_an_idle_loudspeaker_is_closed_and_opened_again_when_needed() -> None:
    room = Room(ScriptedDevices(), idle_close_s=0.01)
    room.playback.play(tone(0.1), RATE_HZ)
    await room.queued(0.1)
    room.loudspeaker.run_for(0.2)
    await until(lambda: not room.playback.is_open)
    assert room.loudspeaker.is_closed
    room.playback.play(tone(0.1), RATE_HZ)
    await until(lambda: len(room.devices.loudspeakers) == 2)
    await room.playback.aclose()


async def test_a_loudspeaker_that_stuttered_is_replaced_once_it_has_nothing_to_play(room: Room) -> None:
    room.playback.play(tone(0.5), RATE_HZ)
    await room.queued(0.5)
    room.loudspeaker.run_for(0.2)
    room.loudspeaker.underruns = MOST_UNDERRUNS + 1
    room.playback.play(tone(0.5), RATE_HZ)
    await room.queued(0.8)
    assert len(room.devices.loudspeakers) == 1, "not in the middle of a sound"
    room.loudspeaker.run_for(0.8 + 2 * LATENCY_S)
    await until(lambda: not room.playback.is_open)
    room.playback.play(tone(0.1), RATE_HZ)
    await until(lambda: len(room.devices.loudspeakers) == 2)
    await room.queued(0.1)
    assert np.array_equal(room.loudspeaker.run_for(0.1), tone(0.1))
    assert room.playback.underruns == MOST_UNDERRUNS + 1


async def test_who_steps_aside_comes_back_with_what_was_queued(room: Room) -> None:
    room.playback.play(tone(1.0), RATE_HZ)
    await room.queued(1.0)
    first = room.loudspeaker.run_for(0.5)
    await room.playback.step_aside()
    await until(lambda: len(room.devices.loudspeakers) == 2 and room.loudspeaker.is_running)
    assert np.array_equal(np.concatenate([first, room.loudspeaker.run_for(0.5)]), tone(1.0))


def test_running_dry_in_the_middle_is_counted_and_silence_at_the_end_is_not() -> None:
    queue = PlayQueue(RATE_HZ)
    queue.put(tone(0.01), more_comes=True)
    queue.pull(RATE_HZ // 50)
    assert queue.dry_runs == 1
    queue.put(tone(0.01), more_comes=False)
    queue.pull(RATE_HZ // 50)
    assert queue.dry_runs == 1


def test_the_reference_is_what_is_played_after_volume() -> None:
    queue, reference = PlayQueue(48_000), PlayedReference()
    reference.follow(queue)
    queue.volume = 0.5
    queue.put(tone(1.0, rate_hz=48_000))
    pulled = np.concatenate([queue.pull(480) for _ in range(100)])
    taken = reference.take()
    assert np.abs(pulled[4800:]).max() == pytest.approx(0.25, abs=0.001)
    assert likeness(taken, (tone(1.0) * 0.5)[: len(taken)]).correlation > 0.998  # the volume is a ramp, too
    assert np.abs(taken[1600:]).max() == pytest.approx(0.25, abs=0.002)
