"""Hearth's own Ollama: what is there, fetched from its official release, started and ended with Hearth."""

from __future__ import annotations

import asyncio
import os
import shutil
import threading
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias
from urllib.parse import urlsplit

from core.errors import HearthError
from core.library.library_trouble import ProgramNotInstalled, no_room, trouble_of
from core.library.sources import Sources
from core.library.temporary_doors import TemporaryDoors
from core.library.transfers import Job, Transfer, Transfers
from core.network.doors import Doors
from core.network.http_client import http_client
from models.downloads import FileSource, Progress, download
from models.engine_errors import DiskRefused, EngineError
from models.language.ollama_model import OllamaServer
from models.ollama_release import LIKELY_BYTES, UNPACKED_RATIO, Release, archive_names, latest_release
from models.ollama_server import ServerWarning, installed_at, look_at_ollama
from models.private_ollama import Endurance, PrivateOllama
from models.program_folder import ProgramFolder

ProgramState: TypeAlias = Literal["absent", "stopped", "starting", "running", "restarting", "failed"]
PROGRAM_ID = "program:ollama"
# Enough for the program's own temporary files, and so that a small disk is not filled to the last byte.
_RESERVE_BYTES = 500_000_000


@dataclass(frozen=True, slots=True)
class ProgramOffer:
    """The official archive for this system. `sha256` is what its host declares; `hosts` are those it comes from."""

    version: str
    size_bytes: int
    sha256: str
    hosts: tuple[str, ...]
    url: str


@dataclass(frozen=True, slots=True)
class Situation:
    """What a newcomer's computer has. `address` and `version` are those of what answers, empty where nothing does.

    `private` is the state of Hearth's own; `offer` is what `offer()` found last, None before it was asked.
    """

    kind: Literal["running", "installed", "none"]
    address: str
    version: str
    warnings: tuple[ServerWarning, ...]
    private: ProgramState
    offer: ProgramOffer | None


class OllamaProgram:
    """The program below `folder`, and the server that runs from it.

    `owners_address` is where the owner's own Ollama would be. `changed` is called on the loop when the server comes,
    goes or moves.
    """

    def __init__(
        self,
        folder: Path,
        *,
        transfers: Transfers,
        gate: TemporaryDoors,
        doors: Doors,
        sources: Sources,
        owners_address: Callable[[], str],
        changed: Callable[[], None],
        installed: Callable[[], Awaitable[None]],
    ) -> None:
        self._folder = folder
        self._transfers = transfers
        self._gate = gate
        self._doors = doors
        self._sources = sources
        self._owners_address = owners_address
        self._changed = changed
        self._on_installed = installed
        self._program = ProgramFolder(folder)
        self._found: Release | None = None
        self._version = ""
        self._is_there = self._program.program() is not None
        self._server = PrivateOllama(
            folder,
            program=lambda: self._program.program() or installed_at(),
            changed=self._server_changed,
            proxies=self._proxies,
            endurance=sources.endurance or Endurance(patience_s=3.0),
        )

    @property
    def state(self) -> ProgramState:
        """What it does now; `absent` where it is not installed."""
        if self._server.state in ("stopped", "failed") and not self._is_there:
            return "absent"
        return self._server.state

    @property
    def version(self) -> str:
        """The version that runs, else the one that is installed; empty where there is none."""
        return self._server.version or self._program.version()

    @property
    def address(self) -> str:
        """Where it answers; empty unless it runs."""
        return self._server.address

    @property
    def error(self) -> HearthError | None:
        """Why it does not run."""
        return trouble_of(self._server.fault) if self._server.fault is not None else None

    @property
    def hosts(self) -> tuple[str, ...]:
        """Whom `offer` and `install` talk to; for the owner's consent."""
        return self._sources.release.hosts

    @property
    def likely_bytes(self) -> int:
        """About how large the archive is, before anybody was asked."""
        return self._found.size_bytes if self._found is not None else LIKELY_BYTES

    @property
    def models(self) -> Path:
        """Where its models lie."""
        return self._server.models

    async def look(self) -> Situation:
        """Look around on this computer; nobody else is asked."""
        if self.address:
            return Situation("running", self.address, self.version, (), self.state, self._offer_of(self._found))
        address = self._sources.owners_ollama or self._owners_address()
        server = OllamaServer(address)
        try:
            found = await look_at_ollama(server)
        finally:
            await server.aclose()
        there = found.installed_at is not None or self._is_there
        return Situation(
            kind="running" if found.is_running else "installed" if there else "none",
            address=address if found.is_running else "",
            version=found.version,
            warnings=found.warnings,
            private=self.state,
            offer=self._offer_of(self._found),
        )

    async def offer(self) -> ProgramOffer:
        """Ask the release's host what there is for this system. The owner has consented to `hosts`.

        Raises `NoProgramForSystem`, `HostNotReached` and other kinds of `LibraryTrouble`.
        """
        try:
            archive_names()
            async with self._gate.open(
                self.hosts, purpose="which Ollama is current", subject="ollama release", port=self._sources.door_port
            ):
                self._found = await latest_release(self._sources.release, client_factory=http_client)
        except EngineError as error:
            raise trouble_of(error) from error
        found = self._offer_of(self._found)
        assert found is not None
        return found

    async def install(self) -> Transfer:
        """Fetch, check, unpack and try the offered archive, and use it from then on; a server that ran is restarted.

        The owner has consented to `hosts`. Raises `NoRoomForDownload` before anything is fetched.
        """
        if (begun := self._transfers.of_model(PROGRAM_ID)) is not None:
            await self._transfers.resume(begun.transfer_id)
            return self._transfers.get(begun.transfer_id) or begun
        if self._found is None:
            await self.offer()
        release = self._found
        assert release is not None
        needed = release.size_bytes * (1 + UNPACKED_RATIO) + _RESERVE_BYTES
        await asyncio.to_thread(self._make_sure_of_room, needed if self._sources.checks_room else 0)
        return self._transfers.begin(
            "program",
            lambda job: self._install(job, release),
            title=f"Ollama {release.version}",
            model_id=PROGRAM_ID,
            clean_up=self._discard_download,
        )

    async def start(self) -> None:
        """Start the server and wait until it answers. Raises `PrivateServerDown` and its kinds.

        Without a program of its own Hearth runs the one that the owner installed; the models stay Hearth's own.
        """
        if not self._is_there and await asyncio.to_thread(installed_at) is None:
            raise ProgramNotInstalled
        try:
            await self._server.start()
        except EngineError as error:
            raise trouble_of(error) from error
        await asyncio.to_thread(self._program.prune)  # the new version has run: the old one may go

    async def ready(self) -> str:
        """The server's address as soon as it answers; started if need be. For the gateway: raises engines' errors."""
        return await self._server.ready()

    async def stop(self) -> None:
        """End the server, with everything that it started."""
        await self._server.stop()

    async def aclose(self) -> None:
        """End the server for good, as at the lock."""
        await self._server.aclose()

    def log(self) -> str:
        """The newest of what the server wrote; reads a small file."""
        return self._server.log.text()

    async def remove(self) -> None:
        """End the server and remove the program. Its models stay."""
        transfer = self._transfers.of_model(PROGRAM_ID)
        if transfer is not None:
            await self._transfers.cancel(transfer.transfer_id)
        await self.stop()
        try:
            await asyncio.to_thread(self._program.remove)
        except OSError as fault:
            raise trouble_of(DiskRefused(str(fault))) from fault
        self._server.version = ""
        self._is_there = False
        self._changed()

    # ---- inside --------------------------------------------------------------------------------------------------

    async def _install(self, job: Job, release: Release) -> None:
        archive = self._program.downloads / f"{release.version}-{release.name}"
        hosts = self.hosts
        async with self._gate.open(
            hosts, purpose="download of Ollama", subject=f"Ollama {release.version}", port=self._sources.door_port
        ):
            await asyncio.to_thread(archive.parent.mkdir, parents=True, exist_ok=True, mode=0o700)

            def told(progress: Progress) -> None:
                job.progress(
                    progress.done_bytes,
                    progress.total_bytes,
                    bytes_per_s=progress.bytes_per_s,
                    remaining_s=progress.remaining_s,
                    step=progress.phase,
                )

            await download(
                FileSource(release.url, release.size_bytes, release.sha256),
                archive,
                client_factory=http_client,
                progress=told,
                allowed_host=lambda host: host in hosts,
                patience=self._sources.patience,
            )
        job.step("installing", "unpacking", can_pause=False)
        await self._unpack(job, archive, release)
        await asyncio.to_thread(archive.unlink, missing_ok=True)
        self._is_there = True
        was_running = self._server.state != "stopped"
        if was_running:
            await self._server.stop()
        self._server.version = ""
        await self._on_installed()
        self._changed()

    async def _unpack(self, job: Job, archive: Path, release: Release) -> None:
        """On a thread, which is told to stop when the transfer is cancelled, and is waited for."""
        unwanted = threading.Event()
        loop = asyncio.get_running_loop()

        def told(done_bytes: int) -> None:
            loop.call_soon_threadsafe(lambda: job.progress(done_bytes, release.size_bytes, step="unpacking"))

        working = asyncio.ensure_future(
            asyncio.to_thread(self._program.install, archive, progress=told, is_wanted=lambda: not unwanted.is_set())
        )
        try:
            await asyncio.shield(working)
        except asyncio.CancelledError:
            unwanted.set()
            await asyncio.wait({working})
            working.exception()  # looked at: it says that it was stopped
            raise
        except OSError as fault:
            raise DiskRefused(str(fault)) from fault

    async def _discard_download(self) -> None:
        await asyncio.to_thread(shutil.rmtree, self._program.downloads, ignore_errors=True)

    def _make_sure_of_room(self, needed_bytes: int) -> None:
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        free_bytes = shutil.disk_usage(self._folder).free
        if free_bytes < needed_bytes:
            raise no_room(needed_bytes, free_bytes)

    def _offer_of(self, release: Release | None) -> ProgramOffer | None:
        if release is None:
            return None
        return ProgramOffer(release.version, release.size_bytes, release.sha256, self.hosts, release.url)

    def _server_changed(self) -> None:
        self._changed()

    def _proxies(self) -> dict[str, str]:
        """The owner's proxy for what Ollama fetches, if the owner opened a door to it."""
        for name in ("HTTPS_PROXY", "https_proxy"):
            address = os.environ.get(name, "")
            try:
                parts = urlsplit(address if "//" in address else f"//{address}")
                host, port = parts.hostname or "", parts.port
            except ValueError:
                continue
            if host and self._doors.allows(host, port):
                return {"HTTPS_PROXY": address}
        return {}
