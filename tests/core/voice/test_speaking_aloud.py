"""Speaking through a real sound server: what an independent recorder hears of it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest

from core.voice.resampling import Resampler
from core.voice.spoken_sound import joined_sound
from models.speech.engines import RATE_HZ, Hearing, Samples, Saying
from models.speech.whisper_process import WhisperProcess
from tests.conftest import ROOT
from tests.peers.patience import PATIENCE_S
from tests.peers.sound_likeness import likeness
from tests.peers.speaking_stage import UNIT_VOICE, SpeakingStage
from tests.peers.virtual_sound import VirtualSound, missing_programs

pytestmark = pytest.mark.skipif(bool(missing_programs()), reason="needs PulseAudio and its tools")

TRIES = 6
SENTENCES = ("What time is it?", "Set a timer for five minutes.")


@pytest.fixture
async def aloud(tmp_path: Path) -> AsyncIterator[tuple[SpeakingStage, VirtualSound]]:
    with VirtualSound() as sound:
        async with SpeakingStage(tmp_path, has_real_devices=True) as stage:
            stage.install("piper:en_US-unit-medium", UNIT_VOICE)
            await stage.voices.warm("en")
            yield stage, sound


async def expected_sound(stage: SpeakingStage) -> Samples:
    voice = await stage.voices.voice_for("en")
    parts = []
    for sentence in SENTENCES:
        made = joined_sound([piece async for piece in voice.synthesise(sentence, Saying())], "sentence")
        assert made is not None
        parts.append(made.samples)
    return Resampler(22_050, RATE_HZ).feed(np.concatenate(parts), last=True)


async def heard_of(stage: SpeakingStage, sound: VirtualSound, expected: Samples) -> Samples:
    """What was recorded. Spoken again where the sound server got its sound too late: a busy machine, or a slow program.

    Only the first is over after some tries.
    """
    for _ in range(TRIES):
        holes_before = sound.holes + stage.playback.underruns
        recorder = await asyncio.to_thread(sound.listen)
        stage.changes.clear()
        with sound.at_once():
            answer = stage.say(" ".join(SENTENCES))
            async with asyncio.timeout(PATIENCE_S):
                await answer.wait()
        with suppress(TimeoutError):  # a recording with holes never looks whole
            await asyncio.to_thread(recorder.until, lambda samples: _is_over(samples, expected), patience_s=20)
        heard = recorder.stop()
        if sound.holes + stage.playback.underruns == holes_before:
            return heard
    raise AssertionError(f"none of {TRIES} recordings was without holes")


def _is_over(samples: Samples, expected: Samples) -> bool:
    """Whether so much was heard, and then a while nothing."""
    loud = np.flatnonzero(np.abs(samples) > 0.004)
    return len(loud) > 0 and loud[-1] - loud[0] > len(expected) * 0.8 and loud[-1] < len(samples) - RATE_HZ // 2


async def test_two_sentences_are_heard_without_gap_or_click_and_are_understood(
    aloud: tuple[SpeakingStage, VirtualSound],
) -> None:
    stage, sound = aloud
    expected = await expected_sound(stage)
    heard = await heard_of(stage, sound, expected)

    match = likeness(heard, expected)
    assert match.correlation > 0.99
    spoken = heard[match.offset : match.offset + len(expected)]
    assert np.abs(np.diff(spoken)).max() < 1.2 * np.abs(np.diff(expected)).max()
    rest = np.concatenate([heard[: max(match.offset - 800, 0)], heard[match.offset + len(expected) + 800 :]])
    assert np.abs(rest).max(initial=0.0) < 0.01

    gaps = np.flatnonzero(np.diff(np.flatnonzero(np.abs(spoken) > 0.004)) > 0.09 * RATE_HZ)
    assert len(gaps) == 1
    cut = int(np.flatnonzero(np.abs(spoken) > 0.004)[gaps[0]]) + int(0.06 * RATE_HZ)
    ears = WhisperProcess(ROOT / "tests" / "data" / "whisper_commands")
    try:
        texts = [(await ears.transcribe(part, Hearing())).text for part in (spoken[:cut], spoken[cut:])]
    finally:
        await ears.aclose()
    assert texts == list(SENTENCES)
    assert [message_id for message_id, _, _ in stage.spoken] == ["m1", "m1", ""]


async def test_stopping_is_silence_within_moments(aloud: tuple[SpeakingStage, VirtualSound]) -> None:
    stage, sound = aloud
    recorder = await asyncio.to_thread(sound.listen)
    stage.say("Set a timer for forty five minutes. " * 4)
    await stage.until(lambda: bool(stage.spoken))
    heard = await stage.speaking.stop()
    assert 0 <= heard.heard_characters < 35
    before = recorder.samples()
    after = await asyncio.to_thread(recorder.until, lambda samples: len(samples) > len(before) + RATE_HZ)
    recorder.stop()
    assert np.abs(after[-RATE_HZ // 2 :]).max() < 0.01
    assert not stage.playback.is_playing
