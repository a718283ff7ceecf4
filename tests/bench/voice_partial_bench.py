"""Text while somebody speaks, with a Whisper of the true size of “tiny” on two processor cores.

Its weights are random, so that its words mean nothing and would go on without end: each pass may write as many tokens
as a trained one does in so much speech. A pass that has ended in time counts as text.
"""

from __future__ import annotations

import asyncio
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import Any

from core.events import VoiceStateChanged
from models.speech.engines import RATE_HZ, Heard, Hearing, Samples
from tests.bench.figure import Figure
from tests.bench.talking_room import Watch, voice_room
from tests.peers.random_whisper import random_whisper
from tests.peers.spoken_corpus import speech

TEXT = "In the evening we often read a book together and then we talk about the places that we would like to see"
TOKENS_PER_S = 4.0  # 150 words a minute, 1.5 tokens a word
ROUNDS = 3


def measure() -> list[Figure]:
    """How often, how late, and what it does to the final text."""
    with tempfile.TemporaryDirectory() as cache:
        folder = random_whisper(Path(cache), size="tiny")
        rates, delays, with_it = asyncio.run(_spoken(folder, live="auto"))
        _none, _late, without = asyncio.run(_spoken(folder, live="off"))
    added = median(with_it) - median(without)
    note = f"key up → final {median(with_it):.0f} ms with, {median(without):.0f} ms without"
    return [
        Figure("partial texts while speaking, tiny on this processor", median(rates), "/s", target=1, at_least=True),
        Figure(
            "  behind the voice", median(delays or [99.0]), "s", target=1.5, note=f"worst {max(delays or [99.0]):.2f} s"
        ),
        Figure("  added to the final text", added, "ms", note=note),
    ]


async def _spoken(folder: Path, *, live: str) -> tuple[list[float], list[float], list[float]]:
    """(passes a second, seconds from the last sample heard to its text, milliseconds from key up to the end)."""
    rates, delays, finals = [], [], []
    said = speech(TEXT, lead_s=0.0, tail_s=0.0)
    async with voice_room(whisper=folder) as room:
        await room.set(live_text=live)
        await room.loaded()
        ends: list[tuple[float, float]] = []
        transcribe = room.voice.engines.recogniser.transcribe

        async def capped(samples: Samples, hearing: Hearing, *, priority: Any = "final") -> Heard:
            asked = time.perf_counter()
            few = replace(hearing, most_tokens=max(4, round(len(samples) / RATE_HZ * TOKENS_PER_S)))
            heard = await transcribe(samples, few, priority=priority)
            if priority == "partial":
                ends.append((asked, time.perf_counter()))
            return heard

        room.voice.engines.recogniser.transcribe = capped  # type: ignore[method-assign]
        for number in range(ROUNDS + 1):
            ends.clear()
            await room.voice.press(purpose="dictate")
            watch = Watch(room)
            spoken = room.sound.speak(said)
            onset = await watch.onset(room)
            began = watch.when(onset)
            await asyncio.sleep(began + len(said) / RATE_HZ - time.perf_counter())
            since, released = len(room.changes), time.perf_counter()
            await room.voice.release()
            over = await room.first(
                since, lambda change: isinstance(change, VoiceStateChanged) and change.state == "idle"
            )
            spoken.stop()
            await watch.stop()
            if number:  # the first one has not learned how quick the engine is
                rates.append(len(ends) / (len(said) / RATE_HZ))
                delays += [done - asked for asked, done in ends]
                finals.append((over - released) * 1000)
    return rates, delays, finals
