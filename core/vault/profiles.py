"""All profiles of one installation: list, create, open, restore, erase. No secret is kept here."""

from __future__ import annotations

import asyncio
import builtins
import os
import re
import shutil
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from core.clock import Clock, RealClock
from core.errors import (
    DataDamaged,
    HeaderDamaged,
    HearthError,
    KeyringUnavailable,
    OwnerCanAct,
    ProfileExists,
    ProfileMissing,
)
from core.paths import HearthPaths, ProfilePaths
from core.vault.database import error_of_system
from core.vault.erase import erase_folder, sweep_remains
from core.vault.hardening import forbid_core_dumps
from core.vault.header import Header
from core.vault.header_file import HeaderFile, sync_folder
from core.vault.kdf import STANDARD, KdfParameters
from core.vault.keys import MasterKey
from core.vault.new_profile import NewProfile, make_profile
from core.vault.opening import open_vault
from core.vault.os_keyring import OsKeyring
from core.vault.profile_folders import finish_swaps, folders_beside, swap_in
from core.vault.profile_lock import ProfileLock, refuse_in_use
from core.vault.recovery_key import RecoveryKey
from core.vault.slot_maker import SlotMaker
from core.vault.unlock_secrets import SlotKind, UnlockWith
from core.vault.unlocking import unlock_header
from core.vault.vault import Vault
from core.vault.vault_keys import VaultKeys, fit_alias, refuse_short

T = TypeVar("T")

_PROFILE_ID = re.compile(r"[0-9a-f]{32}")


class NoWayIn(OwnerCanAct):
    """A new profile needs more than a recovery key."""

    sentence = "A profile needs a passphrase, the system keyring, or both."
    next_step = "Choose a passphrase, or let the system keyring open the profile."


@dataclass(frozen=True, slots=True)
class ProfileInfo:
    """What is known about a profile without any key.

    One that is not readable has a damaged key file or one from a newer Hearth; opening it says which.
    """

    profile_id: str
    alias: str
    slot_kinds: frozenset[SlotKind]
    created_at: datetime
    is_readable: bool = True


class Profiles:
    """The profiles below `paths.profiles`. Without `keyring` the system's own is found when it is first needed.

    `kdf` is the cost of passphrases that are set from now on; those that exist keep theirs.
    """

    def __init__(
        self,
        paths: HearthPaths,
        *,
        keyring: OsKeyring | None = None,
        clock: Clock | None = None,
        kdf: KdfParameters = STANDARD,
    ) -> None:
        self._paths = paths
        self._keyring = keyring or OsKeyring()
        self._clock = clock or RealClock()
        self._kdf = kdf

    def list(self) -> builtins.list[ProfileInfo]:
        """All profiles, oldest first. Reads key files only; takes no lock."""
        with _system_errors():
            finish_swaps(self._paths.profiles)
            found = [_info(folder) for folder in _profile_folders(self._paths.profiles)]
        return sorted(found, key=lambda info: info.created_at)

    async def keyring_works(self) -> bool:
        """Whether this system has a keyring that keeps secrets encrypted; asks it for its name only."""
        try:
            await asyncio.to_thread(self._keyring.backend_name)
        except KeyringUnavailable:
            return False
        return True

    async def create(
        self, alias: str, *, passphrase: str | None, use_keyring: bool, require_both: bool = False
    ) -> tuple[Vault, RecoveryKey]:
        """A new profile, open, and its recovery key, which is shown once and kept nowhere.

        `require_both` makes passphrase and keyring necessary together. Raises ProfileExists, PassphraseTooShort,
        KeyringUnavailable, NoWayIn, NotEnoughSpace; then nothing is left behind.
        """
        if passphrase is not None:
            refuse_short(passphrase)
        new = NewProfile(
            profile_id=uuid.uuid4().hex,
            alias=fit_alias(alias),
            kinds=_everyday_kinds(passphrase, use_keyring=use_keyring, require_both=require_both),
            recovery_key=RecoveryKey.random(),
            passphrase=passphrase or "",
        )
        return await _handed_over(lambda: self._create(new)), new.recovery_key

    async def open(self, profile_id: str, unlock: UnlockWith, *, accept_rollback: bool = False) -> Vault:
        """Open a profile.

        `accept_rollback` takes the database as it is although it is older than when it was last closed. Raises
        WrongSecret, ProfileMissing, ProfileInUse, HeaderDamaged, DatabaseDamaged, HistoryDamaged, KeyringUnavailable,
        NewerFormat; then nothing was changed.
        """
        return await _handed_over(lambda: self._open(profile_id, unlock, accept_rollback=accept_rollback))

    async def restore(self, backup: Path, unlock: UnlockWith, *, alias: str | None = None) -> ProfileInfo:
        """Put a backup back, under the id it had; a profile of that id is replaced, but only once all is verified.

        Raises BackupDamaged, WrongSecret, NewerFormat, NotEnoughSpace, ProfileInUse, and ProfileExists when another
        profile has the name: choose one with `alias`. Then nothing was changed.
        """
        return await asyncio.shield(asyncio.to_thread(self._restore, backup, unlock, alias))

    async def erase(self, profile_id: str) -> None:
        """Destroy the profile's keys, then its files: nothing brings it back, but backups kept elsewhere.

        Raises ProfileInUse, ProfileMissing, ProfileFilesUnreadable.
        """
        await asyncio.shield(asyncio.to_thread(self._erase, profile_id))

    # ---- on a thread ---------------------------------------------------------------------------------------------

    def _create(self, new: NewProfile) -> Vault:
        """Built under another name, so that a kill half-way leaves no half profile in the list."""
        forbid_core_dumps()
        self._refuse_taken(new.alias, but_for=new.profile_id)
        paths = self._paths.profile(new.profile_id)
        unfinished = ProfilePaths(self._paths.profiles / f".{new.profile_id}.new")
        slot_maker = SlotMaker(new.profile_id, keyring=self._keyring, kdf=self._kdf, clock=self._clock)
        with _system_errors():
            self._paths.profiles.mkdir(mode=0o700, parents=True, exist_ok=True)
            try:
                header, master = make_profile(unfinished, new, slot_maker=slot_maker, clock=self._clock)
                unfinished.folder.rename(paths.folder)
                sync_folder(paths.folder.parent)
            except BaseException:
                shutil.rmtree(unfinished.folder, ignore_errors=True)
                raise
        keys = VaultKeys(HeaderFile(paths), header, master, slot_maker=slot_maker)
        return self._with_lock(paths, lambda lock: open_vault(paths, keys, lock=lock, clock=self._clock))

    def _open(self, profile_id: str, unlock: UnlockWith, *, accept_rollback: bool) -> Vault:
        forbid_core_dumps()
        paths = self._existing(profile_id)

        def opened(lock: ProfileLock) -> Vault:
            keys = self._unlocked(paths, unlock, accept_rollback=accept_rollback)
            try:
                return open_vault(paths, keys, lock=lock, clock=self._clock, accept_rollback=accept_rollback)
            except BaseException:
                keys.drop()
                raise

        return self._with_lock(paths, opened)

    def _restore(self, backup: Path, unlock: UnlockWith, alias: str | None) -> ProfileInfo:
        from core.vault.restoring import unlock_backup, unpack_verified  # brings tarfile and more

        forbid_core_dumps()
        with _system_errors():
            header, master = unlock_backup(backup, unlock, self._keyring)
            try:
                header = replace(header, alias=header.alias if alias is None else fit_alias(alias))
                self._refuse_taken(header.alias, but_for=header.profile_id)
                place = self._paths.profile(header.profile_id)
                refuse_in_use(place.in_use)
                swap_in(unpack_verified(backup, header, master, paths=self._paths), place)
            finally:
                master.drop()
            return _info(place.folder)

    def _erase(self, profile_id: str) -> None:
        place = self._existing(profile_id)
        with _system_errors():
            lock = ProfileLock(place.in_use)
            try:
                for beside in folders_beside(place):
                    erase_folder(beside, profile_id, self._keyring)
                erase_folder(place, profile_id, self._keyring)
            finally:
                lock.release()
            sweep_remains(self._paths.profiles)

    def _refuse_taken(self, alias: str, *, but_for: str) -> None:
        for info in self.list():
            if info.alias.casefold() == alias.casefold() and info.profile_id != but_for:
                raise ProfileExists(alias, alias=alias)

    def _unlocked(self, paths: ProfilePaths, unlock: UnlockWith, *, accept_rollback: bool) -> VaultKeys:
        file = HeaderFile(paths)
        header = self._read(file, paths)
        unlocked = unlock_header(header, unlock, self._keyring)
        slot_maker = SlotMaker(paths.profile_id, keyring=self._keyring, kdf=self._kdf, clock=self._clock)
        keys = VaultKeys(file, header, unlocked.master, slot_maker=slot_maker)
        with suppress(OSError):  # a read-only or full disk: the copy is mended another time
            file.mend(header)
        if unlocked.next_master is not None:
            self._undo_rotation(paths, keys, unlocked.next_master, accept_rollback=accept_rollback)
        return keys

    def _undo_rotation(
        self, paths: ProfilePaths, keys: VaultKeys, next_master: MasterKey, *, accept_rollback: bool
    ) -> None:
        from core.vault.key_rotation import undo_rotation

        try:
            undo_rotation(paths, keys, next_master, accept_rollback=accept_rollback)
        except BaseException:
            keys.drop()
            raise
        finally:
            next_master.drop()

    def _read(self, file: HeaderFile, paths: ProfilePaths) -> Header:
        try:
            return file.read(profile_id=paths.profile_id)
        except ProfileMissing:
            if paths.database.exists():
                raise HeaderDamaged("the key file and its copy are missing") from None
            raise

    def _with_lock(self, paths: ProfilePaths, work: Callable[[ProfileLock], T]) -> T:
        with _system_errors():
            lock = ProfileLock(paths.in_use)
            try:
                return work(lock)
            except BaseException:
                lock.release()
                raise

    def _existing(self, profile_id: str) -> ProfilePaths:
        finish_swaps(self._paths.profiles)
        paths = self._paths.profile(profile_id)
        if not _PROFILE_ID.fullmatch(profile_id) or not paths.folder.is_dir():
            raise ProfileMissing(profile_id, alias=profile_id)
        return paths


def _info(folder: Path) -> ProfileInfo:
    paths = ProfilePaths(folder)
    try:
        header = HeaderFile(paths).read(profile_id=paths.profile_id)
    except (DataDamaged, ProfileMissing):
        made_at = datetime.fromtimestamp(folder.stat().st_mtime, UTC)
        return ProfileInfo(paths.profile_id, paths.profile_id[:8], frozenset(), made_at, is_readable=False)
    return ProfileInfo(
        profile_id=header.profile_id,
        alias=header.alias,
        slot_kinds=frozenset(slot.kind for slot in header.slots),
        created_at=datetime.fromtimestamp(header.created_at_ms / 1000, UTC),
    )


def _everyday_kinds(passphrase: str | None, *, use_keyring: bool, require_both: bool) -> tuple[SlotKind, ...]:
    if require_both and passphrase is not None:
        return ("both",)
    kinds: builtins.list[SlotKind] = []
    if use_keyring and not require_both:
        kinds.append("keyring")
    if passphrase is not None:
        kinds.append("passphrase")
    if not kinds:
        raise NoWayIn("no passphrase and no keyring")
    return tuple(kinds)


def _profile_folders(parent: Path) -> Iterator[Path]:
    try:
        entries = sorted(os.scandir(parent), key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    for entry in entries:
        if _PROFILE_ID.fullmatch(entry.name) and entry.is_dir():
            yield Path(entry.path)


async def _handed_over(work: Callable[[], Vault]) -> Vault:
    """Run `work` on a thread; a caller that was cancelled meanwhile leaves no open vault behind."""
    loop = asyncio.get_running_loop()
    future = loop.run_in_executor(None, work)
    try:
        return await asyncio.shield(future)
    except asyncio.CancelledError:
        with suppress(HearthError):
            vault = await future
            await vault.close()
        raise


@contextmanager
def _system_errors() -> Iterator[None]:
    try:
        yield
    except OSError as trouble:
        raise error_of_system(trouble) from trouble
