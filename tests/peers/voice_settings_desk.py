"""The settings of the voice in a window of their own: a real assistant, real engines, sound devices of a test."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.assistant import Assistant
from core.voice.sound_devices import Sounding
from desktop.bridge import Bridge
from desktop.settings.settings_form import SettingRow
from desktop.settings.settings_window import SettingsWindow
from desktop.settings.voice_page import VoicePage
from desktop.widgets.toast import Toasts
from models.library import ModelFiles
from tests.peers.patience import PATIENCE_MS, PATIENCE_S
from tests.peers.profile_at_hand import ProfileAtHand
from tests.peers.scripted_sound import ScriptedDevices
from tests.peers.speaking_stage import UNIT_VOICE, install_voice
from tests.peers.voice_stage import install_whisper

STEP_MS = 5
T = TypeVar("T")


class VoiceSettingsDesk:
    """Everything that the page needs, for real. End it with `end`. `sound`: None for the devices of this computer."""

    def __init__(
        self,
        home: Path,
        qtbot: QtBot,
        *,
        sound: Sounding | None = None,
        whisper: bool = True,
        piper: bool = True,
        shown: bool = True,
    ) -> None:
        self.qtbot = qtbot
        self.bridge = Bridge()
        self.reported: list[BaseException] = []
        self.purposes: list[str] = []
        self.guided: list[bool] = []
        at_hand = ProfileAtHand(home / "hearth")
        self.files = ModelFiles(at_hand.paths.models)
        if whisper:
            install_whisper(self.files)
        if piper:
            install_voice(self.files, "piper:en-unit", UNIT_VOICE)
        self._opening = at_hand.assistant(sound=sound)
        self.assistant: Assistant = self.wait_for(self._opening.__aenter__())
        self.host = QWidget()
        self.window = SettingsWindow(
            self.bridge, self.assistant, toasts=Toasts(self.host), report=self.reported.append, parent=self.host
        )
        self.window.models_wanted.connect(self.purposes.append)
        self.window.guide_wanted.connect(lambda: self.guided.append(True))
        self._is_over = False
        if shown:
            self.show()

    def show(self) -> None:
        """Open the window at the page, and wait until it knows what there is."""
        self.window.show_page("voice")
        self.qtbot.waitActive(self.window)
        self.wait(lambda: self.page._room.sound is not None and self.page._room.engines is not None)

    @property
    def page(self) -> VoicePage:
        """The page of the voice."""
        page = self.window.findChild(VoicePage)
        assert page is not None
        return page

    def row(self, name: str) -> SettingRow:
        """The row of a setting of the voice."""
        return self.window.forms["voice"].rows[f"voice.{name}"]

    def value(self, name: str) -> Any:
        """A setting of the voice as it is in force."""
        return self.assistant.settings.value(f"voice.{name}")

    def set(self, name: str, value: object) -> None:
        """Somebody changes a setting elsewhere."""
        self.wait_for(self.assistant.settings.change(f"voice.{name}", value))

    def wait(self, condition: Callable[[], object], *, devices: ScriptedDevices | None = None) -> None:
        """Let the program run until `condition` holds; the loudspeakers of `devices` play meanwhile."""

        def holds() -> bool:
            if devices is not None and devices.loudspeakers:
                self.wait_for(_played(devices))
            return bool(condition())

        self.qtbot.waitUntil(holds, timeout=PATIENCE_MS)

    def wait_for(self, work: Coroutine[Any, Any, T]) -> T:
        """What `work` returns."""
        return self.bridge.run_to_end(work, timeout_s=PATIENCE_S)

    def say(self, devices: ScriptedDevices, sound: Any) -> None:
        """Into the microphone that is open."""

        async def said() -> None:
            devices.microphone.say(sound)

        self.wait_for(said())

    @property
    def microphone_open(self) -> bool:
        """Whether the core has it open."""
        return self.assistant.voice.microphone_open

    def end(self) -> None:
        """Close everything."""
        if self._is_over:
            return
        self._is_over = True
        self.window.close()
        self.host.close()
        self.qtbot.wait(STEP_MS)
        self.wait_for(self._opening.__aexit__(None, None, None))
        self.bridge.stop()
        self.host.deleteLater()


async def _played(devices: ScriptedDevices) -> None:
    devices.loudspeaker.run_for(0.05)
