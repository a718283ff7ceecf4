"""From 80 to 200 % nothing that people read or press is cut, and nothing moves for those who asked for calm."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractAnimation, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QStyle,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.chat.model_picker import ModelPicker
from desktop.theme.design_tokens import LIGHT
from desktop.theme.stylesheet import apply_theme, theme
from desktop.widgets.elided_label import ElidedLabel
from desktop.widgets.spinner import Spinner
from tests.peers.every_page import EveryPage, described
from tests.peers.ollama_replies import answer
from tests.peers.ollama_server import OllamaPeer
from tests.peers.window_driver import PASSPHRASE, WindowDriver


@pytest.fixture
def driver(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[WindowDriver]:
    with OllamaPeer() as peer:
        peer.script("llama3.2:3b", answer("An **answer** with `code`.\n"))
        driver = WindowDriver(tmp_path / "hearth", qtbot, peer)
        yield driver
        driver.end()
    apply_theme(qapp, LIGHT, text_scale_percent=100, reduced_motion=False)


def cut(window: QWidget) -> list[str]:
    """Controls and texts that are smaller than what they have to say."""
    found = []
    for widget in window.findChildren(QWidget):
        part = isinstance(widget.parentWidget(), (QLineEdit, QComboBox, QAbstractSpinBox))
        elided = isinstance(widget, (ElidedLabel, ModelPicker))  # say “…” and the rest in the tooltip
        if not widget.isVisible() or widget.window() is not window or part or elided:
            continue
        if isinstance(widget, QLabel) and widget.text() and not widget.pixmap():
            wraps = widget.wordWrap()
            needed = widget.heightForWidth(widget.width()) if wraps else widget.sizeHint().height()
            if widget.height() < needed - 1 or (not wraps and widget.width() < widget.minimumSizeHint().width()):
                found.append(f"{described(widget)}: “{widget.text()[:40]}” {widget.size().toTuple()} needs {needed}")
        elif isinstance(widget, (QAbstractButton, QLineEdit, QComboBox)):
            hint = widget.minimumSizeHint() if isinstance(widget, (QLineEdit, QComboBox)) else widget.sizeHint()
            narrow = isinstance(widget, QPushButton) and bool(widget.text()) and widget.width() < hint.width() - 1
            if widget.height() < hint.height() - 1 or narrow:
                found.append(f"{described(widget)}: {widget.size().toTuple()} needs {hint.toTuple()}")
    return found


@pytest.mark.parametrize("percent", [80, 150, 200])
def test_nothing_is_cut_on_any_page(driver: WindowDriver, percent: int) -> None:
    driver.make_profile()
    driver.early.change("appearance.text_scale_percent", percent)
    driver.start()
    driver.wait(lambda: driver.chat.models)
    driver.ask("A question")
    faults = [f"{name}: {fault}" for name, window in EveryPage(driver).each() for fault in cut(window)]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("percent", [80, 200])
def test_nothing_is_cut_on_the_way_in(driver: WindowDriver, percent: int) -> None:
    driver.make_profile(use_keyring=False, passphrase=PASSPHRASE)
    driver.early.change("appearance.text_scale_percent", percent)
    driver.start()
    flow, window = driver.app.flow, driver.app.window
    assert flow is not None
    assert window is not None
    for show in (lambda: None, flow.show_create, flow.show_restore):
        show()
        driver.qtbot.wait(50)
        assert cut(window) == []


def test_boxes_and_icons_grow_with_the_text(qtbot: QtBot, qapp: QApplication) -> None:
    sizes: dict[int, tuple[int, ...]] = {}
    for percent in (80, 100, 200):
        apply_theme(qapp, LIGHT, text_scale_percent=percent)
        box, radio, button = QCheckBox("Box"), QRadioButton("Radio"), QPushButton("Button")
        for one in (box, radio, button):
            qtbot.addWidget(one)
            one.ensurePolished()
        style = box.style()
        sizes[percent] = (
            style.pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, None, box),
            style.pixelMetric(QStyle.PixelMetric.PM_ExclusiveIndicatorWidth, None, radio),
            button.iconSize().width(),
        )
    apply_theme(qapp, LIGHT, text_scale_percent=100)
    assert all(small < usual < large for small, usual, large in zip(*sizes.values(), strict=True))


def test_nothing_moves_for_those_who_asked_for_calm(driver: WindowDriver) -> None:
    driver.make_profile()
    driver.early.change("appearance.reduced_motion", True)
    driver.start()
    driver.wait(lambda: driver.chat.models)
    assert theme().reduced_motion
    driver.ask("A question", wait=False)
    driver.workspace.toasts.show("Moved.", action=("Undo", lambda: None))
    for _name, window in EveryPage(driver).each():
        running = [
            one
            for one in window.findChildren(QAbstractAnimation, options=Qt.FindChildOption.FindChildrenRecursively)
            if one.state() == QAbstractAnimation.State.Running
        ]
        turning = [one for one in window.findChildren(Spinner) if one._timer.isActive()]
        assert (running, turning) == ([], [])
    driver.wait(lambda: not driver.chat.busy)
