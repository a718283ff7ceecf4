"""Trying sound out: is the microphone heard, what do the stages of cleaning do to it, how does a voice sound?

What is recorded stays in memory and is forgotten when its owner says so, at the latest at the lock.
"""

from __future__ import annotations

import asyncio
import tomllib
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, TypeAlias

import numpy as np

from core.settings.sections import VoiceSettings
from core.voice.capture import Capture
from core.voice.cleanup import Cleanup, CleanupStages
from core.voice.levels import SILENCE_DB, Level, decibels, level_of
from core.voice.playback import Playback
from core.voice.voice_choice import ChosenVoice, VoiceChoice
from core.voice.voice_trouble import VoiceGaveUp
from models.engine_errors import EngineError
from models.speech.engines import FRAME_SAMPLES, RATE_HZ, Samples, Saying

Version: TypeAlias = Literal["raw", "clean"]

RECORD_S = 5.0
TONE_HZ = (440.0, 660.0)
TONE_S = 0.45
TONE_LOUDNESS = 0.2
_FADE_S = 0.03
_SETTLE_S = 0.1
_QUIET_SHARE, _LOUD_SHARE = 0.1, 0.9
_STEP = RATE_HZ // 4


@dataclass(frozen=True, slots=True)
class Loudness:
    """How loud a recording is, in decibels below full scale: its loud moments (speech) and its quiet ones (the room).

    These are the 90th and the 10th of a hundred frames of 32 ms, sorted by mean.
    """

    speech_db: float = SILENCE_DB
    room_db: float = SILENCE_DB
    peak_db: float = SILENCE_DB
    clipped: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """A recording as it came in, and after the stages that are switched on. `works` is false without the library."""

    raw: Loudness
    clean: Loudness
    works: bool = True


class SoundTrial:
    """One at a time in each voice. All methods belong to its loop.

    `hold_microphone` opens it, or closes it again unless somebody else uses it. `playback` is the trial's own, so that
    what is tried neither waits for an answer nor is cut off with it.
    """

    def __init__(
        self,
        capture: Capture,
        playback: Playback,
        voices: VoiceChoice,
        *,
        settings: Callable[[], VoiceSettings],
        hold_microphone: Callable[[bool], Awaitable[None]],
    ) -> None:
        self._capture = capture
        self._playback = playback
        self._voices = voices
        self._settings = settings
        self._hold_microphone = hold_microphone
        self._listeners = 0
        self._raw: Samples = np.zeros(0, dtype=np.float32)

    # ---- the microphone ---------------------------------------------------------------------------------------------

    async def levels(self) -> AsyncGenerator[Level, None]:
        """How loud the microphone is, 31 times a second. It is open while this is read, and ends when it is closed.

        Errors of `Voice.press`.
        """
        async with aclosing(self._heard()) as frames:
            async for raw in frames:
                yield level_of(raw)

    async def record(self, seconds: float = RECORD_S) -> AsyncGenerator[Level, None]:
        """Record for so long; the levels meanwhile. What was recorded before is forgotten. Errors of `Voice.press`."""
        await self.forget()
        parts: list[Samples] = []
        left = int(seconds * RATE_HZ)
        async with aclosing(self._heard()) as frames:
            async for raw in frames:
                parts.append(raw)
                left -= len(raw)
                yield level_of(raw)
                if left <= 0:
                    break
        if parts:
            self._raw = np.concatenate(parts)

    @property
    def recorded_s(self) -> float:
        """How long the recording is; 0 without one."""
        return len(self._raw) / RATE_HZ

    async def _heard(self) -> AsyncGenerator[Samples, None]:
        async with self._microphone():
            reader = self._capture.frames()
            try:
                async for frame in reader:
                    yield frame.raw
            finally:
                await reader.aclose()

    @asynccontextmanager
    async def _microphone(self) -> AsyncIterator[None]:
        self._listeners += 1
        try:
            await self._hold_microphone(True)
            yield
        finally:
            self._listeners -= 1
            if not self._listeners:
                await asyncio.shield(asyncio.ensure_future(self._hold_microphone(False)))  # even if nobody waits for it

    # ---- the stages -------------------------------------------------------------------------------------------------

    async def compare(self) -> Comparison:
        """The recording before and after the stages of the settings. In a thread: it counts in every sample."""
        clean, works = await self._cleaned()
        return await asyncio.to_thread(lambda: Comparison(loudness_of(self._raw), loudness_of(clean), works))

    async def play(self, version: Version) -> None:
        """Play the recording as it came in or cleaned as the settings say; returns when it was heard.

        NoLoudspeaker and its kin. Nothing happens without a recording.
        """
        sound = self._raw if version == "raw" else (await self._cleaned())[0]
        await self._play(sound, RATE_HZ)

    async def _cleaned(self) -> tuple[Samples, bool]:
        settings = self._settings()
        stages = CleanupStages(settings.high_pass, settings.noise_suppression, settings.gain, echo_cancellation=False)
        return await asyncio.to_thread(cleaned, self._raw, stages)

    async def forget(self) -> None:
        """Silence, and the recording is gone."""
        self._raw = np.zeros(0, dtype=np.float32)
        await self.stop()

    # ---- the loudspeaker --------------------------------------------------------------------------------------------

    async def play_tone(self) -> None:
        """Two notes on the loudspeaker of the settings; returns when they were heard. NoLoudspeaker and its kin."""
        await self._play(two_notes(), RATE_HZ)

    async def say(self, language: str, *, voice_id: str = "", speaker: int | None = None) -> None:
        """A sentence in `language` (ISO 639-1) by this voice, else by the usual one; returns when it was heard.

        NoVoice, VoiceGaveUp, NoLoudspeaker and its kin.
        """
        choice = await self._voices.exactly(voice_id, language, speaker=speaker)
        speed = self._settings().speed_percent / 100
        await self.stop()
        await self._open()
        try:
            await self._speak(choice, Saying(speed=speed, speaker=choice.speaker))
        except EngineError as fault:
            await self._voices.failed(choice, fault)
            raise VoiceGaveUp(fault.detail, voice=choice.voice_id) from fault
        await self._playback.drained()

    async def _speak(self, choice: ChosenVoice, saying: Saying) -> None:
        text = sample_sentence(choice.language)
        async for piece in choice.synthesiser.synthesise(text, saying):
            self._playback.play(piece.samples, piece.rate_hz, tag="sample")

    async def _play(self, sound: Samples, rate_hz: int) -> None:
        await self.stop()
        if len(sound):
            await self._open()
            self._playback.play(sound, rate_hz, tag="trial")
            await self._playback.drained()

    async def _open(self) -> None:
        settings = self._settings()
        await self._playback.open(settings.speaker)
        self._playback.volume = settings.loudness_percent / 100

    async def stop(self) -> None:
        """Silence."""
        if self._playback.is_playing:
            await self._playback.stop()

    async def aclose(self) -> None:
        """Silence, the loudspeaker given back, the recording forgotten; may be called twice."""
        self._raw = np.zeros(0, dtype=np.float32)
        await self._playback.aclose()


def cleaned(raw: Samples, stages: CleanupStages) -> tuple[Samples, bool]:
    """`raw` through these stages, as long as before, and whether they work on this system. Computes."""
    cleanup = Cleanup(
        high_pass=stages.high_pass,
        noise_suppression=stages.noise_suppression,
        gain=stages.gain,
        echo_cancellation=stages.echo_cancellation,
    )
    padded = np.concatenate([raw, np.zeros(int(_SETTLE_S * RATE_HZ), dtype=np.float32)])
    parts = [cleanup.process(padded[at : at + _STEP]) for at in range(0, len(padded), _STEP)]
    return np.concatenate(parts)[: len(raw)].astype(np.float32), cleanup.works


def loudness_of(sound: Samples) -> Loudness:
    """The loudness of a recording. Computes."""
    frames = len(sound) // FRAME_SAMPLES
    if frames == 0:
        return Loudness()
    means = np.sqrt(np.mean(np.square(sound[: frames * FRAME_SAMPLES].reshape(frames, -1), dtype=np.float64), axis=1))
    quiet, loud = np.quantile(means, (_QUIET_SHARE, _LOUD_SHARE))
    whole = level_of(sound)
    return Loudness(decibels(float(loud)), decibels(float(quiet)), whole.peak_db, whole.clipped)


def two_notes() -> Samples:
    """The tone that is played to try a loudspeaker: a fifth upwards, mono at 16 kHz."""
    seconds = np.arange(int(TONE_S * RATE_HZ)) / RATE_HZ
    fade = np.clip(np.minimum(seconds, seconds[::-1]) / _FADE_S, 0.0, 1.0)
    notes = [TONE_LOUDNESS * fade * np.sin(2 * np.pi * hertz * seconds) for hertz in TONE_HZ]
    return np.concatenate(notes).astype(np.float32)


def sample_sentence(language: str) -> str:
    """What a voice says of itself in `language`; figures where there is no sentence."""
    return _sentences().get(language, "1, 2, 3.")


@cache
def _sentences() -> dict[str, str]:
    return tomllib.loads((files("assets") / "voice" / "samples.toml").read_text(encoding="utf-8"))
