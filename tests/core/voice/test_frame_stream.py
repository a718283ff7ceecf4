"""Frames whose clean sound is made only when somebody asks for it."""

from __future__ import annotations

import numpy as np
import pytest

from core.voice.cleanup import Cleanup
from core.voice.frame_stream import LEARNING, FrameStream
from core.voice.frames import UncleanedFrame
from models.speech.engines import FRAME_SAMPLES, RATE_HZ, Samples

BLOCK = RATE_HZ // 50
LATE = RATE_HZ
"""Longer ago than anything waits to be cleaned."""


class Counted(Cleanup):
    """High-pass only, which forgets within milliseconds; tells how much it was given."""

    def __init__(self) -> None:
        super().__init__(high_pass=True, noise_suppression=False, gain=False)
        self.given = 0

    def process(self, samples: Samples) -> Samples:
        self.given += len(samples)
        return super().process(samples)


def sound(seconds: float) -> Samples:
    """Noise and rumble."""
    at = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    hiss = np.random.default_rng(2).standard_normal(len(at)) * 0.05
    return (hiss + 0.3 * np.sin(2 * np.pi * 20 * at)).astype(np.float32)


def frames_of(stream: FrameStream, samples: Samples, *, lazily: bool) -> list[UncleanedFrame]:
    made: list[UncleanedFrame] = []
    for at in range(0, len(samples), BLOCK):
        for raw, clean in stream.feed(samples[at : at + BLOCK, np.newaxis], lazily=lazily):
            made.append(UncleanedFrame(len(made) * FRAME_SAMPLES, raw, clean))
    return made


def test_what_nobody_asks_for_is_never_cleaned_once_the_room_is_known() -> None:
    cleanup = Counted()
    stream = FrameStream(RATE_HZ, cleanup)
    frames = frames_of(stream, sound(20.0), lazily=True)
    assert len(frames) == pytest.approx(20.0 * RATE_HZ / FRAME_SAMPLES, abs=1)
    assert LEARNING - FRAME_SAMPLES < cleanup.given <= LEARNING
    given = cleanup.given
    assert np.array_equal(frames[-1].raw, sound(20.0)[frames[-1].start_sample - stream.lead :][:FRAME_SAMPLES])
    assert cleanup.given == given


def test_what_is_asked_for_at_once_is_as_clean_as_ever() -> None:
    eager = frames_of(FrameStream(RATE_HZ, Counted()), sound(8.0), lazily=False)
    stream, lazy = FrameStream(RATE_HZ, Counted()), []
    for at in range(0, 8 * RATE_HZ, BLOCK):
        for raw, clean in stream.feed(sound(8.0)[at : at + BLOCK, np.newaxis], lazily=True):
            frame = UncleanedFrame(len(lazy) * FRAME_SAMPLES, raw, clean)
            if len(lazy) >= 6 * RATE_HZ // FRAME_SAMPLES:  # somebody speaks from the sixth second on
                _ = frame.clean
            lazy.append(frame)
    assert len(lazy) == len(eager)
    for mine, theirs in zip(lazy[-50:], eager[-50:], strict=True):
        assert np.array_equal(mine.raw, theirs.raw)
        assert float(np.abs(mine.clean - theirs.clean).max()) < 0.01
        assert float(np.abs(mine.clean - mine.raw).max()) > 0.05, "the rumble is gone"


def test_the_half_second_before_somebody_asks_is_cleaned_as_well_and_in_its_place() -> None:
    eager = frames_of(FrameStream(RATE_HZ, Counted()), sound(6.0), lazily=False)
    lazy = frames_of(FrameStream(RATE_HZ, Counted()), sound(6.0), lazily=True)
    _ = lazy[-1].clean  # the gate opens here, and the detector is given the dozen frames before as well
    for mine, theirs in zip(lazy[-12:], eager[-12:], strict=True):
        assert float(np.abs(mine.clean - theirs.clean).max()) < 0.02


def test_what_lies_too_far_back_is_given_as_it_was_recorded() -> None:
    lazy = frames_of(FrameStream(RATE_HZ, Counted()), sound(8.0), lazily=True)
    late = lazy[-1 - LATE // FRAME_SAMPLES]
    assert np.array_equal(late.clean, late.raw)


@pytest.mark.parametrize("rate_hz", [16_000, 48_000, 96_000])
@pytest.mark.parametrize(
    "stages",
    [
        (),
        ("high_pass",),
        ("high_pass", "noise_suppression", "gain"),
        ("high_pass", "noise_suppression", "gain", "echo_cancellation"),
    ],
)
def test_a_frame_is_there_with_the_block_that_completes_it(rate_hz: int, stages: tuple[str, ...]) -> None:
    wanted = {name: name in stages for name in ("high_pass", "noise_suppression", "gain", "echo_cancellation")}
    stream = FrameStream(rate_hz, Cleanup(**wanted))
    block = rate_hz * FRAME_SAMPLES // RATE_HZ
    said = np.repeat(sound(2.0), rate_hz // RATE_HZ)[:, np.newaxis]
    told = [len(list(stream.feed(said[at : at + block]))) for at in range(0, len(said) - block, block)]
    assert set(told) == {1}
    assert stream.lead < FRAME_SAMPLES


def test_clean_sound_is_made_once() -> None:
    made: list[int] = []

    def clean() -> Samples:
        made.append(1)
        return np.ones(FRAME_SAMPLES, dtype=np.float32)

    frame = UncleanedFrame(0, np.zeros(FRAME_SAMPLES, dtype=np.float32), clean)
    assert frame.clean is frame.clean
    assert made == [1]
    assert frame.end_sample == FRAME_SAMPLES
    with pytest.raises(AttributeError):
        _ = frame.unknown
