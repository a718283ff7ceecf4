"""Crypto-shredding: without its key file a profile is noise, so the key file goes first and everything else after.

What this cannot reach, and the README says so: blocks that flash memory or a file system's snapshot keeps, exports, and
backups that were put elsewhere; those go on opening with the secrets that were valid when they were made.
"""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path

from core.errors import DataDamaged, ProfileMissing
from core.paths import ProfilePaths
from core.vault.header_file import HeaderFile, shred, sync_folder
from core.vault.os_keyring import OsKeyring
from core.vault.slots import uses_keyring
from core.vault.unlocking import keyring_entry

REMAINS = ".erased"


def erase_folder(paths: ProfilePaths, profile_id: str, keyring: OsKeyring) -> None:
    """Destroy the keys in one folder of a profile that nobody has open, then its files. Blocks.

    Killed in between, nothing can be opened any more; `sweep_remains` removes the rest later. A keyring that does not
    answer does not hold this up: what it keeps opens nothing without the key file. Raises OSError.
    """
    _forget_keyring(paths, profile_id, keyring)
    for path in HeaderFile(paths).every_path:
        shred(path)
    sync_folder(paths.folder)
    if paths.backups.is_dir():
        for backup in sorted(paths.backups.iterdir()):
            if backup.is_file():  # each holds a copy of the key file
                shred(backup)
    remains = paths.folder.with_name(f".{paths.folder.name.lstrip('.')}{REMAINS}")
    shutil.rmtree(remains, ignore_errors=True)
    paths.folder.rename(remains)
    sync_folder(remains.parent)
    shutil.rmtree(remains, ignore_errors=True)


def sweep_remains(profiles: Path) -> None:
    """Remove what killed erasures left: folders without a key file. Never raises."""
    if profiles.is_dir():
        for remains in profiles.glob(f".*{REMAINS}"):
            shutil.rmtree(remains, ignore_errors=True)


def _forget_keyring(paths: ProfilePaths, profile_id: str, keyring: OsKeyring) -> None:
    with suppress(DataDamaged, ProfileMissing):
        header = HeaderFile(paths).read(profile_id=profile_id)
        for slot in header.slots:
            if uses_keyring(slot.kind):
                keyring.remove(keyring_entry(profile_id, slot))
