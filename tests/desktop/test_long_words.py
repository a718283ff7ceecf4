"""Every page with words 40 % longer, as other languages have them: nothing is cut, nothing runs out of sight."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QPoint, Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollBar,
    QStyle,
    QStyleOptionButton,
    QWidget,
)
from pytestqt.exceptions import TimeoutError as NeverCame
from pytestqt.qtbot import QtBot

from core.wording import install_translation
from desktop import translation
from desktop.theme.theme_state import theme
from tests.peers.made_up_languages import write_language
from tests.peers.ollama_server import OllamaPeer
from tests.peers.window_driver import WindowDriver

SIZES = ((1120, 760), (720, 560))
SCALES = (100, 150)
PAGES = ("chat", "models", "personas", "prompts")
SETTINGS = (
    *("appearance", "desktop", "shortcuts", "hotkeys", "chat", "model_server"),
    *("privacy", "network", "keys", "activity"),
)


def lengthened(text: str) -> str:
    """40 % more, in words of five letters, before the mark at the end."""
    body = text.rstrip(" .…:!?\n”)")
    more = round(len(text) * 0.4)
    words = re.sub(r"(.{5})", r"\1 ", "o" * more).strip()
    return f"{body} {words}{text[len(body) :]}" if words else text


@pytest.fixture(scope="module")
def language(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("long")
    write_language(folder, "de", lengthened)
    return folder


@pytest.fixture
def peer() -> Iterator[OllamaPeer]:
    with OllamaPeer() as peer:
        yield peer


@pytest.fixture
def driver(
    tmp_path: Path, qtbot: QtBot, peer: OllamaPeer, language: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[WindowDriver]:
    monkeypatch.setattr(translation, "FOLDER", language)
    locale = QLocale()
    driver = WindowDriver(tmp_path / "hearth", qtbot, peer)
    driver.early.change("appearance.language", "de")
    yield driver
    scale(driver, 100)
    if driver.app.translation is not None:
        driver.app.translation.choose("en")
    driver.end()
    install_translation(None)
    QLocale.setDefault(locale)


def scale(driver: WindowDriver, percent: int) -> None:
    driver.early.change("appearance.text_scale_percent", percent)
    driver.app._apply_appearance()
    driver.qtbot.wait(120)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def unfit(window: QWidget) -> list[str]:
    """What in `window` is cut off, or lies beside it."""
    return [f"{place(widget)}: {trouble}" for widget in in_sight(window) if (trouble := trouble_of(widget, window))]


def in_sight(window: QWidget) -> list[QWidget]:
    return [widget for widget in window.findChildren(QWidget) if widget.isVisible() and widget.window() is window]


def trouble_of(widget: QWidget, window: QWidget) -> str:
    if isinstance(widget, QScrollBar):
        sideways = widget.orientation() == Qt.Orientation.Horizontal and widget.maximum() > 0
        return "a horizontal scroll bar" if sideways else ""
    if isinstance(widget, QLabel) and type(widget).sizeHint is QLabel.sizeHint:
        if not (widget.text() and widget.pixmap().isNull()):
            return ""
        room = widget.contentsRect()
        if widget.wordWrap():
            needed = widget.heightForWidth(widget.width())
            return f"{needed} px high, has {widget.height()}" if needed > widget.height() + 1 else ""
        if widget.textFormat() == Qt.TextFormat.RichText:
            return ""
        needed = max(widget.fontMetrics().horizontalAdvance(line) for line in widget.text().splitlines() or [""])
        return f"{needed} px wide, has {room.width()}" if needed > room.width() + 1 else ""
    if isinstance(widget, (QPushButton, QCheckBox, QRadioButton)) and widget.text():
        needed = words_of_button(widget)
        if needed > widget.width() + 1:
            return f"{needed} px wide, has {widget.width()}"
    if isinstance(widget, (QPushButton, QLabel)):
        right = widget.mapTo(window, QPoint(widget.width(), 0)).x()
        if right > window.width() + 1:
            return f"ends at {right}, the window at {window.width()}"
    return ""


def words_of_button(widget: QPushButton | QCheckBox | QRadioButton) -> int:
    """The width its words, picture and sign need, without the padding that may shrink."""
    words = max(widget.fontMetrics().horizontalAdvance(line.replace("&", "")) for line in widget.text().splitlines())
    picture = 0 if widget.icon().isNull() else widget.iconSize().width() + 4
    if isinstance(widget, QPushButton):
        return words + picture
    option = QStyleOptionButton()
    widget.initStyleOption(option)
    sign = QStyle.PixelMetric.PM_IndicatorWidth
    return words + picture + widget.style().pixelMetric(sign, option, widget) + 4


def place(widget: QWidget) -> str:
    names = []
    step: QWidget | None = widget
    while step is not None and len(names) < 4:
        names.append(type(step).__name__)
        step = step.parentWidget()
    text = getattr(widget, "text", None)
    return f"{' < '.join(names)} “{text() if callable(text) else ''}”"


def check(driver: WindowDriver, window: QWidget, name: str, found: list[str]) -> None:
    for percent in SCALES:
        scale(driver, percent)
        check_sizes(driver, window, f"{name}, {percent} %", found)


def check_sizes(driver: WindowDriver, window: QWidget, name: str, found: list[str]) -> None:
    for width, height in SIZES if theme().text_scale_percent == 100 else SIZES[:1]:  # large text has a large window
        window.resize(width, height)
        driver.qtbot.wait(60)
        with suppress(NeverCame):
            driver.wait(lambda: not unfit(window))  # a busy machine may still lay out what changed
        found += [f"{name}, at {width}×{height}: {one}" for one in unfit(window)]


def test_pages_of_the_profile_take_longer_words(driver: WindowDriver) -> None:
    driver.make_profile()
    driver.start()
    driver.wait(lambda: driver.chat.models)
    window = driver.app.window
    assert window is not None
    found: list[str] = []
    check(driver, window, "empty chat", found)
    driver.ask("hello")
    for percent in SCALES:
        scale(driver, percent)
        for page in PAGES:
            driver.workspace.pages.show_page(page)
            driver.qtbot.wait(200)
            check_sizes(driver, window, f"{page}, {percent} %", found)
    assert not found, "\n".join(found)


def test_settings_take_longer_words(driver: WindowDriver) -> None:
    driver.make_profile()
    driver.start()
    driver.wait(lambda: driver.chat.models)
    found: list[str] = []
    for percent in SCALES:
        scale(driver, percent)
        for page in SETTINGS:
            driver.workspace.show_settings(page)
            window = driver.workspace._settings_window
            assert window is not None
            driver.qtbot.wait(100)
            check_sizes(driver, window, f"{page}, {percent} %", found)
    assert not found, "\n".join(found)


def test_the_ways_in_take_longer_words(driver: WindowDriver) -> None:
    driver.make_profile("Personal", use_keyring=False, passphrase="correct horse battery")
    driver.start()
    window, flow = driver.app.window, driver.app.flow
    assert window is not None
    assert flow is not None
    found: list[str] = []
    check(driver, window, "unlock", found)
    flow.show_create()
    check(driver, window, "create", found)
    flow.show_restore()
    check(driver, window, "restore", found)
    assert not found, "\n".join(found)


def test_the_quick_chat_takes_longer_words(driver: WindowDriver) -> None:
    driver.make_profile()
    driver.start()
    driver.wait(lambda: driver.app.presence is not None)
    assert driver.app.presence is not None
    quick = driver.app.presence.quick_chat()
    quick.show_now()
    found: list[str] = []
    for percent in SCALES:
        scale(driver, percent)
        found += [f"quick chat, {percent} %: {one}" for one in unfit(quick)]
    quick.dismiss()
    QApplication.processEvents()
    assert not found, "\n".join(found)
