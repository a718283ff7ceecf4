"""Unpacks an archive of a stranger into an empty folder: .tar.zst, .tgz and .zip, and nothing outside of that folder.

Names are plain relative paths; links lead to something inside and are made last, so that nothing is ever written
through one; only files, folders and links are taken; sizes and counts have limits. Blocks; call it on a thread.
"""

from __future__ import annotations

import errno
import os
import shutil
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, Any, Final

from models.engine_errors import DiskRefused, EngineError, NotEnoughDisk

_BLOCK_BYTES: Final = 1024 * 1024
# What `zstd --ultra -22` uses, 128 MiB, and no more: the window is memory that the archive asks for.
_MOST_WINDOW_BYTES: Final = 2**27
_BAD_CHARACTERS: Final = frozenset('\\:*?"<>|\0')


class ArchiveRefused(EngineError):
    """The archive is damaged, or holds what a program's archive does not hold. `detail` names the entry."""


class UnpackStopped(Exception):
    """`is_wanted` said no. What was unpacked so far is left to the caller."""


@dataclass(frozen=True, slots=True)
class UnpackLimits:
    """More than this is no program but an attack. Ollama 0.35 has some 60 entries and 4 GB."""

    total_bytes: int = 24 * 1024**3
    entries: int = 20_000
    ratio: int = 200


def unpack(
    archive: Path,
    folder: Path,
    *,
    limits: UnpackLimits | None = None,
    progress: Callable[[int], None] = lambda _: None,
    is_wanted: Callable[[], bool] = lambda: True,
) -> None:
    """Unpack `archive` into `folder`, which is made. `progress` gets the bytes of the archive that were read.

    Raises `ArchiveRefused`, `NotEnoughDisk`, `DiskRefused`, `UnpackStopped`; what was written then is for the caller to
    remove.
    """
    limits = limits or UnpackLimits()
    with _own_errors(folder):
        folder.mkdir(parents=True, mode=0o700)
        into = _Folder(folder, limits, archive.stat().st_size, is_wanted)
        if archive.name.endswith(".zip"):
            _unpack_zip(archive, into, progress)
        else:
            _unpack_tar(archive, into, progress)
        into.make_links()


class _Folder:
    """The target, with a count of what was written into it."""

    def __init__(self, root: Path, limits: UnpackLimits, archive_bytes: int, is_wanted: Callable[[], bool]) -> None:
        self._root = root
        self._most_bytes = min(limits.total_bytes, max(archive_bytes, 1024) * limits.ratio)
        self._most_entries = limits.entries
        self._is_wanted = is_wanted
        self._bytes = 0
        self._entries = 0
        self._links: dict[PurePosixPath, tuple[str, bool]] = {}

    def folder(self, name: str) -> None:
        """A folder."""
        self._path(name).mkdir(parents=True, exist_ok=True)

    def file(self, name: str, content: IO[bytes], *, executable: bool) -> None:
        """A file; the same name twice is refused, since the second could not be told from an overwrite."""
        path = self._path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            while block := content.read(_BLOCK_BYTES):
                self._bytes += len(block)
                if self._bytes > self._most_bytes:
                    raise ArchiveRefused(f"{name[:200]}: more than {self._most_bytes} bytes come out")
                if not self._is_wanted():
                    raise UnpackStopped
                file.write(block)
            file.flush()
            os.fsync(file.fileno())  # a power cut must not leave a program that looks whole
        path.chmod(0o755 if executable else 0o644)

    def link(self, name: str, target: str, *, hard: bool) -> None:
        """A link, made at the end."""
        relative = self._relative(name)
        self._links[relative] = (target, hard)

    def make_links(self) -> None:
        """Make all links; one that leads nowhere inside is refused."""
        root = self._root.resolve()
        for name, (target, hard) in self._links.items():
            path = self._root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if hard:
                os.link(self._root / self._relative(target), path, follow_symlinks=False)
                continue
            if PurePosixPath(target).is_absolute() or _BAD_CHARACTERS & set(target):
                raise ArchiveRefused(f"{name} links to {target[:200]}")
            path.symlink_to(target)
        for name in self._links:
            where = Path(os.path.realpath(self._root / name))
            if not where.is_relative_to(root) or not where.exists():
                raise ArchiveRefused(f"{name} leads outside, or nowhere")

    def _path(self, name: str) -> Path:
        return self._root / self._relative(name)

    def _relative(self, name: str) -> PurePosixPath:
        self._entries += 1
        if self._entries > self._most_entries:
            raise ArchiveRefused(f"more than {self._most_entries} entries")
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts or _BAD_CHARACTERS & set(name) or len(name) > 1000:
            raise ArchiveRefused(f"the name {name[:200]!r}")
        if any(above in self._links for above in (path, *path.parents)):
            raise ArchiveRefused(f"{name[:200]} lies below a link")
        return path


def _unpack_tar(archive: Path, into: _Folder, progress: Callable[[int], None]) -> None:
    with archive.open("rb") as file, _plain(archive.name, file) as plain:
        with tarfile.open(fileobj=plain, mode="r|", errorlevel=2) as tar:
            for entry in tar:
                if entry.isdir():
                    into.folder(entry.name)
                elif entry.isreg():
                    content = tar.extractfile(entry)
                    assert content is not None
                    into.file(entry.name, content, executable=bool(entry.mode & stat.S_IXUSR))
                elif entry.issym() or entry.islnk():
                    into.link(entry.name, entry.linkname, hard=entry.islnk())
                else:
                    raise ArchiveRefused(f"{entry.name[:200]} is neither file nor folder nor link")
                progress(file.tell())
        # The end of the stream holds its checksum; a cut archive is noticed only by reading on to it.
        while plain.read(_BLOCK_BYTES):
            pass


@contextmanager
def _plain(name: str, file: IO[bytes]) -> Iterator[Any]:
    if name.endswith((".tar.zst", ".tzst")):
        import zstandard

        with zstandard.ZstdDecompressor(max_window_size=_MOST_WINDOW_BYTES).stream_reader(
            file, read_across_frames=True, closefd=False
        ) as plain:
            yield plain
        return
    import gzip

    with gzip.open(file, "rb") as plain:
        yield plain


def _unpack_zip(archive: Path, into: _Folder, progress: Callable[[int], None]) -> None:
    read = 0
    with zipfile.ZipFile(archive) as packed:
        for entry in packed.infolist():
            mode = entry.external_attr >> 16
            if entry.is_dir():
                into.folder(entry.filename)
            elif stat.S_ISLNK(mode):
                if entry.file_size > 4096:
                    raise ArchiveRefused(f"{entry.filename[:200]} is a link of {entry.file_size} bytes")
                into.link(entry.filename, packed.read(entry).decode("utf-8", "strict"), hard=False)
            elif mode == 0 or stat.S_ISREG(mode) or stat.S_IFMT(mode) == 0:
                with packed.open(entry) as content:
                    into.file(entry.filename, content, executable=bool(mode & stat.S_IXUSR))
            else:
                raise ArchiveRefused(f"{entry.filename[:200]} is neither file nor folder nor link")
            read += entry.compress_size
            progress(read)


@contextmanager
def _own_errors(folder: Path) -> Iterator[None]:
    import zstandard

    damaged = (
        tarfile.TarError,
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        ValueError,
        RuntimeError,
        zstandard.ZstdError,
    )
    try:
        yield
    except (EngineError, UnpackStopped):
        raise
    except FileExistsError as fault:
        raise ArchiveRefused(f"the same name twice: {Path(str(fault.filename)).name}") from fault
    except (*damaged, NotImplementedError) as fault:
        raise ArchiveRefused(f"{type(fault).__name__}: {str(fault)[:300]}") from fault
    except OSError as fault:
        if fault.errno is None or "gzip" in str(fault).lower():  # BadGzipFile is an OSError
            raise ArchiveRefused(str(fault)[:300]) from fault
        if fault.errno in (errno.ENOSPC, errno.EDQUOT):
            free = shutil.disk_usage(folder.parent).free
            raise NotEnoughDisk(needed_bytes=free + 1, free_bytes=free) from fault
        raise DiskRefused(str(fault)[:300]) from fault
