from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from core.chat.context import INTERRUPTED
from core.events import CommandHeard, DictationHeard, TurnFinished, VoiceState, VoiceTurnBegan
from tests.peers.ollama_replies import Pause, Say, answer
from tests.peers.voice_stage import MODEL, VoiceStage, quiet, voice_stage

LONG = (
    "The first sentence is rather long, so that it can be interrupted. Here is a second one. And here is a third one."
)


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[VoiceStage]:
    async with voice_stage(tmp_path) as stage:
        yield stage


async def chat_of(stage: VoiceStage) -> str:
    (began, *_) = stage.told(VoiceTurnBegan)
    assert isinstance(began, VoiceTurnBegan)
    return began.conversation_id


# ---- the key --------------------------------------------------------------------------------------------------------


async def test_a_question_is_pressed_spoken_answered_and_heard(stage: VoiceStage) -> None:
    stage.peer.script(MODEL, answer("It is ten past nine. The sun is up."))
    await stage.press_and_say("What time is it?")
    await stage.reach("idle")
    assert stage.questions == ["What time is it?"]
    assert stage.states == ["armed", "listening", "transcribing", "thinking", "speaking", "idle"]
    path = await stage.assistant.conversations.path(await chat_of(stage))
    assert [message.text for message in path] == ["What time is it?", "It is ten past nine. The sun is up."]
    assert path[-1].heard_characters is None
    assert stage.loudest > 0.05
    budget = stage.voice.last_budget
    assert None not in (budget.engine_ms, budget.first_token_ms, budget.first_sample_ms, budget.synthesis_ms)
    assert not stage.troubles


async def test_the_second_question_goes_to_the_same_chat(stage: VoiceStage) -> None:
    for _ in range(2):
        await stage.press_and_say("What time is it?")
        await stage.reach("idle")
    assert stage.questions == ["What time is it?", "What time is it?"]
    assert len(await stage.assistant.conversations.list()) == 1


async def test_a_question_may_go_to_a_chat_that_leaves_no_trace(stage: VoiceStage) -> None:
    chat = await stage.assistant.private.create()
    await stage.press_and_say("Thank you.", conversation_id=chat.conversation_id)
    await stage.reach("idle")
    assert len(await stage.assistant.private.path(chat.conversation_id)) == 2
    assert await stage.assistant.conversations.list() == []


async def test_a_question_counts_whole_that_was_over_before_its_first_sound_was_looked_at(stage: VoiceStage) -> None:
    await stage.voice.press()
    stage.say("What time is it?")
    stage.clock.move(1.5)
    await stage.voice.release()
    assert stage.voice.state == "transcribing"
    stage.say(quiet(0.5))
    await stage.reach("idle")
    assert stage.questions == ["What time is it?"]


async def test_a_question_counts_whole_that_was_over_before_the_detector_was_loaded(stage: VoiceStage) -> None:
    await stage.voice.press()
    stage.say(quiet(0.5), "What time is it?")
    await stage.reach("listening")
    assert stage.devices.microphone.waiting
    stage.clock.move(1.5)
    await stage.voice.release()
    stage.say(quiet(0.5))
    await stage.reach("idle")
    assert stage.questions == ["What time is it?"]


async def test_quiet_before_the_words_is_not_their_end_when_all_of_it_still_waits_at_key_up(stage: VoiceStage) -> None:
    await stage.press_and_say("Thank you.")
    await stage.reach("idle")
    stage.clock.move(1.0)
    await stage.voice.press()
    stage.say(quiet(1.0), "What time is it?")
    await stage.reach("listening")
    assert stage.devices.microphone.waiting_s > 1.0
    stage.clock.move(2.0)
    await stage.voice.release()
    stage.say(quiet(0.5))
    await stage.reach("idle")
    assert stage.questions[-1] == "What time is it?"


async def test_a_key_let_go_before_the_microphone_gave_anything_ends_quietly(stage: VoiceStage) -> None:
    await stage.voice.press()
    stage.clock.move(1.5)
    await stage.voice.release()
    await stage.reach("idle")
    assert stage.questions == []
    assert not stage.troubles


async def test_what_is_only_dictated_is_announced_and_nothing_is_asked(stage: VoiceStage) -> None:
    await stage.press_and_say("Take a note.", purpose="dictate")
    await stage.reach("idle")
    assert stage.told(DictationHeard) == [DictationHeard("Take a note.")]
    assert stage.questions == []


async def test_a_short_press_is_ignored_and_a_double_tap_latches(stage: VoiceStage) -> None:
    await stage.voice.press()
    stage.clock.move(0.1)
    await stage.voice.release()
    assert stage.voice.state == "idle"
    stage.clock.move(0.2)
    await stage.voice.press()
    await stage.voice.release()
    assert (stage.voice.state, stage.voice.mode) == ("armed", "hands_free")
    assert stage.questions == []


async def test_fifty_rapid_presses_leave_everything_as_it_was(stage: VoiceStage) -> None:
    for _ in range(50):
        await stage.voice.press()
        stage.clock.move(0.1)
        await stage.voice.release()
        stage.clock.move(1.0)
    assert (stage.voice.state, stage.voice.mode) == ("idle", "off")
    await stage.press_and_say("Thank you.")
    await stage.reach("idle")
    assert stage.questions == ["Thank you."]


async def test_presses_that_nobody_waits_for_do_no_harm_either(stage: VoiceStage) -> None:
    async with asyncio.TaskGroup() as group:
        for _ in range(50):
            group.create_task(stage.voice.press())
            group.create_task(stage.voice.release())
    await stage.voice.cancel()
    assert stage.voice.state in ("idle", "armed")
    await stage.voice.hands_free(False)
    assert stage.voice.state == "idle"


async def test_escape_forgets_what_is_being_said(stage: VoiceStage) -> None:
    await stage.voice.press()
    stage.say("What time is it?")
    await stage.reach("listening")
    await stage.voice.cancel()
    assert stage.voice.state == "idle"
    await stage.voice.release()
    assert stage.questions == []


async def test_a_press_before_the_text_is_there_goes_on_with_the_same_utterance(stage: VoiceStage) -> None:
    await stage.voice.press()
    stage.say("What")
    await stage.until(lambda: stage.voice.state == "listening" and not stage.devices.microphone.waiting)
    stage.clock.move(1.0)
    await stage.voice.release()
    assert stage.voice.state == "transcribing"
    stage.clock.move(1.0)
    await stage.voice.press()
    assert stage.voice.state == "listening"
    await stage.voice.cancel()


async def test_silence_and_noise_are_no_question(stage: VoiceStage) -> None:
    await stage.press_and_say(quiet(2.0))
    await stage.reach("idle")
    assert stage.questions == []
    assert stage.told(VoiceTurnBegan) == []


async def test_a_command_is_carried_out_and_not_asked(stage: VoiceStage) -> None:
    await stage.press_and_say("Start a new chat.")
    await stage.reach("idle")
    await stage.until(lambda: stage.told(CommandHeard))
    (heard,) = stage.told(CommandHeard)
    assert isinstance(heard, CommandHeard)
    assert heard.command == "new_chat"
    assert stage.questions == []


async def test_without_commands_a_command_is_a_question(stage: VoiceStage) -> None:
    await stage.set(commands=False)
    await stage.press_and_say("Start a new chat.")
    await stage.reach("idle")
    assert stage.questions == ["Start a new chat."]


# ---- answers --------------------------------------------------------------------------------------------------------


async def test_a_press_interrupts_and_the_model_is_told_how_much_was_heard(stage: VoiceStage) -> None:
    stage.peer.script(MODEL, (Say(LONG), Pause(60)), answer("Yes."))
    await stage.press_and_say("Tell me a joke.")
    await stage.reach("speaking")
    stage.devices.loudspeaker.run_for(1.0)
    await stage.press_and_say("Thank you.")
    await stage.reach("idle")
    path = await stage.assistant.conversations.path(await chat_of(stage))
    assert [message.state for message in path] == ["complete", "stopped", "complete", "complete"]
    heard = path[1].heard_characters
    assert heard is not None
    assert 0 < heard < len(LONG)
    told = stage.peer.chats()[-1]["messages"][-2]["content"]
    assert told == f"{LONG[:heard].rstrip()}\n\n{INTERRUPTED}"


async def test_windows_see_the_spoken_turn_live_and_late(stage: VoiceStage) -> None:
    stage.peer.script(MODEL, answer("It is ten past nine."))
    await stage.press_and_say("What time is it?")
    await stage.reach("idle")
    events = [event async for event in stage.voice.turn_events(await chat_of(stage))]
    assert isinstance(events[-1], TurnFinished)
    assert [event async for event in stage.voice.turn_events("elsewhere")] == []


async def test_closing_the_events_stops_turn_and_voice(stage: VoiceStage) -> None:
    stage.peer.script(MODEL, (Say(LONG), Pause(60)))
    await stage.press_and_say("Tell me a joke.")
    await stage.reach("speaking")
    events = stage.voice.turn_events(await chat_of(stage))
    await anext(events)
    await events.aclose()
    await stage.reach("idle")
    assert (await stage.assistant.conversations.path(await chat_of(stage)))[-1].state == "stopped"


async def test_answers_that_are_not_to_be_spoken_are_only_written(stage: VoiceStage) -> None:
    await stage.set(speak_answers="never")
    stage.peer.script(MODEL, answer("It is ten past nine."))
    await stage.press_and_say("What time is it?")
    await stage.reach("idle")
    assert "speaking" not in stage.states
    assert not stage.devices.loudspeakers


async def test_a_message_is_read_aloud_without_a_microphone(stage: VoiceStage) -> None:
    stage.devices.pull_out("mic")
    chat = await stage.assistant.conversations.create()
    message = await stage.assistant.conversations.append(
        chat.conversation_id, parent_id=None, role="assistant", text="Good morning to you."
    )
    await stage.voice.read_aloud(message.message_id)
    await stage.reach("speaking")
    assert stage.voice.mode == "reading"
    await stage.reach("idle")
    assert not stage.troubles
    assert stage.loudest > 0.05


async def test_reading_aloud_can_be_paused_and_stopped(stage: VoiceStage) -> None:
    chat = await stage.assistant.conversations.create()
    message = await stage.assistant.conversations.append(
        chat.conversation_id, parent_id=None, role="assistant", text=LONG
    )
    await stage.voice.read_aloud(message.message_id)
    await stage.reach("speaking")
    await stage.voice.pause()
    stage.devices.loudspeaker.run_for(0.2)
    assert not stage.devices.loudspeaker.run_for(1.0).any()
    await stage.voice.resume()
    assert stage.devices.loudspeaker.run_for(1.0).any()
    await stage.voice.stop_speaking()
    assert stage.voice.state == "idle"
    kept = await stage.assistant.conversations.message(message.message_id)
    assert kept.heard_characters is None, "it was not an answer that was interrupted"


# ---- hands-free -----------------------------------------------------------------------------------------------------


async def test_hands_free_listens_answers_and_listens_again(stage: VoiceStage) -> None:
    stage.peer.script(MODEL, answer("It is ten past nine."), answer("You are welcome."))
    await stage.voice.hands_free(True)
    for text in ("What time is it?", "Thank you."):
        await stage.reach("armed")
        await stage.until(lambda: not stage.devices.microphone.waiting)
        await stage.converse(text)
        await stage.reach("speaking")
        await stage.reach("armed")
    assert stage.questions == ["What time is it?", "Thank you."]
    assert stage.voice.mode == "hands_free"
    await stage.voice.hands_free(False)
    assert (stage.voice.state, stage.voice.mode) == ("idle", "off")


async def test_hands_free_ends_after_a_minute_of_silence(stage: VoiceStage) -> None:
    await stage.voice.hands_free(True)
    stage.say(quiet(59.0))
    await stage.until(lambda: not stage.devices.microphone.waiting)
    assert stage.voice.mode == "hands_free"
    stage.say(quiet(2.0))
    await stage.reach("idle")
    assert stage.voice.mode == "off"


async def test_an_hour_of_silence_asks_nothing(stage: VoiceStage, *, storm: bool) -> None:
    """An hour with --storm, else three minutes."""
    await stage.set(wake=True)
    await stage.voice.listen_for_phrase(True)
    for _ in range(180 if storm else 9):
        stage.say(quiet(20.0))
        await stage.until(lambda: not stage.devices.microphone.waiting)
    assert stage.questions == []
    assert stage.voice.mode == "waiting_for_phrase"


@pytest.mark.parametrize("state", ["armed", "listening", "transcribing", "thinking", "speaking"])
async def test_a_lock_ends_everything_in_every_state(stage: VoiceStage, state: VoiceState) -> None:
    stage.peer.script(MODEL, (Pause(0.5), Say(LONG), Pause(60)))
    await stage.voice.press()
    if state != "armed":
        stage.say("Tell me a joke.")
        await stage.until(lambda: stage.voice.state == "listening" and not stage.devices.microphone.waiting)
    if state not in ("armed", "listening"):
        stage.clock.move(1.0)
        await stage.voice.release()
    if state in ("thinking", "speaking"):
        stage.say(quiet(0.5))
        await stage.reach(state)
    assert stage.voice.state == state
    voice = stage.voice
    await stage.assistant.lock()
    assert (voice.state, voice.microphone_open) == ("idle", False)
    assert all(microphone.is_closed for microphone in stage.devices.microphones)
    assert all(loudspeaker.is_closed for loudspeaker in stage.devices.loudspeakers)
    child = voice.engines.recogniser.process
    assert child is None or not child.alive
    assert not stage.running()
