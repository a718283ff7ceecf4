"""What happens to devices, clocks, memory and sound itself while somebody talks, in each state of the session."""

from __future__ import annotations

import resource
from collections.abc import AsyncIterator
from pathlib import Path

import numpy as np
import psutil
import pytest
import soxr

from core.events import DictationHeard, VoiceState
from core.voice.listeners import MOST_SPEECH_S
from core.voice.sound_devices import SoundDevice
from models.speech.engines import RATE_HZ
from tests.peers.ollama_replies import Pause, answer
from tests.peers.spoken_corpus import noise_of, silence, speech
from tests.peers.voice_stage import MODEL, VoiceStage, quiet, said, voice_stage

LONG = "The first sentence is rather long, so that it takes a while. Here is a second one. And here is a third one."
STATES: tuple[VoiceState, ...] = ("armed", "listening", "transcribing", "thinking", "speaking")


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[VoiceStage]:
    async with voice_stage(tmp_path) as stage:
        yield stage


async def asks_until(stage: VoiceStage, state: VoiceState) -> None:
    """Ask a question by the key, as far as this state."""
    stage.peer.script(MODEL, (Pause(0.3), *answer(LONG)))
    await stage.voice.press()
    if state == "armed":
        return
    stage.say("Tell me a joke.")
    await stage.until(lambda: stage.voice.state == "listening" and not stage.devices.microphone.waiting)
    if state == "listening":
        return
    stage.clock.move(1.0)
    await stage.voice.release()
    if state == "transcribing":
        return
    stage.say(quiet(0.5))
    await stage.reach(state)


async def asks_on(stage: VoiceStage, state: VoiceState) -> None:
    """The rest of it, until the answer has been spoken."""
    if state == "armed":
        stage.say("Tell me a joke.")
        await stage.until(lambda: stage.voice.state == "listening" and not stage.devices.microphone.waiting)
    if state in ("armed", "listening"):
        stage.clock.move(1.0)
        await stage.voice.release()
    if state in ("armed", "listening", "transcribing"):
        stage.say(quiet(0.5))
    await stage.reach("idle")


async def last_answer(stage: VoiceStage) -> tuple[str, str, int | None]:
    (chat,) = await stage.assistant.conversations.list()
    message = (await stage.assistant.conversations.path(chat.conversation_id))[-1]
    return message.state, message.text, message.heard_characters


# ---- devices --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("state", STATES)
async def test_a_loudspeaker_that_vanishes_in_any_state_costs_no_word_of_the_answer(
    stage: VoiceStage, state: VoiceState
) -> None:
    stage.devices.plug_in(SoundDevice("headphones", "Headphones", "loudspeaker", rate_hz=16_000))
    await asks_until(stage, state)
    stage.devices.pull_out("speaker")
    await asks_on(stage, state)
    assert stage.questions == ["Tell me a joke."]
    assert await last_answer(stage) == ("complete", LONG, None)
    assert stage.devices.loudspeaker.device.name == "headphones"
    assert np.abs(stage.devices.loudspeaker.played).max() > 0.01


@pytest.mark.parametrize("state", STATES)
async def test_the_only_loudspeaker_that_vanishes_in_any_state_leaves_a_written_answer(
    stage: VoiceStage, state: VoiceState
) -> None:
    await asks_until(stage, state)
    stage.devices.pull_out("speaker")
    await asks_on(stage, state)
    assert stage.questions == ["Tell me a joke."]
    (ended, text, _) = await last_answer(stage)
    assert (ended, text) == ("complete", LONG)
    await stage.until(lambda: {"LoudspeakerLost", "NoLoudspeaker"} & set(stage.troubles))


async def test_a_microphone_that_is_kept_ready_may_vanish_while_nothing_goes_on(stage: VoiceStage) -> None:
    await stage.set(microphone_ready="always")
    await stage.press_and_say("What time is it?")
    await stage.reach("idle")
    assert stage.voice.microphone_open
    stage.devices.pull_out("mic")
    await stage.until(lambda: not stage.voice.microphone_open)
    stage.devices.plug_in(SoundDevice("mic", "Microphone", "microphone", is_usual=True, rate_hz=16_000))
    await stage.until(lambda: stage.voice.microphone_open)
    stage.clock.move(5.0)
    await stage.press_and_say("Thank you.")
    await stage.reach("idle")
    assert stage.questions == ["What time is it?", "Thank you."]


@pytest.mark.parametrize("waits_for", ["turn", "phrase"])
async def test_a_microphone_that_vanishes_while_somebody_is_waited_for_is_waited_with_again(
    stage: VoiceStage, waits_for: str
) -> None:
    await stage.set(wake=True, wake_phrases=("Open the settings",))
    await (stage.voice.hands_free(True) if waits_for == "turn" else stage.voice.listen_for_phrase(True))
    mode = stage.voice.mode
    stage.devices.pull_out("mic")
    await stage.until(lambda: stage.troubles)
    assert (stage.voice.state, stage.voice.mode) == ("armed", mode)
    stage.devices.plug_in(SoundDevice("mic", "Microphone", "microphone", is_usual=True, rate_hz=16_000))
    await stage.until(lambda: stage.voice.microphone_open)
    if waits_for == "phrase":
        stage.say(quiet(3.0), "Open the settings.", quiet(1.5))
        await stage.reach("listening")
    stage.peer.script(MODEL, answer("It is ten past nine."))
    await stage.converse("What time is it?")
    await stage.until(lambda: stage.questions)
    assert stage.questions == ["What time is it?"]


@pytest.mark.parametrize(("rate_hz", "channels"), [(8_000, 1), (8_000, 2), (44_100, 2), (96_000, 1), (96_000, 2)])
async def test_a_question_is_understood_from_a_microphone_of_any_kind(
    stage: VoiceStage, rate_hz: int, channels: int
) -> None:
    stage.devices.plug_in(SoundDevice("other", "Other", "microphone", rate_hz=rate_hz, channels=channels))
    await stage.set(microphone="other")
    sound = soxr.resample(said("What time is it?"), RATE_HZ, rate_hz).astype(np.float32)
    block = np.repeat(sound.reshape(-1, 1), channels, axis=1)
    await stage.voice.press()
    assert stage.devices.microphone.rate_hz == rate_hz
    stage.devices.microphone.say(block)
    await stage.until(lambda: not stage.devices.microphone.waiting and stage.voice.state == "listening")
    stage.clock.move(1.0)
    await stage.voice.release()
    stage.devices.microphone.say(np.zeros((rate_hz // 2, channels), dtype=np.float32))
    await stage.reach("idle")
    assert stage.questions == ["What time is it?"]


# ---- sound ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("times", [4.0, 12.0])
async def test_a_voice_that_clips_is_understood(stage: VoiceStage, times: float) -> None:
    sound = said("Take a screenshot.") * np.float32(times)
    assert np.abs(sound).max() > 1.5, "it clips"
    await stage.press_and_say(np.clip(sound, -1, 1))
    await stage.reach("idle")
    assert stage.questions == ["Take a screenshot."]


async def test_a_long_speech_is_understood_to_its_end_and_only_its_last_half_minute_is_kept(
    stage: VoiceStage, *, storm: bool
) -> None:
    """Half an hour with --storm, else two minutes."""
    sentence = speech("Tell me a joke.", lead_s=0.3, tail_s=0.0)
    every_13_s = np.concatenate(
        [sentence, noise_of("pink", 12.5 - len(sentence) / RATE_HZ, rms=0.0005)[:-1], silence(0.5)]
    )
    count = 138 if storm else 9
    await stage.voice.press(purpose="dictate")
    past = stage.voice._session._attention.past
    kept_s = 0.0
    for _ in range(count):
        stage.say(every_13_s)
        await stage.until(lambda: stage.voice.state == "listening" and not stage.devices.microphone.waiting)
        kept_s = max(kept_s, sum(len(frame.raw) for frame in past.since(0)) / RATE_HZ)
    stage.clock.move(13.0 * count)
    await stage.voice.release()
    stage.say(quiet(0.5))
    await stage.reach("idle")
    (heard,) = stage.told(DictationHeard)
    assert isinstance(heard, DictationHeard)
    assert heard.text.count(".") == count
    assert heard.text.count("joke") >= 0.9 * count
    assert kept_s <= MOST_SPEECH_S + 0.1


# ---- the computer ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("jump", ["a day back", "a night asleep"])
@pytest.mark.parametrize("state", STATES)
async def test_a_clock_that_jumps_in_any_state_changes_nothing(stage: VoiceStage, state: VoiceState, jump: str) -> None:
    await stage.assistant.settings.change("privacy.lock_after_minutes", 0)
    await asks_until(stage, state)
    if jump == "a night asleep":
        stage.clock.move(8 * 3600.0)
    else:
        stage.clock.jump(-86_400)
    await asks_on(stage, state)
    assert stage.questions == ["Tell me a joke."]
    assert await last_answer(stage) == ("complete", LONG, None)


def looks_for_a_reason_to_lock(stage: VoiceStage) -> bool:
    """Whether it found one: as it does every few seconds."""
    lock = stage.assistant.auto_lock
    assert lock is not None
    lock.check()
    return lock._is_locked


async def test_whoever_only_talks_is_not_locked_out_in_mid_conversation(stage: VoiceStage) -> None:
    await stage.assistant.settings.change("privacy.lock_after_minutes", 10)
    stage.peer.script(MODEL, *[answer("It is ten past nine.")] * 3)
    await stage.voice.hands_free(True)
    for asked in range(1, 4):
        stage.clock.move(9 * 60.0)
        await stage.converse("What time is it?")
        await stage.reach("speaking")
        assert len(stage.questions) == asked
        await stage.reach("armed")
        assert not looks_for_a_reason_to_lock(stage)
    stage.clock.move(9 * 60.0)
    await stage.press_and_say("Take a note.", purpose="dictate")
    await stage.reach("armed")
    assert not looks_for_a_reason_to_lock(stage)
    await stage.voice.hands_free(False)


async def test_words_that_are_not_meant_for_hearth_do_not_keep_it_open(stage: VoiceStage) -> None:
    await stage.assistant.settings.change("privacy.lock_after_minutes", 10)
    await stage.set(wake=True, wake_phrases=("Open the settings",))
    await stage.voice.listen_for_phrase(True)
    for _ in range(2):
        stage.clock.move(5.1 * 60.0)
        stage.say(quiet(1.0), "Tell me a joke.", noise_of("typing", 2.0), quiet(1.5))
        await stage.until(lambda: not stage.devices.microphone.waiting)
    assert stage.voice.mode == "waiting_for_phrase"
    assert looks_for_a_reason_to_lock(stage)


async def test_memory_that_runs_out_in_mid_question_is_told_and_the_next_question_works(stage: VoiceStage) -> None:
    await stage.press_and_say("What time is it?")
    await stage.reach("idle")
    process = stage.voice.engines.recogniser.process
    assert process is not None
    child = psutil.Process(process.pid)
    child.rlimit(psutil.RLIMIT_AS, (1, resource.RLIM_INFINITY))
    stage.clock.move(5.0)
    await stage.press_and_say(np.concatenate([said("Tell me a joke."), noise_of("pink", 15.0, rms=0.001)]))
    await stage.reach("idle")
    stage.clock.move(5.0)
    if child.is_running():
        child.rlimit(psutil.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    await stage.press_and_say("Thank you.")
    await stage.reach("idle")
    assert stage.questions[0] == "What time is it?"
    assert stage.questions[-1] == "Thank you."
    assert stage.troubles == ["RecogniserDied"] or stage.questions[1] == "Tell me a joke.", "told, or mended unseen"
