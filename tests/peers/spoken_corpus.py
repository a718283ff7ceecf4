"""Speech with ground truth, made by espeak-ng: voices, speeds, pitches, loudnesses, noises, pauses; and noises alone.

Everything is mono float32 at 16 kHz and the same on every run (seeds). A clip is synthesised once a process and kept in
memory; at most two espeak-ng run at once. Where speech begins and ends is measured on the clean clip, before noise.
"""

from __future__ import annotations

import io
import subprocess
import threading
import wave
import zlib
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import cycle, islice
from typing import Literal, get_args

import numpy as np
import soxr

from models.speech.engines import RATE_HZ, Samples

NoiseKind = Literal[
    "silence", "white", "pink", "hum", "clicks", "typing", "music", "breathing", "fan", "coughs", "rumble"
]
NOISE_KINDS: tuple[NoiseKind, ...] = get_args(NoiseKind)

NORMAL_RMS = 0.1
"""Loudness 1.0: speech with this root mean square (-20 dB of full scale), as of a near microphone."""

EDGE_DB = 40.0
"""A clip's speech begins and ends where 10 ms of it are no more than this below its loudest 10 ms."""

ENGLISH_VOICES = (
    "en-us",
    "en-gb",
    "en-gb-scotland",
    "en-gb-x-rp",
    "en-us+f2",
    "en-gb+f3",
    "en-us+m3",
    "en-gb-x-gbclan+f1",
    "en-029+m2",
    "en-us+f4",
    "en-gb-x-gbcwmd+m1",
    "en-us+m7",
)
SPEEDS = (120, 140, 160, 175, 190, 210)
PITCHES = (25, 40, 50, 60, 75)

COMMAND_PHRASES = (
    "Stop.",
    "Pause.",
    "Repeat that.",
    "Cancel that.",
    "Never mind.",
    "Yes.",
    "No.",
    "Thank you.",
    "Good morning.",
    "What can you do?",
    "What time is it?",
    "What is the weather like?",
    "What is on my calendar?",
    "Read my messages.",
    "Take a note.",
    "Save the note.",
    "Start recording.",
    "Mute the microphone.",
    "Speak faster.",
    "Turn the volume up.",
    "Open the browser.",
    "Open the settings.",
    "Close the window.",
    "Take a screenshot.",
    "Lock the screen.",
    "Summarize this page.",
    "Search my documents.",
    "Tell me a joke.",
    "Start a new chat.",
    "Switch to dark mode.",
    "Play some music.",
    "Go back.",
    "Remember this.",
    "Who are you?",
    "Call me later.",
    "What did I say?",
    "Set a timer for five minutes.",
    "Set an alarm for seven AM.",
    "Open note number three.",
)
"""Phrases that `tests/data/whisper_commands` understands; the sound-alike ones of its notice are left out."""

HESITATIONS = (
    ("Set a timer for", "five minutes."),
    ("Open note number", "three."),
    ("Tell me about the", "history of Vienna."),
    ("I would like to go to", "the sea this summer."),
    ("Write a letter to my landlord and", "ask about the heating."),
    ("If it rains tomorrow,", "what should we do with the children?"),
    ("The reason is that", "nobody has read the report."),
    ("Remind me to call", "the dentist on Monday."),
    ("My sister, who lives in", "Canada, will visit us."),
    ("Could you please", "summarise the last chapter?"),
)
"""Sentences at whose break nobody would think the speaker has finished: a listener waits."""

CLAUSES = (
    ("In the evening,", "we often read a book together."),
    ("Well,", "tell me a joke."),
    ("When I come home,", "switch on the light."),
    ("First of all,", "close the window."),
    ("My name is Anna,", "and this is my brother."),
    ("After that,", "read the last note."),
)
"""Sentences with the short pause of a comma."""

OTHER_SPEECH = (
    "The committee met on Tuesday and discussed the budget for the coming year.",
    "He walked along the river until the lights of the town were out of sight.",
    "You should have seen her face when the letter finally arrived.",
    "Fresh bread, two litres of milk, some apples, and a bar of chocolate.",
    "They say the bridge will be closed for repairs until the end of March.",
    "Nobody knows exactly how many of these birds are left in the valley.",
)


@dataclass(frozen=True, slots=True)
class Spoken:
    """One utterance. `parts` are its stretches of speech as samples (begin, end); between them are pauses."""

    text: str
    samples: Samples = field(repr=False)
    parts: tuple[tuple[int, int], ...]
    part_texts: tuple[str, ...]
    kind: Literal["command", "clause", "hesitation"] = "command"
    language: str = "en"

    @property
    def onset(self) -> int:
        """The first sample of speech."""
        return self.parts[0][0]

    @property
    def offset(self) -> int:
        """The sample after the last one of speech."""
        return self.parts[-1][1]


_CACHE: dict[tuple[str, str, int, int], Samples] = {}
_AT_ONCE = threading.Semaphore(2)


def clip(text: str, *, voice: str = "en-us", speed: int = 165, pitch: int = 50) -> Samples:
    """What espeak-ng says, at loudness 1.0, without the silence before and after it. Not to be changed."""
    key = (text, voice, speed, pitch)
    if (kept := _CACHE.get(key)) is not None:
        return kept
    with _AT_ONCE:
        told = subprocess.run(  # a fixed program; the text comes by stdin
            ["espeak-ng", "-v", voice, "-s", str(speed), "-p", str(pitch), "--stdin", "--stdout"],
            input=text.encode(),
            stdout=subprocess.PIPE,
            check=True,
        ).stdout
    with wave.open(io.BytesIO(told)) as file:
        rate_hz = file.getframerate()
        # espeak-ng cannot seek in a pipe, so that the header's length is wrong: the frames are what is there.
        raw = np.frombuffer(file.readframes(len(told)), dtype="<i2")
    sound: Samples = soxr.resample(raw.astype(np.float32) / 32768, rate_hz, RATE_HZ).astype(np.float32)
    begin, end = edges(sound)
    sound = sound[begin:end]
    sound *= NORMAL_RMS / max(1e-9, float(np.sqrt(np.mean(sound**2))))
    sound.flags.writeable = False
    _CACHE[key] = sound
    return sound


def edges(sound: Samples) -> tuple[int, int]:
    """Where sound begins and ends in a clip without noise."""
    step = RATE_HZ // 100
    blocks = sound[: len(sound) // step * step].reshape(-1, step)
    loudness = np.sqrt(np.mean(blocks**2, axis=1))
    loud = np.flatnonzero(loudness > loudness.max() * 10 ** (-EDGE_DB / 20))
    return int(loud[0]) * step, (int(loud[-1]) + 1) * step


def speech(
    text: str,
    *,
    voice: str = "en-us",
    speed: int = 165,
    pitch: int = 50,
    loudness: float = 1.0,
    noise_db: float | None = None,
    noise: NoiseKind = "pink",
    lead_s: float = 0.3,
    tail_s: float = 0.3,
) -> Samples:
    """`text` spoken, with silence (or `noise`, `noise_db` below the speech) before, during and after it."""
    return spoken(
        (text,),
        voice=voice,
        speed=speed,
        pitch=pitch,
        loudness=loudness,
        noise_db=noise_db,
        noise=noise,
        lead_s=lead_s,
        tail_s=tail_s,
    ).samples


def spoken(
    parts: Sequence[str],
    *,
    pause_s: float = 0.0,
    voice: str = "en-us",
    speed: int = 165,
    pitch: int = 50,
    loudness: float = 1.0,
    noise_db: float | None = None,
    noise: NoiseKind = "pink",
    lead_s: float = 0.3,
    tail_s: float = 0.3,
    kind: Literal["command", "clause", "hesitation"] = "command",
    language: str = "en",
) -> Spoken:
    """Like `speech`, with `pause_s` of nothing between the parts, and with ground truth."""
    pieces = [silence(lead_s)]
    stretches = []
    at = len(pieces[0])
    for index, part in enumerate(parts):
        if index:
            pieces.append(silence(pause_s))
            at += len(pieces[-1])
        pieces.append(clip(part, voice=voice, speed=speed, pitch=pitch) * np.float32(loudness))
        stretches.append((at, at + len(pieces[-1])))
        at += len(pieces[-1])
    samples = np.concatenate([*pieces, silence(tail_s)])
    text = " ".join(parts)
    if noise_db is not None:
        seed = zlib.crc32(f"{text}{voice}{speed}{pitch}".encode())
        rms = NORMAL_RMS * loudness * 10 ** (-noise_db / 20)
        samples += noise_of(noise, len(samples) / RATE_HZ, rms=rms, seed=seed)[: len(samples)]
    return Spoken(text, np.clip(samples, -1, 1), tuple(stretches), tuple(parts), kind, language)


def silence(seconds: float) -> Samples:
    """Nothing at all."""
    return np.zeros(round(seconds * RATE_HZ), dtype=np.float32)


def noise_of(kind: NoiseKind, seconds: float, *, rms: float = 0.01, seed: int = 0) -> Samples:
    """`seconds` of a noise with a root mean square of `rms` (0.01: -40 dB of full scale), a sample more at most."""
    count = round(seconds * RATE_HZ) + 1
    if kind == "silence" or rms <= 0:
        return np.zeros(count, dtype=np.float32)
    sound = _NOISES[kind](count, np.random.default_rng(seed))
    return (sound * (rms / max(1e-9, float(np.sqrt(np.mean(sound**2)))))).clip(-1, 1).astype(np.float32)


def noises(seconds: float, *, seed: int = 0) -> Iterator[tuple[str, Samples]]:
    """Every kind of noise at three loudnesses (-55, -40 and -26 dB), each so long, with its name."""
    yield "silence", silence(seconds)
    for kind in NOISE_KINDS[1:]:
        for rms in (0.0018, 0.01, 0.05):
            yield f"{kind} {20 * np.log10(rms):.0f} dB", noise_of(kind, seconds, rms=rms, seed=seed)


def other_speech(seconds: float, *, loudness: float = 1.0, pause_s: float = 1.2, seed: int = 0) -> Samples:
    """People (or a television) talking on, not to Hearth."""
    rng = np.random.default_rng(seed)
    pieces: list[Samples] = []
    length = 0
    while length < seconds * RATE_HZ:
        said = clip(
            OTHER_SPEECH[int(rng.integers(len(OTHER_SPEECH)))],
            voice=ENGLISH_VOICES[int(rng.integers(len(ENGLISH_VOICES)))],
            speed=int(rng.choice(SPEEDS)),
        )
        pieces += [said * np.float32(loudness), silence(pause_s * float(rng.uniform(0.5, 1.5)))]
        length += len(pieces[-2]) + len(pieces[-1])
    return np.concatenate(pieces)[: round(seconds * RATE_HZ)]


def utterances(count: int = 300, *, seed: int = 1, lead_s: float = 0.6, tail_s: float = 2.6) -> list[Spoken]:
    """Utterances in all voices, speeds, pitches, loudnesses and noises: 7 of 10 commands, 2 hesitations, 1 clause.

    Commas pause for 0.15 to 0.3 s, hesitations for 0.3 to 1.1 s. Half are clean, the rest lie 5 to 30 dB above noise.
    """
    rng = np.random.default_rng(seed)
    wanted = list(islice(_choices(rng), count))
    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(lambda choice: _made(choice, lead_s, tail_s), wanted))


def commands(count: int = 300, *, seed: int = 2, lead_s: float = 0.3, tail_s: float = 0.6) -> list[Spoken]:
    """Only phrases that the small Whisper of the tests knows, each in another voice and noise."""
    rng = np.random.default_rng(seed)
    wanted = list(islice((choice for choice in _choices(rng) if choice.kind == "command"), count))
    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(lambda choice: _made(choice, lead_s, tail_s), wanted))


@dataclass(frozen=True, slots=True)
class _Choice:
    parts: tuple[str, ...]
    kind: Literal["command", "clause", "hesitation"]
    pause_s: float
    voice: str
    speed: int
    pitch: int
    loudness: float
    noise: NoiseKind
    noise_db: float | None


def _choices(rng: np.random.Generator) -> Iterator[_Choice]:
    phrases = cycle(COMMAND_PHRASES)
    voices = cycle(ENGLISH_VOICES)
    hesitations = cycle(HESITATIONS)
    clauses = cycle(CLAUSES)
    for number in cycle(range(10)):
        kind: Literal["command", "clause", "hesitation"] = (
            "hesitation" if number in (3, 7) else "clause" if number == 5 else "command"
        )
        noisy = bool(rng.integers(2))
        yield _Choice(
            next(hesitations) if kind == "hesitation" else next(clauses) if kind == "clause" else (next(phrases),),
            kind,
            float(rng.uniform(0.3, 1.1) if kind == "hesitation" else rng.uniform(0.15, 0.3)),
            next(voices),
            int(rng.choice(SPEEDS)),
            int(rng.choice(PITCHES)),
            float(rng.choice([0.3, 0.6, 1.0, 1.6])),
            ("white", "pink", "hum", "fan", "music")[int(rng.integers(5))],
            float(rng.choice([5, 10, 15, 20, 30])) if noisy else None,
        )


def _made(choice: _Choice, lead_s: float, tail_s: float) -> Spoken:
    return spoken(
        choice.parts,
        pause_s=choice.pause_s,
        voice=choice.voice,
        speed=choice.speed,
        pitch=choice.pitch,
        loudness=choice.loudness,
        noise=choice.noise,
        noise_db=choice.noise_db,
        lead_s=lead_s,
        tail_s=tail_s,
        kind=choice.kind,
    )


# ---- noises: shapes only, `noise_of` sets the loudness --------------------------------------------------------------

_Noise = Callable[[int, np.random.Generator], "np.ndarray[tuple[int], np.dtype[np.float64]]"]
_Sound = np.ndarray[tuple[int], np.dtype[np.float64]]


def _white(count: int, rng: np.random.Generator) -> _Sound:
    return rng.standard_normal(count)


def _coloured(count: int, rng: np.random.Generator, shape: Callable[[_Sound], _Sound]) -> _Sound:
    spectrum = np.fft.rfft(rng.standard_normal(count))
    hertz = np.maximum(np.fft.rfftfreq(count, 1 / RATE_HZ), 1.0)
    return np.asarray(np.fft.irfft(spectrum * shape(hertz), count))


def _pink(count: int, rng: np.random.Generator) -> _Sound:
    return _coloured(count, rng, lambda hertz: 1 / np.sqrt(np.maximum(hertz, 20.0)))


def _fan(count: int, rng: np.random.Generator) -> _Sound:
    air = _coloured(count, rng, lambda hertz: 1 / (1 + (hertz / 400) ** 2))
    seconds = np.arange(count) / RATE_HZ
    hum = 0.7 * np.sin(2 * np.pi * 120 * seconds) * (1 + 0.2 * np.sin(2 * np.pi * 0.7 * seconds))
    return np.asarray(air / air.std() + hum)


def _rumble(count: int, rng: np.random.Generator) -> _Sound:
    return _coloured(count, rng, lambda hertz: 1 / (1 + (hertz / 60) ** 4))


def _hum(count: int, rng: np.random.Generator) -> _Sound:
    seconds = np.arange(count) / RATE_HZ
    base = 50 + 10 * int(rng.integers(2))
    parts = [np.sin(2 * np.pi * base * n * seconds + rng.uniform(0, 6)) / n for n in (1, 2, 3, 5, 7)]
    return np.sum(parts, axis=0, dtype=np.float64) + 0.02 * rng.standard_normal(count)


def _bursts(count: int, rng: np.random.Generator, burst: Callable[[], _Sound], per_second: float) -> _Sound:
    sound = 0.001 * rng.standard_normal(count)
    at = 0
    while (at := at + int(rng.exponential(RATE_HZ / per_second)) + 200) < count:
        piece = burst()[: count - at]
        sound[at : at + len(piece)] += piece
    return sound


def _clicks(count: int, rng: np.random.Generator) -> _Sound:
    return _bursts(count, rng, lambda: rng.standard_normal(48) * np.exp(-np.arange(48) / 12), 2)


def _typing(count: int, rng: np.random.Generator) -> _Sound:
    def key() -> _Sound:
        length = int(rng.integers(300, 900))
        body = rng.standard_normal(length) * np.exp(-np.arange(length) / 90)
        return body + 0.4 * np.sin(2 * np.pi * rng.uniform(180, 420) * np.arange(length) / RATE_HZ) * np.exp(
            -np.arange(length) / 150
        )

    return _bursts(count, rng, key, 6)


def _music(count: int, rng: np.random.Generator) -> _Sound:
    sound = np.zeros(count)
    step = RATE_HZ // 4
    for at in range(0, count, step):
        for note in rng.choice([0, 2, 4, 5, 7, 9, 11, 12], 3, replace=False):
            seconds = np.arange(min(2 * step, count - at)) / RATE_HZ
            hertz = 220 * 2 ** (float(note) / 12)
            tone = sum(np.sin(2 * np.pi * hertz * n * seconds) / n**1.5 for n in (1, 2, 3, 4))
            sound[at : at + len(seconds)] += tone * np.exp(-3 * seconds)
    return sound


def _breathing(count: int, rng: np.random.Generator) -> _Sound:
    seconds = np.arange(count) / RATE_HZ
    air = _coloured(count, rng, lambda hertz: np.exp(-(((hertz - 900) / 900) ** 2)))
    return air * np.maximum(0, np.sin(2 * np.pi * seconds / 3.6)) ** 1.5


def cough(seed: int = 0) -> Samples:
    """One cough: two bursts of breath, loud, without a word; a third of a second to half a second."""
    rng = np.random.default_rng(seed)
    pieces = []
    for length_s, loudness in ((rng.uniform(0.12, 0.2), 1.0), (rng.uniform(0.12, 0.25), 0.6)):
        count = int(length_s * RATE_HZ)
        air = _coloured(count, rng, lambda hertz: np.exp(-(((hertz - 1200) / 1500) ** 2)))
        shape = np.minimum(1, np.arange(count) / 160) * np.exp(-np.arange(count) / (0.35 * count))
        pieces += [air / air.std() * shape * loudness * NORMAL_RMS * 2, np.zeros(int(0.03 * RATE_HZ))]
    return np.concatenate(pieces).clip(-1, 1).astype(np.float32)


def _coughs(count: int, rng: np.random.Generator) -> _Sound:
    return _bursts(count, rng, lambda: cough(int(rng.integers(1 << 30))).astype(np.float64), 0.3)


_NOISES: dict[NoiseKind, _Noise] = {
    "white": _white,
    "pink": _pink,
    "hum": _hum,
    "clicks": _clicks,
    "typing": _typing,
    "music": _music,
    "breathing": _breathing,
    "fan": _fan,
    "coughs": _coughs,
    "rumble": _rumble,
}
