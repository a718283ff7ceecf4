"""`OverAnswer`: what is said while Hearth thinks or speaks. Climbs the ladder of `barge_in`, with the loudspeaker."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from typing import Final

from core.errors import HearthError
from core.logs import Public
from core.voice.attention import Attention
from core.voice.barge_in import BargeIn, Heard, Rung
from core.voice.budget import BudgetClock
from core.voice.heard_words import HeardWords
from core.voice.listeners import OverListener
from core.voice.session_parts import SessionParts
from core.voice.session_tasks import SessionTasks
from models.speech.engines import RATE_HZ, Samples

_log = logging.getLogger("hearth.voice")

_DUCKED: Final = 0.3
_TRUSTED: Final = frozenset({"clear", "cancelled"})
"""Results of the echo test after which the microphone does not hear Hearth's own voice."""


class OverAnswer:
    """Made with the session. `interrupted` gets the sample at which somebody began who really wants to speak.

    `commanded` gets a command and how it was said; `own_words` tells what is being spoken.
    """

    def __init__(
        self,
        parts: SessionParts,
        attention: Attention,
        words: HeardWords,
        tasks: SessionTasks,
        *,
        interrupted: Callable[[int | None], None],
        commanded: Callable[[str, str], Awaitable[None]],
        own_words: Callable[[], str],
    ) -> None:
        self._parts = parts
        self._attention = attention
        self._words = words
        self._tasks = tasks
        self._interrupted = interrupted
        self._commanded = commanded
        self._own_words = own_words
        self._budget: BudgetClock | None = None
        self.is_paused = False
        """The owner paused the answer: nothing but the owner lets it go on."""

    def listen(self, *, thinking: bool, hands_free: bool, budget: BudgetClock) -> bool:
        """Listen for whoever interrupts, as far as the settings let anybody; false where nobody may.

        While it only thinks nothing can be mistaken for its own voice, but then only who talks hands-free goes on by
        simply speaking: after a press, other people in the room may.
        """
        listener = self._attention.listener
        if isinstance(listener, OverListener) and listener.ladder.onset_sample is not None:
            return True  # somebody is just speaking
        settings = self._parts.settings
        if settings.interruption == "off" or not self._parts.capture.is_open:
            self._attention.listen(None)
            return False
        self._budget = budget
        trusted = thinking or settings.echo_verdict in _TRUSTED
        by_speech = settings.interruption == "speech" or (settings.interruption == "auto" and trusted)
        self._listen(BargeIn(by_speech=by_speech and (hands_free or not thinking), trusted=trusted))
        return True

    def _listen(self, ladder: BargeIn) -> None:
        past = self._attention.past
        self._attention.listen(lambda detector: OverListener(detector, past, ladder, rung=self._on_rung))

    def _on_rung(self, rung: Rung) -> None:
        listener = self._attention.listener
        if not isinstance(listener, OverListener) or self._budget is None:
            return
        match rung:
            case "duck":
                self._budget.onset(self._ago_s(listener.ladder.onset_sample))
                self._parts.playback.duck(_DUCKED)
                self._budget.ducked()
            case "hush":
                self._parts.speaking.pause()
                self._budget.hushed()
            case "listen":
                self._tasks.beside(self._listen_to(listener, listener.sound(), listener.ladder.asked))
            case "stop":
                self._interrupted(listener.begin_sample)
            case "resume":
                self._go_on()

    async def _listen_to(self, listener: OverListener, sound: Samples, asked: int) -> None:
        """What was said so far? A command is carried out here, before anything else."""
        text = ""
        try:
            text = await self._words.over_answer(sound)
        except HearthError as trouble:  # then it was nothing, as far as anybody knows: the answer goes on
            _log.info("nothing was understood over the answer: %s", Public(trouble.code))
        match = await self._words.command(text, "", speaking=True) if text else None
        if self._attention.listener is not listener:
            return
        rung = listener.ladder.heard(Heard(text, self._own_words(), is_command=match is not None, asked=asked))
        if rung != "stop" or match is None:
            if rung is not None:
                self._on_rung(rung)
            return
        if match.command not in ("stop", "cancel"):
            self._listen(listener.ladder.again())
            self._go_on()
        await self._commanded(match.command, text)

    def _go_on(self) -> None:
        """It was nothing: the answer goes on, unless its owner has paused it."""
        self._parts.playback.unduck()
        if not self.is_paused:
            self._parts.speaking.resume()

    def _ago_s(self, sample: int | None) -> float:
        return 0.0 if sample is None else (self._parts.capture.next_sample - sample) / RATE_HZ
