"""Speech that is longer than a recogniser hears at once, through the whole session: no word of it is lost."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import numpy as np
import pytest

from core.clock import ManualClock
from core.events import Announcer, DictationHeard
from core.settings.sections import VoiceSettings
from core.voice.recognition import Recognition
from models.speech.engines import FRAME_SAMPLES, RATE_HZ, Samples
from tests.peers.endpoint_score import frames_of
from tests.peers.spoken_corpus import noise_of, silence, speech
from tests.peers.timed_ear import FRAME_S, TimedEar
from tests.peers.voice_stage import VoiceStage, quiet, voice_stage

SENTENCES = ("Tell me a joke.", "What time is it?", "Play some music.", "Lock the screen.")
EVERY_S = 13.0


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[VoiceStage]:
    async with voice_stage(tmp_path) as stage:
        yield stage


def slowly(*texts: str) -> Samples:
    """A sentence every 13 s; the quietest place, where it is cut, is just before each. The small model hears only one
    sentence at a time.
    """
    parts = []
    for text in texts:
        said = speech(text, lead_s=0.3, tail_s=0.0)
        parts += [said, noise_of("pink", EVERY_S - 0.5 - len(said) / RATE_HZ, rms=0.0005), silence(0.5)]
    return np.concatenate(parts)


async def heard(stage: VoiceStage) -> None:
    await stage.until(lambda: stage.voice.state == "listening" and not stage.devices.microphone.waiting)


async def test_whoever_presses_again_before_the_text_is_there_loses_no_word_of_a_minute(stage: VoiceStage) -> None:
    await stage.voice.press(purpose="dictate")
    stage.say(slowly(*SENTENCES))
    await heard(stage)
    stage.clock.move(60.0)
    await stage.voice.release()
    stage.clock.move(1.0)
    await stage.voice.press(purpose="dictate")
    assert stage.states[-2:] == ["transcribing", "listening"]
    stage.say(noise_of("pink", EVERY_S - 0.5, rms=0.0005), silence(0.5), "Good morning.")
    await heard(stage)
    stage.clock.move(20.0)
    await stage.voice.release()
    stage.say(quiet(0.5))
    await stage.reach("idle")
    assert stage.told(DictationHeard) == [DictationHeard(" ".join((*SENTENCES, "Good morning.")))]


@pytest.mark.parametrize("ends", ["under way", "told"])
async def test_an_utterance_that_goes_on_keeps_what_is_text_and_hears_each_sample_once(ends: str) -> None:
    clock = ManualClock()
    ear = TimedEar(clock, engine_s=0.5, answer=lambda sound: f"n{len(sound)}")
    recognition = Recognition(ear, settings=VoiceSettings, announcer=Announcer(), clock=clock)
    utterance = recognition.begin(0, live=False)

    async def speak(seconds: float, *, at: int) -> int:
        for frame in frames_of(np.full(round(seconds / FRAME_S) * FRAME_SAMPLES, 0.1, dtype=np.float32), start=at):
            utterance.feed(frame, 0.9)
            await ear.move(FRAME_S)
        return utterance._heard_to

    at = await speak(60.0, at=0)
    finishing = asyncio.create_task(utterance.finish())
    await asyncio.sleep(0)
    await ear.move(0.1)
    assert not finishing.done()
    if ends == "told":
        await ear.move(0.5)
        assert (await finishing).text
    finishing.cancel()
    utterance.go_on()
    at = await speak(30.0, at=at)
    finishing = asyncio.create_task(utterance.finish())
    await asyncio.sleep(0)
    await ear.move(1.0)
    counts = [int(word[1:]) for word in (await finishing).text.split()]
    assert sum(counts) == at
    assert len(counts) >= 3
    assert [task.get_name() for task in asyncio.all_tasks() if task.get_name().endswith(("pass", "stretch"))] == []
