"""Wake phrases in a conversation: what begins one, what does not, and for how long it goes on."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import numpy as np
import pytest

from core.events import CommandHeard, LiveTextChanged, VoiceStateChanged
from tests.peers.ollama_replies import answer
from tests.peers.spoken_corpus import speech
from tests.peers.voice_stage import MODEL, VoiceStage, quiet, said, voice_stage


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[VoiceStage]:
    """Waiting for a phrase that the small Whisper knows."""
    async with voice_stage(tmp_path) as stage:
        await stage.set(wake=True, wake_phrases=("Open the settings",))
        await stage.voice.listen_for_phrase(True)
        yield stage


async def heard(stage: VoiceStage, *sounds: str | np.ndarray) -> None:
    """Say this, be quiet for a second, and wait until all of it has come in."""
    stage.say(*sounds, quiet(1.5))
    await stage.until(lambda: not stage.devices.microphone.waiting)


async def test_after_the_phrase_alone_the_question_is_listened_to(stage: VoiceStage) -> None:
    stage.peer.script(MODEL, answer("It is ten past nine."))
    await heard(stage, "Open the settings.")
    await stage.reach("listening")
    assert stage.voice.mode == "hands_free"
    await stage.converse("What time is it?")
    await stage.reach("speaking")
    assert stage.questions == ["What time is it?"]


async def test_whoever_says_only_the_phrase_has_six_seconds(stage: VoiceStage) -> None:
    await heard(stage, "Open the settings.")
    await stage.reach("listening")
    stage.say(quiet(4.0))
    await stage.until(lambda: not stage.devices.microphone.waiting)
    assert stage.voice.state == "listening"
    stage.say(quiet(3.0))
    await stage.reach("armed")
    assert stage.voice.mode == "waiting_for_phrase"
    assert stage.questions == []


async def test_what_follows_in_the_same_breath_is_asked(stage: VoiceStage) -> None:
    await stage.set(wake_phrases=("Set a timer",))
    stage.peer.script(MODEL, answer("Yes."))
    await heard(stage, "Set a timer for five minutes.")
    await stage.reach("speaking", "thinking")
    await stage.until(lambda: stage.questions)
    assert stage.questions == ["for five minutes."]


@pytest.mark.parametrize("loudness", [1.0, 0.1])
async def test_a_phrase_after_a_long_quiet_is_heard_from_its_first_syllable_on(
    stage: VoiceStage, loudness: float
) -> None:
    """The detector has been asleep for a while by then."""
    await stage.set(wake_phrases=("Set a timer",))
    stage.peer.script(MODEL, answer("Yes."))
    said = speech("Set a timer for five minutes.", loudness=loudness, lead_s=0, tail_s=0.3)
    await heard(stage, quiet(20.0), said)
    await stage.until(lambda: stage.questions)
    assert stage.questions == ["for five minutes."]


async def test_a_command_in_the_same_breath_is_carried_out(stage: VoiceStage) -> None:
    await stage.set(wake_phrases=("Start a",))
    await heard(stage, "Start a new chat.")
    await stage.until(lambda: stage.told(CommandHeard))
    assert [change.command for change in stage.told(CommandHeard) if isinstance(change, CommandHeard)] == ["new_chat"]
    assert (stage.voice.state, stage.voice.mode) == ("armed", "waiting_for_phrase")
    assert stage.questions == []


async def test_after_an_answer_nobody_has_to_say_the_phrase_again_for_a_while(stage: VoiceStage) -> None:
    stage.peer.script(MODEL, answer("Yes."), answer("You are welcome."))
    await heard(stage, "Open the settings.")
    await stage.reach("listening")
    await stage.converse("What time is it?")
    await stage.reach("speaking")
    await stage.reach("armed")
    assert stage.voice.mode == "hands_free"
    await stage.converse("Thank you.")
    await stage.reach("speaking")
    await stage.reach("armed")
    assert stage.questions == ["What time is it?", "Thank you."]
    stage.say(quiet(9.0))
    await stage.until(lambda: stage.voice.mode == "waiting_for_phrase")
    await heard(stage, "Tell me a joke.")
    assert stage.voice.state == "armed"
    assert len(stage.questions) == 2


async def test_other_speech_is_not_answered_and_not_shown(stage: VoiceStage) -> None:
    for text in ("What time is it?", "Tell me a joke.", "Open the browser.", "Good morning."):
        await heard(stage, text)
    await heard(stage, speech("The weather is fine and we walk home.", voice="en-gb", lead_s=0.3, tail_s=0.3))
    await heard(stage, "Open the settings.")
    await stage.reach("listening")
    assert stage.states == ["armed", "listening"]
    assert stage.questions == []
    assert stage.told(LiveTextChanged) == []


async def test_silence_costs_no_recognition_and_makes_no_text(stage: VoiceStage, *, storm: bool) -> None:
    for _ in range(180 if storm else 5):
        stage.say(quiet(20.0))
        await stage.until(lambda: not stage.devices.microphone.waiting)
    assert stage.voice.engines.phrase_recogniser.process is None, "nobody was listened to"
    assert stage.questions == []
    assert stage.told(LiveTextChanged) == []
    assert stage.voice.mode == "waiting_for_phrase"


async def test_phrases_that_are_changed_count_at_once(stage: VoiceStage) -> None:
    await stage.set(wake_phrases=("Take a screenshot",))
    await heard(stage, "Open the settings.")
    await heard(stage, "Take a screenshot.")
    await stage.reach("listening")
    assert stage.states == ["armed", "listening"]


async def test_a_phrase_is_known_in_every_language_of_its_owner(stage: VoiceStage) -> None:
    await stage.assistant.settings.change("appearance.language", "de")
    await stage.set(spoken_language="")
    words = stage.voice._session._words
    assert words._languages() == ("en", "de")
    await stage.set(spoken_language="es")
    assert words._languages() == ("es", "de", "en")


# ---- a microphone that is closed meanwhile --------------------------------------------------------------------------


async def test_a_muted_conversation_hears_nothing_and_goes_on(stage: VoiceStage) -> None:
    await stage.voice.hands_free(True)
    await stage.voice.mute(True)
    assert (stage.voice.state, stage.voice.mode) == ("armed", "hands_free")
    assert stage.told(VoiceStateChanged)[-1] == VoiceStateChanged(
        "armed", "hands_free", microphone_open=False, muted=True
    )
    assert all(one.is_closed for one in stage.devices.microphones)
    stage.peer.script(MODEL, answer("It is ten past nine."))
    await stage.voice.mute(False)
    assert not stage.voice.muted
    await stage.converse("What time is it?")
    await stage.reach("speaking")
    await stage.reach("armed")
    assert stage.questions == ["What time is it?"]


async def test_what_is_being_said_when_it_is_muted_is_forgotten(stage: VoiceStage) -> None:
    await stage.voice.hands_free(True)
    stage.say(said("Tell me a joke.")[:16_000])
    await stage.reach("listening")
    await stage.voice.mute(True)
    assert (stage.voice.state, stage.voice.mode) == ("armed", "hands_free")
    assert stage.questions == []


async def test_an_answer_is_spoken_on_while_it_is_muted(stage: VoiceStage) -> None:
    stage.peer.script(MODEL, answer("It is ten past nine. The sun is up."))
    await stage.voice.hands_free(True)
    await stage.converse("What time is it?")
    await stage.reach("speaking")
    await stage.voice.mute(True)
    assert stage.voice.state == "speaking"
    await stage.reach("armed")
    (chat,) = await stage.assistant.conversations.list()
    path = await stage.assistant.conversations.path(chat.conversation_id)
    assert path[-1].heard_characters is None
    assert not stage.voice.microphone_open


async def test_waiting_for_a_phrase_is_muted_too_and_the_key_is_heard_all_the_same(stage: VoiceStage) -> None:
    await stage.voice.mute(True)
    assert (stage.voice.mode, stage.voice.microphone_open) == ("waiting_for_phrase", False)
    await stage.press_and_say("Thank you.")
    await stage.reach("armed")
    assert stage.questions == ["Thank you."]
    assert not stage.voice.muted


async def test_nothing_is_muted_where_no_conversation_goes_on(stage: VoiceStage) -> None:
    await stage.voice.listen_for_phrase(False)
    await stage.voice.mute(True)
    assert not stage.voice.muted
    assert stage.voice.state == "idle"
