"""The files of models that Hearth itself keeps: what is installed, disk use, removal. Ollama keeps its own.

    ROOT/whisper--small/           appears by one rename, when every file in it is whole and checked
        manifest.json              what it is, from where, with sizes and hashes
        model.bin …
    ROOT/.staging/whisper--small/  what is being fetched; nobody loads a model from here
    ROOT/.removed/…                renamed away first, so that half a deletion is never taken for a model

Everything here blocks; call it off the loop.
"""

from __future__ import annotations

import json
import os
import re
import secrets
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath, PureWindowsPath

from models.downloads import DownloadedFile
from models.engine_errors import DiskRefused, UnsafeName
from models.part_file import disk_faults, sha256_of, sync_folder

MANIFEST = "manifest.json"
STAGING_IS_OLD_S = 14 * 24 * 3600.0
_STAGING, _REMOVED = ".staging", ".removed"
_MODEL_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.+-]*(?::[A-Za-z0-9][A-Za-z0-9_.+-]*)+")
_WINDOWS_NAMES = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")
_FORMAT = 1


@dataclass(frozen=True, slots=True)
class KeptFile:
    """One file of an installed model; `sha256` is what it was when it was installed."""

    path: str
    size_bytes: int
    sha256: str
    url: str = ""
    is_host_declared: bool = False


@dataclass(frozen=True, slots=True)
class InstalledFiles:
    """One installed model."""

    model_id: str
    folder: Path
    size_bytes: int
    installed_at: datetime
    files: tuple[KeptFile, ...] = ()
    source: str = ""


class ModelFiles:
    """The models below one folder. A model's folder appears by one rename, when all its files are whole."""

    def __init__(self, root: Path) -> None:
        self._root = root

    @property
    def root(self) -> Path:
        """Where they lie."""
        return self._root

    def installed(self) -> list[InstalledFiles]:
        """What is installed, in order of ids; a folder that is not what `install` made is passed over."""
        found = [read for folder in _folders_in(self._root) if (read := _read_manifest(folder)) is not None]
        return sorted(found, key=lambda model: model.model_id)

    def get(self, model_id: str) -> InstalledFiles | None:
        """One installed model. Raises `UnsafeName`."""
        return _read_manifest(self._root / folder_name(model_id))

    def folder_of(self, model_id: str) -> Path | None:
        """The folder with the model's files; None where it is not installed. Raises `UnsafeName`."""
        model = self.get(model_id)
        return None if model is None else model.folder

    def staging(self, model_id: str) -> Path:
        """The folder to fetch the model's files into, made if need be; on the same disk, so that a rename will do."""
        folder = self._root / _STAGING / folder_name(model_id)
        with disk_faults(folder):
            folder.mkdir(parents=True, exist_ok=True)
            os.utime(folder)  # it is in use: not to be swept
        return folder

    def staged_path(self, model_id: str, path: str) -> Path:
        """Where the file `path` of the model is fetched to. Raises `UnsafeName`."""
        return self.staging(model_id).joinpath(*safe_parts(path))

    def install(self, model_id: str, files: Sequence[DownloadedFile], *, source: str = "") -> InstalledFiles:
        """Make a model of what lies in its staging folder; an older one of this id gives way. Returns what is there.

        `files` are those that were fetched there, whole and checked. Raises `NotEnoughDisk`, `DiskRefused`.
        """
        staging, target = self.staging(model_id), self._root / folder_name(model_id)
        kept = tuple(
            KeptFile(
                PurePosixPath(*file.path.relative_to(staging).parts).as_posix(),
                file.size_bytes,
                file.sha256,
                file.url,
                file.is_host_declared,
            )
            for file in files
        )
        with disk_faults(target):
            _drop_all_but(staging, {file.path for file in files})
            _write_manifest(staging, model_id, kept, source)
            for folder in {file.path.parent for file in files}:
                sync_folder(folder)
            if target.exists():
                self._remove(target)
            staging.rename(target)
            sync_folder(self._root)
        installed = self.get(model_id)
        if installed is None:
            raise DiskRefused(f"{target} is not what was just written")
        return installed

    def delete(self, model_id: str) -> bool:
        """Remove the model; returns whether it was there. Raises `UnsafeName`, `DiskRefused`."""
        folder = self._root / folder_name(model_id)
        with disk_faults(folder):
            if not folder.is_dir():
                return False
            self._remove(folder)
        return True

    def drop_staging(self, model_id: str) -> None:
        """Throw away what was fetched of a model that is not wanted any more."""
        folder = self._root / _STAGING / folder_name(model_id)
        with disk_faults(folder):
            if folder.is_dir():
                self._remove(folder)

    def verify(self, model_id: str, checked: Callable[[int], None] | None = None) -> tuple[str, ...]:
        """Read every file of the model again; returns the paths of those that are missing or not what they were.

        `checked` gets the bytes read so far. An empty result means that all is well; a model that is not installed
        has its manifest missing.
        """
        model = self.get(model_id)
        if model is None:
            return (MANIFEST,)
        wrong, done = [], 0
        for file in model.files:
            path = model.folder.joinpath(*safe_parts(file.path))
            before = done
            tell = (lambda read, before=before: checked(before + read)) if checked is not None else None
            if not path.is_file() or path.stat().st_size != file.size_bytes or sha256_of(path, tell) != file.sha256:
                wrong.append(file.path)
            done += file.size_bytes
        return tuple(wrong)

    def disk_use(self) -> int:
        """Bytes that all installed models, and what is being fetched, take."""
        return sum(_size_of(file) for file in _files_below(self._root))

    def sweep(self, *, older_than_s: float = STAGING_IS_OLD_S) -> int:
        """Remove what was begun long ago and never went on, and what a deletion left; returns the bytes gained."""
        gained = 0
        for folder in _folders_in(self._root / _REMOVED):
            gained += _remove_for_good(folder)
        for folder in _folders_in(self._root / _STAGING):
            newest = max((_changed_at(path) for path in (folder, *_files_below(folder))), default=0.0)
            if time.time() - newest > older_than_s:
                gained += _remove_for_good(folder)
        return gained

    def _remove(self, folder: Path) -> None:
        away = self._root / _REMOVED / f"{folder.name}.{secrets.token_hex(4)}"
        away.parent.mkdir(parents=True, exist_ok=True)
        folder.rename(away)
        _remove_for_good(away)


def folder_name(model_id: str) -> str:
    """`whisper:small` → `whisper--small`, a name on every system. Raises `UnsafeName` for anything odd."""
    name = model_id.replace(":", "--")
    fits = _MODEL_ID.fullmatch(model_id) and ".." not in model_id and not name.endswith(".") and len(name) <= 120
    if not fits or "--" in model_id or _WINDOWS_NAMES.fullmatch(name):
        raise UnsafeName(f"model id {model_id[:200]!r}")
    return name


def safe_parts(path: str) -> tuple[str, ...]:
    """The parts of a file's relative path. Raises `UnsafeName` where it might leave the folder, on any system."""
    parts = PurePosixPath(path).parts
    odd = (
        not parts
        or "\\" in path
        or "\0" in path
        or PurePosixPath(path).is_absolute()
        or bool(PureWindowsPath(path).drive)
        or any(
            part in ("..", ".") or part.startswith(".") or ":" in part or part.endswith((".", " ")) for part in parts
        )
        or any(_WINDOWS_NAMES.fullmatch(part) for part in parts)
        or (len(parts) == 1 and parts[0].lower() == MANIFEST)
    )
    if odd or path != "/".join(parts):
        raise UnsafeName(f"file path {path[:200]!r}")
    return parts


def _drop_all_but(folder: Path, kept: set[Path]) -> None:
    """Parts and files of an older catalogue do not belong to the model."""
    for file in list(_files_below(folder)):
        if file not in kept:
            file.unlink()


def _write_manifest(folder: Path, model_id: str, files: tuple[KeptFile, ...], source: str) -> None:
    told = {
        "format": _FORMAT,
        "model_id": model_id,
        "installed_at": datetime.now(UTC).isoformat(),
        "source": source,
        "files": [asdict(file) for file in files],
    }
    path = folder / MANIFEST
    with path.open("w", encoding="utf-8") as file:
        json.dump(told, file, indent=1)
        file.flush()
        os.fsync(file.fileno())


def _read_manifest(folder: Path) -> InstalledFiles | None:
    """None unless it is a manifest of this folder, and each of its files is there with its size."""
    try:
        told = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        files = tuple(KeptFile(**file) for file in told["files"])
        model_id = str(told["model_id"])
        installed_at = datetime.fromisoformat(told["installed_at"])
        is_whole = all(_size_of(folder.joinpath(*safe_parts(file.path))) == file.size_bytes for file in files)
        if told["format"] != _FORMAT or folder_name(model_id) != folder.name or not files or not is_whole:
            return None
    except (OSError, ValueError, TypeError, KeyError, AttributeError, UnsafeName):
        return None
    size_bytes = sum(file.size_bytes for file in files)
    return InstalledFiles(model_id, folder, size_bytes, installed_at, files, str(told.get("source", "")))


def _folders_in(folder: Path) -> list[Path]:
    try:
        return [path for path in sorted(folder.iterdir()) if path.is_dir() and not path.is_symlink()]
    except OSError:
        return []


def _files_below(folder: Path) -> Iterator[Path]:
    for where, _, names in os.walk(folder):
        yield from (Path(where, name) for name in names)


def _size_of(path: Path) -> int:
    try:
        return path.lstat().st_size
    except OSError:
        return -1


def _changed_at(path: Path) -> float:
    try:
        return path.lstat().st_mtime
    except OSError:
        return 0.0


def _remove_for_good(folder: Path) -> int:
    """Bytes gained. What the system holds on to stays, renamed away, until the next sweep."""
    gained = sum(max(_size_of(file), 0) for file in _files_below(folder))
    with suppress(OSError):
        shutil.rmtree(folder)
    return 0 if folder.exists() else gained
