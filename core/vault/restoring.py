"""Puts a backup in the place of a profile: unpacked and verified beside it first, then swapped in by renaming.

The folder that it replaces is kept, closed under its own keys, until the next restore or until the profile is erased.
"""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

from core.errors import BackupDamaged, HeaderDamaged
from core.paths import HearthPaths, ProfilePaths
from core.vault.anchor import Anchor
from core.vault.backup import read_header, restore_backup
from core.vault.header import Header, decode, signed
from core.vault.header_file import HeaderFile, sync_folder
from core.vault.keys import MasterKey, derive
from core.vault.os_keyring import OsKeyring
from core.vault.profile_folders import UNPACKING, VERIFIED, beside
from core.vault.unlock_secrets import UnlockWith
from core.vault.unlocking import unlock_header


def unlock_backup(backup: Path, unlock: UnlockWith, keyring: OsKeyring) -> tuple[Header, MasterKey]:
    """The key file inside a backup, and the master key. Raises BackupDamaged, WrongSecret, KeyringUnavailable."""
    try:
        header = decode(read_header(backup))
        return header, unlock_header(header, unlock, keyring).master
    except HeaderDamaged as trouble:
        raise BackupDamaged(trouble.detail) from trouble


def unpack_verified(backup: Path, header: Header, master: MasterKey, *, paths: HearthPaths) -> ProfilePaths:
    """Unpack into a folder that is no profile yet, and verify every part. Raises BackupDamaged, NotEnoughSpace."""
    unpacking = ProfilePaths(beside(paths.profile(header.profile_id), UNPACKING))
    verified = beside(paths.profile(header.profile_id), VERIFIED)
    for leftover in (unpacking.folder, verified):
        shutil.rmtree(leftover, ignore_errors=True)
    paths.profiles.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        unpacking.folder.mkdir(mode=0o700)
        unpacking.blobs.mkdir(mode=0o700)
        restore_backup(
            backup,
            unpacking,
            backup_key=derive(master, "backup", header.profile_id, header.generation),
            database_key=derive(master, "database", header.profile_id, header.generation),
            anchor=Anchor(derive(master, "anchor-mac", header.profile_id, header.generation)),
        )
        HeaderFile(unpacking).write(signed(replace(header, mac=b""), master))
        unpacking.folder.rename(verified)
    except BaseException:
        shutil.rmtree(unpacking.folder, ignore_errors=True)
        raise
    sync_folder(paths.profiles)
    return ProfilePaths(verified)
