from __future__ import annotations

import numpy as np
import pytest

from core.voice.sentences import Ending, Sentence
from core.voice.spoken_sound import PAUSE_S, heard_characters, joined_sound
from models.speech.engines import Samples, Speech

RATE = 16_000


def hum(seconds: float, *, before_s: float = 0.0, after_s: float = 0.0) -> Samples:
    tone = 0.3 * np.sign(np.sin(np.arange(int(seconds * RATE)) * 0.2)).astype(np.float32)
    return np.concatenate([np.zeros(int(before_s * RATE), np.float32), tone, np.zeros(int(after_s * RATE), np.float32)])


@pytest.mark.parametrize("ends", ["clause", "sentence", "block"])
@pytest.mark.parametrize("after_s", [0.0, 0.02, 0.5])
def test_the_silence_behind_a_piece_is_the_same_whatever_the_voice_adds(ends: Ending, after_s: float) -> None:
    sound = joined_sound([Speech(hum(0.5, before_s=0.2, after_s=after_s), RATE)], ends)
    assert sound is not None
    silence_s = (len(sound.samples) - 1 - int(np.flatnonzero(np.abs(sound.samples) > 1e-3)[-1])) / RATE
    assert silence_s == pytest.approx(max(PAUSE_S[ends], 0.03 if after_s >= 0.03 else 0.0), abs=0.005)
    assert sound.lead <= 0.01 * RATE


def test_the_edges_are_faded_so_that_nothing_clicks() -> None:
    sound = joined_sound([Speech(hum(0.2), RATE)], "sentence")
    assert sound is not None
    assert abs(float(sound.samples[0])) < 0.01
    assert np.abs(np.diff(np.abs(sound.samples))).max() < 0.02


def test_pieces_of_one_sentence_are_one_sound() -> None:
    sound = joined_sound([Speech(hum(0.2), RATE), Speech(hum(0.3), RATE)], "sentence", speed=2.0)
    assert sound is not None
    assert sound.spoken == pytest.approx(0.5 * RATE, abs=2)
    assert len(sound.samples) == pytest.approx((0.5 + 0.06) * RATE, abs=4)


@pytest.mark.parametrize(
    "pieces", [[], [Speech(np.zeros(0, np.float32), RATE)], [Speech(np.zeros(999, np.float32), 8000)]]
)
def test_silence_is_no_sound(pieces: list[Speech]) -> None:
    assert joined_sound(pieces, "sentence") is None


def test_what_was_heard_ends_with_a_whole_word() -> None:
    text = "Hello there, it’s well-known: 東京です。"
    sentence = Sentence(text, 10, 10 + len(text))
    reached = [heard_characters(sentence, share / 100) - 10 for share in range(0, 101, 2)]
    assert reached == sorted(reached)
    assert (reached[0], reached[-1]) == (0, len(text))
    heads = {text[:count] for count in reached}
    assert {"", "Hello", "Hello there,", "Hello there, it’s"} <= heads
    assert not {"Hello ther", "Hello there, it", "Hello there, it’s well"} & heads
    assert any(head.endswith("東") for head in heads)
