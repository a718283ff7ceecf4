"""A room for measuring the voice: the real assistant, real engines, a real sound server with virtual devices.

Time is real here. The microphone is timed by the frames that reach the process: sample k of the stream cannot have been
said later than it came, so the earliest arrivals of a stretch tell when each sample was there; what looking, waking and
framing add to that is ours.
"""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from core.assistant import Assistant
from core.events import Change, VoiceState, VoiceStateChanged
from core.voice.voice import Voice
from models.library import ModelFiles
from models.speech.engines import RATE_HZ, Samples, Saying
from tests.bench.stream_bench import serving
from tests.peers.profile_at_hand import ProfileAtHand
from tests.peers.scripted_sound import ScriptedDevices
from tests.peers.speaking_stage import UNIT_VOICE, install_voice
from tests.peers.spoken_corpus import speech
from tests.peers.virtual_sound import VirtualSound
from tests.peers.voice_stage import COMMANDS, install_whisper

PATIENCE_S = 60.0
LOUD = 0.003
PHRASES = (
    "What time is it?",
    "Tell me a joke.",
    "Good morning.",
    "Open the browser.",
    "What is the weather like?",
    "Take a screenshot.",
    "What can you do?",
    "Play some music.",
    "Read my messages.",
    "Who are you?",
    "Switch to dark mode.",
    "Summarize this page.",
)


@dataclass
class VoiceRoom:
    """An open assistant that can be spoken to. Entered by `voice_room`."""

    assistant: Assistant
    virtual: VirtualSound | None
    changes: list[tuple[float, Change]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.assistant.announcer.subscribe(lambda change: self.changes.append((time.perf_counter(), change)))

    @property
    def voice(self) -> Voice:
        """What is measured."""
        return self.assistant.voice

    @property
    def sound(self) -> VirtualSound:
        """The virtual devices; only where the room has them."""
        assert self.virtual is not None
        return self.virtual

    async def set(self, **values: object) -> None:
        """Change settings of the voice."""
        for name, value in values.items():
            await self.assistant.settings.change(f"voice.{name}", value)

    async def until(self, is_so: Callable[[], object]) -> None:
        """Until it is so; looks each millisecond."""
        async with asyncio.timeout(PATIENCE_S):
            while not is_so():  # noqa: ASYNC110 (a bench looks from outside)
                await asyncio.sleep(0.001)

    async def first(self, since: int, wanted: Callable[[Change], bool]) -> float:
        """When the first such change after number `since` was announced."""
        found: list[float] = []

        def look() -> bool:
            found.extend(at for at, change in self.changes[since:] if wanted(change))
            return bool(found)

        await self.until(look)
        return found[0]

    async def reached(self, since: int, *states: VoiceState) -> float:
        """When the session came to one of these states, after change number `since`."""
        return await self.first(since, lambda change: isinstance(change, VoiceStateChanged) and change.state in states)

    async def loaded(self) -> None:
        """Everything is loaded and has worked once."""
        await self.voice.warm()
        await self.voice.engines.detector()
        voice = (await self.voice.voices.choice_for("en")).synthesiser
        async for _ in voice.synthesise("Warm.", Saying()):
            pass


@asynccontextmanager
async def voice_room(
    *, whisper: Path = COMMANDS, virtual: bool = True, script: str = "demo", tokens_per_s: float = 40.0
) -> AsyncIterator[VoiceRoom]:
    """A room with one recogniser and one Piper voice; without `virtual` the sound devices are scripted."""
    with tempfile.TemporaryDirectory() as folder, serving(script, tokens_per_s=tokens_per_s) as address:
        at_hand = ProfileAtHand(Path(folder) / "hearth", address)
        files = ModelFiles(at_hand.paths.models)
        install_whisper(files, "whisper:measured", whisper)
        install_voice(files, "piper:en-unit", UNIT_VOICE)
        sound = VirtualSound() if virtual else None
        try:
            if sound is not None:
                sound.__enter__()
            async with at_hand.assistant(sound=None if virtual else ScriptedDevices()) as assistant:
                await assistant.settings.change("chat.automatic_titles", False)
                room = VoiceRoom(assistant, sound)
                await room.set(spoken_language="en", sounds=False)
                yield room
        finally:
            if sound is not None:
                sound.close()


def phrase(text: str, *, lead_s: float = 0.0, tail_s: float = 0.0) -> Samples:
    """One of `PHRASES`, without silence around it; it begins and ends audibly."""
    return speech(text, voice="en-us", loudness=1.0, lead_s=lead_s, tail_s=tail_s)


class Watch:
    """Follows the microphone: what came in, and when each sample must have been there."""

    def __init__(self, room: VoiceRoom) -> None:
        self._reader = room.voice.capture.frames(lazily=True)  # only the raw sound is looked at
        self._arrivals: list[tuple[int, float]] = []
        self._sound: list[Samples] = []
        self._task = asyncio.create_task(self._follow())

    async def _follow(self) -> None:
        async for frame in self._reader:
            self._arrivals.append((frame.end_sample, time.perf_counter()))
            self._sound.append(frame.raw)

    @property
    def sound(self) -> Samples:
        """All that came in."""
        return np.concatenate(self._sound) if self._sound else np.zeros(0, dtype=np.float32)

    @property
    def start_sample(self) -> int:
        """Number of the first sample of `sound`."""
        return self._arrivals[0][0] - len(self._sound[0])

    def when(self, sample: int) -> float:
        """When this sample was there at the earliest, also one that will only come."""
        return min(at - end / RATE_HZ for end, at in self._arrivals) + sample / RATE_HZ

    async def onset(self, room: VoiceRoom) -> int:
        """The first loud sample; waits for it."""
        await room.until(lambda: len(self._sound) and np.abs(self.sound).max() > LOUD)
        return self.start_sample + int(np.argmax(np.abs(self.sound) > LOUD))

    async def stop(self) -> None:
        """End it."""
        await self._reader.aclose()
        self._task.cancel()
        await asyncio.wait([self._task])


def audible(sound: Samples) -> tuple[int, int]:
    """The first and the last loud sample of a clip."""
    loud = np.flatnonzero(np.abs(sound) > LOUD)
    return int(loud[0]), int(loud[-1])
