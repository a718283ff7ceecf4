"""The key header on disk: written whole or not at all, kept twice, readable by its owner only.

`hearth.keys` is the header, `hearth.keys.copy` the same bytes once more, for the day when the disk loses the first. The
copy never lags behind on purpose: an older header would go on opening the profile with a passphrase that was changed
because somebody had learnt it.
"""

from __future__ import annotations

import os
import secrets
import sys
from contextlib import suppress
from pathlib import Path

from core.errors import HeaderDamaged, ProfileMissing
from core.paths import ProfilePaths
from core.vault.header import LARGEST_BYTES, Header, decode, encode

_ON_WINDOWS = sys.platform == "win32"
_SHRED_AT_ONCE = 1024 * 1024


class HeaderFile:
    """Reads and replaces the header of one profile. Raises OSError as it comes; callers map it."""

    def __init__(self, paths: ProfilePaths) -> None:
        self.path = paths.header
        self.copy = paths.header.with_name(paths.header.name + ".copy")
        self._fresh = paths.header.with_name(paths.header.name + ".new")

    @property
    def every_path(self) -> tuple[Path, ...]:
        """All files that may hold wrapped keys: what crypto-shredding must destroy."""
        return (self.path, self.copy, self._fresh)

    def read(self, *, profile_id: str) -> Header:
        """The header, or its copy where the header is damaged or gone.

        Raises HeaderDamaged when neither can be read, NewerFormat when a newer Hearth wrote it, ProfileMissing when
        there is neither header nor copy.
        """
        first = _bytes_of(self.path)
        try:
            return _of_profile(first, profile_id)
        except HeaderDamaged as trouble:
            second = _bytes_of(self.copy)
            if second is None:
                if first is None:
                    raise ProfileMissing("no key file", alias=profile_id) from None
                raise
            try:
                return _of_profile(second, profile_id)
            except HeaderDamaged as also:
                raise HeaderDamaged(f"header: {trouble.detail}; copy: {also.detail}") from None

    def write(self, header: Header) -> None:
        """Replace the header, then its copy; a kill at any moment leaves at least one of them whole and none half."""
        data = encode(header)
        self._replace(self.path, data)
        try:
            self._replace(self.copy, data)
        except OSError:  # the header counts; no copy is better than one that an old passphrase opens
            with suppress(OSError):
                self.copy.unlink()

    def mend(self, header: Header) -> None:
        """Write whichever of the two files differs from `header`, whose MAC the caller has verified."""
        data = encode(header)
        for path in (self.path, self.copy):
            if _bytes_of(path) != data:
                self._replace(path, data)

    def _replace(self, path: Path, data: bytes) -> None:
        descriptor = os.open(self._fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        self._fresh.replace(path)
        sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make names in `folder` survive a power cut; Windows does so by itself and has no such call."""
    if _ON_WINDOWS:
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def shred(path: Path) -> None:
    """Overwrite a file with random bytes and remove it.

    On flash memory and copying file systems the old bytes may survive underneath; the README says so.
    """
    try:
        with path.open("r+b") as file:
            left = os.fstat(file.fileno()).st_size
            while left > 0:
                left -= file.write(secrets.token_bytes(min(left, _SHRED_AT_ONCE)))
            file.flush()
            os.fsync(file.fileno())
    except FileNotFoundError:
        return
    path.unlink()


def _bytes_of(path: Path) -> bytes | None:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST_BYTES + 1)
    except FileNotFoundError:
        return None


def _of_profile(data: bytes | None, profile_id: str) -> Header:
    if data is None:
        raise HeaderDamaged("missing")
    header = decode(data)
    if header.profile_id != profile_id:
        raise HeaderDamaged("it belongs to another profile")
    return header
