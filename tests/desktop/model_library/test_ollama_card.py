"""Hearth's own Ollama from its card: a real process from a real archive, installed, used, ended, updated, removed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.model_library.ollama_card import OllamaCard
from desktop.theme.design_tokens import LIGHT
from desktop.theme.stylesheet import apply_theme
from models.ollama_release import archive_names
from tests.peers.models_desk import ModelsDesk
from tests.peers.ollama_server import OllamaPeer
from tests.peers.release_server import ReleaseServer, little_program, packed, tar_of


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModelsDesk]:
    apply_theme(qapp, LIGHT, text_scale_percent=100, reduced_motion=True)
    monkeypatch.setenv("PATH", "/nowhere")  # whatever Ollama this computer has
    with OllamaPeer() as peer, ReleaseServer() as host:
        name = archive_names()[0]
        program = little_program()
        program["lib/ollama/libggml-large.so"] = (os.urandom(1_000_000), 0o755)  # does not get smaller by packing
        host.add_asset(name, packed(tar_of(program, {}), name))
        peer.stop()
        desk = ModelsDesk(tmp_path, qtbot, peer, host)
        yield desk
        desk.end()
        assert desk.reported == []


def installed(desk: ModelsDesk) -> OllamaCard:
    card = desk.page.ollama
    desk.click(card.install)
    desk.wait(lambda: card.words.startswith("Running"))
    return card


def test_nothing_is_asked_before_the_button_that_names_the_host(desk: ModelsDesk) -> None:
    card = desk.page.ollama
    assert card.words.startswith("Not installed. Ollama is a free program")
    assert card.install.property("kind") == "primary"
    assert "127.0.0.1" in card._fine_print.text()
    assert desk.host.requests == []
    assert not any(button.isVisible() for button in (card.start, card.stop, card.log, card.remove))


def test_it_is_installed_used_ended_and_started(desk: ModelsDesk) -> None:
    card = installed(desk)
    assert desk.assistant.settings.values.model_server.private_ollama
    assert desk.assistant.library.ollama.address in card.words
    desk.wait(lambda: not desk.page.away.isVisible())
    desk.click(card.stop)
    desk.wait(lambda: card.start.isVisible())
    assert "It is not running" in card.words
    desk.wait(lambda: desk.page.away.isVisible())
    desk.click(card.start)
    desk.wait(lambda: card.words.startswith("Running"))


def test_its_log_is_read_copied_and_read_again(desk: ModelsDesk) -> None:
    card = installed(desk)
    desk.click(card.log)
    viewer = desk.page.deeds.log_viewer
    assert viewer is not None
    desk.wait(lambda: viewer.area.toPlainText())
    assert viewer.area.isReadOnly()
    before = viewer.area.toPlainText()
    assert before in desk.assistant.library.ollama.log()
    viewer.area.clear()
    desk.click(viewer.refresh)
    desk.wait(lambda: viewer.area.toPlainText().startswith(before))
    desk.click(viewer.copy)
    assert QApplication.clipboard().text() == viewer.area.toPlainText()


def test_a_newer_version_is_offered_with_its_size_and_installed(desk: ModelsDesk) -> None:
    card = installed(desk)
    desk.click(card.update_button)
    desk.wait(lambda: any("is the newest" in text for text in desk.toasts.texts()))
    desk.host.version = "9.9.9"
    desk.click(card.update_button)
    desk.wait(lambda: card.update_button.text().startswith("Update to 9.9.9 (1.0 MB)"))
    asked = len(desk.host.requests)
    desk.click(card.update_button)
    desk.wait(lambda: len(desk.host.requests) > asked)
    desk.wait(lambda: not card.update_button.text().startswith("Update") or card.words.startswith("Running"))
    desk.wait(lambda: card.stop.isVisible() and card.stop.isEnabled())


def test_it_is_removed_after_a_question(desk: ModelsDesk) -> None:
    card = installed(desk)
    desk.click(card.remove)
    assert "models stay" in desk.answer("Remove")
    desk.wait(lambda: card.install.isVisible())
    assert desk.assistant.library.ollama.state == "absent"
    assert not desk.assistant.settings.values.model_server.private_ollama


def test_a_program_that_is_not_genuine_is_told_and_not_installed(desk: ModelsDesk) -> None:
    next(file for path, file in desk.host.files.items() if path.startswith("/download/")).declared = "0" * 64
    desk.click(desk.page.ollama.install)
    desk.wait(lambda: any("is not what it should be" in row.words for row in desk.page.transfers.rows.values()))
    assert desk.assistant.library.ollama.state == "absent"
    assert desk.page.ollama.install.isEnabled()


def test_a_host_that_is_away_is_told_on_the_card(desk: ModelsDesk) -> None:
    desk.host.stop()
    desk.click(desk.page.ollama.install)
    desk.wait(lambda: "could not be reached" in desk.page.ollama.trouble.words)


def test_the_ways_out_are_only_told_of(desk: ModelsDesk) -> None:
    with desk.qtbot.waitSignal(desk.page.guide_wanted):
        desk.click(desk.page.ollama.guide)
    with desk.qtbot.waitSignal(desk.page.servers_wanted):
        desk.click(desk.page.ollama.servers)
