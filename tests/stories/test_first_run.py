"""From nothing to a first streamed answer: no Ollama, no model, no knowledge, by the highlighted buttons alone."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from core.library.sources import Sources
from desktop.onboarding.guide import GuidePage
from models.downloads import Patience
from models.ollama_release import ReleasePlace, archive_names
from models.private_ollama import Endurance
from tests.peers.ollama_replies import answer
from tests.peers.ollama_server import OllamaPeer
from tests.peers.release_server import ReleaseServer, little_program, packed, tar_of
from tests.peers.window_driver import WindowDriver

NOBODY = "http://127.0.0.1:9"
CATALOGUE = """
[[model]]
ollama_name = "tiny:1b"
name = "Tiny 1B"
purpose = "language"
summary = "Very small and quick."
languages = ["*"]
size_bytes = 400_000
memory_bytes = 1_000_000
parameters = "1B"
licence = "Apache-2.0"
licence_url = "https://example.org/licence"
source = "https://example.org/tiny"
quality = 10
"""


@pytest.fixture
def host() -> Iterator[ReleaseServer]:
    with ReleaseServer() as host:
        name = archive_names()[0]
        program = little_program(plan={"answer": "Hello, I am your first answer."})
        program["lib/ollama/libggml-large.so"] = (os.urandom(2_000_000), 0o755)  # does not get smaller by packing
        host.add_asset(name, packed(tar_of(program, {}), name))
        yield host


@pytest.fixture
def sources(tmp_path: Path, host: ReleaseServer) -> Sources:
    catalogue = tmp_path / "catalogue.toml"
    catalogue.write_text(CATALOGUE, encoding="utf-8")
    return Sources(
        release=ReleasePlace(host.latest_url, ("127.0.0.1",)),
        catalogue=catalogue,
        owners_ollama=NOBODY,
        door_port=None,
        patience=Patience(tries_without_progress=3, first_pause_s=0.01, longest_pause_s=0.05),
        endurance=Endurance(ready_s=60, patience_s=2, most_failures=2, longest_pause_s=0.1),
        checks_room=False,
    )


@pytest.fixture
def driver(tmp_path: Path, qtbot: QtBot, sources: Sources, monkeypatch: pytest.MonkeyPatch) -> Iterator[WindowDriver]:
    monkeypatch.setenv("PATH", "/nowhere")  # whatever Ollama this computer has
    driver = WindowDriver(tmp_path / "hearth", qtbot, sources=sources)
    yield driver
    driver.end()


def highlighted(page: QWidget) -> QPushButton | None:
    """The one button that the page highlights; more than one is a fault of the page."""
    found = [
        button
        for button in page.findChildren(QPushButton)
        if button.property("kind") == "primary" and button.isVisible() and button.isEnabled()
    ]
    assert len(found) <= 1, [button.text() for button in found]
    return found[0] if found else None


def press(driver: WindowDriver, page: QWidget) -> str:
    """Wait for a highlighted button and press it, as Enter does; returns what it said."""
    driver.wait(lambda: highlighted(page) is not None)
    button = highlighted(page)
    assert button is not None
    text = button.text()
    driver.qtbot.keyClick(button, Qt.Key.Key_Return) if button.autoDefault() else button.click()
    return text


def guide_of(driver: WindowDriver) -> GuidePage:
    driver.wait(lambda: driver.workspace.pages.current_name == "guide")
    page = driver.workspace.pages.currentWidget()
    assert isinstance(page, GuidePage)
    return page


def test_from_nothing_to_an_answer_by_highlighted_buttons_alone(driver: WindowDriver, host: ReleaseServer) -> None:
    driver.start()
    flow = driver.app.flow
    assert flow is not None
    driver.wait(lambda: flow.create_page.by_keyring.isChecked())
    said = [press(driver, flow.create_page)]
    driver.wait(lambda: flow.currentWidget() is flow.recovery)
    said.append(press(driver, flow.recovery))
    driver.wait(lambda: driver.app.workspace is not None)
    guide = guide_of(driver)
    driver.wait(lambda: guide.step.primary is not None)
    assert not host.requests, "nobody is asked before the owner consents"
    said.append(press(driver, guide))
    driver.wait(lambda: guide.cards)
    assert guide.cards[0].radio.isChecked()
    said.append(press(driver, guide))
    driver.wait(lambda: guide.step.title == "Everything is ready")
    said.append(press(driver, guide))
    driver.wait(lambda: driver.workspace.pages.current_name == "chat")
    driver.wait(lambda: driver.chat.models)
    driver.qtbot.keyClicks(driver.chat.composer.editor(), "Hello")
    driver.qtbot.keyClick(driver.chat.composer.editor(), Qt.Key.Key_Return)
    driver.wait(lambda: len(driver.texts()) == 2 and "first answer" in driver.texts()[1])
    assert said[0] == "Create profile"
    assert said[1] == "I have kept it"
    assert said[2].startswith("Download Ollama")
    assert said[3].startswith("Download Tiny 1B")
    assert said[4] == "Start chatting"


def test_whoever_has_a_model_is_in_a_chat_at_once(tmp_path: Path, qtbot: QtBot) -> None:
    with OllamaPeer() as peer:
        peer.script("llama3.2:3b", answer("Hello."))
        driver = WindowDriver(tmp_path / "hearth", qtbot, peer, sources=Sources(owners_ollama=peer.address))
        try:
            driver.make_profile(newcomer=True)
            driver.start()
            driver.wait(lambda: driver.assistant.settings.values.guide.finished)
            driver.wait(lambda: driver.workspace.pages.current_name == "chat")
        finally:
            driver.end()


def test_the_guide_can_be_skipped_and_found_again(driver: WindowDriver) -> None:
    driver.make_profile(newcomer=True)
    driver.start()
    guide = guide_of(driver)
    driver.wait(lambda: guide.step.primary is not None)
    links = {button.text(): button for button in guide.findChildren(QPushButton) if button.isVisible()}
    links["Go on without a model"].click()
    assert driver.workspace.pages.current_name == "chat"
    driver.wait(lambda: driver.assistant.settings.values.guide.finished)
    driver.workspace.commands.run("go.guide")
    assert driver.workspace.pages.current_name == "guide"


def test_an_installed_ollama_is_started_by_one_button(
    driver: WindowDriver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, (content, mode) in little_program(plan={}).items():
        place = tmp_path / "usr" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
        place.chmod(mode)
    monkeypatch.setenv("PATH", str(tmp_path / "usr" / "bin"))
    driver.make_profile(newcomer=True)
    driver.start()
    guide = guide_of(driver)
    assert press(driver, guide) == "Start Ollama"
    driver.wait(lambda: guide.cards)
    assert driver.assistant.library.ollama.address


def test_a_download_of_the_program_can_be_cancelled_and_begun_again(driver: WindowDriver, host: ReleaseServer) -> None:
    file = next(iter(host.files.values()))
    file.pause_s = 0.05
    driver.make_profile(newcomer=True)
    driver.start()
    guide = guide_of(driver)
    press(driver, guide)
    driver.wait(lambda: guide.row.isVisible() and guide.row.cancel.isVisible())
    guide.row.cancel.click()
    driver.wait(lambda: guide.step.primary is not None and guide.step.primary.text().startswith("Download Ollama"))
    file.pause_s = 0.0
    press(driver, guide)
    driver.wait(lambda: guide.cards)


def test_a_wrong_checksum_is_told_and_nothing_is_installed(driver: WindowDriver, host: ReleaseServer) -> None:
    next(iter(host.files.values())).declared = "0" * 64
    driver.make_profile(newcomer=True)
    driver.start()
    guide = guide_of(driver)
    press(driver, guide)
    driver.wait(lambda: guide.row.isVisible() and guide.row.dismiss.isVisible())
    assert driver.assistant.library.ollama.state == "absent"
    assert guide.row.resume.text() == "Try again"
