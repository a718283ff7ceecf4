"""For tests of recognition: an engine that needs stream time for its answers, and speech through the whole path."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from core.clock import ManualClock
from core.voice.endpointing import Endpointing, Patience, PauseBegan, SpeechBegan, SpeechEnded, SpeechResumed
from core.voice.frames import AudioFrame
from core.voice.recognition import Recognition, Understood, Utterance
from models.speech.engines import FRAME_SAMPLES, RATE_HZ, Heard, Hearing, Samples, Segment, VoiceDetector
from tests.peers.endpoint_score import frames_of
from tests.peers.patience import PATIENCE_S

if TYPE_CHECKING:
    from models.speech.whisper_messages import Priority

FRAME_S = FRAME_SAMPLES / RATE_HZ


@dataclass
class Call:
    """One pass that was asked for."""

    priority: str
    sample_count: int
    hearing: Hearing
    asked_s: float
    samples: Samples = field(repr=False)
    begun_s: float | None = None
    ended_s: float | None = None
    cancelled: bool = False


class TimedEar:
    """Answers one call at a time, each after `engine_s` of its clock, finals first; it cannot stop in the middle.

    `answer` makes the text from the sound. An exception in `failures` is raised instead, the first for the first call.
    """

    def __init__(self, clock: ManualClock, *, engine_s: float, answer: Callable[[Samples], str]) -> None:
        self.engine_s = engine_s
        self.calls: list[Call] = []
        self.failures: list[BaseException] = []
        self._clock = clock
        self._answer = answer
        self._waiting: list[tuple[Call, asyncio.Future[None]]] = []
        self._now: tuple[Call, asyncio.Future[None]] | None = None

    async def transcribe(self, samples: Samples, hearing: Hearing, *, priority: Priority = "final") -> Heard:
        """As a recogniser does."""
        if self.failures:
            raise self.failures.pop(0)
        call = Call(priority, len(samples), hearing, self._clock.uptime_s(), samples)
        self.calls.append(call)
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((call, done))
        self._serve(self._clock.uptime_s())
        try:
            await done
        except asyncio.CancelledError:
            call.cancelled = True
            raise
        text = self._answer(samples)
        segments = (Segment(f" {text}", 0.0, len(samples) / RATE_HZ, 0.0, -0.1, 1.0),) if text else ()
        return Heard(segments, hearing.language or "en", 0.99, len(samples) / RATE_HZ, self.engine_s)

    async def move(self, seconds: float) -> None:
        """Let time pass, and whoever waits for an answer that is due have it."""
        self._clock.move(seconds)
        now = self._clock.uptime_s()
        while self._now is not None and (self._now[0].begun_s or 0) + self.engine_s <= now + 1e-9:
            call, done = self._now
            call.ended_s = (call.begun_s or 0) + self.engine_s
            if not done.done():
                done.set_result(None)
            self._now = None
            self._serve(call.ended_s)
        for _ in range(6):
            await asyncio.sleep(0)

    def _serve(self, now: float) -> None:
        self._waiting = [(call, done) for call, done in self._waiting if not call.cancelled]
        if self._now is not None or not self._waiting:
            return
        self._waiting.sort(key=lambda waiting: waiting[0].priority != "final")
        self._now = self._waiting.pop(0)
        self._now[0].begun_s = now


@dataclass
class Turn:
    """One utterance as it was understood, hands-free, and when (samples of the stream)."""

    understood: Understood
    ended: SpeechEnded
    ended_at: int


async def hear(
    recognition: Recognition,
    detector: VoiceDetector,
    sound: Samples,
    *,
    patience: Patience = "normal",
    live: bool = False,
) -> list[Turn]:
    """All utterances in `sound`, hands-free, faster than real time, by an engine that really needs its time.

    The stream stands still while an early pass is made, and its text is told as late as the pass took.
    """
    endpointing = Endpointing(detector, patience=patience)
    endpointing.reset()
    turns: list[Turn] = []
    utterance: Utterance | None = None
    recent: list[AudioFrame] = []
    told: tuple[int, Understood] | None = None
    for frame in frames_of(sound):
        if told is not None and frame.start_sample >= told[0]:
            endpointing.said(told[1].text, told[1].language)
            told = None
        events = endpointing.feed(frame)
        recent = [*recent[-15:], frame]
        if utterance is not None:
            utterance.feed(frame, endpointing.probability)
        for event in events:
            match event:
                case SpeechBegan(sample):
                    utterance = recognition.begin(sample, live=live)
                    for earlier in recent:
                        utterance.feed(earlier, endpointing.probability if earlier is frame else 0.4)
                case PauseBegan(sample) if utterance is not None:
                    utterance.pause(sample)
                    early = await early_text(utterance)
                    told = (frame.end_sample + round(early.engine_s * RATE_HZ), early)
                case SpeechResumed() if utterance is not None:
                    told = None
                    utterance.resume()
                case SpeechEnded() as ended if utterance is not None:
                    turns.append(Turn(await utterance.finish(ended.end_sample), ended, frame.end_sample))
                    utterance, told = None, None
        await asyncio.sleep(0)
    if utterance is not None:
        await utterance.cancel()
    return turns


async def early_text(utterance: Utterance) -> Understood:
    """What the early pass makes of it, as soon as it is there."""
    assert utterance._early is not None
    await asyncio.wait([utterance._early.task], timeout=PATIENCE_S)
    early = utterance.early
    assert early is not None
    return early
