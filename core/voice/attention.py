"""`Attention`: the session's side of the microphone. Opens and keeps it, reads it, and feeds whoever listens now."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Final

from core.errors import HearthError
from core.events import VoiceTrouble
from core.voice.frames import AudioFrame
from core.voice.listeners import Listener, Past
from core.voice.session_parts import SessionParts
from models.speech.engines import RATE_HZ, VoiceDetector

PRE_ROLL_S: Final = 0.4
"""Heard before the key went down: people begin to speak while they press. Only where the microphone was open."""
KEEP_OPEN_S: Final = 30.0
"""“After use” keeps the microphone open for so long; Bluetooth headsets need up to 3 s to open."""

_BEHIND_SAMPLES: Final = round(0.1 * RATE_HZ)
"""More than what the loop usually has not looked at yet."""


class Attention:
    """Reads frames in one task while somebody wants to hear; a second of past is kept for whoever listens next."""

    def __init__(
        self, parts: SessionParts, *, sound_in: Callable[[], None], microphone_changed: Callable[[], None]
    ) -> None:
        """`sound_in` is called for each frame, `microphone_changed` when it was opened or closed."""
        self.past = Past()
        self.is_muted = False
        """The owner wants the microphone closed, whatever goes on."""
        self._heard_to = 0
        self._parts = parts
        self._sound_in = sound_in
        self._microphone_changed = microphone_changed
        self._detector: VoiceDetector | None = None
        self._make: Callable[[VoiceDetector], Listener] | None = None
        self._listener: Listener | None = None
        self._reading: asyncio.Task[None] | None = None
        self._closing: asyncio.Task[None] | None = None
        self._opening = asyncio.Lock()

    @property
    def listener(self) -> Listener | None:
        """Who gets the frames; None where nobody does, or none has come yet."""
        return self._listener

    @property
    def is_reading(self) -> bool:
        """Whether frames are read now."""
        return self._reading is not None and not self._reading.done()

    @property
    def is_behind(self) -> bool:
        """Whether sound has come in that nobody has heard yet: the detector is being loaded, or the machine is busy."""
        return self.is_reading and self._parts.capture.said_to_sample - self._heard_to > _BEHIND_SAMPLES

    def listen(self, make: Callable[[VoiceDetector], Listener] | None) -> None:
        """From now on frames go to what `make` makes; None: to nobody. What was said just before is in `past`."""
        self._make, self._listener = make, None
        self._ensure_listener()

    async def open(self) -> None:
        """Let sound come in, from the microphone of the settings. Errors of `Capture.open`, SpeechModelUnfit."""
        self._stay_open()
        async with self._opening:
            if self.is_muted:
                return
            await self._parts.capture.open(self._parts.settings.microphone)
            if not self.is_reading:
                self.past.clear()
                self._heard_to = self._parts.capture.next_sample
                self._reading = asyncio.create_task(self._read(), name="attention")
        self._microphone_changed()

    async def mute(self) -> None:
        """Close the microphone now and keep it closed, until `is_muted` is taken back and it is opened again."""
        self.is_muted = True
        self._stay_open()
        async with self._opening:
            if self._reading is not None:
                self._reading.cancel()
                await asyncio.wait([self._reading])
            self.past.clear()
            await asyncio.shield(self._parts.capture.close())
        self._microphone_changed()

    def rest(self) -> None:
        """Nobody wants to hear now. The microphone is closed, at once or later, as the settings say."""
        self.listen(None)
        if self._reading is not None:
            self._reading.cancel()
        self.past.clear()
        self._stay_open()
        wish = self._parts.settings.microphone_ready
        if wish != "always" and self._parts.capture.is_wanted:
            after_s = KEEP_OPEN_S if wish == "after_use" else 0.0
            self._closing = asyncio.create_task(self._close_after(after_s), name="close the microphone")

    async def aclose(self) -> None:
        """Close the microphone now; nothing is left running."""
        self.listen(None)
        self._stay_open()
        tasks = [task for task in (self._reading, self._closing) if task is not None]
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks)
        self.past.clear()
        await self._parts.capture.close()
        self._microphone_changed()

    def _stay_open(self) -> None:
        if self._closing is not None:
            self._closing.cancel()

    async def _close_after(self, seconds: float) -> None:
        await asyncio.sleep(seconds)
        # The lock: a press that comes now opens again, after this.
        async with self._opening:
            await asyncio.shield(self._parts.capture.close())
        self._microphone_changed()

    async def _read(self) -> None:
        reader = self._parts.capture.frames(PRE_ROLL_S, lazily=True)
        try:
            async for heard in reader:
                frame = self._parts.without_tones(heard)
                self.past.add(frame)
                self._sound_in()
                if self._detector is None:
                    self._detector = await self._parts.ears.detector()
                self._hear(frame)
        except HearthError as trouble:  # nobody waits for this task
            self._parts.announcer.announce(VoiceTrouble(trouble))
        finally:
            await reader.aclose()

    def _hear(self, frame: AudioFrame) -> None:
        """A listener that is made now finds `frame` in the past, so it is not fed twice."""
        self._heard_to = frame.end_sample
        if self._listener is None:
            self._ensure_listener()
        else:
            self._listener.feed(frame)

    def _ensure_listener(self) -> None:
        if self._listener is None and self._make is not None and self._detector is not None and self.is_reading:
            self._detector.reset()
            self._listener = self._make(self._detector)
