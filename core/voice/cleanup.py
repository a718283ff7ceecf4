"""Rumble, noise, loudness and Hearth's own voice taken out of what the microphone hears: WebRTC's stages in process.

Only the processing module of the livekit library is used. It connects nowhere, listens nowhere, starts no program and
writes no file: strace shows one pair of sockets between itself and itself, and a test looks for more. It costs four
sleeping threads, 22 MB, and 100 µs for 10 ms of sound, 200 µs with echo cancellation (busy EPYC core).
"""

from __future__ import annotations

import importlib.util
import logging
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from models.speech.engines import RATE_HZ, Samples

Whole: TypeAlias = NDArray[np.int16]

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
        self.switch(CleanupStages(high_pass, noise_suppression, gain, echo_cancellation))

    def switch(self, stages: CleanupStages) -> None:
        """Other stages from now on; what they learnt about room and noise begins anew."""
        self.stages = stages
        self._module = self._made(stages)
        self.reset()

    def reset(self) -> None:
        """Sound is missing: drop what is held back. What the stages learnt about the room is kept."""
        self._rest: Samples = np.zeros(0, dtype=np.float32)
        self._reference: Samples = np.zeros(0, dtype=np.float32)
        self._to_drop = 0
        if self._module is not None:
            self._to_drop = NOISE_DELAY * self.stages.noise_suppression + ECHO_DELAY * self.stages.echo_cancellation

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
        """Whole steps through the module, in two frames that are used again and again: making them costs as much."""
        steps = _whole_numbers(samples)
        try:
            for at in range(0, len(steps), STEP):
                if self.stages.echo_cancellation:
                    self._far[:] = _whole_numbers(self._next_reference())
                    self._module.process_reverse_stream(self._far_frame)
                self._near[:] = steps[at : at + STEP]
                self._module.process_stream(self._near_frame)
                steps[at : at + STEP] = self._near
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

    def _made(self, stages: CleanupStages) -> Any:
        if not stages.any or not self.works:
            return None
        if importlib.util.find_spec("livekit") is None:
            self.works = False
            return None
        try:
            from livekit.rtc.apm import AudioProcessingModule

            module = AudioProcessingModule(
                echo_cancellation=stages.echo_cancellation,
                noise_suppression=stages.noise_suppression,
                high_pass_filter=stages.high_pass,
                auto_gain_control=stages.gain,
            )
        except (ImportError, OSError, RuntimeError) as missing:  # its native part does not load on this system
            _log.warning("sound cleanup is not available: %s", missing)
            self.works = False
            return None
        self._near_frame, self._near = _frame_and_view()
        self._far_frame, self._far = _frame_and_view()
        return module

    def hint_delay(self, delay_ms: int) -> None:
        """How long sound takes from being handed in as reference to being heard; a hint that the library may refuse."""
        if self._module is None or not self.stages.echo_cancellation:
            return
        try:
            self._module.set_stream_delay_ms(delay_ms)
        except RuntimeError as refused:  # it “fails often” upstream too, and finds the delay itself
            _log.debug("delay hint refused: %s", refused)


def _frame_and_view() -> tuple[Any, Whole]:
    """A frame of the library, and the array that lies in the same memory."""
    from livekit.rtc.audio_frame import AudioFrame as Frame

    frame = Frame(bytearray(STEP * 2), RATE_HZ, 1, STEP)
    return frame, np.frombuffer(frame.data, dtype=np.int16)


def _whole_numbers(samples: Samples) -> Whole:
    scaled = samples * np.float32(FULL_SCALE)
    return np.clip(scaled, -FULL_SCALE, FULL_SCALE - 1.0, out=scaled).astype(np.int16)
