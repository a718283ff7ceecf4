"""`VoiceBudget`: where the time of one spoken exchange went, stage by stage. Figures only, never what was said."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class VoiceBudget:
    """Milliseconds of the last exchange; None where a stage did not happen.

    `capture_ms`: key down to the first sound. `endpoint_ms`: true end of speech to the decision that it has ended
    (push-to-talk: to the end of the tail after the release). `engine_ms`: the recogniser's own time for the final text.
    `beyond_engine_ms`: decision to text, without that. The others count from the moment the text was there:
    `first_token_ms`, `first_sentence_ms` (handed to the voice), `synthesis_ms` (the voice's own time for it) and
    `first_sample_ms` (heard). `duck_ms` and `hush_ms` count from the onset of an interruption.
    """

    capture_ms: float | None = None
    endpoint_ms: float | None = None
    engine_ms: float | None = None
    beyond_engine_ms: float | None = None
    first_token_ms: float | None = None
    first_sentence_ms: float | None = None
    synthesis_ms: float | None = None
    first_sample_ms: float | None = None
    duck_ms: float | None = None
    hush_ms: float | None = None
