"""`Speaking`: answers spoken while they are written, one at a time, and what can be said to the speaker meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Protocol

from core.clock import Clock
from core.errors import HearthError
from core.events import Announcer, SentenceSpoken, VoiceTrouble
from core.voice.play_queue import Position
from core.voice.spoken_answer import SpokenAnswer
from core.voice.voice_choice import VoiceChoice
from models.speech.engines import Samples

STEP: Final = 1.15
"""Of “faster”, “slower”, “louder” and “quieter”."""
LEAST_SPEED, MOST_SPEED = 0.5, 2.0
LEAST_VOLUME, MOST_VOLUME = 0.1, 3.0


class Loudspeaker(Protocol):
    """What is needed of `core.voice.playback.Playback`."""

    volume: float

    @property
    def is_playing(self) -> bool:
        """Whether something is still to be heard, also while paused."""

    @property
    def is_paused(self) -> bool:
        """Whether it is held."""

    @property
    def waiting_s(self) -> float:
        """How long what is queued will last."""

    async def open(self, name: str = "") -> None:
        """Open it before there is something to play."""

    def play(self, samples: Samples, rate_hz: int, *, tag: object = None) -> None:
        """Play this after everything before it."""

    def position(self) -> Position:
        """What was really heard."""

    def pause(self) -> None:
        """Hold."""

    def resume(self) -> None:
        """Go on."""

    async def stop(self) -> Position:
        """Silence; the queue is dropped."""

    async def drained(self) -> None:
        """Until everything was heard."""


@dataclass(frozen=True, slots=True)
class HeardPosition:
    """How far an answer was heard: so many characters of its raw text. Without an answer the id is empty."""

    message_id: str
    heard_characters: int


class Speaking:
    """Speaks one answer at a time through one loudspeaker. All methods belong to the assistant's loop.

    `SentenceSpoken` is announced when a piece really begins to sound; with an empty id when nothing sounds any more.
    Speed and loudness are the owner's settings times what was said meanwhile (“faster”), until Hearth is closed.
    """

    def __init__(self, voices: VoiceChoice, playback: Loudspeaker, *, announcer: Announcer, clock: Clock) -> None:
        self.voices = voices
        self.playback = playback
        self.announcer = announcer
        self.clock = clock
        self._answer: SpokenAnswer | None = None
        self._speed_factor = 1.0
        self._volume_factor = 1.0

    # ---- answers ----------------------------------------------------------------------------------------------------

    def begin(self, message_id: str, *, language_hint: str = "", persona_voice: str = "") -> SpokenAnswer:
        """Speak this answer, whose text is fed to what is returned. One that is being spoken ends.

        `language_hint` (ISO 639-1) is what it will probably be in, `persona_voice` the catalogue id of a voice.
        """
        self._answer = SpokenAnswer(
            self, message_id, language_hint=language_hint, persona_voice=persona_voice, before=self._answer
        )
        self._answer.begin()
        return self._answer

    async def warm(self, language: str) -> None:
        """Load the voice for this language and open the loudspeaker: to find one takes 2 s the first time (measured).

        NoVoice, and what `Playback.open` raises.
        """
        await self.playback.open(self.voices.settings.speaker)
        await self.voices.warm(language)

    @property
    def is_speaking(self) -> bool:
        """Whether an answer is being spoken, waits for its words or is held."""
        return self._answer is not None and not self._answer.is_over

    @property
    def is_paused(self) -> bool:
        """Whether it is held."""
        return self.is_speaking and self.playback.is_paused

    @property
    def speed(self) -> float:
        """How fast the next sentence will be spoken; 1.0 is the voice's own pace."""
        return _between(LEAST_SPEED, self.voices.settings.speed_percent / 100 * self._speed_factor, MOST_SPEED)

    @property
    def volume(self) -> float:
        """How loud; 1.0 is the usual loudness of all voices."""
        return _between(LEAST_VOLUME, self.voices.settings.loudness_percent / 100 * self._volume_factor, MOST_VOLUME)

    # ---- controls ---------------------------------------------------------------------------------------------------

    def pause(self) -> None:
        """Hold in mid-word; nothing where nothing is spoken."""
        if self.is_speaking:
            self.playback.pause()

    def resume(self) -> None:
        """Go on where it was held."""
        self.playback.resume()

    def skip(self) -> None:
        """On to the next sentence."""
        if self._answer is not None and self.is_speaking:
            self._answer.skip()

    def repeat(self) -> None:
        """The sentence again; within its first second the one before; after the end the last one."""
        if self._answer is not None:
            self._answer.repeat()

    def faster(self) -> None:
        """15 % faster from the next sentence on."""
        self._change_speed(STEP)

    def slower(self) -> None:
        """15 % slower from the next sentence on."""
        self._change_speed(1 / STEP)

    def louder(self) -> None:
        """15 % louder at once."""
        self._change_volume(STEP)

    def quieter(self) -> None:
        """15 % quieter at once."""
        self._change_volume(1 / STEP)

    async def stop(self) -> HeardPosition:
        """Silence at once; how far the answer was heard, up to the last whole word. Of one that is over: the same."""
        if self._answer is None:
            return HeardPosition("", 0)
        return HeardPosition(self._answer.message_id, await self._answer.stop())

    async def aclose(self) -> None:
        """Silence, and nothing left running; may be called twice. Voices and loudspeaker are their owners' to close."""
        if self._answer is not None:
            await self._answer.stop()

    # ---- small steps ------------------------------------------------------------------------------------------------

    def told(self, sentence: SentenceSpoken) -> None:
        """For the answer: this sounds now."""
        self.announcer.announce(sentence)

    def trouble(self, error: HearthError) -> None:
        """For the answer: something failed that nobody waits for."""
        self.announcer.announce(VoiceTrouble(error))

    def _change_speed(self, factor: float) -> None:
        usual = self.voices.settings.speed_percent / 100
        self._speed_factor = _between(LEAST_SPEED, self.speed * factor, MOST_SPEED) / usual
        if self._answer is not None:
            self._answer.look_again()

    def _change_volume(self, factor: float) -> None:
        usual = self.voices.settings.loudness_percent / 100
        self._volume_factor = _between(LEAST_VOLUME, self.volume * factor, MOST_VOLUME) / usual
        self.playback.volume = self.volume


def _between(least: float, value: float, most: float) -> float:
    return min(max(value, least), most)
