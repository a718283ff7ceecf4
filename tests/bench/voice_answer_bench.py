"""From the stream of tokens to the loudspeaker, and the whole loop from spoken sound to spoken sound.

“Played” is the moment at which the device takes the first sample that is not silence; what the device then needs to be
heard is told apart, and measured at the virtual loudspeaker where the whole loop is.
"""

from __future__ import annotations

import asyncio
import time
from statistics import median

import numpy as np

from models.speech.engines import RATE_HZ, Samples
from tests.bench.figure import Figure, percentile
from tests.bench.talking_room import LOUD, VoiceRoom, Watch, audible, phrase, voice_room
from tests.peers.speaking_stage import UNIT_VOICE

SENTENCES = (
    "The harbour opens at nine in the morning.",
    "Three ships have left since yesterday.",
    "It will rain later, and the wind turns west.",
    "Nobody has called about the letter yet.",
    "The library keeps the older maps upstairs.",
    "Two trains go there every hour.",
)
ROUNDS = 2
TOKENS_PER_S = 50
LOOPS = 8
REST_S = 0.3


def measure() -> list[Figure]:
    """Beyond the voice; then the loop's stages."""
    waits, voices, latency_ms = asyncio.run(_first_samples())
    note = f"voice itself {median(voices):.1f} ms; {_p95(waits)}; device latency {latency_ms:.0f} ms apart"
    figures = [
        Figure("sentence complete → first sample played, beyond the voice", median(waits), "ms", target=40, note=note)
    ]
    return figures + asyncio.run(_loops())


def _p95(values: list[float]) -> str:
    return f"p95 {percentile(values, 0.95):.0f} ms"


class _Taken:
    """When the loudspeaker took the first sound."""

    def __init__(self, room: VoiceRoom) -> None:
        self.at = 0.0
        queue = room.voice.playback._queue
        pull = queue.pull

        def watched(count: int) -> Samples:
            samples = pull(count)
            if not self.at and samples.any():
                self.at = time.perf_counter()
            return samples

        queue.pull = watched  # type: ignore[method-assign]


async def _first_samples() -> tuple[list[float], list[float], float]:
    """Milliseconds from the token that shows the sentence to be over until its sound is taken, less the voice's own."""
    waits, voices = [], []
    async with voice_room() as room:
        taken = _Taken(room)
        await room.loaded()
        bare = _BareVoice()
        for text in SENTENCES * ROUNDS:
            answer = room.voice.speaking.begin("measured", language_hint="en")
            taken.at = 0.0
            for word in text.split():
                answer.feed(f"{word} ")  # the space behind the full stop tells that it is one
                complete = time.perf_counter()
                await asyncio.sleep(1 / TOKENS_PER_S)
            answer.finish()
            await room.until(lambda: taken.at)
            sink = room.voice.playback._sink
            latency_ms = 0.0 if sink is None else sink.latency_s * 1000
            await room.voice.speaking.stop()
            own_ms = bare.milliseconds(text)
            voices.append(own_ms)
            waits.append((taken.at - complete) * 1000 - own_ms)
            await asyncio.sleep(REST_S)
    return waits, voices, latency_ms


class _BareVoice:
    """Piper's own library saying the same."""

    def __init__(self) -> None:
        from piper import PiperVoice

        self._voice = PiperVoice.load(next(UNIT_VOICE.glob("*.onnx")))
        self.milliseconds("Warm.")

    def milliseconds(self, text: str) -> float:
        """The median of three."""
        took = []
        for _ in range(3):
            began = time.perf_counter()
            list(self._voice.synthesize(text))
            took.append((time.perf_counter() - began) * 1000)
        return median(took)


async def _loops() -> list[Figure]:
    """Questions spoken into the virtual microphone, answers heard from the virtual loudspeaker."""
    keyed, budgets = [], []
    async with voice_room(script="hello", tokens_per_s=TOKENS_PER_S) as room:
        await room.loaded()
        for number in range(LOOPS + 1):
            heard_ms = await _loop(room, hands_free=False)
            if number:  # the first one fills caches
                keyed.append(heard_ms)
                budgets.append(room.voice.last_budget)
        await room.voice.hands_free(True)
        free = [await _loop(room, hands_free=True) for _ in range(LOOPS)]
        await room.voice.hands_free(False)
    rows = [
        Figure("spoken question → first sound of the answer, key", median(keyed), "ms", note=_p95(keyed)),
        Figure("  the same hands-free", median(free), "ms", note=_p95(free)),
    ]
    stages = {
        "release → end of utterance": "endpoint_ms",
        "recogniser itself": "engine_ms",
        "text beyond the recogniser": "beyond_engine_ms",
        "text → first token": "first_token_ms",
        "text → first sentence handed to the voice": "first_sentence_ms",
        "the voice itself": "synthesis_ms",
        "beyond the voice": "beyond_voice_ms",
        "text → first sample heard": "first_sample_ms",
    }
    for name, field in stages.items():
        values = [value for budget in budgets if (value := getattr(budget, field)) is not None]
        rows.append(Figure(f"    {name}", median(values) if values else float("nan"), "ms"))
    return rows


async def _loop(room: VoiceRoom, *, hands_free: bool) -> float:
    """Milliseconds from the last audible sample of the question to the first one of the answer, both at the devices."""
    said = phrase("What time is it?")
    begin, end = audible(said)
    if hands_free:
        await room.until(lambda: room.voice.state == "armed")
        await asyncio.sleep(REST_S)
    else:
        await room.voice.press()
    since = len(room.changes)
    recorder = _Heard(room)
    watch = Watch(room)
    spoken = room.sound.speak(said)
    onset = await watch.onset(room)
    over = watch.when(onset + end - begin)
    if not hands_free:
        await asyncio.sleep(over - time.perf_counter())
        await room.voice.release()
    await room.reached(since, "speaking")
    heard = await recorder.first(room)
    spoken.stop()
    await watch.stop()
    recorder.stop()
    await room.voice.stop_speaking()
    await room.until(lambda: room.voice.state in ("idle", "armed"))
    return (heard - over) * 1000


class _Heard:
    """The loudspeaker's monitor, each piece with the time at which it came."""

    def __init__(self, room: VoiceRoom) -> None:
        self._recorder = room.sound.listen()
        self._seen = len(self._recorder.samples())

    async def first(self, room: VoiceRoom) -> float:
        """When the first sound came."""
        at: list[float] = []

        def look() -> bool:
            samples = self._recorder.samples()[self._seen :]
            loud = np.flatnonzero(np.abs(samples) > LOUD)
            if len(loud):
                at.append(time.perf_counter() - (len(samples) - int(loud[0])) / RATE_HZ)
            return bool(at)

        await room.until(look)
        return at[0]

    def stop(self) -> None:
        """End it."""
        self._recorder.stop()
