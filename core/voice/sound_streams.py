"""PortAudio: streams from microphones and to loudspeakers. Its calls are not thread-safe: all run in one sound thread.

Everything here blocks but the callbacks, which PortAudio calls from a thread of its own: they copy and return.
`PortAudioError` does not leave this file.
"""

from __future__ import annotations

import atexit
import contextlib
import logging
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias

import numpy as np

from core.errors import HearthError, SystemLibraryMissing
from core.voice.ring_buffer import Block, RingBuffer
from models.speech.engines import Samples

_log = logging.getLogger("hearth.voice")

BLOCK_S = 0.032
"""A frame of the voice detector, which is complete with it (`frame_stream`): 0.6 % of a core (shared EPYC). Half of it
costs 1.1 %, PortAudio's own choice, 2 ms, 4 %."""

RING_S = 8.0
"""How late the loop may be before sound is lost."""

OUTPUT_LATENCY_S = 0.04
"""What the device holds is heard as it is: it goes down, or falls silent, so much later. Gaps heard in 9 s of a niced
process on two shared cores with a load of 12: three or four at 30 ms, one or two at 40 as at 50; beside four busy loops
of its own rank none at 30 or at 50. A loudspeaker that stutters is opened with twice as much the next time, which
begins when it has nothing to play."""

DEAD_AFTER_S = 1.0
"""A stream that calls nobody for so long is dead, whatever the system says of it."""

CLOSE_S = 5.0
"""Starting, stopping and closing take 5 to 100 ms. What takes longer hangs, as a rule for ever (`_within_limit`)."""

KEPT_STACKS_BYTES, USUAL_STACK_BYTES = 40 << 20, 2 << 20
"""What glibc keeps of the stacks of threads that have ended, and how large one is where the system sets no limit."""
MORE_STACKS, MOST_STACKS = 4, 24
"""Threads that end meanwhile leave theirs."""

RATES_HZ = (48_000, 44_100, 16_000, 8_000)
FINAL_ERRORS = frozenset({-9996, -9993, -9985})
"""PortAudio: invalid device, illegal combination of devices, device unavailable."""

CHANNELS = (1, 2)
"""ALSA's “default” claims 32; more than two are never asked for."""

SERVER_NAMES = ("pulse", "pipewire", "default")
"""PortAudio's names for the sound server on Linux, the most direct one first."""


@dataclass(frozen=True, slots=True)
class PortDevice:
    """A device as PortAudio lists it. `index` is good until PortAudio is started anew."""

    index: int
    name: str
    host: str
    inputs: int
    outputs: int
    rate_hz: int
    is_usual_input: bool
    is_usual_output: bool


class StreamRefused(Exception):
    """PortAudio did not open, start or stop a stream; its own text. Caught by `SoundDevices`."""

    is_final = False
    """Whether another rate would not help either."""


_left_alone: set[threading.Thread] = set()


class StreamHangs(StreamRefused):
    """A call that never returns."""

    is_final = True


def library() -> Any:
    """The sounddevice module. SystemLibraryMissing without PortAudio: that shows at the import."""
    try:
        import sounddevice
    except (ImportError, OSError) as missing:
        how = "Install it with “sudo apt install libportaudio2”, or with your system's package manager."
        raise SystemLibraryMissing(str(missing), library="PortAudio", command=how) from missing
    return sounddevice


def start_anew() -> None:
    """Let PortAudio look at the devices again. No stream may be open; StreamRefused where one was left to itself."""
    if _left_alone:
        raise StreamRefused("a stream hangs")
    sounddevice = library()
    with _typed(sounddevice):
        sounddevice._terminate()
        sounddevice._initialize()


def _leave_alone(working: threading.Thread) -> None:
    """PortAudio waits for all streams when it is ended: it is not while `working` waits, not even with the process."""
    _left_alone.add(working)
    atexit.unregister(library()._exit_handler)


def _came_back(stream: Any) -> None:
    """A call that was given up has returned, on a crowded machine: nobody holds the stream any more, so it is closed.

    Let go as it is, it would go on hearing, and call what is no longer there: that ends the process.
    """
    stream.close()
    _left_alone.discard(threading.current_thread())
    if not _left_alone:
        atexit.register(library()._exit_handler)


def port_devices() -> list[PortDevice]:
    """All devices of PortAudio, as it saw them when it was started."""
    sounddevice = library()
    with _typed(sounddevice):
        hosts = sounddevice.query_hostapis()
        return [_port_device(each, hosts[each["hostapi"]]) for each in sounddevice.query_devices()]


def _port_device(each: dict[str, Any], host: dict[str, Any]) -> PortDevice:
    return PortDevice(
        index=each["index"],
        name=each["name"],
        host=host["name"],
        inputs=each["max_input_channels"],
        outputs=each["max_output_channels"],
        rate_hz=int(each["default_samplerate"]) or RATES_HZ[0],
        is_usual_input=each["index"] == host["default_input_device"],
        is_usual_output=each["index"] == host["default_output_device"],
    )


class InputPort:
    """An open microphone: its callback fills `ring`."""

    def __init__(self, index: int, *, rates_hz: Sequence[int], route: str = "") -> None:
        self._stream: Any = None
        self._route = route
        self._index = index
        self.last_call_s = time.monotonic()
        self.overflows = 0
        self.has_ended = False
        self.rate_hz, self.channels = _first_that_opens(self._open, rates_hz)

    def _open(self, rate_hz: int, channels: int) -> None:
        sounddevice = library()
        self.ring = RingBuffer(int(rate_hz * RING_S), channels)
        self.last_call_s = time.monotonic()
        self.has_ended = False
        with _typed(sounddevice), _routed("PULSE_SOURCE", self._route):
            self._stream = sounddevice.RawInputStream(
                samplerate=rate_hz,
                blocksize=round(rate_hz * BLOCK_S),
                device=self._index,
                channels=channels,
                dtype="float32",
                latency="low",
                callback=self._callback,
                finished_callback=self._finished,
            )
            try:
                _start(self._stream)
            except StreamHangs:
                self._stream = None  # closing would hang, too
                raise
            except BaseException:
                self.close()
                raise

    def _callback(self, data: Any, _frames: int, _time: Any, status: Any) -> None:
        if status.input_overflow:
            self.overflows += 1
        self.ring.write(np.frombuffer(data, dtype=np.float32).reshape(-1, self.ring.channels))
        self.last_call_s = time.monotonic()

    @property
    def is_dead(self) -> bool:
        """Whether no sound comes any more."""
        return self.has_ended or time.monotonic() - self.last_call_s > DEAD_AFTER_S

    def _finished(self) -> None:
        self.has_ended = True

    def close(self) -> None:
        """End the stream; what it gave stays in the ring. May be called twice."""
        stream, self._stream = self._stream, None
        _close(stream)


class OutputPort:
    """An open loudspeaker: its callback asks `pull` for so many samples (mono), each time it needs some."""

    def __init__(
        self,
        index: int,
        pull: Callable[[int], Samples],
        *,
        rates_hz: Sequence[int],
        channels: int,
        route: str = "",
        latency_s: float = OUTPUT_LATENCY_S,
    ) -> None:
        self._stream: Any = None
        self._route = route
        self._index = index
        self._pull = pull
        self._runs = False
        self.last_call_s = time.monotonic()
        self.underflows = 0
        self.has_ended = False
        self.latency_s = latency_s
        wanted = (2, 1) if channels >= 2 else CHANNELS
        self.rate_hz, self.channels = _first_that_opens(self._open, rates_hz, channels=wanted)

    def _open(self, rate_hz: int, channels: int) -> None:
        sounddevice = library()
        with _typed(sounddevice), _routed("PULSE_SINK", self._route):
            self._stream = sounddevice.RawOutputStream(
                samplerate=rate_hz,
                blocksize=0,
                device=self._index,
                channels=channels,
                dtype="float32",
                latency=self.latency_s,
                callback=self._callback,
                finished_callback=self._finished,
            )
            self._channels_now = channels
            self.latency_s = float(self._stream.latency)

    def start(self) -> None:
        """Begin to ask for sound, also again after `abort`."""
        if self._stream is None or self._runs:
            return
        with _typed(library()):
            self._runs = True
            self.has_ended = False
            self.last_call_s = time.monotonic()
            self._done(lambda: _start(self._stream))

    def abort(self) -> None:
        """Silence at once: what the device holds is dropped."""
        if self._stream is None or not self._runs:
            return
        self._runs = False
        with _typed(library()):
            self._done(lambda: _within_limit(self._stream, "stopping"))

    def _done(self, work: Callable[[], object]) -> None:
        """A stream that hangs is left to itself: it counts as one that has ended."""
        try:
            work()
        except StreamHangs:
            self._stream, self._runs, self.has_ended = None, True, True
            raise

    def _callback(self, data: Any, frames: int, _time: Any, status: Any) -> None:
        if status.output_underflow:
            self.underflows += 1
        self.last_call_s = time.monotonic()
        out: Block = np.frombuffer(data, dtype=np.float32).reshape(frames, self._channels_now)
        out[:] = self._pull(frames)[:, np.newaxis]

    @property
    def is_dead(self) -> bool:
        """Whether it should play, and asks for no sound any more."""
        return self._runs and (self.has_ended or time.monotonic() - self.last_call_s > DEAD_AFTER_S)

    def _finished(self) -> None:
        if self._runs:
            self.has_ended = True

    def close(self) -> None:
        """End the stream; may be called twice."""
        self._runs = False
        stream, self._stream = self._stream, None
        _close(stream)


def _first_that_opens(
    opened: Callable[[int, int], None], rates_hz: Sequence[int], *, channels: Sequence[int] = CHANNELS
) -> tuple[int, int]:
    """Open with the first rate and number of channels that the device takes; the first refusal tells why none did."""
    refusal: StreamRefused | None = None
    for rate_hz in dict.fromkeys((*rates_hz, *RATES_HZ)):
        for count in channels:
            try:
                opened(rate_hz, count)
            except StreamRefused as refused:
                refusal = refusal or refused
                if refused.is_final:
                    raise
            else:
                return rate_hz, count
    raise refusal or StreamRefused("nothing to try")


def _close(stream: Any) -> None:
    """A stream that does not close is left to itself."""
    if stream is None:
        return
    # A device that is gone cannot be closed; PortAudio freed the stream all the same.
    with contextlib.suppress(library().PortAudioError, StreamHangs):
        _within_limit(stream, "closing")


def _start(stream: Any) -> None:
    with _fresh_stack():
        _within_limit(stream, "starting")


@contextmanager
def _fresh_stack() -> Iterator[None]:
    """WORKAROUND(PortAudio 19.6, 19.7): the stream's thread that sees the sound server end before its first sound came
    looks at a variable that nobody has set, and where that is not zero it runs in a circle for ever, a line of
    complaint each time (`PaAlsaStream_WaitForFrames`). It is not zero where another thread has left something in its
    place: so the stacks that glibc keeps for the next threads are taken while the stream starts, and its thread gets a
    new one, which is empty. Takes a millisecond.
    """
    if not sys.platform.startswith("linux"):
        yield
        return
    import resource

    size = resource.getrlimit(resource.RLIMIT_STACK)[0]
    kept = KEPT_STACKS_BYTES // (size if size > 0 else USUAL_STACK_BYTES) + MORE_STACKS
    over = threading.Event()
    waiting = [
        threading.Thread(target=over.wait, name="keeps a stack", daemon=True) for _ in range(min(kept, MOST_STACKS))
    ]
    try:
        for thread in waiting:
            thread.start()
        yield
    finally:
        over.set()
        for thread in waiting:
            thread.join()


_Waiting: TypeAlias = Literal["starting", "stopping", "closing"]
_CALLS: Final[Mapping[_Waiting, str]] = {"starting": "start", "stopping": "abort", "closing": "close"}


def _within_limit(stream: Any, what: _Waiting) -> None:
    """WORKAROUND(PortAudio 19.6, 19.7): where a sound server ends after a stream was opened and before its first sound
    came, starting waits for ever for a lock that the stream's thread has kept when it ended. So whatever waits for that
    thread is done by one that can be left alone: StreamHangs.
    """
    work = getattr(stream, _CALLS[what])
    fault: list[BaseException] = []
    turn = threading.Lock()
    is_over = is_given_up = False

    def done() -> None:
        nonlocal is_over
        try:
            work()
        except BaseException as raised:  # noqa: BLE001 - it is raised again where it is waited for
            fault.append(raised)
        with turn:
            is_over = True
        if is_given_up and what != "closing":
            _came_back(stream)

    working = threading.Thread(target=done, name=f"{what} a sound stream", daemon=True)
    working.start()
    working.join(CLOSE_S)
    with turn:
        is_given_up = not is_over
        if is_given_up and what != "closing":  # PortAudio has forgotten a stream that is being closed
            _leave_alone(working)
    if is_given_up:
        _log.warning("%s a sound stream took for ever", what)
        raise StreamHangs(f"{what} hangs")
    if fault:
        raise fault[0]


@contextmanager
def _typed(sounddevice: Any) -> Iterator[None]:
    try:
        yield
    except (HearthError, StreamRefused):
        raise
    except (sounddevice.PortAudioError, ValueError) as refused:  # ValueError: the device is not in the list
        refusal = StreamRefused(str(refused))
        refusal.is_final = bool(FINAL_ERRORS.intersection(refused.args))
        raise refusal from refused


@contextmanager
def _routed(variable: str, device: str) -> Iterator[None]:
    """The sound server's device for streams that are opened inside; libpulse reads it while it connects."""
    if not device or not sys.platform.startswith("linux"):
        yield
        return
    names = (variable, "PIPEWIRE_NODE")
    before = {name: os.environ.get(name) for name in names}
    os.environ.update(dict.fromkeys(names, device))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
