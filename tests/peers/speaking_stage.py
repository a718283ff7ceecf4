"""A room in which answers are spoken: real voices, real playback, a loudspeaker that takes sound when time passes."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Self

import msgspec

from core.clock import RealClock
from core.errors import HearthError
from core.events import Announcer, Change, SentenceSpoken, VoiceTrouble
from core.settings.sections import VoiceSettings
from core.voice.playback import Playback
from core.voice.sound_devices import SoundDevices
from core.voice.speaking import Speaking
from core.voice.spoken_answer import SpokenAnswer
from core.voice.voice_choice import VoiceChoice
from models.downloads import DownloadedFile
from models.library import ModelFiles
from models.part_file import sha256_of
from models.speech.engines import Samples
from tests.peers.patience import PATIENCE_S
from tests.peers.scripted_sound import ScriptedDevices

UNIT_VOICE = Path(__file__).resolve().parent.parent / "data" / "piper_unit_voice"
STEP_S = 0.02


def install_voice(files: ModelFiles, voice_id: str, folder: Path) -> None:
    """Put the voice in `folder` among the installed models, as a download does."""
    staging = files.staging(voice_id)
    fetched = []
    for file in sorted(folder.glob("*.onnx*")):
        path = staging / file.name
        shutil.copy(file, path)
        fetched.append(DownloadedFile(path=path, size_bytes=path.stat().st_size, sha256=sha256_of(path), url=""))
    files.install(voice_id, fetched)


class SpeakingStage:
    """Enter it; `begin` an answer, feed it, and let time pass with `hear`."""

    def __init__(self, root: Path, *, settings: VoiceSettings | None = None, has_real_devices: bool = False) -> None:
        self.files = ModelFiles(root / "models")
        self.settings = settings or VoiceSettings()
        self.changes: list[Change] = []
        self.announcer = Announcer()
        self.announcer.subscribe(self.changes.append)
        self.devices = ScriptedDevices(rate_hz=22_050)
        self.voices = VoiceChoice(self.files, lambda: self.settings, announcer=self.announcer)
        self.real_devices = SoundDevices(announcer=self.announcer) if has_real_devices else None
        self.playback = Playback(self.real_devices or self.devices, announcer=self.announcer, clock=RealClock())
        self.speaking = Speaking(self.voices, self.playback, announcer=self.announcer, clock=RealClock())

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.speaking.aclose()
        await self.playback.aclose()
        await self.voices.aclose()
        if self.real_devices is not None:
            await self.real_devices.aclose()

    def install(self, voice_id: str, folder: Path) -> None:
        """Put the voice in `folder` among the installed models."""
        install_voice(self.files, voice_id, folder)

    def set(self, **values: object) -> None:
        """The owner changes settings."""
        self.settings = msgspec.structs.replace(self.settings, **values)

    def say(self, text: str, *, message_id: str = "m1", hint: str = "en", persona_voice: str = "") -> SpokenAnswer:
        """Speak a text that is there."""
        answer = self.speaking.begin(message_id, language_hint=hint, persona_voice=persona_voice)
        answer.feed(text)
        answer.finish()
        return answer

    @property
    def spoken(self) -> list[tuple[str, int, int]]:
        """What was announced to be heard, in order."""
        told = [change for change in self.changes if isinstance(change, SentenceSpoken)]
        return [(change.message_id, change.start, change.end) for change in told]

    @property
    def troubles(self) -> list[HearthError]:
        """What was announced to have failed."""
        return [change.error for change in self.changes if isinstance(change, VoiceTrouble)]

    @property
    def sound(self) -> Samples:
        """What the loudspeaker took so far."""
        return self.devices.loudspeaker.played

    async def queued(self, seconds: float = 0.05) -> None:
        """Until the loudspeaker could take so much sound. The voice works in real time."""
        await self.until(lambda: self.playback._queue.waiting_s >= seconds and not self.playback._waiting)

    async def until(self, is_so: Callable[[], bool]) -> None:
        """Until this is so, without time passing for the loudspeaker."""
        async with asyncio.timeout(PATIENCE_S):
            while not is_so():  # noqa: ASYNC110 (other threads' work is awaited, which tells nobody)
                await asyncio.sleep(0.002)

    async def hear(self, answer: SpokenAnswer, is_enough: Callable[[], bool] | None = None) -> None:
        """Let time pass until this is so, or until the answer is over. Waits for the voice instead of running dry."""
        async with asyncio.timeout(PATIENCE_S):
            while not answer.is_over and not (is_enough is not None and is_enough()):
                if self.playback._queue.waiting_s > STEP_S * 2 or not self._is_more(answer):
                    if self.devices.loudspeakers:
                        self.devices.loudspeaker.run_for(STEP_S)
                    answer.look_again()
                    for _ in range(4):
                        await asyncio.sleep(0)
                else:
                    await asyncio.sleep(0.002)
                if self.playback.waiting_s == 0:
                    await asyncio.sleep(0.002)

    def _is_more(self, answer: SpokenAnswer) -> bool:
        """Whether sound that the loudspeaker could not take yet will come."""
        return bool(self.playback._waiting) or any(not piece.is_silent for piece in answer._pieces[answer._next :])
