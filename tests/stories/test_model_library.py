"""Models in the program's own window: one is fetched, tuned and used for a chat; one is made; one is deleted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QMessageBox
from pytestqt.qtbot import QtBot

from core.library.sources import Sources
from desktop.model_library.models_page import ModelsPage
from models.downloads import Patience
from tests.peers.models_desk import EAR_FILES, catalogue_text
from tests.peers.ollama_replies import answer
from tests.peers.ollama_server import OllamaPeer, PeerModel, PullPlan
from tests.peers.release_server import ReleaseServer, ServedFile
from tests.peers.window_driver import WindowDriver


@pytest.fixture
def peer() -> Iterator[OllamaPeer]:
    with OllamaPeer() as peer:
        yield peer


@pytest.fixture
def driver(tmp_path: Path, qtbot: QtBot, peer: OllamaPeer) -> Iterator[WindowDriver]:
    with ReleaseServer() as host:
        for name, body in EAR_FILES.items():
            host.files[f"/{name}"] = ServedFile(body)
        peer.pullable["tiny:1b"] = PeerModel("tiny:1b", size_bytes=1_000_000)
        peer.pull_plans["tiny:1b"] = PullPlan(pieces=10, pause_s=0.02)
        peer.script("tiny:1b", answer("I am small and new."))
        catalogue = tmp_path / "catalogue.toml"
        catalogue.write_text(catalogue_text(host), encoding="utf-8")
        sources = Sources(
            catalogue=catalogue,
            owners_ollama=peer.address,
            door_port=None,
            patience=Patience(tries_without_progress=3, first_pause_s=0.01, longest_pause_s=0.05),
            checks_room=False,
        )
        driver = WindowDriver(tmp_path / "hearth", qtbot, peer, sources=sources)
        driver.make_profile()
        driver.start()
        yield driver
        driver.end()


def page_of(driver: WindowDriver) -> ModelsPage:
    driver.workspace.pages.show_page("models")
    page = driver.workspace.pages.currentWidget()
    assert isinstance(page, ModelsPage)
    driver.wait(lambda: page._stock.use is not None and page.list.items())
    return page


def click(driver: WindowDriver, button: QAbstractButton) -> None:
    assert button.isVisible()
    assert button.isEnabled()
    driver.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def names(page: ModelsPage) -> list[str]:
    return [item.name for item in page.list.items() if item.installed is not None]


def test_a_model_is_fetched_tuned_and_answers_the_next_chat(driver: WindowDriver, peer: OllamaPeer) -> None:
    page = page_of(driver)
    page.open_model("ollama:tiny:1b")
    click(driver, page.detail.fetch)
    driver.wait(lambda: "Tiny 1B" in names(page))
    click(driver, page.detail.folds["parameters"].head)
    driver.qtbot.keyClicks(page.detail.parameters.form._lines["temperature"], "0.2")
    click(driver, page.detail.parameters.save)
    driver.wait(lambda: page.detail.parameters.state.startswith("Saved"))
    click(driver, page.detail.default)
    driver.wait(lambda: driver.assistant.settings.values.chat.default_model == "tiny:1b")
    driver.workspace.commands.run("chat.new")
    driver.wait(lambda: driver.workspace.pages.current_name == "chat")
    driver.wait(lambda: any(model.name == "tiny:1b" for model in driver.chat.models))
    driver.chat.picker.chosen.emit("tiny:1b")
    driver.ask("Who are you?")
    assert driver.texts()[-1] == "I am small and new."
    assert peer.chats()[0]["options"]["temperature"] == 0.2


def test_speech_files_come_by_one_button_and_go_by_two(driver: WindowDriver) -> None:
    page = page_of(driver)
    page.purpose._group.button(1).click()
    page.open_model("whisper:ear")
    click(driver, page.detail.fetch)
    driver.wait(lambda: names(page) == ["Ear"])
    folder = driver.paths.models
    assert list(folder.rglob("model.bin"))
    click(driver, page.detail.delete)
    driver.wait(lambda: page.findChildren(QMessageBox))
    (box,) = page.findChildren(QMessageBox)
    click(driver, next(one for one in box.buttons() if one.text() == "Delete"))
    driver.wait(lambda: names(page) == [])
    assert not list(folder.rglob("model.bin"))


def test_a_lock_in_the_middle_of_a_download_ends_quietly(driver: WindowDriver, peer: OllamaPeer) -> None:
    peer.pull_plans["tiny:1b"] = PullPlan(pieces=600, pause_s=0.05)  # its middle lasts as long as anybody needs
    page = page_of(driver)
    page.open_model("ollama:tiny:1b")
    click(driver, page.detail.fetch)
    driver.wait(lambda: page.detail.row.isVisible())
    driver.workspace.commands.run("profile.lock")
    driver.wait(lambda: driver.app.workspace is None)
