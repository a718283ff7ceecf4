"""Trying sound out: through scripted devices as quickly as they are asked, and once through a real sound server."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing
from pathlib import Path

import numpy as np
import pytest

from core.errors import VaultLocked
from core.voice.cleanup import CleanupStages
from core.voice.levels import SILENCE_DB, Level
from core.voice.sound_trial import Loudness, cleaned, loudness_of, sample_sentence, two_notes
from core.voice.voice_trouble import NoLoudspeaker, NoMicrophone
from models.speech.engines import RATE_HZ, Samples
from tests.peers.patience import PATIENCE_S
from tests.peers.profile_at_hand import ProfileAtHand
from tests.peers.spoken_corpus import speech
from tests.peers.virtual_sound import VirtualSound, missing_programs
from tests.peers.voice_stage import VoiceStage, voice_stage

RUMBLE_HZ = 40.0


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[VoiceStage]:
    async with voice_stage(tmp_path, whisper=False) as stage:
        yield stage


def rumbling(sound: Samples) -> Samples:
    """Quiet speech over a hum below it and a hiss above."""
    seconds = np.arange(len(sound)) / RATE_HZ
    hiss = np.random.default_rng(3).standard_normal(len(sound)) * 0.004
    return np.asarray(sound * 0.2 + 0.05 * np.sin(2 * np.pi * RUMBLE_HZ * seconds) + hiss, dtype=np.float32)


async def recorded(stage: VoiceStage, sound: Samples) -> list[Level]:
    levels: list[Level] = []
    async with aclosing(stage.voice.trial.record(len(sound) / RATE_HZ)) as heard:
        fed = asyncio.create_task(fed_when_open(stage, sound))
        levels.extend([level async for level in heard])
        await fed
    return levels


async def fed_when_open(stage: VoiceStage, sound: Samples) -> None:
    await stage.until(lambda: stage.voice.microphone_open)
    stage.say(sound, np.full(RATE_HZ, 1e-4, dtype=np.float32))


async def test_the_microphone_is_open_only_while_somebody_watches_its_level(stage: VoiceStage) -> None:
    async with aclosing(stage.voice.trial.levels()) as levels:
        first = asyncio.ensure_future(anext(levels))
        await stage.until(lambda: stage.voice.microphone_open)
        stage.say(np.full(RATE_HZ, 0.1, dtype=np.float32))
        level = await first
        async with asyncio.timeout(PATIENCE_S):
            while level.rms_db != pytest.approx(-20.0, abs=0.1):  # the silence before it counts in the first ones
                stage.say(np.full(RATE_HZ, 0.1, dtype=np.float32))
                level = await anext(levels)
    assert not stage.voice.microphone_open


async def test_a_recording_keeps_the_microphone_open_for_whoever_still_watches(stage: VoiceStage) -> None:
    async with aclosing(stage.voice.trial.levels()) as levels:
        first = asyncio.ensure_future(anext(levels))
        await stage.until(lambda: stage.voice.microphone_open)
        await recorded(stage, np.full(RATE_HZ, 0.1, dtype=np.float32))
        await first
        assert stage.voice.microphone_open
    assert not stage.voice.microphone_open


async def test_a_test_ends_nobody_elses_listening(stage: VoiceStage) -> None:
    await stage.set(microphone_ready="always")
    await stage.voice.warm()
    async with aclosing(stage.voice.trial.levels()) as levels:
        first = asyncio.ensure_future(anext(levels))
        await asyncio.sleep(0)
        stage.say(np.full(RATE_HZ, 0.1, dtype=np.float32))
        await first
    assert stage.voice.microphone_open


async def test_without_a_microphone_the_test_says_so(stage: VoiceStage) -> None:
    stage.devices.pull_out("mic")
    with pytest.raises(NoMicrophone):
        await anext(stage.voice.trial.levels())
    assert not stage.voice.microphone_open


async def test_the_stages_lower_the_rooms_noise_and_leave_speech(stage: VoiceStage) -> None:
    sound = rumbling(speech("Please read me the news of today.", lead_s=0.8, tail_s=0.8))
    levels = await recorded(stage, sound)
    assert len(levels) == pytest.approx(len(sound) / 512, abs=1)
    assert stage.voice.trial.recorded_s == pytest.approx(len(sound) / RATE_HZ, abs=0.04)
    assert not stage.voice.microphone_open
    both = await stage.voice.trial.compare()
    assert both.works
    assert both.clean.room_db < both.raw.room_db - 10
    await stage.set(high_pass=False, noise_suppression=False, gain=False)
    unchanged = await stage.voice.trial.compare()
    assert unchanged.clean == unchanged.raw == both.raw


async def test_what_was_recorded_is_played_as_it_came_and_as_it_is_cleaned(stage: VoiceStage) -> None:
    sound = rumbling(speech("Hello there.", lead_s=0.3, tail_s=0.3))
    await recorded(stage, sound)
    heard = [await played(stage, version) for version in ("raw", "clean")]
    rumble = [hum_of(one) for one in heard]
    assert rumble[0] > 20 * rumble[1] > 0


async def played(stage: VoiceStage, version: str) -> Samples:
    before = len(stage.devices.loudspeakers[-1].played) if stage.devices.loudspeakers else 0
    work = asyncio.ensure_future(stage.voice.trial.play("raw" if version == "raw" else "clean"))
    await stage.until(work.done, playing=True)
    await work
    return stage.devices.loudspeaker.played[before:]


def hum_of(sound: Samples) -> float:
    """How strong the rumble is in it."""
    spectrum = np.abs(np.fft.rfft(sound))
    hertz = np.fft.rfftfreq(len(sound), 1 / RATE_HZ)
    return float(spectrum[np.abs(hertz - RUMBLE_HZ) < 3].max())


async def test_what_was_recorded_is_forgotten(stage: VoiceStage) -> None:
    await recorded(stage, np.full(RATE_HZ, 0.1, dtype=np.float32))
    await stage.voice.trial.forget()
    assert stage.voice.trial.recorded_s == 0
    assert (await stage.voice.trial.compare()).raw == Loudness()
    await stage.voice.trial.play("raw")
    assert not stage.devices.loudspeakers


async def test_a_voice_says_a_sentence_in_its_language(stage: VoiceStage) -> None:
    work = asyncio.ensure_future(stage.voice.trial.say("en", voice_id="piper:en-unit"))
    await stage.until(work.done, playing=True)
    await work
    assert stage.loudest > 0.05
    assert len(stage.devices.loudspeaker.played) > RATE_HZ


async def test_without_a_loudspeaker_nothing_is_tried_out(stage: VoiceStage) -> None:
    stage.devices.pull_out("speaker")
    with pytest.raises(NoLoudspeaker):
        await stage.voice.trial.play_tone()


async def test_the_lock_ends_a_test_in_mid_sound_and_forgets_the_recording(stage: VoiceStage) -> None:
    await recorded(stage, np.full(RATE_HZ, 0.1, dtype=np.float32))
    trial = stage.voice.trial
    voice = stage.voice
    async with aclosing(trial.levels()) as levels:
        watching = asyncio.ensure_future(all_of(levels))
        await stage.until(lambda: voice.microphone_open)
        tone = asyncio.ensure_future(trial.play_tone())
        await stage.until(lambda: stage.devices.loudspeakers)
        await voice.aclose()
        await watching
        await tone
    assert not voice.microphone_open
    assert stage.devices.loudspeaker.is_closed
    assert trial.recorded_s == 0
    with pytest.raises(VaultLocked):
        await anext(trial.levels())


async def all_of(levels: AsyncIterator[Level]) -> list[Level]:
    return [level async for level in levels]


def test_the_tone_is_heard_and_begins_and_ends_softly() -> None:
    tone = two_notes()
    assert 0.15 < np.abs(tone).max() <= 0.2
    assert abs(tone[0]) + abs(tone[-1]) < 0.001


def test_silence_has_no_loudness_and_cleaning_it_makes_none() -> None:
    nothing = np.zeros(RATE_HZ, dtype=np.float32)
    clean, works = cleaned(nothing, CleanupStages())
    assert works
    assert len(clean) == len(nothing)
    assert loudness_of(clean).room_db == loudness_of(nothing).room_db == SILENCE_DB


def test_a_language_without_a_sentence_counts() -> None:
    assert sample_sentence("de").startswith("Hallo")
    assert sample_sentence("tlh") == "1, 2, 3."


@pytest.mark.skipif(bool(missing_programs()), reason="needs PulseAudio")
async def test_a_real_microphone_shows_its_level_and_a_real_loudspeaker_the_tone(tmp_path: Path) -> None:
    with VirtualSound() as sound, sound.at_once():
        async with ProfileAtHand(tmp_path / "hearth").assistant() as assistant:
            voice = await asyncio.to_thread(lambda: assistant.voice)
            recorder = await asyncio.to_thread(sound.listen)
            await voice.trial.play_tone()
            await asyncio.to_thread(recorder.until, lambda heard: float(np.abs(heard).max()) > 0.1)
            before = await asyncio.to_thread(sound.streams)
            spoken = sound.speak(np.tile(two_notes(), 8))
            async with aclosing(voice.trial.levels()) as levels, asyncio.timeout(PATIENCE_S):
                async for level in levels:
                    if level.rms_db > -25:
                        break
            spoken.stop()
            assert not voice.microphone_open
            assert await asyncio.to_thread(sound.streams) == before
