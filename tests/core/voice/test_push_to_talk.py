from __future__ import annotations

from core.voice.push_to_talk import KeyTiming


def test_a_long_press_is_a_press_and_a_release() -> None:
    key = KeyTiming()
    assert key.press(10.0) == "press"
    assert key.is_down
    assert key.release(10.3) == "release"
    assert not key.is_down


def test_a_short_press_is_told_as_such() -> None:
    key = KeyTiming()
    key.press(10.0)
    assert key.release(10.29) == "short"


def test_a_second_press_soon_after_a_short_one_latches_and_its_release_means_nothing() -> None:
    key = KeyTiming()
    key.press(10.0)
    key.release(10.1)
    assert key.press(10.45) == "latch"
    assert key.release(11.5) == "ignored"
    assert key.press(12.0) == "press"


def test_a_second_press_after_a_long_one_or_too_late_is_a_press() -> None:
    key = KeyTiming()
    key.press(10.0)
    key.release(11.0)
    assert key.press(11.1) == "press"
    key.release(11.2)
    assert key.press(11.7) == "press"


def test_a_release_without_a_press_means_nothing() -> None:
    key = KeyTiming()
    assert key.release(1.0) == "ignored"
    key.press(2.0)
    key.forget()
    assert key.release(3.0) == "ignored"
