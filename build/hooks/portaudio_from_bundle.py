"""Run first in the frozen program: where `ctypes.util.find_library` finds PortAudio and PulseAudio's client on Linux.

PortAudio is the bundled one. PulseAudio's client is the system's, and pulsectl asks for it by a name that nothing has:
Python would call ldconfig, the compiler and the linker, one after the other, to find that out.
"""

import ctypes.util
import sys
from pathlib import Path

_BUNDLE = Path(getattr(sys, "_MEIPASS", "."))
_find_on_system = ctypes.util.find_library


def _find_library(name: str) -> str | None:
    bundled = _BUNDLE / "libportaudio.so.2"
    if name == "portaudio" and bundled.exists():
        return str(bundled)
    if name == "libpulse":
        return "libpulse.so.0"
    return _find_on_system(name)


if sys.platform.startswith("linux"):
    ctypes.util.find_library = _find_library
