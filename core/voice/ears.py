"""`Ears`: which speech model hears, on which device, and that it is loaded when it is needed and gone when it is not.

It stands in front of the child process as a `Recogniser` that mends itself: a dead child is started anew, a graphics
card that gives up is replaced by the processor, and what cannot be mended comes as an error of `voice_trouble`.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator, Callable, Coroutine, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from core.errors import HearthError, VaultLocked
from core.events import Announcer, VoiceTrouble
from core.logs import Public
from core.settings.sections import VoiceSettings
from core.voice.voice_trouble import (
    GraphicsCardGaveUp,
    NoSpeechModel,
    RecogniserDied,
    SpeechModelUnfit,
    SpeechNotTranslated,
)
from models import engine_errors
from models.engine_errors import EngineDied, EngineError, SpeechEngineFailed
from models.freed_memory import give_freed_memory_back
from models.library import InstalledFiles, ModelFiles
from models.speech.engines import Heard, Hearing, Samples
from models.speech.verdict_file import ProbeVerdict, VerdictFile, verdict_key

if TYPE_CHECKING:
    from models.hardware import Hardware
    from models.speech.silero import SileroDetector
    from models.speech.whisper_messages import Priority
    from models.speech.whisper_process import WhisperProcess

T = TypeVar("T")

_log = logging.getLogger("hearth.voice")

QUICK_ENOUGH_S = 0.7
"""A model that needs longer for 3 s of sound is not chosen by itself: the text should be there before its owner looks
for it. A decision, not a measurement; the time itself is measured by `models.speech.whisper_probe`."""

_PROBE_AFTER_S = 5.0
"""Trying devices takes every core: not while somebody talks."""

_KIND = "whisper:"


@dataclass(frozen=True, slots=True)
class SpeechChoice:
    """What hears, and where. `verdict` is None until it was tried on this machine."""

    model: InstalledFiles
    device: str
    compute_type: str
    threads: int
    verdict: ProbeVerdict | None


class Ears:
    """Made once by the voice. `settings` and `keep_alive_s` are asked at each use. Belongs to one loop."""

    def __init__(
        self,
        files: ModelFiles,
        verdicts: Path,
        *,
        settings: Callable[[], VoiceSettings],
        keep_alive_s: Callable[[], float],
        announcer: Announcer,
        probe_after_s: float = _PROBE_AFTER_S,
    ) -> None:
        self._files = files
        self._verdicts = VerdictFile(verdicts)
        self._settings = settings
        self._keep_alive_s = keep_alive_s
        self._announcer = announcer
        self._probe_after_s = probe_after_s
        self._main = Ear(self, self._choose)
        self._small = Ear(self, self._choose_smallest)
        self._hardware: Hardware | None = None
        self._resting: asyncio.Task[None] | None = None
        self._users: set[object] = set()
        self._gave_up: set[str] = set()
        self._known_verdicts: dict[tuple[str, datetime], ProbeVerdict | None] = {}
        self._is_closed = False

    # ---- what hears ----------------------------------------------------------------------------------------------

    @property
    def recogniser(self) -> Ear:
        """For what the owner says: the chosen model."""
        return self._main

    @property
    def phrase_recogniser(self) -> Ear:
        """For wake phrases and for what is said over an answer: the smallest model that is installed."""
        return self._small

    async def detector(self) -> SileroDetector:
        """A voice detector of the caller's own. Takes 130 ms the first time, off the loop. SpeechModelUnfit."""
        from models.speech.silero import SileroDetector

        try:
            return await asyncio.to_thread(SileroDetector)
        except engine_errors.SpeechModelUnfit as unfit:
            raise SpeechModelUnfit(unfit.detail, model="silero") from unfit

    async def choice(self) -> SpeechChoice:
        """What would hear now. NoSpeechModel."""
        return await asyncio.to_thread(self._choose)

    async def installed(self) -> list[InstalledFiles]:
        """All speech models that are there, the smallest first."""
        return await asyncio.to_thread(self._installed)

    async def survey(self) -> list[SpeechChoice]:
        """Each of them, where it would run, and how quick it is there as far as that was tried."""
        return await asyncio.to_thread(lambda: [self._placed(model) for model in self._installed()])

    async def measure(self) -> AsyncGenerator[SpeechChoice, None]:
        """Try all of them anew, the smallest first: seconds each, a minute for a large one. Closing this ends it."""
        self._gave_up.clear()
        for model in await self.installed():
            self.check_open()
            await self._tried(model)
            yield await asyncio.to_thread(self._placed, model)

    async def warm(self) -> None:
        """Load the chosen model. NoSpeechModel, SpeechModelUnfit, RecogniserDied."""
        await self._main.start()

    async def unload(self) -> None:
        """Give the memory of the models back; the next use loads them again."""
        await self._main.let_go()
        await self._small.let_go()

    async def aclose(self) -> None:
        """End everything; nothing is loaded any more. May be called twice."""
        self._is_closed = True
        if self._resting is not None:
            self._resting.cancel()
            await asyncio.wait([self._resting])
            self._resting = None
        await self.unload()

    # ---- which one -----------------------------------------------------------------------------------------------

    def _installed(self) -> list[InstalledFiles]:
        found = [model for model in self._files.installed() if model.model_id.startswith(_KIND)]
        return sorted(found, key=lambda model: model.size_bytes)

    def _choose(self) -> SpeechChoice:
        """The one of the settings; else the largest that is quick enough here, as far as that is known."""
        installed, settings = self._installed(), self._settings()
        if not installed:
            raise NoSpeechModel
        for model in installed:
            if model.model_id == settings.speech_model:
                return self._placed(model)
        placed = [self._placed(model) for model in installed]
        quick = [one for one in placed if one.verdict is not None and one.verdict.encode_s <= QUICK_ENOUGH_S]
        return quick[-1] if quick else placed[0]

    def _choose_smallest(self) -> SpeechChoice:
        installed = self._installed()
        if not installed:
            raise NoSpeechModel
        return self._placed(installed[0])

    def _placed(self, model: InstalledFiles) -> SpeechChoice:
        """Where it runs: as the settings say, else as was found out, else on the processor."""
        wanted = self._settings().speech_device
        verdict = self._verdict_of(model)
        if model.model_id in self._gave_up or wanted == "cpu":
            cpu = verdict.per_device.get("cpu") if verdict else None
            return SpeechChoice(model, "cpu", cpu.compute_type if cpu else "", cpu.threads if cpu else 0, verdict)
        if wanted == "cuda":
            return SpeechChoice(model, "cuda", "", 0, verdict)
        if verdict is None:
            return SpeechChoice(model, "cpu", "", 0, None)
        return SpeechChoice(model, verdict.device, verdict.compute_type, verdict.threads, verdict)

    def _verdict_of(self, model: InstalledFiles) -> ProbeVerdict | None:
        known = (model.model_id, model.installed_at)
        if known not in self._known_verdicts:
            with suppress(OSError):
                self._known_verdicts[known] = self._verdicts.get(verdict_key(model.folder, self._machine()))
        return self._known_verdicts.get(known)

    def _machine(self) -> Hardware:
        from models.hardware import look_at_hardware

        if self._hardware is None:
            self._hardware = look_at_hardware()
        return self._hardware

    def card_gave_up(self, model_id: str, error: EngineError) -> None:
        """The processor hears from now on; the owner is told once."""
        if model_id not in self._gave_up:
            self._gave_up.add(model_id)
            self._announcer.announce(VoiceTrouble(GraphicsCardGaveUp(error.detail)))

    # ---- while nobody talks --------------------------------------------------------------------------------------

    def check_open(self) -> None:
        """VaultLocked after the lock."""
        if self._is_closed:
            raise VaultLocked("nothing is heard after the lock")

    def needed_by(self, user: object) -> None:
        """Somebody talks, is being understood or answered: nothing is tried and unloaded meanwhile."""
        self._users.add(user)
        if self._resting is not None:
            self._resting.cancel()

    def done_with(self, user: object) -> None:
        """That is over; where nobody else needs them, the ears rest soon. Harmless where it had not begun."""
        if user not in self._users:
            return
        self._users.discard(user)
        if not self._users and not self._is_closed:
            if self._resting is not None:
                self._resting.cancel()
            self._resting = asyncio.create_task(self._rest(), name="ears at rest")

    @contextmanager
    def used(self) -> Iterator[None]:
        """Needed inside."""
        user = object()
        self.needed_by(user)
        try:
            yield
        finally:
            self.done_with(user)

    async def _rest(self) -> None:
        await asyncio.sleep(self._probe_after_s)
        await self._try_devices()
        await asyncio.to_thread(give_freed_memory_back)  # of voices and answers, too
        await asyncio.sleep(max(0.0, self._keep_alive_s() - self._probe_after_s))
        await self.unload()

    async def _try_devices(self) -> None:
        """Find out how quick each model is here, the smallest first; larger ones only while they may be of use."""
        for model in await self.installed():
            verdict = await asyncio.to_thread(self._verdict_of, model)
            if verdict is None:
                verdict = await self._tried(model)
            if verdict is not None and verdict.encode_s > QUICK_ENOUGH_S:
                return

    async def _tried(self, model: InstalledFiles) -> ProbeVerdict | None:
        """How quick it is here, found out now and kept; None where it could not be tried."""
        from models.speech.whisper_probe import probe

        devices = {"auto": ("cpu", "cuda"), "cpu": ("cpu",), "cuda": ("cuda",)}[self._settings().speech_device]
        hardware = await asyncio.to_thread(self._machine)
        try:
            verdict = await probe(model.folder, hardware=hardware, devices=devices)
            key = await asyncio.to_thread(verdict_key, model.folder, hardware)
        except (EngineError, OSError) as trouble:
            _log.warning("a speech model could not be tried: %s", Public(type(trouble).__name__))
            return None
        await asyncio.to_thread(self._verdicts.keep, key, verdict)
        self._known_verdicts[model.model_id, model.installed_at] = verdict
        return verdict


class Ear:
    """One model in its child process, as a `Recogniser`. Its errors are `HearthError`s."""

    def __init__(self, ears: Ears, choose: Callable[[], SpeechChoice]) -> None:
        self._ears = ears
        self._choose = choose
        self._process: WhisperProcess | None = None
        self._made_for: SpeechChoice | None = None
        self._changing = asyncio.Lock()

    @property
    def process(self) -> WhisperProcess | None:
        """The child that hears now; None while none is loaded."""
        return self._process

    @property
    def translates(self) -> bool:
        """Whether the loaded model can translate into English; false while none is loaded."""
        return self._process is not None and self._process.alive and self._process.facts.can_translate

    async def start(self) -> None:
        """Load the model, so that the first word need not wait for it."""
        with self._ears.used():
            await self._mended(lambda process: process.start())

    async def transcribe(self, samples: Samples, hearing: Hearing, *, priority: Priority = "final") -> Heard:
        """As `Recogniser`; a call whose child died is made once more. RecogniserDied, NoSpeechModel."""
        with self._ears.used():
            return await self._mended(lambda process: process.transcribe(samples, hearing, priority=priority))

    async def aclose(self) -> None:
        """As `Recogniser`: the same as `let_go`."""
        await self.let_go()

    async def let_go(self) -> None:
        """End the child; the next call starts another."""
        async with self._changing:
            await self._drop()

    async def _mended(self, work: Callable[[WhisperProcess], Coroutine[Any, Any, T]]) -> T:
        last: EngineError | None = None
        for _ in range(3):  # as it is; on the processor instead of the card; in a new child
            process, choice = await self._current()
            try:
                return await work(process)
            except SpeechEngineFailed as failed:
                last = failed
                _log.warning("recognition failed: %s", Public(type(failed).__name__))
                if failed.blames_card:
                    self._ears.card_gave_up(choice.model.model_id, failed)
                elif not isinstance(failed, EngineDied):
                    break
                async with self._changing:
                    if self._process is process:
                        await self._drop()
            except EngineError as unfit:
                raise _told(unfit, choice) from unfit
        raise RecogniserDied(last.detail if last else "") from last

    async def _current(self) -> tuple[WhisperProcess, SpeechChoice]:
        """The child for what the settings say now."""
        from models.speech.whisper_process import WhisperProcess

        self._ears.check_open()
        async with self._changing:
            choice = await asyncio.to_thread(self._choose)
            if self._process is None or not _same(choice, self._made_for):
                await self._drop()
                folder, device = choice.model.folder, choice.device
                self._process = WhisperProcess(
                    folder, device=device, compute_type=choice.compute_type, threads=choice.threads
                )
                self._made_for = choice
            return self._process, choice

    async def _drop(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            await process.aclose()


def _same(choice: SpeechChoice, made_for: SpeechChoice | None) -> bool:
    """Whether the loaded model will do. A verdict that came meanwhile is heeded when it is loaded the next time."""
    if made_for is None:
        return False
    return (choice.model.model_id, choice.model.installed_at, choice.device) == (
        made_for.model.model_id,
        made_for.model.installed_at,
        made_for.device,
    )


def _told(error: EngineError, choice: SpeechChoice) -> HearthError:
    """An engine's error as its owner is told."""
    if isinstance(error, engine_errors.SpeechModelUnfit):
        return SpeechModelUnfit(f"{error.file}: {error.detail}", model=choice.model.model_id)
    if isinstance(error, engine_errors.TranslationMissing):
        return SpeechNotTranslated(error.detail, model=choice.model.model_id)
    return RecogniserDied(error.detail)
