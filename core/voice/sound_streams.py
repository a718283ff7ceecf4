"""PortAudio: streams from microphones and to loudspeakers. Its calls are not thread-safe: all run in one sound thread.

Everything here blocks but the callbacks, which PortAudio calls from a thread of its own: they copy and return.
`PortAudioError` does not leave this file.
"""

from __future__ import annotations

import contextlib
import logging
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

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
of its own rank none at any of them. A loudspeaker that stutters is opened with twice as much the next time, which
begins when it has nothing to play."""

DEAD_AFTER_S = 1.0
"""A stream that calls nobody for so long is dead, whatever the system says of it."""

CLOSE_S = 5.0
"""Closing takes 5 to 100 ms."""

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


def library() -> Any:
    """The sounddevice module. SystemLibraryMissing without PortAudio: that shows at the import."""
    try:
        import sounddevice
    except (ImportError, OSError) as missing:
        how = "Install it with “sudo apt install libportaudio2”, or with your system's package manager."
        raise SystemLibraryMissing(str(missing), library="PortAudio", command=how) from missing
    return sounddevice


def start_anew() -> None:
    """Let PortAudio look at the devices again. No stream may be open."""
    sounddevice = library()
    with _typed(sounddevice):
        sounddevice._terminate()
        sounddevice._initialize()


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
                self._stream.start()
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
            self._stream.start()

    def abort(self) -> None:
        """Silence at once: what the device holds is dropped."""
        if self._stream is None or not self._runs:
            return
        self._runs = False
        with _typed(library()):
            self._stream.abort()

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
    """WORKAROUND(PortAudio 19.6, 19.7): where a sound server ends after a stream was opened and before its first sound
    came, the stream's thread may run in a circle, and closing waits for it for ever. The stream is left to itself then.
    """
    if stream is None:
        return

    def close() -> None:
        # A device that is gone cannot be closed; PortAudio freed the stream all the same.
        with contextlib.suppress(library().PortAudioError):
            stream.close()

    closing = threading.Thread(target=close, name="close a sound stream", daemon=True)
    closing.start()
    closing.join(CLOSE_S)
    if closing.is_alive():
        _log.warning("a sound stream did not close")


@contextmanager
def _typed(sounddevice: Any) -> Iterator[None]:
    try:
        yield
    except HearthError:
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
