from __future__ import annotations

from datetime import UTC, datetime

import pytest

from core.clock import ManualClock
from core.metrics.timings import CallTiming, Stopwatch, Timings, TurnTiming
from models.language.messages import Usage

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def call(
    *, outcome: str = "whole", first_piece_s: float | None = 0.5, total_s: float = 2.5, usage: Usage | None = None
) -> CallTiming:
    return CallTiming(NOW, "chat", "m", "m", outcome, first_piece_s, total_s, 10, 1, usage or Usage(100, 40))


def turn(answer_id: str) -> TurnTiming:
    return TurnTiming(NOW, answer_id, "c", "m", "whole", (("context", 0.1), ("answer", 1.0), ("answer", 0.5)), 0.2, 1.7)


def test_speed_is_what_the_server_measured_else_what_the_clock_says() -> None:
    assert call(usage=Usage(100, 40, answer_s=0.5)).tokens_per_s == 80
    assert call().tokens_per_s == 20
    assert call(usage=Usage()).tokens_per_s is None
    assert call(first_piece_s=None).tokens_per_s is None


def test_the_session_is_summed_up_and_stopped_calls_are_no_failures() -> None:
    timings = Timings()
    assert timings.session().median_tokens_per_s is None
    timings.record_call(call())
    timings.record_call(call(outcome="stopped", first_piece_s=1.5))
    timings.record_call(call(outcome="AnswerBrokeOff", first_piece_s=None, usage=Usage()))
    figures = timings.session()
    assert (figures.calls, figures.failed_calls, figures.prompt_tokens, figures.answer_tokens) == (3, 1, 200, 80)
    assert figures.median_first_piece_s == 1.0


def test_old_entries_make_room_and_totals_stay() -> None:
    timings = Timings(keep=3)
    for number in range(10):
        timings.record_call(call())
        timings.record_turn(turn(str(number)))
    assert len(timings.calls) == 3
    assert timings.session().calls == 10
    assert timings.turn("9") is not None
    assert timings.turn("0") is None


def test_forgetting_leaves_nothing() -> None:
    timings = Timings()
    timings.record_call(call())
    timings.record_turn(turn("a"))
    timings.forget()
    assert timings.session() == Timings().session()
    assert timings.turn("a") is None


def test_a_stage_is_summed_over_its_parts() -> None:
    assert turn("a").stage_s("answer") == 1.5
    assert turn("a").stage_s("nothing") == 0


def test_the_stopwatch_counts_stages_also_when_they_fail() -> None:
    clock = ManualClock()
    watch = Stopwatch(clock)
    with watch.stage("context"):
        clock.move(2)

    def fail() -> None:
        with watch.stage("answer"):
            clock.move(1)
            watch.first_token()
            clock.move(4)
            watch.first_token()
            raise ValueError

    with pytest.raises(ValueError):
        fail()
    assert watch.stages == (("context", 2.0), ("answer", 5.0))
    assert (watch.first_token_s, watch.elapsed_s) == (3.0, 7.0)
