"""What lies in a folder that may be a document. Follows no link to a folder, opens nothing, and never ends in a circle.

Everything here asks the disk: not for the loop's thread.
"""

from __future__ import annotations

import os
import re
import stat
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path, PurePath

from core.conversations.stored_text import storable
from core.knowledge.document_kinds import KINDS, suffix_of
from core.knowledge.knowledge_trouble import FileRefused, FolderTooFull

_SUFFIXES = frozenset(suffix for kind in KINDS for suffix in kind.suffixes)
_IGNORED_FOLDERS = frozenset(
    {"node_modules", "__pycache__", "venv", "$recycle.bin", "system volume information", "cvs"}
)
_IGNORED_FILES = re.compile(
    r"~\$|.*(~|\.tmp|\.temp|\.part|\.partial|\.crdownload|\.download|\.swp)$|(thumbs\.db|desktop\.ini)$", re.IGNORECASE
)
_SUFFIX = re.compile(r"\.\w{1,12}")
MOST_FILES = 200_000
"""Of one folder; whoever watches a whole disk by mistake gets no more, and is told so."""


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file that may be a document, or with `error` something of which not all could be looked at."""

    path: str
    size_bytes: int = 0
    modified_ns: int = 0
    error: FileRefused | FolderTooFull | None = None
    is_folder: bool = False

    @property
    def name(self) -> str:
        """As it is shown."""
        return PurePath(self.path).name or self.path


def is_ignored(path: str, folder: str) -> bool:
    """Whether something below `folder` is none of ours: hidden, of a program's own, not finished."""
    parts = PurePath(path[len(folder) :].lstrip("/\\")).parts
    if any(part.startswith(".") or part.lower() in _IGNORED_FOLDERS for part in parts):
        return True
    return bool(parts) and _IGNORED_FILES.match(parts[-1]) is not None


def may_be_document(name: str) -> bool:
    """Whether a file of a folder is looked at: by its suffix; without one it may be text."""
    suffix = suffix_of(name)
    return suffix in _SUFFIXES or not suffix


def scan(folder: str, *, most_files: int = MOST_FILES) -> list[FoundFile] | None:
    """All files in `folder` and below that may be documents; None when there is no such folder now.

    Where there are more than `most_files`, an entry for the folder itself says so; the same ones are left out each time
    as long as nothing changes.
    """
    try:
        with os.scandir(folder):
            pass
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        return [FoundFile(storable(folder), error=FileRefused(str(error)), is_folder=True)]
    found: list[FoundFile] = []
    for one in _walked(folder):
        if len(found) == most_files:
            found.append(FoundFile(storable(folder), error=FolderTooFull(), is_folder=True))
            break
        found.append(one)
    return found


def unread_kinds(folder: str, *, most_files: int = MOST_FILES) -> Counter[str]:
    """Suffixes of the files in `folder` and below that are of no kind that is read, and how many there are of each.

    What looks like no suffix (a name may hold anything, also what turns a line around) counts as the empty one.
    """
    found: Counter[str] = Counter()
    for entry in islice(_entries(folder), most_files):
        if isinstance(entry, os.DirEntry) and not may_be_document(entry.name) and entry.is_file(follow_symlinks=False):
            suffix = suffix_of(entry.name)
            found[suffix if _SUFFIX.fullmatch(suffix) else ""] += 1
    return found


def look_at(path: str, folder: str) -> list[FoundFile]:
    """What is at a path of which a change was told: a file, everything in a new folder below, or nothing."""
    if is_ignored(path, folder):
        return []
    try:
        status = os.lstat(path)
    except OSError:
        return []
    if stat.S_ISDIR(status.st_mode):
        return list(islice(_walked(path, folder), MOST_FILES))
    found = _file(path, Path(path).name, is_link=stat.S_ISLNK(status.st_mode))
    return [] if found is None else [found]


def _walked(top: str, folder: str = "") -> Iterator[FoundFile]:
    for entry in _entries(top, folder):
        if isinstance(entry, FoundFile):
            yield entry
        elif (found := _file(entry.path, entry.name, is_link=entry.is_symlink())) is not None:
            yield found


def _entries(top: str, folder: str = "") -> Iterator[os.DirEntry[str] | FoundFile]:
    """Everything in `top` and below that is no folder; folders that could not be looked at, as that."""
    waiting = [top]
    while waiting:
        here = waiting.pop()
        try:
            with os.scandir(here) as entries:
                inside = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            yield FoundFile(storable(here), error=FileRefused(str(error)), is_folder=True)
            continue
        for entry in inside:
            if is_ignored(entry.path, folder or top):
                continue
            if _is_folder(entry):
                waiting.append(entry.path)
            else:
                yield entry


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def _file(path: str, name: str, *, is_link: bool) -> FoundFile | None:
    """A link to a file counts as that file; one to a folder is not followed; one that leads nowhere is told."""
    if not may_be_document(name):
        return None
    if storable(path) != path:
        return FoundFile(storable(path), error=FileRefused("its name is not valid text"))
    try:
        status = os.stat(path)  # noqa: PTH116 - a string, for speed
    except OSError as error:
        return FoundFile(path, error=FileRefused(str(error))) if is_link else None
    if not stat.S_ISREG(status.st_mode):
        return None
    return FoundFile(path, status.st_size, status.st_mtime_ns)
