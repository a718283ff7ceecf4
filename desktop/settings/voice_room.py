"""What the page of the voice knows of the core, for all its cards: devices, models, voices, and the news of them.

Nothing of `core.voice` is imported before something here is asked, and then off both loops.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypeVar

from PySide6.QtCore import QLocale, QObject, Signal

from core.errors import Cancelled, HearthBug, HearthError, VaultLocked

if TYPE_CHECKING:
    from core.assistant import Assistant
    from core.events import Change
    from core.settings.sections import VoiceSettings
    from core.voice.command_words import Command
    from core.voice.ears import SpeechChoice
    from core.voice.sound_devices import SoundDevice
    from core.voice.voice import Voice
    from core.voice.voice_choice import InstalledVoice
    from core.voice.wake_phrases import PhraseRating
    from desktop.bridge import Bridge, Call
    from models.speech.verdict_file import ProbeVerdict

T = TypeVar("T")
Kind: TypeAlias = Literal["microphone", "loudspeaker"]
Told: TypeAlias = Callable[[HearthError], object]

WHISPER, PIPER = "whisper:", "piper:"


@dataclass(frozen=True, slots=True)
class DeviceItem:
    """A microphone or loudspeaker that is there."""

    name: str
    title: str
    is_usual: bool


@dataclass(frozen=True, slots=True)
class Sound:
    """The devices at one moment; `trouble` says why there is none of a kind."""

    devices: dict[Kind, tuple[DeviceItem, ...]] = field(default_factory=dict)
    trouble: dict[Kind, HearthError] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Engines:
    """What hears and what speaks. `automatic` is the model that is taken where the owner chose none."""

    models: tuple[SpeechChoice, ...] = ()
    chosen: str = ""
    voices: tuple[InstalledVoice, ...] = ()
    system_languages: tuple[str, ...] = ()


class VoiceRoom(QObject):
    """One for all cards of one window of settings. Signals come when something else is to be shown."""

    sound_changed = Signal()
    engines_changed = Signal()
    setting_changed = Signal(str)
    open_changed = Signal(bool)
    """Whether the microphone is open, whoever opened it."""

    def __init__(
        self,
        bridge: Bridge,
        assistant: Assistant,
        *,
        report: Callable[[BaseException], None],
        models_wanted: Callable[[str], object],
        guide_wanted: Callable[[], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._assistant = assistant
        self._report = report
        self.models_wanted = models_wanted
        self.guide_wanted = guide_wanted
        self.sound: Sound | None = None
        self.engines: Engines | None = None
        self.titles: dict[str, str] = {}
        unsubscribe = assistant.announcer.subscribe(bridge.listener(self._on_change, self))
        self.destroyed.connect(lambda: unsubscribe())

    # ---- settings -------------------------------------------------------------------------------------------------

    @property
    def settings(self) -> VoiceSettings:
        """As they are in force."""
        return self._assistant.settings.values.voice

    @property
    def language(self) -> str:
        """What the owner speaks (ISO 639-1): as set, else the language of the window."""
        return self.settings.spoken_language or window_language()

    def change(self, name: str, value: object, *, owner: QObject, told: Told) -> None:
        """Keep a setting of the voice."""
        self.ask(self._assistant.settings.change(f"voice.{name}", value), owner=owner, told=told)

    # ---- asking ---------------------------------------------------------------------------------------------------

    async def voice(self) -> Voice:
        """The core's voice. Its libraries are imported in a thread the first time. VaultLocked."""
        return await asyncio.to_thread(lambda: self._assistant.voice)

    def ask(
        self,
        work: Coroutine[Any, Any, T],
        *,
        owner: QObject,
        told: Told,
        done: Callable[[T], None] | None = None,
        ended: Callable[[], object] | None = None,
    ) -> Call:
        """Run `work`; what went wrong is `told`, in words, or reported where it is a fault of ours.

        `ended` is called however it ends.
        """

        def finished(result: T) -> None:
            if ended is not None:
                ended()
            if done is not None:
                done(result)

        return self._bridge.call(work, done=finished, failed=self._failed(told, ended), owner=owner)

    def follow(
        self,
        make: Callable[[], AsyncIterator[T]],
        *,
        owner: QObject,
        told: Told,
        batch: Callable[[list[T]], None],
        ended: Callable[[], None],
    ) -> Call:
        """Iterate on the core's loop; `ended` is called once, however it ends."""
        return self._bridge.stream(
            make, batch=batch, finished=ended, failed=self._failed(told, ended), owner=owner, every_ms=33
        )

    def _failed(self, told: Told, ended: Callable[[], object] | None) -> Callable[[BaseException], None]:
        def failed(error: BaseException) -> None:
            if ended is not None:
                ended()
            if isinstance(error, Cancelled | VaultLocked):
                return  # called off by the owner, or everything is put away
            if isinstance(error, HearthError) and not isinstance(error, HearthBug):
                told(error)
            else:
                self._report(error)

        return failed

    # ---- looking --------------------------------------------------------------------------------------------------

    def look(self) -> None:
        """Find out which devices and engines there are; the signals tell when that is known."""
        self.look_at_sound()
        self.look_at_engines()

    def look_at_sound(self, *, anew: bool = False) -> None:
        """Only the devices. `anew`: where nothing tells of changes, the system is asked from the beginning."""
        self.ask(self._sound_now(anew=anew), owner=self, told=self._report, done=self._take_sound)

    async def _sound_now(self, *, anew: bool) -> Sound:
        devices = (await self.voice()).devices
        if anew:
            await devices.refresh()
        devices.watch()
        found = await devices.all()
        kinds: tuple[Kind, ...] = ("microphone", "loudspeaker")
        sound = Sound({kind: tuple(_item(one) for one in found if one.kind == kind) for kind in kinds})
        for kind in kinds:
            if not sound.devices[kind]:
                try:
                    await devices.find("", kind)
                except HearthError as trouble:
                    sound.trouble[kind] = trouble
        return sound

    def _take_sound(self, sound: Sound) -> None:
        self.sound = sound
        for items in sound.devices.values():
            self.titles.update({item.name: item.title for item in items})
        self.sound_changed.emit()

    def look_at_engines(self) -> None:
        """Only what hears and speaks."""
        self.ask(self._engines_now(), owner=self, told=self._report, done=self._take_engines)

    async def _engines_now(self) -> Engines:
        voice = await self.voice()
        models = await voice.engines.survey()
        chosen = (await voice.engines.choice()).model.model_id if models else ""
        voices = await voice.voices.installed()
        return Engines(tuple(models), chosen, tuple(voices), await voice.voices.system_languages())

    def _take_engines(self, engines: Engines) -> None:
        self.engines = engines
        self.engines_changed.emit()

    # ---- questions of single cards ----------------------------------------------------------------------------------

    async def measured(self) -> AsyncIterator[SpeechChoice]:
        """Try every speech model on this computer; each as it is done."""
        async with aclosing((await self.voice()).engines.measure()) as choices:
            async for choice in choices:
                yield choice

    async def rated(self, phrases: Sequence[str], language: str) -> list[PhraseRating]:
        """How well wake phrases will do."""

        def rate() -> list[PhraseRating]:
            from core.voice.wake_phrases import rate_phrase

            return [rate_phrase(phrase, language) for phrase in phrases]

        return await asyncio.to_thread(rate)

    async def commands_said(self, language: str) -> dict[Command, tuple[str, ...]]:
        """What can be said to the voice; in English where there are no commands in `language`."""

        def read() -> dict[Command, tuple[str, ...]]:
            from core.voice.command_words import said_for

            return said_for(language) or said_for("en")

        return await asyncio.to_thread(read)

    # ---- news -----------------------------------------------------------------------------------------------------

    def _on_change(self, change: Change) -> None:
        from core.events import ModelsChanged, SettingChanged, SoundDevicesChanged, VoiceStateChanged

        match change:
            case SettingChanged(name) if name.startswith("voice."):
                self.setting_changed.emit(name.removeprefix("voice."))
                if name in ("voice.speech_model", "voice.speech_device") and self.engines is not None:
                    self.look_at_engines()
            case SoundDevicesChanged() if self.sound is not None:
                self.look_at_sound()
            case ModelsChanged() if self.engines is not None:
                self.look_at_engines()
            case VoiceStateChanged():
                self.open_changed.emit(change.microphone_open)


def _item(device: SoundDevice) -> DeviceItem:
    return DeviceItem(device.name, device.title, device.is_usual)


def window_language() -> str:
    """Of the window, as ISO 639-1; English where the system names none."""
    return "en" if QLocale().language() == QLocale.Language.C else QLocale().name()[:2]


def bare_name(model_id: str) -> str:
    """“base” of “whisper:base”, “en_US-joe-medium” of “piper:en_US-joe-medium”."""
    return model_id.removeprefix(WHISPER).removeprefix(PIPER)


def seconds_of(verdict: ProbeVerdict | None, device: str) -> float:
    """What three seconds of sound take on this device; 0 where that is not known."""
    if verdict is None:
        return 0.0
    result = verdict.per_device.get(device)
    return result.seconds if result is not None and result.ok else 0.0
