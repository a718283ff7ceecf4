"""One frame of sound as everything behind the microphone takes it."""

from __future__ import annotations

from dataclasses import dataclass, field

from models.speech.engines import Samples


@dataclass(frozen=True, slots=True)
class AudioFrame:
    """`FRAME_SAMPLES` of sound at `RATE_HZ`, 32 ms.

    `start_sample` counts on as long as Hearth runs, through closing, reopening and other devices; `after_gap` says that
    sound is missing in front of this frame. `raw` is what the microphone gave, for recognition; `clean` is the same
    moment without rumble, noise and echo, for the voice detector.
    """

    start_sample: int
    raw: Samples = field(repr=False)
    clean: Samples = field(repr=False)
    after_gap: bool = False

    @property
    def end_sample(self) -> int:
        """The first sample behind it."""
        return self.start_sample + len(self.raw)
