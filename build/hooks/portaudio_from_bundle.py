"""Run first in the frozen program: let `ctypes.util.find_library("portaudio")` find the bundled one on Linux."""

import ctypes.util
import sys
from pathlib import Path

_BUNDLE = Path(getattr(sys, "_MEIPASS", "."))
_find_on_system = ctypes.util.find_library


def _find_library(name: str) -> str | None:
    bundled = _BUNDLE / "libportaudio.so.2"
    if name == "portaudio" and bundled.exists():
        return str(bundled)
    return _find_on_system(name)


if sys.platform.startswith("linux"):
    ctypes.util.find_library = _find_library
