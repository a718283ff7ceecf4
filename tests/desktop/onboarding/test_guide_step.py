from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.onboarding.guide_step import GuideStep


@pytest.fixture
def step(qtbot: QtBot) -> Iterator[GuideStep]:
    window = QWidget()
    layout = QVBoxLayout(window)
    step = GuideStep(window)
    layout.addWidget(step)
    layout.addWidget(QLineEdit(window))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.setFocus()  # as a page is given the keyboard when it is shown
    step.show_step("First", "A sentence.")
    step.add_primary("Go on", lambda: None)
    yield step
    window.close()


def keyboard(step: GuideStep) -> QWidget | None:
    return step.window().focusWidget()


def test_the_keyboard_goes_on_from_step_to_step_also_over_one_with_nothing_to_press(step: GuideStep) -> None:
    assert keyboard(step) is step.primary
    step.show_waiting("Looking")
    assert keyboard(step) is step
    step.show_step("Second", "Another one.")
    button = step.add_primary("Fetch", lambda: None)
    assert keyboard(step) is button


def test_who_types_elsewhere_while_something_is_looked_up_stays_there(step: GuideStep) -> None:
    field = step.window().findChild(QLineEdit)
    step.show_waiting("Looking")
    field.setFocus()
    step.show_step("Second", "Another one.")
    step.add_primary("Fetch", lambda: None)
    step.focus_primary()
    assert keyboard(step) is field
