from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from core.chat.token_estimate import plain_tokens
from core.voice.recognition import Understood
from core.voice.spoken_translation import SpokenTranslation, task_for
from core.voice.transcript_rows import SpokenSegment
from tests.peers.ollama_replies import answer
from tests.peers.voice_stage import MODEL, VoiceStage, voice_stage


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[VoiceStage]:
    async with voice_stage(tmp_path) as stage:
        yield stage


@pytest.fixture
def translation(stage: VoiceStage) -> SpokenTranslation:
    assistant = stage.assistant
    return SpokenTranslation(lambda: assistant.gateway, lambda: assistant.settings.values.chat)


def test_english_is_made_by_the_speech_model_where_it_can() -> None:
    assert task_for("en", can_translate=True) == "translate"
    assert task_for("en", can_translate=False) == "transcribe"
    assert task_for("de", can_translate=True) == "transcribe"
    assert task_for("", can_translate=True) == "transcribe"


async def test_what_was_said_comes_in_another_language(stage: VoiceStage, translation: SpokenTranslation) -> None:
    stage.peer.script(MODEL, answer("Guten Morgen."))
    assert await translation.translate(Understood("Good morning.", "en"), "de") == "Guten Morgen."
    assert await translation.model() == MODEL


async def test_nothing_is_asked_where_nothing_is_to_be_translated(translation: SpokenTranslation) -> None:
    assert await translation.translate(Understood("Guten Morgen.", "de"), "de") == "Guten Morgen."
    assert await translation.translate(Understood("", "en"), "de") == ""
    assert await translation.translate(Understood("Good morning.", "en"), "") == "Good morning."


LONG = {
    "en": "The committee met on Tuesday and discussed the budget for the coming year. " * 60,
    "de": "Und dann sagte er " + "noch einmal dasselbe und " * 400,
    "ja": "委員会は火曜日に会合を開き、来年の予算について話し合いました。" * 60,
    "zh": "没有标点的很长的一段话" * 300,
}
LEAST_WINDOW = 1024


def asked(stage: VoiceStage) -> list[str]:
    return [body["messages"][-1]["content"] for body in stage.peer.chats()]


def within_the_window(stage: VoiceStage) -> bool:
    """Every prompt leaves as much room for its answer as the text has, and half as much again."""
    return all(
        plain_tokens(body["messages"][0]["content"]) + 2.5 * plain_tokens(body["messages"][-1]["content"])
        < body["options"]["num_ctx"]
        for body in stage.peer.chats()
    )


@pytest.mark.parametrize("language", LONG)
async def test_a_long_speech_is_translated_in_pieces_that_fit_the_window(
    stage: VoiceStage, translation: SpokenTranslation, language: str
) -> None:
    await stage.assistant.settings.change("chat.context_tokens", LEAST_WINDOW)
    stage.peer.respond_with = lambda _: answer("Bien.")
    told = await translation.translate(Understood(LONG[language], language), "es")
    assert len(asked(stage)) > 1
    assert told == " ".join(["Bien."] * len(asked(stage)))
    assert within_the_window(stage)
    assert "".join("".join(asked(stage)).split()) == "".join(LONG[language].split()), "nothing is lost"


async def test_a_text_that_fits_is_asked_for_at_once(stage: VoiceStage, translation: SpokenTranslation) -> None:
    stage.peer.respond_with = lambda _: answer("Bien.")
    assert await translation.translate(Understood(LONG["en"], "en"), "es") == "Bien."
    assert asked(stage) == [LONG["en"].strip()]


async def test_segments_are_put_together_only_as_far_as_the_window_reaches(
    stage: VoiceStage, translation: SpokenTranslation
) -> None:
    await stage.assistant.settings.change("chat.context_tokens", LEAST_WINDOW)
    stage.peer.respond_with = lambda _: answer("Bien.")
    segments = [SpokenSegment(at, at * 1000, at * 1000 + 900, LONG["ja"][:120]) for at in range(30)]
    segments.append(SpokenSegment(30, 40_000, 90_000, LONG["zh"]))
    told = [one async for batch in translation.of_segments(segments, "es") for one in batch]
    assert [one.start_ms for one in told] == [one.start_ms for one in segments]
    assert within_the_window(stage)
