"""The key goes down: how soon sound is heard, and that nothing of the first syllable is lost."""

from __future__ import annotations

import asyncio
import time
from statistics import median

import numpy as np

from models.speech.engines import RATE_HZ, Samples
from tests.bench.figure import Figure, percentile
from tests.bench.talking_room import VoiceRoom, phrase, voice_room
from tests.peers.scripted_sound import ScriptedDevices
from tests.peers.voice_stage import quiet

WARM_PRESSES = 20
COLD_PRESSES = 8
REST_S = 0.15
EARLY_S = 0.2  # so much has been said when the key goes down: people begin to speak while they press


def measure() -> list[Figure]:
    """Warm, cold, the very first, and what is kept of a syllable that came before the key."""
    first_ms, warm_ms, cold_ms = asyncio.run(_presses())
    lost, kept_ms = asyncio.run(_first_syllable())
    return [
        Figure("key down → capturing, microphone ready", median(warm_ms), "ms", target=20, note=_p95(warm_ms)),
        Figure("  microphone closed before: first sound of it", median(cold_ms), "ms", note=_p95(cold_ms)),
        Figure("  the very first press, nothing loaded or known", first_ms, "ms"),
        Figure("samples lost of a syllable begun before the key", float(lost), "samples", target=0),
        Figure("  heard from before the key", kept_ms, "ms", target=EARLY_S * 1000, at_least=True),
    ]


def _p95(values: list[float]) -> str:
    return f"p95 {percentile(values, 0.95):.1f} ms"


async def _presses() -> tuple[float, list[float], list[float]]:
    warm, cold = [], []
    async with voice_room() as room:
        first_ms = await _press(room)
        await room.loaded()
        await asyncio.sleep(1.0)
        for _ in range(WARM_PRESSES):
            await asyncio.sleep(REST_S)
            warm.append(await _press(room))
        await room.set(microphone_ready="when_used")
        for _ in range(COLD_PRESSES + 1):
            await asyncio.sleep(REST_S)
            cold.append(await _press(room))
            await room.until(lambda: not room.voice.microphone_open)
    return first_ms, warm, cold[1:]


async def _press(room: VoiceRoom) -> float:
    """Milliseconds until sound of this press is heard, that from before it included; the session tells."""
    since = len(room.changes)
    began = time.perf_counter()
    await room.voice.press()
    heard = await room.reached(since, "listening")
    await room.voice.cancel()
    await room.until(lambda: room.voice.state == "idle")
    return (heard - began) * 1000


async def _first_syllable() -> tuple[int, float]:
    """(samples of the phrase that the utterance lacks, milliseconds of it from before the key); exact, by the sample.

    The microphone is scripted: what it gives is known to the bit.
    """
    said = phrase("What time is it?")
    early = round(EARLY_S * RATE_HZ)
    async with voice_room(virtual=False) as room:
        await room.loaded()
        await room.voice.press()
        await room.voice.cancel()  # since then the microphone is open
        devices = room.voice._devices
        assert isinstance(devices, ScriptedDevices)
        microphone = devices.microphone
        microphone.say(np.concatenate([quiet(1.0), said[:early]]))
        await room.until(lambda: not microphone.waiting)
        await asyncio.sleep(0.1)
        await room.voice.press()
        microphone.say(np.concatenate([said[early:], quiet(0.6)]))
        await room.until(lambda: not microphone.waiting and room.voice._session._utterance is not None)
        await asyncio.sleep(0.2)
        utterance = room.voice._session._utterance
        assert utterance is not None
        heard = utterance.sound()
        await room.voice.cancel()
    at = _place_of(said, heard)
    if at is None:
        return len(said), 0.0
    return 0, (at + early) * 1000 / RATE_HZ


def _place_of(wanted: Samples, whole: Samples) -> int | None:
    """Where `wanted` stands in `whole`, sample for sample; None where it does not."""
    for at in np.flatnonzero(whole == wanted[np.argmax(wanted != 0)]) - int(np.argmax(wanted != 0)):
        if at >= 0 and np.array_equal(whole[at : at + len(wanted)], wanted):
            return int(at)
    return None
