"""Rumble, noise, loudness and Hearth's own voice taken out of what the microphone hears: WebRTC's stages in process.

Only the processing module of the livekit library is used. It connects nowhere, listens nowhere, starts no program and
writes no file: strace shows one pair of sockets between itself and itself, and a test looks for more. It costs four
sleeping threads, 5 MB and 50 µs for 10 ms of sound; with echo cancellation 7 MB and 120 µs (busy EPYC core).
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from models.speech.engines import RATE_HZ, Samples

if TYPE_CHECKING:
    from core.voice.webrtc_stages import WebRtcStages, Whole

_log = logging.getLogger("hearth.voice")

FULL_SCALE = 32768.0
STEP = RATE_HZ // 100
"""WebRTC takes 10 ms at a time."""

NOISE_DELAY, ECHO_DELAY = 96, 128
"""Samples by which the stages delay sound at 16 kHz, measured by correlation on livekit 1.2; a test measures again."""

MOST_REFERENCE = RATE_HZ * 2 // 5
KEPT_REFERENCE = RATE_HZ // 10
"""What is played and what is heard are timed by two clocks: 400 ms of lead are cut back to 100 ms."""


@dataclass(frozen=True, slots=True)
class CleanupStages:
    """Which stages work."""

    high_pass: bool = True
    noise_suppression: bool = True
    gain: bool = True
    echo_cancellation: bool = False

    @property
    def any(self) -> bool:
        """Whether sound is changed at all."""
        return self.high_pass or self.noise_suppression or self.gain or self.echo_cancellation


class Cleanup:
    """A stream through the stages. As many samples come out as go in over time, aligned with what went in.

    Where the library is missing, or refuses, sound passes through and `works` is false.
    """

    def __init__(
        self,
        *,
        high_pass: bool = True,
        noise_suppression: bool = True,
        gain: bool = True,
        echo_cancellation: bool = False,
    ) -> None:
        self.works = True
        self.resets = 0
        """How often what was held back has been dropped: sound that comes out now belongs to what goes in now."""
        self.switch(CleanupStages(high_pass, noise_suppression, gain, echo_cancellation))

    def switch(self, stages: CleanupStages) -> None:
        """Other stages from now on; what they learnt about room and noise begins anew."""
        self.stages = stages
        self._module = self._made(stages)
        self.reset()

    @property
    def changes_sound(self) -> bool:
        """Whether a stage is at work: it is switched on, and the library is there."""
        return self._module is not None

    @property
    def delay_samples(self) -> int:
        """By how much sound comes out later than it goes in, whole steps of 10 ms apart."""
        if self._module is None:
            return 0
        return NOISE_DELAY * self.stages.noise_suppression + ECHO_DELAY * self.stages.echo_cancellation

    def reset(self) -> None:
        """Sound is missing: drop what is held back. What the stages learnt about the room is kept."""
        self._rest: Samples = np.zeros(0, dtype=np.float32)
        self._reference: Samples = np.zeros(0, dtype=np.float32)
        self._to_drop = self.delay_samples
        self.resets += 1

    def reference(self, samples: Samples) -> None:
        """What the loudspeaker is about to play, mono at 16 kHz, after volume. Hand it in before `process`."""
        if self._module is None or not self.stages.echo_cancellation:
            return
        self._reference = np.concatenate([self._reference, samples])
        if len(self._reference) > MOST_REFERENCE + KEPT_REFERENCE:
            self._reference = self._reference[-KEPT_REFERENCE:]

    def process(self, samples: Samples) -> Samples:
        """`samples` (mono at 16 kHz) cleaned; fewer at first, since sample n that comes out belongs to sample n."""
        if self._module is None:
            return samples
        waiting = np.concatenate([self._rest, samples])
        whole = len(waiting) // STEP * STEP
        self._rest = waiting[whole:]
        if whole == 0:
            return waiting[:0]
        out = self._cleaned(waiting[:whole])
        dropped = min(self._to_drop, len(out))
        self._to_drop -= dropped
        return out[dropped:]

    def _cleaned(self, samples: Samples) -> Samples:
        """Whole steps through the module."""
        module, steps = self._module, _whole_numbers(samples)
        if module is None:
            return samples
        try:
            for at in range(0, len(steps), STEP):
                if self.stages.echo_cancellation:
                    module.far[:] = _whole_numbers(self._next_reference())
                    module.process_reverse()
                module.near[:] = steps[at : at + STEP]
                module.process()
                steps[at : at + STEP] = module.near
        except RuntimeError as refused:  # what the library raises for each of its own errors
            _log.warning("sound cleanup refused: %s", refused)
            self._module, self.works = None, False
            return samples
        return steps.astype(np.float32) / np.float32(FULL_SCALE)

    def _next_reference(self) -> Samples:
        if len(self._reference) < STEP:
            return np.zeros(STEP, dtype=np.float32)
        step, self._reference = self._reference[:STEP], self._reference[STEP:]
        return step

    def _made(self, stages: CleanupStages) -> WebRtcStages | None:
        if not stages.any or not self.works:
            return None
        from core.voice.webrtc_stages import WebRtcStages, is_installed

        if not is_installed():
            self.works = False
            return None
        try:
            return WebRtcStages(
                echo_cancellation=stages.echo_cancellation,
                noise_suppression=stages.noise_suppression,
                high_pass=stages.high_pass,
                gain=stages.gain,
            )
        except (AttributeError, KeyError, OSError, RuntimeError) as missing:  # not for this system, or another version
            _log.warning("sound cleanup is not available: %s", missing)
            self.works = False
            return None

    def hint_delay(self, delay_ms: int) -> None:
        """How long sound takes from being handed in as reference to being heard; a hint that the library may refuse."""
        if self._module is None or not self.stages.echo_cancellation:
            return
        try:
            self._module.set_delay(delay_ms)
        except RuntimeError as refused:  # it “fails often” upstream too, and finds the delay itself
            _log.debug("delay hint refused: %s", refused)


def _whole_numbers(samples: Samples) -> Whole:
    scaled = samples * np.float32(FULL_SCALE)
    return np.clip(scaled, -FULL_SCALE, FULL_SCALE - 1.0, out=scaled).astype(np.int16)
