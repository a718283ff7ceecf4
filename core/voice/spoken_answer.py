"""`SpokenAnswer`: one answer on its way from its text to the loudspeaker.

Two tasks share a list of pieces. One makes sound of the next ones, a sentence at least and some seconds at most ahead.
The other hands a piece to the loudspeaker shortly before the one before ends: so there is no gap, and what was not
handed over can still be spoken faster, skipped or said again. It looks every 20 ms while something sounds, and sleeps
otherwise.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Literal

from core.errors import HearthError
from core.events import SentenceSpoken
from core.voice.play_queue import Position
from core.voice.sentences import Sentence, SentenceSplitter
from core.voice.spoken_language import AnswerLanguage
from core.voice.spoken_sound import SpokenSound, heard_characters, joined_sound
from core.voice.spoken_text import spoken
from models.engine_errors import EngineError
from models.speech.engines import Saying

if TYPE_CHECKING:
    from core.voice.speaking import Speaking

LOOK_S: Final = 0.02
HAND_OVER_S: Final = 0.4
"""So much sound is left in the queue when the next piece follows: a loaded machine may wake us late."""
_LAST_MOMENT_S: Final = 0.15  # a piece made at the old speed is better than a gap
_AHEAD_S: Final = 6.0
_AGAIN_S: Final = 1.0
_TRIES: Final = 3


@dataclass(slots=True, eq=False)
class _Piece:
    """One piece of the answer. `text` is what is said of it, None until that is known; `sound` only while needed."""

    sentence: Sentence
    text: str | None = None
    language: str = ""
    sound: SpokenSound | None = None

    @property
    def is_silent(self) -> bool:
        return self.text == ""


@dataclass(slots=True)
class SpeakingTimes:
    """When the first sentence went which step, in seconds of the clock's uptime; 0 where it has not come to it.

    `voice_s` is how long the voice itself took for it.
    """

    sentence_at_s: float = 0.0
    voice_s: float = 0.0
    handed_at_s: float = 0.0
    heard_at_s: float = 0.0

    @property
    def beyond_voice_s(self) -> float:
        """From the sentence being complete to its first sample in the loudspeaker's queue, without the voice's time."""
        return self.handed_at_s - self.sentence_at_s - self.voice_s


class SpokenAnswer:
    """Made by `Speaking.begin`. Fed with the answer as it is written; `wait` returns when it has been heard."""

    def __init__(
        self,
        speaking: Speaking,
        message_id: str,
        *,
        language_hint: str,
        persona_voice: str,
        before: SpokenAnswer | None,
    ) -> None:
        self.message_id = message_id
        self.times = SpeakingTimes()
        self._speaking = speaking
        self._playback = speaking.playback
        self._hint = language_hint
        self._persona_voice = persona_voice
        self._before = before
        self._splitter = SentenceSplitter(language_hint)
        self._language: AnswerLanguage | None = None
        self._characters = 0
        self._pieces: list[_Piece] = []
        self._next = 0  # of the pieces, the one to be handed over next
        self._sounding: _Piece | None = None
        self._wish: Literal["", "skip", "repeat"] = ""
        self._skips_rest = False
        self._is_finished = False
        self._is_stopped = False
        self._is_heard = False
        self._heard = 0
        self._to_make = asyncio.Event()
        self._to_play = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    # ---- the writer's side ------------------------------------------------------------------------------------------

    def feed(self, text: str) -> None:
        """More of the answer's raw text."""
        self._characters += len(text)
        self._take(self._splitter.feed(text))

    def finish(self) -> None:
        """The text is whole."""
        if not self._is_finished:
            self._take(self._splitter.finish())
            self._is_finished = True
            self.look_again()

    async def wait(self) -> None:
        """Until it has been heard to its end, or was stopped. NoVoice, and what `Playback.open` and `drained` raise.

        Cancelling this leaves it speaking: `Speaking.stop` ends it.
        """
        if self._task is not None:
            await asyncio.wait({self._task})
            if not self._task.cancelled():
                self._task.result()

    @property
    def is_over(self) -> bool:
        """Whether nothing more of it will be heard."""
        return self._task is None or self._task.done() or self._is_stopped

    def _take(self, sentences: list[Sentence]) -> None:
        if not sentences:
            return
        if not self._pieces:
            self.times.sentence_at_s = self._speaking.clock.uptime_s()
        for sentence in sentences:
            self._pieces.append(_Piece(sentence, text="" if self._skips_rest else None))
            self._skips_rest = self._skips_rest and sentence.ends == "clause"
        self.look_again()

    # ---- the listener's side ----------------------------------------------------------------------------------------

    def begin(self) -> None:
        """For `Speaking`: start speaking."""
        self._task = asyncio.get_running_loop().create_task(self._run(), name="spoken answer")

    def look_again(self) -> None:
        """For `Speaking`: something changed."""
        self._to_make.set()
        self._to_play.set()

    def skip(self) -> None:
        """For `Speaking`: on to the next sentence."""
        self._wish = "skip"
        self.look_again()

    def repeat(self) -> None:
        """For `Speaking`: the sentence again, also when all was heard."""
        if not self.is_over:
            self._wish = "repeat"
            self.look_again()
        elif self._is_heard and self._pieces and not self._is_stopped:
            self._next = self._first_of_sentence(len(self._pieces) - 1)
            self._task = asyncio.get_running_loop().create_task(self._again(), name="spoken sentence")

    async def stop(self) -> int:
        """For `Speaking`: silence, and how many characters of the text were heard. Once over, the same again."""
        if not self.is_over:
            self._is_stopped = True  # from now on nothing is handed over
            self._heard = self._heard_at(await self._playback.stop())
            self._tell(None)
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait({self._task})
            if not self._task.cancelled():
                self._task.exception()  # whoever waited for it was told
        if self._before is not None:
            await self._before.stop()
        return self._heard

    # ---- the task ---------------------------------------------------------------------------------------------------

    async def _run(self) -> None:
        if self._before is not None:
            await self._before.stop()
            self._before = None
        try:
            async with asyncio.TaskGroup() as group:
                making = group.create_task(self._make_all())
                await self._play_all()
                making.cancel()
        except* HearthError as errors:
            trouble = _first(errors)
        else:
            await self._playback.drained()
            self._is_heard, self._heard = True, self._characters
            return
        finally:
            for piece in self._pieces:
                piece.sound = None
            if not self._is_stopped:
                self._tell(None)
        raise trouble

    async def _again(self) -> None:
        try:
            await self._run()
        except HearthError as error:
            self._speaking.trouble(error)

    # ---- making sound -----------------------------------------------------------------------------------------------

    async def _make_all(self) -> None:
        if self._language is None:
            self._language = AnswerLanguage(await self._speaking.voices.languages(self._hint), self._hint)
        while True:
            self._to_make.clear()
            piece = self._wanted()
            if piece is None:
                await self._to_make.wait()
            else:
                await self._make(piece, self._language)

    def _wanted(self) -> _Piece | None:
        """The first piece ahead that has no sound, or one at another speed."""
        ahead_s, ready = 0.0, 0
        for piece in self._pieces[self._next :]:
            if piece.is_silent:
                continue
            if piece.sound is None or self._is_stale(piece.sound):
                return piece
            ahead_s, ready = ahead_s + piece.sound.duration_s, ready + 1
            if ahead_s >= _AHEAD_S:
                return None
        return None

    def _is_stale(self, sound: SpokenSound) -> bool:
        return abs(sound.speed - self._speaking.speed) > 0.01

    async def _make(self, piece: _Piece, language: AnswerLanguage) -> None:
        if piece.text is None:
            await self._settle(piece, language)
        if piece.text:
            began_s = self._speaking.clock.uptime_s()
            piece.sound = await self._synthesise(piece)
            if piece.sound is None:
                piece.text = ""
            elif not self.times.voice_s:
                self.times.voice_s = self._speaking.clock.uptime_s() - began_s
        self._to_play.set()

    async def _settle(self, piece: _Piece, language: AnswerLanguage) -> None:
        """Which language it is in, and what is said of it."""
        said = spoken(piece.sentence, language.now)
        if said and piece.sentence.kind not in ("code", "table"):
            before = language.now
            if language.needs_model(said):
                await asyncio.to_thread(language.load)  # nothing where it is loaded
            if language.of(said) != before:
                said = spoken(piece.sentence, language.now)
        piece.language, piece.text = language.now, said

    async def _synthesise(self, piece: _Piece) -> SpokenSound | None:
        """Another voice takes over where one fails; where all do, the piece is left out. NoVoice."""
        voices, speed = self._speaking.voices, self._speaking.speed
        for _ in range(_TRIES):
            choice = await voices.choice_for(piece.language, self._persona_voice)
            saying = Saying(speed=speed, speaker=choice.speaker)
            try:
                sounds = [speech async for speech in choice.synthesiser.synthesise(piece.text or "", saying)]
            except EngineError as error:
                await voices.failed(choice, error)
                continue
            return joined_sound(sounds, piece.sentence.ends, speed=speed)
        return None

    # ---- playing ----------------------------------------------------------------------------------------------------

    async def _play_all(self) -> None:
        settings = self._speaking.voices.settings
        self._playback.volume = self._speaking.volume
        await self._playback.open(settings.speaker)
        while True:
            self._to_play.clear()
            if self._wish:
                await self._carry_out()
            self._hand_over()
            self._look_at_position()
            if self._is_all_played():
                return
            try:
                async with asyncio.timeout(LOOK_S if self._playback.is_playing else None):
                    await self._to_play.wait()
            except TimeoutError:
                continue

    def _is_all_played(self) -> bool:
        return self._is_finished and self._next >= len(self._pieces) and not self._playback.is_playing

    def _hand_over(self) -> None:
        while not self._is_stopped and self._next < len(self._pieces) and self._playback.waiting_s < HAND_OVER_S:
            piece = self._pieces[self._next]
            if not piece.is_silent:
                sound = piece.sound
                if sound is None or (self._is_stale(sound) and self._playback.waiting_s > _LAST_MOMENT_S):
                    return
                self._playback.play(sound.samples, sound.rate_hz, tag=piece)
                if not self.times.handed_at_s:
                    self.times.handed_at_s = self._speaking.clock.uptime_s()
            self._next += 1
            self._to_make.set()

    def _look_at_position(self) -> None:
        """Announce a piece when it is really heard, and forget the sound of those before it."""
        tag, samples = self._playback.position()
        if not isinstance(tag, _Piece) or tag is self._sounding or samples == 0 or tag not in self._handed():
            return
        if not self.times.heard_at_s:
            self.times.heard_at_s = self._speaking.clock.uptime_s()
        for piece in self._handed():
            if piece is tag:
                break
            piece.sound = None
        self._tell(tag)

    def _tell(self, piece: _Piece | None) -> None:
        self._sounding = piece
        if piece is None:
            self._speaking.told(SentenceSpoken(""))
        else:
            self._speaking.told(SentenceSpoken(self.message_id, piece.sentence.start, piece.sentence.end))

    def _handed(self) -> Iterator[_Piece]:
        return iter(self._pieces[: self._next])

    def _heard_at(self, last: Position) -> int:
        """How many characters were heard, where the loudspeaker stopped at `last`."""
        before = 0
        for piece in self._handed():
            if piece is last.tag:
                if piece.sound is None:
                    return before
                share = piece.sound.share_at(last.samples)
                reached = heard_characters(piece.sentence, share)
                return reached if reached > piece.sentence.start else before
            before = piece.sentence.end
        # Nothing was sounding: what was handed over had been heard, and the next piece was not ready.
        return before if self.times.heard_at_s else 0

    # ---- skip and repeat --------------------------------------------------------------------------------------------

    async def _carry_out(self) -> None:
        wish, self._wish = self._wish, ""
        last = await self._playback.stop()
        here = self._place_of(last)
        if wish == "skip":
            self._next = min(self._last_of_sentence(here) + 1, len(self._pieces))
            # Of a sentence that is still being written the rest is skipped when it comes.
            self._skips_rest = self._next > 0 and self._pieces[self._next - 1].sentence.ends == "clause"
        else:
            self._next = self._first_of_sentence(here)
            sound = self._pieces[here].sound if self._pieces else None
            is_begun = sound is None or last.samples >= _AGAIN_S * sound.rate_hz
            if not is_begun and here == self._next > 0:
                self._next = self._first_of_sentence(here - 1)
        self._sounding = None
        self._to_make.set()

    def _place_of(self, last: Position) -> int:
        """The number of the piece that sounded; the last one handed over where none did."""
        for number, piece in enumerate(self._handed()):
            if piece is last.tag:
                return number
        return max(self._next - 1, 0)

    def _first_of_sentence(self, number: int) -> int:
        while number > 0 and self._pieces[number - 1].sentence.ends == "clause":
            number -= 1
        return number

    def _last_of_sentence(self, number: int) -> int:
        for at, (piece, _) in enumerate(pairwise(self._pieces[number:]), number):
            if piece.sentence.ends != "clause":
                return at
        return len(self._pieces) - 1


def _first(errors: BaseExceptionGroup[HearthError]) -> HearthError:
    """The first of a nest of groups."""
    for error in errors.exceptions:
        return _first(error) if isinstance(error, BaseExceptionGroup) else error
    raise errors
