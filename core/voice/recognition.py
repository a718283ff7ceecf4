"""From the sound of an utterance to its text: live while it grows, the final pass early, long ones piece by piece.

    feed ─▶ open sound ──every step─────▶ partial pass ─▶ live text (two that agree fix a word)
                │    └───pause(sample)──▶ early final pass ──▶ `early` (endpointing decides by it)
                │                                │ resumed: it counts as one more partial pass, or closes the stretch
                └───over 25 s─▶ cut at the quietest place ─▶ closed stretches, recognised one after the other
    finish ─▶ closed texts + the early pass, or a final pass over what is open

A partial pass is begun only while somebody speaks, and given up when a pause begins, so that the final pass waits for
one at most as long as the engine needs to stop. Recognition hears the raw sound. Memory: 25 s of sound, and what closed
stretches wait for an engine slower than speech.

Only whole stretches are closed, at pauses after a finished sentence: the final pass hears all that is open again. To
start it after the last fixed word would save nothing, since Whisper pads whatever it hears to 30 s, and word times that
are wrong (the small model of the tests has none that are right) would cut into words.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from core.clock import Clock
from core.events import Announcer
from core.logs import Public
from core.voice.endpointing import STILL_SPEECH
from core.voice.live_text import Liveness, LiveText, Pace, joined, pieces
from core.voice.not_speech import Dropped, what_was_said, why_unheard
from core.voice.open_sound import OpenSound, Piece
from core.voice.unfinished import completeness
from models.engine_errors import EngineError
from models.speech.engines import RATE_HZ, Heard, Hearing, Samples, Word

if TYPE_CHECKING:
    from core.settings.sections import VoiceSettings
    from core.voice.frames import AudioFrame
    from models.speech.whisper_messages import Priority

_log = logging.getLogger("hearth.voice")

LONGEST_OPEN_S = 25.0
"""Whisper hears 30 s at once; what is longer is cut."""

_CUT_AFTER_S = 12.0
_CUT_BEFORE_END_S = 0.3

CLOSE_AFTER_S = 8.0
"""An open stretch of this length is closed at a pause where a sentence has ended: later passes have less to decode."""

FIRST_PARTIAL_S = 0.7
"""Sound before the first partial pass: a word and the 0.3 s before it."""

_LEAD_SAMPLES = round(0.5 * RATE_HZ)
"""Of the silence before the first speech so much is kept; whoever holds the key in silence fills no memory."""

_PAUSE_FORESEEN_FRAMES = 3
"""After 96 ms of silence a pause is likely (a gap within words lasts as long in 3 of 100 phrases): the engine is freed
for the final pass."""

_SURE_OF_LANGUAGE = 0.8
_TAIL_SAMPLES = round(0.3 * RATE_HZ)
"""Silence after the last speech that is still listened to, for quiet consonants: a key is often held longer. An early
pass has heard all that matters if no speech came later than this after the pause began."""


class Ear(Protocol):
    """A `Recogniser` that serves a final pass before a partial one."""

    async def transcribe(self, samples: Samples, hearing: Hearing, *, priority: Priority = "final") -> Heard:
        """What is said in at most 30 s of sound."""


@dataclass(frozen=True, slots=True)
class Understood:
    """One utterance as text. An empty text has a reason in `dropped`.

    `language` is that of the text (English where it was translated), `probability` how sure it is. `engine_s` is the
    engine's own time for the passes that made the text; `beyond_engine_s` what `finish` took longer than the last one.
    """

    text: str
    language: str = ""
    probability: float = 0.0
    words: tuple[Word, ...] = ()
    dropped: Dropped = ""
    engine_s: float = 0.0
    beyond_engine_s: float = 0.0


class Recognition:
    """Makes utterances. Remembers between them how quick the engine is. Belongs to one event loop."""

    def __init__(
        self,
        recogniser: Ear,
        *,
        settings: Callable[[], VoiceSettings],
        announcer: Announcer,
        clock: Clock,
        translates: Callable[[], bool] = lambda: True,
    ) -> None:
        """`translates`: whether the recogniser can; where it cannot, the text comes in the language that is spoken."""
        self.pace = Pace()
        self._ear = recogniser
        self._settings = settings
        self._translates = translates
        self._announcer = announcer
        self._clock = clock

    def begin(self, start_sample: int, *, live: bool = True, word_times: bool = False) -> Utterance:
        """An utterance whose sound begins at `start_sample`. To be ended by `finish` or `cancel`."""
        settings = self._settings()
        return Utterance(
            self._ear,
            start_sample,
            hearing=_hearing(settings, word_times=word_times, translates=self._translates()),
            liveness=settings.live_text if live else "off",
            pace=self.pace,
            announcer=self._announcer,
            clock=self._clock,
        )


@dataclass(slots=True)
class _Pass:
    """A pass under way over the open stretch, which `until` is the last sample of."""

    task: asyncio.Task[Understood]
    until: int
    stretch: int


class Utterance:
    """What somebody says, from its first sample to its text. Made by `Recognition.begin`."""

    def __init__(
        self,
        ear: Ear,
        start_sample: int,
        *,
        hearing: Hearing,
        liveness: Liveness,
        pace: Pace,
        announcer: Announcer,
        clock: Clock,
    ) -> None:
        self.live = LiveText()
        self._ear = ear
        self._hearing = hearing
        self._liveness = self._wanted_liveness = liveness
        self._pace = pace
        self._announcer = announcer
        self._clock = clock
        self._start_sample = start_sample
        self._sound = OpenSound()
        self._stretch = 0
        self._heard_to = start_sample
        self._asked_at: int | None = None
        self._partial: _Pass | None = None
        self._early: _Pass | None = None
        self._given_up: set[asyncio.Task[Understood]] = set()
        self._closing: list[asyncio.Task[Understood]] = []
        self._closed: list[Understood] = []
        self._language: str | None = None
        self._quiet_frames = 0
        self._speech_to = start_sample
        self._spoken = False
        self._over = False
        self._endings = 0

    # ---- while it grows --------------------------------------------------------------------------------------------

    @property
    def seconds(self) -> float:
        """How much sound it has so far."""
        return (self._heard_to - self._start_sample) / RATE_HZ

    @property
    def early(self) -> Understood | None:
        """The whole text as of the pause that is on, as soon as there is one: for `Endpointing.said`."""
        if self._early is None or not self._early.task.done() or not self._is_heard:
            return None
        return self._whole(self._result(self._early))

    def feed(self, frame: AudioFrame, probability: float | None = None) -> None:
        """One more frame; `probability` is what the detector said of it. Frames before the beginning are left out."""
        if self._over or frame.start_sample + len(frame.raw) <= self._start_sample:
            return
        self._sound.add(frame.start_sample, frame.raw, probability)
        self._heard_to = frame.start_sample + len(frame.raw)
        speaks = probability is None or probability >= STILL_SPEECH
        self._quiet_frames = 0 if speaks else self._quiet_frames + 1
        if speaks:
            self._speech_to = self._heard_to
        if not self._spoken and not speaks:
            self._sound.drop_until(self._heard_to - _LEAD_SAMPLES)
        self._spoken = self._spoken or speaks
        if self._sound.seconds >= LONGEST_OPEN_S:
            self._close_at(self._sound.quietest(after_s=_CUT_AFTER_S, before_end_s=_CUT_BEFORE_END_S))
        elif speaks:
            self._maybe_partial()
        elif self._quiet_frames == _PAUSE_FORESEEN_FRAMES:
            self._give_up_partial()

    def pause(self, sample: int) -> None:
        """Nobody speaks since `sample`: the final pass begins now and stands if nobody goes on."""
        if self._over or self._early is not None:
            return
        self._give_up_partial()
        self._early = self._pass(self._sound.until(), sample, "final")

    def resume(self) -> None:
        """Somebody goes on: what the early pass made of it is one more hypothesis, or closes a finished stretch."""
        early, self._early = self._early, None
        if early is None or self._over:
            return
        if not early.task.done():
            self._partial = early
            self._asked_at = self._heard_to
            early.task.add_done_callback(lambda _done: self._partial_is_done(early))
            return
        heard = self._result(early)
        if self._may_close(heard):
            self._closing.append(early.task)
            self._sound.drop_until(early.until)
            self._next_stretch()
            self._announcer.announce(self.live.close(heard.text))
        else:
            self._shown(heard)

    def ending(self) -> None:
        """The key went up, `finish` follows after the tail: the engine is freed for the final pass."""
        self._liveness = "off"
        self._give_up_partial()

    # ---- its end ---------------------------------------------------------------------------------------------------

    def go_on(self) -> None:
        """What seemed to be its end was none, whether `finish` is under way, was cancelled or has told its text.

        What is text already stays; frames since the end are to be fed. Not after `cancel`.
        """
        self._endings += 1
        self._over = False
        self._liveness = self._wanted_liveness
        self.resume()

    async def finish(self, end_sample: int | None = None) -> Understood:
        """The whole text. An early pass that heard everything counts; else what is open up to `end_sample` is heard.

        Raises what the recogniser raises. Cancelled, everything is given up.
        """
        asked_s = self._clock.uptime_s()
        self._over = True
        ending = self._endings
        try:
            self._give_up_partial()
            last = await self._last(end_sample)
            whole = await self._with_closed(last)
        finally:
            if ending == self._endings:  # else it goes on
                await self.cancel()
        took_s = self._clock.uptime_s() - asked_s
        self._pace_noted(last.engine_s)
        return _with_times(whole, beyond_engine_s=max(0.0, took_s - last.engine_s))

    async def cancel(self) -> None:
        """Give everything up; nothing runs any more afterwards. May be called twice."""
        self._over = True
        running = [*self._closing, *self._given_up]
        running += [one.task for one in (self._partial, self._early) if one is not None]
        self._partial = self._early = None
        self._closing = []
        self._given_up = set()
        for task in running:
            task.cancel()
        if running:
            await asyncio.gather(*running, return_exceptions=True)

    async def _last(self, end_sample: int | None) -> Understood:
        """The text of what is open."""
        end = self._heard_to if end_sample is None else end_sample
        if self._spoken:
            end = min(end, self._speech_to + _TAIL_SAMPLES)
        early = self._early
        if early is not None and end <= early.until + _TAIL_SAMPLES:
            with suppress(EngineError):  # it is asked once more below
                return await early.task
        if early is not None:
            early.task.cancel()
            self._given_up.add(early.task)
            self._early = None
        piece = self._sound.until(end)
        return await self._listen(piece, "final")

    async def _with_closed(self, last: Understood) -> Understood:
        """Closed stretches before `last`, once all of them are text."""
        while self._closing:
            await asyncio.wait([self._closing[0]])  # it lives on where whoever waits for it is cancelled
            self._closed.append(self._closing.pop(0).result())
        return self._whole(last)

    # ---- passes ----------------------------------------------------------------------------------------------------

    def _maybe_partial(self) -> None:
        if self._partial is not None or self._early is not None or self._closing_waits():
            return
        step_s = self._pace.step_s(self._liveness)
        if step_s is None or self._sound.seconds < FIRST_PARTIAL_S:
            return
        if self._asked_at is not None and self._heard_to - self._asked_at < step_s * RATE_HZ:
            return
        piece = self._sound.until()
        if why_unheard(piece.evidence):
            return
        self._asked_at = self._heard_to
        begun = self._partial = self._pass(piece, self._heard_to, "partial")
        begun.task.add_done_callback(lambda _done: self._partial_is_done(begun))

    def _pass(self, piece: Piece, until: int, priority: Priority) -> _Pass:
        task = asyncio.create_task(self._listen(piece, priority), name=f"{priority} pass")
        # Whoever gives it up does not ask for its failure; `finish` does, and asks once more.
        task.add_done_callback(_seen)
        return _Pass(task, until, self._stretch)

    async def _listen(self, piece: Piece, priority: Priority) -> Understood:
        if why := why_unheard(piece.evidence):
            return Understood("", self._hearing.language or "", dropped=why)
        hearing = self._hearing if priority == "final" else _for_partial(self._hearing, self._language)
        heard = await self._ear.transcribe(piece.samples, hearing, priority=priority)
        if heard.language_probability >= _SURE_OF_LANGUAGE:
            self._language = heard.language
        kept, dropped = what_was_said(heard.segments, piece.evidence, heard.language)
        translated = self._hearing.task == "translate"
        return Understood(
            "".join(segment.text for segment in kept).strip(),
            "en" if translated else heard.language,
            heard.language_probability,
            words=tuple(word for segment in kept for word in segment.words),
            dropped=dropped,
            engine_s=heard.engine_s,
        )

    def _partial_is_done(self, done: _Pass) -> None:
        if self._partial is done:
            self._partial = None
        if done.task.cancelled() or self._over or done.stretch != self._stretch:
            return
        if (failure := done.task.exception()) is not None:
            # The final pass meets the same and tells; live text alone is not worth an error.
            _log.info("no live text: %s", Public(type(failure).__name__))
            self._liveness = "off"
            return
        self._pace_noted(done.task.result().engine_s)
        self._shown(done.task.result())

    def _give_up_partial(self) -> None:
        partial, self._partial = self._partial, None
        if partial is not None and not partial.task.done():
            partial.task.cancel()
            self._given_up.add(partial.task)
            partial.task.add_done_callback(self._given_up.discard)

    # ---- stretches -------------------------------------------------------------------------------------------------

    def _close_at(self, sample: int) -> None:
        """Cut the open stretch at `sample`; what is before it becomes text for good."""
        self._give_up_partial()
        early, self._early = self._early, None
        if early is not None:
            early.task.cancel()
            self._given_up.add(early.task)
        piece = self._sound.until(sample)
        self._sound.drop_until(sample)
        before = self._closing[-1] if self._closing else None
        task = asyncio.create_task(self._closed_text(piece, before), name="closed stretch")
        task.add_done_callback(_seen)
        self._closing.append(task)
        self._next_stretch()

    async def _closed_text(self, piece: Piece, before: asyncio.Task[Understood] | None) -> Understood:
        """One after the other: the text on the screen grows in its order."""
        if before is not None:
            await asyncio.wait([before])
        heard = await self._listen(piece, "final")
        if not self._over:
            self._announcer.announce(self.live.close(heard.text))
        return heard

    def _may_close(self, heard: Understood) -> bool:
        return (
            self._sound.seconds >= CLOSE_AFTER_S
            and not self._closing_waits()
            and completeness(heard.text, heard.language) == "complete"
        )

    def _closing_waits(self) -> bool:
        return any(not task.done() for task in self._closing)

    def _next_stretch(self) -> None:
        self._stretch += 1
        self._asked_at = None

    # ---- results ---------------------------------------------------------------------------------------------------

    @property
    def _is_heard(self) -> bool:
        return (
            self._early is not None
            and not self._early.task.cancelled()
            and self._early.task.exception() is None
            and not self._closing_waits()
        )

    def _result(self, done: _Pass) -> Understood:
        failed = done.task.cancelled() or done.task.exception() is not None
        return Understood("", dropped="silence") if failed else done.task.result()

    def _shown(self, heard: Understood) -> None:
        if heard.text:
            self._announcer.announce(self.live.update(pieces(heard.text)))

    def _pace_noted(self, engine_s: float) -> None:
        if engine_s > 0:
            self._pace.note(engine_s)

    def _whole(self, last: Understood) -> Understood:
        done = [
            task.result() for task in self._closing if task.done() and not task.cancelled() and not task.exception()
        ]
        parts = [*self._closed, *done, last]
        spoken = [part for part in parts if part.text] or [last]
        surest = max(spoken, key=lambda part: len(part.text))
        return Understood(
            joined([part.text for part in parts]),
            surest.language,
            surest.probability,
            words=tuple(word for part in parts for word in part.words) if len(parts) == 1 else (),
            dropped="" if any(part.text for part in parts) else last.dropped,
            engine_s=sum(part.engine_s for part in parts),
        )


def _hearing(settings: VoiceSettings, *, word_times: bool, translates: bool) -> Hearing:
    language = settings.spoken_language or None
    to_english = settings.translate_to == "en" and language != "en" and translates
    return Hearing(
        language=language,
        task="translate" if to_english else "transcribe",
        hotwords=settings.vocabulary,
        word_times=word_times,
    )


def _for_partial(hearing: Hearing, language: str | None) -> Hearing:
    """Partial text needs no times, and not to find the language out again and again."""
    return Hearing(hearing.language or language, hearing.task, hearing.hotwords, most_tokens=hearing.most_tokens)


def _with_times(heard: Understood, *, beyond_engine_s: float) -> Understood:
    return Understood(
        heard.text,
        heard.language,
        heard.probability,
        words=heard.words,
        dropped=heard.dropped,
        engine_s=heard.engine_s,
        beyond_engine_s=beyond_engine_s,
    )


def _seen(task: asyncio.Task[Understood]) -> None:
    """Asyncio complains about errors that nobody asked for: a pass that was given up may fail unheard."""
    if not task.cancelled():
        task.exception()
