"""Which voice speaks: the persona's, the owner's choice for the language, another installed one, the system's.

A voice is loaded when it is first wanted and kept while there are few. One whose files are damaged is told once and
passed over; another speaks in its place.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from core.events import Announcer, VoiceTrouble
from core.logs import Public
from core.settings.sections import VoiceOfLanguage, VoiceSettings
from core.voice.voice_trouble import NoVoice, VoiceDamaged, VoiceGaveUp
from models.engine_errors import EngineError, VoiceUnfit
from models.library import InstalledFiles, ModelFiles
from models.speech.engines import Saying, Synthesiser
from models.speech.piper import PiperSynthesiser
from models.speech.piper_voice_files import PiperFacts, read_facts
from models.speech.system_voice import SystemVoice

_log = logging.getLogger("hearth.voice")

PREFIX: Final = "piper:"
SYSTEM: Final = "system"
MOST_LOADED: Final = 3
"""Voices kept in memory; a medium one takes about 100 MB."""
OFTEN_SPOKEN: Final = frozenset({"en", "de", "es", "ja", "fr", "it", "pt", "nl", "pl", "ru", "zh", "ko", "sv", "tr"})
"""Languages in which the system's voice speaks an answer of its own accord; more candidates make more mistakes."""
_QUALITIES: Final = ("medium", "high", "low", "x_low")
"""In this order where the owner chose none: “high” takes four times as long as “medium” for little gain."""


@dataclass(frozen=True, slots=True)
class InstalledVoice:
    """A Piper voice that is installed. `speakers` are names by number, () where it has one."""

    voice_id: str
    name: str
    languages: tuple[str, ...]
    speakers: tuple[str, ...]
    rate_hz: int
    size_bytes: int


@dataclass(frozen=True, slots=True)
class ChosenVoice:
    """A voice, ready to speak `language`. `voice_id` is a catalogue id or “system”."""

    synthesiser: Synthesiser
    voice_id: str
    language: str
    speaker: int | None = None


class VoiceChoice:
    """The voices of one assistant. All methods belong to its loop."""

    def __init__(
        self,
        files: ModelFiles,
        settings: Callable[[], VoiceSettings],
        *,
        announcer: Announcer | None = None,
        threads: int = 0,
        use_cuda: bool = False,
    ) -> None:
        self._files = files
        self._settings = settings
        self._announcer = announcer
        self._threads = threads
        self._use_cuda = use_cuda
        self._system = SystemVoice()
        self._installed: dict[str, tuple[InstalledFiles, PiperFacts]] = {}
        self._listed_at = -1
        self._loaded: dict[str, PiperSynthesiser] = {}  # the one used last stands last
        self._broken: dict[str, str] = {}  # voice and when it was installed: a new copy is tried again
        self._turn = asyncio.Lock()

    @property
    def settings(self) -> VoiceSettings:
        """The owner's settings as they are now."""
        return self._settings()

    async def installed(self) -> list[InstalledVoice]:
        """The Piper voices that are installed and whole, in order of ids."""
        async with self._turn:
            await self._look()
            return [_told(voice_id, facts) for voice_id, (_, facts) in sorted(self._installed.items())]

    async def languages(self, hint: str = "") -> tuple[str, ...]:
        """Languages an answer may be spoken in (ISO 639-1): of the installed voices, chosen ones, the system's."""
        async with self._turn:
            await self._look()
            found = {language for _, facts in self._installed.values() for language in facts.languages}
            if await self._system.available():
                chosen = {_short(entry.language) for entry in self._settings().voices}
                found |= set(self._system.languages) & (OFTEN_SPOKEN | chosen | {_short(hint)})
            return tuple(sorted(found))

    async def voice_for(self, language: str, persona_voice: str = "") -> Synthesiser:
        """As `choice_for`, the voice alone."""
        return (await self.choice_for(language, persona_voice)).synthesiser

    async def choice_for(self, language: str, persona_voice: str = "") -> ChosenVoice:
        """A loaded voice for this language. Where none fits, the system's; without that, any. NoVoice."""
        language = _short(language) or _short(self._settings().spoken_language) or "en"
        async with self._turn:
            await self._look()
            for voice_id, speaker in self._in_order(language, persona_voice):
                if voice_id == SYSTEM:
                    if await self._system.available() and language in self._system.languages:
                        return ChosenVoice(self._system.in_language(language), SYSTEM, language)
                elif (voice := await self._load(voice_id)) is not None:
                    return ChosenVoice(voice, voice_id, language, speaker)
            if await self._system.available():
                return ChosenVoice(self._system.in_language(language), SYSTEM, language)
        raise NoVoice

    async def exactly(self, voice_id: str, language: str, *, speaker: int | None = None) -> ChosenVoice:
        """This voice (“system” is one), to be listened to; where it is not there, the one that would speak."""
        async with self._turn:
            await self._look()
            if voice_id == SYSTEM and await self._system.available():
                return ChosenVoice(self._system.in_language(language), SYSTEM, language)
            if voice_id in self._installed and (voice := await self._load(voice_id)) is not None:
                spoken = self._installed[voice_id][1].languages
                return ChosenVoice(voice, voice_id, language if language in spoken else spoken[0], speaker)
        return await self.choice_for(language)

    async def system_languages(self) -> tuple[str, ...]:
        """What the system's own voice speaks (ISO 639-1); empty where there is none."""
        return self._system.languages if await self._system.available() else ()

    async def warm(self, language: str) -> None:
        """Load what an answer in this language will need. NoVoice."""
        choice = await self.choice_for(language)
        if choice.voice_id == SYSTEM:
            async for _ in choice.synthesiser.synthesise("a", Saying()):
                pass  # the program is in the system's cache now

    async def failed(self, choice: ChosenVoice, error: EngineError) -> None:
        """This voice failed while it spoke: it is told and passed over, until it is installed anew."""
        async with self._turn:
            await self._give_up(choice.voice_id, error)

    async def aclose(self) -> None:
        """Give all memory back; may be called twice."""
        async with self._turn:
            while self._loaded:
                await self._loaded.popitem()[1].aclose()

    # ---- small steps ------------------------------------------------------------------------------------------------

    async def _look(self) -> None:
        """List the installed voices again if the folder of models changed: models come and go by a rename."""
        try:
            changed_at = self._files.root.stat().st_mtime_ns
        except OSError:
            changed_at = 0
        if changed_at == self._listed_at:
            return
        self._installed = await asyncio.to_thread(self._list)
        self._listed_at = changed_at
        for gone in self._loaded.keys() - self._installed.keys():
            await self._loaded.pop(gone).aclose()

    def _list(self) -> dict[str, tuple[InstalledFiles, PiperFacts]]:
        found = {}
        for model in self._files.installed():
            if model.model_id.startswith(PREFIX):
                try:
                    found[model.model_id] = (model, read_facts(model.folder))
                except VoiceUnfit as unfit:
                    _log.warning("a voice is passed over: %s", Public(type(unfit).__name__))
        return found

    def _in_order(self, language: str, persona_voice: str) -> Iterator[tuple[str, int | None]]:
        """Voices to try, best first; the last ones speak another language, and only where the system has no voice."""
        chosen = [entry for entry in self._settings().voices if _short(entry.language) == language]
        if self._speaks(persona_voice, language):
            yield persona_voice, _speaker_of(persona_voice, self._settings().voices)
        for entry in chosen:
            if entry.voice == SYSTEM or entry.voice in self._installed:
                yield entry.voice, entry.speaker
        others = sorted(self._installed, key=_rank)
        yield from ((voice_id, None) for voice_id in others if self._speaks(voice_id, language))
        yield SYSTEM, None
        if not self._system.languages:
            yield from ((voice_id, None) for voice_id in others)

    def _speaks(self, voice_id: str, language: str) -> bool:
        known = self._installed.get(voice_id)
        return known is not None and language in known[1].languages

    async def _load(self, voice_id: str) -> PiperSynthesiser | None:
        """None where it cannot be used."""
        model, facts = self._installed[voice_id]
        if self._broken.get(voice_id) == str(model.installed_at):
            return None
        voice = self._loaded.pop(voice_id, None)
        try:
            if voice is None:
                voice = await asyncio.to_thread(
                    PiperSynthesiser, facts.model, threads=self._threads, use_cuda=self._use_cuda
                )
            self._loaded[voice_id] = voice
            if not voice.device:
                await voice.warm()
        except EngineError as error:
            await self._give_up(voice_id, error)
            return None
        while len(self._loaded) > MOST_LOADED:
            await self._loaded.pop(next(iter(self._loaded))).aclose()
        return voice

    async def _give_up(self, voice_id: str, error: EngineError) -> None:
        known = self._installed.get(voice_id)
        self._broken[voice_id] = "" if known is None else str(known[0].installed_at)
        if (voice := self._loaded.pop(voice_id, None)) is not None:
            await voice.aclose()
        _log.warning("the voice %s failed: %s", Public(voice_id), Public(type(error).__name__))
        if self._announcer is not None:
            kind = VoiceDamaged if isinstance(error, VoiceUnfit) else VoiceGaveUp
            self._announcer.announce(VoiceTrouble(kind(error.detail, voice=voice_id.removeprefix(PREFIX))))


def _short(language: str) -> str:
    return language.replace("_", "-").split("-")[0].lower()


def _rank(voice_id: str) -> tuple[int, str]:
    quality = voice_id.rsplit("-", 1)[-1]
    return _QUALITIES.index(quality) if quality in _QUALITIES else len(_QUALITIES), voice_id


def _speaker_of(voice_id: str, entries: tuple[VoiceOfLanguage, ...]) -> int | None:
    return next((entry.speaker for entry in entries if entry.voice == voice_id), None)


def _told(voice_id: str, facts: PiperFacts) -> InstalledVoice:
    return InstalledVoice(voice_id, facts.name, facts.languages, facts.speakers, facts.rate_hz, facts.size_bytes)
