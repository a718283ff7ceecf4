"""Wherever the keyboard is, one sees it: in each theme, on every page, in one colour."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.theme.design_tokens import THEMES, Tokens
from desktop.theme.stylesheet import apply_theme
from tests.peers.every_page import EveryPage, described, stops
from tests.peers.focus_ring import picture_around, ring_between
from tests.peers.ollama_replies import answer
from tests.peers.ollama_server import OllamaPeer
from tests.peers.window_driver import WindowDriver


@pytest.fixture
def driver(tmp_path: Path, qtbot: QtBot) -> Iterator[WindowDriver]:
    with OllamaPeer() as peer:
        peer.script("llama3.2:3b", answer("An **answer** with `code`.\n\n```python\nprint(1)\n```\n"))
        driver = WindowDriver(tmp_path / "hearth", qtbot, peer)
        yield driver
        driver.end()


def unseen(window: QWidget, known: set[str]) -> list[str]:
    """Stops of the keyboard that look the same without it. What is in `known` was looked at before."""
    pictures: list[tuple[QWidget, QImage]] = []
    found: list[str] = []

    def look_back() -> None:
        if pictures:
            before, with_focus = pictures.pop()
            if before.isVisible():
                without = picture_around(window, before)
                if without.size() == with_focus.size() and not ring_between(without, with_focus).is_seen(before):
                    found.append(described(before))

    def at_stop(widget: QWidget) -> None:
        look_back()
        if described(widget) not in known:
            known.add(described(widget))
            if isinstance(widget, QAbstractItemView):
                QTest.qWait(150)  # a row that becomes current may open what belongs to it beside the list
            pictures.append((widget, picture_around(window, widget)))

    stops(window, at_stop)
    look_back()
    return found


@pytest.mark.parametrize("tokens", THEMES, ids=lambda tokens: tokens.name)
def test_the_keyboard_is_seen_wherever_it_is(driver: WindowDriver, qapp: QApplication, tokens: Tokens) -> None:
    driver.make_profile()
    driver.early.change("appearance.theme", tokens.name)
    driver.start()
    driver.wait(lambda: driver.chat.models)
    driver.ask("A question")
    apply_theme(qapp, tokens)
    known: set[str] = set()
    faults = [f"{name}: {fault}" for name, window in EveryPage(driver).each() for fault in unseen(window, known)]
    assert not faults, "\n".join(faults)
    assert len(known) > 80
