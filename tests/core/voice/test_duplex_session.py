from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from core.events import VoiceTurnBegan
from tests.peers.ollama_replies import answer
from tests.peers.voice_stage import MODEL, VoiceStage, voice_stage


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[VoiceStage]:
    async with voice_stage(tmp_path) as stage:
        yield stage


async def test_a_question_is_pressed_spoken_answered_and_heard(stage: VoiceStage) -> None:
    stage.peer.script(MODEL, answer("It is ten past nine. The sun is up."))
    await stage.press_and_say("What time is it?")
    await stage.reach("idle")
    assert stage.questions == ["What time is it?"]
    assert stage.states == ["armed", "listening", "transcribing", "thinking", "speaking", "idle"]
    (began,) = stage.told(VoiceTurnBegan)
    assert isinstance(began, VoiceTurnBegan)
    path = await stage.assistant.conversations.path(began.conversation_id)
    assert [message.text for message in path] == ["What time is it?", "It is ten past nine. The sun is up."]
    assert path[-1].heard_characters is None
    assert not stage.troubles
