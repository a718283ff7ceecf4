"""The one place where the parts are joined: `async with Assistant.open(vault) as assistant`.

Window, terminal and tests are faces on this object. It belongs to the event loop on which it was opened.
"""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Literal, TypeAlias, TypeVar

from core.audit.trail import AuditTrail
from core.clock import Clock, RealClock
from core.conversations.conversation_store import ConversationStore
from core.conversations.search import ConversationSearch
from core.errors import HearthError, ModelTrouble, NotEnoughSpace, OwnerCanAct, VaultLocked
from core.events import (
    Announcer,
    Change,
    ConversationChanged,
    ModelsChanged,
    NetworkChanged,
    SettingChanged,
    StorageFull,
    VaultClosed,
)
from core.logs import Public
from core.network import guard
from core.network.doors import Door, Doors
from core.paths import HearthPaths
from core.settings.sections import KeptDoor
from core.settings.settings_store import EarlySettingsFile, SettingsStore
from core.vault.blobs import MemoryBlobs
from core.vault.ephemeral import EphemeralDatabase
from core.vault.lock import AutoLock
from core.vault.vault import Vault
from core.vault.vault_shelf import Shelf

if TYPE_CHECKING:
    from core.chat.answering import Answering, ServersFrom
    from core.chat.personas import Personas
    from core.chat.prompt_library import Prompts
    from core.chat.turn import Turns
    from core.chat.votes import Votes
    from core.conversations.importers import ImportReport
    from core.conversations.notes import Notes
    from core.inference.gateway import Gateway
    from core.knowledge.knowledge_base import Knowledge
    from core.library.model_library import ModelLibrary
    from core.library.sources import Sources
    from core.memory.facts import Memories
    from core.metrics.timings import Timings
    from core.vault.backup import BackupReport
    from core.vault.blobs import BlobStore
    from core.voice.sound_devices import Sounding
    from core.voice.voice import Voice

LockReason: TypeAlias = Literal["owner", "idle", "suspend", "screen_lock", "closing"]
ExportFormat: TypeAlias = Literal["markdown", "json", "html"]
_Library = TypeVar("_Library", "Personas", "Prompts")

_log = logging.getLogger("hearth.assistant")
# What these are set to decides what leaves the computer and what is kept.
_AUDITED_SETTINGS = ("privacy.", "model_server.", "chat.answer_cache")
# Retention and the daily backup wait until the window is at rest.
HOUSEKEEPING_AFTER_S = 20.0
_HOUSEKEEPING_EVERY = timedelta(hours=1)
# A lock waits no longer for background work that does not end when it is told to.
_MOST_ENDING_S = 3.0
# A window is painted and can be typed into before this; what is imported then delays nobody.
_PREPARE_AFTER_S = 1.0


@dataclass(frozen=True, slots=True)
class Finding:
    """One answer of `verify`: what was looked at, and whether it is whole."""

    what: str
    ok: bool


class Assistant:
    """Everything that a face can ask for. Made by `open`; nothing here works after it was closed or locked.

    `vault` is None for an assistant that keeps nothing: all its chats are private.
    """

    def __init__(
        self,
        vault: Vault | None,
        *,
        paths: HearthPaths,
        early: EarlySettingsFile,
        doors: Doors,
        servers: ServersFrom | None,
        clock: Clock,
        housekeeping_after_s: float,
        warm_up: bool,
        sources: Sources | None,
        sound: Sounding | None,
    ) -> None:
        self.vault = vault
        self.paths = paths
        self.clock = clock
        self.announcer = Announcer()
        self.doors = doors
        self._servers_from = servers
        self._housekeeping_after_s = housekeeping_after_s
        self._warm_up = warm_up
        self._sources = sources
        self._sound = sound
        self._memory = EphemeralDatabase()
        writer = self._memory.writer if vault is None else vault.writer
        readers = self._memory.readers if vault is None else vault.readers
        self.settings = SettingsStore(early, writer=writer, announcer=self.announcer)
        self.audit = AuditTrail(writer, readers, bytes(32) if vault is None else vault.key("audit-mac"), clock=clock)
        self.search = ConversationSearch(readers, None if vault is None else lambda: self.memory.chats)
        self._private_ids: set[str] = set()
        private_announcer = Announcer()
        private_blobs = MemoryBlobs(self._memory.writer, clock=clock)
        private_announcer.subscribe(self._on_private_change)
        self.private = ConversationStore(
            self._memory.writer,
            self._memory.readers,
            private_blobs,
            clock=clock,
            announcer=private_announcer,
            private=True,
        )
        self.conversations = self.private
        if vault is not None:
            self.conversations = ConversationStore(writer, readers, vault.blobs, clock=clock, announcer=self.announcer)
        self._made: Answering | None = None
        self._library: ModelLibrary | None = None
        self._voice: Voice | None = None
        self._knowledge: dict[bool, Knowledge] = {}
        self._facts: Memories | None = None
        self._asked_for_attachments: set[str] = set()
        self._making = threading.RLock()
        self._libraries: dict[type, object] = {}
        self._writer, self._readers = writer, readers
        self._private_blobs = private_blobs
        self._blobs: BlobStore = private_blobs if vault is None else vault.blobs
        self._auto_lock: AutoLock | None = None
        self._background: set[asyncio.Task[None]] = set()
        self._unsubscribe: list[Callable[[], None]] = []
        self._locking: asyncio.Task[None] | None = None
        self._loop: asyncio.AbstractEventLoop | None = None

    @classmethod
    @asynccontextmanager
    async def open(
        cls,
        vault: Vault | None,
        *,
        paths: HearthPaths,
        early: EarlySettingsFile,
        doors: Doors | None = None,
        servers: ServersFrom | None = None,
        clock: Clock | None = None,
        housekeeping_after_s: float = HOUSEKEEPING_AFTER_S,
        warm_up: bool = False,
        sources: Sources | None = None,
        sound: Sounding | None = None,
    ) -> AsyncIterator[Assistant]:
        """An assistant on `vault`, which it closes at the end.

        `servers` makes the model servers from the settings; None makes those that the settings name.
        `warm_up` loads the model that will probably be asked, as a face wants that waits for a person.
        `sources` says where models and programs come from; None for their real hosts. `sound` gives microphones and
        loudspeakers; None for those of the computer.
        """
        assistant = cls(
            vault,
            paths=paths,
            early=early,
            doors=doors or Doors(),
            servers=servers,
            clock=clock or RealClock(),
            housekeeping_after_s=housekeeping_after_s,
            warm_up=warm_up,
            sources=sources,
            sound=sound,
        )
        try:
            await assistant._start()
            yield assistant
        finally:
            await assistant.lock("closing")

    # ---- what answers ------------------------------------------------------------------------------------------

    @property
    def gateway(self) -> Gateway:
        """The one way to the language models."""
        return self._answering.gateway

    @property
    def turns(self) -> Turns:
        """Asks questions in the chats that are kept."""
        return self._answering.turns

    @property
    def private_turns(self) -> Turns:
        """Asks questions in the chats that leave no trace."""
        return self._answering.private_turns

    @property
    def timings(self) -> Timings:
        """Stage times and rates of this session."""
        return self._answering.timings

    @property
    def personas(self) -> Personas:
        """Who can answer; the built-in ones are made at the first look."""
        from core.chat.personas import Personas

        return self._once(Personas)

    @property
    def prompts(self) -> Prompts:
        """The prompt library; the built-in ones are made at the first look."""
        from core.chat.prompt_library import Prompts

        return self._once(Prompts)

    def _once(self, kind: type[_Library]) -> _Library:
        """The profile's only one of its kind, made on whichever thread asks first."""
        with self._making:
            if kind not in self._libraries:
                self._libraries[kind] = kind(self._writer, self._readers, announcer=self.announcer, clock=self.clock)
            library = self._libraries[kind]
        assert isinstance(library, kind)
        return library

    @property
    def library(self) -> ModelLibrary:
        """Models and programs on this computer. Made once, on whichever thread asks first; VaultLocked after that."""
        with self._making:
            if self._library is None and self._locking is not None:
                raise VaultLocked("there is no library after the lock")
            if self._library is None:
                from core.library.model_library import ModelLibrary
                from core.library.model_parameters import ParameterTable

                self._library = ModelLibrary(
                    self.paths,
                    doors=self.doors,
                    audit=self.audit,
                    announcer=self.announcer,
                    clock=self.clock,
                    table=ParameterTable(self._writer, self._readers, clock=self.clock),
                    settings=lambda: self.settings.values.model_server,
                    served_at=self._ollama_at,
                    server_changed=lambda: self.announcer.announce(ModelsChanged()),
                    sources=self._sources,
                )
            return self._library

    @property
    def voice(self) -> Voice:
        """Talking and listening; nothing of it is loaded before the first look. VaultLocked after the lock."""
        with self._making:
            if self._voice is None and self._locking is not None:
                raise VaultLocked("there is no voice after the lock")
            if self._voice is None:
                from core.voice.voice import Voice

                self._voice = Voice(self, devices=self._sound)
            return self._voice

    @property
    def knowledge(self) -> Knowledge:
        """Documents and what they say; nothing of it is loaded before the first look. VaultLocked after the lock."""
        return self._knowledge_on(private=self.vault is None)

    def knowledge_of(self, conversation_id: str) -> Knowledge:
        """Where this chat's attachments are read: a private chat's in memory only."""
        return self._knowledge_on(private=self.vault is None or conversation_id in self._private_ids)

    def _knowledge_on(self, *, private: bool) -> Knowledge:
        with self._making:
            if private not in self._knowledge:
                if self._locking is not None:
                    raise VaultLocked("nothing is read after the lock")
                from core.knowledge.embedder_choice import embedder_from, kept_here
                from core.knowledge.knowledge_base import Knowledge
                from core.vectors.vector_store import VectorStore

                memory = Shelf(self._memory.writer, self._memory.readers, self._private_blobs)
                shelf = memory if private else self.shelf
                profile_id = "" if self.vault is None or private else self.vault.profile_id
                self._knowledge[private] = Knowledge(
                    shelf,
                    settings=lambda: (kept_here if private else lambda own: own)(self.settings.values.knowledge),
                    vectors=VectorStore(shelf, clock=self.clock, profile_id=profile_id, doors=self.doors),
                    embedder_from=lambda model: embedder_from(model, self.gateway.servers),
                    announcer=self.announcer,
                    clock=self.clock,
                )
            return self._knowledge[private]

    @property
    def memory(self) -> Memories:
        """What is remembered about the owner; nothing of it is loaded before the first look. VaultLocked after."""
        with self._making:
            if self._facts is None and self._locking is not None:
                raise VaultLocked("nothing is remembered after the lock")
            if self._facts is None:
                from core.memory.facts import Memories

                self._facts = Memories(self.shelf, lambda: self.knowledge, announcer=self.announcer, clock=self.clock)
            return self._facts

    @property
    def shelf(self) -> Shelf:
        """Where parts with tables of their own keep them."""
        return Shelf(self._writer, self._readers, self._blobs)

    # ---- chats ---------------------------------------------------------------------------------------------------

    def store_of(self, conversation_id: str) -> ConversationStore:
        """The store that holds this chat: the vault's, or the one in memory."""
        return self.private if conversation_id in self._private_ids else self.conversations

    def turns_of(self, conversation_id: str) -> Turns:
        """What answers in this chat."""
        return self.private_turns if conversation_id in self._private_ids else self.turns

    async def settle(self) -> None:
        """Wait until titles that are being written are kept."""
        if self._made is not None:
            await self._made.settle()

    async def warm(self, model: str = "") -> None:
        """Load the model that will probably be asked next. Trouble is not reported: the question itself will."""
        try:
            await self.turns.warm(model)
        except ModelTrouble as trouble:
            _log.info("warming failed: %s", Public(trouble.code))

    # ---- votes and notes -----------------------------------------------------------------------------------------

    @property
    def votes(self) -> Votes:
        """Which of two models answered better."""
        from core.chat.votes import Votes

        return Votes(self._writer, self._readers, clock=self.clock)

    @property
    def notes(self) -> Notes:
        """The owner's own notes."""
        from core.conversations.notes import Notes

        return Notes(self.conversations, self._writer, self._blobs, announcer=self.announcer, clock=self.clock)

    # ---- in and out ----------------------------------------------------------------------------------------------

    async def export_chats(
        self, chosen: ExportFormat, target: BinaryIO, conversation_ids: Sequence[str] | None = None
    ) -> int:
        """Write chats to `target`, all of them without `conversation_ids`; returns how many. Audited."""
        from core.conversations.export import export_chats

        store = self.store_of(conversation_ids[0]) if conversation_ids else self.conversations
        count = await export_chats(store, target, form=chosen, conversation_ids=conversation_ids)
        await self.audit.record("chats exported", chosen, count=count)
        return count

    async def import_chats(self, path: Path) -> ImportReport:
        """Read an export of Hearth, ChatGPT or Open WebUI. Nothing that exists is changed. Audited."""
        from core.conversations.importers import detect_and_import

        report = await detect_and_import(self.conversations, path, name=path.name)
        await self.audit.record("chats imported", report.origin, count=report.conversations)
        return report

    async def back_up(self, target: Path) -> BackupReport:
        """An encrypted, verified backup of the whole profile. Audited."""
        report = await self._vault().backup(target)
        await self.audit.record("backed up", size_bytes=report.size_bytes)
        return report

    async def verify(self) -> list[Finding]:
        """Look at every page, the word index, the attachments' table and the audit; takes seconds."""
        from core.vault.integrity import full_check

        damage = await self._vault().writer.run(full_check)
        return [
            Finding("database, every page and the word index", ok=not damage),
            Finding("audit trail, every entry", ok=await self.audit.verify()),
        ]

    # ---- doors ---------------------------------------------------------------------------------------------------

    async def open_door(self, host: str, port: int | None, *, purpose: str) -> None:
        """Allow connections to `host` from now on, also after the next unlocking. Audited, or not opened at all."""
        await self.audit.record("door opened", host, port=port, purpose=purpose)
        self.doors.open(host, port, purpose=purpose)
        try:
            await self._keep_doors()
        except BaseException:
            self.doors.close(host, port)
            raise

    async def close_door(self, host: str, port: int | None) -> None:
        """Close it again. Audited."""
        self.doors.close(host, port)
        await self._keep_doors()
        await self.audit.record("door closed", host, port=port)

    # ---- locking -------------------------------------------------------------------------------------------------

    def touch(self) -> None:
        """The owner did something: the idle time starts anew."""
        if self._auto_lock is not None:
            self._auto_lock.touch()

    def suspended(self) -> None:
        """The computer goes to sleep, or just woke up."""
        if self._auto_lock is not None:
            self._auto_lock.suspended()

    def screen_locked(self) -> None:
        """The screen was locked."""
        if self._auto_lock is not None:
            self._auto_lock.screen_locked()

    async def lock(self, reason: LockReason = "owner") -> None:
        """Stop what runs, keep what has arrived, close the vault and drop its keys; then `VaultClosed` is announced.

        Whoever calls it again waits for the first one, which goes on even if its caller is cancelled.
        """
        if self._locking is None:
            self._locking = asyncio.create_task(self._lock(reason), name="lock")
        await asyncio.shield(self._locking)

    async def _lock(self, reason: LockReason) -> None:
        try:
            await self._end_what_runs()
        finally:  # whatever would not end, the keys go
            self.doors.replace([])
            await asyncio.to_thread(self._memory.close)
            try:
                if self.vault is not None:
                    await self._record("profile closed", reason)
                    await self.vault.close()
            finally:
                self.announcer.announce(VaultClosed(reason))

    async def _end_what_runs(self) -> None:
        for unsubscribe in self._unsubscribe:
            unsubscribe()
        background = tuple(self._background)
        for task in background:
            task.cancel()
        if background:
            await asyncio.wait(background, timeout=_MOST_ENDING_S)
        if self._voice is not None:  # first: what it hears and says must end whatever else does not
            with suppress(TimeoutError):
                async with asyncio.timeout(_MOST_ENDING_S):
                    await self._voice.aclose()
        for part in (self._facts, *self._knowledge.values()):
            with suppress(TimeoutError):
                async with asyncio.timeout(_MOST_ENDING_S):
                    if part is not None:
                        await part.aclose()
        closing = [made.aclose() for made in (self._made, self._library) if made is not None]
        for outcome in await asyncio.gather(*closing, return_exceptions=True):
            if isinstance(outcome, BaseException):
                raise outcome

    # ---- starting ------------------------------------------------------------------------------------------------

    async def _start(self) -> None:
        await self.settings.load(self._readers)
        guard.install(self.doors)
        now = self.clock.now()
        kept = self.settings.values.network.doors
        self.doors.replace(Door(door.host, door.port, door.purpose, now) for door in kept)
        self._loop = asyncio.get_running_loop()
        self._unsubscribe += [
            self.announcer.subscribe(self._on_change),
            self.doors.subscribe(self._on_loop(NetworkChanged())),
        ]
        self.in_background(self._prepare())
        if self.vault is None:
            return
        self.vault.writer.on_full = lambda full: self._on_loop(StorageFull(full))()
        self.vault.keys.on_changed = self._on_key_change
        self.in_background(self._record("profile opened"))
        self._watch_lock()
        try:
            await self.conversations.mend_unfinished()
        except NotEnoughSpace:  # the chats can be read all the same; the next opening mends them
            _log.warning("unfinished answers are not mended: the disk is full")
        self.in_background(self._keep_house())

    def in_background(self, work: Coroutine[Any, Any, None]) -> None:
        """Run `work` beside everything else; it ends with the assistant, and its errors go to the log."""
        if self._locking is not None:
            work.close()
            return
        task = asyncio.create_task(self._watched(work))
        self._background.add(task)
        task.add_done_callback(self._background.discard)

    async def _watched(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except HearthError as error:
            _log.warning("background work failed: %s", Public(error.code))
        except Exception as bug:  # noqa: BLE001 - nobody awaits this; the log is the only one to tell
            _log.error("background work failed: %s", Public(type(bug).__name__), exc_info=bug)

    async def _keep_house(self) -> None:
        """Retention and automatic backups, soon after the start and every hour; what fails is tried again then."""
        from core.vault.backup_rotation import back_up_daily

        await asyncio.sleep(self._housekeeping_after_s)
        while True:
            await self._watched(self._sweep())
            if self.settings.values.privacy.automatic_backups:
                await self._watched(back_up_daily(self._vault(), self.clock.now()))
            await asyncio.sleep(_HOUSEKEEPING_EVERY.total_seconds())

    async def _sweep(self) -> None:
        from core.conversations.retention import Retention

        await self._vault().blobs.sweep()
        await self.memory.sweep()
        days = self.settings.values.privacy.retention_days
        swept = await Retention(self.conversations).sweep(self.clock.now(), retention_days=days)
        if swept.conversation_ids:
            await self.audit.record("chats expired", count=len(swept.conversation_ids))

    def _watch_lock(self) -> None:
        privacy = self.settings.values.privacy
        if self._auto_lock is None:
            self._auto_lock = AutoLock(self.clock, idle_s=None, on_lock=self._lock_soon)
            self.in_background(self._auto_lock.watch())
        self._auto_lock.idle_s = privacy.lock_after_minutes * 60 or None
        self._auto_lock.on_suspend = privacy.lock_on_suspend
        self._auto_lock.on_screen_lock = privacy.lock_on_screen_lock

    def _lock_soon(self, reason: Literal["idle", "suspend", "screen_lock"]) -> None:
        self.in_background(self.lock(reason))

    async def _prepare(self) -> None:
        """Make what answers before the first question needs it."""
        await asyncio.sleep(_PREPARE_AFTER_S)
        self._answering  # noqa: B018 - made by being asked for
        if self.settings.values.model_server.private_ollama:
            await self._watched(self.library.ollama.start())
        await self._watched(self._go_on_reading())
        if self._warm_up:
            await self.warm()

    async def _go_on_reading(self) -> None:
        """Follow the folders and read what waits, if there are documents at all; the same for memories and chats."""
        from core.knowledge.document_rows import is_anything_there

        if self.vault is not None:
            await self.memory.start()
            if await self._readers.run(is_anything_there):
                await self.knowledge.start()

    async def _read_attachments(self, conversation_id: str) -> None:
        """What was attached to this chat becomes searchable in it."""
        from core.knowledge.document_rows import unfiled_attachments

        self._asked_for_attachments.discard(conversation_id)
        readers = self._memory.readers if conversation_id in self._private_ids else self._readers
        if await readers.run(lambda connection: unfiled_attachments(connection, conversation_id)):
            await self.knowledge_of(conversation_id).collections.for_conversation(conversation_id)

    @property
    def _answering(self) -> Answering:
        """Made once, on whichever thread asks first. VaultLocked when that is after the lock."""
        with self._making:
            if self._made is None and self._locking is not None:
                raise VaultLocked("nothing answers after the lock")
            if self._made is None:
                from core.chat.answering import Answering
                from core.chat.chat_memory import ChatMemory
                from core.chat.chat_sources import ChatSources, DocumentsAt
                from core.inference.answer_cache import AnswerCache
                from core.library.model_parameters import ParameterTable

                vault = self.vault
                self._made = Answering(
                    self.conversations,
                    self.private,
                    settings=lambda: self.settings.values,
                    servers=self._servers_from,
                    cache=None
                    if vault is None
                    else AnswerCache(vault.writer, vault.readers, vault.key("cache-mac"), clock=self.clock),
                    clock=self.clock,
                    persona_of=lambda persona_id: self.personas.get(persona_id),
                    parameters_of=ParameterTable(self._writer, self._readers, clock=self.clock).of,
                    own_ollama=lambda: self.library.ollama.ready(),
                    sources_of=ChatSources(
                        DocumentsAt(self._readers, lambda: self.knowledge),
                        None
                        if vault is None
                        else DocumentsAt(self._memory.readers, lambda: self._knowledge_on(private=True)),
                        lambda: self.settings.values.knowledge,
                        attached=lambda chat_id: self.knowledge_of(chat_id).attached(chat_id),
                    ),
                    memory=ChatMemory(self._readers, lambda: self.memory, lambda: self.settings.values.memory.mode),
                )
            return self._made

    def _ollama_at(self) -> str:
        """Where the owner's Ollama is called; empty where the servers were named by a face and have none."""
        server = self.gateway.servers.get("ollama")
        return server.address if server is not None else ""

    async def _use_private_server(self) -> None:
        if self.settings.values.model_server.private_ollama:
            await self.library.ollama.start()
        elif self._library is not None:
            await self._library.ollama.stop()

    def _on_loop(self, change: Change) -> Callable[[], None]:
        """Announces `change` on the loop, from whatever thread it is called on, also while the loop is closing."""

        def announce() -> None:
            if self._loop is not None:
                with suppress(RuntimeError):  # the loop has ended, and with it everybody who listened
                    self._loop.call_soon_threadsafe(self.announcer.announce, change)

        return announce

    def _on_change(self, change: Change) -> None:
        if isinstance(change, ConversationChanged) and change.what == "messages":
            if change.conversation_id not in self._asked_for_attachments:
                self._asked_for_attachments.add(change.conversation_id)
                self.in_background(self._read_attachments(change.conversation_id))
            return
        if isinstance(change, ConversationChanged) and change.what == "deleted":
            for knowledge in self._knowledge.values():  # its attachments went with it
                self.in_background(knowledge.forget_gone())
        if not isinstance(change, SettingChanged):
            return
        if change.name.startswith(_AUDITED_SETTINGS):
            self.in_background(self._record("setting changed", change.name))
        if change.name.startswith("model_server.") or change.name in ("chat.answer_cache", "chat.calls_per_minute"):
            if self._made is not None:
                self.in_background(self._made.take_settings())
            if change.name == "model_server.private_ollama":
                self.in_background(self._use_private_server())
        elif change.name.startswith("knowledge."):
            for knowledge in self._knowledge.values():
                self.in_background(knowledge.take_settings())
        elif change.name.startswith("privacy.lock_") and self.vault is not None:
            self._watch_lock()

    async def _on_key_change(self, act: str) -> None:
        await self._record(act)
        if act == "recovery key checked" and self.settings.values.guide.recovery_unchecked:
            await self.settings.change("guide.recovery_unchecked", False)

    async def _record(self, act: str, subject: str = "") -> None:
        """Put `act` into the audit trail; a full disk is no reason to refuse the act itself, nor to stay open."""
        with suppress(HearthError):
            await self.audit.record(act, subject)

    # ---- small steps ---------------------------------------------------------------------------------------------

    def _on_private_change(self, change: Change) -> None:
        if isinstance(change, ConversationChanged):
            self._private_ids.add(change.conversation_id)
        self.announcer.announce(change)

    async def _keep_doors(self) -> None:
        """A door that was opened for a time only is not kept."""
        lasting = [door for door in self.doors.open_doors() if door.until is None]
        kept = [KeptDoor(host=door.host, port=door.port, purpose=door.purpose) for door in lasting]
        await self.settings.change("network.doors", kept)

    def _vault(self) -> Vault:
        if self.vault is None:
            raise NothingIsKept
        return self.vault


class NothingIsKept(OwnerCanAct):
    """An assistant without a vault has nothing to back up or to verify."""

    sentence = "This session keeps nothing, so there is nothing to back up or to check."
    next_step = "Open a profile first."
