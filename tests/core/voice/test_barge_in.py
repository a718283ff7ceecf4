from __future__ import annotations

import numpy as np
import pytest

from core.voice.barge_in import BargeIn, Heard, Rung, strange_words
from core.voice.levels import level_of
from models.speech.engines import FRAME_SAMPLES, RATE_HZ, Samples
from models.speech.silero import SileroDetector
from tests.peers.spoken_corpus import cough, edges, noise_of, silence, speech

OWN = "The capital of Portugal is Lisbon, which lies on the river Tagus."
QUIET_DB, LOUD_DB = -50.0, -20.0


class Ladder:
    """Feeds frames and keeps what came of them: (rung, samples since the beginning)."""

    def __init__(self, *, by_speech: bool = True, trusted: bool = True) -> None:
        self.ladder = BargeIn(by_speech=by_speech, trusted=trusted)
        self.at = 0
        self.rungs: list[tuple[Rung, int]] = []

    def feed(self, probability: float, *, frames: int = 1, level_db: float = LOUD_DB) -> None:
        for _ in range(frames):
            rung = self.ladder.feed(self.at, probability, level_db)
            self.at += FRAME_SAMPLES
            self.keep(rung)

    def sound(self, samples: Samples) -> None:
        detector = SileroDetector()
        for at in range(0, len(samples) - FRAME_SAMPLES + 1, FRAME_SAMPLES):
            frame = samples[at : at + FRAME_SAMPLES]
            self.feed(detector.probability(frame), level_db=level_of(frame).rms_db)

    def heard(self, text: str, *, own: str = OWN, is_command: bool = False) -> None:
        self.keep(self.ladder.heard(Heard(text, own, is_command=is_command, asked=self.ladder.asked)))

    def keep(self, rung: Rung | None) -> None:
        if rung is not None:
            self.rungs.append((rung, self.at))

    @property
    def names(self) -> list[Rung]:
        return [rung for rung, _ in self.rungs]

    def when_s(self, wanted: Rung) -> float:
        return next(at for rung, at in self.rungs if rung == wanted) / RATE_HZ


def test_speech_ducks_then_hushes_and_words_stop() -> None:
    ladder = Ladder()
    ladder.feed(0.9, frames=6)
    assert ladder.names == ["duck", "hush"]
    ladder.feed(0.9, frames=10)
    ladder.feed(0.0, frames=6)
    assert ladder.names[-1] == "listen"
    ladder.heard("what about Spain")
    assert ladder.names[-1] == "stop"


def test_a_short_noise_ducks_and_the_answer_goes_on() -> None:
    ladder = Ladder()
    ladder.feed(0.9, frames=3)
    ladder.feed(0.0, frames=6)
    ladder.heard("")
    assert ladder.names == ["duck", "listen", "resume"]
    assert not ladder.ladder.is_ducked
    assert ladder.ladder.onset_sample is None


def test_a_single_frame_of_anything_is_forgotten_and_only_ducks_where_hearth_is_not_heard() -> None:
    for trusted, expected in ((False, []), (True, ["duck", "resume"] * 20)):
        ladder = Ladder(trusted=trusted)
        for _ in range(20):
            ladder.feed(0.9)
            ladder.feed(0.0, frames=8)
        assert ladder.names == expected


def test_what_stands_out_of_the_room_and_may_be_a_voice_ducks_at_once() -> None:
    ladder = Ladder()
    ladder.feed(0.05, frames=20, level_db=QUIET_DB)
    ladder.feed(0.25, level_db=LOUD_DB)
    assert ladder.names == ["duck"]
    assert ladder.ladder.onset_sample == ladder.at - FRAME_SAMPLES
    ladder.feed(0.25, frames=5, level_db=LOUD_DB)
    assert ladder.names == ["duck"], "it was no speech after all, and nothing but ducking came of it"
    ladder.feed(0.05, level_db=QUIET_DB)
    assert ladder.names == ["duck", "resume"]
    assert ladder.ladder.onset_sample is None


def test_a_beginning_that_ducked_early_counts_for_nothing_else() -> None:
    ladder = Ladder()
    ladder.feed(0.05, frames=20, level_db=QUIET_DB)
    ladder.feed(0.25, level_db=LOUD_DB)
    ladder.feed(0.9, frames=5, level_db=LOUD_DB)
    assert ladder.names == ["duck"]
    ladder.feed(0.9, level_db=LOUD_DB)
    assert ladder.names == ["duck", "hush"]


@pytest.mark.parametrize(
    ("by_speech", "trusted", "room_db", "probability"),
    [
        (True, True, LOUD_DB - 15, 0.25),
        (True, True, QUIET_DB, 0.15),
        (True, False, QUIET_DB, 0.25),
        (False, True, QUIET_DB, 0.25),
    ],
    ids=["a loud room", "hardly a voice", "the microphone hears the loudspeaker", "only commands interrupt"],
)
def test_what_may_be_a_voice_changes_nothing_in(
    *, by_speech: bool, trusted: bool, room_db: float, probability: float
) -> None:
    ladder = Ladder(by_speech=by_speech, trusted=trusted)
    ladder.feed(0.05, frames=20, level_db=room_db)
    ladder.feed(probability, frames=8, level_db=LOUD_DB)
    assert ladder.names == []


def test_one_word_in_passing_resumes() -> None:
    ladder = Ladder()
    ladder.feed(0.9, frames=8)
    ladder.feed(0.0, frames=6)
    ladder.heard("yes")
    assert ladder.names == ["duck", "hush", "listen", "resume"]


def test_a_command_stops_once_it_is_said_to_its_end() -> None:
    ladder = Ladder(by_speech=False)
    ladder.feed(0.9, frames=20)
    ladder.heard("Stop", is_command=True)
    assert "stop" not in ladder.names, "it may be the beginning of “stop the car”"
    ladder.feed(0.0, frames=6)
    ladder.heard("Stop", is_command=True)
    assert ladder.names[-1] == "stop"


def test_where_only_commands_interrupt_nothing_ducks_and_other_words_change_nothing() -> None:
    ladder = Ladder(by_speech=False)
    ladder.feed(0.9, frames=12)
    ladder.feed(0.0, frames=6)
    ladder.heard("I was just talking to somebody")
    assert ladder.names == ["listen"]
    assert ladder.ladder.onset_sample is None


def test_long_clean_speech_stops_without_words_only_where_the_echo_test_passed() -> None:
    trusted, other = Ladder(), Ladder(trusted=False)
    for ladder in (trusted, other):
        ladder.feed(0.0, frames=20, level_db=QUIET_DB)
        ladder.feed(0.9, frames=60)
    assert trusted.names[-1] == "stop"
    assert "stop" not in other.names
    assert "hush" not in other.names


def test_its_own_words_do_not_interrupt_it_however_they_are_misheard() -> None:
    ladder = Ladder()
    ladder.feed(0.9, frames=8)
    ladder.feed(0.0, frames=6)
    ladder.heard("capitol of Portugal is Lisbon")
    assert ladder.names[-1] == "resume"


def test_it_does_not_obey_a_command_that_it_says_itself() -> None:
    ladder = Ladder()
    ladder.feed(0.9, frames=8)
    ladder.feed(0.0, frames=6)
    ladder.heard("stop", own="You can say stop at any time.", is_command=True)
    assert ladder.names[-1] == "resume"


def test_its_own_voice_in_the_microphone_is_told_by_its_loudness() -> None:
    ladder = Ladder(trusted=False)
    ladder.feed(0.9, frames=200, level_db=-35.0)
    assert ladder.names == []
    ladder.feed(0.9, frames=3, level_db=-20.0)
    assert ladder.names == ["duck"]


def test_after_a_stop_it_says_nothing_more() -> None:
    ladder = Ladder()
    ladder.feed(0.9, frames=80)
    count = len(ladder.names)
    ladder.feed(0.0, frames=80)
    ladder.heard("what about Spain")
    assert len(ladder.names) == count


def test_an_answer_of_the_recogniser_that_never_comes_lets_it_go_on() -> None:
    ladder = Ladder()
    ladder.feed(0.9, frames=5)
    ladder.feed(0.0, frames=320)
    assert ladder.names == ["duck", "listen", "resume"]


@pytest.mark.parametrize(
    ("text", "strange"),
    [("the river tagus", []), ("no wait", ["no", "wait"]), ("Lisbon no", ["no"]), ("", []), ("…", [])],
)
def test_strange_words_are_those_it_is_not_saying(text: str, strange: list[str]) -> None:
    assert strange_words(text, OWN) == strange


@pytest.mark.parametrize("voice", ["en-us", "en-gb+f3", "en-us+m7"])
def test_a_real_voice_ducks_and_hushes_soon_after_its_onset(voice: str) -> None:
    sound = speech("No wait, I meant something else.", voice=voice, lead_s=0.5)
    ladder = Ladder()
    ladder.sound(sound)
    onset_s = edges(sound)[0] / RATE_HZ
    assert 0 < ladder.when_s("duck") - onset_s <= 0.25
    assert 0 < ladder.when_s("hush") - onset_s <= 0.45


def test_coughs_and_knocks_never_stop_an_answer() -> None:
    for kind in ("coughs", "typing", "clicks", "music"):
        ladder = Ladder()
        ladder.sound(noise_of(kind, 10.0, rms=0.05))
        assert "stop" not in ladder.names, kind
    for seed in range(20):
        ladder = Ladder()
        ladder.sound(np.concatenate([silence(0.5), cough(seed), silence(3.0)]))
        assert "stop" not in ladder.names, seed
        assert not ladder.ladder.is_ducked


def test_noise_does_not_even_duck() -> None:
    """Of 620 s of noise that comes up over a quiet room only breathing and music could be taken for a voice at all."""
    for kind in ("coughs", "typing", "clicks", "fan", "rumble", "pink"):
        for seed in range(3):
            ladder = Ladder()
            ladder.sound(np.concatenate([silence(1.0), noise_of(kind, 5.0, rms=0.03, seed=seed), silence(1.0)]))
            assert ladder.names == [], (kind, seed)


@pytest.mark.parametrize("text", ["Play some music.", "Summarize this page.", "Read my messages."])
def test_a_real_voice_with_a_soft_onset_ducks_within_two_frames(text: str) -> None:
    sound = speech(text, lead_s=1.0)
    ladder = Ladder()
    ladder.sound(sound)
    assert ladder.when_s("duck") - edges(sound)[0] / RATE_HZ <= 2 * FRAME_SAMPLES / RATE_HZ
