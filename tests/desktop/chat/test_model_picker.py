"""The model is chosen by mouse or keyboard alone, and an empty list says what to do."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QPushButton
from pytestqt.qtbot import QtBot

from desktop.chat.model_picker import ModelChoice, ModelPicker
from desktop.chat.model_popup import ModelPopup
from desktop.theme.design_tokens import LIGHT
from desktop.theme.stylesheet import apply_theme

MODELS = (
    ModelChoice("llama3.2:3b", "llama3.2:3b", "3.2B · 2.0 GB", "loaded", frozenset({"chat", "tools"})),
    ModelChoice("qwen3:8b", "qwen3:8b", "8.2B · 5.2 GB", "available", frozenset({"chat", "thinking"})),
    ModelChoice("gpt-oss:120b-cloud", "gpt-oss:120b-cloud", "117B", "available", frozenset({"chat"}), remote=True),
)


@pytest.fixture
def picker(qtbot: QtBot, qapp: QApplication) -> ModelPicker:
    apply_theme(qapp, LIGHT, text_scale_percent=100)
    made = ModelPicker()
    qtbot.addWidget(made)
    made.set_models(MODELS)
    made.set_current("llama3.2:3b")
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    return made


def opened(picker: ModelPicker, qtbot: QtBot) -> ModelPopup:
    qtbot.mouseClick(picker, Qt.MouseButton.LeftButton)
    popup = picker.popup()
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    return popup


def search_of(popup: ModelPopup) -> QLineEdit:
    return popup.findChild(QLineEdit)


def test_the_button_says_model_and_state(picker: ModelPicker) -> None:
    assert picker.text() == "llama3.2:3b"
    assert picker.state() == "loaded"
    assert picker.accessibleName() == "Model: llama3.2:3b, in memory"
    picker.set_current("gone:7b")
    assert picker.state() == "missing"
    assert "not installed" in picker.accessibleName()
    picker.set_models((), server_trouble="Start Ollama.")
    assert picker.state() == "server_down"
    picker.set_current("gpt-oss:120b-cloud")
    picker.set_models(MODELS)
    assert "another computer" in picker.accessibleName()


def test_a_model_is_found_and_chosen_by_keyboard(picker: ModelPicker, qtbot: QtBot) -> None:
    picker.setFocus()
    qtbot.keyClick(picker, Qt.Key.Key_Down)
    popup = picker.popup()
    qtbot.waitUntil(popup.isVisible)
    with qtbot.waitSignal(search_of(popup).searched):
        qtbot.keyClicks(search_of(popup), "qw")
    assert popup.shown_names() == ["qwen3:8b"]
    with qtbot.waitSignal(picker.chosen) as heard:
        qtbot.keyClick(search_of(popup), Qt.Key.Key_Return)
    assert heard.args == ["qwen3:8b"]
    assert not popup.isVisible()
    assert picker.current() == "llama3.2:3b", "the page decides"


def test_arrows_walk_the_list_from_the_search_field(picker: ModelPicker, qtbot: QtBot) -> None:
    popup = opened(picker, qtbot)
    rows = popup.findChild(QListView)
    assert rows.currentIndex().row() == 0, "the model in use is where one begins"
    for key, row in ((Qt.Key.Key_Down, 1), (Qt.Key.Key_PageDown, 2), (Qt.Key.Key_Up, 1)):
        qtbot.keyClick(search_of(popup), key)
        assert rows.currentIndex().row() == row
    with qtbot.waitSignal(picker.chosen) as heard:
        qtbot.keyClick(search_of(popup), Qt.Key.Key_Return)
    assert heard.args == ["qwen3:8b"]


def test_a_model_is_chosen_by_mouse(picker: ModelPicker, qtbot: QtBot) -> None:
    rows = opened(picker, qtbot).findChild(QListView)
    place = rows.visualRect(rows.model().index(2, 0)).center()
    with qtbot.waitSignal(picker.chosen) as heard:
        qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert heard.args == ["gpt-oss:120b-cloud"]


def test_esc_closes_without_choosing(picker: ModelPicker, qtbot: QtBot) -> None:
    popup = opened(picker, qtbot)
    assert picker.isChecked()
    with qtbot.assertNotEmitted(picker.chosen):
        qtbot.keyClick(search_of(popup), Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert not picker.isChecked()


def test_letters_typed_in_the_list_go_on_searching(picker: ModelPicker, qtbot: QtBot) -> None:
    popup = opened(picker, qtbot)
    rows = popup.findChild(QListView)
    rows.setFocus()
    qtbot.keyClick(rows, "q")
    assert search_of(popup).text() == "q"


def test_opening_asks_for_fresh_states_and_takes_them_while_open(picker: ModelPicker, qtbot: QtBot) -> None:
    with qtbot.waitSignal(picker.refresh_requested):
        popup = opened(picker, qtbot)
    picker.set_models(MODELS[:1])
    assert popup.shown_names() == ["llama3.2:3b"]


def test_screen_readers_hear_state_abilities_and_place(picker: ModelPicker, qtbot: QtBot) -> None:
    rows = opened(picker, qtbot).findChild(QListView)
    spoken = [rows.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert spoken == [
        "llama3.2:3b, 3.2B · 2.0 GB, in memory, uses tools, chosen",
        "qwen3:8b, 8.2B · 5.2 GB, installed, thinks",
        "gpt-oss:120b-cloud, 117B, runs on another computer",
    ]
    assert QAccessible.queryAccessibleInterface(rows).childCount() == 3


@pytest.mark.parametrize(
    ("models", "trouble", "typed", "said"),
    [
        ((), "Start Ollama, then try again.", "", "Start Ollama, then try again."),
        ((), "", "", "ollama pull"),
        (MODELS, "", "zzz", "No installed model is called like that."),
    ],
)
def test_an_empty_list_says_what_to_do(
    picker: ModelPicker, qtbot: QtBot, models: tuple[ModelChoice, ...], trouble: str, typed: str, said: str
) -> None:
    picker.set_models(models, server_trouble=trouble)
    popup = opened(picker, qtbot)
    if typed:
        with qtbot.waitSignal(search_of(popup).searched):
            qtbot.keyClicks(search_of(popup), typed)
    texts = " ".join(label.text() for label in popup.findChildren(QLabel) if label.isVisible())
    assert said in texts
    again = [b for b in popup.findChildren(QPushButton) if b.isVisible() and b.text()]
    for button in again:
        with qtbot.waitSignal(picker.refresh_requested):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert bool(again) != bool(typed)


def test_the_popup_stays_on_the_screen(picker: ModelPicker, qtbot: QtBot) -> None:
    screen = picker.screen().availableGeometry()
    picker.move(screen.right() - picker.width(), screen.bottom() - picker.height())
    popup = opened(picker, qtbot)
    assert screen.contains(popup.geometry())
