"""The meter says in figures, words and to screen readers how full the window is."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.chat.context_meter import ContextMeter, short_count
from desktop.theme.design_tokens import LIGHT
from desktop.theme.stylesheet import apply_theme


@pytest.fixture
def meter(qtbot: QtBot, qapp: QApplication) -> ContextMeter:
    apply_theme(qapp, LIGHT, text_scale_percent=100)
    made = ContextMeter()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(
    ("used", "window", "state"),
    [(0, 8192, "normal"), (6000, 8192, "normal"), (6600, 8192, "near"), (8192, 8192, "over"), (9, 0, "unknown")],
)
def test_the_state_follows_the_share(meter: ContextMeter, used: int, window: int, state: str) -> None:
    meter.set_usage(used, window)
    assert meter.state() == state


def test_it_says_used_window_and_speed(meter: ContextMeter) -> None:
    meter.set_usage(12_400, 32_768, 38.2)
    assert meter.text() == "12.4k / 32.8k  ·  38 tok/s"
    assert "12,400 of 32,768" in meter.toolTip()
    assert meter.accessibleDescription() == meter.toolTip()
    meter.set_usage(40_000, 32_768)
    assert "summarised" in meter.toolTip()


def test_screen_readers_find_a_progress_bar_with_its_value(meter: ContextMeter) -> None:
    meter.set_usage(4096, 8192)
    interface = QAccessible.queryAccessibleInterface(meter)
    assert interface.role() == QAccessible.Role.ProgressBar
    assert interface.text(QAccessible.Text.Name) == "Context window"
    assert interface.valueInterface().currentValue() == 50


def test_the_ring_is_painted_in_the_colour_of_its_state(meter: ContextMeter) -> None:
    def inks() -> set[str]:
        meter.resize(meter.sizeHint())
        image = meter.grab().toImage()
        return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}

    meter.set_usage(2000, 8192)
    assert LIGHT.colours.accent in inks()
    meter.set_usage(7000, 8192)
    assert LIGHT.colours.warning in inks()
    meter.set_usage(9000, 8192)
    assert LIGHT.colours.danger in inks()


def test_nothing_known_takes_no_room(meter: ContextMeter) -> None:
    meter.set_usage(0, 0)
    assert (meter.text(), meter.sizeHint().width(), meter.toolTip()) == ("", 0, "")


@pytest.mark.parametrize(
    ("count", "text"),
    [(0, "0"), (999, "999"), (1000, "1k"), (12_400, "12.4k"), (99_960, "100k"), (131_072, "131k"), (1_048_576, "1.0M")],
)
def test_counts_are_short(count: int, text: str) -> None:
    assert short_count(count) == text


def test_where_room_is_scarce_the_speed_gives_way(qtbot: QtBot) -> None:
    meter = ContextMeter()
    qtbot.addWidget(meter)
    meter.set_usage(12_400, 32_768)
    without = meter.sizeHint().width()
    meter.set_usage(12_400, 32_768, 38.2)
    assert meter.minimumSizeHint().width() == without < meter.sizeHint().width()
    assert "38" in meter.toolTip()
