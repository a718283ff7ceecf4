from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from core.errors import VaultLocked
from core.events import DictationHeard, SoundServerReturned, VoiceState
from core.voice.sound_devices import SoundDevice
from core.voice.voice_trouble import NoMicrophone, NoSpeechModel, SpeechModelUnfit
from models.speech.whisper_process import WhisperProcess
from tests.peers.ollama_replies import Pause, Say, answer
from tests.peers.patience import PATIENCE_S
from tests.peers.voice_stage import MODEL, VoiceStage, install_whisper, quiet, voice_stage

LONG = (
    "The first sentence is rather long, so that it can be interrupted. Here is a second one. And here is a third one."
)


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[VoiceStage]:
    async with voice_stage(tmp_path) as stage:
        yield stage


def process_of(stage: VoiceStage) -> WhisperProcess:
    process = stage.voice.engines.recogniser.process
    assert process is not None
    return process


async def reached(stage: VoiceStage, state: VoiceState) -> None:
    """Bring the session there by the key."""
    if state in ("thinking", "speaking"):
        stage.peer.script(MODEL, (Pause(0.3), Say(LONG), Pause(60)))
    await stage.voice.press()
    if state == "armed":
        return
    stage.say("Tell me a joke.")
    await stage.until(lambda: stage.voice.state == "listening" and not stage.devices.microphone.waiting)
    if state == "listening":
        return
    stage.clock.move(1.0)
    await stage.voice.release()
    if state != "transcribing":
        stage.say(quiet(0.5))
        await stage.reach(state)


# ---- what is missing ------------------------------------------------------------------------------------------------


async def test_without_a_speech_model_a_press_says_so_and_leaves_nothing_open(tmp_path: Path) -> None:
    async with voice_stage(tmp_path, whisper=False) as stage:
        for _ in range(2):
            with pytest.raises(NoSpeechModel):
                await stage.voice.press()
            assert stage.voice.state == "idle"
        with pytest.raises(NoSpeechModel):
            await stage.voice.hands_free(True)
        assert stage.voice.mode == "off"
        install_whisper(stage.files)
        await stage.press_and_say("What time is it?")
        await stage.reach("idle")
        assert stage.questions == ["What time is it?"]


async def test_without_a_microphone_a_press_says_so(stage: VoiceStage) -> None:
    stage.devices.pull_out("mic")
    with pytest.raises(NoMicrophone) as raised:
        await stage.voice.press()
    assert raised.value.owner_next_step
    assert stage.voice.state == "idle"
    stage.devices.plug_in(SoundDevice("headset", "Headset", "microphone", is_usual=True, rate_hz=16_000))
    await stage.press_and_say("What time is it?")
    await stage.reach("idle")
    assert stage.questions == ["What time is it?"]


async def test_without_a_loudspeaker_the_answer_is_written(stage: VoiceStage) -> None:
    stage.devices.pull_out("speaker")
    stage.peer.script(MODEL, answer("It is ten past nine."))
    await stage.press_and_say("What time is it?")
    await stage.reach("idle")
    assert stage.questions == ["What time is it?"]
    assert "NoLoudspeaker" in stage.troubles
    (chat,) = await stage.assistant.conversations.list()
    answered = (await stage.assistant.conversations.path(chat.conversation_id))[-1]
    assert (answered.state, answered.heard_characters) == ("complete", None)


# ---- what breaks ----------------------------------------------------------------------------------------------------


async def test_a_microphone_that_returns_when_nobody_listens_any_more_stays_closed(stage: VoiceStage) -> None:
    await stage.set(microphone_ready="when_used")
    await reached(stage, "armed")
    stage.devices.pull_out("mic")
    await stage.until(lambda: stage.troubles)
    await stage.voice.cancel()
    await stage.until(lambda: not stage.voice.capture.is_wanted)
    stage.devices.plug_in(SoundDevice("mic", "Microphone", "microphone", is_usual=True, rate_hz=16_000))
    await asyncio.sleep(0)
    assert "capture" not in stage.running()
    assert len(stage.devices.microphones) == 1


@pytest.mark.parametrize("state", ["armed", "listening", "transcribing", "thinking", "speaking"])
async def test_a_microphone_that_vanishes_in_any_state_costs_no_more_than_that_sentence(
    stage: VoiceStage, state: VoiceState
) -> None:
    await reached(stage, state)
    stage.devices.pull_out("mic")
    await stage.until(lambda: {"MicrophoneLost", "NoMicrophone"} & set(stage.troubles))
    stage.clock.move(1.0)
    await stage.voice.release()
    await stage.voice.cancel()
    await stage.reach("idle")
    stage.devices.plug_in(SoundDevice("mic", "Microphone", "microphone", is_usual=True, rate_hz=16_000))
    await stage.until(lambda: len(stage.devices.microphones) == 2 or not stage.voice.microphone_open)
    stage.peer.forget_script(MODEL)
    stage.peer.script(MODEL, answer("Yes."))
    stage.clock.move(5.0)
    await stage.voice.press()
    async with asyncio.timeout(PATIENCE_S):
        while stage.voice.state != "listening":  # whichever of the two is open by now is spoken into
            stage.say(quiet(0.1))
            await asyncio.sleep(0.02)
    stage.say("What time is it?")
    await stage.until(lambda: not stage.devices.microphone.waiting)
    stage.clock.move(1.0)
    await stage.voice.release()
    stage.say(quiet(0.5))
    await stage.reach("idle")
    # A question that was given up before the model got it stands in front of the next one, in one message.
    last = str(stage.peer.chats()[-1]["messages"][-1]["content"])
    assert "What time is it?" in last.split("\n")


@pytest.mark.parametrize("others", [0, 1])
async def test_half_a_sentence_is_dictated_and_not_asked_when_its_microphone_goes_while_the_key_is_held(
    stage: VoiceStage, others: int
) -> None:
    if others:
        stage.devices.plug_in(SoundDevice("headset", "Headset", "microphone", rate_hz=16_000))
    await reached(stage, "listening")
    stage.clock.move(1.0)
    stage.devices.pull_out("mic")
    await stage.reach("idle")
    assert stage.told(DictationHeard) == [DictationHeard("Tell me a joke.")]
    await stage.until(lambda: stage.troubles)
    assert stage.troubles == ["MicrophoneLost"]
    await stage.voice.release()
    assert (stage.voice.state, stage.questions) == ("idle", [])


async def test_half_a_sentence_of_a_conversation_is_dictated_and_the_next_one_asked(stage: VoiceStage) -> None:
    await stage.voice.hands_free(True)
    stage.say("Tell me a joke.")
    await stage.until(lambda: stage.voice.state == "listening" and not stage.devices.microphone.waiting)
    stage.devices.pull_out("mic")
    await stage.reach("armed")
    assert stage.told(DictationHeard) == [DictationHeard("Tell me a joke.")]
    stage.devices.plug_in(SoundDevice("headset", "Headset", "microphone", is_usual=True, rate_hz=16_000))
    await stage.until(lambda: stage.voice.microphone_open)
    stage.peer.script(MODEL, answer("It is ten past nine."))
    await stage.converse("What time is it?")
    await stage.until(lambda: stage.questions)
    assert stage.questions == ["What time is it?"]
    await stage.voice.hands_free(False)


async def test_a_sound_server_that_ends_in_mid_sentence_is_one_notice(stage: VoiceStage) -> None:
    await reached(stage, "listening")
    stage.devices.kill_server()
    await stage.reach("idle")
    await stage.until(lambda: stage.troubles)
    stage.devices.restart_server()
    await stage.until(lambda: stage.told(SoundServerReturned))
    await stage.until(lambda: stage.voice.microphone_open)
    assert stage.troubles == ["SoundServerGone"]
    assert stage.told(DictationHeard) == [DictationHeard("Tell me a joke.")]
    assert stage.told(SoundServerReturned) == [SoundServerReturned()]


async def test_a_sound_server_that_ends_in_mid_answer_is_one_notice(stage: VoiceStage) -> None:
    await reached(stage, "speaking")
    stage.devices.kill_server()
    await stage.until(lambda: stage.troubles, playing=True)
    stage.devices.restart_server()
    await stage.until(lambda: stage.told(SoundServerReturned), playing=True)
    await stage.until(lambda: len(stage.devices.loudspeakers) > 1 and stage.devices.loudspeaker.is_running)
    assert stage.troubles == ["SoundServerGone"]
    await stage.voice.cancel()


async def test_a_recogniser_that_is_killed_in_mid_utterance_is_started_again(stage: VoiceStage) -> None:
    await stage.voice.engines.warm()
    await stage.voice.press()
    stage.say("What time is it?")
    await stage.until(lambda: stage.voice.state == "listening" and not stage.devices.microphone.waiting)
    os.kill(process_of(stage).pid or 0, signal.SIGKILL)
    stage.clock.move(1.0)
    await stage.voice.release()
    stage.say(quiet(0.5))
    await stage.reach("idle")
    assert stage.questions == ["What time is it?"]


async def test_a_model_that_was_deleted_while_it_is_loaded_still_hears_and_then_is_missed(stage: VoiceStage) -> None:
    await stage.press_and_say("What time is it?")
    await stage.reach("idle")
    stage.files.delete("whisper:commands")
    with pytest.raises(NoSpeechModel):
        await stage.voice.press()
    assert stage.voice.state == "idle"


async def test_a_truncated_model_counts_as_none(stage: VoiceStage) -> None:
    folder = stage.files.folder_of("whisper:commands")
    assert folder is not None
    os.truncate(folder / "model.bin", (folder / "model.bin").stat().st_size // 2)
    with pytest.raises(NoSpeechModel):
        await stage.voice.press()
    assert stage.voice.state == "idle"


async def test_a_damaged_model_is_told_and_another_one_can_be_chosen(stage: VoiceStage) -> None:
    folder = stage.files.folder_of("whisper:commands")
    assert folder is not None
    (folder / "model.bin").write_bytes(bytes((folder / "model.bin").stat().st_size))
    await stage.press_and_say("What time is it?")
    await stage.reach("idle")
    assert stage.troubles == ["SpeechModelUnfit"]
    with pytest.raises(SpeechModelUnfit):
        await stage.voice.engines.warm()
    install_whisper(stage.files, "whisper:whole")
    await stage.set(speech_model="whisper:whole")
    await stage.press_and_say("What time is it?")
    await stage.reach("idle")
    assert stage.questions == ["What time is it?"]


async def test_a_language_model_that_is_away_is_told_and_the_next_question_works(stage: VoiceStage) -> None:
    address = stage.assistant.settings.values.model_server.ollama_address
    await stage.assistant.settings.change("model_server.ollama_address", "http://127.0.0.1:9")
    await stage.assistant.settle()
    await stage.press_and_say("What time is it?")
    await stage.reach("idle")
    assert len(stage.troubles) == 1
    await stage.assistant.settings.change("model_server.ollama_address", address)
    await stage.press_and_say("What time is it?")
    await stage.reach("idle")
    assert stage.questions[-1] == "What time is it?"


async def test_a_clock_that_jumps_changes_nothing(stage: VoiceStage) -> None:
    await stage.voice.press()
    stage.clock.jump(-86_400)
    stage.say("What time is it?")
    await stage.until(lambda: stage.voice.state == "listening" and not stage.devices.microphone.waiting)
    stage.clock.jump(10 * 86_400)
    stage.clock.move(1.0)
    await stage.voice.release()
    stage.say(quiet(0.5))
    await stage.reach("idle")
    assert stage.questions == ["What time is it?"]


async def test_settings_changed_in_mid_speech_count_from_the_next_use_on(stage: VoiceStage) -> None:
    await reached(stage, "speaking")
    stage.devices.plug_in(SoundDevice("headset", "Headset", "microphone", rate_hz=16_000))
    install_whisper(stage.files, "whisper:other")
    await stage.set(microphone="headset", speech_model="whisper:other", speed_percent=150, interruption="off")
    assert stage.voice.state == "speaking"
    stage.peer.script(MODEL, answer("Yes."))
    await stage.press_and_say("What time is it?")
    await stage.reach("idle")
    assert stage.devices.microphone.device.name == "headset"
    assert process_of(stage).folder.name == "whisper--other"
    assert stage.questions[-1] == "What time is it?"


async def test_after_the_lock_there_is_no_voice(stage: VoiceStage) -> None:
    voice = stage.voice
    await voice.press()
    await stage.assistant.lock()
    for attempt in (voice.press(), voice.hands_free(True), voice.read_aloud("m"), voice.engines.warm()):
        with pytest.raises(VaultLocked):
            await attempt
    await voice.aclose()


async def test_a_press_that_is_cancelled_while_the_microphone_opens_leaves_it_usable(stage: VoiceStage) -> None:
    for _ in range(5):
        pressing = asyncio.create_task(stage.voice.press())
        await asyncio.sleep(0)
        pressing.cancel()
        await asyncio.gather(pressing, return_exceptions=True)
        await stage.voice.cancel()
    await stage.press_and_say("What time is it?")
    await stage.reach("idle")
    assert stage.questions == ["What time is it?"]
