"""A long recording becomes windows that can be heard at once, and each moment of them is found again in it."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from models.speech.engines import RATE_HZ, Samples, Segment, Word
from models.speech.silero import SileroDetector
from models.speech.speech_windows import Part, SpeechWindows, Window
from tests.peers.spoken_corpus import noise_of, silence, speech

MOST_S = 30.0


def _windows(sound: Samples, *, block_s: float = 1.0, several: bool = True) -> list[Window]:
    windows = SpeechWindows(SileroDetector(), several=several)
    step = int(block_s * RATE_HZ)
    made = []
    for start in range(0, len(sound), step):
        made += windows.feed(start / RATE_HZ, sound[start : start + step])
    return made + windows.finish()


def _sentence(seconds: float) -> Samples:
    """Speech without a pause of two seconds, at least that long."""
    one = speech("The quick brown fox jumps over the lazy dog and runs away.", lead_s=0.1, tail_s=0.1)
    return np.tile(one, int(np.ceil(seconds * RATE_HZ / len(one))))


def test_short_sayings_share_a_window_and_silence_is_left_out() -> None:
    saying = speech("What time is it?", lead_s=0, tail_s=0)
    sound = np.concatenate([np.concatenate((silence(6), saying)) for _ in range(4)] + [silence(6)])
    (window,) = _windows(sound)
    assert len(window.parts) == 4
    assert len(window.samples) / RATE_HZ < 4 * (len(saying) / RATE_HZ + 1.0)
    for number, part in enumerate(window.parts):
        said_s = 6 * (number + 1) + number * len(saying) / RATE_HZ
        assert said_s - 0.7 < part.start_s <= said_s
        assert part.start_s + part.duration_s > said_s + len(saying) / RATE_HZ - 0.1


def test_a_part_is_the_sound_of_the_recording_at_its_time() -> None:
    sound = np.concatenate((silence(3), _sentence(40), silence(4), _sentence(5), silence(3)))
    for window in _windows(sound, block_s=0.7):
        for part in window.parts:
            start = round(part.start_s * RATE_HZ)
            assert np.array_equal(part.samples[: len(sound) - start], sound[start : start + len(part.samples)])


def test_speech_without_a_pause_is_cut_into_windows_and_nothing_is_lost() -> None:
    sound = _sentence(100)
    windows = _windows(sound)
    assert all(len(window.samples) / RATE_HZ <= MOST_S for window in windows)
    assert len(windows) <= 5
    parts = [part for window in windows for part in window.parts]
    for part, following in itertools.pairwise(parts):
        assert following.start_s == pytest.approx(part.start_s + part.duration_s, abs=1e-3)
    assert sum(part.duration_s for part in parts) > len(sound) / RATE_HZ - 1.0


def test_a_small_model_hears_every_saying_by_itself() -> None:
    saying = np.concatenate((speech("Stop."), silence(4)))
    assert [len(window.parts) for window in _windows(np.tile(saying, 3), several=False)] == [1, 1, 1]


def test_sparse_speech_does_not_wait_for_the_end_of_the_recording() -> None:
    windows = SpeechWindows(SileroDetector())
    sound = np.concatenate((speech("Stop."), silence(120)))
    assert windows.feed(0.0, sound)


@pytest.mark.parametrize("kind", ["pink", "hum"])
def test_minutes_of_silence_or_noise_give_no_window(kind: str) -> None:
    assert _windows(silence(60)) == []
    assert _windows(noise_of(kind, 60.0, rms=0.01)) == []  # type: ignore[arg-type]


def test_a_gap_ends_what_was_before_and_the_time_after_it_is_right() -> None:
    windows = SpeechWindows(SileroDetector(), several=False)
    saying = speech("What time is it?", lead_s=0.5, tail_s=0.1)
    made = windows.feed(0.0, saying) + windows.feed(1_000.0, saying) + windows.finish()
    starts = [window.parts[0].start_s for window in made]
    assert starts == pytest.approx([starts[0], starts[0] + 1_000], abs=0.1)


def test_times_of_a_window_are_found_in_the_recording() -> None:
    window = Window((Part(10.0, np.zeros(2 * RATE_HZ, np.float32)), Part(50.0, np.zeros(3 * RATE_HZ, np.float32))))
    assert window.time_of(0.5) == 10.5
    assert (window.time_of(2.0, is_end=True), window.time_of(2.0)) == (12.0, 50.0)
    assert (window.time_of(4.0), window.time_of(99.0), window.time_of(-1.0)) == (52.0, 53.0, 10.0)
    words = (Word(" a", 1.0, 2.0, 0.9), Word(" b", 2.0, 2.5, 0.9))
    placed = window.placed(Segment(" a b", 1.0, 2.5, 0.0, -0.1, 1.0, words))
    assert (placed.start_s, placed.end_s) == (11.0, 50.5)
    assert [(word.start_s, word.end_s) for word in placed.words] == [(11.0, 12.0), (50.0, 50.5)]
