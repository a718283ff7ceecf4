"""`HeardWords`: what was understood, looked at before the language model sees it: commands, wake phrases, mood."""

from __future__ import annotations

import asyncio
import locale
from dataclasses import replace
from typing import TYPE_CHECKING

from core.errors import HearthError
from core.events import MoodHeard, VoiceTrouble
from core.voice.not_speech import NO_SPEECH
from core.voice.session_parts import SessionParts
from core.voice.voice_trouble import SaidUntranslated
from models.speech.engines import RATE_HZ, Hearing, Samples

if TYPE_CHECKING:
    from core.voice.mood import Baseline
    from core.voice.recognition import Understood
    from core.voice.spoken_commands import CommandMatch, SpokenCommands
    from core.voice.wake_phrases import WakeMatch, WakePhrases

_ISO = 2
_MOST_TOKENS = 64
"""Of what is said over an answer or before a wake phrase only the beginning matters."""


class HeardWords:
    """Made with the session. Reads the settings at each use; what it loads, it loads off the loop and once."""

    def __init__(self, parts: SessionParts) -> None:
        self._parts = parts
        self._commands: SpokenCommands | None = None
        self._phrases: tuple[tuple[object, ...], WakePhrases] | None = None
        self._baseline: Baseline | None = None
        self._language = ""

    @property
    def language(self) -> str:
        """What the owner speaks: of the settings, else as understood last, else English."""
        return self._parts.settings.spoken_language or self._language or "en"

    async def warm(self) -> None:
        """Load the words of commands and phrases."""
        await self._spoken_commands()
        if self._parts.settings.wake:
            await self._wake_phrases()

    async def command(self, text: str, language: str, *, speaking: bool) -> CommandMatch | None:
        """The command that `text` is, if the owner wants commands."""
        self._language = language or self._language
        if not self._parts.settings.commands:
            return None
        commands = await self._spoken_commands()
        return await asyncio.to_thread(commands.match, text, speaking=speaking, language=language)

    async def over_answer(self, sound: Samples) -> str:
        """What is said over an answer, roughly and soon; empty where the recogniser itself doubts that it is speech."""
        hearing = Hearing(
            language=self._parts.settings.spoken_language or self._language or None, most_tokens=_MOST_TOKENS
        )
        heard = await self._parts.ears.phrase_recogniser.transcribe(sound, hearing, priority="partial")
        self._language = self._language or heard.language
        kept = [segment.text for segment in heard.segments if segment.no_speech_probability <= NO_SPEECH]
        return "".join(kept).strip()

    async def phrase(self, sound: Samples) -> WakeMatch | None:
        """The wake phrase that somebody began with. What follows it is heard again by the better model."""
        phrases = await self._wake_phrases()
        match = await self._spotted(phrases, sound, best=False)
        if match is None or not match.rest.strip():
            return match
        return await self._spotted(phrases, sound, best=True) or match

    async def translated(self, understood: Understood) -> Understood:
        """What was said in the language of the settings: by the language model, where the ear has not done it already.

        Where that fails it stays as it was said, and why is announced: nothing that was said is lost.
        """
        target = self._parts.settings.translate_to
        if not target or understood.language == target or not understood.text.strip():
            return understood
        from core.voice.spoken_translation import SpokenTranslation

        around = self._parts.surroundings
        translation = SpokenTranslation(lambda: around.gateway, lambda: around.settings.values.chat)
        try:
            text = (await translation.translate(understood, target)).strip()
        except HearthError as trouble:
            around.announcer.announce(VoiceTrouble(SaidUntranslated(f"{trouble.code}: {trouble.detail}")))
            return understood
        return replace(understood, text=text, language=target, words=()) if text else understood

    async def mood_hint(self, sound: Samples, text: str) -> str:
        """A line for the model on how the owner sounds, announced as well; empty where nothing stands out."""
        if not self._parts.settings.mood or len(sound) < RATE_HZ // 4:
            return ""
        from core.voice.mood import Baseline, hint_for_prompt, mood_of, prosody

        heard = await asyncio.to_thread(prosody, sound)
        baseline = self._baseline = self._baseline or Baseline()
        mood = mood_of(heard, baseline, text)
        baseline.add(heard)
        self._parts.surroundings.announcer.announce(MoodHeard(mood))
        hint = hint_for_prompt(mood)
        return f"[{hint}]" if hint else ""

    def _languages(self) -> tuple[str, ...]:
        """What the owner may speak: as set, as heard last, as Hearth is read, and English, as most names of phrases."""
        interface = self._parts.surroundings.settings.early.appearance.language
        of_system = (locale.getlocale()[0] or "")[:2].lower()
        known = (self.language, of_system if interface == "system" else interface, "en")
        return tuple(dict.fromkeys(language for language in known if language.isalpha() and len(language) == _ISO))

    async def _spotted(self, phrases: WakePhrases, sound: Samples, *, best: bool) -> WakeMatch | None:
        ears = self._parts.ears
        ear = ears.recogniser if best else ears.phrase_recogniser
        language = self._parts.settings.spoken_language or None
        heard = await ear.transcribe(sound, Hearing(language=language, most_tokens=_MOST_TOKENS))
        return await asyncio.to_thread(phrases.spotted, heard.text, heard.language)

    async def _spoken_commands(self) -> SpokenCommands:
        if self._commands is None:
            from core.voice.spoken_commands import SpokenCommands

            commands = SpokenCommands()
            await asyncio.to_thread(commands.warm)
            self._commands = commands
        return self._commands

    async def _wake_phrases(self) -> WakePhrases:
        settings = self._parts.settings
        languages = self._languages()
        wanted = (settings.wake_phrases, languages)
        if self._phrases is None or self._phrases[0] != wanted:
            from core.voice.wake_phrases import WakePhrases

            phrases = WakePhrases(settings.wake_phrases, languages)
            await asyncio.to_thread(phrases.warm)
            self._phrases = (wanted, phrases)
        return self._phrases[1]
