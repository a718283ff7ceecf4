"""What is made of frames while a wake phrase is awaited."""

from __future__ import annotations

import numpy as np
import pytest

from core.voice.endpointing import LEAD_SAMPLES, Endpointing, SpeechEnded
from core.voice.frames import AudioFrame
from core.voice.listeners import MOST_SPEECH_S, Past, PhraseListener
from models.speech.engines import FRAME_SAMPLES, RATE_HZ, Samples
from tests.peers.endpoint_score import frames_of


class Loud:
    """A detector for which whatever sounds is speech."""

    def probability(self, frame: Samples) -> float:
        return 0.9 if np.abs(frame).max() > 0.1 else 0.0

    def reset(self) -> None:
        """It remembers nothing."""


class Waiting:
    def __init__(self) -> None:
        self.past = Past()
        self.said: list[tuple[Samples, SpeechEnded]] = []
        endpointing = Endpointing(Loud(), text_comes=False, rests=True)
        self.listener = PhraseListener(endpointing, self.past, said=lambda *said: self.said.append(said))
        self.at = 0

    def hear(self, seconds: float, *, speech: bool) -> None:
        sound = np.random.default_rng(self.at).standard_normal(round(seconds * RATE_HZ)).astype(np.float32)
        for frame in frames_of(np.clip(sound, -1, 1) * np.float32(0.9 if speech else 1e-4), start=self.at):
            self.past.add(frame)
            self.listener.feed(frame)
            self.at = frame.end_sample

    @property
    def kept(self) -> list[AudioFrame]:
        return self.past.since(0)


@pytest.mark.parametrize("seconds", [0.5, 5.0, 25.0])
def test_a_stretch_of_speech_is_handed_over_whole_and_forgotten(seconds: float) -> None:
    waiting = Waiting()
    waiting.hear(5.0, speech=False)
    begun = waiting.at
    waiting.hear(seconds, speech=True)
    over = waiting.at
    waiting.hear(3.0, speech=False)
    ((sound, ended),) = waiting.said
    assert ended.start_sample == begun - LEAD_SAMPLES
    assert over <= ended.end_sample
    assert 0 <= len(sound) - (ended.end_sample - ended.start_sample) < 2 * FRAME_SAMPLES
    assert waiting.kept[0].end_sample > over, "of the speech nothing is kept"


def test_words_with_which_a_stream_begins_are_handed_over_as_well() -> None:
    waiting = Waiting()
    waiting.at = 100 * FRAME_SAMPLES  # samples are counted on when a microphone is opened again
    waiting.hear(1.0, speech=True)
    waiting.hear(2.0, speech=False)
    assert len(waiting.said) == 1


def test_of_a_speech_that_goes_on_and_on_nothing_is_looked_at_and_the_next_words_are() -> None:
    waiting = Waiting()
    waiting.hear(5.0, speech=False)
    waiting.hear(MOST_SPEECH_S + 20.0, speech=True)
    assert waiting.at - waiting.kept[0].start_sample <= (MOST_SPEECH_S + 0.1) * RATE_HZ
    waiting.hear(2.0, speech=False)
    assert waiting.said == []
    waiting.hear(1.0, speech=True)
    waiting.hear(2.0, speech=False)
    assert len(waiting.said) == 1
