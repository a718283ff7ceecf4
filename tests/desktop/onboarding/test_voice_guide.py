"""From the first steps to talking: the microphone, a model and a voice by the highlighted buttons, in the window."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from core.library.sources import Sources
from core.voice.sound_trial import two_notes
from core.wording import install_translation
from desktop.model_library.models_page import ModelsPage
from desktop.onboarding.voice_guide import VoiceGuidePage
from desktop.settings.voice_page import VoicePage
from models.downloads import Patience
from tests.peers.patience import PATIENCE_S
from tests.peers.release_server import ReleaseServer, ServedFile
from tests.peers.speaking_stage import UNIT_VOICE
from tests.peers.virtual_sound import VirtualSound, missing_programs
from tests.peers.voice_stage import COMMANDS
from tests.peers.window_driver import PASSPHRASE, WindowDriver

pytestmark = pytest.mark.skipif(bool(missing_programs()), reason="needs PulseAudio")

ENTRY = """
[[model]]
model_id = {model_id}
name = {name}
purpose = {purpose}
summary = "For the test."
languages = ["en"]
memory_bytes = 1_000_000
parameters = "1M"
licence = "MIT"
licence_url = "https://example.org/licence"
source = "https://example.org/"
"""
FILE = """
[[model.files]]
path = {path}
url = {url}
size_bytes = {size_bytes}
"""


@pytest.fixture(scope="module")
def sound() -> Iterator[VirtualSound]:
    with VirtualSound() as sound:
        yield sound


@pytest.fixture
def host() -> Iterator[ReleaseServer]:
    with ReleaseServer() as host:
        yield host


@pytest.fixture
def driver(tmp_path: Path, qtbot: QtBot, host: ReleaseServer, sound: VirtualSound) -> Iterator[WindowDriver]:
    catalogue = tmp_path / "catalogue.toml"
    catalogue.write_text(
        "".join(
            entry(host, f"whisper:{name.lower()}", name, "speech", COMMANDS, (".json", ".bin"))
            for name in ("Tiny", "Base", "Small")
        )
        + entry(host, "piper:en-unit-medium", "Unit", "voice", UNIT_VOICE, (".onnx", ".json")),
        encoding="utf-8",
    )
    sources = Sources(
        catalogue=catalogue,
        door_port=None,
        patience=Patience(tries_without_progress=3, first_pause_s=0.01, longest_pause_s=0.05),
        checks_room=False,
    )
    locale = QLocale()
    driver = WindowDriver(tmp_path / "hearth", qtbot, sources=sources)
    driver.make_profile(passphrase=PASSPHRASE)
    driver.start()
    yield driver
    if driver.app.translation is not None:
        driver.app.translation.choose("en")
    driver.end()
    install_translation(None)
    QLocale.setDefault(locale)


def entry(host: ReleaseServer, model_id: str, name: str, purpose: str, folder: Path, endings: tuple[str, ...]) -> str:
    """A line of the catalogue, whose files the host really serves."""
    text = ENTRY.format(model_id=json.dumps(model_id), name=json.dumps(name), purpose=json.dumps(purpose))
    for path in sorted(one for one in folder.iterdir() if one.suffix in endings):
        body = path.read_bytes()
        host.files[f"/{purpose}/{path.name}"] = ServedFile(body)
        url = f"{host.address}/{purpose}/{path.name}"
        text += FILE.format(path=json.dumps(path.name), url=json.dumps(url), size_bytes=len(body))
    return text


def guide(driver: WindowDriver) -> VoiceGuidePage:
    page = driver.workspace.pages.show_page("voice_guide")
    assert isinstance(page, VoiceGuidePage)
    return page


def press(driver: WindowDriver, page: VoiceGuidePage, words: str) -> None:
    driver.wait(lambda: page.step.primary is not None and words in page.step.primary.text())
    assert page.step.primary is not None
    driver.qtbot.keyClick(page.step.primary, Qt.Key.Key_Return)


def link(page: VoiceGuidePage, words: str) -> QPushButton:
    return next(one for one in page.findChildren(QPushButton) if one.text() == words and one.isVisible())


def test_from_a_silent_computer_to_talking_by_highlighted_buttons(
    driver: WindowDriver, sound: VirtualSound, host: ReleaseServer
) -> None:
    page = guide(driver)
    driver.wait(lambda: page.step.title == "Does Hearth hear you?")
    driver.wait(lambda: driver.assistant.voice.microphone_open)
    spoken = sound.speak(two_notes().repeat(6))
    driver.wait(lambda: page.meter.lights() > 5)
    spoken.stop()
    assert not host.requests, "nobody is asked before the owner consents"
    press(driver, page, "Yes, go on")
    driver.wait(lambda: not driver.assistant.voice.microphone_open)
    press(driver, page, "Download ")
    press(driver, page, "Download Unit")
    driver.wait(lambda: page.step.title == "Ready to talk")
    press(driver, page, "Start chatting")
    assert driver.workspace.pages.current_name == "chat"
    voices = driver.app.bridge.run_to_end(driver.assistant.voice.voices.installed(), timeout_s=PATIENCE_S)
    assert [voice.voice_id for voice in voices] == ["piper:en-unit-medium"]


@pytest.mark.parametrize(("cores", "wanted"), [(1, "Tiny"), (4, "Base"), (16, "Small")])
def test_the_guide_offers_the_size_that_suits_the_hardware(
    driver: WindowDriver, monkeypatch: pytest.MonkeyPatch, cores: int, wanted: str
) -> None:
    monkeypatch.setattr("models.hardware._cores", lambda: (cores, cores))
    monkeypatch.setattr("models.hardware._cards", lambda *_: ())
    page = guide(driver)
    press(driver, page, "Yes, go on")
    driver.wait(lambda: page.step.primary is not None and f"Download {wanted} (" in page.step.primary.text())
    assert f"“{wanted}” suits it." in page.step._text.text()


def test_every_step_can_be_skipped_and_leaving_closes_the_microphone(driver: WindowDriver) -> None:
    page = guide(driver)
    driver.wait(lambda: page.is_listening and driver.assistant.voice.microphone_open)
    driver.workspace.show_chat()
    driver.wait(lambda: not driver.assistant.voice.microphone_open)
    page = guide(driver)
    press(driver, page, "Yes, go on")
    driver.wait(lambda: "understands speech" in page.step.title)
    link(page, "Go on without one").click()
    driver.wait(lambda: page.step.title.startswith("A voice for"))
    next(one for text in ("Use the system’s voice", "Go on without one") if (one := shown(page, text))).click()
    assert page.step.title == "Not quite ready"
    link(page, "Voice settings").click()
    driver.wait(lambda: driver.workspace._settings_window is not None)


def shown(page: VoiceGuidePage, text: str) -> QPushButton | None:
    return next((one for one in page.findChildren(QPushButton) if one.text() == text and one.isVisible()), None)


def test_without_a_microphone_the_guide_says_so_and_looks_again(driver: WindowDriver, sound: VirtualSound) -> None:
    sound.remove_microphone()
    page = guide(driver)
    driver.wait(lambda: page.step.primary is not None and page.step.primary.text() == "Look again")
    assert "microphone" in page.step.title
    sound.return_microphone()
    press(driver, page, "Look again")
    driver.wait(lambda: page.step.title == "Does Hearth hear you?")


def test_the_settings_lead_to_the_guide_and_to_models_and_voices(driver: WindowDriver) -> None:
    driver.workspace.show_settings("voice")
    window = driver.workspace._settings_window
    assert window is not None
    page = window.findChild(VoicePage)
    assert page is not None
    driver.wait(lambda: page.recognition.trouble.words)
    page.recognition.trouble.button.click()
    driver.wait(lambda: driver.workspace.pages.current_name == "models")
    models = driver.workspace.pages.currentWidget()
    assert isinstance(models, ModelsPage)
    assert models.purpose.value() == "speech"
    assert not window.isVisible()
    driver.workspace.show_settings("voice")
    next(one for one in page.findChildren(QPushButton) if one.text().startswith("Set it up")).click()
    driver.wait(lambda: driver.workspace.pages.current_name == "voice_guide")


def test_another_language_rebuilds_the_page_and_closes_the_microphone(driver: WindowDriver) -> None:
    driver.workspace.show_settings("voice")
    before = driver.workspace
    window = before._settings_window
    assert window is not None
    page = window.findChild(VoicePage)
    assert page is not None
    page.microphone_test.button.click()
    driver.wait(lambda: driver.assistant.voice.microphone_open)
    change = driver.assistant.settings.change("appearance.language", "de")
    driver.app.bridge.run_to_end(change, timeout_s=PATIENCE_S)
    driver.wait(lambda: driver.workspace is not before)
    driver.wait(lambda: not driver.assistant.voice.microphone_open)
    settings = driver.workspace._settings_window
    assert settings is not None
    driver.wait(lambda: settings.current_page == "voice" and settings.findChild(VoicePage) is not None)
