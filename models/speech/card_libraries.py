"""What an engine's process gets from its surroundings: NVIDIA's libraries where pip put them, and frugality."""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path

from models.child_command import child_environment

_FRUGAL = {
    "OPENBLAS_NUM_THREADS": "1",  # numpy makes spectra only; each further thread of it would keep 1 MB and more
    "MALLOC_ARENA_MAX": "2",
    "TOKENIZERS_PARALLELISM": "false",
}


def engine_environment() -> dict[str, str]:
    """The environment for a process that hears.

    CTranslate2 brings neither cuBLAS nor cuDNN. The loader looks for them where `LD_LIBRARY_PATH` says *when the
    process starts*, so packages that pip installed are found only if they are named here.
    """
    environment = child_environment(_FRUGAL)
    if folders := card_folders():
        name = "PATH" if sys.platform == "win32" else "LD_LIBRARY_PATH"
        before = [environment[name]] if environment.get(name) else []
        environment[name] = os.pathsep.join([*map(str, folders), *before])
    return environment


def card_folders() -> tuple[Path, ...]:
    """Folders of NVIDIA's libraries that pip installed beside us (`nvidia-cublas-cu12`, `nvidia-cudnn-cu12`)."""
    package = importlib.util.find_spec("nvidia")
    if package is None or package.submodule_search_locations is None:
        return ()
    found: list[Path] = []
    for root in package.submodule_search_locations:
        found += (path for path in Path(root).glob("*/*") if path.name in ("lib", "bin") and path.is_dir())
    return tuple(sorted(found))
