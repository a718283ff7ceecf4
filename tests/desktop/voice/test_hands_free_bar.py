"""The line above the composer: when it is there, what it says, what its buttons do."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop.theme.design_tokens import LIGHT
from desktop.theme.stylesheet import apply_theme
from desktop.voice.hands_free_bar import HandsFreeBar
from desktop.widgets.icon_button import IconButton


@pytest.fixture
def bar(qtbot: QtBot) -> HandsFreeBar:
    made = HandsFreeBar()
    qtbot.addWidget(made)
    return made


def offered(bar: HandsFreeBar) -> list[str]:
    """The names of the buttons in sight."""
    return [one.accessibleName() for one in bar.findChildren(IconButton) if one.isVisibleTo(bar)]


def press(bar: HandsFreeBar, name: str) -> None:
    next(one for one in bar.findChildren(IconButton) if one.accessibleName() == name).click()


def test_it_is_there_in_hands_free_mode_and_while_something_is_spoken(bar: HandsFreeBar) -> None:
    for stage, mode, wanted in (
        ("rest", "off", False),
        ("listening", "push_to_talk", False),
        ("thinking", "push_to_talk", False),
        ("speaking", "push_to_talk", True),
        ("ready", "hands_free", True),
        ("waiting", "waiting_for_phrase", True),
        ("thinking", "reading", True),
        ("rest", "off", False),
    ):
        bar.show_stage(stage, mode)  # type: ignore[arg-type]
        assert bar.isVisible() == wanted, (stage, mode)


def test_it_says_each_state_also_to_a_screen_reader(bar: HandsFreeBar) -> None:
    bar.show_stage("ready", "hands_free")
    assert bar.state_text() == bar.accessibleName() == "Just speak"
    bar.show_stage("listening", "hands_free")
    assert bar.state_text() == bar.accessibleName() == "Listening"
    bar.show_stage("speaking", "reading")
    assert bar.state_text() == "Reading aloud"


def test_hands_free_can_be_muted_and_ended(bar: HandsFreeBar, qtbot: QtBot) -> None:
    bar.show_stage("ready", "hands_free")
    assert offered(bar) == ["Microphone off", "End hands-free"]
    with qtbot.waitSignal(bar.mute_wanted, check_params_cb=lambda wanted: wanted):
        press(bar, "Microphone off")
    bar.show_stage("rest", "off", muted=True)
    assert bar.isVisible()
    assert bar.state_text() == "Microphone off"
    with qtbot.waitSignal(bar.mute_wanted, check_params_cb=lambda wanted: not wanted):
        press(bar, "Microphone on")
    with qtbot.waitSignal(bar.end_wanted):
        press(bar, "End hands-free")


def test_what_is_spoken_can_be_paused_skipped_and_stopped(bar: HandsFreeBar, qtbot: QtBot) -> None:
    bar.show_stage("speaking", "reading")
    assert offered(bar) == ["Pause", "Skip this sentence", "Stop speaking"]
    with qtbot.waitSignal(bar.pause_wanted, check_params_cb=lambda paused: paused):
        press(bar, "Pause")
    assert bar.state_text() == "Paused"
    assert offered(bar) == ["Go on", "Stop speaking"]
    with qtbot.waitSignal(bar.pause_wanted, check_params_cb=lambda paused: not paused):
        press(bar, "Go on")
    assert bar.state_text() == "Reading aloud"


def test_the_owners_words_stand_there_only_while_they_are_listened_to(bar: HandsFreeBar) -> None:
    bar.show_stage("listening", "hands_free")
    bar.show_words("How far is the walk")
    bar.show_stage("understanding", "hands_free")
    assert bar.words.text() == "How far is the walk"
    for stage in ("thinking", "speaking", "ready"):
        bar.show_stage("listening", "hands_free")
        bar.show_words("How far is the woke")
        bar.show_stage(stage, "hands_free")
        assert bar.words.text() == bar.words.accessibleName() == "", stage
        bar.show_words("the walk takes an hour")  # what the microphone hears of the answer
        assert bar.words.text() == "", stage


def test_the_mood_is_small_and_only_there_when_there_is_one(bar: HandsFreeBar) -> None:
    bar.show_stage("ready", "hands_free")
    bar.show_mood("hurried")
    assert bar._mood.isVisible()
    assert bar._mood.text() == "in a hurry"
    bar.show_mood("")
    assert not bar._mood.isVisible()


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_it_fits_into_a_narrow_window(bar: HandsFreeBar, qtbot: QtBot, qapp: object, percent: int) -> None:
    apply_theme(qapp, LIGHT, text_scale_percent=percent)  # type: ignore[arg-type]
    bar.show_stage("listening", "hands_free")
    bar.show_words("How far is the walk to the old lighthouse when the tide is out?")
    assert bar.minimumSizeHint().width() <= 3.4 * percent
    bar.show_stage("speaking", "hands_free")
    assert bar.minimumSizeHint().width() <= 3.4 * percent
    apply_theme(qapp, LIGHT)  # type: ignore[arg-type]
