from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable

import numpy as np
import pytest

from core.clock import RealClock
from core.events import Announcer, Change, VoiceTrouble
from core.voice.capture import LIVELY_LOOK_S, PLAYS_LOOK_S, QUIET_LOOK_S, Capture
from core.voice.cleanup import Cleanup
from core.voice.frame_stream import FrameStream
from core.voice.frames import AudioFrame
from core.voice.sound_devices import SoundDevice
from core.voice.voice_trouble import NoMicrophone, SoundDeviceRefused
from models.speech.engines import FRAME_SAMPLES, RATE_HZ, Samples
from tests.peers.patience import PATIENCE_S
from tests.peers.scripted_sound import ScriptedDevices
from tests.peers.sound_likeness import likeness


class Room:
    """A capture on scripted devices, and what it announced."""

    def __init__(self, devices: ScriptedDevices, *, cleanup: Callable[[], Cleanup]) -> None:
        self.devices = devices
        self.changes: list[Change] = []
        announcer = Announcer()
        announcer.subscribe(self.changes.append)
        self.capture = Capture(devices, cleanup, announcer=announcer, clock=RealClock())

    @property
    def troubles(self) -> list[str]:
        return [change.error.code for change in self.changes if isinstance(change, VoiceTrouble)]

    async def trouble(self, code: str) -> None:
        await until(lambda: code in self.troubles)


def untouched() -> Cleanup:
    return Cleanup(high_pass=False, noise_suppression=False, gain=False)


@pytest.fixture
async def room() -> AsyncIterator[Room]:
    made = Room(ScriptedDevices(), cleanup=untouched)
    yield made
    await made.capture.close()


async def until(there: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE_S):
        while not there():  # noqa: ASYNC110 - what is waited for has many ways to become true
            await asyncio.sleep(0.001)


async def some(reader: AsyncIterator[AudioFrame], count: int) -> list[AudioFrame]:
    async with asyncio.timeout(PATIENCE_S):
        return [await anext(reader) for _ in range(count)]


def counting(count: int, start: int = 0) -> Samples:
    """Samples that each tell their number."""
    return (np.arange(start, start + count) / 1_000_000).astype(np.float32)


def noise(seconds: float, rate_hz: int, *, seed: int = 1) -> Samples:
    """The same noise at any rate: it ends at 2 kHz, so that each can carry it."""
    bins = int(2000 * seconds)
    chance = np.random.default_rng(seed)
    spectrum = np.zeros(int(seconds * rate_hz) // 2 + 1, dtype=np.complex128)
    spectrum[1:bins] = chance.standard_normal(bins - 1) + 1j * chance.standard_normal(bins - 1)
    samples = np.fft.irfft(spectrum, int(seconds * rate_hz))
    return (0.3 * samples / np.abs(samples).max()).astype(np.float32)


async def test_every_sample_arrives_once_and_in_its_place(room: Room) -> None:
    await room.capture.open()
    reader = room.capture.frames()
    room.devices.microphone.say(counting(FRAME_SAMPLES * 20))
    frames = await some(reader, 20)
    assert [frame.start_sample for frame in frames] == [FRAME_SAMPLES * n for n in range(20)]
    assert np.array_equal(np.concatenate([frame.raw for frame in frames]), counting(FRAME_SAMPLES * 20))
    assert not any(frame.after_gap for frame in frames)


async def test_who_begins_to_read_late_has_the_past_as_far_as_asked_for(room: Room) -> None:
    await room.capture.open()
    room.devices.microphone.say(counting(FRAME_SAMPLES * 50))
    await until(lambda: room.capture.next_sample == FRAME_SAMPLES * 50)
    assert (await some(room.capture.frames(0.4), 1))[0].start_sample == FRAME_SAMPLES * (50 - 13)
    assert (await some(room.capture.frames(5.0), 1))[0].start_sample == FRAME_SAMPLES * (50 - 32)
    now = room.capture.frames()
    room.devices.microphone.say(counting(FRAME_SAMPLES))
    assert (await some(now, 1))[0].start_sample == FRAME_SAMPLES * 50


async def test_several_readers_each_get_all_and_one_that_leaves_disturbs_nobody(room: Room) -> None:
    await room.capture.open()
    one, other, leaver = (room.capture.frames() for _ in range(3))
    await leaver.aclose()
    room.devices.microphone.say(counting(FRAME_SAMPLES * 5))
    assert len(await some(one, 5)) == len(await some(other, 5)) == 5
    assert [frame async for frame in leaver] == []


async def test_closing_ends_readers_and_forgets_what_was_heard(room: Room) -> None:
    await room.capture.open()
    reader = room.capture.frames()
    room.devices.microphone.say(counting(FRAME_SAMPLES * 3))
    await some(reader, 3)
    await room.capture.close()
    assert [frame async for frame in reader] == []
    assert room.devices.microphone.is_closed
    assert not room.capture.is_open
    await room.capture.open()
    reader = room.capture.frames(1.0)
    room.devices.microphone.say(counting(FRAME_SAMPLES))
    [frame] = await some(reader, 1)
    assert frame.start_sample == FRAME_SAMPLES * 3  # counts on
    assert frame.after_gap


async def test_opening_twice_is_once_and_another_name_takes_readers_along(room: Room) -> None:
    room.devices.plug_in(SoundDevice("headset", "Headset", "microphone", rate_hz=8000))
    await room.capture.open()
    await room.capture.open()
    assert len(room.devices.microphones) == 1
    reader = room.capture.frames()
    room.devices.microphone.say(counting(FRAME_SAMPLES))
    await some(reader, 1)
    await room.capture.open("headset")
    room.devices.microphone.say(noise(0.5, 8_000))
    [frame] = await some(reader, 1)
    assert (frame.start_sample, frame.after_gap) == (FRAME_SAMPLES, True)
    assert room.capture.device is not None
    assert room.capture.device.name == "headset"


async def test_a_microphone_that_vanishes_is_told_and_the_usual_one_goes_on(room: Room) -> None:
    room.devices.plug_in(SoundDevice("headset", "Headset", "microphone", rate_hz=48_000))
    await room.capture.open("headset")
    reader = room.capture.frames()
    room.devices.microphone.say(noise(0.5, 48_000))
    await until(lambda: room.capture.next_sample >= FRAME_SAMPLES * 14)
    room.devices.pull_out("headset")
    await until(lambda: len(room.devices.microphones) == 2)
    room.devices.microphone.say(counting(FRAME_SAMPLES * 2))
    await until(lambda: room.capture.next_sample >= FRAME_SAMPLES * 16)
    await room.capture.close()
    frames = [frame async for frame in reader]
    assert [frame.start_sample for frame in frames] == [FRAME_SAMPLES * n for n in range(len(frames))]
    assert [frame.after_gap for frame in frames].count(True) == 1
    assert room.troubles == ["MicrophoneLost"]


async def test_the_owners_microphone_is_taken_again_when_it_is_back(room: Room) -> None:
    headset = SoundDevice("headset", "Headset", "microphone")
    await room.capture.open("headset")
    room.devices.plug_in(headset)
    room.devices.microphone.say(counting(FRAME_SAMPLES))
    await until(lambda: room.capture.device is not None and room.capture.device.name == "headset")
    assert room.troubles == []


async def test_without_any_microphone_it_waits_until_one_is_plugged_in(room: Room) -> None:
    await room.capture.open()
    reader = room.capture.frames()
    room.devices.pull_out("mic")
    await room.trouble("NoMicrophone")
    assert not room.capture.is_open
    room.devices.plug_in(SoundDevice("new", "New", "microphone", is_usual=True, rate_hz=RATE_HZ))
    await until(lambda: room.capture.is_open)
    room.devices.microphone.say(counting(FRAME_SAMPLES))
    assert len(await some(reader, 1)) == 1
    assert room.troubles == ["MicrophoneLost", "NoMicrophone"]


async def test_a_microphone_that_does_not_open_says_why_and_leaves_nothing_open(room: Room) -> None:
    room.devices.refusals = 2
    with pytest.raises(SoundDeviceRefused) as refused:
        await room.capture.open()
    assert "Microphone" in refused.value.owner_sentence
    assert not room.capture.is_open
    room.devices.pull_out("mic")
    with pytest.raises(NoMicrophone):
        await room.capture.open()


async def test_one_refusal_is_answered_by_looking_at_the_devices_again(room: Room) -> None:
    room.devices.refusals = 1
    await room.capture.open()
    assert room.devices.refreshed == 1


async def test_exact_silence_is_noticed_once_and_a_quiet_room_is_not_silence(room: Room) -> None:
    await room.capture.open()
    room.devices.microphone.say(np.zeros(RATE_HZ * 8, dtype=np.float32))
    await until(lambda: room.capture.next_sample >= RATE_HZ * 8 - FRAME_SAMPLES)
    assert room.troubles == []  # nobody listens yet
    reader = room.capture.frames()
    room.devices.microphone.say(noise(4.0, RATE_HZ) / 30_000)
    room.devices.microphone.say(np.zeros(RATE_HZ * 8, dtype=np.float32))
    await until(lambda: room.capture.next_sample >= RATE_HZ * 20 - FRAME_SAMPLES)
    assert room.troubles == ["MicrophoneSilent"]
    await reader.aclose()


async def test_a_clipping_microphone_is_seen_in_the_level(room: Room) -> None:
    await room.capture.open()
    room.devices.microphone.say(np.clip(noise(0.2, RATE_HZ) * 20, -1, 1))
    await until(lambda: room.capture.next_sample >= FRAME_SAMPLES * 5)
    assert room.capture.level().clipped
    assert room.capture.level().peak_db == pytest.approx(0.0, abs=0.01)
    room.devices.microphone.say(noise(0.5, RATE_HZ) / 3)
    await until(lambda: room.capture.next_sample >= FRAME_SAMPLES * 20)
    assert not room.capture.level().clipped
    assert -35 < room.capture.level().rms_db < -15


async def test_fifty_quick_presses_leave_one_device_open_at_most(room: Room) -> None:
    for _ in range(50):
        opening = asyncio.create_task(room.capture.open())
        await asyncio.sleep(0)
        await room.capture.close()
        await opening
    await room.capture.close()
    assert all(microphone.is_closed for microphone in room.devices.microphones)
    assert not room.capture.is_open


async def test_a_cancelled_opening_leaves_no_device_open(room: Room) -> None:
    for steps in range(6):
        opening = asyncio.create_task(room.capture.open())
        for _ in range(steps):
            await asyncio.sleep(0)
        opening.cancel()
        await asyncio.gather(opening, return_exceptions=True)
        await room.capture.close()
    assert all(microphone.is_closed for microphone in room.devices.microphones)


async def test_a_reader_that_sleeps_loses_its_oldest_sound_and_is_told(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.voice.capture.MOST_WAITING_FRAMES", 10)
    await room.capture.open()
    reader = room.capture.frames()
    room.devices.microphone.say(counting(FRAME_SAMPLES * 30))
    await until(lambda: room.capture.next_sample == FRAME_SAMPLES * 30)
    frames = await some(reader, 10)
    assert frames[0].start_sample == FRAME_SAMPLES * 20
    assert frames[0].after_gap
    assert not frames[1].after_gap


@pytest.mark.parametrize("rate_hz", [8_000, 16_000, 44_100, 48_000, 96_000])
@pytest.mark.parametrize("channels", [1, 2])
def test_any_rate_and_number_of_channels_becomes_the_same_sound(rate_hz: int, channels: int) -> None:
    said = noise(1.5, rate_hz)
    stream = FrameStream(rate_hz, None)
    block = np.repeat(said[:, np.newaxis], channels, axis=1)
    raw = np.concatenate([raw for at in range(0, len(block), 700) for raw, _ in stream.feed(block[at : at + 700])])
    assert likeness(raw, noise(1.5, RATE_HZ)[: len(raw)]).correlation > 0.99
    assert len(raw) >= 1.4 * RATE_HZ
    assert np.sqrt(np.mean(raw**2)) == pytest.approx(np.sqrt(np.mean(said**2)), rel=0.05)


def test_raw_and_clean_sound_lie_side_by_side() -> None:
    said = noise(3.0, RATE_HZ)
    stages = {"high_pass": True, "noise_suppression": True, "gain": True, "echo_cancellation": True}
    for chosen in ({"noise_suppression"}, {"echo_cancellation"}, {"high_pass", "gain"}, set(stages)):
        stream = FrameStream(RATE_HZ, Cleanup(**{name: name in chosen for name in stages}))
        pairs = [pair for at in range(0, len(said), 333) for pair in stream.feed(said[at : at + 333, np.newaxis])]
        raw, clean = (np.concatenate(each)[RATE_HZ:] for each in zip(*pairs, strict=True))
        products = [float(np.dot(raw[500:-500], np.roll(clean, shift)[500:-500])) for shift in range(-300, 301)]
        assert abs(int(np.argmax(products)) - 300) <= 16, chosen  # one millisecond


async def test_a_quiet_room_is_looked_at_less_often_than_one_in_which_something_happens(room: Room) -> None:
    hiss = noise(2.0, RATE_HZ)
    await room.capture.open()
    reader = room.capture.frames()

    async def look_after(said: Samples) -> float:
        room.devices.microphone.say(said)
        await until(lambda: not room.devices.microphone.waiting)
        await some(reader, len(said) // FRAME_SAMPLES - 1)
        return room.devices.microphone.look_s

    for loudness in (0.003, 0.03):  # a study, and beside a fan; the room is known after a while
        for _ in range(4):
            quiet_s = await look_after(hiss * loudness)
        assert quiet_s == QUIET_LOOK_S
    assert await look_after(hiss[: RATE_HZ // 2]) == LIVELY_LOOK_S
    assert await look_after(hiss[: RATE_HZ // 2] * 0.03) == LIVELY_LOOK_S, "a sentence has pauses"
    assert await look_after(hiss * 0.03) == QUIET_LOOK_S
    await reader.aclose()


class Loudspeaker:
    """Plays the same all the time."""

    def __init__(self, loudness: float) -> None:
        self.loudness = loudness

    def take(self) -> Samples:
        return np.full(FRAME_SAMPLES, self.loudness, dtype=np.float32)


async def test_a_loudspeaker_that_is_kept_open_in_silence_does_not_count_as_playing(room: Room) -> None:
    loudspeaker = Loudspeaker(0.1)
    capture = Capture(room.devices, untouched, announcer=Announcer(), clock=RealClock(), reference=loudspeaker)
    await capture.open()
    reader = capture.frames()
    room.devices.microphone.say(counting(RATE_HZ))
    await until(lambda: not room.devices.microphone.waiting)
    await until(lambda: room.devices.microphone.look_s == PLAYS_LOOK_S)
    loudspeaker.loudness = 0.0
    room.devices.microphone.say(noise(4.0, RATE_HZ) * np.float32(0.01))
    await until(lambda: not room.devices.microphone.waiting)
    await until(lambda: room.devices.microphone.look_s == QUIET_LOOK_S)
    await reader.aclose()
    await capture.close()


async def test_the_microphone_is_looked_at_closely_for_as_long_as_somebody_waits(room: Room) -> None:
    await room.capture.open()
    reader = room.capture.frames()
    room.devices.microphone.say(counting(RATE_HZ // 2))
    await until(lambda: not room.devices.microphone.waiting)
    unhurried_s = room.devices.microphone.look_s
    room.capture.hurry(0.2)
    room.devices.microphone.say(counting(RATE_HZ // 10))
    await until(lambda: not room.devices.microphone.waiting)
    await until(lambda: room.devices.microphone.look_s < unhurried_s / 2)
    room.devices.microphone.say(counting(RATE_HZ // 5))
    await until(lambda: room.devices.microphone.look_s == unhurried_s)
    await reader.aclose()
