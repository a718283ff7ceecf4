"""Hearth's own Ollama: a server that is started, watched, started again and ended with Hearth.

It listens on loopback at a port of its own, keeps everything below one folder, and gets an environment of a dozen
names, so that neither the owner's own Ollama nor the settings of that one play a part. What it writes goes to a small
log; with `OLLAMA_DEBUG` off Ollama writes no prompts.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import socket
import sys
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, TypeAlias

from models.child_guard import GuardedChild
from models.engine_errors import EngineError, PrivateServerFailed
from models.language.ollama_model import OllamaServer
from models.ollama_server import SAFE_VERSION, is_older
from models.program_log import ProgramLog
from models.server_record import ServerRecord, end_leftover, owner_lives

ServerState: TypeAlias = Literal["stopped", "starting", "running", "restarting", "failed"]

_log = logging.getLogger("hearth.private_ollama")

# Names of the owner's environment that tell drivers which graphics card to use.
_FOR_THE_CARDS: Final = (
    *("CUDA_VISIBLE_DEVICES", "HIP_VISIBLE_DEVICES", "ROCR_VISIBLE_DEVICES", "GPU_DEVICE_ORDINAL"),
    *("HSA_OVERRIDE_GFX_VERSION", "GGML_VK_VISIBLE_DEVICES", "OLLAMA_VULKAN", "ZES_ENABLE_SYSMAN"),
)
_FOR_WINDOWS: Final = ("SYSTEMROOT", "SYSTEMDRIVE", "TEMP", "TMP", "PROGRAMDATA", "PATH", "PATHEXT", "COMSPEC")


class ProgramMissing(PrivateServerFailed):
    """There is no program to run."""


class PrivateServerTooOld(PrivateServerFailed):
    """The installed version has known holes and was ended. `version` is what it said."""

    def __init__(self, version: str) -> None:
        super().__init__(f"version {version}, needed {SAFE_VERSION}")
        self.version = version


@dataclass(frozen=True, slots=True)
class Endurance:
    """How long to bear with a server. Pauses between starts double from 1 s to `longest_pause_s`.

    One that stayed up for `settled_s` counts as sound: the pauses begin anew. After `most_failures` in a row it is
    given up.
    """

    ready_s: float = 60.0
    longest_pause_s: float = 60.0
    settled_s: float = 60.0
    most_failures: int = 7
    patience_s: float = 5.0


class PrivateOllama:
    """One server below `folder`, run from `program` (asked at each start, so that an update is found).

    `changed` is called on the loop after each change of `state`. `sleep` and `uptime_s` are parameters for tests.
    """

    def __init__(
        self,
        folder: Path,
        *,
        program: Callable[[], Path | None],
        changed: Callable[[], None] = lambda: None,
        proxies: Callable[[], Mapping[str, str]] = dict,
        endurance: Endurance | None = None,
        free_port: Callable[[], int] | None = None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        uptime_s: Callable[[], float] = time.monotonic,
    ) -> None:
        self.folder = folder
        self.state: ServerState = "stopped"
        self.version = ""
        self.address = ""
        self.fault: EngineError | None = None
        self.restarts = 0
        self.log = ProgramLog(folder / "logs" / "server.log")
        self._program = program
        self._changed = changed
        self._proxies = proxies
        self._endurance = endurance or Endurance()
        self._free_port = free_port or a_free_port
        self._sleep = sleep
        self._uptime_s = uptime_s
        self._child: GuardedChild | None = None
        self._keeping: asyncio.Task[None] | None = None
        self._is_closed = False
        self._settled = asyncio.Event()
        self._moved = asyncio.Event()

    @property
    def models(self) -> Path:
        """Where it keeps its models."""
        return self.folder / "models"

    @property
    def pid(self) -> int | None:
        """The process that leads its group; None when it does not run, or another Hearth runs it."""
        return self._child.pid if self._child is not None else None

    async def start(self) -> None:
        """Start it and return when it answers. Raises what keeps it from running; it is not tried again then.

        One that runs is left alone. A server that a Hearth which is gone left behind is ended first; one of a Hearth
        that lives is shared.
        """
        if self._is_closed:
            raise PrivateServerFailed("Hearth is closing")
        if self._keeping is None or self._keeping.done():
            self.fault, self.restarts = None, 0
            self._settled.clear()
            self._set("starting")
            self._keeping = asyncio.create_task(self._keep(), name="private-ollama")
        await self._settled.wait()
        if self.fault is not None and self.state == "failed":
            raise self.fault

    async def ready(self) -> str:
        """Its address, as soon as it answers; it is started if nobody has. Raises `PrivateServerFailed`.

        One that was given up is not tried again by asking: only `start` does that.
        """
        if self.state == "stopped":
            await self.start()
        while not self.address:
            if self.state in ("failed", "stopped"):
                raise self.fault or PrivateServerFailed("it was stopped")
            await self._moved.wait()
        return self.address

    async def aclose(self) -> None:
        """End it for good: whoever still asks for it does not start it again."""
        self._is_closed = True
        await self.stop()

    async def stop(self) -> None:
        """End it, with everything that it started."""
        keeping, self._keeping = self._keeping, None
        if keeping is not None:
            keeping.cancel()
            await asyncio.wait({keeping})
        await self._end_child()
        self._set("stopped")
        self._settled.set()

    # ---- one life after the other --------------------------------------------------------------------------------

    async def _keep(self) -> None:
        failures = 0
        try:
            while True:
                began = self._uptime_s()
                try:
                    await self._one_life()
                    fault: EngineError = PrivateServerFailed(f"it ended\n{self.log.text(2000)}")
                except (ProgramMissing, PrivateServerTooOld):
                    raise  # trying again would not help
                except (PrivateServerFailed, OSError) as error:
                    fault = error if isinstance(error, EngineError) else PrivateServerFailed(str(error))
                ran_before = self._settled.is_set()
                failures = 1 if ran_before and self._uptime_s() - began >= self._endurance.settled_s else failures + 1
                if failures >= self._endurance.most_failures or (not ran_before and failures >= 3):
                    self._give_up(fault)
                    return
                self.restarts += 1
                self._set("restarting" if ran_before else "starting")
                await self._sleep(min(2.0 ** (failures - 1), self._endurance.longest_pause_s))
        except EngineError as final:
            self._give_up(final)
        except asyncio.CancelledError:
            raise
        except Exception as bug:  # noqa: BLE001 - nobody awaits this; whoever waits for the start must be told
            _log.error("keeping the server failed", exc_info=bug)
            self._give_up(PrivateServerFailed(f"{type(bug).__name__}: {bug}"))

    async def _one_life(self) -> None:
        """From the start to the end of one process. Raises what kept it from answering."""
        record = await asyncio.to_thread(ServerRecord.read, self._record_path)
        if record is not None:
            if await asyncio.to_thread(owner_lives, record) and await self._shares(record):
                return
            await asyncio.to_thread(end_leftover, record, self.folder)
        program = await asyncio.to_thread(self._program)
        if program is None:
            raise ProgramMissing("the program is not installed")
        await asyncio.to_thread(self._make_folders)
        port = self._free_port()
        command = [str(program), "serve"]
        child = await GuardedChild.start(
            command,
            environment=self._environment(port),
            folder=self.folder,
            name="hearth-private-ollama",
            on_output=self.log.append,
        )
        self._child = child
        try:
            address = f"http://127.0.0.1:{port}"
            record = ServerRecord.of_this_process(child.pid, str(program), address)
            await asyncio.to_thread(record.write, self._record_path)
            await self._until_ready(child, address)
            self.address = address
            self._set("running")
            self._settled.set()
            status = await child.wait()
            self.address = ""
            self._set("restarting")
            _log.warning("the private server ended with status %d", status)
        finally:
            self.address = ""
            await asyncio.shield(self._end_child())
            self._record_path.unlink(missing_ok=True)

    async def _shares(self, record: ServerRecord) -> bool:
        """Use the server of another Hearth that runs, until it is gone. False when it does not answer."""
        try:
            self.version = await _version_at(record.address)
        except EngineError:
            return False
        self.address = record.address
        self._set("running")
        self._settled.set()
        try:
            while await asyncio.to_thread(owner_lives, record):
                await self._sleep(2.0)
        finally:
            self.address = ""
        return True

    async def _until_ready(self, child: GuardedChild, address: str) -> None:
        deadline = time.monotonic() + self._endurance.ready_s
        while True:
            if not child.is_running:
                raise PrivateServerFailed(f"it ended while starting\n{self.log.text(2000)}")
            with contextlib.suppress(EngineError, TimeoutError):
                self.version = await asyncio.wait_for(_version_at(address), min(2.0, self._endurance.ready_s))
                break
            if time.monotonic() > deadline:
                raise PrivateServerFailed(f"it did not answer in {self._endurance.ready_s:g} s\n{self.log.text(2000)}")
            await asyncio.sleep(0.1)
        await asyncio.sleep(0)
        if not child.is_running or not await asyncio.to_thread(_listens, child.pid, int(address.rpartition(":")[2])):
            raise PrivateServerFailed("another program took its port")
        if is_older(self.version, SAFE_VERSION):
            raise PrivateServerTooOld(self.version)

    async def _end_child(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            await child.end(patience_s=self._endurance.patience_s)

    def _give_up(self, fault: EngineError) -> None:
        self.fault = fault
        self._set("failed")
        self._settled.set()

    def _set(self, state: ServerState) -> None:
        if state != self.state:
            self.state = state
            moved, self._moved = self._moved, asyncio.Event()
            moved.set()
            self._changed()

    # ---- where it lives ------------------------------------------------------------------------------------------

    @property
    def _record_path(self) -> Path:
        return self.folder / "server.json"

    def _make_folders(self) -> None:
        for folder in (self.models, self.folder / "home", self.folder / "tmp"):
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)

    def _environment(self, port: int) -> dict[str, str]:
        """All that it gets. `OLLAMA_NOPRUNE` keeps parts of paused downloads over a restart of the server."""
        kept = (*_FOR_THE_CARDS, *(_FOR_WINDOWS if sys.platform == "win32" else ()))
        home = str(self.folder / "home")
        return {
            **{name: os.environ[name] for name in kept if name in os.environ},
            **(
                {}
                if sys.platform == "win32"
                else {"PATH": "/usr/local/bin:/usr/bin:/bin", "TMPDIR": str(self.folder / "tmp")}
            ),
            **({"USERPROFILE": home, "LOCALAPPDATA": home} if sys.platform == "win32" else {}),
            **self._proxies(),
            "HOME": home,
            "OLLAMA_HOST": f"127.0.0.1:{port}",
            "OLLAMA_MODELS": str(self.models),
            "OLLAMA_NO_CLOUD": "1",
            "OLLAMA_NOPRUNE": "1",
        }

    def _system_names(self, home: str) -> dict[str, str]:
        if sys.platform == "win32":
            return {"USERPROFILE": home, "LOCALAPPDATA": home}
        return {"PATH": "/usr/local/bin:/usr/bin:/bin", "TMPDIR": str(self.folder / "tmp")}


def a_free_port() -> int:
    """A port of loopback that is free now; another program may take it before it is used."""
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])


async def _version_at(address: str) -> str:
    server = OllamaServer(address)
    try:
        return await server.version()
    finally:
        await server.aclose()


def _listens(group: int, port: int) -> bool:
    """Whether the port is held by the child's group and not by a stranger. True where the system does not tell."""
    if sys.platform != "linux":
        return True
    import psutil

    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error, ProcessLookupError):
            if os.getpgid(process.pid) == group and any(
                entry.status == psutil.CONN_LISTEN and entry.laddr.port == port
                for entry in process.net_connections("tcp")
            ):
                return True
    return False
