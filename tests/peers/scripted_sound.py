"""Sound devices that a test writes the script of: a microphone and a loudspeaker without a clock of their own."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Callable

import numpy as np

from core.voice.ring_buffer import Block
from core.voice.sound_devices import SoundDevice, Yielding
from core.voice.sound_server import Kind
from core.voice.voice_trouble import NoLoudspeaker, NoMicrophone, SoundDeviceRefused, SoundServerGone
from models.speech.engines import RATE_HZ, Samples

STEP_S = 0.02


class ScriptedMicrophone:
    """Gives what was said into it as fast as it is taken, 20 ms at a time."""

    def __init__(self, device: SoundDevice) -> None:
        self.device = device
        self.rate_hz = device.rate_hz
        self.look_s = STEP_S
        self.is_closed = False
        self._blocks: deque[Block] = deque()
        self._came = asyncio.Event()
        self._is_gone = False

    def say(self, sound: Samples | Block) -> None:
        """Say `sound` (mono, or samples × channels, at the device's rate)."""
        block = sound.reshape(len(sound), -1).astype(np.float32)
        step = int(self.rate_hz * STEP_S)
        self._blocks.extend(block[at : at + step] for at in range(0, len(block), step))
        self._came.set()

    @property
    def waiting(self) -> int:
        """How many blocks were said and not taken yet."""
        return len(self._blocks)

    @property
    def waiting_s(self) -> float:
        """How much that is."""
        return sum(len(block) for block in self._blocks) / self.rate_hz

    def vanish(self) -> None:
        """Be pulled out, after what was said."""
        self._is_gone = True
        self._came.set()

    async def blocks(self) -> AsyncIterator[Block]:
        """What was said."""
        while True:
            while self._blocks:
                yield self._blocks.popleft()
                await asyncio.sleep(0)
            if self._is_gone or self.is_closed:
                return
            self._came.clear()
            await self._came.wait()

    async def aclose(self) -> None:
        """Close it."""
        self.is_closed = True
        self._came.set()


class ScriptedLoudspeaker:
    """Takes sound when the test lets time pass."""

    def __init__(self, device: SoundDevice, pull: Callable[[int], Samples], *, latency_s: float = 0.0) -> None:
        self.device = device
        self.rate_hz = device.rate_hz
        self.latency_s = latency_s
        self.underruns = 0
        self.is_alive = True
        self.is_running = False
        self.is_closed = False
        self.aborts = 0
        self._pull = pull
        self._played: list[Samples] = []

    @property
    def played(self) -> Samples:
        """Everything that it took, silence included."""
        return np.concatenate(self._played) if self._played else np.zeros(0, dtype=np.float32)

    def run_for(self, seconds: float) -> Samples:
        """Let time pass: what it took meanwhile. In blocks of 10 ms, as devices do."""
        taken = []
        left = round(seconds * self.rate_hz)
        while left > 0 and self.is_running and self.is_alive:
            size = min(left, self.rate_hz // 100)
            taken.append(self._pull(size))
            left -= size
        self._played.extend(taken)
        return np.concatenate(taken) if taken else np.zeros(0, dtype=np.float32)

    def vanish(self) -> None:
        """Be pulled out."""
        self.is_alive = False
        self.is_running = False

    async def start(self) -> None:
        """Begin to take sound."""
        self.is_running = True

    async def abort(self) -> None:
        """Drop what is on its way."""
        self.is_running = False
        self.aborts += 1

    async def aclose(self) -> None:
        """Close it."""
        self.is_running = False
        self.is_closed = True


class ScriptedDevices:
    """A computer with one microphone “mic” and one loudspeaker “speaker” at 16 kHz, or with what a test plugs in."""

    def __init__(self, *, rate_hz: int = RATE_HZ, latency_s: float = 0.0) -> None:
        self.latency_s = latency_s
        self.devices = [
            SoundDevice("mic", "Microphone", "microphone", is_usual=True, rate_hz=rate_hz),
            SoundDevice("speaker", "Loudspeaker", "loudspeaker", is_usual=True, rate_hz=rate_hz),
        ]
        self.refusals = 0
        self.refreshed = 0
        self._before_the_end: list[SoundDevice] | None = None
        self.microphones: list[ScriptedMicrophone] = []
        self.loudspeakers: list[ScriptedLoudspeaker] = []
        self._listeners: list[Callable[[], None]] = []

    @property
    def microphone(self) -> ScriptedMicrophone:
        """The one that was opened last."""
        return self.microphones[-1]

    @property
    def loudspeaker(self) -> ScriptedLoudspeaker:
        """The one that was opened last."""
        return self.loudspeakers[-1]

    def plug_in(self, device: SoundDevice) -> None:
        """Another device appears; a usual one takes that place."""
        if device.is_usual:
            for index, each in enumerate(self.devices):
                if each.kind == device.kind:
                    self.devices[index] = SoundDevice(each.name, each.title, each.kind, rate_hz=each.rate_hz)
        self.devices.append(device)
        self._tell()

    def pull_out(self, name: str) -> None:
        """A device vanishes, with what is open on it."""
        self.devices = [device for device in self.devices if device.name != name]
        opened: list[ScriptedMicrophone | ScriptedLoudspeaker] = [*self.microphones, *self.loudspeakers]
        for open_one in opened:
            if open_one.device.name == name:
                open_one.vanish()
        self._tell()

    def kill_server(self) -> None:
        """The sound server ends, and all devices with it."""
        self._before_the_end, self.devices = self.devices, []
        for open_one in (*self.loudspeakers, *self.microphones):
            open_one.vanish()
        self._tell()

    def restart_server(self) -> None:
        """It is there again, with the same devices."""
        self.devices, self._before_the_end = self._before_the_end or self.devices, None
        self._tell()

    async def server_is_gone(self) -> bool:
        """Between the two."""
        return self._before_the_end is not None

    def _tell(self) -> None:
        for listener in tuple(self._listeners):
            listener()

    async def all(self) -> list[SoundDevice]:
        """As the real ones do it."""
        return sorted(self.devices, key=lambda device: (device.kind, not device.is_usual, device.title))

    async def find(self, name: str, kind: Kind) -> SoundDevice:
        """As the real ones do it."""
        if self._before_the_end is not None:
            raise SoundServerGone
        fitting = [device for device in self.devices if device.kind == kind]
        fitting.sort(key=lambda device: (device.name != name, not device.is_usual))
        if not fitting:
            raise NoMicrophone if kind == "microphone" else NoLoudspeaker
        return fitting[0]

    async def open_microphone(self, device: SoundDevice) -> ScriptedMicrophone:
        """A new one each time; refused as often as `refusals` says."""
        self._refuse(device)
        self.microphones.append(ScriptedMicrophone(device))
        return self.microphone

    async def open_loudspeaker(self, device: SoundDevice, pull: Callable[[int], Samples]) -> ScriptedLoudspeaker:
        """A new one each time; refused as often as `refusals` says."""
        self._refuse(device)
        self.loudspeakers.append(ScriptedLoudspeaker(device, pull, latency_s=self.latency_s))
        return self.loudspeaker

    def _refuse(self, device: SoundDevice) -> None:
        if self.refusals:
            self.refusals -= 1
            raise SoundDeviceRefused(device=device.title)

    def subscribe(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Told when devices come and go."""
        self._listeners.append(listener)

        def unsubscribe() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return unsubscribe

    def watch(self) -> None:
        """It always does."""

    async def refresh(self) -> None:
        """Counted."""
        self.refreshed += 1

    def let_yield(self, holder: Yielding) -> None:
        """Nothing has to step aside here."""
