from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from core.events import LiveTextChanged
from core.voice.live_text import LiveText, Pace, joined, pieces


def grown(*texts: str) -> list[LiveTextChanged]:
    live = LiveText()
    return [live.update(pieces(text)) for text in texts]


def test_words_on_which_two_passes_agree_are_fixed() -> None:
    told = grown("Set a", "Set a tie", "Set a timer for", "Set a timer for five")
    assert [(one.fixed, one.tentative) for one in told] == [
        ("", "Set a"),
        ("Set a ", "tie"),
        ("Set a ", "timer for"),
        ("Set a timer for ", "five"),
    ]


def test_the_last_word_is_never_fixed_since_it_may_be_half_of_one() -> None:
    told = grown("Tell me a jo.", "Tell me a jo.")
    assert told[-1] == LiveTextChanged("Tell me a ", "jo.")


def test_a_fixed_word_stays_although_a_later_pass_writes_it_differently() -> None:
    told = grown("Wake me at 5", "Wake me at 5 on", "Wake me at five on Monday", "Wait at five on Monday morning")
    assert told[2] == LiveTextChanged("Wake me at 5 on ", "Monday")
    assert told[-1] == LiveTextChanged("Wake me at 5 on Monday ", "morning")


def test_words_that_vanish_from_a_pass_are_not_said_twice() -> None:
    told = grown("One two three four", "One two three four five", "three four five six seven")
    assert told[-1].fixed + told[-1].tentative == "One two three four five six seven"


def test_an_empty_pass_takes_only_what_was_tentative() -> None:
    told = grown("Good morning to", "Good morning to you", "")
    assert told[-1] == LiveTextChanged("Good morning to ", "")


def test_nothing_fixed_ever_changes_whatever_the_passes_say() -> None:
    rng = np.random.default_rng(3)
    words = ["set", "a", "timer", "for", "five", "minutes", "please", "stop", "and", "go"]
    for _ in range(300):
        truth = [str(rng.choice(words)) for _ in range(14)]
        live = LiveText()
        told = []
        for length in range(1, 15):
            heard = [word if rng.random() > 0.2 else str(rng.choice(words)) for word in truth[:length]]
            if rng.random() < 0.1:
                heard = heard[int(rng.integers(0, 3)) :]
            told.append(live.update(pieces(" ".join(heard))))
        for before, now in pairwise(told):
            assert now.fixed.startswith(before.fixed)


def test_scripts_without_spaces_go_by_character() -> None:
    assert pieces("明日の天気。") == ["明", "日", "の", "天", "気。"]
    told = grown("明日の", "明日の天気", "明日の天気は")
    assert told[-1] == LiveTextChanged("明日の天気", "は")
    assert pieces("내일 날씨") == ["내일 ", "날씨"]


def test_closed_stretches_join_with_a_space_where_their_script_has_one() -> None:
    live = LiveText()
    assert live.close("First one.") == LiveTextChanged("First one.", "")
    assert live.update(pieces("And a")) == LiveTextChanged("First one. ", "And a")
    assert live.update(pieces("And a second")) == LiveTextChanged("First one. And a ", "second")
    assert live.close("And a second.") == LiveTextChanged("First one. And a second.", "")
    assert joined(["今日は。", "明日。"]) == "今日は。明日。"
    assert joined(["", "One.", "", " Two."]) == "One. Two."


@pytest.mark.parametrize(
    ("engine_s", "liveness", "step_s"),
    [
        (0.0, "auto", 0.5),
        (0.1, "auto", 0.5),
        (0.45, "auto", 0.75),
        (0.6, "auto", 1.0),
        (1.0, "auto", None),
        (1.2, "on", 2.0),
        (20.0, "on", 6.0),
        (0.1, "off", None),
    ],
)
def test_the_pace_follows_what_a_pass_takes(engine_s: float, liveness: str, step_s: float | None) -> None:
    pace = Pace()
    for _ in range(3):
        if engine_s:
            pace.note(engine_s)
    assert pace.step_s(liveness) == (None if step_s is None else pytest.approx(step_s))  # type: ignore[arg-type]


def test_one_slow_pass_does_not_end_live_text_and_a_machine_that_recovers_has_it_again() -> None:
    pace = Pace()
    for engine_s in (0.3, 0.3, 5.0):
        pace.note(engine_s)
    assert pace.step_s() == 0.5
    for engine_s in (5.0, 5.0):
        pace.note(engine_s)
    assert pace.step_s() is None
    for engine_s in (0.2, 0.2, 0.2):
        pace.note(engine_s)
    assert pace.step_s() == 0.5
