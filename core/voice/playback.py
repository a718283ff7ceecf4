"""The loudspeaker: pieces of sound without gaps between them, stopped at once, and known to the sample.

One task feeds a queue that the device's own thread empties. A device that vanishes is replaced by the usual one and
the sound goes on; after some idle seconds the device is closed.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections import deque

import numpy as np

from core.clock import Clock
from core.errors import HearthError
from core.events import Announcer, VoiceTrouble
from core.voice.play_queue import NOWHERE, PlayedReference, PlayQueue, Position
from core.voice.resampling import Resampler
from core.voice.sound_devices import FIRST_RETRY_S, MOST_UNDERRUNS, SoundDevice, Sounding, SoundSink
from core.voice.voice_trouble import LoudspeakerLost
from models.speech.engines import Samples

_log = logging.getLogger("hearth.voice")

LOOK_S = 0.02
IDLE_CLOSE_S = 10.0
SLICE_S = 0.25
"""How much is resampled at once: 250 ms take 0.3 ms."""
RATE_HZ = 48_000
"""Until a device is open and has a rate of its own."""
TRIES = 5
"""0.25, 0.5, 1 … s apart: a sound server that was started again is back by then."""


class Playback:
    """One loudspeaker. `play` returns at once; errors are announced, and raised by `open` and `drained`."""

    def __init__(
        self, devices: Sounding, *, announcer: Announcer, clock: Clock, idle_close_s: float = IDLE_CLOSE_S
    ) -> None:
        self._devices = devices
        self._announcer = announcer
        self._clock = clock
        self._idle_close_s = idle_close_s
        self._name = ""
        self._sink: SoundSink | None = None
        self._is_running = False
        self._queue = PlayQueue(RATE_HZ)
        self._waiting: deque[tuple[Samples, int]] = deque()
        self._resampler: tuple[int, int, Resampler] | None = None
        self._task: asyncio.Task[None] | None = None
        self._wake = asyncio.Event()
        self._heard = asyncio.Condition()
        self._turn = asyncio.Lock()
        self._trouble: HearthError | None = None
        self._underruns = 0
        self.reference = PlayedReference()
        self.reference.follow(self._queue)
        self._changed = asyncio.Event()
        self._unsubscribe = devices.subscribe(self._changed.set)
        devices.let_yield(self)

    # ---- the device -------------------------------------------------------------------------------------------------

    @property
    def is_open(self) -> bool:
        """Whether a loudspeaker is open."""
        return self._sink is not None

    @property
    def device(self) -> SoundDevice | None:
        """Which one."""
        return None if self._sink is None else self._sink.device

    @property
    def name(self) -> str:
        """Which loudspeaker is wanted; empty: the usual one."""
        return self._name

    @property
    def latency_s(self) -> float:
        """From handing out a sample to hearing it."""
        return self._queue.latency_s

    @property
    def underruns(self) -> int:
        """How often there was a hole where there should have been sound, since Hearth was started."""
        return self._underruns + self._queue.dry_runs + (0 if self._sink is None else self._sink.underruns)

    async def open(self, name: str = "") -> None:
        """Open the loudspeaker called `name`, or the usual one, before there is something to play.

        NoLoudspeaker, SoundDeviceRefused, SoundServerGone, SystemLibraryMissing.
        """
        if name != self._name and self._sink is not None:
            self._name = name
            await self._close_sink()
        self._name = name
        await self._ensure_sink()
        self._begin()

    async def aclose(self) -> None:
        """Silence, and the device closed; may be called twice."""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
        self._forget()
        await self._close_sink()
        await self._tell_waiting()

    async def step_aside(self) -> None:
        """Close the device for a moment; what is queued goes on afterwards."""
        await self._close_sink()
        self._wake.set()

    async def _ensure_sink(self) -> None:
        async with self._turn:
            if self._sink is None:
                self._devices.watch()
                device = await self._devices.find(self._name, "loudspeaker")
                self._adopt(await self._devices.open_loudspeaker(device, self._queue.pull))
            if self._sink is not None and not self._is_running:
                await self._sink.start()
                self._is_running = True

    def _adopt(self, sink: SoundSink) -> None:
        self._sink = sink
        self._is_running = False
        self._queue.change_rate(sink.rate_hz)
        self._queue.latency_s = sink.latency_s

    async def _close_sink(self) -> None:
        async with self._turn:
            sink, self._sink = self._sink, None
            self._is_running = False
            if sink is not None:
                self._underruns += sink.underruns
                self._queue.restarted()
                await asyncio.shield(sink.aclose())

    # ---- what is heard ----------------------------------------------------------------------------------------------

    def play(self, samples: Samples, rate_hz: int, *, tag: object = None) -> None:
        """Play this (mono, float) after everything before it, without a gap. Opens the loudspeaker where needed."""
        if len(samples) == 0:
            return
        self._trouble = None
        self._queue.mark(tag, len(samples), rate_hz=rate_hz)
        self._waiting.append((np.ascontiguousarray(samples, dtype=np.float32), rate_hz))
        self._wake.set()
        self._begin()

    @property
    def is_playing(self) -> bool:
        """Whether something is still to be heard, also while paused."""
        return bool(self._waiting) or not self._queue.is_heard

    @property
    def waiting_s(self) -> float:
        """How long what is queued will last: whoever makes sound stays a sentence ahead of it."""
        return self._queue.waiting_s + sum(len(samples) / rate_hz for samples, rate_hz in self._waiting)

    def position(self) -> Position:
        """(tag, samples heard of it): what was really heard, without what is still on its way to the loudspeaker."""
        return self._queue.position()

    @property
    def volume(self) -> float:
        """A factor; 1.0 is as the sound was given."""
        return self._queue.volume

    @volume.setter
    def volume(self, factor: float) -> None:
        self._queue.volume = max(0.0, factor)

    def duck(self, gain: float = 0.3) -> None:
        """Play on, but softly: somebody may have begun to speak. Done within 20 ms and the device's latency."""
        self._queue.duck = max(0.0, gain)

    def unduck(self) -> None:
        """As loud as before."""
        self._queue.duck = 1.0

    @property
    def is_ducked(self) -> bool:
        """Whether it plays softly now."""
        return self._queue.duck != 1.0

    def pause(self) -> None:
        """Hold; position and queue stay."""
        self._queue.is_paused = True

    def resume(self) -> None:
        """Go on where it was held."""
        self._queue.is_paused = False

    @property
    def is_paused(self) -> bool:
        """Whether it is held."""
        return self._queue.is_paused

    async def stop(self) -> Position:
        """Silence within tens of milliseconds; everything queued is dropped. What had been heard by then."""
        last = self._queue.position() if self.is_playing else NOWHERE
        self._forget()
        async with self._turn:
            if self._sink is not None and self._is_running:
                self._is_running = False
                try:
                    await asyncio.shield(self._sink.abort())
                except HearthError as gone:
                    _log.info("the loudspeaker was gone at the stop: %s", gone)
                self._queue.restarted()
        await self._tell_waiting()
        return last

    async def drained(self) -> None:
        """Until everything was heard, or stopped. NoLoudspeaker or another trouble where it never will be."""
        async with self._heard:
            await self._heard.wait_for(lambda: not self.is_playing)
        if self._trouble is not None:
            raise self._trouble

    def _forget(self) -> None:
        self._waiting.clear()
        self._resampler = None
        self._queue.clear()
        self._queue.duck = 1.0
        self._queue.is_paused = False

    async def _tell_waiting(self) -> None:
        async with self._heard:
            self._heard.notify_all()

    # ---- the task ---------------------------------------------------------------------------------------------------

    def _begin(self) -> None:
        if self._task is None or self._task.done():
            self._task = asyncio.get_running_loop().create_task(self._run(), name="playback")

    async def _run(self) -> None:
        """Feed and look after the device while there is something to hear; then close it when nothing comes."""
        while True:
            await self._play_all()
            await self._tell_waiting()
            self._wake.clear()
            if self.is_playing:
                continue
            if self._sink is not None and self._sink.underruns > MOST_UNDERRUNS:
                await self._close_sink()  # the next sound gets one with more time
                continue  # it may have come meanwhile
            if self._sink is None:
                return  # the next sound begins another task
            try:
                await asyncio.wait_for(self._wake.wait(), self._idle_close_s)
            except TimeoutError:
                await self._close_sink()

    async def _play_all(self) -> None:
        while self.is_playing:
            if await self._is_lost():
                await self._replace()
            try:
                await self._ensure_sink()
            except HearthError as trouble:
                await self._retry(trouble)
                continue
            if self._waiting:
                await self._feed_piece()
            else:
                await asyncio.sleep(LOOK_S)

    async def _feed_piece(self) -> None:
        piece = self._waiting[0]
        samples, rate_hz = piece
        step = int(rate_hz * SLICE_S)
        for at in range(0, len(samples), step):
            if not self._waiting or self._waiting[0] is not piece:
                return  # stopped meanwhile
            self._put(samples[at : at + step], rate_hz, is_last=at + step >= len(samples))
            await asyncio.sleep(0)

    def _put(self, samples: Samples, rate_hz: int, *, is_last: bool) -> None:
        """The resampler runs on into a next piece at the same rate, so that no seam is heard."""
        if self._resampler is None or self._resampler[:2] != (rate_hz, self._queue.rate_hz):
            self._resampler = (rate_hz, self._queue.rate_hz, Resampler(rate_hz, self._queue.rate_hz))
        follows = len(self._waiting) > 1 and self._waiting[1][1] == rate_hz
        ends = is_last and not follows
        self._queue.put(self._resampler[2].feed(samples, last=ends), more_comes=not ends)
        if is_last:
            self._waiting.popleft()

    async def _is_lost(self) -> bool:
        """Whether the device is gone; a sound server may have led the stream to another one without a word."""
        if self._sink is None:
            return False
        if self._changed.is_set():
            self._changed.clear()
            name = self._sink.device.name
            with contextlib.suppress(HearthError):
                if (await self._devices.find(name, "loudspeaker")).name != name:
                    return True
        return not self._sink.is_alive

    async def _replace(self) -> None:
        """The loudspeaker vanished."""
        await self._close_sink()
        self._announcer.announce(VoiceTrouble(LoudspeakerLost()))
        with contextlib.suppress(HearthError):
            await self._devices.refresh()

    async def _retry(self, trouble: HearthError) -> None:
        """Try other ways to a loudspeaker for some seconds; then what is queued is given up."""
        self._announcer.announce(VoiceTrouble(trouble))
        retry_s = FIRST_RETRY_S
        for _ in range(TRIES):
            with contextlib.suppress(HearthError):
                await self._devices.refresh()
            try:
                await self._ensure_sink()
            except HearthError as again:
                trouble = again
            else:
                return
            await self._close_sink()
            self._changed.clear()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._changed.wait(), retry_s)
            retry_s *= 2
        self._trouble = trouble
        self._forget()
        await self._close_sink()
