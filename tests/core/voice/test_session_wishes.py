"""What the owner wishes of a conversation beside the words: another language, and that moods are noticed."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from core.events import DictationHeard, MoodHeard
from core.voice.mood import FEWEST_UTTERANCES, Prosody, hint_for_prompt
from core.voice.voice_trouble import SpeechNotTranslated
from models.speech.engines import Hearing
from tests.peers.ollama_replies import Pause, Say, answer
from tests.peers.voice_stage import MODEL, VoiceStage, quiet, said, voice_stage


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[VoiceStage]:
    async with voice_stage(tmp_path) as stage:
        yield stage


async def test_engines_are_not_tried_while_somebody_talks_or_is_answered(stage: VoiceStage) -> None:
    """That takes every core, for seconds."""
    await stage.voice.engines.warm()
    assert "ears at rest" in stage.running()
    stage.peer.script(MODEL, (Say("It is ten past nine. "), Pause(60)))
    await stage.voice.press()
    stage.say("What time is it?")
    await stage.until(lambda: stage.voice.state == "listening")
    assert "ears at rest" not in stage.running()
    await stage.until(lambda: not stage.devices.microphone.waiting)
    stage.clock.move(1.0)
    await stage.voice.release()
    stage.say(quiet(0.5))
    await stage.reach("speaking")
    assert "ears at rest" not in stage.running()
    await stage.voice.cancel()
    await stage.reach("idle")
    assert "ears at rest" in stage.running()


# ---- another language -----------------------------------------------------------------------------------------------


async def test_a_question_is_asked_in_the_language_it_is_to_be_translated_into(stage: VoiceStage) -> None:
    await stage.set(translate_to="de")
    stage.peer.script(MODEL, answer("Wie spät ist es?"), answer("Zehn nach neun."))
    await stage.press_and_say("What time is it?")
    await stage.reach("idle")
    assert stage.questions == ["What time is it?", "Wie spät ist es?"]
    (chat,) = await stage.assistant.conversations.list()
    path = await stage.assistant.conversations.path(chat.conversation_id)
    assert [message.text for message in path] == ["Wie spät ist es?", "Zehn nach neun."]
    assert not stage.troubles


async def test_what_is_dictated_comes_in_the_other_language(stage: VoiceStage) -> None:
    await stage.set(translate_to="es")
    stage.peer.script(MODEL, answer("Gracias."))
    await stage.press_and_say("Thank you.", purpose="dictate")
    await stage.reach("idle")
    assert stage.told(DictationHeard) == [DictationHeard("Gracias.")]


async def test_a_command_is_carried_out_in_the_language_it_was_said_in(stage: VoiceStage) -> None:
    await stage.set(translate_to="de")
    await stage.press_and_say("Start a new chat.")
    await stage.reach("idle")
    assert stage.questions == []


async def test_english_comes_from_the_language_model_where_the_ear_cannot_translate(stage: VoiceStage) -> None:
    """The small Whisper of the tests is one that cannot: it knows no other language."""
    await stage.voice.engines.warm()
    assert not stage.voice.engines.recogniser.translates
    with pytest.raises(SpeechNotTranslated):
        await stage.voice.engines.recogniser.transcribe(said("Thank you."), Hearing(task="translate"))
    await stage.set(translate_to="en", spoken_language="")
    await stage.press_and_say("Thank you.", purpose="dictate")
    await stage.reach("idle")
    assert len(stage.told(DictationHeard)) == 1
    assert not stage.troubles


@pytest.mark.parametrize("purpose", ["ask", "dictate"])
async def test_what_nobody_can_translate_stays_as_it_was_said(stage: VoiceStage, purpose: str) -> None:
    await stage.set(translate_to="de")
    await stage.assistant.settings.change("model_server.ollama_address", "http://127.0.0.1:9")
    await stage.assistant.settle()
    await stage.press_and_say("Thank you.", purpose=purpose)
    await stage.reach("idle")
    assert stage.troubles[0] == "SaidUntranslated"
    if purpose == "dictate":
        assert stage.told(DictationHeard) == [DictationHeard("Thank you.")]
    else:
        (chat,) = await stage.assistant.conversations.list()
        assert (await stage.assistant.conversations.path(chat.conversation_id))[0].text == "Thank you."


# ---- mood -----------------------------------------------------------------------------------------------------------


async def test_a_mood_reaches_the_model_only_where_something_stands_out(
    stage: VoiceStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is measured of the voice is scripted; what is made of it is not."""
    usual = Prosody(pitch_hz=140.0, pitch_range=5.0, energy_db=-25.0, pace=4.5, voiced_s=1.0)
    measured = [usual] * FEWEST_UTTERANCES + [replace(usual, pitch_hz=120.0, energy_db=-35.0, pace=2.5)]
    monkeypatch.setattr("core.voice.mood.prosody", lambda samples: measured.pop(0))
    await stage.set(mood=True, speak_answers="never")
    for _ in range(FEWEST_UTTERANCES):  # what is usual has to be known first
        await stage.press_and_say("Thank you.")
        await stage.reach("idle")
    assert stage.told(MoodHeard) == [MoodHeard("")] * FEWEST_UTTERANCES
    assert "The user sounds" not in str(stage.peer.chats())
    await stage.press_and_say("Thank you.")
    await stage.reach("idle")
    assert stage.told(MoodHeard)[-1] == MoodHeard("tired")
    assert hint_for_prompt("tired") in str(stage.peer.chats()[-1])


async def test_no_mood_is_sought_where_nobody_wants_it(stage: VoiceStage, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(samples: object) -> object:
        raise AssertionError("nobody wanted it")

    monkeypatch.setattr("core.voice.mood.prosody", never)
    await stage.press_and_say("Thank you.")
    await stage.reach("idle")
    assert stage.told(MoodHeard) == []
    assert stage.questions == ["Thank you."]
    assert not stage.troubles
