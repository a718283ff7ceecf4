"""Where Hearth's own copy of a program lies: one folder a version, and a note of which one is used.

A version appears by one rename, after it was unpacked, was run once and said its version; what is half there is never
used. The version before stays until the new one has run.
"""

from __future__ import annotations

import contextlib
import re
import shutil
import subprocess
import sys
import threading
import time
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Final

from models.archive import ArchiveRefused, unpack
from models.engine_errors import EngineError
from models.part_file import sync_folder

_PROGRAM: Final = "ollama.exe" if sys.platform == "win32" else "ollama"
_VERSION: Final = re.compile(r"version is v?(\d{1,6}\.\d{1,6}\.\d{1,6}[0-9A-Za-z.+-]{0,40})")
_FOLDER: Final = re.compile(r"ollama-[0-9A-Za-z.+-]{1,60}")
_LEFT_OVER_S: Final = 24 * 3600.0
_ASKING_S: Final = 60.0  # an antivirus looks at a new program first


class ProgramBroken(EngineError):
    """The program in the archive does not run here. `detail` is what it said."""


class ProgramFolder:
    """The versions of the program below `root`. Everything blocks; call it on a thread."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._installing = threading.Lock()

    @property
    def downloads(self) -> Path:
        """Where an archive is fetched to."""
        return self._root / "downloads"

    def program(self) -> Path | None:
        """The program that is used now; None where none is installed."""
        try:
            name = (self._root / "current").read_text(encoding="utf-8").strip()
        except (OSError, ValueError):
            return None
        return _program_in(self._root / name) if _FOLDER.fullmatch(name) else None

    def version(self) -> str:
        """Its version, by the name of its folder; empty where none is installed."""
        program = self.program()
        if program is None:
            return ""
        folder = program.relative_to(self._root).parts[0]
        return folder.removeprefix("ollama-").partition("+")[0]

    def install(
        self,
        archive: Path,
        *,
        progress: Callable[[int], None] = lambda _: None,
        is_wanted: Callable[[], bool] = lambda: True,
    ) -> str:
        """Unpack `archive`, run what is in it once, and use it from now on; returns its version.

        Raises `ArchiveRefused`, `ProgramBroken`, `NotEnoughDisk`, `DiskRefused`, `UnpackStopped`; then everything is as
        it was.
        """
        with self._installing:
            return self._install(archive, progress, is_wanted)

    def _install(self, archive: Path, progress: Callable[[int], None], is_wanted: Callable[[], bool]) -> str:
        new = self._root / f"unpacking-{uuid.uuid4().hex}"
        try:
            unpack(archive, new, progress=progress, is_wanted=is_wanted)
            program = _program_in(new)
            if program is None:
                raise ArchiveRefused(f"there is no {_PROGRAM} in it")
            version = ask_version(program, home=new)
            # A folder of its own, so that the same version can be installed again over a damaged one that still runs.
            target = self._root / f"ollama-{version}+{uuid.uuid4().hex[:8]}"
            new.replace(target)
        except BaseException:
            shutil.rmtree(new, ignore_errors=True)
            raise
        note = self._root / "current.new"
        note.write_text(target.name, encoding="utf-8")
        note.replace(self._root / "current")
        sync_folder(self._root)
        return version

    def prune(self) -> None:
        """Remove all versions but the one that is used, and what a killed installation left.

        While one is being installed nothing is removed: it could be what is unpacked just now.
        """
        if self._installing.acquire(blocking=False):
            try:
                self._prune()
            finally:
                self._installing.release()

    def _prune(self) -> None:
        program = self.program()
        used = program.relative_to(self._root).parts[0] if program is not None else ""
        with contextlib.suppress(OSError):
            for path in self._root.iterdir():
                if path.name != used and (_FOLDER.fullmatch(path.name) or _is_left_over(path)):
                    shutil.rmtree(path, ignore_errors=True)

    def remove(self) -> None:
        """Remove the program in all its versions, and what was fetched. Models are not here and stay."""
        with self._installing:
            (self._root / "current").unlink(missing_ok=True)
            self._prune()
        shutil.rmtree(self.downloads, ignore_errors=True)


def _is_left_over(folder: Path) -> bool:
    """Whether an installation was killed here: another Hearth may be unpacking, but not for a day."""
    return folder.name.startswith("unpacking-") and time.time() - folder.stat().st_mtime > _LEFT_OVER_S


def ask_version(program: Path, *, home: Path) -> str:
    """Run the program once to hear its version. It asks no server for that but a port where nobody listens."""
    environment = {"HOME": str(home), "USERPROFILE": str(home), "OLLAMA_HOST": "127.0.0.1:1", "OLLAMA_NO_CLOUD": "1"}
    if sys.platform == "win32":
        import os

        environment |= {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP", "PATH") if name in os.environ}
    try:
        done = subprocess.run(
            [str(program), "--version"],
            env=environment,
            cwd=program.parent,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=_ASKING_S,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as fault:
        raise ProgramBroken(str(fault)[:300]) from fault
    said = done.stdout[:4000].decode("utf-8", "replace")
    found = _VERSION.search(said)
    if done.returncode != 0 or found is None:
        raise ProgramBroken(f"status {done.returncode}: {said[:300]}")
    return found[1]


def _program_in(folder: Path) -> Path | None:
    """Archives for Linux have it in `bin`, those for macOS and Windows at their top."""
    candidates = (folder / "bin" / _PROGRAM, folder / _PROGRAM)
    return next((path for path in candidates if path.is_file() and not path.is_symlink()), None)
