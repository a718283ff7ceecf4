"""The gate in front of the voice detector: closed in every steady room, open in time for whoever begins to speak."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from core.voice.endpointing import Endpointing, SpeechBegan
from core.voice.quiet_gate import HOLD_FRAMES, LEARNING_FRAMES, QuietGate
from models.speech.engines import FRAME_SAMPLES, RATE_HZ, Samples
from models.speech.silero import SileroDetector
from tests.peers.endpoint_score import frames_of
from tests.peers.spoken_corpus import ENGLISH_VOICES, NoiseKind, noise_of, speech

STEADY: tuple[NoiseKind, ...] = ("silence", "white", "pink", "hum", "fan", "rumble")
LONG_S = 8.0
"""Of noise before something happens."""


def opened(sound: Samples, gate: QuietGate | None = None, *, speech_from: int | None = None) -> list[bool]:
    """Whether the gate was open, frame by frame; from the sample `speech_from` on the detector says speech."""
    gate = gate or QuietGate()
    told = []
    for frame in frames_of(sound):
        is_open = gate.opens(frame.raw)
        told.append(is_open)
        gate.heard(speech=is_open and speech_from is not None and frame.end_sample > speech_from)
    return told


@cache
def _noise(kind: NoiseKind, seconds: float, rms: float, seed: int) -> Samples:
    return noise_of(kind, seconds, rms=rms, seed=seed)


def room(kind: NoiseKind = "white", seconds: float = LONG_S, *, rms: float = 0.001, seed: int = 3) -> Samples:
    return _noise(kind, seconds, rms, seed)


@pytest.mark.parametrize("rms", [0.0005, 0.01])
@pytest.mark.parametrize("kind", STEADY)
def test_in_a_steady_room_it_closes_and_the_detector_sleeps(kind: NoiseKind, rms: float) -> None:
    told = opened(room(kind, rms=rms))
    assert all(told[: LEARNING_FRAMES - 1]), "it knows nothing yet"
    settled = told[2 * LEARNING_FRAMES :]
    assert sum(settled) < 0.2 * len(settled), "rumble sounds most like somebody"


def test_in_exact_silence_it_is_closed() -> None:
    assert not any(opened(np.zeros(10 * RATE_HZ, dtype=np.float32))[LEARNING_FRAMES:])


@pytest.mark.parametrize("kind", ["white", "pink", "hum", "fan"])
@pytest.mark.parametrize("voice", ENGLISH_VOICES[::3])
def test_it_opens_before_the_first_syllable_is_over(kind: NoiseKind, voice: str) -> None:
    before = room(kind, 10.0)
    said = speech("Open the window.", voice=voice, lead_s=0.0, tail_s=0.3, loudness=0.3)
    sound = np.concatenate([before, said + room(kind, 10.0, seed=4)[: len(said)]])
    told = opened(sound, speech_from=len(before))
    first = len(before) // FRAME_SAMPLES
    assert any(told[first : first + 6]), "within a fifth of a second"


@pytest.mark.parametrize("loudness", [0.02, 0.1, 1.0])
@pytest.mark.parametrize("rise_s", [0.0, 0.5, 1.5])
def test_no_beginning_is_later_than_without_a_gate(loudness: float, rise_s: float) -> None:
    """Quiet voices, and voices that come up slowly as somebody who walks in while speaking."""
    said = speech("I would like to hear about the weather in Vienna.", lead_s=0.0, tail_s=0.5, loudness=loudness)
    said = said * np.minimum(1.0, np.arange(len(said)) / max(1.0, rise_s * RATE_HZ)).astype(np.float32)
    before = room("pink", 6.0, rms=0.0005)
    sound = np.concatenate([before, said]).astype(np.float32)
    sound[len(before) :] += room("pink", 10.0, rms=0.0005, seed=5)[: len(said)]
    gated, plain = (began(sound, rests=rests) for rests in (True, False))
    assert plain is not None
    assert gated is not None
    assert gated <= plain + FRAME_SAMPLES


@pytest.mark.parametrize("noise_db", [-6.0, 0.0, 6.0])
def test_a_whisper_that_is_heard_without_a_gate_is_heard_with_it(noise_db: float) -> None:
    """Speech without a voice: noise in the shape of its loudness. The quiet part of the room is 10 dB below it."""
    said = speech("Do not wake the baby now.", voice="en-us+whisper", lead_s=0.0, tail_s=0.5, loudness=0.1)
    before = room("pink", 6.0, rms=0.001 * 10 ** (noise_db / 20))
    sound = np.concatenate([before, said]).astype(np.float32)
    gated, plain = (began(sound, rests=rests) for rests in (True, False))
    if plain is not None:  # at the edge of what the detector takes for speech a gate may even help it
        assert gated is not None
        assert gated <= plain + FRAME_SAMPLES


def began(sound: Samples, *, rests: bool) -> int | None:
    """The first beginning that endpointing tells, with the real detector."""
    endpointing = Endpointing(SileroDetector(), text_comes=False, rests=rests)
    events = [event for frame in frames_of(sound) for event in endpointing.feed(frame)]
    return next((event.sample for event in events if isinstance(event, SpeechBegan)), None)


def test_after_somebody_spoke_it_closes_again_within_a_second_and_opens_again() -> None:
    quiet = room("pink", 5.0)
    said = speech("Open the window.", lead_s=0.0, tail_s=0.0) + room("pink", 5.0, seed=8)[:1]
    gate = QuietGate()
    opened(quiet, gate)
    for _ in range(3):
        assert any(opened(said, gate, speech_from=0)[:6])
        after = opened(quiet, gate)
        assert sum(after[: 2 * HOLD_FRAMES]) >= HOLD_FRAMES, "a pause within a sentence is listened to"
        assert not any(after[RATE_HZ // FRAME_SAMPLES + HOLD_FRAMES :])


def test_a_fan_that_starts_is_quiet_again_within_seconds() -> None:
    gate = QuietGate()
    opened(room("pink", 5.0, rms=0.0005), gate)
    told = opened(room("fan", 15.0, rms=0.01), gate)
    assert any(told[:10])
    assert not any(told[-5 * RATE_HZ // FRAME_SAMPLES :])


def test_a_bang_hardly_moves_the_floor() -> None:
    gate = QuietGate()
    opened(room("pink", 5.0), gate)
    opened(room("white", 0.2, rms=0.3), gate)
    opened(room("pink", 1.0), gate)
    said = speech("Yes.", lead_s=0.0, tail_s=0.2, loudness=0.1)
    assert any(opened(said, gate, speech_from=0)[:6])


def test_another_stream_is_learnt_anew() -> None:
    gate = QuietGate()
    assert not opened(room("pink", 5.0), gate)[-1]
    gate.reset()
    assert all(opened(room("pink", 1.0), gate))


def test_what_came_before_the_opening_is_given_to_the_detector_as_well_once_and_in_order() -> None:
    class Counting:
        def __init__(self) -> None:
            self.heard: list[float] = []

        def probability(self, frame: Samples) -> float:
            self.heard.append(float(np.abs(frame).max()))
            return 0.0

        def reset(self) -> None:
            self.heard.clear()

    detector = Counting()
    endpointing = Endpointing(detector, text_comes=False, rests=True)
    quiet = frames_of(room("pink", 5.0))
    for frame in quiet:
        endpointing.feed(frame)
    slept = len(detector.heard)
    assert slept < len(quiet), "in a quiet room it sleeps"
    (loud,) = frames_of(room("white", 0.032, rms=0.2))
    endpointing.feed(loud)
    late = detector.heard[slept:]
    assert late[-1] == float(np.abs(loud.raw).max())
    assert late[:-1] == [float(np.abs(frame.raw).max()) for frame in quiet[-(len(late) - 1) :]]
    assert len(late) > 1
