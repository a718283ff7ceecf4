"""Somebody speaks over the answer: how soon the loudspeaker goes down, and how soon it is silent.

Measured between the virtual microphone and the virtual loudspeaker, each recorded by a program of its own: the onset
is the first audible sample in the microphone. The recorder there takes blocks as long as Hearth's. With shorter ones,
which this bench once took, the server hands out sound in other steps to everybody: each of Hearth's blocks then came
8 ms later (17 ms, since they last 32), and up to as late as it is long, which does not happen without a recorder. The
answer is replaced by a steady tone on its way to the loudspeaker, so that each change of loudness is seen to 5 ms. The
way from the one to the other, stage by stage:

    device in    from the microphone to the process, at best: samples are numbered where they come in
    detector     from the onset to the end of the frame in which the ladder decides; sound, not work
    looking      from there to the decision: the block is filled, the loop looks, the frame is cleaned and judged
    device out   from the decision to what is heard: what the device holds already, and the ramp

Then the ladder alone, on virtual time, on speech and on what is none.
"""

from __future__ import annotations

import asyncio
import threading
import time
from dataclasses import dataclass
from statistics import median
from subprocess import DEVNULL, PIPE, Popen
from typing import Any

import numpy as np

from core.voice.barge_in import BargeIn, Heard
from core.voice.levels import level_of
from core.voice.sound_streams import BLOCK_S
from models.speech.engines import FRAME_SAMPLES, RATE_HZ, Samples
from models.speech.silero import SileroDetector
from tests.bench.figure import Figure, percentile
from tests.bench.talking_room import LOUD, PHRASES, VoiceRoom, Watch, phrase, voice_room
from tests.peers.endpoint_score import frames_of
from tests.peers.spoken_corpus import cough, noises, silence, utterances

ROUNDS = 12
UTTERANCES = 150
NOISE_S, COUGHS = 10.0, 40
TONE, TONE_HZ = 0.3, 1000
STEP_MS = 5
STEP = RATE_HZ * STEP_MS // 1000
DUCKED, SILENT = 0.7, 0.02  # of the tone's loudness; ducking is to 0.3
SPOKEN_S = 0.8


@dataclass(frozen=True, slots=True)
class _Way:
    """Milliseconds from the onset to a change of the loudspeaker, and their stages."""

    whole: float
    device_in: float
    detector: float
    looking: float
    device_out: float


def measure() -> list[Figure]:
    """At the devices, then on virtual time."""
    ducks, hushes = asyncio.run(_at_devices())
    virtual_ducks, virtual_hushes = _ladder()
    return [
        _whole("speech over the answer → ducked, at the loudspeaker", ducks, 150),
        *_stages(ducks),
        _whole("speech over the answer → silent", hushes, 350),
        *_stages(hushes),
        Figure("  ducked, the ladder alone on virtual time", median(virtual_ducks), "ms", note=_p95(virtual_ducks)),
        Figure("  silent, the same", median(virtual_hushes), "ms", note=_p95(virtual_hushes)),
        *_false_ducks(),
    ]


def _whole(name: str, ways: list[_Way], target: float) -> Figure:
    values = [way.whole for way in ways]
    return Figure(name, median(values), "ms", target=target, note=_p95(values))


def _stages(ways: list[_Way]) -> list[Figure]:
    stages = {
        "device in": [way.device_in for way in ways],
        "detector": [way.detector for way in ways],
        "looking": [way.looking for way in ways],
        "device out": [way.device_out for way in ways],
    }
    return [Figure(f"  {name}", median(values), "ms", note=_p95(values)) for name, values in stages.items()]


def _p95(values: list[float]) -> str:
    return f"p95 {percentile(values, 0.95):.0f} ms of {len(values)}"


class _Tap:
    """What a device gives or takes, with the time of each sample: the earliest that any piece of it came."""

    def __init__(self, device: str, latency_ms: int) -> None:
        form = [f"--rate={RATE_HZ}", "--channels=1", "--format=float32le", "--raw", f"--latency-msec={latency_ms}"]
        self._program = Popen(["parec", "-d", device, *form], stdout=PIPE, stderr=DEVNULL)
        self._pieces: list[bytes] = []
        self._offsets: list[float] = []
        self._bytes = 0
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()

    def _read(self) -> None:
        assert self._program.stdout is not None
        while piece := self._program.stdout.read1(65536):  # type: ignore[attr-defined]
            self._bytes += len(piece)
            self._offsets.append(time.perf_counter() - self._bytes / 4 / RATE_HZ)
            self._pieces.append(piece)

    @property
    def sound(self) -> Samples:
        """Everything so far."""
        whole = b"".join(self._pieces)
        return np.frombuffer(whole[: len(whole) // 4 * 4], dtype="<f4")

    @property
    def began(self) -> float:
        """When its first sample was there."""
        return min(self._offsets)

    def stop(self) -> None:
        """End it."""
        self._program.terminate()
        self._program.wait(10)
        self._thread.join(10)


class _Decisions:
    """When the ladder changed the loudspeaker, and at which sample of the microphone."""

    def __init__(self, room: VoiceRoom) -> None:
        self._attention = room.voice._session._attention
        playback = room.voice.playback
        self._duck, self._pause = playback.duck, playback.pause
        playback.duck, playback.pause = self.duck, self.pause  # type: ignore[method-assign]
        self.ducked = self.silent = (0.0, 0)

    def duck(self, gain: float = 0.3) -> None:
        """As the playback does it."""
        self.ducked = (time.perf_counter(), self._attention._heard_to)
        self._duck(gain)

    def pause(self) -> None:
        """As the playback does it."""
        self.silent = (time.perf_counter(), self._attention._heard_to)
        self._pause()


async def _at_devices() -> tuple[list[_Way], list[_Way]]:
    ducks, hushes = [], []
    async with voice_room(script="demo", tokens_per_s=200) as room:
        await room.set(echo_verdict="clear", interruption="speech", commands=True)
        _play_a_tone(room)
        decisions = _Decisions(room)
        await room.loaded()
        for number in range(ROUNDS + 1):
            duck, hush = await _interrupted(room, PHRASES[number % len(PHRASES)], decisions)
            if number:
                ducks.append(duck)
                hushes.append(hush)
    return ducks, hushes


def _play_a_tone(room: VoiceRoom) -> None:
    play = room.voice.playback.play

    def tone(samples: Samples, rate_hz: int, *, tag: object = None) -> None:
        steady = TONE * np.sin(2 * np.pi * TONE_HZ * np.arange(len(samples)) / rate_hz)
        play(steady.astype(np.float32), rate_hz, tag=tag)

    room.voice.playback.play = tone  # type: ignore[method-assign]


async def _interrupted(room: VoiceRoom, over: str, decisions: _Decisions) -> tuple[_Way, _Way]:
    """From the onset of `over` until the tone was softer, and until it was gone."""
    await room.voice.press()
    watch_end = phrase("What is the weather like?")
    spoken = room.sound.speak(watch_end)
    await asyncio.sleep(len(watch_end) / RATE_HZ + 0.9)
    since = len(room.changes)
    await room.voice.release()
    await room.reached(since, "speaking")
    spoken.stop()
    microphone, loudspeaker = _Tap("mic", round(BLOCK_S * 1000)), _Tap("speaker.monitor", STEP_MS)
    watch = Watch(room)
    await asyncio.sleep(SPOKEN_S)
    since = len(room.changes)
    spoken = room.sound.speak(np.concatenate([phrase(over), phrase(over)]))
    await asyncio.sleep(0)
    await room.reached(since, "listening", "idle", "armed")
    await asyncio.sleep(0.3)
    microphone.stop()
    loudspeaker.stop()
    spoken.stop()
    await watch.stop()
    await room.voice.cancel()
    await room.until(lambda: room.voice.state == "idle")
    return _ways(microphone, loudspeaker, watch, decisions)


def _ways(microphone: _Tap, loudspeaker: _Tap, watch: Watch, decisions: _Decisions) -> tuple[_Way, _Way]:
    onset = microphone.began + int(np.argmax(np.abs(microphone.sound) > LOUD)) / RATE_HZ
    onset_sample = watch.start_sample + int(np.argmax(np.abs(watch.sound) > LOUD))
    sound = loudspeaker.sound
    whole = len(sound) // STEP * STEP
    loudness = np.sqrt(np.mean(sound[:whole].reshape(-1, STEP) ** 2, axis=1)) / (TONE / np.sqrt(2))
    after = max(0, int((onset - loudspeaker.began) * RATE_HZ / STEP))
    full = float(np.median(loudness[max(0, after - 40) : after]))

    def way(level: float, decision: tuple[float, int]) -> _Way:
        changed_s = int(np.argmax(loudness[after:] / full < level)) * STEP / RATE_HZ
        decided, sample = decision
        stages = (
            watch.when(onset_sample) - onset,
            (sample - onset_sample) / RATE_HZ,
            decided - watch.when(sample),
            onset + changed_s - decided,
        )
        return _Way(changed_s * 1000, *(stage * 1000 for stage in stages))

    return way(DUCKED, decisions.ducked), way(SILENT, decisions.silent)


def _false_ducks() -> list[Figure]:
    """How often the loudspeaker went down, and came back, for what nobody said."""
    detector = SileroDetector()
    noisy = [sound for _, sound in noises(NOISE_S)]
    coughing = [np.concatenate([silence(1.0), cough(seed), silence(1.0)]) for seed in range(COUGHS)]
    minutes = len(noisy) * NOISE_S / 60
    return [
        Figure("  ducked by noise", _ducks(detector, noisy) / minutes, "/min", note=f"{len(noisy)} noises"),
        Figure("  ducked by coughs", 100 * _ducks(detector, coughing) / COUGHS, "%", note=f"of {COUGHS}"),
    ]


def _ducks(detector: SileroDetector, sounds: list[Samples]) -> int:
    ducks = 0
    for sound in sounds:
        detector.reset()
        ladder = BargeIn(by_speech=True, trusted=True)
        for frame in frames_of(sound):
            level_db = level_of(frame.clean).rms_db
            rung = ladder.feed(frame.start_sample, detector.probability(frame.clean), level_db)
            ducks += rung == "duck"
            if rung == "listen":
                ladder.heard(Heard("", "", asked=ladder.asked))
    return ducks


def _ladder() -> tuple[list[float], list[float]]:
    """The same on speech of many voices and noises: from the true onset to the end of the frame that decided it."""
    detector = SileroDetector()
    found: dict[Any, list[float]] = {"duck": [], "hush": []}
    for one in utterances(UTTERANCES, seed=5):
        detector.reset()
        ladder = BargeIn(by_speech=True, trusted=True)
        for frame in frames_of(one.samples):
            level_db = level_of(frame.clean).rms_db
            rung = ladder.feed(frame.start_sample, detector.probability(frame.clean), level_db)
            if rung in found:
                found[rung].append((frame.start_sample + FRAME_SAMPLES - one.onset) * 1000 / RATE_HZ)
            if rung == "hush":
                break
    return found["duck"], found["hush"]
