from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import numpy as np
import pytest

from core.events import CommandHeard, SentenceSpoken, VoiceStateChanged
from models.speech.engines import RATE_HZ
from tests.peers.ollama_replies import Pause, Say, answer
from tests.peers.spoken_corpus import cough
from tests.peers.voice_stage import MODEL, VoiceStage, quiet, said, voice_stage

LONG = (
    "The first sentence is rather long, so that it can be interrupted. Here is a second one. And here is a third one."
)


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[VoiceStage]:
    """Hands-free, the echo test has passed, and Hearth is speaking."""
    async with voice_stage(tmp_path) as stage:
        await stage.set(echo_verdict="clear")
        stage.peer.script(MODEL, (Say(LONG), Pause(60)))
        await stage.voice.hands_free(True)
        await stage.converse("Tell me a joke.")
        await stage.reach("speaking")
        stage.devices.loudspeaker.run_for(0.5)
        yield stage


async def speak_over(stage: VoiceStage, *sounds: np.ndarray) -> None:
    """Into the microphone, while the loudspeaker plays; then quiet until the recogniser has answered."""
    for sound in (*sounds, *(quiet(0.1) for _ in range(15))):
        stage.say(sound)
        await stage.until(lambda: not stage.devices.microphone.waiting, playing=True)
        await asyncio.sleep(0.02)  # the recogniser is as slow as ever


async def test_words_stop_the_answer_and_become_the_next_question(stage: VoiceStage) -> None:
    stage.peer.script(MODEL, answer("Yes."))
    await speak_over(stage, said("What time is it?"))
    while len(stage.questions) < 2:
        await speak_over(stage)
    assert stage.questions[1] == "What time is it?"
    (chat, *_) = await stage.assistant.conversations.list()
    path = await stage.assistant.conversations.path(chat.conversation_id)
    assert path[1].state == "stopped"
    assert path[1].heard_characters is not None
    assert path[1].heard_characters < len(LONG)
    budget = stage.voice.last_budget
    assert budget.engine_ms is not None


async def test_a_cough_ducks_and_the_answer_goes_on(stage: VoiceStage) -> None:
    await speak_over(stage, np.concatenate([quiet(0.2), cough(3), quiet(0.5)]))
    assert stage.voice.state == "speaking"
    assert not stage.voice.playback.is_ducked
    assert not stage.voice.playback.is_paused
    assert len(stage.questions) == 1


async def test_stop_stops_and_listens_on(stage: VoiceStage) -> None:
    await speak_over(stage, said("Stop."))
    await stage.until(lambda: stage.told(CommandHeard))
    assert [change.command for change in stage.told(CommandHeard) if isinstance(change, CommandHeard)] == ["stop"]
    assert stage.voice.mode == "hands_free"
    assert stage.voice.state == "armed"
    assert len(stage.questions) == 1
    assert not stage.voice.playback.is_playing


async def test_louder_makes_it_louder_and_goes_on(stage: VoiceStage) -> None:
    before = stage.voice.speaking.volume
    await speak_over(stage, said("Louder."))
    await stage.until(lambda: stage.told(CommandHeard), playing=True)
    assert stage.voice.speaking.volume > before
    assert stage.voice.state == "speaking"
    assert not stage.voice.playback.is_paused


async def test_pause_holds_it_and_resume_goes_on(stage: VoiceStage) -> None:
    await speak_over(stage, said("Pause."))
    await stage.until(lambda: stage.told(CommandHeard) and stage.voice.speaking.is_paused, playing=True)
    await speak_over(stage, said("Resume."))
    await stage.until(lambda: len(stage.told(CommandHeard)) == 2, playing=True)
    assert not stage.voice.speaking.is_paused
    assert stage.voice.state == "speaking"


async def test_where_the_echo_test_has_not_passed_only_commands_interrupt(stage: VoiceStage) -> None:
    await stage.voice.stop_speaking()
    await stage.set(echo_verdict="")
    stage.peer.script(MODEL, (Say(LONG), Pause(60)))
    await stage.reach("armed")
    await stage.converse("Tell me a joke.")
    await stage.reach("speaking")
    await speak_over(stage, quiet(1.0), said("What time is it?"))
    assert stage.voice.state == "speaking"
    await speak_over(stage, quiet(1.0), said("Stop."))
    await stage.reach("armed")


async def test_its_own_voice_in_the_microphone_is_no_question(stage: VoiceStage) -> None:
    """Loudspeaker into microphone, at a third of a person's loudness; nothing is cancelled."""
    await stage.voice.stop_speaking()
    await stage.set(echo_verdict="echo", interruption="speech")
    stage.peer.script(MODEL, (Say(LONG), Pause(60)))
    await stage.reach("armed")
    await stage.converse("Tell me a joke.")
    await stage.reach("speaking")
    for _ in range(100):
        stage.say(stage.devices.loudspeaker.run_for(0.1)[:: stage.devices.loudspeaker.rate_hz // RATE_HZ] * 0.3)
        await stage.until(lambda: not stage.devices.microphone.waiting)
    assert stage.voice.state == "speaking"
    assert len(stage.questions) <= 2 + 1


async def test_off_means_that_nobody_is_heard_while_it_speaks(stage: VoiceStage) -> None:
    await stage.voice.stop_speaking()
    await stage.set(interruption="off")
    stage.peer.script(MODEL, answer("It is ten past nine."))
    await stage.reach("armed")
    await stage.converse("What time is it?")
    await stage.reach("speaking")
    await speak_over(stage, said("Stop."))
    assert stage.told(CommandHeard) == []


async def test_listening_begins_only_when_the_loudspeaker_has_drained(stage: VoiceStage) -> None:
    await stage.voice.stop_speaking()
    stage.peer.script(MODEL, answer("It is ten past nine."))
    await stage.reach("armed")
    await stage.converse("What time is it?")
    await stage.reach("speaking")
    await stage.reach("armed")
    assert not stage.voice.playback.is_playing
    last = [change for change in stage.changes if isinstance(change, SentenceSpoken | VoiceStateChanged)]
    ended = max(at for at, change in enumerate(last) if isinstance(change, SentenceSpoken) and not change.message_id)
    armed = max(at for at, change in enumerate(last) if isinstance(change, VoiceStateChanged))
    assert ended < armed
