from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import numpy as np
import pytest

from core.events import DictationHeard
from core.voice.frames import AudioFrame
from core.voice.listening_sounds import LINES, LOUDNESS_DB, TONE_S, ToneKind, tone
from models.speech.engines import FRAME_SAMPLES, RATE_HZ, Samples
from tests.peers.voice_stage import VoiceStage, quiet, said, voice_stage


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[VoiceStage]:
    async with voice_stage(tmp_path) as stage:
        await stage.set(sounds=True)
        yield stage


def likeness(sound: Samples, kind: ToneKind) -> float:
    """How much of this tone is in `sound`: 1 where it is there as loudly as it was played."""
    wanted = tone(kind)
    return float(np.abs(np.correlate(sound, wanted, "valid")).max() / (wanted @ wanted)) if len(sound) else 0.0


async def dictated(stage: VoiceStage, *sounds: Samples | str) -> Samples:
    """Dictate this, and what the loudspeaker played meanwhile."""
    await stage.voice.press(purpose="dictate")
    stage.say(*sounds)
    await stage.until(lambda: not stage.devices.microphone.waiting and stage.voice.state == "listening", playing=True)
    stage.clock.move(1.0)
    await stage.voice.release()
    stage.say(quiet(0.5))
    await stage.reach("idle")
    await stage.until(lambda: stage.voice._sounds._task is None or stage.voice._sounds._task.done(), playing=True)
    return (
        np.concatenate([one.played for one in stage.devices.loudspeakers]) if stage.devices.loudspeakers else quiet(0)
    )


@pytest.mark.parametrize("kind", list(LINES))
def test_a_tone_is_short_soft_and_without_clicks(kind: ToneKind) -> None:
    sound = tone(kind)
    assert len(sound) <= TONE_S * RATE_HZ
    assert np.abs(sound).max() <= 10 ** (LOUDNESS_DB / 20) + 1e-6
    assert np.abs(np.diff(sound, prepend=0.0, append=0.0)).max() < 0.03
    assert np.abs(sound[[0, -1]]).max() < 1e-3


async def test_listening_begins_and_ends_with_a_tone(stage: VoiceStage) -> None:
    played = await dictated(stage, "Thank you.")
    assert likeness(played, "begins") > 0.8
    assert likeness(played, "ends") > 0.8
    assert likeness(played, "nothing") < 0.3
    assert stage.told(DictationHeard) == [DictationHeard("Thank you.")]


async def test_where_nothing_was_understood_another_tone_tells(stage: VoiceStage) -> None:
    assert likeness(await dictated(stage, quiet(1.5)), "nothing") > 0.8
    assert stage.told(DictationHeard) == []


async def test_switched_off_nothing_sounds(stage: VoiceStage) -> None:
    await stage.set(sounds=False)
    assert not np.any(await dictated(stage, "Thank you."))


async def test_without_a_loudspeaker_nobody_is_bothered(stage: VoiceStage) -> None:
    stage.devices.pull_out("speaker")
    await dictated(stage, "Thank you.")
    assert stage.told(DictationHeard) == [DictationHeard("Thank you.")]
    assert not stage.troubles


async def test_a_tone_that_the_microphone_hears_is_not_in_the_question(stage: VoiceStage) -> None:
    sounds = stage.voice._sounds
    words = said("Thank you.")
    heard = np.concatenate([words, quiet(0.2)])
    heard[1000 : 1000 + len(tone("begins"))] += tone("begins") * 0.7
    frames = [
        AudioFrame(at, heard[at : at + FRAME_SAMPLES], heard[at : at + FRAME_SAMPLES])
        for at in range(0, len(heard) - FRAME_SAMPLES, FRAME_SAMPLES)
    ]
    assert sounds.without(frames[0]) is frames[0], "nothing sounds"
    sounds._until = None
    cleaned = np.concatenate([sounds.without(frame).raw for frame in frames])
    assert likeness(heard[: RATE_HZ // 4], "begins") > 0.6
    assert likeness(cleaned[: RATE_HZ // 4], "begins") < 0.1
    sounds._until = 0
    await dictated(stage, cleaned)
    assert stage.told(DictationHeard) == [DictationHeard("Thank you.")]
