"""How well endpointing does on speech with ground truth, on virtual time: the tests assert it, the bench prints it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from core.voice.endpointing import (
    LEAD_SAMPLES,
    Endpointing,
    Patience,
    PauseBegan,
    SpeechBegan,
    SpeechEnded,
    SpeechResumed,
)
from core.voice.frames import AudioFrame
from models.speech.engines import FRAME_SAMPLES, RATE_HZ, Samples, VoiceDetector
from models.speech.silero import SileroDetector
from tests.peers.spoken_corpus import Spoken, noises, other_speech, utterances

CUT_TOLERANCE = round(0.03 * RATE_HZ)
"""An end so little before the last sample of speech cuts no word off: the fading of a vowel."""

QUIET_BEFORE_S = 3.0
"""The gate is open for two seconds, and sleeps half a second later."""


@dataclass(frozen=True, slots=True)
class EndpointScore:
    """Counts, and delays in milliseconds from the true end of speech to the end that was told."""

    utterances: int
    missed: int
    cut_off: int
    cut_off_by_kind: dict[str, int]
    late_start: int
    median_ms: float
    median_command_ms: float
    ninetieth_ms: float
    onset_median_ms: float
    onset_ninetieth_ms: float
    noise_hours: float
    false_starts: int
    lead_hours: float
    early_starts: int
    other_speech_starts_per_hour: float

    def table(self) -> str:
        """For people."""
        rows = (
            ("utterances", f"{self.utterances}"),
            ("missed", f"{self.missed}"),
            ("cut off", f"{self.cut_off} ({100 * self.cut_off / max(1, self.utterances):.2f} %)"),
            ("  by kind", ", ".join(f"{kind} {count}" for kind, count in self.cut_off_by_kind.items())),
            ("first sound lost", f"{self.late_start}"),
            ("end of speech to end told, median", f"{self.median_ms:.0f} ms"),
            ("  commands and answers only", f"{self.median_command_ms:.0f} ms"),
            ("  nine of ten", f"{self.ninetieth_ms:.0f} ms"),
            ("onset to beginning told, median", f"{self.onset_median_ms:.0f} ms"),
            ("  nine of ten", f"{self.onset_ninetieth_ms:.0f} ms"),
            (f"false starts in {self.noise_hours:.2f} h of noise", f"{self.false_starts}"),
            (f"  in {self.lead_hours:.2f} h of rooms before speech", f"{self.early_starts}"),
            ("beginnings per hour of other people", f"{self.other_speech_starts_per_hour:.0f}"),
        )
        return "\n".join(f"{name:<42}{value}" for name, value in rows)


@dataclass(frozen=True, slots=True)
class Told:
    """What endpointing told of one utterance: its beginning, when, and the end that came first.

    `early`: how often something in the room was taken for a beginning before anybody spoke.
    """

    began: int | None
    noticed: int | None
    ended: SpeechEnded | None
    ended_at: int | None
    early: int = 0


def score_endpointing(
    count: int = 300,
    *,
    seed: int = 1,
    patience: Patience = "normal",
    engine_s: float = 0.1,
    text_comes: bool = True,
    noise_s: float = 20.0,
    rests: bool = False,
    lead_s: float | None = None,
) -> EndpointScore:
    """Score on `count` utterances; the text of a pause comes `engine_s` after it, as from a recogniser that errs never.

    `noise_s` seconds of each noise at each loudness, and five times as much of other people. About 10 s for 300. With
    `rests` the detector sleeps in a quiet room, which each utterance is given time for before it begins: `lead_s`.
    """
    detector = SileroDetector()
    lead_s = lead_s or (QUIET_BEFORE_S if rests else 0.6)
    told = [
        (one, follow(detector, one, patience=patience, engine_s=engine_s, text_comes=text_comes, rests=rests))
        for one in utterances(count, seed=seed, lead_s=lead_s)
    ]
    cut = [one for one, heard in told if _cut_off(one, heard)]
    right = [(one, heard) for one, heard in told if heard.ended_at is not None and not _cut_off(one, heard)]
    waits = [_ms(heard.ended_at - one.offset) for one, heard in right if heard.ended_at is not None]
    commands = [_ms(heard.ended_at - one.offset) for one, heard in right if heard.ended_at and one.kind == "command"]
    onsets = [_ms(heard.noticed - one.onset) for one, heard in told if heard.noticed is not None]
    starts, hours = false_starts(detector, noise_s, rests=rests)
    others = _begins(detector, other_speech(5 * noise_s), rests=rests)
    return EndpointScore(
        utterances=len(told),
        missed=sum(heard.began is None for _, heard in told),
        cut_off=len(cut),
        cut_off_by_kind={kind: sum(one.kind == kind for one in cut) for kind in ("command", "clause", "hesitation")},
        late_start=sum(heard.began is not None and heard.began > one.onset for one, heard in told),
        median_ms=float(np.median(waits)),
        median_command_ms=float(np.median(commands)),
        ninetieth_ms=float(np.percentile(waits, 90)),
        onset_median_ms=float(np.median(onsets)),
        onset_ninetieth_ms=float(np.percentile(onsets, 90)),
        noise_hours=hours,
        false_starts=starts,
        lead_hours=sum(one.onset for one, _ in told) / RATE_HZ / 3600,
        early_starts=sum(heard.early for _, heard in told),
        other_speech_starts_per_hour=others / (5 * noise_s / 3600),
    )


class Replayed:
    """What the real detector says of a sound, found out at once: the same in half the time."""

    def __init__(self, detector: SileroDetector, sound: Samples) -> None:
        detector.reset()
        whole = len(sound) // FRAME_SAMPLES * FRAME_SAMPLES
        self._left = iter(detector.probabilities(sound[:whole]))

    def probability(self, frame: Samples) -> float:
        """Of the next frame."""
        assert len(frame) == FRAME_SAMPLES
        return float(next(self._left))

    def reset(self) -> None:
        """Only a whole sound is replayed."""
        raise RuntimeError("a replay cannot begin anew")


def _hearing(detector: SileroDetector, sound: Samples, *, rests: bool) -> VoiceDetector:
    """A detector that is not asked of every frame hears another sound: that cannot be found out before."""
    if not rests:
        return Replayed(detector, sound)
    detector.reset()
    return detector


def follow(
    detector: SileroDetector,
    one: Spoken,
    *,
    patience: Patience = "normal",
    engine_s: float = 0.1,
    text_comes: bool = True,
    rests: bool = False,
) -> Told:
    """One utterance through endpointing, up to the first end."""
    hears = _hearing(detector, one.samples, rests=rests)
    endpointing = Endpointing(hears, patience=patience, text_comes=text_comes, rests=rests)
    began: int | None = None
    noticed: int | None = None
    early = 0
    text_at: int | None = None
    text = ""
    for frame in frames_of(one.samples):
        now = frame.start_sample + FRAME_SAMPLES
        if text_at is not None and now >= text_at and text_comes:
            endpointing.said(text, one.language)
            text_at = None
        for event in endpointing.feed(frame):
            if isinstance(event, SpeechBegan) and began is None:
                began, noticed = event.sample, now
            elif isinstance(event, PauseBegan):
                text, text_at = said_until(one, event.sample), now + round(engine_s * RATE_HZ)
            elif isinstance(event, SpeechResumed):
                text_at = None
            elif isinstance(event, SpeechEnded):
                if event.end_sample < one.onset:  # something in the noise before it: a false start, no cut
                    began, noticed, early = None, None, early + 1
                    continue
                if began is not None and began < one.onset - LEAD_SAMPLES - RATE_HZ // 10:
                    early += 1  # one that was not over yet
                return Told(began, noticed, event, now, early)
    return Told(began, noticed, None, None, early)


def said_until(one: Spoken, sample: int) -> str:
    """What a recogniser would make of the sound up to `sample`: the words so far, always closed with a full stop."""
    said: list[str] = []
    for (begin, end), text in zip(one.parts, one.part_texts, strict=True):
        words = text.split()
        share = (min(sample, end) - begin) / (end - begin)
        # The detector tells the end of speech with an error of 0.1 s: the last word counts as said.
        said += words if sample > end - RATE_HZ // 10 else words[: max(0, round(share * len(words)))]
    whole = " ".join(said)
    return whole if whole.endswith(("?", "!", ".")) else f"{whole.rstrip(',')}."


def frames_of(samples: Samples, *, start: int = 0) -> list[AudioFrame]:
    """Sound as frames, without a rest that fills none; raw and clean are the same."""
    whole = len(samples) // FRAME_SAMPLES * FRAME_SAMPLES
    return [
        AudioFrame(start + at, samples[at : at + FRAME_SAMPLES], samples[at : at + FRAME_SAMPLES])
        for at in range(0, whole, FRAME_SAMPLES)
    ]


def false_starts(detector: SileroDetector, seconds: float, *, rests: bool = False) -> tuple[int, float]:
    """Beginnings in `seconds` of every noise at every loudness, and how many hours that was."""
    starts = 0
    heard_s = 0.0
    for _name, sound in noises(seconds):
        starts += _begins(detector, sound, rests=rests)
        heard_s += len(sound) / RATE_HZ
    return starts, heard_s / 3600


def _begins(detector: SileroDetector, sound: Samples, *, rests: bool) -> int:
    endpointing = Endpointing(_hearing(detector, sound, rests=rests), text_comes=False, rests=rests)
    return sum(isinstance(event, SpeechBegan) for frame in frames_of(sound) for event in endpointing.feed(frame))


def _cut_off(one: Spoken, heard: Told) -> bool:
    return heard.ended is not None and heard.ended.end_sample < one.offset - CUT_TOLERANCE


def _ms(samples: int) -> float:
    return samples * 1000 / RATE_HZ
