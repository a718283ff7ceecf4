"""The palette with 5,000 entries: from the key to the painted results, over words typed letter by letter."""

from __future__ import annotations

import random
import time
from statistics import median

from PySide6.QtCore import QCoreApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.bridge import Bridge
from desktop.main_window.palette import Palette
from desktop.main_window.palette_search import PaletteEntry, PaletteIndex, indexed
from desktop.theme.stylesheet import SystemTheme
from tests.bench.figure import Figure, percentile
from tests.bench.sample_text import SampleText

ENTRIES = 5000
QUERIES = 60
FRAME_MS = 16.0
SEED = 7


def measure() -> list[Figure]:
    """p95 of key to paint, the slowest key, the matching alone, and what opening takes."""
    application = QApplication.instance() or QApplication(["bench"])
    assert isinstance(application, QApplication)
    look = SystemTheme(application)
    look.choose("light", text_scale_percent=100, reduced_motion=True)
    text = SampleText()
    entries = _entries(text)
    bridge = Bridge()
    window = QWidget()
    window.resize(1180, 780)
    palette = Palette(bridge, sources={"all": lambda: entries}, parent=window)
    window.show()
    try:
        opening = _opening(palette)
        keys = _typed(palette, text)
    finally:
        bridge.stop()
        window.close()
        window.deleteLater()
        QCoreApplication.processEvents()
    return [
        Figure("palette, 5,000 entries: key to painted results, p95", percentile(keys, 0.95), "ms", target=FRAME_MS),
        Figure("  median", median(keys), "ms"),
        Figure("  slowest key", max(keys), "ms"),
        Figure("  matching alone, p95", percentile(_matching(entries, text), 0.95), "ms"),
        Figure("  opening with all 5,000 from a source that answers at once", opening, "ms"),
    ]


def _entries(text: SampleText) -> list[PaletteEntry]:
    """A few dozen commands and settings, and chats with titles as people and models write them, some with accents."""
    choose = random.Random(SEED)
    chats = [
        PaletteEntry("chat", _title(text, choose), entry_id=f"chat:{number}", run=lambda: None)
        for number in range(ENTRIES - 100)
    ]
    others = [
        PaletteEntry(
            "command" if number % 2 else "setting",
            _title(text, choose),
            subtitle="Settings",
            keywords=text.sentence(8),
            shortcut="Ctrl+J" if number % 3 else "",
        )
        for number in range(100)
    ]
    return [*others, *chats]


def _title(text: SampleText, choose: random.Random) -> str:
    title = text.sentence(5)
    return title.replace("a", "ä") if choose.random() < 0.2 else title


def _queries(text: SampleText) -> list[str]:
    choose = random.Random(SEED)
    queries = []
    for _ in range(QUERIES):
        words = [choose.choice(text.words)[: choose.randint(3, 7)] for _ in range(choose.randint(1, 2))]
        queries.append(" ".join(words))
    return queries


def _opening(palette: Palette) -> float:
    times = []
    for _ in range(5):
        started = time.perf_counter()
        palette.open()
        QCoreApplication.processEvents()
        times.append((time.perf_counter() - started) * 1000)
        palette.leave()
    return median(times)


def _typed(palette: Palette, text: SampleText) -> list[float]:
    palette.open()
    QCoreApplication.processEvents()
    times: list[float] = []
    for query in _queries(text):
        palette.field.clear()
        QCoreApplication.processEvents()
        for letter in query:
            started = time.perf_counter()
            QTest.keyClicks(palette.field, letter)
            QCoreApplication.processEvents()  # the paint is part of it
            times.append((time.perf_counter() - started) * 1000)
    palette.leave()
    return times


def _matching(entries: list[PaletteEntry], text: SampleText) -> list[float]:
    index = PaletteIndex()
    index.put("all", indexed(entries))
    times = []
    for query in _queries(text):
        for end in range(1, len(query) + 1):
            started = time.perf_counter()
            index.find(query[:end])
            times.append((time.perf_counter() - started) * 1000)
    return times
