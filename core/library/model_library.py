"""`ModelLibrary`: all models on this computer, those that could be, and what is being fetched: `assistant.library`."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path

from core.audit.trail import AuditTrail
from core.clock import Clock
from core.errors import VaultLocked
from core.events import Announcer, ModelsChanged
from core.library.library_trouble import FolderRefused, ModelInUse, ModelUnknown, no_room, trouble_of
from core.library.model_parameters import ModelParameters, ParameterTable
from core.library.ollama_jobs import checked_modelfile, checked_name, create, pull
from core.library.ollama_program import OllamaProgram
from core.library.sources import Sources
from core.library.temporary_doors import TemporaryDoors
from core.library.transfers import Job, Transfer, Transfers
from core.network.doors import Doors
from core.paths import HearthPaths
from core.settings.sections import ModelServerSettings
from models.advice import Advice, advise
from models.catalogue import Catalogue, CatalogueModel, Purpose, ollama_hosts
from models.engine_errors import EngineError
from models.hardware import Hardware, look_at_hardware
from models.language.language_model import LoadedModel, ModelDetails, ModelSummary
from models.language.ollama_library import OllamaLibrary
from models.library import InstalledFiles, ModelFiles
from models.modelfile import with_base
from models.ollama_server import is_loopback_address, ollama_address

OLLAMA_PREFIX = "ollama:"
# Hearth's own server while it does not run: nobody listens at the discard port.
_NOT_RUNNING = "http://127.0.0.1:9"


@dataclass(frozen=True, slots=True)
class InstalledModel:
    """One model that is there. `name` is how the gateway calls it, for our own files how the catalogue does.

    `remote` marks a model that runs on somebody else's computer. `entry` is its line of the catalogue, if it has one.
    """

    model_id: str
    name: str
    purpose: Purpose
    size_bytes: int
    modified_at: datetime | None
    loaded: bool
    vram_bytes: int
    remote: bool
    entry: CatalogueModel | None
    digest: str


@dataclass(frozen=True, slots=True)
class DiskUse:
    """What models take. Layers that two of Ollama's models share are counted twice, as Ollama itself lists them."""

    total_bytes: int
    by_purpose: Mapping[Purpose, int]
    free_bytes: int


class ModelLibrary:
    """Made once by the assistant. Engines' errors come as `HearthError` with a sentence and a next step.

    `settings` gives those of the model server as they are now; `served_at` tells where Ollama's models are served.
    `server_changed` is called on the loop when Hearth's own Ollama comes, goes or moves.
    """

    def __init__(
        self,
        paths: HearthPaths,
        *,
        doors: Doors,
        audit: AuditTrail,
        announcer: Announcer,
        clock: Clock,
        table: ParameterTable,
        settings: Callable[[], ModelServerSettings],
        served_at: Callable[[], str],
        server_changed: Callable[[], None],
        sources: Sources | None = None,
    ) -> None:
        self._paths = paths
        self._audit = audit
        self._announcer = announcer
        self._table = table
        self._settings = settings
        self._served_at = served_at
        self._sources = sources or Sources()
        self._files = ModelFiles(paths.models)
        self._gate = TemporaryDoors(doors, audit, clock=clock)
        self._client: OllamaLibrary | None = None
        self._retired: list[OllamaLibrary] = []
        self._closed = False
        self.transfers = Transfers(announcer, clock=clock)
        self.ollama = OllamaProgram(
            paths.ollama,
            transfers=self.transfers,
            gate=self._gate,
            doors=doors,
            sources=self._sources,
            owners_address=lambda: self._settings().ollama_address or ollama_address(),
            changed=server_changed,
            installed=self._start_if_wanted,
        )

    @cached_property
    def catalogue(self) -> Catalogue:
        """What can be fetched; read once, some milliseconds."""
        return Catalogue.load(self._sources.catalogue)

    # ---- what is there -------------------------------------------------------------------------------------------

    async def installed(self) -> list[InstalledModel]:
        """Ollama's models and our own files; a server that is away yields only the files."""
        found = await self._of_ollama()
        for files in await asyncio.to_thread(self._files.installed):
            found.append(self._of_files(files))
        return found

    async def disk_use(self) -> DiskUse:
        """What all models take, and what is free beside them."""
        by_purpose: dict[Purpose, int] = {}
        for model in await self.installed():
            if not model.remote:
                by_purpose[model.purpose] = by_purpose.get(model.purpose, 0) + model.size_bytes
        free_bytes = await asyncio.to_thread(_free_bytes, self._paths.models)
        return DiskUse(sum(by_purpose.values()), by_purpose, free_bytes)

    async def hardware(self) -> Hardware:
        """What this machine has; takes some milliseconds, with an NVIDIA card up to two seconds."""
        return await asyncio.to_thread(look_at_hardware, self._paths.data)

    async def advise(self, *, most: int = 3, language: str = "en") -> list[Advice]:
        """The models that suit this machine, the recommended one first."""
        hardware = await self.hardware()
        installed = [model.model_id for model in await self.installed()]
        return advise(hardware, self.catalogue, installed=installed, most=most, language=language)

    async def details(self, name: str) -> ModelDetails:
        """What one of Ollama's models is and can do."""
        with _told(name):
            return await self._library().details(name)

    # ---- fetching ------------------------------------------------------------------------------------------------

    def hosts_of(self, model_id: str) -> tuple[str, ...]:
        """Whom a fetch would talk to; for a pull the registry, which Ollama itself asks."""
        entry = self.catalogue.get(model_id)
        return entry.hosts if entry is not None else ollama_hosts(model_id.removeprefix(OLLAMA_PREFIX))

    async def fetch(self, model_id: str) -> Transfer:
        """Begin to fetch a model of the catalogue, or `ollama:ANY/NAME:TAG`. The owner has consented to `hosts_of`.

        One that is being fetched goes on, also if it was paused. Raises `NoRoomForDownload`, `NoServerForLibrary`,
        `ModelNameUnfit`, `ModelUnknown` before anything is fetched.
        """
        if (begun := self.transfers.of_model(model_id)) is not None:
            await self.transfers.resume(begun.transfer_id)
            return self.transfers.get(begun.transfer_id) or begun
        entry = self.catalogue.get(model_id)
        if entry is not None and entry.files:
            return await self._fetch_files(entry)
        if not model_id.startswith(OLLAMA_PREFIX):
            raise ModelUnknown(model=model_id)
        name = checked_name(entry.ollama_name if entry is not None else model_id.removeprefix(OLLAMA_PREFIX))
        library = self._library()
        with _told(name):
            await library.version()
        likely_bytes = entry.size_bytes if entry is not None else 0
        if self._serves_here():
            await asyncio.to_thread(self._make_sure_of_room, self._ollama_folder(), likely_bytes)
        return self.transfers.begin(
            "language",
            lambda job: self._pull(name, job, likely_bytes),
            title=entry.name if entry is not None else name,
            model_id=model_id,
            clean_up=self._discard_parts,
        )

    async def create(self, name: str, modelfile: str) -> Transfer:
        """Make a model of Ollama's from a Modelfile. Raises `ModelNameUnfit`, `ModelfileUnfit`, `NoServerForLibrary`.

        A base that is not installed is pulled by Ollama itself.
        """
        name, parsed = checked_name(name), checked_modelfile(modelfile)
        library = self._library()
        with _told(name):
            await library.version()
        hosts = ollama_hosts(parsed.base) if parsed.base else ()

        async def work(job: Job) -> None:
            async with self._gate.open(
                hosts, purpose=f"making of {name}", subject=f"{OLLAMA_PREFIX}{name}", port=self._sources.door_port
            ):
                await create(self._library(), name, parsed, job)
            self._announcer.announce(ModelsChanged())

        return self.transfers.begin("create", work, title=name, model_id=f"{OLLAMA_PREFIX}{name}")

    # ---- changing what is there ----------------------------------------------------------------------------------

    async def delete(self, model_id: str) -> None:
        """Remove a model: a name of the catalogue or `ollama:NAME`. Audited. Raises `ModelUnknown`, `ModelInUse`."""
        if self.transfers.of_model(model_id) is not None:
            raise ModelInUse(model=model_id)
        entry = self.catalogue.get(model_id)
        if model_id.startswith(OLLAMA_PREFIX):
            name = entry.ollama_name if entry is not None else model_id.removeprefix(OLLAMA_PREFIX)
            with _told(name):
                await self._library().delete(name)
        else:
            try:
                was_there = await asyncio.to_thread(self._files.delete, model_id)
            except EngineError as error:
                raise trouble_of(error, model=model_id) from error
            except OSError as fault:
                raise FolderRefused(str(fault)) from fault
            if not was_there:
                raise ModelUnknown(model=model_id)
        self._announcer.announce(ModelsChanged())
        await self._audit.record("model deleted", model_id)

    async def load(self, name: str) -> None:
        """Load one of Ollama's models into memory, with the window that was set for it. May take minutes."""
        wishes = await self.parameters(name)
        keep_alive_s = None if wishes.keep_alive_minutes is None else wishes.keep_alive_minutes * 60
        with _told(name):
            await self._library().warm(name, context_tokens=wishes.context_tokens, keep_alive_s=keep_alive_s)
        self._announcer.announce(ModelsChanged())

    async def unload(self, name: str) -> None:
        """Take one of Ollama's models out of memory."""
        with _told(name):
            await self._library().unload(name)
        self._announcer.announce(ModelsChanged())

    async def modelfile(self, name: str) -> str:
        """The Modelfile of one of Ollama's models, with its own name as base: what a changed copy begins with."""
        with _told(name):
            return with_base(await self._library().modelfile(name), name)

    async def parameters(self, name: str) -> ModelParameters:
        """What was set for a model, by the name under which the gateway knows it."""
        return await self._table.of(name)

    async def set_parameters(self, name: str, parameters: ModelParameters) -> None:
        """Set it; from the next answer on. Raises `ParameterRefused`."""
        await self._table.set(name, parameters)
        self._announcer.announce(ModelsChanged())

    async def aclose(self) -> None:
        """Stop all transfers, whose parts stay, end the private server and all connections."""
        self._closed = True
        await self.transfers.aclose()
        await self.ollama.aclose()
        client, self._client = self._client, None
        for each in (*self._retired, *((client,) if client is not None else ())):
            await each.aclose()

    # ---- inside --------------------------------------------------------------------------------------------------

    def _library(self) -> OllamaLibrary:
        """The client for the address that is served now; one for another address is kept until the end."""
        if self._closed:  # nobody would close a client that is made now
            raise VaultLocked("the library is closed")
        address = self._address()
        if self._client is not None and self._client.address != address:
            self._retired.append(self._client)
            self._client = None
        if self._client is None:
            self._client = OllamaLibrary(address)
        self._client.allow_remote = self._settings().allow_remote_models
        return self._client

    async def _of_ollama(self) -> list[InstalledModel]:
        library = self._library()
        try:
            models = await library.models()
            loaded = {model.name: model for model in await library.loaded()}
        except EngineError:
            return []
        return [self._of_summary(model, loaded.get(model.name)) for model in models]

    def _of_summary(self, model: ModelSummary, loaded: LoadedModel | None) -> InstalledModel:
        entry = self.catalogue.by_ollama_name(model.name)
        embeds = "bert" in model.family.lower() or "embed" in model.name.lower()
        return InstalledModel(
            model_id=entry.model_id if entry is not None else f"{OLLAMA_PREFIX}{model.name}",
            name=model.name,
            purpose=entry.purpose if entry is not None else "embedding" if embeds else "language",
            size_bytes=model.size_bytes,
            modified_at=model.modified_at,
            loaded=loaded is not None,
            vram_bytes=loaded.vram_bytes if loaded is not None else 0,
            remote=model.remote,
            entry=entry,
            digest=model.digest,
        )

    def _of_files(self, files: InstalledFiles) -> InstalledModel:
        entry = self.catalogue.get(files.model_id)
        return InstalledModel(
            model_id=files.model_id,
            name=entry.name if entry is not None else files.model_id,
            purpose=entry.purpose if entry is not None else _purpose_of(files.model_id),
            size_bytes=files.size_bytes,
            modified_at=files.installed_at,
            loaded=False,
            vram_bytes=0,
            remote=False,
            entry=entry,
            digest="",
        )

    async def _fetch_files(self, entry: CatalogueModel) -> Transfer:
        await asyncio.to_thread(self._make_sure_of_room, self._paths.models, entry.size_bytes)

        async def work(job: Job) -> None:
            from core.library.file_fetch import fetch_files

            await fetch_files(entry, self._files, job, gate=self._gate, sources=self._sources)
            self._announcer.announce(ModelsChanged())

        async def clean_up() -> None:
            await asyncio.to_thread(self._files.drop_staging, entry.model_id)

        return self.transfers.begin("files", work, title=entry.name, model_id=entry.model_id, clean_up=clean_up)

    async def _pull(self, name: str, job: Job, likely_bytes: int) -> None:
        async with self._gate.open(
            ollama_hosts(name),
            purpose=f"download of {name} by Ollama",
            subject=f"{OLLAMA_PREFIX}{name}",
            port=self._sources.door_port,
        ):
            await pull(self._library, name, job, likely_bytes=likely_bytes)
        self._announcer.announce(ModelsChanged())

    async def _discard_parts(self) -> None:
        """After a cancelled pull: Ollama keeps parts for good, so those of our own server go while nobody pulls.

        Those of the owner's own Ollama are in its hands: it removes them when it starts.
        """
        others = [one for one in self.transfers.all() if one.kind in ("language", "create") and not one.has_ended]
        if not others and self.ollama.address and self._address() == self.ollama.address:
            await asyncio.to_thread(_remove_parts, self.ollama.models)

    def _make_sure_of_room(self, folder: Path, needed_bytes: int) -> None:
        free_bytes = _free_bytes(folder)
        if self._sources.checks_room and needed_bytes and free_bytes < needed_bytes:
            raise no_room(needed_bytes, free_bytes)

    def _ollama_folder(self) -> Path:
        """Where the server that is used keeps its models; of the owner's own only the disk of the home is known."""
        return self.ollama.models if self.ollama.address else Path.home()

    def _serves_here(self) -> bool:
        return is_loopback_address(self._address())

    async def _start_if_wanted(self) -> None:
        """A new version was installed: it runs at once if Hearth's own server is used."""
        if self._settings().private_ollama:
            await self.ollama.start()

    def _address(self) -> str:
        """Hearth's own server is known here at once; anything else by the gateway."""
        if self._settings().private_ollama:
            return self.ollama.address or _NOT_RUNNING
        return self._served_at() or ollama_address()


@contextmanager
def _told(model: str) -> Iterator[None]:
    """Engines' errors in the owner's words."""
    try:
        yield
    except EngineError as error:
        raise trouble_of(error, model=model) from error


def _free_bytes(folder: Path) -> int:
    for existing in (folder, *folder.parents):
        try:
            return shutil.disk_usage(existing).free
        except OSError:
            continue
    return 0


def _purpose_of(model_id: str) -> Purpose:
    kinds: dict[str, Purpose] = {"whisper": "speech", "piper": "voice"}
    return kinds.get(model_id.partition(":")[0], "embedding")


def _remove_parts(models: Path) -> None:
    for part in models.glob("blobs/sha256-*-partial*"):
        part.unlink(missing_ok=True)
