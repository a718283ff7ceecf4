"""`SessionUtterance`: what somebody says to the session now, from the listener that follows it to its text.

Sound that came in before the key went up belongs to the utterance, however far behind it the session is: with a cold
start on a busy machine seconds of it still wait when the key is let go.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Final

from core.voice.attention import PRE_ROLL_S, Attention
from core.voice.endpointing import Endpointing, SpeechEnded
from core.voice.listeners import KeyListener, Listener, PhraseListener, TurnListener, sound_of
from core.voice.recognition import Understood, Utterance
from core.voice.session_parts import SessionParts
from core.voice.session_tasks import SessionTasks
from models.speech.engines import Samples, VoiceDetector

_TAIL_LIMIT_S: Final = 1.0
"""If no sound comes any more (the microphone is gone), the end of an utterance does not wait for it."""
_MOST_TAIL_LIMITS: Final = 30
"""What waits to be heard is worked off first; but nothing waits for ever."""
_CLOSE_LOOK_S: Final = 0.2
"""The tail of a release, and what is on its way."""


class SessionUtterance:
    """Made with the session. `onset`: somebody speaks (hands-free). `silent`: nobody has for long.

    `ended` is called when the last sample is known, with the seconds of silence that told it; None: the key did.
    """

    def __init__(
        self,
        parts: SessionParts,
        attention: Attention,
        tasks: SessionTasks,
        *,
        onset: Callable[[], None],
        ended: Callable[[float | None], None],
        silent: Callable[[], None],
    ) -> None:
        self.from_sample: int | None = None
        """Where what was said already begins, for the next `listen_to_turn`."""
        self._parts = parts
        self._attention = attention
        self._tasks = tasks
        self._onset = onset
        self._ended = ended
        self._silent = silent
        self._utterance: Utterance | None = None
        self._over = asyncio.Event()
        self._start_sample = self._end_sample = 0
        self._released_to: int | None = None

    # ---- who listens ---------------------------------------------------------------------------------------------

    def listen_to_key(self) -> None:
        """From now on what is said belongs to it, until `release`."""
        self._released_to = None
        self._attention.listen(self._key_listener)

    def listen_to_turn(self, patience_s: float) -> None:
        """Wait for somebody to speak, at most so long, and follow that to its end."""
        self._attention.listen(lambda detector: self._turn_listener(detector, patience_s))

    def listen_to_phrase(self, said: Callable[[Samples, SpeechEnded], None]) -> None:
        """Hand each stretch of speech over."""
        past = self._attention.past
        self._attention.listen(
            lambda detector: PhraseListener(Endpointing(detector, text_comes=False, rests=True), past, said=said)
        )

    @property
    def follows_turn(self) -> bool:
        """Whether a turn is listened to, from its first word or since it began."""
        return isinstance(self._attention.listener, TurnListener)

    def _key_listener(self, detector: VoiceDetector) -> Listener:
        past = self._attention.past
        listener = KeyListener(
            Endpointing(detector, ends=False),
            past,
            start_sample=past.begin_of(PRE_ROLL_S) or 0,
            begin=self._begin,
            ended=self._key_ended,
        )
        if self._released_to is not None:  # the key went up before the detector was loaded
            listener.release(self._released_to)
        return listener

    def _turn_listener(self, detector: VoiceDetector, patience_s: float) -> Listener:
        """Also for what has been said already: from where an interruption began, or a wake phrase ended."""
        listener = TurnListener(
            Endpointing(detector, patience=self._parts.settings.patience, rests=True),
            self._attention.past,
            begin=self._begin,
            onset=self._onset,
            ended=self._turn_ended,
            silent=self._silent,
            patience_s=patience_s,
        )
        since, self.from_sample = self.from_sample, None
        if since is not None:
            for frame in self._attention.past.since(since):
                listener.feed(frame)
        return listener

    # ---- its end -------------------------------------------------------------------------------------------------

    def release(self) -> None:
        """The key goes up now."""
        self._over.clear()
        self._parts.capture.hurry(_CLOSE_LOOK_S)
        self._released_to = self._parts.capture.said_to_sample
        listener = self._attention.listener
        if isinstance(listener, KeyListener):
            listener.release(self._released_to)

    def cut(self) -> bool:
        """It ends here, for no more sound comes; false where nothing was said."""
        listener = self._attention.listener
        if isinstance(listener, TurnListener):
            return listener.cut()
        self._over.clear()
        self._released_to = self._parts.capture.said_to_sample
        if isinstance(listener, KeyListener):
            listener.release(self._released_to, tail_s=0.0)
        return True

    def go_on(self) -> None:
        """What was taken for the end was none. A turn has begun its utterance anew by itself."""
        self._released_to = None
        listener = self._attention.listener
        if isinstance(listener, KeyListener):
            listener.go_on()

    async def understood(self) -> Understood | None:
        """Its text, once all of it was heard; None where there was no sound. Raises what the recogniser raises."""
        await self._heard_out()
        utterance = self._utterance
        if utterance is None:
            return None
        understood = await utterance.finish(self._end_sample)
        self._utterance = None
        return understood

    def sound(self) -> Samples:
        """What it was made of, until the next one begins."""
        return sound_of(self._attention.past.since(self._start_sample))

    def drop(self) -> None:
        """Forget it."""
        utterance, self._utterance = self._utterance, None
        if utterance is not None:
            self._tasks.beside(utterance.cancel())

    async def _heard_out(self) -> None:
        for _ in range(_MOST_TAIL_LIMITS):
            with suppress(TimeoutError):
                async with asyncio.timeout(_TAIL_LIMIT_S):
                    await self._over.wait()
            if self._over.is_set():
                return
            if not self._attention.is_behind:
                break
        listener = self._attention.listener
        if isinstance(listener, KeyListener):  # the microphone is gone: what came of it counts
            listener.end()

    # ---- what listeners notice -----------------------------------------------------------------------------------

    def _begin(self, start_sample: int, goes_on: Utterance | None) -> Utterance:
        before = self._utterance
        if goes_on is not None:
            goes_on.go_on()
        if before is not None and before is not goes_on:
            self._tasks.beside(before.cancel())
        self._start_sample = start_sample
        self._utterance = goes_on or self._parts.recognition.begin(start_sample)
        return self._utterance

    def _key_ended(self, end_sample: int) -> None:
        self._end_sample = end_sample
        self._over.set()
        self._ended(None)

    def _turn_ended(self, ended: SpeechEnded) -> None:
        self._end_sample = ended.end_sample
        self._over.set()
        self._ended(ended.waited_s)
