"""One call makes the program look: palette, font, style sheet, images; and the system is followed while it changes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QFile, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QFontInfo, QGuiApplication, QImage, QPalette
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.theme.control_images import images_of
from desktop.theme.design_tokens import DARK, HIGH_CONTRAST, LIGHT, THEMES, Tokens
from desktop.theme.fonts import register_interface_fonts, register_reading_fonts
from desktop.theme.stylesheet import SystemTheme, apply_theme, mono_font, sheet_of, theme, ui_font


@pytest.fixture(autouse=True)
def plain_start(qapp: QApplication) -> None:
    apply_theme(qapp, LIGHT, text_scale_percent=100, reduced_motion=False)


def page() -> QWidget:
    widget = QWidget()
    widget.setProperty("role", "page")
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    QVBoxLayout(widget)
    return widget


def pixels(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize("tokens", THEMES, ids=lambda tokens: tokens.name)
def test_a_window_is_painted_in_the_colours_of_the_theme(qtbot: QtBot, qapp: QApplication, tokens: Tokens) -> None:
    apply_theme(qapp, tokens)
    window = page()
    qtbot.addWidget(window)
    button = QPushButton("Send")
    button.setProperty("kind", "primary")
    window.layout().addWidget(button)
    window.show()
    found = pixels(window.grab().toImage())
    assert {tokens.colours.window, tokens.colours.accent} <= found
    assert qapp.palette().color(QPalette.ColorRole.PlaceholderText).name() == tokens.colours.text_faint


@pytest.mark.parametrize("scale", [80, 100, 200])
@pytest.mark.parametrize("tokens", THEMES, ids=lambda tokens: tokens.name)
def test_qt_understands_every_rule(qtbot: QtBot, qapp: QApplication, tokens: Tokens, scale: int) -> None:
    said: list[str] = []
    before = qInstallMessageHandler(lambda kind, _, text: said.append(text) if kind != QtMsgType.QtDebugMsg else None)
    try:
        apply_theme(qapp, tokens, text_scale_percent=scale)
        window = page()
        qtbot.addWidget(window)
        for control in (QLabel("a"), QLineEdit(), QCheckBox("b"), QPushButton("c")):
            window.layout().addWidget(control)
        window.show()
        window.grab()
    finally:
        qInstallMessageHandler(before)
    assert [text for text in said if "plugin does not support" not in text] == []
    assert "$" not in sheet_of(tokens, scale)


def test_text_grows_with_the_owners_choice_and_stays_within_bounds(qapp: QApplication) -> None:
    for asked, got in ((80, 11), (100, 14), (200, 28), (999, 28), (1, 11)):
        apply_theme(qapp, LIGHT, text_scale_percent=asked)
        assert qapp.font().pixelSize() == got
        assert ui_font(LIGHT.type.title).pixelSize() == round(22 * theme().text_scale_percent / 100)


def test_keyboard_focus_is_seen_on_controls(qtbot: QtBot, qapp: QApplication) -> None:
    window = page()
    qtbot.addWidget(window)
    controls = [QLineEdit(), QCheckBox("Lock"), QPushButton("Cancel")]
    for control in controls:
        window.layout().addWidget(control)
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)
    for control in controls:
        control.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.waitUntil(control.hasFocus)
        with_focus = pixels(control.grab().toImage())
        control.clearFocus()
        assert LIGHT.colours.focus in with_focus
        assert LIGHT.colours.focus not in pixels(control.grab().toImage())


def test_the_fonts_are_the_ones_that_ship_with_hearth(qapp: QApplication) -> None:
    register_interface_fonts()
    register_reading_fonts()
    assert QFontInfo(ui_font()).family() == "Inter"
    assert QFontInfo(mono_font()).family() == "JetBrains Mono"


def test_check_marks_and_arrows_are_there_in_each_theme() -> None:
    for tokens in THEMES:
        for name in ("check", "minus", "check-text", "chevron-down", "chevron-up", "chevron-right"):
            file = QFile(f"{images_of(tokens)}/{name}.svg")
            assert file.open(QFile.OpenModeFlag.ReadOnly), name
            assert bytes(file.readAll().data()).startswith(b"<svg")


def test_applying_the_same_theme_again_repaints_nothing(qtbot: QtBot, qapp: QApplication) -> None:
    with qtbot.assertNotEmitted(theme().changed):
        apply_theme(qapp, LIGHT, text_scale_percent=100)
    with qtbot.waitSignal(theme().changed) as heard:
        apply_theme(qapp, LIGHT, text_scale_percent=120)
    assert heard.args == [LIGHT]


def test_system_follows_the_desktop_while_it_changes(qapp: QApplication) -> None:
    system = SystemTheme(qapp)
    try:
        system.choose("system")
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
        assert theme().tokens is DARK
        hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
        assert theme().tokens is LIGHT
        system.choose("high_contrast", reduced_motion=True)
        hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
        assert theme().tokens is HIGH_CONTRAST
        assert theme().move_ms(200) == 0
    finally:
        system.choose("light")
        system.setParent(None)
        del system
