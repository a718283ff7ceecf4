"""The echo test: what the microphone hears of the loudspeaker, and what cancelling leaves of it.

A short sweep and a babble that is coloured like speech are played; what comes back is compared with what was played.
Two seconds are given to the canceller to find the room, the rest is measured.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np

from core.voice.capture import Capture
from core.voice.cleanup import CleanupStages
from core.voice.frames import AudioFrame
from core.voice.levels import SILENCE_DB, decibels
from core.voice.playback import Playback
from models.speech.engines import RATE_HZ, Samples

EchoKind: TypeAlias = Literal["clear", "cancelled", "echo", "no_sound"]
EchoAdvice: TypeAlias = Literal["interrupt_freely", "switch_on", "use_headphones", "check_devices"]

SWEEP_S, SETTLE_S, MEASURED_S = 0.8, 2.2, 3.0
TAIL_S = 0.6
LOUDNESS = 0.4
LONGEST_DELAY_S = 0.5
LEAST_LIKENESS = 0.15
"""Under it the sweep is not in what was heard: noise that is coloured like speech reached 0.09 in one hundred runs."""
CLEAR_DB = -60.0
"""The voice detector notices speech down to −70 dB, so an echo is never silent enough for it; but this one lies 25 dB
below a quiet speaker, and interruptions are told from it by their level."""
LEAST_CANCELLED_DB, MOST_LEFT_DB = 12.0, -45.0
"""A canceller that takes less away, or leaves more, leaves words that can be understood."""


@dataclass(frozen=True, slots=True)
class EchoVerdict:
    """What this computer can do while Hearth speaks.

    “clear”: the microphone does not hear the loudspeaker; “cancelled”: it does, and cancelling takes it away; “echo”:
    too much of it stays; “no_sound”: nothing was recorded, or nothing played. `echo_db` is how loud the echo arrives,
    `left_db` how loud it is after cancelling (both below full scale), `erle_db` what cancelling took away, `delay_ms`
    from handing sound to the loudspeaker until it is heard.
    """

    kind: EchoKind
    erle_db: float = 0.0
    delay_ms: float = 0.0
    advice: EchoAdvice = "check_devices"
    echo_db: float = SILENCE_DB
    left_db: float = SILENCE_DB


ADVICE: dict[EchoKind, EchoAdvice] = {
    "clear": "interrupt_freely",
    "cancelled": "switch_on",
    "echo": "use_headphones",
    "no_sound": "check_devices",
}


async def echo_test(capture: Capture, playback: Playback) -> EchoVerdict:
    """Play, listen, judge: six seconds. Opens both devices as they are set and leaves the microphone as it was.

    Errors of `Capture.open` and `Playback.open`. `capture` needs `playback.reference`, or nothing can be cancelled.
    """
    was_open = capture.is_open
    if not was_open:
        await capture.open(capture.name)
    try:
        await capture.first_frame()
        async with _only_cancelling(capture):
            frames = await _recorded(capture, playback)
    finally:
        if not was_open:
            await capture.close()
    return await asyncio.to_thread(judged, frames, sweep_and_babble())


@asynccontextmanager
async def _only_cancelling(capture: Capture) -> AsyncIterator[None]:
    """Echo cancellation and nothing else, so that only its own work is measured."""
    cleanup = capture.cleanup
    if cleanup is None:
        yield
        return
    before = cleanup.stages
    only = CleanupStages(high_pass=False, noise_suppression=False, gain=False, echo_cancellation=True)
    cleanup.switch(only)
    try:
        yield
    finally:
        cleanup.switch(before)


async def _recorded(capture: Capture, playback: Playback) -> list[AudioFrame]:
    """All frames from the moment the sound is handed over until it has died away."""
    sound = sweep_and_babble()
    await playback.open(playback.name)
    reader = capture.frames()
    frames: list[AudioFrame] = []
    last = capture.next_sample + len(sound) + int(TAIL_S * RATE_HZ)
    try:
        playback.play(sound, RATE_HZ, tag="echo test")
        async for frame in reader:
            frames.append(frame)
            if frame.end_sample >= last:
                break
    finally:
        await reader.aclose()
        await playback.stop()
    return frames


def sweep_and_babble() -> Samples:
    """The sound that is played, at 16 kHz: always the same."""
    chance = np.random.default_rng(20)
    seconds = np.arange(int(SWEEP_S * RATE_HZ)) / RATE_HZ
    low, high = 150.0, 6500.0
    rise = np.log(high / low) / SWEEP_S
    sweep = np.sin(2 * np.pi * low / rise * (np.exp(rise * seconds) - 1.0))
    babble = _coloured(chance.standard_normal(int((SETTLE_S + MEASURED_S) * RATE_HZ)))
    at = np.arange(len(babble)) / RATE_HZ
    syllables = 0.35 + 0.65 * np.clip(np.sin(2 * np.pi * 4.0 * at) + 0.4 * np.sin(2 * np.pi * 1.3 * at), 0, 1)
    fade = np.minimum(1.0, np.minimum(seconds, seconds[::-1]) / 0.02)
    return np.concatenate([sweep * fade * LOUDNESS, babble * syllables * LOUDNESS]).astype(np.float32)


def _coloured(noise: np.ndarray[tuple[int], np.dtype[np.float64]]) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Noise with the mean spectrum of speech: full to 500 Hz, then 9 dB less each octave."""
    spectrum = np.fft.rfft(noise)
    hertz = np.fft.rfftfreq(len(noise), 1 / RATE_HZ)
    spectrum *= np.where(hertz < 100, 0.0, np.minimum(1.0, (500.0 / np.maximum(hertz, 1.0)) ** 1.5))
    shaped = np.fft.irfft(spectrum, len(noise))
    return np.asarray(shaped / np.abs(shaped).max())


def judged(frames: list[AudioFrame], sound: Samples) -> EchoVerdict:
    """The verdict on what was recorded while `sound` was played. Pure; takes some 20 ms."""
    if not frames:
        return EchoVerdict("no_sound")
    raw = np.concatenate([frame.raw for frame in frames])
    clean = np.concatenate([frame.clean for frame in frames])
    if not raw.any():
        return EchoVerdict("no_sound")
    delay, similarity = _delay(raw, sound[: int(SWEEP_S * RATE_HZ)])
    begin = int((SWEEP_S + SETTLE_S) * RATE_HZ)
    span = slice(begin + delay, begin + delay + int(MEASURED_S * RATE_HZ))
    floor = _loudness(raw[: max(delay, 160)])
    echo_db = _above(_loudness(raw[span]), floor)
    if similarity < LEAST_LIKENESS or echo_db < CLEAR_DB:
        return EchoVerdict("clear", 0.0, 0.0, ADVICE["clear"], echo_db, echo_db)
    left_db = _above(_loudness(clean[span]), floor)
    erle_db = max(0.0, echo_db - left_db)
    is_gone = left_db < CLEAR_DB or (erle_db >= LEAST_CANCELLED_DB and left_db < MOST_LEFT_DB)
    kind: EchoKind = "cancelled" if is_gone else "echo"
    return EchoVerdict(kind, erle_db, 1000.0 * delay / RATE_HZ, ADVICE[kind], echo_db, left_db)


def _delay(heard: Samples, sweep: Samples) -> tuple[int, float]:
    """How many samples `sweep` lies behind the beginning of `heard`, and how like it is what lies there."""
    window = heard[: len(sweep) + int(LONGEST_DELAY_S * RATE_HZ)].astype(np.float64)
    size = 1 << (len(window) + len(sweep)).bit_length()
    products = np.fft.irfft(np.fft.rfft(window, size) * np.conj(np.fft.rfft(sweep, size)), size)
    at = int(np.argmax(np.abs(products[: int(LONGEST_DELAY_S * RATE_HZ)])))
    part = window[at : at + len(sweep)]
    norm = float(np.linalg.norm(part)) * float(np.linalg.norm(sweep))
    return at, abs(float(products[at])) / norm if norm > 0 else 0.0


def _loudness(samples: Samples) -> float:
    """Mean power."""
    return float(np.mean(np.square(samples, dtype=np.float64))) if len(samples) else 0.0


def _above(power: float, floor: float) -> float:
    """What is left of `power` without the room's own noise, in decibels below full scale."""
    return decibels(max(0.0, power - floor) ** 0.5)
