from __future__ import annotations

import asyncio
from collections.abc import Iterator

import numpy as np
import pytest

from core.clock import RealClock
from core.events import Announcer
from core.voice.capture import Capture
from core.voice.cleanup import CleanupStages
from core.voice.echo_test import EchoVerdict, echo_test, judged, sweep_and_babble
from core.voice.frames import AudioFrame
from core.voice.playback import Playback
from core.voice.sound_devices import SoundDevices
from models.speech.engines import FRAME_SAMPLES, RATE_HZ, Samples
from tests.peers.virtual_sound import VirtualSound, missing_programs

DELAY = 1700
TRIES = 6


def frames_of(raw: Samples, clean: Samples) -> list[AudioFrame]:
    ends = range(0, len(raw) - FRAME_SAMPLES + 1, FRAME_SAMPLES)
    return [AudioFrame(at, raw[at : at + FRAME_SAMPLES], clean[at : at + FRAME_SAMPLES]) for at in ends]


def room_noise(count: int) -> Samples:
    return (np.random.default_rng(5).standard_normal(count) * 0.0003).astype(np.float32)


def verdict_on(loudness: float, *, left: float, delay: int = DELAY) -> EchoVerdict:
    """What is said of an echo so many times as loud as the sound, of which cancelling leaves the share `left`."""
    sound = sweep_and_babble()
    echo = np.concatenate([np.zeros(delay, dtype=np.float32), sound, np.zeros(RATE_HZ, dtype=np.float32)]) * loudness
    noise = room_noise(len(echo))
    return judged(frames_of(echo + noise, echo * np.float32(left) + noise), sound)


def test_a_microphone_that_hears_nothing_of_it_is_clear() -> None:
    assert verdict_on(0.0, left=0.0).kind == "clear"
    assert verdict_on(0.002, left=1.0).kind == "clear"
    assert verdict_on(0.0, left=0.0).advice == "interrupt_freely"


def test_an_echo_that_goes_away_is_cancelled_and_measured() -> None:
    verdict = verdict_on(0.5, left=0.05)
    assert (verdict.kind, verdict.advice) == ("cancelled", "switch_on")
    assert verdict.erle_db == pytest.approx(26.0, abs=1.0)
    assert verdict.delay_ms == pytest.approx(1000 * DELAY / RATE_HZ, abs=0.2)
    assert verdict.echo_db - verdict.left_db == pytest.approx(verdict.erle_db)


@pytest.mark.parametrize("left", [1.0, 0.5])
def test_an_echo_that_stays_is_an_echo(left: float) -> None:
    verdict = verdict_on(0.5, left=left)
    assert (verdict.kind, verdict.advice) == ("echo", "use_headphones")


@pytest.mark.parametrize("delay", [160, 4000, 7500])
def test_the_delay_is_found_wherever_it_is(delay: int) -> None:
    assert verdict_on(0.3, left=0.02, delay=delay).delay_ms == pytest.approx(delay / 16, abs=0.2)


def test_digital_silence_is_no_sound() -> None:
    silence = np.zeros(8 * RATE_HZ, dtype=np.float32)
    assert judged(frames_of(silence, silence), sweep_and_babble()).kind == "no_sound"
    assert judged([], sweep_and_babble()).advice == "check_devices"


@pytest.fixture
def sound() -> Iterator[VirtualSound]:
    with VirtualSound() as virtual, virtual.at_once():
        yield virtual


async def verdict_of(sound: VirtualSound, ear: Capture, playback: Playback) -> EchoVerdict:
    """Of a test during which the sound server got all sound in time: on a busy machine another one is made."""
    for _ in range(TRIES):
        holes_before = sound.holes + playback.underruns
        verdict = await echo_test(ear, playback)
        if sound.holes + playback.underruns == holes_before:
            return verdict
    raise AssertionError(f"none of {TRIES} tests was without holes in its sound")


@pytest.mark.skipif(bool(missing_programs()), reason="needs PulseAudio and its programs")
async def test_it_tells_three_loudnesses_of_real_loudspeakers_apart(sound: VirtualSound) -> None:
    announcer = Announcer()
    devices = SoundDevices(announcer=announcer)
    playback = Playback(devices, announcer=announcer, clock=RealClock())
    capture = Capture(devices, announcer=announcer, clock=RealClock(), reference=playback.reference)
    deaf = Capture(devices, announcer=announcer, clock=RealClock())  # is not told what is played
    noise = (np.random.default_rng(3).standard_normal(180 * RATE_HZ) * 0.0005).astype(np.float32)
    room = await asyncio.to_thread(sound.speak, noise)
    kinds = []
    try:
        for loudness, ear in ((0.0, capture), (0.3, capture), (1.0, deaf)):
            await asyncio.to_thread(sound.echo_path, loudness)
            verdict = await verdict_of(sound, ear, playback)
            kinds.append(verdict.kind)
            if ear is capture and loudness:
                assert verdict.erle_db > 12
                assert 20 < verdict.delay_ms < 450
        assert kinds == ["clear", "cancelled", "echo"]
        assert capture.cleanup is not None
        assert capture.cleanup.stages == CleanupStages()  # as they were
        assert not capture.is_open
    finally:
        room.stop()
        await playback.aclose()
        await devices.aclose()
