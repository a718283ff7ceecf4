"""One frame of sound as everything behind the microphone takes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

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


class UncleanedFrame(AudioFrame):
    """A frame whose `clean` is made when it is first asked for, on the loop: what nobody looks at costs nothing.

    Asked for more than half a second late it may be `raw` instead (`frame_stream`).
    """

    __slots__ = ("_made",)

    def __init__(
        self, start_sample: int, raw: Samples, clean: Samples | Callable[[], Samples], *, after_gap: bool = False
    ) -> None:
        object.__setattr__(self, "start_sample", start_sample)
        object.__setattr__(self, "raw", raw)
        object.__setattr__(self, "after_gap", after_gap)
        object.__setattr__(self, "_made", clean if callable(clean) else lambda: clean)

    def __getattr__(self, name: str) -> Any:
        """`clean`, as long as its place is empty."""
        if name != "clean":
            raise AttributeError(name)
        made: Callable[[], Samples] = object.__getattribute__(self, "_made")
        clean = made()
        object.__setattr__(self, "clean", clean)
        object.__setattr__(self, "_made", None)  # it holds the stream
        return clean
