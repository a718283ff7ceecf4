"""A conversation by voice on a stage: a real assistant, real engines, and sound devices that a test scripts.

The microphone is as quick as it is read, so that a minute of speech takes a second; the loudspeaker takes sound as
quickly as it is asked to. What is heard is what the small Whisper of the tests understands, what is spoken comes from
the small Piper voice.
"""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from core.assistant import Assistant
from core.clock import ManualClock
from core.events import (
    Change,
    VoiceState,
    VoiceStateChanged,
    VoiceTrouble,
)
from core.voice.voice import Voice
from models.downloads import DownloadedFile
from models.library import ModelFiles
from models.part_file import sha256_of
from models.speech.engines import RATE_HZ, Samples
from tests.peers.ollama_server import OllamaPeer
from tests.peers.patience import PATIENCE_S
from tests.peers.profile_at_hand import ProfileAtHand
from tests.peers.scripted_sound import ScriptedDevices
from tests.peers.speaking_stage import UNIT_VOICE, install_voice
from tests.peers.spoken_corpus import speech

COMMANDS = Path(__file__).resolve().parent.parent / "data" / "whisper_commands"
MODEL = "llama3.2:3b"


def install_whisper(files: ModelFiles, model_id: str = "whisper:commands", folder: Path = COMMANDS) -> None:
    """Put the recogniser in `folder` among the installed models, as a download does."""
    staging = files.staging(model_id)
    fetched = []
    for file in sorted(path for path in folder.iterdir() if path.suffix in (".json", ".bin")):
        path = staging / file.name
        shutil.copy(file, path)
        fetched.append(DownloadedFile(path=path, size_bytes=path.stat().st_size, sha256=sha256_of(path), url=""))
    files.install(model_id, fetched)


def said(text: str) -> Samples:
    """Somebody says `text`; a moment of quiet before and after it."""
    return speech(text, voice="en-us", lead_s=0.3, tail_s=0.3)


def quiet(seconds: float) -> Samples:
    """A quiet room: nobody speaks, but it is not exactly nothing."""
    hiss = np.random.default_rng(7).standard_normal(round(seconds * RATE_HZ))
    return np.asarray(hiss * 1e-4, dtype=np.float32)


@dataclass
class VoiceStage:
    """Everything of one test."""

    assistant: Assistant
    peer: OllamaPeer
    devices: ScriptedDevices
    clock: ManualClock
    files: ModelFiles
    changes: list[Change] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.assistant.announcer.subscribe(self.changes.append)
        self._playing: asyncio.Task[None] | None = None

    @property
    def voice(self) -> Voice:
        """What is tested."""
        return self.assistant.voice

    async def set(self, **values: object) -> None:
        """The owner changes settings of the voice."""
        for name, value in values.items():
            await self.assistant.settings.change(f"voice.{name}", value)

    def say(self, *sounds: Samples | str) -> None:
        """Into the microphone: words, or any sound."""
        for sound in sounds:
            self.devices.microphone.say(said(sound) if isinstance(sound, str) else sound)

    async def press_and_say(self, *sounds: Samples | str, conversation_id: str = "", **wishes: str) -> None:
        """Hold the key, speak, let go."""
        await self.voice.press(conversation_id=conversation_id, **wishes)  # type: ignore[arg-type]
        self.say(*sounds)
        await self.until(lambda: not self.devices.microphone.waiting and self.voice.state == "listening")
        self.clock.move(1.0)
        await self.voice.release()
        self.say(quiet(0.5))

    async def converse(self, *sounds: Samples | str) -> None:
        """Speak, and be quiet until it is noticed: as slowly as the recogniser needs."""
        self.say(*sounds)
        async with asyncio.timeout(PATIENCE_S):
            while self.voice.state in ("armed", "listening"):
                if not self.devices.microphone.waiting:
                    self.say(quiet(0.1))
                await asyncio.sleep(0.02)

    def running(self) -> list[str]:
        """Names of the voice's tasks that are left."""
        names = ("voice", "attention", "capture", "playback", "ears", "spoken", "shared turn", "hush", "open", "close")
        tasks = (task.get_name() for task in asyncio.all_tasks())
        return [name for name in tasks if name.startswith(names) or name.endswith("pass")]

    @property
    def loudest(self) -> float:
        """The largest sample that all loudspeakers played."""
        return max((float(np.abs(one.played).max(initial=0.0)) for one in self.devices.loudspeakers), default=0.0)

    async def until(self, condition: Callable[[], object], *, playing: bool = False) -> None:
        """Wait until `condition` holds; meanwhile the loudspeaker plays, if `playing`."""
        async with asyncio.timeout(PATIENCE_S):
            while not condition():
                if playing and self.devices.loudspeakers:
                    self.devices.loudspeaker.run_for(0.02)
                await asyncio.sleep(0.002)

    async def reach(self, *states: VoiceState, playing: bool = True) -> None:
        """Wait until the session is in one of these states."""
        await self.until(lambda: self.voice.state in states, playing=playing)

    def told(self, kind: type[Change]) -> list[Change]:
        """All announcements of one kind."""
        return [change for change in self.changes if isinstance(change, kind)]

    @property
    def states(self) -> list[VoiceState]:
        """The states gone through, each once in a row."""
        states = [change.state for change in self.changes if isinstance(change, VoiceStateChanged)]
        return [state for at, state in enumerate(states) if at == 0 or states[at - 1] != state]

    @property
    def troubles(self) -> list[str]:
        """Codes of the troubles that were announced."""
        return [change.error.code for change in self.changes if isinstance(change, VoiceTrouble)]

    @property
    def questions(self) -> list[str]:
        """What was asked of the language model, question by question."""
        return [str(chat["messages"][-1]["content"]).split("\n")[0] for chat in self.peer.chats()]


@asynccontextmanager
async def voice_stage(folder: Path, *, whisper: bool = True, piper: bool = True) -> AsyncIterator[VoiceStage]:
    """A stage with both engines installed; at its end nothing may be left running."""
    async with OllamaPeer() as peer:
        devices, clock = ScriptedDevices(), ManualClock()
        at_hand = ProfileAtHand(folder / "hearth", peer.address, clock=clock)
        files = ModelFiles(at_hand.paths.models)
        if whisper:
            install_whisper(files)
        if piper:
            install_voice(files, "piper:en-unit", UNIT_VOICE)
        async with at_hand.assistant(sound=devices) as assistant:
            await assistant.settings.change("chat.automatic_titles", False)
            # The clock is turned by hand: minutes that a test lets pass are no sleep of the computer.
            await assistant.settings.change("privacy.lock_on_suspend", False)
            stage = VoiceStage(assistant, peer, devices, clock, files)
            await stage.set(spoken_language="en", sounds=False)
            yield stage
