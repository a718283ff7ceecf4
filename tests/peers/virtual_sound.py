"""A sound server of a test's own: a microphone that is spoken into, a loudspeaker that is listened to.

A real PulseAudio without hardware, private to the test; programs and PortAudio in this process find it by environment.
Null sinks need `norewinds=1`: without it they run two seconds late and recordings come back empty or cut.
"""

from __future__ import annotations

import contextlib
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import wave
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Self

import numpy as np

from models.speech.engines import RATE_HZ, Samples
from tests.peers.patience import PATIENCE_S

PROGRAMS = ("pulseaudio", "pactl", "pacat", "parec")
LOOK_EVERY_S = 0.02
FEED_MS = 800
"""How much of what is said is handed to the server ahead: a loaded machine may wake its player late."""
RATE_OF_DEVICES_HZ = 48_000

_HOLES = ("underrun of", "Failed to push data")
"""What the server notes when a program gave it its sound too late, or took it too late."""

_ALSA = """</usr/share/alsa/alsa.conf>
pcm.!default { type pulse }
ctl.!default { type pulse }
"""
_SINK = (
    "module-null-sink sink_name={name} rate={rate} channels={channels} norewinds=1 "
    "sink_properties=\"device.description='{title}'\""
)
_SOURCE = (
    "module-remap-source source_name={name} master={name}feed.monitor "
    "source_properties=\"device.description='{title}'\""
)


def missing_programs() -> list[str]:
    """What must be installed before there can be sound here."""
    return [program for program in PROGRAMS if shutil.which(program) is None]


def samples_of(path: Path) -> tuple[Samples, int]:
    """A 16-bit WAV file as mono float32, and its rate in hertz."""
    with wave.open(str(path), "rb") as file:
        if file.getsampwidth() != 2:
            raise ValueError("only 16-bit WAV files")
        whole = np.frombuffer(file.readframes(file.getnframes()), dtype="<i2")
        return (whole.reshape(-1, file.getnchannels()).mean(axis=1) / 32768.0).astype(np.float32), file.getframerate()


class Spoken:
    """Something that is being said into a microphone."""

    def __init__(self, player: subprocess.Popen[bytes], memory: int) -> None:
        self._player = player
        self._memory = memory

    def wait(self) -> None:
        """Until it was said to its end."""
        self._player.wait(PATIENCE_S * 10)
        self.stop()

    @property
    def is_over(self) -> bool:
        """Whether all of it was said."""
        return self._player.poll() is not None

    def stop(self) -> None:
        """Fall silent now; may be called twice."""
        if self._player.poll() is None:
            self._player.kill()
            self._player.wait(10)
        if self._memory >= 0:
            os.close(self._memory)
            self._memory = -1


class Recorder:
    """What a loudspeaker plays, from the moment the recorder was made. Kept in memory, never in a file."""

    def __init__(self, command: list[str], *, rate_hz: int) -> None:
        self.rate_hz = rate_hz
        self._memory = os.memfd_create("recorder")
        self._program = subprocess.Popen(command, stdout=self._memory, stderr=subprocess.DEVNULL)
        _hurry(self._program.pid)

    def samples(self) -> Samples:
        """Everything so far, mono."""
        size = os.fstat(self._memory).st_size // 4 * 4
        return np.frombuffer(os.pread(self._memory, size, 0), dtype="<f4").astype(np.float32)

    def until(
        self, enough: Callable[[Samples], bool], what: str = "the sound", *, patience_s: float = PATIENCE_S
    ) -> Samples:
        """What was recorded once `enough` says so."""
        _until(lambda: enough(self.samples()), what, patience_s=patience_s)
        return self.samples()

    def stop(self) -> Samples:
        """End the recording; everything it holds. May be called once."""
        self._program.terminate()
        self._program.wait(PATIENCE_S)
        whole = self.samples()
        os.close(self._memory)
        self._memory = -1
        return whole

    @property
    def is_running(self) -> bool:
        """Whether it still records."""
        return self._memory >= 0


class VirtualSound:
    """One sound server with the microphone “mic” and the loudspeaker “speaker”; usable once at a time in a process.

    Entered, this process and all programs it starts see no other devices. PortAudio is started anew where it was loaded
    before, so no stream may be open at that moment.
    """

    def __init__(self, *, rate_hz: int = RATE_OF_DEVICES_HZ, microphone: bool = True, speaker: bool = True) -> None:
        self._rate_hz = rate_hz
        self._wanted = (microphone, speaker)
        self._folder = Path(tempfile.mkdtemp(prefix="snd"))  # short: a socket's path has at most 107 bytes
        self._notes = self._folder / "notes"
        self._server: subprocess.Popen[bytes] | None = None
        self._before: dict[str, str | None] = {}
        self._modules: dict[str, str] = {}
        self._running: list[Spoken | Recorder] = []
        self.environment: Mapping[str, str] = {
            "PULSE_SERVER": f"unix:{self._folder}/native",
            "PULSE_RUNTIME_PATH": str(self._folder),
            "PULSE_COOKIE": str(self._folder / "cookie"),
            "ALSA_CONFIG_PATH": str(self._folder / "alsa.conf"),
        }

    def __enter__(self) -> Self:
        try:
            (self._folder / "alsa.conf").write_text(_ALSA, encoding="utf-8")
            self._before = {name: os.environ.get(name) for name in (*self.environment, "PULSE_SOURCE", "PULSE_SINK")}
            os.environ.update(self.environment)
            for name in ("PULSE_SOURCE", "PULSE_SINK"):
                os.environ.pop(name, None)
            self.restart_server()
            # Only here: later on whoever is tested does it, and PortAudio may be called from one thread only.
            _start_portaudio_anew()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the server and everything that was started for it; may be called twice."""
        for each in self._running:
            if isinstance(each, Spoken) or each.is_running:
                each.stop()
        self._running.clear()
        self.kill_server()
        for name, value in self._before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
        self._before = {}
        shutil.rmtree(self._folder, ignore_errors=True)

    # ---- a machine that is busy with something else -----------------------------------------------------------------

    @property
    def holes(self) -> int:
        """How often a stream had no sound for the server, or no room for it, when it was due; a stream's end is none.

        A recording during which this grew says nothing about a program that is only sometimes late.
        """
        return sum(self._notes.read_text(encoding="utf-8", errors="replace").count(hole) for hole in _HOLES)

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """Inside, this process comes before others where the system allows that, as a person's machine is idle.

        With three busy loops on two cores 3 of 8 recordings had holes without this and 0 of 8 with it. Programs that
        compute must not be started inside: they would come first as well.
        """
        _hurry(os.getpid())
        try:
            yield
        finally:
            _calm(os.getpid())

    # ---- the server -------------------------------------------------------------------------------------------------

    def kill_server(self) -> None:
        """End the sound server without a warning, as when it crashes."""
        if self._server is not None:
            self._server.send_signal(signal.SIGKILL)
            self._server.wait(10)
            self._server = None
        self._modules.clear()

    def restart_server(self) -> None:
        """Start the server; microphone and loudspeaker are there again, whatever was removed before."""
        (self._folder / "native").unlink(missing_ok=True)
        script = self._folder / "script.pa"
        socket = f"load-module module-native-protocol-unix auth-anonymous=1 socket={self._folder}/native\n"
        script.write_text(socket, encoding="utf-8")
        options = [
            "--daemonize=no",
            "--exit-idle-time=-1",
            "--use-pid-file=no",
            "--disallow-exit",
            "--log-target=stderr",
            "--log-level=debug",  # only there it notes holes
        ]
        manner = ["--realtime=no", "--high-priority=no", "--resample-method=speex-float-5"]
        own = {**os.environ, "XDG_RUNTIME_DIR": str(self._folder), "HOME": str(self._folder)}
        command = ["pulseaudio", "-n", "-F", str(script), *options, *manner]
        with self._notes.open("ab") as notes:
            self._server = subprocess.Popen(command, env=own, stderr=notes, stdout=subprocess.DEVNULL)
        _until(lambda: self._try("info") is not None, "the sound server")
        _hurry(self._server.pid)
        if self._wanted[1]:
            self.return_speaker()
        if self._wanted[0]:
            self.return_microphone()

    # ---- devices ----------------------------------------------------------------------------------------------------

    def add_microphone(
        self, name: str, *, rate_hz: int = RATE_OF_DEVICES_HZ, channels: int = 1, title: str = ""
    ) -> None:
        """Plug in another microphone; it does not become the usual one."""
        title = title or f"Microphone {name}"
        self._load(f"{name}feed", _SINK, name=f"{name}feed", rate=rate_hz, channels=channels, title=f"Feed of {title}")
        self._load(name, _SOURCE, name=name, title=title)

    def add_speaker(self, name: str, *, rate_hz: int = RATE_OF_DEVICES_HZ, channels: int = 2, title: str = "") -> None:
        """Plug in another loudspeaker; it does not become the usual one."""
        self._load(name, _SINK, name=name, rate=rate_hz, channels=channels, title=title or f"Loudspeaker {name}")

    def remove_microphone(self, name: str = "mic") -> None:
        """Pull it out. What records from it is silently moved to another source, as this server does."""
        self._unload(name)

    def return_microphone(self) -> None:
        """Plug “mic” in again and make it the usual one."""
        if "micfeed" not in self._modules:
            self._load("micfeed", _SINK, name="micfeed", rate=self._rate_hz, channels=1, title="Feed of the microphone")
        if "mic" not in self._modules:
            self._load("mic", _SOURCE, name="mic", title="Desk microphone")
        self.make_usual("mic")

    def remove_speaker(self, name: str = "speaker") -> None:
        """Pull it out."""
        self._unload(name)

    def return_speaker(self) -> None:
        """Plug “speaker” in again and make it the usual one."""
        if "speaker" not in self._modules:
            self._load("speaker", _SINK, name="speaker", rate=self._rate_hz, channels=2, title="Desk loudspeaker")
        self.make_usual("speaker", kind="sink")

    def make_usual(self, name: str, *, kind: str = "source") -> None:
        """Choose the usual microphone (“source”) or loudspeaker (“sink”), as people do in their system's settings."""
        self._must(f"set-default-{kind}", name)

    def mute(self, name: str = "mic", *, on: bool = True) -> None:
        """Mute a microphone as its own switch does: only zeros come."""
        self._must("set-source-mute", name, str(int(on)))

    def echo_path(self, loudness: float, *, delay_ms: int = 60) -> None:
        """Let the microphone hear the loudspeaker, `loudness` times as loud (1.0: no loss; 0 takes the path away)."""
        self._unload("echo")
        if loudness <= 0:
            return
        before = set(self._inputs())
        self._modules["echo"] = self._must(
            "load-module", "module-loopback", "source=speaker.monitor", "sink=micfeed", f"latency_msec={delay_ms}"
        )
        _until(lambda: bool(set(self._inputs()) - before), "the echo")
        for number in set(self._inputs()) - before:
            self._must("set-sink-input-volume", number, str(round(65536 * loudness ** (1 / 3))))  # volumes are cubic

    # ---- sound ------------------------------------------------------------------------------------------------------

    def speak(self, sound: Samples | Path, *, rate_hz: int = RATE_HZ, microphone: str = "mic") -> Spoken:
        """Say `sound` (mono, or samples × channels) into the microphone; returns at once."""
        return self._play(sound, f"{microphone}feed", rate_hz)

    def listen(self, speaker: str = "speaker", *, rate_hz: int = RATE_HZ) -> Recorder:
        """Record what this loudspeaker plays, mono; returns when sound comes in."""
        form = [f"--rate={rate_hz}", "--channels=1", "--format=float32le", "--raw", "--latency-msec=20"]
        recorder = Recorder(["parec", "-d", f"{speaker}.monitor", *form], rate_hz=rate_hz)
        self._running.append(recorder)
        recorder.until(lambda sound: len(sound) > 0, "the first sound from the loudspeaker")
        return recorder

    def _play(self, sound: Samples | Path, sink: str, rate_hz: int) -> Spoken:
        if isinstance(sound, Path):
            sound, rate_hz = samples_of(sound)
        channels = 1 if sound.ndim == 1 else sound.shape[1]
        memory = os.memfd_create("spoken")
        os.write(memory, np.ascontiguousarray(sound, dtype="<f4").tobytes())
        os.lseek(memory, 0, os.SEEK_SET)
        form = [f"--rate={rate_hz}", f"--channels={channels}", "--format=float32le", "--raw"]
        command = ["pacat", "--playback", "-d", sink, *form, f"--latency-msec={FEED_MS}"]
        player = subprocess.Popen(command, stdin=memory, stderr=subprocess.DEVNULL)
        _hurry(player.pid)
        spoken = Spoken(player, memory)
        self._running.append(spoken)
        return spoken

    # ---- pactl ------------------------------------------------------------------------------------------------------

    def streams(self, kind: str = "source-outputs") -> int:
        """How many streams record (“source-outputs”) or play (“sink-inputs”) at this moment."""
        return len(self._must("list", "short", kind).splitlines())

    def _inputs(self) -> list[str]:
        return [line.split()[0] for line in self._must("list", "short", "sink-inputs").splitlines()]

    def _load(self, key: str, form: str, **fields: object) -> None:
        module, _, arguments = form.format(**fields).partition(" ")
        self._modules[key] = self._must("load-module", module, arguments)
        if self._server is not None:
            _hurry(self._server.pid)  # a device has a thread of its own

    def _unload(self, key: str) -> None:
        if number := self._modules.pop(key, ""):
            self._must("unload-module", number)

    def _must(self, *words: str) -> str:
        answer = self._try(*words)
        if answer is None:
            raise RuntimeError(f"the sound server refused: {words}")
        return answer

    def _try(self, *words: str) -> str | None:
        done = subprocess.run(["pactl", *words], capture_output=True, text=True, timeout=PATIENCE_S, check=False)
        return done.stdout.strip() if done.returncode == 0 else None


def _until(there: Callable[[], bool], what: str, *, patience_s: float = PATIENCE_S) -> None:
    end = time.monotonic() + patience_s
    while not there():
        if time.monotonic() > end:
            raise TimeoutError(f"{what} did not come")
        time.sleep(LOOK_EVERY_S)


def _hurry(pid: int) -> None:
    """Let this process come first, with all its threads; nothing where that is not allowed or not known."""
    with contextlib.suppress(OSError):
        resource.prlimit(pid, resource.RLIMIT_RTTIME, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    _schedule(pid, os.SCHED_RR)


def _calm(pid: int) -> None:
    """As every other process."""
    _schedule(pid, os.SCHED_OTHER)


def _schedule(pid: int, policy: int) -> None:
    # Niceness would not do: it counts only among the programs of one terminal.
    with contextlib.suppress(OSError):
        for thread in list(Path(f"/proc/{pid}/task").iterdir()):
            with contextlib.suppress(ProcessLookupError):
                os.sched_setscheduler(int(thread.name), policy, os.sched_param(int(policy == os.SCHED_RR)))


def _start_portaudio_anew() -> None:
    """PortAudio lists devices when it starts and never again; what another test loaded knows nothing of this server."""
    sounddevice = sys.modules.get("sounddevice")
    if sounddevice is not None:
        sounddevice._terminate()
        sounddevice._initialize()
