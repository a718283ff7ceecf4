"""Microphones and loudspeakers by names that people know: found, watched, opened.

On Linux the sound server is asked (PortAudio sees only “pulse” there), elsewhere PortAudio. Devices are remembered by
name, never by number. All calls of PortAudio run in one sound thread.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar, runtime_checkable

from core.errors import HearthError
from core.events import Announcer, SoundDevicesChanged
from core.voice.ring_buffer import Block
from core.voice.sound_server import Kind, ServerDevice, SoundServer, is_possible
from core.voice.sound_streams import (
    OUTPUT_LATENCY_S,
    RATES_HZ,
    SERVER_NAMES,
    InputPort,
    OutputPort,
    PortDevice,
    StreamRefused,
    port_devices,
    start_anew,
)
from core.voice.voice_trouble import NoLoudspeaker, NoMicrophone, SoundDeviceRefused, SoundServerGone
from models.speech.engines import RATE_HZ as SPEECH_RATE_HZ
from models.speech.engines import Samples

_log = logging.getLogger("hearth.voice")

LOOK_S = 0.02
OPEN_S = 10.0
"""A Bluetooth headset may need three seconds; a sound server that hangs answers never."""
MOST_UNDERRUNS = 2
MOST_LATENCY_S = 0.2
"""A loudspeaker that stuttered more often is given twice the time when it is opened again."""
FIRST_RETRY_S, LAST_RETRY_S = 0.25, 8.0

FEWER_HOSTS = ("Windows WASAPI", "Core Audio", "ALSA")
"""Windows lists each device once for each of its four interfaces: only the first of these is shown."""
PSEUDO_DEVICES = ("sysdefault", "dmix", "dsnoop", "front", "surround", "iec958", "spdif", "hdmi", "lavrate", "upmix")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class SoundDevice:
    """A microphone or loudspeaker. `name` is what is kept in the settings, `title` what people read."""

    name: str
    title: str
    kind: Kind
    is_usual: bool = False
    rate_hz: int = RATES_HZ[0]
    channels: int = 1
    is_monitor: bool = False
    is_echo_cancelled: bool = False


class SoundSource(Protocol):
    """An open microphone. Tests give a scripted one."""

    @property
    def device(self) -> SoundDevice:
        """Where the sound comes from."""

    look_s: float
    """How often to look for sound; whoever reads sets it."""

    @property
    def rate_hz(self) -> int:
        """Of the blocks."""

    @property
    def waiting_s(self) -> float:
        """How much sound has come that nobody has taken yet."""

    def blocks(self) -> AsyncIterator[Block]:
        """Samples × channels as they come. It ends when the device is gone, or is another one than was asked for."""

    async def aclose(self) -> None:
        """Close the device; may be called twice."""


class SoundSink(Protocol):
    """An open loudspeaker that asks for sound by itself while it runs. Tests give a scripted one."""

    @property
    def device(self) -> SoundDevice:
        """Where the sound goes."""

    @property
    def rate_hz(self) -> int:
        """Of the sound it asks for."""

    @property
    def latency_s(self) -> float:
        """From asking to hearing."""

    @property
    def underruns(self) -> int:
        """How often it was given sound too late."""

    @property
    def is_alive(self) -> bool:
        """Whether it still plays."""

    async def start(self) -> None:
        """Begin to ask, also again after `abort`."""

    async def abort(self) -> None:
        """Silence now: what was asked for but is not heard yet is dropped."""

    async def aclose(self) -> None:
        """Close the device; may be called twice."""


@runtime_checkable
class Yielding(Protocol):
    """Holds a device that it can let go for a moment."""

    async def step_aside(self) -> None:
        """Close the device: PortAudio is started anew."""


class Sounding(Protocol):
    """What capture, playback and a picker need of the devices."""

    async def all(self) -> list[SoundDevice]:
        """All devices, the usual ones first."""

    async def find(self, name: str, kind: Kind) -> SoundDevice:
        """The device of this name, or the usual one."""

    async def open_microphone(self, device: SoundDevice) -> SoundSource:
        """Open it. SoundDeviceRefused, SoundServerGone."""

    async def open_loudspeaker(self, device: SoundDevice, pull: Callable[[int], Samples]) -> SoundSink:
        """Open it, not started yet. SoundDeviceRefused, SoundServerGone."""

    def subscribe(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call `listener` whenever devices or routes may have changed; the returned function ends that."""

    def watch(self) -> None:
        """Notice changes from now on."""

    async def refresh(self) -> None:
        """Look at the devices again, also where nothing tells of changes."""

    async def server_is_gone(self) -> bool:
        """Whether there was a sound server and is none now."""

    def let_yield(self, holder: Yielding) -> None:
        """`holder` is asked to step aside when PortAudio has to be started anew."""


class SoundDevices:
    """The sound devices of this computer. Nothing is loaded before the first question; `aclose` ends all threads."""

    def __init__(self, *, announcer: Announcer) -> None:
        self._announcer = announcer
        self._thread: ThreadPoolExecutor | None = None
        self._server = SoundServer()
        self._had_server = False
        self._known: tuple[SoundDevice, ...] | None = None
        self._last: tuple[SoundDevice, ...] | None = None
        self._ports: tuple[PortDevice, ...] = ()
        self._listeners: list[Callable[[], None]] = []
        self._holders: list[Yielding] = []
        self._open: set[_Source | _Sink] = set()
        self._openings: set[asyncio.Future[Any]] = set()
        self._latency_s = OUTPUT_LATENCY_S
        self._watching: asyncio.Task[None] | None = None
        self._looking = asyncio.Lock()

    # ---- which there are --------------------------------------------------------------------------------------------

    async def all(self, *, monitors: bool = False) -> list[SoundDevice]:
        """All devices, the usual ones first. With `monitors` also what only repeats a loudspeaker."""
        devices = [device for device in await self._devices() if monitors or not device.is_monitor]
        return sorted(devices, key=lambda device: (device.kind, not device.is_usual, device.title.casefold()))

    async def find(self, name: str, kind: Kind) -> SoundDevice:
        """The device called `name`; where it is not there, or `name` is empty, the usual one, else any.

        NoMicrophone, NoLoudspeaker, SoundServerGone. A monitor is found only by its own name: nobody speaks into it.
        """
        fitting = [device for device in await self._devices() if device.kind == kind]
        for device in fitting:
            if name and device.name == name:
                return device
        real = sorted((device for device in fitting if not device.is_monitor), key=lambda device: not device.is_usual)
        if real:
            return real[0]
        if self._had_server and not fitting:
            raise SoundServerGone
        raise NoMicrophone if kind == "microphone" else NoLoudspeaker

    async def refresh(self) -> None:
        """Look at the devices again. Without a sound server PortAudio is started anew, which takes some 50 ms.

        Whoever holds a device is asked to let go of it for that moment. A change is announced.
        """
        if await self._ask_server() is None or not any(port.name in SERVER_NAMES for port in self._ports):
            for holder in tuple(self._holders):
                await holder.step_aside()
            if not self._open:
                await self._start_anew()
        if await self._look_again():
            self._tell()

    async def server_is_gone(self) -> bool:
        """Whether there was a sound server and is none now: asks it, which takes some milliseconds."""
        return self._had_server and await self._ask_server() is None

    async def _devices(self) -> tuple[SoundDevice, ...]:
        async with self._looking:
            if self._known is None:
                await self._look_again()
            return self._known or ()

    async def _look_again(self) -> bool:
        """Whether the devices are others than at the last look."""
        before, self._known = self._last, await self._listed()
        self._last = self._known
        if before is None or before == self._known:
            return False
        self._announcer.announce(SoundDevicesChanged())
        return True

    def _tell(self) -> None:
        for listener in tuple(self._listeners):
            listener()

    async def _start_anew(self) -> None:
        try:
            await self._in_thread(start_anew)
        except StreamRefused as refused:
            _log.info("PortAudio could not be started anew: %s", refused)

    async def _listed(self) -> tuple[SoundDevice, ...]:
        devices = await self._ask_server()
        try:
            self._ports = tuple(await self._in_thread(port_devices))
        except StreamRefused:
            self._ports = ()
        if devices is not None:
            self._had_server = True
            return tuple(_of_server(each) for each in devices)
        if self._had_server:
            return ()
        return _of_ports(self._ports)

    async def _ask_server(self) -> tuple[ServerDevice, ...] | None:
        if not is_possible():
            return None
        try:
            return await self._in_thread(self._server.devices)
        except SoundServerGone:
            return None

    # ---- changes ----------------------------------------------------------------------------------------------------

    def subscribe(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call `listener` whenever devices or routes may have changed; the returned function ends that."""
        self._listeners.append(listener)

        def unsubscribe() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return unsubscribe

    def let_yield(self, holder: Yielding) -> None:
        """`holder` is asked to step aside when PortAudio has to be started anew."""
        self._holders.append(holder)

    def watch(self) -> None:
        """Announce `SoundDevicesChanged` from now on, until `aclose`. May be called again; costs nothing meanwhile.

        Only a sound server tells of changes; elsewhere `refresh` has to be called, for instance by an open picker.
        """
        if self._watching is None and is_possible():
            self._watching = asyncio.get_running_loop().create_task(self._watch(), name="sound devices")

    async def _watch(self) -> None:
        """A thread of its own waits for the server; where that is gone it is looked for less and less often."""
        listener = SoundServer()
        retry_s = FIRST_RETRY_S
        with ThreadPoolExecutor(1, thread_name_prefix="sound watch") as thread:
            while True:
                try:
                    await _uninterrupted(thread, listener.wait_for_change, listener.stop_waiting)
                    retry_s = FIRST_RETRY_S
                except SoundServerGone:
                    if not self._had_server:
                        return  # a computer without one
                    await asyncio.sleep(retry_s)
                    retry_s = min(retry_s * 2, LAST_RETRY_S)
                except asyncio.CancelledError:
                    thread.submit(listener.close)
                    raise
                await self._after_change()

    async def _after_change(self) -> None:
        try:
            await self._check_routes()
            await self._look_again()
            self._tell()
        except HearthError as gone:
            _log.info("sound devices could not be listed: %s", gone)

    async def _check_routes(self) -> None:
        """When a microphone vanishes the server moves its streams without a word, also to a loudspeaker's monitor."""
        sources = [each for each in self._open if isinstance(each, _Source)]
        if not sources:
            return
        try:
            routes = await self._in_thread(lambda: self._server.my_streams("microphone"))
        except SoundServerGone:
            return
        wanted = {source.device.name for source in sources}
        strays = [name for name in routes.values() if name and name not in wanted]
        for source in sources:
            if strays and source.device.name not in routes.values():
                source.end()

    # ---- opening ----------------------------------------------------------------------------------------------------

    async def open_microphone(self, device: SoundDevice) -> SoundSource:
        """Open it: 3 to 8 ms where it was looked up before. SoundDeviceRefused, SoundServerGone, NoMicrophone."""

        def opened() -> InputPort:
            index, route = self._place(device)
            return InputPort(index, rates_hz=_rates_to_ask_for(device), route=route)

        port = await self._opened(opened, device)
        source = _Source(port, device, run=self._in_thread, closed=self._forget)
        self._open.add(source)
        return source

    async def open_loudspeaker(self, device: SoundDevice, pull: Callable[[int], Samples]) -> SoundSink:
        """Open it; `pull` is called from a foreign thread once it is started. Errors as with `open_microphone`."""

        def opened() -> OutputPort:
            index, route = self._place(device)
            rates_hz, channels, latency_s = (device.rate_hz,), device.channels, self._latency_s
            return OutputPort(index, pull, rates_hz=rates_hz, channels=channels, route=route, latency_s=latency_s)

        port = await self._opened(opened, device)
        sink = _Sink(port, device, run=self._in_thread, closed=self._forget)
        self._open.add(sink)
        return sink

    async def _opened(self, opened: Callable[[], T], device: SoundDevice) -> T:
        opening = asyncio.ensure_future(self._in_thread(opened))
        self._openings.add(opening)
        opening.add_done_callback(self._openings.discard)
        try:
            async with asyncio.timeout(OPEN_S):
                return await asyncio.shield(opening)
        except asyncio.CancelledError:
            opening.add_done_callback(self._close_unwanted)
            raise
        except StreamRefused as refused:
            self._known = None
            raise SoundDeviceRefused(str(refused), device=device.title) from refused
        except TimeoutError as hangs:
            opening.add_done_callback(self._close_unwanted)
            raise SoundServerGone("opening hangs") from hangs

    def _close_unwanted(self, opening: asyncio.Future[T]) -> None:
        """Nobody waits any more for what was being opened: else the microphone would stay open, and call nobody."""
        if opening.cancelled() or opening.exception() is not None:
            return
        port = opening.result()
        if isinstance(port, (InputPort, OutputPort)):
            asyncio.get_running_loop().run_in_executor(self._thread, port.close)

    def _place(self, device: SoundDevice) -> tuple[int, str]:
        """Which device of PortAudio, and where the sound server shall lead its stream."""
        if not self._ports:
            self._ports = tuple(port_devices())
        if self._had_server:
            for name in SERVER_NAMES:
                for port in self._ports:
                    if port.name == name:
                        return port.index, device.name
            raise StreamRefused("PortAudio does not know the sound server")
        for port in self._ports:
            if _port_name(port) == device.name and _fits(port, device.kind):
                return port.index, ""
        raise StreamRefused("the device is gone")

    def _forget(self, stream: _Source | _Sink) -> None:
        self._open.discard(stream)
        if isinstance(stream, _Sink) and stream.underruns > MOST_UNDERRUNS:
            self._latency_s = min(self._latency_s * 2, MOST_LATENCY_S)

    # ---- the sound thread -------------------------------------------------------------------------------------------

    async def _in_thread(self, work: Callable[[], T]) -> T:
        if self._thread is None:
            self._thread = ThreadPoolExecutor(1, thread_name_prefix="sound")
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)

    async def aclose(self) -> None:
        """End watching and all threads; streams must be closed before. May be called twice."""
        watching, self._watching = self._watching, None
        if watching is not None:
            watching.cancel()
            await asyncio.gather(watching, return_exceptions=True)
        for stream in tuple(self._open):
            await stream.aclose()
        if self._openings:  # nobody waits for them: each is closed when it is there
            await asyncio.wait(self._openings, timeout=OPEN_S)
        if self._thread is not None:
            await self._in_thread(self._server.close)
            self._thread.shutdown(wait=True)
            self._thread = None
        self._known = None


class _Source:
    """An open microphone of PortAudio."""

    def __init__(
        self,
        port: InputPort,
        device: SoundDevice,
        *,
        run: Callable[[Callable[[], None]], Awaitable[None]],
        closed: Callable[[_Source], None],
    ) -> None:
        self._port = port
        self.device = device
        self._run = run
        self._closed = closed
        self._is_over = False
        self.look_s = LOOK_S

    @property
    def rate_hz(self) -> int:
        return self._port.rate_hz

    @property
    def waiting_s(self) -> float:
        return self._port.ring.waiting / self._port.rate_hz

    def end(self) -> None:
        """What comes now is not what was asked for."""
        self._is_over = True

    async def blocks(self) -> AsyncIterator[Block]:
        while not self._is_over:
            is_dead = self._port.is_dead
            block = self._port.ring.take()
            if len(block):
                yield block
            if is_dead:
                return
            await asyncio.sleep(self.look_s)

    async def aclose(self) -> None:
        self._is_over = True
        self._closed(self)
        await self._run(self._port.close)


class _Sink:
    """An open loudspeaker of PortAudio."""

    def __init__(
        self,
        port: OutputPort,
        device: SoundDevice,
        *,
        run: Callable[[Callable[[], None]], Awaitable[None]],
        closed: Callable[[_Sink], None],
    ) -> None:
        self._port = port
        self.device = device
        self._run = run
        self._closed = closed

    @property
    def rate_hz(self) -> int:
        return self._port.rate_hz

    @property
    def latency_s(self) -> float:
        return self._port.latency_s

    @property
    def underruns(self) -> int:
        return self._port.underflows

    @property
    def is_alive(self) -> bool:
        return not self._port.is_dead

    async def start(self) -> None:
        try:
            await self._run(self._port.start)
        except StreamRefused as refused:
            raise SoundDeviceRefused(str(refused), device=self.device.title) from refused

    async def abort(self) -> None:
        try:
            await self._run(self._port.abort)
        except StreamRefused as refused:
            raise SoundDeviceRefused(str(refused), device=self.device.title) from refused

    async def aclose(self) -> None:
        self._closed(self)
        await self._run(self._port.close)


async def _uninterrupted(thread: ThreadPoolExecutor, work: Callable[[], None], stop: Callable[[], None]) -> None:
    """Blocking `work` in a thread; cancelled, it is stopped and waited for: a thread cannot be left alone."""
    future = asyncio.get_running_loop().run_in_executor(thread, work)
    try:
        await asyncio.shield(future)
    except asyncio.CancelledError:
        while not future.done():
            stop()
            await asyncio.wait([future], timeout=LOOK_S)
        if not future.cancelled():
            future.exception()
        raise


def _rates_to_ask_for(device: SoundDevice) -> tuple[int, ...]:
    """The device's own rate where it is a multiple of 16 kHz, which costs neither time nor quality; else 48 kHz first.

    A sound server or system converts that in a millisecond or two; where it is refused the device's own rate is taken.
    """
    if device.rate_hz % SPEECH_RATE_HZ == 0:
        return (device.rate_hz,)
    return (RATES_HZ[0], device.rate_hz)


def _of_server(each: ServerDevice) -> SoundDevice:
    return SoundDevice(
        name=each.name,
        title=each.title,
        kind=each.kind,
        is_usual=each.is_usual and not each.is_monitor,
        rate_hz=each.rate_hz,
        channels=each.channels,
        is_monitor=each.is_monitor,
        is_echo_cancelled=each.is_echo_cancelled,
    )


def _of_ports(ports: tuple[PortDevice, ...]) -> tuple[SoundDevice, ...]:
    """PortAudio's devices, those of the best interface only."""
    hosts = {port.host for port in ports}
    best = next((host for host in FEWER_HOSTS if host in hosts), "")
    shown = [port for port in ports if (not best or port.host == best) and not port.name.startswith(PSEUDO_DEVICES)]
    microphones = [_of_port(port, "microphone") for port in shown if port.inputs > 0]
    return (*microphones, *(_of_port(port, "loudspeaker") for port in shown if port.outputs > 0))


def _of_port(port: PortDevice, kind: Kind) -> SoundDevice:
    is_usual = port.is_usual_input if kind == "microphone" else port.is_usual_output
    channels = port.inputs if kind == "microphone" else port.outputs
    return SoundDevice(
        _port_name(port), port.name, kind, is_usual=is_usual, rate_hz=port.rate_hz, channels=min(2, channels)
    )


def _port_name(port: PortDevice) -> str:
    return f"{port.name}, {port.host}"


def _fits(port: PortDevice, kind: Kind) -> bool:
    return (port.inputs if kind == "microphone" else port.outputs) > 0
