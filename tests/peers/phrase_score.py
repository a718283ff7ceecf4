"""How well a wake phrase is found in SOUND, by all that stands behind the microphone while one is waited for.

Sound goes block by block through resampling, the stages of cleaning where somebody asks for them, the quiet gate, the
voice detector, the listener for phrases, the small Whisper of the tests in its process, and the comparison with the
phrase. Only devices and the session around it are missing, and time: a minute takes a second or two.

Rooms are one stream each, as a microphone that stays open is: their noise goes on while nobody speaks, and the detector
sleeps before each phrase. The recogniser was taught sixty phrases, English ones, and writes one of them whatever it
hears: people who say anything else wake it as they would wake no recogniser that knows more. So they are counted apart.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

import numpy as np

from core.voice.cleanup import Cleanup
from core.voice.endpointing import Endpointing, SpeechEnded
from core.voice.frame_stream import FrameStream
from core.voice.frames import UncleanedFrame
from core.voice.listeners import Past, PhraseListener
from core.voice.wake_phrases import WakeMatch, WakePhrases
from models.speech.engines import FRAME_SAMPLES, RATE_HZ, Samples
from models.speech.silero import SileroDetector
from tests.peers.command_scores import SPOKEN_COMMANDS, SPOKEN_OTHERS
from tests.peers.spoken_corpus import (
    ENGLISH_VOICES,
    NORMAL_RMS,
    PITCHES,
    SPEEDS,
    NoiseKind,
    clip,
    noise_of,
    noises,
    other_speech,
    silence,
)

PHRASES: tuple[tuple[str, str], ...] = (
    ("Take a screenshot", ""),
    ("Open the settings", ""),
    ("Set a timer", "for five minutes."),
    ("Lock the screen", ""),
    ("Start a new chat", ""),
    ("Set an alarm", "for seven AM."),
)
"""Phrases that it knows, and what is said after them in the same breath."""

ROOMS: tuple[NoiseKind, ...] = ("silence", "white", "pink", "hum", "fan", "music")
_BLOCK = RATE_HZ // 50
_IN_A_ROOM = 5

Recognise = Callable[[Samples], Coroutine[Any, Any, str]]
"""The engine: sound at 16 kHz in, its text out."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """What the listener handed over, and what was found in it."""

    ended: SpeechEnded
    text: str
    match: WakeMatch | None


@dataclass(slots=True)
class PhraseScore:
    """Counts. `lost_words`: the sound that was handed over began after the phrase, or ended before its last word."""

    said: int = 0
    found: int = 0
    whole: int = 0
    unheard: int = 0
    lost_words: int = 0
    noise_s: float = 0.0
    woken_by_noise: int = 0
    known_s: float = 0.0
    woken_by_known: int = 0
    strange_s: float = 0.0
    woken_by_strange: int = 0
    asked: int = 0
    faults: list[str] = field(default_factory=list)

    @property
    def missed_share(self) -> float:
        """Of the phrases that were said."""
        return 1 - self.found / max(self.said, 1)

    def table(self) -> str:
        """For people."""
        rows = (
            ("wake phrases said", f"{self.said}"),
            ("missed", f"{self.said - self.found} ({100 * self.missed_share:.1f} %)"),
            ("  not even noticed as speech", f"{self.unheard}"),
            ("  words cut off", f"{self.lost_words}"),
            ("found, but what followed was understood otherwise", f"{self.found - self.whole}"),
            (f"woken by {self.noise_s / 60:.0f} min of noise", _hourly(self.woken_by_noise, self.noise_s)),
            (f"woken by {self.known_s / 60:.0f} min of other people", _hourly(self.woken_by_known, self.known_s)),
            (
                f"  by {self.strange_s / 60:.0f} min of what the recogniser does not know",
                _hourly(self.woken_by_strange, self.strange_s),
            ),
            ("asked the recogniser", f"{self.asked} times"),
        )
        return "\n".join(f"{name:<52}{value}" for name, value in rows)


def _hourly(count: int, seconds: float) -> str:
    return f"{count} ({count * 3600 / max(seconds, 1e-9):.1f} an hour)"


class Waiting:
    """A microphone that stays open until a phrase is said."""

    def __init__(self, detector: SileroDetector, recognise: Recognise, phrases: WakePhrases) -> None:
        self._detector = detector
        self._recognise = recognise
        self._phrases = phrases

    async def hear(self, sound: Samples) -> list[Stretch]:
        """All stretches of speech in one stream."""
        self._detector.reset()
        past, handed = Past(), list[tuple[Samples, SpeechEnded]]()
        listener = PhraseListener(
            Endpointing(self._detector, text_comes=False, rests=True),
            past,
            said=lambda samples, ended: handed.append((samples, ended)),
        )
        stream, at = FrameStream(RATE_HZ, Cleanup()), 0
        for start in range(0, len(sound), _BLOCK):
            for raw, clean in stream.feed(sound[start : start + _BLOCK].reshape(-1, 1), lazily=True):
                frame = UncleanedFrame(at, raw, clean)
                at += FRAME_SAMPLES
                past.add(frame)
                listener.feed(frame)
            if start % RATE_HZ == 0:
                await asyncio.sleep(0)
        return [await self._looked_at(samples, ended) for samples, ended in handed]

    async def _looked_at(self, samples: Samples, ended: SpeechEnded) -> Stretch:
        text = await self._recognise(samples)
        return Stretch(ended, text, self._phrases.spotted(text, "en"))


async def score_phrases(
    recognise: Recognise, count: int = 300, *, seed: int = 5, noise_s: float = 30.0, speech_s: float = 600.0
) -> PhraseScore:
    """`count` phrases in rooms; `noise_s` of each of the noises; other people for `speech_s`, each awaited phrase.

    Half of these people say what the recogniser knows and the phrase is not, half say what it never heard.
    """
    score, detector = PhraseScore(), SileroDetector()

    async def counted(samples: Samples) -> str:
        score.asked += 1
        return await recognise(samples)

    rng = np.random.default_rng(seed)
    for room in islice(_rooms(rng), -(-count // _IN_A_ROOM)):
        await _score_room(score, Waiting(detector, counted, WakePhrases((room.phrase,), ("en",))), room)
    anything = Waiting(detector, counted, WakePhrases([phrase for phrase, _ in PHRASES], ("en",)))
    for name, sound in noises(noise_s, seed=seed):
        score.noise_s += len(sound) / RATE_HZ
        score.woken_by_noise += _woken(score, name, await anything.hear(sound))
    known, strange = _known_speech(speech_s / 2, rng), other_speech(speech_s / 2, seed=seed)
    score.known_s, score.strange_s = len(known) / RATE_HZ, len(strange) / RATE_HZ
    score.woken_by_known = _woken(score, "what it knows", await anything.hear(known))
    score.woken_by_strange = _woken(score, "what it does not know", await anything.hear(strange))
    return score


@dataclass(frozen=True, slots=True)
class _Room:
    """One stream; `said` are the stretches of the phrases in it."""

    phrase: str
    rest: str
    name: str
    sound: Samples = field(repr=False)
    said: tuple[tuple[int, int], ...]


def _rooms(rng: np.random.Generator) -> Iterator[_Room]:
    """Endless: each phrase in turn, in all voices, by people near and far, 15 dB or more above the room."""
    number = 0
    while True:
        phrase, rest = PHRASES[number % len(PHRASES)]
        kind = ROOMS[int(rng.integers(len(ROOMS)))]
        loudness, above_db = float(rng.choice([0.3, 0.6, 1.0])), float(rng.choice([15.0, 20.0, 30.0]))
        pieces, said, at = [silence(4.0)], [], round(4.0 * RATE_HZ)
        for turn in range(_IN_A_ROOM):
            spoken = clip(
                f"{phrase} {rest}".strip().rstrip(".") + ".",
                voice=ENGLISH_VOICES[(number * _IN_A_ROOM + turn) % len(ENGLISH_VOICES)],
                speed=int(rng.choice(SPEEDS)),
                pitch=int(rng.choice(PITCHES)),
            )
            pause = silence(float(rng.uniform(2.0, 5.0)))
            pieces += [spoken * np.float32(loudness), pause]
            said.append((at, at + len(spoken)))
            at += len(spoken) + len(pause)
        sound = np.concatenate(pieces)
        rms = NORMAL_RMS * loudness * 10 ** (-above_db / 20)
        sound += noise_of(kind, len(sound) / RATE_HZ, rms=rms, seed=number)[: len(sound)]
        name = f"{kind} at -{above_db:.0f} dB, voice at {loudness}"
        yield _Room(phrase, rest, name, np.clip(sound, -1, 1).astype(np.float32), tuple(said))
        number += 1


async def _score_room(score: PhraseScore, waiting: Waiting, room: _Room) -> None:
    stretches = await waiting.hear(room.sound)
    for begin, end in room.said:
        score.said += 1
        its = [one for one in stretches if one.ended.start_sample < end and one.ended.end_sample > begin]
        match = next((one.match for one in its if one.match is not None), None)
        score.found += match is not None
        score.whole += match is not None and match.rest == room.rest
        score.unheard += not its
        # The detector tells the end of a fading vowel up to 30 ms early; the tail it adds covers that.
        score.lost_words += bool(its) and (its[0].ended.start_sample > begin or its[-1].ended.end_sample < end)
        if match is None or match.rest != room.rest:
            score.faults.append(f"{room.phrase} {room.rest} ({room.name}): {[one.text for one in its]}")
    between = [one for one in stretches if not any(_meet(one.ended, said) for said in room.said)]
    score.woken_by_noise += _woken(score, room.name, between)
    score.noise_s += (len(room.sound) - sum(end - begin for begin, end in room.said)) / RATE_HZ


def _meet(ended: SpeechEnded, said: tuple[int, int]) -> bool:
    return ended.start_sample < said[1] and ended.end_sample > said[0]


def _known_speech(seconds: float, rng: np.random.Generator) -> Samples:
    """People who say what the recogniser knows and what is no phrase of these."""
    phrases = {f"{phrase} {rest}".strip().rstrip(".") for phrase, rest in PHRASES}
    texts = [text for text in (*SPOKEN_COMMANDS, *SPOKEN_OTHERS) if text.rstrip(".") not in phrases]
    pieces: list[Samples] = []
    length = 0
    while length < seconds * RATE_HZ:
        voice, speed = ENGLISH_VOICES[int(rng.integers(len(ENGLISH_VOICES)))], int(rng.choice(SPEEDS))
        pieces += [clip(texts[int(rng.integers(len(texts)))], voice=voice, speed=speed), silence(1.5)]
        length += len(pieces[-2]) + len(pieces[-1])
    return np.concatenate(pieces)


def _woken(score: PhraseScore, name: str, stretches: list[Stretch]) -> int:
    woken = [one for one in stretches if one.match is not None]
    score.faults += [f"woken by {name}: {one.text} -> {one.match}" for one in woken]
    return len(woken)
