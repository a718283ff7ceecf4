"""Folders beside a profile's own: a restore that is on its way in, and what it replaces.

`.ID.restoring` is unfinished, `.ID.restored` is verified and waits for its place, `.ID.replaced` had it before.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from core.paths import ProfilePaths
from core.vault.header_file import sync_folder
from core.vault.profile_lock import ProfileLock

UNPACKING, VERIFIED, REPLACED = ".restoring", ".restored", ".replaced"


def beside(place: ProfilePaths, suffix: str) -> Path:
    """The folder of that kind beside a profile's."""
    return place.folder.with_name(f".{place.folder.name}{suffix}")


def swap_in(verified: ProfilePaths, place: ProfilePaths) -> None:
    """Renames only; `finish_swaps` completes them after a kill in between. Raises ProfileInUse, OSError.

    Automatic backups stay with the profile: what they restored may not have been what the owner wanted.
    """
    if place.folder.is_dir():
        lock = ProfileLock(place.in_use)
        try:
            replaced = beside(place, REPLACED)
            shutil.rmtree(replaced, ignore_errors=True)
            if sys.platform == "win32":
                lock.release()  # a folder with an open file cannot be renamed there
            place.folder.rename(replaced)
        finally:
            lock.release()
    _install(verified, place)
    sync_folder(place.folder.parent)


def finish_swaps(profiles: Path) -> None:
    """Give verified restores their place where a kill left it empty; cheap when there are none."""
    for verified in profiles.glob(f".*{VERIFIED}"):
        place = profiles / verified.name.removeprefix(".").removesuffix(VERIFIED)
        if not place.exists() and beside(ProfilePaths(place), REPLACED).exists():
            _install(ProfilePaths(verified), ProfilePaths(place))


def folders_beside(place: ProfilePaths) -> list[ProfilePaths]:
    """Folders that restores of this profile have left: the replaced one, unfinished ones."""
    folders = (beside(place, suffix) for suffix in (REPLACED, VERIFIED, UNPACKING))
    return [ProfilePaths(folder) for folder in folders if folder.is_dir()]


def _install(verified: ProfilePaths, place: ProfilePaths) -> None:
    backups = ProfilePaths(beside(place, REPLACED)).backups
    if backups.is_dir() and not verified.backups.exists():
        backups.rename(verified.backups)
    verified.folder.rename(place.folder)
