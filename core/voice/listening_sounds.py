"""Short tones when Hearth begins and stops listening, and when nothing was understood.

People begin to speak as they press, so the first tone may sound while the question is being said. Nobody is kept
waiting for it and no word is muted for it: each tone is one frequency that fills a frame with whole waves, and just
these few lines of the spectrum are taken out of what the microphone hears while a tone may be in the room.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Final, Literal, TypeAlias

import numpy as np

from core.errors import HearthError
from core.events import Announcer, Change, CommandHeard, DictationHeard, VoiceState, VoiceStateChanged, VoiceTrouble
from core.settings.sections import VoiceSettings
from core.voice.capture import Capture
from core.voice.frames import AudioFrame
from core.voice.playback import Playback
from models.speech.engines import FRAME_SAMPLES, RATE_HZ, Samples

ToneKind: TypeAlias = Literal["begins", "ends", "nothing"]

LINES: Final[dict[ToneKind, int]] = {"begins": 28, "ends": 20, "nothing": 12}
"""Waves in a frame of 32 ms: 875, 625 and 375 Hz."""
LOUDNESS_DB: Final = -24.0
TONE_S: Final = 0.12

_EDGE_S: Final = 0.03
_BESIDE: Final = 3
"""Lines taken out on both sides: a tone that begins or ends within a frame is broader than one line."""
_LINGERS_S: Final = 0.4
"""On its way through loudspeaker, room and microphone."""
_PATIENCE_S: Final = 3.0
_KEYS: Final = frozenset({"push_to_talk", "dictation"})


def tone(kind: ToneKind) -> Samples:
    """The tone at `RATE_HZ`, with raised-cosine edges; its peak is `LOUDNESS_DB` below full scale."""
    at = np.arange(round(TONE_S * RATE_HZ))
    edge = round(_EDGE_S * RATE_HZ)
    rise = 0.5 - 0.5 * np.cos(np.pi * np.arange(edge) / edge)
    shape = np.ones(len(at))
    shape[:edge], shape[-edge:] = rise, rise[::-1]
    wave = np.sin(2 * np.pi * LINES[kind] * at / FRAME_SAMPLES)
    return np.asarray(10 ** (LOUDNESS_DB / 20) * shape * wave, dtype=np.float32)


class ListeningSounds:
    """Hears how the conversation stands and plays on a queue of its own. Nothing sounds while an answer is spoken.

    Hands-free mode makes no sounds but for what a wake phrase begins: it would answer every cough with one.
    """

    def __init__(
        self, playback: Playback, capture: Capture, *, answer: Playback, settings: Callable[[], VoiceSettings]
    ) -> None:
        """`answer`: on which answers are spoken."""
        self._playback = playback
        self._capture = capture
        self._answer = answer
        self._settings = settings
        self._state: VoiceState = "idle"
        self._by_key = self._waits_for_phrase = self._came_to_something = False
        self._until: int | None = 0
        self._task: asyncio.Task[None] | None = None
        self._unsubscribe: Callable[[], None] = lambda: None

    def follow(self, announcer: Announcer) -> None:
        """Hear what is announced, until `aclose`."""
        self._unsubscribe = announcer.subscribe(self._on_change)

    def without(self, frame: AudioFrame) -> AudioFrame:
        """The frame without a tone that may be in it; nearly always the frame itself."""
        if self._until is not None and frame.start_sample >= self._until:
            return frame
        return replace(frame, raw=_filtered(frame.raw), clean=_filtered(frame.clean))

    async def aclose(self) -> None:
        """Silence. May be called twice."""
        self._unsubscribe()
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
        await self._playback.aclose()

    def _on_change(self, change: Change) -> None:
        match change:
            case CommandHeard() | DictationHeard() | VoiceTrouble():
                self._came_to_something = True
            case VoiceStateChanged(state=state, mode=mode):
                before, self._state = self._state, state
                woken = self._waits_for_phrase and mode == "hands_free"
                if state == "listening" and before == "armed":
                    self._by_key, self._came_to_something = mode in _KEYS or woken, False
                    self._play("begins")
                elif state == "transcribing" and before == "listening":
                    self._play("ends")
                elif before == "transcribing" and state in ("idle", "armed") and not self._came_to_something:
                    self._play("nothing")
                self._waits_for_phrase = mode == "waiting_for_phrase"

    def _play(self, kind: ToneKind) -> None:
        if not self._settings().sounds or not self._by_key or self._answer.is_playing:
            return
        if self._task is not None:
            self._task.cancel()
        self._until = None
        self._task = asyncio.create_task(self._sound(kind), name="voice tone")

    async def _sound(self, kind: ToneKind) -> None:
        """Without a loudspeaker nothing sounds, and nobody is told: the answer will tell."""
        try:
            with suppress(HearthError, TimeoutError):
                async with asyncio.timeout(_PATIENCE_S):
                    await self._playback.open(self._settings().speaker)
                    self._playback.play(tone(kind), RATE_HZ, tag=kind)
                    await self._playback.drained()
        finally:
            if self._task is asyncio.current_task():
                self._until = self._capture.next_sample + round(_LINGERS_S * RATE_HZ)


def _filtered(samples: Samples) -> Samples:
    lines = np.fft.rfft(samples)
    for line in LINES.values():
        lines[line - _BESIDE : line + _BESIDE + 1] = 0
    return np.asarray(np.fft.irfft(lines, len(samples)), dtype=np.float32)
