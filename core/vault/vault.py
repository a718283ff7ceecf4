"""An open profile: its database, attachments and keys, until `close` drops them all."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from core.clock import Clock
from core.errors import HearthError
from core.paths import ProfilePaths
from core.vault.anchor import Anchor
from core.vault.ballast import Ballast
from core.vault.blobs import VaultBlobs
from core.vault.database import Connection, open_connection
from core.vault.header import encode
from core.vault.keys import Purpose
from core.vault.profile_lock import ProfileLock
from core.vault.readers import READER_CACHE_KIB, Readers
from core.vault.recovery_key import RecoveryKey
from core.vault.unlock_secrets import FromKeyring, KeyringAndPassphrase, Passphrase, SlotKind, UnlockWith
from core.vault.vault_keys import VaultKeys
from core.vault.writer import Writer

if TYPE_CHECKING:
    from core.vault.backup import BackupReport, BackupSource

__all__ = [
    "FromKeyring",
    "KeyringAndPassphrase",
    "Passphrase",
    "RecoveryKey",
    "SlotKind",
    "UnlockWith",
    "Vault",
]


class Vault:
    """Made by `core.vault.profiles.Profiles`; whoever gets one closes it.

    `was_unclean` tells that the last close was not a clean one, and that the database was checked for it.
    """

    def __init__(
        self,
        paths: ProfilePaths,
        keys: VaultKeys,
        connection: Connection,
        *,
        lock: ProfileLock,
        clock: Clock,
        was_unclean: bool,
    ) -> None:
        database_key = keys.key("database")
        self.paths = paths
        self.keys = keys
        self.was_unclean = was_unclean
        self.writer = Writer(connection, anchor=Anchor(keys.key("anchor-mac")), ballast=Ballast(paths.ballast))
        self.readers = Readers(
            lambda: open_connection(paths.database, database_key, readonly=True, cache_kib=READER_CACHE_KIB)
        )
        self.blobs = VaultBlobs(paths.blobs, keys.key("blob"), writer=self.writer, readers=self.readers, clock=clock)
        self._lock = lock
        self._backing_up = threading.Lock()  # one at a time; who closes waits for it
        self._closing = threading.RLock()  # always taken before `keys.changing`
        self._clock = clock
        self._is_quiet = False
        self._is_closed = False

    @property
    def profile_id(self) -> str:
        """The profile's id, also the name of its folder."""
        return self.keys.header.profile_id

    @property
    def alias(self) -> str:
        """The name that the owner gave the profile; the only part of it that is readable without a key."""
        return self.keys.header.alias

    @property
    def is_closed(self) -> bool:
        """Whether the keys are gone."""
        return self._is_closed

    def key(self, purpose: Purpose) -> bytes:
        """The key derived for one purpose. Raises VaultLocked after `close`."""
        return self.keys.key(purpose)

    async def backup(self, target: Path) -> BackupReport:
        """Write an encrypted, verified backup while the profile stays in use; it opens with today's secrets.

        Raises NotEnoughSpace, ProfileFilesUnreadable, DatabaseDamaged; then `target` is as it was. So it is when the
        caller is cancelled, or the profile is closed meanwhile (Cancelled).
        """
        is_abandoned = threading.Event()
        source = backup_source(self.paths, self.keys, is_wanted=lambda: not (self._is_quiet or is_abandoned.is_set()))
        try:
            return await asyncio.to_thread(self._back_up, target, source)
        finally:
            is_abandoned.set()

    def _back_up(self, target: Path, source: BackupSource) -> BackupReport:
        from core.vault.backup import write_backup  # brings tarfile and more: not on the way to an open vault

        with self._backing_up:
            source.check()
            return write_backup(target, source, clock=self._clock)

    async def rotate_master_key(self, *, passphrase: str | None = None) -> RecoveryKey:
        """Give the profile a new master key and close it; open it again with the secrets that it had.

        The passphrase is needed if the profile has one, since nothing else can wrap the new key with it. Returns the
        new recovery key. Raises WrongSecret, and then the vault is still open; any other error leaves it closed and
        under its old key. Takes about a second for 100 MB.
        """
        if self.keys.on_changed is not None:
            await self.keys.on_changed("master key change begun")  # the vault is closed when it is done
        return await asyncio.shield(asyncio.to_thread(self._rotate, passphrase))

    def _rotate(self, passphrase: str | None) -> RecoveryKey:
        from core.vault.key_rotation import check_passphrase, rotate

        recovery_key = RecoveryKey.random()
        with self._closing, self.keys.changing:
            check_passphrase(self.keys, passphrase)
            try:
                self.quiesce()
                rotate(self.paths, self.keys, passphrase=passphrase, recovery_key=recovery_key)
            finally:
                self.close_blocking()
        return recovery_key

    async def close(self) -> None:
        """Finish what is waiting, fold the WAL, mirror the history's place in the header, drop the keys.

        Safe to call twice. Trouble while closing (a full disk) is no reason to stay open: the next open then checks
        the database.
        """
        await asyncio.shield(asyncio.to_thread(self.close_blocking))

    def close_blocking(self) -> None:
        """The same for callers without a loop."""
        with self._closing:
            if self._is_closed:
                return
            try:
                with suppress(HearthError):
                    self.quiesce()
            finally:
                self._is_closed = True
                self.keys.drop()
                self._lock.release()

    def quiesce(self) -> None:
        """End backups, readers and writer, and mirror the database's place in history in the header. The keys stay.

        Does nothing the second time. Raises what kept the last bytes from the database file or the header.
        """
        if self._is_quiet:
            return
        self._is_quiet = True
        with self._backing_up:
            pass  # the one that ran has noticed
        self.readers.close()
        self.writer.close()
        anchor = Anchor(self.keys.key("anchor-mac"))
        self.keys.mirror(anchor.mirror(self.writer.sequence, self.paths.database))


def backup_source(
    paths: ProfilePaths, keys: VaultKeys, *, is_wanted: Callable[[], bool] = lambda: True
) -> BackupSource:
    """What a backup of this profile is made of."""
    from core.vault.backup import BackupSource

    database_key = keys.key("database")
    return BackupSource(
        profile_id=keys.header.profile_id,
        header=encode(keys.header),
        connect=lambda: open_connection(paths.database, database_key, readonly=True, cache_kib=READER_CACHE_KIB),
        blobs=paths.blobs,
        key=keys.key("backup"),
        is_wanted=is_wanted,
    )
