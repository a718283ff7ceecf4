"""A whole conversation with one key, from spoken sound to spoken sound: real sound server, real engines, no window."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from core.assistant import Assistant
from core.events import Change, CommandHeard, VoiceState, VoiceTrouble
from core.voice.voice import Voice
from models.library import ModelFiles
from models.speech.engines import RATE_HZ, Hearing, Samples
from models.speech.whisper_process import WhisperProcess
from tests.peers.ollama_replies import Pause, Say, answer
from tests.peers.ollama_server import OllamaPeer
from tests.peers.patience import PATIENCE_S
from tests.peers.profile_at_hand import ProfileAtHand
from tests.peers.speaking_stage import UNIT_VOICE, install_voice
from tests.peers.virtual_sound import VirtualSound, missing_programs
from tests.peers.voice_stage import COMMANDS, MODEL, install_whisper, said

pytestmark = pytest.mark.skipif(bool(missing_programs()), reason="no sound server here")

_AUDIBLE = 0.01


@dataclass
class Room:
    """A person, a microphone, a loudspeaker, and Hearth without a window."""

    sound: VirtualSound
    assistant: Assistant
    peer: OllamaPeer
    changes: list[Change] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.assistant.announcer.subscribe(self.changes.append)

    @property
    def voice(self) -> Voice:
        return self.assistant.voice

    @property
    def questions(self) -> list[str]:
        asked = [str(chat["messages"][-1]["content"]).split("\n")[0] for chat in self.peer.chats()]
        return [question for question in asked if not question.startswith("Do not answer")]  # what is to be remembered

    async def until(self, condition: Callable[[], object]) -> None:
        async with asyncio.timeout(PATIENCE_S):
            while not condition():  # noqa: ASYNC110 - the conditions are many, and none has an event
                await asyncio.sleep(0.01)  # real sound: nothing tells when it has gone through the server

    async def reach(self, *states: VoiceState) -> None:
        await self.until(lambda: self.voice.state in states)

    async def say(self, text: str) -> None:
        """Into the microphone, in the time that it takes."""
        spoken = await asyncio.to_thread(self.sound.speak, said(text))
        await asyncio.to_thread(spoken.wait)

    async def hold_and_say(self, text: str) -> None:
        """The one key."""
        await self.voice.press()
        await self.reach("listening")
        await self.say(text)
        await self.voice.release()

    async def heard_back(self, sound: Samples) -> str:
        """What another pair of ears understands of what the loudspeaker played."""
        loud = [at for at, size in enumerate(abs(sound)) if size > _AUDIBLE]
        clip = sound[max(0, loud[0] - RATE_HZ // 4) : loud[-1] + RATE_HZ // 4]
        ears = WhisperProcess(COMMANDS)
        try:
            return (await ears.transcribe(clip, Hearing(language="en"))).text
        finally:
            await ears.aclose()


@asynccontextmanager
async def room_in(folder: Path) -> AsyncIterator[Room]:
    with VirtualSound() as sound:
        async with OllamaPeer() as peer:
            at_hand = ProfileAtHand(folder / "hearth", peer.address)
            files = ModelFiles(at_hand.paths.models)
            install_whisper(files)
            install_voice(files, "piper:en-unit", UNIT_VOICE)
            async with at_hand.assistant() as assistant:
                for name, value in {"spoken_language": "en", "echo_verdict": "clear", "sounds": False}.items():
                    await assistant.settings.change(f"voice.{name}", value)
                await assistant.settings.change("chat.automatic_titles", False)
                room = Room(sound, assistant, peer)
                await room.voice.warm()
                yield room


async def test_a_person_holds_a_whole_conversation_with_one_key(tmp_path: Path) -> None:
    async with room_in(tmp_path) as room:
        # Press, ask, let go: the answer is spoken, and somebody else understands it.
        room.peer.script(MODEL, answer("Set a timer for five minutes."))
        recorder = await asyncio.to_thread(room.sound.listen)
        await room.hold_and_say("What time is it?")
        await room.reach("speaking")
        await room.reach("idle")
        played = await asyncio.to_thread(recorder.stop)
        assert room.questions == ["What time is it?"]
        assert await room.heard_back(played) == "Set a timer for five minutes."
        budget = room.voice.last_budget
        assert None not in (budget.capture_ms, budget.endpoint_ms, budget.engine_ms, budget.first_sample_ms)

        # A long answer is interrupted by voice; what was said is the next question, and the rest was not heard.
        long = " ".join(f"This is sentence number {number} of a long answer." for number in range(40))
        room.peer.script(MODEL, (Say(long), Pause(120)), answer("Good night."))
        await room.hold_and_say("Tell me a joke.")
        await room.reach("speaking")
        recorder = await asyncio.to_thread(room.sound.listen)
        await asyncio.to_thread(recorder.until, lambda samples: bool((abs(samples) > _AUDIBLE).any()))
        await asyncio.to_thread(recorder.stop)
        await room.say("What is the weather like?")
        await room.until(lambda: len(room.questions) == 3)
        assert room.questions[1:] == ["Tell me a joke.", "What is the weather like?"]
        path = await room.assistant.conversations.path(room.voice.conversation_id)
        assert path[3].state == "stopped"
        assert path[3].heard_characters is not None
        assert 0 <= path[3].heard_characters < len(long)
        await room.reach("idle")

        # Two taps: hands-free. A question without a key, its answer, “stop” over the next one, and it listens on.
        room.peer.script(MODEL, answer("You are welcome."), (Say(long), Pause(120)))
        for _ in range(2):
            await room.voice.press()
            await room.voice.release()
        assert room.voice.mode == "hands_free"
        await room.until(lambda: room.voice.level().rms_db > -200)
        await room.say("Read my messages.")
        await room.reach("speaking")
        await room.reach("armed")
        await room.say("Tell me a joke.")
        await room.reach("speaking")
        await room.say("Stop.")
        await room.until(lambda: any(isinstance(change, CommandHeard) for change in room.changes))
        await room.reach("armed")
        assert len(room.questions) == 5
        assert room.voice.mode == "hands_free"

        # One tap ends it; nothing listens any more.
        await room.voice.press()
        await room.voice.release()
        await room.reach("idle")
        assert room.voice.mode == "off"
        troubles = {change.error.code for change in room.changes if isinstance(change, VoiceTrouble)}
        assert troubles <= {"MicrophoneSilent"}, "between two sentences this microphone gives exact zeros"
    assert room.voice.microphone_open is False
