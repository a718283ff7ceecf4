"""`VoiceBudget`: where the time of one spoken exchange went, stage by stage. Figures only, never what was said."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from core.clock import Clock

if TYPE_CHECKING:
    from core.voice.recognition import Understood
    from core.voice.spoken_answer import SpeakingTimes


@dataclass(frozen=True, slots=True)
class VoiceBudget:
    """Milliseconds of the last exchange; None where a stage did not happen.

    `capture_ms`: key down to the first sound. `endpoint_ms`: true end of speech to the decision that it has ended
    (push-to-talk: to the end of the tail after the release). `engine_ms`: the recogniser's own time for the final text.
    `beyond_engine_ms`: decision to text, without that. The others count from the moment the text was there:
    `first_token_ms`, `first_sentence_ms` (handed to the voice), `synthesis_ms` (the voice's own time for it),
    `beyond_voice_ms` (sentence complete to its first sample in the loudspeaker's queue, without that) and
    `first_sample_ms` (heard). `duck_ms` and `hush_ms` count from the onset of an interruption.
    """

    capture_ms: float | None = None
    endpoint_ms: float | None = None
    engine_ms: float | None = None
    beyond_engine_ms: float | None = None
    first_token_ms: float | None = None
    first_sentence_ms: float | None = None
    synthesis_ms: float | None = None
    beyond_voice_ms: float | None = None
    first_sample_ms: float | None = None
    duck_ms: float | None = None
    hush_ms: float | None = None


class BudgetClock:
    """Takes the times of one exchange while it goes on. Each method is called at its moment; only the first counts."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._began_s = clock.uptime_s()
        self._ended_s: float | None = None
        self._text_s: float | None = None
        self._interrupted_s: float | None = None
        self.so_far = VoiceBudget()

    def sound(self) -> None:
        """The first sound since the key went down."""
        if self.so_far.capture_ms is None:
            self._set(capture_ms=self._since(self._began_s))

    def released(self) -> None:
        """The key went up."""
        self._ended_s = self._clock.uptime_s()

    def ended(self, waited_s: float | None) -> None:
        """The utterance is over; `waited_s` of silence were needed to know it (None: the key told)."""
        if waited_s is not None:
            self._set(endpoint_ms=waited_s * 1000)
        elif self._ended_s is not None:
            self._set(endpoint_ms=self._since(self._ended_s))

    def understood(self, understood: Understood) -> None:
        """Its text is there."""
        self._text_s = self._clock.uptime_s()
        self._set(engine_ms=understood.engine_s * 1000, beyond_engine_ms=understood.beyond_engine_s * 1000)

    def first_sample(self, token_at_s: float, times: SpeakingTimes | None) -> None:
        """The answer is heard now."""
        text_s = self._text_s
        if text_s is None or self.so_far.first_sample_ms is not None:
            return
        self._set(
            first_token_ms=(token_at_s - text_s) * 1000 if token_at_s else None,
            first_sentence_ms=(times.sentence_at_s - text_s) * 1000 if times else None,
            synthesis_ms=times.voice_s * 1000 if times else None,
            beyond_voice_ms=times.beyond_voice_s * 1000 if times else None,
            first_sample_ms=self._since(text_s),
        )

    def onset(self, ago_s: float) -> None:
        """Somebody began to speak over the answer, so long ago."""
        self._interrupted_s = self._clock.uptime_s() - ago_s

    def ducked(self) -> None:
        """The loudspeaker went down."""
        if self._interrupted_s is not None:
            self._set(duck_ms=self._since(self._interrupted_s))

    def hushed(self) -> None:
        """The loudspeaker fell silent."""
        if self._interrupted_s is not None and self.so_far.hush_ms is None:
            self._set(hush_ms=self._since(self._interrupted_s))

    def _since(self, moment_s: float) -> float:
        return (self._clock.uptime_s() - moment_s) * 1000

    def _set(self, **figures: float | None) -> None:
        self.so_far = replace(self.so_far, **figures)
