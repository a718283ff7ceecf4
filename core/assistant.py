"""The one place where the parts are joined: `async with Assistant.open(vault) as assistant`.

Window, terminal and tests are faces on this object. It belongs to the event loop on which it was opened.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Literal, TypeAlias

from core.audit.trail import AuditTrail
from core.clock import Clock, RealClock
from core.conversations.conversation_store import ConversationStore
from core.conversations.private_chats import PrivateChats
from core.conversations.search import ConversationSearch
from core.errors import HearthError, ModelTrouble, NotEnoughSpace, OwnerCanAct
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
from core.knowledge.knowledge_pair import KnowledgePair
from core.logs import Public
from core.network import guard
from core.network.doors import Door, Doors
from core.paths import HearthPaths
from core.settings.sections import KeptDoor
from core.settings.settings_store import EarlySettingsFile, SettingsStore
from core.vault.lifetime import Lifetime
from core.vault.lock import AutoLock
from core.vault.vault import Vault
from core.vault.vault_shelf import Shelf

if TYPE_CHECKING:
    from core.chat.answering import Answering, ServersFrom
    from core.chat.personas import Personas
    from core.chat.prompt_library import Prompts
    from core.chat.turn import Turns
    from core.chat.votes import Votes
    from core.conversations.housekeeping import Housekeeping
    from core.conversations.importers import ImportReport
    from core.conversations.notes import Notes
    from core.inference.gateway import Gateway
    from core.knowledge.knowledge_base import Knowledge
    from core.library.model_library import ModelLibrary
    from core.library.sources import Sources
    from core.memory.facts import Memories
    from core.metrics.timings import Timings
    from core.vault.backup import BackupReport
    from core.voice.sound_devices import Sounding
    from core.voice.voice import Voice

LockReason: TypeAlias = Literal["owner", "idle", "suspend", "screen_lock", "closing"]
ExportFormat: TypeAlias = Literal["markdown", "json", "html"]

_log = logging.getLogger("hearth.assistant")
# What these are set to decides what leaves the computer and what is kept.
_AUDITED_SETTINGS = ("privacy.", "model_server.", "chat.answer_cache")
# Retention and the daily backup wait until the window is at rest.
HOUSEKEEPING_AFTER_S = 20.0
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
        self._life = Lifetime()
        self._private = PrivateChats(clock=clock, announcer=self.announcer)
        self.private = self._private.store
        self.conversations = self.private
        self.shelf = self._private.shelf
        if vault is not None:
            self.shelf = Shelf(vault.writer, vault.readers, vault.blobs)
            self.conversations = ConversationStore(
                vault.writer, vault.readers, vault.blobs, clock=clock, announcer=self.announcer
            )
        writer, readers = self.shelf.writer, self.shelf.readers
        self.settings = SettingsStore(early, writer=writer, announcer=self.announcer)
        self.audit = AuditTrail(writer, readers, bytes(32) if vault is None else vault.key("audit-mac"), clock=clock)
        self.search = ConversationSearch(readers, None if vault is None else lambda: self.memory.chats)
        self.auto_lock = AutoLock(clock, idle_s=None, on_lock=self._lock_soon, on_suspend=False, on_screen_lock=False)
        self._documents = KnowledgePair(
            None if vault is None else self.shelf,
            self._private.shelf,
            self._private,
            life=self._life,
            profile_id="" if vault is None else vault.profile_id,
            settings=lambda: self.settings.values.knowledge,
            servers=lambda: self.gateway.servers,
            doors=doors,
            announcer=self.announcer,
            clock=clock,
        )
        self._answering = self._life.late(self._make_answering, refusal="nothing answers after the lock")
        self._personas = self._life.late(self._make_personas)
        self._prompts = self._life.late(self._make_prompts)
        self._library = self._life.late(self._make_library, refusal="there is no library after the lock")
        self._voice = self._life.late(self._make_voice, refusal="there is no voice after the lock")
        self._memories = self._life.late(self._make_memories, refusal="nothing is remembered after the lock")
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

    # ---- parts, made when first asked for, on whichever thread asks; VaultLocked after the lock ----------------------

    @property
    def gateway(self) -> Gateway:
        """The one way to the language models."""
        return self._answering().gateway

    @property
    def turns(self) -> Turns:
        """Asks questions in the chats that are kept."""
        return self._answering().turns

    @property
    def private_turns(self) -> Turns:
        """Asks questions in the chats that leave no trace."""
        return self._answering().private_turns

    @property
    def timings(self) -> Timings:
        """Stage times and rates of this session."""
        return self._answering().timings

    @property
    def personas(self) -> Personas:
        """Who can answer; the built-in ones are made at the first look."""
        return self._personas()

    @property
    def prompts(self) -> Prompts:
        """The prompt library; the built-in ones are made at the first look."""
        return self._prompts()

    @property
    def library(self) -> ModelLibrary:
        """Models and programs on this computer."""
        return self._library()

    @property
    def voice(self) -> Voice:
        """Talking and listening."""
        return self._voice()

    @property
    def knowledge(self) -> Knowledge:
        """Documents and what they say."""
        return self._documents.kept()

    def knowledge_of(self, conversation_id: str) -> Knowledge:
        """Where this chat's attachments are read: a private chat's in memory only."""
        return self._documents.of(conversation_id)

    @property
    def memory(self) -> Memories:
        """What is remembered about the owner."""
        return self._memories()

    # ---- chats ---------------------------------------------------------------------------------------------------

    def store_of(self, conversation_id: str) -> ConversationStore:
        """The store that holds this chat: the vault's, or the one in memory."""
        return self.private if conversation_id in self._private else self.conversations

    def turns_of(self, conversation_id: str) -> Turns:
        """What answers in this chat."""
        return self.private_turns if conversation_id in self._private else self.turns

    async def settle(self) -> None:
        """Wait until titles that are being written are kept."""
        if self._answering.made is not None:
            await self._answering.made.settle()

    async def warm(self, model: str = "") -> None:
        """Load the model that will probably be asked next. Trouble is not reported: the question itself will."""
        try:
            await self.turns.warm(model)
        except ModelTrouble as trouble:
            _log.info("warming failed: %s", Public(trouble.code))

    # ---- made anew for whoever asks ----------------------------------------------------------------------------------

    @property
    def votes(self) -> Votes:
        """Which of two models answered better."""
        from core.chat.votes import Votes

        return Votes(self.shelf.writer, self.shelf.readers, clock=self.clock)

    @property
    def notes(self) -> Notes:
        """The owner's own notes."""
        from core.conversations.notes import Notes

        shelf = self.shelf
        return Notes(self.conversations, shelf.writer, shelf.blobs, announcer=self.announcer, clock=self.clock)

    @property
    def housekeeping(self) -> Housekeeping:
        """Retention and automatic backups. NothingIsKept."""
        from core.conversations.housekeeping import Housekeeping

        return Housekeeping(
            self._vault(),
            self.conversations,
            privacy=lambda: self.settings.values.privacy,
            forget_expired=lambda: self.memory.sweep(),
            audit=self.audit,
            clock=self.clock,
        )

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

    async def lock(self, reason: LockReason = "owner") -> None:
        """Stop what runs, keep what has arrived, close the vault and drop its keys; then `VaultClosed` is announced.

        Whoever calls it again waits for the first one, which goes on even if its caller is cancelled.
        """
        if self._locking is None:
            self._life.end()
            self._locking = asyncio.create_task(self._lock(reason), name="lock")
        await asyncio.shield(self._locking)

    async def _lock(self, reason: LockReason) -> None:
        try:
            await self._end_what_runs()
        finally:  # whatever would not end, the keys go
            self.doors.replace([])
            await asyncio.to_thread(self._private.close)
            try:
                if self.vault is not None:
                    await self._record("profile closed", reason)
                    await self.vault.close()
            finally:
                self.announcer.announce(VaultClosed(reason))

    async def _end_what_runs(self) -> None:
        for unsubscribe in self._unsubscribe:
            unsubscribe()
        await self._life.end_background(within_s=_MOST_ENDING_S)
        voice, memories = self._voice.made, self._memories.made
        for part in (voice, memories, *self._documents.made()):  # first what hears and speaks: it must end in any case
            with suppress(TimeoutError):
                async with asyncio.timeout(_MOST_ENDING_S):
                    if part is not None:
                        await part.aclose()
        closing = [made.aclose() for made in (self._answering.made, self._library.made) if made is not None]
        for outcome in await asyncio.gather(*closing, return_exceptions=True):
            if isinstance(outcome, BaseException):
                raise outcome

    # ---- joining -------------------------------------------------------------------------------------------------

    def _make_answering(self) -> Answering:
        from core.chat.answering import Answering
        from core.chat.chat_memory import ChatMemory
        from core.chat.chat_sources import ChatSources, DocumentsAt
        from core.inference.answer_cache import AnswerCache
        from core.library.model_parameters import ParameterTable

        vault, kept, private = self.vault, self.shelf, self._private.shelf
        cache = None
        if vault is not None:
            cache = AnswerCache(vault.writer, vault.readers, vault.key("cache-mac"), clock=self.clock)
        return Answering(
            self.conversations,
            self.private,
            settings=lambda: self.settings.values,
            servers=self._servers_from,
            cache=cache,
            clock=self.clock,
            persona_of=lambda persona_id: self.personas.get(persona_id),
            parameters_of=ParameterTable(kept.writer, kept.readers, clock=self.clock).of,
            own_ollama=lambda: self.library.ollama.ready(),
            sources_of=ChatSources(
                DocumentsAt(kept.readers, self._documents.kept),
                None if vault is None else DocumentsAt(private.readers, self._documents.private),
                lambda: self.settings.values.knowledge,
                attached=lambda chat_id, long_text: self.knowledge_of(chat_id).attached(chat_id, long_text=long_text),
            ),
            memory=ChatMemory(kept.readers, lambda: self.memory, lambda: self.settings.values.memory.mode),
        )

    def _make_personas(self) -> Personas:
        from core.chat.personas import Personas

        return Personas(self.shelf.writer, self.shelf.readers, announcer=self.announcer, clock=self.clock)

    def _make_prompts(self) -> Prompts:
        from core.chat.prompt_library import Prompts

        return Prompts(self.shelf.writer, self.shelf.readers, announcer=self.announcer, clock=self.clock)

    def _make_library(self) -> ModelLibrary:
        from core.library.model_library import ModelLibrary
        from core.library.model_parameters import ParameterTable

        return ModelLibrary(
            self.paths,
            doors=self.doors,
            audit=self.audit,
            announcer=self.announcer,
            clock=self.clock,
            table=ParameterTable(self.shelf.writer, self.shelf.readers, clock=self.clock),
            settings=lambda: self.settings.values.model_server,
            served_at=self._ollama_at,
            server_changed=lambda: self.announcer.announce(ModelsChanged()),
            sources=self._sources,
        )

    def _make_voice(self) -> Voice:
        from core.voice.voice import Voice

        return Voice(self, devices=self._sound)

    def _make_memories(self) -> Memories:
        from core.memory.facts import Memories

        return Memories(self.shelf, self._documents.kept, announcer=self.announcer, clock=self.clock)

    # ---- starting ------------------------------------------------------------------------------------------------

    async def _start(self) -> None:
        await self.settings.load(self.shelf.readers)
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
        self._take_lock_settings()
        self.in_background(self.auto_lock.watch())
        try:
            await self.conversations.mend_unfinished()
        except NotEnoughSpace:  # the chats can be read all the same; the next opening mends them
            _log.warning("unfinished answers are not mended: the disk is full")
        self.in_background(self._keep_house())

    def in_background(self, work: Coroutine[Any, Any, None]) -> None:
        """Run `work` beside everything else; it ends with the assistant, and its errors go to the log."""
        self._life.in_background(work)

    async def _keep_house(self) -> None:
        await asyncio.sleep(self._housekeeping_after_s)
        await self.housekeeping.go_on(self._life)

    def _take_lock_settings(self) -> None:
        privacy = self.settings.values.privacy
        self.auto_lock.idle_s = privacy.lock_after_minutes * 60 or None
        self.auto_lock.on_suspend = privacy.lock_on_suspend
        self.auto_lock.on_screen_lock = privacy.lock_on_screen_lock

    def _lock_soon(self, reason: Literal["idle", "suspend", "screen_lock"]) -> None:
        self.in_background(self.lock(reason))

    async def _prepare(self) -> None:
        """Make what answers before the first question needs it."""
        await asyncio.sleep(_PREPARE_AFTER_S)
        self._answering()
        if self.settings.values.model_server.private_ollama:
            await self._life.watched(self.library.ollama.start())
        await self._life.watched(self._go_on_reading())
        if self._warm_up:
            await self.warm()

    async def _go_on_reading(self) -> None:
        """Follow the folders and read what waits, if there are documents at all; the same for memories and chats."""
        from core.knowledge.document_rows import is_anything_there

        if self.vault is not None:
            await self.memory.start()
            if await self.shelf.readers.run(is_anything_there):
                await self.knowledge.start()

    def _ollama_at(self) -> str:
        """Where the owner's Ollama is called; empty where the servers were named by a face and have none."""
        server = self.gateway.servers.get("ollama")
        return server.address if server is not None else ""

    async def _use_private_server(self) -> None:
        if self.settings.values.model_server.private_ollama:
            await self.library.ollama.start()
        elif self._library.made is not None:
            await self._library.made.ollama.stop()

    def _on_loop(self, change: Change) -> Callable[[], None]:
        """Announces `change` on the loop, from whatever thread it is called on, also while the loop is closing."""

        def announce() -> None:
            if self._loop is not None:
                with suppress(RuntimeError):  # the loop has ended, and with it everybody who listened
                    self._loop.call_soon_threadsafe(self.announcer.announce, change)

        return announce

    def _on_change(self, change: Change) -> None:
        if isinstance(change, ConversationChanged) and change.what == "messages":
            self._documents.read_attachments_soon(change.conversation_id)
            return
        if isinstance(change, ConversationChanged) and change.what == "deleted":
            self._documents.forget_gone_soon()
        if not isinstance(change, SettingChanged):
            return
        if change.name.startswith(_AUDITED_SETTINGS):
            self.in_background(self._record("setting changed", change.name))
        if change.name.startswith("model_server.") or change.name in ("chat.answer_cache", "chat.calls_per_minute"):
            if self._answering.made is not None:
                self.in_background(self._answering.made.take_settings())
            if change.name == "model_server.private_ollama":
                self.in_background(self._use_private_server())
        elif change.name.startswith("knowledge."):
            self._documents.take_settings_soon()
        elif change.name.startswith("privacy.lock_") and self.vault is not None:
            self._take_lock_settings()

    async def _on_key_change(self, act: str) -> None:
        await self._record(act)
        if act == "recovery key checked" and self.settings.values.guide.recovery_unchecked:
            await self.settings.change("guide.recovery_unchecked", False)

    async def _record(self, act: str, subject: str = "") -> None:
        """Put `act` into the audit trail; a full disk is no reason to refuse the act itself, nor to stay open."""
        with suppress(HearthError):
            await self.audit.record(act, subject)

    # ---- small steps ---------------------------------------------------------------------------------------------

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
