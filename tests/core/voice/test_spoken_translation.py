from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from core.voice.recognition import Understood
from core.voice.spoken_translation import SpokenTranslation, task_for
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


async def test_it_is_told_piece_by_piece(stage: VoiceStage, translation: SpokenTranslation) -> None:
    stage.peer.script(MODEL, answer("Wie spät ist es?"))
    pieces = [piece async for piece in translation.stream("What time is it?", "de")]
    assert "".join(pieces) == "Wie spät ist es?"
    assert [piece async for piece in translation.stream("  ", "de")] == []
