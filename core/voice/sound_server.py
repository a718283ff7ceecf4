"""PulseAudio and PipeWire by their common protocol: names people know, which device is the usual one, and what changes.

PortAudio sees one “pulse” here. Everything blocks, so it runs in threads: one connection asks, another one waits. No
exception of pulsectl leaves this file; a server that is gone raises `SoundServerGone`.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from core.voice.voice_trouble import SoundServerGone

if TYPE_CHECKING:
    import pulsectl

Kind: TypeAlias = Literal["microphone", "loudspeaker"]

CLIENT = "Hearth"
CONNECT_S = 2.0
CONNECT_STEP_S = 0.005
BUNDLE_S = 0.03
NO_INDEX = 0xFFFFFFFF
CANCELLERS = ("echo-cancel", "echo_cancel", "echo cancel", "echocancel")
"""How modules of PulseAudio and PipeWire that cancel echoes name what they offer."""


@dataclass(frozen=True, slots=True)
class ServerDevice:
    """A source or sink of the server."""

    name: str
    title: str
    kind: Kind
    is_usual: bool
    rate_hz: int
    channels: int
    is_monitor: bool
    is_echo_cancelled: bool


def is_possible() -> bool:
    """Whether this system can have such a server."""
    return sys.platform.startswith("linux")


class SoundServer:
    """One connection, made when it is needed and made again after it broke. Used from one thread at a time."""

    def __init__(self) -> None:
        self._pulse: pulsectl.Pulse | None = None
        self._stop = threading.Event()
        self._listens = False
        self._changed = False
        self._was_lost = False

    def devices(self) -> tuple[ServerDevice, ...]:
        """All sources and sinks."""
        with self._connected() as pulse:
            usual = pulse.server_info()
            sources = [_device(each, "microphone", usual.default_source_name) for each in _listed(pulse, "microphone")]
            sinks = [_device(each, "loudspeaker", usual.default_sink_name) for each in _listed(pulse, "loudspeaker")]
        return (*sources, *sinks)

    def my_streams(self, kind: Kind) -> dict[int, str]:
        """The streams of this process that record or play: number to name of the device each is connected to now."""
        with self._connected() as pulse:
            streams = pulse.source_output_list() if kind == "microphone" else pulse.sink_input_list()
            mine = [each for each in streams if each.proplist.get("application.process.id") == str(os.getpid())]
            if not mine:
                return {}
            devices = pulse.source_list() if kind == "microphone" else pulse.sink_list()
        names = {device.index: device.name for device in devices}
        return {each.index: names.get(each.source if kind == "microphone" else each.sink, "") for each in mine}

    def wait_for_change(self) -> None:
        """Returns once a device came, went or changed, a stream was moved, or `stop_waiting` was called.

        At once where the server had been gone: what happened before it was asked to tell is not told.
        """
        import pulsectl

        def changed(_: object) -> None:
            self._changed = True
            raise pulsectl.PulseLoopStop

        with self._connected() as pulse:
            pulse.event_callback_set(changed)
            if not self._listens:
                pulse.event_mask_set("source", "sink", "server", "source_output")
                self._listens = True
            self._changed, self._was_lost = self._changed or self._was_lost, False
            if not self._changed and not self._stop.is_set():
                pulse.event_listen()
            # Changes come in bundles; one look at the devices serves all of them.
            pulse.event_callback_set(lambda _: None)
            if not self._stop.is_set():
                pulse.event_listen(BUNDLE_S)
            self._changed = False

    def stop_waiting(self) -> None:
        """End `wait_for_change` from another thread. It may have been about to begin: call again until it returned."""
        self._stop.set()
        if self._pulse is not None:
            self._pulse.event_listen_stop()

    def close(self) -> None:
        """Give the connection up; the next question makes another one."""
        pulse, self._pulse = self._pulse, None
        self._listens = False
        if pulse is not None:
            pulse.close()

    @contextmanager
    def _connected(self) -> Iterator[pulsectl.Pulse]:
        try:
            import pulsectl
        except (ImportError, OSError) as missing:  # libpulse is not installed
            raise SoundServerGone(str(missing)) from missing
        try:
            if self._pulse is None:
                self._pulse = _connection(pulsectl)
            yield self._pulse
            if not self._pulse.connected:
                raise pulsectl.PulseDisconnected
        except (pulsectl.PulseError, pulsectl.PulseDisconnected, pulsectl._pulsectl.pa.CallError) as gone:
            self.close()
            self._was_lost = True
            raise SoundServerGone(repr(gone)) from gone


def _connection(pulsectl: Any) -> pulsectl.Pulse:
    """WORKAROUND(pulsectl 24.12): its `connect` with a time limit always takes all of it, also when the server answers
    in a millisecond, since the poll inside clears the flag that should end it. So it polls in short steps here."""

    class Connection(pulsectl.Pulse):  # type: ignore[misc]
        def _pulse_poll(self, timeout: float | None = None) -> None:
            is_connecting = self.connected is None and timeout is not None
            super()._pulse_poll(min(timeout or 0.0, CONNECT_STEP_S) if is_connecting else timeout)

    pulse = Connection(CLIENT, connect=False)
    try:
        pulse.connect(autospawn=False, timeout=CONNECT_S)
    except BaseException:
        pulse.close()
        raise
    return pulse


def _listed(pulse: pulsectl.Pulse, kind: Kind) -> list[Any]:
    """Sources or sinks, each with its `rate_hz`.

    WORKAROUND(pulsectl 24.12): `sample_spec` of its own lists points into memory that libpulse has reused by then
    (all devices show the rate of the last one), so the rate is copied while the structure is still there.
    """
    import pulsectl
    from pulsectl import _pulsectl as native

    source_or_sink = pulsectl.PulseSourceInfo if kind == "microphone" else pulsectl.PulseSinkInfo

    class Described(source_or_sink):  # type: ignore[misc, valid-type]
        def _init_from_struct(self, struct: Any) -> None:
            self.rate_hz = int(struct.sample_spec.rate)

    if kind == "microphone":
        callback, asked = native.PA_SOURCE_INFO_CB_T, native.pa.context_get_source_info_list
    else:
        callback, asked = native.PA_SINK_INFO_CB_T, native.pa.context_get_sink_info_list
    devices: list[Any] = pulsectl.Pulse._pulse_get_list(callback, asked, Described)(pulse)
    return devices


def _device(each: Any, kind: Kind, usual: str) -> ServerDevice:
    marks = f"{each.name} {each.driver} {each.description}".lower()
    return ServerDevice(
        name=each.name,
        title=each.description or each.name,
        kind=kind,
        is_usual=each.name == usual,
        rate_hz=each.rate_hz,
        channels=each.channel_count,
        is_monitor=kind == "microphone" and each.monitor_of_sink != NO_INDEX,
        is_echo_cancelled=any(mark in marks for mark in CANCELLERS),
    )
