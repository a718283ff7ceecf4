"""The microphone: opened quickly, kept through every fault, and heard by as many readers as want to.

PortAudio's callback → ring → one task on the loop (resampling, cleanup, frames of 32 ms) → a second of past for those
who begin to read → readers. Nothing runs while the microphone is closed, and closing forgets the past.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import math
import weakref
from collections import deque
from collections.abc import Callable
from typing import Protocol

import numpy as np

from core.clock import Clock
from core.errors import HearthError
from core.events import Announcer, VoiceTrouble
from core.voice.cleanup import Cleanup
from core.voice.frame_stream import Clean, FrameStream
from core.voice.frames import AudioFrame, UncleanedFrame
from core.voice.levels import Level, level_of
from core.voice.ring_buffer import Block
from core.voice.sound_devices import FIRST_RETRY_S, LAST_RETRY_S, SoundDevice, Sounding, SoundSource
from core.voice.voice_trouble import MicrophoneLost, MicrophoneSilent
from models.speech.engines import FRAME_SAMPLES, RATE_HZ, Samples

_log = logging.getLogger("hearth.voice")

PAST_FRAMES = 32
"""1.02 s that somebody who begins to read may still have."""
MOST_WAITING_FRAMES = 1900
"""A reader may be a minute behind; then it loses its oldest sound, marked as a gap."""
SILENT_AFTER_S = 3.0
LEVEL_FRAMES = 3
PLAYS_LOOK_S, LIVELY_LOOK_S, QUIET_LOOK_S, UNREAD_LOOK_S = 0.006, 0.02, 0.064, 0.064
"""How often the loop looks for sound: while Hearth speaks, so that whoever interrupts is heard at once; while something
stands out of the room; where nothing does; and where only the past is kept. Looking each 20 ms all the time costs 1 to
1.5 % of a core more (shared EPYC), 64 ms delay an onset by 22 ms on average."""
STANDS_OUT = 3.0
"""Times the peak of the room: 10 dB. The peaks of noise differ by a half."""
LIVELY_S = 1.0
"""After something stood out, or was played: the end of a sentence is waited for, and its pauses are short."""
ROOM_RISES = 2.0
"""The room's own peak is the least of what is heard, let rise by so much a second: 6 dB, as the quiet gate's floor."""
SOFTEST_ROOM, FIRST_ROOM = 1e-4, 1e-3
AUDIBLE = 1e-5
"""What is played below −100 dB is the silence of a loudspeaker that is kept open."""
HURRIED_LOOK_S = 0.006
"""The same while somebody waits for the next sound: a key that went up is answered some 15 ms sooner."""
SLICE_S = 0.25
"""How much is worked on without a pause: 250 ms of sound take about 5 ms."""


class Reference(Protocol):
    """What the loudspeaker plays, for echo cancellation."""

    def take(self) -> Samples:
        """Everything since the last time, mono at 16 kHz."""


class FrameReader:
    """Frames for one reader, without end while the microphone is wanted; closing the microphone ends it."""

    def __init__(self, past: list[AudioFrame], *, lazily: bool) -> None:
        self.lazily = lazily
        self._waiting: deque[AudioFrame] = deque(past)
        self._came = asyncio.Event()
        self._is_over = False
        self._lost = False

    def __aiter__(self) -> FrameReader:
        return self

    async def __anext__(self) -> AudioFrame:
        while not self._waiting:
            if self._is_over:
                raise StopAsyncIteration
            self._came.clear()
            await self._came.wait()
        frame = self._waiting.popleft()
        if self._lost:
            self._lost = False
            return AudioFrame(frame.start_sample, frame.raw, frame.clean, after_gap=True)
        return frame

    async def aclose(self) -> None:
        """No more frames; may be called twice."""
        self._waiting.clear()
        self.end()

    def put(self, frame: AudioFrame) -> None:
        """Another frame; called by the capture."""
        if self._is_over:
            return
        if len(self._waiting) >= MOST_WAITING_FRAMES:
            self._waiting.popleft()
            self._lost = True
        self._waiting.append(frame)
        self._came.set()

    def end(self) -> None:
        """What came is still handed out, then it is over; called by the capture."""
        self._is_over = True
        self._came.set()


class Capture:
    """One microphone. `open` and `close` may come in any order and as quickly as a key can be pressed.

    A microphone that vanishes is announced as `VoiceTrouble(MicrophoneLost)`; the usual one takes over, or the next
    that appears, and readers go on with a frame marked `after_gap`. Exact silence is announced as `MicrophoneSilent`.
    """

    def __init__(
        self,
        devices: Sounding,
        cleanup_factory: Callable[[], Cleanup] = Cleanup,
        *,
        announcer: Announcer,
        clock: Clock,
        reference: Reference | None = None,
    ) -> None:
        self._devices = devices
        self._made_cleanup = cleanup_factory
        self._announcer = announcer
        self._clock = clock
        self._reference = reference
        self.cleanup: Cleanup | None = None
        self._name = ""
        self._source: SoundSource | None = None
        self._task: asyncio.Task[None] | None = None
        self._turn = asyncio.Lock()
        self._readers: weakref.WeakSet[FrameReader] = weakref.WeakSet()
        self._past: deque[AudioFrame] = deque(maxlen=PAST_FRAMES)
        self._next_sample = 0
        self._in_hand_s = 0.0
        self._zeros = 0
        self._plays_to = 0
        self._lively_to = 0
        self._room = FIRST_ROOM
        self._hurried_to = 0
        self._first = asyncio.Event()
        self._changed = asyncio.Event()
        devices.subscribe(self._changed.set)
        self.opening_s = 0.0

    # ---- open and close ---------------------------------------------------------------------------------------------

    @property
    def is_open(self) -> bool:
        """Whether a microphone is open at this moment: the system shows it, too."""
        return self._source is not None

    @property
    def is_wanted(self) -> bool:
        """Whether one is open, or will be as soon as there is one again."""
        return self._task is not None

    @property
    def device(self) -> SoundDevice | None:
        """Which one."""
        return None if self._source is None else self._source.device

    @property
    def name(self) -> str:
        """Which microphone is wanted; empty: the usual one."""
        return self._name

    @property
    def next_sample(self) -> int:
        """The sample that comes next: what is heard from now on begins there."""
        return self._next_sample

    @property
    def said_to_sample(self) -> int:
        """The sample that is being said at this moment: what came in and waits to be worked on lies before it."""
        waiting_s = 0.0 if self._source is None else self._source.waiting_s
        return self._next_sample + round((self._in_hand_s + waiting_s) * RATE_HZ)

    async def open(self, name: str = "") -> None:
        """Open the microphone called `name`, or the usual one where that is not there. Nothing happens if it is open.

        NoMicrophone, SoundDeviceRefused, SoundServerGone, SystemLibraryMissing. It returns when the device runs;
        `first_frame` tells when sound came.
        """
        async with self._turn:
            if self._task is not None and name == self._name:
                return
            await self._end_task()
            self._name = name
            began_s = self._clock.uptime_s()
            self._devices.watch()
            self._changed.clear()
            self._source = await self._opened()
            self.opening_s = self._clock.uptime_s() - began_s
            self._task = asyncio.get_running_loop().create_task(self._run(), name="capture")

    async def close(self) -> None:
        """Close the microphone, end all readers and forget what was heard; may be called twice."""
        async with self._turn:
            await self._end_task()
            for reader in tuple(self._readers):
                reader.end()
            self._readers.clear()
            self._past.clear()

    async def first_frame(self) -> None:
        """Until sound has come in since `open`."""
        await self._first.wait()

    async def _end_task(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
        await self._close_source()
        self._first.clear()

    async def _opened(self) -> SoundSource:
        """The source, where the list of devices may be older than the last fault."""
        try:
            return await self._devices.open_microphone(await self._devices.find(self._name, "microphone"))
        except HearthError as first:
            _log.info("the microphone is looked for again: %s", type(first).__name__)
            await self._devices.refresh()
            return await self._devices.open_microphone(await self._devices.find(self._name, "microphone"))

    # ---- reading ----------------------------------------------------------------------------------------------------

    def frames(self, from_s_ago: float = 0.0, *, lazily: bool = False) -> FrameReader:
        """All frames from now on, and before them up to a second of the past. Any number of readers at once.

        Iterate with `async for`; `aclose` ends it, and so does letting it go. `lazily`: the clean sound of a frame is
        made when it is asked for, which must be at once, on the loop; whoever does not ask saves most of the work.
        """
        wanted = math.ceil(from_s_ago * RATE_HZ / FRAME_SAMPLES)
        past = list(self._past)
        reader = FrameReader(past[max(0, len(past) - wanted) :], lazily=lazily)
        self._readers.add(reader)
        return reader

    def level(self) -> Level:
        """Of the last 96 ms."""
        latest = list(self._past)[-LEVEL_FRAMES:]
        return level_of(np.concatenate([frame.raw for frame in latest])) if latest else Level()

    def hurry(self, for_s: float) -> None:
        """Look closely until so many seconds of sound have come: somebody waits for them."""
        self._hurried_to = self._next_sample + round(for_s * RATE_HZ)

    # ---- the task ---------------------------------------------------------------------------------------------------

    async def _run(self) -> None:
        if self.cleanup is None:
            self.cleanup = await asyncio.to_thread(self._made_cleanup)  # loads a library: 200 ms the first time
        while True:
            if self._source is None:
                self._source = await self._another()
            is_lost = await self._hear(self._source)
            await self._close_source()
            if is_lost:
                self._announcer.announce(VoiceTrouble(MicrophoneLost()))

    async def _close_source(self) -> None:
        source, self._source = self._source, None
        if source is not None:
            await asyncio.shield(source.aclose())

    async def _hear(self, source: SoundSource) -> bool:
        """Take what this source gives. True once it gives no more, False once another one is the right one."""
        self._zeros = 0
        self._in_hand_s = 0.0
        stream = FrameStream(source.rate_hz, self.cleanup)
        is_gap = self._next_sample > 0
        step = max(1, int(source.rate_hz * SLICE_S))
        async for block in source.blocks():
            self._in_hand_s = len(block) / source.rate_hz
            for at in range(0, len(block), step):
                part = block[at : at + step]
                self._notice_silence(part, source.rate_hz)
                lazily = all(reader.lazily for reader in self._readers)
                for raw, clean in stream.feed(part, played=self._played(), lazily=lazily):
                    self._deliver(raw, clean, is_gap=is_gap)
                    is_gap = False
                self._in_hand_s -= len(part) / source.rate_hz
                if len(block) > step:
                    await asyncio.sleep(0)
            self._notice_room(block, source.rate_hz)
            source.look_s = self._pace()
            if self._changed.is_set() and await self._is_outdated(source):
                return not await self._is_there(source.device.name)
        return True

    def _pace(self) -> float:
        if not self._readers:
            return UNREAD_LOOK_S
        if self._next_sample < self._hurried_to:
            return HURRIED_LOOK_S
        if self._next_sample < self._plays_to:
            return PLAYS_LOOK_S
        return LIVELY_LOOK_S if self._next_sample < self._lively_to else QUIET_LOOK_S

    def _notice_room(self, block: Block, rate_hz: int) -> None:
        """Whether this stands out of what is always heard here."""
        peak = max(float(block.max()), -float(block.min()), SOFTEST_ROOM)
        self._room = min(peak, self._room * ROOM_RISES ** (len(block) / rate_hz))
        if peak > STANDS_OUT * self._room:
            self._lively_to = self._next_sample + round(LIVELY_S * RATE_HZ)

    def _played(self) -> Samples | None:
        """None where nothing is heard of it, nor was just before."""
        played = None if self._reference is None else self._reference.take()
        if played is None or not len(played):
            return None
        if played.max() > AUDIBLE or played.min() < -AUDIBLE:
            self._plays_to = self._next_sample + round(LIVELY_S * RATE_HZ)
        return played if self._next_sample < self._plays_to else None

    def _deliver(self, raw: Samples, clean: Clean, *, is_gap: bool) -> None:
        frame = UncleanedFrame(self._next_sample, raw, clean, after_gap=is_gap)
        self._next_sample += FRAME_SAMPLES
        self._past.append(frame)
        self._first.set()
        for reader in tuple(self._readers):
            reader.put(frame)

    def _notice_silence(self, block: Block, rate_hz: int) -> None:
        """Exact zeros for three seconds are no quiet room: a switch is off somewhere. Told while somebody listens."""
        if not self._readers:
            self._zeros = 0
            return
        limit = SILENT_AFTER_S * rate_hz
        was_told = self._zeros >= limit
        self._zeros = 0 if block.any() else self._zeros + len(block)
        if not was_told and self._zeros >= limit:
            self._announcer.announce(VoiceTrouble(MicrophoneSilent()))

    async def _is_outdated(self, source: SoundSource) -> bool:
        """Whether the right microphone is another one by now: plugged in again, or chosen in the system."""
        self._changed.clear()
        try:
            return (await self._devices.find(self._name, "microphone")).name != source.device.name
        except HearthError:
            return False  # the source notices by itself

    async def _is_there(self, name: str) -> bool:
        try:
            return (await self._devices.find(name, "microphone")).name == name
        except HearthError:
            return False

    async def _another(self) -> SoundSource:
        """The next source. Until there is one it is tried less and less often, and at once when devices change."""
        announced: set[str] = set()
        retry_s = FIRST_RETRY_S
        while True:
            self._changed.clear()
            try:
                return await self._opened()
            except HearthError as trouble:
                if trouble.code not in announced:
                    announced.add(trouble.code)
                    self._announcer.announce(VoiceTrouble(trouble))
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._changed.wait(), retry_s)
            retry_s = min(retry_s * 2, LAST_RETRY_S)
