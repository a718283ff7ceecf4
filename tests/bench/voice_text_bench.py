"""Somebody stops speaking: how soon the final text is there, beyond what the engine itself needs for the same sound.

The engine's floor is a bare faster-whisper in this process, on the very samples that the final pass was given, with the
same options. When speech ended is known from the microphone's own samples (`Watch`).
"""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from core.events import DictationHeard
from models.speech.engines import Heard, Hearing, Samples
from tests.bench.figure import Figure, percentile
from tests.bench.talking_room import PHRASES, VoiceRoom, Watch, audible, phrase, voice_room
from tests.peers.endpoint_score import score_endpointing
from tests.peers.spoken_corpus import noise_of
from tests.peers.voice_stage import COMMANDS

RELEASES_S = {"as the last sound ends": 0.0, "0.1 s later": 0.1, "0.3 s later": 0.3}
FLOOR_ROUNDS = 5
UTTERANCES = 300


@dataclass
class Passes:
    """What the recogniser was asked, and what it took itself."""

    final: list[tuple[Samples, Hearing]] = field(default_factory=list)

    def watch(self, room: VoiceRoom) -> None:
        """Note every final pass from now on."""
        ear = room.voice.engines.recogniser
        transcribe = ear.transcribe

        async def noted(samples: Samples, hearing: Hearing, *, priority: Any = "final") -> Heard:
            if priority == "final":
                self.final.append((samples, hearing))
            return await transcribe(samples, hearing, priority=priority)

        ear.transcribe = noted  # type: ignore[method-assign]


def measure() -> list[Figure]:
    """Push-to-talk with three ways to let go, hands-free, and words cut off."""
    figures = []
    for how, after_s in RELEASES_S.items():
        waits, engine = asyncio.run(_push_to_talk(after_s))
        note = f"engine itself {median(engine):.0f} ms; {_p95(waits)}"
        row = partial(Figure, f"key up {how} → text, beyond the engine", median(waits), "ms", note=note)
        figures.append(row(target=60))
    waits, engine = asyncio.run(_hands_free())
    note = f"engine itself {median(engine):.0f} ms; {_p95(waits)}"
    figures.append(
        Figure("hands-free: end of speech → text, beyond the engine", median(waits), "ms", target=450, note=note)
    )
    score = score_endpointing(UTTERANCES)
    cut = 100 * score.cut_off / score.utterances
    note = f"{score.cut_off} of {score.utterances}; {score.missed} missed; {score.false_starts} false starts in noise"
    figures.append(Figure("  words cut off, hands-free", cut, "%", target=1, note=note))
    figures.append(Figure("  end of speech → end told, virtual time", score.median_command_ms, "ms", note="commands"))
    return figures


def _p95(values: list[float]) -> str:
    return f"p95 {percentile(values, 0.95):.0f} ms"


async def _push_to_talk(after_s: float) -> tuple[list[float], list[float]]:
    """Milliseconds from letting go (`after_s` after the last audible sample) to the text, without the engine's own."""
    waits, engines = [], []
    async with voice_room() as room:
        passes = Passes()
        await room.loaded()
        passes.watch(room)
        floor = Floor(COMMANDS)
        for text in PHRASES:
            said = phrase(text)
            begin, end = audible(said)
            passes.final.clear()
            since = len(room.changes)
            await room.voice.press(purpose="dictate")
            watch = Watch(room)
            spoken = room.sound.speak(said)
            onset = await watch.onset(room)
            over = watch.when(onset + end - begin) + after_s
            await asyncio.sleep(over - time.perf_counter())
            released = time.perf_counter()
            await room.voice.release()
            heard = await room.first(since, lambda change: isinstance(change, DictationHeard))
            spoken.stop()
            await watch.stop()
            await room.until(lambda: room.voice.state == "idle")
            own_s = floor.seconds(*passes.final[-1])
            engines.append(own_s * 1000)
            waits.append((heard - released - own_s) * 1000)
    return waits, engines


async def _hands_free() -> tuple[list[float], list[float]]:
    waits, engines = [], []
    async with voice_room() as room:
        await room.set(speak_answers="never")
        passes = Passes()
        await room.loaded()
        passes.watch(room)
        floor = Floor(COMMANDS)
        await room.voice.hands_free(True)
        for text in PHRASES:
            await room.until(lambda: room.voice.state == "armed")
            await asyncio.sleep(0.6)
            said = phrase(text)
            begin, end = audible(said)
            passes.final.clear()
            since = len(room.changes)
            watch = Watch(room)
            spoken = room.sound.speak(said)
            onset = await watch.onset(room)
            over = watch.when(onset + end - begin)
            heard = await room.reached(since, "thinking")
            over = min(over, watch.when(onset + end - begin))
            spoken.stop()
            await watch.stop()
            own_s = floor.seconds(*passes.final[-1])
            engines.append(own_s * 1000)
            waits.append((heard - over - own_s) * 1000)
        await room.voice.hands_free(False)
    return waits, engines


class Floor:
    """A bare faster-whisper: what the engine needs for the same sound with the same options."""

    def __init__(self, folder: Path) -> None:
        from faster_whisper import WhisperModel

        self._model = WhisperModel(str(folder), device="cpu", compute_type="int8", local_files_only=True)
        self.seconds(noise_of("pink", 1.0), Hearing(language="en"), rounds=1)

    def seconds(self, samples: Samples, hearing: Hearing, *, rounds: int = FLOOR_ROUNDS) -> float:
        """The median of some rounds."""
        took = []
        for _ in range(rounds):
            began = time.perf_counter()
            found, _info = self._model.transcribe(
                samples,
                language=hearing.language,
                beam_size=hearing.beam_size,
                best_of=1,
                temperature=0.0,
                condition_on_previous_text=False,
                without_timestamps=True,
                no_speech_threshold=None,
                max_new_tokens=hearing.most_tokens,
                hotwords=", ".join(hearing.hotwords) or None,
            )
            list(found)
            took.append(time.perf_counter() - began)
        return median(took)
