"""The language changes while the window is open, an answer comes in and other windows stand beside it."""

from __future__ import annotations

import re
import threading
import tomllib
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtGui import QFontDatabase, QTextLayout
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.exceptions import TimeoutError as NeverCame
from pytestqt.qtbot import QtBot

from core.errors import VaultLocked
from core.wording import install_translation
from desktop import translation
from desktop.theme.stylesheet import ui_font
from tests.peers.made_up_languages import write_language
from tests.peers.ollama_replies import held_answer
from tests.peers.ollama_server import OllamaPeer
from tests.peers.window_driver import WindowDriver

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("de", "ja")
SAME_EVERYWHERE = re.compile(
    r"Hearth|English|Deutsch|Español|https?://.*|hearth \w+|XXXX.*|[\w.-]+:[\w-]+"  # names, commands, addresses, models
    r"|.*\+.+|F\d+|Esc|Tab|.*\bhello\b.*|%|\d+ [kMG]?B|word.*",  # keys, which Qt itself translates, and what was said
    re.IGNORECASE | re.DOTALL,
)


@pytest.fixture
def peer() -> Iterator[OllamaPeer]:
    with OllamaPeer() as peer:
        yield peer


@pytest.fixture(scope="module")
def languages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("languages")
    for language in LANGUAGES:
        write_language(folder, language, lambda text, language=language: f"¤{language}¤{text}")
    (folder / "hearth_en.qm").write_bytes((translation.FOLDER / "hearth_en.qm").read_bytes())
    return folder


@pytest.fixture
def driver(
    tmp_path: Path, qtbot: QtBot, peer: OllamaPeer, languages: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[WindowDriver]:
    monkeypatch.setattr(translation, "FOLDER", languages)
    locale = QLocale()
    driver = WindowDriver(tmp_path / "hearth", qtbot, peer)
    yield driver
    if driver.app.translation is not None:
        driver.app.translation.choose("en")
    driver.end()
    install_translation(None)
    QLocale.setDefault(locale)


def change_to(driver: WindowDriver, language: str) -> None:
    before = driver.workspace
    driver.app.bridge.call(driver.assistant.settings.change("appearance.language", language))
    driver.wait(lambda: driver.app.workspace is not before)
    driver.wait(lambda: driver.chat.models)
    driver.qtbot.wait(50)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def said(widget: QWidget) -> Iterator[str]:
    """What one reads or hears of a widget."""
    yield from (widget.toolTip(), widget.accessibleName(), widget.windowTitle())
    if isinstance(widget, (QLabel, QAbstractButton)):
        yield widget.text()
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(row) for row in range(widget.count()))
    yield from (action.text() for action in widget.actions())


@cache
def owners_own() -> frozenset[str]:
    """Texts of built-in prompts and personas: once in the profile, they stay as they were written there."""
    entries = [
        entry
        for file in ROOT.glob("assets/p*s/*.toml")
        for part in tomllib.loads(file.read_text(encoding="utf-8")).values()
        if isinstance(part, list)
        for entry in part
    ]
    return frozenset(str(entry.get(name)) for entry in entries for name in ("title", "name", "description"))


def in_another_language(mark: str) -> list[str]:
    """What is not said in the language of `mark`."""
    texts = {text.strip() for widget in QApplication.allWidgets() for text in said(widget)} - owners_own()
    unmarked = (text for text in texts if re.search("[A-Za-z]{2}", text) and (not mark or mark not in text))
    return sorted(text for text in unmarked if ("¤" in text if not mark else not SAME_EVERYWHERE.fullmatch(text)))


def left_in_another_language(driver: WindowDriver, mark: str) -> list[str]:
    """The same once what is told late, such as what a server offers, has come and what is gone is deleted."""

    def nothing_is_left() -> bool:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return not in_another_language(mark)

    with suppress(NeverCame):
        driver.wait(nothing_is_left)
    return in_another_language(mark)


def test_everything_changes_its_language_while_an_answer_comes_in(driver: WindowDriver, peer: OllamaPeer) -> None:
    driver.make_profile()
    driver.start()
    driver.wait(lambda: driver.app.presence is not None)
    assert driver.app.presence is not None
    quick = driver.app.presence.quick_chat()
    driver.wait(lambda: driver.chat.models)
    gate = threading.Event()
    peer.script("llama3.2:3b", held_answer("word " * 100, "word " * 100 + "end", gate))
    driver.ask("hello", wait=False)
    driver.wait(lambda: len(driver.texts()) == 2 and "word" in driver.texts()[1])
    driver.chat.composer.set_text("and then hello")
    driver.workspace.show_settings("hotkeys")
    for language in (*LANGUAGES, "en"):
        change_to(driver, language)
        for page in ("models", "personas", "prompts", "chat"):
            driver.workspace.pages.show_page(page)
        mark = "" if language == "en" else f"¤{language}¤"
        with suppress(NeverCame):  # windows that stay follow one after the other
            driver.wait(lambda mark=mark: not left_in_another_language(driver, mark))
        left = left_in_another_language(driver, mark)
        assert not left, "\n".join(left)
        expected = "This profile is locked." if language == "en" else f"¤{language}¤This profile is locked."
        assert VaultLocked().owner_sentence == expected
        assert driver.chat.composer.text() == "and then hello"
        assert driver.workspace.place().settings_page == "hotkeys"
        assert driver.app.presence.quick is quick
    assert driver.chat.busy
    gate.set()
    driver.wait(lambda: driver.texts() and driver.texts()[-1].endswith("end"))
    assert driver.texts()[0] == "hello"


def test_nothing_is_left_of_windows_in_other_languages(driver: WindowDriver) -> None:
    driver.make_profile()
    driver.start()
    driver.wait(lambda: driver.chat.models)
    driver.wait(lambda: driver.app.presence is not None)
    assert driver.app.presence is not None
    driver.app.presence.quick_chat()
    counts = []
    for _ in range(3):
        for language in (*LANGUAGES, "en"):
            change_to(driver, language)
        driver.qtbot.wait(700)  # what a new window makes a moment after its first paint
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        counts.append((len(QApplication.topLevelWidgets()), len(QApplication.allWidgets())))
    assert counts[1] == counts[2]


def test_times_and_numbers_are_written_as_in_the_chosen_language(driver: WindowDriver) -> None:
    driver.make_profile()
    driver.start()
    change_to(driver, "de")
    assert QLocale().toString(1234.5, "f", 1) == "1.234,5"
    change_to(driver, "en")
    assert QLocale().toString(1234.5, "f", 1) == "1,234.5"


def test_japanese_is_written_in_letters_where_a_font_has_them(qapp: QApplication) -> None:
    japanese = QFontDatabase.WritingSystem.Japanese
    if not QFontDatabase.families(japanese):
        pytest.skip("no font on this computer has Japanese letters")
    spoken = translation.Translation(qapp)
    spoken.choose("ja")
    try:
        layout = QTextLayout("設定 ひらがな カタカナ", ui_font())
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        assert all(0 not in run.glyphIndexes() for run in layout.glyphRuns())
    finally:
        spoken.choose("en")
