"""Real streams through a real sound server: PulseAudio without hardware. Logic is tested on scripted devices."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager

import numpy as np
import pytest

from core.clock import RealClock
from core.events import Announcer, Change, SoundDevicesChanged, SoundServerReturned, VoiceTrouble
from core.voice import sound_streams
from core.voice.capture import Capture
from core.voice.cleanup import Cleanup
from core.voice.playback import Playback
from core.voice.resampling import Resampler
from core.voice.sound_devices import SoundDevices
from core.voice.sound_troubles import SoundTroubles
from core.voice.voice_trouble import NoMicrophone
from models.speech.engines import RATE_HZ, Samples
from tests.peers.patience import PATIENCE_S
from tests.peers.sound_likeness import likeness
from tests.peers.virtual_sound import VirtualSound, missing_programs

pytestmark = pytest.mark.skipif(bool(missing_programs()), reason="needs PulseAudio and its programs")


def babble(seconds: float, *, seed: int = 1, rate_hz: int = RATE_HZ) -> Samples:
    """Noise below 800 Hz: half a sample between two clocks must not look like another sound."""
    spectrum = np.fft.rfft(np.random.default_rng(seed).standard_normal(int(seconds * rate_hz)))
    spectrum[int(800 * seconds) :] = 0
    samples = np.fft.irfft(spectrum, int(seconds * rate_hz))
    return (0.4 * samples / np.abs(samples).max()).astype(np.float32)


class Desk:
    """Capture and playback on the devices of a virtual computer, and everything that was announced and heard."""

    def __init__(self) -> None:
        self.changes: list[Change] = []
        changes, clock = Announcer(), RealClock()
        changes.subscribe(self.changes.append)
        self.devices = SoundDevices(announcer=changes)
        self.told = announcer = SoundTroubles(changes, self.devices, clock)
        self.playback = Playback(self.devices, announcer=announcer, clock=clock)
        self.capture = Capture(
            self.devices,
            lambda: Cleanup(high_pass=False, noise_suppression=False, gain=False),
            announcer=announcer,
            clock=clock,
        )
        self.heard: list[Samples] = []
        self.gaps = 0

    @property
    def troubles(self) -> list[str]:
        return [change.error.code for change in self.changes if isinstance(change, VoiceTrouble)]

    async def listen(self) -> None:
        async for frame in self.capture.frames():
            self.heard.append(frame.raw)
            self.gaps += frame.after_gap

    async def hears(self, sound: VirtualSound, said: Samples, *, microphone: str = "mic") -> float:
        """How like what is heard becomes to what is said now. A microphone that is just back may need another try."""
        for _ in range(3):
            self.heard.clear()
            await asyncio.to_thread(sound.speak(said, microphone=microphone).wait)
            enough = sum(map(len, self.heard)) + RATE_HZ // 2
            await until(lambda wanted=enough: sum(map(len, self.heard)) > wanted)
            likest = likeness(np.concatenate(self.heard), said).correlation
            if likest > 0.99:
                break
        return likest


@asynccontextmanager
async def listening(name: str = "") -> AsyncIterator[Desk]:
    desk = Desk()
    await desk.capture.open(name)
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(desk.listen())
        await asyncio.wait_for(desk.capture.first_frame(), PATIENCE_S)
        try:
            yield desk
        finally:
            await desk.capture.close()
            await desk.playback.aclose()
            await desk.told.aclose()
            await desk.devices.aclose()


@pytest.fixture
def sound() -> Iterator[VirtualSound]:
    with VirtualSound() as virtual, virtual.at_once():
        yield virtual


async def until(there: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE_S):
        while not there():  # noqa: ASYNC110 - what is waited for has many ways to become true
            await asyncio.sleep(0.01)


async def test_devices_have_the_names_that_people_know(sound: VirtualSound) -> None:
    sound.add_microphone("wide", rate_hz=96_000, channels=2, title="Wide microphone")
    devices = SoundDevices(announcer=Announcer())
    try:
        known = {device.title: device for device in await devices.all()}
        assert known["Desk microphone"].is_usual
        assert known["Desk loudspeaker"].is_usual
        assert (known["Wide microphone"].rate_hz, known["Wide microphone"].channels) == (96_000, 2)
        assert (await devices.find("wide", "microphone")).title == "Wide microphone"
        assert (await devices.find("gone long ago", "microphone")).name == "mic"
        assert not any(device.is_monitor for device in known.values())
        assert any(device.name == "speaker.monitor" for device in await devices.all(monitors=True))
    finally:
        await devices.aclose()


async def test_what_is_said_is_captured_whole_and_what_is_played_is_heard_whole(sound: VirtualSound) -> None:
    said, answer = babble(2.0), babble(2.0, seed=2, rate_hz=22_050)
    async with listening() as desk:
        assert await desk.hears(sound, said) > 0.99
        recorder = sound.listen()
        for at in range(0, len(answer), 4000):
            desk.playback.play(answer[at : at + 4000], 22_050, tag="answer")
        await asyncio.wait_for(desk.playback.drained(), PATIENCE_S)
        assert desk.playback.position().samples == len(answer)
        expected = Resampler(22_050, RATE_HZ).feed(answer, last=True)
        await until(lambda: likeness(recorder.samples(), expected).correlation > 0.99)


@pytest.mark.parametrize(("rate_hz", "channels"), [(8_000, 1), (44_100, 2), (96_000, 2)])
async def test_microphones_of_any_kind_are_understood(sound: VirtualSound, rate_hz: int, channels: int) -> None:
    sound.add_microphone("other", rate_hz=rate_hz, channels=channels)
    async with listening("other") as desk:
        assert desk.capture.device is not None
        assert desk.capture.device.name == "other"
        assert await desk.hears(sound, babble(1.5), microphone="other") > 0.98


async def test_a_microphone_pulled_out_is_not_replaced_by_the_loudspeakers_monitor(sound: VirtualSound) -> None:
    async with listening() as desk:
        await asyncio.to_thread(sound.remove_microphone)
        await until(lambda: "MicrophoneLost" in desk.troubles)
        await until(lambda: not desk.capture.is_open)
        assert any(isinstance(change, SoundDevicesChanged) for change in desk.changes)
        await asyncio.to_thread(sound.return_microphone)
        await until(lambda: desk.capture.is_open)
        assert await desk.hears(sound, babble(1.0)) > 0.99
        assert desk.gaps == 1


async def test_another_microphone_takes_over_and_the_owners_own_returns(sound: VirtualSound) -> None:
    sound.add_microphone("headset")
    async with listening("headset") as desk:
        await asyncio.to_thread(sound.remove_microphone, "headset")
        await until(lambda: desk.capture.device is not None and desk.capture.device.name == "mic")
        assert desk.troubles == ["MicrophoneLost"]
        assert await desk.hears(sound, babble(1.0)) > 0.99


async def test_a_killed_sound_server_is_told_and_both_directions_recover(sound: VirtualSound) -> None:
    answer = babble(3.0, seed=3)
    async with listening() as desk:
        desk.playback.play(answer, RATE_HZ, tag="answer")
        await until(lambda: desk.playback.position().samples > RATE_HZ // 2)
        await asyncio.to_thread(sound.kill_server)
        await until(lambda: "SoundServerGone" in desk.troubles)
        await until(lambda: not desk.capture.is_open)
        await asyncio.to_thread(sound.restart_server)
        await until(lambda: SoundServerReturned() in desk.changes)
        await until(lambda: desk.capture.is_open)
        assert await desk.hears(sound, babble(1.0)) > 0.99
        await asyncio.wait_for(desk.playback.drained(), PATIENCE_S)
        assert desk.playback.position().samples == len(answer)
        # A microphone of these tests is exactly silent while nobody speaks, which a slow machine may notice.
        assert [code for code in desk.troubles if code != "MicrophoneSilent"] == ["SoundServerGone"]
        assert desk.changes.count(SoundServerReturned()) == 1


async def test_what_is_plugged_in_after_the_sound_server_ended_once_is_noticed(sound: VirtualSound) -> None:
    async with listening() as desk:
        for name in ("first", "second"):
            await asyncio.to_thread(sound.kill_server)
            await until(lambda: not desk.capture.is_open)
            await asyncio.to_thread(sound.restart_server)
            await until(lambda: desk.capture.is_open)
            await desk.hears(sound, babble(0.5))  # before its first sound a stream may not survive the next end
            await asyncio.to_thread(sound.add_microphone, name)
            async with asyncio.timeout(PATIENCE_S):
                while all(device.name != name for device in await desk.devices.all()):  # noqa: ASYNC110
                    await asyncio.sleep(0.01)


async def test_a_loudspeaker_pulled_out_leaves_the_sound_on_another_one(sound: VirtualSound) -> None:
    sound.add_speaker("headphones")
    sound.make_usual("headphones", kind="sink")
    async with listening() as desk:
        answer = babble(4.0, seed=4)
        await desk.playback.open("speaker")
        desk.playback.play(answer, RATE_HZ)
        await until(lambda: desk.playback.position().samples > RATE_HZ // 4)
        recorder = sound.listen("headphones")
        await asyncio.to_thread(sound.remove_speaker)
        await until(lambda: "LoudspeakerLost" in desk.troubles)
        await asyncio.wait_for(desk.playback.drained(), PATIENCE_S)
        await until(lambda: likeness(recorder.samples(), answer[-RATE_HZ:]).correlation > 0.98)


async def test_fifty_quick_presses_leave_no_stream_behind(sound: VirtualSound) -> None:
    none = sound.streams()
    async with listening() as desk:
        for _ in range(50):
            await desk.capture.close()
            await desk.capture.open()
        assert await asyncio.to_thread(sound.streams) == none + 1
        await desk.capture.close()
        assert await asyncio.to_thread(sound.streams) == none


async def test_stop_is_silence_at_once(sound: VirtualSound) -> None:
    async with listening() as desk:
        recorder = sound.listen()
        desk.playback.play(babble(5.0), RATE_HZ, tag="answer")
        await until(lambda: np.count_nonzero(recorder.samples()) > RATE_HZ // 2)
        stopped = await desk.playback.stop()
        await until(lambda: not recorder.samples()[-RATE_HZ // 2 :].any())
        assert np.count_nonzero(recorder.samples()) == pytest.approx(stopped.samples, abs=0.25 * RATE_HZ)


async def test_a_muted_microphone_is_noticed(sound: VirtualSound) -> None:
    sound.mute()
    async with listening() as desk:
        await until(lambda: "MicrophoneSilent" in desk.troubles)


def test_a_stream_that_never_closes_does_not_hold_the_others_up(monkeypatch: pytest.MonkeyPatch) -> None:
    freed = threading.Event()

    class Circling:
        def close(self) -> None:
            freed.wait(PATIENCE_S)

    monkeypatch.setattr(sound_streams, "CLOSE_S", 0.01)
    port = object.__new__(sound_streams.InputPort)
    port._stream = Circling()
    port.close()
    assert not freed.is_set()
    freed.set()


async def test_a_computer_without_a_microphone_says_so() -> None:
    with VirtualSound(microphone=False):
        desk = Desk()
        with pytest.raises(NoMicrophone):
            await desk.capture.open()
        await desk.devices.aclose()


async def test_a_computer_without_any_sound_server_says_so() -> None:
    with VirtualSound() as sound:
        sound.kill_server()
        desk = Desk()
        with pytest.raises(NoMicrophone):
            await desk.capture.open()
        assert await desk.devices.all() == []
        await desk.devices.aclose()


async def test_a_microphone_that_is_being_opened_while_everything_ends_does_not_stay_open(sound: VirtualSound) -> None:
    before = sound.streams()
    for _ in range(3):
        devices = SoundDevices(announcer=Announcer())
        (microphone, *_rest) = [one for one in await devices.all() if one.kind == "microphone"]
        opening = asyncio.create_task(devices.open_microphone(microphone))
        await asyncio.sleep(0)
        opening.cancel()
        await asyncio.wait([opening])
        await devices.aclose()
        await until(lambda: sound.streams() == before)
