"""The keyboard alone reaches everything, is seen wherever it is, and is caught nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.chat.message_row import MessageRow
from desktop.voice.microphone_button import MicrophoneButton
from tests.peers.every_page import EveryPage, KeyboardCaught, described, in_sight, reached, stops, take_keyboard, wanted
from tests.peers.ollama_replies import answer
from tests.peers.ollama_server import OllamaPeer
from tests.peers.window_driver import PASSPHRASE, WindowDriver


@pytest.fixture
def driver(tmp_path: Path, qtbot: QtBot) -> Iterator[WindowDriver]:
    with OllamaPeer() as peer:
        peer.script("llama3.2:3b", answer("An **answer** with `code`.\n\n```python\nprint(1)\n```\n"))
        driver = WindowDriver(tmp_path / "hearth", qtbot, peer)
        yield driver
        driver.end()


def faults_of(window: QWidget) -> list[str]:
    """What the keyboard does not reach, or reaches out of sight."""
    hidden: list[str] = []
    try:
        found = stops(
            window, lambda stop: None if in_sight(stop) else hidden.append(f"out of sight: {described(stop)}")
        )
        missed = [f"not reached: {described(one)}" for one in wanted(window) if not reached(one, found)]
        back = stops(window, back=True)
    except KeyboardCaught as caught:
        return [str(caught)]
    lost = [f"not reached backwards: {described(one)}" for one in found if not (one in back or _in_a_row_of(back, one))]
    return hidden + missed + lost


def _in_a_row_of(found: list[QWidget], widget: QWidget) -> bool:
    """Whether `widget` belongs to a message in `found`: backwards one comes to the message first, then to its tools."""
    return any(isinstance(one, MessageRow) and one.isAncestorOf(widget) for one in found)


def said(faults: dict[str, list[str]]) -> str:
    return "\n".join(f"{page}: {fault}" for page, found in faults.items() for fault in found)


def test_tab_reaches_everything_on_every_page(driver: WindowDriver) -> None:
    driver.make_profile()
    driver.start()
    driver.wait(lambda: driver.chat.models)
    driver.wait(lambda: driver.chat.findChildren(MicrophoneButton))  # it comes some seconds later, as voice does
    driver.ask("A question")
    faults = {name: found for name, window in EveryPage(driver).each() if (found := faults_of(window))}
    assert not faults, said(faults)


def test_tab_reaches_everything_on_the_way_in(driver: WindowDriver) -> None:
    driver.make_profile(use_keyring=False, passphrase=PASSPHRASE)
    driver.start()
    flow, window = driver.app.flow, driver.app.window
    assert flow is not None
    assert window is not None
    faults: dict[str, list[str]] = {}
    for name, show in (
        ("unlock", lambda: None),
        ("create", flow.show_create),
        ("restore", flow.show_restore),
        ("recover", lambda: flow._show_recover(flow._current, False)),
    ):
        show()
        flow.create_page.by_passphrase.click()
        driver.qtbot.wait(50)
        take_keyboard(window)
        if found := faults_of(window):
            faults[name] = found
    assert not faults, said(faults)
