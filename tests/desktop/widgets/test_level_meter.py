"""The lights that show how loud the microphone is."""

from __future__ import annotations

import math

import pytest
from pytestqt.qtbot import QtBot

from desktop.widgets.level_meter import QUIET_DB, LevelMeter, share_of


@pytest.fixture
def meter(qtbot: QtBot) -> LevelMeter:
    made = LevelMeter()
    qtbot.addWidget(made)
    return made


def test_more_lights_burn_the_louder_it_is(meter: LevelMeter) -> None:
    lit = []
    for level_db in (-60.0, -45.0, -30.0, -15.0, 0.0):
        meter.set_level(level_db, level_db)
        lit.append(meter.lights())
    assert lit == sorted(lit)
    assert lit[0] == 0
    assert lit[-1] > lit[-2] > lit[0]


def test_silence_that_is_reckoned_as_minus_infinity_is_silence(meter: LevelMeter) -> None:
    meter.set_level(-math.inf, -math.inf)
    assert meter.lights() == 0
    meter.set_level(math.nan, math.nan)
    assert meter.lights() == 0
    assert meter.accessibleDescription() == "Silent"


def test_a_screen_reader_hears_words_and_no_figures(meter: LevelMeter) -> None:
    assert meter.accessibleName() == "Microphone level"
    meter.set_level(-20, -12)
    assert meter.accessibleDescription() == "Sound comes in"
    meter.set_level(-3, 0, clipped=True)
    assert meter.accessibleDescription() == "Too loud"
    meter.clear()
    assert meter.accessibleDescription() == "Silent"
    assert not meter.clipped


def test_the_ends_of_the_scale_are_its_ends() -> None:
    assert share_of(QUIET_DB) == 0
    assert share_of(-200) == 0
    assert share_of(0) == 1
    assert share_of(6) == 1
