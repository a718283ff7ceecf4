"""The form for the variables of a prompt: keyboard, preview, input methods, text sizes, hostile values."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop.theme.design_tokens import LIGHT
from desktop.theme.stylesheet import apply_theme
from desktop.widgets.prompt_form import PromptForm


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> None:
    apply_theme(qapp, LIGHT, text_scale_percent=100, reduced_motion=True)


def shown(qtbot: QtBot, text: str, **details: Any) -> PromptForm:
    form = PromptForm("A prompt", text, **{"given": {}, **details})
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    qtbot.waitActive(form)
    return form


def test_each_kind_of_variable_has_its_control(qtbot: QtBot) -> None:
    form = shown(qtbot, "{{name=Ada}} {{tone|formal|friendly}} {{text}} {{date}}", given={"date": "2026-01-05"})
    kinds = [type(control) for control in form.fields().values()]
    assert kinds == [QLineEdit, QComboBox, QPlainTextEdit]
    assert form.preview() == "Ada formal  2026-01-05"
    assert [control.accessibleName() for control in form.fields().values()] == ["Name", "Tone", "Text"]


def test_enter_walks_through_the_fields_and_ends_with_the_text(qtbot: QtBot) -> None:
    form = shown(qtbot, "{{a}}-{{b}}")
    first, second = form.fields().values()
    qtbot.waitUntil(first.hasFocus)
    qtbot.keyClicks(first, "1")
    qtbot.keyClick(first, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert second.hasFocus()
    qtbot.keyClicks(second, "2")
    with qtbot.waitSignal(form.filled) as filled:
        qtbot.keyClick(second, Qt.Key.Key_Return)
    assert filled.args == ["1-2"]
    assert not form.isVisible()


def test_escape_hands_nothing_over(qtbot: QtBot) -> None:
    form = shown(qtbot, "{{a}}")
    with qtbot.assertNotEmitted(form.filled):
        qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert not form.isVisible()


def test_an_enter_that_ends_a_composition_belongs_to_the_input_method(qtbot: QtBot) -> None:
    form = shown(qtbot, "{{text}}")
    (field,) = form.fields().values()
    QApplication.sendEvent(field, QInputMethodEvent("にほん", []))
    with qtbot.assertNotEmitted(form.filled, wait=50):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    done = QInputMethodEvent()
    done.setCommitString("日本")
    QApplication.sendEvent(field, done)
    with qtbot.waitSignal(form.filled) as filled:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "日本" in filled.args[0]


def test_what_a_value_brings_along_is_text_in_the_preview_and_in_the_result(qtbot: QtBot) -> None:
    form = shown(qtbot, "{{a}} {{b=two}}")
    hostile = "<b>{{b}}</b> <img src=x> {{clipboard}}"
    first = form.fields()["a"]
    assert isinstance(first, QLineEdit)
    first.setText(hostile)
    assert form.preview() == f"{hostile} two"
    with qtbot.waitSignal(form.filled) as filled:
        form.insert_button.click()
    assert filled.args == [f"{hostile} two"]


def test_what_was_typed_already_fills_the_longer_field_and_the_cursor_waits_elsewhere(qtbot: QtBot) -> None:
    form = shown(qtbot, "{{language|English|German}} {{text}}", rest="a few words")
    assert form.preview() == "English a few words"
    qtbot.waitUntil(form.fields()["language"].hasFocus)


def test_a_very_long_value_is_shown_shortened_and_handed_over_whole(qtbot: QtBot) -> None:
    form = shown(qtbot, "{{text}}", rest="x" * 100_000)
    assert len(form.preview()) < 5_000
    with qtbot.waitSignal(form.filled) as filled:
        form.insert_button.click()
    assert len(filled.args[0]) == 100_000


@pytest.mark.parametrize("percent", [80, 200])
def test_twenty_fields_fit_on_the_screen_at_every_text_size(qtbot: QtBot, qapp: QApplication, percent: int) -> None:
    apply_theme(qapp, LIGHT, text_scale_percent=percent, reduced_motion=True)
    form = shown(qtbot, " ".join(f"{{{{field {number}}}}}" for number in range(20)))
    assert form.height() <= form.screen().availableGeometry().height()
    assert form.insert_button.isVisible()
    assert len(form.fields()) == 20
